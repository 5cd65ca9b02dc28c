//! Whose business it is (plan §5.2): returned within two days, twice at most; then the
//! lead rules, and that binds.

use serde_json::{Value, json};

use crate::support::api::{business_registration, feedback, registration, shares, text};
use crate::support::{Answer, TestApp, both};

fn returning() -> Value {
    json!({ "reason": "not_our_duty", "basis": "区住建委三定方案第四条", "proposed_unit": "rqjt" })
}

fn ruling(unit: &str) -> Value {
    json!({ "to": { "main_unit": unit }, "reason": "燃气过户由供气企业的主管单位承办。" })
}

fn co(unit: &str) -> Value {
    json!({ "co": { "unit": unit, "task": "核实学区房情况。" } })
}

fn decliners(case: &Value) -> Vec<&str> {
    case["returned_by"].as_array().unwrap().iter().map(|unit| unit["id"].as_str().unwrap()).collect()
}

/// The work orders of the case's shares, in their order.
fn sheets(case: &Value) -> Vec<String> {
    case["assignments"].as_array().unwrap().iter().map(|a| text(&a["work_order"])).collect()
}

/// A case of the district hall that one unit has declined and another returned.
async fn refused_twice(t: &TestApp) -> String {
    let id = t.awaiting_dispatch().await;
    let sheet = t.drafted("lead.zw", &[&id], "qcgw", &[]).await;
    t.order("lead.zw", &sheet, "ask-confirmation", json!({})).await.ok();
    t.order("handler.qcgw", &sheet, "decline", json!({ "reason": "不属本单位职责。" })).await.ok();
    t.order("lead.zw", &sheet, "redraft", json!({ "to": { "main_unit": "qzjw" } })).await.ok();
    t.order("lead.zw", &sheet, "dispatch", json!({ "unconfirmed_reason": "急" })).await.ok();
    t.command("handler.qzjw", &id, "return", returning()).await.ok();
    id
}

/// … on which the lead has ruled, and which the unit named has got done.
async fn ruled_and_solved(t: &TestApp, unit: &str) -> String {
    let id = refused_twice(t).await;
    t.command("lead.zw", &id, "rule", ruling(unit)).await.ok();
    t.command(&format!("handler.{unit}"), &id, "give-feedback", feedback()).await.ok();
    t.command("lead.zw", &id, "record-callback", json!({ "reached": true, "solved": true })).await.ok();
    t.command("lead.zw", &id, "verify-solved", json!({ "finding": "已过户。" })).await.ok();
    id
}

async fn reopen(t: &TestApp, id: &str) {
    t.command("intake", id, "request-reopen", json!({ "reason": "又不给过户了。" })).await.ok();
    t.command("office", id, "reopen", json!({ "reason": "情况属实。" })).await.ok();
}

async fn try_dispatch(t: &TestApp, who: &str, id: &str, unit: &str, body: Value) -> Answer {
    let sheet = t.drafted(who, &[id], unit, &[]).await;
    let answer = t.order(who, &sheet, "dispatch", body).await;
    if !answer.status.is_success() {
        t.order(who, &sheet, "cancel", json!({ "reason": "另行派发。" })).await.ok();
    }
    answer
}

both! {
    /// 退回 by the main unit: back to the lead, the others' part ends too, the sheet is settled.
    async fn a_main_unit_returns_what_is_not_its_business(t: TestApp) {
        let id = t.dispatched("qzjw", &["qcgw", "qjw"]).await;
        let sheet = sheets(&t.case(&id).await).remove(0);
        t.command("handler.qjw", &id, "give-co-opinion", json!({ "opinion": "不涉及。" })).await.ok();
        let give = async |who: &str, body| t.command(who, &id, "return", body).await;
        give("lead.zw", returning()).await.refused(403, "role_may_not");
        give("head.qzjw", returning()).await.refused(403, "role_may_not");
        give("handler.qmzj", returning()).await.refused(404, "not_found");
        give("handler.qzjw", json!({ "basis": "三定方案" })).await.names_field("reason");
        give("handler.qzjw", json!({ "reason": "too_busy", "basis": "三定方案" })).await.names_field("reason");
        give("handler.qzjw", json!({ "reason": "other_place" })).await.names_field("basis");
        let mut nowhere = returning();
        nowhere["proposed_unit"] = json!("no_such_unit");
        give("handler.qzjw", nowhere).await.names_field("proposed_unit");

        t.at("2021-09-03T23:59:59+08:00");
        assert_eq!(t.told("handler.qzjw", &id, "return").await, "allowed");
        give("handler.qzjw", returning()).await.ok();
        let case = t.case(&id).await;
        assert_eq!(
            (&case["state"], &case["holder_unit"]["id"], &case["due_date"], &case["level"]),
            (&json!("awaiting_dispatch"), &json!("qzwfwj"), &Value::Null, &json!(2))
        );
        assert_eq!(shares(&case), [("qzjw", "returned"), ("qcgw", "ended"), ("qjw", "ended")]);
        assert_eq!(decliners(&case), ["qzjw"]);
        assert_eq!(t.sheet(&sheet).await["state"], "settled");
        let last = t.history(&id).await.pop().unwrap();
        assert_eq!(
            (&last["type"], &last["data"]["reason"], &last["data"]["proposed_unit"], &last["texts"]["basis"]),
            (&json!("returned"), &json!("not_our_duty"), &json!("rqjt"), &returning()["basis"])
        );
        let target = case["targets"].as_array().unwrap().last().unwrap();
        assert_eq!((&target["target"], &target["due_date"]), (&json!("dispatch"), &json!("2021-09-06")));

        // 退回单位仍可查看退回前的情况；谁也不能再办；可派给别家
        assert_eq!(t.told("handler.qzjw", &id, "give_feedback").await, "not offered");
        t.command("handler.qcgw", &id, "give-co-opinion", json!({ "opinion": "迟了。" })).await.only_in(&["in_progress"]);
        give("handler.qzjw", returning()).await.refused(403, "not_yours");
        let urgent = json!({ "unconfirmed_reason": "急" });
        try_dispatch(&t, "lead.zw", &id, "rqjt", urgent).await.ok();
        let case = t.case(&id).await;
        assert_eq!(shares(&case).last(), Some(&("rqjt", "open")));
        assert_eq!(case["assignments"][3]["return_by"], "2021-09-07", "the second unit has its own two days");
        let report = t.verify();
        assert!(report.is_sound(), "{report}");
    }

    /// A unit that returned it for want of facts may be given it again, once they are there; from coordination even
    /// one that declined.
    async fn who_returned_it_may_be_given_it_again(t: TestApp) {
        let urgent = json!({ "unconfirmed_reason": "急" });
        let id = t.dispatched("qzjw", &[]).await;
        let facts = json!({ "reason": "wrong_facts", "basis": "缺少房屋地址。" });
        t.command("handler.qzjw", &id, "return", facts).await.ok();
        try_dispatch(&t, "lead.zw", &id, "qzjw", urgent.clone()).await.ok();
        assert_eq!(t.case(&id).await["holder_unit"]["id"], "qzjw");

        let stuck = refused_twice(&t).await;
        t.command("lead.zw", &stuck, "raise", json!({ "reason": "职责不清。" })).await.ok();
        try_dispatch(&t, "lead.zw", &stuck, "qcgw", urgent).await.ok();
        assert_eq!(t.case(&stuck).await["holder_unit"]["id"], "qcgw");
    }

    /// 退回 by a co unit: the case goes on without it; the lead or the own butler may add another.
    async fn a_co_unit_s_return_leaves_the_case_in_progress(t: TestApp) {
        let id = t.dispatched("qzjw", &["qcgw"]).await;
        let give = async |who: &str, command: &str, body| t.command(who, &id, command, body).await;
        give("handler.qcgw", "return", returning()).await.ok();
        let case = t.case(&id).await;
        assert_eq!((&case["state"], &case["holder_unit"]["id"]), (&json!("in_progress"), &json!("qzjw")));
        assert_eq!(shares(&case), [("qzjw", "open"), ("qcgw", "returned")]);
        assert_eq!(decliners(&case), Vec::<&str>::new(), "only a main unit's return counts");
        assert_eq!(t.sheet(&sheets(&case)[0]).await["state"], "dispatched");
        assert_eq!(t.told("handler.qzjw", &id, "give_feedback").await, "allowed", "nobody's opinion is missing");
        give("handler.qcgw", "return", returning()).await.refused(403, "not_yours");
        t.get("handler.qcgw", &format!("/api/v1/cases/{id}")).await.ok();

        give("intake", "add-co", co("qjw")).await.refused(403, "role_may_not");
        give("lead.ss", "add-co", co("qjw")).await.refused(404, "not_found");
        give("lead.zw", "add-co", co("no_such_unit")).await.names_field("co.unit");
        give("lead.zw", "add-co", co("qzjw")).await.names_field("co.unit");
        give("lead.zw", "add-co", json!({ "co": { "unit": "qjw" } })).await.names_field("co.task");
        t.at("2021-09-02T09:00:00+08:00");
        give("lead.zw2", "add-co", co("qjw")).await.ok();
        give("lead.zw", "add-co", co("qjw")).await.names_field("co.unit");
        let case = t.case(&id).await;
        let added = &case["assignments"][2];
        assert_eq!(
            (&added["kind"], &added["state"], &added["due_date"], &added["return_by"]),
            (&json!("co"), &json!("open"), &json!("2021-09-07"), &json!("2021-09-06"))
        );
        let annex = sheets(&case).remove(2);
        let form = t.sheet(&annex).await;
        assert_eq!(
            (&form["state"], &form["main_unit"]["id"], &form["co_units"][0]["unit"]["id"], &form["co_units"][0]["task"]),
            (&json!("dispatched"), &json!("qzjw"), &json!("qjw"), &json!("核实学区房情况。"))
        );
        assert_eq!((&form["number"], &form["rows"][0]["case"]), (&json!("2021-0002"), &json!(id)));
        assert_eq!(t.told("handler.qzjw", &id, "give_feedback").await, "co_opinion_pending");

        // 协办期限不晚于主办：8日到期，6日再加仍是8日
        t.at("2021-09-06T09:00:00+08:00");
        give("lead.zw", "add-co", co("qsfj")).await.ok();
        assert_eq!(t.case(&id).await["assignments"][3]["due_date"], "2021-09-08");

        // 加派的协办退回：它的单了结，主办的单不动
        give("handler.qsfj", "return", returning()).await.ok();
        let case = t.case(&id).await;
        assert_eq!(t.sheet(&sheets(&case)[3]).await["state"], "settled");
        assert_eq!(t.sheet(&annex).await["state"], "dispatched");
        give("handler.qjw", "give-co-opinion", json!({ "opinion": "不涉及学区。" })).await.ok();
        give("handler.qzjw", "give-feedback", feedback()).await.ok();
        give("lead.zw", "add-co", co("qsfj")).await.only_in(&["in_progress"]);

        // 商事服务：管家可为自己的事项增加协办；主办退回，加派的协办一并终止
        let business = t.business_awaiting_dispatch().await;
        t.dispatch("butler", &[&business], "qscjgj", &[]).await;
        t.command("butler", &business, "add-co", co("qyjj")).await.ok();
        t.command("handler.qscjgj", &business, "return", returning()).await.ok();
        let case = t.case(&business).await;
        assert_eq!(shares(&case), [("qscjgj", "returned"), ("qyjj", "ended")]);
        for sheet in sheets(&case) {
            assert_eq!(t.sheet(&sheet).await["state"], "settled");
        }
        assert_eq!(case["holder_unit"]["id"], "zjfwgj", "the butler sends it elsewhere");
        let report = t.verify();
        assert!(report.is_sound(), "{report}");
    }

    /// Nothing is returned after it was signed for, coordinated, fed back, or when the two days are over.
    async fn what_is_accepted_or_decided_can_not_be_returned(t: TestApp) {
        let refused = async |id: &str, who: &str, code: &str| {
            assert_eq!(t.told(who, id, "return").await, code);
            t.command(who, id, "return", returning()).await.refused(409, code);
        };
        let received = t.dispatched("qzjw", &["qcgw"]).await;
        for who in ["handler.qzjw", "handler.qcgw"] {
            t.command(who, &received, "receive", json!({})).await.ok();
            refused(&received, who, "already_received").await;
        }
        let coordinated = t.awaiting_dispatch().await;
        t.command("lead.zw", &coordinated, "raise", json!({ "reason": "两家各执一词。" })).await.ok();
        t.dispatch("lead.zw", &[&coordinated], "qzjw", &["qcgw"]).await;
        for (who, i) in [("handler.qzjw", 0), ("handler.qcgw", 1)] {
            assert_eq!(t.case(&coordinated).await["assignments"][i]["return_by"], Value::Null);
            refused(&coordinated, who, "not_returnable").await;
        }
        let sent_back = t.fed_back("qzjw").await;
        t.command("handler.qzjw", &sent_back, "return", returning()).await.only_in(&["in_progress"]);
        t.command("lead.zw", &sent_back, "send-back", json!({ "reason": "未见整改。" })).await.ok();
        refused(&sent_back, "handler.qzjw", "already_received").await;

        // 周四（9月30日）派发：国庆放假，8日、9日上班，期限至10月9日24时；过后静默即签收，主办协办皆然
        t.at("2021-09-30T17:00:00+08:00");
        let silent = t.dispatched("qzjw", &["qcgw"]).await;
        assert_eq!(t.case(&silent).await["assignments"][0]["return_by"], "2021-10-09");
        t.at("2021-10-09T23:59:59+08:00").settle().await;
        assert_eq!(t.told("handler.qzjw", &silent, "return").await, "allowed");
        t.at("2021-10-10T00:00:00+08:00");
        refused(&silent, "handler.qzjw", "not_returnable").await;
        refused(&silent, "handler.qcgw", "not_returnable").await;
        t.settle().await;
        for (who, i) in [("handler.qzjw", 0), ("handler.qcgw", 1)] {
            assert_eq!(t.case(&silent).await["assignments"][i]["received_at"], "2021-10-10T00:00:00+08:00");
            refused(&silent, who, "already_received").await;
        }
    }

    /// 裁定 after two refusals, and only then: binding, on a sheet without confirmation, a precedent.
    async fn after_two_refusals_the_lead_rules(t: TestApp) {
        let once = t.dispatched("qzjw", &[]).await;
        t.command("handler.qzjw", &once, "return", returning()).await.ok();
        assert_eq!(t.told("lead.zw", &once, "rule").await, "nothing_pending");
        t.command("lead.zw", &once, "rule", ruling("rqjt")).await.refused(409, "nothing_pending");
        assert_eq!(t.told("lead.zw", &once, "dispatch").await, "allowed");

        // 一次不予确认、一次退回：满两次，须裁定，派不出去
        let id = refused_twice(&t).await;
        assert_eq!(decliners(&t.case(&id).await), ["qcgw", "qzjw"]);
        assert_eq!(t.told("lead.zw", &id, "dispatch").await, "ruling_required");
        let urgent = json!({ "unconfirmed_reason": "急" });
        try_dispatch(&t, "lead.zw", &id, "rqjt", urgent).await.refused(409, "ruling_required");
        let draft = t.drafted("lead.zw", &[&id], "rqjt", &[]).await;

        let rule = async |who: &str, body| t.command(who, &id, "rule", body).await;
        rule("office", ruling("rqjt")).await.refused(403, "role_may_not");
        rule("handler.qzjw", ruling("rqjt")).await.refused(403, "role_may_not");
        rule("intake", ruling("rqjt")).await.refused(403, "role_may_not");
        rule("lead.ss", ruling("rqjt")).await.refused(404, "not_found");
        rule("lead.zw", ruling("no_such_unit")).await.names_field("to.main_unit");
        rule("lead.zw", json!({ "to": { "main_unit": "rqjt" } })).await.names_field("reason");
        let later = json!({ "to": { "main_unit": "rqjt", "due_date": "2021-09-20" }, "reason": "应由其承办。" });
        rule("lead.zw", later).await.names_field("to.due_reason");

        // 裁给退回过的单位也可以：这是裁定，不是再派
        t.at("2021-09-02T10:00:00+08:00");
        let mut body = ruling("qzjw");
        body["to"]["co_units"] = json!([{ "unit": "qcgw", "task": "督促供气企业。" }]);
        rule("lead.zw2", body).await.ok();
        let case = t.case(&id).await;
        assert_eq!((&case["state"], &case["holder_unit"]["id"]), (&json!("in_progress"), &json!("qzjw")));
        assert_eq!(
            (&case["rulings"][0]["unit"]["id"], &case["rulings"][0]["reason"], &case["bound_to"]["id"]),
            (&json!("qzjw"), &ruling("")["reason"], &json!("qzjw"))
        );
        assert_eq!(shares(&case), [("qzjw", "returned"), ("qzjw", "open"), ("qcgw", "open")]);
        assert_eq!(case["due_date"], "2021-09-09");
        let form = t.sheet(&sheets(&case)[1]).await;
        assert_eq!(
            (&form["state"], &form["confirmation"], &form["asked_at"], &form["unconfirmed_reason"]),
            (&json!("dispatched"), &Value::Null, &Value::Null, &json!("依裁定派发"))
        );
        assert_eq!(t.sheet(&draft).await["rows"], json!([]), "taken off the draft");
        assert_eq!(case["work_order"], Value::Null);
        for (who, i) in [("handler.qzjw", 1), ("handler.qcgw", 2)] {
            assert_eq!(case["assignments"][i]["return_by"], Value::Null);
            t.command(who, &id, "return", returning()).await.refused(409, "not_returnable");
            assert_eq!(t.told(who, &id, "return").await, "not_returnable");
        }
        rule("lead.zw", ruling("rqjt")).await.only_in(&["awaiting_dispatch"]);
        let report = t.verify();
        assert!(report.is_sound(), "{report}");
    }

    /// What was ruled is returned by nobody, whoever joins later.
    async fn who_joins_after_a_ruling_does_not_return(t: TestApp) {
        let id = refused_twice(&t).await;
        t.command("lead.zw", &id, "rule", ruling("rqjt")).await.ok();
        t.command("lead.zw", &id, "add-co", json!({ "co": { "unit": "qsfj", "task": "出具意见。" } })).await.ok();
        t.command("handler.qsfj", &id, "return", returning()).await.refused(409, "not_returnable");
    }

    /// A ruling is shown with the next case of the same matter, and tells nothing of its own case.
    async fn a_ruling_is_a_precedent_for_the_same_matter(t: TestApp) {
        let ruled = ruled_and_solved(&t, "rqjt").await;
        let same = t.awaiting_dispatch().await;
        let mut other = registration();
        other["matter_name"] = json!("老旧小区加装电梯");
        let other = text(&t.post("intake", "/api/v1/cases", other).await.ok()["id"]);
        let mut business = business_registration();
        business["matter_name"] = registration()["matter_name"].clone();
        let business = text(&t.post("butler", "/api/v1/cases", business).await.ok()["id"]);

        let precedents = async |who: &str, id: &str| t.get(who, &format!("/api/v1/cases/{id}/precedents")).await;
        let expected = json!([{
            "number": "2021-0001", "unit": { "id": "rqjt", "name": "燃气集团" },
            "at": "2021-09-01T09:00:00+08:00", "reason": ruling("rqjt")["reason"],
            "resolved": null,
        }]);
        assert_eq!(precedents("lead.zw", &same).await.ok(), json!({ "items": expected }));
        t.get("butler", &format!("/api/v1/cases/{ruled}")).await.refused(404, "not_found");
        assert_eq!(precedents("butler", &business).await.ok()["items"], expected, "across the fields");
        assert_eq!(precedents("lead.zw", &ruled).await.ok()["items"], json!([]), "not its own");
        assert_eq!(precedents("lead.zw", &other).await.ok()["items"], json!([]));
        precedents("intake", &same).await.refused(403, "role_may_not");
        precedents("handler.qzjw", &same).await.refused(403, "role_may_not");
        precedents("lead.ss", &same).await.refused(404, "not_found");

        // 后一次裁定排在前面
        t.at("2021-09-10T09:00:00+08:00");
        let again = refused_twice(&t).await;
        t.command("lead.zw", &again, "rule", ruling("qfgw")).await.ok();
        let units: Vec<String> = precedents("lead.zw", &same).await.ok()["items"]
            .as_array().unwrap().iter().map(|p| text(&p["unit"]["id"])).collect();
        assert_eq!(units, ["qfgw", "rqjt"]);
    }

    /// Taken up again, a ruled case goes to the same unit, or elsewhere with reasons; counts stay.
    async fn a_ruling_binds_after_reopening(t: TestApp) {
        let id = ruled_and_solved(&t, "rqjt").await;
        let same = ruled_and_solved(&t, "rqjt").await;
        for case in [&id, &same] {
            reopen(&t, case).await;
            let case = t.case(case).await;
            assert_eq!(
                (&case["state"], &case["holder_unit"]["id"], &case["bound_to"]["id"]),
                (&json!("awaiting_dispatch"), &json!("qzwfwj"), &json!("rqjt"))
            );
            assert_eq!((decliners(&case), case["rulings"].as_array().unwrap().len()), (vec!["qcgw", "qzjw"], 1));
        }
        assert_eq!(t.told("lead.zw", &id, "dispatch").await, "allowed", "it has been ruled");
        assert_eq!(t.told("lead.zw", &id, "rule").await, "nothing_pending");
        let urgent = json!({ "unconfirmed_reason": "急" });
        let bound = try_dispatch(&t, "lead.zw", &id, "qfgw", urgent.clone()).await.refused(409, "ruling_binds");
        assert!(text(&bound["detail"]).contains("燃气集团"), "{bound}");
        let elsewhere = json!({ "unconfirmed_reason": "急", "other_unit_reason": "供气企业已更换。" });
        try_dispatch(&t, "lead.zw", &id, "qcgw", elsewhere.clone()).await.refused(409, "unit_declined");
        try_dispatch(&t, "lead.zw", &id, "qfgw", elsewhere).await.ok();
        let case = t.case(&id).await;
        assert_eq!(shares(&case).last(), Some(&("qfgw", "open")));
        let sheet = sheets(&case).pop().unwrap();
        let history = t.get("office", &format!("/api/v1/work-orders/{sheet}/history")).await.ok();
        let dispatched = history["items"].as_array().unwrap().last().unwrap().clone();
        assert_eq!(dispatched["texts"]["other_unit_reason"], "供气企业已更换。");

        // 仍派裁定的单位：裁定仍然有效，不能退回
        try_dispatch(&t, "lead.zw", &same, "rqjt", urgent).await.ok();
        t.command("handler.rqjt", &same, "return", returning()).await.refused(409, "not_returnable");
        assert_eq!(t.told("handler.rqjt", &same, "return").await, "not_returnable");

        // 改派的单位若也退回，又须裁定
        t.command("handler.qfgw", &id, "return", returning()).await.ok();
        assert_eq!(decliners(&t.case(&id).await), ["qcgw", "qzjw", "qfgw"]);
        assert_eq!(t.told("lead.zw", &id, "dispatch").await, "ruling_required");
        t.command("lead.zw", &id, "rule", ruling("rqjt")).await.ok();
        let case = t.case(&id).await;
        assert_eq!((&case["bound_to"]["id"], case["rulings"].as_array().unwrap().len()), (&json!("rqjt"), 2));
        let report = t.verify();
        assert!(report.is_sound(), "{report}");
    }

    /// A butler's case goes to the lead after the second refusal, and stays the lead's until ruled.
    async fn a_butler_s_case_goes_to_the_lead_after_the_second_refusal(t: TestApp) {
        let declined = t.business_awaiting_dispatch().await;
        let returned = t.business_awaiting_dispatch().await;
        t.dispatch("butler", &[&declined, &returned], "qscjgj", &[]).await;
        for id in [&declined, &returned] {
            t.command("handler.qscjgj", id, "return", returning()).await.ok();
            assert_eq!(t.case(id).await["holder_unit"]["id"], "zjfwgj");
        }
        let sheet = t.drafted("butler", &[&declined], "qyjj", &[]).await;
        t.order("butler", &sheet, "ask-confirmation", json!({})).await.ok();
        t.order("handler.qyjj", &sheet, "decline", json!({ "reason": "不属本单位职责。" })).await.ok();
        t.dispatch("butler", &[&returned], "qyjj", &[]).await;
        t.command("handler.qyjj", &returned, "return", returning()).await.ok();
        for id in [&declined, &returned] {
            let case = t.case(id).await;
            assert_eq!((&case["state"], &case["holder_unit"]["id"]), (&json!("awaiting_dispatch"), &json!("qfgw")));
            assert_eq!(t.told("butler", id, "dispatch").await, "not_yours");
            t.command("butler", id, "rule", ruling("qscjgj")).await.refused(403, "role_may_not");
        }
        t.command("lead.ss", &declined, "rule", ruling("qscjgj")).await.ok();
        assert_eq!(t.case(&declined).await["holder_unit"]["id"], "qscjgj");
        assert_eq!(t.sheet(&sheet).await["rows"], json!([]), "taken off the butler's draft");

        // 未裁定即解释办结，又重新办理：仍在牵头部门，仍须裁定
        let answer = json!({ "provision": "《安全生产法》第六十五条", "answer": "专项检查不能免。" });
        t.command("lead.ss", &returned, "explain", answer).await.ok();
        t.command("butler", &returned, "request-reopen", json!({ "reason": "并非专项检查。" })).await.ok();
        t.command("office2", &returned, "reopen", json!({ "reason": "应再核实。" })).await.ok();
        let case = t.case(&returned).await;
        assert_eq!((&case["state"], &case["holder_unit"]["id"]), (&json!("awaiting_dispatch"), &json!("qfgw")));
        assert_eq!(t.told("lead.ss", &returned, "dispatch").await, "ruling_required");
        t.command("lead.ss", &returned, "rule", ruling("qscjgj")).await.ok();
        let report = t.verify();
        assert!(report.is_sound(), "{report}");
    }
}
