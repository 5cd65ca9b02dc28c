//! Whom an event tells: the posts in whose hands a case has come, or who wait for
//! what happened. One table for each noun; a new event doesn't compile before it stands there.

use chrono::{DateTime, Datelike, NaiveDate, Utc};

use super::calendar::shanghai_date;
use super::case::{AnswerDue, Case, CaseEvent, Closed, Succession};
use super::ids::UnitId;
use super::log::{ActedBy, Happened};
use super::meeting::{Meeting, MeetingEvent};
use super::moves::{DueMove, Moves};
use super::number::Number;
use super::unit::Directory;
use super::user::Post;
use super::words::{AssignmentKind, CaseState, DueKind, Light, NoticeKind, Outcome, Role, SheetState, UnitKind};
use super::work_order::{SheetEvent, WorkOrder};

/// What a post is told. It names nobody.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Notice {
    /// To whom.
    pub to: Post,
    /// Of what.
    pub kind: NoticeKind,
    /// The number of the case, or of the work order.
    pub number: Number,
    /// 事项名称, of a case.
    pub matter_name: Option<String>,
    /// The deadline that it sets.
    pub due_date: Option<NaiveDate>,
}

/// Who is told, of what, and by when it is to be done.
type Told = (Vec<Post>, NoticeKind, Option<NaiveDate>);

/// Whom an event of a case tells.
pub fn of_case(happened: &Happened<'_, Case>, units: &Directory) -> Vec<Notice> {
    let case = happened.after;
    address(case_table(happened, units), case.number, Some(&case.matter_name))
}

fn case_table(happened: &Happened<'_, Case>, units: &Directory) -> Vec<Told> {
    use CaseEvent as E;
    use NoticeKind as K;
    let Happened { before, event, by, after } = happened;
    let holder = || after.holder.iter().map(|unit| decider(unit, units)).collect::<Vec<_>>();
    let at_holders_front = || after.holder.iter().flat_map(|unit| front(unit, units)).collect::<Vec<_>>();
    let main = || after.main().map(|main| handler(&main.unit)).into_iter().collect::<Vec<_>>();
    let lead = || units.lead(after.sector).map(|unit| decider(unit, units)).into_iter().collect::<Vec<_>>();
    let asked = || before.and_then(|case| case.opinion_request.as_ref());
    match event {
        E::Registered(_) if by.role == Some(Role::Integration) => vec![(at_holders_front(), K::ToScreen, None)],
        E::HandedOver { .. } | E::ReturnedToIntake { .. } => vec![(at_holders_front(), K::ToScreen, None)],
        E::OpinionRequested { unit, due, .. } => vec![(vec![handler(unit)], K::OpinionRequested, Some(due.date))],
        E::OpinionGiven { .. } | E::OpinionDeclined { .. } => {
            asked().map(|o| (front(&o.asked_by, units), K::OpinionAnswered, None)).into_iter().collect()
        }
        E::OpinionRecalled { .. } => {
            asked().map(|o| (vec![handler(&o.unit)], K::OpinionRecalled, None)).into_iter().collect()
        }
        E::PassedOn { .. } | E::SectorHandedOver { .. } | E::SectorRuled { .. } => {
            vec![(holder(), K::ToDispatch, None)]
        }
        E::Dispatched { main, co, .. } => {
            let to_co = co.iter().map(|co| (unit(&co.unit), K::CoDispatched, Some(co.due.date)));
            std::iter::once((unit(&main.unit), K::Dispatched, Some(main.due.date))).chain(to_co).collect()
        }
        E::CoAdded { co, .. } => vec![(unit(&co.unit), K::CoDispatched, Some(co.due.date))],
        E::UnitDeclined { ruling_due: true, .. } | E::Returned { ruling_due: true, .. } => {
            vec![(holder(), K::ToRule, None)]
        }
        E::Returned { kind: AssignmentKind::Main, .. } => vec![(holder(), K::Returned, None)],
        E::Returned { kind: AssignmentKind::Co, .. } => {
            let butler = after.own_butler().map(|unit| decider(unit, units));
            vec![(lead().into_iter().chain(butler).collect(), K::CoReturned, None)]
        }
        E::ReceiptPresumed { unit, .. } => vec![(vec![handler(unit)], K::ReceiptPresumed, None)],
        E::ExtensionRequested { decider: unit, .. } => vec![(vec![decider(unit, units)], K::ToDecideExtension, None)],
        E::ExtensionDecided { unit, due: Some(due), .. } => {
            vec![(vec![handler(unit)], K::ExtensionGranted, Some(due.date))]
        }
        E::ExtensionDecided { unit, due: None, .. } => vec![(vec![handler(unit)], K::ExtensionRefused, None)],
        E::CoordinationRequested { decider: unit, .. } => {
            vec![(vec![decider(unit, units)], K::ToDecideCoordination, None)]
        }
        E::CoordinationRefused {} => vec![(main(), K::CoordinationRefused, None)],
        E::CoOpinionGiven { .. } => vec![(main(), K::CoOpinionGiven, None)],
        E::OverdueNoted { unit, kind, long, .. } => {
            let due_date = after.open_assignment(unit, *kind).map(|a| a.due.date);
            if *long {
                vec![(supervisors(units), K::LongOverdue, due_date)]
            } else {
                vec![([lead(), vec![post(Role::UnitHead, unit)]].concat(), K::Overdue, due_date)]
            }
        }
        E::FedBack { .. } | E::CoordinationReported { .. } | E::FoundSolved { .. } => {
            vec![(holder(), K::ToVerify, None)]
        }
        E::SentBack { due: Some(due), .. } => {
            after.main().map(|main| (unit(&main.unit), K::SentBack, Some(due.date))).into_iter().collect()
        }
        E::SentBack { due: None, .. } => vec![(holder(), K::SentBack, None)],
        E::Raised { .. } => vec![(holder(), K::ToCoordinate, None), (ended(*before), K::AssignmentEnded, None)],
        E::Remanded { .. } | E::ReferralRecalled { .. } => vec![(holder(), K::ToCoordinate, None)],
        E::MeetingProposed { decider: unit } => vec![(vec![decider(unit, units)], K::ToSubmit, None)],
        E::SubmittedToMeeting { .. } => vec![(holder(), K::ToMeet, None)],
        E::ReferralRequested { decider: unit } => vec![(vec![decider(unit, units)], K::ToDecideReferral, None)],
        E::ReferralRefused {} => vec![(holder(), K::ReferralRefused, None)],
        E::ReferredUp { .. } => vec![(lead(), K::ReferredUp, None)],
        E::DeadlinesMoved(moves) => moved(moves, units),
        E::DutiesPassedOn(to) => passed_on(to, after, units),
        E::CalledBack { spot, solved, answer_due, .. } => {
            let unsolved = (*spot && *solved == Some(false)).then(|| (lead(), K::SpotCallUnsolved, None));
            unsolved.into_iter().chain(to_answer(answer_due.as_ref(), units)).collect()
        }
        E::VerifiedSolved { answer_due, .. } => {
            closed(happened, units).into_iter().chain(to_answer(answer_due.as_ref(), units)).collect()
        }
        E::ClosedOutOfScope { .. }
        | E::Explained { .. }
        | E::SolvedOnTheSpot { .. }
        | E::ClosedDuplicate { .. }
        | E::ClosedUnsolved { .. }
        | E::Withdrawn { .. } => closed(happened, units),
        E::Rated { answer_due, .. } => to_answer(answer_due.as_ref(), units).into_iter().collect(),
        E::ReopenRequested { decider: unit, due } => {
            vec![(vec![decider(unit, units)], K::ToDecideReopen, Some(due.date))]
        }
        E::ReopenRefused {} => {
            let fronts = [&after.registering_unit, &after.receiving_unit].map(|unit| front(unit, units));
            vec![(fronts.concat(), K::ReopenRefused, None)]
        }
        E::Reopened { .. } if after.state == CaseState::Registered => vec![(at_holders_front(), K::Reopened, None)],
        E::Reopened { .. } => vec![(holder(), K::Reopened, None)],
        E::Registered(_)
        | E::Corrected(_)
        | E::MaterialAdded {}
        | E::AttachmentAdded { .. }
        | E::ClassifiedPurged { .. }
        | E::ContactCorrected { .. }
        | E::Noted { .. }
        | E::Accepted { .. }
        | E::PutOnSheet { .. }
        | E::TakenOffSheet { .. }
        | E::UnitDeclined { .. }
        | E::Ruled { .. }
        | E::Received { .. }
        | E::PutOnAgenda { .. }
        | E::TakenOffAgenda { .. }
        | E::Resolved { .. }
        | E::ReplyRecorded { .. }
        | E::DissatisfactionAnswered {}
        | E::TargetMissed { .. }
        | E::Revealed { .. } => Vec::new(),
    }
}

/// Another version of the calendar moves deadlines.
fn moved(moves: &Moves, units: &Directory) -> Vec<Told> {
    let told = moves.moves.iter().filter(|moved| moved.is_told() && moved.kind != DueKind::Return);
    let to = |moved: &DueMove| match moved.kind {
        DueKind::Reopening | DueKind::Answer => decider(&moved.unit, units),
        _ => handler(&moved.unit),
    };
    told.map(|moved| (vec![to(moved)], NoticeKind::DeadlineMoved, Some(moved.due.date))).collect()
}

/// What waited for others waits for these units now.
fn passed_on(to: &Succession, case: &Case, units: &Directory) -> Vec<Told> {
    use NoticeKind as K;
    let in_hands = match case.state {
        CaseState::AwaitingVerification => K::ToVerify,
        CaseState::UnderCoordination => K::ToCoordinate,
        _ if case.ruling_due => K::ToRule,
        _ => K::ToDispatch,
    };
    let holder = to.step.iter().filter_map(|step| step.holder.as_ref());
    let reopening_due = case.reopen_request.as_ref().map(|r| r.due.date);
    let answer_due = case.dissatisfaction.as_ref().map(|d| d.due.date);
    holder
        .map(|unit| (unit, in_hands, None))
        .chain(to.extensions.values().map(|unit| (unit, K::ToDecideExtension, None)))
        .chain(to.coordination.iter().map(|unit| (unit, K::ToDecideCoordination, None)))
        .chain(to.meeting.iter().map(|unit| (unit, K::ToSubmit, None)))
        .chain(to.reopening.iter().map(|unit| (unit, K::ToDecideReopen, reopening_due)))
        .chain(to.answer.iter().map(|unit| (unit, K::ToAnswer, answer_due)))
        .map(|(unit, kind, due_date)| (vec![decider(unit, units)], kind, due_date))
        .collect()
}

/// A case is closed: told to those who still worked on it, to where it was registered, and to the lead
/// what never came to it, since it may take that up again.
fn closed(Happened { before, by, after, .. }: &Happened<'_, Case>, units: &Directory) -> Vec<Told> {
    let unheard =
        |c: &&Closed| c.at_intake && matches!(c.outcome, Outcome::OutOfScope | Outcome::Explained | Outcome::Duplicate);
    let lead = after.closed.as_ref().filter(unheard).and_then(|_| units.lead(after.sector));
    let others = front(&after.registering_unit, units).into_iter().chain(lead.map(|unit| decider(unit, units)));
    let others = others.filter(|post| !acted(by, post));
    vec![(ended(*before).into_iter().chain(others).collect(), NoticeKind::Closed, None)]
}

fn to_answer(answer_due: Option<&AnswerDue>, units: &Directory) -> Option<Told> {
    answer_due.map(|owed| (vec![decider(&owed.unit, units)], NoticeKind::ToAnswer, Some(owed.due.date)))
}

/// Whom an event of a work order tells; of its dispatch, its cases do.
pub fn of_sheet(happened: &Happened<'_, WorkOrder>, units: &Directory) -> Vec<Notice> {
    address(sheet_table(happened, units), happened.after.number, None)
}

fn sheet_table(Happened { before, event, after, .. }: &Happened<'_, WorkOrder>, units: &Directory) -> Vec<Told> {
    use NoticeKind as K;
    use SheetEvent as E;
    let drafter = || vec![decider(&after.drafter_unit, units)];
    match event {
        E::ConfirmationAsked { due } => vec![(vec![handler(&after.main_unit)], K::ToConfirm, Some(due.date))],
        E::SheetConfirmed { called_at: None } | E::ConfirmationPresumed {} => {
            vec![(drafter(), K::SheetConfirmed, None)]
        }
        E::SheetDeclined { .. } => vec![(drafter(), K::SheetDeclined, None)],
        E::SheetCancelled {} if before.is_some_and(|sheet| sheet.state == SheetState::AwaitingConfirmation) => {
            vec![(vec![handler(&after.main_unit)], K::SheetCancelled, None)]
        }
        E::ConfirmationMoved(moves) => moved(moves, units),
        E::SheetDrafted { .. }
        | E::SheetRedrafted { .. }
        | E::CaseAdded { .. }
        | E::CaseRemoved { .. }
        | E::SheetConfirmed { called_at: Some(_) }
        | E::SheetDispatched { .. }
        | E::SheetCancelled {}
        | E::SheetPassedOn { .. }
        | E::CaseEnded { .. } => Vec::new(),
    }
}

/// Whom an event of a joint meeting tells: those invited. Its cases tell of what it resolves.
pub fn of_meeting(happened: &Happened<'_, Meeting>, units: &Directory) -> Vec<Notice> {
    address(meeting_table(happened, units), happened.after.number, None)
}

fn meeting_table(Happened { event, after, .. }: &Happened<'_, Meeting>, units: &Directory) -> Vec<Told> {
    use MeetingEvent as E;
    let invited = || after.units().flat_map(|unit| attending(unit, units)).collect::<Vec<_>>();
    match event {
        E::MeetingCalled { begins_at, .. } => {
            vec![(invited(), NoticeKind::MeetingCalled, Some(shanghai_date(*begins_at)))]
        }
        E::MeetingCancelled {} => vec![(invited(), NoticeKind::MeetingCancelled, None)],
        E::MeetingPlanned { .. }
        | E::AgendaAdded { .. }
        | E::AgendaRemoved { .. }
        | E::AgendaArranged { .. }
        | E::MeetingHeld { .. }
        | E::ResolutionGiven { .. }
        | E::MeetingSigned {} => Vec::new(),
    }
}

/// Whom the amber light of a case's assignments warns at `now`. No event says so: the clock does.
pub fn of_amber(case: &Case, now: DateTime<Utc>) -> Vec<Notice> {
    let warned = case.shares_at_work().filter(|a| a.due.light(now) == Light::Amber);
    let told = warned.map(|a| (vec![handler(&a.unit)], NoticeKind::Amber, Some(a.due.date)));
    address(told.collect(), case.number, Some(&case.matter_name))
}

/// One notice for each post, however often the table names it.
fn address(told: Vec<Told>, number: Number, matter_name: Option<&String>) -> Vec<Notice> {
    let mut notices: Vec<Notice> = Vec::new();
    for (posts, kind, due_date) in told {
        for to in posts {
            let notice = Notice { to, kind, number, matter_name: matter_name.cloned(), due_date };
            if !notices.contains(&notice) {
                notices.push(notice);
            }
        }
    }
    notices
}

fn post(role: Role, unit: &UnitId) -> Post {
    Post { role, unit: unit.clone() }
}

fn handler(unit: &UnitId) -> Post {
    post(Role::Handler, unit)
}

/// The handler of a unit, and its head.
fn unit(unit: &UnitId) -> Vec<Post> {
    vec![handler(unit), post(Role::UnitHead, unit)]
}

/// Who takes cases in there.
fn front(unit: &UnitId, units: &Directory) -> Vec<Post> {
    match units.get(unit).map(|unit| unit.kind) {
        Some(UnitKind::ButlerUnit) => vec![post(Role::Butler, unit), post(Role::ResidentButler, unit)],
        _ => vec![post(Role::Intake, unit)],
    }
}

/// Who decides on cases there: dispatches, verifies, coordinates.
fn decider(unit: &UnitId, units: &Directory) -> Post {
    let role = match units.get(unit).map(|unit| unit.kind) {
        Some(UnitKind::ButlerUnit) => Role::Butler,
        Some(UnitKind::ChiefButler) => Role::ChiefButler,
        Some(UnitKind::Office) => Role::Office,
        _ => Role::Lead,
    };
    post(role, unit)
}

/// Who goes to a meeting for a unit: who decides there on cases, else its head and its handler.
fn attending(of: &UnitId, units: &Directory) -> Vec<Post> {
    let own = units.get(of);
    let decides = own.is_some_and(|own| own.leads.is_some() || own.coordinates.is_some());
    if decides { vec![decider(of, units)] } else { unit(of) }
}

/// Those who watch over all.
fn supervisors(units: &Directory) -> Vec<Post> {
    let own = units.iter().filter(|unit| unit.kind == UnitKind::LeadingGroupOffice && !unit.closed);
    own.map(|unit| post(Role::Supervisor, &unit.id)).collect()
}

/// The handlers whose assignments were still open.
fn ended(before: Option<&Case>) -> Vec<Post> {
    let assignments = before.into_iter().flat_map(|case| &case.assignments);
    assignments.filter(|a| a.is_open()).map(|a| handler(&a.unit)).collect()
}

fn acted(by: &ActedBy, post: &Post) -> bool {
    by.role == Some(post.role) && by.unit.as_ref() == Some(&post.unit)
}

/// What a notice says on screen.
pub fn text(kind: NoticeKind, number: &str, due_date: Option<NaiveDate>) -> String {
    use NoticeKind as K;
    let day = due_date.map_or_else(String::new, |date| format!("{}月{}日", date.month(), date.day()));
    let by = format!("{day}（含）前");
    match kind {
        K::ToScreen => format!("{number} 已转到贵单位，请研判"),
        K::OpinionRequested => format!("{number} 请贵单位作出符合性判断，请于{by}答复"),
        K::OpinionAnswered => format!("{number} 的符合性意见已有答复"),
        K::OpinionRecalled => format!("{number} 的征求意见已撤回，无须再答复"),
        K::ToDispatch => format!("{number} 待派发，请确定责任单位"),
        K::ToRule => format!("{number} 再次被退回，请裁定责任单位"),
        K::ToConfirm => format!("工作单 {number} 请贵单位于{by}确认，逾期视为确认"),
        K::SheetConfirmed => format!("工作单 {number} 责任单位已确认承办，请派发"),
        K::SheetDeclined => format!("工作单 {number} 责任单位不予确认，请改派"),
        K::SheetCancelled => format!("工作单 {number} 已取消，无须再确认"),
        K::Dispatched => format!("{number} 已派发至贵单位，请于{by}办结"),
        K::CoDispatched => format!("{number} 需贵单位协办，请于{by}提交协办意见"),
        K::Returned => format!("{number} 被责任单位退回，请另行派发"),
        K::CoReturned => format!("{number} 被协办单位退回"),
        K::ReceiptPresumed => format!("{number} 退回期限已过，视为贵单位签收"),
        K::CoOpinionGiven => format!("{number} 有协办单位提交了意见"),
        K::ToDecideExtension => format!("{number} 申请延期，请审批"),
        K::ExtensionGranted => format!("{number} 延期已获批准，请于{by}办结"),
        K::ExtensionRefused => format!("{number} 延期未获批准，原时限不变"),
        K::ToDecideCoordination => format!("{number} 申请提级协调，请决定"),
        K::CoordinationRefused => format!("{number} 提级协调未获同意，请继续办理"),
        K::Overdue => format!("{number} 应于{by}办结，已超期"),
        K::LongOverdue => format!("{number} 应于{by}办结，已超期多日，请督办"),
        K::ToVerify => format!("{number} 已反馈结果，请回访核查"),
        K::SentBack if due_date.is_some() => format!("{number} 核查未通过，请于{by}重新办结"),
        K::SentBack => format!("{number} 核查未通过，请继续协调"),
        K::ToCoordinate => format!("{number} 已提级，请协调"),
        K::AssignmentEnded => format!("{number} 已提级协调，贵单位的承办任务终止"),
        K::SpotCallUnsolved => format!("{number} 抽查回访时反映人表示未解决"),
        K::ToAnswer => format!("{number} 反映人不满意，请于{by}核实答复"),
        K::Closed => format!("{number} 已办结"),
        K::ToDecideReopen => format!("{number} 申请重新办理，请于{by}答复"),
        K::ReopenRefused => format!("{number} 不予重新办理"),
        K::Reopened => format!("{number} 重新办理，请接办"),
        K::ToSubmit => format!("{number} 管家提请联席会，请决定是否提交"),
        K::ToMeet => format!("{number} 已提交联席会，请安排会议"),
        K::ToDecideReferral => format!("{number} 申请上报，请决定"),
        K::ReferralRefused => format!("{number} 上报未获同意，请继续协调"),
        K::ReferredUp => format!("{number} 已上报上级"),
        K::DeadlineMoved => format!("{number} 因工作日历调整，时限改为{day}"),
        K::MeetingCalled => format!("联席会 {number} 定于{day}召开，请参加"),
        K::MeetingCancelled => format!("联席会 {number} 已取消"),
        K::Amber => format!("{number} 临近时限，请于{by}办理完毕"),
    }
}
