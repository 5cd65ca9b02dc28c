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

/// The plan's own words, wherever something is taken in that could say what must not be said here.
#[test]
fn the_secrecy_warning_stands_at_every_upload_and_free_text() {
    let document = document();
    let mut warned = BTreeSet::new();
    for (path, item) in document["paths"].as_object().unwrap() {
        for (method, operation) in item.as_object().unwrap() {
            let told = operation["description"].as_str().unwrap_or_default();
            let times = told.matches("涉密材料请勿在网上提交").count();
            let content = &operation["requestBody"]["content"];
            let free = !content["multipart/form-data"].is_null() || has_prose(&document, content);
            assert_eq!(times, usize::from(free), "{method} {path}: {told}");
            if free {
                warned.insert(operation["operationId"].as_str().unwrap());
            }
        }
    }
    for id in ["register_case", "add_attachment", "note_case", "add_material", "give_feedback", "accept_case"] {
        assert_eq!(warned.contains(id), id != "accept_case", "{id}");
    }
}

/// Whether there is room for a sentence: a text without a fixed form that may have over 250 characters.
fn has_prose(document: &Value, value: &Value) -> bool {
    match value {
        Value::Object(map) => {
            let long = map.get("maxLength").and_then(Value::as_u64).is_some_and(|most| most > 250);
            let prose = long && !map.contains_key("pattern");
            let reference = map.get("$ref").and_then(Value::as_str);
            let referred = reference.map(|to| document.pointer(&to[1..]).unwrap());
            prose || referred.is_some_and(|to| has_prose(document, to)) || map.values().any(|v| has_prose(document, v))
        }
        Value::Array(items) => items.iter().any(|item| has_prose(document, item)),
        _ => false,
    }
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
