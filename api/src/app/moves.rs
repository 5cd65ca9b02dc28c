//! Moving the deadlines that a new version of the calendar moves.

use chrono::{DateTime, Utc};

use super::App;
use super::each::{AT_ONCE, Pending};
use super::views::{DeadlineMove, UnitName};
use crate::domain::calendar::{Calendar, DISTRICT};
use crate::domain::case::Case;
use crate::domain::log::{ActedBy, Draft};
use crate::domain::moves::{DueMove, Reckoned};
use crate::domain::unit::Directory;
use crate::domain::work_order::WorkOrder;
use crate::error::Result;
use crate::store::{AnyConn, Changes, Stored, cases, sheets, streams};

impl App {
    /// Moves every open deadline that the calendar in force moves; returns how many. What is to be
    /// moved is decided from the state of cases and work orders: doing it twice, or in two
    /// processes at once, moves each once.
    ///
    /// # Errors
    /// Where the database fails; what has been moved until then is moved.
    pub async fn move_deadlines(&self) -> Result<usize> {
        let cases = self.store.read(cases::running).await?;
        let sheets = self.store.read(sheets::awaiting_confirmation).await?;
        Ok(self.each(cases, Self::pending_moves::<Case>).await?
            + self.each(sheets, Self::pending_moves::<WorkOrder>).await?)
    }

    fn pending_moves<A: Stored + Reckoned>(&self, conn: &mut AnyConn, ids: &[String]) -> Result<Vec<Pending>> {
        let in_force = self.calendar(conn)?;
        let mut pending = Vec::new();
        for id in ids {
            let Some(loaded) = streams::load::<A>(conn, id)? else { continue };
            let Some(moves) = loaded.state.moves_due(&in_force.state) else { continue };
            let told = moves.moves.iter().filter(|moved| moved.is_told()).count();
            let at = self.now_after(loaded.state.last_at());
            let write = self.go_on(id, loaded, vec![Draft::new(A::moved(moves))], ActedBy::system(), at);
            let changes = Changes::new().write(write).guard(in_force.guard(DISTRICT));
            pending.push(Pending { id: id.clone(), weight: told, changes });
        }
        Ok(pending)
    }
}

/// What would move if `next` came into force at `since`, by number.
pub(super) fn told_moves(
    conn: &mut AnyConn,
    next: &Calendar,
    since: DateTime<Utc>,
    units: &Directory,
) -> Result<Vec<DeadlineMove>> {
    let (cases, sheets) = (cases::running(conn)?, sheets::awaiting_confirmation(conn)?);
    let mut told = told_of::<Case>(conn, &cases, next, since, units)?;
    told.extend(told_of::<WorkOrder>(conn, &sheets, next, since, units)?);
    told.sort_by_key(|moved| moved.number);
    Ok(told)
}

fn told_of<A: Reckoned>(
    conn: &mut AnyConn,
    ids: &[String],
    next: &Calendar,
    since: DateTime<Utc>,
    units: &Directory,
) -> Result<Vec<DeadlineMove>> {
    let mut told = Vec::new();
    for step in ids.chunks(AT_ONCE) {
        for loaded in streams::load_many::<A>(conn, step.iter().map(String::as_str))? {
            let row = |moved: DueMove| DeadlineMove {
                number: loaded.state.number(),
                unit: UnitName::of(&moved.unit, units),
                kind: moved.kind,
                from: moved.from,
                to: moved.due.date,
                settles: moved.settles,
            };
            told.extend(loaded.state.moves(next, since).into_iter().filter(DueMove::is_told).map(row));
        }
    }
    Ok(told)
}
