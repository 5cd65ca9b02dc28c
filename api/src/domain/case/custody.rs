//! 经办时长: who held a case for how many working days (DOMAIN §5).

use chrono::{DateTime, Utc};
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

/// Each working day after the day of `accepted_at`, through that of `through`, belongs to whoever
/// holds the case at its 24:00; days before the first hold belong to the first holder. The parts
/// sum to the case's working age.
pub(super) fn days(
    holds: &[Hold],
    accepted_at: DateTime<Utc>,
    through: DateTime<Utc>,
    calendar: &Calendar,
) -> Vec<UnitDays> {
    let last_day = shanghai_date(through);
    let mut counted_to = shanghai_date(accepted_at);
    let mut shares: Vec<UnitDays> = Vec::new();
    for (i, hold) in holds.iter().enumerate() {
        // The last day that ends in this holder's hands: the eve of the next hold's first day.
        let until = match holds.get(i + 1) {
            Some(next) => shanghai_date(next.from).pred_opt().unwrap_or(last_day).min(last_day),
            None => last_day,
        };
        if until <= counted_to {
            continue;
        }
        let working_days = calendar.working_days_after(counted_to, until);
        counted_to = until;
        if let (Some(unit), true) = (&hold.unit, working_days > 0) {
            match shares.iter_mut().find(|s| s.unit == *unit) {
                Some(share) => share.working_days += working_days,
                None => shares.push(UnitDays { unit: unit.clone(), working_days }),
            }
        }
    }
    shares
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
    fn days_before_registration_belong_to_the_first_holder() {
        let calendar = Calendar::built_in();
        let days = days(&[hold("hall", at(3, 1))], at(1, 1), at(6, 1), calendar);
        assert_eq!(days, [UnitDays { unit: "hall".into(), working_days: 3 }]);
    }
}
