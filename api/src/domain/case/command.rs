//! What a command on a case is, and which of them may be given now.

use chrono::{DateTime, Utc};

use super::event::{Closing, Step, TargetDue};
use super::{Case, CaseEvent, Due, custody};
use crate::domain::allowed::allowed;
use crate::domain::facts::World;
use crate::domain::ids::{CaseId, CauseId, UnitId, WorkOrderId};
use crate::domain::log::{Actor, Draft};
use crate::domain::number::Number;
use crate::domain::permission::{self, Permit};
use crate::domain::words::{CaseAction, CaseState, Outcome, Target};
use crate::domain::work_order::SheetEvent;
use crate::error::{Code, Error, Result};

/// What the application has ready for a decision, since rules can't make it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Means {
    /// The identifier of the work order that the command may issue.
    pub new_sheet: WorkOrderId,
    /// The reporter's enquiry code, by which they prove who they are.
    pub enquiry_code: String,
    /// The other case that the command cites, if it does.
    pub cited: Option<CaseId>,
}

/// Another case that a command names, and in which field; it must exist.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Citation {
    /// The field's path.
    pub field: &'static str,
    /// The case's number.
    pub number: Number,
}

/// What a decision on a case knows: the case, the world around it, the present instant.
#[derive(Clone, Copy)]
pub struct Facts<'a> {
    /// The case.
    pub case: &'a Case,
    /// Units, calendar, settings.
    pub world: World<'a>,
    /// Now; never before what has already happened to the case.
    pub now: DateTime<Utc>,
    /// What the application has ready.
    pub means: &'a Means,
}

/// What a command on a case comes to.
#[derive(Debug, Default)]
pub struct Decision {
    /// The case's events.
    pub case: Vec<Draft<CaseEvent>>,
    /// The first events of the work order that it issues, if it does.
    pub sheet: Vec<Draft<SheetEvent>>,
}

impl From<Draft<CaseEvent>> for Decision {
    fn from(draft: Draft<CaseEvent>) -> Self {
        Self { case: vec![draft], sheet: Vec::new() }
    }
}

/// What happens, or the precise reason why not.
pub type Decided = Result<Decision>;

impl Facts<'_> {
    /// A step to `to`, into the hands of `holder`, with the target that begins to run there.
    ///
    /// # Errors
    /// `wrong_state` where the district has no unit that could hold it; where the calendar doesn't reach.
    pub fn step(self, to: CaseState, holder: Option<&UnitId>) -> Result<Step> {
        let settings = self.world.settings;
        let target = match to {
            CaseState::AwaitingDispatch if self.case.ruling_due => Some((Target::Dispatch, settings.ruling_days)),
            CaseState::AwaitingDispatch => Some((Target::Dispatch, settings.dispatch_target_days)),
            CaseState::InProgress if self.case.contacted_at.is_none() => {
                Some((Target::Contact, settings.contact_target_days))
            }
            CaseState::AwaitingVerification => Some((Target::Verification, settings.verification_target_days)),
            _ => None,
        };
        let target = match target {
            Some((target, days)) => Some(TargetDue { target, due: Due::after(self.world, self.now, days)? }),
            None => None,
        };
        let nobody = || {
            let detail = format!("没有单位可以接办“{}”的事项，请先设置牵头部门和区营商办", to.label());
            Error::new(Code::WrongState, detail)
        };
        Ok(Step { to, holder: Some(holder.cloned().ok_or_else(nobody)?), target })
    }

    /// Whether this may be given as the cause: one in use, or the one that the case has already.
    ///
    /// # Errors
    /// `invalid_value` at `cause`.
    pub fn check_cause(self, given: Option<&CauseId>) -> Result<()> {
        if given == self.case.cause.as_ref() { Ok(()) } else { self.world.settings.causes.check_given(given) }
    }

    /// The end: nobody holds the case, custody is frozen.
    pub fn close(self, outcome: Outcome) -> (Step, Closing) {
        let calendar = self.world.calendar;
        let custody = custody::days(&self.case.custody, self.case.accepted_at, self.now, calendar);
        let step = Step { to: CaseState::Closed, holder: None, target: None };
        let verifier = self.case.verifier(self.world.units).cloned();
        (step, Closing { outcome, custody, calendar: calendar.version().to_owned(), verifier })
    }
}

/// A command on one case: its body, its guards, its decision.
pub trait CaseCommand: Sized {
    /// Its name.
    const ACTION: CaseAction;

    /// Whether the client must name the version that it saw: not for what can't collide.
    fn needs_version(&self) -> bool {
        true
    }

    /// The other case that the body names.
    fn cites(&self) -> Option<Citation> {
        None
    }

    /// The unit at whose intake the body lays the case: somebody must be there to take it in.
    fn lays_with(&self) -> Option<UnitId> {
        None
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

allowed! { AllowedAction of CaseAction }

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
        Receive GiveFeedback GiveCoOpinion RecordCallback Answer VerifySolved SendBack ReportCoordinated Raise
        Correct AddMaterial CorrectContact Note HandOver ReturnToIntake HandOverSector RuleSector ReturnCase Rule AddCo
        RequestExtension DecideExtension RequestCoordination RefuseCoordination Withdraw CloseDuplicate CloseUnsolved
        Rate AnswerDissatisfaction RequestReopen Reopen RefuseReopen
        ProposeMeeting SubmitToMeeting Remand RequestReferral ReferUp RefuseReferral RecordReply RecallReferral
        AddAttachment PurgeClassified
    ];
    let dispatch = (CaseAction::Dispatch, super::handling::ready_to_dispatch as Ready);
    commands
        .into_iter()
        .chain([dispatch])
        .filter(|(action, _)| permission::check_role(actor, *action).is_ok())
        .map(|(action, ready)| {
            let may = permission::check_action(actor, action, facts.case, facts.world);
            let refusal = may.and_then(|()| ready(facts, actor)).err();
            AllowedAction::unless(refusal, action)
        })
        .collect()
}
