//! The table: which command in which state, by which roles, in what relation to the
//! case. Golden output: `tests/it/snapshots/it__golden__commands.snap`.

use crate::domain::case::{Case, reopen_decider};
use crate::domain::facts::World;
use crate::domain::log::Actor;
use crate::domain::words::{AssignmentKind, CaseAction, CaseState, Role};

/// What an actor's unit must be to a case.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Relation {
    /// The unit in whose hands the case is.
    Holder,
    /// The unit that registered it, or the client that did.
    Registrar,
    /// The unit whose window took it in, or took it over.
    Receiver,
    /// The unit asked for a conformity opinion.
    Asked,
    /// The unit that asked for it.
    Asker,
    /// The main unit.
    Main,
    /// A co unit.
    Co,
    /// The lead of the sector.
    Lead,
    /// The butler's unit of an own business case.
    OwnButler,
    /// Who dispatches it: lead, or butler for own undisputed business cases.
    Dispatcher,
    /// Who verifies it, by segregation: no handling unit judges its own work.
    Verifier,
    /// Who coordinates stuck cases of its sector.
    Coordinator,
    /// The reporter, through the public page.
    Reporter,
    /// Who decides an extension that was asked for.
    ExtensionDecider,
    /// Who decides whether a closed case is taken up again.
    ReopenDecider,
    /// 区营商办.
    Office,
    /// The supervisor, who makes spot calls everywhere but on the own unit.
    SpotCaller,
}

impl Relation {
    /// Whether who stands in it judges the work of others, and so may not come from them.
    pub(super) const fn judges(self) -> bool {
        matches!(self, Self::Verifier | Self::SpotCaller | Self::ExtensionDecider | Self::ReopenDecider)
    }

    /// Whether `actor` stands in this relation to the case.
    pub fn holds(self, actor: &Actor, case: &Case, world: World<'_>) -> bool {
        let unit = &actor.unit;
        match self {
            Self::Holder => case.holder.as_ref() == Some(unit),
            Self::Registrar if actor.role == Role::Integration => case.registered_by == actor.user,
            Self::Registrar => case.registering_unit == *unit,
            Self::Receiver => case.receiving_unit == *unit,
            Self::Asked => case.opinion_request.as_ref().is_some_and(|o| o.unit == *unit),
            Self::Asker => case.opinion_request.as_ref().is_some_and(|o| o.asked_by == *unit),
            Self::Main => case.open_assignment(unit, AssignmentKind::Main).is_some(),
            Self::Co => case.open_assignment(unit, AssignmentKind::Co).is_some(),
            Self::Lead => world.units.lead(case.sector) == Some(unit),
            Self::OwnButler => case.own_butler() == Some(unit),
            Self::Dispatcher => case.dispatcher(world.units) == Some(unit) || self_lead(case, world, unit),
            Self::Verifier => case.verifier(world.units) == Some(unit),
            Self::Coordinator => world.units.coordinator(case.sector) == Some(unit),
            Self::Reporter => actor.is_reporter(),
            Self::ExtensionDecider => {
                case.assignments.iter().filter_map(|a| a.extension_request.as_ref()).any(|r| r.decider == *unit)
            }
            Self::ReopenDecider => match &case.reopen_request {
                Some(request) => request.decider == *unit,
                None => reopen_decider(case, world.units) == Some(unit),
            },
            Self::Office => world.units.office() == Some(unit),
            Self::SpotCaller => true,
        }
    }
}

/// The lead may dispatch every case of its sector, a butler's too.
fn self_lead(case: &Case, world: World<'_>, unit: &crate::domain::ids::UnitId) -> bool {
    world.units.lead(case.sector) == Some(unit)
}

/// One row: these roles, in this relation, may give this command in these states.
#[derive(Debug)]
pub struct Grant {
    /// The command.
    pub action: CaseAction,
    /// Where.
    pub states: &'static [CaseState],
    /// By whom.
    pub roles: &'static [Role],
    /// In what relation.
    pub relation: Relation,
}

/// The rows of one command.
pub fn grants(action: CaseAction) -> impl Iterator<Item = &'static Grant> {
    TABLE.iter().filter(move |g| g.action == action)
}

use CaseAction as A;
use CaseState as S;
use Relation as By;
use Role::{Butler, ChiefButler, Handler, Intake, Integration, Lead, Office, ResidentButler, Supervisor};

const OPEN: &[S] = &[
    S::Registered,
    S::UnderReview,
    S::Accepted,
    S::AwaitingDispatch,
    S::InProgress,
    S::AwaitingVerification,
    S::UnderCoordination,
    S::AwaitingJointMeeting,
    S::ReferredUp,
];
const AT_INTAKE: &[S] = &[S::Registered, S::Accepted];
const INTAKE: &[Role] = &[Intake, ResidentButler, Butler];
const SCREENING: &[Role] = &[Intake, Butler];
const HOLDERS: &[Role] = &[Intake, ResidentButler, Butler, Handler, Lead, ChiefButler, Office];
const REGISTRARS: &[Role] = &[Intake, ResidentButler, Butler, Integration];
const VERIFIERS: &[Role] = &[Lead, Office];
const COORDINATORS: &[Role] = &[Lead, ChiefButler];
const RAISABLE: &[S] = &[S::AwaitingDispatch, S::InProgress, S::AwaitingVerification];

const fn row(action: A, states: &'static [S], roles: &'static [Role], relation: By) -> Grant {
    Grant { action, states, roles, relation }
}

/// All rows. `register` concerns no case yet and stands in [`super::entry`].
static TABLE: &[Grant] = &[
    row(A::AddMaterial, OPEN, HOLDERS, By::Holder),
    row(A::AddMaterial, OPEN, REGISTRARS, By::Registrar),
    row(A::CorrectContact, OPEN, HOLDERS, By::Holder),
    row(A::CorrectContact, OPEN, REGISTRARS, By::Registrar),
    row(A::Note, OPEN, HOLDERS, By::Holder),
    row(A::Note, OPEN, INTAKE, By::Registrar),
    row(A::Note, OPEN, &[Handler], By::Main),
    row(A::Note, OPEN, &[Handler], By::Co),
    row(A::Note, OPEN, &[Handler], By::Asked),
    row(A::Note, OPEN, &[Lead], By::Lead),
    row(A::Note, OPEN, &[Butler, ResidentButler], By::OwnButler),
    row(A::Note, OPEN, COORDINATORS, By::Coordinator),
    row(A::Note, &[S::AwaitingVerification], VERIFIERS, By::Verifier),
    row(A::AddAttachment, OPEN, HOLDERS, By::Holder),
    row(A::AddAttachment, OPEN, REGISTRARS, By::Registrar),
    row(A::AddAttachment, OPEN, &[Handler], By::Main),
    row(A::AddAttachment, OPEN, &[Handler], By::Co),
    row(A::AddAttachment, OPEN, &[Handler], By::Asked),
    row(A::AddAttachment, OPEN, &[Lead], By::Lead),
    row(A::AddAttachment, OPEN, COORDINATORS, By::Coordinator),
    row(A::AddAttachment, &[S::AwaitingVerification], VERIFIERS, By::Verifier),
    row(A::PurgeClassified, S::ALL, &[Office], By::Office),
    row(A::Correct, AT_INTAKE, INTAKE, By::Holder),
    row(A::RequestOpinion, AT_INTAKE, SCREENING, By::Holder),
    row(A::GiveOpinion, &[S::UnderReview], &[Handler], By::Asked),
    row(A::DeclineOpinion, &[S::UnderReview], &[Handler], By::Asked),
    row(A::RecallOpinion, &[S::UnderReview], SCREENING, By::Asker),
    row(A::Accept, &[S::Registered], INTAKE, By::Holder),
    row(A::CloseOutOfScope, AT_INTAKE, SCREENING, By::Holder),
    row(A::CloseOutOfScope, &[S::AwaitingDispatch], &[Lead], By::Lead),
    row(A::CloseOutOfScope, &[S::AwaitingVerification], VERIFIERS, By::Verifier),
    row(A::CloseOutOfScope, &[S::UnderCoordination], &[Lead], By::Lead),
    row(A::CloseOutOfScope, &[S::UnderCoordination], &[ChiefButler], By::Coordinator),
    row(A::Explain, AT_INTAKE, SCREENING, By::Holder),
    row(A::Explain, &[S::AwaitingDispatch], &[Lead], By::Lead),
    row(A::Explain, &[S::AwaitingVerification], VERIFIERS, By::Verifier),
    row(A::Explain, &[S::UnderCoordination], &[Lead], By::Lead),
    row(A::Explain, &[S::UnderCoordination], &[ChiefButler], By::Coordinator),
    row(A::SolveOnTheSpot, &[S::Accepted], INTAKE, By::Holder),
    row(A::PassOn, &[S::Accepted], SCREENING, By::Holder),
    row(A::Dispatch, &[S::AwaitingDispatch], &[Lead, Butler], By::Dispatcher),
    row(A::Dispatch, &[S::UnderCoordination], COORDINATORS, By::Coordinator),
    row(A::Receive, &[S::InProgress], &[Handler], By::Main),
    row(A::Receive, &[S::InProgress], &[Handler], By::Co),
    row(A::GiveCoOpinion, &[S::InProgress], &[Handler], By::Co),
    row(A::GiveFeedback, &[S::InProgress], &[Handler], By::Main),
    row(A::RecordCallback, &[S::AwaitingVerification, S::Closed], VERIFIERS, By::Verifier),
    row(A::RecordCallback, &[S::AwaitingVerification, S::Closed], &[Supervisor], By::SpotCaller),
    row(A::Answer, &[S::AwaitingVerification], &[Integration], By::Reporter),
    row(A::VerifySolved, &[S::AwaitingVerification], VERIFIERS, By::Verifier),
    row(A::SendBack, &[S::AwaitingVerification], VERIFIERS, By::Verifier),
    row(A::Raise, RAISABLE, &[Lead], By::Lead),
    row(A::Raise, RAISABLE, &[Butler], By::OwnButler),
    row(A::Raise, RAISABLE, &[ChiefButler], By::Coordinator),
    row(A::Raise, &[S::AwaitingVerification], VERIFIERS, By::Verifier),
    row(A::ReportCoordinated, &[S::UnderCoordination], COORDINATORS, By::Coordinator),
    row(A::Withdraw, OPEN, &[Intake, Butler], By::Holder),
    row(A::Withdraw, OPEN, &[Intake, Butler, Integration], By::Registrar),
    row(A::Withdraw, OPEN, &[Intake, Butler], By::Receiver),
    row(A::Withdraw, OPEN, &[Butler], By::OwnButler),
    row(A::Withdraw, OPEN, &[Lead], By::Lead),
    row(A::HandOver, AT_INTAKE, INTAKE, By::Holder),
    row(A::HandOver, AT_INTAKE, &[Lead], By::Lead),
    row(A::CloseDuplicate, AT_INTAKE, SCREENING, By::Holder),
    row(A::ReturnToIntake, &[S::AwaitingDispatch], &[Lead], By::Lead),
    row(A::HandOverSector, &[S::AwaitingDispatch], &[Lead], By::Lead),
    row(A::RuleSector, &[S::AwaitingDispatch], &[Office], By::Office),
    row(A::Rule, &[S::AwaitingDispatch], &[Lead], By::Lead),
    row(A::Return, &[S::InProgress], &[Handler], By::Main),
    row(A::Return, &[S::InProgress], &[Handler], By::Co),
    row(A::AddCo, &[S::InProgress], &[Lead], By::Lead),
    row(A::AddCo, &[S::InProgress], &[Butler], By::OwnButler),
    row(A::RequestExtension, &[S::InProgress], &[Handler], By::Main),
    row(A::RequestExtension, &[S::InProgress], &[Handler], By::Co),
    row(A::DecideExtension, &[S::InProgress, S::AwaitingVerification], VERIFIERS, By::ExtensionDecider),
    row(A::RequestCoordination, &[S::InProgress], &[Handler], By::Main),
    row(A::RefuseCoordination, &[S::InProgress], COORDINATORS, By::Coordinator),
    row(A::CloseUnsolved, &[S::AwaitingVerification], VERIFIERS, By::Verifier),
    row(A::Rate, &[S::Closed], &[Integration], By::Registrar),
    row(A::Rate, &[S::Closed], &[Integration], By::Reporter),
    row(A::AnswerDissatisfaction, &[S::Closed], VERIFIERS, By::Verifier),
    row(A::RequestReopen, &[S::Closed], &[Intake, Butler, Integration], By::Registrar),
    row(A::RequestReopen, &[S::Closed], &[Intake, Butler], By::Receiver),
    row(A::RequestReopen, &[S::Closed], &[Butler], By::OwnButler),
    row(A::RequestReopen, &[S::Closed], &[Integration], By::Reporter),
    row(A::Reopen, &[S::Closed], VERIFIERS, By::ReopenDecider),
    row(A::RefuseReopen, &[S::Closed], VERIFIERS, By::ReopenDecider),
    row(A::ProposeMeeting, &[S::UnderCoordination], &[Butler], By::OwnButler),
    row(A::SubmitToMeeting, &[S::UnderCoordination], COORDINATORS, By::Coordinator),
    row(A::Remand, &[S::AwaitingJointMeeting], &[Office], By::Office),
    row(A::RequestReferral, &[S::UnderCoordination], COORDINATORS, By::Coordinator),
    row(A::ReferUp, &[S::UnderCoordination], &[Office], By::Office),
    row(A::RefuseReferral, &[S::UnderCoordination], &[Office], By::Office),
    row(A::RecordReply, &[S::ReferredUp], &[Office], By::Office),
    row(A::RecallReferral, &[S::ReferredUp], &[Office], By::Office),
];
