//! 结果核查 and 回访: the lead checks the result and calls the reporter (plan §5.4).

use chrono::{DateTime, FixedOffset, Utc};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::event::Step;
use super::{Case, CaseCommand, CaseEvent, Decided, Due, Facts};
use crate::domain::cause::OTHER;
use crate::domain::ids::CauseId;
use crate::domain::log::{Actor, Draft};
use crate::domain::permission::Permit;
use crate::domain::settings::Settings;
use crate::domain::text::Text;
use crate::domain::words::{CaseAction, CaseState, Outcome, ResponseLevel, Role, Satisfaction, Sector};
use crate::error::{Code, Error, Result};

/// 记录回访: three separate questions. Reached? Solved? Satisfied? No answer is 未评价.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct RecordCallback {
    /// When the call was made; default: now.
    #[serde(default)]
    pub called_at: Option<DateTime<FixedOffset>>,
    /// Whether the reporter was reached.
    pub reached: bool,
    /// What the reporter says: solved or not.
    #[serde(default)]
    pub solved: Option<bool>,
    /// How content the reporter is (GB/T 39735).
    #[serde(default)]
    pub satisfaction: Option<Satisfaction>,
    /// Whether it is the reporter's own signed answer, given at a window; it outranks a call.
    #[serde(default)]
    pub signed: bool,
    /// Opinions and wishes (plan §5.4: 听取企业群众意见建议).
    #[serde(default)]
    pub opinion: Option<Text<1, 4000>>,
}

impl CaseCommand for RecordCallback {
    const ACTION: CaseAction = CaseAction::RecordCallback;

    /// An attempt that doesn't decide collides with nothing.
    fn needs_version(&self) -> bool {
        self.solved.is_some()
    }

    fn decide(self, facts: Facts<'_>, permit: &Permit<Self>) -> Decided {
        let Facts { case, now, .. } = facts;
        let called_at = self.called_at.map_or(now, |at| at.with_timezone(&Utc));
        if called_at > now {
            return Err(Error::field("called_at", "回访时间不能在将来"));
        }
        let since = case.feedback.as_ref().map_or(case.registered_at, |f| f.at);
        if called_at < since {
            return Err(Error::field("called_at", "回访时间不能早于结果反馈"));
        }
        if !self.reached && (self.solved.is_some() || self.satisfaction.is_some()) {
            return Err(Error::field("reached", "未联系上反映人时，不能填写是否解决和满意度"));
        }
        let event = CaseEvent::CalledBack {
            called_at,
            reached: self.reached,
            solved: self.solved,
            satisfaction: self.satisfaction,
            spot: permit.actor().role == Role::Supervisor,
            signed: self.signed,
            answer_due: facts.answer_due(case.closed.as_ref().map(|c| c.outcome), self.satisfaction)?,
        };
        Ok(Draft::new(event).text_if("opinion", self.opinion.map(Text::into_string)).into())
    }
}

/// 答复: the reporter's own word on the result, signed by the enquiry code; it outranks a call.
#[derive(Clone, Debug)]
pub struct Answer {
    /// Whether the problem is solved.
    pub solved: bool,
    /// How content the reporter is (GB/T 39735).
    pub satisfaction: Option<Satisfaction>,
    /// Opinions and wishes.
    pub opinion: Option<Text<1, 4000>>,
}

impl CaseCommand for Answer {
    const ACTION: CaseAction = CaseAction::Answer;

    fn needs_version(&self) -> bool {
        false
    }

    fn decide(self, Facts { now, .. }: Facts<'_>, _permit: &Permit<Self>) -> Decided {
        let event = CaseEvent::CalledBack {
            called_at: now,
            reached: true,
            solved: Some(self.solved),
            satisfaction: self.satisfaction,
            spot: false,
            signed: true,
            answer_due: None,
        };
        Ok(Draft::new(event).text_if("opinion", self.opinion.map(Text::into_string)).into())
    }
}

/// On what a verification rests.
enum Basis {
    Callback,
    Evidence,
}

/// What a result may be verified on: the reporter's latest answer; the evidence, where the
/// reporter can't be reached.
fn basis(case: &Case, settings: &Settings) -> Result<Basis> {
    match case.deciding_callback().and_then(|c| c.solved) {
        Some(true) => Ok(Basis::Callback),
        Some(false) => {
            Err(Error::new(Code::CallbackSaysUnsolved, "反映人表示问题未解决，不能核查办结；请退回重办或提级协调"))
        }
        None if !case.reporter.reachable || case.attempts(settings).suffice() => Ok(Basis::Evidence),
        None => Err(Error::new(
            Code::CallbackRequired,
            format!(
                "须先回访反映人；联系不上的，应在{}时至{}时之间、间隔{}小时以上、分{}日共尝试{}次",
                settings.callback_from_hour,
                settings.callback_until_hour,
                settings.callback_gap_hours,
                settings.callback_dates,
                settings.callback_attempts
            ),
        )),
    }
}

/// A business case of level 1 or 2 ends with the verifier's summary (plan A1: 总结).
pub(super) fn check_summary(case: &Case, given: bool) -> Result<()> {
    let heavy = case.level.is_some_and(|level| level <= ResponseLevel::Two);
    if case.sector == Sector::BusinessService && heavy && !given {
        return Err(Error::field("summary", "商事服务一级、二级响应事项办结须写总结"));
    }
    Ok(())
}

/// 核查办结: the result holds; the case is closed as solved.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct VerifySolved {
    /// What was checked and found.
    pub finding: Text<1, 4000>,
    /// The cause, confirmed; default: as fed back.
    #[serde(default)]
    pub cause: Option<CauseId>,
    /// 总结, required for business cases of level 1 or 2 (plan A1).
    #[serde(default)]
    pub summary: Option<Text<1, 4000>>,
}

impl CaseCommand for VerifySolved {
    const ACTION: CaseAction = CaseAction::VerifySolved;

    fn ready(Facts { case, world, .. }: Facts<'_>, _actor: &Actor) -> Result<()> {
        let basis = basis(case, world.settings)?;
        match (basis, &case.feedback) {
            (Basis::Evidence, Some(feedback)) if !feedback.solved => {
                Err(Error::new(Code::CallbackRequired, "承办单位反馈未解决，反映人也未确认，不能按已解决办结"))
            }
            _ => Ok(()),
        }
    }

    fn decide(self, facts: Facts<'_>, _permit: &Permit<Self>) -> Decided {
        let Facts { case, world, .. } = facts;
        check_summary(case, self.summary.is_some())?;
        facts.check_cause(self.cause.as_ref())?;
        let rating = case.grading_callback().and_then(|c| c.satisfaction);
        let (step, closing) = facts.close(Outcome::Solved);
        let event = CaseEvent::VerifiedSolved {
            answer_due: facts.answer_due(Some(Outcome::Solved), rating)?,
            by_callback: matches!(basis(case, world.settings)?, Basis::Callback),
            cause: self.cause.or_else(|| case.cause.clone()).unwrap_or_else(|| OTHER.into()),
            step,
            closing,
        };
        Ok(Draft::new(event)
            .text("finding", self.finding.into_string())
            .text_if("summary", self.summary.map(Text::into_string))
            .into())
    }
}

/// 退回重办: the result doesn't hold; the same unit goes on, with a new deadline.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct SendBack {
    /// Why.
    pub reason: Text<1, 4000>,
    /// Working days of the new period; default: the district's `rework_days`.
    #[serde(default)]
    #[schema(minimum = 1, maximum = 60)]
    pub working_days: Option<u32>,
}

impl CaseCommand for SendBack {
    const ACTION: CaseAction = CaseAction::SendBack;

    fn ready(Facts { case, world, .. }: Facts<'_>, _actor: &Actor) -> Result<()> {
        if case.send_backs >= world.settings.max_send_backs {
            let detail = format!("已退回重办{}次，请提级协调", case.send_backs);
            return Err(Error::new(Code::ReworkLimit, detail));
        }
        Ok(())
    }

    fn decide(self, facts: Facts<'_>, _permit: &Permit<Self>) -> Decided {
        let Facts { case, world, now, .. } = facts;
        let days = self.working_days.unwrap_or(world.settings.rework_days);
        if !(1..=60).contains(&days) {
            return Err(Error::field("working_days", "重办期限应为1至60个工作日"));
        }
        let event = match case.main() {
            Some(main) => CaseEvent::SentBack {
                due: Some(Due::after(world, now, days)?),
                // The first contact was due after the dispatch, not once more.
                step: Step { target: None, ..facts.step(CaseState::InProgress, Some(&main.unit))? },
            },
            None => CaseEvent::SentBack {
                due: None,
                step: facts.step(CaseState::UnderCoordination, world.units.coordinator(case.sector))?,
            },
        };
        Ok(Draft::new(event).text("reason", self.reason.into_string()).into())
    }
}
