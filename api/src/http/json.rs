//! The body of a request: JSON, strict, with an error that names the field.

use std::ops::Deref;
use std::pin::Pin;

use actix_web::http::header;
use actix_web::web::{Bytes, Payload};
use actix_web::{FromRequest, HttpMessage, HttpRequest, dev};
use serde::de::{DeserializeOwned, IgnoredAny};

use super::violation::{not_an_object, violation};
use crate::error::{Code, Error, Result};

/// No body is larger than this; files have ways of their own.
pub const LIMIT: usize = 1024 * 1024;

/// A JSON body. Its name is what makes utoipa document `T` as the body.
///
/// An absent body is read as `{}`. A field that `T` doesn't know is an error only if `T` says
/// `#[serde(deny_unknown_fields)]`.
#[derive(Debug)]
pub struct Json<T> {
    value: T,
    raw: Bytes,
}

impl<T> Json<T> {
    /// The body's value.
    pub fn into_inner(self) -> T {
        self.value
    }

    /// The body as it was sent, such as the idempotency key's record compares.
    pub fn raw(&self) -> &Bytes {
        &self.raw
    }
}

impl<T> Deref for Json<T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.value
    }
}

impl<T: DeserializeOwned + 'static> FromRequest for Json<T> {
    type Error = Error;
    type Future = Pin<Box<dyn Future<Output = Result<Self>>>>;

    fn from_request(request: &HttpRequest, payload: &mut dev::Payload) -> Self::Future {
        let announced = Announced::by(request);
        let body = Payload::from_request(request, payload);
        Box::pin(async move {
            let announced = announced?;
            let body = body.await.map_err(unreadable)?;
            let raw = body.to_bytes_limited(LIMIT).await.map_err(|_| too_large())?.map_err(unreadable)?;
            let raw = match (raw.is_empty(), announced) {
                (true, _) => Bytes::from_static(b"{}"),
                (false, Announced::Json) => raw,
                (false, Announced::Nothing) => return Err(not_json()),
            };
            Ok(Self { value: parse(&raw)?, raw })
        })
    }
}

/// What the request's header says of the body.
enum Announced {
    Json,
    Nothing,
}

impl Announced {
    fn by(request: &HttpRequest) -> Result<Self> {
        let length = request.headers().get(header::CONTENT_LENGTH).and_then(|length| length.to_str().ok());
        if length.and_then(|length| length.parse::<usize>().ok()).is_some_and(|length| length > LIMIT) {
            return Err(too_large());
        }
        let encoding = request.headers().get(header::CONTENT_ENCODING);
        if encoding.is_some_and(|encoding| encoding != "identity") {
            return Err(Error::new(Code::UnsupportedMediaType, "请求内容不能压缩，请去掉 Content-Encoding"));
        }
        let Some(kind) = request.mime_type().map_err(|_| not_json())? else { return Ok(Self::Nothing) };
        let utf8 = kind.get_param("charset").is_none_or(|charset| charset == "utf-8");
        if kind.essence_str() == "application/json" && utf8 { Ok(Self::Json) } else { Err(not_json()) }
    }
}

/// Reads `raw` as a `T`. Whether it is JSON at all is settled before what is wrong with its values.
fn parse<T: DeserializeOwned>(raw: &[u8]) -> Result<T> {
    let text = std::str::from_utf8(raw).map_err(|_| Error::new(Code::BadJson, "请求内容不是 UTF-8 编码的文字"))?;
    let mut json = serde_json::Deserializer::from_str(text);
    let read = serde_path_to_error::deserialize(&mut json);
    if (read.is_err() || json.end().is_err() || !is_object(text))
        && let Err(broken) = serde_json::from_str::<IgnoredAny>(text)
    {
        return Err(bad_json(text, &broken));
    }
    if !is_object(text) {
        return Err(not_an_object());
    }
    read.map_err(|error| {
        let message = error.inner().to_string();
        let place = format!(" at line {} column {}", error.inner().line(), error.inner().column());
        violation(error.path(), message.strip_suffix(place.as_str()).unwrap_or(&message))
    })
}

/// serde would read a struct from an array too.
fn is_object(text: &str) -> bool {
    text.trim_ascii_start().starts_with('{')
}

fn bad_json(text: &str, broken: &serde_json::Error) -> Error {
    let (line, column) = (broken.line(), broken.column());
    if broken.is_eof() {
        return Error::new(Code::BadJson, format!("请求内容不是有效的 JSON：到第 {line} 行时意外结束"));
    }
    let column = text
        .lines()
        .nth(line.saturating_sub(1))
        .map_or(column, |text| text.char_indices().take_while(|(at, _)| *at < column).count().max(1));
    Error::new(Code::BadJson, format!("请求内容不是有效的 JSON：第 {line} 行第 {column} 个字符处有误"))
}

fn not_json() -> Error {
    Error::new(Code::UnsupportedMediaType, "请求内容应为 UTF-8 编码的 application/json")
}

fn too_large() -> Error {
    Error::new(Code::TooLarge, "请求内容不能超过 1 MiB")
}

fn unreadable(error: actix_web::Error) -> Error {
    Error {
        context: Some(error.to_string()), ..Error::new(Code::BadRequest, "请求内容没有完整收到，请重试")
    }
}

#[cfg(test)]
mod tests {
    use actix_web::test::TestRequest;
    use chrono::{DateTime, NaiveDate, Utc};
    use serde::Deserialize;

    use super::*;
    use crate::domain::text::Line;

    #[derive(Debug, Deserialize)]
    #[serde(deny_unknown_fields)]
    #[expect(dead_code, reason = "some fields are only there to be wrong")]
    struct Register {
        matter: Line<1, 5>,
        kind: Kind,
        #[serde(default)]
        reporter: Option<Reporter>,
        #[serde(default)]
        days: Vec<u8>,
        #[serde(default)]
        on: Option<NaiveDate>,
        #[serde(default)]
        at: Option<DateTime<Utc>>,
    }

    #[derive(Debug, Deserialize)]
    #[serde(deny_unknown_fields)]
    struct Reporter {
        name: String,
    }

    #[derive(Debug, Deserialize)]
    #[serde(rename_all = "snake_case")]
    enum Kind {
        Citizen,
        Enterprise,
    }

    #[derive(Debug, Deserialize)]
    #[serde(deny_unknown_fields)]
    struct Nothing {}

    async fn sent<T: DeserializeOwned + 'static>(request: TestRequest) -> Result<Json<T>> {
        let (request, mut payload) = request.to_http_parts();
        Json::from_request(&request, &mut payload).await
    }

    fn json(body: impl Into<Bytes>) -> TestRequest {
        TestRequest::post().insert_header(("content-type", "application/json")).set_payload(body)
    }

    /// Code and detail of the error that `body` meets.
    async fn refused(body: &str) -> (Code, String) {
        let error = sent::<Register>(json(body.to_owned())).await.unwrap_err();
        (error.code, error.detail)
    }

    /// Code, path and message of the field that is wrong in `body`.
    async fn wrong(body: &str) -> (&'static str, String, String) {
        let error = sent::<Register>(json(body.to_owned())).await.unwrap_err();
        let field = error.fields.into_iter().next().unwrap();
        (error.code.as_str(), field.path, field.message)
    }

    fn invalid(path: &str, message: &str) -> (&'static str, String, String) {
        ("invalid_value", path.to_owned(), message.to_owned())
    }

    #[actix_web::test]
    async fn a_good_body_is_read_and_kept_as_sent() {
        let body = r#" {"matter":"办证", "kind":"citizen", "reporter":{"name":"张三"}} "#;
        let charset = json(body).insert_header(("content-type", "application/json; charset=UTF-8"));
        let sent = sent::<Register>(charset).await.unwrap();
        assert_eq!(sent.raw(), &Bytes::from(body));
        let value = sent.into_inner();
        assert_eq!(value.matter.as_str(), "办证");
        assert!(matches!(value.kind, Kind::Citizen));
        assert_eq!(value.reporter.unwrap().name, "张三");
    }

    #[actix_web::test]
    async fn no_body_is_an_empty_object() {
        assert_eq!(sent::<Nothing>(TestRequest::post()).await.unwrap().raw(), "{}");
        assert_eq!(sent::<Nothing>(json("")).await.unwrap().raw(), "{}");
        let error = sent::<Register>(TestRequest::post()).await.unwrap_err();
        assert_eq!(error.detail, "matter：缺少必填项");
    }

    #[actix_web::test]
    async fn other_contents_are_not_read() {
        for kind in ["text/plain", "application/json; charset=gbk", "application/x-www-form-urlencoded", "?"] {
            let error = sent::<Nothing>(json("{}").insert_header(("content-type", kind))).await.unwrap_err();
            assert_eq!(error.code, Code::UnsupportedMediaType, "{kind}");
        }
        let unnamed = sent::<Nothing>(TestRequest::post().set_payload("{}")).await.unwrap_err();
        assert_eq!(unnamed.code, Code::UnsupportedMediaType);
        let packed = sent::<Nothing>(json("{}").insert_header(("content-encoding", "gzip"))).await.unwrap_err();
        assert_eq!(packed.code, Code::UnsupportedMediaType);
    }

    #[actix_web::test]
    async fn too_large_a_body_is_refused() {
        let announced = json("{}").insert_header(("content-length", "10000000"));
        assert_eq!(sent::<Nothing>(announced).await.unwrap_err().code, Code::TooLarge);
        // In chunks the length isn't announced.
        let (_, mut payload) = json(" ".repeat(LIMIT + 1)).to_http_parts();
        let request = TestRequest::post().insert_header(("content-type", "application/json")).to_http_request();
        assert_eq!(Json::<Nothing>::from_request(&request, &mut payload).await.unwrap_err().code, Code::TooLarge);
        let just = format!("{{}}{}", " ".repeat(LIMIT - 2));
        assert!(sent::<Nothing>(json(just)).await.is_ok());
    }

    #[actix_web::test]
    async fn broken_json_is_told_by_its_place() {
        let told = |place: &str| (Code::BadJson, format!("请求内容不是有效的 JSON：{place}"));
        assert_eq!(refused("{\n  \"matter\": \"办证\" \"kind\"").await, told("第 2 行第 18 个字符处有误"));
        assert_eq!(refused("{\"matter\": ").await, told("到第 1 行时意外结束"));
        assert_eq!(refused("{} {}").await, told("第 1 行第 4 个字符处有误"));
        assert_eq!(refused("nonsense").await, told("第 1 行第 2 个字符处有误"));
        // Broken JSON goes before a wrong value that stands earlier.
        assert_eq!(refused(r#"{"matter":1,}"#).await.0, Code::BadJson);
        let latin = sent::<Register>(json(&b"{\"matter\":\"\xE9\"}"[..])).await.unwrap_err();
        assert_eq!((latin.code, latin.detail.as_str()), (Code::BadJson, "请求内容不是 UTF-8 编码的文字"));
    }

    #[actix_web::test]
    async fn an_unknown_field_is_named() {
        let body = r#"{"matter":"办证","kind":"citizen","reporter":{"nme":"张三"}}"#;
        let field = ("unknown_field", "reporter.nme".to_owned(), "未知字段；可用的字段：name".to_owned());
        assert_eq!(wrong(body).await, field);
        assert_eq!(refused(body).await, (Code::UnknownField, "含有未知字段：reporter.nme".to_owned()));
        let nothing = sent::<Nothing>(json(r#"{"a`, expected b":1}"#)).await.unwrap_err();
        assert_eq!(nothing.fields[0].path, "a`, expected b");
        assert_eq!(nothing.fields[0].message, "未知字段；此处不接受任何字段");
        let long = sent::<Nothing>(json(format!(r#"{{"{}":1}}"#, "长".repeat(9_000)))).await.unwrap_err();
        assert_eq!(long.fields[0].path.chars().count(), 101);
    }

    #[actix_web::test]
    async fn a_wrong_value_is_told_in_chinese_and_not_repeated() {
        let cases = [
            (r#"{"kind":"citizen"}"#, invalid("matter", "缺少必填项")),
            (r#"{"matter":"办证","kind":"citizen","reporter":{}}"#, invalid("reporter.name", "缺少必填项")),
            (r#"{"matter":"办","matter":"证","kind":"citizen"}"#, invalid("matter", "重复出现")),
            (r#"{"matter":"办证","kind":"SECRET"}"#, invalid("kind", "应为以下之一：citizen、enterprise")),
            (r#"{"matter":"办证","kind":7}"#, invalid("kind", "格式或取值不正确")),
            (r#"{"matter":7}"#, invalid("matter", "应为文字")),
            (r#"{"matter":null}"#, invalid("matter", "不能为空，应为文字")),
            (r#"{"matter":"一二三四五六"}"#, invalid("matter", "最多5个字，现有6个字")),
            (r#"{"reporter":"SECRET"}"#, invalid("reporter", "应为对象")),
            (r#"{"days":{}}"#, invalid("days", "应为数组")),
            (r#"{"days":[1,-1]}"#, invalid("days[1]", "超出范围，应为不小于 0 的整数")),
            (r#"{"days":[1,2.5]}"#, invalid("days[1]", "应为不小于 0 的整数")),
            (r#"{"on":7}"#, invalid("on", "应为日期，如 2021-03-25")),
            (r#"{"on":"2021-3月"}"#, invalid("on", "日期或时间的格式不正确")),
            (r#"{"on":"2021-02-30"}"#, invalid("on", "日期或时间超出范围")),
            (r#"{"at":"2021-02-03"}"#, invalid("at", "日期或时间的格式不正确")),
            (r#"["办证","citizen"]"#, invalid("", "请求内容应为 JSON 对象")),
            ("7", invalid("", "请求内容应为 JSON 对象")),
        ];
        for (body, error) in cases {
            assert_eq!(wrong(body).await, error, "{body}");
        }
    }
}
