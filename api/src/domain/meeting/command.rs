//! Commands on joint meetings, up to holding them. Each leaves an event in each
//! stream that it touches.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{DateTime, FixedOffset, Utc};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::evolve::material_name;
use super::{Meeting, MeetingEvent};
use crate::domain::allowed::allowed;
use crate::domain::case::{self, Case, CaseEvent, Means};
use crate::domain::facts::World;
use crate::domain::ids::{CaseId, MeetingId, UnitId, WorkOrderId};
use crate::domain::log::{Actor, Draft, PartRef};
use crate::domain::permission::{self, Permit};
use crate::domain::text::{Line, Text};
use crate::domain::words::{CaseState, MeetingAction};
use crate::domain::work_order::{CaseVersion, SheetEvent};
use crate::error::{Code, Error, Result, StateConflict};

/// No more cases stand on an agenda.
const MOST_CASES: usize = 99;
/// No more units are invited.
const MOST_UNITS: usize = 99;
/// No more materials go with a notice.
const MOST_MATERIALS: usize = 20;

/// What a command makes of a meeting, of its cases, and of the sheets that they are given.
#[derive(Debug, Default)]
pub struct Decision {
    /// The meeting's events.
    pub meeting: Vec<Draft<MeetingEvent>>,
    /// Each case's events.
    pub cases: Vec<(CaseId, Vec<Draft<CaseEvent>>)>,
    /// The first events of new work orders.
    pub sheets: Vec<(WorkOrderId, Vec<Draft<SheetEvent>>)>,
}

/// What a decision on a meeting knows.
#[derive(Clone, Copy)]
pub struct MeetingFacts<'a> {
    /// The meeting.
    pub meeting: &'a Meeting,
    /// The cases on its agenda and those that the command names, each with what the application
    /// has ready for it.
    pub cases: &'a [(Case, Means)],
    /// The meeting's texts; erased ones are left out.
    pub texts: &'a BTreeMap<PartRef, String>,
    /// Units, calendar, settings.
    pub world: World<'a>,
    /// Now; never before what has already happened to any of them.
    pub now: DateTime<Utc>,
}

impl<'a> MeetingFacts<'a> {
    /// What a decision on one of the cases knows.
    ///
    /// # Errors
    /// `not_on_agenda`.
    pub(super) fn case(self, id: &CaseId) -> Result<case::Facts<'a>> {
        let known = self.cases.iter().find(|(case, _)| case.id == *id);
        let (case, means) = known.ok_or_else(|| Error::new(Code::NotOnAgenda, "此事项不在这次会议的议程上"))?;
        Ok(case::Facts { case, world: self.world, now: self.now, means })
    }
}

/// What is done to a meeting, by name: what permits are asked for.
pub trait OnMeeting: Sized {
    /// Its name.
    const ACTION: MeetingAction;
}

/// A command on a meeting that exists.
pub trait MeetingCommand: OnMeeting {
    /// Cases that the command puts on the agenda, with the versions the asker saw.
    fn joining(&self) -> &[CaseVersion] {
        &[]
    }

    /// Guards that need nothing of the body; what stops the command now.
    ///
    /// # Errors
    /// The precise reason.
    fn ready(_facts: MeetingFacts<'_>) -> Result<()> {
        Ok(())
    }

    /// What happens, if the rest of the guards hold.
    ///
    /// # Errors
    /// The precise reason why not.
    fn decide(self, facts: MeetingFacts<'_>, permit: &Permit<Self>) -> Result<Decision>;
}

allowed! { AllowedMeetingAction of MeetingAction }

/// Every command on this meeting that the asker's role may ever give, with whether it may be given
/// now and, if not, why not.
pub fn allowed_actions(facts: MeetingFacts<'_>, actor: &Actor) -> Vec<AllowedMeetingAction> {
    type Ready = fn(MeetingFacts<'_>) -> Result<()>;
    macro_rules! ready {
        ($($command:ident)+) => {
            [$((super::$command::ACTION, super::$command::ready as Ready),)+]
        };
    }
    let commands = ready![AddCases RemoveCase Arrange Call Hold Resolve Sign Cancel];
    let offered = commands.into_iter().filter(|(action, _)| permission::check_meeting_role(actor, *action).is_ok());
    offered
        .map(|(action, ready)| {
            let may = permission::check_meeting_action(actor, action, facts.meeting, facts.world);
            let refusal = may.and_then(|()| ready(facts)).err();
            AllowedMeetingAction::unless(refusal, action)
        })
        .collect()
}

/// 筹备: a meeting, with the cases that it is for as far as they are known.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct PlanMeeting {
    /// What it is about.
    pub subject: Line<2, 100>,
    /// The cases, as the planner saw them.
    #[serde(default)]
    #[schema(max_items = 99)]
    pub cases: Vec<CaseVersion>,
}

impl OnMeeting for PlanMeeting {
    const ACTION: MeetingAction = MeetingAction::Plan;
}

/// Plans a meeting: the first event of its stream.
///
/// # Errors
/// The case at fault.
pub fn plan(command: PlanMeeting, id: &MeetingId, cases: &[Case], _permit: &Permit<PlanMeeting>) -> Result<Decision> {
    if cases.len() > MOST_CASES {
        return Err(Error::field("cases", format!("一次会议最多{MOST_CASES}个议题")));
    }
    cases.iter().try_for_each(may_join)?;
    let event = MeetingEvent::MeetingPlanned { number: None, cases: cases.iter().map(|c| c.id.clone()).collect() };
    Ok(Decision {
        meeting: vec![Draft::new(event).text("subject", command.subject.into_string())],
        cases: cases.iter().map(|case| put_on(case, id)).collect(),
        sheets: Vec::new(),
    })
}

fn put_on(case: &Case, meeting: &MeetingId) -> (CaseId, Vec<Draft<CaseEvent>>) {
    (case.id.clone(), vec![Draft::new(CaseEvent::PutOnAgenda { meeting: meeting.clone() })])
}

fn take_off(case: &CaseId, meeting: &MeetingId) -> (CaseId, Vec<Draft<CaseEvent>>) {
    (case.clone(), vec![Draft::new(CaseEvent::TakenOffAgenda { meeting: meeting.clone() })])
}

fn may_join(case: &Case) -> Result<()> {
    if case.state != CaseState::AwaitingJointMeeting {
        let detail = format!("{} 现为“{}”，不能列入联席会议程", case.number, case.state.label());
        let (state, allowed_in) = (case.state.as_str().to_owned(), CaseState::AwaitingJointMeeting.as_str().to_owned());
        let conflict = StateConflict { state, allowed_in: vec![allowed_in] };
        return Err(Error { state: Some(conflict), ..Error::new(Code::WrongState, detail) });
    }
    if case.meeting.is_some() {
        return Err(Error::new(Code::OnAnotherAgenda, format!("{} 已列入另一次会议的议程", case.number)));
    }
    Ok(())
}

/// 列入议题: more cases on the agenda.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = AddAgendaCases)]
pub struct AddCases {
    /// The cases, as the office saw them.
    #[schema(min_items = 1, max_items = 99)]
    pub cases: Vec<CaseVersion>,
}

impl OnMeeting for AddCases {
    const ACTION: MeetingAction = MeetingAction::AddCases;
}

impl MeetingCommand for AddCases {
    fn joining(&self) -> &[CaseVersion] {
        &self.cases
    }

    fn decide(self, facts: MeetingFacts<'_>, _permit: &Permit<Self>) -> Result<Decision> {
        let meeting = facts.meeting;
        if self.cases.is_empty() {
            return Err(Error::field("cases", "至少要有一个事项"));
        }
        if meeting.agenda.len() + self.cases.len() > MOST_CASES {
            return Err(Error::field("cases", format!("一次会议最多{MOST_CASES}个议题")));
        }
        let mut decision = Decision::default();
        for wanted in &self.cases {
            let case = facts.case(&wanted.id)?.case;
            may_join(case)?;
            decision.meeting.push(Draft::new(MeetingEvent::AgendaAdded { case: case.id.clone() }));
            decision.cases.push(put_on(case, &meeting.id));
        }
        Ok(decision)
    }
}

/// 撤下议题: one case off the agenda; it waits for another meeting.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = RemoveAgendaCase)]
pub struct RemoveCase {
    /// The case.
    pub case: CaseId,
}

impl OnMeeting for RemoveCase {
    const ACTION: MeetingAction = MeetingAction::RemoveCase;
}

impl MeetingCommand for RemoveCase {
    fn ready(facts: MeetingFacts<'_>) -> Result<()> {
        some_agenda(facts)
    }

    fn decide(self, facts: MeetingFacts<'_>, _permit: &Permit<Self>) -> Result<Decision> {
        some_agenda(facts)?;
        let case = facts.case(&self.case)?.case;
        Ok(Decision {
            meeting: vec![Draft::new(MeetingEvent::AgendaRemoved { case: case.id.clone() })],
            cases: vec![take_off(&case.id, &facts.meeting.id)],
            sheets: Vec::new(),
        })
    }
}

/// 调整议程: the cases of the agenda in another order.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = ArrangeAgenda)]
pub struct Arrange {
    /// All cases of the agenda, in the order in which they are to be discussed.
    #[schema(min_items = 1, max_items = 99)]
    pub cases: Vec<CaseId>,
}

impl OnMeeting for Arrange {
    const ACTION: MeetingAction = MeetingAction::Arrange;
}

impl MeetingCommand for Arrange {
    fn ready(facts: MeetingFacts<'_>) -> Result<()> {
        some_agenda(facts)
    }

    fn decide(self, facts: MeetingFacts<'_>, _permit: &Permit<Self>) -> Result<Decision> {
        some_agenda(facts)?;
        let present: Vec<&CaseId> = facts.meeting.agenda.iter().map(|item| &item.case).collect();
        let all: BTreeSet<&CaseId> = present.iter().copied().collect();
        if self.cases.len() != present.len() || self.cases.iter().collect::<BTreeSet<_>>() != all {
            return Err(Error::field("cases", "应列出议程上的全部事项，每个一次"));
        }
        if self.cases.iter().eq(present) {
            return Err(Error::new(Code::NothingChanges, "议程顺序没有变化"));
        }
        Ok(Decision {
            meeting: vec![Draft::new(MeetingEvent::AgendaArranged { cases: self.cases })],
            ..Decision::default()
        })
    }
}

fn some_agenda(facts: MeetingFacts<'_>) -> Result<()> {
    if facts.meeting.agenda.is_empty() { Err(Error::new(Code::AgendaEmpty, "议程上没有事项")) } else { Ok(()) }
}

/// 召集: the notice; given again, it replaces the first (改期).
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = CallMeeting)]
pub struct Call {
    /// When the meeting begins; in the future.
    pub begins_at: DateTime<FixedOffset>,
    /// Where.
    pub place: Line<1, 200>,
    /// The units invited.
    #[schema(min_items = 1, max_items = 99)]
    pub units: Vec<UnitId>,
    /// What they are to read.
    #[serde(default)]
    #[schema(max_items = 20)]
    pub materials: Vec<Text<1, 4000>>,
}

impl OnMeeting for Call {
    const ACTION: MeetingAction = MeetingAction::Call;
}

impl MeetingCommand for Call {
    fn ready(facts: MeetingFacts<'_>) -> Result<()> {
        some_agenda(facts)
    }

    fn decide(self, facts: MeetingFacts<'_>, _permit: &Permit<Self>) -> Result<Decision> {
        some_agenda(facts)?;
        let begins_at = self.begins_at.with_timezone(&Utc);
        if begins_at <= facts.now {
            return Err(Error::field("begins_at", "开会时间应在将来"));
        }
        check_units(&self.units, facts)?;
        if self.materials.len() > MOST_MATERIALS {
            return Err(Error::field("materials", format!("最多{MOST_MATERIALS}份材料")));
        }
        let event = MeetingEvent::MeetingCalled { begins_at, units: self.units, materials: self.materials.len() };
        let notice = Draft::new(event).text("place", self.place.into_string());
        let materials = self.materials.into_iter().enumerate();
        let notice = materials.fold(notice, |draft, (i, text)| draft.text(material_name(i), text.into_string()));
        Ok(Decision { meeting: vec![notice], ..Decision::default() })
    }
}

/// Whether these units can be invited, or can have come.
fn check_units(units: &[UnitId], MeetingFacts { world, .. }: MeetingFacts<'_>) -> Result<()> {
    if !(1..=MOST_UNITS).contains(&units.len()) {
        return Err(Error::field("units", format!("应有1至{MOST_UNITS}个单位")));
    }
    for (i, unit) in units.iter().enumerate() {
        if world.units.open(unit).is_none() {
            return Err(Error::field(format!("units[{i}]"), "没有这个单位，或该单位已撤销"));
        }
        if units[..i].contains(unit) {
            return Err(Error::field(format!("units[{i}]"), "同一单位不能重复"));
        }
    }
    Ok(())
}

/// 召开: that the meeting was held, and who came.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = HoldMeeting)]
pub struct Hold {
    /// When; not in the future, not before the notice.
    pub held_at: DateTime<FixedOffset>,
    /// The units that attended.
    #[schema(min_items = 1, max_items = 99)]
    pub units: Vec<UnitId>,
    /// Who attended, and in the chair.
    #[serde(default)]
    pub attendance: Option<Text<1, 2000>>,
}

impl OnMeeting for Hold {
    const ACTION: MeetingAction = MeetingAction::Hold;
}

impl MeetingCommand for Hold {
    fn decide(self, facts: MeetingFacts<'_>, _permit: &Permit<Self>) -> Result<Decision> {
        let held_at = self.held_at.with_timezone(&Utc);
        if held_at > facts.now {
            return Err(Error::field("held_at", "召开时间不能在将来"));
        }
        if facts.meeting.called.as_ref().is_some_and(|called| held_at < called.at) {
            return Err(Error::field("held_at", "召开时间不能早于召集"));
        }
        check_units(&self.units, facts)?;
        let held = Draft::new(MeetingEvent::MeetingHeld { held_at, units: self.units })
            .text_if("attendance", self.attendance.map(Text::into_string));
        Ok(Decision { meeting: vec![held], ..Decision::default() })
    }
}

/// 取消: the meeting isn't held; its cases wait for another.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(as = CancelMeeting)]
pub struct Cancel {
    /// Why.
    pub reason: Text<1, 1000>,
}

impl OnMeeting for Cancel {
    const ACTION: MeetingAction = MeetingAction::Cancel;
}

impl MeetingCommand for Cancel {
    fn decide(self, MeetingFacts { meeting, .. }: MeetingFacts<'_>, _permit: &Permit<Self>) -> Result<Decision> {
        Ok(Decision {
            meeting: vec![Draft::new(MeetingEvent::MeetingCancelled {}).text("reason", self.reason.into_string())],
            cases: meeting.agenda.iter().map(|item| take_off(&item.case, &meeting.id)).collect(),
            sheets: Vec::new(),
        })
    }
}
