//! Moving the deadlines that a new version of the calendar moves.

use chrono::{DateTime, Utc};
use tokio::task::JoinSet;

use super::views::{DeadlineMove, UnitName};
use super::{ATTEMPTS, App};
use crate::domain::calendar::{Calendar, DISTRICT};
use crate::domain::case::Case;
use crate::domain::log::{ActedBy, Draft};
use crate::domain::moves::{DueMove, Reckoned};
use crate::domain::unit::Directory;
use crate::domain::work_order::WorkOrder;
use crate::error::{Error, Result};
use crate::store::{AnyConn, Changes, CommitError, Stored, cases, sheets, streams};

/// How many cases or work orders are read and moved in one step.
const AT_ONCE: usize = 100;

/// What is to be committed for one case or work order.
struct Pending {
    id: String,
    told: usize,
    changes: Changes,
}

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
        Ok(self.move_all::<Case>(cases).await? + self.move_all::<WorkOrder>(sheets).await?)
    }

    async fn move_all<A: Stored + Reckoned>(&self, mut waiting: Vec<String>) -> Result<usize> {
        let mut moved = 0;
        for _ in 0..ATTEMPTS {
            let mut outrun = Vec::new();
            for step in waiting.chunks(AT_ONCE) {
                let (told, again) = self.move_step::<A>(step.to_vec()).await?;
                moved += told;
                outrun.extend(again);
            }
            if outrun.is_empty() {
                return Ok(moved);
            }
            waiting = outrun;
        }
        Err(Error::busy("deadlines were moved in vain too often"))
    }

    /// Moves the deadlines of some, each in a commit of its own; returns how many, and those to
    /// which something else happened meanwhile.
    async fn move_step<A: Stored + Reckoned>(&self, step: Vec<String>) -> Result<(usize, Vec<String>)> {
        let app = self.clone();
        let pending = self.store.read(move |conn| app.pending_moves::<A>(conn, &step)).await?;
        // All at once: the writer takes what waits into one transaction.
        let mut commits = JoinSet::new();
        for Pending { id, told, changes } in pending {
            let app = self.clone();
            commits.spawn(async move { (id, told, app.commit(changes).await) });
        }
        let (mut moved, mut outrun) = (0, Vec::new());
        while let Some(done) = commits.join_next().await {
            match done.map_err(Error::internal)? {
                (_, told, Ok(_)) => moved += told,
                (_, _, Err(CommitError::Failed(error))) => return Err(error),
                (id, ..) => outrun.push(id),
            }
        }
        Ok((moved, outrun))
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
            pending.push(Pending { id: id.clone(), told, changes });
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
