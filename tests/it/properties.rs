//! Whatever people try, in whatever order: the rules keep their promises. On the pure decider, and
//! through HTTP on both databases.

use std::collections::BTreeMap;

use bancheng::domain::calendar::{Calendar, shanghai_date};
use bancheng::domain::case::{
    self, Accept, AddCo, AnswerDissatisfaction, Case, CaseCommand, CaseEvent, CloseDuplicate, CloseOutOfScope,
    CloseUnsolved, DecideExtension, DeclineOpinion, Explain, Facts, GiveCoOpinion, GiveFeedback, GiveOpinion, HandOver,
    HandOverSector, Means, Note, PassOn, ProposeMeeting, Raise, Rate, RecallOpinion, RecallReferral, Receive,
    RecordCallback, RecordReply, ReferUp, RefuseCoordination, RefuseReferral, RefuseReopen, Remand, Reopen,
    ReportCoordinated, RequestCoordination, RequestExtension, RequestOpinion, RequestReferral, RequestReopen,
    ReturnCase, ReturnToIntake, Rule, RuleSector, SendBack, SolveOnTheSpot, Span, SubmitToMeeting, VerifySolved,
    Withdraw, allowed_actions, decide, register,
};
use bancheng::domain::facts::World;
use bancheng::domain::ids::UnitId;
use bancheng::domain::log::{ActedBy, Actor, Aggregate, Draft, Recorded};
use bancheng::domain::number::Number;
use bancheng::domain::permission::{self, Entry};
use bancheng::domain::settings::Settings;
use bancheng::domain::unit::{Directory, NewUnit, Unit, UnitEvent};
use bancheng::domain::words::{AssignmentKind, CaseAction, CaseState, ResponseLevel, Role, SheetState, TaskKind};
use bancheng::domain::work_order::{self, AskConfirmation, Decline, Dispatch, DraftSheet, SheetFacts, WorkOrder};
use bancheng::error::Code;
use chrono::{DateTime, NaiveDate, TimeDelta, Utc};
use proptest::prelude::*;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};

use crate::support::api::{business_registration, instant, registration};

/// Who acts: role, unit, and the unit the person comes from.
const ACTORS: &[(&str, Role, &str, Option<&str>)] = &[
    ("window", Role::Intake, "hall", None),
    ("butler", Role::Butler, "butlers", None),
    ("one", Role::Handler, "alpha", None),
    ("two", Role::Handler, "beta", None),
    ("lead", Role::Lead, "government", None),
    ("lead2", Role::Lead, "government", None),
    ("business", Role::Lead, "business", None),
    ("chief", Role::ChiefButler, "chief", None),
    ("office", Role::Office, "office", Some("alpha")),
    ("super", Role::Supervisor, "group", Some("beta")),
    ("as-unit", Role::Handler, "government", None),
    ("office2", Role::Office, "office", None),
    ("resident", Role::ResidentButler, "butlers", None),
    ("reporter", Role::Integration, "hall", None),
    ("as-other", Role::Handler, "business", None),
];

/// What may be tried: a command's name and a body.
fn attempts() -> Vec<(&'static str, Value)> {
    let text = "理由或说明";
    vec![
        ("accept", json!({})),
        ("request-opinion", json!({ "unit": "alpha", "question": text })),
        ("give-opinion", json!({ "conforms": false, "provision": text })),
        ("give-opinion", json!({ "conforms": true, "provision": text })),
        ("recall-opinion", json!({ "reason": text })),
        ("solve-on-the-spot", json!({ "answer": text })),
        ("pass-on", json!({ "reason": text })),
        ("pass-on", json!({})),
        ("dispatch", json!({ "main": "alpha", "co": "beta" })),
        ("dispatch", json!({ "main": "government", "co": "alpha" })),
        ("dispatch", json!({ "main": "beta", "co": "business", "other_unit_reason": text })),
        ("decline", json!({ "main": "alpha", "co": "business" })),
        ("decline", json!({ "main": "beta", "co": "business" })),
        ("receive", json!({})),
        ("give-co-opinion", json!({ "opinion": text })),
        ("give-feedback", json!({ "solved": true, "done": text, "cause": "other" })),
        ("give-feedback", json!({ "solved": false, "done": text, "cause": "other" })),
        ("record-callback", json!({ "reached": true, "solved": true })),
        ("record-callback", json!({ "reached": true, "solved": false })),
        ("record-callback", json!({ "reached": false })),
        ("verify-solved", json!({ "finding": text, "summary": text })),
        ("send-back", json!({ "reason": text })),
        ("raise", json!({ "reason": text })),
        ("report-coordinated", json!({ "solved": true, "done": text, "cause": "other" })),
        ("propose-meeting", json!({ "reason": text })),
        ("submit-to-meeting", json!({ "tried": text, "question": text })),
        ("remand", json!({ "reason": text })),
        ("request-referral", json!({ "reason": text })),
        ("refer-up", json!({ "body": text, "document_number": "1号", "document_date": "2021-09-01" })),
        ("refuse-referral", json!({ "reason": text })),
        ("recall-referral", json!({ "reason": text })),
        ("record-reply", reply(json!({ "assign": { "to": { "main_unit": "alpha" } } }))),
        ("record-reply", reply(json!({ "solved": {} }))),
        ("record-reply", reply(json!({ "unsolved": { "answer": text } }))),
        ("explain", json!({ "provision": text, "answer": text })),
        ("close-out-of-scope", json!({ "reason": "petition", "answer": text, "where_to_turn": text })),
        ("decline-opinion", json!({ "reason": text })),
        ("note", json!({ "kind": "contacted", "text": text })),
        ("hand-over", json!({ "unit": "hall", "reason": text })),
        ("hand-over", json!({ "unit": "butlers", "reason": text })),
        ("return-to-intake", json!({ "reason": "too_simple", "explanation": text })),
        ("hand-over-sector", json!({ "reason": text })),
        ("rule-sector", json!({ "sector": "government_service", "reason": text })),
        ("rule-sector", json!({ "sector": "business_service", "reason": text })),
        ("return", json!({ "reason": "not_our_duty", "basis": text })),
        ("rule", json!({ "to": { "main_unit": "alpha" }, "reason": text })),
        ("rule", json!({ "to": { "main_unit": "government" }, "reason": text })),
        ("add-co", json!({ "co": { "unit": "business", "task": text } })),
        ("request-extension", json!({ "until": "2021-09-16", "reason": text })),
        ("request-extension", json!({ "until": "2021-10-20", "reason": text })),
        ("request-extension", json!({ "until": "2021-12-01", "reason": text })),
        ("request-extension", json!({ "until": "2022-03-02", "reason": text })),
        ("decide-extension", extension("alpha", true)),
        ("decide-extension", extension("alpha", false)),
        ("decide-extension", extension("beta", true)),
        ("decide-extension", extension("government", true)),
        ("request-coordination", json!({ "reason": text, "tried": text })),
        ("refuse-coordination", json!({ "reason": text })),
        ("withdraw", json!({ "reason": text, "enquiry_code": "ABCDEFGH" })),
        ("withdraw", json!({ "reason": text })),
        ("close-duplicate", json!({ "of": "2021-0002", "answer": text })),
        ("close-unsolved", json!({ "answer": text, "summary": text })),
        ("rate", json!({ "satisfaction": "very_dissatisfied" })),
        ("rate", json!({ "satisfaction": "satisfied" })),
        ("record-callback", json!({ "reached": true, "solved": true, "satisfaction": "dissatisfied", "signed": true })),
        ("answer-dissatisfaction", json!({ "answer": text })),
        ("request-reopen", json!({ "reason": text })),
        ("reopen", json!({ "reason": text })),
        ("refuse-reopen", json!({ "reason": text })),
    ]
}

fn extension(unit: &str, granted: bool) -> Value {
    json!({ "unit": unit, "granted": granted, "reason": "理由或说明", "reporter_told": "phone" })
}

/// The command that an attempt is at; a unit's declining begins with somebody's sheet.
fn action_of(attempt: &str) -> CaseAction {
    let name = if attempt == "decline" { "dispatch".to_owned() } else { attempt.replace('-', "_") };
    name.parse().unwrap()
}

fn reply(settlement: Value) -> Value {
    json!({ "document_number": "2号", "document_date": "2021-09-01", "text": "同意", "settlement": settlement })
}

fn units() -> Directory {
    let unit = |id: &str, kind: &str, parent: Value, leads: Value, coordinates: Value| {
        let new: NewUnit = serde_json::from_value(json!({
            "id": id, "name": id, "full_name": id, "kind": kind,
            "parent": parent, "leads": leads, "coordinates": coordinates,
        }))
        .unwrap();
        let event = UnitEvent::UnitCreated(new);
        let first = Recorded { seq: 1, at: DateTime::UNIX_EPOCH, by: &ActedBy::system(), event: &event, parts: &[] };
        (Unit::begin(id, first).unwrap(), 1)
    };
    let none = Value::Null;
    Directory::new([
        unit("hall", "hall", json!("government"), none.clone(), none.clone()),
        unit("butlers", "butler_unit", none.clone(), none.clone(), none.clone()),
        unit("alpha", "department", none.clone(), none.clone(), none.clone()),
        unit("beta", "department", none.clone(), none.clone(), none.clone()),
        unit("government", "department", none.clone(), json!("government_service"), none.clone()),
        unit("business", "department", none.clone(), json!("business_service"), none.clone()),
        unit("chief", "chief_butler", none.clone(), none.clone(), json!("business_service")),
        unit("office", "office", none.clone(), none.clone(), none.clone()),
        unit("group", "leading_group_office", none.clone(), none.clone(), none),
    ])
}

pub fn actor(index: usize) -> Actor {
    let (user, role, unit, home) = ACTORS[index % ACTORS.len()];
    Actor { user: user.into(), role, unit: unit.into(), home_unit: home.map(Into::into) }
}

/// A case in a world of its own.
pub struct Play {
    units: Directory,
    settings: Settings,
    pub now: DateTime<Utc>,
    means: Means,
    pub case: Case,
    seq: i64,
    /// The days on which it was closed and taken up again.
    pauses: Vec<(NaiveDate, NaiveDate)>,
}

impl Play {
    pub fn begin(business: bool) -> Self {
        let (units, settings) = (units(), Settings::default());
        let now = instant("2021-09-01T09:00:00+08:00");
        let body = if business { business_registration() } else { registration() };
        let world = World { units: &units, calendar: Calendar::built_in(), settings: &settings };
        let actor = actor(usize::from(business));
        let permit = permission::enter(&actor, Entry::RegisterCase).unwrap();
        let drafts = register(serde_json::from_value(body).unwrap(), &permit, world, now).unwrap();
        let mut event = drafts[0].event.clone();
        Case::give_number(&mut event, Number { year: 2021, serial: 1 });
        let by = ActedBy::from(&actor);
        let case = Case::begin("c", Recorded { seq: 1, at: now, by: &by, event: &event, parts: &[] }).unwrap();
        let means = Means { new_sheet: "w".into(), enquiry_code: "ABCDEFGH".to_owned(), cited: None };
        Self { units, settings, now, means, case, seq: 1, pauses: Vec::new() }
    }

    pub fn world(&self) -> World<'_> {
        World { units: &self.units, calendar: Calendar::built_in(), settings: &self.settings }
    }

    fn facts(&self) -> Facts<'_> {
        Facts { case: &self.case, world: self.world(), now: self.now, means: &self.means }
    }

    /// Tries a command; whether it was allowed.
    pub fn attempt(&mut self, who: &Actor, command: &str, body: &Value) -> bool {
        macro_rules! by_name {
            ($($name:literal $command:ident)+) => {
                match command {
                    $($name => self.decided::<$command>(who, body),)+
                    "dispatch" => self.dispatched(who, body),
                    "decline" => return self.declined(who, body).is_some(),
                    other => panic!("{other}"),
                }
            };
        }
        let drafts = by_name! {
            "accept" Accept "request-opinion" RequestOpinion "give-opinion" GiveOpinion
            "recall-opinion" RecallOpinion "solve-on-the-spot" SolveOnTheSpot "pass-on" PassOn "receive" Receive
            "give-co-opinion" GiveCoOpinion "give-feedback" GiveFeedback "record-callback" RecordCallback
            "verify-solved" VerifySolved "send-back" SendBack "raise" Raise "report-coordinated" ReportCoordinated
            "explain" Explain "close-out-of-scope" CloseOutOfScope "propose-meeting" ProposeMeeting
            "submit-to-meeting" SubmitToMeeting "remand" Remand "request-referral" RequestReferral
            "refer-up" ReferUp "refuse-referral" RefuseReferral "recall-referral" RecallReferral
            "record-reply" RecordReply "decline-opinion" DeclineOpinion "note" Note "hand-over" HandOver
            "return-to-intake" ReturnToIntake "hand-over-sector" HandOverSector "rule-sector" RuleSector
            "return" ReturnCase "rule" Rule "add-co" AddCo "request-extension" RequestExtension
            "decide-extension" DecideExtension "request-coordination" RequestCoordination
            "refuse-coordination" RefuseCoordination "withdraw" Withdraw "close-duplicate" CloseDuplicate
            "close-unsolved" CloseUnsolved "rate" Rate "answer-dissatisfaction" AnswerDissatisfaction
            "request-reopen" RequestReopen "reopen" Reopen "refuse-reopen" RefuseReopen
        };
        let Some(drafts) = drafts else { return false };
        self.record(drafts, who);
        true
    }

    /// Folds what somebody has done.
    fn record(&mut self, drafts: Vec<Draft<CaseEvent>>, who: &Actor) {
        for draft in drafts {
            let before = self.case.clone();
            self.fold(&draft.event, &ActedBy::from(who));
            self.check_step(&before, who, &draft.event);
        }
        assert_eq!(self.case.passed_on(self.world()), None, "nothing waits for whom it isn't due to");
    }

    fn fold(&mut self, event: &CaseEvent, by: &ActedBy) {
        self.seq += 1;
        self.case.apply(Recorded { seq: self.seq, at: self.now, by, event, parts: &[] }).unwrap();
    }

    /// What time has brought about by now: found when the case said it would wake, and once.
    fn let_time_pass(&mut self) {
        let found = case::come_about(self.facts()).unwrap();
        assert!(found.is_empty() || self.case.wakes_at().is_some_and(|at| at <= self.now), "the clock would oversleep");
        for draft in found {
            let before = self.case.clone();
            self.fold(&draft.event, &ActedBy::system());
            assert_eq!((before.state, &before.holder), (self.case.state, &self.case.holder), "time moves nothing");
        }
        assert!(case::come_about(self.facts()).unwrap().is_empty(), "each is found once");
    }

    /// What somebody is offered now, with whom.
    fn offered(&self) -> Vec<(usize, CaseAction)> {
        let of = |who: usize| allowed_actions(self.facts(), &actor(who)).into_iter().map(move |a| (who, a));
        (0..ACTORS.len()).flat_map(of).filter(|(_, a)| a.allowed).map(|(who, a)| (who, a.action)).collect()
    }

    fn decided<C: CaseCommand + DeserializeOwned>(&self, who: &Actor, body: &Value) -> Option<Vec<Draft<CaseEvent>>> {
        let command: C = serde_json::from_value(body.clone()).unwrap();
        let listed = allowed_actions(self.facts(), who);
        let promised = listed.iter().find(|a| a.action == C::ACTION).is_some_and(|a| a.allowed);
        let decided = permission::check::<C>(who, &self.case, self.world())
            .and_then(|permit| decide(command, self.facts(), &permit));
        match decided {
            Ok(decision) => {
                assert!(promised, "{:?} went through though it wasn't offered", C::ACTION);
                Some(decision.case)
            }
            Err(error) => {
                // What the body says may be wrong; whose extension is asked about stands there too.
                let in_the_body = [Code::InvalidValue, Code::OpinionRequired, Code::ProofRequired]
                    .contains(&error.code)
                    || C::ACTION == CaseAction::DecideExtension;
                assert!(!promised || in_the_body, "{:?} was offered, and refused: {error}", C::ACTION);
                None
            }
        }
    }

    /// A sheet of its own: drafted and dispatched without confirmation.
    fn dispatched(&self, who: &Actor, body: &Value) -> Option<Vec<Draft<CaseEvent>>> {
        let sheet = self.sheet(who, body)?;
        let permit = permission::check_sheet::<Dispatch>(who, Some(&sheet), &[], self.world()).ok()?;
        let said = json!({ "unconfirmed_reason": "口头同意", "other_unit_reason": body["other_unit_reason"] });
        let dispatch: Dispatch = serde_json::from_value(said).unwrap();
        let cases = [self.case.clone()];
        let decision = work_order::decide(dispatch, self.sheet_facts(&sheet, &cases), &permit).ok()?;
        Some(decision.cases.into_iter().next().unwrap().1)
    }

    /// A sheet whose main unit is asked to confirm, and declines; not what was coordinated.
    fn declined(&mut self, who: &Actor, body: &Value) -> Option<()> {
        let mut sheet = self.sheet(who, body).filter(|_| self.case.state == CaseState::AwaitingDispatch)?;
        let cases = [self.case.clone()];
        let permit = permission::check_sheet(who, Some(&sheet), &[], self.world()).ok()?;
        let asked = work_order::decide(AskConfirmation {}, self.sheet_facts(&sheet, &cases), &permit).ok()?;
        let by = ActedBy::from(who);
        sheet.apply(Recorded { seq: 2, at: self.now, by: &by, event: &asked.sheet[0].event, parts: &[] }).unwrap();
        let unit = (0..ACTORS.len()).map(actor).find(|a| a.role == Role::Handler && a.unit == sheet.main_unit).unwrap();
        let permit = permission::check_sheet(&unit, Some(&sheet), &[], self.world()).unwrap();
        let decline: Decline = serde_json::from_value(json!({ "reason": "不属本单位职责" })).unwrap();
        let decision = work_order::decide(decline, self.sheet_facts(&sheet, &cases), &permit).unwrap();
        self.record(decision.cases.into_iter().next().unwrap().1, &unit);
        Some(())
    }

    fn sheet_facts<'a>(&'a self, sheet: &'a WorkOrder, cases: &'a [Case]) -> SheetFacts<'a> {
        SheetFacts { sheet, cases, world: self.world(), now: self.now, means: &self.means }
    }

    /// A sheet with this case alone, as this person drafts it.
    fn sheet(&self, who: &Actor, body: &Value) -> Option<WorkOrder> {
        let draft: DraftSheet = serde_json::from_value(json!({
            "cases": [{ "id": "c", "version": 1 }],
            "to": { "main_unit": body["main"], "co_units": [{ "unit": body["co"], "task": "配合" }] },
        }))
        .unwrap();
        let permit = permission::check_sheet(who, None, &[&self.case], self.world()).ok()?;
        let cases = [self.case.clone()];
        let decision = work_order::draft(draft, &"w".into(), &cases, &permit, self.world(), self.now).ok()?;
        let mut event = decision.sheet[0].event.clone();
        WorkOrder::give_number(&mut event, Number { year: 2021, serial: 1 });
        let by = ActedBy::from(who);
        let first = Recorded { seq: 1, at: self.now, by: &by, event: &event, parts: &[] };
        let sheet = WorkOrder::begin("w", first).unwrap();
        assert_eq!(sheet.state, SheetState::Draft);
        Some(sheet)
    }

    /// What no single event may break.
    fn check_step(&mut self, before: &Case, who: &Actor, event: &CaseEvent) {
        if let (Some(closed), CaseEvent::Reopened { .. }) = (&before.closed, event) {
            self.pauses.push((shanghai_date(closed.at), shanghai_date(self.now)));
        } else if before.state == CaseState::Closed {
            assert_eq!(self.case.state, CaseState::Closed, "a way out of closed: {event:?}");
        }
        let case = &self.case;
        let counted = |case: &Case| {
            let late = case.assignments.iter().filter(|a| a.late || a.late_before).count();
            (case.returns(), case.send_backs, case.reopened, case.assignments.len(), case.ratings.len(), late)
        };
        let (old, new) = (counted(before), counted(case));
        assert!(old.0 <= new.0 && old.1 <= new.1 && old.2 <= new.2 && old.3 <= new.3 && old.4 <= new.4);
        let put_right = matches!(event, CaseEvent::ExtensionDecided { due: Some(_), .. });
        assert!(old.5 <= new.5 || put_right, "lateness was forgotten: {event:?}");
        if new.0 > old.0 {
            let most = self.settings.max_returns;
            assert!(before.returns() < most || !before.rulings.is_empty(), "a third return without a ruling");
            let returned = before.main().map(|main| &main.unit);
            assert!(returned.is_none() || returned != before.bound_to.as_ref(), "returned against a ruling");
        }
        if matches!(event, CaseEvent::Dispatched { .. }) {
            assert!(!(before.ruling_due && before.state == CaseState::AwaitingDispatch), "dispatched without a ruling");
        }
        if let (Some(old), Some(new)) = (before.level, case.level) {
            assert!(new <= old, "the level was lowered");
        }
        let decides = matches!(
            event,
            CaseEvent::CalledBack { .. }
                | CaseEvent::VerifiedSolved { .. }
                | CaseEvent::SentBack { .. }
                | CaseEvent::ExtensionDecided { .. }
                | CaseEvent::Reopened { .. }
                | CaseEvent::ReopenRefused {}
        );
        if decides {
            let own = [Some(&who.unit), who.home_unit.as_ref()];
            for unit in own.into_iter().flatten() {
                assert!(!before.is_handling_unit(unit, &self.units), "{unit} judges its own work");
            }
            assert!(before.feedback.as_ref().is_none_or(|f| f.by != who.user), "{} judges the own result", who.user);
        }
    }

    /// What is true of a case at any moment.
    fn check(&self) {
        let case = &self.case;
        let closed = case.state == CaseState::Closed;
        assert_eq!(closed, case.holder.is_none(), "somebody holds every open case, nobody a closed one");
        assert_eq!(closed, case.closed.is_some());
        let through = case.closed.as_ref().map_or(self.now, |c| c.at);
        let calendar = Calendar::built_in();
        let sum: u32 = case.custody_days(through, calendar).iter().map(|d| d.working_days).sum();
        let age = calendar.working_days_after(shanghai_date(case.accepted_at), shanghai_date(through));
        let closed_for = |(from, to): &(NaiveDate, NaiveDate)| match to.pred_opt() {
            Some(eve) if eve > *from => calendar.working_days_after(*from, eve),
            _ => 0,
        };
        let pauses: u32 = self.pauses.iter().map(closed_for).sum();
        assert_eq!(sum, age - pauses, "custody sums to the working age, less the time closed");
        let mains = case.assignments.iter().filter(|a| a.is_open() && a.kind == AssignmentKind::Main).count();
        assert!(mains <= 1, "two main units");
        assert_eq!(case.state == CaseState::InProgress, mains == 1 && case.state != CaseState::AwaitingVerification);
        assert!(case.send_backs <= self.settings.max_send_backs);
        if matches!(case.state, CaseState::AwaitingJointMeeting | CaseState::ReferredUp) {
            assert_eq!(case.level, Some(ResponseLevel::One), "the first level");
            assert_eq!(case.holder.as_ref(), self.units.office());
        }
        let asked = case.meeting_proposal.is_some() || case.referral_request.is_some();
        assert!(!asked || case.state == CaseState::UnderCoordination, "what was asked for lapses");
        assert_eq!(case.opinion_request.is_some(), case.state == CaseState::UnderReview);
        assert!(case.coordination_request.is_none() || case.state == CaseState::InProgress);
        let at_work = matches!(case.state, CaseState::InProgress | CaseState::AwaitingVerification);
        for assignment in &case.assignments {
            assert!(at_work || !assignment.is_open(), "an assignment is open in {:?}", case.state);
            assert!(assignment.is_open() || assignment.extension_request.is_none());
        }
        assert!(closed || (case.reopen_request.is_none() && case.dissatisfaction.is_none()));
        self.check_tasks();
        let json = serde_json::to_string(case).unwrap();
        assert_eq!(&serde_json::from_str::<Case>(&json).unwrap(), case, "the snapshot is the state");
    }

    /// However the case's life is cut into periods that follow each other, each unit's parts sum to
    /// its share of the whole, and all of them to the working age that [`Self::check`] knows.
    fn check_periods(&self, cuts: &[i64]) {
        let (case, calendar) = (&self.case, Calendar::built_in());
        let end = case.closed.as_ref().map_or(self.now, |c| c.at);
        let last = shanghai_date(end);
        let mut parts = BTreeMap::<UnitId, u32>::new();
        let mut from = shanghai_date(case.accepted_at);
        for days in cuts.iter().cycle() {
            let to = (from + TimeDelta::days(days - 1)).min(last);
            for share in case.custody_within(Span { from, to }, calendar) {
                *parts.entry(share.unit).or_default() += share.working_days;
            }
            if to == last {
                break;
            }
            from = to + TimeDelta::days(1);
        }
        parts.retain(|_, days| *days > 0);
        let whole = case.custody_days(end, calendar).into_iter().map(|d| (d.unit, d.working_days)).collect();
        assert_eq!(parts, whole);
    }

    /// Something waits for a unit that exists, as long as the case is open; then only owed answers.
    fn check_tasks(&self) {
        let tasks = self.case.tasks();
        let closed = self.case.state == CaseState::Closed;
        assert!(closed || !tasks.is_empty(), "nobody has anything to do in {:?}", self.case.state);
        for task in tasks {
            assert!(self.units.open(task.unit).is_some(), "{:?} waits for {}", task.kind, task.unit);
            let owed = matches!(task.kind, TaskKind::AnswerDissatisfaction | TaskKind::DecideReopen);
            assert_eq!(closed, owed, "{:?} in {:?}", task.kind, self.case.state);
            let has_it = |a: &Actor| a.unit == *task.unit && task.kind.roles().contains(&a.role);
            assert!((0..ACTORS.len()).map(actor).any(|a| has_it(&a)), "{:?} is in nobody's inbox", task.kind);
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 512, failure_persistence: None, ..ProptestConfig::default() })]

    /// Most attempts are at what somebody is offered, so that the walks lead far; the others are
    /// made by everybody in turn.
    #[test]
    fn any_sequence_of_commands_keeps_the_promises(
        business in any::<bool>(),
        tries in prop::collection::vec((any::<prop::sample::Index>(), 0..4, 0_i64..60), 1..60),
        cuts in prop::collection::vec(1_i64..12, 1..5),
    ) {
        let attempts = attempts();
        let mut play = Play::begin(business);
        for (pick, wild, hours) in tries {
            let mut chosen = Vec::new();
            if wild == 0 {
                let (command, body) = &attempts[pick.index(attempts.len())];
                chosen.extend((0..ACTORS.len()).map(|who| (who, *command, body)));
            } else {
                let offered = play.offered();
                let fit = |(who, action): &(usize, CaseAction)| {
                    let (who, action) = (*who, *action);
                    attempts.iter().filter(move |(name, _)| action_of(name) == action).map(move |(name, body)| (who, *name, body))
                };
                let all: Vec<_> = offered.iter().flat_map(fit).collect();
                if !all.is_empty() {
                    chosen.push(all[pick.index(all.len())]);
                }
            }
            for (who, command, body) in chosen {
                if play.attempt(&actor(who), command, body) {
                    break;
                }
            }
            play.check();
            play.now += TimeDelta::hours(hours);
            play.let_time_pass();
            play.check();
        }
        play.check_periods(&cuts);
    }
}
