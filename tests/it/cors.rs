//! Pages of other origins may call the API only where the operator names them.

use actix_web::http::Method;
use actix_web::test::{self, TestRequest};
use bancheng::http::Site;
use bancheng::server::Service;

use crate::support::{Db, TestApp};

const PORTAL: &str = "https://portal.example.gov.cn";
const STRANGER: &str = "https://stranger.example.com";

/// Status, `Access-Control-*` headers and content type of each answer.
async fn answers(origins: &[&str], requests: Vec<TestRequest>) -> Vec<(u16, Vec<(String, String)>, String)> {
    let t = TestApp::new(Db::Sqlite).await;
    let site = Site {
        secure_cookies: true,
        demo: false,
        frontend_dir: "frontend/dist".into(),
        cors_origins: origins.iter().map(|origin| (*origin).to_owned()).collect(),
        trusted_proxies: 0,
    };
    let service = test::init_service(Service::new(t.app.clone(), site).unwrap().build()).await;
    let mut answers = Vec::new();
    for request in requests {
        let response = test::call_service(&service, request.to_request()).await;
        let text = |value: &actix_web::http::header::HeaderValue| value.to_str().unwrap().to_owned();
        let told = response.headers().iter().filter(|(name, _)| name.as_str().starts_with("access-control-"));
        let mut told: Vec<_> = told.map(|(name, value)| (name.to_string(), text(value))).collect();
        told.sort();
        let kind = response.headers().get("content-type").map_or(String::new(), text);
        answers.push((response.status().as_u16(), told, kind));
    }
    answers
}

fn from(origin: &str, method: Method, path: &str) -> TestRequest {
    TestRequest::default().method(method).uri(path).insert_header(("Origin", origin.to_owned()))
}

fn preflight(origin: &str, method: &str, headers: &str) -> TestRequest {
    from(origin, Method::OPTIONS, "/api/v1/cases/x/accept")
        .insert_header(("Access-Control-Request-Method", method.to_owned()))
        .insert_header(("Access-Control-Request-Headers", headers.to_owned()))
}

const SENT: &str = "authorization, content-type, if-match, idempotency-key";

#[actix_web::test]
async fn closed_unless_configured() {
    let requests = vec![from(PORTAL, Method::GET, "/api/v1/dictionary"), preflight(PORTAL, "POST", SENT)];
    let answers = answers(&[], requests).await;
    assert_eq!((answers[0].0, &answers[0].1), (200, &vec![]));
    assert_eq!((answers[1].0, &answers[1].1), (405, &vec![]));
}

#[actix_web::test]
async fn a_named_origin_may_call() {
    let requests = vec![
        preflight(PORTAL, "POST", SENT),
        from(PORTAL, Method::GET, "/api/v1/dictionary"),
        // Errors are told to the page too.
        from(PORTAL, Method::GET, "/api/v1/cases"),
    ];
    let answers = answers(&["http://localhost:5173", PORTAL], requests).await;
    let told = |i: usize, name: &str| {
        answers[i].1.iter().find(|(n, _)| *n == format!("access-control-{name}")).map(|(_, value)| value.clone())
    };
    assert_eq!((answers[0].0, answers[1].0, answers[2].0), (200, 200, 401));
    for i in 0..3 {
        assert_eq!(told(i, "allow-origin").as_deref(), Some(PORTAL));
        assert_eq!(told(i, "allow-credentials").as_deref(), Some("true"));
    }
    let methods = told(0, "allow-methods").unwrap();
    assert!(["GET", "POST", "DELETE"].iter().all(|method| methods.contains(method)), "{methods}");
    let headers = told(0, "allow-headers").unwrap();
    assert!(SENT.split(", ").all(|header| headers.contains(header)), "{headers}");
    assert_eq!(told(0, "max-age").as_deref(), Some("600"));
    let exposed = told(1, "expose-headers").unwrap();
    assert!(["etag", "location", "retry-after"].iter().all(|header| exposed.contains(header)), "{exposed}");
}

#[actix_web::test]
async fn others_are_told_nothing() {
    let requests = vec![
        preflight(STRANGER, "POST", SENT),
        preflight(PORTAL, "PUT", SENT),
        preflight(PORTAL, "POST", "x-other"),
        from(STRANGER, Method::GET, "/api/v1/dictionary"),
        from("null", Method::GET, "/api/v1/dictionary"),
    ];
    for (i, (status, told, kind)) in answers(&[PORTAL], requests).await.into_iter().enumerate() {
        assert!(!told.iter().any(|(name, _)| name == "access-control-allow-origin"), "{i}: {told:?}");
        if i < 3 {
            assert_eq!((status, kind.as_str()), (400, "application/problem+json"), "{i}");
        } else {
            assert_eq!(status, 200, "{i}");
        }
    }
}
