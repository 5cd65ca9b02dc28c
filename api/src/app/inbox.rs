//! 待办: what waits for the unit and role in which somebody acts.

use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

use super::App;
use super::views::{CaseSummary, Page, SheetSummary, cut_page, page_limit, read_cursor, write_cursor};
use crate::auth::Principal;
use crate::domain::calendar::shanghai_date;
use crate::domain::log::Actor;
use crate::domain::permission::{self, Entry};
use crate::domain::words::{CaseAction, Light, Role, SheetState, TaskKind};
use crate::error::{Error, Result};
use crate::store::{Ts, cases, sheets, tasks};

/// What an inbox is narrowed to.
#[derive(Clone, Debug, Default, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(deny_unknown_fields, default)]
pub struct InboxQuery {
    /// Only this.
    pub kind: Option<TaskKind>,
    /// How many, 1 to 200; default 50.
    #[param(minimum = 1, maximum = 200)]
    pub limit: Option<i64>,
    /// Where the page begins: the `next_cursor` of the page before.
    #[param(max_length = 200)]
    pub cursor: Option<String>,
}

/// One thing that waits.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct TaskView {
    /// What is to be done.
    pub kind: TaskKind,
    /// The command that is mostly due; what else may be done, the case tells. None where it is done
    /// elsewhere, as on a meeting.
    pub action: Option<CaseAction>,
    /// By when, where there is a date.
    pub due_date: Option<chrono::NaiveDate>,
    /// Working days left after today; of what is overdue those gone by, negative.
    pub days_left: Option<i64>,
    /// Its light.
    pub light: Option<Light>,
    /// The case.
    pub case: CaseSummary,
}

/// How many things of one kind wait.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct TaskCount {
    /// The kind.
    pub kind: TaskKind,
    /// How many.
    pub count: i64,
    /// How many of them are past their date.
    pub overdue: i64,
}

/// What waits in all.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct InboxCounts {
    /// By kind, every kind of the role.
    pub kinds: Vec<TaskCount>,
    /// Work orders that the unit is asked to confirm.
    pub to_confirm: Vec<SheetSummary>,
}

fn kinds(actor: &Actor) -> Vec<TaskKind> {
    TaskKind::ALL.iter().copied().filter(|kind| kind.roles().contains(&actor.role)).collect()
}

impl App {
    /// A page of what waits for the asker, the nearest deadline first.
    ///
    /// # Errors
    /// `role_may_not`, or the parameter at fault.
    pub async fn inbox(&self, principal: &Principal, query: InboxQuery) -> Result<Page<TaskView>> {
        permission::enter(&principal.actor, Entry::ReadInbox)?;
        let (app, actor) = (self.clone(), principal.actor.clone());
        self.store
            .read(move |conn| {
                let now = Ts::from(app.clock.now());
                let units = app.directory(conn)?;
                let limit = page_limit(query.limit)?;
                let after = query.cursor.as_deref().map(read_cursor).transpose()?;
                let mine = kinds(&actor);
                let wanted: Vec<TaskKind> = match query.kind {
                    Some(kind) => mine.into_iter().filter(|k| *k == kind).collect(),
                    None => mine,
                };
                let rows = tasks::page(conn, &actor.unit, &wanted, after, limit + 1)?;
                let (rows, next_cursor) =
                    cut_page(rows, limit, |row| write_cursor(row.due_at, &format!("{}/{}", row.case_id, row.kind)));
                let ids: Vec<&str> = rows.iter().map(|row| row.case_id.as_str()).collect();
                let found = cases::by_ids(conn, &ids)?;
                let summaries = app.case_summaries(conn, &found, &actor, &units, now)?;
                let (calendar, today) = (app.calendar(conn)?, shanghai_date(now.0));
                let items = rows
                    .into_iter()
                    .map(|row| {
                        let case = summaries.iter().find(|s| s.id.as_str() == row.case_id).cloned();
                        let kind: TaskKind = row.kind.parse().map_err(Error::internal)?;
                        Ok(TaskView {
                            kind,
                            action: kind.action(),
                            due_date: row.due_date,
                            days_left: row
                                .due_date
                                .map(|due_date| calendar.state.calendar.working_days_left(today, due_date)),
                            light: row.amber_at.map(|amber_at| Light::at(now.0, amber_at.0, row.due_at.0)),
                            case: case.ok_or_else(|| Error::internal("a task without its case"))?,
                        })
                    })
                    .collect::<Result<_>>()?;
                Ok(Page { items, next_cursor, total: None })
            })
            .await
    }

    /// How much waits for the asker, by kind, and the work orders to be confirmed.
    ///
    /// # Errors
    /// `role_may_not`.
    pub async fn inbox_counts(&self, principal: &Principal) -> Result<InboxCounts> {
        permission::enter(&principal.actor, Entry::ReadInbox)?;
        let (app, actor) = (self.clone(), principal.actor.clone());
        self.store
            .read(move |conn| {
                let units = app.directory(conn)?;
                let now = Ts::from(app.clock.now());
                let kinds = kinds(&actor);
                let waiting = tasks::counts(conn, &actor.unit, &kinds, now)?;
                let count = |kind: TaskKind| {
                    let found = waiting.iter().find(|(code, ..)| code == kind.as_str());
                    let (count, overdue) = found.map_or((0, 0), |(_, count, overdue)| (*count, *overdue));
                    TaskCount { kind, count, overdue }
                };
                let kinds = kinds.into_iter().map(count).collect();
                let to_confirm = match actor.role {
                    Role::Handler | Role::UnitHead => {
                        let state = SheetState::AwaitingConfirmation;
                        let rows = sheets::of_main_unit(conn, &actor.unit, state)?;
                        rows.iter().map(|row| SheetSummary::of(row, &units)).collect::<Result<_>>()?
                    }
                    _ => Vec::new(),
                };
                Ok(InboxCounts { kinds, to_confirm })
            })
            .await
    }
}
