//! 经办时长: who held a case for how many working days.

use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::domain::calendar::{Calendar, shanghai_date};
use crate::domain::ids::UnitId;

/// From when a case lay in someone's hands; until the next hold begins.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Hold {
    /// Whose; nobody's while closed.
    pub unit: Option<UnitId>,
    /// From when.
    pub from: DateTime<Utc>,
}

/// One holder's share.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct UnitDays {
    /// The holder.
    pub unit: UnitId,
    /// Working days at whose end the holder had the case.
    pub working_days: u32,
}

/// A stretch of days, Asia/Shanghai, both included.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Span {
    /// The first day.
    pub from: NaiveDate,
    /// The last day.
    pub to: NaiveDate,
}

/// Each working day after the day of `accepted_at`, through that of `through`, belongs to whoever
/// holds the case at its 24:00, the day of closing to who held it last; days before the first hold
/// belong to the first holder, time closed to nobody. The parts sum to the case's working age.
pub(super) fn days(
    holds: &[Hold],
    accepted_at: DateTime<Utc>,
    through: DateTime<Utc>,
    calendar: &Calendar,
) -> Vec<UnitDays> {
    let span = Span { from: NaiveDate::MIN, to: shanghai_date(through) };
    let mut shares = days_within(span, holds, accepted_at, calendar);
    shares.retain(|share| share.working_days > 0);
    shares
}

/// As [`days`], of the days of `span` alone, so that the shares of spans that follow each other sum;
/// in the order in which units first had the case at a day's end. Then come those who held it on one
/// of them for no day's end.
pub(super) fn days_within(
    span: Span,
    holds: &[Hold],
    accepted_at: DateTime<Utc>,
    calendar: &Calendar,
) -> Vec<UnitDays> {
    let mut counted_to = span.from.pred_opt().unwrap_or(span.from).max(shanghai_date(accepted_at));
    let (mut shares, mut passing): (Vec<UnitDays>, Vec<&UnitId>) = Default::default();
    for (i, hold) in holds.iter().enumerate() {
        let until = last_day_of(&holds[i..]).unwrap_or(span.to).min(span.to);
        let working_days = calendar.working_days_after(counted_to, until);
        counted_to = counted_to.max(until);
        let ended = holds.get(i + 1).is_some_and(|next| shanghai_date(next.from) < span.from);
        let Some(unit) = &hold.unit else { continue };
        match shares.iter_mut().find(|s| s.unit == *unit) {
            Some(share) => share.working_days += working_days,
            None if working_days > 0 => shares.push(UnitDays { unit: unit.clone(), working_days }),
            None if !ended && shanghai_date(hold.from) <= span.to => passing.push(unit),
            None => {}
        }
    }
    for unit in passing {
        if shares.iter().all(|share| share.unit != *unit) {
            shares.push(UnitDays { unit: unit.clone(), working_days: 0 });
        }
    }
    shares
}

/// The last day that is the first holder's; none while the hold lasts.
fn last_day_of(holds: &[Hold]) -> Option<NaiveDate> {
    let first_day = |i: usize| holds.get(i).map(|hold: &Hold| shanghai_date(hold.from));
    let next = first_day(1)?;
    let closes = holds[1].unit.is_none() && first_day(2) != Some(next);
    if closes { Some(next) } else { next.pred_opt() }
}

#[cfg(test)]
mod tests {
    use chrono::TimeZone;

    use super::*;

    fn at(day: u32, hour: u32) -> DateTime<Utc> {
        Utc.with_ymd_and_hms(2021, 9, day, hour, 0, 0).unwrap()
    }

    fn hold(unit: &str, from: DateTime<Utc>) -> Hold {
        Hold { unit: Some(unit.into()), from }
    }

    #[test]
    fn a_day_belongs_to_whoever_holds_the_case_at_its_end_and_the_parts_sum() {
        let calendar = Calendar::built_in();
        // accepted on Wed 1st, passed on the same day, dispatched on Thu 2nd, fed back on Tue 7th
        let holds = [hold("hall", at(1, 1)), hold("lead", at(1, 3)), hold("unit", at(2, 2)), hold("lead", at(7, 2))];
        let days = days(&holds, at(1, 1), at(8, 2), calendar);
        let share = |unit: &str| days.iter().find(|d| d.unit.as_str() == unit).map_or(0, |d| d.working_days);
        assert_eq!((share("hall"), share("unit"), share("lead")), (0, 3, 2));
        let age = calendar.working_days_after(shanghai_date(at(1, 1)), shanghai_date(at(8, 2)));
        assert_eq!(days.iter().map(|d| d.working_days).sum::<u32>(), age);
    }

    #[test]
    fn the_day_of_closing_belongs_to_who_held_it_last_and_time_closed_to_nobody() {
        let calendar = Calendar::built_in();
        let closed = |from| Hold { unit: None, from };
        let share = |holds: &[Hold], unit: &str| {
            let days = days(holds, at(1, 1), at(10, 2), calendar);
            days.iter().find(|d| d.unit.as_str() == unit).map_or(0, |d| d.working_days)
        };
        // closed on Fri 3rd, taken up again on Tue 7th: Mon 6th is nobody's
        let holds = [hold("hall", at(1, 1)), closed(at(3, 2)), hold("lead", at(7, 2))];
        assert_eq!((share(&holds, "hall"), share(&holds, "lead")), (2, 4));
        // taken up again on the day of closing: that day is the lead's
        let holds = [hold("hall", at(1, 1)), closed(at(3, 2)), hold("lead", at(3, 3))];
        assert_eq!((share(&holds, "hall"), share(&holds, "lead")), (1, 6));
    }

    #[test]
    fn days_before_registration_belong_to_the_first_holder() {
        let calendar = Calendar::built_in();
        let days = days(&[hold("hall", at(3, 1))], at(1, 1), at(6, 1), calendar);
        assert_eq!(days, [UnitDays { unit: "hall".into(), working_days: 3 }]);
    }

    #[test]
    fn a_span_names_who_held_the_case_in_it_and_counts_its_own_days() {
        let calendar = Calendar::built_in();
        let closed = Hold { unit: None, from: at(9, 2) };
        let holds =
            [hold("hall", at(1, 1)), hold("lead", at(1, 3)), hold("unit", at(2, 2)), hold("lead", at(7, 2)), closed];
        let shares = |from, to| {
            let day = |day| NaiveDate::from_ymd_opt(2021, 9, day).unwrap();
            let shares = days_within(Span { from: day(from), to: day(to) }, &holds, at(1, 1), calendar);
            shares.into_iter().map(|share| (share.unit.to_string(), share.working_days)).collect::<Vec<_>>()
        };
        let share = |unit: &str, days| (unit.to_owned(), days);
        assert_eq!(shares(1, 1), [share("hall", 0), share("lead", 0)], "the day of acceptance counts for nobody");
        assert_eq!(shares(2, 3), [share("unit", 2), share("lead", 0)]);
        assert_eq!(shares(4, 5), [share("unit", 0)], "a weekend");
        assert_eq!(shares(6, 30), [share("unit", 1), share("lead", 3)]);
        assert_eq!(shares(10, 30), [], "it was closed before");
    }
}
