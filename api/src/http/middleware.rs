//! What surrounds every request: its id, its line in the log, its problem if it failed, and the
//! headers that keep browsers safe.
//!
//! The order matters, innermost first: `.wrap(from_fn(request_id))`,
//! `.wrap(from_fn(security_headers))`, `.wrap(Compress::default())`.

use std::future::{Ready, ready};
use std::time::Instant;

use actix_web::body::{BoxBody, MessageBody};
use actix_web::dev::{Payload, ServiceRequest, ServiceResponse};
use actix_web::error::InternalError;
use actix_web::http::header::{self, HeaderMap, HeaderName, HeaderValue};
use actix_web::middleware::Next;
use actix_web::{FromRequest, HttpMessage, HttpRequest, HttpResponse};

use super::fallback::is_api;
use super::problem;

/// The header that carries the request's id.
pub const REQUEST_ID: HeaderName = HeaderName::from_static("x-request-id");

/// The request's id: the caller's if it is sane, else a fresh one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RequestId(String);

impl RequestId {
    /// The id as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    fn of(request: &ServiceRequest) -> Self {
        let given = request.headers().get(REQUEST_ID).and_then(|id| id.to_str().ok()).filter(|id| is_sane(id));
        Self(given.map_or_else(|| uuid::Uuid::new_v4().simple().to_string(), str::to_owned))
    }
}

fn is_sane(id: &str) -> bool {
    (1..=64).contains(&id.len()) && id.bytes().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'.' | b'_' | b'-'))
}

impl FromRequest for RequestId {
    type Error = crate::error::Error;
    type Future = Ready<Result<Self, Self::Error>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        let id = request.extensions().get::<Self>().cloned();
        ready(id.ok_or_else(|| crate::error::Error::internal("the middleware `request_id` is not mounted")))
    }
}

/// Gives the request its id, makes every error a whole problem, and writes the access line: neither
/// query nor path, for these may name a person, only the pattern that the path matched.
pub async fn request_id(
    request: ServiceRequest,
    next: Next<impl MessageBody + 'static>,
) -> Result<ServiceResponse, actix_web::Error> {
    let started = Instant::now();
    let id = RequestId::of(&request);
    let method = request.method().clone();
    let pattern = request.match_pattern().unwrap_or_else(|| "-".to_owned());
    let on_api = is_api(request.path());
    request.extensions_mut().insert(id.clone());
    revised(next.call(request).await, |response| {
        let mut response = problem::complete(response, id.as_str(), on_api);
        if let Ok(value) = HeaderValue::from_str(id.as_str()) {
            response.headers_mut().insert(REQUEST_ID, value);
        }
        let (status, time) = (response.status().as_u16(), started.elapsed().as_millis());
        log::info!(target: "access", "{method} {pattern} {status} {time}ms {}", id.as_str());
        response
    })
}

/// What pages may load: only from here, nothing inline. What scripts set as the style of an element (the
/// place of an overlay) is no inline style.
const PAGE_POLICY: &str = "default-src 'self'; script-src 'self'; style-src 'self'; \
    img-src 'self' data: blob:; connect-src 'self'; object-src 'none'; \
    base-uri 'none'; frame-ancestors 'none'; form-action 'self'";

/// What an answer that is no page may load, should a browser take it for one: nothing.
const DATA_POLICY: &str = "default-src 'none'; base-uri 'none'; frame-ancestors 'none'; form-action 'none'";

/// Sets the headers that keep browsers safe, where the handler hasn't set its own.
pub async fn security_headers(
    request: ServiceRequest,
    next: Next<impl MessageBody + 'static>,
) -> Result<ServiceResponse, actix_web::Error> {
    let on_api = is_api(request.path());
    revised(next.call(request).await, |mut response| {
        let kind = response.headers().get(header::CONTENT_TYPE);
        let is_page = kind.is_some_and(|kind| kind.as_bytes().starts_with(b"text/html"));
        let headers = response.headers_mut();
        unless_set(headers, header::X_CONTENT_TYPE_OPTIONS, "nosniff");
        unless_set(headers, header::REFERRER_POLICY, "no-referrer");
        unless_set(headers, header::X_FRAME_OPTIONS, "DENY");
        unless_set(headers, header::PERMISSIONS_POLICY, "camera=(), microphone=(), geolocation=(), payment=(), usb=()");
        unless_set(headers, header::CROSS_ORIGIN_OPENER_POLICY, "same-origin");
        unless_set(headers, header::CONTENT_SECURITY_POLICY, if is_page { PAGE_POLICY } else { DATA_POLICY });
        if on_api {
            unless_set(headers, header::CACHE_CONTROL, "no-store");
        }
        response
    })
}

fn unless_set(headers: &mut HeaderMap, name: HeaderName, value: &'static str) {
    if !headers.contains_key(&name) {
        headers.insert(name, HeaderValue::from_static(value));
    }
}

/// The answer, revised; also that of a middleware further in which failed without one.
fn revised(
    answer: Result<ServiceResponse<impl MessageBody + 'static>, actix_web::Error>,
    revise: impl FnOnce(HttpResponse<BoxBody>) -> HttpResponse<BoxBody>,
) -> Result<ServiceResponse, actix_web::Error> {
    match answer {
        Ok(answer) => {
            let (request, response) = answer.into_parts();
            Ok(ServiceResponse::new(request, revise(response.map_into_boxed_body())))
        }
        Err(error) => {
            let cause = error.to_string();
            let response = revise(HttpResponse::from_error(error));
            Err(InternalError::from_response(cause, response).into())
        }
    }
}

#[cfg(test)]
mod tests {
    use actix_web::http::StatusCode;
    use actix_web::middleware::{Compress, from_fn};
    use actix_web::test::{self, TestRequest};
    use actix_web::{App, web};
    use serde_json::Value;

    use super::*;
    use crate::error::{Code, Error};

    async fn wanting(number: web::Path<u8>) -> String {
        number.to_string()
    }

    async fn failing(id: RequestId) -> Result<String, Error> {
        Err(Error::new(Code::NotYours, id.as_str().repeat(100)))
    }

    async fn barred(_: ServiceRequest, _: Next<BoxBody>) -> Result<ServiceResponse, actix_web::Error> {
        Err(Error::new(Code::NotSignedIn, "请先登录").into())
    }

    async fn page() -> HttpResponse {
        HttpResponse::Ok().content_type("text/html; charset=utf-8").body("<p>")
    }

    /// Status, headers and JSON body (null if it is none) of the answer to `request`.
    async fn answer(request: TestRequest) -> (StatusCode, HeaderMap, Value) {
        let app = App::new()
            .wrap(from_fn(request_id))
            .wrap(from_fn(security_headers))
            .wrap(Compress::default())
            .service(web::resource("/api/v1/numbers/{number}").to(wanting))
            .service(web::resource("/api/v1/failing").to(failing))
            .service(web::scope("/api/v1/barred").wrap(from_fn(barred)).service(web::resource("").to(page)))
            .service(web::resource("/api/v1/plain").to(HttpResponse::BadGateway))
            .service(web::resource("/page").to(page));
        let app = test::init_service(app).await;
        let response = match test::try_call_service(&app, request.to_request()).await {
            Ok(response) => response.into_parts().1.map_into_boxed_body(),
            Err(error) => error.error_response(),
        };
        let (status, headers) = (response.status(), response.headers().clone());
        let body = actix_web::body::to_bytes(response.into_body()).await.unwrap();
        (status, headers, serde_json::from_slice(&body).unwrap_or_default())
    }

    fn text(headers: &HeaderMap, name: HeaderName) -> &str {
        headers.get(name).map_or("", |value| value.to_str().unwrap())
    }

    fn get(path: &str) -> TestRequest {
        TestRequest::with_uri(path)
    }

    #[actix_web::test]
    async fn the_request_id_is_the_same_in_header_and_body() {
        for path in ["/api/v1/failing", "/api/v1/barred", "/api/v1/numbers/x", "/api/v1/plain", "/api/v1/none"] {
            let (_, headers, body) = answer(get(path)).await;
            assert_eq!(body["request_id"], text(&headers, REQUEST_ID), "{path}");
            assert_eq!(body["request_id"].as_str().unwrap().len(), 32);
            assert_eq!(text(&headers, header::CONTENT_TYPE), problem::MEDIA_TYPE);
        }
    }

    #[actix_web::test]
    async fn a_sane_request_id_is_kept() {
        for (id, kept) in [("a.B_9-", true), (&"x".repeat(64), true), (&"x".repeat(65), false), ("a b", false)] {
            let (_, headers, _) = answer(get("/page").insert_header((REQUEST_ID, id))).await;
            assert_eq!(text(&headers, REQUEST_ID) == id, kept, "{id}");
        }
    }

    #[actix_web::test]
    async fn errors_of_others_become_problems_too() {
        for (path, status, code) in [
            ("/api/v1/numbers/x", 404, "not_found"),
            ("/api/v1/none", 404, "not_found"),
            ("/api/v1/plain", 500, "internal"),
            ("/api/v1/barred", 401, "not_signed_in"),
        ] {
            let (answered, _, body) = answer(get(path)).await;
            assert_eq!((answered.as_u16(), &body["code"]), (status, &code.into()), "{path}");
            assert_eq!(body["status"], status);
        }
        // What isn't the API's stays as it is.
        assert_eq!(answer(get("/none")).await.2, Value::Null);
    }

    #[actix_web::test]
    async fn a_compressed_problem_is_whole_in_the_documented_order() {
        let (_, headers, body) = answer(get("/api/v1/failing").insert_header(("accept-encoding", "gzip"))).await;
        assert_eq!((text(&headers, header::CONTENT_ENCODING), body), ("gzip", Value::Null));
    }

    #[actix_web::test]
    async fn browsers_are_kept_safe() {
        let (_, page, _) = answer(get("/page")).await;
        assert!(text(&page, header::CONTENT_SECURITY_POLICY).contains("script-src 'self';"));
        assert!(!page.contains_key(header::CACHE_CONTROL));
        for path in ["/api/v1/failing", "/api/v1/barred"] {
            let (_, headers, _) = answer(get(path)).await;
            assert_eq!(text(&headers, header::CONTENT_SECURITY_POLICY), DATA_POLICY);
            assert_eq!(text(&headers, header::CACHE_CONTROL), "no-store");
            assert_eq!(text(&headers, header::X_CONTENT_TYPE_OPTIONS), "nosniff");
            assert_eq!(text(&headers, header::X_FRAME_OPTIONS), "DENY");
            assert_eq!(text(&headers, header::REFERRER_POLICY), "no-referrer");
        }
    }
}
