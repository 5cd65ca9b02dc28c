//! The plan's warning stands at every upload and every free text: in the document, put
//! there in one place.

use std::collections::BTreeSet;

use serde::Serialize;
use serde_json::Value;
use utoipa::openapi::OpenApi;
use utoipa::openapi::path::Operation;

/// The warning, in the words of the plan.
const WARNING: &str = "涉密材料请勿在网上提交。";

/// Adds the warning to the description of every operation that takes in a file or a free text.
pub fn warn(openapi: &mut OpenApi) {
    let components = json(&openapi.components);
    for item in openapi.paths.paths.values_mut() {
        for operation in [&mut item.get, &mut item.post, &mut item.put, &mut item.patch, &mut item.delete] {
            let Some(operation) = operation else { continue };
            if takes_free_content(operation, &components["schemas"]) {
                let told = operation.description.take().filter(|told| !told.is_empty());
                operation.description = Some(told.map_or(WARNING.to_owned(), |told| format!("{told}\n\n{WARNING}")));
            }
        }
    }
}

fn takes_free_content(operation: &Operation, schemas: &Value) -> bool {
    let Some(body) = &operation.request_body else { return false };
    let body = json(body);
    let mut reached = BTreeSet::new();
    reach(&body, schemas, &mut reached);
    !body["content"]["multipart/form-data"].is_null() || reached.iter().any(|name| is_free_text(name))
}

/// A piece of the document; what can't be written is written nowhere else either.
fn json(piece: &impl Serialize) -> Value {
    serde_json::to_value(piece).unwrap_or_default()
}

/// [`crate::domain::text::Text`] stands in the document as `Text1To2000` and the like.
fn is_free_text(name: &str) -> bool {
    name.strip_prefix("Text").is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_digit()))
}

/// The names of all schemas that `value` refers to, and those that they refer to.
fn reach(value: &Value, schemas: &Value, reached: &mut BTreeSet<String>) {
    match value {
        Value::Object(fields) => {
            let name = fields.get("$ref").and_then(Value::as_str).and_then(|to| to.rsplit('/').next());
            if let Some(name) = name
                && reached.insert(name.to_owned())
            {
                reach(&schemas[name], schemas, reached);
            }
            fields.values().for_each(|value| reach(value, schemas, reached));
        }
        Value::Array(items) => items.iter().for_each(|item| reach(item, schemas, reached)),
        _ => {}
    }
}
