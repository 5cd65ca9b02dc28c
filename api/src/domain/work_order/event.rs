//! What happens to a work order. Its texts are parts, named with each event.

use std::collections::BTreeMap;

use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::domain::case::Due;
use crate::domain::ids::{CaseId, UnitId};
use crate::domain::log::PartRef;
use crate::domain::moves::Moves;
use crate::domain::number::Number;
use crate::domain::words::{Channel, Sector};

/// One row of the form (plan A2), frozen at dispatch. Texts lie in the case's stream.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SheetRow {
    /// The case.
    pub case: CaseId,
    /// 编号.
    pub number: Number,
    /// 受理时间.
    pub accepted_on: NaiveDate,
    /// 事项名称.
    pub matter_name: String,
    /// 未成功受理原因.
    pub failure_reason: Option<PartRef>,
    /// 存在问题.
    pub problem: Option<PartRef>,
    /// 完成时限.
    pub due_on: NaiveDate,
    /// 受理途径.
    pub channel: Channel,
    /// 是否需要市级部门协调解决.
    pub needs_municipal_coordination: bool,
    /// Whether files of the reporter lie with the case (群众反映记录).
    pub has_attachments: bool,
}

/// The units and the date of a sheet, as drafted.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Addressees {
    /// The main unit.
    pub main_unit: UnitId,
    /// Co units. Parts: `co_task_1` and so on.
    pub co_units: Vec<UnitId>,
    /// 完成时限, where later than usual. Parts: due_reason.
    pub due_date: Option<NaiveDate>,
}

/// One thing that happened to a work order.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "type", content = "data", rename_all = "snake_case")]
#[expect(missing_docs, reason = "the fields are the words of the plan and of the structures above")]
pub enum SheetEvent {
    /// 拟制. Parts: co_task_n, due_reason.
    SheetDrafted { number: Option<Number>, sector: Sector, drafter_unit: UnitId, to: Addressees, cases: Vec<CaseId> },
    /// 改拟. Parts: co_task_n, due_reason.
    SheetRedrafted { to: Addressees },
    /// A case was added.
    CaseAdded { case: CaseId },
    /// A case was taken off.
    CaseRemoved { case: CaseId },
    /// 沟通确认: the main unit was asked.
    ConfirmationAsked { due: Due },
    /// 确认承办. Parts: spoke_with.
    SheetConfirmed { called_at: Option<DateTime<Utc>> },
    /// 视为确认: the unit kept silent; found by the clock.
    ConfirmationPresumed {},
    /// 调整时限: a new version of the calendar moves by when it is to be confirmed.
    ConfirmationMoved(Moves),
    /// 不予确认. Parts: reason.
    SheetDeclined { unit: UnitId, proposed_unit: Option<UnitId> },
    /// 派发. Parts: unconfirmed_reason, other_unit_reason.
    SheetDispatched { due: Due, rows: Vec<SheetRow>, unit_names: BTreeMap<UnitId, String> },
    /// 职责承接: who has the duty to dispatch its cases now goes on with it; found by the system.
    SheetPassedOn { unit: UnitId },
    /// 取消. Parts: reason.
    SheetCancelled {},
    /// A case's assignments under this sheet have ended.
    CaseEnded { case: CaseId },
}
