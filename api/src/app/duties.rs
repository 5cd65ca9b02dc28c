//! What waits for a unit by its duty goes over to the unit that takes the duty over.

use super::App;
use super::cases::{concerned, guard_units};
use super::changes::preview;
use super::each::Pending;
use crate::domain::case::Case;
use crate::domain::log::{ActedBy, Draft};
use crate::domain::work_order::WorkOrder;
use crate::error::Result;
use crate::store::{AnyConn, Changes, cases, sheets, streams};

impl App {
    /// Lets everything that waits for a unit by a duty that it no longer has wait for the one that
    /// has it; returns of how many cases and work orders. It is decided from the state of cases,
    /// work orders and units: doing it twice, or in two processes at once, does it once.
    ///
    /// # Errors
    /// Where the database fails; what has been passed on until then is passed on.
    pub async fn pass_duties_on(&self) -> Result<usize> {
        let cases = self.store.read(cases::running).await?;
        let passed_on = self.each(cases, Self::cases_passed_on).await?;
        let sheets = self.store.read(sheets::undispatched).await?;
        Ok(passed_on + self.each(sheets, Self::sheets_passed_on).await?)
    }

    fn cases_passed_on(&self, conn: &mut AnyConn, ids: &[String]) -> Result<Vec<Pending>> {
        let known = self.surroundings(conn)?;
        let mut pending = Vec::new();
        for loaded in streams::load_many::<Case>(conn, ids.iter().map(String::as_str))? {
            let Some(event) = loaded.state.passed_on(known.world()) else { continue };
            let (id, by) = (loaded.state.id.to_string(), ActedBy::system());
            let (drafts, at) = (vec![Draft::new(event)], self.now_after(loaded.state.last_at));
            let after = preview(&loaded, &drafts, &by, at)?;
            let changes = Changes::new().write(self.go_on(&id, loaded, drafts, by, at));
            let changes = guard_units(changes, &known.units, concerned(&after));
            pending.push(Pending { id, weight: 1, changes });
        }
        Ok(pending)
    }

    fn sheets_passed_on(&self, conn: &mut AnyConn, ids: &[String]) -> Result<Vec<Pending>> {
        let units = self.directory(conn)?;
        let mut pending = Vec::new();
        for loaded in streams::load_many::<WorkOrder>(conn, ids.iter().map(String::as_str))? {
            let sheet = &loaded.state;
            let first = match sheet.cases.first() {
                Some(case) => streams::load::<Case>(conn, case.as_str())?.map(|l| l.state),
                None => None,
            };
            let Some(event) = sheet.passed_on(first.as_ref(), &units) else { continue };
            let (id, at) = (sheet.id.to_string(), self.now_after(sheet.last_at));
            let after = preview(&loaded, &[Draft::new(event.clone())], &ActedBy::system(), at)?;
            let write = self.go_on(&id, loaded, vec![Draft::new(event)], ActedBy::system(), at);
            let changes = guard_units(Changes::new().write(write), &units, [&after.drafter_unit]);
            pending.push(Pending { id, weight: 1, changes });
        }
        Ok(pending)
    }
}
