//! The OpenAPI document, collected from the routes that are mounted.

use actix_web::App as ActixApp;
use utoipa::OpenApi as _;
use utoipa::openapi::security::{HttpAuthScheme, HttpBuilder, SecurityRequirement, SecurityScheme};
use utoipa::openapi::{Components, OpenApi};
use utoipa_actix_web::AppExt;

use super::{problem, secrecy};

#[derive(utoipa::OpenApi)]
#[openapi(info(
    title = "办成 Bancheng",
    description = "Makes sure that what an enterprise or a citizen could not get done (办不成事) does get done. \
                   Errors are problem documents (RFC 9457) with a stable `code`. Instants are RFC 3339 with +08:00.",
    license(name = "Apache-2.0", identifier = "Apache-2.0")
))]
struct Base;

/// The document.
pub fn document() -> OpenApi {
    let app = ActixApp::new().into_utoipa_app().openapi(Base::openapi()).configure(super::api);
    let (_, mut openapi) = app.split_for_parts();
    problem::document(&mut openapi);
    secrecy::warn(&mut openapi);
    let bearer = HttpBuilder::new().scheme(HttpAuthScheme::Bearer).bearer_format("JWT").build();
    openapi.components.get_or_insert_with(Components::new).add_security_scheme("bearer", SecurityScheme::Http(bearer));
    openapi.security = Some(vec![SecurityRequirement::new("bearer", Vec::<String>::new())]);
    openapi
}
