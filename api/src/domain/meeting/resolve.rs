//! 议定 and 签发: one resolution per case, and all of them carried out at once.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::command::{Decision, MeetingCommand, MeetingFacts, OnMeeting};
use super::{AgendaItem, MeetingEvent, Resolution};
use crate::domain::case::{self, CaseEvent, Settlement};
use crate::domain::ids::CaseId;
use crate::domain::log::{Actor, Draft};
use crate::domain::permission::Permit;
use crate::domain::text::Text;
use crate::domain::words::MeetingAction;
use crate::error::{Code, Error, Result};

/// 议定: what the meeting decided on one case; given again before signing, the later one counts.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = ResolveCase)]
pub struct Resolve {
    /// The case.
    pub case: CaseId,
    /// The decision in words, as the minutes have it.
    pub decision: Text<1, 4000>,
    /// What the case comes to.
    pub settlement: Settlement,
    /// Whether like cases are to be settled alike.
    #[serde(default)]
    pub precedent: bool,
    /// Whether the case was laid before the leading group and this is its decision.
    #[serde(default)]
    pub decided_by_leading_group: bool,
}

impl OnMeeting for Resolve {
    const ACTION: MeetingAction = MeetingAction::Resolve;
}

impl MeetingCommand for Resolve {
    /// What couldn't be carried out now isn't resolved.
    fn decide(self, facts: MeetingFacts<'_>, permit: &Permit<Self>) -> Result<Decision> {
        self.settlement.clone().carry_out(facts.case(&self.case)?, permit.actor(), &basis(facts))?;
        let event = MeetingEvent::ResolutionGiven {
            case: self.case,
            terms: self.settlement.terms(),
            precedent: self.precedent,
            by_leading_group: self.decided_by_leading_group,
        };
        let given = Draft::new(event).text(DECISION, self.decision.into_string());
        let texts = self.settlement.texts().into_iter();
        let given = texts.fold(given, |draft, (name, text)| draft.text(name, text));
        Ok(Decision { meeting: vec![given], ..Decision::default() })
    }
}

/// The name of the text that says what was decided.
const DECISION: &str = "decision";

/// By what a resolution is carried out, as work orders print it.
fn basis(MeetingFacts { meeting, .. }: MeetingFacts<'_>) -> String {
    format!("按联席会 {} 议定交办", meeting.number)
}

/// 签发: the minutes are signed, and with that every resolution is carried out.
#[derive(Clone, Debug, Default, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = SignMeeting)]
pub struct Sign {}

impl OnMeeting for Sign {
    const ACTION: MeetingAction = MeetingAction::Sign;
}

impl MeetingCommand for Sign {
    fn ready(facts: MeetingFacts<'_>) -> Result<()> {
        facts.meeting.agenda.iter().try_for_each(|item| settlement(facts, item).map(|_| ()))
    }

    fn decide(self, facts: MeetingFacts<'_>, permit: &Permit<Self>) -> Result<Decision> {
        let mut decision =
            Decision { meeting: vec![Draft::new(MeetingEvent::MeetingSigned {})], ..Decision::default() };
        for item in &facts.meeting.agenda {
            let carried_out = carried_out(facts, item, permit.actor())?;
            decision.cases.push((item.case.clone(), carried_out.case));
            if !carried_out.sheet.is_empty() {
                decision.sheets.push((facts.case(&item.case)?.means.new_sheet.clone(), carried_out.sheet));
            }
        }
        Ok(decision)
    }
}

/// What an item was resolved to.
fn settlement<'a>(facts: MeetingFacts<'a>, item: &'a AgendaItem) -> Result<(&'a Resolution, Settlement)> {
    let missing = || {
        let number = facts.case(&item.case)?.case.number;
        Err(Error::new(Code::ResolutionMissing, format!("{number} 尚未议定")))
    };
    let Some(resolution) = &item.resolution else { return missing() };
    match Settlement::restore(&resolution.terms, |name| facts.texts.get(resolution.texts.get(name)?).cloned()) {
        Some(settlement) => Ok((resolution, settlement)),
        None => missing(), // a text that it needs was erased: it is given again
    }
}

/// The case's events: what was resolved, then what comes of it.
fn carried_out(facts: MeetingFacts<'_>, item: &AgendaItem, actor: &Actor) -> Result<case::Decision> {
    let (resolution, settlement) = settlement(facts, item)?;
    let of_case = facts.case(&item.case)?;
    let mut decision = settlement.carry_out(of_case, actor, &basis(facts)).map_err(|error| {
        let detail = format!("{} 的议定无法执行：{}", of_case.case.number, error.detail);
        Error { context: error.context, ..Error::new(Code::ResolutionVoid, detail) }
    })?;
    let resolved = CaseEvent::Resolved {
        meeting: facts.meeting.id.clone(),
        meeting_number: facts.meeting.number,
        disposition: resolution.terms.disposition(),
        unit: resolution.terms.main_unit().cloned(),
        precedent: resolution.precedent,
        by_leading_group: resolution.by_leading_group,
    };
    let text = resolution.texts.get(DECISION).and_then(|at| facts.texts.get(at));
    decision.case.insert(0, Draft::new(resolved).text_if(DECISION, text.cloned()));
    Ok(decision)
}
