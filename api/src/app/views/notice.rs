//! Notices as the API shows them.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

use super::{At, cut_page, page_limit, read_cursor, write_cursor};
use crate::app::App;
use crate::auth::Principal;
use crate::domain::case::Case;
use crate::domain::ids::{CaseId, MeetingId, NoticeId, WorkOrderId};
use crate::domain::log::Aggregate;
use crate::domain::meeting::Meeting;
use crate::domain::notice;
use crate::domain::number::Number;
use crate::domain::words::NoticeKind;
use crate::domain::work_order::WorkOrder;
use crate::error::{Error, Result};
use crate::store::notices::{NoticeRow, Reader};

/// Which notices are listed.
#[derive(Clone, Debug, Default, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(deny_unknown_fields, default)]
pub struct NoticeQuery {
    /// Only those that the asker hasn't read.
    pub unread: bool,
    /// How many, 1 to 200; default 50.
    #[param(minimum = 1, maximum = 200)]
    pub limit: Option<i64>,
    /// Where the page begins: the `next_cursor` of the page before.
    #[param(max_length = 200)]
    pub cursor: Option<String>,
}

/// What a post was told.
#[derive(Clone, Debug, Serialize, ToSchema)]
#[schema(as = Notice)]
pub struct NoticeView {
    /// The identifier.
    pub id: NoticeId,
    /// When.
    pub at: At,
    /// Of what.
    pub kind: NoticeKind,
    /// Its Chinese label.
    pub label: &'static str,
    /// What it says, in Chinese.
    #[schema(example = "2021-0001 已派发至贵单位，请于9月8日（含）前办结")]
    pub text: String,
    /// The case that it is about, if it is about one.
    pub case: Option<CaseId>,
    /// The work order that it is about, if it is about one.
    pub work_order: Option<WorkOrderId>,
    /// The joint meeting that it is about, if it is about one.
    pub meeting: Option<MeetingId>,
    /// The number of the case, work order or meeting.
    pub number: Number,
    /// 事项名称, of a case.
    pub matter_name: Option<String>,
    /// The deadline that it sets or recalls; the day of a meeting.
    pub due_date: Option<NaiveDate>,
    /// Whether the asker has read it.
    pub read: bool,
}

/// A page of notices.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct NoticePage {
    /// The latest first.
    pub items: Vec<NoticeView>,
    /// Where the next page begins; none on the last.
    pub next_cursor: Option<String>,
    /// How many the asker hasn't read, on whatever page; 100 stands for 100 or more.
    pub unread: i64,
}

impl App {
    /// A page of the notices that reached the post in which the asker acts.
    ///
    /// # Errors
    /// The parameter at fault.
    pub async fn list_notices(&self, principal: &Principal, query: NoticeQuery) -> Result<NoticePage> {
        let actor = principal.actor.clone();
        self.store
            .read(move |conn| {
                let reader = Reader(&actor);
                let limit = page_limit(query.limit)?;
                let after = query.cursor.as_deref().map(read_cursor).transpose()?;
                let rows = reader.page(conn, query.unread, after, limit + 1)?;
                let (rows, next_cursor) = cut_page(rows, limit, |(row, _)| write_cursor(row.at, &row.id));
                let items = rows.into_iter().map(|(row, read)| view(row, read)).collect::<Result<_>>()?;
                Ok(NoticePage { items, next_cursor, unread: reader.count_unread(conn)? })
            })
            .await
    }
}

fn view(row: NoticeRow, read: bool) -> Result<NoticeView> {
    let kind: NoticeKind = row.kind.parse().map_err(Error::internal)?;
    let about = |noun: &str| row.stream.strip_prefix(noun).and_then(|rest| rest.strip_prefix('/'));
    Ok(NoticeView {
        text: notice::text(kind, &row.number, row.due_date),
        case: about(Case::KIND).map(CaseId::from),
        work_order: about(WorkOrder::KIND).map(WorkOrderId::from),
        meeting: about(Meeting::KIND).map(MeetingId::from),
        number: row.number.parse().map_err(Error::internal)?,
        id: NoticeId::new(row.id),
        at: At(row.at.0),
        kind,
        label: kind.label(),
        matter_name: row.matter_name,
        due_date: row.due_date,
        read,
    })
}
