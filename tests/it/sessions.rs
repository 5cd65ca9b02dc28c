//! Signing in, staying signed in, and signing out.

use actix_web::cookie::Cookie;
use actix_web::http::header::SET_COOKIE;
use actix_web::test::TestRequest;
use bancheng::app::demo::PASSWORD;
use bancheng::crypto::{Claims, KeyRing};
use serde_json::{Value, json};

use crate::support::api::{registration, text};
use crate::support::{Answer, TestApp, both};

async fn sign_in(t: &TestApp, username: &str, password: &str) -> Answer {
    let credentials = json!({ "username": username, "password": password });
    t.send(TestRequest::post().uri("/api/v1/session").set_json(credentials)).await
}

/// The refresh cookie that an answer sets.
fn cookie(answer: &Answer) -> Option<Cookie<'static>> {
    let set: Vec<_> = answer.headers.get_all(SET_COOKIE).collect();
    assert!(set.len() <= 1, "{set:?}");
    set.first().map(|header| Cookie::parse(header.to_str().unwrap().to_owned()).unwrap())
}

async fn refresh(t: &TestApp, cookie: &Cookie<'static>) -> Answer {
    let plain = Cookie::new(cookie.name().to_owned(), cookie.value().to_owned());
    t.send(TestRequest::post().uri("/api/v1/session/refresh").cookie(plain)).await
}

async fn me(t: &TestApp, token: &str) -> Answer {
    t.send(TestRequest::get().uri("/api/v1/me").insert_header(("Authorization", format!("Bearer {token}")))).await
}

async fn bearing(t: &TestApp, request: TestRequest, token: &str) -> Answer {
    t.send(request.insert_header(("Authorization", format!("Bearer {token}")))).await
}

/// The access token of an answer that began or renewed a session.
#[track_caller]
fn access(answer: &Answer) -> String {
    assert_eq!(answer.status, 200, "{}", answer.text);
    text(&answer.body["access_token"])
}

/// What a refusal says, but for the request's id.
fn said(answer: Answer) -> Value {
    let mut body = answer.body;
    body.as_object_mut().unwrap().remove("request_id").unwrap();
    body
}

both! {
    async fn signing_in_tells_who_one_is(t: TestApp) {
        let answer = sign_in(&t, "lead.zw", PASSWORD).await;
        let token = access(&answer);
        assert_eq!((&answer.body["expires_in"], &answer.body["token_type"]), (&json!(900), &json!("Bearer")));
        let cookie = cookie(&answer).expect("a refresh cookie");
        assert_eq!(cookie.http_only(), Some(true));
        assert_eq!(cookie.same_site(), Some(actix_web::cookie::SameSite::Strict));
        assert_eq!(cookie.path(), Some("/api/v1/session"));
        assert!(cookie.domain().is_none() && cookie.max_age().is_some_and(|age| age.whole_hours() == 12));
        // The refresh token is in the cookie only.
        assert!(!answer.text.contains(cookie.value()));

        let me = me(&t, &token).await.ok();
        assert_eq!(me["user"]["name"], "贾派发");
        assert_eq!((&me["acting"]["role"], &me["acting"]["unit_name"]), (&json!("lead"), &json!("区政务服务局")));
        let posts: Vec<_> = me["posts"].as_array().unwrap().iter().map(|post| (&post["role"], &post["unit"])).collect();
        assert_eq!(posts, [(&json!("lead"), &json!("qzwfwj")), (&json!("intake"), &json!("qzwfwj"))]);
        for part in ["user", "acting", "may", "posts"] {
            assert_eq!(answer.body[part], me[part], "{part}");
        }
        assert!(!answer.text.contains(PASSWORD) && !answer.text.contains("argon2"));
    }

    async fn a_wrong_password_and_an_unknown_user_sound_alike(t: TestApp) {
        let wrong = sign_in(&t, "intake", "not-the-password").await;
        let unknown = sign_in(&t, "nobody", "not-the-password").await;
        assert_eq!((wrong.status.as_u16(), unknown.status.as_u16()), (401, 401));
        assert!(cookie(&wrong).is_none() && cookie(&unknown).is_none());
        let (wrong, unknown) = (said(wrong), said(unknown));
        assert_eq!(wrong, unknown);
        assert_eq!(wrong["code"], "wrong_password");
        for (username, password) in
            [("intake", ""), ("", PASSWORD), ("INTAKE", PASSWORD), ("intake ", PASSWORD), ("intake\u{0000}", PASSWORD)]
        {
            assert_eq!(said(sign_in(&t, username, password).await), wrong, "{username:?}");
        }
        for (field, body) in [
            ("password", json!({ "username": "intake" })),
            ("username", json!({ "username": "x".repeat(61), "password": PASSWORD })),
            ("password", json!({ "username": "intake", "password": "密".repeat(129) })),
            ("remember", json!({ "username": "intake", "password": PASSWORD, "remember": true })),
        ] {
            t.send(TestRequest::post().uri("/api/v1/session").set_json(body)).await.names_field(field);
        }
    }

    /// The fifth failure locks for a minute, each further one for twice as long; success forgets them.
    async fn failures_lock_for_a_growing_time(t: TestApp) {
        let retry_after = |answer: Answer| {
            let seconds: u32 = answer.headers.get("retry-after").unwrap().to_str().unwrap().parse().unwrap();
            answer.refused(429, "too_many_requests");
            seconds
        };
        for _ in 0..5 {
            sign_in(&t, "intake", "wrong").await.refused(401, "wrong_password");
        }
        // Even the right password is of no use now, and nobody else is locked out.
        assert_eq!(retry_after(sign_in(&t, "intake", PASSWORD).await), 61);
        access(&sign_in(&t, "office", PASSWORD).await);
        t.at("2021-09-01T09:00:59+08:00");
        assert_eq!(retry_after(sign_in(&t, "intake", PASSWORD).await), 2);
        for (at, minutes) in [("09:01:00", 2), ("09:03:00", 4), ("09:07:00", 8)] {
            t.at(&format!("2021-09-01T{at}+08:00"));
            sign_in(&t, "intake", "wrong").await.refused(401, "wrong_password");
            assert_eq!(retry_after(sign_in(&t, "intake", "wrong").await), minutes * 60 + 1, "{at}");
        }
        t.at("2021-09-01T09:15:00+08:00");
        access(&sign_in(&t, "intake", PASSWORD).await);
        // The count begins anew: four failures lock nobody out.
        for _ in 0..4 {
            sign_in(&t, "intake", "wrong").await.refused(401, "wrong_password");
        }
        access(&sign_in(&t, "intake", PASSWORD).await);
    }

    /// However many fail, an hour is the longest.
    async fn a_lock_is_never_longer_than_an_hour(t: TestApp) {
        sign_in(&t, "intake", "wrong").await.refused(401, "wrong_password");
        t.db.behind_its_back("UPDATE sign_in_failures SET failures = 2000000000");
        sign_in(&t, "intake", "wrong").await.refused(401, "wrong_password");
        let locked = sign_in(&t, "intake", PASSWORD).await;
        assert_eq!(locked.headers.get("retry-after").unwrap(), "3601");
        t.at("2021-09-01T10:00:00+08:00");
        access(&sign_in(&t, "intake", PASSWORD).await);
    }

    /// Being locked out doesn't tell that somebody bears the name; nor do those who bear it.
    async fn names_that_nobody_bears_are_locked_out_alike(t: TestApp) {
        for _ in 0..5 {
            let known = said(sign_in(&t, "intake", "wrong").await);
            assert_eq!(said(sign_in(&t, "nobody", "wrong").await), known);
            assert_eq!(said(sign_in(&t, "NO BODY", "wrong").await), known);
        }
        for at in ["09:00:00", "09:00:59"] {
            t.at(&format!("2021-09-01T{at}+08:00"));
            let known = sign_in(&t, "intake", PASSWORD).await;
            for name in ["nobody", "NO BODY"] {
                let unknown = sign_in(&t, name, PASSWORD).await;
                assert_eq!(unknown.headers.get("retry-after"), known.headers.get("retry-after"));
                assert_eq!(said(unknown), said(known.clone()));
            }
            known.refused(429, "too_many_requests");
        }
        assert!(!t.column("SELECT name_hash FROM sign_in_failures").concat().contains("nobody"));

        // A day later all of it is forgotten, by the next one who fails.
        t.at("2021-09-02T09:00:01+08:00");
        sign_in(&t, "office", "wrong").await.refused(401, "wrong_password");
        assert_eq!(t.column("SELECT CAST(failures AS TEXT) FROM sign_in_failures"), ["1"]);
    }

    /// One address may try sixty times at once, whatever the names.
    async fn an_address_may_not_try_for_ever(t: TestApp) {
        let long = "x".repeat(61);
        for _ in 0..60 {
            sign_in(&t, &long, "wrong").await.names_field("username");
        }
        sign_in(&t, "intake", PASSWORD).await.refused(429, "too_many_requests");
        t.at("2021-09-01T09:00:01+08:00");
        access(&sign_in(&t, "intake", PASSWORD).await);
    }

    async fn an_access_token_lives_for_fifteen_minutes(t: TestApp) {
        let token = access(&sign_in(&t, "intake", PASSWORD).await);
        t.at("2021-09-01T09:14:59+08:00");
        me(&t, &token).await.ok();
        t.at("2021-09-01T09:15:00+08:00");
        let over = me(&t, &token).await;
        assert_eq!(over.headers.get("www-authenticate").unwrap(), "Bearer");
        over.refused(401, "not_signed_in");
    }

    /// Each renewal replaces the refresh token. Its predecessor is good for 10 seconds more, for two
    /// tabs; whoever comes with an older one ends the session.
    async fn refresh_tokens_rotate(t: TestApp) {
        let first = cookie(&sign_in(&t, "intake", PASSWORD).await).unwrap();
        t.at("2021-09-01T09:10:00+08:00");
        let renewed = refresh(&t, &first).await;
        let second = cookie(&renewed).unwrap();
        assert_ne!(first.value(), second.value());
        assert_eq!((second.http_only(), second.path()), (Some(true), Some("/api/v1/session")));
        t.at("2021-09-01T09:20:00+08:00");
        me(&t, &access(&renewed)).await.ok();

        // The other tab comes within 10 seconds: it is let in and keeps its cookie jar's newer one.
        let third = cookie(&refresh(&t, &second).await).unwrap();
        t.at("2021-09-01T09:20:10+08:00");
        let other_tab = refresh(&t, &second).await;
        assert!(cookie(&other_tab).is_none());
        me(&t, &access(&other_tab)).await.ok();

        // A second later it is a theft: the session ends, for both.
        t.at("2021-09-01T09:20:11+08:00");
        refresh(&t, &second).await.refused(401, "not_signed_in");
        refresh(&t, &third).await.refused(401, "not_signed_in");
        me(&t, &access(&other_tab)).await.refused(401, "not_signed_in");
        access(&sign_in(&t, "intake", PASSWORD).await);
    }

    async fn one_older_than_the_predecessor_ends_the_session_at_once(t: TestApp) {
        let answer = sign_in(&t, "intake", PASSWORD).await;
        let first = cookie(&answer).unwrap();
        let second = cookie(&refresh(&t, &first).await).unwrap();
        let third = cookie(&refresh(&t, &second).await).unwrap();
        refresh(&t, &first).await.refused(401, "not_signed_in");
        refresh(&t, &third).await.refused(401, "not_signed_in");
        me(&t, &access(&answer)).await.refused(401, "not_signed_in");
    }

    async fn a_session_that_nobody_renews_ends_after_twelve_hours(t: TestApp) {
        let first = cookie(&sign_in(&t, "intake", PASSWORD).await).unwrap();
        t.at("2021-09-01T20:59:59+08:00");
        let second = cookie(&refresh(&t, &first).await).unwrap();
        t.at("2021-09-02T08:59:59+08:00");
        refresh(&t, &second).await.refused(401, "not_signed_in");
    }

    async fn nonsense_in_the_cookie_is_refused(t: TestApp) {
        let good = cookie(&sign_in(&t, "intake", PASSWORD).await).unwrap();
        let (session, secret) = good.value().split_once('.').unwrap();
        t.send(TestRequest::post().uri("/api/v1/session/refresh")).await.refused(401, "not_signed_in");
        for value in ["", ".", "x", &format!("x.{secret}"), session, &"x".repeat(4000)] {
            refresh(&t, &Cookie::new("bancheng_refresh", value.to_owned())).await.refused(401, "not_signed_in");
        }
        // The session has taken no harm.
        refresh(&t, &good).await.ok();
    }

    /// Who holds several posts acts in one at a time; the log tells in which.
    async fn the_post_can_be_switched(t: TestApp) {
        let answer = sign_in(&t, "lead.zw", PASSWORD).await;
        let as_lead = access(&answer);
        let register = || TestRequest::post().uri("/api/v1/cases").set_json(registration());
        bearing(&t, register(), &as_lead).await.refused(403, "role_may_not");
        let switch = |role: &str, unit: &str| {
            TestRequest::post().uri("/api/v1/session/acting").set_json(json!({ "role": role, "unit": unit }))
        };
        for (role, unit) in [("admin", "qzwfwj"), ("intake", "dt_qzwfw"), ("intake", "nowhere")] {
            bearing(&t, switch(role, unit), &as_lead).await.refused(403, "role_may_not");
        }
        bearing(&t, switch("king", "qzwfwj"), &as_lead).await.names_field("role");
        let switched = bearing(&t, switch("intake", "qzwfwj"), &as_lead).await;
        let as_intake = access(&switched);
        // 每个岗位能做什么，由服务端说
        let may = |body: &Value, what: &str| body["may"].as_array().unwrap().contains(&json!(what));
        for (what, lead, intake) in
            [("register_case", false, true), ("draft_work_orders", true, false), ("manage_users", false, false)]
        {
            assert_eq!((may(&answer.body, what), may(&switched.body, what)), (lead, intake), "{what}");
        }
        assert_eq!(switched.body["acting"]["role"], "intake");
        let id = text(&bearing(&t, register(), &as_intake).await.ok()["id"]);
        let history = t.get("auditor", &format!("/api/v1/cases/{id}/history")).await.ok();
        let by = &history["items"][0]["by"];
        assert_eq!(
            (&by["name"], &by["role"], &by["unit"]["id"]),
            (&json!("贾派发"), &json!("intake"), &json!("qzwfwj"))
        );
        // Renewed, the session goes on in the same post.
        let renewed = refresh(&t, &cookie(&answer).unwrap()).await.ok();
        assert_eq!(renewed["acting"]["role"], "intake");
    }

    async fn signing_out_ends_everything(t: TestApp) {
        let answer = sign_in(&t, "intake", PASSWORD).await;
        let (token, kept) = (access(&answer), cookie(&answer).unwrap());
        let elsewhere = access(&sign_in(&t, "intake", PASSWORD).await);
        let out = bearing(&t, TestRequest::delete().uri("/api/v1/session"), &token).await;
        assert_eq!(out.status, 204);
        let gone = cookie(&out).unwrap();
        assert_eq!((gone.value(), gone.path()), ("", Some("/api/v1/session")));
        assert!(gone.max_age().is_some_and(|age| age.is_zero()));
        me(&t, &token).await.refused(401, "not_signed_in");
        refresh(&t, &kept).await.refused(401, "not_signed_in");
        bearing(&t, TestRequest::delete().uri("/api/v1/session"), &token).await.refused(401, "not_signed_in");
        // Another session of the same person goes on.
        me(&t, &elsewhere).await.ok();
    }

    /// What isn't our token is no token, however it is made.
    async fn forged_tokens_are_refused(t: TestApp) {
        let good = access(&sign_in(&t, "intake", PASSWORD).await);
        let parts: Vec<&str> = good.split('.').collect();
        let [head, claims, signature] = parts[..] else { panic!("{good}") };
        let stranger = Claims {
            sub: "x".into(),
            sid: "x".into(),
            role: "admin".into(),
            unit: "ldxzb".into(),
            iat: 0,
            exp: i64::MAX / 2,
        };
        let foreign = KeyRing::ephemeral().sign_token(&stranger).unwrap();
        let own = t.app.keys.sign_token(&stranger).unwrap();
        // {"alg":"none"}, {"alg":"HS256","typ":"JWT"}
        let (none, hs256) = ("eyJhbGciOiJub25lIn0", "eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9");
        for token in [
            String::new(),
            "x".into(),
            "a.b.c".into(),
            "..".into(),
            format!("{none}.{claims}."),
            format!("{none}.{claims}.{signature}"),
            format!("{hs256}.{claims}.{signature}"),
            format!("{head}.{claims}."),
            format!("{head}.{}.{signature}", &foreign[10..60]),
            format!("{good}x"),
            foreign,
            own,
            "x".repeat(7000),
        ] {
            me(&t, &token).await.refused(401, "not_signed_in");
        }
        for header in [format!("Basic {good}"), good.clone(), format!("Bearer{good}"), "Bearer".into()] {
            let request = TestRequest::get().uri("/api/v1/me").insert_header(("Authorization", header));
            t.send(request).await.refused(401, "not_signed_in");
        }
        t.send(TestRequest::get().uri("/api/v1/me")).await.refused(401, "not_signed_in");
        // The token belongs in the header only.
        t.send(TestRequest::get().uri(&format!("/api/v1/me?access_token={good}"))).await.refused(401, "not_signed_in");
        me(&t, &good).await.ok();
    }

    /// Too many tries from one address are slowed down; another address isn't.
    async fn one_address_is_limited_not_all(t: TestApp) {
        let attempt = async |address: &str, n: u32| {
            let wrong = json!({ "username": format!("nobody.{n}"), "password": "wrong" });
            let request = TestRequest::post()
                .uri("/api/v1/session")
                .insert_header(("X-Forwarded-For", address.to_owned()))
                .set_json(wrong);
            t.send(request).await.status.as_u16()
        };
        let mut answers = Vec::new();
        for n in 0..61 {
            answers.push(attempt("192.0.2.1", n).await);
        }
        assert_eq!(answers[..60], [401; 60]);
        assert_eq!(answers[60], 429);
        assert_eq!(attempt("192.0.2.2", 0).await, 401);
    }
}
