//! How much goes on one agenda: on the pure decider, which needs no hundred cases in a database.

use std::collections::BTreeMap;

use bancheng::domain::facts::World;
use bancheng::domain::log::{ActedBy, Actor, Aggregate, Recorded};
use bancheng::domain::meeting::{AddCases, Meeting, MeetingCommand, MeetingEvent, MeetingFacts, PlanMeeting, plan};
use bancheng::domain::number::Number;
use bancheng::domain::permission::check_meeting;
use bancheng::domain::words::Role;
use bancheng::error::Error;
use serde_json::{Value, json};

use crate::properties::Play;

fn office() -> Actor {
    Actor { user: "somebody".into(), role: Role::Office, unit: "office".into(), home_unit: None }
}

/// So many cases as commands name them.
fn named(count: usize) -> Value {
    (0..count).map(|i| json!({ "id": format!("case{i}"), "version": 1 })).collect()
}

fn names_cases(error: &Error) {
    assert_eq!((error.fields[0].path.as_str(), error.fields[0].message.as_str()), ("cases", "一次会议最多99个议题"));
}

#[test]
fn a_meeting_is_planned_for_99_cases_at_most() {
    let play = Play::begin(false);
    let permit = check_meeting::<PlanMeeting>(&office(), None, play.world()).unwrap();
    let body = |count| serde_json::from_value(json!({ "subject": "联席会", "cases": named(count) })).unwrap();
    names_cases(&plan(body(100), &"m".into(), &vec![play.case.clone(); 100], &permit).unwrap_err());
    let within = plan(body(99), &"m".into(), &vec![play.case.clone(); 99], &permit).unwrap_err();
    assert!(within.detail.contains("不能列入联席会议程"), "only that they don't wait for a meeting: {within}");
}

#[test]
fn an_agenda_has_99_cases_at_most() {
    let play = Play::begin(false);
    let world: World<'_> = play.world();
    let cases = (0..60).map(|i| format!("old{i}").as_str().into()).collect();
    let event = MeetingEvent::MeetingPlanned { number: Some(Number { year: 2021, serial: 1 }), cases };
    let by = ActedBy::from(&office());
    let first = Recorded { seq: 1, at: play.now, by: &by, event: &event, parts: &[] };
    let meeting = Meeting::begin("m", first).unwrap();
    let texts = BTreeMap::new();
    let facts = MeetingFacts { meeting: &meeting, cases: &[], texts: &texts, world, now: play.now };
    let add = |count: usize| {
        let command: AddCases = serde_json::from_value(json!({ "cases": named(count) })).unwrap();
        command.decide(facts, &check_meeting(&office(), Some(&meeting), world).unwrap()).unwrap_err()
    };
    names_cases(&add(40));
    assert_eq!(add(39).code.as_str(), "not_on_agenda", "only that these cases aren't known");
}
