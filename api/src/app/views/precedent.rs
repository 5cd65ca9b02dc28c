//! Precedents: how the same matter was ruled or resolved before.

use serde::Serialize;
use utoipa::ToSchema;

use super::{At, UnitName};
use crate::app::App;
use crate::app::cases::read_case;
use crate::auth::Principal;
use crate::domain::case::Case;
use crate::domain::ids::CaseId;
use crate::domain::number::Number;
use crate::domain::permission::{self, Entry};
use crate::domain::unit::Directory;
use crate::domain::words::Disposition;
use crate::error::{Error, Result};
use crate::store::precedents::{self, PrecedentRow};
use crate::store::{AnyConn, parts, stream_name, streams};

/// How many are shown.
const MOST: i64 = 20;

/// A ruling or a resolution on the same matter.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct PrecedentView {
    /// The number of the case it was given in.
    pub number: Number,
    /// Whose business it was found to be.
    pub unit: Option<UnitName>,
    /// What the joint meeting resolved; none for a ruling.
    pub resolved: Option<Disposition>,
    /// When.
    pub at: At,
    /// Why.
    pub reason: Option<String>,
}

impl App {
    /// The precedents for a case: rulings, and resolutions marked so, on the same matter, the latest
    /// first. They tell number, unit and reasons, nothing of the other case besides.
    ///
    /// # Errors
    /// `role_may_not`, `not_found`.
    pub async fn precedents(&self, principal: &Principal, id: &CaseId) -> Result<Vec<PrecedentView>> {
        permission::enter(&principal.actor, Entry::ReadPrecedents)?;
        let (app, actor, id) = (self.clone(), principal.actor.clone(), id.clone());
        self.store
            .read(move |conn| {
                let units = app.directory(conn)?;
                let case = read_case(conn, &app.scope(&actor, &units), &id)?.case.state;
                let rows = precedents::of_matter(conn, &case.matter_name, id.as_str(), MOST)?;
                rows.iter().map(|row| app.precedent(conn, row, &units)).collect()
            })
            .await
    }

    fn precedent(&self, conn: &mut AnyConn, row: &PrecedentRow, units: &Directory) -> Result<PrecedentView> {
        let missing = || Error::internal(format!("precedent {}/{} is missing", row.case_id, row.ordinal));
        let case = streams::load::<Case>(conn, &row.case_id)?.ok_or_else(missing)?.state;
        let ordinal = usize::try_from(row.ordinal).map_err(Error::internal)?;
        let precedent = case.precedents().nth(ordinal).ok_or_else(missing)?;
        let texts = parts::of_stream(conn, &stream_name::<Case>(&row.case_id))?;
        Ok(PrecedentView {
            number: case.number,
            unit: precedent.unit.map(|unit| UnitName::of(unit, units)),
            resolved: precedent.resolved,
            at: At(precedent.at),
            reason: self.text_of(&texts, precedent.reason)?,
        })
    }
}
