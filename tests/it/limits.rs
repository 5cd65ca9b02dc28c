//! Every field that a client may send has limits, and the document states them; that they hold is in
//! [`super::bad_input`].

use serde_json::{Value, json};

/// Every value that a client may send is bounded, and the document says how.
#[test]
fn the_document_states_the_limits_of_every_field() {
    let document = serde_json::to_value(bancheng::http::document()).unwrap();
    let mut walk = Walk { document: &document, seen: Vec::new(), fields: 0, offenders: Vec::new() };
    for (path, item) in document["paths"].as_object().unwrap() {
        for (method, operation) in item.as_object().unwrap() {
            let place = format!("{method} {path}");
            walk.schema(&operation["requestBody"]["content"]["application/json"]["schema"], &place);
            for parameter in operation["parameters"].as_array().into_iter().flatten().filter(|p| p["in"] != "path") {
                walk.schema(&parameter["schema"], &format!("{place}?{}", parameter["name"]));
            }
        }
    }
    assert!(walk.fields > 150, "only {} fields found", walk.fields);
    assert!(walk.offenders.is_empty(), "without limits:\n{}", walk.offenders.join("\n"));
}

struct Walk<'a> {
    document: &'a Value,
    seen: Vec<&'a str>,
    fields: usize,
    offenders: Vec<String>,
}

impl<'a> Walk<'a> {
    fn schema(&mut self, schema: &'a Value, place: &str) {
        if let Some(reference) = schema["$ref"].as_str() {
            if !self.seen.contains(&reference) {
                self.seen.push(reference);
                self.schema(self.document.pointer(&reference[1..]).unwrap(), reference);
            }
            return;
        }
        self.fields += 1;
        let is =
            |kind: &str| schema["type"] == kind || schema["type"].as_array().is_some_and(|t| t.contains(&json!(kind)));
        let has = |keys: &[&str]| keys.iter().any(|key| !schema[key].is_null());
        let is_date = matches!(schema["format"].as_str(), Some("date" | "date-time"));
        let unbounded = (is("string") && !is_date && !has(&["maxLength", "enum", "const", "pattern"]))
            || (is("array") && !has(&["maxItems"]))
            || (is("integer") && !(has(&["minimum"]) && has(&["maximum"]) || has(&["format"])))
            || (is("object") && schema["additionalProperties"] != false);
        if unbounded {
            self.offenders.push(format!("{place}: {schema:.200}"));
        }
        for (name, property) in schema["properties"].as_object().into_iter().flatten() {
            self.schema(property, &format!("{place}.{name}"));
        }
        for key in ["oneOf", "anyOf", "allOf"] {
            schema[key].as_array().into_iter().flatten().for_each(|one| self.schema(one, place));
        }
        if !schema["items"].is_null() {
            self.schema(&schema["items"], &format!("{place}[]"));
        }
    }
}
