//! Live updates by server-sent events: who hears what, and until when.

use actix_web::http::Method;
use bancheng::app::live::{Listening, Update};
use serde_json::json;

use crate::support::api::{callback, feedback, registration, text, verification};
use crate::support::both;
use crate::support::stream::{Circle, Heard};

/// Everybody who sees cases in some way, in one post each.
const LISTENERS: &[&str] = &[
    "intake",
    "intake.dt_jingshan",
    "lead.zw@intake/qzwfwj",
    "lead.zw",
    "lead.ss",
    "butler",
    "resident",
    "chief",
    "handler.qzjw",
    "head.qzjw",
    "handler.qsfj",
    "handler.qmzj",
    "office",
    "supervisor",
    "leader",
    "auditor",
    "online-hall",
    "admin",
];

/// The events of cases and work orders, without the notices.
fn events(heard: &[Heard]) -> Vec<(String, String)> {
    heard.iter().filter(|heard| heard.id.is_some()).map(Heard::told).collect()
}

/// What happened at one instant to several nouns has no order that means anything.
fn sorted<T: Ord>(mut all: Vec<T>) -> Vec<T> {
    all.sort();
    all
}

fn of(kind: &str, id: &str) -> (String, String) {
    (kind.to_owned(), id.to_owned())
}

both! {
    /// An event says what happened to which case, and nothing else.
    async fn a_case_is_heard_of_by_who_sees_it(t: TestApp) {
        let (mut window, mut lead, mut other) =
            (t.listen("intake").await, t.listen("lead.zw").await, t.listen("intake.dt_jingshan").await);
        let start = window.last_id;
        let id = t.registered().await;
        t.command("intake", &id, "accept", json!({})).await.ok();
        t.tell().await;
        let expected = [
            Heard { id: Some(start + 1), event: "case".into(), data: json!({ "type": "registered", "case": id }) },
            Heard { id: Some(start + 2), event: "case".into(), data: json!({ "type": "accepted", "case": id }) },
        ];
        assert_eq!(window.heard().await, expected);
        assert_eq!(lead.heard().await, expected);
        assert_eq!(other.heard().await, []);
        t.beat().await;
        assert_eq!(other.heard().await, []);
        assert_eq!(other.last_id, start + 2, "a sign of life moves on the place from which a client resumes");
    }

    /// A unit hears of a case from the moment it is asked, and of a sheet from its draft.
    async fn a_unit_hears_of_its_own_only(t: TestApp) {
        let mut streams = [t.listen("handler.qzjw").await, t.listen("handler.qsfj").await, t.listen("handler.qmzj").await];
        let id = t.awaiting_dispatch().await;
        let other = t.awaiting_dispatch().await;
        t.tell().await;
        for stream in &mut streams {
            assert_eq!(stream.heard().await, [], "nothing was asked of it yet");
        }
        let sheet = t.drafted("lead.zw", &[&id], "qzjw", &["qsfj"]).await;
        let reason = json!({ "unconfirmed_reason": "电话沟通时对方已口头同意" });
        t.order("lead.zw", &sheet, "dispatch", reason).await.ok();
        let others = t.dispatch("lead.zw", &[&other], "qmzj", &[]).await;
        t.tell().await;
        let [main, co, third] = &mut streams;
        let of_both = |case: &str, sheet: &str| {
            ["dispatched case", "sheet_dispatched work_order"]
                .map(|kind| of(kind, if kind.ends_with("case") { case } else { sheet }))
        };
        assert_eq!(sorted(events(&main.heard().await)), of_both(&id, &sheet));
        assert_eq!(sorted(events(&co.heard().await)), of_both(&id, &sheet));
        assert_eq!(sorted(events(&third.heard().await)), of_both(&other, &others));
    }

    /// Who is given a notice hears of it together with what gave it.
    async fn notices_are_heard_of(t: TestApp) {
        let (mut handler, mut head, mut lead) =
            (t.listen("handler.qzjw").await, t.listen("head.qzjw").await, t.listen("lead.zw").await);
        let id = t.awaiting_dispatch().await;
        t.dispatch("lead.zw", &[&id], "qzjw", &[]).await;
        t.tell().await;
        for (stream, who) in [(&mut handler, "handler.qzjw"), (&mut head, "head.qzjw")] {
            let heard = stream.heard().await;
            let at = heard.iter().position(|heard| heard.event == "notice").unwrap();
            let listed = t.get(who, "/api/v1/notices").await.ok();
            assert_eq!(heard[at].told(), of("dispatched notice", &text(&listed["items"][0]["id"])));
            assert_eq!(heard[at + 1].told(), of("dispatched case", &id));
            assert_eq!(heard.iter().filter(|heard| heard.event == "notice").count(), 1);
        }
        let told = lead.types().await;
        assert_eq!(told.iter().filter(|told| told.ends_with(" notice")).collect::<Vec<_>>(), ["passed_on notice"]);
    }

    /// Users are heard of by who reads them, and by themselves; units by all.
    async fn what_is_no_case_has_its_circle(t: TestApp) {
        let mut streams = [t.listen("admin").await, t.listen("auditor").await, t.listen("office").await];
        let unit = json!({ "id": "new_unit", "name": "新单位", "full_name": "新设单位", "kind": "department" });
        t.post("admin", "/api/v1/units", unit).await.ok();
        t.tell().await;
        let user = json!({ "username": "newcomer", "name": "甄新人", "password": "bancheng-2021",
                           "posts": [{ "role": "handler", "unit": "new_unit" }] });
        t.post("admin", "/api/v1/users", user).await.ok();
        t.tell().await;
        t.registered().await;
        t.tell().await;
        let longer = json!({ "values": { "main_days": 7 }, "reason": "区政府专题会议纪要" });
        t.post_with("admin", "/api/v1/settings/change", &[("If-Match", "\"0\"")], longer).await.ok();
        t.tell().await;
        let [admin, auditor, office] = &mut streams;
        let changed = "settings_changed settings";
        let no_cases = "an administrator sees no cases";
        assert_eq!(admin.types().await, ["unit_created unit", "user_created user", changed], "{no_cases}");
        assert_eq!(auditor.types().await, ["unit_created unit", "user_created user", "registered case", changed]);
        assert_eq!(office.types().await, ["unit_created unit", "registered case", changed]);
    }

    /// After a break nothing is missing and nothing comes twice.
    async fn resuming_gives_what_was_missed(t: TestApp) {
        let mut lead = t.listen("lead.zw").await;
        let first = t.registered().await;
        t.tell().await;
        assert_eq!(events(&lead.heard().await), [of("registered case", &first)]);
        let left_at = lead.last_id;
        drop(lead);
        t.command("intake", &first, "accept", json!({})).await.ok();
        t.command("intake", &first, "pass-on", json!({})).await.ok();
        t.tell().await;
        let mut back = t.listen_after("lead.zw", Some(left_at)).await;
        let second = t.registered().await;
        t.tell().await;
        let missed = [of("accepted case", &first), of("passed_on case", &first), of("registered case", &second)];
        assert_eq!(events(&back.heard().await), missed);
        // From the beginning of the log; more than a queue holds comes in several goes.
        let mut all = t.listen_after("auditor", Some(0)).await;
        let (mut count, mut last) = (0, 0);
        while last < back.last_id {
            t.tell().await;
            let id = all.event().await.id.unwrap();
            assert!(id > last, "in the order of the log");
            (count, last) = (count + 1, id);
        }
        assert_eq!(count.to_string(), t.event_count());
        // A place that the log hasn't reached is its end.
        let mut ahead = t.listen_after("lead.zw", Some(1_000_000)).await;
        assert_eq!(ahead.last_id, last);
        t.command("intake", &second, "accept", json!({})).await.ok();
        t.tell().await;
        assert_eq!(events(&ahead.heard().await), [of("accepted case", &second)]);
        let request = t.request("lead.zw", Method::GET, "/api/v1/stream").await;
        t.send(request.insert_header(("Last-Event-ID", "yesterday"))).await.names_field("Last-Event-ID");
    }

    /// A stream is alive, as it is, and not to be kept.
    async fn a_stream_is_neither_compressed_nor_silent(t: TestApp) {
        let mut office = t.listen("office").await;
        let header = |name: &str| office.headers.get(name).map_or("", |value| value.to_str().unwrap()).to_owned();
        assert_eq!(header("content-type"), "text/event-stream");
        assert_eq!(header("content-encoding"), "identity");
        assert_eq!(header("cache-control"), "no-store");
        assert_eq!(header("x-accel-buffering"), "no");
        let began = office.last_id;
        for _ in 0..3 {
            t.beat().await;
            assert_eq!(office.next().await, Some(Heard { id: Some(began), ..Heard::default() }));
        }
        // Not before 15 seconds have gone.
        t.clock.advance(chrono::TimeDelta::seconds(14));
        t.tell().await;
        let id = t.registered().await;
        t.tell().await;
        assert_eq!(office.event().await.told(), of("registered case", &id));
    }

    /// The stream of a session ends with it, and hears nothing of what comes later.
    async fn a_stream_ends_with_its_session(t: TestApp) {
        let (mut leaving, mut staying) = (t.listen("lead.zw").await, t.listen("lead.zw2").await);
        let request = t.request("lead.zw", Method::DELETE, "/api/v1/session").await;
        assert_eq!(t.send(request).await.status, 204);
        let id = t.registered().await;
        t.tell().await;
        assert_eq!(leaving.next().await, None);
        assert_eq!(staying.event().await.told(), of("registered case", &id));
        // The token ends after 15 minutes; who renews it resumes.
        t.clock.advance(chrono::TimeDelta::minutes(15));
        let second = t.registered().await;
        t.tell().await;
        let left_at = staying.last_id;
        staying.ends().await;
        let mut back = t.listen_after("lead.zw2", Some(left_at)).await;
        t.tell().await;
        assert_eq!(events(&back.heard().await), [of("registered case", &second)]);
    }

    /// Who is disabled hears no more, at once.
    async fn a_stream_ends_when_the_user_is_disabled(t: TestApp) {
        let mut stream = t.listen("handler.qzjw").await;
        let me = text(&t.get("handler.qzjw", "/api/v1/me").await.ok()["user"]["id"]);
        let path = format!("/api/v1/users/{me}");
        let version = t.get("admin", &path).await.ok()["version"].clone();
        let tag = format!("\"{version}\"");
        let reason = json!({ "reason": "已调离" });
        t.post_with("admin", &format!("{path}/disable"), &[("If-Match", &tag)], reason).await.ok();
        t.dispatched("qzjw", &[]).await;
        t.tell().await;
        assert_eq!(events(&stream.heard().await), []);
        stream.ends().await;
    }

    /// When the service stops, all streams end, and no new one begins.
    async fn streams_end_when_the_service_stops(t: TestApp) {
        let (one, other) = (t.listen("lead.zw").await, t.listen("office").await);
        t.app.live.close();
        one.ends().await;
        other.ends().await;
        t.get("office", "/api/v1/stream").await.refused(503, "busy");
    }

    /// One person doesn't listen without end; whoever has gone makes room.
    async fn a_person_holds_six_streams(t: TestApp) {
        let mut streams = Vec::new();
        for _ in 0..6 {
            streams.push(t.listen("office").await);
        }
        t.get("office", "/api/v1/stream").await.refused(429, "too_many_requests");
        let _others = t.listen("office2").await;
        streams.pop();
        t.listen("office").await;
        t.send(actix_web::test::TestRequest::get().uri("/api/v1/stream")).await.refused(401, "not_signed_in");
    }

    /// Who reads slowly falls behind, holds up nobody, and misses nothing.
    async fn a_slow_reader_falls_behind(t: TestApp) {
        let (mut slow, mut quick) = (t.listen("auditor").await, t.listen("office").await);
        let id = t.registered().await;
        let mut count = 0;
        for n in 1..=300 {
            let note = json!({ "kind": "general", "text": format!("第{n}次") });
            t.post("intake", &format!("/api/v1/cases/{id}/note"), note).await.ok();
            if n % 100 == 0 {
                t.tell().await;
                count += quick.heard().await.len();
            }
        }
        assert_eq!(count, 301);
        let mut places = Vec::new();
        while places.len() < count {
            t.tell().await;
            places.push(slow.event().await.id.unwrap());
        }
        assert!(places.windows(2).all(|two| two[0] + 1 == two[1]), "{places:?}");
        assert_eq!(slow.last_id, quick.last_id);
    }

    /// Two processes on one database: what one does is heard of at both.
    async fn two_processes_tell_the_same(t: TestApp) {
        let other = t.another_process();
        let office = t.app.sessions.authenticate(&t.token("office").await).await.unwrap();
        let mut there = other.listen(&office, None).await.unwrap();
        let mut here = t.listen("office").await;
        let id = t.registered().await;
        t.tell().await;
        other.tell_listeners().await.unwrap();
        assert_eq!(events(&here.heard().await), [of("registered case", &id)]);
        assert!(matches!(next(&mut there).await, Some(Update::Nothing(_))), "it begins with its place");
        let Some(Update::Happened(event, _)) = next(&mut there).await else { panic!("nothing was heard there") };
        assert_eq!((event.kind.as_str(), event.id.as_str()), ("registered", id.as_str()));
    }

    /// At each step of a case, exactly those hear of it who saw it before or see it after; and who
    /// is told something may see what it is about.
    async fn who_hears_is_who_sees(t: TestApp) {
        let id = text(&t.post("intake", "/api/v1/cases", registration()).await.ok()["id"]);
        let reason = json!({ "reason": "情况复杂" });
        let steps = [
            ("intake", "request-opinion", json!({ "unit": "qmzj", "question": "是否符合？" })),
            ("handler.qmzj", "decline-opinion", reason.clone()),
            ("intake", "request-opinion", json!({ "unit": "qsfj", "question": "是否符合？" })),
            ("handler.qsfj", "give-opinion", json!({ "conforms": true, "provision": "某办法" })),
            ("intake", "correct", json!({ "sector": "business_service" })),
            ("intake", "correct", json!({ "sector": "government_service" })),
            ("intake", "accept", json!({})),
            ("intake", "pass-on", json!({})),
            ("lead.zw", "dispatch", json!({})),
            ("handler.qzjw", "receive", json!({})),
            ("handler.qzjw", "give-feedback", feedback()),
            ("lead.zw2", "record-callback", callback(false)),
            ("lead.zw2", "send-back", reason.clone()),
            ("handler.qzjw", "give-feedback", feedback()),
            ("lead.zw2", "raise", reason.clone()),
            ("lead.zw", "report-coordinated", json!({ "solved": true, "done": "已协调", "cause": "other" })),
            ("lead.zw2", "record-callback", callback(true)),
            ("lead.zw2", "verify-solved", verification()),
        ];
        for (who, command, body) in steps {
            let circle = Circle::of(&t, LISTENERS, &id).await;
            if command == "dispatch" {
                t.dispatch(who, &[&id], "qzjw", &[]).await;
            } else {
                t.command(who, &id, command, body).await.ok();
            }
            assert!(circle.hears(&t).await > 4, "those who see all, at least");
        }
        let report = t.verify();
        assert!(report.is_sound(), "{report}");
    }
}

async fn next(listening: &mut Listening) -> Option<Update> {
    std::future::poll_fn(|context| listening.poll_next(context)).await
}
