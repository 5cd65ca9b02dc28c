//! Who hears of an event while it happens: who may read it.

use super::{Entry, Scope};
use crate::domain::audience::Audience;
use crate::domain::calendar::DistrictCalendar;
use crate::domain::case::Case;
use crate::domain::log::{Actor, Aggregate};
use crate::domain::meeting::Meeting;
use crate::domain::policy_issue::PolicyIssue;
use crate::domain::settings::Settings;
use crate::domain::unit::Unit;
use crate::domain::user::User;
use crate::domain::work_order::WorkOrder;

/// Whether `actor`, who sees `scope`, hears of an event of a `noun` with this audience. A noun that
/// isn't named here is heard of by nobody.
pub fn hears(actor: &Actor, scope: &Scope, noun: &str, audience: &Audience) -> bool {
    let entry = match noun {
        Case::KIND => Entry::ReadCases,
        WorkOrder::KIND => Entry::ReadWorkOrders,
        Meeting::KIND => Entry::ReadMeetings,
        PolicyIssue::KIND => Entry::ReadPolicyIssues,
        DistrictCalendar::KIND => Entry::ReadCalendar,
        Unit::KIND => Entry::ReadUnits,
        User::KIND => Entry::ReadUsers,
        Settings::KIND => Entry::ReadSettings,
        _ => return false,
    };
    let may_read = entry.roles().contains(&actor.role) && audience.lets(scope);
    may_read || audience.person.as_ref() == Some(&actor.user)
}
