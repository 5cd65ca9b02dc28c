//! What commands answer, and what of a request makes it the same when repeated.

use actix_web::http::StatusCode;
use actix_web::web::Bytes;
use actix_web::{HttpRequest, HttpResponse};
use serde::Serialize;
use utoipa::ToSchema;

use super::headers::{IdempotencyKey, etag};
use crate::app::{Once, Receipt};
use crate::domain::number::Number;

/// What a command answers.
#[derive(Serialize, ToSchema)]
#[schema(as = Receipt)]
pub struct ReceiptView {
    /// The identifier of what was made or changed.
    pub id: String,
    /// Its number, if it has one.
    pub number: Option<Number>,
    /// The state it is in now.
    pub state: String,
    /// Its version, for `If-Match`.
    pub version: i64,
}

impl From<Receipt> for ReceiptView {
    fn from(receipt: Receipt) -> Self {
        Self { id: receipt.id, number: receipt.number, state: receipt.state, version: receipt.version }
    }
}

/// Answers a command.
pub fn answer(receipt: Receipt) -> HttpResponse {
    let tag = etag(receipt.version);
    HttpResponse::Ok().insert_header(tag).json(ReceiptView::from(receipt))
}

/// Answers what made something, with its address below `collection`.
pub fn created(collection: &str, receipt: &Receipt, body: impl Serialize) -> HttpResponse {
    HttpResponse::build(StatusCode::CREATED)
        .insert_header(etag(receipt.version))
        .insert_header(("Location", format!("{collection}/{}", receipt.id)))
        .json(body)
}

/// What of the request makes it the same when it is repeated.
pub fn once(request: &HttpRequest, key: IdempotencyKey, body: &Bytes) -> Once {
    let route = format!("{} {}", request.method(), request.path());
    Once { route, key: key.0, body: body.to_vec() }
}
