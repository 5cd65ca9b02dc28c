//! Headers with a meaning of their own: the version that a change is based on, and the key that
//! makes a repeated request harmless.

use std::future::{Ready, ready};

use actix_web::http::header::{ETAG, HeaderName, HeaderValue, IF_MATCH};
use actix_web::{FromRequest, HttpRequest, dev};
use utoipa::IntoParams;

use crate::error::{Error, Result};

/// The header that carries the idempotency key.
pub const IDEMPOTENCY_KEY: HeaderName = HeaderName::from_static("idempotency-key");

/// The version that the asker has seen, from `If-Match`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct IfMatch(pub Option<i64>);

impl FromRequest for IfMatch {
    type Error = Error;
    type Future = Ready<Result<Self>>;

    fn from_request(request: &HttpRequest, _: &mut dev::Payload) -> Self::Future {
        let header = request.headers().get(IF_MATCH);
        ready(match header.map(version) {
            None => Ok(Self(None)),
            Some(Some(version)) => Ok(Self(Some(version))),
            Some(None) => Err(Error::field("If-Match", "应为一个带引号的版本号，如 \"7\"")),
        })
    }
}

fn version(header: &HeaderValue) -> Option<i64> {
    let tag = header.to_str().ok()?.trim();
    let digits = tag.strip_prefix("W/").unwrap_or(tag).strip_prefix('"')?.strip_suffix('"')?;
    if digits.bytes().all(|byte| byte.is_ascii_digit()) { digits.parse().ok() } else { None }
}

/// The `ETag` header of what has this version.
pub fn etag(version: i64) -> (HeaderName, HeaderValue) {
    let tag = HeaderValue::try_from(format!("\"{version}\""));
    (ETAG, tag.unwrap_or_else(|_| HeaderValue::from(version)))
}

/// The key that makes repeating a request harmless, from `Idempotency-Key`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct IdempotencyKey(pub Option<String>);

impl FromRequest for IdempotencyKey {
    type Error = Error;
    type Future = Ready<Result<Self>>;

    fn from_request(request: &HttpRequest, _: &mut dev::Payload) -> Self::Future {
        ready(match request.headers().get(IDEMPOTENCY_KEY).map(key) {
            None => Ok(Self(None)),
            Some(Some(key)) => Ok(Self(Some(key))),
            Some(None) => Err(Error::field("Idempotency-Key", "应为 1 至 128 个可见的 ASCII 字符，不含空格")),
        })
    }
}

fn key(header: &HeaderValue) -> Option<String> {
    let bytes = header.as_bytes();
    let fits = (1..=128).contains(&bytes.len()) && bytes.iter().all(u8::is_ascii_graphic);
    if fits { header.to_str().ok().map(str::to_owned) } else { None }
}

/// Documents [`IfMatch`] where a version must be named: `params(IfMatchHeader)`.
#[derive(Debug, IntoParams)]
#[into_params(parameter_in = Header)]
#[allow(dead_code, reason = "it only documents the header")]
pub struct IfMatchHeader {
    /// The version that the command relies on: the `ETag` last read. 412 if others have changed it since, 428 if missing.
    #[param(rename = "If-Match", pattern = r#"^(W/)?"[0-9]+"$"#, example = "\"7\"")]
    pub if_match: String,
}

/// Documents [`IdempotencyKey`]: `params(IdempotencyHeader)`.
#[derive(Debug, IntoParams)]
#[into_params(parameter_in = Header)]
#[allow(dead_code, reason = "it only documents the header")]
pub struct IdempotencyHeader {
    /// Made by the client (such as a UUID), good for 7 days: the same request under the same key gets the same answer and is done once.
    #[param(rename = "Idempotency-Key", nullable = false, min_length = 1, max_length = 128, pattern = "^[!-~]+$")]
    pub idempotency_key: Option<String>,
}

#[cfg(test)]
mod tests {
    use actix_web::test::TestRequest;

    use super::*;
    use crate::error::Code;

    async fn read<T: FromRequest<Error = Error>>(name: &'static str, value: &str) -> Result<T> {
        T::extract(&TestRequest::default().insert_header((name, value)).to_http_request()).await
    }

    #[actix_web::test]
    async fn a_version_is_read_from_its_tag() {
        for (tag, version) in [("\"7\"", 7), ("W/\"12\"", 12), ("\"0\"", 0)] {
            assert_eq!(read::<IfMatch>("If-Match", tag).await.unwrap().0, Some(version));
        }
        for tag in ["*", "7", "\"\"", "\"x\"", "\"+7\"", "\"-7\"", "\"1\", \"2\"", "\"99999999999999999999\""] {
            let error = read::<IfMatch>("If-Match", tag).await.unwrap_err();
            assert_eq!((error.code, error.fields[0].path.as_str()), (Code::InvalidValue, "If-Match"), "{tag}");
        }
        let none = IfMatch::extract(&TestRequest::default().to_http_request()).await.unwrap();
        assert_eq!(none.0, None);
    }

    #[actix_web::test]
    async fn the_tag_of_a_version_is_read_back() {
        let request = TestRequest::default().insert_header((IF_MATCH, etag(42).1)).to_http_request();
        assert_eq!(IfMatch::extract(&request).await.unwrap(), IfMatch(Some(42)));
    }

    #[actix_web::test]
    async fn an_idempotency_key_is_visible_and_short() {
        let longest = "k".repeat(128);
        assert_eq!(read::<IdempotencyKey>("Idempotency-Key", &longest).await.unwrap().0, Some(longest));
        for key in ["", "a b", "键", &"k".repeat(129)] {
            let error = read::<IdempotencyKey>("Idempotency-Key", key).await.unwrap_err();
            assert_eq!((error.code, error.fields[0].path.as_str()), (Code::InvalidValue, "Idempotency-Key"), "{key}");
        }
        assert_eq!(IdempotencyKey::extract(&TestRequest::default().to_http_request()).await.unwrap().0, None);
    }

    #[test]
    fn they_are_documented_by_their_names() {
        let written = |parameters| serde_json::to_value::<Vec<utoipa::openapi::path::Parameter>>(parameters).unwrap();
        let if_match = &written(IfMatchHeader::into_params(|| None))[0];
        assert_eq!((&if_match["name"], &if_match["in"]), (&"If-Match".into(), &"header".into()));
        assert_eq!(if_match["required"], true);
        let key = &written(IdempotencyHeader::into_params(|| None))[0];
        assert_eq!((&key["name"], &key["in"]), (&"Idempotency-Key".into(), &"header".into()));
        assert_eq!((&key["required"], &key["schema"]["type"]), (&false.into(), &"string".into()));
    }
}
