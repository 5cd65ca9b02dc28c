//! What the system itself finds to be done for many cases or work orders, each in a commit of its own.

use tokio::task::JoinSet;

use super::{ATTEMPTS, App};
use crate::error::{Error, Result};
use crate::store::{AnyConn, Changes, CommitError};

/// How many are read and changed in one step.
pub(super) const AT_ONCE: usize = 100;

/// What is to be committed for one case or work order.
pub(super) struct Pending {
    pub id: String,
    /// For how much it counts.
    pub weight: usize,
    pub changes: Changes,
}

impl App {
    /// Commits what `find` finds to be done for these, again where something else happened meanwhile;
    /// returns how much was done.
    ///
    /// # Errors
    /// Where the database fails; what has been done until then is done.
    pub(super) async fn each<F>(&self, mut waiting: Vec<String>, find: F) -> Result<usize>
    where
        F: Fn(&Self, &mut AnyConn, &[String]) -> Result<Vec<Pending>> + Copy + Send + 'static,
    {
        let mut done = 0;
        for _ in 0..ATTEMPTS {
            let mut outrun = Vec::new();
            for step in waiting.chunks(AT_ONCE) {
                let (weight, again) = self.step(step.to_vec(), find).await?;
                done += weight;
                outrun.extend(again);
            }
            if outrun.is_empty() {
                return Ok(done);
            }
            waiting = outrun;
        }
        Err(Error::busy("the system decided in vain too often"))
    }

    /// Does what there is for some; returns how much, and those to which something else happened
    /// meanwhile.
    async fn step<F>(&self, step: Vec<String>, find: F) -> Result<(usize, Vec<String>)>
    where
        F: Fn(&Self, &mut AnyConn, &[String]) -> Result<Vec<Pending>> + Copy + Send + 'static,
    {
        let app = self.clone();
        let pending = self.store.read(move |conn| find(&app, conn, &step)).await?;
        // All at once: the writer takes what waits into one transaction.
        let mut commits = JoinSet::new();
        for Pending { id, weight, changes } in pending {
            let app = self.clone();
            commits.spawn(async move { (id, weight, app.commit(changes).await) });
        }
        let (mut done, mut outrun) = (0, Vec::new());
        while let Some(commit) = commits.join_next().await {
            match commit.map_err(Error::internal)? {
                (_, weight, Ok(_)) => done += weight,
                (_, _, Err(CommitError::Failed(error))) => return Err(error),
                (id, ..) => outrun.push(id),
            }
        }
        Ok((done, outrun))
    }
}
