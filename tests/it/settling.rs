//! A signed meeting settles each case on its agenda exactly once, whatever was resolved: on the pure
//! decider.

use std::collections::{BTreeMap, BTreeSet};

use bancheng::domain::case::{Case, CaseEvent, Means};
use bancheng::domain::log::{ActedBy, Actor, Aggregate, Draft, PartRef, Recorded};
use bancheng::domain::meeting::{
    Call, Decision, Hold, Meeting, MeetingCommand, MeetingEvent, MeetingFacts, Resolve, Sign, plan,
};
use bancheng::domain::number::Number;
use bancheng::domain::permission;
use bancheng::domain::words::{CaseState, MeetingState};
use chrono::TimeDelta;
use proptest::prelude::*;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};

use crate::properties::{Play, actor};

/// The ways a case may go, and where it ends.
fn ways() -> [(Value, CaseState); 7] {
    let letter = json!({ "body": "市政府", "document_number": "1号", "document_date": "2021-09-01" });
    [
        (
            json!({ "assign": { "to": { "main_unit": "alpha", "co_units": [{ "unit": "beta", "task": "配合" }] } } }),
            CaseState::InProgress,
        ),
        (json!({ "solved": {} }), CaseState::AwaitingVerification),
        (json!({ "refer_up": letter }), CaseState::ReferredUp),
        (json!({ "explain": { "provision": "第九条", "answer": "已解释" } }), CaseState::Closed),
        (json!({ "unsolved": { "answer": "已告知" } }), CaseState::Closed),
        (json!({ "back_to_coordination": {} }), CaseState::UnderCoordination),
        (json!({ "defer": {} }), CaseState::AwaitingJointMeeting),
    ]
}

fn office() -> Actor {
    (0..).map(actor).find(|a| a.user.as_str() == "office").unwrap()
}

/// A meeting and its cases, as far as they have come.
struct Session {
    play: Play,
    meeting: Meeting,
    seq: i64,
    texts: BTreeMap<PartRef, String>,
    cases: Vec<(Case, Means)>,
}

impl Session {
    /// Planned, called and held for so many cases.
    fn held(size: usize) -> Self {
        let mut play = Play::begin(false);
        for (who, command, body) in [
            (0, "accept", json!({})),
            (0, "pass-on", json!({})),
            (4, "raise", json!({ "reason": "理由" })),
            (4, "submit-to-meeting", json!({ "tried": "会商", "question": "怎么办" })),
        ] {
            assert!(play.attempt(&actor(who), command, &body), "{command}");
        }
        let of = |i: usize| {
            let case = Case { id: format!("c{i}").as_str().into(), ..play.case.clone() };
            (case, Means { new_sheet: format!("w{i}").as_str().into(), enquiry_code: String::new(), cited: None })
        };
        let cases: Vec<(Case, Means)> = (0..size).map(of).collect();
        let permit = permission::check_meeting(&office(), None, play.world()).unwrap();
        let command = serde_json::from_value(json!({ "subject": "一事一议" })).unwrap();
        let states: Vec<Case> = cases.iter().map(|(case, _)| case.clone()).collect();
        let planned = plan(command, &"m".into(), &states, &permit).unwrap();
        let mut event = planned.meeting[0].event.clone();
        Meeting::give_number(&mut event, Number { year: 2021, serial: 1 });
        let by = ActedBy::from(&office());
        let first = Recorded { seq: 1, at: play.now, by: &by, event: &event, parts: &[] };
        let meeting = Meeting::begin("m", first).unwrap();
        let mut session = Self { play, meeting, seq: 1, texts: BTreeMap::new(), cases };
        session.follow(planned.cases);
        let begins_at = session.play.now + TimeDelta::hours(1);
        session.give::<Call>(&json!({ "begins_at": begins_at, "place": "301", "units": ["government"] }));
        session.play.now += TimeDelta::hours(2);
        session.give::<Hold>(&json!({ "held_at": begins_at, "units": ["government"] }));
        session
    }

    fn decide<C: MeetingCommand + DeserializeOwned>(&self, body: &Value) -> bancheng::error::Result<Decision> {
        let facts = MeetingFacts {
            meeting: &self.meeting,
            cases: &self.cases,
            texts: &self.texts,
            world: self.play.world(),
            now: self.play.now,
        };
        let permit = permission::check_meeting::<C>(&office(), Some(&self.meeting), self.play.world())?;
        serde_json::from_value::<C>(body.clone()).unwrap().decide(facts, &permit)
    }

    fn give<C: MeetingCommand + DeserializeOwned>(&mut self, body: &Value) -> Decision {
        let mut decision = self.decide::<C>(body).unwrap();
        for draft in std::mem::take(&mut decision.meeting) {
            self.happen(draft);
        }
        decision
    }

    fn happen(&mut self, draft: Draft<MeetingEvent>) {
        self.seq += 1;
        let names: Vec<String> = draft.parts.iter().map(|part| part.name.clone()).collect();
        let at = |name: String| PartRef { seq: self.seq, name };
        self.texts.extend(draft.parts.into_iter().map(|part| (at(part.name), part.content)));
        let by = ActedBy::from(&office());
        let next = Recorded { seq: self.seq, at: self.play.now, by: &by, event: &draft.event, parts: &names };
        self.meeting.apply(next).unwrap();
    }

    /// Each case's events, folded into it.
    fn follow(&mut self, events: Vec<(bancheng::domain::ids::CaseId, Vec<Draft<CaseEvent>>)>) {
        let by = ActedBy::from(&office());
        for (id, drafts) in events {
            let (case, _) = self.cases.iter_mut().find(|(case, _)| case.id == id).unwrap();
            for (draft, seq) in drafts.iter().zip(100..) {
                let recorded = Recorded { seq, at: self.play.now, by: &by, event: &draft.event, parts: &[] };
                case.apply(recorded).unwrap();
            }
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 256, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_signed_meeting_settles_each_case_exactly_once(
        resolved in prop::collection::vec((0..ways().len(), 0..ways().len(), any::<bool>()), 1..8),
        missing in any::<prop::sample::Index>(),
    ) {
        let ways = ways();
        let mut session = Session::held(resolved.len());
        let missing = missing.index(resolved.len());
        let order = (0..resolved.len()).filter(|i| *i != missing).chain([missing]);
        for i in order {
            prop_assert!(session.decide::<Sign>(&json!({})).is_err(), "signed without a resolution");
            let (first, last, again) = resolved[i];
            let resolve = |way: usize| json!({ "case": format!("c{i}"), "decision": "议定", "settlement": ways[way].0 });
            if again {
                session.give::<Resolve>(&resolve(first));
            }
            session.give::<Resolve>(&resolve(last));
        }
        let signed = session.give::<Sign>(&json!({}));
        prop_assert_eq!(session.meeting.state, MeetingState::Signed);
        prop_assert!(session.decide::<Sign>(&json!({})).is_err(), "signed twice");

        let settled: Vec<&str> = signed.cases.iter().map(|(id, _)| id.as_str()).collect();
        prop_assert_eq!(settled.len(), resolved.len());
        prop_assert_eq!(settled.iter().collect::<BTreeSet<_>>().len(), resolved.len());
        for (_, drafts) in &signed.cases {
            let count = drafts.iter().filter(|d| matches!(d.event, CaseEvent::Resolved { .. })).count();
            prop_assert_eq!(count, 1);
        }
        let sheets: BTreeSet<String> = signed.sheets.iter().map(|(id, _)| id.to_string()).collect();
        let assigned: BTreeSet<String> =
            resolved.iter().enumerate().filter(|(_, (_, last, _))| *last == 0).map(|(i, _)| format!("w{i}")).collect();
        prop_assert_eq!(sheets, assigned, "a sheet for each case that is assigned");

        session.follow(signed.cases);
        for ((case, _), (_, last, _)) in session.cases.iter().zip(&resolved) {
            prop_assert_eq!(case.state, ways[*last].1);
            prop_assert_eq!(&case.meeting, &None);
            prop_assert_eq!(case.resolutions.len(), 1);
        }
    }
}
