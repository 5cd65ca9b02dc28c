//! What time alone brings about, given by the system: silence is receipt and
//! confirmation, deadlines and targets pass. Each is found once, since the state remembers it.

use super::App;
use crate::domain::case::{self, Case};
use crate::domain::ids::{CaseId, WorkOrderId};
use crate::domain::log::ActedBy;
use crate::domain::work_order::WorkOrder;
use crate::error::{Error, Result};
use crate::store::streams;
use crate::store::{AnyConn, Changes, CommitError, Ts, cases, notices, sheets, tasks};

/// How many are looked at in one go.
const BATCH: i64 = 200;

/// How many moved, and the first that failed.
#[derive(Default)]
struct Tally {
    moved: usize,
    failed: Option<Error>,
}

impl Tally {
    fn count(&mut self, about: String, outcome: Result<bool>) {
        match outcome {
            Ok(moved) => self.moved += usize::from(moved),
            Err(error) => {
                log::error!("clock: {about}: {error}");
                self.failed.get_or_insert(error);
            }
        }
    }

    fn result(self) -> Result<usize> {
        self.failed.map_or(Ok(self.moved), Err)
    }
}

impl App {
    /// Brings about what has come about by now, in cases and work orders; how many of them moved.
    /// Several processes may do so at once: who comes second finds nothing to do. One at which this fails
    /// doesn't keep the others waiting.
    ///
    /// # Errors
    /// Where the database fails; the first that failed, once the others are done.
    pub async fn run_clock(&self) -> Result<usize> {
        let now = Ts::from(self.clock.now());
        let mut tally = Tally::default();
        let mut after = None;
        loop {
            let from = after.clone();
            let waking = self.store.read(move |conn| cases::waking(conn, now, from, BATCH)).await?;
            let Some(last) = waking.last() else { break };
            after = Some(last.clone());
            for (_, id) in waking {
                let about = format!("case {id}");
                tally.count(about, self.bring_about(move |app, conn| app.wake_case(conn, &id)).await);
            }
        }
        let silent = self.store.read(move |conn| sheets::waking(conn, now)).await?;
        for id in silent {
            let about = format!("work order {id}");
            tally.count(about, self.bring_about(move |app, conn| app.wake_sheet(conn, &id)).await);
        }
        self.warn(now).await?;
        tally.result()
    }

    /// Tells of deadlines that draw near, each once: amber is no event, at most a notice. Writes only where
    /// there is something new to tell.
    async fn warn(&self, now: Ts) -> Result<()> {
        let find = move |conn: &mut AnyConn| {
            let near = tasks::amber(conn, now)?;
            let cases = streams::load_many::<Case>(conn, near.iter().map(String::as_str))?;
            notices::amber_not_told(conn, cases.iter().map(|case| &case.state), now)
        };
        let new = self.store.read(find).await?;
        if !new.is_empty() {
            self.store.machinery(move |conn| notices::tell(conn, &new)).await?;
        }
        Ok(())
    }

    /// Commits what was found, if anything was; not where somebody else was quicker.
    async fn bring_about<F>(&self, find: F) -> Result<bool>
    where
        F: FnOnce(&Self, &mut AnyConn) -> Result<Option<Changes>> + Send + 'static,
    {
        let app = self.clone();
        let found = move |conn: &mut AnyConn| {
            let ground = app.ground(conn)?;
            Ok(find(&app, conn)?.map(|changes| ground.into_iter().fold(changes, Changes::guard)))
        };
        let Some(changes) = self.store.read(found).await? else { return Ok(false) };
        match self.commit(changes).await {
            Ok(_) => Ok(true),
            Err(CommitError::Moved | CommitError::KeyUsed) => Ok(false),
            Err(CommitError::Failed(error)) => Err(error),
        }
    }

    fn wake_case(&self, conn: &mut AnyConn, id: &CaseId) -> Result<Option<Changes>> {
        let Some(loaded) = streams::load::<Case>(conn, id.as_str())? else { return Ok(None) };
        let known = self.surroundings(conn)?;
        let now = self.now_after(loaded.state.last_at);
        let means = self.means(id, now);
        let facts = case::Facts { case: &loaded.state, world: known.world(), now, means: &means };
        let drafts = case::come_about(facts)?;
        if drafts.is_empty() {
            return Ok(None);
        }
        self.change_case(conn, loaded, drafts, &ActedBy::system(), &known.units, now).map(Some)
    }

    fn wake_sheet(&self, conn: &mut AnyConn, id: &WorkOrderId) -> Result<Option<Changes>> {
        let Some(loaded) = streams::load::<WorkOrder>(conn, id.as_str())? else { return Ok(None) };
        let now = self.now_after(loaded.state.last_at);
        let drafts = loaded.state.come_about(now);
        if drafts.is_empty() {
            return Ok(None);
        }
        Ok(Some(Changes::new().write(self.go_on(id.as_str(), loaded, drafts, ActedBy::system(), now))))
    }
}
