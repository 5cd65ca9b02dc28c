//! Commands on work orders, up to dispatch. Each is decided with all the sheet's
//! cases at hand and leaves an event in each stream that it touches.

use chrono::{DateTime, FixedOffset, Utc};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::addressees::Recipients;
use super::{Dispatch, SheetEvent, WorkOrder};
use crate::domain::allowed::allowed;
use crate::domain::case::{self, Case, CaseEvent, Due, Means, check_proposed};
use crate::domain::facts::World;
use crate::domain::ids::{CaseId, UnitId};
use crate::domain::log::{Actor, Draft};
use crate::domain::permission::{self, Permit};
use crate::domain::text::{Line, Text};
use crate::domain::words::SheetAction;
use crate::error::{Code, Error, Result};

/// What a command makes of a sheet and of its cases.
#[derive(Debug, Default)]
pub struct Decision {
    /// The sheet's events.
    pub sheet: Vec<Draft<SheetEvent>>,
    /// Each case's events.
    pub cases: Vec<(CaseId, Vec<Draft<CaseEvent>>)>,
}

/// What a decision on a work order knows.
#[derive(Clone, Copy)]
pub struct SheetFacts<'a> {
    /// The sheet.
    pub sheet: &'a WorkOrder,
    /// The cases on the sheet and those that the command names.
    pub cases: &'a [Case],
    /// Units, calendar, settings.
    pub world: World<'a>,
    /// Now; never before what has already happened to any of them.
    pub now: DateTime<Utc>,
    /// What the application has ready.
    pub means: &'a Means,
}

/// What is done to a work order, by name: what permits are asked for.
pub trait OnSheet: Sized {
    /// Its name.
    const ACTION: SheetAction;
}

/// A command on a work order that exists.
pub trait SheetCommand: OnSheet {
    /// Cases that the command concerns beyond those on the sheet, with the versions the asker saw.
    fn more_cases(&self) -> &[CaseVersion] {
        &[]
    }

    /// Guards that need nothing of the body; what stops the command now.
    ///
    /// # Errors
    /// The precise reason.
    fn ready(_facts: SheetFacts<'_>, _actor: &Actor) -> Result<()> {
        Ok(())
    }

    /// What happens, if the rest of the guards hold.
    ///
    /// # Errors
    /// The precise reason why not.
    fn decide(self, facts: SheetFacts<'_>, permit: &Permit<Self>) -> Result<Decision>;
}

/// Decides: the guards that need nothing of the body, then the rest.
///
/// # Errors
/// The precise reason why not.
pub fn decide<C: SheetCommand>(command: C, facts: SheetFacts<'_>, permit: &Permit<C>) -> Result<Decision> {
    C::ready(facts, permit.actor())?;
    command.decide(facts, permit)
}

allowed! { AllowedSheetAction of SheetAction }

/// Every command on this sheet that the asker's role may ever give, with whether it may be given now
/// and, if not, why not.
pub fn allowed_actions(facts: SheetFacts<'_>, actor: &Actor) -> Vec<AllowedSheetAction> {
    type Ready = fn(SheetFacts<'_>, &Actor) -> Result<()>;
    macro_rules! ready {
        ($($command:ident)+) => {
            [$((super::$command::ACTION, super::$command::ready as Ready),)+]
        };
    }
    let commands = ready![Redraft AddCases RemoveCase AskConfirmation Confirm Decline Dispatch Cancel];
    let offered = commands.into_iter().filter(|(action, _)| permission::check_sheet_role(actor, *action).is_ok());
    offered
        .map(|(action, ready)| {
            let may = permission::check_sheet_action(actor, action, facts.sheet);
            let refusal = may.and_then(|()| ready(facts, actor)).err();
            AllowedSheetAction::unless(refusal, action)
        })
        .collect()
}

/// A case as the asker saw it.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct CaseVersion {
    /// The case.
    pub id: CaseId,
    /// Its version.
    pub version: i64,
}

/// 拟制: a sheet for 1 to 99 cases of one sector to one main unit (plan §5.2).
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct DraftSheet {
    /// The cases, as the drafter saw them.
    #[schema(min_items = 1, max_items = 99)]
    pub cases: Vec<CaseVersion>,
    /// To whom, and by when.
    pub to: Recipients,
}

impl OnSheet for DraftSheet {
    const ACTION: SheetAction = SheetAction::Draft;
}

/// Drafts a sheet: the first event of its stream.
///
/// # Errors
/// The field or the case at fault.
pub fn draft(
    command: DraftSheet,
    id: &crate::domain::ids::WorkOrderId,
    cases: &[Case],
    permit: &Permit<DraftSheet>,
    world: World<'_>,
    now: DateTime<Utc>,
) -> Result<Decision> {
    let Some(first) = cases.first() else {
        return Err(Error::field("cases", "至少要有一个事项"));
    };
    if cases.len() > world.settings.max_cases_on_sheet {
        return Err(Error::new(Code::SheetFull, format!("一张工作单最多{}个事项", world.settings.max_cases_on_sheet)));
    }
    cases.iter().try_for_each(|case| may_join(case, first.sector))?;
    let to = command.to.addressees(world, now)?;
    let event = SheetEvent::SheetDrafted {
        number: None,
        sector: first.sector,
        drafter_unit: permit.actor().unit.clone(),
        to,
        cases: cases.iter().map(|c| c.id.clone()).collect(),
    };
    let put_on = |case: &Case| (case.id.clone(), vec![Draft::new(CaseEvent::PutOnSheet { work_order: id.clone() })]);
    Ok(Decision { sheet: vec![command.to.parts(Draft::new(event))], cases: cases.iter().map(put_on).collect() })
}

fn may_join(case: &Case, sector: crate::domain::words::Sector) -> Result<()> {
    if case.sheet.is_some() {
        return Err(Error::new(Code::OnAnotherSheet, format!("{} 已在另一张尚未派发的工作单上", case.number)));
    }
    if case.sector != sector {
        let detail = format!("{} 属于“{}”，一张工作单只能有一个领域的事项", case.number, case.sector.label());
        return Err(Error::new(Code::WrongSector, detail));
    }
    Ok(())
}

/// 改拟: another main unit, other co units or date, while it is a draft.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Redraft {
    /// To whom, and by when.
    pub to: Recipients,
}

impl OnSheet for Redraft {
    const ACTION: SheetAction = SheetAction::Redraft;
}

impl SheetCommand for Redraft {
    fn decide(self, SheetFacts { world, now, .. }: SheetFacts<'_>, _permit: &Permit<Self>) -> Result<Decision> {
        let to = self.to.addressees(world, now)?;
        Ok(Decision { sheet: vec![self.to.parts(Draft::new(SheetEvent::SheetRedrafted { to }))], cases: Vec::new() })
    }
}

/// 加入事项: more cases on a draft.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct AddCases {
    /// The cases, as the drafter saw them.
    #[schema(min_items = 1, max_items = 99)]
    pub cases: Vec<CaseVersion>,
}

impl OnSheet for AddCases {
    const ACTION: SheetAction = SheetAction::AddCase;
}

impl SheetCommand for AddCases {
    fn more_cases(&self) -> &[CaseVersion] {
        &self.cases
    }

    fn decide(
        self,
        SheetFacts { sheet, cases, world, .. }: SheetFacts<'_>,
        _permit: &Permit<Self>,
    ) -> Result<Decision> {
        if self.cases.is_empty() {
            return Err(Error::field("cases", "至少要有一个事项"));
        }
        if cases.len() > world.settings.max_cases_on_sheet {
            let detail = format!("一张工作单最多{}个事项", world.settings.max_cases_on_sheet);
            return Err(Error::new(Code::SheetFull, detail));
        }
        let mut decision = Decision::default();
        for wanted in &self.cases {
            let Some(case) = cases.iter().find(|c| c.id == wanted.id) else {
                return Err(Error::not_found("事项"));
            };
            may_join(case, sheet.sector)?;
            decision.sheet.push(Draft::new(SheetEvent::CaseAdded { case: case.id.clone() }));
            let put_on = CaseEvent::PutOnSheet { work_order: sheet.id.clone() };
            decision.cases.push((case.id.clone(), vec![Draft::new(put_on)]));
        }
        Ok(decision)
    }
}

/// 移出事项: one case off a draft.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct RemoveCase {
    /// The case.
    pub case: CaseId,
}

impl OnSheet for RemoveCase {
    const ACTION: SheetAction = SheetAction::RemoveCase;
}

impl SheetCommand for RemoveCase {
    fn decide(self, SheetFacts { sheet, .. }: SheetFacts<'_>, _permit: &Permit<Self>) -> Result<Decision> {
        if !sheet.cases.contains(&self.case) {
            return Err(Error::new(Code::NotOnSheet, "此事项不在这张工作单上"));
        }
        Ok(Decision {
            sheet: vec![Draft::new(SheetEvent::CaseRemoved { case: self.case.clone() })],
            cases: vec![(self.case, vec![off(sheet)])],
        })
    }
}

fn off(sheet: &WorkOrder) -> Draft<CaseEvent> {
    Draft::new(CaseEvent::TakenOffSheet { work_order: sheet.id.clone() })
}

/// 取消: the sheet goes no further; its cases wait for another.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Cancel {
    /// Why.
    pub reason: Text<1, 1000>,
}

impl OnSheet for Cancel {
    const ACTION: SheetAction = SheetAction::Cancel;
}

impl SheetCommand for Cancel {
    fn decide(self, SheetFacts { sheet, .. }: SheetFacts<'_>, _permit: &Permit<Self>) -> Result<Decision> {
        Ok(Decision {
            sheet: vec![Draft::new(SheetEvent::SheetCancelled {}).text("reason", self.reason.into_string())],
            cases: sheet.cases.iter().map(|case| (case.clone(), vec![off(sheet)])).collect(),
        })
    }
}

/// 沟通确认: the main unit is asked whether it is its business (plan §5.2).
#[derive(Clone, Debug, Default, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct AskConfirmation {}

impl OnSheet for AskConfirmation {
    const ACTION: SheetAction = SheetAction::AskConfirmation;
}

impl SheetCommand for AskConfirmation {
    fn ready(facts: SheetFacts<'_>, actor: &Actor) -> Result<()> {
        Dispatch::ready(facts, actor)
    }

    fn decide(self, SheetFacts { world, now, .. }: SheetFacts<'_>, _permit: &Permit<Self>) -> Result<Decision> {
        let due = Due::after(world, now, world.settings.confirmation_days)?;
        Ok(Decision { sheet: vec![Draft::new(SheetEvent::ConfirmationAsked { due })], cases: Vec::new() })
    }
}

/// A telephone call in which the unit confirmed.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct TelephoneRecord {
    /// When.
    pub called_at: DateTime<FixedOffset>,
    /// With whom the drafter spoke.
    pub spoke_with: Line<1, 100>,
}

/// 确认承办: by a handler of the unit, or by the drafter recording a telephone call.
#[derive(Clone, Debug, Default, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields, default)]
pub struct Confirm {
    /// The call, where the drafter records it.
    pub telephone: Option<TelephoneRecord>,
}

impl OnSheet for Confirm {
    const ACTION: SheetAction = SheetAction::Confirm;
}

impl SheetCommand for Confirm {
    fn ready(SheetFacts { sheet, .. }: SheetFacts<'_>, _actor: &Actor) -> Result<()> {
        match sheet.confirmation {
            Some(_) => Err(Error::new(Code::AlreadyAnswered, "责任单位已经确认")),
            None => Ok(()),
        }
    }

    fn decide(self, SheetFacts { sheet, now, .. }: SheetFacts<'_>, permit: &Permit<Self>) -> Result<Decision> {
        let by_unit = permit.actor().unit == sheet.main_unit;
        if !by_unit && self.telephone.is_none() {
            return Err(Error::field("telephone", "由拟制人记录确认的，须填写电话时间和对方姓名"));
        }
        let called_at = self.telephone.as_ref().map(|t| t.called_at.with_timezone(&Utc));
        if called_at.is_some_and(|at| at > now) {
            return Err(Error::field("telephone.called_at", "电话时间不能在将来"));
        }
        let spoke_with = self.telephone.map(|t| t.spoke_with.into_string());
        let event = Draft::new(SheetEvent::SheetConfirmed { called_at }).text_if("spoke_with", spoke_with);
        Ok(Decision { sheet: vec![event], cases: Vec::new() })
    }
}

/// 不予确认: it isn't the unit's business; counts as a return of each case.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Decline {
    /// Why.
    pub reason: Text<1, 2000>,
    /// The unit it thinks right.
    #[serde(default)]
    pub proposed_unit: Option<UnitId>,
}

impl OnSheet for Decline {
    const ACTION: SheetAction = SheetAction::Decline;
}

impl SheetCommand for Decline {
    fn ready(SheetFacts { sheet, now, .. }: SheetFacts<'_>, _actor: &Actor) -> Result<()> {
        if sheet.is_confirmed(now) {
            return Err(Error::new(Code::AlreadyAnswered, "贵单位已经确认承办，或逾期未答复视为确认"));
        }
        Ok(())
    }

    fn decide(self, facts: SheetFacts<'_>, permit: &Permit<Self>) -> Result<Decision> {
        let SheetFacts { sheet, cases, world, now, means } = facts;
        check_proposed(self.proposed_unit.as_ref(), world)?;
        let unit = permit.actor().unit.clone();
        let event = SheetEvent::SheetDeclined { unit: unit.clone(), proposed_unit: self.proposed_unit };
        let declined = |case: &Case| {
            let draft = case::declined(case::Facts { case, world, now, means }, &sheet.id, &unit)?;
            Ok((case.id.clone(), vec![draft]))
        };
        Ok(Decision {
            sheet: vec![Draft::new(event).text("reason", self.reason.into_string())],
            cases: cases.iter().map(declined).collect::<Result<_>>()?,
        })
    }
}
