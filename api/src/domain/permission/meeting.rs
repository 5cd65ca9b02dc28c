//! Who may do what with a joint meeting: the office runs them.

use super::Permit;
use crate::domain::facts::World;
use crate::domain::log::Actor;
use crate::domain::meeting::{Meeting, OnMeeting};
use crate::domain::words::{MeetingAction, MeetingState, Role};
use crate::error::{Code, Error, Result, StateConflict};

/// The roles that may ever give a command on meetings.
pub const MEETING_ROLES: &[Role] = &[Role::Office];

/// The states in which the command may be given; none for planning, which makes the meeting.
pub fn meeting_states(action: MeetingAction) -> &'static [MeetingState] {
    use MeetingState::{Called, Held, Planned};
    match action {
        MeetingAction::Plan => &[],
        MeetingAction::AddCases
        | MeetingAction::RemoveCase
        | MeetingAction::Arrange
        | MeetingAction::Call
        | MeetingAction::Cancel => &[Planned, Called],
        MeetingAction::Hold => &[Called],
        MeetingAction::Resolve | MeetingAction::Sign => &[Held],
    }
}

/// Whether `actor`'s role could ever give this command.
///
/// # Errors
/// `role_may_not`.
pub fn check_meeting_role(actor: &Actor, action: MeetingAction) -> Result<()> {
    if MEETING_ROLES.contains(&actor.role) {
        return Ok(());
    }
    Err(Error::new(Code::RoleMayNot, format!("“{}”岗位不能{}联席会", actor.role.label(), action.label())))
}

/// Leave to give the command `C` to this meeting (none when planning it).
///
/// # Errors
/// `role_may_not`, `not_yours` where the actor may not; `wrong_state` where nobody may now.
pub fn check_meeting<C: OnMeeting>(actor: &Actor, meeting: Option<&Meeting>, world: World<'_>) -> Result<Permit<C>> {
    match meeting {
        Some(meeting) => check_meeting_action(actor, C::ACTION, meeting, world)?,
        None => check_hand(actor, C::ACTION, world)?,
    }
    Ok(Permit::grant(actor))
}

/// As [`check_meeting`], for a command known by name only.
pub(in crate::domain) fn check_meeting_action(
    actor: &Actor,
    action: MeetingAction,
    meeting: &Meeting,
    world: World<'_>,
) -> Result<()> {
    check_hand(actor, action, world)?;
    let allowed = meeting_states(action);
    if allowed.contains(&meeting.state) {
        return Ok(());
    }
    Err(Error {
        state: Some(StateConflict {
            state: meeting.state.as_str().to_owned(),
            allowed_in: allowed.iter().map(|s| s.as_str().to_owned()).collect(),
        }),
        ..Error::new(Code::WrongState, format!("会议现为“{}”，不能{}", meeting.state.label(), action.label()))
    })
}

fn check_hand(actor: &Actor, action: MeetingAction, world: World<'_>) -> Result<()> {
    check_meeting_role(actor, action)?;
    if world.units.office() == Some(&actor.unit) {
        return Ok(());
    }
    Err(Error::new(Code::NotYours, "联席会由区营商办办理"))
}
