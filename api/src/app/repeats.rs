//! Likely repeats, across the whole district: number, unit and state.

use std::collections::HashMap;

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::App;
use super::search::sketch_keys;
use super::views::UnitName;
use crate::auth::Principal;
use crate::domain::case::{Case, Register};
use crate::domain::identity::{CreditCode, IdNumber, Phone};
use crate::domain::number::Number;
use crate::domain::permission::{self, Entry};
use crate::domain::repeats::Likeness;
use crate::domain::search::{similarity, whole};
use crate::domain::text::{Line, Text};
use crate::domain::unit::Directory;
use crate::domain::words::{CaseState, PersonalField, ReporterKind};
use crate::error::Result;
use crate::store::search::newest_with;
use crate::store::streams;
use crate::store::{AnyConn, cases, parts, stream_name};

/// How many are told.
const MOST: usize = 10;
/// How many cases with one key are looked at, the newest.
const WITH_ONE_KEY: i64 = 50;
/// How many cases are compared text by text.
const COMPARED: usize = 30;

/// Who reports, as far as a repeat is known by it.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct RepeatReporter {
    /// What kind of reporter.
    pub kind: ReporterKind,
    /// The name.
    #[serde(default)]
    pub name: Option<Line<1, 100>>,
    /// The telephone.
    #[serde(default)]
    pub phone: Option<Phone>,
    /// 统一社会信用代码.
    #[serde(default)]
    pub credit_code: Option<CreditCode>,
    /// 公民身份号码.
    #[serde(default)]
    pub id_number: Option<IdNumber>,
}

/// What is about to be registered.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct FindRepeats {
    /// Who reports.
    pub reporter: RepeatReporter,
    /// 事项名称.
    pub matter_name: Line<2, 200>,
    /// 存在问题.
    pub problem: Text<1, 4000>,
}

impl From<&Register> for FindRepeats {
    fn from(command: &Register) -> Self {
        let reporter = &command.reporter;
        Self {
            reporter: RepeatReporter {
                kind: reporter.kind,
                name: reporter.name.clone(),
                phone: reporter.phone.clone(),
                credit_code: reporter.credit_code.clone(),
                id_number: reporter.id_number.clone(),
            },
            matter_name: command.matter_name.clone(),
            problem: command.problem.clone(),
        }
    }
}

/// An earlier case that is likely the same; nothing else of it is told.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct LikelyRepeat {
    /// The number.
    pub number: Number,
    /// The unit that holds it, or held it when it was closed.
    pub unit: Option<UnitName>,
    /// Where it stands.
    pub state: CaseState,
}

/// What a case has in common with what is asked, by the keys of the index.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
struct Common {
    identity: bool,
    name: bool,
    hashes: usize,
}

impl App {
    /// Cases of the whole district that are likely the same as one about to be registered, the
    /// likeliest first.
    ///
    /// # Errors
    /// `role_may_not`.
    pub async fn find_repeats(&self, principal: &Principal, asked: FindRepeats) -> Result<Vec<LikelyRepeat>> {
        permission::enter(&principal.actor, Entry::RegisterCase)?;
        let app = self.clone();
        self.store
            .read(move |conn| {
                let likely = app.likely(conn, &asked)?;
                let units = app.directory(conn)?;
                let cases = streams::load_many::<Case>(conn, likely.iter().map(String::as_str))?;
                Ok(cases.iter().map(|case| told(&case.state, &units)).collect())
            })
            .await
    }

    /// The cases with something in common, as many as can be compared: those of the same reporter
    /// first, then those whose texts have most in common.
    fn candidates(&self, conn: &mut AnyConn, asked: &FindRepeats) -> Result<HashMap<String, Common>> {
        let reporter = &asked.reporter;
        let values = [
            (PersonalField::Phone, reporter.phone.as_ref().map(Phone::as_str)),
            (PersonalField::IdNumber, reporter.id_number.as_ref().map(IdNumber::as_str)),
            (PersonalField::CreditCode, reporter.credit_code.as_ref().map(CreditCode::as_str)),
            (PersonalField::Name, reporter.name.as_ref().map(Line::as_str)),
        ];
        let of_reporter =
            values.into_iter().filter_map(|(field, value)| Some((Some(field), self.blind_key(field, value?))));
        let of_problem = sketch_keys(&asked.problem).map(|key| (None, key));
        let mut found: HashMap<String, Common> = HashMap::new();
        for (field, key) in of_reporter.chain(of_problem) {
            for id in newest_with(conn, &key, WITH_ONE_KEY)? {
                let common = found.entry(id).or_default();
                match field {
                    Some(PersonalField::Name) if !reporter.kind.has_public_name() => common.name = true,
                    Some(_) => common.identity = true,
                    None => common.hashes += 1,
                }
            }
        }
        let mut ranked: Vec<(Common, String)> = found.into_iter().map(|(id, common)| (common, id)).collect();
        ranked.sort_by(|one, other| other.cmp(one));
        Ok(ranked.into_iter().take(COMPARED).map(|(common, id)| (id, common)).collect())
    }

    /// The likely ones by identifier, the likeliest first.
    fn likely(&self, conn: &mut AnyConn, asked: &FindRepeats) -> Result<Vec<String>> {
        let candidates = self.candidates(conn, asked)?;
        let ids: Vec<String> = candidates.keys().cloned().collect();
        let streams: Vec<String> = ids.iter().map(|id| stream_name::<Case>(id)).collect();
        let problems = parts::latest(conn, &streams, &["problem"])?;
        let mut likely: Vec<(Likeness, String)> = Vec::new();
        for row in cases::by_ids(conn, &ids.iter().map(String::as_str).collect::<Vec<_>>())? {
            let problem = problems.get(&stream_name::<Case>(&row.id)).and_then(|rows| rows.first());
            let common = candidates.get(&row.id).copied().unwrap_or_default();
            let likeness = Likeness {
                // Whether somebody has reported something in confidence is not for a window to learn.
                same_identity: common.identity && !row.confidential,
                same_name: common.name && !row.confidential,
                same_matter: whole(&row.matter_name) == whole(&asked.matter_name),
                similarity: similarity(&asked.problem, problem.and_then(|p| p.content.as_deref()).unwrap_or_default()),
            };
            if likeness.suffices() {
                likely.push((likeness, row.id));
            }
        }
        likely.sort_by(|(one, a), (other, b)| other.weight().total_cmp(&one.weight()).then_with(|| b.cmp(a)));
        Ok(likely.into_iter().take(MOST).map(|(_, id)| id).collect())
    }
}

fn told(case: &Case, units: &Directory) -> LikelyRepeat {
    let holder = case.custody.iter().rev().find_map(|hold| hold.unit.as_ref());
    LikelyRepeat { number: case.number, unit: holder.map(|unit| UnitName::of(unit, units)), state: case.state }
}
