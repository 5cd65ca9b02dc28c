//! What somebody does to one case of the demo, through the same use cases as the API.

use chrono::{Datelike, TimeDelta};

use super::DemoCase;
use super::accounts::People;
use super::paths::{Resolution, Step, To};
use crate::app::{App, Once};
use crate::auth::Principal;
use crate::domain::calendar::{Calendar, shanghai_date, shanghai_offset};
use crate::domain::case::{
    Accept, AssignTo, Case, CaseCommand, CloseDuplicate, CloseOutOfScope, CloseUnsolved, DecideExtension, Explain,
    GiveCoOpinion, GiveFeedback, GiveOpinion, Note, PassOn, Plain, ProposeMeeting, Raise, Rate, Receive,
    RecordCallback, RecordReply, ReferUp, Reopen, ReportCoordinated, RequestCoordination, RequestExtension,
    RequestOpinion, RequestReferral, RequestReopen, ReturnCase, Rule, SendBack, Settlement, SolveOnTheSpot,
    SubmitToMeeting, VerifySolved, Withdraw,
};
use crate::domain::cause::{Causes, OTHER, POLICY_RESTRICTS};
use crate::domain::ids::{CaseId, CauseId, MeetingId, UnitId, WorkOrderId};
use crate::domain::meeting::{self, Meeting, MeetingCommand, PlanMeeting};
use crate::domain::number::Number;
use crate::domain::policy_issue::ReportPolicyIssue;
use crate::domain::text::{Line, Text};
use crate::domain::words::{NoteKind, OutOfScope, ReturnReason, Role, Satisfaction, ToldBy};
use crate::domain::work_order::{
    AskConfirmation, CaseVersion, CoUnitInput, Confirm, Decline, Dispatch, DraftSheet, Recipients, Redraft,
    SheetCommand, WorkOrder,
};
use crate::error::{Error, Result};
use crate::store::{policy_issues, streams};

/// A case under way.
#[derive(Default)]
pub(super) struct Run {
    case: Option<CaseId>,
    sheet: Option<WorkOrderId>,
    meeting: Option<MeetingId>,
}

impl Run {
    fn id(&self) -> Result<&CaseId> {
        self.case.as_ref().ok_or_else(|| Error::internal("not registered yet"))
    }

    pub(super) async fn load(&self, app: &App) -> Result<streams::Loaded<Case>> {
        let id = self.id()?.to_string();
        let found = app.store.read(move |conn| streams::load::<Case>(conn, &id)).await?;
        found.ok_or_else(|| Error::internal("the case is gone"))
    }

    async fn meeting(&self, app: &App) -> Result<streams::Loaded<Meeting>> {
        let id = self.meeting.as_ref().ok_or_else(|| Error::internal("no meeting yet"))?.to_string();
        let found = app.store.read(move |conn| streams::load::<Meeting>(conn, &id)).await?;
        found.ok_or_else(|| Error::internal("the meeting is gone"))
    }

    async fn sheet(&self, app: &App) -> Result<streams::Loaded<WorkOrder>> {
        let id = self.sheet.as_ref().ok_or_else(|| Error::internal("no sheet yet"))?.to_string();
        let found = app.store.read(move |conn| streams::load::<WorkOrder>(conn, &id)).await?;
        found.ok_or_else(|| Error::internal("the sheet is gone"))
    }
}

/// What somebody does to one case.
pub(super) struct Act<'a> {
    pub app: &'a App,
    pub people: &'a People,
    pub case: &'a DemoCase,
    pub index: usize,
}

impl Act<'_> {
    pub(super) fn is_business(&self) -> bool {
        self.case.is_business()
    }

    /// Who screens it.
    fn screener(&self) -> Result<Principal> {
        let registrar = self.registrar()?;
        match registrar.actor.role {
            Role::Integration => self.people.act("lead.zw", Role::Intake, "qzwfwj"),
            Role::ResidentButler => self.people.act("butler", Role::Butler, "zjfwgj"),
            _ => Ok(registrar),
        }
    }

    fn drafter(&self) -> Result<Principal> {
        if self.is_business() {
            self.people.act("butler", Role::Butler, "zjfwgj")
        } else {
            self.people.act("lead.zw", Role::Lead, "qzwfwj")
        }
    }

    async fn verifier(&self, run: &Run) -> Result<Principal> {
        let holder = run.load(self.app).await?.state.holder;
        self.people.verifier(holder.as_ref().map_or("", UnitId::as_str))
    }

    async fn give<C: CaseCommand + Clone + Send + 'static>(
        &self,
        run: &Run,
        who: &Principal,
        command: C,
    ) -> Result<()> {
        let version = run.load(self.app).await?.version;
        self.app.command_case(who, run.id()?, command, Some(version), &Once::default()).await.map(|_| ())
    }

    async fn order<C: SheetCommand + Clone + Send + 'static>(
        &self,
        run: &Run,
        who: &Principal,
        command: C,
    ) -> Result<()> {
        let sheet = run.sheet(self.app).await?;
        self.app.command_sheet(who, &sheet.state.id, command, Some(sheet.version), &Once::default()).await.map(|_| ())
    }

    pub(super) async fn step(&self, run: &mut Run, step: Step) -> Result<()> {
        match step {
            Step::Register => {
                let registered = self.app.register(&self.registrar()?, self.registration()?, &Once::default()).await?;
                run.case = Some(CaseId::new(registered.receipt.id));
                Ok(())
            }
            Step::Accept
            | Step::SolveOnTheSpot
            | Step::CloseOutOfScope
            | Step::CloseDuplicate
            | Step::Withdraw
            | Step::AskOpinion
            | Step::Explain { .. }
            | Step::PassOn => self.screen(run, step).await,
            Step::Draft(to) => self.draft(run, self.unit(to)).await,
            Step::AskConfirmation | Step::Decline | Step::Redraft | Step::Confirm | Step::Dispatch => {
                self.send(run, step).await
            }
            Step::GiveOpinion { .. }
            | Step::Contact
            | Step::Receive
            | Step::Return(_)
            | Step::CoOpinions
            | Step::AskExtension { .. }
            | Step::AskCoordination
            | Step::Feedback { .. } => self.handle(run, step).await,
            Step::Rule
            | Step::GrantExtension
            | Step::Callback { .. }
            | Step::CallInVain
            | Step::SendBack
            | Step::Verify
            | Step::CloseUnsolved
            | Step::Reopen => self.judge(run, step).await,
            Step::Raise
            | Step::ReportCoordinated
            | Step::ProposeMeeting
            | Step::SubmitToMeeting
            | Step::AskReferral => self.coordinate(run, step).await,
            Step::ReportPolicyIssue
            | Step::PlanMeeting
            | Step::CallMeeting
            | Step::HoldMeeting
            | Step::Resolve(_)
            | Step::SignMeeting
            | Step::Reply => self.govern(run, step).await,
            Step::Complain | Step::AskReopening => self.speak_up(run, step).await,
        }
    }

    /// At the window, or by the butler.
    async fn screen(&self, run: &Run, step: Step) -> Result<()> {
        let who = self.screener()?;
        match step {
            Step::Accept => self.give(run, &who, Accept {}).await,
            Step::SolveOnTheSpot => {
                let answer = text("已当场核实并协助办理，告知所需材料和办理渠道。")?;
                self.give(run, &who, SolveOnTheSpot { answer, cause: Some(self.cause()) }).await
            }
            Step::CloseOutOfScope => {
                let close = CloseOutOfScope {
                    reason: OutOfScope::Petition,
                    answer: text("所反映事项属信访事项，不属“办不成事”受理范围。")?,
                    where_to_turn: text("请向区信访办反映。")?,
                };
                self.give(run, &who, close).await
            }
            Step::CloseDuplicate => {
                let of = Number { year: run.load(self.app).await?.state.number.year, serial: 1 };
                self.give(run, &who, CloseDuplicate { of, answer: text("已并入先前登记的事项一并办理。")? }).await
            }
            Step::Withdraw => {
                let withdraw = Withdraw {
                    reason: text("反映人称问题已自行解决，不再需要办理。")?,
                    enquiry_code: None,
                    signed_paper: Some(text("反映人当面签字的撤回说明，存窗口。")?),
                    call: None,
                };
                self.give(run, &who, withdraw).await
            }
            Step::AskOpinion => {
                let question = text("请判断该诉求是否符合相关法律、法规或政策要求。")?;
                let unit = self.unit(To::Right).into();
                self.give(run, &who, RequestOpinion { unit, question }).await
            }
            Step::Explain { policy } => {
                let explained = Explain {
                    provision: text("相关单位依据现行规定作出的符合性判断。")?,
                    answer: text("已向企业说明政策依据和可行的替代办法。")?,
                    cause: policy.then(|| POLICY_RESTRICTS.into()),
                };
                self.give(run, &who, explained).await
            }
            _ => self.give(run, &who, PassOn::default()).await,
        }
    }

    /// The work order, up to dispatch.
    async fn send(&self, run: &Run, step: Step) -> Result<()> {
        let drafter = self.drafter()?;
        match step {
            Step::AskConfirmation => self.order(run, &drafter, AskConfirmation {}).await,
            Step::Decline => {
                let decline = Decline {
                    reason: text("该事项不属本单位职责。")?,
                    proposed_unit: Some(self.unit(To::Right).into()),
                };
                self.order(run, &self.people.handler(self.unit(To::Wrong))?, decline).await
            }
            Step::Redraft => {
                let to = recipients(self.unit(To::Right), self.co_units()?);
                self.order(run, &drafter, Redraft { to }).await
            }
            Step::Confirm => self.order(run, &self.people.handler(self.unit(To::Right))?, Confirm::default()).await,
            _ => {
                let confirmed = run.sheet(self.app).await?.state.confirmation.is_some();
                let by_telephone = || text("责任单位电话答复可先行派发。");
                let unconfirmed_reason = if confirmed { None } else { Some(by_telephone()?) };
                self.order(run, &drafter, Dispatch { unconfirmed_reason, other_unit_reason: None }).await
            }
        }
    }

    /// In the responsible units.
    async fn handle(&self, run: &Run, step: Step) -> Result<()> {
        let main = self.people.handler(self.unit(To::Right))?;
        match step {
            Step::GiveOpinion { conforms } => {
                let provision = text(if conforms {
                    "符合现行办事指南所列条件。"
                } else {
                    "不符合现行规定所列条件。"
                })?;
                self.give(run, &main, GiveOpinion { conforms, provision, reason: None }).await
            }
            Step::Contact => {
                let note =
                    Note { kind: NoteKind::Contacted, text: text("已电话联系反映人，了解具体情况。")? };
                self.give(run, &main, note).await
            }
            Step::Receive => {
                let case = run.load(self.app).await?.state;
                for share in case.assignments.iter().filter(|a| a.is_open() && a.received_at.is_none()) {
                    self.give(run, &self.people.handler(share.unit.as_str())?, Receive {}).await?;
                }
                Ok(())
            }
            Step::Return(to) => {
                let returned = ReturnCase {
                    reason: ReturnReason::NotOurDuty,
                    basis: text("“三定”规定中本单位无此项职责。")?,
                    proposed_unit: Some(self.unit(To::Right).into()),
                };
                self.give(run, &self.people.handler(self.unit(to))?, returned).await
            }
            Step::CoOpinions => {
                for unit in &self.case.co_units {
                    let opinion = text("已按分工配合核实，提供所需材料和意见。")?;
                    self.give(run, &self.people.handler(unit)?, GiveCoOpinion { opinion }).await?;
                }
                Ok(())
            }
            Step::AskExtension { days } => {
                let due = run.load(self.app).await?.state.main().map(|a| a.due.date).unwrap_or_default();
                let later = Calendar::built_in().deadline(due, days).map_err(Error::internal)?.due_date;
                let until = self.case.extended_due_on.filter(|date| *date > due).unwrap_or(later);
                let reason = text("涉及多个环节，需市级系统配合调整，难以按期办结。")?;
                self.give(run, &main, RequestExtension { until, reason }).await
            }
            Step::AskCoordination => {
                let request = RequestCoordination {
                    reason: text("涉及多个单位职责交叉，本单位难以独立解决。")?,
                    tried: text("已两次召集内部科室会商，并与相关单位沟通，未能达成一致。")?,
                };
                self.give(run, &main, request).await
            }
            _ => {
                let solved = step == Step::Feedback { solved: true };
                let done = text(if solved {
                    "已与反映人联系，核清未办成原因，按规定办结，并修改办事指南相应表述。"
                } else {
                    "已与反映人联系，受现行系统限制暂未办结，已提出改造需求。"
                })?;
                let evidence = Some(text("办结回执、办事指南修改前后对照。")?);
                self.give(run, &main, GiveFeedback { solved, done, cause: self.cause(), evidence }).await
            }
        }
    }

    /// By who rules, verifies and calls back.
    async fn judge(&self, run: &Run, step: Step) -> Result<()> {
        match step {
            Step::Rule => {
                let to = recipients(self.unit(To::Right), self.co_units()?);
                let reason = text("经查该单位为行业主管部门，依职责清单由其主办。")?;
                self.give(run, &self.lead()?, Rule { to, reason }).await
            }
            Step::GrantExtension => {
                let case = run.load(self.app).await?.state;
                let decider = case.main().and_then(|a| a.extension_request.as_ref()).map(|r| r.decider.clone());
                let decision = DecideExtension {
                    unit: self.unit(To::Right).into(),
                    granted: true,
                    reason: text("情况属实，同意延期。")?,
                    reporter_told: Some(ToldBy::Phone),
                };
                let decider = self.people.verifier(decider.as_ref().map_or("", UnitId::as_str))?;
                self.give(run, &decider, decision).await
            }
            Step::Callback { .. } | Step::CallInVain => {
                let solved = match step {
                    Step::Callback { solved } => Some(solved),
                    _ => None,
                };
                let callback = RecordCallback {
                    called_at: None,
                    reached: solved.is_some(),
                    solved,
                    satisfaction: solved.map(|solved| self.satisfaction(solved)),
                    signed: false,
                    opinion: None,
                };
                self.give(run, &self.verifier(run).await?, callback).await
            }
            Step::SendBack => {
                let reason = text("回访中反映人表示问题仍未解决，请继续办理。")?;
                self.give(run, &self.verifier(run).await?, SendBack { reason, working_days: None }).await
            }
            Step::Reopen => {
                let decider = run.load(self.app).await?.state.reopen_request.map(|r| r.decider);
                let decider = self.people.verifier(decider.as_ref().map_or("", UnitId::as_str))?;
                self.give(run, &decider, Reopen { reason: text("反映人补充的新情况属实，予以重新办理。")? }).await
            }
            Step::CloseUnsolved => {
                let close = CloseUnsolved {
                    answer: text("经多方协调，受现行条件限制暂不能解决，已向反映人当面说明。")?,
                    cause: None,
                    summary: Some(text("已列入下一步改革事项。")?),
                };
                self.give(run, &self.verifier(run).await?, close).await
            }
            _ => {
                let summary = self.is_business().then(|| text("梳理了同类事项的办理口径，已告知各管家。"));
                let finding = text("经核查，整改落实情况属实，问题已解决。")?;
                let verify = VerifySolved { finding, cause: None, summary: summary.transpose()? };
                self.give(run, &self.verifier(run).await?, verify).await
            }
        }
    }

    /// By the lead's 专班, the butler and the chief butler.
    async fn coordinate(&self, run: &Run, step: Step) -> Result<()> {
        let butler = || self.people.act("butler", Role::Butler, "zjfwgj");
        let coordinator =
            || if self.is_business() { self.people.act("chief", Role::ChiefButler, "zgj") } else { self.lead() };
        match step {
            Step::Raise => {
                let who = if self.is_business() { butler()? } else { self.lead()? };
                self.give(run, &who, Raise { reason: text("多次协调仍难以解决，需提级协调。")? }).await
            }
            Step::ReportCoordinated => {
                let done = text("召集相关单位会商，明确了办理口径并已办结。")?;
                self.give(run, &coordinator()?, ReportCoordinated { solved: true, done, cause: self.cause() }).await
            }
            Step::ProposeMeeting => {
                let reason = text("涉及区级多个单位，提请联席会审议。")?;
                self.give(run, &butler()?, ProposeMeeting { reason }).await
            }
            Step::SubmitToMeeting => {
                let submit = SubmitToMeeting {
                    tried: text("已两次召集相关单位协调，职责分工未达成一致。")?,
                    question: text("由哪个单位主办，如何办理，何时办结。")?,
                };
                self.give(run, &coordinator()?, submit).await
            }
            _ => {
                let reason = text("涉及市级权限，需报请市级部门协调。")?;
                self.give(run, &coordinator()?, RequestReferral { reason }).await
            }
        }
    }

    /// By 区营商办: joint meetings, referrals, policy issues.
    async fn govern(&self, run: &mut Run, step: Step) -> Result<()> {
        let office = self.people.act("office", Role::Office, "qysb")?;
        let now = self.app.clock.now();
        let at = now.with_timezone(&shanghai_offset());
        match step {
            Step::PlanMeeting => {
                let case = run.load(self.app).await?;
                let plan = PlanMeeting {
                    subject: Line::new(format!("“{}”一事一议", self.case.matter_name)).map_err(Error::internal)?,
                    cases: vec![CaseVersion { id: case.state.id, version: case.version }],
                };
                let receipt = self.app.plan_meeting(&office, plan, &Once::default()).await?;
                run.meeting = Some(MeetingId::new(receipt.id));
                Ok(())
            }
            Step::CallMeeting => {
                let call = meeting::Call {
                    begins_at: at + TimeDelta::days(1),
                    place: Line::new("区政府第二会议室").map_err(Error::internal)?,
                    units: self.invited(),
                    materials: vec![text("事项经过、已做工作和需议定的问题。")?],
                };
                self.convene(run, &office, call).await
            }
            Step::HoldMeeting => {
                let attendance = Some(text("各单位分管负责人到会。")?);
                let hold = meeting::Hold { held_at: at, units: self.invited(), attendance };
                self.convene(run, &office, hold).await
            }
            Step::Resolve(resolution) => {
                let settlement = match resolution {
                    Resolution::Assign => {
                        Settlement::Assign(AssignTo { to: recipients(self.unit(To::Right), self.co_units()?) })
                    }
                    Resolution::ReferUp => Settlement::ReferUp(ReferUp {
                        body: Line::new("市营商环境工作专班").map_err(Error::internal)?,
                        document_number: self.document("东营商文")?,
                        document_date: shanghai_date(now),
                    }),
                };
                let resolve = meeting::Resolve {
                    case: run.id()?.clone(),
                    decision: text("会议议定：明确主办单位和完成时限，相关单位配合。")?,
                    settlement,
                    precedent: resolution == Resolution::Assign,
                    decided_by_leading_group: false,
                };
                self.convene(run, &office, resolve).await
            }
            Step::SignMeeting => self.convene(run, &office, meeting::Sign {}).await,
            Step::Reply => {
                let reply = RecordReply {
                    document_number: self.document("京营商函")?,
                    document_date: shanghai_date(now),
                    text: text("市级部门已调整系统参数并明确口径，可予办理。")?,
                    settlement: Settlement::Solved(Plain {}),
                };
                self.give(run, &office, reply).await
            }
            _ => self.report_policy_issue(run, &office).await,
        }
    }

    async fn report_policy_issue(&self, run: &Run, office: &Principal) -> Result<()> {
        let case = run.id()?.clone();
        let found = self.app.store.read(move |conn| policy_issues::of_case(conn, &case)).await?;
        let id = found.ok_or_else(|| Error::internal("no policy issue was opened"))?;
        let report = ReportPolicyIssue {
            body: Line::new("市营商环境工作专班").map_err(Error::internal)?,
            document_number: self.document("东营商文")?,
            document_date: shanghai_date(self.app.clock.now()),
            text: text("现行规定限制此类办理，建议修订。")?,
        };
        self.app.report_policy_issue(office, &id, report, Some(1), &Once::default()).await.map(|_| ())
    }

    /// By the reporter, with the enquiry code.
    async fn speak_up(&self, run: &Run, step: Step) -> Result<()> {
        let case = run.load(self.app).await?.state;
        let code = self.app.keys.enquiry_code(case.id.as_str());
        let (number, once) = (case.number, Once::default());
        if step == Step::Complain {
            let comment = Some(text("事情办成了，但来回跑了太多趟。")?);
            let rate = Rate { satisfaction: Satisfaction::Dissatisfied, comment };
            self.app.command_as_reporter(number, &code, rate, &once).await.map(|_| ())
        } else {
            let reason = text("办结后同样的问题又出现了。")?;
            self.app.command_as_reporter(number, &code, RequestReopen { reason }, &once).await.map(|_| ())
        }
    }

    async fn convene<C: MeetingCommand + Clone + Send + 'static>(
        &self,
        run: &Run,
        who: &Principal,
        command: C,
    ) -> Result<()> {
        let meeting = run.meeting(self.app).await?;
        let id = &meeting.state.id;
        self.app.command_meeting(who, id, command, Some(meeting.version), &Once::default()).await.map(|_| ())
    }

    async fn draft(&self, run: &mut Run, main: &str) -> Result<()> {
        let case = run.load(self.app).await?;
        let draft = DraftSheet {
            cases: vec![CaseVersion { id: case.state.id, version: case.version }],
            to: recipients(main, self.co_units()?),
        };
        let receipt = self.app.draft_sheet(&self.drafter()?, draft, &Once::default()).await?;
        run.sheet = Some(WorkOrderId::new(receipt.id));
        Ok(())
    }

    fn lead(&self) -> Result<Principal> {
        if self.is_business() {
            self.people.act("lead.ss", Role::Lead, "qfgw")
        } else {
            self.people.act("lead.zw", Role::Lead, "qzwfwj")
        }
    }

    /// The unit that is meant.
    fn unit(&self, to: To) -> &str {
        let right = self.case.responsible_unit.as_str();
        let concerned = |unit: &&str| *unit == right || self.case.co_units.iter().any(|co| co == unit);
        let mut strangers = ["qmzj", "qsfj", "qtjj", "qsjj", "qwhlyj", "qjw"].into_iter().filter(|u| !concerned(u));
        match to {
            To::Right => right,
            To::Wrong => strangers.next().unwrap_or(right),
            To::WrongAgain => strangers.nth(1).unwrap_or(right),
        }
    }

    fn invited(&self) -> Vec<UnitId> {
        let co = self.case.co_units.iter().map(String::as_str);
        std::iter::once(self.unit(To::Right)).chain(co).map(UnitId::from).collect()
    }

    /// A made-up document number.
    fn document(&self, series: &str) -> Result<Line<2, 60>> {
        let year = shanghai_date(self.app.clock.now()).year();
        Line::new(format!("{series}〔{year}〕{}号（样例）", self.index % 90 + 1)).map_err(Error::internal)
    }

    fn co_units(&self) -> Result<Vec<CoUnitInput>> {
        let task = || text("请按职责配合主办单位核实情况、提出意见。");
        self.case.co_units.iter().map(|unit| Ok(CoUnitInput { unit: unit.as_str().into(), task: task()? })).collect()
    }

    fn cause(&self) -> CauseId {
        let causes = Causes::default();
        let known: Vec<_> = causes.iter().filter(|cause| cause.id.as_str() != OTHER).collect();
        known[self.index % known.len()].id.clone()
    }

    fn satisfaction(&self, solved: bool) -> Satisfaction {
        match (solved, self.index % 3) {
            (false, _) => Satisfaction::Dissatisfied,
            (true, 0) => Satisfaction::VerySatisfied,
            (true, 1) => Satisfaction::Satisfied,
            (true, _) => Satisfaction::BasicallySatisfied,
        }
    }
}

fn recipients(main_unit: &str, co_units: Vec<CoUnitInput>) -> Recipients {
    Recipients { main_unit: main_unit.into(), co_units, due_date: None, due_reason: None }
}

pub(super) fn text<const MIN: usize, const MAX: usize>(text: &str) -> Result<Text<MIN, MAX>> {
    Text::new(text).map_err(Error::internal)
}
