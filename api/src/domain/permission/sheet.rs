//! Who may do what with a work order.

use super::{Permit, check_action};
use crate::domain::case::Case;
use crate::domain::facts::World;
use crate::domain::log::Actor;
use crate::domain::words::{CaseAction, Role, SheetAction, SheetState};
use crate::domain::work_order::{OnSheet, WorkOrder};
use crate::error::{Code, Error, Result, StateConflict};

pub(super) const DRAFTERS: &[Role] = &[Role::Lead, Role::Butler, Role::ChiefButler];

/// The roles that may ever give this command.
pub fn sheet_roles(action: SheetAction) -> &'static [Role] {
    match action {
        SheetAction::Confirm => &[Role::Handler, Role::Lead, Role::Butler, Role::ChiefButler],
        SheetAction::Decline => &[Role::Handler],
        _ => DRAFTERS,
    }
}

/// The states in which the command may be given; none for drafting, which makes the sheet.
pub fn sheet_states(action: SheetAction) -> &'static [SheetState] {
    use SheetState::{AwaitingConfirmation, Draft};
    match action {
        SheetAction::Draft => &[],
        SheetAction::Redraft | SheetAction::AddCase | SheetAction::RemoveCase | SheetAction::AskConfirmation => {
            &[Draft]
        }
        SheetAction::Confirm | SheetAction::Decline => &[AwaitingConfirmation],
        SheetAction::Dispatch | SheetAction::Cancel => &[Draft, AwaitingConfirmation],
    }
}

/// Whether `actor`'s role could ever give this command.
///
/// # Errors
/// `role_may_not`.
pub fn check_sheet_role(actor: &Actor, action: SheetAction) -> Result<()> {
    if sheet_roles(action).contains(&actor.role) {
        return Ok(());
    }
    Err(Error::new(Code::RoleMayNot, format!("“{}”岗位不能办理工作单的“{}”", actor.role.label(), action.label())))
}

/// Leave to give the command `C` to this sheet (none when drafting it); `joining` are the cases
/// that the command puts on it.
///
/// # Errors
/// `role_may_not`, `not_yours` where the actor may not; `wrong_state` where nobody may now.
pub fn check_sheet<C: OnSheet>(
    actor: &Actor,
    sheet: Option<&WorkOrder>,
    joining: &[&Case],
    world: World<'_>,
) -> Result<Permit<C>> {
    match sheet {
        Some(sheet) => check_sheet_action(actor, C::ACTION, sheet)?,
        None => check_sheet_role(actor, C::ACTION)?,
    }
    joining.iter().try_for_each(|case| check_dispatch(actor, case, world))?;
    Ok(Permit::grant(actor))
}

/// As [`check_sheet`], for a command known by name only and without the cases that join.
pub(in crate::domain) fn check_sheet_action(actor: &Actor, action: SheetAction, sheet: &WorkOrder) -> Result<()> {
    check_sheet_role(actor, action)?;
    check_hand(actor, action, sheet)?;
    check_state(action, sheet.state)
}

/// Whether `actor` may dispatch this case in its present state.
///
/// # Errors
/// As [`super::check`].
pub fn check_dispatch(actor: &Actor, case: &Case, world: World<'_>) -> Result<()> {
    check_action(actor, CaseAction::Dispatch, case, world)
        .map_err(|error| Error { detail: format!("{}：{}", case.number, error.detail), ..error })
}

fn check_hand(actor: &Actor, action: SheetAction, sheet: &WorkOrder) -> Result<()> {
    let drafter = DRAFTERS.contains(&actor.role) && actor.unit == sheet.drafter_unit;
    let addressee = actor.role == Role::Handler && actor.unit == sheet.main_unit;
    let may = match action {
        SheetAction::Confirm => drafter || addressee,
        SheetAction::Decline => addressee,
        _ => drafter,
    };
    if may {
        Ok(())
    } else {
        Err(Error::new(Code::NotYours, format!("您不能办理这张工作单的“{}”", action.label())))
    }
}

fn check_state(action: SheetAction, state: SheetState) -> Result<()> {
    let allowed = sheet_states(action);
    if allowed.contains(&state) {
        return Ok(());
    }
    Err(Error {
        state: Some(StateConflict {
            state: state.as_str().to_owned(),
            allowed_in: allowed.iter().map(|s| s.as_str().to_owned()).collect(),
        }),
        ..Error::new(Code::WrongState, format!("工作单现为“{}”，不能“{}”", state.label(), action.label()))
    })
}
