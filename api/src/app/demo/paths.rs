//! What happens to a case of the demo, and when: its path as a list of steps.

use chrono::{DateTime, NaiveDate, TimeDelta, Utc};

use super::DemoCase;
use crate::domain::calendar::{Calendar, shanghai_date, start_of_day};

/// One thing that somebody does to a case.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Step {
    Register,
    Accept,
    SolveOnTheSpot,
    AskOpinion,
    GiveOpinion { conforms: bool },
    Explain,
    PassOn,
    Draft { wrong_unit: bool },
    AskConfirmation,
    Decline,
    Redraft,
    Confirm,
    Dispatch,
    Receive,
    CoOpinions,
    Feedback,
    Callback { solved: bool },
    SendBack,
    Raise,
    ReportCoordinated,
    Verify,
}

/// The steps of a case with their times; none where its path can't be walked yet.
pub(super) fn steps(case: &DemoCase, index: usize) -> Option<Vec<(DateTime<Utc>, Step)>> {
    use Step::{
        Accept, AskConfirmation, AskOpinion, Callback, Confirm, Decline, Dispatch, Draft, Explain, Feedback,
        GiveOpinion, PassOn, Raise, Receive, Redraft, Register, ReportCoordinated, SendBack, SolveOnTheSpot, Verify,
    };
    let mut times = Times::new(case, index);
    times.at_once(&[Register]);
    times.wait_for_screening(case);
    let business = case.outcome_path.starts_with('S');
    let opinion = |conforms| [Accept, AskOpinion, GiveOpinion { conforms }];
    let dispatch = [PassOn, Draft { wrong_unit: false }, AskConfirmation, Confirm, Dispatch];
    match case.outcome_path.as_str() {
        "Z-T3" | "S-T3" => times.at_once(&[Accept, SolveOnTheSpot]),
        "S-NO" => {
            times.at_once(&opinion(false));
            times.at_once(&[Explain]);
        }
        "Z-T2" | "S-T2" | "Z-T2-REWORK" | "S-T2-REWORK" | "Z-T2-REASSIGN" | "S-T1-ZGJ" => {
            if business {
                times.at_once(&opinion(true));
            } else {
                times.at_once(&[Accept]);
            }
            if case.outcome_path == "Z-T2-REASSIGN" {
                times.at_once(&[PassOn, Draft { wrong_unit: true }, AskConfirmation, Decline]);
                times.at_once(&[Redraft, AskConfirmation, Confirm, Dispatch]);
            } else {
                times.at_once(&dispatch);
            }
            times.after_days(1, &[Receive, Step::CoOpinions]);
            match case.outcome_path.as_str() {
                "S-T1-ZGJ" => {
                    times.after_days(3, &[Raise]);
                    times.after_days(4, &[ReportCoordinated]);
                }
                "Z-T2-REWORK" | "S-T2-REWORK" => {
                    times.after_days(2, &[Feedback]);
                    times.after_days(1, &[Callback { solved: false }, SendBack]);
                    times.after_days(3, &[Feedback]);
                }
                _ => times.after_days(1 + index % 4, &[Feedback]),
            }
            times.after_days(1 + index % 2, &[Callback { solved: true }, Verify]);
        }
        _ => return None,
    }
    let until = case.open_at.unwrap_or(DateTime::<Utc>::MAX_UTC);
    Some(times.steps.into_iter().filter(|(at, _)| *at <= until).collect())
}

/// How many cases are left open, one more for each working day before `as_of`.
const OPEN_CASES: usize = 12;

/// Cases like those of the data that came in on the last working days before `as_of`, so that they
/// stand at different points of their way.
pub(super) fn open_cases(cases: &[DemoCase], as_of: DateTime<Utc>) -> Vec<DemoCase> {
    let mut day = shanghai_date(as_of);
    let mut open = Vec::new();
    let models = cases.iter().filter(|c| matches!(c.outcome_path.as_str(), "Z-T2" | "S-T2" | "Z-T2-REWORK"));
    for (i, model) in models.step_by(3).take(OPEN_CASES).enumerate() {
        while !Calendar::built_in().is_working_day(day) || at(day, 9 * 60 + 30) > as_of {
            day = day.pred_opt().unwrap_or(day);
        }
        open.push(DemoCase {
            id: format!("open {}", i + 1),
            received_at: at(day, 9 * 60 + 30),
            accepted_on: day,
            initial_due_on: None,
            open_at: Some(as_of),
            ..model.clone()
        });
        if i % 2 == 1 {
            day = day.pred_opt().unwrap_or(day);
        }
    }
    open
}

/// The times of a case's steps: at once means within the same day.
struct Times {
    now: DateTime<Utc>,
    tick: TimeDelta,
    index: usize,
    steps: Vec<(DateTime<Utc>, Step)>,
}

impl Times {
    fn new(case: &DemoCase, index: usize) -> Self {
        Self { now: case.received_at, tick: tick(case.received_at), index, steps: Vec::new() }
    }

    fn at_once(&mut self, steps: &[Step]) {
        for step in steps {
            self.steps.push((self.now, *step));
            self.now += self.tick;
        }
    }

    /// What came in online on a day off is screened on the next working day.
    fn wait_for_screening(&mut self, case: &DemoCase) {
        if shanghai_date(self.now) < case.accepted_on {
            self.now = at(case.accepted_on, 9 * 60 + 5);
            self.tick = TimeDelta::minutes(3);
        }
    }

    /// So many working days later, at some time of the office's day.
    fn after_days(&mut self, days: usize, steps: &[Step]) {
        let days = u32::try_from(days).unwrap_or(1);
        let date = shanghai_date(self.now);
        let date = Calendar::built_in().deadline(date, days).map_or(date, |d| d.due_date);
        let minutes = 9 * 60 + 10 + i64::try_from(self.index * 37 % 400).unwrap_or(0);
        self.now = at(date, minutes);
        self.tick = TimeDelta::minutes(2);
        self.at_once(steps);
    }
}

/// Minutes where there is time, seconds late in the evening: all on the same day.
fn tick(start: DateTime<Utc>) -> TimeDelta {
    let midnight = shanghai_date(start).succ_opt().map_or(start, start_of_day);
    ((midnight - start) / 20).min(TimeDelta::minutes(4))
}

fn at(date: NaiveDate, minutes: i64) -> DateTime<Utc> {
    start_of_day(date) + TimeDelta::minutes(minutes)
}
