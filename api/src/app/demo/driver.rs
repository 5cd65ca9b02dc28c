//! Drives the demo's cases: all their steps, merged in the order of time.

use std::collections::BTreeMap;

use super::accounts::{People, hall_of};
use super::paths::{Step, steps};
use super::{DemoCase, Loaded};
use crate::app::{App, Once};
use crate::auth::Principal;
use crate::domain::case::{
    Accept, AgentInput, Case, CaseCommand, Explain, GiveCoOpinion, GiveFeedback, GiveOpinion, PassOn, Raise, Receive,
    RecordCallback, Register, ReportCoordinated, ReporterInput, RequestOpinion, SendBack, SolveOnTheSpot, VerifySolved,
};
use crate::domain::identity::{PersonName, Phone};
use crate::domain::ids::{CaseId, UnitId, WorkOrderId};
use crate::domain::text::{Line, Text};
use crate::domain::words::{Cause, Channel, Failure, ReporterKind, Role, Satisfaction, Sector};
use crate::domain::work_order::{
    AskConfirmation, CaseVersion, CoUnitInput, Confirm, Decline, Dispatch, DraftSheet, Recipients, Redraft,
    SheetCommand, WorkOrder,
};
use crate::error::{Error, Result};
use crate::store::streams;

/// Drives every case whose path the commands can walk.
pub(super) async fn drive(app: &App, people: &People, cases: &[DemoCase]) -> Result<Loaded> {
    let mut plan = Vec::new();
    for (index, case) in cases.iter().enumerate() {
        for (order, (at, step)) in steps(case, index).into_iter().flatten().enumerate() {
            plan.push((at, index, order, step));
        }
    }
    plan.sort_unstable();
    let mut under_way: BTreeMap<usize, Run> = BTreeMap::new();
    for (at, index, _, step) in plan {
        app.clock.set(at);
        let run = under_way.entry(index).or_default();
        let driver = Driver { app, people, case: &cases[index], index };
        driver.step(run, step).await.map_err(|error| Error {
            context: Some(format!("{} {step:?}: {error}", cases[index].id)),
            ..Error::internal("the demo is broken")
        })?;
    }
    check(app, cases, &under_way).await
}

/// Every driven case is closed, and its deadline is that of the data.
async fn check(app: &App, cases: &[DemoCase], runs: &BTreeMap<usize, Run>) -> Result<Loaded> {
    let of_the_data = cases.iter().filter(|c| c.open_at.is_none()).count();
    let mut loaded = Loaded { cases: of_the_data, driven: 0, deadlines: 0, open: 0 };
    for (index, run) in runs {
        let case = run.load(app).await?.state;
        if cases[*index].open_at.is_some() {
            loaded.open += usize::from(case.closed.is_none());
            continue;
        }
        if case.closed.is_none() {
            return Err(Error::internal(format!("{} was not driven to its end", cases[*index].id)));
        }
        loaded.driven += 1;
        if let (Some(due), Some(first)) = (cases[*index].initial_due_on, case.assignments.first()) {
            if first.original_due.date != due {
                let detail = format!("{} is due {}, not {due}", cases[*index].id, first.original_due.date);
                return Err(Error::internal(detail));
            }
            loaded.deadlines += 1;
        }
    }
    Ok(loaded)
}

/// A case under way.
#[derive(Default)]
struct Run {
    case: Option<CaseId>,
    sheet: Option<WorkOrderId>,
}

impl Run {
    fn id(&self) -> Result<&CaseId> {
        self.case.as_ref().ok_or_else(|| Error::internal("not registered yet"))
    }

    async fn load(&self, app: &App) -> Result<streams::Loaded<Case>> {
        let id = self.id()?.to_string();
        let found = app.store.read(move |conn| streams::load::<Case>(conn, &id)).await?;
        found.ok_or_else(|| Error::internal("the case is gone"))
    }

    async fn sheet(&self, app: &App) -> Result<streams::Loaded<WorkOrder>> {
        let id = self.sheet.as_ref().ok_or_else(|| Error::internal("no sheet yet"))?.to_string();
        let found = app.store.read(move |conn| streams::load::<WorkOrder>(conn, &id)).await?;
        found.ok_or_else(|| Error::internal("the sheet is gone"))
    }
}

struct Driver<'a> {
    app: &'a App,
    people: &'a People,
    case: &'a DemoCase,
    index: usize,
}

impl Driver<'_> {
    fn is_business(&self) -> bool {
        self.case.domain == "商事服务"
    }

    /// Who took the case in.
    fn registrar(&self) -> Result<Principal> {
        match self.case.channel.kind.as_str() {
            "紫金服务管家" | "服务管家" => self.people.act("butler", Role::Butler, "zjfwgj"),
            "紫金驻企专员" => self.people.act("resident", Role::ResidentButler, "zjfwgj"),
            "网上办事大厅" | "建议收集平台" => self.people.act("online-hall", Role::Integration, "qzwfwj"),
            "区政务服务大厅" => self.people.act("intake", Role::Intake, "dt_qzwfw"),
            _ => {
                let hall = hall_of(&self.case.channel.place).ok_or_else(|| Error::internal("unknown hall"))?;
                self.people.act(&format!("intake.{hall}"), Role::Intake, &hall)
            }
        }
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

    async fn step(&self, run: &mut Run, step: Step) -> Result<()> {
        let main = self.case.responsible_unit.as_str();
        match step {
            Step::Register => {
                let registered = self.app.register(&self.registrar()?, self.register()?, &Once::default()).await?;
                run.case = Some(CaseId::new(registered.receipt.id));
                Ok(())
            }
            Step::Accept => self.give(run, &self.screener()?, Accept {}).await,
            Step::SolveOnTheSpot => {
                let answer = text("已当场核实并协助办理，告知所需材料和办理渠道。")?;
                self.give(run, &self.screener()?, SolveOnTheSpot { answer, cause: Some(self.cause()) }).await
            }
            Step::AskOpinion => {
                let question = text("请判断该诉求是否符合相关法律、法规或政策要求。")?;
                self.give(run, &self.screener()?, RequestOpinion { unit: main.into(), question }).await
            }
            Step::GiveOpinion { conforms } => {
                let provision = text(if conforms {
                    "符合现行办事指南所列条件。"
                } else {
                    "不符合现行规定所列条件。"
                })?;
                let opinion = GiveOpinion { conforms, provision, reason: None };
                self.give(run, &self.people.handler(main)?, opinion).await
            }
            Step::Explain => {
                let explained = Explain {
                    provision: text("相关单位依据现行规定作出的符合性判断。")?,
                    answer: text("已向企业说明政策依据和可行的替代办法。")?,
                    cause: None,
                };
                self.give(run, &self.screener()?, explained).await
            }
            Step::PassOn => self.give(run, &self.screener()?, PassOn::default()).await,
            Step::Draft { wrong_unit } => self.draft(run, if wrong_unit { self.wrong_unit() } else { main }).await,
            Step::AskConfirmation => self.order(run, &self.drafter()?, AskConfirmation {}).await,
            Step::Decline => {
                let decline =
                    Decline { reason: text("该事项不属本单位职责。")?, proposed_unit: Some(main.into()) };
                self.order(run, &self.people.handler(self.wrong_unit())?, decline).await
            }
            Step::Redraft => {
                let co_units = self.co_units()?;
                let redraft = Redraft { to: recipients(main, co_units) };
                self.order(run, &self.drafter()?, redraft).await
            }
            Step::Confirm => self.order(run, &self.people.handler(main)?, Confirm::default()).await,
            Step::Dispatch => self.order(run, &self.drafter()?, Dispatch::default()).await,
            Step::Receive => {
                for unit in std::iter::once(main).chain(self.case.co_units.iter().map(String::as_str)) {
                    self.give(run, &self.people.handler(unit)?, Receive {}).await?;
                }
                Ok(())
            }
            Step::CoOpinions => {
                for unit in &self.case.co_units {
                    let opinion = text("已按分工配合核实，提供所需材料和意见。")?;
                    self.give(run, &self.people.handler(unit)?, GiveCoOpinion { opinion }).await?;
                }
                Ok(())
            }
            Step::Feedback => {
                let feedback = GiveFeedback {
                    solved: true,
                    done: text("已与反映人联系，核清未办成原因，按规定办结，并修改办事指南相应表述。")?,
                    cause: self.cause(),
                    evidence: Some(text("办结回执、办事指南修改前后对照。")?),
                };
                self.give(run, &self.people.handler(main)?, feedback).await
            }
            Step::Callback { solved } => {
                let callback = RecordCallback {
                    called_at: None,
                    reached: true,
                    solved: Some(solved),
                    satisfaction: Some(self.satisfaction(solved)),
                    signed: false,
                    opinion: None,
                };
                self.give(run, &self.verifier(run).await?, callback).await
            }
            Step::SendBack => {
                let reason = text("回访中反映人表示问题仍未解决，请继续办理。")?;
                self.give(run, &self.verifier(run).await?, SendBack { reason, working_days: None }).await
            }
            Step::Raise => {
                let reason = text("服务管家多次协调仍难以解决，提请总管家协调。")?;
                self.give(run, &self.people.act("butler", Role::Butler, "zjfwgj")?, Raise { reason }).await
            }
            Step::ReportCoordinated => {
                let done = text("总管家召集相关单位会商，明确了办理口径并已办结。")?;
                let report = ReportCoordinated { solved: true, done, cause: self.cause() };
                self.give(run, &self.people.act("chief", Role::ChiefButler, "zgj")?, report).await
            }
            Step::Verify => {
                let verify = VerifySolved {
                    finding: text("经核查，整改落实情况属实，问题已解决。")?,
                    cause: None,
                    summary: self
                        .is_business()
                        .then(|| text("梳理了同类事项的办理口径，已告知各管家。"))
                        .transpose()?,
                };
                self.give(run, &self.verifier(run).await?, verify).await
            }
        }
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

    /// The unit that a case is sent to by mistake.
    fn wrong_unit(&self) -> &'static str {
        if self.case.responsible_unit == "qmzj" { "qsfj" } else { "qmzj" }
    }

    fn co_units(&self) -> Result<Vec<CoUnitInput>> {
        let task = || text("请按职责配合主办单位核实情况、提出意见。");
        self.case.co_units.iter().map(|unit| Ok(CoUnitInput { unit: unit.as_str().into(), task: task()? })).collect()
    }

    fn cause(&self) -> Cause {
        let known = &Cause::ALL[..Cause::ALL.len() - 1];
        known[self.index % known.len()]
    }

    fn satisfaction(&self, solved: bool) -> Satisfaction {
        match (solved, self.index % 3) {
            (false, _) => Satisfaction::Dissatisfied,
            (true, 0) => Satisfaction::VerySatisfied,
            (true, 1) => Satisfaction::Satisfied,
            (true, _) => Satisfaction::BasicallySatisfied,
        }
    }

    fn register(&self) -> Result<Register> {
        let case = self.case;
        let channel = match case.channel.kind.as_str() {
            "区政务服务大厅" => Channel::DistrictHall,
            "专业政务服务大厅" => Channel::ProfessionalHall,
            "街道政务服务大厅" => Channel::SubdistrictHall,
            "网上办事大厅" => Channel::OnlineHall,
            "建议收集平台" => Channel::SuggestionPlatform,
            "紫金驻企专员" => Channel::ResidentButler,
            _ => Channel::Butler,
        };
        Ok(Register {
            sector: Some(if self.is_business() { Sector::BusinessService } else { Sector::GovernmentService }),
            channel,
            source_unit: None,
            receiving_unit: None,
            reporter: self.reporter()?,
            matter_name: Line::new(case.matter_name.as_str()).map_err(Error::internal)?,
            accepted_at: None,
            late_reason: None,
            failure: Failure::ALL[self.index % Failure::ALL.len()],
            failure_reason: text(&case.reason)?,
            problem: text(&case.problem)?,
            account: Some(text(&format!("反映人称：{}", case.reason))?),
            cause: None,
            needs_municipal_coordination: case.needs_municipal,
            repeat_of: None,
        })
    }

    /// A made-up reporter: names that say so, telephone numbers with all-zero blocks.
    fn reporter(&self) -> Result<ReporterInput> {
        let person = ["甄样", "贾设明", "欧阳样例", "司马测"][self.index % 4];
        let kind = match self.case.reporter_kind_code.as_str() {
            "company" => ReporterKind::Company,
            "self_employed" => ReporterKind::SelfEmployed,
            "social_org" => ReporterKind::SocialOrganisation,
            "institution" => ReporterKind::Institution,
            _ => ReporterKind::Person,
        };
        let serial = self.index + 1;
        let name = match kind {
            ReporterKind::Company => format!("北京样例{serial}号科技有限公司"),
            ReporterKind::SocialOrganisation => format!("样例{serial}号社会组织"),
            ReporterKind::Institution => format!("样例{serial}号事业单位"),
            ReporterKind::SelfEmployed | ReporterKind::Person => person.to_owned(),
        };
        let phone = Phone::parse(&format!("1380000{serial:04}")).map_err(Error::internal)?;
        let named = |name: &str| PersonName::parse(name).map_err(Error::internal);
        let agent = match self.case.reporter_kind_code.as_str() {
            "agent" => Some(AgentInput { name: named("甄代理")?, phone: Some(phone.clone()) }),
            _ => None,
        };
        Ok(ReporterInput {
            kind,
            name: Some(Line::new(name).map_err(Error::internal)?),
            credit_code: None,
            contact_person: kind.has_public_name().then(|| named(person)).transpose()?,
            phone: Some(phone),
            id_number: None,
            id_notice_given: false,
            agent,
            confidential: false,
        })
    }
}

fn recipients(main_unit: &str, co_units: Vec<CoUnitInput>) -> Recipients {
    Recipients { main_unit: main_unit.into(), co_units, due_date: None, due_reason: None }
}

fn text<const MIN: usize, const MAX: usize>(text: &str) -> Result<Text<MIN, MAX>> {
    Text::new(text).map_err(Error::internal)
}
