//! The rows, and how a folded state projects onto them.

use chrono::NaiveDate;
use diesel::prelude::*;
use serde::Serialize;

use super::changes::SealedPart;
use super::schema::{
    assignments, attachments, audience, case_units, cases, departures, events, log, meeting_cases, meeting_units,
    meetings, notices, parts, pending, policy_issues, posts, precedents, streams, tasks, units, users,
    work_order_units, work_orders,
};
use super::ts::Ts;

macro_rules! rows {
    ($($(#[doc = $doc:literal])* $name:ident in $table:ident { $($field:ident: $ty:ty,)+ })+) => {
        $(
            $(#[doc = $doc])*
            #[derive(Clone, Debug, PartialEq, Serialize, Queryable, Selectable, Insertable)]
            #[diesel(table_name = $table, treat_none_as_default_value = false)]
            pub struct $name { $(
                #[doc = concat!("The column `", stringify!($field), "`, as the migrations describe it.")]
                pub $field: $ty,
            )+ }
        )+
    };
}

rows! {
    /// An event, as stored and hashed.
    EventRow in events { stream: String, seq: i64, at: Ts, body: String, hash: String, }

    /// An event's place in the order of all.
    LogRow in log { log_index: i64, stream: String, seq: i64, }

    /// An event that waits for its place.
    PendingRow in pending { stream: String, seq: i64, at: Ts, }

    /// Where a stream stands.
    StreamRow in streams { stream: String, seq: i64, version: i64, head: String, state: String, }

    /// A free text or personal datum.
    PartRow in parts {
        stream: String,
        seq: i64,
        name: String,
        class: String,
        salt: Option<String>,
        content: Option<String>,
        sealed: Option<Vec<u8>>,
        key_name: Option<String>,
    }

    /// A case, as lists show it.
    CaseRow in cases {
        id: String,
        seq: i64,
        version: i64,
        year: i32,
        serial: i64,
        state: String,
        level: Option<i32>,
        outcome: Option<String>,
        holder_unit: Option<String>,
        sector: String,
        channel: String,
        source_unit: String,
        registered_by: String,
        registered_at: Ts,
        accepted_at: Ts,
        closed_at: Option<Ts>,
        reporter_kind: String,
        anonymous: bool,
        confidential: bool,
        matter_name: String,
        cause: Option<String>,
        needs_municipal_coordination: bool,
        send_backs: i32,
        main_unit: Option<String>,
        meeting_id: Option<String>,
        due_date: Option<NaiveDate>,
        amber_at: Option<Ts>,
        due_at: Ts,
        provisional: bool,
        wakes_at: Option<Ts>,
    }

    /// Something that waits for a unit.
    TaskRow in tasks {
        case_id: String,
        kind: String,
        unit_id: String,
        due_date: Option<NaiveDate>,
        amber_at: Option<Ts>,
        due_at: Ts,
    }

    /// A ruling, which guides the next dispatch of the same matter.
    PrecedentRow in precedents { case_id: String, ordinal: i32, matter_name: String, at: Ts, }

    /// A unit's part in a case.
    CaseUnitRow in case_units { unit_id: String, part: String, case_id: String, }

    /// A unit whose part in a case has ended: it reads the case up to the event `seq`.
    DepartureRow in departures { case_id: String, unit_id: String, part: String, seq: i64, at: Ts, }

    /// One unit's share of a case.
    AssignmentRow in assignments {
        case_id: String,
        ordinal: i32,
        work_order_id: String,
        unit_id: String,
        kind: String,
        state: String,
        dispatched_at: Ts,
        received_at: Option<Ts>,
        due_date: NaiveDate,
        due_at: Ts,
        original_due_date: NaiveDate,
        answered_at: Option<Ts>,
        late: bool,
    }

    /// A file that goes with a case.
    AttachmentRow in attachments { case_id: String, seq: i64, digest: String, size: i64, kind: String, purged: bool, }

    /// A work order, as lists show it.
    SheetRow in work_orders {
        id: String,
        seq: i64,
        version: i64,
        year: i32,
        serial: i64,
        state: String,
        sector: String,
        drafter_unit: String,
        main_unit: String,
        drafted_at: Ts,
        dispatched_at: Option<Ts>,
        due_date: Option<NaiveDate>,
        cases: i32,
        wakes_at: Option<Ts>,
    }

    /// A unit that a work order concerns.
    SheetUnitRow in work_order_units { unit_id: String, work_order_id: String, sees: bool, }

    /// A joint meeting, as lists show it.
    MeetingRow in meetings {
        id: String,
        seq: i64,
        version: i64,
        year: i32,
        serial: i64,
        state: String,
        planned_at: Ts,
        begins_at: Option<Ts>,
        signed_at: Option<Ts>,
        cases: i32,
    }

    /// A case on an agenda.
    MeetingCaseRow in meeting_cases { case_id: String, meeting_id: String, }

    /// A unit that was invited to a meeting, or came.
    MeetingUnitRow in meeting_units { unit_id: String, meeting_id: String, }

    /// A policy issue, as lists show it.
    PolicyIssueRow in policy_issues {
        id: String,
        seq: i64,
        version: i64,
        year: i32,
        serial: i64,
        state: String,
        sector: String,
        case_id: String,
        matter_name: String,
        opened_at: Ts,
    }

    /// A unit.
    UnitRow in units {
        id: String,
        seq: i64,
        version: i64,
        name: String,
        full_name: String,
        kind: String,
        parent: Option<String>,
        leads: Option<String>,
        coordinates: Option<String>,
        rank: i64,
        closed: bool,
    }

    /// A user.
    UserRow in users { id: String, seq: i64, version: i64, username: String, name: String, disabled: bool, }

    /// Who may learn of an event, and whom it tells.
    AudienceRow in audience { stream: String, seq: i64, kind: String, who: String, told: Option<String>, }

    /// What a post is told.
    NoticeRow in notices {
        id: String,
        unit_id: String,
        role: String,
        at: Ts,
        kind: String,
        stream: String,
        seq: Option<i64>,
        number: String,
        matter_name: Option<String>,
        due_date: Option<NaiveDate>,
    }

    /// A role held in a unit.
    PostRow in posts { user_id: String, role: String, unit_id: String, }
}

impl PartRow {
    pub(super) fn new(stream: &str, seq: i64, part: &SealedPart) -> Self {
        Self {
            stream: stream.to_owned(),
            seq,
            name: part.name.clone(),
            class: part.class.as_str().to_owned(),
            salt: part.salt.clone(),
            content: part.content.clone(),
            sealed: part.sealed.clone(),
            key_name: part.key_name.clone(),
        }
    }
}

/// All rows of a stream that queries read.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Projection {
    pub(super) cases: Vec<CaseRow>,
    pub(super) case_units: Vec<CaseUnitRow>,
    pub(super) departures: Vec<DepartureRow>,
    pub(super) assignments: Vec<AssignmentRow>,
    pub(super) tasks: Vec<TaskRow>,
    pub(super) precedents: Vec<PrecedentRow>,
    pub(super) attachments: Vec<AttachmentRow>,
    pub(super) work_orders: Vec<SheetRow>,
    pub(super) work_order_units: Vec<SheetUnitRow>,
    pub(super) meetings: Vec<MeetingRow>,
    pub(super) meeting_cases: Vec<MeetingCaseRow>,
    pub(super) meeting_units: Vec<MeetingUnitRow>,
    pub(super) policy_issues: Vec<PolicyIssueRow>,
    pub(super) units: Vec<UnitRow>,
    pub(super) users: Vec<UserRow>,
    pub(super) posts: Vec<PostRow>,
}

impl Projection {
    pub(super) fn extend(&mut self, other: Self) {
        self.cases.extend(other.cases);
        self.case_units.extend(other.case_units);
        self.departures.extend(other.departures);
        self.assignments.extend(other.assignments);
        self.tasks.extend(other.tasks);
        self.precedents.extend(other.precedents);
        self.attachments.extend(other.attachments);
        self.work_orders.extend(other.work_orders);
        self.work_order_units.extend(other.work_order_units);
        self.meetings.extend(other.meetings);
        self.meeting_cases.extend(other.meeting_cases);
        self.meeting_units.extend(other.meeting_units);
        self.policy_issues.extend(other.policy_issues);
        self.units.extend(other.units);
        self.users.extend(other.users);
        self.posts.extend(other.posts);
    }
}

/// The parts a unit may have in a case, as scopes read them.
pub mod part {
    /// It came in at, or lies with, this unit's windows or butlers.
    pub const INTAKE: &str = "intake";
    /// It is assigned to, or asked of, this unit.
    pub const HANDLING: &str = "handling";
    /// This unit leads, verifies or coordinates it.
    pub const DECIDING: &str = "deciding";
}

pub mod project {
    //! State to rows: pure, and used by commit and by `verify` alike.

    use std::collections::BTreeSet;

    use super::{
        AssignmentRow, AttachmentRow, CaseRow, CaseUnitRow, DepartureRow, MeetingCaseRow, MeetingRow, MeetingUnitRow,
        PolicyIssueRow, PostRow, PrecedentRow, Projection, SheetRow, SheetUnitRow, TaskRow, Ts, UnitRow, UserRow, part,
    };
    use crate::domain::calendar::DistrictCalendar;
    use crate::domain::case::Case;
    use crate::domain::ids::UnitId;
    use crate::domain::log::Aggregate;
    use crate::domain::meeting::Meeting;
    use crate::domain::policy_issue::PolicyIssue;
    use crate::domain::settings::Settings;
    use crate::domain::unit::Unit;
    use crate::domain::user::User;
    use crate::domain::work_order::WorkOrder;

    fn text(unit: &UnitId) -> String {
        unit.as_str().to_owned()
    }

    /// A case, as lists show it.
    pub fn case_row(case: &Case, seq: i64, version: i64) -> CaseRow {
        let due = case.due();
        CaseRow {
            id: case.id.to_string(),
            seq,
            version,
            year: case.number.year,
            serial: case.number.serial,
            state: case.state.as_str().to_owned(),
            level: case.level.map(|level| i32::from(u8::from(level))),
            outcome: case.closed.as_ref().map(|c| c.outcome.as_str().to_owned()),
            holder_unit: case.holder.as_ref().map(text),
            sector: case.sector.as_str().to_owned(),
            channel: case.channel.as_str().to_owned(),
            source_unit: text(&case.source_unit),
            registered_by: case.registered_by.to_string(),
            registered_at: case.registered_at.into(),
            accepted_at: case.accepted_at.into(),
            closed_at: case.closed.as_ref().map(|c| c.at.into()),
            reporter_kind: case.reporter.kind.as_str().to_owned(),
            anonymous: case.reporter.anonymous,
            confidential: case.reporter.confidential,
            matter_name: case.matter_name.clone(),
            cause: case.cause.as_ref().map(|c| c.as_str().to_owned()),
            needs_municipal_coordination: case.needs_municipal_coordination,
            send_backs: i32::try_from(case.send_backs).unwrap_or(i32::MAX),
            main_unit: case.main().map(|a| text(&a.unit)),
            meeting_id: case.meeting.as_ref().map(ToString::to_string),
            due_date: due.map(|d| d.date),
            amber_at: due.map(|d| d.amber_at.into()),
            due_at: due.map_or_else(Ts::never, |d| d.at.into()),
            provisional: due.is_some_and(|d| d.provisional),
            wakes_at: case.wakes_at().map(Ts::from),
        }
    }

    pub fn case(case: &Case, seq: i64, version: i64) -> Projection {
        let precedents = case.precedents().zip(0..).map(|(precedent, ordinal)| PrecedentRow {
            case_id: case.id.to_string(),
            ordinal,
            matter_name: case.matter_name.clone(),
            at: precedent.at.into(),
        });
        let assignments = case.assignments.iter().zip(0..).map(|(a, ordinal)| AssignmentRow {
            case_id: case.id.to_string(),
            ordinal,
            work_order_id: a.work_order.to_string(),
            unit_id: text(&a.unit),
            kind: a.kind.as_str().to_owned(),
            state: a.state.as_str().to_owned(),
            dispatched_at: a.dispatched_at.into(),
            received_at: a.received_at.map(Ts::from),
            due_date: a.due.date,
            due_at: a.due.at.into(),
            original_due_date: a.original_due.date,
            answered_at: a.answered_at.map(Ts::from),
            late: a.late,
        });
        let attachments = case.attachments.iter().map(|a| AttachmentRow {
            case_id: case.id.to_string(),
            seq: a.seq,
            digest: a.digest.clone(),
            size: i64::try_from(a.size).unwrap_or(i64::MAX),
            kind: a.kind.as_str().to_owned(),
            purged: a.purged_at.is_some(),
        });
        let departures = case.departures.iter().map(|d| DepartureRow {
            case_id: case.id.to_string(),
            unit_id: text(&d.unit),
            part: if d.led.is_some() { part::DECIDING } else { part::HANDLING }.to_owned(),
            seq: d.seq,
            at: d.at.into(),
        });
        Projection {
            assignments: assignments.collect(),
            attachments: attachments.collect(),
            case_units: case_units(case),
            departures: departures.collect(),
            tasks: tasks(case),
            precedents: precedents.collect(),
            cases: vec![case_row(case, seq, version)],
            ..Projection::default()
        }
    }

    /// What waits for whom; the nearest date where the same waits twice.
    fn tasks(case: &Case) -> Vec<TaskRow> {
        let mut rows: Vec<TaskRow> = case
            .tasks()
            .into_iter()
            .map(|task| TaskRow {
                case_id: case.id.to_string(),
                kind: task.kind.as_str().to_owned(),
                unit_id: text(task.unit),
                due_date: task.due.map(|d| d.date),
                amber_at: task.due.map(|d| d.amber_at.into()),
                due_at: task.due.map_or_else(Ts::never, |d| d.at.into()),
            })
            .collect();
        rows.sort_by(|a, b| (&a.kind, &a.unit_id, a.due_at).cmp(&(&b.kind, &b.unit_id, b.due_at)));
        rows.dedup_by(|a, b| (&a.kind, &a.unit_id) == (&b.kind, &b.unit_id));
        rows
    }

    /// Who may know of the case besides the lead of its sector.
    fn case_units(case: &Case) -> Vec<CaseUnitRow> {
        let circle = case.audience();
        let parts =
            [(part::INTAKE, circle.intake), (part::HANDLING, circle.handling), (part::DECIDING, circle.deciding)];
        let row = |part: &str, unit: &UnitId| CaseUnitRow {
            unit_id: text(unit),
            part: part.to_owned(),
            case_id: case.id.to_string(),
        };
        let mut rows: Vec<CaseUnitRow> =
            parts.iter().flat_map(|(part, units)| units.iter().map(|unit| row(part, unit))).collect();
        rows.sort_by(|a, b| (&a.unit_id, &a.part).cmp(&(&b.unit_id, &b.part)));
        rows
    }

    pub fn sheet(sheet: &WorkOrder, seq: i64, version: i64) -> Projection {
        let row = SheetRow {
            id: sheet.id.to_string(),
            seq,
            version,
            year: sheet.number.year,
            serial: sheet.number.serial,
            state: sheet.state.as_str().to_owned(),
            sector: sheet.sector.as_str().to_owned(),
            drafter_unit: text(&sheet.drafter_unit),
            main_unit: text(&sheet.main_unit),
            drafted_at: sheet.drafted_at.into(),
            dispatched_at: sheet.dispatched.as_ref().map(|d| d.at.into()),
            due_date: sheet.dispatched.as_ref().map(|d| d.due.date),
            cases: i32::try_from(sheet.cases.len()).unwrap_or(i32::MAX),
            wakes_at: sheet.wakes_at().map(Ts::from),
        };
        let seen_by = sheet.audience().handling;
        let concerned: BTreeSet<&UnitId> = sheet.units().chain(&seen_by).collect();
        let units = concerned.into_iter().map(|unit| SheetUnitRow {
            unit_id: text(unit),
            work_order_id: sheet.id.to_string(),
            sees: seen_by.contains(unit),
        });
        Projection { work_orders: vec![row], work_order_units: units.collect(), ..Projection::default() }
    }

    pub fn meeting(meeting: &Meeting, seq: i64, version: i64) -> Projection {
        let id = || meeting.id.to_string();
        let row = MeetingRow {
            id: id(),
            seq,
            version,
            year: meeting.number.year,
            serial: meeting.number.serial,
            state: meeting.state.as_str().to_owned(),
            planned_at: meeting.planned_at.into(),
            begins_at: meeting.called.as_ref().map(|called| called.begins_at.into()),
            signed_at: meeting.signed.as_ref().map(|signed| signed.at.into()),
            cases: i32::try_from(meeting.agenda.len()).unwrap_or(i32::MAX),
        };
        let cases =
            meeting.agenda.iter().map(|item| MeetingCaseRow { case_id: item.case.to_string(), meeting_id: id() });
        let units: BTreeSet<&UnitId> = meeting.units().collect();
        let units = units.into_iter().map(|unit| MeetingUnitRow { unit_id: text(unit), meeting_id: id() });
        Projection {
            meeting_cases: cases.collect(),
            meeting_units: units.collect(),
            meetings: vec![row],
            ..Projection::default()
        }
    }

    pub fn policy_issue(issue: &PolicyIssue, seq: i64, version: i64) -> Projection {
        let row = PolicyIssueRow {
            id: issue.id.to_string(),
            seq,
            version,
            year: issue.number.year,
            serial: issue.number.serial,
            state: issue.state.as_str().to_owned(),
            sector: issue.sector.as_str().to_owned(),
            case_id: issue.case.to_string(),
            matter_name: issue.matter_name.clone(),
            opened_at: issue.opened_at.into(),
        };
        Projection { policy_issues: vec![row], ..Projection::default() }
    }

    pub fn unit(unit: &Unit, seq: i64, version: i64) -> Projection {
        let row = UnitRow {
            id: text(&unit.id),
            seq,
            version,
            name: unit.name.clone(),
            full_name: unit.full_name.clone(),
            kind: unit.kind.as_str().to_owned(),
            parent: unit.parent.as_ref().map(text),
            leads: unit.leads.map(|s| s.as_str().to_owned()),
            coordinates: unit.coordinates.map(|s| s.as_str().to_owned()),
            rank: unit.rank,
            closed: unit.closed,
        };
        Projection { units: vec![row], ..Projection::default() }
    }

    /// Nothing queries the calendar but as a whole.
    pub fn calendar(_: &DistrictCalendar, _seq: i64, _version: i64) -> Projection {
        Projection::default()
    }

    /// Nor the settings.
    pub fn settings(_: &Settings, _seq: i64, _version: i64) -> Projection {
        Projection::default()
    }

    pub fn user(user: &User, seq: i64, version: i64) -> Projection {
        let row = UserRow {
            id: user.id.to_string(),
            seq,
            version,
            username: user.username.clone(),
            name: user.name.clone(),
            disabled: user.disabled,
        };
        let mut posts: Vec<PostRow> = user
            .posts
            .iter()
            .map(|post| PostRow {
                user_id: user.id.to_string(),
                role: post.role.as_str().to_owned(),
                unit_id: text(&post.unit),
            })
            .collect();
        posts.sort_by(|a, b| (&a.role, &a.unit_id).cmp(&(&b.role, &b.unit_id)));
        posts.dedup();
        Projection { users: vec![row], posts, ..Projection::default() }
    }
}
