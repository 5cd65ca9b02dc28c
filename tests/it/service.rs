//! What isn't about cases: health, figures, the calendar, units, users, the documentation, and what is no route.

use std::collections::BTreeSet;

use actix_web::http::Method;
use actix_web::test::{self, TestRequest};
use bancheng::http::Site;
use bancheng::server::Service;
use serde_json::{Value, json};

use crate::support::api::{registration, text};
use crate::support::{Answer, TestApp, both};

async fn open(t: &TestApp, path: &str) -> Answer {
    t.send(TestRequest::get().uri(path)).await
}

fn header<'a>(answer: &'a Answer, name: &str) -> &'a str {
    answer.headers.get(name).map_or("", |value| value.to_str().unwrap())
}

fn deadline(from: &str, days: &str) -> String {
    format!("/api/v1/calendar/deadline?from={from}&working_days={days}")
}

both! {
    async fn health_is_open_to_all(t: TestApp) {
        assert_eq!(open(&t, "/healthz").await.ok(), json!({ "status": "alive" }));
        assert_eq!(open(&t, "/readyz").await.ok(), json!({ "status": "ready" }));
        // A database that isn't current: alive, not ready.
        t.db.behind_its_back(
            "DELETE FROM __diesel_schema_migrations WHERE version = (SELECT max(version) FROM __diesel_schema_migrations)",
        );
        let answer = open(&t, "/readyz").await;
        assert_eq!(header(&answer, "retry-after"), "1");
        answer.refused(503, "busy");
        open(&t, "/healthz").await.ok();
    }

    /// Figures by route, never by what a path or query names.
    async fn figures_name_routes_and_nobody(t: TestApp) {
        let id = t.registered().await;
        t.get("intake", &format!("/api/v1/cases/{id}")).await.ok();
        t.get("intake", "/api/v1/cases/nothing").await.refused(404, "not_found");
        let answer = open(&t, "/metrics").await;
        assert!(header(&answer, "content-type").starts_with("text/plain"));
        for line in [
            r#"bancheng_http_requests_total{method="POST",route="/api/v1/cases",status="201"} 1"#,
            r#"bancheng_http_requests_total{method="GET",route="/api/v1/cases/{id}",status="200"} 1"#,
            r#"bancheng_http_requests_total{method="GET",route="/api/v1/cases/{id}",status="404"} 1"#,
        ] {
            assert!(answer.text.lines().any(|found| found == line), "{line} is not in {}", answer.text);
        }
        assert!(!answer.text.contains(&id));
    }

    /// The calculator of deadlines needs no sign-in.
    async fn the_calendar_reckons_for_everybody(t: TestApp) {
        let sample = open(&t, &deadline("2021-09-01", "5")).await.ok();
        assert_eq!((&sample["due_date"], &sample["provisional"]), (&json!("2021-09-08"), &json!(false)));
        let days = sample["days"].as_array().unwrap();
        assert_eq!((days.len(), &days[0]["reason"], &days[7]["ordinal"]), (8, &json!("start_day"), &json!(5)));
        assert!(days.iter().all(|day| day["reason_label"].as_str().is_some_and(|label| !label.is_empty())));
        for (from, days, due) in [
            // An instant counts by its day in Shanghai: late evening in UTC is the next morning there.
            ("2021-09-01T15:59:59Z", "5", "2021-09-08"),
            ("2021-09-01T16:00:00Z", "5", "2021-09-09"),
            ("2021-09-01T23:59:59%2B08:00", "5", "2021-09-08"),
            ("2021-09-02T00:00:00%2B08:00", "5", "2021-09-09"),
            ("2021-09-01T23:59:59+08:00", "5", "2021-09-08"),
            // Over the National Day: the 26th of September and the 9th of October 2021 are worked.
            ("2021-09-24", "3", "2021-09-28"),
            ("2021-09-30", "1", "2021-10-08"),
            ("2021-09-30", "2", "2021-10-09"),
            ("2019-01-01", "1", "2019-01-02"),
        ] {
            assert_eq!(open(&t, &deadline(from, days)).await.ok()["due_date"], due, "{from} + {days}");
        }
        assert_eq!(
            open(&t, &deadline("2021-09-01", "250")).await.ok()["days"].as_array().unwrap().last().unwrap()["ordinal"],
            250
        );
        assert_eq!(open(&t, &deadline("2100-12-31", "5")).await.ok()["provisional"], true);
        for (from, days, parameter) in [
            ("2021-09-01", "0", "working_days"),
            ("2021-09-01", "251", "working_days"),
            ("2021-09-01", "-1", "working_days"),
            ("2021-09-01", "5.5", "working_days"),
            ("2021-09-01", "", "working_days"),
            ("2018-12-31", "5", "from"),
            ("2101-01-01", "5", "from"),
            ("%2B262142-12-31", "5", "from"),
            ("2021-02-29", "5", "from"),
            ("", "5", "from"),
            ("tomorrow", "5", "from"),
            ("2021-09-01T09:00:00", "5", "from"),
            (&"2".repeat(3000), "5", "from"),
        ] {
            open(&t, &deadline(from, days)).await.names_field(parameter);
        }
        open(&t, "/api/v1/calendar/deadline?from=2021-09-01").await.names_field("working_days");
        open(&t, "/api/v1/calendar/deadline?from=2021-09-01&working_days=5&tz=UTC").await.names_field("tz");
    }

    /// A hundred a second is nothing; a flood is told when to come again.
    async fn the_calendar_bears_a_hundred_a_second(t: TestApp) {
        let path = deadline("2021-09-01", "1");
        for _ in 0..400 {
            open(&t, &path).await.ok();
        }
        let answer = open(&t, &path).await;
        assert_eq!(header(&answer, "retry-after"), "1");
        answer.refused(429, "too_many_requests");
        t.at("2021-09-01T09:00:01+08:00");
        for _ in 0..200 {
            open(&t, &path).await.ok();
        }
    }

    async fn the_dictionary_has_a_label_for_every_word(t: TestApp) {
        let answer = open(&t, "/api/v1/dictionary").await;
        let words = answer.ok()["words"].as_array().unwrap().clone();
        let mut names = BTreeSet::new();
        for list in &words {
            assert!(names.insert(text(&list["name"])), "{} is there twice", list["name"]);
            for word in std::iter::once(list).chain(list["words"].as_array().unwrap()) {
                let label = text(&word["label"]);
                assert!(label.chars().any(|c| ('\u{4E00}'..='\u{9FFF}').contains(&c)), "{word}");
            }
        }
        for name in ["CaseState", "Channel", "Cause", "Role", "Satisfaction", "CaseAction", "EventType"] {
            assert!(names.contains(name), "{name}");
        }
    }

    async fn units(t: TestApp) {
        open(&t, "/api/v1/units").await.refused(401, "not_signed_in");
        let list = t.get("handler.qzjw", "/api/v1/units").await.ok();
        let items = list["items"].as_array().unwrap();
        let ranks: Vec<i64> = items.iter().map(|unit| unit["rank"].as_i64().unwrap()).collect();
        assert!(items.len() > 60 && ranks.is_sorted());
        let lead = items.iter().find(|unit| unit["leads"] == "government_service").unwrap();
        assert_eq!((&lead["id"], &lead["name"]), (&json!("qzwfwj"), &json!("区政务服务局")));

        let new = |field: &str, value: Value| {
            let mut unit = json!({
                "id": "dt_xin", "name": "新大厅", "full_name": "新设政务服务大厅", "kind": "hall", "parent": "qzwfwj",
                "rank": 1200,
            });
            unit[field] = value;
            unit
        };
        let count = t.event_count();
        for who in ["lead.zw", "office", "auditor", "leader"] {
            t.post(who, "/api/v1/units", new("rank", json!(1))).await.refused(403, "role_may_not");
        }
        for (field, value) in [
            ("id", json!("Xin")),
            ("id", json!("新")),
            ("id", json!("")),
            ("id", json!("x".repeat(41))),
            ("name", json!("")),
            ("name", json!("长".repeat(41))),
            ("full_name", json!("长".repeat(101))),
            ("kind", json!("club")),
            ("parent", json!("nowhere")),
            ("leads", json!("government_service")),
            ("rank", json!(-1)),
            ("rank", json!(100_001)),
            ("motto", json!("办成")),
        ] {
            t.post("admin", "/api/v1/units", new(field, value)).await.names_field(field);
        }
        t.post("admin", "/api/v1/units", new("id", json!("qzjw"))).await.refused(409, "already_exists");
        assert_eq!(t.event_count(), count);

        let made = t.post("admin", "/api/v1/units", new("rank", json!(1200))).await;
        assert_eq!((made.status.as_u16(), header(&made, "location")), (201, "/api/v1/units/dt_xin"));
        let read = t.get("intake", "/api/v1/units/dt_xin").await.ok();
        assert_eq!(
            (&read["name"], &read["parent"], &read["closed"]),
            (&json!("新大厅"), &json!("qzwfwj"), &json!(false))
        );
        t.post("admin", "/api/v1/units", new("rank", json!(1200))).await.refused(409, "already_exists");
        let second = json!({ "id": "zgj2", "name": "第二总管家", "full_name": "第二总管家", "kind": "chief_butler",
                             "coordinates": "business_service" });
        t.post("admin", "/api/v1/units", second).await.names_field("coordinates");
        t.get("intake", "/api/v1/units/nowhere").await.refused(404, "not_found");
        let report = t.verify();
        assert!(report.is_sound(), "{report}");
    }

    async fn users(t: TestApp) {
        const PASSWORD: &str = "correct horse";
        let new = |field: &str, value: Value| {
            let mut user = json!({
                "username": "new.person", "name": "甄新人", "password": PASSWORD,
                "posts": [{ "role": "handler", "unit": "qzjw" }],
            });
            user[field] = value;
            user
        };
        let count = t.event_count();
        for who in ["lead.zw", "office", "auditor", "intake"] {
            t.post(who, "/api/v1/users", new("name", json!("甄"))).await.refused(403, "role_may_not");
        }
        t.get("lead.zw", "/api/v1/users").await.refused(403, "role_may_not");
        let post = |role: &str, unit: &str| json!([{ "role": role, "unit": unit }]);
        for (field, value, path) in [
            ("posts", post("handler", "nowhere"), "posts[0].unit"),
            ("posts", post("king", "qzjw"), "posts[0].role"),
            ("posts", json!([{ "role": "handler" }]), "posts[0].unit"),
            ("posts", json!([]), "posts"),
            ("posts", json!(vec![json!({ "role": "handler", "unit": "qzjw" }); 21]), "posts"),
            (
                "posts",
                json!([{ "role": "handler", "unit": "qzjw" }, { "role": "handler", "unit": "qzjw" }]),
                "posts[1]",
            ),
            ("posts", post("lead", "qzjw"), "posts[0].unit"),
            ("posts", post("office", "qysb"), "home_unit"),
            ("home_unit", json!("nowhere"), "home_unit"),
            ("password", json!("eleven char"), "password"),
            ("password", json!("密".repeat(129)), "password"),
            ("username", json!("New Person"), "username"),
            ("username", json!("x"), "username"),
            ("username", json!("x".repeat(61)), "username"),
            ("name", json!("长".repeat(51)), "name"),
            ("phone", json!("1"), "phone"),
            ("disabled", json!(true), "disabled"),
        ] {
            t.post("admin", "/api/v1/users", new(field, value)).await.names_field(path);
        }
        t.post("admin", "/api/v1/users", new("username", json!("intake"))).await.refused(409, "already_exists");
        assert_eq!(t.event_count(), count);

        let made = t.post("admin", "/api/v1/users", new("phone", json!("010-60000002"))).await;
        let location = header(&made, "location").to_owned();
        assert_eq!(location, format!("/api/v1/users/{}", text(&made.clone().ok()["id"])));
        let read = t.get("auditor", &location).await;
        assert_eq!((&read.body["username"], &read.body["disabled"]), (&json!("new.person"), &json!(false)));
        assert_eq!(header(&read, "etag"), "\"1\"");
        for kept in [
            read.text,
            made.text,
            t.column("SELECT body FROM events").concat(),
            t.column("SELECT phc FROM passwords").concat(),
        ] {
            assert!(!kept.contains(PASSWORD), "{kept}");
        }
        let session = TestRequest::post()
            .uri("/api/v1/session")
            .set_json(json!({ "username": "new.person", "password": PASSWORD }));
        assert_eq!(t.send(session).await.ok()["acting"]["unit"], "qzjw");

        // Paged by name, each once; the last page says that it is.
        let all = t.get("admin", "/api/v1/users?limit=200").await.ok();
        let names: Vec<&str> =
            all["items"].as_array().unwrap().iter().map(|user| user["username"].as_str().unwrap()).collect();
        assert!(names.len() > 80 && names.is_sorted() && all["next_cursor"].is_null());
        let exactly = t.get("admin", &format!("/api/v1/users?limit={}", names.len())).await.ok();
        assert!(exactly["next_cursor"].is_null() && exactly["items"].as_array().unwrap().len() == names.len());
        let first = t.get("auditor", "/api/v1/users?limit=30").await.ok();
        let rest =
            t.get("auditor", &format!("/api/v1/users?limit=200&cursor={}", text(&first["next_cursor"]))).await.ok();
        let paged = [&first, &rest].map(|page| page["items"].as_array().unwrap().clone()).concat();
        assert_eq!(json!(paged), all["items"]);
        let of_unit = t.get("admin", "/api/v1/users?unit=qzjw").await.ok();
        assert_eq!(of_unit["items"].as_array().unwrap().len(), 3);
        let report = t.verify();
        assert!(report.is_sound(), "{report}");
    }

    /// A user is entered once, however often the request is sent.
    async fn entering_a_user_twice_is_harmless(t: TestApp) {
        let user = json!({
            "username": "once", "name": "甄一次", "password": "correct horse",
            "posts": [{ "role": "leader", "unit": "ldxz" }],
        });
        let key = [("Idempotency-Key", "u")];
        let first = t.post_with("admin", "/api/v1/users", &key, user.clone()).await.ok();
        assert_eq!(t.post_with("admin", "/api/v1/users", &key, user.clone()).await.ok(), first);
        t.post("admin", "/api/v1/users", user).await.refused(409, "already_exists");
    }

    /// The page loads nothing from outside, and serves the document that the program makes.
    async fn the_documentation(t: TestApp) {
        let document = open(&t, "/api/openapi.json").await.ok();
        assert_eq!(document, serde_json::to_value(bancheng::http::document()).unwrap());
        let bare = open(&t, "/api/docs").await;
        assert_eq!((bare.status.as_u16(), header(&bare, "location")), (302, "/api/docs/"));
        let page = open(&t, "/api/docs/").await;
        assert!(page.status == 200 && header(&page, "content-type").starts_with("text/html"));
        let linked = |attribute: &str| {
            page.text
                .split(attribute)
                .skip(1)
                .map(|rest| rest.split('"').next().unwrap().to_owned())
                .collect::<Vec<_>>()
        };
        let assets = [linked("src=\""), linked("href=\"")].concat();
        assert!(assets.len() > 3, "{assets:?}");
        for asset in assets {
            assert!(!asset.contains("//"), "{asset} is outside");
            let file = open(&t, &format!("/api/docs/{}", asset.trim_start_matches("./"))).await;
            assert!(file.status == 200 && !file.text.is_empty(), "{asset}");
        }
        open(&t, "/api/docs/nothing.js").await.refused(404, "not_found");
    }

    /// What is no route: 404 where there is nothing, 405 with what there is, never the SPA's page.
    async fn what_is_no_route(t: TestApp) {
        for (method, path, allow) in [
            (Method::DELETE, "/api/v1/cases", "GET, POST"),
            (Method::PATCH, "/api/v1/cases/x", "GET"),
            (Method::PUT, "/api/v1/cases/x/accept", "POST"),
            (Method::GET, "/api/v1/cases/x/accept", "POST"),
            (Method::GET, "/api/v1/session", "DELETE, POST"),
            (Method::POST, "/api/v1/me", "GET"),
            (Method::POST, "/healthz", "GET"),
        ] {
            let answer = t.send(TestRequest::default().method(method.clone()).uri(path)).await;
            assert_eq!(header(&answer, "allow"), allow, "{method} {path}");
            assert_eq!(header(&answer, "content-type"), "application/problem+json");
            answer.refused(405, "method_not_allowed");
        }
        for path in [
            "/api",
            "/api/",
            "/api/v1",
            "/api/v2/cases",
            "/api/v1/nothing",
            "/api/v1/cases/x/y/z",
            "/api/v1/Cases",
            "/api/index.html",
        ] {
            let answer = open(&t, path).await;
            assert_eq!(header(&answer, "content-type"), "application/problem+json", "{path}");
            answer.refused(404, "not_found");
        }
        // Whether one may is told before what one sent is read.
        t.send(TestRequest::post().uri("/api/v1/cases").set_payload("{")).await.refused(401, "not_signed_in");
        t.post("auditor", "/api/v1/cases", registration()).await.refused(403, "role_may_not");
        // The demo's passwords are shown in the demo only.
        open(&t, "/api/v1/demo/accounts").await.refused(404, "not_found");
    }
}

/// The SPA's page answers for its own paths, and for none of the API's.
#[actix_web::test]
async fn the_spa_has_its_paths_and_the_api_has_its_own() {
    let t = TestApp::new(crate::support::Db::Sqlite).await;
    let folder = tempfile::tempdir().unwrap();
    std::fs::create_dir(folder.path().join("assets")).unwrap();
    std::fs::write(folder.path().join("index.html"), "<title>办成</title>").unwrap();
    std::fs::write(folder.path().join("assets/app-1.js"), "export {}").unwrap();
    std::fs::write(folder.path().join(".secret"), "no").unwrap();
    let site = Site {
        secure_cookies: true,
        demo: true,
        frontend_dir: folder.path().to_owned(),
        cors_origins: Vec::new(),
        trusted_proxies: 0,
    };
    let service = test::init_service(Service::new(t.app.clone(), site).unwrap().build()).await;
    let get = async |path: &str| {
        let response = test::call_service(&service, TestRequest::get().uri(path).to_request()).await;
        let (status, headers) = (response.status().as_u16(), response.headers().clone());
        let body = String::from_utf8_lossy(&test::read_body(response).await).into_owned();
        let of = |name: &str| headers.get(name).map_or(String::new(), |value| value.to_str().unwrap().to_owned());
        (status, of("content-type"), of("cache-control"), body)
    };
    for path in ["/", "/cases", "/cases/0190?tab=history", "/sign-in", "/apiary"] {
        let (status, kind, cache, body) = get(path).await;
        assert!(status == 200 && kind.starts_with("text/html") && body.contains("办成"), "{path}: {status} {body}");
        assert_eq!(cache, "no-cache", "{path}");
    }
    let (status, kind, cache, _) = get("/assets/app-1.js").await;
    assert!(status == 200 && kind.contains("javascript") && cache.contains("immutable"), "{kind} {cache}");
    for path in ["/api/v1/nothing", "/api/cases", "/assets/app-2.js", "/favicon.ico"] {
        let (status, _, _, body) = get(path).await;
        assert!(status == 404 && !body.contains("办成</title>"), "{path}: {status} {body}");
    }
    for path in ["/.secret", "/assets/../.secret", "/%2e%2e/Cargo.toml", "/..%2fCargo.toml", "/assets/..%5c.secret"] {
        let (_, _, _, body) = get(path).await;
        assert!(body != "no" && !body.contains("[package]"), "{path}: {body}");
    }
    // In the demo, and there only, the sign-in page may show the accounts.
    let (status, _, _, body) = get("/api/v1/demo/accounts").await;
    assert!(status == 200 && body.contains("甄受理"), "{status}");

    // Behind TLS the cookie is for TLS only.
    let credentials = json!({ "username": "intake", "password": bancheng::app::demo::PASSWORD });
    let request = TestRequest::post().uri("/api/v1/session").set_json(credentials).to_request();
    let response = test::call_service(&service, request).await;
    let cookie = response.headers().get("set-cookie").unwrap().to_str().unwrap();
    assert!(cookie.split("; ").any(|part| part == "Secure"), "{cookie}");
}
