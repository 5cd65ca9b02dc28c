//! Use cases on work orders. One use case over a sheet and all its cases is one commit.

use chrono::{DateTime, Utc};

use super::cases::{check_versions, guard_units, last_at, load_cases, load_own_cases};
use super::{App, Once, check_version};
use crate::auth::Principal;
use crate::crypto::random::new_id;
use crate::domain::case::{Case, Means};
use crate::domain::ids::{CaseId, UnitId, WorkOrderId};
use crate::domain::log::{ActedBy, Actor};
use crate::domain::permission::{self, Scope};
use crate::domain::unit::Directory;
use crate::domain::work_order::{self, Decision, DraftSheet, OnSheet, SheetCommand, SheetFacts, WorkOrder};
use crate::error::{Error, Result};
use crate::store::streams::{self, Loaded};
use crate::store::{AnyConn, Changes, Receipt, sheets};

impl App {
    /// 拟制工作单.
    ///
    /// # Errors
    /// As [`App::command_case`]; `version_conflict` lists the cases that have moved.
    pub async fn draft_sheet(&self, principal: &Principal, command: DraftSheet, once: &Once) -> Result<Receipt> {
        let actor = principal.actor.clone();
        self.decide_and_commit(principal, once, move |app, conn| {
            let known = app.surroundings(conn)?;
            let (units, world) = (known.units.as_ref(), known.world());
            permission::check_sheet_role(&actor, DraftSheet::ACTION)?;
            let wanted: Vec<CaseId> = command.cases.iter().map(|c| c.id.clone()).collect();
            let loaded = load_cases(conn, &app.scope(&actor, units), &wanted)?;
            check_versions(&command.cases, &loaded)?;
            let now = app.now_after(last_at(&loaded));
            let states: Vec<Case> = loaded.iter().map(|l| l.state.clone()).collect();
            let permit = permission::check_sheet(&actor, None, &states.iter().collect::<Vec<_>>(), world)?;
            let id = WorkOrderId::new(new_id(now));
            let decision = work_order::draft(command.clone(), &id, &states, &permit, world, now)?;
            let by = ActedBy::from(&actor);
            let sheet = app.new_sheet(id, decision.sheet, &by, now);
            let changes = app.change_cases(Changes::new().write(sheet), loaded, decision.cases, &by, units, now)?;
            let co = command.to.co_units.iter().map(|co| &co.unit);
            Ok(guard_units(changes, units, std::iter::once(&command.to.main_unit).chain(co)))
        })
        .await
    }

    /// Gives a command to a work order.
    ///
    /// # Errors
    /// `not_found`, `role_may_not`, `not_yours`, `version_conflict`, `wrong_state`, or the guard
    /// that refuses it.
    pub async fn command_sheet<C>(
        &self,
        principal: &Principal,
        id: &WorkOrderId,
        command: C,
        version: Option<i64>,
        once: &Once,
    ) -> Result<Receipt>
    where
        C: SheetCommand + Clone + Send + 'static,
    {
        let (actor, id) = (principal.actor.clone(), id.clone());
        self.decide_and_commit(principal, once, move |app, conn| {
            let known = app.surroundings(conn)?;
            let (units, world) = (known.units.as_ref(), known.world());
            let scope = app.scope(&actor, units);
            let sheet = load_visible_sheet(conn, &scope, &id)?;
            permission::check_sheet_role(&actor, C::ACTION)?;
            check_version(version, true, sheet.version)?;
            let mut loaded = load_own_cases(conn, &sheet.state.cases)?;
            let joining: Vec<CaseId> = command.more_cases().iter().map(|c| c.id.clone()).collect();
            let joined = load_cases(conn, &scope, &joining)?;
            check_versions(command.more_cases(), &joined)?;
            let joining: Vec<&Case> = joined.iter().map(|l| &l.state).collect();
            let permit = permission::check_sheet::<C>(&actor, Some(&sheet.state), &joining, world)?;
            loaded.extend(joined.into_iter().filter(|j| !sheet.state.cases.contains(&j.state.id)));
            let now = app.now_after(last_at(&loaded).max(sheet.state.last_at));
            let states: Vec<Case> = loaded.iter().map(|l| l.state.clone()).collect();
            let means = sheet_means(&id);
            let facts = SheetFacts { sheet: &sheet.state, cases: &states, world, now, means: &means };
            let decision = work_order::decide(command.clone(), facts, &permit)?;
            app.change_sheet(sheet, loaded, decision, &actor, units, now)
        })
        .await
    }

    fn change_sheet(
        &self,
        sheet: Loaded<WorkOrder>,
        cases: Vec<Loaded<Case>>,
        decision: Decision,
        actor: &Actor,
        units: &Directory,
        now: DateTime<Utc>,
    ) -> Result<Changes> {
        let by = ActedBy::from(actor);
        let id = sheet.state.id.clone();
        let addressees: Vec<UnitId> = std::iter::once(sheet.state.main_unit.clone())
            .chain(sheet.state.co_units.iter().map(|co| co.unit.clone()))
            .collect();
        let changes = Changes::new().write(self.go_on(id.as_str(), sheet, decision.sheet, by.clone(), now));
        let changes = self.change_cases(changes, cases, decision.cases, &by, units, now)?;
        Ok(guard_units(changes, units, &addressees))
    }
}

/// A sheet that goes out needs no new one, and no reporter speaks in it.
pub(crate) fn sheet_means(id: &WorkOrderId) -> Means {
    Means { new_sheet: id.clone(), enquiry_code: String::new(), cited: None }
}

/// A work order that the scope lets through.
pub(crate) fn load_visible_sheet(conn: &mut AnyConn, scope: &Scope, id: &WorkOrderId) -> Result<Loaded<WorkOrder>> {
    if !sheets::is_visible(conn, scope, id.as_str())? {
        return Err(Error::not_found("工作单"));
    }
    streams::load::<WorkOrder>(conn, id.as_str())?.ok_or_else(|| Error::not_found("工作单"))
}
