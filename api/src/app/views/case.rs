//! One case, whole: as far as the asker may see it.

use chrono::NaiveDate;
use serde::Serialize;
use utoipa::ToSchema;

use super::attachment::AttachmentView;
use super::case_parts::{
    AgentView, AssignmentView, AttemptsView, CallbackView, ClosedView, CustodyView, DissatisfactionView, FeedbackView,
    OpinionRequestView, OpinionView, RatingView, ReporterView, RequestView, RulingView, Show, TargetView,
};
use super::first_level::FirstLevelView;
use super::{At, UnitName};
use crate::app::App;
use crate::app::cases::{Sight, read_case};
use crate::auth::Principal;
use crate::domain::calendar::shanghai_date;
use crate::domain::case::{AllowedAction, Case, Facts, allowed_actions};
use crate::domain::facts::World;
use crate::domain::ids::{CaseId, CauseId, UserId, WorkOrderId};
use crate::domain::log::Actor;
use crate::domain::masking::{mask_id_number, mask_name, mask_phone};
use crate::domain::number::Number;
use crate::domain::permission::{self, Entry, sees_matter_only};
use crate::domain::words::{CaseState, Channel, Failure, Light, PersonalField, ResponseLevel, Sector};
use crate::error::Result;
use crate::store::parts::{self, PartRow};
use crate::store::{AnyConn, stream_name, users};

/// One case.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct CaseView {
    /// The identifier.
    pub id: CaseId,
    /// The number.
    pub number: Number,
    /// The version, for `If-Match`.
    pub version: i64,
    /// When the asker's unit left the case, if it has: everything here is as it stood then.
    pub read_until: Option<At>,
    /// Where it stands.
    pub state: CaseState,
    /// The unit in whose hands it is.
    pub holder_unit: Option<UnitName>,
    /// The level reached.
    pub level: Option<ResponseLevel>,
    /// The field.
    pub sector: Sector,
    /// The channel.
    pub channel: Channel,
    /// Where it came in.
    pub source_unit: UnitName,
    /// Whose intake screens it.
    pub receiving_unit: UnitName,
    /// The butler's unit.
    pub butler_unit: Option<UnitName>,
    /// Who registered it.
    pub registered_by: UserId,
    /// When.
    pub registered_at: At,
    /// 受理时间.
    pub accepted_at: At,
    /// Why it was registered late.
    pub late_reason: Option<String>,
    /// Who reported.
    pub reporter: ReporterView,
    /// 事项名称.
    pub matter_name: String,
    /// 未办成情形.
    pub failure: Failure,
    /// 未成功受理原因.
    pub failure_reason: Option<String>,
    /// 存在问题.
    pub problem: Option<String>,
    /// The cause as known so far.
    pub cause: Option<CauseId>,
    /// 是否需要市级部门协调解决.
    pub needs_municipal_coordination: bool,
    /// The deadline's day that binds now.
    pub due_date: Option<NaiveDate>,
    /// Working days left after today; of what is overdue those gone by, negative.
    pub days_left: Option<i64>,
    /// Its light.
    pub light: Option<Light>,
    /// Whether it is provisional.
    pub provisional: bool,
    /// A conformity opinion asked for.
    pub opinion_request: Option<OpinionRequestView>,
    /// Conformity opinions given.
    pub opinions: Vec<OpinionView>,
    /// Passed on against a negative opinion.
    pub disputed: bool,
    /// The work order, not yet dispatched, on which it stands.
    pub work_order: Option<WorkOrderId>,
    /// Units that declined or returned it.
    pub returned_by: Vec<UnitName>,
    /// Rulings whose business it is.
    pub rulings: Vec<RulingView>,
    /// The unit that a ruling, a resolution or the upper body's reply named.
    pub bound_to: Option<UnitName>,
    /// Units' shares.
    pub assignments: Vec<AssignmentView>,
    /// The last feedback.
    pub feedback: Option<FeedbackView>,
    /// How often verification failed.
    pub send_backs: u32,
    /// The main unit asks for coordination.
    pub coordination_request: Option<RequestView>,
    /// The first level: what is asked for, what was decided.
    pub first_level: FirstLevelView,
    /// When the reporter was first contacted.
    pub contacted_at: Option<At>,
    /// Targets that ran or run: contact, dispatch, verification.
    pub targets: Vec<TargetView>,
    /// Calls to the reporter.
    pub callbacks: Vec<CallbackView>,
    /// Where it depends on calls in vain what may be done: how many count, and what is missing.
    pub attempts: Option<AttemptsView>,
    /// How it was closed.
    pub closed: Option<ClosedView>,
    /// The reporter's own ratings; the latest counts.
    pub ratings: Vec<RatingView>,
    /// A dissatisfied reporter to be answered, or answered.
    pub dissatisfaction: Option<DissatisfactionView>,
    /// The reporter asks to take the case up again.
    pub reopen_request: Option<RequestView>,
    /// How often it was reopened.
    pub reopened: u32,
    /// 经办时长: the parts sum to the case's working age.
    pub custody: Vec<CustodyView>,
    /// Files that go with it, in the order in which they came.
    pub attachments: Vec<AttachmentView>,
    /// An earlier case.
    pub repeat_of: Option<CaseId>,
    /// What of the reporter the asker may be shown in the clear now, by `reveal`.
    pub revealable: Vec<PersonalField>,
    /// What the asker may do now, and why not the rest.
    pub allowed_actions: Vec<AllowedAction>,
}

impl App {
    /// One case, as far as the asker may see it; as it stood when the asker's unit left it.
    ///
    /// # Errors
    /// `role_may_not`, `not_found`.
    pub async fn get_case(&self, principal: &Principal, id: &CaseId) -> Result<CaseView> {
        permission::enter(&principal.actor, Entry::ReadCases)?;
        let (app, actor, id) = (self.clone(), principal.actor.clone(), id.clone());
        self.store
            .read(move |conn| {
                let known = app.surroundings(conn)?;
                let sight = read_case(conn, &app.scope(&actor, &known.units), &id)?;
                app.case_view(conn, &actor, &sight, known.world())
            })
            .await
    }

    fn case_view(&self, conn: &mut AnyConn, actor: &Actor, sight: &Sight, world: World<'_>) -> Result<CaseView> {
        let case = &sight.case.state;
        let (now, units) = (sight.until.unwrap_or_else(|| self.clock.now()), world.units);
        let means = self.means(&case.id, now);
        let allowed_actions = match sight.until {
            None => allowed_actions(Facts { case, world, now, means: &means }, actor),
            Some(_) => Vec::new(),
        };
        let revealable = |field: &PersonalField| {
            sight.until.is_none() && permission::check_reveal(actor, case, *field, world).is_ok()
        };
        let rows = parts::of_stream(conn, &stream_name::<Case>(case.id.as_str()))?;
        let people = case.callbacks.iter().map(|c| &c.by).chain(case.attachments.iter().map(|a| &a.added_by));
        let people: Vec<String> = people.map(ToString::to_string).collect();
        let names = users::names(conn, &people)?;
        let show = Show { app: self, rows: &rows, units, now };
        let text = |at| show.text(at);
        let name = |unit| show.name(unit);
        let due = case.due();
        let attempts = case.awaits_answer().then(|| case.attempts(world.settings));
        Ok(CaseView {
            id: case.id.clone(),
            number: case.number,
            version: sight.case.version,
            read_until: sight.until.map(At),
            state: case.state,
            holder_unit: case.holder.as_ref().map(name),
            level: case.level,
            sector: case.sector,
            channel: case.channel,
            source_unit: name(&case.source_unit),
            receiving_unit: name(&case.receiving_unit),
            butler_unit: case.butler_unit.as_ref().map(name),
            registered_by: case.registered_by.clone(),
            registered_at: At(case.registered_at),
            accepted_at: At(case.accepted_at),
            late_reason: text(case.late_reason.as_ref())?,
            reporter: self.reporter_view(actor, case, &rows)?,
            matter_name: case.matter_name.clone(),
            failure: case.failure,
            failure_reason: text(case.failure_reason.as_ref())?,
            problem: text(case.problem.as_ref())?,
            cause: case.cause.clone(),
            needs_municipal_coordination: case.needs_municipal_coordination,
            due_date: due.map(|d| d.date),
            days_left: due.map(|d| world.calendar.working_days_left(shanghai_date(now), d.date)),
            light: due.map(|d| d.light(now)),
            provisional: due.is_some_and(|d| d.provisional),
            opinion_request: case.opinion_request.as_ref().map(|o| OpinionRequestView::of(o, show)).transpose()?,
            opinions: case.opinions.iter().map(|o| OpinionView::of(o, show)).collect::<Result<_>>()?,
            disputed: case.disputed,
            work_order: case.sheet.clone(),
            returned_by: case.returned_by.iter().map(name).collect(),
            rulings: case.rulings.iter().map(|r| RulingView::of(r, show)).collect::<Result<_>>()?,
            bound_to: case.bound_to.as_ref().map(name),
            assignments: case.assignments.iter().map(|a| AssignmentView::of(a, show)).collect::<Result<_>>()?,
            feedback: case.feedback.as_ref().map(|f| FeedbackView::of(f, show)).transpose()?,
            send_backs: case.send_backs,
            coordination_request: case
                .coordination_request
                .as_ref()
                .map(|r| RequestView::coordination(r, show))
                .transpose()?,
            first_level: FirstLevelView::of(case, show)?,
            contacted_at: case.contacted_at.map(At),
            targets: case.targets.iter().map(|t| TargetView::of(t, show)).collect(),
            callbacks: case
                .callbacks
                .iter()
                .enumerate()
                .map(|(i, c)| {
                    let fault = attempts.as_ref().and_then(|attempts| attempts.faults.get(&i).copied());
                    CallbackView::of(c, names.get(c.by.as_str()).cloned(), fault, show)
                })
                .collect::<Result<_>>()?,
            attempts: attempts.as_ref().map(|attempts| AttemptsView {
                counted: attempts.counted,
                missing: attempts.missing,
                missing_dates: attempts.missing_dates,
            }),
            closed: case.closed.as_ref().map(|c| ClosedView::of(c, show)).transpose()?,
            ratings: case.ratings.iter().map(|r| RatingView::of(r, show)).collect::<Result<_>>()?,
            dissatisfaction: case.dissatisfaction.as_ref().map(|d| DissatisfactionView::of(d, show)).transpose()?,
            reopen_request: case.reopen_request.as_ref().map(|r| RequestView::reopening(r, show)).transpose()?,
            reopened: case.reopened,
            custody: case.custody_days(now, world.calendar).iter().map(|d| CustodyView::of(d, show)).collect(),
            attachments: case
                .attachments
                .iter()
                .map(|a| AttachmentView::of(a, case, actor, names.get(a.added_by.as_str()).cloned(), show))
                .collect::<Result<_>>()?,
            repeat_of: case.repeat_of.clone(),
            revealable: PersonalField::ALL.iter().copied().filter(revealable).collect(),
            allowed_actions,
        })
    }

    pub(super) fn reporter_view(&self, actor: &Actor, case: &Case, rows: &[PartRow]) -> Result<ReporterView> {
        let reporter = &case.reporter;
        let mut view = ReporterView {
            kind: reporter.kind,
            anonymous: reporter.anonymous,
            confidential: reporter.confidential,
            name: None,
            credit_code: None,
            contact_person: None,
            phone: None,
            id_number: None,
            agent: None,
            has_account: reporter.account.is_some(),
        };
        if sees_matter_only(actor, reporter.confidential) {
            return Ok(view);
        }
        if let Some(organisation) = self.organisation(rows, reporter.organisation.as_ref())? {
            view.name = Some(organisation.name);
            view.credit_code = organisation.credit_code;
        }
        if let Some(person) = self.person(rows, reporter.person.as_ref())? {
            let mask = |value: Option<String>, how: fn(&str) -> String| value.map(|v| how(&v));
            view.name = view.name.or_else(|| mask(person.name, mask_name));
            view.contact_person = mask(person.contact_person, mask_name);
            view.phone = mask(person.phone, mask_phone);
            view.id_number = mask(person.id_number, mask_id_number);
            if person.agent_name.is_some() || person.agent_phone.is_some() {
                view.agent = Some(AgentView {
                    name: mask(person.agent_name, mask_name),
                    phone: mask(person.agent_phone, mask_phone),
                });
            }
        }
        Ok(view)
    }
}
