//! The API's document at `/api/openapi.json`, and a page to read and try it at `/api/docs/`. Both
//! come from the program itself: the page loads nothing from outside.

use std::sync::Arc;

use actix_web::http::header;
use actix_web::web::{self, Bytes};
use actix_web::{HttpResponse, http::StatusCode};
use utoipa::openapi::OpenApi;
use utoipa_swagger_ui::Config;

use crate::error::{Error, Result};

const DOCUMENT: &str = "/api/openapi.json";
const PAGE: &str = "/api/docs/";

/// As for other pages, but Swagger UI writes `<style>` elements and shows pictures from data.
const PAGE_POLICY: &str = "default-src 'self'; script-src 'self'; style-src 'self' 'unsafe-inline'; \
    img-src 'self' data:; connect-src 'self'; object-src 'none'; base-uri 'none'; frame-ancestors 'none'; \
    form-action 'self'";

/// The document, written once, and the page's settings. Clones share both.
#[derive(Clone)]
pub struct Docs {
    document: Bytes,
    config: Arc<Config<'static>>,
}

impl Docs {
    /// Serves `openapi`.
    ///
    /// # Errors
    /// If the document can't be written as JSON.
    pub fn new(openapi: &OpenApi) -> Result<Self> {
        let document = openapi.to_json().map_err(Error::internal)?.into();
        let config = Config::new([DOCUMENT])
            .validator_url("none")
            .deep_linking(true)
            .display_operation_id(true)
            .display_request_duration(true)
            .doc_expansion("none")
            .filter(true);
        Ok(Self { document, config: Arc::new(config) })
    }

    /// Mounts the document, the page and the redirect to it: `App::configure(|app| docs.mount(app))`.
    pub fn mount(&self, app: &mut web::ServiceConfig) {
        app.app_data(web::Data::new(self.clone()))
            .service(web::resource(DOCUMENT).get(document).head(document))
            .service(web::redirect(PAGE.trim_end_matches('/'), PAGE).using_status_code(StatusCode::FOUND))
            .service(web::resource("/api/docs/{file:.*}").get(page).head(page));
    }
}

async fn document(docs: web::Data<Docs>) -> HttpResponse {
    HttpResponse::Ok()
        .content_type("application/json")
        .insert_header((header::CACHE_CONTROL, "no-cache"))
        .body(docs.document.clone())
}

async fn page(file: web::Path<String>, docs: web::Data<Docs>) -> Result<HttpResponse> {
    let served = utoipa_swagger_ui::serve(&file, docs.config.clone()).map_err(Error::internal)?;
    let served = served.ok_or_else(|| Error::not_found("页面"))?;
    let mut response = HttpResponse::Ok();
    response
        .content_type(served.content_type)
        .insert_header((header::CACHE_CONTROL, "no-cache"))
        .insert_header((header::CONTENT_SECURITY_POLICY, PAGE_POLICY));
    Ok(response.body(served.bytes.into_owned()))
}

#[cfg(test)]
mod tests {
    use actix_web::http::Method;
    use actix_web::middleware::from_fn;
    use actix_web::test::{self, TestRequest};
    use actix_web::{App, http::header::HeaderMap};
    use utoipa::openapi::{InfoBuilder, OpenApiBuilder};

    use super::*;
    use crate::http::middleware::{request_id, security_headers};

    async fn answer(method: Method, path: &str) -> (u16, HeaderMap, String) {
        let openapi = OpenApiBuilder::new().info(InfoBuilder::new().title("办成").build()).build();
        let docs = Docs::new(&openapi).unwrap();
        let app = App::new().wrap(from_fn(request_id)).wrap(from_fn(security_headers));
        let app = test::init_service(app.configure(|app| docs.mount(app))).await;
        let response = test::call_service(&app, TestRequest::with_uri(path).method(method).to_request()).await;
        let (status, headers) = (response.status().as_u16(), response.headers().clone());
        let body = test::read_body(response).await;
        (status, headers, String::from_utf8_lossy(&body).into_owned())
    }

    fn text<'a>(headers: &'a HeaderMap, name: &str) -> &'a str {
        headers.get(name).map_or("", |value| value.to_str().unwrap())
    }

    /// The hosts that `text` names, but for namespaces of the W3C.
    fn hosts(text: &str) -> Vec<&str> {
        let addresses = text.split("://").skip(1);
        addresses
            .map(|rest| rest.split(['/', '"', '\'']).next().unwrap())
            .filter(|host| *host != "www.w3.org")
            .collect()
    }

    #[actix_web::test]
    async fn the_document_is_served() {
        let (status, headers, body) = answer(Method::GET, DOCUMENT).await;
        assert_eq!((status, text(&headers, "content-type")), (200, "application/json"));
        assert_eq!(serde_json::from_str::<serde_json::Value>(&body).unwrap()["info"]["title"], "办成");
        let (status, headers, _) = answer(Method::POST, DOCUMENT).await;
        assert_eq!((status, text(&headers, "content-type")), (405, "application/problem+json"));
    }

    #[actix_web::test]
    async fn the_page_comes_with_all_it_needs() {
        let (status, headers, _) = answer(Method::GET, "/api/docs").await;
        assert_eq!((status, text(&headers, "location")), (302, PAGE));
        let (status, headers, html) = answer(Method::GET, PAGE).await;
        assert_eq!((status, text(&headers, "content-security-policy")), (200, PAGE_POLICY));
        assert!(html.contains("swagger-ui"));
        let needed: Vec<_> = html.split([' ', '>']).filter_map(|word| word.split_once("=\"")).collect();
        let needed = needed.iter().filter(|(name, _)| matches!(*name, "src" | "href"));
        let mut count = 0;
        for (_, file) in needed {
            let path = format!("{PAGE}{}", file.trim_end_matches('"').trim_start_matches("./"));
            assert_eq!(answer(Method::GET, &path).await.0, 200, "{path}");
            count += 1;
        }
        assert!(count >= 5, "{html}");
        assert_eq!(answer(Method::GET, "/api/docs/none.js").await.0, 404);
    }

    #[actix_web::test]
    async fn nothing_comes_from_outside() {
        let (_, _, html) = answer(Method::GET, PAGE).await;
        assert_eq!(hosts(&html), Vec::<&str>::new());
        let (_, _, settings) = answer(Method::GET, "/api/docs/swagger-initializer.js").await;
        assert_eq!(hosts(&settings), Vec::<&str>::new());
        assert!(settings.contains(r#""validatorUrl": "none""#) && settings.contains(DOCUMENT), "{settings}");
        let (_, _, style) = answer(Method::GET, "/api/docs/swagger-ui.css").await;
        assert_eq!(hosts(&style), Vec::<&str>::new());
    }
}
