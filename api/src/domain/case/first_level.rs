//! The first level (一级响应, plan §4, §5.5): what a case knows of joint meetings and referrals, and
//! how it comes to know it.

use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};

use super::event::UpperBody;
use super::{Case, CaseEvent, Feedback};
use crate::domain::ids::{MeetingId, UnitId, UserId};
use crate::domain::log::{BrokenFold, PartRef, Recorded};
use crate::domain::number::Number;
use crate::domain::words::{CaseState, Disposition, ResponseLevel, ResultSource};

/// Something asked for and not decided yet: a meeting, or a referral upward.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PendingRequest {
    /// When.
    pub at: DateTime<Utc>,
    /// Who asked: another person decides.
    pub asked_by: UserId,
    /// Who decides.
    pub decider: UnitId,
    /// Why.
    pub reason: Option<PartRef>,
}

/// What the joint meeting is asked to decide.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Submission {
    /// When.
    pub at: DateTime<Utc>,
    /// What was tried.
    pub tried: Option<PartRef>,
    /// The question.
    pub question: Option<PartRef>,
}

/// 议定事项: what a signed meeting decided on the case.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CaseResolution {
    /// The meeting.
    pub meeting: MeetingId,
    /// Its number.
    pub meeting_number: Number,
    /// When it was signed.
    pub at: DateTime<Utc>,
    /// What was decided.
    pub disposition: Disposition,
    /// The main unit, where it was assigned.
    pub unit: Option<UnitId>,
    /// Whether like cases are to be settled alike.
    pub precedent: bool,
    /// Whether the leading group decided.
    pub by_leading_group: bool,
    /// The decision in words.
    pub text: Option<PartRef>,
}

/// The upper body's reply.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reply {
    /// When it was recorded.
    pub at: DateTime<Utc>,
    /// Its document number.
    pub document_number: String,
    /// Its date.
    pub document_date: NaiveDate,
    /// What it comes to.
    pub disposition: Disposition,
    /// The reply in words.
    pub text: Option<PartRef>,
}

/// 上报: one referral to the municipality or the centre.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Referral {
    /// When.
    pub at: DateTime<Utc>,
    /// To whom, by which document.
    pub to: UpperBody,
    /// The reply.
    pub reply: Option<Reply>,
    /// When it was recalled.
    pub recalled_at: Option<DateTime<Utc>>,
}

/// How a case was settled that guides others of the same matter.
#[derive(Clone, Copy, Debug)]
pub struct Precedent<'a> {
    /// When.
    pub at: DateTime<Utc>,
    /// Whose business it was found to be.
    pub unit: Option<&'a UnitId>,
    /// What the joint meeting resolved; none for a ruling.
    pub resolved: Option<Disposition>,
    /// Why, in words.
    pub reason: Option<&'a PartRef>,
}

impl Case {
    /// Folds the events of the first level.
    pub(super) fn at_first_level(&mut self, next: Recorded<'_, CaseEvent>) -> Result<(), BrokenFold> {
        match next.event {
            CaseEvent::MeetingProposed { decider } => self.meeting_proposal = Some(request(decider, next)),
            CaseEvent::SubmittedToMeeting { .. } => {
                self.reach(ResponseLevel::One);
                self.submission =
                    Some(Submission { at: next.at, tried: next.part("tried"), question: next.part("question") });
            }
            CaseEvent::PutOnAgenda { meeting } => self.meeting = Some(meeting.clone()),
            CaseEvent::TakenOffAgenda { .. } => self.meeting = None,
            CaseEvent::Resolved { meeting, meeting_number, disposition, unit, precedent, by_leading_group } => {
                self.meeting = None;
                self.resolutions.push(CaseResolution {
                    meeting: meeting.clone(),
                    meeting_number: *meeting_number,
                    at: next.at,
                    disposition: *disposition,
                    unit: unit.clone(),
                    precedent: *precedent,
                    by_leading_group: *by_leading_group,
                    text: next.part("decision"),
                });
            }
            CaseEvent::ReferralRequested { decider } => self.referral_request = Some(request(decider, next)),
            CaseEvent::ReferralRefused {} => self.referral_request = None,
            CaseEvent::ReferredUp { to, .. } => {
                self.reach(ResponseLevel::One);
                self.referrals.push(Referral { at: next.at, to: to.clone(), reply: None, recalled_at: None });
            }
            CaseEvent::ReplyRecorded { document_number, document_date, disposition } => {
                self.referral()?.reply = Some(Reply {
                    at: next.at,
                    document_number: document_number.clone(),
                    document_date: *document_date,
                    disposition: *disposition,
                    text: next.part("decision"),
                });
            }
            CaseEvent::ReferralRecalled { .. } => self.referral()?.recalled_at = Some(next.at),
            CaseEvent::FoundSolved { unit, .. } => {
                let (source, done) = match self.state {
                    CaseState::ReferredUp => {
                        (ResultSource::Reply, self.referral()?.reply.as_ref().and_then(|reply| reply.text.clone()))
                    }
                    _ => (ResultSource::Resolution, self.resolutions.last().and_then(|r| r.text.clone())),
                };
                self.feedback = Some(Feedback {
                    unit: unit.clone(),
                    by: next.by.user.clone(),
                    at: next.at,
                    solved: true,
                    late: false,
                    source,
                    done,
                    evidence: None,
                    missing_co: Vec::new(),
                });
            }
            _ => {}
        }
        Ok(())
    }

    /// What guides the next cases of the same matter: rulings, and resolutions marked so.
    pub fn precedents(&self) -> impl Iterator<Item = Precedent<'_>> {
        let rulings = self.rulings.iter().map(|r| Precedent {
            at: r.at,
            unit: Some(&r.unit),
            resolved: None,
            reason: r.reason.as_ref(),
        });
        let resolutions = self.resolutions.iter().filter(|r| r.precedent).map(|r| Precedent {
            at: r.at,
            unit: r.unit.as_ref(),
            resolved: Some(r.disposition),
            reason: r.text.as_ref(),
        });
        rulings.chain(resolutions)
    }

    fn referral(&mut self) -> Result<&mut Referral, BrokenFold> {
        let broken = BrokenFold(format!("case {} was never referred up", self.id));
        self.referrals.last_mut().ok_or(broken)
    }
}

fn request(decider: &UnitId, next: Recorded<'_, CaseEvent>) -> PendingRequest {
    PendingRequest {
        at: next.at,
        asked_by: next.by.user.clone(),
        decider: decider.clone(),
        reason: next.part("reason"),
    }
}
