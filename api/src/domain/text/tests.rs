use serde::Deserialize;
use serde_json::{Value, json};
use utoipa::{OpenApi, ToSchema};

use super::*;

fn code<const MIN: usize, const MAX: usize>(value: &str) -> &'static str {
    Text::<MIN, MAX>::new(value).map_or_else(|invalid| invalid.code, |_| "ok")
}

#[test]
fn counts_scalar_values_after_trimming() {
    assert_eq!(Text::<1, 4>::new(" 𠮷䶮：é\u{3000}\n").unwrap().as_str(), "𠮷䶮：é");
    assert_eq!(code::<1, 2>("一二三"), "too_long");
    assert_eq!(code::<2, 3>("一"), "too_short");
    assert_eq!(code::<1, 3>(" \u{3000}\r\n"), "empty");
    assert_eq!(code::<0, 3>(""), "ok");
}

#[test]
fn keeps_what_was_typed_but_line_ends() {
    let typed = "第一行：ＡＢ\r\n\t第二行 ﹙①﹚";
    assert_eq!(Text::<1, 2000>::new(typed).unwrap().into_string(), "第一行：ＡＢ\n\t第二行 ﹙①﹚");
}

#[test]
fn refuses_invisible_tricks() {
    for c in ['\0', '\u{7}', '\r', '\u{B}', '\u{7F}', '\u{85}', '\u{9F}'] {
        assert_eq!(code::<1, 9>(&format!("a{c}b")), "control", "{c:?}");
    }
    for c in ['\u{202A}', '\u{202E}', '\u{2066}', '\u{2069}'] {
        assert_eq!(code::<1, 9>(&format!("a{c}b")), "bidi", "{c:?}");
    }
    for c in ['\u{FFFE}', '\u{FFFF}', '\u{FDD0}', '\u{1FFFF}', '\u{10FFFE}'] {
        assert_eq!(code::<1, 9>(&format!("a{c}b")), "noncharacter", "{c:?}");
    }
    assert_eq!(code::<1, 9>("a\u{FFFD}b"), "ok");
}

#[test]
fn a_line_has_no_breaks() {
    for value in ["a\nb", "a\tb", "a\r\nb", "a\u{2028}b"] {
        assert_eq!(Line::<1, 9>::new(value).unwrap_err().code, "multi_line");
    }
    assert_eq!(Line::<1, 9>::new(" 一行 \n").unwrap().as_str(), "一行");
}

#[test]
fn json_carries_the_text_and_the_sentence_only() {
    let text: Text<1, 3> = serde_json::from_value(json!(" 好 ")).unwrap();
    assert_eq!(serde_json::to_value(&text).unwrap(), json!("好"));
    let error = serde_json::from_value::<Text<1, 3>>(json!("一二三四")).unwrap_err();
    assert_eq!(error.to_string(), "最多3个字，现有4个字");
    assert_eq!(serde_json::from_value::<Line>(json!("")).unwrap_err().to_string(), "不能为空");
}

#[derive(Deserialize, ToSchema)]
#[allow(dead_code, reason = "only its schema is looked at")]
struct Referring {
    /// Documented.
    title: Text<1, 200>,
    note: Option<Text<0, 2000>>,
    items: Vec<Line<2, 5>>,
    line: Line,
}

#[derive(Deserialize, ToSchema)]
#[allow(dead_code, reason = "only its schema is looked at")]
struct Inlined {
    #[schema(inline)]
    title: Text<1, 200>,
    #[schema(inline)]
    note: Text<0, 2000>,
}

#[derive(OpenApi)]
#[openapi(components(schemas(Referring)))]
struct ReferringDoc;

#[derive(OpenApi)]
#[openapi(components(schemas(Inlined)))]
struct InlinedDoc;

fn schemas_of<D: OpenApi>() -> Value {
    serde_json::to_value(D::openapi()).unwrap()["components"]["schemas"].take()
}

fn string_of(min: usize, max: usize) -> Value {
    json!({"type": "string", "minLength": min, "maxLength": max})
}

#[test]
fn every_pair_of_limits_has_its_own_component() {
    let schemas = schemas_of::<ReferringDoc>();
    let limits = |property: &str| {
        let reference = schemas["Referring"]["properties"].pointer(property).unwrap();
        let name = reference.as_str().unwrap().rsplit('/').next().unwrap();
        schemas[name].clone()
    };
    assert_eq!(limits("/title/$ref"), string_of(1, 200));
    assert_eq!(limits("/note/oneOf/0/$ref"), string_of(0, 2000));
    assert_eq!(limits("/items/items/$ref"), string_of(2, 5));
    assert_eq!(limits("/line/$ref"), string_of(1, 200));
    assert_eq!(schemas.as_object().unwrap().len(), 5);
}

#[test]
fn inlined_limits_stand_in_the_struct_alone() {
    let schemas = schemas_of::<InlinedDoc>();
    assert_eq!(schemas["Inlined"]["properties"]["title"], string_of(1, 200));
    assert_eq!(schemas["Inlined"]["properties"]["note"], string_of(0, 2000));
    assert_eq!(schemas.as_object().unwrap().len(), 1);
    assert!(!schemas.to_string().contains("$ref"));
}
