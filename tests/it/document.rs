//! The OpenAPI document: the file is current, and it says of every operation what there is to say.

use std::collections::BTreeSet;

use serde_json::Value;

fn document() -> Value {
    serde_json::to_value(bancheng::http::document()).unwrap()
}

#[test]
fn the_file_is_what_the_program_says() {
    let file: Value = serde_json::from_str(include_str!("../../openapi/openapi.json")).unwrap();
    assert!(file == document(), "openapi/openapi.json is out of date. Run `make openapi` and commit what it writes.");
}

#[test]
fn every_operation_has_a_summary_an_id_a_tag_and_error_answers() {
    let document = document();
    let mut ids = BTreeSet::new();
    for (path, item) in document["paths"].as_object().unwrap() {
        for (method, operation) in item.as_object().unwrap() {
            let place = format!("{method} {path}");
            let id = operation["operationId"].as_str().unwrap_or_else(|| panic!("{place}: no id"));
            assert!(ids.insert(id.to_owned()), "{place}: {id} is there twice");
            assert!(operation["summary"].as_str().is_some_and(|s| s.len() > 4), "{place}: no summary");
            assert!(operation["tags"].as_array().is_some_and(|t| t.len() == 1), "{place}: no tag");
            let answers = operation["responses"].as_object().unwrap();
            assert!(answers.keys().any(|s| s.starts_with('2')), "{place}: no success");
            assert!(answers.contains_key("500"), "{place}: no error answers");
        }
    }
    assert_eq!(document["openapi"], "3.1.0");
}

#[test]
fn every_reference_resolves() {
    let document = document();
    let mut references = Vec::new();
    collect(&document, &mut references);
    assert!(references.len() > 100);
    for reference in references {
        let pointer = reference.strip_prefix('#').unwrap_or_else(|| panic!("outside: {reference}"));
        assert!(document.pointer(pointer).is_some(), "dangling: {reference}");
    }
}

fn collect(value: &Value, references: &mut Vec<String>) {
    match value {
        Value::Object(map) => {
            for (key, value) in map {
                match value.as_str() {
                    Some(reference) if key == "$ref" => references.push(reference.to_owned()),
                    _ => collect(value, references),
                }
            }
        }
        Value::Array(items) => items.iter().for_each(|item| collect(item, references)),
        _ => {}
    }
}
