//! Cases of the four weeks before now, so that whoever tries the system meets every state, level
//! and outcome, and what is rare, waiting to be worked on.

use chrono::{DateTime, NaiveDate, Utc};

use super::DemoCase;
use super::paths::{Leg, Resolution, Step, To, at, dispatched, leg, met, taken_in};
use crate::domain::calendar::{Calendar, shanghai_date};

/// A case that came in so many working days ago, and what has happened to it since.
struct Script {
    days_ago: usize,
    business: bool,
    legs: Vec<Leg>,
}

fn government(days_ago: usize, legs: Vec<Leg>) -> Script {
    Script { days_ago, business: false, legs }
}

fn business(days_ago: usize, legs: Vec<Leg>) -> Script {
    Script { days_ago, business: true, legs }
}

/// Dispatched and received; more legs follow.
fn in_hand(business: bool, more: &[Leg]) -> Vec<Leg> {
    let received = leg(1, &[Step::Receive, Step::CoOpinions]);
    [taken_in(business), dispatched(), received].into_iter().chain(more.iter().cloned()).collect()
}

/// Fed back as solved; more legs follow.
fn fed_back(business: bool, more: &[Leg]) -> Vec<Leg> {
    let solved = leg(2, &[Step::Feedback { solved: true }]);
    in_hand(business, &[&[solved], more].concat())
}

/// Raised for coordination; more legs follow.
fn raised(business: bool, more: &[Leg]) -> Vec<Leg> {
    let stuck: &[Step] = if business { &[Step::Raise] } else { &[Step::AskCoordination, Step::Raise] };
    in_hand(business, &[&[leg(1, stuck)], more].concat())
}

/// Dispatched to a wrong unit and returned by it.
fn returned(to: To) -> Leg {
    leg(1, &[Step::Draft(to), Step::AskConfirmation, Step::Dispatch, Step::Return(to)])
}

fn scripts() -> Vec<Script> {
    use Step::{
        Accept, AskConfirmation, AskExtension, AskOpinion, AskReferral, AskReopening, CallInVain, CallMeeting,
        Callback, CloseDuplicate, CloseOutOfScope, CloseUnsolved, Complain, Draft, Explain, Feedback, GiveOpinion,
        GrantExtension, HoldMeeting, PlanMeeting, Receive, Register, Reopen, ReportCoordinated, Resolve, Rule,
        SendBack, SolveOnTheSpot, SubmitToMeeting, Verify, Withdraw,
    };
    let extended = |days| [leg(2, &[AskExtension { days }]), leg(1, &[GrantExtension])];
    let solved = leg(1, &[Callback { solved: true }, Verify]);
    vec![
        // at intake
        government(0, vec![leg(0, &[Register])]),
        business(0, vec![leg(0, &[Register])]),
        government(1, vec![leg(0, &[Register, Accept])]),
        business(1, vec![leg(0, &[Register, Accept, AskOpinion])]),
        government(0, vec![leg(0, &[Register, Accept, SolveOnTheSpot])]),
        government(2, vec![leg(0, &[Register, CloseOutOfScope])]),
        government(3, vec![leg(0, &[Register, CloseDuplicate])]),
        business(
            4,
            vec![
                leg(0, &[Register, Accept, AskOpinion, GiveOpinion { conforms: false }]),
                leg(0, &[Explain { policy: true }]),
            ],
        ),
        // to be dispatched
        government(1, vec![taken_in(false)]),
        government(2, vec![taken_in(false)]),
        business(1, vec![taken_in(true)]),
        government(0, vec![taken_in(false), leg(0, &[Draft(To::Right), AskConfirmation])]),
        government(4, vec![taken_in(false), returned(To::Wrong), returned(To::WrongAgain)]),
        // in hand: new, amber, overdue by 1 and by 3, extensions, rework
        government(1, vec![taken_in(false), dispatched()]),
        business(2, in_hand(true, &[])),
        government(4, in_hand(false, &[])),
        government(7, in_hand(false, &[])),
        government(10, vec![taken_in(false), dispatched(), leg(1, &[Receive])]),
        government(7, vec![taken_in(false), returned(To::Wrong), returned(To::WrongAgain), leg(1, &[Rule])]),
        government(3, in_hand(false, &[leg(1, &[AskExtension { days: 5 }])])),
        business(14, in_hand(true, &[&extended(3)[..], &extended(4), &[leg(3, &[AskExtension { days: 5 }])]].concat())),
        government(3, in_hand(false, &[leg(1, &[Step::AskCoordination])])),
        government(9, fed_back(false, &[leg(1, &[Callback { solved: false }, SendBack])])),
        // to be verified
        government(5, fed_back(false, &[])),
        business(6, in_hand(true, &[leg(2, &[Feedback { solved: false }])])),
        government(8, fed_back(false, &[leg(1, &[CallInVain]), leg(1, &[CallInVain])])),
        // the first level
        government(6, raised(false, &[])),
        business(8, raised(true, &[leg(2, &[AskReferral])])),
        government(8, raised(false, &[leg(2, &[SubmitToMeeting])])),
        government(
            11,
            raised(
                false,
                &[
                    leg(1, &[SubmitToMeeting]),
                    leg(1, &[PlanMeeting, CallMeeting]),
                    leg(3, &[HoldMeeting, Resolve(Resolution::Assign)]),
                ],
            ),
        ),
        business(18, raised(true, &met(Resolution::ReferUp, true))),
        // closed, with something left to do
        government(9, fed_back(false, &[leg(1, &[Callback { solved: true }, Verify, Complain])])),
        government(10, fed_back(false, &[solved.clone(), leg(1, &[AskReopening])])),
        government(14, fed_back(false, &[solved.clone(), leg(1, &[AskReopening]), leg(1, &[Reopen])])),
        government(6, in_hand(false, &[leg(1, &[Withdraw])])),
        government(16, raised(false, &[leg(3, &[ReportCoordinated]), leg(1, &[CloseUnsolved])])),
        business(12, fed_back(true, &[solved])),
    ]
}

/// The scripted cases as of this instant. They borrow matter, reporter and units from the data.
pub(super) fn cases(models: &[DemoCase], as_of: DateTime<Utc>) -> Vec<DemoCase> {
    let of_kind = |business| models.iter().filter(move |m| m.is_business() == business);
    let (mut government, mut business) = (of_kind(false).step_by(4).cycle(), of_kind(true).step_by(2).cycle());
    scripts()
        .into_iter()
        .zip(1..)
        .filter_map(|(script, number): (_, usize)| {
            let model = if script.business { business.next() } else { government.next() }?;
            let day = working_day_before(as_of, script.days_ago);
            Some(DemoCase {
                id: format!("scripted {number}"),
                outcome_path: String::new(),
                received_at: at(day, 9 * 60 + 30),
                accepted_on: day,
                initial_due_on: None,
                extended_due_on: None,
                open_at: Some(as_of),
                script: Some(script.legs),
                ..model.clone()
            })
        })
        .collect()
}

/// The `days`-th working day before the last one whose office hours have begun.
pub(super) fn working_day_before(as_of: DateTime<Utc>, days: usize) -> NaiveDate {
    let begun = |day: &NaiveDate| Calendar::built_in().is_working_day(*day) && at(*day, 10 * 60 + 30) <= as_of;
    let back = std::iter::successors(Some(shanghai_date(as_of)), NaiveDate::pred_opt);
    back.filter(begun).nth(days).unwrap_or_default()
}
