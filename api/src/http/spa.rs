//! The built SPA: its assets, and its page for every path that isn't the API's.

use actix_files::NamedFile;
use actix_web::http::{Method, header};
use actix_web::web::Data;
use actix_web::{HttpRequest, HttpResponse};

use super::Site;
use super::fallback::{Fallback, is_api};
use crate::error::{Error, Result};

/// Answers what no route took: the API's own 404 and 405, a file of the SPA, or its page.
pub async fn serve(request: HttpRequest, site: Data<Site>, fallback: Data<Fallback>) -> Result<HttpResponse> {
    if is_api(request.path()) || !matches!(*request.method(), Method::GET | Method::HEAD) {
        return Ok(fallback.answer(&request));
    }
    let path = request.path().trim_start_matches('/');
    let safe = path.split('/').all(|segment| !segment.starts_with('.') && !segment.contains('\\'));
    let is_file = safe && path.rsplit('/').next().is_some_and(|name| name.contains('.'));
    let file = site.frontend_dir.join(if is_file { path } else { "index.html" });
    let Ok(file) = NamedFile::open(&file) else { return Err(Error::not_found("页面")) };
    let mut response = file.into_response(&request);
    // Assets carry a digest in their name; the page names the assets.
    let life = if path.starts_with("assets/") { "public, max-age=31536000, immutable" } else { "no-cache" };
    response.headers_mut().insert(header::CACHE_CONTROL, header::HeaderValue::from_static(life));
    Ok(response)
}
