//! 政策限制类问题: the rule itself stands in the way. It is explained to the reporter, collected,
//! and reported to the municipality (plan A1: 政策限制类问题整理后向市级单位报送).

use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::audience::Audience;
use super::calendar::shanghai_date;
use super::case::Case;
use super::cause::POLICY_RESTRICTS;
use super::ids::{CaseId, PolicyIssueId};
use super::log::{Aggregate, BrokenFold, Draft, PartRef, Recorded};
use super::number::Number;
use super::permission::EntryPermit;
use super::text::{Line, Text};
use super::words::{Outcome, PolicyIssueState, Sector};
use crate::error::{Code, Error, Result, StateConflict};

/// Where their numbers are counted.
pub const SERIES: &str = "policy_issue";

/// How it was reported.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Report {
    /// When it was entered.
    pub at: DateTime<Utc>,
    /// To whom.
    pub body: String,
    /// 文号.
    pub document_number: String,
    /// The document's date.
    pub document_date: NaiveDate,
    /// What was reported.
    pub text: Option<PartRef>,
}

/// A policy issue: one rule that stood in the way of one case.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PolicyIssue {
    /// The identifier.
    pub id: PolicyIssueId,
    /// Its number, of the year it was opened in.
    pub number: Number,
    /// Where it stands.
    pub state: PolicyIssueState,
    /// The case.
    pub case: CaseId,
    /// The case's number.
    pub case_number: Number,
    /// The case's sector.
    pub sector: Sector,
    /// 事项名称.
    pub matter_name: String,
    /// The provision cited; the text lies in the case's stream.
    pub provision: Option<PartRef>,
    /// When it was opened.
    pub opened_at: DateTime<Utc>,
    /// How it was reported.
    pub report: Option<Report>,
    /// When something last happened.
    pub last_at: DateTime<Utc>,
}

/// What happens to a policy issue.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "type", content = "data", rename_all = "snake_case")]
#[expect(missing_docs, reason = "the fields are those of the structures above")]
pub enum PolicyIssueEvent {
    /// 收集: with the explanation of its case.
    PolicyIssueOpened {
        number: Option<Number>,
        case: CaseId,
        case_number: Number,
        sector: Sector,
        matter_name: String,
        provision: Option<PartRef>,
    },
    /// 报送. Parts: text.
    PolicyIssueReported { body: String, document_number: String, document_date: NaiveDate },
}

/// A case just explained by a rule that is itself the obstacle opens an issue.
pub fn opened(before: &Case, after: &Case) -> Option<Draft<PolicyIssueEvent>> {
    let closed = after.closed.as_ref().filter(|_| before.closed.is_none())?;
    let restricted = closed.outcome == Outcome::Explained
        && after.cause.as_ref().is_some_and(|cause| cause.as_str() == POLICY_RESTRICTS);
    restricted.then(|| {
        Draft::new(PolicyIssueEvent::PolicyIssueOpened {
            number: None,
            case: after.id.clone(),
            case_number: after.number,
            sector: after.sector,
            matter_name: after.matter_name.clone(),
            provision: closed.provision.clone(),
        })
    })
}

/// 报送: that the issue was reported, and by which document.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ReportPolicyIssue {
    /// To whom.
    pub body: Line<2, 100>,
    /// 文号.
    pub document_number: Line<2, 60>,
    /// The document's date, not in the future.
    pub document_date: NaiveDate,
    /// What was reported: the rule, the obstacle, the proposal.
    pub text: Text<1, 4000>,
}

impl ReportPolicyIssue {
    /// Reports an issue, once.
    ///
    /// # Errors
    /// `wrong_state`, or the field at fault.
    pub fn decide(
        self,
        issue: &PolicyIssue,
        _permit: &EntryPermit,
        now: DateTime<Utc>,
    ) -> Result<Vec<Draft<PolicyIssueEvent>>> {
        if issue.state != PolicyIssueState::Open {
            let (state, open) = (issue.state.as_str().to_owned(), PolicyIssueState::Open.as_str().to_owned());
            let conflict = StateConflict { state, allowed_in: vec![open] };
            return Err(Error { state: Some(conflict), ..Error::new(Code::WrongState, "此问题已经报送") });
        }
        if self.document_date > shanghai_date(now) {
            return Err(Error::field("document_date", "文件日期不能在将来"));
        }
        let event = PolicyIssueEvent::PolicyIssueReported {
            body: self.body.into_string(),
            document_number: self.document_number.into_string(),
            document_date: self.document_date,
        };
        Ok(vec![Draft::new(event).text("text", self.text.into_string())])
    }
}

impl Aggregate for PolicyIssue {
    type Event = PolicyIssueEvent;
    const KIND: &'static str = "policy_issue";

    fn begin(id: &str, first: Recorded<'_, PolicyIssueEvent>) -> Result<Self, BrokenFold> {
        let PolicyIssueEvent::PolicyIssueOpened { number, case, case_number, sector, matter_name, provision } =
            first.event.clone()
        else {
            return Err(BrokenFold(format!("policy issue {id} does not begin with its opening")));
        };
        Ok(Self {
            id: PolicyIssueId::new(id),
            number: number.ok_or_else(|| BrokenFold(format!("policy issue {id} has no number")))?,
            state: PolicyIssueState::Open,
            case,
            case_number,
            sector,
            matter_name,
            provision,
            opened_at: first.at,
            report: None,
            last_at: first.at,
        })
    }

    fn apply(&mut self, next: Recorded<'_, PolicyIssueEvent>) -> Result<(), BrokenFold> {
        match next.event {
            PolicyIssueEvent::PolicyIssueOpened { .. } => {
                return Err(BrokenFold(format!("policy issue {} opened twice", self.id)));
            }
            PolicyIssueEvent::PolicyIssueReported { body, document_number, document_date } => {
                self.state = PolicyIssueState::Reported;
                self.report = Some(Report {
                    at: next.at,
                    body: body.clone(),
                    document_number: document_number.clone(),
                    document_date: *document_date,
                    text: next.part("text"),
                });
            }
        }
        self.last_at = next.at;
        Ok(())
    }

    fn collides(_event: &PolicyIssueEvent) -> bool {
        true
    }

    fn give_number(event: &mut PolicyIssueEvent, taken: Number) {
        if let PolicyIssueEvent::PolicyIssueOpened { number, .. } = event {
            *number = Some(taken);
        }
    }

    fn number(&self) -> Option<Number> {
        Some(self.number)
    }

    fn state_word(&self) -> &'static str {
        self.state.as_str()
    }

    fn audience(&self) -> Audience {
        Audience::sector(self.sector)
    }
}
