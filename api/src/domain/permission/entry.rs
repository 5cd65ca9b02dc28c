//! What needs a role but concerns no existing case: registering, reading, administration.

use serde::Serialize;
use utoipa::ToSchema;

use super::super::ids::UserId;
use super::super::log::Actor;
use super::super::words::Role;
use super::meeting::MEETING_ROLES;
use super::sheet::DRAFTERS;
use crate::error::{Code, Error, Result};

/// Something that a role may do or not, whatever the case.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub enum Entry {
    /// Register a case.
    RegisterCase,
    /// Read cases, within the scope.
    ReadCases,
    /// Read rulings on the same matter.
    ReadPrecedents,
    /// Read how much work lies with each unit.
    ReadWorkload,
    /// Read the log as a whole.
    ReadLog,
    /// Read what waits for the unit.
    ReadInbox,
    /// Open attachments, within the scope of their cases: not for those to whom personal data stay
    /// masked throughout, since a file can't be masked.
    ReadAttachments,
    /// Read work orders, within the scope of their cases.
    ReadWorkOrders,
    /// Draft work orders for cases that wait for their dispatch.
    DraftWorkOrders,
    /// Read joint meetings, within the scope of their cases.
    ReadMeetings,
    /// Plan joint meetings and run them.
    RunMeetings,
    /// Read policy issues, within the scope of their sectors.
    ReadPolicyIssues,
    /// Report policy issues to the municipality.
    ReportPolicyIssues,
    /// See personal data in the clear, where the case allows.
    RevealPersonal,
    /// Read units.
    ReadUnits,
    /// Enter and change units.
    ManageUnits,
    /// Read users.
    ReadUsers,
    /// Enter and change users.
    ManageUsers,
    /// Read the calendar and its versions.
    ReadCalendar,
    /// Import notices into the calendar.
    ManageCalendar,
    /// Read the district's settings.
    ReadSettings,
    /// Change them.
    ManageSettings,
    /// Read the history of units, users and settings.
    ReadAdministration,
}

/// Leave for one actor to do one of these; made by [`enter`] only.
#[derive(Debug)]
pub struct EntryPermit {
    actor: Actor,
}

impl EntryPermit {
    /// Who acts.
    pub fn actor(&self) -> &Actor {
        &self.actor
    }
}

impl Entry {
    /// All of them.
    pub const ALL: &[Self] = &[
        Self::RegisterCase,
        Self::ReadCases,
        Self::ReadPrecedents,
        Self::ReadWorkload,
        Self::ReadLog,
        Self::ReadInbox,
        Self::ReadAttachments,
        Self::ReadWorkOrders,
        Self::DraftWorkOrders,
        Self::ReadMeetings,
        Self::RunMeetings,
        Self::ReadPolicyIssues,
        Self::ReportPolicyIssues,
        Self::RevealPersonal,
        Self::ReadUnits,
        Self::ManageUnits,
        Self::ReadUsers,
        Self::ManageUsers,
        Self::ReadCalendar,
        Self::ManageCalendar,
        Self::ReadSettings,
        Self::ManageSettings,
        Self::ReadAdministration,
    ];

    /// What a role may do, whatever the case.
    pub fn of(role: Role) -> Vec<Self> {
        Self::ALL.iter().copied().filter(|entry| entry.roles().contains(&role)).collect()
    }

    /// The roles that may.
    pub fn roles(self) -> &'static [Role] {
        use Role::{
            Admin, Auditor, Butler, ChiefButler, Handler, Intake, Integration, Lead, Leader, Office, ResidentButler,
            Supervisor, UnitHead,
        };
        match self {
            Self::RegisterCase => &[Intake, ResidentButler, Butler, Integration],
            Self::ReadCases => &[
                Intake,
                ResidentButler,
                Butler,
                ChiefButler,
                Handler,
                UnitHead,
                Lead,
                Office,
                Supervisor,
                Leader,
                Auditor,
                Integration,
            ],
            Self::ReadLog => &[Auditor],
            Self::ReadPrecedents | Self::ReadWorkload => {
                &[Butler, ChiefButler, Lead, Office, Supervisor, Leader, Auditor]
            }
            Self::ReadInbox => &[Intake, ResidentButler, Butler, ChiefButler, Handler, UnitHead, Lead, Office],
            Self::ReadWorkOrders => {
                &[Butler, ChiefButler, Handler, UnitHead, Lead, Office, Supervisor, Leader, Auditor]
            }
            Self::ReadMeetings => &[
                Intake,
                ResidentButler,
                Butler,
                ChiefButler,
                Handler,
                UnitHead,
                Lead,
                Office,
                Supervisor,
                Leader,
                Auditor,
            ],
            Self::DraftWorkOrders => DRAFTERS,
            Self::RunMeetings => MEETING_ROLES,
            Self::ReadPolicyIssues => &[Lead, Office, Supervisor, Leader, Auditor],
            Self::ReportPolicyIssues => &[Office],
            Self::ReadAttachments => {
                &[Intake, ResidentButler, Butler, ChiefButler, Handler, UnitHead, Lead, Office, Supervisor, Integration]
            }
            Self::RevealPersonal => &[Intake, ResidentButler, Butler, ChiefButler, Handler, Lead, Office, Supervisor],
            Self::ReadUnits | Self::ReadCalendar | Self::ReadSettings => Role::ALL,
            Self::ReadUsers | Self::ReadAdministration => &[Admin, Auditor],
            Self::ManageUnits | Self::ManageUsers | Self::ManageCalendar | Self::ManageSettings => &[Admin],
        }
    }
}

/// Leave to do `entry`.
///
/// # Errors
/// `role_may_not`.
pub fn enter(actor: &Actor, entry: Entry) -> Result<EntryPermit> {
    if entry.roles().contains(&actor.role) {
        Ok(EntryPermit { actor: actor.clone() })
    } else {
        Err(Error::new(Code::RoleMayNot, format!("“{}”岗位无此权限", actor.role.label())))
    }
}

/// Leave to change what `user` may do: never oneself. As who acts is an administrator who is not
/// disabled, and stays one, there always is one left.
///
/// # Errors
/// `role_may_not`, `own_account`.
pub fn manage_other(actor: &Actor, user: &UserId) -> Result<EntryPermit> {
    let permit = enter(actor, Entry::ManageUsers)?;
    if actor.user == *user {
        return Err(Error::new(Code::OwnAccount, "不能给自己授予或免去岗位、停用或重置密码，请由另一位系统管理员办理"));
    }
    Ok(permit)
}
