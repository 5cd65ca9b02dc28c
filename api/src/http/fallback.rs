//! What the API answers where no handler is: 405 if the document knows the path with another
//! method, else 404. (Every handler is a resource of its own, so actix itself would say 404.)

use actix_web::http::{Method, header};
use actix_web::{HttpRequest, HttpResponse};
use utoipa::openapi::OpenApi;
use utoipa::openapi::path::PathItem;

use crate::error::{Code, Error};

/// Whether `path` belongs to the API, where every error is a problem document.
pub fn is_api(path: &str) -> bool {
    path.strip_prefix("/api").is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
}

/// The paths of the document, each with its methods.
#[derive(Clone, Debug)]
pub struct Fallback {
    paths: Vec<(String, Vec<Method>)>,
}

impl Fallback {
    /// Knows the paths of `openapi`.
    pub fn new(openapi: &OpenApi) -> Self {
        let paths = openapi.paths.paths.iter().map(|(path, item)| (path.clone(), methods(item))).collect();
        Self { paths }
    }

    /// The answer to a request that no handler took.
    pub fn answer(&self, request: &HttpRequest) -> HttpResponse {
        let allowed = self.allowed(request.path());
        if allowed.is_empty() || allowed.contains(&request.method()) {
            return HttpResponse::from_error(Error::new(Code::NotFound, "没有这个接口地址"));
        }
        let allow = allowed.iter().map(|method| method.as_str()).collect::<Vec<_>>().join(", ");
        let detail = format!("此地址不支持 {} 方法，只支持 {allow}", request.method());
        let mut response = HttpResponse::from_error(Error::new(Code::MethodNotAllowed, detail));
        if let Ok(allow) = header::HeaderValue::try_from(allow) {
            response.headers_mut().insert(header::ALLOW, allow);
        }
        response
    }

    /// The methods of all the paths that match; `/cases/{id}` takes over from `/cases/search`.
    fn allowed(&self, path: &str) -> Vec<&Method> {
        let matching = self.paths.iter().filter(|(pattern, _)| matches(pattern, path));
        let mut allowed: Vec<_> = matching.flat_map(|(_, methods)| methods).collect();
        allowed.sort_by_key(|method| method.as_str());
        allowed.dedup();
        allowed
    }
}

fn matches(pattern: &str, path: &str) -> bool {
    let (mut wanted, mut given) = (pattern.split('/'), path.split('/'));
    loop {
        match (wanted.next(), given.next()) {
            (None, None) => return true,
            (Some(parameter), Some(value)) if parameter.starts_with('{') && !value.is_empty() => {}
            (Some(wanted), Some(given)) if wanted == given => {}
            _ => return false,
        }
    }
}

fn methods(item: &PathItem) -> Vec<Method> {
    let all = [
        (&item.get, Method::GET),
        (&item.put, Method::PUT),
        (&item.post, Method::POST),
        (&item.delete, Method::DELETE),
        (&item.options, Method::OPTIONS),
        (&item.head, Method::HEAD),
        (&item.patch, Method::PATCH),
        (&item.trace, Method::TRACE),
    ];
    all.into_iter().filter(|(operation, _)| operation.is_some()).map(|(_, method)| method).collect()
}

#[cfg(test)]
mod tests {
    use actix_web::test::TestRequest;
    use utoipa::openapi::OpenApiBuilder;
    use utoipa::openapi::path::{HttpMethod, OperationBuilder, PathsBuilder};

    use super::*;

    fn known() -> Fallback {
        let operation = || OperationBuilder::new().build();
        let mut paths = PathsBuilder::new();
        for (path, method) in [
            ("/api/v1/cases", HttpMethod::Get),
            ("/api/v1/cases", HttpMethod::Post),
            ("/api/v1/cases/{id}", HttpMethod::Get),
            ("/api/v1/cases/search", HttpMethod::Post),
            ("/api/v1/cases/{id}/close", HttpMethod::Post),
        ] {
            paths = paths.path(path, PathItem::new(method, operation()));
        }
        Fallback::new(&OpenApiBuilder::new().paths(paths).build())
    }

    /// Status, `Allow` and detail.
    fn answered(method: Method, path: &str) -> (u16, String, String) {
        let response = known().answer(&TestRequest::default().method(method).uri(path).to_http_request());
        let allow = response.headers().get(header::ALLOW).map_or("", |allow| allow.to_str().unwrap()).to_owned();
        let detail = response.error().unwrap().as_error::<Error>().unwrap().detail.clone();
        (response.status().as_u16(), allow, detail)
    }

    #[test]
    fn another_method_is_answered_with_those_there_are() {
        let (status, allow, detail) = answered(Method::DELETE, "/api/v1/cases?x=1");
        assert_eq!((status, allow.as_str()), (405, "GET, POST"));
        assert_eq!(detail, "此地址不支持 DELETE 方法，只支持 GET, POST");
        assert_eq!(answered(Method::PUT, "/api/v1/cases/c1/close").1, "POST");
        assert_eq!(answered(Method::PUT, "/api/v1/cases/search").1, "GET, POST");
    }

    #[test]
    fn what_the_document_does_not_know_is_not_found() {
        for path in ["/api/v1/case", "/api/v1/cases/", "/api/v1/cases/c1/open", "/api/v1/cases/c1/close/x", "/api"] {
            let (status, allow, detail) = answered(Method::POST, path);
            assert_eq!((status, allow.as_str(), detail.as_str()), (404, "", "没有这个接口地址"), "{path}");
        }
    }

    #[test]
    fn the_api_is_what_lies_under_its_path() {
        assert!(is_api("/api") && is_api("/api/") && is_api("/api/v1/cases"));
        assert!(!is_api("/apix") && !is_api("/") && !is_api("/cases/api"));
    }
}
