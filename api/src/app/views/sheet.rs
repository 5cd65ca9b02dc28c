//! One work order, whole.

use chrono::NaiveDate;
use serde::Serialize;
use utoipa::ToSchema;

use super::{At, UnitName};
use crate::app::App;
use crate::app::cases::load_own_cases;
use crate::app::sheets::{load_visible_sheet, sheet_means};
use crate::auth::Principal;
use crate::domain::case::Case;
use crate::domain::facts::World;
use crate::domain::ids::{CaseId, UnitId, UserId, WorkOrderId};
use crate::domain::log::Actor;
use crate::domain::number::Number;
use crate::domain::permission::{self, Entry};
use crate::domain::words::{AssignmentKind, Channel, Sector, SheetState};
use crate::domain::work_order::{self, AllowedSheetAction, SheetFacts, SheetRow, WorkOrder, allowed_actions};
use crate::error::Result;
use crate::store::streams::{self, Loaded};
use crate::store::{AnyConn, parts, stream_name, users};

/// A co unit and its part.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct CoUnitView {
    /// The unit.
    pub unit: UnitName,
    /// What it has to do.
    pub task: Option<String>,
}

/// How the unit confirmed.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct ConfirmationView {
    /// When.
    pub at: At,
    /// Who entered it.
    pub by: UserId,
    /// When the drafter called.
    pub called_at: Option<At>,
    /// With whom the drafter spoke.
    pub spoke_with: Option<String>,
}

/// A unit that declined.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct DeclinedView {
    /// The unit.
    pub unit: UnitName,
    /// When.
    pub at: At,
    /// Why.
    pub reason: Option<String>,
    /// The unit it thinks right.
    pub proposed_unit: Option<UnitName>,
}

/// One row of the form (plan A2).
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct SheetRowView {
    /// The case.
    pub case: CaseId,
    /// 编号.
    pub number: Number,
    /// 受理时间.
    pub accepted_on: NaiveDate,
    /// 事项名称.
    pub matter_name: String,
    /// 未成功受理原因.
    pub failure_reason: Option<String>,
    /// 存在问题.
    pub problem: Option<String>,
    /// 完成时限; none before dispatch.
    pub due_on: Option<NaiveDate>,
    /// 受理途径.
    pub channel: Channel,
    /// 受理途径 as the form prints it: 线下 or 线上.
    pub channel_mode: &'static str,
    /// 是否需要市级部门协调解决.
    pub needs_municipal_coordination: bool,
    /// Whether files of the reporter lie with it: 群众反映记录 then says 详见附件.
    pub has_attachments: bool,
    /// Whether the assignments under this sheet have ended.
    pub ended: bool,
}

/// 延期 of a unit's share under this sheet: printed as an annex, since the sheet itself is frozen.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct SheetExtensionView {
    /// 编号 of the case.
    pub number: Number,
    /// The unit.
    pub unit: UnitName,
    /// Main or co.
    pub kind: AssignmentKind,
    /// The deadline that the sheet gave it.
    pub original_due_on: NaiveDate,
    /// The deadline in force, or in force when its share ended.
    pub due_on: NaiveDate,
    /// How many extensions were granted.
    pub extensions: u32,
}

/// One work order.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct SheetView {
    /// The identifier.
    pub id: WorkOrderId,
    /// The number.
    pub number: Number,
    /// The version, for `If-Match`.
    pub version: i64,
    /// Where it stands.
    pub state: SheetState,
    /// 问题所属领域.
    pub sector: Sector,
    /// 填报人.
    pub filled_by: Option<String>,
    /// 联系电话.
    pub filler_phone: Option<String>,
    /// The drafter's unit.
    pub drafter_unit: UnitName,
    /// When it was drafted.
    pub drafted_at: At,
    /// 工作单接收部门.
    pub main_unit: UnitName,
    /// 协同处理单位.
    pub co_units: Vec<CoUnitView>,
    /// A later date wished for.
    pub due_date: Option<NaiveDate>,
    /// Why it is later.
    pub due_reason: Option<String>,
    /// When the unit was asked to confirm.
    pub asked_at: Option<At>,
    /// The confirmation.
    pub confirmation: Option<ConfirmationView>,
    /// Units that declined.
    pub declined: Vec<DeclinedView>,
    /// When it was dispatched.
    pub dispatched_at: Option<At>,
    /// Why without confirmation.
    pub unconfirmed_reason: Option<String>,
    /// Its rows: as they are before dispatch, frozen after; none for who declined it, nor of a cancelled one.
    pub rows: Vec<SheetRowView>,
    /// Extensions granted of its assignments, by row.
    pub extensions: Vec<SheetExtensionView>,
    /// Every command on it that the asker's role may ever give, with whether it may be given now and,
    /// if not, why not.
    pub allowed_actions: Vec<AllowedSheetAction>,
}

impl App {
    /// One work order.
    ///
    /// # Errors
    /// `role_may_not`, `not_found`.
    pub async fn get_sheet(&self, principal: &Principal, id: &WorkOrderId) -> Result<SheetView> {
        permission::enter(&principal.actor, Entry::ReadWorkOrders)?;
        let (app, actor, id) = (self.clone(), principal.actor.clone(), id.clone());
        self.store
            .read(move |conn| {
                let known = app.surroundings(conn)?;
                let loaded = load_visible_sheet(conn, &app.scope(&actor, known.units.as_ref()), &id)?;
                app.sheet_view(conn, &actor, &loaded, known.world())
            })
            .await
    }

    fn sheet_view(
        &self,
        conn: &mut AnyConn,
        actor: &Actor,
        loaded: &Loaded<WorkOrder>,
        world: World<'_>,
    ) -> Result<SheetView> {
        let (sheet, units, now) = (&loaded.state, world.units, self.clock.now());
        // A case taken off before dispatch isn't on it any more; a frozen row keeps its case for good.
        let listed: Vec<CaseId> = match &sheet.dispatched {
            Some(dispatched) => dispatched.rows.iter().map(|row| row.case.clone()).collect(),
            None => sheet.cases.clone(),
        };
        let cases: Vec<Case> = load_own_cases(conn, &listed)?.into_iter().map(|l| l.state).collect();
        let means = sheet_means(&sheet.id);
        let facts = SheetFacts { sheet, cases: &cases, world, now, means: &means };
        let allowed_actions = allowed_actions(facts, actor);
        // Whoever declined it keeps the sheet, not its cases.
        let declined = sheet.declined.iter().any(|declined| declined.unit == actor.unit);
        let reads_rows = !declined || sheet.reached().any(|unit| *unit == actor.unit);
        let rows = parts::of_stream(conn, &stream_name::<WorkOrder>(sheet.id.as_str()))?;
        let text = |at| self.text_of(&rows, at);
        // A sheet goes on showing what its units were called when it was dispatched.
        let then = |unit: &UnitId| sheet.dispatched.as_ref()?.unit_names.get(unit).cloned();
        let name = |unit: &UnitId| match then(unit) {
            Some(name) => UnitName { id: unit.clone(), name },
            None => UnitName::of(unit, units),
        };
        let drafter = streams::load::<crate::domain::user::User>(conn, sheet.drafted_by.as_str())?.map(|l| l.state);
        let names = users::names(conn, &[sheet.drafted_by.to_string()])?;
        let confirmation = match &sheet.confirmation {
            Some(c) => Some(ConfirmationView {
                at: At(c.at),
                by: c.by.clone(),
                called_at: c.called_at.map(At),
                spoke_with: text(c.spoke_with.as_ref())?,
            }),
            None => None,
        };
        let declined = sheet.declined.iter().map(|d| {
            Ok(DeclinedView {
                unit: name(&d.unit),
                at: At(d.at),
                reason: text(d.reason.as_ref())?,
                proposed_unit: d.proposed_unit.as_ref().map(name),
            })
        });
        let co_units =
            sheet.co_units.iter().map(|co| Ok(CoUnitView { unit: name(&co.unit), task: text(co.task.as_ref())? }));
        let unconfirmed = sheet.dispatched.as_ref().and_then(|d| d.unconfirmed_reason.as_ref());
        Ok(SheetView {
            id: sheet.id.clone(),
            number: sheet.number,
            version: loaded.version,
            state: sheet.state,
            sector: sheet.sector,
            filled_by: names.get(sheet.drafted_by.as_str()).cloned(),
            filler_phone: drafter.and_then(|u| u.phone),
            drafter_unit: name(&sheet.drafter_unit),
            drafted_at: At(sheet.drafted_at),
            main_unit: name(&sheet.main_unit),
            co_units: co_units.collect::<Result<_>>()?,
            due_date: sheet.due_date,
            due_reason: text(sheet.due_reason.as_ref())?,
            asked_at: sheet.asked_at.map(At),
            confirmation,
            declined: declined.collect::<Result<_>>()?,
            dispatched_at: sheet.dispatched.as_ref().map(|d| At(d.at)),
            unconfirmed_reason: text(unconfirmed)?,
            rows: if reads_rows { self.sheet_rows(conn, sheet, &cases)? } else { Vec::new() },
            extensions: cases.iter().flat_map(|case| extensions(case, sheet, name)).collect(),
            allowed_actions,
        })
    }

    fn sheet_rows(&self, conn: &mut AnyConn, sheet: &WorkOrder, cases: &[Case]) -> Result<Vec<SheetRowView>> {
        let frozen: Vec<(SheetRow, Option<NaiveDate>)> = match &sheet.dispatched {
            Some(dispatched) => dispatched.rows.iter().map(|row| (row.clone(), Some(row.due_on))).collect(),
            // What a cancelled one would have carried is nobody's to read here.
            None if sheet.state == SheetState::Cancelled => Vec::new(),
            None => cases.iter().map(|case| (work_order::row(case, NaiveDate::MAX), None)).collect(),
        };
        frozen
            .into_iter()
            .map(|(row, due_on)| {
                let texts = parts::of_stream(conn, &stream_name::<Case>(row.case.as_str()))?;
                Ok(SheetRowView {
                    failure_reason: self.text_of(&texts, row.failure_reason.as_ref())?,
                    problem: self.text_of(&texts, row.problem.as_ref())?,
                    ended: sheet.ended.contains(&row.case),
                    has_attachments: row.has_attachments,
                    case: row.case,
                    number: row.number,
                    accepted_on: row.accepted_on,
                    matter_name: row.matter_name,
                    due_on,
                    channel: row.channel,
                    channel_mode: row.channel.mode_label(),
                    needs_municipal_coordination: row.needs_municipal_coordination,
                })
            })
            .collect()
    }
}

/// The extensions of one case's assignments under this sheet.
fn extensions(case: &Case, sheet: &WorkOrder, name: impl Fn(&UnitId) -> UnitName) -> Vec<SheetExtensionView> {
    let extended = case.assignments.iter().filter(|a| a.work_order == sheet.id && a.extensions > 0);
    extended
        .map(|a| SheetExtensionView {
            number: case.number,
            unit: name(&a.unit),
            kind: a.kind,
            original_due_on: a.original_due.date,
            due_on: a.due.date,
            extensions: a.extensions,
        })
        .collect()
}
