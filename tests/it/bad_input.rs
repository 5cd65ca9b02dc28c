//! Whatever is wrong with a request is told in Chinese, by the name of the field; nothing is half-done.

use actix_web::test::TestRequest;
use serde_json::{Value, json};

use crate::support::api::{feedback, registration, text};
use crate::support::{Answer, TestApp, both};

const CASES: &str = "/api/v1/cases";

/// The value with another one at this JSON pointer.
fn with(mut body: Value, pointer: &str, value: Value) -> Value {
    let (parent, key) = pointer.rsplit_once('/').unwrap();
    body.pointer_mut(parent).unwrap()[key] = value;
    body
}

fn without(mut body: Value, pointer: &str) -> Value {
    let (parent, key) = pointer.rsplit_once('/').unwrap();
    body.pointer_mut(parent).unwrap().as_object_mut().unwrap().remove(key).unwrap();
    body
}

fn is_chinese(text: &str) -> bool {
    text.chars().any(|c| ('\u{4E00}'..='\u{9FFF}').contains(&c))
}

/// Whether the field at `path`, and nothing else, was named with a reason in Chinese; else what was answered.
fn complaint(answer: &Answer, path: &str, what: &str) -> Option<String> {
    let body = &answer.body;
    let named = body["errors"].as_array().is_some_and(|e| e.len() == 1 && e[0]["path"] == path);
    let explained = [&body["detail"], &body["errors"][0]["message"]].iter().all(|t| t.as_str().is_some_and(is_chinese));
    let id = answer.headers.get("x-request-id").and_then(|id| id.to_str().ok());
    let whole = answer.status.as_u16() == 422 && named && explained && body["request_id"].as_str() == id;
    (!whole).then(|| format!("{what}: {path} is not named: {} {:.300}", answer.status, answer.text))
}

#[track_caller]
fn assert_names(answer: Answer, path: &str, what: &str) {
    let complaint = complaint(&answer, path, what);
    assert!(complaint.is_none(), "{}", complaint.unwrap_or_default());
}

#[track_caller]
fn assert_none(complaints: Vec<String>) {
    assert!(complaints.is_empty(), "{}", complaints.join("\n"));
}

/// A request whose body is sent as it is.
async fn raw(t: &TestApp, who: &str, path: &str, kind: Option<&str>, body: impl Into<Vec<u8>>) -> Answer {
    let token = t.token(who).await;
    let mut request = TestRequest::post().uri(path).insert_header(("Authorization", format!("Bearer {token}")));
    if let Some(kind) = kind {
        request = request.insert_header(("Content-Type", kind));
    }
    t.send(request.set_payload(body.into())).await
}

/// That nothing of what was refused is in the log, and that it took no number.
async fn assert_nothing_happened(t: &TestApp, events_before: &str, next_number: &str) {
    assert_eq!(t.event_count(), events_before);
    assert_eq!(t.column("SELECT CAST(count(*) AS TEXT) FROM idempotency"), ["0"]);
    assert_eq!(t.post("intake", CASES, registration()).await.ok()["number"], next_number);
    let report = t.verify();
    assert!(report.is_sound(), "{report}");
}

/// What may be wrong with one value of a registration on 2021-09-01: where it stands, the value, and
/// the path that is named, where it isn't the same.
fn wrong_values() -> Vec<(&'static str, Value, &'static str)> {
    let long = |n: usize| json!("长".repeat(n));
    let mut wrong = vec![
        ("/matter_name", json!("燃"), ""),
        ("/matter_name", long(201), ""),
        ("/matter_name", json!("𠮷".repeat(201)), ""),
        ("/matter_name", json!("燃气\n过户"), ""),
        ("/matter_name", json!("燃气\u{0007}过户"), ""),
        ("/matter_name", json!("燃气\u{0000}过户"), ""),
        ("/matter_name", json!("燃气\u{202E}过户"), ""),
        ("/matter_name", json!("燃气\u{FFFE}过户"), ""),
        ("/matter_name", json!(5), ""),
        ("/matter_name", json!(null), ""),
        ("/matter_name", json!({}), ""),
        ("/failure_reason", json!(" \n "), ""),
        ("/failure_reason", long(2001), ""),
        ("/problem", json!(""), ""),
        ("/problem", long(4001), ""),
        ("/problem", json!("不\u{001B}[31m办"), ""),
        ("/account", long(10_001), ""),
        ("/account", json!("不给\u{0085}办"), ""),
        ("/late_reason", long(501), ""),
        ("/channel", json!("fax"), ""),
        ("/channel", json!("butler"), ""),
        ("/sector", json!("policing"), ""),
        ("/failure", json!("forgotten"), ""),
        ("/cause", json!("weather"), ""),
        ("/needs_municipal_coordination", json!("yes"), ""),
        ("/source_unit", json!("nowhere"), ""),
        ("/source_unit", json!("\u{0000}"), ""),
        ("/source_unit", json!("x".repeat(65)), ""),
        ("/receiving_unit", json!("qzjw"), ""),
        ("/repeat_of", json!("no-such-case"), ""),
        ("/repeat_of", json!("\u{0000}"), ""),
        ("/accepted_at", json!("2021-09-01T09:00:01+08:00"), ""),
        ("/accepted_at", json!("2021-09-02T00:00:00+08:00"), ""),
        ("/accepted_at", json!("9999-12-31T23:59:59+08:00"), ""),
        ("/accepted_at", json!("0000-01-01T00:00:00Z"), ""),
        ("/accepted_at", json!("2021-08-24T23:59:00+08:00"), ""),
        ("/accepted_at", json!("2021-08-31T23:59:00+08:00"), "late_reason"),
        ("/accepted_at", json!("2021-09-01"), ""),
        ("/accepted_at", json!("2021-09-01T09:00:00"), ""),
        ("/accepted_at", json!("2021-02-30T09:00:00+08:00"), ""),
        ("/accepted_at", json!("昨天"), ""),
        ("/accepted_at", json!(1_630_458_000), ""),
        ("/reporter", json!("甄样"), ""),
        ("/reporter/kind", json!("robot"), ""),
        ("/reporter/name", long(101), ""),
        ("/reporter/name", json!("甄*"), ""),
        ("/reporter/contact_person", json!("甄*"), ""),
        ("/reporter/contact_person", json!("13800000001"), ""),
        ("/reporter/credit_code", json!("91110101MATE5T017A"), ""),
        ("/reporter/credit_code", json!("91110101MATE5T017"), ""),
        ("/reporter/phone", json!("12345"), ""),
        ("/reporter/phone", json!("1380000000"), ""),
        ("/reporter/phone", json!("138****0001"), ""),
        ("/reporter/phone", json!("+1 212 555 0100"), ""),
        ("/reporter/id_number", json!("110101199003070012"), ""),
        ("/reporter/id_number", json!("110101199002300010"), ""),
        ("/reporter/id_number", json!("110101900307001"), ""),
        ("/reporter/id_number", json!("110101199003070011"), "reporter.id_notice_given"),
        ("/reporter/id_notice_given", json!(1), ""),
        ("/reporter/confidential", json!("是"), ""),
        ("/reporter/agent", json!({ "name": "甄代理", "phone": "999" }), "reporter.agent.phone"),
        ("/reporter/agent", json!({ "name": "" }), "reporter.agent.name"),
        ("/reporter/agent", json!({ "phone": "13800000002" }), "reporter.agent.name"),
        ("/reporter/agent", json!({ "name": "甄代理", "relation": "子" }), "reporter.agent.relation"),
        ("/reporter/nickname", json!("小甄"), ""),
        ("/priority", json!("high"), ""),
    ];
    for (pointer, _, path) in &mut wrong {
        if path.is_empty() {
            *path = pointer[1..].replace('/', ".").leak();
        }
    }
    wrong
}

both! {
    /// One thing wrong at a time: it is named, and nothing of it remains.
    async fn a_registration_with_one_thing_wrong(t: TestApp) {
        let mut found = Vec::new();
        let before = t.event_count();
        let too_early = json!("2021-08-24T23:59:00+08:00");
        for (pointer, value, path) in wrong_values() {
            let mut body = with(registration(), pointer, value.clone());
            if value == too_early {
                body["late_reason"] = json!("周末代为登记");
            }
            let answer = t.post_with("intake", CASES, &[("Idempotency-Key", "once")], body).await;
            let personal = value.as_str().filter(|v| pointer.starts_with("/reporter/") && v.len() > 8);
            if let Some(personal) = personal {
                assert!(!answer.text.contains(personal), "{pointer} is repeated: {}", answer.text);
            }
            found.extend(complaint(&answer, path, &format!("{pointer} = {value:.40}")));
        }
        let future = with(registration(), "/reporter/id_number", json!("110101203001010014"));
        let future = with(future, "/reporter/id_notice_given", json!(true));
        assert_names(t.post("intake", CASES, future).await, "reporter.id_number", "born in the future");
        for pointer in
            ["/channel", "/reporter", "/reporter/kind", "/matter_name", "/failure", "/failure_reason", "/problem"]
        {
            let answer = t.post("intake", CASES, without(registration(), pointer)).await;
            found.extend(complaint(&answer, &pointer[1..].replace('/', "."), &format!("without {pointer}")));
        }
        assert_none(found);
        assert_nothing_happened(&t, &before, "2021-0001").await;
    }

    /// What is just within the limits is taken, character by character as typed.
    async fn the_limits_themselves_are_taken_and_rare_characters_kept(t: TestApp) {
        let mut body = registration();
        body["matter_name"] = json!("𠮷".repeat(200));
        body["failure_reason"] = json!("䶮".repeat(2000));
        body["problem"] = json!("𠮷".repeat(4000));
        body["account"] = json!("䶮".repeat(10_000));
        body["late_reason"] = json!("𠮷".repeat(500));
        // Five working days back, over a weekend: the earliest day.
        body["accepted_at"] = json!("2021-08-25T00:00:00+08:00");
        body["reporter"]["name"] = json!("𠮷田䶮");
        body["reporter"]["id_number"] = json!("11010119900307001 1");
        body["reporter"]["id_notice_given"] = json!(true);
        body["reporter"]["phone"] = json!("+86 138 0000 0001");
        let id = text(&t.post("intake", CASES, body.clone()).await.ok()["id"]);
        let case = t.get("intake", &format!("{CASES}/{id}")).await.ok();
        for field in ["matter_name", "failure_reason", "problem", "late_reason", "accepted_at"] {
            assert_eq!(case[field], body[field], "{field}");
        }
        assert_eq!((&case["reporter"]["name"], &case["reporter"]["phone"]), (&json!("𠮷**"), &json!("138****0001")));
        for (field, value) in [
            ("name", json!("𠮷田䶮")),
            ("account", body["account"].clone()),
            ("phone", json!("13800000001")),
            ("id_number", json!("110101199003070011")),
        ] {
            let shown = t.post("intake", &format!("{CASES}/{id}/reveal"), json!({ "field": field })).await.ok();
            assert_eq!(shown["value"], value, "{field}");
        }
    }

    /// What isn't JSON, isn't an object, or says a thing twice.
    async fn broken_json(t: TestApp) {
        let before = t.event_count();
        let json_type = Some("application/json");
        let whole = registration().to_string();
        let broken: Vec<Vec<u8>> = vec![
            b"{".to_vec(),
            b"{\"channel\":}".to_vec(),
            whole[..whole.len() - 1].into(),
            format!("{whole},").into(),
            format!("{whole}{whole}").into(),
            b"{'channel': 'unit'}".to_vec(),
            b"\xFF\xFE{}".to_vec(),
            [whole.as_bytes(), b"\xC3\x28"].concat(),
            b"NaN".to_vec(),
            b"[".repeat(100_000),
            b"{\"reporter\":".repeat(50_000),
        ];
        for body in broken {
            let shown = String::from_utf8_lossy(&body[..body.len().min(40)]).into_owned();
            let answer = raw(&t, "intake", CASES, json_type, body).await;
            let problem = answer.refused(400, "bad_json");
            assert!(is_chinese(&text(&problem["detail"])), "{shown}");
        }
        for body in ["[]", "null", "1", "\"办\"", &format!("[{whole}]")] {
            let problem = raw(&t, "intake", CASES, json_type, body).await.refused(422, "invalid_value");
            assert!(is_chinese(&text(&problem["detail"])), "{body}");
        }
        let twice = format!("{{\"channel\":\"unit\",{}", &whole[1..]);
        assert_names(raw(&t, "intake", CASES, json_type, twice).await, "channel", "twice");
        let half = whole.replace("营业厅", "\\ud842");
        assert_names(raw(&t, "intake", CASES, json_type, half).await, "problem", "half a character");
        assert_names(raw(&t, "intake", CASES, None, "").await, "channel", "no body at all");
        assert_nothing_happened(&t, &before, "2021-0001").await;
    }

    /// Bodies that are too large, or of another type.
    async fn large_and_foreign_bodies(t: TestApp) {
        let before = t.event_count();
        let whole = registration().to_string();
        let padded = |size: usize| format!("{}{whole}", " ".repeat(size - whole.len()));
        let (limit, ten_megabytes) = (1024 * 1024, 10 * 1024 * 1024);
        for size in [limit + 1, ten_megabytes] {
            let length = size.to_string();
            let token = t.token("intake").await;
            let request = || TestRequest::post().uri(CASES).insert_header(("Authorization", format!("Bearer {token}")));
            let announced =
                request().insert_header(("Content-Length", length)).insert_header(("Content-Type", "application/json"));
            t.send(announced.set_payload(padded(size))).await.refused(413, "too_large");
            // The length need not be announced.
            raw(&t, "intake", CASES, Some("application/json"), padded(size)).await.refused(413, "too_large");
        }
        for kind in [
            None,
            Some("text/plain"),
            Some("application/x-www-form-urlencoded"),
            Some("multipart/form-data; boundary=x"),
            Some("application/json; charset=gbk"),
            Some("application/xml"),
            Some("json"),
        ] {
            let problem = raw(&t, "intake", CASES, kind, whole.clone()).await.refused(415, "unsupported_media_type");
            assert!(is_chinese(&text(&problem["detail"])), "{kind:?}");
        }
        let token = t.token("intake").await;
        let zipped = TestRequest::post().uri(CASES).insert_header(("Authorization", format!("Bearer {token}")));
        let zipped =
            zipped.insert_header(("Content-Encoding", "gzip")).insert_header(("Content-Type", "application/json"));
        t.send(zipped.set_payload(whole.clone())).await.refused(415, "unsupported_media_type");
        assert_eq!(t.event_count(), before);
        // As large as may be, and the type written otherwise.
        let answer = raw(&t, "intake", CASES, Some("Application/JSON; charset=UTF-8"), padded(limit)).await;
        assert_eq!(answer.ok()["number"], "2021-0001");
    }

    /// Query parameters are strict too.
    async fn query_parameters(t: TestApp) {
        let huge = "9".repeat(400);
        let mut found = Vec::new();
        for (path, parameter) in [
            ("cases?limit=0", "limit"),
            ("cases?limit=201", "limit"),
            ("cases?limit=-1", "limit"),
            ("cases?limit=x", "limit"),
            ("cases?limit=", "limit"),
            ("cases?limit=1&limit=2", "limit"),
            (&format!("cases?limit={huge}"), "limit"),
            ("cases?limt=5", "limt"),
            ("cases?cursor=zz", "cursor"),
            ("cases?cursor=00", "cursor"),
            ("cases?cursor=317c", "cursor"),
            (&format!("cases?cursor={huge}"), "cursor"),
            ("cases?state=nowhere", "state"),
            ("cases?state=in_progress,nowhere", "state"),
            ("cases?state=", "state"),
            ("cases?sector=x", "sector"),
            ("cases?channel=fax", "channel"),
            ("cases?light=blue", "light"),
            ("cases?level=0", "level"),
            ("cases?level=4", "level"),
            ("cases?level=300", "level"),
            ("cases?outcome=lost", "outcome"),
            ("cases?open=maybe", "open"),
            ("cases?count=yes", "count"),
            ("cases?sort=name", "sort"),
            ("cases?number=2021-1", "number"),
            ("cases?number=x", "number"),
            (&format!("cases?number=2021-{huge}"), "number"),
            ("cases?accepted_from=2021-13-01", "accepted_from"),
            ("cases?accepted_from=heute", "accepted_from"),
            ("cases?accepted_to=2021-09-01T00:00:00Z", "accepted_to"),
            ("cases?holder_unit=%00", "holder_unit"),
            (&format!("cases?main_unit={huge}"), "main_unit"),
            ("cases?source_unit=", "source_unit"),
            ("work-orders?limit=0", "limit"),
            ("work-orders?limit=201", "limit"),
            ("work-orders?cursor=x", "cursor"),
            ("work-orders?state=lost", "state"),
            ("work-orders?sector=x", "sector"),
            ("work-orders?main_unit=%00", "main_unit"),
        ] {
            found.extend(complaint(&t.get("office", &format!("/api/v1/{path}")).await, parameter, path));
        }
        for (path, parameter) in [
            ("users?limit=0", "limit"),
            ("users?limit=201", "limit"),
            ("users?page=2", "page"),
            ("users?unit=%00", "unit"),
            ("users?cursor=%00", "cursor"),
        ] {
            found.extend(complaint(&t.get("admin", &format!("/api/v1/{path}")).await, parameter, path));
        }
        assert_none(found);
        for path in ["cases?state=%FF", "cases?%FF=1"] {
            let answer = t.get("office", &format!("/api/v1/{path}")).await;
            assert!(matches!(answer.status.as_u16(), 400 | 422), "{path}: {}", answer.text);
        }
    }

    /// What no identifier can be is not found; it is no failure of ours.
    async fn impossible_identifiers(t: TestApp) {
        let long = "x".repeat(2000);
        for id in ["x", "%00", "%F0%A0%AE%B7", "%25", "'", "a%2Fb", &long] {
            for path in ["cases", "work-orders", "units"] {
                t.get("lead.zw", &format!("/api/v1/{path}/{id}")).await.refused(404, "not_found");
            }
            t.get("office", &format!("{CASES}/{id}/history")).await.refused(404, "not_found");
            t.get("admin", &format!("/api/v1/users/{id}")).await.refused(404, "not_found");
            t.post_with("intake", &format!("{CASES}/{id}/accept"), &[("If-Match", "\"1\"")], json!({}))
                .await
                .refused(404, "not_found");
        }
        let nobody = json!({ "username": "\u{0000}", "password": "bancheng-2021" });
        let answer = t.send(TestRequest::post().uri("/api/v1/session").set_json(nobody)).await;
        assert!(matches!(answer.status.as_u16(), 401 | 422), "{}", answer.text);
    }
}

both! {
    /// Bodies of commands on cases.
    async fn bodies_of_commands(t: TestApp) {
        let registered = t.registered().await;
        let dispatched = t.dispatched("qzjw", &["qsfj"]).await;
        let fed_back = t.fed_back("qsfj").await;
        let long = |n: usize| "长".repeat(n);
        let reporter = registration()["reporter"].clone();
        let before = t.event_count();
        let mut found = Vec::new();
        let contact = |pointer, value| json!({ "reporter": with(reporter.clone(), pointer, value) });
        for (who, case, command, body, path) in [
            ("intake", &registered, "note", json!({}), "kind"),
            ("intake", &registered, "note", json!({ "kind": "rumour", "text": "x" }), "kind"),
            ("intake", &registered, "note", json!({ "kind": "general", "text": " " }), "text"),
            ("intake", &registered, "note", json!({ "kind": "general", "text": long(4001) }), "text"),
            ("intake", &registered, "note", json!({ "kind": "general", "text": "x", "by": "me" }), "by"),
            ("intake", &registered, "add-material", json!({ "description": "\u{0008}" }), "description"),
            ("intake", &registered, "accept", json!({ "level": 3 }), "level"),
            ("intake", &registered, "correct", json!({ "matter_name": "燃" }), "matter_name"),
            ("intake", &registered, "correct", json!({ "channel": "butler" }), "channel"),
            ("intake", &registered, "correct", json!({ "accepted_at": "2021-09-02T09:00:00+08:00" }), "accepted_at"),
            ("intake", &registered, "correct", json!({ "accepted_at": "2021-08-31T09:00:00+08:00" }), "late_reason"),
            ("intake", &registered, "correct-contact", contact("/phone", json!("110")), "reporter.phone"),
            ("intake", &registered, "correct-contact", contact("/kind", json!("company")), "reporter.kind"),
            ("intake", &registered, "correct-contact", contact("/confidential", json!(true)), "reporter.confidential"),
            ("intake", &registered, "request-opinion", json!({ "unit": "nowhere", "question": "符合吗？" }), "unit"),
            ("intake", &registered, "request-opinion", json!({ "unit": "qzjw" }), "question"),
            (
                "intake",
                &registered,
                "close-out-of-scope",
                json!({ "reason": "bored", "answer": "x", "where_to_turn": "x" }),
                "reason",
            ),
            (
                "intake",
                &registered,
                "close-out-of-scope",
                json!({ "reason": "petition", "answer": "x", "where_to_turn": long(501) }),
                "where_to_turn",
            ),
            (
                "intake",
                &registered,
                "explain",
                json!({ "provision": "第一条", "answer": "", "cause": "other" }),
                "answer",
            ),
            ("intake", &registered, "reveal", json!({ "field": "password" }), "field"),
            ("handler.qzjw", &dispatched, "give-feedback", without(feedback(), "/cause"), "cause"),
            ("handler.qzjw", &dispatched, "give-feedback", with(feedback(), "/solved", json!("是")), "solved"),
            ("handler.qzjw", &dispatched, "give-feedback", with(feedback(), "/done", json!(long(4001))), "done"),
            ("handler.qsfj", &dispatched, "give-co-opinion", json!({ "opinion": "" }), "opinion"),
            ("lead.zw", &dispatched, "raise", json!({}), "reason"),
            ("lead.zw2", &fed_back, "record-callback", json!({}), "reached"),
            (
                "lead.zw2",
                &fed_back,
                "record-callback",
                json!({ "reached": true, "called_at": "2021-09-01T09:00:01+08:00" }),
                "called_at",
            ),
            (
                "lead.zw2",
                &fed_back,
                "record-callback",
                json!({ "reached": true, "called_at": "2021-09-01T08:59:59+08:00" }),
                "called_at",
            ),
            ("lead.zw2", &fed_back, "record-callback", json!({ "reached": false, "solved": true }), "reached"),
            (
                "lead.zw2",
                &fed_back,
                "record-callback",
                json!({ "reached": true, "solved": true, "satisfaction": "so_so" }),
                "satisfaction",
            ),
            ("lead.zw2", &fed_back, "send-back", json!({ "reason": "未落实", "working_days": 0 }), "working_days"),
            ("lead.zw2", &fed_back, "send-back", json!({ "reason": "未落实", "working_days": 61 }), "working_days"),
            ("lead.zw2", &fed_back, "send-back", json!({ "reason": "未落实", "working_days": -1 }), "working_days"),
            ("lead.zw2", &fed_back, "send-back", json!({ "reason": "未落实", "working_days": 5.5 }), "working_days"),
            ("lead.zw2", &fed_back, "verify-solved", json!({ "finding": "" }), "finding"),
        ] {
            let answer = t.command(who, case, command, body.clone()).await;
            found.extend(complaint(&answer, path, &format!("{command} {body:.80}")));
        }
        assert_none(found);
        let nothing = t.command("intake", &registered, "correct", json!({})).await.refused(422, "invalid_value");
        assert!(is_chinese(&text(&nothing["detail"])));
        assert_nothing_happened(&t, &before, "2021-0004").await;
    }

    /// Bodies of commands on work orders; the day is Wednesday, 2021-09-01, its usual deadline the 8th.
    async fn bodies_about_work_orders(t: TestApp) {
        let case = t.awaiting_dispatch().await;
        let version = t.case(&case).await["version"].clone();
        let entry = json!({ "id": case, "version": version });
        let draft = json!({ "cases": [entry], "to": { "main_unit": "qzjw" } });
        let reasoned = |date: &str| with(with(draft.clone(), "/to/due_date", json!(date)), "/to/due_reason", json!("需会商"));
        let co = |units: &[&str]| {
            let units: Vec<Value> = units.iter().map(|unit| json!({ "unit": unit, "task": "核实" })).collect();
            with(draft.clone(), "/to/co_units", json!(units))
        };
        let mut found = Vec::new();
        let before = t.event_count();
        for (body, path) in [
            (without(draft.clone(), "/to/main_unit"), "to.main_unit"),
            (with(draft.clone(), "/to/main_unit", json!("nowhere")), "to.main_unit"),
            (with(draft.clone(), "/cases", json!([])), "cases"),
            (with(draft.clone(), "/cases", json!({})), "cases"),
            (with(draft.clone(), "/cases", json!([{ "id": "x", "version": 1 }])), "cases[0].id"),
            (with(draft.clone(), "/cases", json!([{ "id": "\u{0000}", "version": 1 }])), "cases[0].id"),
            (with(draft.clone(), "/cases", json!([entry, entry])), "cases[1].id"),
            (with(draft.clone(), "/cases", json!([{ "id": case }])), "cases[0].version"),
            (with(draft.clone(), "/cases", json!([{ "id": case, "version": "1" }])), "cases[0].version"),
            (co(&["nowhere"]), "to.co_units[0].unit"),
            (co(&["qsfj", "qzjw"]), "to.co_units[1].unit"),
            (co(&["qsfj", "qsfj"]), "to.co_units[1].unit"),
            (co(&["qsfj"; 21]), "to.co_units"),
            (with(draft.clone(), "/to/co_units", json!([{ "unit": "qsfj", "task": "" }])), "to.co_units[0].task"),
            (with(draft.clone(), "/to/due_date", json!("2021-09-15")), "to.due_reason"),
            (reasoned("+262142-12-31"), "to.due_date"),
            (reasoned("2023-09-01"), "to.due_date"),
            (reasoned("2021-09-08"), "to.due_date"),
            (reasoned("2021-08-31"), "to.due_date"),
            (reasoned("2021-09-11"), "to.due_date"),
            (reasoned("2021-10-01"), "to.due_date"),
            (reasoned("2021-09-31"), "to.due_date"),
            (with(draft.clone(), "/urgent", json!(true)), "urgent"),
        ] {
            let answer = t.post("lead.zw", "/api/v1/work-orders", body.clone()).await;
            found.extend(complaint(&answer, path, &format!("{body:.120}")));
        }
        assert_none(found);
        assert_eq!(t.event_count(), before);

        // The first that is drafted has the first number.
        let receipt = t.post("lead.zw", "/api/v1/work-orders", draft.clone()).await.ok();
        assert_eq!(receipt["number"], "2021-0001");
        let sheet = text(&receipt["id"]);
        let before = t.event_count();
        for (who, command, body, path) in [
            ("lead.zw", "cancel", json!({}), "reason"),
            ("lead.zw", "remove-case", json!({ "case": 5 }), "case"),
            ("lead.zw", "add-cases", json!({ "cases": [{ "id": "x", "version": 1 }] }), "cases[0].id"),
            ("lead.zw", "redraft", json!({ "to": { "main_unit": "nowhere" } }), "to.main_unit"),
            ("lead.zw", "dispatch", json!({ "unconfirmed_reason": "" }), "unconfirmed_reason"),
        ] {
            assert_names(t.order(who, &sheet, command, body).await, path, command);
        }
        assert_eq!(t.event_count(), before);
        t.order("lead.zw", &sheet, "ask-confirmation", json!({})).await.ok();
        let call = |at: &str| json!({ "telephone": { "called_at": at, "spoke_with": "贾主任" } });
        for (who, command, body, path) in [
            ("lead.zw", "confirm", json!({}), "telephone"),
            ("lead.zw", "confirm", json!({ "telephone": {} }), "telephone.called_at"),
            ("lead.zw", "confirm", call("2021-09-01T09:00:01+08:00"), "telephone.called_at"),
            (
                "handler.qzjw",
                "decline",
                json!({ "reason": "不属本单位" , "proposed_unit": "nowhere" }),
                "proposed_unit",
            ),
            ("handler.qzjw", "decline", json!({ "proposed_unit": "qsfj" }), "reason"),
        ] {
            assert_names(t.order(who, &sheet, command, body).await, path, command);
        }
        let report = t.verify();
        assert!(report.is_sound(), "{report}");
    }

    /// A unit that takes part no more is refused like one that never was.
    async fn closed_units(t: TestApp) {
        let handler = text(&t.get("admin", "/api/v1/users?unit=qtjj").await.ok()["items"][0]["id"]);
        let version = [("If-Match", "\"1\"")];
        let taken = json!({ "role": "handler", "unit": "qtjj", "reason": "机构改革" });
        t.post_with("admin", &format!("/api/v1/users/{handler}/take-post"), &version, taken).await.ok();
        let reason = json!({ "reason": "机构改革" });
        t.post_with("admin", "/api/v1/units/qtjj/close", &version, reason).await.ok();
        assert_eq!(t.get("admin", "/api/v1/units/qtjj").await.ok()["closed"], true);
        let id = t.accepted().await;
        let before = t.event_count();
        let body = with(registration(), "/source_unit", json!("qtjj"));
        assert_names(t.post("intake", CASES, body).await, "source_unit", "source unit");
        let body = with(with(registration(), "/receiving_unit", json!("qtjj")), "/channel", json!("online_hall"));
        assert_names(t.post("online-hall", CASES, body).await, "receiving_unit", "receiving unit");
        let question = json!({ "unit": "qtjj", "question": "是否符合？" });
        assert_names(t.command("intake", &id, "request-opinion", question).await, "unit", "opinion");
        assert_eq!(t.event_count(), before);
        t.command("intake", &id, "pass-on", json!({})).await.ok();
        assert_names(t.draft("lead.zw", &[&id], "qtjj", &[]).await, "to.main_unit", "main unit");
        assert_names(t.draft("lead.zw", &[&id], "qzjw", &["qsfj", "qtjj"]).await, "to.co_units[1].unit", "co unit");
        let user = json!({
            "username": "new.person", "name": "甄新人", "password": "long enough for me",
            "posts": [{ "role": "handler", "unit": "qtjj" }],
        });
        assert_names(t.post("admin", "/api/v1/users", user).await, "posts[0].unit", "post");
    }
}
