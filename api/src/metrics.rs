//! What is measured of the service itself: requests by route, method and status, and their time.

use prometheus::{Encoder, HistogramOpts, HistogramVec, IntCounterVec, Opts, Registry, TextEncoder};

use crate::error::{Error, Result};

/// The figures.
#[derive(Clone)]
pub struct Metrics {
    registry: Registry,
    requests: IntCounterVec,
    seconds: HistogramVec,
}

impl Metrics {
    /// Figures that start at nought.
    ///
    /// # Errors
    /// Where two figures have one name.
    pub fn new() -> Result<Self> {
        let requests = IntCounterVec::new(
            Opts::new("bancheng_http_requests_total", "Requests answered"),
            &["method", "route", "status"],
        )
        .map_err(Error::internal)?;
        let seconds = HistogramVec::new(
            HistogramOpts::new("bancheng_http_request_seconds", "Time to answer, in seconds"),
            &["method", "route"],
        )
        .map_err(Error::internal)?;
        let registry = Registry::new();
        registry.register(Box::new(requests.clone())).map_err(Error::internal)?;
        registry.register(Box::new(seconds.clone())).map_err(Error::internal)?;
        Ok(Self { registry, requests, seconds })
    }

    /// Counts one request answered.
    pub fn count(&self, method: &str, route: &str, status: u16, seconds: f64) {
        self.requests.with_label_values(&[method, route, &status.to_string()]).inc();
        self.seconds.with_label_values(&[method, route]).observe(seconds);
    }

    /// In the text format of Prometheus.
    ///
    /// # Errors
    /// Where a figure can't be written.
    pub fn render(&self) -> Result<String> {
        let mut text = Vec::new();
        TextEncoder::new().encode(&self.registry.gather(), &mut text).map_err(Error::internal)?;
        String::from_utf8(text).map_err(Error::internal)
    }
}
