//! HTTP: turns requests into use cases and back. Routes are mounted here and nowhere else; the
//! OpenAPI document is collected from them.

mod attachments;
mod audit;
mod auth;
mod calendar;
mod case_commands;
mod cases;
mod cors;
mod demo;
mod docs;
mod fallback;
mod headers;
mod health;
mod inbox;
mod json;
mod limit;
mod matters;
mod meetings;
mod middleware;
mod notices;
mod openapi;
mod overview;
mod policy_issues;
mod problem;
mod public;
mod query;
mod receipt;
mod saved_views;
mod search;
mod secrecy;
mod session;
mod settings;
mod spa;
mod statistics;
mod stream;
mod units;
mod upload;
mod users;
mod violation;
mod work_orders;

use utoipa_actix_web::service_config::ServiceConfig;

use crate::clock::Clock;
use crate::config::Serve;
pub use cors::cors;
pub use docs::Docs;
pub use fallback::Fallback;
pub use middleware::{request_id, security_headers};
pub use openapi::document;
pub use spa::serve as serve_spa;

/// What handlers share beside the application.
#[derive(Clone)]
pub struct Site {
    /// Whether cookies are sent over TLS only.
    pub secure_cookies: bool,
    /// Whether demo accounts are shown.
    pub demo: bool,
    /// The built SPA.
    pub frontend_dir: std::path::PathBuf,
    /// Origins of others whose pages may call the API.
    pub cors_origins: Vec<String>,
    /// How many reverse proxies before the service tell the truth about the client's address.
    pub trusted_proxies: usize,
}

impl Site {
    /// As the command line says.
    pub fn new(serve: &Serve) -> Self {
        Self {
            secure_cookies: serve.public_url().starts_with("https://"),
            demo: serve.demo,
            frontend_dir: serve.frontend_dir.clone(),
            cors_origins: serve.cors_origins.clone(),
            trusted_proxies: serve.trusted_proxies,
        }
    }
}

/// How often one address may ask.
pub struct Limits {
    /// Sign-in.
    sign_in: limit::RateLimiter,
    /// What is open to all.
    public: limit::RateLimiter,
    /// Enquiries by number and code.
    enquiries: limit::RateLimiter,
}

impl Limits {
    /// The limits, by this clock.
    pub fn new(clock: &Clock) -> Self {
        Self {
            sign_in: limit::RateLimiter::new(clock.clone(), 2.0, 60),
            public: limit::RateLimiter::new(clock.clone(), 200.0, 400),
            enquiries: limit::RateLimiter::new(clock.clone(), 0.5, 20),
        }
    }
}

/// The API's routes. The document is made of these.
pub fn api(config: &mut ServiceConfig) {
    config.service(health::healthz).service(health::readyz).service(health::metrics).service(
        utoipa_actix_web::scope("/api/v1")
            .service(utoipa_actix_web::scope("/session").configure(session::routes))
            .service(session::get_me)
            .service(units::list_words)
            .service(utoipa_actix_web::scope("/calendar").configure(calendar::routes))
            .service(utoipa_actix_web::scope("/units").configure(units::routes))
            .service(utoipa_actix_web::scope("/users").configure(users::routes))
            .service(utoipa_actix_web::scope("/settings").configure(settings::routes))
            .service(utoipa_actix_web::scope("/cases").configure(cases::routes))
            .service(utoipa_actix_web::scope("/inbox").configure(inbox::routes))
            .service(utoipa_actix_web::scope("/work-orders").configure(work_orders::routes))
            .service(utoipa_actix_web::scope("/notices").configure(notices::routes))
            .service(stream::follow_events)
            .service(utoipa_actix_web::scope("/public/cases").configure(public::routes))
            .service(utoipa_actix_web::scope("/meetings").configure(meetings::routes))
            .service(utoipa_actix_web::scope("/policy-issues").configure(policy_issues::routes))
            .service(utoipa_actix_web::scope("/saved-views").configure(saved_views::routes))
            .service(overview::get_overview)
            .service(overview::get_workload)
            .service(utoipa_actix_web::scope("/statistics").configure(statistics::routes))
            .service(utoipa_actix_web::scope("/audit").configure(audit::routes))
            .service(utoipa_actix_web::scope("/demo").configure(demo::routes)),
    );
}
