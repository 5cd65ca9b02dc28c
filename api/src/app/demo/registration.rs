//! What a reporter of the demo says, and who takes it in.

use super::accounts::hall_of;
use super::acts::{Act, text};
use crate::auth::Principal;
use crate::domain::case::{AgentInput, Register, ReporterInput};
use crate::domain::identity::{PersonName, Phone};
use crate::domain::text::Line;
use crate::domain::words::{Channel, Failure, ReporterKind, Role, Sector};
use crate::error::{Error, Result};

impl Act<'_> {
    /// Who took the case in.
    pub(super) fn registrar(&self) -> Result<Principal> {
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

    pub(super) fn registration(&self) -> Result<Register> {
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
        let phone = Phone::parse(&format!("138{serial:08}")).map_err(Error::internal)?;
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
