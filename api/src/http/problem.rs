//! Every error as a problem document (RFC 9457), and the error answers that operations document.

use std::collections::BTreeMap;

use actix_web::http::{StatusCode, header};
use actix_web::{HttpResponse, ResponseError};
use serde::Serialize;
use utoipa::openapi::{
    Components, Content, Header, Object, ObjectBuilder, OpenApi, Ref, RefOr, Response, ResponseBuilder, schema::Type,
};
use utoipa::{IntoResponses, PartialSchema, ToSchema};

use crate::error::{Code, Error, FieldError, StateConflict};

/// The media type of a problem document.
pub const MEDIA_TYPE: &str = "application/problem+json";

/// What went wrong (RFC 9457): programs go by `code`, people read `title` and `detail`.
#[derive(Debug, Serialize, ToSchema)]
pub struct Problem {
    /// The type's fixed name: `urn:bancheng:problem:` and the code.
    #[serde(rename = "type")]
    #[schema(example = "urn:bancheng:problem:invalid_value")]
    pub kind: String,
    /// The type's Chinese name.
    #[schema(example = "输入有误")]
    pub title: &'static str,
    /// The HTTP status.
    #[schema(example = 422)]
    pub status: u16,
    /// What happened this time, in Chinese, to be shown as it is.
    #[schema(example = "reporter.phone：不是有效的电话号码")]
    pub detail: String,
    #[schema(schema_with = code_schema)]
    pub code: &'static str,
    /// The request's id, as in the header `X-Request-Id`; name it when you report a problem.
    #[schema(example = "0f9c1e0b7a5d4a0f8a0e4d4c6a1b2c3d")]
    pub request_id: String,
    /// The fields or parameters at fault.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[schema(required = false)]
    pub errors: Vec<FieldError>,
    /// The present state, and those in which the command may be given.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schema(nullable = false)]
    pub state: Option<StateConflict>,
    /// The cases that others have changed meanwhile (412).
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[schema(required = false)]
    pub stale: Vec<String>,
}

impl Problem {
    /// What the asker of request `request_id` is told of `error`.
    pub fn new(error: &Error, request_id: &str) -> Self {
        Self {
            kind: format!("urn:bancheng:problem:{}", error.code.as_str()),
            title: error.code.title(),
            status: error.code.status(),
            detail: error.detail.clone(),
            code: error.code.as_str(),
            request_id: request_id.to_owned(),
            errors: error.fields.clone(),
            state: error.state.clone(),
            stale: error.stale.clone(),
        }
    }

    fn to_json(&self) -> Vec<u8> {
        serde_json::to_vec(self).unwrap_or_default()
    }
}

/// The status that goes with `code`.
fn status_of(code: Code) -> StatusCode {
    StatusCode::from_u16(code.status()).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR)
}

impl ResponseError for Error {
    fn status_code(&self) -> StatusCode {
        status_of(self.code)
    }

    /// The problem, yet without its request id: `middleware::request_id` fills it in.
    fn error_response(&self) -> HttpResponse {
        let mut response = HttpResponse::build(self.status_code());
        response.content_type(MEDIA_TYPE);
        if let Some(seconds) = self.retry_after {
            response.insert_header((header::RETRY_AFTER, seconds));
        }
        if self.code.status() == 401 {
            response.insert_header((header::WWW_AUTHENTICATE, "Bearer"));
        }
        response.body(Problem::new(self, "").to_json())
    }
}

/// Makes the answer to request `request_id` a whole problem and logs why, if it is an error of
/// ours, or (on the API) any other error, such as those that actix makes itself.
pub(super) fn complete(response: HttpResponse, request_id: &str, on_api: bool) -> HttpResponse {
    let foreign;
    let error = match response.error().and_then(|error| error.as_error::<Error>()) {
        Some(own) => own,
        None if on_api && is_foreign_error(&response) => {
            foreign = translated(&response);
            &foreign
        }
        None => return response,
    };
    if error.code.status() >= 500 {
        log::error!("{request_id} {error}");
    } else {
        log::debug!("{request_id} {error}");
    }
    let (status, body) = (status_of(error.code), Problem::new(error, request_id).to_json());
    let mut response = response.set_body(body);
    *response.status_mut() = status;
    response.headers_mut().insert(header::CONTENT_TYPE, header::HeaderValue::from_static(MEDIA_TYPE));
    response.headers_mut().remove(header::CONTENT_ENCODING);
    response.map_into_boxed_body()
}

fn is_foreign_error(response: &HttpResponse) -> bool {
    let kind = response.headers().get(header::CONTENT_TYPE);
    response.status().as_u16() >= 400 && kind.is_none_or(|kind| kind.as_bytes() != MEDIA_TYPE.as_bytes())
}

/// The nearest of our codes; what the framework says of it goes to the log only.
fn translated(response: &HttpResponse) -> Error {
    let code = match response.status().as_u16() {
        401 => Code::NotSignedIn,
        403 => Code::RoleMayNot,
        404 => Code::NotFound,
        405 => Code::MethodNotAllowed,
        413 => Code::TooLarge,
        415 => Code::UnsupportedMediaType,
        422 => Code::InvalidValue,
        429 => Code::TooManyRequests,
        503 => Code::Busy,
        400..500 => Code::BadRequest,
        _ => return Error::internal(context_of(response)),
    };
    Error { context: Some(context_of(response)), ..Error::new(code, code.title()) }
}

fn context_of(response: &HttpResponse) -> String {
    match response.error() {
        Some(error) => error.to_string(),
        None => format!("answered with {}", response.status()),
    }
}

/// The error answers of an operation that reads.
#[derive(Debug)]
pub struct ReadProblems;

/// The error answers of an operation that changes something.
#[derive(Debug)]
pub struct CommandProblems;

/// The error answers of an operation that needs no sign-in.
#[derive(Debug)]
pub struct PublicProblems;

/// The error answers of what a reporter does without an account.
#[derive(Debug)]
pub struct ReporterProblems;

impl IntoResponses for ReporterProblems {
    fn responses() -> BTreeMap<String, RefOr<Response>> {
        references(&[400, 404, 409, 413, 415, 422, 429, 500, 503])
    }
}

/// The error answers of an operation that reads what may have been purged.
#[derive(Debug)]
pub struct AttachmentProblems;

/// The error answers of an operation that purges what may have been purged already.
#[derive(Debug)]
pub struct PurgeProblems;

impl IntoResponses for ReadProblems {
    fn responses() -> BTreeMap<String, RefOr<Response>> {
        references(&[400, 401, 403, 404, 422, 429, 500, 503])
    }
}

impl IntoResponses for CommandProblems {
    fn responses() -> BTreeMap<String, RefOr<Response>> {
        references(&[400, 401, 403, 404, 409, 412, 413, 415, 422, 428, 429, 500, 503])
    }
}

impl IntoResponses for PublicProblems {
    fn responses() -> BTreeMap<String, RefOr<Response>> {
        references(&[400, 422, 429, 500, 503])
    }
}

/// The names under which the error answers stand once in the document.
const ANSWERS: &[(u16, &str)] = &[
    (400, "BadRequest"),
    (401, "Unauthorized"),
    (403, "Forbidden"),
    (404, "NotFound"),
    (405, "MethodNotAllowed"),
    (409, "Conflict"),
    (410, "Gone"),
    (412, "PreconditionFailed"),
    (413, "ContentTooLarge"),
    (415, "UnsupportedMediaType"),
    (422, "UnprocessableContent"),
    (428, "PreconditionRequired"),
    (429, "TooManyRequests"),
    (500, "InternalServerError"),
    (503, "ServiceUnavailable"),
];

impl IntoResponses for AttachmentProblems {
    fn responses() -> BTreeMap<String, RefOr<Response>> {
        references(&[400, 401, 403, 404, 410, 422, 429, 500, 503])
    }
}

impl IntoResponses for PurgeProblems {
    fn responses() -> BTreeMap<String, RefOr<Response>> {
        references(&[400, 401, 403, 404, 409, 410, 413, 415, 422, 429, 500, 503])
    }
}

/// References to the answers of these statuses, for a set of one's own.
pub fn references(statuses: &[u16]) -> BTreeMap<String, RefOr<Response>> {
    let listed = ANSWERS.iter().filter(|(status, _)| statuses.contains(status));
    listed.map(|(status, name)| (status.to_string(), Ref::from_response_name(*name).into())).collect()
}

/// Adds to the document what the sets of problems refer to. Without it their references dangle.
pub fn document(openapi: &mut OpenApi) {
    let components = openapi.components.get_or_insert_with(Components::new);
    let mut schemas = vec![(Problem::name().into_owned(), Problem::schema())];
    Problem::schemas(&mut schemas);
    components.schemas.extend(schemas);
    components.responses.extend(ANSWERS.iter().map(|(status, name)| ((*name).to_owned(), answer(*status).into())));
}

fn answer(status: u16) -> Response {
    let codes = Code::ALL.iter().filter(|code| code.status() == status);
    let codes: Vec<_> = codes.map(|code| format!("`{}` {}", code.as_str(), code.title())).collect();
    let content = Content::new(Some(Ref::from_schema_name(Problem::name())));
    let mut response = ResponseBuilder::new().description(codes.join("；")).content(MEDIA_TYPE, content);
    for (name, meaning) in headers_of(status) {
        response = response.header(*name, described(meaning));
    }
    response.build()
}

fn headers_of(status: u16) -> &'static [(&'static str, &'static str)] {
    match status {
        401 => &[("WWW-Authenticate", "Always `Bearer`.")],
        405 => &[("Allow", "The methods that this path has.")],
        429 | 503 => &[("Retry-After", "Seconds after which a new try makes sense.")],
        _ => &[],
    }
}

fn described(meaning: &str) -> Header {
    let mut header = Header::new(Object::with_type(Type::String));
    header.description = Some(meaning.to_owned());
    header
}

fn code_schema() -> Object {
    ObjectBuilder::new()
        .schema_type(Type::String)
        .description(Some("The stable code that programs go by."))
        .enum_values(Some(Code::ALL.iter().map(|code| code.as_str())))
        .build()
}

#[cfg(test)]
mod tests {
    use actix_web::middleware::from_fn;
    use actix_web::test::{TestRequest, call_service, init_service, read_body_json};
    use actix_web::{App, web};
    use serde_json::{Value, json};
    use utoipa::openapi::OpenApiBuilder;

    use super::*;
    use crate::http::middleware::request_id;

    fn everything_wrong() -> Error {
        Error {
            fields: vec![FieldError { path: "reporter.phone".into(), message: "不是有效的电话号码".into() }],
            state: Some(StateConflict { state: "closed".into(), allowed_in: vec!["in_progress".into()] }),
            stale: vec!["c1".into()],
            retry_after: Some(7),
            context: Some("SECRET".into()),
            ..Error::new(Code::VersionConflict, "内容已被他人更改")
        }
    }

    /// Status, headers and body of the answer when a handler fails with `error`.
    async fn answer(error: fn() -> Error) -> (u16, header::HeaderMap, Value) {
        let handler = move || async move { Err::<String, Error>(error()) };
        let resource = web::resource("/api/v1/x").to(handler);
        let app = init_service(App::new().wrap(from_fn(request_id)).service(resource)).await;
        let request = TestRequest::with_uri("/api/v1/x").insert_header(("X-Request-Id", "r-1")).to_request();
        let response = call_service(&app, request).await;
        let (status, headers) = (response.status().as_u16(), response.headers().clone());
        (status, headers, read_body_json(response).await)
    }

    #[actix_web::test]
    async fn an_error_is_told_in_full_but_for_its_context() {
        let (status, headers, body) = answer(everything_wrong).await;
        assert_eq!(status, 412);
        assert_eq!(headers.get("content-type").unwrap(), MEDIA_TYPE);
        assert_eq!(headers.get("retry-after").unwrap(), "7");
        assert_eq!(headers.get("x-request-id").unwrap(), "r-1");
        assert_eq!(
            body,
            json!({
                "type": "urn:bancheng:problem:version_conflict",
                "title": "内容已被他人更改",
                "status": 412,
                "detail": "内容已被他人更改",
                "code": "version_conflict",
                "request_id": "r-1",
                "errors": [{"path": "reporter.phone", "message": "不是有效的电话号码"}],
                "state": {"state": "closed", "allowed_in": ["in_progress"]},
                "stale": ["c1"],
            })
        );
    }

    #[actix_web::test]
    async fn what_there_is_not_is_left_out() {
        let (_, headers, body) = answer(|| Error::internal("disk on fire")).await;
        assert!(!headers.contains_key("retry-after"));
        assert_eq!(
            body,
            json!({
                "type": "urn:bancheng:problem:internal",
                "title": "系统内部错误",
                "status": 500,
                "detail": "系统出现意外错误，已记录，请稍后再试",
                "code": "internal",
                "request_id": "r-1",
            })
        );
        let (status, headers, _) = answer(|| Error::busy("pool")).await;
        assert_eq!((status, headers.get("retry-after").unwrap().as_bytes()), (503, "1".as_bytes()));
        let (status, headers, _) = answer(|| Error::new(Code::NotSignedIn, "请先登录")).await;
        assert_eq!((status, headers.get("www-authenticate").unwrap().as_bytes()), (401, "Bearer".as_bytes()));
    }

    #[test]
    fn every_code_has_its_status_and_its_answer_in_the_document() {
        let mut openapi = OpenApiBuilder::new().build();
        document(&mut openapi);
        let document = serde_json::to_value(&openapi).unwrap();
        for code in Code::ALL {
            assert_eq!(Error::new(*code, "").status_code().as_u16(), code.status());
            let (_, name) = ANSWERS.iter().find(|(status, _)| *status == code.status()).unwrap();
            let answer = &document["components"]["responses"][name];
            assert!(answer["description"].as_str().unwrap().contains(code.as_str()), "{answer}");
        }
    }

    #[test]
    fn no_reference_dangles() {
        let mut openapi = OpenApiBuilder::new().build();
        document(&mut openapi);
        let document = serde_json::to_value(&openapi).unwrap();
        let sets = [ReadProblems::responses(), CommandProblems::responses(), PublicProblems::responses()];
        assert_eq!(sets.each_ref().map(BTreeMap::len), [8, 13, 5]);
        let text = format!("{document} {}", serde_json::to_string(&sets).unwrap());
        let references: Vec<_> = text.split(r##""$ref":"#"##).skip(1).collect();
        assert!(references.len() > 26);
        for reference in references {
            let pointer = reference.split('"').next().unwrap();
            assert!(document.pointer(pointer).is_some(), "{pointer}");
        }
        let problem = &document["components"]["schemas"]["Problem"];
        assert_eq!(problem["required"], json!(["type", "title", "status", "detail", "code", "request_id"]));
        assert_eq!(problem["properties"]["code"]["enum"].as_array().unwrap().len(), Code::ALL.len());
    }
}
