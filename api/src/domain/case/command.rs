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

/// What a decision on a case knows: the case, the world around it, the present instant.
#[derive(Clone, Copy)]
pub struct Facts<'a> {
    /// The case.
    pub case: &'a Case,
    /// Units, calendar, settings.
    pub world: World<'a>,
    /// Now; never before what has already happened to the case.
    pub now: DateTime<Utc>,
}

/// What a decision comes to: the events, or the precise reason why not.
pub type Decided = Result<Vec<Draft<CaseEvent>>>;

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
    fn ready(_facts: Facts<'_>, _actor: &Actor) -> Result<()> {
        Ok(())
    }

    /// What happens, if the rest of the guards hold.
    ///
    /// # Errors
    /// The precise reason why not.
    fn decide(self, facts: Facts<'_>, permit: &Permit<Self>) -> Decided;
}

/// Decides one command.
///
/// # Errors
/// The precise reason why it is refused.
pub fn decide<C: CaseCommand>(command: C, facts: Facts<'_>, permit: &Permit<C>) -> Decided {
    C::ready(facts, permit.actor())?;
    command.decide(facts, permit)
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

/// What stops a command now, but for its body.
type Ready = fn(Facts<'_>, &Actor) -> Result<()>;

/// Every command that the asker's role may ever give, with whether it may be given now and, if
/// not, why not. No client repeats the rules.
pub fn allowed_actions(facts: Facts<'_>, actor: &Actor) -> Vec<AllowedAction> {
    macro_rules! ready {
        ($($command:ident)+) => {
            vec![$((super::$command::ACTION, super::$command::ready as Ready),)+]
        };
    }
    let commands = ready![
        Accept RequestOpinion GiveOpinion DeclineOpinion RecallOpinion SolveOnTheSpot PassOn Explain CloseOutOfScope
        Receive GiveFeedback GiveCoOpinion RecordCallback VerifySolved SendBack ReportCoordinated Raise
        Correct AddMaterial CorrectContact Note
    ];
    let dispatch = (CaseAction::Dispatch, super::handling::ready_to_dispatch as Ready);
    commands
        .into_iter()
        .chain([dispatch])
        .filter(|(action, _)| permission::check_role(actor, *action).is_ok())
        .map(|(action, ready)| {
            let may = permission::check_action(actor, action, facts.case, facts.world);
            let verdict = may.and_then(|()| ready(facts, actor));
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
