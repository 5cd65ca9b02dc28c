//! What happens to a case of the demo's data, and when: its path (`outcome_path`) as legs, each so
//! many working days after the one before.

use chrono::{DateTime, NaiveDate, TimeDelta, Utc};

use super::DemoCase;
use crate::domain::calendar::{Calendar, shanghai_date, start_of_day};

/// One thing that somebody does to a case.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Step {
    Register,
    Accept,
    SolveOnTheSpot,
    CloseOutOfScope,
    CloseDuplicate,
    Withdraw,
    AskOpinion,
    GiveOpinion {
        conforms: bool,
    },
    Explain {
        policy: bool,
    },
    ReportPolicyIssue,
    PassOn,
    Draft(To),
    AskConfirmation,
    Decline,
    Redraft,
    Confirm,
    Dispatch,
    Contact,
    Receive,
    Return(To),
    Rule,
    CoOpinions,
    /// So many working days later; the date of the data where it has one.
    AskExtension {
        days: u32,
    },
    GrantExtension,
    AskCoordination,
    Feedback {
        solved: bool,
    },
    Callback {
        solved: bool,
    },
    CallInVain,
    Complain,
    SendBack,
    Raise,
    ReportCoordinated,
    ProposeMeeting,
    SubmitToMeeting,
    PlanMeeting,
    CallMeeting,
    HoldMeeting,
    Resolve(Resolution),
    SignMeeting,
    AskReferral,
    Reply,
    Verify,
    CloseUnsolved,
    AskReopening,
    Reopen,
}

/// To whom a case is sent.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum To {
    /// The unit whose business it is.
    Right,
    /// The first that is asked by mistake.
    Wrong,
    /// The second.
    WrongAgain,
}

/// What a meeting resolves.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Resolution {
    Assign,
    ReferUp,
}

/// What is done so many working days after the leg before; 0: on the same day.
#[derive(Clone, Debug)]
pub(crate) struct Leg {
    pub days: usize,
    pub steps: Vec<Step>,
}

/// A leg.
pub(super) fn leg(days: usize, steps: &[Step]) -> Leg {
    Leg { days, steps: steps.to_vec() }
}

/// Registered, accepted, and for a business case judged to conform.
pub(super) fn taken_in(business: bool) -> Leg {
    use Step::{Accept, AskOpinion, GiveOpinion, PassOn, Register};
    if business {
        leg(0, &[Register, Accept, AskOpinion, GiveOpinion { conforms: true }, PassOn])
    } else {
        leg(0, &[Register, Accept, PassOn])
    }
}

/// Confirmed and dispatched to the unit whose business it is.
pub(super) fn dispatched() -> Leg {
    use Step::{AskConfirmation, Confirm, Contact, Dispatch, Draft};
    leg(0, &[Draft(To::Right), AskConfirmation, Confirm, Dispatch, Contact])
}

/// From coordination to the signed minutes of a joint meeting.
pub(super) fn met(resolution: Resolution, business: bool) -> Vec<Leg> {
    use Step::{CallMeeting, HoldMeeting, PlanMeeting, ProposeMeeting, Resolve, SignMeeting, SubmitToMeeting};
    let submit: &[Step] = if business { &[ProposeMeeting, SubmitToMeeting] } else { &[SubmitToMeeting] };
    vec![
        leg(2, submit),
        leg(1, &[PlanMeeting, CallMeeting]),
        leg(3, &[HoldMeeting, Resolve(resolution)]),
        leg(1, &[SignMeeting]),
    ]
}

/// The way of a case of the data.
fn legs(case: &DemoCase, variant: usize) -> Vec<Leg> {
    use Step::{
        Accept, AskCoordination, AskExtension, AskOpinion, Callback, CoOpinions, Explain, Feedback, GiveOpinion,
        GrantExtension, PassOn, Raise, Receive, Register, Reply, ReportCoordinated, ReportPolicyIssue, SendBack,
        SolveOnTheSpot, Verify,
    };
    let business = case.is_business();
    let solved = Feedback { solved: true };
    let checked = leg(1 + variant % 2, &[Callback { solved: true }, Verify]);
    let worked_on = || leg(1, &[Receive, CoOpinions]);
    let refused = [Register, Accept, AskOpinion, GiveOpinion { conforms: false }];
    match case.outcome_path.as_str() {
        "Z-T3" | "S-T3" => vec![leg(0, &[Register, Accept, SolveOnTheSpot])],
        "S-NO" => vec![leg(0, &refused), leg(0, &[Explain { policy: false }])],
        "S-NO-MUNI" => vec![leg(0, &refused), leg(0, &[Explain { policy: true }]), leg(10, &[ReportPolicyIssue])],
        "Z-T2-EXT" | "S-T2-EXT" => vec![
            taken_in(business),
            dispatched(),
            worked_on(),
            leg(2, &[AskExtension { days: 5 }]),
            leg(1, &[GrantExtension]),
            leg(2, &[solved]),
            checked,
        ],
        "Z-T2-REASSIGN" => vec![
            leg(0, &[Register, Accept, PassOn, Step::Draft(To::Wrong), Step::AskConfirmation, Step::Decline]),
            leg(0, &[Step::Redraft, Step::AskConfirmation, Step::Confirm, Step::Dispatch, Step::Contact]),
            worked_on(),
            leg(1 + variant % 4, &[solved]),
            checked,
        ],
        "Z-T2-REWORK" | "S-T2-REWORK" => vec![
            taken_in(business),
            dispatched(),
            worked_on(),
            leg(2, &[solved]),
            leg(1, &[Callback { solved: false }, SendBack]),
            leg(3, &[solved]),
            checked,
        ],
        "S-T1-ZGJ" => {
            vec![taken_in(business), dispatched(), worked_on(), leg(3, &[Raise]), leg(4, &[ReportCoordinated]), checked]
        }
        "Z-T1" | "S-T1" | "Z-T1-MUNI" | "S-T1-MUNI" => {
            let to_the_city = case.outcome_path.ends_with("MUNI");
            let stuck: &[Step] = if business { &[Raise] } else { &[AskCoordination, Raise] };
            let mut legs = vec![taken_in(business), dispatched(), worked_on(), leg(2, stuck)];
            if to_the_city {
                legs.extend(met(Resolution::ReferUp, business));
                legs.push(leg(8, &[Reply]));
            } else {
                legs.extend(met(Resolution::Assign, business));
                legs.extend([leg(1, &[Receive]), leg(3, &[solved])]);
            }
            legs.push(checked);
            legs
        }
        _ => vec![taken_in(business), dispatched(), worked_on(), leg(1 + variant % 4, &[solved]), checked],
    }
}

/// The steps of a case with their times. `variant` makes ways of the same kind differ a little.
pub(super) fn steps(case: &DemoCase, variant: usize) -> Vec<(DateTime<Utc>, Step)> {
    let mut times = Times::new(case, variant);
    let legs = case.script.clone().unwrap_or_else(|| legs(case, variant));
    for Leg { days, steps } in legs {
        if days > 0 {
            times.wait(days);
        }
        for step in steps {
            times.next(step);
            if step == Step::Register {
                times.wait_for_screening(case);
            }
        }
    }
    let until = case.open_at.unwrap_or(DateTime::<Utc>::MAX_UTC);
    times.steps.into_iter().filter(|(at, _)| *at <= until).collect()
}

/// The times of a case's steps.
struct Times {
    now: DateTime<Utc>,
    tick: TimeDelta,
    variant: usize,
    steps: Vec<(DateTime<Utc>, Step)>,
}

impl Times {
    fn new(case: &DemoCase, variant: usize) -> Self {
        Self { now: case.received_at, tick: tick(case.received_at), variant, steps: Vec::new() }
    }

    fn next(&mut self, step: Step) {
        self.steps.push((self.now, step));
        self.now += self.tick;
    }

    /// What came in online on a day off is screened on the next working day.
    fn wait_for_screening(&mut self, case: &DemoCase) {
        if shanghai_date(self.now) < case.accepted_on {
            self.now = at(case.accepted_on, 9 * 60 + 5);
            self.tick = TimeDelta::minutes(3);
        }
    }

    /// So many working days later, at some time of the office's day.
    fn wait(&mut self, days: usize) {
        let days = u32::try_from(days).unwrap_or(1);
        let date = shanghai_date(self.now);
        let date = Calendar::built_in().deadline(date, days).map_or(date, |d| d.due_date);
        let minutes = 9 * 60 + 10 + i64::try_from(self.variant * 37 % 400).unwrap_or(0);
        self.now = at(date, minutes);
        self.tick = TimeDelta::minutes(2);
    }
}

/// Minutes where there is time, seconds late in the evening: all on the same day.
fn tick(start: DateTime<Utc>) -> TimeDelta {
    let midnight = shanghai_date(start).succ_opt().map_or(start, start_of_day);
    ((midnight - start) / 20).min(TimeDelta::minutes(4))
}

/// So many minutes after 0:00 of a day.
pub(super) fn at(date: NaiveDate, minutes: i64) -> DateTime<Utc> {
    start_of_day(date) + TimeDelta::minutes(minutes)
}
