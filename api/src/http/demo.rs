//! The demo's accounts, shown on the sign-in page in demo mode only.

use actix_web::web::Data;
use actix_web::{HttpResponse, get};
use serde::Serialize;
use utoipa::ToSchema;
use utoipa_actix_web::service_config::ServiceConfig;

use super::Site;
use super::problem::{PublicProblems, references};
use crate::app::demo::{Account, accounts};
use crate::error::{Error, Result};

/// Mounts the routes.
pub fn routes(config: &mut ServiceConfig) {
    config.service(list_demo_accounts);
}

/// The demo's accounts.
#[derive(Serialize, ToSchema)]
pub struct DemoAccounts {
    /// One for each role, and more.
    pub accounts: Vec<Account>,
}

struct NotFoundToo;

impl utoipa::IntoResponses for NotFoundToo {
    fn responses() -> std::collections::BTreeMap<String, utoipa::openapi::RefOr<utoipa::openapi::response::Response>> {
        references(&[404])
    }
}

/// List the demo's accounts
///
/// 404 outside demo mode.
#[utoipa::path(
    tag = "session",
    security(()),
    responses((status = 200, description = "The accounts.", body = DemoAccounts), PublicProblems, NotFoundToo),
)]
#[get("/accounts")]
pub async fn list_demo_accounts(site: Data<Site>) -> Result<HttpResponse> {
    if !site.demo {
        return Err(Error::not_found("内容"));
    }
    Ok(HttpResponse::Ok().json(DemoAccounts { accounts: accounts() }))
}
