//! The writer: one thread that takes what waits and commits it as one batch. Callers are answered
//! only after the commit; nothing waits for a batch to fill.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::mpsc::{Receiver, SyncSender, TrySendError, sync_channel};

use tokio::sync::oneshot;

use super::CommitError;
use super::changes::{Changes, Receipt};
use super::commit::commit_batch;
use super::conn::{AnyConn, DatabaseUrl};
use crate::error::{Error, Result};

/// How many changes, or streams written by them, go into one transaction.
const MAX_CHANGES: usize = 64;
const MAX_STREAMS: usize = 200;
/// How many may wait.
const QUEUE: usize = 1024;

struct Job {
    changes: Changes,
    reply: oneshot::Sender<Result<Receipt, CommitError>>,
}

/// The handle to the writer's thread; it ends when the last handle goes.
pub(super) struct Writer {
    queue: SyncSender<Job>,
}

impl Writer {
    pub(super) fn start(url: DatabaseUrl) -> Result<Self> {
        let (queue, jobs) = sync_channel(QUEUE);
        let conn = url.connect()?;
        std::thread::Builder::new()
            .name("writer".to_owned())
            .spawn(move || run(&url, conn, &jobs))
            .map_err(Error::internal)?;
        Ok(Self { queue })
    }

    pub(super) async fn submit(&self, changes: Changes) -> Result<Receipt, CommitError> {
        let (reply, answer) = oneshot::channel();
        self.queue.try_send(Job { changes, reply }).map_err(|error| match error {
            TrySendError::Full(_) => Error::busy("the writer's queue is full"),
            TrySendError::Disconnected(_) => Error::internal("the writer has stopped"),
        })?;
        answer.await.map_err(|_| Error::busy("the writer dropped a job"))?
    }
}

fn run(url: &DatabaseUrl, mut conn: AnyConn, jobs: &Receiver<Job>) {
    while let Ok(first) = jobs.recv() {
        let (changes, replies): (Vec<Changes>, Vec<_>) =
            batch(first, jobs).into_iter().map(|job| (job.changes, job.reply)).unzip();
        // A panic must not take the writer down, nor leave a transaction half open.
        match catch_unwind(AssertUnwindSafe(|| commit_batch(&mut conn, &changes))) {
            Ok(outcomes) => {
                let broken = outcomes.iter().any(|o| matches!(o, Err(CommitError::Failed(_))));
                for (reply, outcome) in replies.into_iter().zip(outcomes) {
                    let _ = reply.send(outcome);
                }
                if broken {
                    reconnect(url, &mut conn);
                }
            }
            Err(_) => {
                log::error!("the writer panicked; its batch of {} was dropped", changes.len());
                reconnect(url, &mut conn);
            }
        }
    }
}

fn batch(first: Job, jobs: &Receiver<Job>) -> Vec<Job> {
    let mut weight = first.changes.weight();
    let mut batch = vec![first];
    while batch.len() < MAX_CHANGES && weight < MAX_STREAMS {
        let Ok(job) = jobs.try_recv() else { break };
        weight += job.changes.weight();
        batch.push(job);
    }
    batch
}

/// A fresh connection after a failure, so that a lost one doesn't fail all that follows.
fn reconnect(url: &DatabaseUrl, conn: &mut AnyConn) {
    match url.connect() {
        Ok(fresh) => *conn = fresh,
        Err(error) => log::error!("the writer can't reconnect: {error}"),
    }
}
