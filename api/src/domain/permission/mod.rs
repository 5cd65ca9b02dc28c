//! Who may do what. One table of command × state × role feeds both the check of a
//! command and what the server tells the asker may be done. [`check`], [`check_sheet`],
//! [`check_meeting`], [`enter`] and [`manage_other`] are the only makers of permits; deciders ask for
//! roles nowhere else.

mod entry;
mod hearing;
mod meeting;
mod reading;
mod reveal;
mod scope;
mod sheet;
mod table;
#[cfg(test)]
mod tests;

use std::marker::PhantomData;

pub use entry::{Entry, EntryPermit, enter, manage_other};
pub use hearing::hears;
pub(super) use meeting::check_meeting_action;
pub use meeting::{MEETING_ROLES, check_meeting, check_meeting_role, meeting_states};
pub use reading::{Reading, reading};
pub use reveal::{check_attachment, check_reveal, may_find_by, sees_matter_only};
pub(crate) use scope::Reach;
pub use scope::Scope;
pub(super) use sheet::check_sheet_action;
pub use sheet::{check_dispatch, check_sheet, check_sheet_role, sheet_roles, sheet_states};
pub use table::{Grant, Relation, grants};

use super::case::{Case, CaseCommand};
use super::facts::World;
use super::log::Actor;
use super::words::{CaseAction, CaseState};
use crate::error::{Code, Error, Result, StateConflict};

/// Leave for one actor to give one command; made here only.
#[derive(Debug)]
pub struct Permit<C> {
    actor: Actor,
    command: PhantomData<C>,
}

impl<C> Permit<C> {
    fn grant(actor: &Actor) -> Self {
        Self { actor: actor.clone(), command: PhantomData }
    }

    /// Who acts.
    pub fn actor(&self) -> &Actor {
        &self.actor
    }
}

/// Whether `actor`'s role could ever give this command, whatever the case.
///
/// # Errors
/// `role_may_not`.
pub fn check_role(actor: &Actor, action: CaseAction) -> Result<()> {
    if grants(action).any(|g| g.roles.contains(&actor.role)) {
        return Ok(());
    }
    Err(Error::new(Code::RoleMayNot, format!("“{}”岗位不能{}", actor.role.label(), action.label())))
}

/// Leave to give the command `C` to this case now.
///
/// # Errors
/// `role_may_not`, `not_yours` or `segregation` where the actor may not; `wrong_state` where
/// nobody may in this state.
pub fn check<C: CaseCommand>(actor: &Actor, case: &Case, world: World<'_>) -> Result<Permit<C>> {
    check_action(actor, C::ACTION, case, world)?;
    Ok(Permit::grant(actor))
}

/// As [`check`], for a command known by name only.
pub(super) fn check_action(actor: &Actor, action: CaseAction, case: &Case, world: World<'_>) -> Result<()> {
    check_role(actor, action)?;
    let here = || grants(action).filter(|g| g.states.contains(&case.state));
    if here().next().is_none() {
        return Err(wrong_state(action, case.state));
    }
    let mine = here().filter(|g| g.roles.contains(&actor.role)).collect::<Vec<_>>();
    let held: Vec<_> = mine.iter().copied().filter(|g| g.relation.holds(actor, case, world)).collect();
    if !held.is_empty() {
        return refuse_handler(actor, &held, case, world);
    }
    let sector_lead = world.units.lead(case.sector) == Some(&actor.unit);
    if sector_lead && mine.iter().any(|g| g.relation == Relation::Verifier) {
        return Err(Error::new(Code::Segregation, "贵单位是此事项的承办单位，须由另一领域牵头部门或区营商办核查回访"));
    }
    let holder = case.holder.as_ref().map_or("无", |unit| world.units.name(unit));
    Err(Error::new(Code::NotYours, format!("您的岗位和单位不能对此事项{}；现由“{holder}”经办", action.label())))
}

/// A person of the office or the supervisor also counts as of the unit they come from, and whoever
/// reported a result doesn't verify it; what is open to them otherwise stays so.
fn refuse_handler(actor: &Actor, held: &[&Grant], case: &Case, world: World<'_>) -> Result<()> {
    let decides = held.iter().all(|g| g.relation.judges());
    let from_handler = [Some(&actor.unit), actor.home_unit.as_ref()]
        .into_iter()
        .flatten()
        .any(|unit| case.is_handling_unit(unit, world.units));
    if decides && from_handler {
        return Err(Error::new(Code::Segregation, "承办单位的人员不能核查、回访本单位承办的事项"));
    }
    if decides && case.feedback.as_ref().is_some_and(|f| f.by == actor.user) {
        return Err(Error::new(Code::Segregation, "报告结果的人不能核查自己的结果，请由另一人核查"));
    }
    Ok(())
}

fn wrong_state(action: CaseAction, state: CaseState) -> Error {
    let allowed: Vec<CaseState> =
        CaseState::ALL.iter().copied().filter(|s| grants(action).any(|g| g.states.contains(s))).collect();
    let labels = allowed.iter().map(|s| format!("“{}”", s.label())).collect::<Vec<_>>().join("、");
    let detail = format!("事项现为“{}”，“{}”只能在{labels}时进行", state.label(), action.label());
    Error {
        state: Some(StateConflict {
            state: state.as_str().to_owned(),
            allowed_in: allowed.iter().map(|s| s.as_str().to_owned()).collect(),
        }),
        ..Error::new(Code::WrongState, detail)
    }
}
