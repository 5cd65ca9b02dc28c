//! What a case at the first level comes to, whether the joint meeting resolves it or the upper body
//! replies so: decided once, carried out in one way.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use utoipa::openapi::schema::{AdditionalProperties, ObjectBuilder, OneOfBuilder};
use utoipa::openapi::{Ref, RefOr, Schema};
use utoipa::{PartialSchema, ToSchema};

use super::event::UpperBody;
use super::meeting::remanded;
use super::referral::{ReferUp, referred_up};
use super::{CaseEvent, Decided, Decision, Explain, Facts};
use crate::domain::ids::{CauseId, UnitId};
use crate::domain::log::{Actor, Draft};
use crate::domain::text::{Line, Text};
use crate::domain::words::{CaseState, Disposition, Outcome};
use crate::domain::work_order::{self, CoUnitInput, Recipients};

/// What a case comes to.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Settlement {
    /// 交办: a work order without confirmation, which can't be returned.
    Assign(AssignTo),
    /// 已解决: to be verified.
    Solved(Plain),
    /// 上报.
    ReferUp(ReferUp),
    /// 解释说明: closed.
    Explain(Explain),
    /// 未解决: closed, and said honestly.
    Unsolved(Unsolved),
    /// 退回协调.
    BackToCoordination(Plain),
    /// 暂缓: stays for another meeting.
    Defer(Plain),
}

/// The content of a settlement, as its schema names it.
type Content = (&'static str, fn() -> RefOr<Schema>, fn(&mut Vec<(String, RefOr<Schema>)>));

impl Settlement {
    /// Each way with its content; the derive would let unknown fields stand beside it.
    fn contents() -> [Content; 7] {
        fn content<T: ToSchema>(name: &'static str) -> Content {
            let refer = || Ref::from_schema_name(T::name()).into();
            let register = |schemas: &mut Vec<(String, RefOr<Schema>)>| {
                schemas.push((T::name().into_owned(), T::schema()));
                T::schemas(schemas);
            };
            (name, refer, register)
        }
        [
            content::<AssignTo>("assign"),
            content::<Plain>("solved"),
            content::<ReferUp>("refer_up"),
            content::<Explain>("explain"),
            content::<Unsolved>("unsolved"),
            content::<Plain>("back_to_coordination"),
            content::<Plain>("defer"),
        ]
    }
}

impl PartialSchema for Settlement {
    fn schema() -> RefOr<Schema> {
        let way = |(name, refer, _): Content| {
            let closed = Some(AdditionalProperties::FreeForm(false));
            ObjectBuilder::new().property(name, refer()).required(name).additional_properties(closed)
        };
        let ways = Self::contents().into_iter().map(way);
        ways.fold(OneOfBuilder::new(), |all, way| all.item(way))
            .description(Some("What a case comes to: one of these."))
            .into()
    }
}

impl ToSchema for Settlement {
    fn schemas(schemas: &mut Vec<(String, RefOr<Schema>)>) {
        Self::contents().into_iter().for_each(|(_, _, register)| register(schemas));
    }
}

/// Nothing more to say.
#[derive(Clone, Debug, Default, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Plain {}

/// Into whose hands.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct AssignTo {
    /// To whom, and by when.
    pub to: Recipients,
}

/// What the reporter is told.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Unsolved {
    /// The answer given to the reporter.
    pub answer: Text<1, 4000>,
}

/// A settlement without its texts, as events keep it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "disposition", rename_all = "snake_case")]
#[expect(missing_docs, reason = "the fields are those of the settlement")]
pub enum Terms {
    /// 交办. Texts: co_task_n, due_reason.
    Assign { main_unit: UnitId, co_units: Vec<UnitId>, due_date: Option<NaiveDate> },
    /// 已解决.
    Solved {},
    /// 上报.
    ReferUp { to: UpperBody },
    /// 解释说明. Texts: provision, answer.
    Explain { cause: Option<CauseId> },
    /// 未解决. Texts: answer.
    Unsolved {},
    /// 退回协调.
    BackToCoordination {},
    /// 暂缓.
    Defer {},
}

impl Terms {
    /// Its word.
    pub fn disposition(&self) -> Disposition {
        match self {
            Self::Assign { .. } => Disposition::Assign,
            Self::Solved {} => Disposition::Solved,
            Self::ReferUp { .. } => Disposition::ReferUp,
            Self::Explain { .. } => Disposition::Explain,
            Self::Unsolved {} => Disposition::Unsolved,
            Self::BackToCoordination {} => Disposition::BackToCoordination,
            Self::Defer {} => Disposition::Defer,
        }
    }

    /// The main unit, where the case is assigned.
    pub fn main_unit(&self) -> Option<&UnitId> {
        match self {
            Self::Assign { main_unit, .. } => Some(main_unit),
            _ => None,
        }
    }

    /// The name of the `i`-th co unit's task among the texts.
    pub fn task(i: usize) -> String {
        format!("co_task_{}", i + 1)
    }
}

impl Settlement {
    /// What of it isn't text.
    pub fn terms(&self) -> Terms {
        match self {
            Self::Assign(AssignTo { to }) => Terms::Assign {
                main_unit: to.main_unit.clone(),
                co_units: to.co_units.iter().map(|co| co.unit.clone()).collect(),
                due_date: to.due_date,
            },
            Self::Solved(_) => Terms::Solved {},
            Self::ReferUp(referral) => Terms::ReferUp { to: referral.to() },
            Self::Explain(explain) => Terms::Explain { cause: explain.cause.clone() },
            Self::Unsolved(_) => Terms::Unsolved {},
            Self::BackToCoordination(_) => Terms::BackToCoordination {},
            Self::Defer(_) => Terms::Defer {},
        }
    }

    /// Its texts, by name.
    pub fn texts(&self) -> Vec<(String, String)> {
        match self {
            Self::Assign(AssignTo { to }) => {
                let tasks = to.co_units.iter().enumerate().map(|(i, co)| (Terms::task(i), co.task.to_string()));
                tasks.chain(to.due_reason.iter().map(|reason| ("due_reason".to_owned(), reason.to_string()))).collect()
            }
            Self::Explain(explain) => vec![
                ("provision".to_owned(), explain.provision.to_string()),
                ("answer".to_owned(), explain.answer.to_string()),
            ],
            Self::Unsolved(unsolved) => vec![("answer".to_owned(), unsolved.answer.to_string())],
            Self::Solved(_) | Self::ReferUp(_) | Self::BackToCoordination(_) | Self::Defer(_) => Vec::new(),
        }
    }

    /// The settlement of these terms; none where a text that it needs was erased meanwhile.
    pub fn restore(terms: &Terms, text: impl Fn(&str) -> Option<String>) -> Option<Self> {
        let long = |name: &str| Text::new(text(name)?).ok();
        Some(match terms {
            Terms::Assign { main_unit, co_units, due_date } => {
                let co = |(i, unit): (usize, &UnitId)| {
                    Some(CoUnitInput { unit: unit.clone(), task: Text::new(text(&Terms::task(i))?).ok()? })
                };
                let due_reason = text("due_reason").and_then(|reason| Text::new(reason).ok());
                let co_units = co_units.iter().enumerate().map(co).collect::<Option<_>>()?;
                let to = Recipients { main_unit: main_unit.clone(), co_units, due_date: *due_date, due_reason };
                Self::Assign(AssignTo { to })
            }
            Terms::Solved {} => Self::Solved(Plain {}),
            Terms::ReferUp { to } => Self::ReferUp(ReferUp {
                body: Line::new(&to.body).ok()?,
                document_number: Line::new(&to.document_number).ok()?,
                document_date: to.document_date,
            }),
            Terms::Explain { cause } => Self::Explain(Explain {
                provision: Text::new(text("provision")?).ok()?,
                answer: long("answer")?,
                cause: cause.clone(),
            }),
            Terms::Unsolved {} => Self::Unsolved(Unsolved { answer: long("answer")? }),
            Terms::BackToCoordination {} => Self::BackToCoordination(Plain {}),
            Terms::Defer {} => Self::Defer(Plain {}),
        })
    }

    /// What happens to the case. `basis` names the resolution or the reply, for the sheet.
    ///
    /// # Errors
    /// The field at fault, by its path below `settlement`.
    pub fn carry_out(self, facts: Facts<'_>, actor: &Actor, basis: &str) -> Decided {
        let Facts { case, world, .. } = facts;
        let unit = &actor.unit;
        Ok(match self {
            Self::Assign(AssignTo { to }) => {
                let issued = work_order::issue(facts, to, unit, basis).map_err(|e| e.below("settlement.assign"))?;
                Decision { case: vec![issued.case], sheet: issued.sheet }
            }
            Self::Solved(_) => {
                let step = facts.step(CaseState::AwaitingVerification, case.verifier(world.units))?;
                Draft::new(CaseEvent::FoundSolved { unit: unit.clone(), step }).into()
            }
            Self::ReferUp(referral) => {
                referral.check(facts).map_err(|e| e.below("settlement.refer_up"))?;
                Draft::new(referred_up(referral.to(), facts)?).into()
            }
            Self::Explain(explain) => explain.explained(facts).map_err(|e| e.below("settlement.explain"))?.into(),
            Self::Unsolved(unsolved) => {
                let (step, closing) = facts.close(Outcome::Unsolved);
                let event = CaseEvent::ClosedUnsolved { cause: None, step, closing };
                Draft::new(event).text("answer", unsolved.answer.into_string()).into()
            }
            Self::BackToCoordination(_) => Draft::new(remanded(facts)?).into(),
            Self::Defer(_) => Decision::default(),
        })
    }
}
