//! The one builder of the service, which `main` and every test use.

use actix_web::App as ActixApp;
use actix_web::body::MessageBody;
use actix_web::dev::{ServiceFactory, ServiceRequest, ServiceResponse};
use actix_web::middleware::{Compress, Next, from_fn};
use actix_web::web::{self, Data};
use utoipa_actix_web::AppExt;

use crate::app::App;
use crate::error::Result;
use crate::http::{self, Docs, Fallback, Limits, Site};
use crate::metrics::Metrics;

/// What every worker shares.
#[derive(Clone)]
pub struct Service {
    app: App,
    site: Data<Site>,
    limits: Data<Limits>,
    metrics: Data<Metrics>,
    docs: Docs,
    fallback: Data<Fallback>,
}

impl Service {
    /// The service over this application.
    ///
    /// # Errors
    /// Where the document can't be written.
    pub fn new(app: App, site: Site) -> Result<Self> {
        let document = http::document();
        Ok(Self {
            limits: Data::new(Limits::new(&app.clock)),
            site: Data::new(site),
            metrics: Data::new(Metrics::new()?),
            docs: Docs::new(&document)?,
            fallback: Data::new(Fallback::new(&document)),
            app,
        })
    }

    /// The actix application.
    pub fn build(
        &self,
    ) -> ActixApp<
        impl ServiceFactory<
            ServiceRequest,
            Config = (),
            Response = ServiceResponse<impl MessageBody + use<>>,
            Error = actix_web::Error,
            InitError = (),
        > + use<>,
    > {
        let docs = self.docs.clone();
        ActixApp::new()
            .wrap(http::cors(&self.site.cors_origins))
            .wrap(from_fn(http::request_id))
            .wrap(from_fn(http::security_headers))
            .wrap(from_fn(measure))
            .wrap(Compress::default())
            .app_data(Data::new(self.app.clone()))
            .app_data(self.site.clone())
            .app_data(self.limits.clone())
            .app_data(self.metrics.clone())
            .app_data(self.fallback.clone())
            .into_utoipa_app()
            .configure(http::api)
            .into_app()
            .configure(|config| docs.mount(config))
            .default_service(web::to(http::serve_spa))
    }
}

/// Counts every request by the route that took it.
async fn measure(
    request: ServiceRequest,
    next: Next<impl MessageBody>,
) -> std::result::Result<ServiceResponse<impl MessageBody>, actix_web::Error> {
    let started = std::time::Instant::now();
    let method = request.method().as_str().to_owned();
    let route = request.match_pattern().unwrap_or_else(|| "-".to_owned());
    let metrics = request.app_data::<Data<Metrics>>().cloned();
    let response = next.call(request).await?;
    if let Some(metrics) = metrics {
        metrics.count(&method, &route, response.status().as_u16(), started.elapsed().as_secs_f64());
    }
    Ok(response)
}
