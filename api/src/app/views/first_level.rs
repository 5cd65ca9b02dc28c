//! What a case's view tells of the first level: what is asked for, what was decided and by whom.

use chrono::NaiveDate;
use serde::Serialize;
use utoipa::ToSchema;

use super::At;
use super::case_parts::{RequestView, Show};
use crate::domain::case::{Case, CaseResolution, Referral, Reply, Submission};
use crate::domain::ids::MeetingId;
use crate::domain::number::Number;
use crate::domain::words::Disposition;
use crate::error::Result;

/// What the joint meeting is asked to decide.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct SubmissionView {
    /// When.
    pub at: At,
    /// What was tried.
    pub tried: Option<String>,
    /// The question.
    pub question: Option<String>,
}

/// What a joint meeting decided.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct CaseResolutionView {
    /// The meeting.
    pub meeting: MeetingId,
    /// Its number.
    pub meeting_number: Number,
    /// When it was signed.
    pub at: At,
    /// What was decided.
    pub disposition: Disposition,
    /// Whether like cases are to be settled alike.
    pub precedent: bool,
    /// Whether the leading group decided.
    pub decided_by_leading_group: bool,
    /// The decision in words.
    pub decision: Option<String>,
}

/// The upper body's reply.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct ReplyView {
    /// When it was recorded.
    pub at: At,
    /// 文号.
    pub document_number: String,
    /// Its date.
    pub document_date: NaiveDate,
    /// What the case came to by it.
    pub disposition: Disposition,
    /// What it says.
    pub text: Option<String>,
}

/// One referral upward.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct ReferralView {
    /// When.
    pub at: At,
    /// To whom.
    pub body: String,
    /// 文号.
    pub document_number: String,
    /// The letter's date.
    pub document_date: NaiveDate,
    /// The reply; none yet while the case lies with the upper body.
    pub reply: Option<ReplyView>,
    /// When it was recalled.
    pub recalled_at: Option<At>,
}

/// A case at the first level.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct FirstLevelView {
    /// 提请: the butler's request for a meeting, not decided yet.
    pub meeting_proposal: Option<RequestView>,
    /// What the meeting was last asked to decide.
    pub submission: Option<SubmissionView>,
    /// The meeting on whose agenda it stands.
    pub meeting: Option<MeetingId>,
    /// What meetings decided, oldest first.
    pub resolutions: Vec<CaseResolutionView>,
    /// 申请上报, not decided yet.
    pub referral_request: Option<RequestView>,
    /// Referrals, oldest first.
    pub referrals: Vec<ReferralView>,
}

impl FirstLevelView {
    pub(super) fn of(case: &Case, show: Show<'_>) -> Result<Self> {
        let request = |request| RequestView::pending(request, show);
        Ok(Self {
            meeting_proposal: case.meeting_proposal.as_ref().map(request).transpose()?,
            submission: case.submission.as_ref().map(|s| SubmissionView::of(s, show)).transpose()?,
            meeting: case.meeting.clone(),
            resolutions: case.resolutions.iter().map(|r| CaseResolutionView::of(r, show)).collect::<Result<_>>()?,
            referral_request: case.referral_request.as_ref().map(request).transpose()?,
            referrals: case.referrals.iter().map(|r| ReferralView::of(r, show)).collect::<Result<_>>()?,
        })
    }
}

impl SubmissionView {
    fn of(s: &Submission, show: Show<'_>) -> Result<Self> {
        let (tried, question) = (show.text(s.tried.as_ref())?, show.text(s.question.as_ref())?);
        Ok(Self { at: At(s.at), tried, question })
    }
}

impl CaseResolutionView {
    fn of(r: &CaseResolution, show: Show<'_>) -> Result<Self> {
        Ok(Self {
            meeting: r.meeting.clone(),
            meeting_number: r.meeting_number,
            at: At(r.at),
            disposition: r.disposition,
            precedent: r.precedent,
            decided_by_leading_group: r.by_leading_group,
            decision: show.text(r.text.as_ref())?,
        })
    }
}

impl ReplyView {
    fn of(r: &Reply, show: Show<'_>) -> Result<Self> {
        Ok(Self {
            at: At(r.at),
            document_number: r.document_number.clone(),
            document_date: r.document_date,
            disposition: r.disposition,
            text: show.text(r.text.as_ref())?,
        })
    }
}

impl ReferralView {
    fn of(r: &Referral, show: Show<'_>) -> Result<Self> {
        Ok(Self {
            at: At(r.at),
            body: r.to.body.clone(),
            document_number: r.to.document_number.clone(),
            document_date: r.to.document_date,
            reply: r.reply.as_ref().map(|reply| ReplyView::of(reply, show)).transpose()?,
            recalled_at: r.recalled_at.map(At),
        })
    }
}
