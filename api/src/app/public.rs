//! What the reporter sees and does without an account: by number and enquiry code.

use chrono::NaiveDate;
use serde::Serialize;
use utoipa::ToSchema;

use super::views::At;
use super::{App, Once};
use crate::auth::Principal;
use crate::crypto::same_secret;
use crate::domain::calendar::shanghai_date;
use crate::domain::case::{self, Case, CaseCommand};
use crate::domain::log::{ActedBy, Actor, PartRef};
use crate::domain::number::Number;
use crate::domain::permission;
use crate::domain::progress::{plain, sentence};
use crate::domain::words::{CaseAction, CaseState, Outcome};
use crate::error::{Code, Error, Result};
use crate::store::streams::{self, Loaded};
use crate::store::{AnyConn, HappeningBody, cases, events, parts, stream_name};

/// What the reporter may know of one event.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct ProgressStep {
    /// On which day.
    pub on: NaiveDate,
    /// What, in plain words.
    pub what: &'static str,
}

/// A case's progress, in plain words and without names of officials.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct Progress {
    /// The number.
    pub number: Number,
    /// 事项名称.
    pub matter_name: String,
    /// When it was accepted.
    pub accepted_at: At,
    /// Where it stands.
    pub state: CaseState,
    /// Where it stands, in a sentence.
    pub sentence: &'static str,
    /// The unit in whose hands it is.
    pub holder: Option<String>,
    /// By when the unit is to finish, while it works.
    pub due_date: Option<NaiveDate>,
    /// What has happened, oldest first.
    pub steps: Vec<ProgressStep>,
    /// How it ended.
    pub outcome: Option<Outcome>,
    /// The answer given.
    pub answer: Option<String>,
    /// Whether the result waits for the reporter's word: an answer may be given now.
    pub may_answer: bool,
    /// Whether it may be rated now.
    pub may_rate: bool,
    /// Whether taking it up again may be asked now.
    pub may_request_reopen: bool,
}

/// The same for a wrong number and a wrong code, so that neither can be guessed from the other.
pub fn unknown() -> Error {
    Error::new(Code::NotFound, "编号或查询码不正确")
}

impl App {
    /// The progress of a case.
    ///
    /// # Errors
    /// `not_found`, for a wrong number and a wrong code alike.
    pub async fn progress(&self, number: Number, code: &str) -> Result<Progress> {
        let (app, code) = (self.clone(), code.to_owned());
        self.store
            .read(move |conn| {
                let case = app.load_as_reporter(conn, number, &code)?.state;
                app.progress_of(conn, &case)
            })
            .await
    }

    /// Gives a command to a case for its reporter.
    ///
    /// # Errors
    /// `not_found`, for a wrong number and a wrong code alike; `wrong_state`, or the guard that
    /// refuses it.
    pub async fn command_as_reporter<C>(&self, number: Number, code: &str, command: C, once: &Once) -> Result<Progress>
    where
        C: CaseCommand + Clone + Send + 'static,
    {
        let (app, asked) = (self.clone(), code.to_owned());
        let case = self.store.read(move |conn| app.load_as_reporter(conn, number, &asked)).await?.state;
        let actor = Actor::reporter(case.receiving_unit);
        let principal = Principal::reporter(actor.clone());
        let id = case.id;
        self.decide_and_commit(&principal, once, move |app, conn| {
            let loaded = streams::load::<Case>(conn, id.as_str())?.ok_or_else(unknown)?;
            let known = app.surroundings(conn)?;
            let now = app.now_after(loaded.state.last_at);
            let means = app.means(&id, now);
            let facts = case::Facts { case: &loaded.state, world: known.world(), now, means: &means };
            let permit = permission::check::<C>(&actor, &loaded.state, known.world())?;
            let decision = case::decide(command.clone(), facts, &permit)?;
            app.change_case(conn, loaded, decision.case, &ActedBy::from(&actor), &known.units, now)
        })
        .await?;
        self.progress(number, code).await
    }

    fn load_as_reporter(&self, conn: &mut AnyConn, number: Number, code: &str) -> Result<Loaded<Case>> {
        let id = cases::by_number(conn, number)?;
        // The code is reckoned for an unknown number too: an answer takes the same time.
        let expected = self.keys.enquiry_code(id.as_deref().unwrap_or_default());
        match id {
            Some(id) if same_secret(expected.as_bytes(), code.as_bytes()) => {
                streams::load::<Case>(conn, &id)?.ok_or_else(unknown)
            }
            _ => Err(unknown()),
        }
    }

    fn progress_of(&self, conn: &mut AnyConn, case: &Case) -> Result<Progress> {
        let stream = stream_name::<Case>(case.id.as_str());
        let happened = events::of_stream(conn, &stream)?;
        let steps = happened.iter().filter_map(|event| match &event.event {
            HappeningBody::Case(what) => Some(ProgressStep { on: shanghai_date(event.at), what: plain(what)? }),
            _ => None,
        });
        let known = self.surroundings(conn)?;
        let now = self.now_after(case.last_at);
        let reporter = Actor::reporter(case.receiving_unit.clone());
        let means = self.means(&case.id, now);
        let facts = case::Facts { case, world: known.world(), now, means: &means };
        let allowed = case::allowed_actions(facts, &reporter);
        let may = |action: CaseAction| allowed.iter().any(|a| a.action == action && a.allowed);
        let rows = parts::of_stream(conn, &stream)?;
        let told = |part: &&PartRef| part.name == "answer";
        Ok(Progress {
            number: case.number,
            matter_name: case.matter_name.clone(),
            accepted_at: At(case.accepted_at),
            state: case.state,
            sentence: sentence(case),
            holder: case.holder.as_ref().map(|unit| known.units.name(unit).to_owned()),
            due_date: case.due().map(|due| due.date),
            steps: steps.collect(),
            outcome: case.closed.as_ref().map(|c| c.outcome),
            answer: self.text_of(&rows, case.closed.as_ref().and_then(|c| c.answer.as_ref()).filter(told))?,
            may_answer: may(CaseAction::Answer),
            may_rate: may(CaseAction::Rate),
            may_request_reopen: may(CaseAction::RequestReopen),
        })
    }
}
