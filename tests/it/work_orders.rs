//! The work order (plan §5.2, A2): drafted, confirmed with the unit, dispatched, settled.

use serde_json::{Value, json};

use crate::support::api::{callback, feedback, registration, text, verification};
use crate::support::{Answer, Db, TestApp, both};

fn refs(ids: &[String]) -> Vec<&str> {
    ids.iter().map(String::as_str).collect()
}

async fn awaiting(t: &TestApp, how_many: usize) -> Vec<String> {
    let mut ids = Vec::new();
    for _ in 0..how_many {
        ids.push(t.awaiting_dispatch().await);
    }
    ids
}

/// Drafts a sheet for these cases with some more of the body said.
async fn draft_with(t: &TestApp, case: &str, more: Value) -> Answer {
    let version = &t.case(case).await["version"];
    let mut body = json!({ "cases": [{ "id": case, "version": version }], "to": { "main_unit": "qzjw" } });
    body["to"].as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
    t.post("lead.zw", "/api/v1/work-orders", body).await
}

async fn add(t: &TestApp, sheet: &str, cases: &[&str]) -> Answer {
    let mut versions = Vec::new();
    for case in cases {
        versions.push(json!({ "id": case, "version": t.case(case).await["version"] }));
    }
    t.order("lead.zw", sheet, "add-cases", json!({ "cases": versions })).await
}

/// The codes of the units that declined the case.
fn decliners(case: &Value) -> Vec<&str> {
    case["returned_by"].as_array().unwrap().iter().map(|unit| unit["id"].as_str().unwrap()).collect()
}

both! {
    /// Several cases of one sector, each on one draft only; nothing is done by halves.
    async fn a_sheet_gathers_cases_until_it_is_dispatched(t: TestApp) {
        let ids = awaiting(&t, 4).await;
        let [a, b, c, d] = refs(&ids)[..] else { unreachable!() };
        let business = t.business_awaiting_dispatch().await;
        let accepted = t.accepted().await;

        t.draft("intake", &[a], "qzjw", &[]).await.refused(403, "role_may_not");
        t.draft("lead.zw", &[], "qzjw", &[]).await.names_field("cases");
        t.draft("lead.zw", &[a, b, a], "qzjw", &[]).await.names_field("cases[2].id");
        t.draft("lead.zw", &[a, &business], "qzjw", &[]).await.names_field("cases[1].id");
        t.draft("lead.ss", &[&business, a], "qzjw", &[]).await.names_field("cases[1].id");
        t.draft("lead.zw", &[a, &accepted], "qzjw", &[]).await.only_in(&["awaiting_dispatch", "under_coordination"]);
        t.draft("lead.zw", &[a], "no_such_unit", &[]).await.names_field("to.main_unit");
        t.draft("lead.zw", &[a], "qzjw", &["qzjw"]).await.names_field("to.co_units[0].unit");
        t.draft("lead.zw", &[a], "qzjw", &["qcgw", "qcgw"]).await.names_field("to.co_units[1].unit");

        // 有事项已被他人更改：整单不成立，逐一列明
        let seen = t.case(c).await["version"].clone();
        let contact = json!({ "reporter": { "kind": "person", "name": "甄样", "phone": "13800000009" } });
        t.command("lead.zw", c, "correct-contact", contact).await.ok();
        let body = json!({ "to": { "main_unit": "qzjw" }, "cases": [
            { "id": d, "version": t.case(d).await["version"] }, { "id": c, "version": seen },
        ] });
        let stale = t.post("lead.zw", "/api/v1/work-orders", body).await.refused(412, "version_conflict");
        assert_eq!(stale["stale"], json!([c]));
        assert_eq!(t.case(d).await["work_order"], Value::Null);
        assert_eq!(t.get("lead.zw", "/api/v1/work-orders").await.ok()["items"], json!([]));

        let sheet = t.drafted("lead.zw", &[a, b], "qzjw", &["qcgw"]).await;
        let form = t.sheet(&sheet).await;
        assert_eq!(
            (&form["number"], &form["state"], &form["filled_by"]),
            (&json!("2021-0001"), &json!("draft"), &json!("贾派发"))
        );
        assert_eq!((&form["rows"][1]["number"], &form["rows"][1]["due_on"]), (&json!("2021-0002"), &Value::Null));
        assert_eq!(form["co_units"][0]["task"], "请配合核实。");
        assert_eq!(
            (&t.case(a).await["work_order"], &t.case(a).await["state"]),
            (&json!(sheet), &json!("awaiting_dispatch"))
        );
        t.draft("lead.zw", &[d, a], "qzjw", &[]).await.refused(409, "on_another_sheet");

        // 加入、移出、改拟：同一牵头部门的人都可以，别的领域看不到
        add(&t, &sheet, &[c]).await.ok();
        add(&t, &sheet, &[d, a]).await.refused(409, "on_another_sheet");
        add(&t, &sheet, &[]).await.names_field("cases");
        add(&t, &sheet, &[&business]).await.names_field("cases[0].id");
        t.order("lead.zw", &sheet, "remove-case", json!({ "case": d })).await.refused(409, "not_on_sheet");
        t.order("lead.zw2", &sheet, "remove-case", json!({ "case": b })).await.ok();
        assert_eq!(t.case(b).await["work_order"], Value::Null);
        for stranger in ["lead.ss", "butler", "handler.qjw"] {
            t.get(stranger, &format!("/api/v1/work-orders/{sheet}")).await.refused(404, "not_found");
        }
        t.order("handler.qzjw", &sheet, "redraft", json!({ "to": { "main_unit": "qjw" } })).await.refused(403, "role_may_not");
        t.order("lead.zw2", &sheet, "redraft", json!({ "to": { "main_unit": "qcgw" } })).await.ok();
        let form = t.sheet(&sheet).await;
        assert_eq!((&form["main_unit"]["id"], &form["co_units"]), (&json!("qcgw"), &json!([])));
        assert_eq!(form["rows"].as_array().unwrap().len(), 2);

        // 空单不能沟通确认，也不能派发
        for case in [a, c] {
            t.order("lead.zw", &sheet, "remove-case", json!({ "case": case })).await.ok();
        }
        t.order("lead.zw", &sheet, "ask-confirmation", json!({})).await.refused(409, "sheet_empty");
        t.order("lead.zw", &sheet, "dispatch", json!({ "unconfirmed_reason": "急" })).await.refused(409, "sheet_empty");

        // 事项另有去向的，自动移出；取消后事项可另列一单
        add(&t, &sheet, &[a, b, d]).await.ok();
        let answer = json!({ "provision": "第十八条", "answer": "须产权人申请。" });
        t.command("lead.zw", a, "explain", answer).await.ok();
        t.command("lead.zw", b, "raise", json!({ "reason": "多部门都推。" })).await.ok();
        let left: Vec<Value> =
            t.sheet(&sheet).await["rows"].as_array().unwrap().iter().map(|r| r["case"].clone()).collect();
        assert_eq!(left, [d]);
        t.order("lead.zw", &sheet, "cancel", json!({})).await.names_field("reason");
        t.order("lead.zw", &sheet, "cancel", json!({ "reason": "改并入另一单。" })).await.ok();
        assert_eq!(
            (&t.sheet(&sheet).await["state"], &t.case(d).await["work_order"]),
            (&json!("cancelled"), &Value::Null)
        );
        t.order("lead.zw", &sheet, "dispatch", json!({})).await.only_in(&["draft", "awaiting_confirmation"]);
        t.order("lead.zw", &sheet, "redraft", json!({ "to": { "main_unit": "qzjw" } })).await.only_in(&["draft"]);
        t.dispatch("lead.zw", &[c, d], "qzjw", &[]).await;
        let report = t.verify();
        assert!(report.is_sound(), "{report}");
    }

    /// 沟通确认: by the unit, by telephone, by silence; without any of them only with a reason.
    async fn the_unit_is_asked_before_it_gets_a_sheet(t: TestApp) {
        t.at("2021-09-17T15:00:00+08:00");
        let ids = awaiting(&t, 4).await;
        let mut sheets = Vec::new();
        for id in &ids {
            sheets.push(t.drafted("lead.zw", &[id], "qzjw", &["qcgw"]).await);
        }
        let [own, phoned, silent, urgent] = refs(&sheets)[..] else { unreachable!() };
        let reason = json!({ "reason": "不属本单位职责。" });

        t.order("lead.zw", own, "confirm", json!({})).await.only_in(&["awaiting_confirmation"]);
        t.order("handler.qzjw", own, "ask-confirmation", json!({})).await.refused(403, "role_may_not");
        for sheet in [own, phoned, silent] {
            t.order("lead.zw", sheet, "ask-confirmation", json!({})).await.ok();
        }
        assert_eq!(t.sheet(own).await["state"], "awaiting_confirmation");
        t.order("lead.zw", own, "redraft", json!({ "to": { "main_unit": "qjw" } })).await.only_in(&["draft"]);
        add(&t, own, &[]).await.only_in(&["draft"]);
        t.order("lead.zw", own, "dispatch", json!({})).await.refused(409, "sheet_not_confirmed");

        // 责任单位确认
        t.order("handler.qcgw", own, "confirm", json!({})).await.refused(404, "not_found");
        t.order("handler.qjw", own, "confirm", json!({})).await.refused(404, "not_found");
        t.order("handler.qzjw", own, "confirm", json!({})).await.ok();
        t.order("handler.qzjw", own, "confirm", json!({})).await.refused(409, "already_answered");
        t.order("handler.qzjw", own, "decline", reason.clone()).await.refused(409, "already_answered");
        t.order("lead.zw", own, "dispatch", json!({})).await.ok();
        assert_eq!(t.case(&ids[0]).await["state"], "in_progress");

        // 电话确认：拟制人记下时间和对方
        let call = |at: &str| json!({ "telephone": { "called_at": at, "spoke_with": "贾科长" } });
        t.order("lead.zw", phoned, "confirm", json!({})).await.names_field("telephone");
        t.order("lead.zw", phoned, "confirm", call("2021-09-17T15:00:01+08:00"))
            .await
            .names_field("telephone.called_at");
        t.order("lead.zw", phoned, "confirm", call("2021-09-17T14:30:00+08:00")).await.ok();
        let confirmation = t.sheet(phoned).await["confirmation"].clone();
        assert_eq!(
            (&confirmation["called_at"], &confirmation["spoke_with"]),
            (&json!("2021-09-17T14:30:00+08:00"), &json!("贾科长"))
        );
        t.order("lead.zw", phoned, "dispatch", json!({})).await.ok();

        // 未经确认，说明理由也可派发
        t.order("lead.zw", urgent, "dispatch", json!({})).await.refused(409, "sheet_not_confirmed");
        t.order("lead.zw", urgent, "dispatch", json!({ "unconfirmed_reason": "明日到期。" })).await.ok();
        assert_eq!(t.sheet(urgent).await["unconfirmed_reason"], "明日到期。");

        // 周五问，周六（18日）补班：至18日24时不答复即为确认
        t.at("2021-09-18T23:59:59+08:00");
        t.order("lead.zw", silent, "dispatch", json!({})).await.refused(409, "sheet_not_confirmed");
        t.at("2021-09-19T00:00:00+08:00");
        t.order("handler.qzjw", silent, "decline", reason).await.refused(409, "already_answered");
        t.order("lead.zw", silent, "dispatch", json!({})).await.ok();
        assert_eq!(t.case(&ids[2]).await["state"], "in_progress");
    }

    /// Units see a sheet once it reaches them: the main unit when it is asked, co units when it is dispatched; of a
    /// cancelled one nobody reads cases.
    async fn a_draft_is_nobody_s_but_the_drafter_s(t: TestApp) {
        let ids = awaiting(&t, 1).await;
        let sheet = t.drafted("lead.zw", &refs(&ids), "qzjw", &["qcgw"]).await;
        let path = format!("/api/v1/work-orders/{sheet}");
        for who in ["handler.qzjw", "handler.qcgw"] {
            t.get(who, &path).await.refused(404, "not_found");
            t.get(who, &format!("{path}/history")).await.refused(404, "not_found");
        }
        t.order("lead.zw", &sheet, "ask-confirmation", json!({})).await.ok();
        assert_eq!(t.get("handler.qzjw", &path).await.ok()["rows"].as_array().unwrap().len(), 1);
        t.get("handler.qcgw", &path).await.refused(404, "not_found");
        t.order("handler.qzjw", &sheet, "decline", json!({ "reason": "不属本单位职责。" })).await.ok();
        let kept = t.get("handler.qzjw", &path).await.ok();
        assert_eq!((&kept["rows"], kept["declined"].as_array().unwrap().len()), (&json!([]), 1));
        t.order("lead.zw", &sheet, "cancel", json!({ "reason": "另行拟制。" })).await.ok();
        assert_eq!(t.get("lead.zw", &path).await.ok()["rows"], json!([]));

        let sheet = t.drafted("lead.zw", &refs(&ids), "qjw", &["qcgw"]).await;
        t.order("lead.zw", &sheet, "dispatch", json!({ "unconfirmed_reason": "急" })).await.ok();
        for who in ["handler.qjw", "handler.qcgw"] {
            t.get(who, &format!("/api/v1/work-orders/{sheet}")).await.ok();
        }
        // 派发以后承办单位上传的，不是反映记录
        t.upload("handler.qjw", &ids[0], "结果.txt", "已办结。".as_bytes()).await.ok();
        assert_eq!(t.sheet(&sheet).await["rows"][0]["has_attachments"], false);
        let report = t.verify();
        assert!(report.is_sound(), "{report}");
    }

    /// 不予确认: each case counts a return; the same unit isn't asked again; after two the lead rules.
    async fn after_two_units_declined_the_lead_must_rule(t: TestApp) {
        let ids = awaiting(&t, 2).await;
        let [a, b] = refs(&ids)[..] else { unreachable!() };
        let sheet = t.drafted("lead.zw", &[a, b], "qcgw", &["qjw"]).await;
        let order = async |who: &str, command: &str, body| t.order(who, &sheet, command, body).await;
        let reason = json!({ "reason": "不属本单位职责。", "proposed_unit": "qzjw" });

        order("handler.qcgw", "decline", reason.clone()).await.refused(404, "not_found");
        order("lead.zw", "ask-confirmation", json!({})).await.ok();
        order("lead.zw", "decline", reason.clone()).await.refused(403, "role_may_not");
        order("handler.qjw", "decline", reason.clone()).await.refused(404, "not_found");
        order("handler.qcgw", "decline", json!({ "reason": "不属。", "proposed_unit": "no_such_unit" }))
            .await
            .names_field("proposed_unit");
        order("handler.qcgw", "decline", reason).await.ok();
        let form = t.sheet(&sheet).await;
        assert_eq!((&form["state"], &form["declined"][0]["unit"]["id"]), (&json!("draft"), &json!("qcgw")));
        assert_eq!(
            (&form["declined"][0]["reason"], &form["declined"][0]["proposed_unit"]["id"]),
            (&json!("不属本单位职责。"), &json!("qzjw"))
        );
        assert_eq!(form["rows"].as_array().unwrap().len(), 2, "its cases stay on it");
        for case in [a, b] {
            assert_eq!(decliners(&t.case(case).await), ["qcgw"]);
        }

        // 不能再派给它：沟通、直接派发都不行，换一张单也不行；改拟给另一单位则可
        order("lead.zw", "ask-confirmation", json!({})).await.refused(409, "unit_declined");
        order("lead.zw", "dispatch", json!({ "unconfirmed_reason": "急" })).await.refused(409, "unit_declined");
        order("lead.zw", "remove-case", json!({ "case": b })).await.ok();
        let other = t.drafted("lead.zw", &[b], "qcgw", &[]).await;
        t.order("lead.zw", &other, "dispatch", json!({ "unconfirmed_reason": "急" }))
            .await
            .refused(409, "unit_declined");
        t.order("lead.zw", &other, "redraft", json!({ "to": { "main_unit": "qzjw" } })).await.ok();
        t.order("lead.zw", &other, "dispatch", json!({ "unconfirmed_reason": "急" })).await.ok();
        assert_eq!(t.case(b).await["holder_unit"]["id"], "qzjw");

        // 第二个单位也不予确认：须裁定
        order("lead.zw", "redraft", json!({ "to": { "main_unit": "qwhlyj" } })).await.ok();
        order("lead.zw", "ask-confirmation", json!({})).await.ok();
        assert_eq!(t.told("lead.zw", a, "dispatch").await, "allowed");
        order("handler.qwhlyj", "decline", json!({ "reason": "也不属我局。" })).await.ok();
        assert_eq!(decliners(&t.case(a).await), ["qcgw", "qwhlyj"]);
        assert_eq!(t.told("lead.zw", a, "dispatch").await, "ruling_required");
        order("lead.zw", "redraft", json!({ "to": { "main_unit": "qzjw" } })).await.ok();
        order("lead.zw", "ask-confirmation", json!({})).await.refused(409, "ruling_required");
        order("lead.zw", "dispatch", json!({ "unconfirmed_reason": "急" })).await.refused(409, "ruling_required");
        order("lead.zw", "cancel", json!({ "reason": "待裁定。" })).await.ok();
        let third = t.drafted("lead.zw", &[a], "qzjw", &[]).await;
        t.order("lead.zw", &third, "ask-confirmation", json!({})).await.refused(409, "ruling_required");
        let declined = t.history(a).await.iter().filter(|e| e["type"] == "unit_declined").count();
        assert_eq!(declined, 2);
    }

    /// Five working days for the main unit, three for the others, later only with a reason.
    async fn dispatch_starts_the_clocks(t: TestApp) {
        // 9月29日（周三）派发：国庆放假，10月9日（周六）补班
        t.at("2021-09-29T18:30:00+08:00");
        let ids = awaiting(&t, 3).await;
        let reason = "须等市级系统改造。";
        for (more, field) in [
            (json!({ "due_date": "2021-10-20" }), "to.due_reason"),
            (json!({ "due_date": "2021-10-12", "due_reason": reason }), "to.due_date"),
            (json!({ "due_date": "2021-10-01", "due_reason": reason }), "to.due_date"),
            (json!({ "due_date": "2021-10-16", "due_reason": reason }), "to.due_date"),
        ] {
            draft_with(&t, &ids[0], more).await.names_field(field);
        }
        let dues = async |case: &str| {
            let case = t.case(case).await;
            let shares = case["assignments"].as_array().unwrap().clone();
            shares.iter().map(|a| text(&a["due_date"])).collect::<Vec<_>>()
        };
        t.dispatch("lead.zw", &[&ids[0]], "qzjw", &["qcgw", "qjw"]).await;
        assert_eq!(dues(&ids[0]).await, ["2021-10-12", "2021-10-09", "2021-10-09"]);

        let co = json!([{ "unit": "qcgw", "task": "核实现场。" }]);
        let later = json!({ "due_date": "2021-10-20", "due_reason": reason, "co_units": co });
        let sheet = text(&draft_with(&t, &ids[1], later).await.ok()["id"]);
        t.order("lead.zw", &sheet, "dispatch", json!({ "unconfirmed_reason": "急" })).await.ok();
        assert_eq!(dues(&ids[1]).await, ["2021-10-20", "2021-10-09"]);
        let form = t.sheet(&sheet).await;
        assert_eq!((&form["rows"][0]["due_on"], &form["due_reason"]), (&json!("2021-10-20"), &json!(reason)));

        // 拟好后过了很久才派发：另定的期限不再晚于5个工作日，以5个工作日为准；休息日派发，次一工作日起算
        let later = json!({ "due_date": "2021-10-13", "due_reason": reason });
        let sheet = text(&draft_with(&t, &ids[2], later).await.ok()["id"]);
        t.at("2021-10-10T20:00:00+08:00");
        t.order("lead.zw", &sheet, "dispatch", json!({ "unconfirmed_reason": "急" })).await.ok();
        assert_eq!(dues(&ids[2]).await, ["2021-10-15"]);
    }

    /// The sheet freezes at dispatch; it is settled when nothing under it is open any more.
    async fn a_dispatched_sheet_freezes_and_is_settled_by_its_last_case(t: TestApp) {
        let ids = awaiting(&t, 2).await;
        let [a, b] = refs(&ids)[..] else { unreachable!() };
        let sheet = t.dispatch("lead.zw", &[a, b], "qzjw", &["qcgw"]).await;
        let frozen = t.sheet(&sheet).await["rows"].clone();
        assert_eq!((&frozen[0]["due_on"], &frozen[0]["ended"]), (&json!("2021-09-08"), &json!(false)));
        for (command, body) in [
            ("redraft", json!({ "to": { "main_unit": "qjw" } })),
            ("remove-case", json!({ "case": a })),
            ("ask-confirmation", json!({})),
        ] {
            t.order("lead.zw", &sheet, command, body).await.only_in(&["draft"]);
        }
        t.order("lead.zw", &sheet, "cancel", json!({ "reason": "不办了" }))
            .await
            .only_in(&["draft", "awaiting_confirmation"]);
        t.order("lead.zw", &sheet, "dispatch", json!({})).await.only_in(&["draft", "awaiting_confirmation"]);
        t.draft("lead.zw", &[a], "qjw", &[]).await.only_in(&["awaiting_dispatch", "under_coordination"]);

        // 提级协调：本单上的交办（主办、协办）终止，行仍在；改派另出一单
        t.command("lead.zw", a, "raise", json!({ "reason": "两家各执一词。" })).await.ok();
        let states = async |case: &str| {
            let case = t.case(case).await;
            let shares = case["assignments"].as_array().unwrap().clone();
            shares.iter().map(|a| (text(&a["unit"]["id"]), text(&a["state"]))).collect::<Vec<_>>()
        };
        let pair = |unit: &str, state: &str| (unit.to_owned(), state.to_owned());
        assert_eq!(states(a).await, [pair("qzjw", "raised"), pair("qcgw", "raised")]);
        let other = t.dispatch("lead.zw", &[a], "qwhlyj", &[]).await;
        assert_eq!(states(a).await.last(), Some(&pair("qwhlyj", "open")));
        let form = t.sheet(&sheet).await;
        assert_eq!(
            (&form["state"], &form["rows"][0]["ended"], &form["rows"][1]["ended"]),
            (&json!("dispatched"), &json!(true), &json!(false))
        );
        assert_eq!((&form["rows"][0]["case"], &form["rows"][0]["due_on"]), (&frozen[0]["case"], &frozen[0]["due_on"]));

        // 最后一件办结，工作单了结；另一单不受影响
        t.at("2021-09-07T09:00:00+08:00");
        t.command("handler.qzjw", b, "give-feedback", feedback()).await.ok();
        assert_eq!(t.sheet(&sheet).await["state"], "dispatched", "feedback only stops the clock");
        t.command("lead.zw", b, "record-callback", callback(true)).await.ok();
        t.command("lead.zw", b, "verify-solved", verification()).await.ok();
        let form = t.sheet(&sheet).await;
        assert_eq!((&form["state"], &form["rows"][1]["ended"]), (&json!("settled"), &json!(true)));
        assert_eq!(states(b).await, [pair("qzjw", "closed"), pair("qcgw", "closed")]);
        assert_eq!(t.sheet(&other).await["state"], "dispatched");
        let settled = t.get("lead.zw", "/api/v1/work-orders?state=settled").await.ok();
        assert_eq!(settled["items"].as_array().unwrap().len(), 1);
        let report = t.verify();
        assert!(report.is_sound(), "{report}");
    }

    /// The server says what may be done with a sheet, by whom, and why not; no client repeats the rules.
    async fn a_sheet_says_what_may_be_done_with_it(t: TestApp) {
        let case = t.awaiting_dispatch().await;
        let sheet = t.drafted("lead.zw", &[&case], "qzjw", &[]).await;
        let path = format!("/api/v1/work-orders/{sheet}");
        let told = async |who: &str, action: &str| t.told_at(who, &path, action).await;
        for action in ["ask_confirmation", "dispatch", "redraft", "add_case", "remove_case", "cancel"] {
            assert_eq!(told("lead.zw", action).await, "allowed", "{action}");
        }
        assert_eq!(told("lead.zw", "confirm").await, "wrong_state");
        assert_eq!(told("lead.zw", "decline").await, "not offered");
        t.order("lead.zw", &sheet, "remove-case", json!({ "case": case })).await.ok();
        assert_eq!(told("lead.zw", "dispatch").await, "sheet_empty");
        add(&t, &sheet, &[&case]).await.ok();

        t.order("lead.zw", &sheet, "ask-confirmation", json!({})).await.ok();
        assert_eq!(told("handler.qzjw", "confirm").await, "allowed");
        assert_eq!(told("handler.qzjw", "decline").await, "allowed");
        assert_eq!(told("handler.qzjw", "dispatch").await, "not offered");
        assert_eq!(told("lead.zw", "redraft").await, "wrong_state");
        t.order("handler.qzjw", &sheet, "confirm", json!({})).await.ok();
        assert_eq!(told("handler.qzjw", "decline").await, "already_answered");
        assert_eq!(told("lead.zw", "confirm").await, "already_answered");
        assert_eq!(told("lead.zw", "dispatch").await, "allowed");
        assert_eq!(t.get("auditor", &path).await.ok()["allowed_actions"], json!([]));
        t.order("lead.zw", &sheet, "dispatch", json!({})).await.ok();
        assert_eq!(told("lead.zw", "cancel").await, "wrong_state");
    }

    /// The frozen sheet doesn't change; an extension stands beside it, to be printed as an annex.
    async fn an_extension_stands_beside_the_frozen_rows(t: TestApp) {
        let case = t.awaiting_dispatch().await;
        let sheet = t.dispatch("lead.zw", &[&case], "qzjw", &["qcgw"]).await;
        assert_eq!(t.sheet(&sheet).await["extensions"], json!([]));
        let asked = json!({ "until": "2021-09-15", "reason": "需现场核实。" });
        t.command("handler.qzjw", &case, "request-extension", asked).await.ok();
        let granted = json!({ "unit": "qzjw", "granted": true, "reason": "理由充分。", "reporter_told": "phone" });
        t.command("lead.zw", &case, "decide-extension", granted).await.ok();
        let form = t.sheet(&sheet).await;
        assert_eq!(form["rows"][0]["due_on"], "2021-09-08");
        assert_eq!(
            form["extensions"],
            json!([{
                "number": "2021-0001", "unit": { "id": "qzjw", "name": "区住建委" }, "kind": "main",
                "original_due_on": "2021-09-08", "due_on": "2021-09-15", "extensions": 1,
            }])
        );
        assert_eq!((&form["rows"][0]["channel_mode"], &form["rows"][0]["has_attachments"]), (&json!("线下"), &json!(false)));
    }

    /// A whole backlog goes out in one stroke, in the order named.
    async fn a_backlog_goes_out_on_one_sheet(t: TestApp) {
        let named = backlog(&t, 20).await;
        let body = json!({ "cases": named, "to": { "main_unit": "qzjw" } });
        let sheet = text(&t.post("lead.zw", "/api/v1/work-orders", body).await.ok()["id"]);
        t.order("lead.zw", &sheet, "dispatch", json!({ "unconfirmed_reason": "积压" })).await.ok();
        let rows = t.sheet(&sheet).await["rows"].as_array().unwrap().clone();
        let numbers: Vec<String> = rows.iter().map(|row| text(&row["number"])).collect();
        let expected: Vec<String> = (1..=20).map(|n| format!("2021-{n:04}")).collect();
        assert_eq!(numbers, expected);
        let listed = t.get("handler.qzjw", "/api/v1/cases?state=in_progress&limit=1&count=true").await.ok();
        assert_eq!(listed["total"], 20);
    }

    /// Who leads one sector and coordinates the other may dispatch cases of both, not on one sheet.
    async fn one_sheet_has_cases_of_one_sector(t: TestApp) {
        let duty = |id: &str, command: &str, body: Value| (format!("/api/v1/units/{id}/{command}"), body);
        let taken = json!({ "duty": "coordination", "sector": "business_service", "reason": "会议纪要" });
        for (path, body) in [duty("zgj", "give-up", json!({ "reason": "撤并" })), duty("qzwfwj", "take-over", taken)]
        {
            t.post_with("admin", &path, &[("If-Match", "\"1\"")], body).await.ok();
        }
        let (government, business) = (t.awaiting_dispatch().await, t.stuck_business().await);
        assert_eq!(t.case(&business).await["holder_unit"]["id"], "qzwfwj");
        for cases in [[&*government, &business], [&business, &government]] {
            t.draft("lead.zw", &cases, "qzjw", &[]).await.refused(409, "wrong_sector");
        }
        let sheet = t.drafted("lead.zw", &[&business], "qzjw", &[]).await;
        let more = json!({ "cases": t.versions(&[&government]).await });
        t.order("lead.zw", &sheet, "add-cases", more).await.refused(409, "wrong_sector");
    }
}

/// Registers, accepts and passes on so many cases; as a sheet names them.
async fn backlog(t: &TestApp, how_many: usize) -> Vec<Value> {
    let mut named = Vec::new();
    for _ in 0..how_many {
        let mut last = t.post("intake", "/api/v1/cases", registration()).await.ok();
        let id = text(&last["id"]);
        for command in ["accept", "pass-on"] {
            let tag = format!("\"{}\"", last["version"]);
            let path = format!("/api/v1/cases/{id}/{command}");
            last = t.post_with("intake", &path, &[("If-Match", &tag)], json!({})).await.ok();
        }
        named.push(json!({ "id": id, "version": last["version"] }));
    }
    named
}

/// 1 to 99 cases: the hundredth is one too many. The rule is the domain's: one database will do.
#[actix_web::test]
async fn a_sheet_takes_ninety_nine_cases() {
    let t = TestApp::new(Db::Sqlite).await;
    let named = backlog(&t, 100).await;
    let draft = async |cases: &[Value]| {
        t.post("lead.zw", "/api/v1/work-orders", json!({ "cases": cases, "to": { "main_unit": "qzjw" } })).await
    };
    draft(&named).await.refused(409, "sheet_full");
    let sheet = text(&draft(&named[..99]).await.ok()["id"]);
    let one_more = json!({ "cases": [named[99]] });
    t.order("lead.zw", &sheet, "add-cases", one_more).await.refused(409, "sheet_full");
    t.order("lead.zw", &sheet, "dispatch", json!({ "unconfirmed_reason": "积压" })).await.ok();
    let in_progress = t.get("lead.zw", "/api/v1/cases?state=in_progress&limit=1&count=true").await.ok();
    let waiting = t.get("lead.zw", "/api/v1/cases?state=awaiting_dispatch&limit=1&count=true").await.ok();
    assert_eq!((&in_progress["total"], &waiting["total"]), (&json!(99), &json!(1)));
}
