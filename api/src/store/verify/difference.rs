//! Naming where two values differ, without saying more than an operator may read.

use serde_json::Value;

/// How many differences of one row or state are named.
const MOST: usize = 10;
/// How many characters of a value are shown.
const WIDTH: usize = 100;

/// One difference: its path, what was expected and what was found.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Difference {
    path: String,
    expected: String,
    found: String,
}

impl std::fmt::Display for Difference {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}: expected {}, found {}", self.path, self.expected, self.found)
    }
}

/// The first differences between two values that belong to `noun`, by JSON path.
pub(super) fn differences(noun: &str, expected: &Value, found: &Value) -> Vec<Difference> {
    let mut list = Vec::new();
    compare(noun, "", Some(expected), Some(found), &mut list);
    list
}

fn compare(noun: &str, path: &str, expected: Option<&Value>, found: Option<&Value>, list: &mut Vec<Difference>) {
    if list.len() >= MOST || expected == found {
        return;
    }
    match (expected, found) {
        (Some(Value::Object(a)), Some(Value::Object(b))) => {
            for key in a.keys().chain(b.keys().filter(|key| !a.contains_key(*key))) {
                compare(noun, &format!("{path}/{key}"), a.get(key), b.get(key), list);
            }
        }
        (Some(Value::Array(a)), Some(Value::Array(b))) => {
            for i in 0..a.len().max(b.len()) {
                compare(noun, &format!("{path}/{i}"), a.get(i), b.get(i), list);
            }
        }
        // What nobody expects is never shown: who knows what was put there.
        (None, Some(_)) => list.push(difference(path, "nothing".to_owned(), "a value".to_owned())),
        _ => list.push(difference(path, shown(noun, path, expected), shown(noun, path, found))),
    }
}

fn difference(path: &str, expected: String, found: String) -> Difference {
    let path = if path.is_empty() { "/".to_owned() } else { path.to_owned() };
    Difference { path, expected, found }
}

fn shown(noun: &str, path: &str, value: Option<&Value>) -> String {
    match value {
        None => "nothing".to_owned(),
        Some(Value::Object(_)) => "an object".to_owned(),
        Some(Value::Array(list)) => format!("a list of {}", list.len()),
        Some(_) if is_personal(noun, path) => "a value not shown".to_owned(),
        Some(value) => value.to_string().chars().take(WIDTH).collect(),
    }
}

/// Of all that events hold in the clear, only these say who somebody is.
fn is_personal(noun: &str, path: &str) -> bool {
    matches!(noun, "user" | "users") && matches!(path, "/name" | "/phone")
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn named(noun: &str, expected: &Value, found: &Value) -> Vec<String> {
        differences(noun, expected, found).iter().map(ToString::to_string).collect()
    }

    #[test]
    fn differences_are_named_by_path() {
        let expected = json!({"state": "registered", "list": [1, 2], "gone": {"x": 1}, "same": null});
        let found = json!({"state": "accepted", "list": [1, 3, 4], "same": null, "new": "13800000000"});
        assert_eq!(
            named("case", &expected, &found),
            [
                "/gone: expected an object, found nothing",
                "/list/1: expected 2, found 3",
                "/list/2: expected nothing, found a value",
                r#"/state: expected "registered", found "accepted""#,
                "/new: expected nothing, found a value",
            ]
        );
        assert_eq!(named("case", &json!({}), &json!(null)), ["/: expected an object, found null"]);
    }

    #[test]
    fn nobody_is_named() {
        let (expected, found) = (json!({"name": "张三", "rank": 1}), json!({"name": "李四", "rank": 2}));
        assert_eq!(
            named("user", &expected, &found),
            ["/name: expected a value not shown, found a value not shown", "/rank: expected 1, found 2"]
        );
    }

    #[test]
    fn long_lists_of_differences_end() {
        let numbers: Vec<i32> = (0..100).collect();
        assert_eq!(differences("case", &json!(numbers), &json!([])).len(), MOST);
    }
}
