//! 成因: why a problem could not be done; a list that the district edits as one of its settings. A cause
//! never leaves the list, for cases go on having it; it is retired.

use std::collections::HashSet;

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::ids::{CauseId, is_code};
use super::text::Line;
use crate::error::{Error, Result};

/// The cause that makes an explanation a policy issue (plan §5.2: 政策限制).
pub const POLICY_RESTRICTS: &str = "policy_restricts";
/// The cause where nobody has named one.
pub const OTHER: &str = "other";

/// The rules name these themselves: they can't be retired.
const BOUND: [&str; 2] = [POLICY_RESTRICTS, OTHER];

const TO_BEGIN_WITH: [(&str, &str); 10] = [
    ("guide_unclear", "指南或告知不清"),
    ("channel_closed", "渠道未开通"),
    ("system_fault", "系统故障"),
    (POLICY_RESTRICTS, "政策或规定不允许"),
    ("rules_conflict", "规定互为前置或冲突"),
    ("many_units", "多部门协调"),
    ("legacy", "历史遗留"),
    ("passed_on", "人为推诿"),
    ("own_material_missing", "本人材料不全"),
    (OTHER, "其他"),
];

/// So many causes there may be at most, retired ones and all.
const MOST: usize = 50;

/// One cause.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Cause {
    /// Its code: lower-case letters, digits and `_`; it never changes.
    pub id: CauseId,
    /// Its name.
    pub name: Line<1, 20>,
    /// Whether it is no longer given as a cause; cases that have it keep it.
    #[serde(default)]
    pub retired: bool,
}

/// All causes, in their order in lists.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[schema(min_items = 1, max_items = 50)]
pub struct Causes(Vec<Cause>);

impl Default for Causes {
    fn default() -> Self {
        let cause =
            |(id, name): (&str, &str)| Some(Cause { id: id.into(), name: Line::new(name).ok()?, retired: false });
        Self(TO_BEGIN_WITH.into_iter().filter_map(cause).collect())
    }
}

impl Causes {
    /// Each of them.
    pub fn iter(&self) -> impl Iterator<Item = &Cause> {
        self.0.iter()
    }

    /// Whether these may take the place of `present`; `path` is where they stand in the body.
    ///
    /// # Errors
    /// `invalid_value` naming the cause at fault.
    pub(super) fn check(&self, present: &Self, path: &str) -> Result<()> {
        if self.0.len() > MOST {
            return Err(Error::field(path, format!("成因不能超过{MOST}项，已停用的也计算在内")));
        }
        let (mut ids, mut names) = (HashSet::new(), HashSet::new());
        for (i, cause) in self.0.iter().enumerate() {
            let (id, name) = (cause.id.as_str(), cause.name.as_str());
            let at = |field: &str, message: String| Err(Error::field(format!("{path}[{i}].{field}"), message));
            if !is_code(id) {
                return at("id", format!("“{name}”的代码只能用1至40个小写字母、数字和 _"));
            }
            if !ids.insert(&cause.id) {
                return at("id", format!("代码“{id}”重复"));
            }
            if !names.insert(name) {
                return at("name", format!("名称“{name}”重复"));
            }
            if cause.retired && BOUND.contains(&id) {
                return at("retired", format!("办理规则要用到“{name}”，不能停用"));
            }
        }
        match present.0.iter().find(|cause| !ids.contains(&cause.id)) {
            Some(gone) => Err(Error::field(path, format!("“{}”不能删除，不再使用的请停用", gone.name.as_str()))),
            None => Ok(()),
        }
    }

    /// Whether this may be given as a cause.
    ///
    /// # Errors
    /// `invalid_value` at `cause` where it is unknown or retired.
    pub(super) fn check_given(&self, given: Option<&CauseId>) -> Result<()> {
        match given {
            Some(given) if !self.0.iter().any(|cause| cause.id == *given && !cause.retired) => {
                Err(Error::field("cause", "没有这项成因，或该成因已停用"))
            }
            _ => Ok(()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn changed(change: impl FnOnce(&mut Vec<Cause>)) -> Result<()> {
        let mut causes = Causes::default();
        change(&mut causes.0);
        causes.check(&Causes::default(), "values.causes")
    }

    fn cause(id: &str, name: &str) -> Cause {
        Cause { id: id.into(), name: Line::new(name).unwrap(), retired: false }
    }

    #[test]
    fn the_list_is_the_plan_s_to_begin_with() {
        let causes = Causes::default();
        assert_eq!(causes.iter().count(), TO_BEGIN_WITH.len());
        causes.check(&causes, "causes").unwrap();
    }

    #[test]
    fn a_cause_may_be_added_renamed_moved_and_retired() {
        changed(|causes| {
            causes.insert(0, cause("data_not_shared", "数据未共享"));
            causes[1].name = Line::new("办事指南不清").unwrap();
            causes.swap(2, 3);
            causes.last_mut().unwrap().name = Line::new("其他原因").unwrap();
            causes[7].retired = true;
        })
        .unwrap();
    }

    #[test]
    fn what_can_not_be_is_named() {
        let path = |change: fn(&mut Vec<Cause>)| changed(change).unwrap_err().fields[0].path.clone();
        assert_eq!(path(|c| c.push(cause("Data", "数据"))), "values.causes[10].id");
        assert_eq!(path(|c| c.push(cause("legacy", "遗留"))), "values.causes[10].id");
        assert_eq!(path(|c| c.push(cause("old", "历史遗留"))), "values.causes[10].name");
        assert_eq!(path(|c| c[3].retired = true), "values.causes[3].retired");
        assert_eq!(path(|c| c[9].retired = true), "values.causes[9].retired");
        assert_eq!(path(|c| drop(c.remove(0))), "values.causes");
        assert_eq!(path(|c| c.extend((0..41).map(|i| cause(&format!("c{i}"), &format!("第{i}项"))))), "values.causes");
    }

    #[test]
    fn what_is_retired_or_unknown_is_not_given_any_more() {
        let mut causes = Causes::default();
        causes.0[6].retired = true;
        for (id, fits) in [("legacy", false), ("nothing", false), ("many_units", true)] {
            assert_eq!(causes.check_given(Some(&id.into())).is_ok(), fits, "{id}");
        }
        causes.check_given(None).unwrap();
    }
}
