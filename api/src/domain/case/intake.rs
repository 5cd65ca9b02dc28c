//! Taking a problem in, and keeping what was taken in right (plan §5.1).

use chrono::{DateTime, FixedOffset, Utc};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::event::{Corrected, CorrectedReporter, Registered};
use super::{CaseCommand, CaseEvent, Citation, Decided, Facts};
use crate::domain::calendar::shanghai_date;
use crate::domain::facts::World;
use crate::domain::identity::{CreditCode, IdNumber, PersonName, Phone};
use crate::domain::ids::{CaseId, CauseId, UnitId};
use crate::domain::log::{Actor, Draft};
use crate::domain::number::Number;
use crate::domain::permission::{EntryPermit, Permit, sees_matter_only};
use crate::domain::text::{Line, Text};
use crate::domain::words::{CaseAction, Channel, Failure, NoteKind, ReporterKind, Role, Sector};
use crate::error::{Code, Error, Result};

/// Who acts for the reporter (代理人).
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct AgentInput {
    /// The agent's name.
    pub name: PersonName,
    /// The agent's telephone.
    #[serde(default)]
    pub phone: Option<Phone>,
}

/// Who reports. Without a name the report is anonymous: taken if the matter can be worked without
/// the person.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ReporterInput {
    /// What kind of reporter.
    pub kind: ReporterKind,
    /// The organisation's name; for a person or a self-employed person, theirs.
    #[serde(default)]
    pub name: Option<Line<1, 100>>,
    /// 统一社会信用代码 (GB 32100).
    #[serde(default)]
    pub credit_code: Option<CreditCode>,
    /// Whom to ask for in an organisation.
    #[serde(default)]
    pub contact_person: Option<PersonName>,
    /// The telephone to call back.
    #[serde(default)]
    pub phone: Option<Phone>,
    /// 公民身份号码 (GB 11643), only where the matter needs it.
    #[serde(default)]
    pub id_number: Option<IdNumber>,
    /// That the person was told why the ID number is taken; required with it.
    #[serde(default)]
    pub id_notice_given: bool,
    /// Who acts for the reporter.
    #[serde(default)]
    pub agent: Option<AgentInput>,
    /// Units see the matter only; contact goes through the lead.
    #[serde(default)]
    pub confidential: bool,
}

/// The personal part of a reporter, as it is sealed.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct PersonalData {
    /// A person's name; none for an organisation, whose name is public.
    pub name: Option<String>,
    /// Whom to ask for.
    pub contact_person: Option<String>,
    /// The telephone to call back.
    pub phone: Option<String>,
    /// The ID number.
    pub id_number: Option<String>,
    /// The credit code of a self-employed person.
    pub credit_code: Option<String>,
    /// The agent's name.
    pub agent_name: Option<String>,
    /// The agent's telephone.
    pub agent_phone: Option<String>,
}

/// The public part of an organisation.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OrganisationData {
    /// Its name in the register.
    pub name: String,
    /// Its 统一社会信用代码.
    pub credit_code: Option<String>,
}

impl ReporterInput {
    fn check(&self, now: DateTime<Utc>) -> Result<()> {
        if self.name.as_ref().is_some_and(|n| n.contains('*')) {
            return Err(Error::field("reporter.name", "不能填写脱敏后的姓名或名称"));
        }
        if self.id_number.is_some() && !self.id_notice_given {
            return Err(Error::field("reporter.id_notice_given", "采集身份证号前须告知用途并勾选已告知"));
        }
        if self.id_number.as_ref().is_some_and(|id| id.born_after(shanghai_date(now))) {
            return Err(Error::field("reporter.id_number", "身份证号中的出生日期在今天之后"));
        }
        Ok(())
    }

    fn reachable(&self) -> bool {
        self.phone.is_some() || self.agent.as_ref().is_some_and(|a| a.phone.is_some())
    }

    fn organisation(&self) -> Option<String> {
        let name = self.name.as_ref().filter(|_| self.kind.has_public_name())?;
        let credit_code = self.credit_code.as_ref().map(|c| c.as_str().to_owned());
        serde_json::to_string(&OrganisationData { name: name.to_string(), credit_code }).ok()
    }

    fn person(&self) -> Option<String> {
        let own = !self.kind.has_public_name();
        let data = PersonalData {
            name: self.name.as_ref().filter(|_| own).map(|n| n.as_str().to_owned()),
            contact_person: self.contact_person.as_ref().map(|n| n.as_str().to_owned()),
            phone: self.phone.as_ref().map(|p| p.as_str().to_owned()),
            id_number: self.id_number.as_ref().map(|i| i.as_str().to_owned()),
            credit_code: self.credit_code.as_ref().filter(|_| own).map(|c| c.as_str().to_owned()),
            agent_name: self.agent.as_ref().map(|a| a.name.as_str().to_owned()),
            agent_phone: self.agent.as_ref().and_then(|a| a.phone.as_ref()).map(|p| p.as_str().to_owned()),
        };
        (data != PersonalData::default()).then(|| serde_json::to_string(&data).ok())?
    }
}

/// 登记: a problem is taken in (plan §5.1). 涉密材料请勿在网上提交.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Register {
    /// The field it belongs to; default by channel: butlers' business service, online channels as set,
    /// others government service.
    #[serde(default)]
    pub sector: Option<Sector>,
    /// How it came in.
    pub channel: Channel,
    /// The hall or platform where it came in; default: the registering unit.
    #[serde(default)]
    pub source_unit: Option<UnitId>,
    /// The unit whose intake screens it, for online channels; default: as set for the channel.
    #[serde(default)]
    pub receiving_unit: Option<UnitId>,
    /// Who reports.
    pub reporter: ReporterInput,
    /// 事项名称.
    pub matter_name: Line<2, 200>,
    /// 受理时间; default: now. At most 5 working days before registration, then with a reason.
    #[serde(default)]
    pub accepted_at: Option<DateTime<FixedOffset>>,
    /// Why it is registered on a later day than accepted.
    #[serde(default)]
    pub late_reason: Option<Text<1, 500>>,
    /// 未办成情形.
    pub failure: Failure,
    /// 未成功受理原因.
    pub failure_reason: Text<1, 2000>,
    /// 存在问题.
    pub problem: Text<1, 4000>,
    /// 群众反映记录; personal data.
    #[serde(default)]
    pub account: Option<Text<1, 10000>>,
    /// The cause, as far as one can tell.
    #[serde(default)]
    pub cause: Option<CauseId>,
    /// 是否需要市级部门协调解决.
    #[serde(default)]
    pub needs_municipal_coordination: bool,
    /// An earlier case of the same reporter and matter: its number, or its identifier where the asker may see it.
    #[serde(default)]
    pub repeat_of: Option<CaseId>,
}

/// Registers a case: the first event of its stream.
///
/// # Errors
/// The field at fault.
pub fn register(
    command: Register,
    permit: &EntryPermit,
    world: World<'_>,
    now: DateTime<Utc>,
) -> Result<Vec<Draft<CaseEvent>>> {
    let actor = permit.actor();
    command.reporter.check(now)?;
    check_channel(command.channel, actor.role)?;
    world.settings.causes.check_given(command.cause.as_ref())?;
    let accepted_at = accepted_at(command.accepted_at, command.late_reason.is_some(), world, now)?;
    let butler_unit = matches!(actor.role, Role::Butler | Role::ResidentButler).then(|| actor.unit.clone());
    let sector = command.sector.unwrap_or_else(|| match (&butler_unit, world.settings.online(command.channel)) {
        (Some(_), _) => Sector::BusinessService,
        (None, Some((_, sector))) => sector,
        (None, None) => Sector::GovernmentService,
    });
    let source_unit = command.source_unit.clone().unwrap_or_else(|| actor.unit.clone());
    if world.units.open(&source_unit).is_none() {
        return Err(Error::field("source_unit", "没有这个单位，或该单位已撤销"));
    }
    let registered = Registered {
        number: None,
        sector,
        channel: command.channel,
        source_unit,
        receiving_unit: receiving_unit(&command, actor, world)?,
        registering_unit: actor.unit.clone(),
        butler_unit,
        accepted_at,
        reporter_kind: command.reporter.kind,
        anonymous: command.reporter.name.is_none(),
        confidential: command.reporter.confidential,
        reachable: command.reporter.reachable(),
        matter_name: command.matter_name.to_string(),
        failure: command.failure,
        cause: command.cause,
        needs_municipal_coordination: command.needs_municipal_coordination,
        repeat_of: command.repeat_of,
    };
    Ok(vec![
        Draft::new(CaseEvent::Registered(Box::new(registered)))
            .text("failure_reason", command.failure_reason.into_string())
            .text("problem", command.problem.into_string())
            .text_if("late_reason", command.late_reason.map(Text::into_string))
            .text_if("organisation", command.reporter.organisation())
            .personal_if("person", command.reporter.person())
            .personal_if("account", command.account.map(Text::into_string)),
    ])
}

fn check_channel(channel: Channel, role: Role) -> Result<()> {
    let fits = match role {
        Role::Butler => channel == Channel::Butler,
        Role::ResidentButler => channel == Channel::ResidentButler,
        Role::Integration => channel.mode_label() == "线上",
        _ => !matches!(channel, Channel::Butler | Channel::ResidentButler),
    };
    if fits {
        Ok(())
    } else {
        Err(Error::field("channel", format!("“{}”岗位不能登记受理途径为“{}”的事项", role.label(), channel.label())))
    }
}

/// The unit whose intake screens a case: the registering unit's own, for machine clients the one
/// named, by default the one set for the channel, or the lead of government service.
fn receiving_unit(command: &Register, actor: &Actor, world: World<'_>) -> Result<UnitId> {
    if actor.role != Role::Integration {
        return match &command.receiving_unit {
            Some(unit) if *unit != actor.unit => {
                Err(Error::field("receiving_unit", "窗口和管家登记的事项由本单位受理"))
            }
            _ => Ok(actor.unit.clone()),
        };
    }
    if let Some(unit) = &command.receiving_unit {
        let missing = || Error::field("receiving_unit", "没有这个单位，或该单位已撤销");
        return world.units.open(unit).map(|unit| unit.id.clone()).ok_or_else(missing);
    }
    let set = world.settings.online(command.channel).and_then(|(unit, _)| world.units.carried_on(unit?));
    let unit = set.or_else(|| world.units.lead(Sector::GovernmentService));
    unit.cloned().ok_or_else(|| Error::field("receiving_unit", "没有为此途径设置受理单位，请写明受理单位"))
}

/// 受理时间: not in the future, at most 5 working days back, and then with a reason.
fn accepted_at(
    given: Option<DateTime<FixedOffset>>,
    has_reason: bool,
    world: World<'_>,
    now: DateTime<Utc>,
) -> Result<DateTime<Utc>> {
    let Some(given) = given.map(|at| at.with_timezone(&Utc)) else { return Ok(now) };
    if given > now {
        return Err(Error::field("accepted_at", "受理时间不能在将来"));
    }
    let (accepted, today) = (shanghai_date(given), shanghai_date(now));
    let earliest = world.settings.late_registration_days;
    if world.calendar.working_days_after(accepted, today) > earliest {
        return Err(Error::field("accepted_at", format!("受理时间最多可早于登记{earliest}个工作日")));
    }
    if accepted < today && !has_reason {
        return Err(Error::field("late_reason", "受理后未当日登记的，须说明原因"));
    }
    Ok(given)
}

/// 更正: any field while the case is at intake; old values stay in the log. Fields left out stay.
#[derive(Clone, Debug, Default, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields, default)]
pub struct Correct {
    /// The field it belongs to.
    pub sector: Option<Sector>,
    /// How it came in.
    pub channel: Option<Channel>,
    /// The hall or platform where it came in.
    pub source_unit: Option<UnitId>,
    /// Who reports, whole, with kind and confidentiality.
    pub reporter: Option<ReporterInput>,
    /// 受理时间.
    pub accepted_at: Option<DateTime<FixedOffset>>,
    /// 事项名称.
    pub matter_name: Option<Line<2, 200>>,
    /// 未办成情形.
    pub failure: Option<Failure>,
    /// 未成功受理原因.
    pub failure_reason: Option<Text<1, 2000>>,
    /// 存在问题.
    pub problem: Option<Text<1, 4000>>,
    /// 群众反映记录.
    pub account: Option<Text<1, 10000>>,
    /// The cause.
    pub cause: Option<CauseId>,
    /// 是否需要市级部门协调解决.
    pub needs_municipal_coordination: Option<bool>,
    /// Why it is registered on a later day than accepted.
    pub late_reason: Option<Text<1, 500>>,
    /// An earlier case of the same reporter and matter, by its number.
    #[schema(value_type = Option<String>, pattern = r"^\d{4}-\d{4,}$")]
    pub repeat_of: Option<Number>,
}

impl CaseCommand for Correct {
    const ACTION: CaseAction = CaseAction::Correct;

    fn cites(&self) -> Option<Citation> {
        self.repeat_of.map(|number| Citation { field: "repeat_of", number })
    }

    fn decide(self, facts: Facts<'_>, permit: &Permit<Self>) -> Decided {
        let Facts { case, world, now, means } = facts;
        facts.check_cause(self.cause.as_ref())?;
        if let Some(reporter) = &self.reporter {
            reporter.check(now)?;
        }
        if self.repeat_of == Some(case.number) {
            return Err(Error::field("repeat_of", "不能是本事项自己的编号"));
        }
        if self.source_unit.as_ref().is_some_and(|unit| world.units.open(unit).is_none()) {
            return Err(Error::field("source_unit", "没有这个单位，或该单位已撤销"));
        }
        if let Some(channel) = self.channel {
            check_channel(channel, permit.actor().role)?;
        }
        if case.sector_ruled && self.sector.is_some_and(|sector| sector != case.sector) {
            return Err(Error::new(Code::SectorFixed, "此事项的领域已由区营商办裁定，不能再改"));
        }
        let has_reason = self.late_reason.is_some() || case.late_reason.is_some();
        let accepted_at =
            self.accepted_at.map(|at| accepted_at(Some(at), has_reason, world, case.registered_at)).transpose()?;
        let corrected = Corrected {
            sector: self.sector,
            channel: self.channel,
            source_unit: self.source_unit,
            reporter: self.reporter.as_ref().map(|reporter| CorrectedReporter {
                kind: reporter.kind,
                anonymous: reporter.name.is_none(),
                confidential: reporter.confidential,
                reachable: reporter.reachable(),
            }),
            accepted_at,
            matter_name: self.matter_name.map(|m| m.to_string()),
            failure: self.failure,
            cause: self.cause,
            needs_municipal_coordination: self.needs_municipal_coordination,
            repeat_of: means.cited.clone(),
        };
        let draft = Draft::new(CaseEvent::Corrected(Box::new(corrected.clone())))
            .text_if("failure_reason", self.failure_reason.map(Text::into_string))
            .text_if("problem", self.problem.map(Text::into_string))
            .text_if("late_reason", self.late_reason.map(Text::into_string))
            .text_if("organisation", self.reporter.as_ref().and_then(ReporterInput::organisation))
            .personal_if("person", self.reporter.as_ref().and_then(ReporterInput::person))
            .personal_if("account", self.account.map(Text::into_string));
        if corrected == Corrected::default() && draft.parts.is_empty() {
            return Err(Error::new(Code::InvalidValue, "没有要更正的内容"));
        }
        Ok(draft.into())
    }
}

/// 补充材料: a description of what the reporter handed in later.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct AddMaterial {
    /// What was added. 涉密材料请勿在网上提交.
    pub description: Text<1, 4000>,
}

impl CaseCommand for AddMaterial {
    const ACTION: CaseAction = CaseAction::AddMaterial;

    fn needs_version(&self) -> bool {
        false
    }

    fn decide(self, _facts: Facts<'_>, _permit: &Permit<Self>) -> Decided {
        Ok(Draft::new(CaseEvent::MaterialAdded {}).text("description", self.description.into_string()).into())
    }
}

/// 更正联系方式: the reporter's data as they are now, whole.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct CorrectContact {
    /// The reporter; kind and confidentiality stay as registered.
    pub reporter: ReporterInput,
}

impl CaseCommand for CorrectContact {
    const ACTION: CaseAction = CaseAction::CorrectContact;

    fn ready(Facts { case, .. }: Facts<'_>, actor: &Actor) -> Result<()> {
        if sees_matter_only(actor, case.reporter.confidential) {
            return Err(Error::new(Code::NotYours, "反映人要求保密，联系方式不由承办单位更正，请与牵头部门联系"));
        }
        Ok(())
    }

    fn decide(self, Facts { case, now, .. }: Facts<'_>, _permit: &Permit<Self>) -> Decided {
        self.reporter.check(now)?;
        if self.reporter.kind != case.reporter.kind {
            return Err(Error::field("reporter.kind", "反映人类别不能在此更改，受理环节可用“更正”"));
        }
        if self.reporter.confidential != case.reporter.confidential {
            return Err(Error::field("reporter.confidential", "是否保密不能在此更改，受理环节可用“更正”"));
        }
        let event = CaseEvent::ContactCorrected {
            anonymous: self.reporter.name.is_none(),
            reachable: self.reporter.reachable(),
        };
        Ok(Draft::new(event)
            .text_if("organisation", self.reporter.organisation())
            .personal_if("person", self.reporter.person())
            .into())
    }
}

/// 记事: a note for the file; kind `contacted` records the first contact with the reporter.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Note {
    /// What it records.
    pub kind: NoteKind,
    /// The note. 涉密材料请勿在网上提交.
    pub text: Text<1, 4000>,
}

impl CaseCommand for Note {
    const ACTION: CaseAction = CaseAction::Note;

    fn needs_version(&self) -> bool {
        false
    }

    fn decide(self, _facts: Facts<'_>, _permit: &Permit<Self>) -> Decided {
        Ok(Draft::new(CaseEvent::Noted { kind: self.kind }).text("text", self.text.into_string()).into())
    }
}
