//! One case, whole: as far as the asker may see it.

use chrono::{DateTime, NaiveDate, Utc};
use serde::Serialize;
use utoipa::ToSchema;

use super::{At, UnitName, sees_matter_only};
use crate::app::App;
use crate::app::cases::load_visible;
use crate::auth::Principal;
use crate::domain::case::{AllowedAction, Assignment, Callback, Case, Closed, Due, Facts, Feedback, allowed_actions};
use crate::domain::facts::World;
use crate::domain::ids::{CaseId, UserId, WorkOrderId};
use crate::domain::log::Actor;
use crate::domain::masking::{mask_id_number, mask_name, mask_phone};
use crate::domain::number::Number;
use crate::domain::permission::{self, Entry};
use crate::domain::unit::Directory;
use crate::domain::words::{
    AssignmentKind, AssignmentState, CaseState, Cause, Channel, Failure, Light, Outcome, ReporterKind, ResponseLevel,
    Satisfaction, Sector,
};
use crate::error::Result;
use crate::store::parts::{self, PartRow};
use crate::store::{AnyConn, stream_name, users};

/// Who reported: public data in the clear, personal data masked.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct ReporterView {
    /// What kind of reporter.
    pub kind: ReporterKind,
    /// Whether no name was given.
    pub anonymous: bool,
    /// Whether units see the matter only.
    pub confidential: bool,
    /// An organisation's name in the clear, a person's masked; none where it may not be shown.
    pub name: Option<String>,
    /// An organisation's 统一社会信用代码.
    pub credit_code: Option<String>,
    /// Whom to ask for, masked.
    pub contact_person: Option<String>,
    /// The telephone, masked.
    pub phone: Option<String>,
    /// The ID number, masked.
    pub id_number: Option<String>,
    /// The agent, masked.
    pub agent: Option<AgentView>,
    /// Whether there is an account of what the reporter said; shown by `reveal` only.
    pub has_account: bool,
}

/// Who acts for the reporter, masked.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct AgentView {
    /// The name, masked.
    pub name: Option<String>,
    /// The telephone, masked.
    pub phone: Option<String>,
}

/// A conformity opinion asked for.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct OpinionRequestView {
    /// The unit asked.
    pub unit: UnitName,
    /// The unit that asked.
    pub asked_by: UnitName,
    /// By when.
    pub due_date: NaiveDate,
    /// The question.
    pub question: Option<String>,
}

/// A conformity opinion given.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct OpinionView {
    /// Whose.
    pub unit: UnitName,
    /// When.
    pub at: At,
    /// Whether the request conforms.
    pub conforms: bool,
    /// The provision cited.
    pub provision: Option<String>,
}

/// One unit's share.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct AssignmentView {
    /// Under which work order.
    pub work_order: WorkOrderId,
    /// The unit.
    pub unit: UnitName,
    /// Main or co.
    pub kind: AssignmentKind,
    /// Where it stands.
    pub state: AssignmentState,
    /// Since when.
    pub dispatched_at: At,
    /// When it was signed for.
    pub received_at: Option<At>,
    /// The deadline in force.
    pub due_date: NaiveDate,
    /// The first deadline.
    pub original_due_date: NaiveDate,
    /// Whether it reaches into a year whose calendar isn't published yet.
    pub provisional: bool,
    /// The light, while the clock runs.
    pub light: Option<Light>,
    /// When it was answered.
    pub answered_at: Option<At>,
    /// Whether it was late.
    pub late: bool,
    /// The answer.
    pub answer: Option<String>,
}

/// What was fed back.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct FeedbackView {
    /// By which unit.
    pub unit: UnitName,
    /// When.
    pub at: At,
    /// Whether the unit says that it is solved.
    pub solved: bool,
    /// Whether it was late.
    pub late: bool,
    /// Whether a coordinator reported it.
    pub coordinated: bool,
    /// What was done.
    pub done: Option<String>,
    /// The evidence.
    pub evidence: Option<String>,
    /// Co units whose opinion was missing.
    pub missing_co: Vec<UnitName>,
}

/// A call to the reporter.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct CallbackView {
    /// When.
    pub called_at: At,
    /// Who called.
    pub by: UserId,
    /// The caller's name.
    pub by_name: Option<String>,
    /// Whether the reporter was reached.
    pub reached: bool,
    /// What the reporter says.
    pub solved: Option<bool>,
    /// How content the reporter is; none is 未评价.
    pub satisfaction: Option<Satisfaction>,
    /// Whether it was a spot call of the supervisor.
    pub spot: bool,
    /// Opinions and wishes.
    pub opinion: Option<String>,
}

/// How the case was closed.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct ClosedView {
    /// When.
    pub at: At,
    /// The outcome.
    pub outcome: Outcome,
    /// The answer or finding.
    pub answer: Option<String>,
    /// The summary of a business case.
    pub summary: Option<String>,
}

/// One holder's share of the time.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct CustodyView {
    /// The holder.
    pub unit: UnitName,
    /// Working days at whose end the holder had the case.
    pub working_days: u32,
}

/// One case.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct CaseView {
    /// The identifier.
    pub id: CaseId,
    /// The number.
    pub number: Number,
    /// The version, for `If-Match`.
    pub version: i64,
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
    pub cause: Option<Cause>,
    /// 是否需要市级部门协调解决.
    pub needs_municipal_coordination: bool,
    /// The deadline's day that binds now.
    pub due_date: Option<NaiveDate>,
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
    /// Units that declined it.
    pub declined_by: Vec<UnitName>,
    /// Units' shares.
    pub assignments: Vec<AssignmentView>,
    /// The last feedback.
    pub feedback: Option<FeedbackView>,
    /// How often verification failed.
    pub send_backs: u32,
    /// When the reporter was first contacted.
    pub contacted_at: Option<At>,
    /// Calls to the reporter.
    pub callbacks: Vec<CallbackView>,
    /// How it was closed.
    pub closed: Option<ClosedView>,
    /// 经办时长: the parts sum to the case's working age.
    pub custody: Vec<CustodyView>,
    /// An earlier case.
    pub repeat_of: Option<CaseId>,
    /// What the asker may do now, and why not the rest.
    pub allowed_actions: Vec<AllowedAction>,
}

impl App {
    /// One case, as far as the asker may see it.
    ///
    /// # Errors
    /// `role_may_not`, `not_found`.
    pub async fn get_case(&self, principal: &Principal, id: &CaseId) -> Result<CaseView> {
        permission::enter(&principal.actor, Entry::ReadCases)?;
        let (app, actor, id) = (self.clone(), principal.actor.clone(), id.clone());
        self.store
            .read(move |conn| {
                let known = app.surroundings(conn)?;
                let loaded = load_visible(conn, &app.scope(&actor, &known.units), &id)?;
                let mut view = app.case_view(conn, &actor, &loaded.state, known.world())?;
                view.version = loaded.version;
                Ok(view)
            })
            .await
    }

    fn case_view(&self, conn: &mut AnyConn, actor: &Actor, case: &Case, world: World<'_>) -> Result<CaseView> {
        let (now, units) = (self.clock.now(), world.units);
        let rows = parts::of_stream(conn, &stream_name::<Case>(case.id.as_str()))?;
        let callers: Vec<String> = case.callbacks.iter().map(|c| c.by.to_string()).collect();
        let names = users::names(conn, &callers)?;
        let text = |at| self.text_of(&rows, at);
        let name = |unit| UnitName::of(unit, units);
        let due = case.due();
        Ok(CaseView {
            id: case.id.clone(),
            number: case.number,
            version: 0,
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
            cause: case.cause,
            needs_municipal_coordination: case.needs_municipal_coordination,
            due_date: due.map(|d| d.date),
            light: due.map(|d| d.light(now)),
            provisional: due.is_some_and(|d| d.provisional),
            opinion_request: case
                .opinion_request
                .as_ref()
                .map(|o| {
                    Ok::<_, crate::error::Error>(OpinionRequestView {
                        unit: name(&o.unit),
                        asked_by: name(&o.asked_by),
                        due_date: o.due.date,
                        question: text(o.question.as_ref())?,
                    })
                })
                .transpose()?,
            opinions: case
                .opinions
                .iter()
                .map(|o| {
                    let provision = text(o.provision.as_ref())?;
                    Ok(OpinionView { unit: name(&o.unit), at: At(o.at), conforms: o.conforms, provision })
                })
                .collect::<Result<_>>()?,
            disputed: case.disputed,
            work_order: case.sheet.clone(),
            declined_by: case.declined_by.iter().map(name).collect(),
            assignments: case
                .assignments
                .iter()
                .map(|a| Ok(assignment(a, units, text(a.answer.as_ref())?, now)))
                .collect::<Result<_>>()?,
            feedback: case.feedback.as_ref().map(|f| self.feedback(f, &rows, units)).transpose()?,
            send_backs: case.send_backs,
            contacted_at: case.contacted_at.map(At),
            callbacks: case
                .callbacks
                .iter()
                .map(|c| Ok(callback(c, names.get(c.by.as_str()).cloned(), text(c.opinion.as_ref())?)))
                .collect::<Result<_>>()?,
            closed: case.closed.as_ref().map(|c| self.closed(c, &rows)).transpose()?,
            custody: case
                .custody_days(now, world.calendar)
                .into_iter()
                .map(|d| CustodyView { unit: UnitName::of(&d.unit, units), working_days: d.working_days })
                .collect(),
            repeat_of: case.repeat_of.clone(),
            allowed_actions: allowed_actions(Facts { case, world, now }, actor),
        })
    }

    fn reporter_view(&self, actor: &Actor, case: &Case, rows: &[PartRow]) -> Result<ReporterView> {
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

    fn feedback(&self, feedback: &Feedback, rows: &[PartRow], units: &Directory) -> Result<FeedbackView> {
        Ok(FeedbackView {
            unit: UnitName::of(&feedback.unit, units),
            at: At(feedback.at),
            solved: feedback.solved,
            late: feedback.late,
            coordinated: feedback.coordinated,
            done: self.text_of(rows, feedback.done.as_ref())?,
            evidence: self.text_of(rows, feedback.evidence.as_ref())?,
            missing_co: feedback.missing_co.iter().map(|u| UnitName::of(u, units)).collect(),
        })
    }

    fn closed(&self, closed: &Closed, rows: &[PartRow]) -> Result<ClosedView> {
        Ok(ClosedView {
            at: At(closed.at),
            outcome: closed.outcome,
            answer: self.text_of(rows, closed.answer.as_ref())?,
            summary: self.text_of(rows, closed.summary.as_ref())?,
        })
    }
}

fn assignment(a: &Assignment, units: &Directory, answer: Option<String>, now: DateTime<Utc>) -> AssignmentView {
    let light = |due: &Due| due.light(now);
    AssignmentView {
        work_order: a.work_order.clone(),
        unit: UnitName::of(&a.unit, units),
        kind: a.kind,
        state: a.state,
        dispatched_at: At(a.dispatched_at),
        received_at: a.received_at.map(At),
        due_date: a.due.date,
        original_due_date: a.original_due.date,
        provisional: a.due.provisional,
        light: a.is_due().then(|| light(&a.due)),
        answered_at: a.answered_at.map(At),
        late: a.late,
        answer,
    }
}

fn callback(c: &Callback, by_name: Option<String>, opinion: Option<String>) -> CallbackView {
    CallbackView {
        called_at: At(c.called_at),
        by: c.by.clone(),
        by_name,
        reached: c.reached,
        solved: c.solved,
        satisfaction: c.satisfaction,
        spot: c.spot,
        opinion,
    }
}
