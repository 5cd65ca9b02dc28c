//! The cases that a unit had in hands before, as they stood when it left them.

use serde::{Deserialize, Serialize};
use utoipa::IntoParams;

use super::list::summary;
use super::{At, CaseSummary, Page, cut_page, page_limit, read_cursor, write_cursor};
use crate::app::App;
use crate::auth::Principal;
use crate::domain::case::Case;
use crate::domain::log::Actor;
use crate::domain::permission::{self, Entry};
use crate::domain::unit::Directory;
use crate::error::Result;
use crate::store::departures::{self, DepartureRow};
use crate::store::{AnyConn, cases, parts, stream_name, streams};

/// Which page of the cases that the unit has left. They are filtered by nothing: what is true of them
/// now is no longer the unit's to know.
#[derive(Clone, Debug, Default, Serialize, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(deny_unknown_fields, default)]
pub struct FormerQuery {
    /// How many, 1 to 200; default 50.
    #[param(minimum = 1, maximum = 200)]
    pub limit: Option<i64>,
    /// Where the page begins: the `next_cursor` of the page before.
    #[param(max_length = 200)]
    pub cursor: Option<String>,
}

impl App {
    /// A page of the cases that the asker's unit has left, the latest left first.
    ///
    /// # Errors
    /// `role_may_not`, or the parameter at fault.
    pub async fn list_former_cases(&self, principal: &Principal, query: FormerQuery) -> Result<Page<CaseSummary>> {
        permission::enter(&principal.actor, Entry::ReadCases)?;
        let (app, actor) = (self.clone(), principal.actor.clone());
        self.store
            .read(move |conn| {
                let units = app.directory(conn)?;
                let limit = page_limit(query.limit)?;
                let after = query.cursor.as_deref().map(read_cursor).transpose()?;
                let rows = departures::page(conn, &app.scope(&actor, &units), after, limit + 1)?;
                let (rows, next_cursor) = cut_page(rows, limit, |row| write_cursor(row.at, &row.case_id));
                let items = rows.iter().map(|row| app.former_case(conn, row, &actor, &units)).collect::<Result<_>>()?;
                Ok(Page { items, next_cursor, total: None })
            })
            .await
    }

    fn former_case(
        &self,
        conn: &mut AnyConn,
        left: &DepartureRow,
        actor: &Actor,
        units: &Directory,
    ) -> Result<CaseSummary> {
        let then = streams::as_of::<Case>(conn, &left.case_id, left.seq)?;
        let texts = parts::of_stream(conn, &stream_name::<Case>(&left.case_id))?;
        let name = self.reporter_view(actor, &then.state, &texts)?.name;
        let row = cases::row(&then.state, then.seq, then.version);
        let in_force = self.calendar(conn)?;
        let summary = summary(&row, name, units, &in_force.state.calendar, left.at)?;
        Ok(CaseSummary { read_until: Some(At(left.at.0)), ..summary })
    }
}
