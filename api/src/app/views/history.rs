//! The history of a case, a work order, a unit …: its events, with their texts; personal parts only named.

use std::collections::BTreeMap;

use serde::Serialize;
use utoipa::ToSchema;

use super::meeting::seen_of_agenda;
use super::{At, UnitName};
use crate::app::App;
use crate::app::cases::read_case;
use crate::app::meetings::load_visible_meeting;
use crate::app::policy_issues::load_visible_issue;
use crate::app::sheets::load_visible_sheet;
use crate::auth::Principal;
use crate::domain::case::Case;
use crate::domain::ids::{CaseId, MeetingId, PolicyIssueId, UnitId, UserId, WorkOrderId};
use crate::domain::log::{ActedBy, Aggregate, PartClass};
use crate::domain::meeting::Meeting;
use crate::domain::permission::{self, Entry, sees_matter_only};
use crate::domain::policy_issue::PolicyIssue;
use crate::domain::settings::{DISTRICT, Settings};
use crate::domain::unit::{Directory, Unit};
use crate::domain::user::User;
use crate::domain::words::{EventType, Role};
use crate::domain::work_order::WorkOrder;
use crate::error::{Error, Result};
use crate::store::{AnyConn, Envelope, events, parts, stream_name, users};

/// Who gave a command.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct HistoryActor {
    /// Who, or `system`.
    pub id: UserId,
    /// The person's name.
    pub name: Option<String>,
    /// As what.
    pub role: Option<Role>,
    /// For which unit.
    pub unit: Option<UnitName>,
}

/// One event.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct HistoryItem {
    /// Its place in the stream, from 1.
    pub seq: i64,
    /// When.
    pub at: At,
    /// Its type.
    #[serde(rename = "type")]
    pub kind: EventType,
    /// Its Chinese label.
    pub label: &'static str,
    /// Who.
    pub by: HistoryActor,
    /// What: the event's data, as the log keeps them.
    #[schema(value_type = Object)]
    pub data: serde_json::Value,
    /// Its texts, by name; erased ones are left out.
    pub texts: BTreeMap<String, String>,
    /// The names of its personal parts, which only `reveal` shows.
    pub personal: Vec<String>,
    /// The hash of the event as stored, which the next one carries.
    pub hash: String,
}

impl App {
    /// The history of a case, up to where the asker's unit left it.
    ///
    /// # Errors
    /// `role_may_not`, `not_found`.
    pub async fn case_history(&self, principal: &Principal, id: &CaseId) -> Result<Vec<HistoryItem>> {
        permission::enter(&principal.actor, Entry::ReadCases)?;
        let (app, actor, id) = (self.clone(), principal.actor.clone(), id.clone());
        self.store
            .read(move |conn| {
                let units = app.directory(conn)?;
                let case = read_case(conn, &app.scope(&actor, &units), &id)?.case;
                let mut items = app.history::<Case>(conn, id.as_str(), &units)?;
                items.retain(|item| item.seq <= case.seq);
                if sees_matter_only(&actor, case.state.reporter.confidential) {
                    items.iter_mut().for_each(|item| item.texts.retain(|name, _| name != "organisation"));
                }
                Ok(items)
            })
            .await
    }

    /// The history of a work order.
    ///
    /// # Errors
    /// `role_may_not`, `not_found`.
    pub async fn sheet_history(&self, principal: &Principal, id: &WorkOrderId) -> Result<Vec<HistoryItem>> {
        permission::enter(&principal.actor, Entry::ReadWorkOrders)?;
        let (app, actor, id) = (self.clone(), principal.actor.clone(), id.clone());
        self.store
            .read(move |conn| {
                let units = app.directory(conn)?;
                load_visible_sheet(conn, &app.scope(&actor, &units), &id)?;
                app.history::<WorkOrder>(conn, id.as_str(), &units)
            })
            .await
    }

    /// The history of a joint meeting, but for cases that the asker may not see.
    ///
    /// # Errors
    /// `role_may_not`, `not_found`.
    pub async fn meeting_history(&self, principal: &Principal, id: &MeetingId) -> Result<Vec<HistoryItem>> {
        permission::enter(&principal.actor, Entry::ReadMeetings)?;
        let (app, actor, id) = (self.clone(), principal.actor.clone(), id.clone());
        self.store
            .read(move |conn| {
                let units = app.directory(conn)?;
                let scope = app.scope(&actor, &units);
                let meeting = load_visible_meeting(conn, &scope, &id)?.state;
                let mut items = app.history::<Meeting>(conn, id.as_str(), &units)?;
                let named = items.iter().filter_map(|item| item.data["case"].as_str().map(str::to_owned)).collect();
                let seen = seen_of_agenda(conn, &actor, &scope, &meeting, named)?;
                items.retain(|item| item.data["case"].as_str().is_none_or(|case| seen.contains(case)));
                Ok(items)
            })
            .await
    }

    /// The history of a policy issue.
    ///
    /// # Errors
    /// `role_may_not`, `not_found`.
    pub async fn policy_issue_history(&self, principal: &Principal, id: &PolicyIssueId) -> Result<Vec<HistoryItem>> {
        permission::enter(&principal.actor, Entry::ReadPolicyIssues)?;
        let (app, actor, id) = (self.clone(), principal.actor.clone(), id.clone());
        self.store
            .read(move |conn| {
                let units = app.directory(conn)?;
                load_visible_issue(conn, &app.scope(&actor, &units), &id)?;
                app.history::<PolicyIssue>(conn, id.as_str(), &units)
            })
            .await
    }

    /// The history of a unit.
    ///
    /// # Errors
    /// `role_may_not`, `not_found`.
    pub async fn unit_history(&self, principal: &Principal, id: &UnitId) -> Result<Vec<HistoryItem>> {
        found(self.administration_history::<Unit>(principal, id.as_str()).await?, "单位")
    }

    /// The history of a user.
    ///
    /// # Errors
    /// `role_may_not`, `not_found`.
    pub async fn user_history(&self, principal: &Principal, id: &UserId) -> Result<Vec<HistoryItem>> {
        found(self.administration_history::<User>(principal, id.as_str()).await?, "用户")
    }

    /// The history of the settings; empty as long as none was changed.
    ///
    /// # Errors
    /// `role_may_not`.
    pub async fn settings_history(&self, principal: &Principal) -> Result<Vec<HistoryItem>> {
        self.administration_history::<Settings>(principal, DISTRICT).await
    }

    async fn administration_history<A: Aggregate>(&self, principal: &Principal, id: &str) -> Result<Vec<HistoryItem>> {
        permission::enter(&principal.actor, Entry::ReadAdministration)?;
        let (app, id) = (self.clone(), id.to_owned());
        self.store
            .read(move |conn| {
                let units = app.directory(conn)?;
                app.history::<A>(conn, &id, &units)
            })
            .await
    }

    fn history<A: Aggregate>(&self, conn: &mut AnyConn, id: &str, units: &Directory) -> Result<Vec<HistoryItem>> {
        let stream = stream_name::<A>(id);
        let events = events::of_stream(conn, &stream)?;
        let rows = parts::of_stream(conn, &stream)?;
        let people: Vec<String> = events.iter().map(|e| e.by.user.to_string()).collect();
        let names = users::names(conn, &people)?;
        events
            .into_iter()
            .map(|event| {
                let by = history_actor(&event.by, names.get(event.by.user.as_str()).cloned(), units);
                let texts = rows
                    .iter()
                    .filter(|row| row.seq == event.seq)
                    .filter_map(|row| row.content.clone().map(|text| (row.name.clone(), text)))
                    .collect();
                item(&event, by, texts)
            })
            .collect()
    }
}

/// Whatever exists has a history.
fn found(items: Vec<HistoryItem>, what: &str) -> Result<Vec<HistoryItem>> {
    if items.is_empty() { Err(Error::not_found(what)) } else { Ok(items) }
}

pub(crate) fn history_actor(by: &ActedBy, name: Option<String>, units: &Directory) -> HistoryActor {
    HistoryActor {
        id: by.user.clone(),
        name,
        role: by.role,
        unit: by.unit.as_ref().map(|unit| UnitName::of(unit, units)),
    }
}

/// What kind of event it is.
pub(crate) fn event_type(event: &Envelope) -> Result<EventType> {
    let body = serde_json::to_value(&event.event).map_err(Error::internal)?;
    body["type"].as_str().unwrap_or_default().parse().map_err(Error::internal)
}

fn item(event: &Envelope, by: HistoryActor, texts: BTreeMap<String, String>) -> Result<HistoryItem> {
    let mut body = serde_json::to_value(&event.event).map_err(Error::internal)?;
    let kind = event_type(event)?;
    let personal = event.parts.iter().filter(|(_, p)| p.class == PartClass::Personal).map(|(n, _)| n.clone());
    Ok(HistoryItem {
        seq: event.seq,
        at: At(event.at),
        kind,
        label: kind.label(),
        by,
        data: body["data"].take(),
        texts,
        personal: personal.collect(),
        hash: Envelope::hash(&event.canonical()?),
    })
}
