//! Who may see personal data in the clear. For everyone else they are masked.

use super::{Entry, Relation, check_action, enter};
use crate::domain::case::{Attachment, Case};
use crate::domain::facts::World;
use crate::domain::log::Actor;
use crate::domain::words::{CaseAction, CaseState, PersonalField, Role};
use crate::error::{Code, Error, Result};

/// Whether the actor sees the matter only, not even the name of who reported: units, where the
/// reporter wants that.
pub fn sees_matter_only(actor: &Actor, confidential: bool) -> bool {
    confidential && matches!(actor.role, Role::Handler | Role::UnitHead)
}

/// Whether `actor` may find this case by the whole value of a field: as far as that value may be
/// seen in the clear. An organisation's name and code are public.
pub fn may_find_by(actor: &Actor, case: &Case, field: PersonalField, world: World<'_>) -> bool {
    let public = matches!(field, PersonalField::Name | PersonalField::CreditCode);
    if public && case.reporter.kind.has_public_name() {
        !sees_matter_only(actor, case.reporter.confidential)
    } else {
        check_reveal(actor, case, field, world).is_ok()
    }
}

/// Leave to open a file of a case that the actor sees, and to know its name. Units never open what
/// came in with a confidential report.
///
/// # Errors
/// `role_may_not` or `not_yours`.
pub fn check_attachment(actor: &Actor, case: &Case, attachment: &Attachment) -> Result<()> {
    enter(actor, Entry::ReadAttachments)?;
    if attachment.from_reporter && sees_matter_only(actor, case.reporter.confidential) {
        return Err(Error::new(Code::NotYours, "反映人要求保密，其提交的附件不向承办单位提供，请与牵头部门联系"));
    }
    Ok(())
}

/// Leave to see one personal field of a case in the clear. Whom to call is seen by who may record the call.
///
/// # Errors
/// `role_may_not`, `not_yours` or `segregation`.
pub fn check_reveal(actor: &Actor, case: &Case, field: PersonalField, world: World<'_>) -> Result<()> {
    let is = |relation: Relation| relation.holds(actor, case, world);
    let open = case.state != CaseState::Closed;
    let contact = matches!(
        field,
        PersonalField::Name | PersonalField::Phone | PersonalField::ContactPerson | PersonalField::Agent
    );
    // Who calls must know what the reporter said.
    let heard = contact || field == PersonalField::Account;
    let calls = check_action(actor, CaseAction::RecordCallback, case, world);
    let may = match actor.role {
        Role::Intake | Role::ResidentButler | Role::Butler => open && (is(Relation::Registrar) || is(Relation::Holder)),
        Role::Handler => open && is(Relation::Main) && !case.reporter.confidential,
        Role::Lead | Role::ChiefButler | Role::Office => {
            let coordinates = case.state == CaseState::UnderCoordination && is(Relation::Coordinator);
            let account = field == PersonalField::Account && (is(Relation::Lead) || is(Relation::Coordinator));
            let speaks_for_confidential = open && case.reporter.confidential && is(Relation::Lead);
            (heard && calls.is_ok()) || account || (contact && (coordinates || speaks_for_confidential))
        }
        Role::Supervisor => heard && calls.is_ok(),
        Role::UnitHead | Role::Leader | Role::Auditor | Role::Admin | Role::Integration => {
            return Err(Error::new(Code::RoleMayNot, format!("“{}”岗位不能查看未脱敏的个人信息", actor.role.label())));
        }
    };
    match calls {
        _ if may => Ok(()),
        Err(error) if heard && error.code == Code::Segregation => Err(error),
        _ => Err(Error::new(Code::NotYours, format!("您现在不需要此事项的“{}”，不能查看", field.label()))),
    }
}
