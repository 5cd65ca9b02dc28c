//! Personal data: masked for all, in the clear only by an act that is recorded, and nowhere at rest.

use bancheng::store::DatabaseUrl;
use serde_json::{Value, json};

use crate::support::api::{business_registration, callback, feedback, registration, text, verification};
use crate::support::{Answer, TestApp, both};

const CASES: &str = "/api/v1/cases";
/// Nobody else of the demo is called so, and no other number reads so.
const NAME: &str = "独孤样例";
const PHONE: &str = "13900007788";
const ID_NUMBER: &str = "110101199003070011";
const AGENT: &str = "诸葛代办";
const AGENT_PHONE: &str = "13900009911";
const ACCOUNT: &str = "我叫独孤样例，跑了三趟，营业厅让我回去等。";
const SECRETS: &[&str] = &[NAME, PHONE, ID_NUMBER, AGENT, AGENT_PHONE, ACCOUNT];

/// A registration by a person with an agent, all fields filled.
fn person() -> Value {
    let mut body = registration();
    body["reporter"] = json!({
        "kind": "person", "name": NAME, "phone": PHONE, "id_number": ID_NUMBER, "id_notice_given": true,
        "agent": { "name": AGENT, "phone": AGENT_PHONE },
    });
    body["account"] = json!(ACCOUNT);
    body
}

fn confidential() -> Value {
    let mut body = person();
    body["reporter"]["confidential"] = json!(true);
    body
}

async fn registered(t: &TestApp, who: &str, body: Value) -> String {
    text(&t.post(who, CASES, body).await.ok()["id"])
}

/// Registers, and brings it into the hands of these units.
async fn dispatched(t: &TestApp, body: Value, main: &str, co: &[&str]) -> String {
    let id = registered(t, "intake", body).await;
    t.command("intake", &id, "accept", json!({})).await.ok();
    t.command("intake", &id, "pass-on", json!({})).await.ok();
    t.dispatch("lead.zw", &[&id], main, co).await;
    id
}

async fn read(t: &TestApp, who: &str, id: &str) -> Answer {
    t.get(who, &format!("{CASES}/{id}")).await
}

/// The case as it stands in this person's list.
async fn listed(t: &TestApp, who: &str, id: &str) -> Value {
    let list = t.get(who, CASES).await.ok();
    list["items"].as_array().unwrap().iter().find(|item| item["id"] == id).cloned().unwrap_or_else(|| panic!("{who}"))
}

/// `shown`, or the code of why not.
async fn reveal(t: &TestApp, who: &str, id: &str, field: &str) -> String {
    let answer = t.post(who, &format!("{CASES}/{id}/reveal"), json!({ "field": field })).await;
    if answer.status == 200 { "shown".to_owned() } else { text(&answer.body["code"]) }
}

/// That each of these people is answered so when asking for each of these fields.
async fn assert_reveals(t: &TestApp, id: &str, table: &[(&str, &[(&str, &str)])]) {
    for (who, fields) in table {
        for (field, expected) in *fields {
            assert_eq!(reveal(t, who, id, field).await, *expected, "{who} asks for {field}");
        }
    }
}

#[track_caller]
fn assert_no_secret(text: &str, place: &str) {
    for secret in SECRETS {
        assert!(!text.contains(secret), "{secret} in {place}: {text}");
    }
}

/// All that lies in the database, as it lies there.
pub fn all_bytes(t: &TestApp) -> Vec<u8> {
    match &t.db.url {
        DatabaseUrl::Sqlite(path) => {
            let folder = path.parent().unwrap().read_dir().unwrap();
            folder.flat_map(|file| std::fs::read(file.unwrap().path()).unwrap()).collect()
        }
        DatabaseUrl::Postgres(_) => {
            let tables = t.column("SELECT tablename::text FROM pg_tables WHERE schemaname = 'public'");
            assert!(tables.len() > 10, "{tables:?}");
            tables
                .iter()
                .flat_map(|table| t.column(&format!("SELECT t::text FROM \"{table}\" t")).concat().into_bytes())
                .collect()
        }
    }
}

pub fn contains(bytes: &[u8], wanted: &[u8]) -> bool {
    bytes.windows(wanted.len()).any(|window| window == wanted)
}

both! {
    /// In the view, in the list, and whatever one is.
    async fn personal_data_are_masked(t: TestApp) {
        let id = dispatched(&t, person(), "qzjw", &["qsfj"]).await;
        for who in [
            "intake",
            "handler.qzjw",
            "head.qzjw",
            "handler.qsfj",
            "lead.zw",
            "office",
            "supervisor",
            "leader",
            "auditor",
        ] {
            let view = read(&t, who, &id).await;
            assert_no_secret(&view.text, who);
            let reporter = &view.body["reporter"];
            assert_eq!(
                *reporter,
                json!({
                    "kind": "person", "anonymous": false, "confidential": false, "name": "独孤**", "credit_code": null,
                    "contact_person": null, "phone": "139****7788", "id_number": "110101********0011",
                    "agent": { "name": "诸葛**", "phone": "139****9911" }, "has_account": true,
                }),
                "{who}"
            );
            let item = listed(&t, who, &id).await;
            assert_no_secret(&item.to_string(), who);
            assert_eq!(item["reporter"], json!({ "kind": "person", "name": "独孤**" }), "{who}");
            assert_no_secret(&t.get(who, &format!("{CASES}/{id}/history")).await.text, who);
        }
    }

    /// The name of an organisation stands in a public register; a self-employed person's is that of a person.
    async fn organisations_are_named_persons_are_not(t: TestApp) {
        let company = registered(&t, "butler", business_registration()).await;
        let shown = read(&t, "butler", &company).await.ok()["reporter"].clone();
        assert_eq!(
            (&shown["name"], &shown["credit_code"]),
            (&json!("北京样例科技有限公司"), &json!("91110101MATE5T017K"))
        );
        assert_eq!((&shown["contact_person"], &shown["phone"]), (&json!("贾**"), &json!("010-****0001")));
        assert_eq!(listed(&t, "butler", &company).await["reporter"]["name"], "北京样例科技有限公司");

        let mut body = business_registration();
        body["reporter"] =
            json!({ "kind": "self_employed", "name": NAME, "credit_code": "92110101MATE5T018K", "phone": PHONE });
        let trader = registered(&t, "butler", body).await;
        let view = read(&t, "butler", &trader).await;
        assert_no_secret(&view.text, "the view");
        assert!(!view.text.contains("92110101MATE5T018K"));
        assert_eq!(
            (&view.body["reporter"]["name"], &view.body["reporter"]["credit_code"]),
            (&json!("独孤**"), &Value::Null)
        );
        assert_eq!(listed(&t, "butler", &trader).await["reporter"]["name"], "独孤**");
        assert_eq!(reveal(&t, "butler", &trader, "credit_code").await, "shown");

        let mut body = registration();
        body["reporter"] = json!({ "kind": "person" });
        let anonymous = registered(&t, "intake", body).await;
        let shown = read(&t, "intake", &anonymous).await.ok()["reporter"].clone();
        assert_eq!((&shown["anonymous"], &shown["name"]), (&json!(true), &Value::Null));
        let nothing = t.post("intake", &format!("{CASES}/{anonymous}/reveal"), json!({ "field": "phone" })).await.ok();
        assert_eq!(nothing, json!({ "field": "phone", "value": null }));
    }

    /// Who sees what in the clear, as the case goes from hand to hand.
    async fn who_may_see_in_the_clear(t: TestApp) {
        const ALL: &[(&str, &str)] =
            &[("name", "shown"), ("phone", "shown"), ("id_number", "shown"), ("agent", "shown"), ("account", "shown")];
        const NONE: &[(&str, &str)] = &[("name", "not_yours"), ("phone", "not_yours"), ("account", "not_yours")];
        const ACCOUNT_ONLY: &[(&str, &str)] =
            &[("account", "shown"), ("phone", "not_yours"), ("id_number", "not_yours")];
        const CALLS: &[(&str, &str)] =
            &[("name", "shown"), ("phone", "shown"), ("agent", "shown"), ("id_number", "not_yours")];
        const ROLE: &[(&str, &str)] = &[("name", "role_may_not"), ("account", "role_may_not")];
        const HIDDEN: &[(&str, &str)] = &[("phone", "not_found")];

        let id = registered(&t, "intake", person()).await;
        assert_reveals(
            &t,
            &id,
            &[
                ("intake", ALL),
                ("lead.zw", ACCOUNT_ONLY),
                ("office", NONE),
                ("supervisor", NONE),
                ("leader", ROLE),
                ("auditor", ROLE),
                ("admin", ROLE),
                ("online-hall", ROLE),
                ("handler.qzjw", HIDDEN),
                ("lead.ss", HIDDEN),
                ("intake.dt_jingshan", HIDDEN),
                ("butler", HIDDEN),
                ("chief", HIDDEN),
            ],
        )
        .await;
        t.command("intake", &id, "accept", json!({})).await.ok();
        t.command("intake", &id, "pass-on", json!({})).await.ok();
        t.dispatch("lead.zw", &[&id], "qzjw", &["qsfj"]).await;
        assert_reveals(
            &t,
            &id,
            &[
                ("intake", ALL),
                ("handler.qzjw", ALL),
                ("handler.qsfj", NONE),
                ("head.qzjw", ROLE),
                ("lead.zw", ACCOUNT_ONLY),
                ("handler.qmzj", HIDDEN),
            ],
        )
        .await;
        t.command("handler.qsfj", &id, "give-co-opinion", json!({ "opinion": "无异议" })).await.ok();
        t.command("handler.qzjw", &id, "give-feedback", feedback()).await.ok();
        assert_reveals(&t, &id, &[("intake", ALL), ("lead.zw2", CALLS), ("supervisor", CALLS), ("office", NONE)]).await;
        t.command("lead.zw2", &id, "record-callback", callback(true)).await.ok();
        t.command("lead.zw2", &id, "verify-solved", verification()).await.ok();
        assert_reveals(
            &t,
            &id,
            &[
                ("intake", NONE),
                ("handler.qzjw", NONE),
                ("lead.zw2", CALLS),
                ("lead.zw2", ACCOUNT_ONLY.split_at(1).0),
                ("supervisor", CALLS),
                ("office", NONE),
                ("leader", ROLE),
            ],
        )
        .await;

        // The lead coordinates, so it contacts.
        let stuck = dispatched(&t, person(), "qzjw", &[]).await;
        t.command("lead.zw", &stuck, "raise", json!({ "reason": "多次协调未果" })).await.ok();
        assert_reveals(
            &t,
            &stuck,
            &[("lead.zw", CALLS), ("lead.zw", ACCOUNT_ONLY.split_at(1).0), ("handler.qzjw", NONE)],
        )
        .await;
        let report = t.verify();
        assert!(report.is_sound(), "{report}");
    }

    /// Who comes from the unit that handled a case doesn't call its reporter, and so doesn't see whom to call.
    async fn whom_to_call_is_not_for_the_handling_unit(t: TestApp) {
        const CALLS: &[(&str, &str)] = &[("name", "shown"), ("phone", "shown"), ("account", "shown")];
        const OWN: &[(&str, &str)] = &[("name", "segregation"), ("phone", "segregation"), ("account", "segregation")];
        // Both leads handle it: the office verifies. Of its people, and of the supervisors, some come from there.
        t.enter("office_qmzj", &[("office", "qysb")], Some("qmzj")).await;
        t.enter("office_qfgw", &[("office", "qysb")], Some("qfgw")).await;
        t.enter("spot_qmzj", &[("supervisor", "ldxzb")], Some("qmzj")).await;
        t.enter("spot_qfgw", &[("supervisor", "ldxzb")], Some("qfgw")).await;
        let id = dispatched(&t, person(), "qzwfwj", &["qfgw"]).await;
        t.command("handler.qfgw", &id, "give-co-opinion", json!({ "opinion": "无异议" })).await.ok();
        t.command("handler.qzwfwj", &id, "give-feedback", feedback()).await.ok();
        let table = [("office_qmzj", CALLS), ("office_qfgw", OWN), ("spot_qmzj", CALLS), ("spot_qfgw", OWN)];
        assert_reveals(&t, &id, &table).await;
        t.command("office_qmzj", &id, "record-callback", callback(true)).await.ok();
        t.command("office_qmzj", &id, "verify-solved", verification()).await.ok();
        assert_reveals(&t, &id, &table).await;
        for (who, fields) in table {
            let phone = fields.iter().find(|(field, _)| *field == "phone").unwrap().1;
            let told = t.told(who, &id, "record_callback").await.replace("allowed", "shown");
            assert_eq!(told, phone, "{who}");
        }
    }

    /// A value in the clear leaves an event that names the field, never the value.
    async fn what_is_shown_is_recorded(t: TestApp) {
        let id = registered(&t, "intake", person()).await;
        let before = t.history(&id).await.len();
        for (field, value) in [
            ("name", NAME),
            ("phone", PHONE),
            ("id_number", ID_NUMBER),
            ("account", ACCOUNT),
            ("agent", "诸葛代办 13900009911"),
        ] {
            let shown = t.post("intake", &format!("{CASES}/{id}/reveal"), json!({ "field": field })).await.ok();
            assert_eq!(shown, json!({ "field": field, "value": value }));
        }
        assert_eq!(reveal(&t, "office", &id, "phone").await, "not_yours");
        let events = t.history(&id).await.split_off(before);
        let fields: Vec<&Value> = events.iter().map(|event| &event["data"]["field"]).collect();
        assert_eq!(fields, ["name", "phone", "id_number", "account", "agent"]);
        for event in &events {
            assert_eq!((&event["type"], &event["by"]["name"]), (&json!("revealed"), &json!("甄受理")));
            assert_no_secret(&event.to_string(), "the history");
        }
        // Seeing changes nothing that others could be about to do.
        assert_eq!(read(&t, "intake", &id).await.ok()["version"], 1);
    }

    /// A request repeated under its key shows the value again, but only to whom it may still be shown.
    async fn a_repeated_request_reveals_no_more(t: TestApp) {
        let id = dispatched(&t, person(), "qzjw", &[]).await;
        let path = format!("{CASES}/{id}/reveal");
        let again = || t.post_with("handler.qzjw", &path, &[("Idempotency-Key", "k")], json!({ "field": "phone" }));
        assert_eq!(again().await.ok()["value"], PHONE);
        let count = t.event_count();
        assert_eq!(again().await.ok()["value"], PHONE);
        assert_eq!(t.event_count(), count);
        t.command("lead.zw", &id, "raise", json!({ "reason": "多次协调未果" })).await.ok();
        again().await.refused(403, "not_yours");
    }

    /// Units see the matter of a confidential case and nothing of who reported, wherever they look.
    async fn a_confidential_reporter_is_hidden_from_units(t: TestApp) {
        let nobody = |kind: &str| {
            json!({
                "kind": kind, "anonymous": false, "confidential": true, "name": null, "credit_code": null, "contact_person": null,
                "phone": null, "id_number": null, "agent": null, "has_account": true,
            })
        };
        let company = |mut body: Value| {
            body["reporter"]["kind"] = json!("company");
            body["reporter"]["name"] = json!("北京隐名样例有限公司");
            body["reporter"]["contact_person"] = json!(NAME);
            body
        };
        for (body, kind) in [(confidential(), "person"), (company(confidential()), "company")] {
            let id = dispatched(&t, body, "qzjw", &["qsfj"]).await;
            for who in ["handler.qzjw", "head.qzjw", "handler.qsfj"] {
                let view = read(&t, who, &id).await;
                assert_eq!(view.body["reporter"], nobody(kind), "{who}");
                assert_eq!(listed(&t, who, &id).await["reporter"], json!({ "kind": kind, "name": null }), "{who}");
                let history = t.get(who, &format!("{CASES}/{id}/history")).await;
                let sheet = t
                    .get(who, &format!("/api/v1/work-orders/{}", text(&view.body["assignments"][0]["work_order"])))
                    .await;
                for (place, answer) in
                    [("view", &view), ("list", &t.get(who, CASES).await), ("history", &history), ("sheet", &sheet)]
                {
                    assert_eq!(answer.status, 200, "{who} {place}");
                    for hidden in ["隐名样例", "独孤", "7788"] {
                        assert!(!answer.text.contains(hidden), "{who} sees {hidden} in the {place}: {}", answer.text);
                    }
                }
                let refusal = if who == "head.qzjw" { "role_may_not" } else { "not_yours" };
                for field in ["name", "phone", "account", "contact_person"] {
                    assert_eq!(reveal(&t, who, &id, field).await, refusal, "{who} {field}");
                }
            }
            let contact = json!({ "reporter": { "kind": kind, "name": "冒名", "confidential": true } });
            t.command("handler.qzjw", &id, "correct-contact", contact).await.refused(403, "not_yours");
            assert_eq!(t.told("handler.qzjw", &id, "correct_contact").await, "not_yours");
            // Contact goes through the lead; the window that took it in knows it anyway.
            for (who, field) in [("lead.zw", "phone"), ("lead.zw", "account"), ("intake", "phone")] {
                assert_eq!(reveal(&t, who, &id, field).await, "shown", "{who} {field}");
            }
            assert_ne!(listed(&t, "lead.zw", &id).await["reporter"]["name"], Value::Null);
        }
    }

    /// Wherever one looks in the database, personal data aren't there.
    async fn nothing_personal_lies_in_the_clear(t: TestApp) {
        let key = [("Idempotency-Key", "register")];
        let id = text(&t.post_with("intake", CASES, &key, person()).await.ok()["id"]);
        assert_eq!(reveal(&t, "intake", &id, "phone").await, "shown");
        let mut newer = person()["reporter"].clone();
        newer["phone"] = json!("13900006655");
        t.command("intake", &id, "correct-contact", json!({ "reporter": newer })).await.ok();
        let path = format!("{CASES}/{id}/reveal");
        let shown = t.post_with("intake", &path, &[("Idempotency-Key", "see")], json!({ "field": "phone" })).await.ok();
        assert_eq!(shown["value"], "13900006655");
        t.command("intake", &id, "correct", json!({ "account": "改述：独孤样例又来了一趟。" })).await.ok();

        let bytes = all_bytes(&t);
        // What is public is found, so one looks in the right place.
        assert!(contains(&bytes, "居民用户燃气过户".as_bytes()) && contains(&bytes, id.as_bytes()));
        for secret in SECRETS.iter().copied().chain(["13900006655", "独孤", "又来了一趟"]) {
            assert!(!contains(&bytes, secret.as_bytes()), "{secret} lies in the clear");
            assert!(!contains(&bytes, hex::encode(secret).as_bytes()), "{secret} lies in hexadecimal");
        }
        let report = t.verify();
        assert!(report.is_sound(), "{report}");

        let answers = t.column("SELECT answer FROM idempotency").concat();
        assert!(answers.contains(&id) && !answers.contains("enquiry"), "{answers}");
        let bodies = t.column("SELECT body FROM events").concat();
        assert!(bodies.contains("contact_corrected") && bodies.contains("revealed"));
        assert_no_secret(&bodies, "the events");

        // The history names the personal parts, with nothing in them.
        let history = t.history(&id).await;
        let parts: Vec<(&Value, &Value)> = history.iter().map(|e| (&e["type"], &e["personal"])).collect();
        assert_eq!(
            parts,
            [
                (&json!("registered"), &json!(["account", "person"])),
                (&json!("revealed"), &json!([])),
                (&json!("contact_corrected"), &json!(["person"])),
                (&json!("revealed"), &json!([])),
                (&json!("corrected"), &json!(["account"])),
            ]
        );
        assert_no_secret(&json!(history).to_string(), "the history");
    }
}
