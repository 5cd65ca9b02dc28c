//! The log as a whole: what happened to what, by whom, the latest first.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

use super::App;
use super::views::{At, HistoryActor, Page, event_type, history_actor, page_limit};
use crate::auth::Principal;
use crate::domain::calendar::start_of_day;
use crate::domain::ids::{UnitId, UserId};
use crate::domain::number::Number;
use crate::domain::permission::{self, Entry};
use crate::domain::words::{EventType, Noun, Role};
use crate::error::{Error, Result};
use crate::store::{Envelope, Ts, events, numbers, users};

/// How many events are read at a time.
const BATCH: i64 = 500;
/// How many are looked at for one page: a page may be short, or even empty, and yet not the last.
const MOST_READ: usize = 20_000;

/// What is looked for in the log. All conditions together.
#[derive(Clone, Debug, Default, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(deny_unknown_fields, default)]
pub struct LogQuery {
    /// What it happened to.
    pub noun: Option<Noun>,
    /// Of what has this number: a case, a work order, a meeting, a policy issue.
    #[param(value_type = Option<String>, pattern = r"^\d{4}-\d{4,}$")]
    pub number: Option<Number>,
    /// What happened.
    #[serde(rename = "type")]
    #[param(rename = "type")]
    pub kind: Option<EventType>,
    /// Who did it.
    pub user: Option<UserId>,
    /// In which role.
    pub role: Option<Role>,
    /// For which unit.
    pub unit: Option<UnitId>,
    /// From this day on, Asia/Shanghai.
    pub from: Option<NaiveDate>,
    /// Until this day, included.
    pub to: Option<NaiveDate>,
    /// How many, 1 to 200; default 50.
    #[param(minimum = 1, maximum = 200)]
    pub limit: Option<i64>,
    /// Where the page begins: the `next_cursor` of the page before.
    #[param(max_length = 20)]
    pub cursor: Option<String>,
}

/// One event of the log, without its texts, which stand in the history of what it happened to.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct LogItem {
    /// Its place in the log.
    pub log_index: i64,
    /// What it happened to.
    pub noun: Noun,
    /// The identifier of that.
    pub id: String,
    /// Its number, where it has one.
    pub number: Option<Number>,
    /// Its place in the history of that, from 1.
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
    /// The hash of the event as stored.
    pub hash: String,
}

impl App {
    /// A page of the log, the latest first. Looking for something rare, a page may hold less than was
    /// asked for and still have a next one.
    ///
    /// # Errors
    /// `role_may_not`, or the parameter at fault.
    pub async fn log(&self, principal: &Principal, query: LogQuery) -> Result<Page<LogItem>> {
        permission::enter(&principal.actor, Entry::ReadLog)?;
        let app = self.clone();
        self.store
            .read(move |conn| {
                let units = app.directory(conn)?;
                let limit = usize::try_from(page_limit(query.limit)?).map_err(Error::internal)?;
                let mut sought = sought(&query)?;
                sought.streams = query.number.map(|number| numbers::streams(conn, number)).transpose()?;
                let (mut found, mut read) = (Vec::new(), 0);
                let next_cursor = 'page: loop {
                    let batch = events::latest(conn, &sought, BATCH)?;
                    let last = batch.len() < usize::try_from(BATCH).map_err(Error::internal)?;
                    for (index, event) in batch {
                        sought.before = Some(index);
                        read += 1;
                        if query.matches(&event)? {
                            found.push((index, event));
                        }
                        if found.len() == limit {
                            break 'page Some(index);
                        }
                    }
                    if last {
                        break None;
                    }
                    if read >= MOST_READ {
                        break sought.before;
                    }
                };
                let people: Vec<String> = found.iter().map(|(_, event)| event.by.user.to_string()).collect();
                let names = users::names(conn, &people)?;
                let streams: Vec<String> = found.iter().map(|(_, event)| event.stream.clone()).collect();
                let numbers = numbers::of_streams(conn, &streams)?;
                let items = found
                    .into_iter()
                    .map(|(log_index, event)| {
                        let (noun, id) = event.stream.split_once('/').unwrap_or((&event.stream, ""));
                        let kind = event_type(&event)?;
                        Ok(LogItem {
                            log_index,
                            noun: noun.parse().map_err(Error::internal)?,
                            id: id.to_owned(),
                            number: numbers.get(&event.stream).copied(),
                            seq: event.seq,
                            at: At(event.at),
                            kind,
                            label: kind.label(),
                            by: history_actor(&event.by, names.get(event.by.user.as_str()).cloned(), &units),
                            hash: Envelope::hash(&event.canonical()?),
                        })
                    })
                    .collect::<Result<_>>()?;
                Ok(Page { items, next_cursor: next_cursor.map(|index| index.to_string()), total: None })
            })
            .await
    }
}

impl LogQuery {
    /// Whether an event is what is looked for, as far as the database doesn't say it.
    fn matches(&self, event: &Envelope) -> Result<bool> {
        let by = &event.by;
        let by_whom = self.user.as_ref().is_none_or(|user| by.user == *user)
            && self.role.is_none_or(|role| by.role == Some(role))
            && self.unit.as_ref().is_none_or(|unit| by.unit.as_ref() == Some(unit));
        Ok(by_whom && self.kind.map(|kind| Ok::<_, Error>(event_type(event)? == kind)).transpose()?.unwrap_or(true))
    }
}

fn sought(query: &LogQuery) -> Result<events::Sought> {
    let before = query
        .cursor
        .as_deref()
        .map(|cursor| cursor.parse::<i64>().map_err(|_| Error::field("cursor", "不是有效的翻页位置")));
    Ok(events::Sought {
        before: before.transpose()?,
        noun: query.noun.map(|noun| noun.as_str().to_owned()),
        streams: None,
        from: query.from.map(|day| Ts(start_of_day(day))),
        until: query.to.and_then(|day| day.succ_opt()).map(|day| Ts(start_of_day(day))),
    })
}
