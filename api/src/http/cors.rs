//! Pages of other origins: closed, but for the origins that the operator names.

use actix_cors::Cors;
use actix_web::http::header;
use actix_web::middleware::Condition;

use super::headers::IDEMPOTENCY_KEY;
use super::middleware::REQUEST_ID;

/// How long a browser remembers a preflight, in seconds.
const REMEMBERED: usize = 600;

/// Tells browsers that pages of these origins may call the API, with the refresh cookie where it is
/// sent at all (`SameSite=Strict`: from other hosts of the same site). Without origins nothing is
/// told. A page of any other origin isn't told anything either, and so its browser keeps the answer
/// from it; what is no browser isn't concerned.
pub fn cors(origins: &[String]) -> Condition<Cors> {
    let named = origins.iter().fold(Cors::default(), |cors, origin| cors.allowed_origin(origin));
    let cors = named
        .allowed_methods(["GET", "POST", "DELETE"])
        .allowed_headers([header::AUTHORIZATION, header::CONTENT_TYPE, header::IF_MATCH, IDEMPOTENCY_KEY, REQUEST_ID])
        .expose_headers([header::ETAG, header::LOCATION, header::RETRY_AFTER, REQUEST_ID])
        .supports_credentials()
        .block_on_origin_mismatch(false)
        .max_age(REMEMBERED);
    Condition::new(!origins.is_empty(), cors)
}
