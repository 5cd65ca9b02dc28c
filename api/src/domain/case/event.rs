//! What happens to a case. Events carry results (who holds it now, the due date): the fold
//! computes nothing. Texts and personal data are parts, named in [`super::evolve`].

use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};

use super::{Due, ErasedPart, Succession, UnitDays};
use crate::domain::ids::{CaseId, CauseId, MeetingId, UnitId, WorkOrderId};
use crate::domain::moves::Moves;
use crate::domain::number::Number;
use crate::domain::words::{
    AssignmentKind, CaseState, Channel, Disposition, Failure, FileKind, IntakeReturn, NoteKind, OutOfScope, Outcome,
    PersonalField, ReporterKind, ResponseLevel, ReturnReason, Satisfaction, Sector, Target, ToldBy, WithdrawalProof,
};

/// Where an event takes the case, and into whose hands.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Step {
    /// The new state.
    pub to: CaseState,
    /// Who holds it there.
    pub holder: Option<UnitId>,
    /// The target that begins to run there; shown, not binding.
    pub target: Option<TargetDue>,
}

/// A target with its date.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TargetDue {
    /// What should be done.
    pub target: Target,
    /// By when.
    pub due: Due,
}

/// What the closing event freezes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Closing {
    /// The outcome.
    pub outcome: Outcome,
    /// Who held the case for how many working days.
    pub custody: Vec<UnitDays>,
    /// The calendar's version by which they were counted.
    pub calendar: String,
    /// Who may call back and hear from the reporter after it.
    pub verifier: Option<UnitId>,
}

/// A dissatisfied reporter is to be answered.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AnswerDue {
    /// By which unit.
    pub unit: UnitId,
    /// By when.
    pub due: Due,
}

/// The body that a case is referred up to, and the letter.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct UpperBody {
    /// Such as a department of the municipality.
    pub body: String,
    /// 文号.
    pub document_number: String,
    /// The letter's date.
    pub document_date: NaiveDate,
}

/// One unit's share in a dispatch.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AssignedUnit {
    /// The unit.
    pub unit: UnitId,
    /// Its deadline.
    pub due: Due,
    /// By when it may return the case; then silence is receipt. None where it may not.
    pub return_by: Option<Due>,
}

/// A case as it was registered.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Registered {
    /// Taken at commit.
    pub number: Option<Number>,
    /// The field.
    pub sector: Sector,
    /// The channel.
    pub channel: Channel,
    /// Where it came in.
    pub source_unit: UnitId,
    /// Whose intake screens it.
    pub receiving_unit: UnitId,
    /// Who registered it.
    pub registering_unit: UnitId,
    /// The butler's unit, if a butler registered it.
    pub butler_unit: Option<UnitId>,
    /// 受理时间.
    pub accepted_at: DateTime<Utc>,
    /// What kind of reporter.
    pub reporter_kind: ReporterKind,
    /// Whether no name was given.
    pub anonymous: bool,
    /// Whether units see the matter only.
    pub confidential: bool,
    /// Whether there is a number to call.
    pub reachable: bool,
    /// 事项名称.
    pub matter_name: String,
    /// 未办成情形.
    pub failure: Failure,
    /// The cause proposed.
    pub cause: Option<CauseId>,
    /// 是否需要市级部门协调解决.
    pub needs_municipal_coordination: bool,
    /// An earlier case.
    pub repeat_of: Option<CaseId>,
}

/// What was put right; only the fields named. Corrected texts are parts.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Corrected {
    /// The field.
    pub sector: Option<Sector>,
    /// The channel.
    pub channel: Option<Channel>,
    /// Where it came in.
    pub source_unit: Option<UnitId>,
    /// Who reports.
    pub reporter: Option<CorrectedReporter>,
    /// 受理时间.
    pub accepted_at: Option<DateTime<Utc>>,
    /// 事项名称.
    pub matter_name: Option<String>,
    /// 未办成情形.
    pub failure: Option<Failure>,
    /// The cause proposed.
    pub cause: Option<CauseId>,
    /// 是否需要市级部门协调解决.
    pub needs_municipal_coordination: Option<bool>,
    /// An earlier case.
    pub repeat_of: Option<CaseId>,
}

/// The reporter put right as a whole; names and numbers are parts.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CorrectedReporter {
    /// What kind of reporter.
    pub kind: ReporterKind,
    /// Whether no name was given.
    pub anonymous: bool,
    /// Whether units see the matter only.
    pub confidential: bool,
    /// Whether there is a number to call.
    pub reachable: bool,
}

/// One thing that happened to a case.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "type", content = "data", rename_all = "snake_case")]
#[expect(missing_docs, reason = "the fields are the words of the plan and of the structures above")]
pub enum CaseEvent {
    /// 登记. Parts: failure_reason, problem, late_reason, organisation; personal: person, account.
    Registered(Box<Registered>),
    /// 更正. Parts: failure_reason, problem, late_reason, organisation; personal: person, account.
    Corrected(Box<Corrected>),
    /// 补充材料. Parts: description.
    MaterialAdded {},
    /// 更正联系方式. Parts: organisation; personal: person.
    ContactCorrected { anonymous: bool, reachable: bool },
    /// 记事. Parts: text.
    Noted { kind: NoteKind },
    /// 征求符合性意见. Parts: question.
    OpinionRequested { unit: UnitId, asked_by: UnitId, due: Due, step: Step },
    /// 作出符合性判断. Parts: provision, reason.
    OpinionGiven { unit: UnitId, conforms: bool, step: Step },
    /// 不予判断. Parts: reason.
    OpinionDeclined { unit: UnitId, step: Step },
    /// 撤回征求意见. Parts: reason.
    OpinionRecalled { step: Step },
    /// 受理.
    Accepted { step: Step },
    /// 不属范围. Parts: answer, where_to_turn.
    ClosedOutOfScope { reason: OutOfScope, step: Step, closing: Closing },
    /// 解释说明. Parts: provision, answer.
    Explained { cause: Option<CauseId>, step: Step, closing: Closing },
    /// 当场办结. Parts: answer.
    SolvedOnTheSpot { unit: UnitId, cause: Option<CauseId>, step: Step, closing: Closing },
    /// 转派发. Parts: reason.
    PassedOn { disputed: bool, step: Step },
    /// Put on a sheet that isn't dispatched yet.
    PutOnSheet { work_order: WorkOrderId },
    /// Taken off it.
    TakenOffSheet { work_order: WorkOrderId },
    /// The unit asked to confirm says that it isn't its business; counts as a return.
    UnitDeclined { work_order: WorkOrderId, unit: UnitId, ruling_due: bool, step: Option<Step> },
    /// 派发.
    Dispatched { work_order: WorkOrderId, main: AssignedUnit, co: Vec<AssignedUnit>, step: Step },
    /// 签收.
    Received { unit: UnitId, kind: AssignmentKind },
    /// 提交协办意见. Parts: opinion.
    CoOpinionGiven { unit: UnitId, late: bool },
    /// 反馈结果. Parts: done, evidence.
    FedBack { unit: UnitId, solved: bool, cause: CauseId, late: bool, missing_co: Vec<UnitId>, step: Step },
    /// 回访. Parts: opinion.
    CalledBack {
        called_at: DateTime<Utc>,
        reached: bool,
        solved: Option<bool>,
        satisfaction: Option<Satisfaction>,
        spot: bool,
        signed: bool,
        answer_due: Option<AnswerDue>,
    },
    /// 核查办结. Parts: finding, summary.
    VerifiedSolved { by_callback: bool, cause: CauseId, answer_due: Option<AnswerDue>, step: Step, closing: Closing },
    /// 退回重办. Parts: reason.
    SentBack { due: Option<Due>, step: Step },
    /// 提级协调. Parts: reason.
    Raised { level: Option<ResponseLevel>, step: Step },
    /// 报告协调结果. Parts: done.
    CoordinationReported { unit: UnitId, solved: bool, cause: CauseId, step: Step },
    /// 提请联席会. Parts: reason.
    MeetingProposed { decider: UnitId },
    /// 提交联席会. Parts: tried, question.
    SubmittedToMeeting { step: Step },
    /// Put on the agenda of a meeting.
    PutOnAgenda { meeting: MeetingId },
    /// Taken off it.
    TakenOffAgenda { meeting: MeetingId },
    /// 议定: what comes of it follows. Parts: decision.
    Resolved {
        meeting: MeetingId,
        meeting_number: Number,
        disposition: Disposition,
        unit: Option<UnitId>,
        precedent: bool,
        by_leading_group: bool,
    },
    /// 退回协调. Parts: reason.
    Remanded { step: Step },
    /// 申请上报. Parts: reason.
    ReferralRequested { decider: UnitId },
    /// 不予上报. Parts: reason.
    ReferralRefused {},
    /// 上报.
    ReferredUp { to: UpperBody, step: Step },
    /// 上级答复: what comes of it follows. Parts: decision.
    ReplyRecorded { document_number: String, document_date: NaiveDate, disposition: Disposition },
    /// 撤回上报. Parts: reason.
    ReferralRecalled { step: Step },
    /// By resolution or reply: solved, to be verified.
    FoundSolved { unit: UnitId, step: Step },
    /// 移交. Parts: reason.
    HandedOver { unit: UnitId, butler_unit: Option<UnitId>, step: Step },
    /// 退回受理. Parts: explanation.
    ReturnedToIntake { reason: IntakeReturn, step: Step },
    /// 移交领域. Parts: reason.
    SectorHandedOver { sector: Sector, from: UnitId, step: Step },
    /// 裁定领域. Parts: reason.
    SectorRuled { sector: Sector, step: Step },
    /// 退回. Parts: basis.
    Returned {
        unit: UnitId,
        kind: AssignmentKind,
        reason: ReturnReason,
        proposed_unit: Option<UnitId>,
        ruling_due: bool,
        step: Option<Step>,
    },
    /// 裁定: whose business it is; the dispatch follows. Parts: reason.
    Ruled { unit: UnitId },
    /// 增加协办.
    CoAdded { work_order: WorkOrderId, co: AssignedUnit },
    /// 申请延期. Parts: reason.
    ExtensionRequested { unit: UnitId, until: NaiveDate, decider: UnitId },
    /// 审批延期: the new deadline, where granted. Parts: reason.
    ExtensionDecided { unit: UnitId, due: Option<Due>, reporter_told: Option<ToldBy> },
    /// 申请提级协调. Parts: reason, tried.
    CoordinationRequested { unit: UnitId, decider: UnitId },
    /// 不予提级协调. Parts: reason.
    CoordinationRefused {},
    /// 撤回. Parts: reason, signed_paper.
    Withdrawn {
        proof: Option<WithdrawalProof>,
        called_by: Option<UnitId>,
        called_at: Option<DateTime<Utc>>,
        step: Step,
        closing: Closing,
    },
    /// 重复件. Parts: answer.
    ClosedDuplicate { of: Number, step: Step, closing: Closing },
    /// 未解决办结. Parts: answer, summary.
    ClosedUnsolved { cause: Option<CauseId>, step: Step, closing: Closing },
    /// 评价. Parts: comment.
    Rated { satisfaction: Satisfaction, answer_due: Option<AnswerDue> },
    /// 答复不满意. Parts: answer.
    DissatisfactionAnswered {},
    /// 申请重新办理. Parts: reason.
    ReopenRequested { decider: UnitId, due: Due },
    /// 不予重新办理. Parts: reason.
    ReopenRefused {},
    /// 重新办理. Parts: reason.
    Reopened { asked: bool, step: Step },
    /// 视为签收: found by the clock.
    ReceiptPresumed { unit: UnitId, kind: AssignmentKind },
    /// 超期: so many working days after the deadline have ended, and whether that is long enough for
    /// the supervisor; found by the clock.
    OverdueNoted { unit: UnitId, kind: AssignmentKind, working_days: u32, long: bool },
    /// The target due on this day was missed; found by the clock.
    TargetMissed { target: Target, due_date: NaiveDate },
    /// 调整时限: a new version of the calendar moves them; found by the system.
    DeadlinesMoved(Moves),
    /// 职责承接: who has a duty now does what waited for who had it; found by the system.
    DutiesPassedOn(Box<Succession>),
    /// 上传附件. Parts, personal: file_name, description.
    AttachmentAdded { digest: String, size: u64, kind: FileKind, from_reporter: bool },
    /// 清除涉密内容: what the event `seq` brought in was destroyed, its digests stay. Parts: reason.
    ClassifiedPurged { seq: i64, parts: Vec<ErasedPart>, file: Option<String> },
    /// A personal value was shown in the clear.
    Revealed { field: PersonalField },
}

impl CaseEvent {
    /// Where the event takes the case, if it moves it.
    pub fn step(&self) -> Option<&Step> {
        match self {
            Self::OpinionRequested { step, .. }
            | Self::OpinionGiven { step, .. }
            | Self::OpinionDeclined { step, .. }
            | Self::OpinionRecalled { step }
            | Self::Accepted { step }
            | Self::ClosedOutOfScope { step, .. }
            | Self::Explained { step, .. }
            | Self::SolvedOnTheSpot { step, .. }
            | Self::PassedOn { step, .. }
            | Self::Dispatched { step, .. }
            | Self::FedBack { step, .. }
            | Self::VerifiedSolved { step, .. }
            | Self::SentBack { step, .. }
            | Self::Raised { step, .. }
            | Self::CoordinationReported { step, .. }
            | Self::SubmittedToMeeting { step }
            | Self::Remanded { step }
            | Self::ReferredUp { step, .. }
            | Self::ReferralRecalled { step }
            | Self::FoundSolved { step, .. }
            | Self::HandedOver { step, .. }
            | Self::ReturnedToIntake { step, .. }
            | Self::SectorHandedOver { step, .. }
            | Self::SectorRuled { step, .. }
            | Self::Withdrawn { step, .. }
            | Self::ClosedDuplicate { step, .. }
            | Self::ClosedUnsolved { step, .. }
            | Self::Reopened { step, .. } => Some(step),
            Self::UnitDeclined { step, .. } | Self::Returned { step, .. } => step.as_ref(),
            Self::DutiesPassedOn(to) => to.step.as_ref(),
            Self::Registered(_)
            | Self::Corrected(_)
            | Self::MaterialAdded {}
            | Self::ContactCorrected { .. }
            | Self::Noted { .. }
            | Self::PutOnSheet { .. }
            | Self::TakenOffSheet { .. }
            | Self::Received { .. }
            | Self::CoOpinionGiven { .. }
            | Self::CalledBack { .. }
            | Self::MeetingProposed { .. }
            | Self::PutOnAgenda { .. }
            | Self::TakenOffAgenda { .. }
            | Self::Resolved { .. }
            | Self::ReferralRequested { .. }
            | Self::ReferralRefused {}
            | Self::ReplyRecorded { .. }
            | Self::Ruled { .. }
            | Self::CoAdded { .. }
            | Self::ExtensionRequested { .. }
            | Self::ExtensionDecided { .. }
            | Self::CoordinationRequested { .. }
            | Self::CoordinationRefused {}
            | Self::Rated { .. }
            | Self::DissatisfactionAnswered {}
            | Self::ReopenRequested { .. }
            | Self::ReopenRefused {}
            | Self::ReceiptPresumed { .. }
            | Self::OverdueNoted { .. }
            | Self::TargetMissed { .. }
            | Self::DeadlinesMoved(_)
            | Self::AttachmentAdded { .. }
            | Self::ClassifiedPurged { .. }
            | Self::Revealed { .. } => None,
        }
    }

    /// What the event freezes if it closes the case.
    pub fn closing(&self) -> Option<&Closing> {
        match self {
            Self::ClosedOutOfScope { closing, .. }
            | Self::Explained { closing, .. }
            | Self::SolvedOnTheSpot { closing, .. }
            | Self::VerifiedSolved { closing, .. }
            | Self::Withdrawn { closing, .. }
            | Self::ClosedDuplicate { closing, .. }
            | Self::ClosedUnsolved { closing, .. } => Some(closing),
            _ => None,
        }
    }
}
