//! Joint meetings: whole, and in lists.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

use super::list::word;
use super::page::{cut_page, page_limit, read_cursor, write_cursor};
use super::{At, CoUnitView, Page, UnitName};
use crate::app::App;
use crate::app::meetings::{load_agenda, load_visible_meeting, meeting_texts};
use crate::auth::Principal;
use crate::domain::case::{Case, Terms};
use crate::domain::facts::World;
use crate::domain::ids::{CaseId, CauseId, MeetingId, UserId};
use crate::domain::log::{Actor, PartRef};
use crate::domain::meeting::{AllowedMeetingAction, Meeting, MeetingFacts, Resolution, allowed_actions};
use crate::domain::number::Number;
use crate::domain::permission::{self, Entry, Scope};
use crate::domain::unit::Directory;
use crate::domain::words::{CaseState, Disposition, MeetingState, ResponseLevel, Sector};
use crate::error::Result;
use crate::store::streams::Loaded;
use crate::store::{AnyConn, MeetingRow, cases, meetings, parts, stream_name, users};

/// The notice by which a meeting was called.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct CalledView {
    /// When it was given.
    pub at: At,
    /// For when.
    pub begins_at: At,
    /// Where.
    pub place: Option<String>,
    /// The units invited.
    pub units: Vec<UnitName>,
    /// What they are to read.
    pub materials: Vec<String>,
}

/// How a meeting was held.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct HeldView {
    /// When.
    pub held_at: At,
    /// The units that attended.
    pub units: Vec<UnitName>,
    /// Who attended.
    pub attendance: Option<String>,
}

/// What was resolved on a case; of the fields, those that go with its disposition.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct ResolutionView {
    /// When it was entered.
    pub at: At,
    /// By whom.
    pub by: UserId,
    /// What the case comes to.
    pub disposition: Disposition,
    /// The decision in words.
    pub decision: Option<String>,
    /// Whether like cases are to be settled alike.
    pub precedent: bool,
    /// Whether the leading group decided.
    pub decided_by_leading_group: bool,
    /// 交办: the main unit.
    pub main_unit: Option<UnitName>,
    /// 交办: the co units, each with its part.
    pub co_units: Vec<CoUnitView>,
    /// 交办: a later date than usual.
    pub due_date: Option<NaiveDate>,
    /// 交办: why it is later.
    pub due_reason: Option<String>,
    /// 上报: to whom.
    pub body: Option<String>,
    /// 上报: the letter's 文号.
    pub document_number: Option<String>,
    /// 上报: the letter's date.
    pub document_date: Option<NaiveDate>,
    /// 解释说明: the provision cited.
    pub provision: Option<String>,
    /// 解释说明: the cause.
    pub cause: Option<CauseId>,
    /// 解释说明, 未解决: the answer given to the reporter.
    pub answer: Option<String>,
}

/// One case on the agenda.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct AgendaItemView {
    /// The case.
    pub case: CaseId,
    /// Its number.
    pub number: Number,
    /// Where it stands now.
    pub state: CaseState,
    /// Its level.
    pub level: Option<ResponseLevel>,
    /// Its sector.
    pub sector: Sector,
    /// 事项名称.
    pub matter_name: String,
    /// What was tried.
    pub tried: Option<String>,
    /// The question to decide.
    pub question: Option<String>,
    /// What was resolved; none while it is open.
    pub resolution: Option<ResolutionView>,
}

/// One joint meeting.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct MeetingView {
    /// The identifier.
    pub id: MeetingId,
    /// The number.
    pub number: Number,
    /// The version, for `If-Match`.
    pub version: i64,
    /// Where it stands.
    pub state: MeetingState,
    /// What it is about.
    pub subject: Option<String>,
    /// Who planned it.
    pub planned_by: UserId,
    /// The planner's name.
    pub planned_by_name: Option<String>,
    /// When it was planned.
    pub planned_at: At,
    /// The notice.
    pub called: Option<CalledView>,
    /// How it was held.
    pub held: Option<HeldView>,
    /// When it was signed.
    pub signed_at: Option<At>,
    /// Who signed it.
    pub signed_by: Option<UserId>,
    /// Why it was cancelled.
    pub cancelled_reason: Option<String>,
    /// Its cases: all of them for the units invited, else those that the asker may see.
    pub agenda: Vec<AgendaItemView>,
    /// What the asker may do now, and why not the rest.
    pub allowed_actions: Vec<AllowedMeetingAction>,
}

/// What a list of meetings is filtered by.
#[derive(Clone, Debug, Default, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(deny_unknown_fields, default)]
pub struct MeetingQuery {
    /// Where it stands.
    pub state: Option<MeetingState>,
    /// How many, 1 to 200; default 50.
    #[param(minimum = 1, maximum = 200)]
    pub limit: Option<i64>,
    /// Where the page begins.
    #[param(max_length = 200)]
    pub cursor: Option<String>,
}

/// A joint meeting in a list.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct MeetingSummary {
    /// The identifier.
    pub id: MeetingId,
    /// The number.
    pub number: Number,
    /// The version.
    pub version: i64,
    /// Where it stands.
    pub state: MeetingState,
    /// What it is about.
    pub subject: Option<String>,
    /// When it was planned.
    pub planned_at: At,
    /// For when it was called.
    pub begins_at: Option<At>,
    /// When it was signed.
    pub signed_at: Option<At>,
    /// How many cases.
    pub cases: i32,
}

/// Which cases of an agenda this actor may see: all, where the own unit is invited.
pub(super) fn seen_of_agenda(
    conn: &mut AnyConn,
    actor: &Actor,
    scope: &Scope,
    meeting: &Meeting,
    cases: BTreeSet<String>,
) -> Result<BTreeSet<String>> {
    if meeting.units().any(|unit| *unit == actor.unit) {
        return Ok(cases);
    }
    cases::visible_among(conn, scope, &cases.into_iter().collect::<Vec<_>>())
}

impl App {
    /// A page of the meetings that the asker may see.
    ///
    /// # Errors
    /// `role_may_not`, or the parameter at fault.
    pub async fn list_meetings(&self, principal: &Principal, query: MeetingQuery) -> Result<Page<MeetingSummary>> {
        permission::enter(&principal.actor, Entry::ReadMeetings)?;
        let (app, actor) = (self.clone(), principal.actor.clone());
        self.store
            .read(move |conn| {
                let units = app.directory(conn)?;
                let scope = app.scope(&actor, &units);
                let limit = page_limit(query.limit)?;
                let after = query.cursor.as_deref().map(read_cursor).transpose()?;
                let rows = meetings::page(conn, &scope, query.state.map(MeetingState::as_str), after, limit + 1)?;
                let (rows, next_cursor) = cut_page(rows, limit, |row| write_cursor(row.planned_at, &row.id));
                let streams: Vec<String> = rows.iter().map(|row| stream_name::<Meeting>(&row.id)).collect();
                let mut subjects = parts::latest(conn, &streams, &["subject"])?;
                let mut subject = |stream| subjects.remove(stream)?.into_iter().find_map(|row| row.content);
                let items = rows.iter().zip(&streams).map(|(row, stream)| summary(row, subject(stream)));
                Ok(Page { items: items.collect::<Result<_>>()?, next_cursor, total: None })
            })
            .await
    }

    /// One joint meeting.
    ///
    /// # Errors
    /// `role_may_not`, `not_found`.
    pub async fn get_meeting(&self, principal: &Principal, id: &MeetingId) -> Result<MeetingView> {
        permission::enter(&principal.actor, Entry::ReadMeetings)?;
        let (app, actor, id) = (self.clone(), principal.actor.clone(), id.clone());
        self.store
            .read(move |conn| {
                let known = app.surroundings(conn)?;
                let scope = app.scope(&actor, &known.units);
                let loaded = load_visible_meeting(conn, &scope, &id)?;
                app.meeting_view(conn, &actor, &scope, &loaded, known.world())
            })
            .await
    }

    fn meeting_view(
        &self,
        conn: &mut AnyConn,
        actor: &Actor,
        scope: &Scope,
        loaded: &Loaded<Meeting>,
        world: World<'_>,
    ) -> Result<MeetingView> {
        let (meeting, units, now) = (&loaded.state, world.units, self.clock.now());
        let texts = meeting_texts(conn, meeting)?;
        let cases = self.with_means(&load_agenda(conn, meeting)?, now);
        let facts = MeetingFacts { meeting, cases: &cases, texts: &texts, world, now };
        let allowed_actions = allowed_actions(facts, actor);
        let ids = meeting.agenda.iter().map(|item| item.case.to_string()).collect();
        let seen = seen_of_agenda(conn, actor, scope, meeting, ids)?;
        let mut agenda = Vec::new();
        for (item, (case, _)) in meeting.agenda.iter().zip(&cases).filter(|(item, _)| seen.contains(item.case.as_str()))
        {
            let resolution = item.resolution.as_ref().map(|r| resolution(r, &texts, units));
            agenda.push(self.agenda_item(conn, case, resolution)?);
        }
        let mut names = users::names(conn, &[meeting.planned_by.to_string()])?;
        let named = |ids: &[_]| ids.iter().map(|unit| UnitName::of(unit, units)).collect();
        let text = |at: Option<&PartRef>| at.and_then(|at| texts.get(at)).cloned();
        Ok(MeetingView {
            id: meeting.id.clone(),
            number: meeting.number,
            version: loaded.version,
            state: meeting.state,
            subject: text(meeting.subject.as_ref()),
            planned_by: meeting.planned_by.clone(),
            planned_by_name: names.remove(meeting.planned_by.as_str()),
            planned_at: At(meeting.planned_at),
            called: meeting.called.as_ref().map(|called| CalledView {
                at: At(called.at),
                begins_at: At(called.begins_at),
                place: text(called.place.as_ref()),
                units: named(&called.units),
                materials: called.materials.iter().filter_map(|at| text(Some(at))).collect(),
            }),
            held: meeting.held.as_ref().map(|held| HeldView {
                held_at: At(held.held_at),
                units: named(&held.units),
                attendance: text(held.attendance.as_ref()),
            }),
            signed_at: meeting.signed.as_ref().map(|signed| At(signed.at)),
            signed_by: meeting.signed.as_ref().map(|signed| signed.by.clone()),
            cancelled_reason: text(meeting.cancelled.as_ref()),
            agenda,
            allowed_actions,
        })
    }

    fn agenda_item(
        &self,
        conn: &mut AnyConn,
        case: &Case,
        resolution: Option<ResolutionView>,
    ) -> Result<AgendaItemView> {
        let rows = parts::of_stream(conn, &stream_name::<Case>(case.id.as_str()))?;
        let text = |at: Option<&Option<PartRef>>| self.text_of(&rows, at.and_then(Option::as_ref));
        Ok(AgendaItemView {
            case: case.id.clone(),
            number: case.number,
            state: case.state,
            level: case.level,
            sector: case.sector,
            matter_name: case.matter_name.clone(),
            tried: text(case.submission.as_ref().map(|s| &s.tried))?,
            question: text(case.submission.as_ref().map(|s| &s.question))?,
            resolution,
        })
    }
}

fn resolution(resolution: &Resolution, texts: &BTreeMap<PartRef, String>, units: &Directory) -> ResolutionView {
    let text = |name: &str| texts.get(resolution.texts.get(name)?).cloned();
    let mut view = ResolutionView {
        at: At(resolution.at),
        by: resolution.by.clone(),
        disposition: resolution.terms.disposition(),
        decision: text("decision"),
        precedent: resolution.precedent,
        decided_by_leading_group: resolution.by_leading_group,
        main_unit: None,
        co_units: Vec::new(),
        due_date: None,
        due_reason: text("due_reason"),
        body: None,
        document_number: None,
        document_date: None,
        provision: text("provision"),
        cause: None,
        answer: text("answer"),
    };
    match &resolution.terms {
        Terms::Assign { main_unit, co_units, due_date } => {
            let co = |(i, unit)| CoUnitView { unit: UnitName::of(unit, units), task: text(&Terms::task(i)) };
            view.main_unit = Some(UnitName::of(main_unit, units));
            view.co_units = co_units.iter().enumerate().map(co).collect();
            view.due_date = *due_date;
        }
        Terms::ReferUp { to } => {
            view.body = Some(to.body.clone());
            view.document_number = Some(to.document_number.clone());
            view.document_date = Some(to.document_date);
        }
        Terms::Explain { cause } => view.cause.clone_from(cause),
        Terms::Solved {} | Terms::Unsolved {} | Terms::BackToCoordination {} | Terms::Defer {} => {}
    }
    view
}

fn summary(row: &MeetingRow, subject: Option<String>) -> Result<MeetingSummary> {
    Ok(MeetingSummary {
        id: MeetingId::new(row.id.clone()),
        number: Number { year: row.year, serial: row.serial },
        version: row.version,
        state: word(&row.state)?,
        subject,
        planned_at: At(row.planned_at.0),
        begins_at: row.begins_at.map(|at| At(at.0)),
        signed_at: row.signed_at.map(|at| At(at.0)),
        cases: row.cases,
    })
}
