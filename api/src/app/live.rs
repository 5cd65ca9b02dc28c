//! Live updates: who listens, and what each may hear. A listener is a place in the log and a short
//! queue: whoever reads slowly falls behind and reads on from the log later, and holds up nobody.

use std::collections::BTreeSet;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::task::{Context, Poll};
use std::time::Duration;

use chrono::{DateTime, TimeDelta, Utc};
use tokio::sync::{Notify, mpsc};

use super::App;
use crate::auth::Principal;
use crate::domain::permission::{Scope, hears};
use crate::domain::unit::Directory;
use crate::error::{Code, Error, Result};
use crate::store::audience::{self, Placed};
use crate::store::{AnyConn, machinery, streams};

/// How many updates wait for one listener.
const ROOM: usize = 256;
/// How many streams one person may have open.
const MOST_STREAMS: usize = 6;
/// How often a listener is told that the stream is alive.
const BEAT: TimeDelta = TimeDelta::seconds(15);
/// How many events are read at once.
const PAGE: i64 = 500;

/// What a listener is told.
#[derive(Clone, Debug)]
pub enum Update {
    /// There is nothing for it up to this place.
    Nothing(i64),
    /// Something happened to what it may see; with the notices that its post was given.
    Happened(Arc<Placed>, Vec<String>),
}

/// Someone's stream of updates; it ends with the session, and when the service stops.
pub struct Listening(mpsc::Receiver<Update>);

impl Listening {
    /// The next update; none at the end.
    pub fn poll_next(&mut self, context: &mut Context<'_>) -> Poll<Option<Update>> {
        self.0.poll_recv(context)
    }
}

struct Listener {
    principal: Principal,
    /// The place up to which it has been told everything.
    place: i64,
    /// When it was last given a sign of life.
    beaten_at: DateTime<Utc>,
    queue: mpsc::Sender<Update>,
}

/// The listeners of this process.
#[derive(Clone, Default)]
pub struct Live(Arc<Shared>);

#[derive(Default)]
struct Shared {
    state: Mutex<State>,
    nudge: Notify,
}

#[derive(Default)]
struct State {
    listeners: Vec<Listener>,
    closed: bool,
}

impl Live {
    fn state(&self) -> MutexGuard<'_, State> {
        self.0.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Something may have happened.
    pub fn nudge(&self) {
        self.0.nudge.notify_one();
    }

    /// Waits until something may have happened, but not longer than this.
    pub async fn nudged(&self, longest: Duration) {
        let _ = tokio::time::timeout(longest, self.0.nudge.notified()).await;
    }

    /// Ends all streams, for good.
    pub fn close(&self) {
        let mut state = self.state();
        state.closed = true;
        state.listeners.clear();
    }

    fn is_deserted(&self) -> bool {
        self.state().listeners.is_empty()
    }

    fn add(&self, principal: &Principal, place: i64, now: DateTime<Utc>) -> Result<Listening> {
        let mut state = self.state();
        if state.closed {
            return Err(Error::busy("the service is stopping"));
        }
        state.listeners.retain(|l| !l.queue.is_closed());
        let own = state.listeners.iter().filter(|l| l.principal.actor.user == principal.actor.user);
        if own.count() >= MOST_STREAMS {
            let detail = format!("您同时打开的页面过多，实时更新最多{MOST_STREAMS}路");
            return Err(Error::new(Code::TooManyRequests, detail));
        }
        let (queue, updates) = mpsc::channel(ROOM);
        // Where it begins, so that a client that is cut off at once can go on from here.
        let _ = queue.try_send(Update::Nothing(place));
        state.listeners.push(Listener { principal: principal.clone(), place, beaten_at: now, queue });
        drop(state);
        self.nudge();
        Ok(Listening(updates))
    }
}

impl State {
    /// Lets those go who have gone, or whose token, session or roles are no longer what they were.
    fn keep(&mut self, standing: &Standing, now: DateTime<Utc>) {
        self.listeners.retain(|l| {
            let Principal { guard, session, expires_at, .. } = &l.principal;
            let stands =
                standing.sessions.contains(session) && standing.users.contains(&(guard.stream.clone(), guard.seq));
            stands && now < *expires_at && !l.queue.is_closed()
        });
    }

    fn beat(&mut self, now: DateTime<Utc>) {
        let silent = |l: &&mut Listener| !(l.beaten_at..l.beaten_at + BEAT).contains(&now);
        for listener in self.listeners.iter_mut().filter(silent) {
            listener.beaten_at = now;
            // Whoever has not taken the last updates yet needs no sign of life.
            let _ = listener.queue.try_send(Update::Nothing(listener.place));
        }
    }
}

impl Listener {
    /// Tells it what of the page after its place is for it, as far as its queue has room.
    fn tell(&mut self, page: &[Arc<Placed>], scope: &Scope) {
        for event in page {
            let actor = &self.principal.actor;
            let notices = event.told.iter().filter(|t| t.to.role == actor.role && t.to.unit == actor.unit);
            let notices: Vec<String> = notices.map(|t| t.notice.clone()).collect();
            if hears(actor, scope, &event.noun, &event.audience)
                && self.queue.try_send(Update::Happened(event.clone(), notices)).is_err()
            {
                return;
            }
            self.place = event.log_index;
        }
    }
}

/// Which sessions and users of those asked for are still what they were.
struct Standing {
    sessions: BTreeSet<String>,
    users: BTreeSet<(String, i64)>,
}

impl App {
    /// Listens to what this person may see, from the end of the log or from after a place in it.
    ///
    /// # Errors
    /// `too_many_requests` where the person listens too often already.
    pub async fn listen(&self, principal: &Principal, after: Option<i64>) -> Result<Listening> {
        let end = self.store.read(audience::end).await?;
        self.live.add(principal, after.map_or(end, |after| after.min(end)), self.clock.now())
    }

    /// Tells all listeners what has happened.
    ///
    /// # Errors
    /// Where the database fails; they are told later then.
    pub async fn tell_listeners(&self) -> Result<()> {
        if self.live.is_deserted() {
            return Ok(());
        }
        let app = self.clone();
        self.store.read(move |conn| app.tell(conn)).await
    }

    fn tell(&self, conn: &mut AnyConn) -> Result<()> {
        let standing = self.standing(conn)?;
        let units = self.directory(conn)?;
        self.live.state().keep(&standing, self.clock.now());
        let mut places = self.places();
        while let Some(place) = places.pop_first() {
            let page: Vec<Arc<Placed>> = audience::after(conn, place, PAGE)?.into_iter().map(Arc::new).collect();
            self.tell_page(place, &page, &units);
            // Those who kept up with a full page go on; others wait until their queue has room.
            if let Some(last) = page.last().filter(|_| i64::try_from(page.len()).is_ok_and(|n| n == PAGE)) {
                places.extend(self.places().into_iter().filter(|place| *place == last.log_index));
            }
        }
        self.live.state().beat(self.clock.now());
        Ok(())
    }

    /// The places at which listeners stand whose queue has room.
    fn places(&self) -> BTreeSet<i64> {
        self.live.state().listeners.iter().filter(|l| l.queue.capacity() > 0).map(|l| l.place).collect()
    }

    fn tell_page(&self, place: i64, page: &[Arc<Placed>], units: &Directory) {
        for listener in self.live.state().listeners.iter_mut().filter(|l| l.place == place) {
            let scope = self.scope(&listener.principal.actor, units);
            listener.tell(page, &scope);
        }
    }

    fn standing(&self, conn: &mut AnyConn) -> Result<Standing> {
        let (sessions, users): (Vec<String>, Vec<String>) = {
            let state = self.live.state();
            state.listeners.iter().map(|l| (l.principal.session.clone(), l.principal.guard.stream.clone())).unzip()
        };
        Ok(Standing {
            sessions: machinery::live_sessions(conn, &sessions, self.clock.now().into())?,
            users: streams::seqs(conn, &users)?,
        })
    }
}
