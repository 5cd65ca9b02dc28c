//! The service in the test's own process, spoken to as a client would.

use std::collections::HashMap;
use std::pin::Pin;
use std::rc::Rc;
use std::sync::Mutex;

use actix_http::Request;
use actix_web::body::BoxBody;
use actix_web::dev::ServiceResponse;
use actix_web::http::{Method, StatusCode, header::HeaderMap};
use actix_web::test;
use bancheng::app::App;
use bancheng::app::demo::PASSWORD;
use bancheng::auth::Principal;
use bancheng::clock::Clock;
use bancheng::crypto::KeyRing;
use bancheng::domain::user::Post;
use bancheng::http::Site;
use bancheng::server::Service;
use bancheng::store::Store;
use bancheng::store::files::Folder;
use bancheng::store::verify::{Report, verify};
use chrono::{DateTime, FixedOffset, Utc};
use serde_json::{Value, json};

use super::database::{Db, Fresh};

/// What a person chooses who has to change the first password.
pub const CHOSEN_PASSWORD: &str = "chosen by myself";

type Call = Rc<dyn Fn(Request) -> Pin<Box<dyn Future<Output = ServiceResponse<BoxBody>>>>>;

/// What the service answered.
#[derive(Debug, Clone)]
pub struct Answer {
    pub status: StatusCode,
    pub headers: HeaderMap,
    pub body: Value,
    pub text: String,
    pub bytes: Vec<u8>,
}

impl Answer {
    /// The answer, which must be a success.
    #[track_caller]
    pub fn ok(self) -> Value {
        assert!(self.status.is_success(), "{} {}", self.status, self.text);
        self.body
    }

    /// That it was refused so: `refused(409, "wrong_state")`.
    #[track_caller]
    pub fn refused(self, status: u16, code: &str) -> Value {
        let was = (self.status.as_u16(), self.body["code"].as_str().unwrap_or_default());
        assert_eq!(was, (status, code), "{}", self.text);
        self.body
    }

    /// That the field at `path` was named.
    #[track_caller]
    pub fn names_field(self, path: &str) -> Value {
        assert_eq!(self.status.as_u16(), 422, "{}", self.text);
        let named = self.body["errors"].as_array().is_some_and(|e| e.iter().any(|e| e["path"] == path));
        assert!(named, "no error at {path}: {}", self.text);
        self.body
    }
}

/// A service with its own database and clock. People are named as the demo names them.
pub struct TestApp {
    pub app: App,
    pub clock: Clock,
    pub db: Fresh,
    /// Where the files of attachments lie.
    pub files: tempfile::TempDir,
    call: Call,
    tokens: Mutex<HashMap<String, (String, Principal)>>,
}

impl TestApp {
    /// On a fresh database with the demo's units and people, on 2021-09-01 at 9:00.
    pub async fn new(db: Db) -> Self {
        Self::over(db.fresh().await).await
    }

    pub async fn over(db: Fresh) -> Self {
        let clock = Clock::manual(instant("2021-09-01T09:00:00+08:00"));
        let files = tempfile::tempdir().unwrap();
        let store = Store::open(db.url.clone()).unwrap().with_files(Folder::new(files.path().join("files")));
        let app = App::new(store, KeyRing::ephemeral(), clock.clone());
        let site = Site {
            secure_cookies: false,
            demo: false,
            frontend_dir: "frontend/dist".into(),
            cors_origins: Vec::new(),
            trusted_proxies: 1,
        };
        let service = Service::new(app.clone(), site).unwrap();
        let service = Rc::new(test::init_service(service.build()).await);
        let call: Call = Rc::new(move |request| {
            let service = service.clone();
            Box::pin(async move {
                let answer = test::try_call_service(&*service, request).await.expect("errors become answers");
                answer.map_into_boxed_body()
            })
        });
        Self { app, clock, db, files, call, tokens: Mutex::default() }
    }

    /// Moves the clock to this instant.
    pub fn at(&self, instant_text: &str) -> &Self {
        self.clock.set(instant(instant_text));
        self
    }

    /// Sends a request as it is.
    pub async fn send(&self, request: test::TestRequest) -> Answer {
        read(self.open(request).await).await
    }

    /// Sends a request, and leaves the answer's body where it is.
    pub async fn open(&self, request: test::TestRequest) -> ServiceResponse<BoxBody> {
        (self.call)(request.to_request()).await
    }

    /// Gives all events their place, and tells everybody who listens.
    pub async fn tell(&self) {
        bancheng::followers::sequencer::drain(&self.app.store).unwrap();
        self.app.tell_listeners().await.unwrap();
    }

    /// The access token of a person; `name` or `name@role/unit` for a post other than the first.
    pub async fn token(&self, who: &str) -> String {
        let known = self.tokens.lock().unwrap().get(who).cloned();
        if let Some((token, principal)) = known {
            // Tokens end after 15 minutes of the test's clock, sessions after hours.
            if self.app.sessions.authenticate(&token).await.is_ok() {
                return token;
            }
            let post = Post { role: principal.actor.role, unit: principal.actor.unit.clone() };
            if let Ok(renewed) = self.app.sessions.act_as(&principal, post).await {
                let token = renewed.access_token;
                self.tokens.lock().unwrap().insert(who.to_owned(), (token.clone(), principal));
                return token;
            }
        }
        let (username, post) = who.split_once('@').map_or((who, None), |(name, post)| (name, Some(post)));
        let mut token = self.sign_in(username).await;
        if let Some((role, unit)) = post.and_then(|p| p.split_once('/')) {
            let switch = test::TestRequest::post()
                .uri("/api/v1/session/acting")
                .insert_header(("Authorization", format!("Bearer {token}")))
                .set_json(json!({ "role": role, "unit": unit }));
            token = text(&self.send(switch).await.ok()["access_token"]);
        }
        let principal = self.app.sessions.authenticate(&token).await.unwrap();
        self.tokens.lock().unwrap().insert(who.to_owned(), (token.clone(), principal));
        token
    }

    /// A new session's access token. Who was given a first password chooses another one, as everybody must.
    async fn sign_in(&self, username: &str) -> String {
        let mut answer = self.try_sign_in(username, PASSWORD).await;
        if answer.status == StatusCode::UNAUTHORIZED {
            answer = self.try_sign_in(username, CHOSEN_PASSWORD).await;
        }
        let session = answer.ok();
        let token = text(&session["access_token"]);
        if session["must_change_password"] == true {
            let change = test::TestRequest::post()
                .uri("/api/v1/session/password")
                .insert_header(("Authorization", format!("Bearer {token}")))
                .set_json(json!({ "old_password": PASSWORD, "new_password": CHOSEN_PASSWORD }));
            assert_eq!(self.send(change).await.status, StatusCode::NO_CONTENT);
        }
        token
    }

    /// The answer to signing in.
    pub async fn try_sign_in(&self, username: &str, password: &str) -> Answer {
        let credentials = json!({ "username": username, "password": password });
        self.send(test::TestRequest::post().uri("/api/v1/session").set_json(credentials)).await
    }

    pub async fn request(&self, who: &str, method: Method, path: &str) -> test::TestRequest {
        let token = self.token(who).await;
        test::TestRequest::default()
            .method(method)
            .uri(path)
            .insert_header(("Authorization", format!("Bearer {token}")))
    }

    pub async fn get(&self, who: &str, path: &str) -> Answer {
        let request = self.request(who, Method::GET, path).await;
        self.send(request).await
    }

    pub async fn post(&self, who: &str, path: &str, body: Value) -> Answer {
        let request = self.request(who, Method::POST, path).await;
        self.send(request.set_json(body)).await
    }

    /// As [`Self::post`], with headers.
    pub async fn post_with(&self, who: &str, path: &str, headers: &[(&str, &str)], body: Value) -> Answer {
        let mut request = self.request(who, Method::POST, path).await;
        for (name, value) in headers {
            request = request.insert_header((*name, *value));
        }
        self.send(request.set_json(body)).await
    }

    /// Sends a file as a browser does.
    pub async fn upload(&self, who: &str, case: &str, name: &str, content: &[u8]) -> Answer {
        self.send_form(who, case, &[], &[Field::file(name, content)]).await
    }

    /// Sends a form to a case's attachments.
    pub async fn send_form(&self, who: &str, case: &str, headers: &[(&str, &str)], fields: &[Field]) -> Answer {
        let mut request = self.request(who, Method::POST, &format!("/api/v1/cases/{case}/attachments")).await;
        for (name, value) in headers {
            request = request.insert_header((*name, *value));
        }
        let kind = ("Content-Type", format!("multipart/form-data; boundary={BOUNDARY}"));
        self.send(request.insert_header(kind).set_payload(form(fields))).await
    }

    /// The case as the office sees it, who sees every case.
    pub async fn case(&self, id: &str) -> Value {
        self.get("office", &format!("/api/v1/cases/{id}")).await.ok()
    }

    /// The work order as the office sees it.
    pub async fn sheet(&self, id: &str) -> Value {
        self.get("office", &format!("/api/v1/work-orders/{id}")).await.ok()
    }

    /// Gives a command to a case, naming its present version.
    pub async fn command(&self, who: &str, case: &str, command: &str, body: Value) -> Answer {
        let tag = format!("\"{}\"", self.case(case).await["version"]);
        self.post_with(who, &format!("/api/v1/cases/{case}/{command}"), &[("If-Match", &tag)], body).await
    }

    /// Gives a command to a work order, naming its present version.
    pub async fn order(&self, who: &str, sheet: &str, command: &str, body: Value) -> Answer {
        let tag = format!("\"{}\"", self.sheet(sheet).await["version"]);
        self.post_with(who, &format!("/api/v1/work-orders/{sheet}/{command}"), &[("If-Match", &tag)], body).await
    }

    /// Registers a case at the window of the district hall; the case's identifier.
    pub async fn registered(&self) -> String {
        text(&self.post("intake", "/api/v1/cases", registration()).await.ok()["id"])
    }

    /// … which has been accepted there.
    pub async fn accepted(&self) -> String {
        let id = self.registered().await;
        self.command("intake", &id, "accept", json!({})).await.ok();
        id
    }

    /// … and passed on to the lead.
    pub async fn awaiting_dispatch(&self) -> String {
        let id = self.accepted().await;
        self.command("intake", &id, "pass-on", json!({})).await.ok();
        id
    }

    /// Drafts a sheet for these cases; the sheet's identifier.
    pub async fn drafted(&self, who: &str, cases: &[&str], main: &str, co: &[&str]) -> String {
        text(&self.draft(who, cases, main, co).await.ok()["id"])
    }

    /// The answer to drafting a sheet for these cases, at their present versions.
    pub async fn draft(&self, who: &str, cases: &[&str], main: &str, co: &[&str]) -> Answer {
        let mut versions = Vec::new();
        for id in cases {
            versions.push(json!({ "id": id, "version": self.case(id).await["version"] }));
        }
        let co: Vec<Value> = co.iter().map(|unit| json!({ "unit": unit, "task": "请配合核实。" })).collect();
        let body = json!({ "cases": versions, "to": { "main_unit": main, "co_units": co } });
        self.post(who, "/api/v1/work-orders", body).await
    }

    /// A case of the district hall in the hands of these units.
    pub async fn dispatched(&self, main: &str, co: &[&str]) -> String {
        let id = self.awaiting_dispatch().await;
        let sheet = self.drafted("lead.zw", &[&id], main, co).await;
        let reason = json!({ "unconfirmed_reason": "电话沟通时对方已口头同意" });
        self.order("lead.zw", &sheet, "dispatch", reason).await.ok();
        id
    }

    /// … which the main unit has fed back as solved.
    pub async fn fed_back(&self, main: &str) -> String {
        let id = self.dispatched(main, &[]).await;
        self.command(&format!("handler.{main}"), &id, "give-feedback", feedback()).await.ok();
        id
    }

    /// … which the lead has verified and closed as solved.
    pub async fn solved(&self, main: &str) -> String {
        let id = self.fed_back(main).await;
        self.command("lead.zw", &id, "record-callback", callback(true)).await.ok();
        self.command("lead.zw", &id, "verify-solved", verification()).await.ok();
        id
    }

    /// Enters a person with these posts, who may come from another unit.
    pub async fn enter(&self, username: &str, posts: &[(&str, &str)], home: Option<&str>) {
        let posts: Vec<Value> = posts.iter().map(|(role, unit)| json!({ "role": role, "unit": unit })).collect();
        let person = json!({
            "username": username, "name": "司马新", "password": PASSWORD, "home_unit": home, "posts": posts,
        });
        self.post("admin", "/api/v1/users", person).await.ok();
    }

    /// The application once more, over the same database, as another process would have it.
    pub fn another_process(&self) -> App {
        App::new(Store::open(self.db.url.clone()).unwrap(), KeyRing::ephemeral(), self.clock.clone())
    }

    /// Lets time alone bring about what it has by now; in how many cases and work orders.
    pub async fn settle(&self) -> usize {
        self.app.run_clock().await.unwrap()
    }

    /// What `verify` finds, now that all events have their place.
    pub fn verify(&self) -> Report {
        bancheng::followers::sequencer::drain(&self.app.store).unwrap();
        verify(&self.app.store, Some(&self.app.keys)).unwrap()
    }
}

async fn read(response: ServiceResponse<BoxBody>) -> Answer {
    let (status, headers) = (response.status(), response.headers().clone());
    // A stream of events has no end to wait for; see `support::stream`.
    let endless = headers.get("content-type").is_some_and(|kind| kind == "text/event-stream");
    let body = if endless { BoxBody::new(()) } else { response.into_body() };
    let bytes = actix_web::body::to_bytes(body).await.map_err(|_| "body").unwrap();
    let text = String::from_utf8_lossy(&bytes).into_owned();
    let body = serde_json::from_str(&text).unwrap_or(Value::Null);
    Answer { status, headers, body, text, bytes: bytes.to_vec() }
}

/// The instant that this text names.
pub fn instant(text: &str) -> DateTime<Utc> {
    text.parse::<DateTime<FixedOffset>>().unwrap().with_timezone(&Utc)
}

/// A string in JSON.
#[track_caller]
pub fn text(value: &Value) -> String {
    value.as_str().unwrap_or_else(|| panic!("no string: {value}")).to_owned()
}

/// A registration that nothing is wrong with.
pub fn registration() -> Value {
    json!({
        "channel": "district_hall",
        "reporter": { "kind": "person", "name": "甄样", "phone": "13800000001" },
        "matter_name": "居民用户燃气过户",
        "failure": "not_accepted",
        "failure_reason": "房屋继承后未办产权登记，燃气公司不给过户。",
        "problem": "营业厅不接受继承公证书，只认新产权证。",
        "account": "跑了三趟，每次说法不一样。"
    })
}

/// A registration by a butler.
pub fn business_registration() -> Value {
    json!({
        "channel": "butler",
        "reporter": { "kind": "company", "name": "北京样例科技有限公司", "credit_code": "91110101MATE5T017K",
                      "contact_person": "贾设明", "phone": "010-60000001" },
        "matter_name": "涉企重复检查协调",
        "failure": "repeatedly_unsolved",
        "failure_reason": "一个月内五批检查，企业反映影响经营。",
        "problem": "检查计划没有跨部门合并。"
    })
}

/// A feedback that nothing is wrong with.
pub fn feedback() -> Value {
    json!({ "solved": true, "done": "已办结并修改办事指南。", "cause": "guide_unclear", "evidence": "办结回执" })
}

/// A callback in which the reporter says that it is solved.
pub fn callback(solved: bool) -> Value {
    json!({ "reached": true, "solved": solved, "satisfaction": if solved { "satisfied" } else { "dissatisfied" } })
}

/// A verification that nothing is wrong with.
pub fn verification() -> Value {
    json!({ "finding": "经核查属实。" })
}

impl TestApp {
    /// One column of text, read behind the service's back.
    pub fn column(&self, query: &str) -> Vec<String> {
        use diesel::RunQueryDsl;
        let query_of_text = diesel::dsl::sql::<diesel::sql_types::Text>(query);
        let found = match &mut self.db.url.connect().unwrap() {
            bancheng::store::AnyConn::Pg(conn) => query_of_text.load(conn),
            bancheng::store::AnyConn::Sqlite(conn) => query_of_text.load(conn),
        };
        found.unwrap_or_else(|e| panic!("{query}: {e}"))
    }

    /// How many events there are, of whatever stream.
    pub fn event_count(&self) -> String {
        self.column("SELECT CAST(count(*) AS TEXT) FROM events").remove(0)
    }
}

impl Answer {
    /// That it can't be done in this state, and in which it can.
    #[track_caller]
    pub fn only_in(self, states: &[&str]) {
        let body = self.refused(409, "wrong_state");
        assert_eq!(body["state"]["allowed_in"], json!(states), "{body}");
    }
}

impl TestApp {
    /// What this person is told of a command on a case: `allowed`, or the code of why not.
    pub async fn told(&self, who: &str, case: &str, action: &str) -> String {
        self.told_at(who, &format!("/api/v1/cases/{case}"), action).await
    }

    /// What this person is told of a command on whatever stands at the path.
    pub async fn told_at(&self, who: &str, path: &str, action: &str) -> String {
        let found = self.get(who, path).await.ok();
        let actions = found["allowed_actions"].as_array().unwrap();
        match actions.iter().find(|a| a["action"] == action) {
            Some(found) if found["allowed"] == true => "allowed".to_owned(),
            Some(found) => text(&found["code"]),
            None => "not offered".to_owned(),
        }
    }

    /// The events of a case, oldest first, as the auditor reads them.
    pub async fn history(&self, case: &str) -> Vec<Value> {
        let history = self.get("auditor", &format!("/api/v1/cases/{case}/history")).await.ok();
        history["items"].as_array().unwrap().clone()
    }

    /// A business case that the butler has accepted and passed on, to dispatch it.
    pub async fn business_awaiting_dispatch(&self) -> String {
        let id = text(&self.post("butler", "/api/v1/cases", business_registration()).await.ok()["id"]);
        self.command("butler", &id, "accept", json!({})).await.ok();
        let reason = json!({ "reason": "不涉及准入条件，无须判断。" });
        self.command("butler", &id, "pass-on", reason).await.ok();
        id
    }

    /// Drafts a sheet and dispatches it at once; the sheet's identifier.
    pub async fn dispatch(&self, who: &str, cases: &[&str], main: &str, co: &[&str]) -> String {
        let sheet = self.drafted(who, cases, main, co).await;
        let reason = json!({ "unconfirmed_reason": "电话沟通时对方已口头同意" });
        self.order(who, &sheet, "dispatch", reason).await.ok();
        sheet
    }
}

/// Which unit's share of the case stands where, over the case's life.
pub fn shares(case: &Value) -> Vec<(&str, &str)> {
    let all = case["assignments"].as_array().unwrap().iter();
    all.map(|a| (a["unit"]["id"].as_str().unwrap(), a["state"].as_str().unwrap())).collect()
}

/// Who held the case for how many working days.
pub fn custody(case: &Value) -> Vec<(&str, u64)> {
    let shares = case["custody"].as_array().unwrap().iter();
    shares.map(|share| (share["unit"]["id"].as_str().unwrap(), share["working_days"].as_u64().unwrap())).collect()
}

const BOUNDARY: &str = "----a-boundary-as-browsers-make-them";

/// A field of a form: what its part says of it, and its content.
pub struct Field(String, Vec<u8>);

impl Field {
    pub fn file(name: &str, content: &[u8]) -> Self {
        Self::of(&format!("form-data; name=\"file\"; filename=\"{name}\""), content)
    }

    pub fn text(name: &str, content: &str) -> Self {
        Self::of(&format!("form-data; name=\"{name}\""), content.as_bytes())
    }

    pub fn of(disposition: &str, content: &[u8]) -> Self {
        Self(disposition.to_owned(), content.to_vec())
    }
}

fn form(fields: &[Field]) -> Vec<u8> {
    let mut form = Vec::new();
    for Field(disposition, content) in fields {
        form.extend(format!("--{BOUNDARY}\r\nContent-Disposition: {disposition}\r\n\r\n").into_bytes());
        form.extend(content);
        form.extend(b"\r\n");
    }
    form.extend(format!("--{BOUNDARY}--\r\n").into_bytes());
    form
}
