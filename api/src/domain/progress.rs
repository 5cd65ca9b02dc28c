//! A case's progress in plain words, for the reporter: no names of officials, nothing internal.

use super::case::{Case, CaseEvent};
use super::words::{CaseState, DueKind, Outcome};

/// What an event means to the reporter; none for what isn't theirs to know.
pub fn plain(event: &CaseEvent) -> Option<&'static str> {
    use CaseEvent as E;
    Some(match event {
        E::Registered(_) => "问题已登记",
        E::HandedOver { .. } => "已转交其他窗口受理",
        E::Accepted { .. } => "已受理",
        E::OpinionRequested { .. } => "正在征求相关单位意见",
        E::OpinionGiven { .. } | E::OpinionDeclined { .. } => "相关单位已答复意见",
        E::PassedOn { .. } => "已转牵头部门，准备派发",
        E::ReturnedToIntake { .. } => "退回受理窗口，需补充情况或当场办理",
        E::SectorHandedOver { .. } | E::SectorRuled { .. } => "已转相应牵头部门",
        E::Dispatched { .. } => "已派发至承办单位",
        E::CoAdded { .. } => "增加了协办单位",
        E::Received { .. } | E::ReceiptPresumed { .. } => "承办单位已签收",
        E::Returned { step: Some(_), .. } => "正在重新确定承办单位",
        E::Ruled { .. } => "已裁定承办单位",
        E::ExtensionDecided { due: Some(_), .. } => "办理期限已延长",
        E::DeadlinesMoved(moved) if moved.moves.iter().any(|m| m.kind == DueKind::Main && m.is_told()) => {
            "办理期限随放假安排调整"
        }
        E::FedBack { .. } | E::CoordinationReported { .. } => "办理结果已反馈，正在核查",
        E::CalledBack { signed: true, .. } => "收到您对办理结果的答复",
        E::SentBack { .. } => "核查未通过，继续办理",
        E::Raised { .. } => "已提级协调",
        E::SubmittedToMeeting { .. } => "已提交联席会，一事一议",
        E::Resolved { .. } => "联席会已研究",
        E::Remanded { .. } | E::ReferralRecalled { .. } => "继续协调",
        E::ReferredUp { .. } => "已上报上级部门",
        E::ReplyRecorded { .. } => "上级部门已答复",
        E::FoundSolved { .. } => "认定已解决，正在核查",
        E::VerifiedSolved { .. } | E::SolvedOnTheSpot { .. } => "已解决，办结",
        E::Explained { .. } => "已解释说明，办结",
        E::ClosedUnsolved { .. } => "未能解决，办结",
        E::ClosedOutOfScope { .. } => "不属受理范围，办结",
        E::ClosedDuplicate { .. } => "与其他事项重复，办结",
        E::Withdrawn { .. } => "已撤回",
        E::Rated { .. } => "收到您的评价",
        E::DissatisfactionAnswered {} => "已核实并答复您的意见",
        E::ReopenRequested { .. } => "收到重新办理的申请",
        E::ReopenRefused {} => "未予重新办理",
        E::Reopened { .. } => "重新办理",
        E::Corrected(_)
        | E::MaterialAdded {}
        | E::ContactCorrected { .. }
        | E::Noted { .. }
        | E::OpinionRecalled { .. }
        | E::PutOnSheet { .. }
        | E::TakenOffSheet { .. }
        | E::UnitDeclined { .. }
        | E::CoOpinionGiven { .. }
        | E::CalledBack { .. }
        | E::Returned { step: None, .. }
        | E::ExtensionRequested { .. }
        | E::ExtensionDecided { due: None, .. }
        | E::CoordinationRequested { .. }
        | E::CoordinationRefused {}
        | E::MeetingProposed { .. }
        | E::PutOnAgenda { .. }
        | E::TakenOffAgenda { .. }
        | E::ReferralRequested { .. }
        | E::ReferralRefused {}
        | E::DeadlinesMoved(_)
        | E::DutiesPassedOn(_)
        | E::OverdueNoted { .. }
        | E::TargetMissed { .. }
        | E::AttachmentAdded { .. }
        | E::ClassifiedPurged { .. }
        | E::Revealed { .. } => return None,
    })
}

/// Where the case stands, in a sentence.
pub fn sentence(case: &Case) -> &'static str {
    match case.state {
        CaseState::Registered => "您反映的问题已登记，正在研判。",
        CaseState::UnderReview => "正在征求相关单位意见，判断是否符合办理条件。",
        CaseState::Accepted => "已受理，窗口正在办理。",
        CaseState::AwaitingDispatch => "已转牵头部门，即将派发至承办单位。",
        CaseState::InProgress => "承办单位正在办理。",
        CaseState::AwaitingVerification => "承办单位已反馈结果，正在核查，将与您联系回访；您也可以直接告知是否解决。",
        CaseState::UnderCoordination => "问题较为复杂，正在提级协调。",
        CaseState::AwaitingJointMeeting => "已提交联席会，一事一议。",
        CaseState::ReferredUp => "已上报上级部门，等待答复。",
        CaseState::Closed => match case.closed.as_ref().map(|c| c.outcome) {
            Some(Outcome::Solved) => "已解决，事项办结。",
            Some(Outcome::Explained) => "已向您解释说明，事项办结。",
            Some(Outcome::Unsolved) => "经协调仍未能解决，事项办结。",
            Some(Outcome::OutOfScope) => "不属受理范围，已告知其他渠道，事项办结。",
            Some(Outcome::Duplicate) => "与您的其他事项重复，合并办理。",
            Some(Outcome::Withdrawn) | None => "事项已撤回。",
        },
    }
}
