//! What the API shows: values made from state, parts and names, ready to be written as JSON.

mod attachment;
mod calendar;
mod case;
mod case_parts;
mod first_level;
mod former;
mod history;
mod list;
mod meeting;
mod notice;
mod page;
mod person;
mod policy_issue;
mod precedent;
mod sheet;

pub use attachment::AttachmentView;
pub use calendar::{CalendarDryRun, CalendarVersionView, CalendarView, DeadlineMove};
pub use case::CaseView;
pub use case_parts::{
    AgentView, AssignmentView, CallbackView, ClosedView, CustodyView, DissatisfactionView, ExtensionRequestView,
    FeedbackView, OpinionRequestView, OpinionView, RatingView, ReporterView, RequestView, RulingView, TargetView,
};
pub use first_level::{CaseResolutionView, FirstLevelView, ReferralView, ReplyView, SubmissionView};
pub use former::FormerQuery;
pub use history::{HistoryActor, HistoryItem};
pub(crate) use history::{event_type, history_actor};
pub use list::{CaseQuery, CaseSummary, ListSort, SheetQuery, SheetSummary};
pub use meeting::{AgendaItemView, CalledView, HeldView, MeetingQuery, MeetingSummary, MeetingView, ResolutionView};
pub use notice::{NoticePage, NoticeQuery, NoticeView};
pub use page::Page;
pub(crate) use page::{cut_page, page_limit, read_cursor, write_cursor};
pub use person::PersonQuery;
pub use policy_issue::{PolicyIssueQuery, PolicyIssueReportView, PolicyIssueSummary, PolicyIssueView};
pub use precedent::PrecedentView;
pub use sheet::{CoUnitView, ConfirmationView, DeclinedView, SheetRowView, SheetView};

use chrono::{DateTime, Utc};
use serde::{Serialize, Serializer};
use utoipa::ToSchema;

use crate::domain::calendar::shanghai_rfc3339;
use crate::domain::ids::UnitId;
use crate::domain::unit::Directory;

/// An instant, written in RFC 3339 with the offset of Asia/Shanghai.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct At(pub DateTime<Utc>);

impl Serialize for At {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&shanghai_rfc3339(self.0))
    }
}

impl utoipa::PartialSchema for At {
    fn schema() -> utoipa::openapi::RefOr<utoipa::openapi::schema::Schema> {
        use utoipa::openapi::schema::{KnownFormat, SchemaFormat, Type};
        utoipa::openapi::ObjectBuilder::new()
            .schema_type(Type::String)
            .format(Some(SchemaFormat::KnownFormat(KnownFormat::DateTime)))
            .examples([serde_json::json!("2021-09-01T09:30:00+08:00")])
            .into()
    }
}

impl ToSchema for At {}

/// A unit by code and name.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct UnitName {
    /// The code.
    pub id: UnitId,
    /// The short name.
    pub name: String,
}

impl UnitName {
    pub(crate) fn of(id: &UnitId, units: &Directory) -> Self {
        Self { id: id.clone(), name: units.name(id).to_owned() }
    }
}
