//! Whatever people try, in whatever order: the rules keep their promises. On the pure decider, and
//! through HTTP on both databases.

use bancheng::domain::calendar::{Calendar, shanghai_date};
use bancheng::domain::case::{
    Accept, Case, CaseCommand, CaseEvent, CloseOutOfScope, Explain, Facts, GiveCoOpinion, GiveFeedback, GiveOpinion,
    Means, PassOn, ProposeMeeting, Raise, RecallOpinion, RecallReferral, Receive, RecordCallback, RecordReply, ReferUp,
    RefuseReferral, Remand, ReportCoordinated, RequestOpinion, RequestReferral, SendBack, SolveOnTheSpot,
    SubmitToMeeting, VerifySolved, allowed_actions, decide, register,
};
use bancheng::domain::facts::World;
use bancheng::domain::log::{ActedBy, Actor, Aggregate, Draft, Recorded};
use bancheng::domain::number::Number;
use bancheng::domain::permission::{self, Entry};
use bancheng::domain::settings::Settings;
use bancheng::domain::unit::{Directory, NewUnit, Unit, UnitEvent};
use bancheng::domain::words::{AssignmentKind, CaseState, ResponseLevel, Role, SheetState};
use bancheng::domain::work_order::{self, Dispatch, DraftSheet, WorkOrder};
use chrono::{DateTime, TimeDelta, Utc};
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
    ]
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
        let means = Means { new_sheet: "w".into(), enquiry_code: "ABCDEFGH".to_owned() };
        Self { units, settings, now, means, case, seq: 1 }
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
            "record-reply" RecordReply
        };
        let Some(drafts) = drafts else { return false };
        let by = ActedBy::from(who);
        for draft in drafts {
            let before = self.case.clone();
            self.seq += 1;
            let recorded = Recorded { seq: self.seq, at: self.now, by: &by, event: &draft.event, parts: &[] };
            self.case.apply(recorded).unwrap();
            self.check_step(&before, who, &draft.event);
        }
        true
    }

    fn decided<C: CaseCommand + DeserializeOwned>(&self, who: &Actor, body: &Value) -> Option<Vec<Draft<CaseEvent>>> {
        let command: C = serde_json::from_value(body.clone()).unwrap();
        let listed = allowed_actions(self.facts(), who);
        let promised = listed.iter().find(|a| a.action == C::ACTION).is_some_and(|a| a.allowed);
        let decided = permission::check::<C>(who, &self.case, self.world())
            .and_then(|permit| decide(command, self.facts(), &permit))
            .ok()
            .map(|decision| decision.case);
        assert!(promised || decided.is_none(), "{:?} went through though it wasn't offered", C::ACTION);
        decided
    }

    /// A sheet of its own: drafted and dispatched without confirmation.
    fn dispatched(&self, who: &Actor, body: &Value) -> Option<Vec<Draft<CaseEvent>>> {
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
        let permit = permission::check_sheet::<Dispatch>(who, Some(&sheet), &[], self.world()).ok()?;
        let dispatch: Dispatch = serde_json::from_value(json!({ "unconfirmed_reason": "口头同意" })).unwrap();
        let facts = work_order::SheetFacts {
            sheet: &sheet,
            cases: &cases,
            world: self.world(),
            now: self.now,
            means: &self.means,
        };
        let decision = work_order::SheetCommand::decide(dispatch, facts, &permit).ok()?;
        Some(decision.cases.into_iter().next().unwrap().1)
    }

    /// What no single event may break.
    fn check_step(&self, before: &Case, who: &Actor, event: &CaseEvent) {
        let case = &self.case;
        if before.state == CaseState::Closed {
            assert_eq!(case.state, CaseState::Closed, "a way out of closed: {event:?}");
        }
        if let (Some(old), Some(new)) = (before.level, case.level) {
            assert!(new <= old, "the level was lowered");
        }
        let decides = matches!(
            event,
            CaseEvent::CalledBack { .. } | CaseEvent::VerifiedSolved { .. } | CaseEvent::SentBack { .. }
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
        let sum: u32 = case.custody_days(through, Calendar::built_in()).iter().map(|d| d.working_days).sum();
        let age = Calendar::built_in().working_days_after(shanghai_date(case.accepted_at), shanghai_date(through));
        assert_eq!(sum, age, "custody sums to the working age");
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
        let json = serde_json::to_string(case).unwrap();
        assert_eq!(&serde_json::from_str::<Case>(&json).unwrap(), case, "the snapshot is the state");
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 512, failure_persistence: None, ..ProptestConfig::default() })]

    /// Every attempt is made by everybody in turn, so that many get through.
    #[test]
    fn any_sequence_of_commands_keeps_the_promises(
        business in any::<bool>(),
        tries in prop::collection::vec((0..attempts().len(), 0_i64..60), 1..60),
    ) {
        let attempts = attempts();
        let mut play = Play::begin(business);
        for (attempt, hours) in tries {
            let (command, body) = &attempts[attempt];
            for who in 0..ACTORS.len() {
                if play.attempt(&actor(who), command, body) {
                    break;
                }
            }
            play.check();
            play.now += TimeDelta::hours(hours);
        }
    }
}
