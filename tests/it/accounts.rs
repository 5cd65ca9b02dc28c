//! Users: who they are, which posts they hold, how they get in and how they no longer do.

use std::rc::Rc;

use actix_web::cookie::Cookie;
use actix_web::http::Method;
use actix_web::http::header::SET_COOKIE;
use actix_web::test::TestRequest;
use bancheng::app::Once;
use bancheng::app::demo::PASSWORD;
use bancheng::error::Code;
use serde_json::{Value, json};

use crate::support::api::{registration, text};
use crate::support::{Answer, TestApp, both};

const USERS: &str = "/api/v1/users";
const OTHER_PASSWORD: &str = "another password";

/// The identifier of the person with this name to sign in with.
async fn id_of(t: &TestApp, username: &str) -> String {
    let all = t.get("auditor", &format!("{USERS}?limit=200")).await.ok();
    let found = all["items"].as_array().unwrap().iter().find(|user| user["username"] == username);
    text(&found.unwrap_or_else(|| panic!("no {username}"))["id"])
}

async fn user(t: &TestApp, id: &str) -> Value {
    t.get("auditor", &format!("{USERS}/{id}")).await.ok()
}

/// Gives a command to a user, naming the present version.
async fn manage(t: &TestApp, who: &str, id: &str, command: &str, body: Value) -> Answer {
    let tag = format!("\"{}\"", user(t, id).await["version"]);
    t.post_with(who, &format!("{USERS}/{id}/{command}"), &[("If-Match", &tag)], body).await
}

/// Enters a second administrator; the identifier.
async fn second_admin(t: &TestApp) -> String {
    let admin = json!({
        "username": "admin2", "name": "欧阳系统", "password": PASSWORD,
        "posts": [{ "role": "admin", "unit": "ldxzb" }],
    });
    text(&t.post("admin", USERS, admin).await.ok()["id"])
}

async fn bearing(t: &TestApp, token: &str, request: TestRequest) -> Answer {
    t.send(request.insert_header(("Authorization", format!("Bearer {token}")))).await
}

async fn get_me(t: &TestApp, token: &str) -> Answer {
    bearing(t, token, TestRequest::get().uri("/api/v1/me")).await
}

async fn list_cases(t: &TestApp, token: &str) -> Answer {
    bearing(t, token, TestRequest::get().uri("/api/v1/cases")).await
}

async fn refresh(t: &TestApp, session: &Answer) -> Answer {
    let header = session.headers.get(SET_COOKIE).unwrap().to_str().unwrap().to_owned();
    let cookie = Cookie::parse(header).unwrap();
    let plain = Cookie::new(cookie.name().to_owned(), cookie.value().to_owned());
    t.send(TestRequest::post().uri("/api/v1/session/refresh").cookie(plain)).await
}

async fn change_password(t: &TestApp, token: &str, old: &str, new: &str) -> Answer {
    let body = json!({ "old_password": old, "new_password": new });
    bearing(t, token, TestRequest::post().uri("/api/v1/session/password").set_json(body)).await
}

/// What has happened to a user, oldest first.
async fn history(t: &TestApp, id: &str) -> Vec<Value> {
    t.get("auditor", &format!("{USERS}/{id}/history")).await.ok()["items"].as_array().unwrap().clone()
}

#[track_caller]
fn assert_sound(t: &TestApp) {
    let report = t.verify();
    assert!(report.is_sound(), "{report}");
}

both! {
    /// Name, telephone and home unit change; what they were stays in the history.
    async fn a_person_changes(t: TestApp) {
        let id = id_of(&t, "handler.qzjw").await;
        let path = format!("{USERS}/{id}/change");
        let married = json!({ "name": "甄新名", "phone": "010-60000009" });
        t.post("admin", &path, married.clone()).await.refused(428, "if_match_required");
        t.post_with("admin", &path, &[("If-Match", "\"7\"")], married.clone()).await.refused(412, "version_conflict");
        t.post_with("admin", &format!("{USERS}/nobody/change"), &[("If-Match", "\"1\"")], married.clone())
            .await
            .refused(404, "not_found");
        for (field, value) in [
            ("name", json!("")),
            ("phone", json!("1")),
            ("home_unit", json!("nowhere")),
            ("username", json!("other")),
        ] {
            let mut body = married.clone();
            body[field] = value;
            manage(&t, "admin", &id, "change", body).await.names_field(field);
        }
        let receipt = manage(&t, "admin", &id, "change", married).await.ok();
        assert_eq!((&receipt["version"], &receipt["state"]), (&json!(2), &json!("active")));
        let read = user(&t, &id).await;
        assert_eq!((&read["name"], &read["phone"]), (&json!("甄新名"), &json!("010-60000009")));

        let events = history(&t, &id).await;
        assert_eq!((&events[0]["type"], &events[0]["data"]["name"]), (&json!("user_created"), &json!("甄经办")));
        assert_eq!((&events[1]["type"], &events[1]["data"]["name"]), (&json!("user_changed"), &json!("甄新名")));
        assert_eq!(events[1]["by"]["name"], "甄系统");
        t.get("admin", &format!("{USERS}/{id}/history")).await.ok();
        t.get("office", &format!("{USERS}/{id}/history")).await.refused(403, "role_may_not");
        t.get("admin", &format!("{USERS}/nobody/history")).await.refused(404, "not_found");
        assert_sound(&t);
    }

    /// A post is there from the moment it is given, and gone from the moment it is taken, in sessions
    /// that are under way too.
    async fn posts_come_and_go_at_once(t: TestApp) {
        let id = id_of(&t, "handler.qzjw").await;
        let session = t.try_sign_in("handler.qzjw", PASSWORD).await;
        let as_handler = text(&session.body["access_token"]);
        let post = json!({ "role": "intake", "unit": "qzjw" });
        let switch = || TestRequest::post().uri("/api/v1/session/acting").set_json(post.clone());
        bearing(&t, &as_handler, switch()).await.refused(403, "role_may_not");

        manage(&t, "admin", &id, "give-post", post.clone()).await.ok();
        manage(&t, "admin", &id, "give-post", post.clone()).await.names_field("role");
        let as_intake = text(&bearing(&t, &as_handler, switch()).await.ok()["access_token"]);
        let mut of_unit = registration();
        of_unit["channel"] = json!("unit");
        let register = || TestRequest::post().uri("/api/v1/cases").set_json(of_unit.clone());
        bearing(&t, &as_intake, register()).await.ok();

        let mut taken = post.clone();
        manage(&t, "admin", &id, "take-post", taken.clone()).await.names_field("reason");
        taken["reason"] = json!("轮岗");
        manage(&t, "admin", &id, "take-post", taken.clone()).await.ok();
        bearing(&t, &as_intake, register()).await.refused(403, "role_may_not");
        refresh(&t, &session).await.refused(401, "not_signed_in");
        // The other post is still held.
        list_cases(&t, &as_handler).await.ok();
        manage(&t, "admin", &id, "take-post", taken).await.names_field("role");

        let events = history(&t, &id).await;
        assert_eq!(events[1]["data"], post);
        assert_eq!((&events[2]["type"], &events[2]["texts"]["reason"]), (&json!("post_taken"), &json!("轮岗")));
        assert_sound(&t);
    }

    /// Who was let in before the post was taken gets nothing through after.
    async fn a_command_under_way_fails_when_the_post_is_taken(t: TestApp) {
        let id = id_of(&t, "intake").await;
        let token = t.token("intake").await;
        let let_in = t.app.sessions.authenticate(&token).await.unwrap();
        let taken = json!({ "role": "intake", "unit": "dt_qzwfw", "reason": "调离" });
        manage(&t, "admin", &id, "take-post", taken).await.ok();
        let before = t.event_count();
        let command = serde_json::from_value(registration()).unwrap();
        let refused = t.app.register(&let_in, command, &Once::default()).await.unwrap_err();
        assert_eq!((refused.code, refused.retry_after), (Code::Busy, Some(1)));
        assert_eq!(t.event_count(), before);
        // Without any post there is nothing to sign in for.
        t.try_sign_in("intake", PASSWORD).await.refused(403, "role_may_not");
    }

    /// Each role is held where it belongs; people of the office and the supervisor say where they come from.
    async fn roles_belong_in_their_units(t: TestApp) {
        let id = id_of(&t, "handler.qzjw").await;
        let post = |role: &str, unit: &str| json!({ "role": role, "unit": unit });
        for (role, unit, path) in [
            ("lead", "qzjw", "unit"),
            ("chief_butler", "zjfwgj", "unit"),
            ("butler", "zgj", "unit"),
            ("resident_butler", "qfgw", "unit"),
            ("office", "qfgw", "unit"),
            ("supervisor", "qysb", "unit"),
            ("leader", "ldxzb", "unit"),
            ("handler", "nowhere", "unit"),
            ("king", "qzjw", "role"),
            ("office", "qysb", "home_unit"),
            ("supervisor", "ldxzb", "home_unit"),
        ] {
            manage(&t, "admin", &id, "give-post", post(role, unit)).await.names_field(path);
        }
        assert_eq!(history(&t, &id).await.len(), 1);
        let known = json!({ "name": "甄经办", "home_unit": "qzjw" });
        manage(&t, "admin", &id, "change", known).await.ok();
        for (role, unit) in [
            ("lead", "qfgw"),
            ("chief_butler", "zgj"),
            ("butler", "zjfwgj"),
            ("resident_butler", "zjfwgj"),
            ("office", "qysb"),
            ("supervisor", "ldxzb"),
            ("leader", "ldxz"),
            ("intake", "qzjw"),
            ("unit_head", "jd_tiantan"),
            ("auditor", "qsfj"),
        ] {
            manage(&t, "admin", &id, "give-post", post(role, unit)).await.ok();
        }
        // As long as such a post is held, the home unit can't be left out.
        manage(&t, "admin", &id, "change", json!({ "name": "甄经办" })).await.names_field("home_unit");
        assert_sound(&t);
    }

    /// An administrator has no say on the own account, and so can't be the last one to go.
    async fn nobody_manages_oneself(t: TestApp) {
        let id = id_of(&t, "admin").await;
        let reason = json!({ "reason": "离任" });
        for (command, body) in [
            ("give-post", json!({ "role": "office", "unit": "qysb" })),
            ("take-post", json!({ "role": "admin", "unit": "ldxzb", "reason": "离任" })),
            ("disable", reason.clone()),
            ("enable", reason.clone()),
            ("reset-password", json!({ "password": OTHER_PASSWORD, "reason": "忘记" })),
            ("change", json!({ "name": "甄系统", "home_unit": "qfgw" })),
        ] {
            manage(&t, "admin", &id, command, body).await.refused(403, "own_account");
        }
        manage(&t, "admin", &id, "change", json!({ "name": "甄系统", "phone": "010-60000008" })).await.ok();
        for who in ["auditor", "office", "lead.zw"] {
            manage(&t, who, &id, "disable", reason.clone()).await.refused(403, "role_may_not");
        }
    }

    /// Two administrators who disable each other at once: one is left.
    async fn an_administrator_is_always_left(t: TestApp) {
        let t = Rc::new(t);
        let (first, second) = (id_of(&t, "admin").await, second_admin(&t).await);
        let version = user(&t, &second).await["version"].clone();
        let mut requests = Vec::new();
        for (who, whom, version) in [("admin", second, version), ("admin2", first, json!(1))] {
            let disable = t.request(who, Method::POST, &format!("{USERS}/{whom}/disable")).await;
            let disable = disable.insert_header(("If-Match", format!("\"{version}\"")));
            requests.push(disable.set_json(json!({ "reason": "清理" })));
        }
        let send = |request| {
            let t = t.clone();
            actix_web::rt::spawn(async move { t.send(request).await.status.as_u16() })
        };
        let both: Vec<_> = requests.into_iter().map(send).collect();
        let mut answers = Vec::new();
        for one in both {
            answers.push(one.await.unwrap());
        }
        assert_eq!(answers.iter().filter(|status| **status == 200).count(), 1, "{answers:?}");
        let all = t.get("auditor", &format!("{USERS}?unit=ldxzb")).await.ok();
        let enabled = all["items"].as_array().unwrap().iter().filter(|user| {
            user["disabled"] == false && user["posts"][0]["role"] == "admin"
        });
        assert_eq!(enabled.count(), 1);
        assert_sound(&t);
    }

    /// All sessions end at once, and stay over when the person may come back.
    async fn disabling_ends_everything(t: TestApp) {
        let id = id_of(&t, "office").await;
        let sessions = [t.try_sign_in("office", PASSWORD).await, t.try_sign_in("office", PASSWORD).await];
        let reason = json!({ "reason": "退休" });
        manage(&t, "admin", &id, "enable", reason.clone()).await.refused(409, "wrong_state");
        let receipt = manage(&t, "admin", &id, "disable", reason.clone()).await.ok();
        assert_eq!(receipt["state"], "disabled");
        manage(&t, "admin", &id, "disable", reason.clone()).await.refused(409, "wrong_state");
        for session in &sessions {
            get_me(&t, &text(&session.body["access_token"])).await.refused(401, "not_signed_in");
            refresh(&t, session).await.refused(401, "not_signed_in");
        }
        t.try_sign_in("office", PASSWORD).await.refused(401, "wrong_password");

        manage(&t, "admin", &id, "enable", json!({ "reason": "返聘" })).await.ok();
        for session in &sessions {
            get_me(&t, &text(&session.body["access_token"])).await.refused(401, "not_signed_in");
            refresh(&t, session).await.refused(401, "not_signed_in");
        }
        t.try_sign_in("office", PASSWORD).await.ok();
        let events = history(&t, &id).await;
        let reasons: Vec<&Value> = events.iter().skip(1).map(|event| &event["texts"]["reason"]).collect();
        assert_eq!(reasons, [&json!("退休"), &json!("返聘")]);
        assert_sound(&t);
    }

    /// A password that an administrator chose opens the door to changing it, and no other.
    async fn a_reset_password_must_be_changed(t: TestApp) {
        let id = id_of(&t, "intake").await;
        let before = t.try_sign_in("intake", PASSWORD).await;
        assert_eq!(before.body["must_change_password"], false);
        let reset = |password: &str| json!({ "password": password, "reason": "本人遗忘" });
        manage(&t, "admin", &id, "reset-password", reset("too short")).await.names_field("password");
        manage(&t, "admin", &id, "reset-password", reset(OTHER_PASSWORD)).await.ok();
        get_me(&t, &text(&before.body["access_token"])).await.refused(401, "not_signed_in");
        refresh(&t, &before).await.refused(401, "not_signed_in");
        t.try_sign_in("intake", PASSWORD).await.refused(401, "wrong_password");

        let session = t.try_sign_in("intake", OTHER_PASSWORD).await;
        let token = text(&session.body["access_token"]);
        assert_eq!(session.body["must_change_password"], true);
        assert_eq!(get_me(&t, &token).await.ok()["must_change_password"], true);
        list_cases(&t, &token).await.refused(403, "password_change_required");
        let register = TestRequest::post().uri("/api/v1/cases").set_json(registration());
        bearing(&t, &token, register).await.refused(403, "password_change_required");

        assert_eq!(change_password(&t, &token, OTHER_PASSWORD, "my own password").await.status, 204);
        list_cases(&t, &token).await.ok();
        assert_eq!(get_me(&t, &token).await.ok()["must_change_password"], false);
        let events = history(&t, &id).await;
        let types: Vec<&Value> = events.iter().map(|event| &event["type"]).collect();
        assert_eq!(types, [&json!("user_created"), &json!("password_reset"), &json!("password_changed")]);
        assert_eq!(events[1]["texts"]["reason"], "本人遗忘");
        let kept = [t.column("SELECT body FROM events"), t.column("SELECT phc FROM passwords")].concat().concat();
        assert!(!kept.contains(OTHER_PASSWORD) && !kept.contains("my own password"));
        assert_sound(&t);
    }

    /// The old password proves who changes it; the other sessions end.
    async fn a_password_is_changed_by_the_old_one(t: TestApp) {
        let sessions = [t.try_sign_in("intake", PASSWORD).await, t.try_sign_in("intake", PASSWORD).await];
        let tokens = sessions.clone().map(|session| text(&session.body["access_token"]));
        let new = "a much better one";
        change_password(&t, &tokens[0], PASSWORD, "elevenchars").await.names_field("new_password");
        change_password(&t, &tokens[0], PASSWORD, &"密".repeat(129)).await.names_field("new_password");
        change_password(&t, &tokens[0], PASSWORD, PASSWORD).await.names_field("new_password");
        change_password(&t, &tokens[0], "wrong", new).await.names_field("old_password");
        assert_eq!(change_password(&t, &tokens[0], PASSWORD, new).await.status, 204);

        get_me(&t, &tokens[0]).await.ok();
        refresh(&t, &sessions[0]).await.ok();
        get_me(&t, &tokens[1]).await.refused(401, "not_signed_in");
        refresh(&t, &sessions[1]).await.refused(401, "not_signed_in");
        t.try_sign_in("intake", PASSWORD).await.refused(401, "wrong_password");
        t.try_sign_in("intake", new).await.ok();

        // A stolen token is no way to find the password out.
        for _ in 0..5 {
            change_password(&t, &tokens[0], "guessed", OTHER_PASSWORD).await.names_field("old_password");
        }
        change_password(&t, &tokens[0], new, OTHER_PASSWORD).await.refused(429, "too_many_requests");
        // Nor does it stand in the way of who manages the account.
        let id = id_of(&t, "intake").await;
        assert_eq!(user(&t, &id).await["version"], 1);
        assert_sound(&t);
    }
}
