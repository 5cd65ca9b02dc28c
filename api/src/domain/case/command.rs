//! What a command on a case is, and which of them may be given now.

use chrono::{DateTime, Utc};
use serde::Serialize;
use utoipa::ToSchema;

use super::event::{Closing, Step};
use super::{Case, CaseEvent, custody};
use crate::domain::facts::World;
use crate::domain::log::{Actor, Draft};
use crate::domain::permission::{self, Permit};
use crate::domain::words::{CaseAction, CaseState, Outcome};
use crate::error::Result;

/// A command on one case: its body, its guards, its decision.
pub trait CaseCommand: Sized {
    /// Its name.
    const ACTION: CaseAction;

    /// Whether the client must name the version that it saw: not for what can't collide.
    fn needs_version(&self) -> bool {
        true
    }

    /// Guards that need nothing of the body; what stops the command now.
    ///
    /// # Errors
    /// The precise reason.
    fn ready(_case: &Case, _actor: &Actor, _world: World<'_>, _now: DateTime<Utc>) -> Result<()> {
        Ok(())
    }

    /// What happens, if the rest of the guards hold.
    ///
    /// # Errors
    /// The precise reason why not.
    fn decide(
        self,
        case: &Case,
        permit: &Permit<Self>,
        world: World<'_>,
        now: DateTime<Utc>,
    ) -> Result<Vec<Draft<CaseEvent>>>;
}

/// Decides one command.
///
/// # Errors
/// The precise reason why it is refused.
pub fn decide<C: CaseCommand>(
    command: C,
    case: &Case,
    permit: &Permit<C>,
    world: World<'_>,
    now: DateTime<Utc>,
) -> Result<Vec<Draft<CaseEvent>>> {
    C::ready(case, permit.actor(), world, now)?;
    command.decide(case, permit, world, now)
}

/// One command, and whether the asker may give it now.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct AllowedAction {
    /// The command.
    pub action: CaseAction,
    /// Its Chinese label.
    pub label: &'static str,
    /// Whether it may be given now.
    pub allowed: bool,
    /// Why not: the stable code.
    pub code: Option<&'static str>,
    /// Why not, in Chinese.
    pub reason: Option<String>,
}

/// Every command that the asker's role may ever give, with whether it may be given now and, if
/// not, why not. No client repeats the rules.
pub fn allowed_actions(case: &Case, actor: &Actor, world: World<'_>, now: DateTime<Utc>) -> Vec<AllowedAction> {
    macro_rules! ready {
        ($($command:ident)+) => {
            vec![$((super::$command::ACTION, super::$command::ready as fn(&Case, &Actor, World<'_>, DateTime<Utc>) -> Result<()>),)+]
        };
    }
    let commands = ready![
        Accept RequestOpinion GiveOpinion DeclineOpinion RecallOpinion SolveOnTheSpot PassOn Explain CloseOutOfScope
        Receive GiveFeedback GiveCoOpinion RecordCallback VerifySolved SendBack ReportCoordinated Raise
        Correct AddMaterial CorrectContact Note
    ];
    let dispatch = (
        CaseAction::Dispatch,
        super::handling::ready_to_dispatch as fn(&Case, &Actor, World<'_>, DateTime<Utc>) -> Result<()>,
    );
    commands
        .into_iter()
        .chain([dispatch])
        .filter(|(action, _)| permission::check_role(actor, *action).is_ok())
        .map(|(action, ready)| {
            let verdict =
                permission::check_action(actor, action, case, world).and_then(|()| ready(case, actor, world, now));
            let refusal = verdict.err();
            AllowedAction {
                action,
                label: action.label(),
                allowed: refusal.is_none(),
                code: refusal.as_ref().map(|e| e.code.as_str()),
                reason: refusal.map(|e| e.detail),
            }
        })
        .collect()
}

/// A step to `to`, into the hands of `holder`.
pub(super) fn step(to: CaseState, holder: Option<&crate::domain::ids::UnitId>) -> Step {
    Step { to, holder: holder.cloned() }
}

/// The end: nobody holds the case, custody is frozen.
pub(super) fn close(case: &Case, outcome: Outcome, world: World<'_>, now: DateTime<Utc>) -> (Step, Closing) {
    let custody = custody::days(&case.custody, case.accepted_at, now, world.calendar);
    let calendar = world.calendar.version().to_owned();
    (step(CaseState::Closed, None), Closing { outcome, custody, calendar })
}
