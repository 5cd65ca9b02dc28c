//! What serde finds wrong with a body or a query, told in Chinese. The value itself is never
//! repeated: it may be personal data.

use std::borrow::Cow;

use serde_path_to_error::Path;

use crate::error::{Code, Error, FieldError};

/// Names longer than this were not typed by a person; only their beginning is repeated.
const LONGEST_NAME: usize = 100;

/// The error that serde's `message` about the value at `path` means.
pub(super) fn violation(path: &Path, message: &str) -> Error {
    let place = match path.to_string() {
        root if root == "." => String::new(),
        place => clipped(&place),
    };
    if message.starts_with("unknown field `") {
        return unknown_field(place, message);
    }
    if let Some(name) = named(message, "missing field `") {
        return refusal(within(&place, &clipped(name)), "缺少必填项");
    }
    if let Some(name) = named(message, "duplicate field `") {
        return refusal(within(&place, &clipped(name)), "重复出现");
    }
    refusal(place, explained(message))
}

/// The body as a whole is not what it should be.
pub(super) fn not_an_object() -> Error {
    refusal(String::new(), "请求内容应为 JSON 对象")
}

/// A wrong value at `path`; an empty path means the whole.
fn refusal(path: String, message: impl Into<String>) -> Error {
    let message = message.into();
    if !path.is_empty() {
        return Error::field(path, message);
    }
    Error { fields: vec![FieldError { path, message: message.clone() }], ..Error::new(Code::InvalidValue, message) }
}

fn unknown_field(path: String, message: &str) -> Error {
    let message = match words(message) {
        allowed if allowed.is_empty() => "未知字段；此处不接受任何字段".to_owned(),
        allowed => format!("未知字段；可用的字段：{allowed}"),
    };
    let detail = format!("含有未知字段：{path}");
    Error { fields: vec![FieldError { path, message }], ..Error::new(Code::UnknownField, detail) }
}

fn explained(message: &str) -> Cow<'static, str> {
    if message.starts_with("unknown variant `") {
        return format!("应为以下之一：{}", words(message)).into();
    }
    if message.starts_with("invalid type: null, expected ") {
        return format!("不能为空，应为{}", wanted(expected(message))).into();
    }
    if message.starts_with("invalid value: integer ") {
        return format!("超出范围，应为{}", wanted(expected(message))).into();
    }
    if message.starts_with("invalid type: ") || message.starts_with("invalid value: ") {
        return format!("应为{}", wanted(expected(message))).into();
    }
    if message.starts_with("invalid length ") {
        return "项数不正确".into();
    }
    if message.chars().any(is_chinese) {
        return message.to_owned().into();
    }
    match message {
        "input contains invalid characters" | "premature end of input" | "trailing input" => "日期或时间的格式不正确",
        "input is out of range" => "日期或时间超出范围",
        _ => "格式或取值不正确",
    }
    .into()
}

/// What serde expected, as far as Chinese has a word for it.
fn wanted(expected: &str) -> Cow<'static, str> {
    match expected {
        "u8" | "u16" | "u32" | "u64" | "usize" => "不小于 0 的整数",
        "i8" | "i16" | "i32" | "i64" | "isize" => "整数",
        "f32" | "f64" => "数字",
        "a string" | "a borrowed string" | "a character" => "文字",
        "a boolean" => "布尔值（true 或 false）",
        "a formatted date string" => "日期，如 2021-03-25",
        "an RFC 3339 formatted date and time string" => "时间，如 2021-03-25T09:00:00+08:00",
        list if list.starts_with("a sequence") || list.starts_with("a tuple") => "数组",
        map if map.starts_with("struct ") || map.starts_with("a map") => "对象",
        chinese if chinese.chars().any(is_chinese) => return chinese.to_owned().into(),
        _ => "另一种类型的值",
    }
    .into()
}

/// What stands after the last `expected`; the value that was sent stands before it.
fn expected(message: &str) -> &str {
    message.rsplit_once(", expected ").map_or("", |(_, expected)| expected)
}

/// The words in backticks that serde would accept.
fn words(message: &str) -> String {
    if message.ends_with(", there are no fields") {
        return String::new();
    }
    let allowed: Vec<_> = expected(message).split('`').skip(1).step_by(2).collect();
    allowed.join("、")
}

fn named<'a>(message: &'a str, prefix: &str) -> Option<&'a str> {
    message.strip_prefix(prefix)?.strip_suffix('`')
}

fn within(parent: &str, name: &str) -> String {
    if parent.is_empty() { name.to_owned() } else { format!("{parent}.{name}") }
}

fn clipped(name: &str) -> String {
    match name.char_indices().nth(LONGEST_NAME) {
        Some((end, _)) => format!("{}…", &name[..end]),
        None => name.to_owned(),
    }
}

fn is_chinese(c: char) -> bool {
    matches!(c, '\u{4E00}'..='\u{9FFF}')
}
