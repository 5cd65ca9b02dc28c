//! After closing: the reporter rates and is answered, and may have the case taken
//! up again; what was, stays counted.

use serde_json::{Value, json};

use crate::support::api::{callback, custody, feedback, registration, shares, text, verification};
use crate::support::first_level::{letter, referral_request, settlement};
use crate::support::{Answer, TestApp, both};

fn reason() -> Value {
    json!({ "reason": "燃气公司又不给过户了。" })
}

fn spoken(solved: bool, satisfaction: &str) -> Value {
    json!({ "reached": true, "solved": solved, "satisfaction": satisfaction })
}

fn signed(solved: bool) -> Value {
    json!({ "reached": true, "solved": solved, "signed": true })
}

fn explained() -> Value {
    json!({ "provision": "《城镇燃气管理条例》第十八条", "answer": "须产权人申请。" })
}

async fn give(t: &TestApp, who: &str, id: &str, command: &str, body: Value) -> Answer {
    t.command(who, id, command, body).await
}

/// A case that came in through the online hall and was solved on the spot by 区政务服务局.
async fn solved_online(t: &TestApp) -> String {
    let mut online = registration();
    online["channel"] = json!("online_hall");
    let id = text(&t.post("online-hall", "/api/v1/cases", online).await.ok()["id"]);
    give(t, "lead.zw@intake/qzwfwj", &id, "accept", json!({})).await.ok();
    give(t, "lead.zw@intake/qzwfwj", &id, "solve-on-the-spot", json!({ "answer": "已办。" })).await.ok();
    id
}

/// A case that a subdistrict's hall closed by explaining.
async fn explained_at_a_subdistrict(t: &TestApp) -> String {
    let mut at_hall = registration();
    at_hall["channel"] = json!("subdistrict_hall");
    let id = text(&t.post("intake.dt_jingshan", "/api/v1/cases", at_hall).await.ok()["id"]);
    give(t, "intake.dt_jingshan", &id, "explain", explained()).await.ok();
    id
}

both! {
    /// 评价 by the reporter through the client that registered it; a poor one of a solved case is answered.
    async fn a_reporter_rates_through_the_client(t: TestApp) {
        let id = solved_online(&t).await;
        let rate = async |who: &str, id: &str, body| give(&t, who, id, "rate", body).await;
        let open = t.registered().await;
        rate("intake", &id, json!({ "satisfaction": "satisfied" })).await.refused(403, "role_may_not");
        rate("online-hall", &open, json!({ "satisfaction": "satisfied" })).await.refused(404, "not_found");
        rate("online-hall", &id, json!({ "satisfaction": "so_so" })).await.names_field("satisfaction");
        rate("online-hall", &id, json!({ "satisfaction": "basically_satisfied", "comment": "还行。" })).await.ok();
        let case = t.case(&id).await;
        assert_eq!(
            (&case["ratings"][0]["satisfaction"], &case["ratings"][0]["comment"], &case["dissatisfaction"]),
            (&json!("basically_satisfied"), &json!("还行。"), &Value::Null)
        );

        // 改口不满意：五个工作日内由核查单位（不是当场办结的区政务服务局）的人答复
        t.at("2021-09-03T15:00:00+08:00");
        rate("online-hall", &id, json!({ "satisfaction": "very_dissatisfied" })).await.ok();
        let case = t.case(&id).await;
        assert_eq!((&case["dissatisfaction"]["due_date"], case["ratings"].as_array().unwrap().len()), (&json!("2021-09-10"), 2));
        rate("online-hall", &id, json!({ "satisfaction": "dissatisfied" })).await.ok();
        assert_eq!(t.case(&id).await["dissatisfaction"]["due_date"], "2021-09-10", "one answer is owed, not two");
        let answer = json!({ "answer": "已致歉，并补办收件回执。" });
        give(&t, "lead.zw", &id, "answer-dissatisfaction", answer.clone()).await.refused(403, "segregation");
        give(&t, "lead.ss", &id, "answer-dissatisfaction", answer).await.ok();

        // 尚未办结的不能评价；没有解决的，不满意只记下来
        let mut online = registration();
        online["channel"] = json!("online_hall");
        let refused = text(&t.post("online-hall", "/api/v1/cases", online).await.ok()["id"]);
        rate("online-hall", &refused, json!({ "satisfaction": "satisfied" })).await.only_in(&["closed"]);
        give(&t, "lead.zw@intake/qzwfwj", &refused, "explain", explained()).await.ok();
        rate("online-hall", &refused, json!({ "satisfaction": "dissatisfied" })).await.ok();
        assert_eq!(t.case(&refused).await["dissatisfaction"], Value::Null);
        let report = t.verify();
        assert!(report.is_sound(), "{report}");
    }

    /// Solved but dissatisfied: looked into by another person of the verifier's unit.
    async fn a_dissatisfied_reporter_is_answered_by_another_person(t: TestApp) {
        let id = t.fed_back("qzjw").await;
        give(&t, "lead.zw", &id, "record-callback", spoken(true, "dissatisfied")).await.ok();
        assert_eq!(t.case(&id).await["dissatisfaction"], Value::Null, "not before it is closed");
        give(&t, "lead.zw", &id, "verify-solved", verification()).await.ok();
        let case = t.case(&id).await;
        assert_eq!(
            (&case["closed"]["outcome"], &case["dissatisfaction"]["due_date"], &case["dissatisfaction"]["answered_at"]),
            (&json!("solved"), &json!("2021-09-08"), &Value::Null)
        );
        let answer = async |who: &str, body| give(&t, who, &id, "answer-dissatisfaction", body).await;
        let said = json!({ "answer": "已上门说明，修改指南。" });
        answer("handler.qzjw", said.clone()).await.refused(403, "role_may_not");
        answer("intake", said.clone()).await.refused(403, "role_may_not");
        answer("lead.ss", said.clone()).await.refused(404, "not_found");
        answer("office", said.clone()).await.refused(403, "not_yours");
        answer("lead.zw", said.clone()).await.refused(403, "segregation");
        assert_eq!(t.told("lead.zw", &id, "answer_dissatisfaction").await, "segregation");
        answer("lead.zw2", json!({})).await.names_field("answer");
        t.at("2021-09-08T09:00:00+08:00");
        answer("lead.zw2", said.clone()).await.ok();
        let case = t.case(&id).await;
        assert_eq!(
            (&case["dissatisfaction"]["answered_at"], &case["dissatisfaction"]["answer"]),
            (&json!("2021-09-08T09:00:00+08:00"), &said["answer"])
        );
        assert_eq!((&case["state"], &case["closed"]["outcome"]), (&json!("closed"), &json!("solved")), "both facts count");
        answer("lead.zw2", said.clone()).await.refused(409, "nothing_pending");
        assert_eq!(t.told("lead.zw2", &id, "answer_dissatisfaction").await, "nothing_pending");

        // 办结后抽查，又不满意：再答复一次
        give(&t, "supervisor", &id, "record-callback", spoken(true, "very_dissatisfied")).await.ok();
        assert_eq!(t.case(&id).await["dissatisfaction"]["due_date"], "2021-09-15");
        answer("lead.zw2", said.clone()).await.ok();

        // 满意的、没有解决的，没有什么要答复
        let content = t.solved("qzjw").await;
        give(&t, "lead.zw2", &content, "answer-dissatisfaction", said.clone()).await.refused(409, "nothing_pending");
        let outside = explained_at_a_subdistrict(&t).await;
        give(&t, "lead.zw", &outside, "record-callback", spoken(false, "dissatisfied")).await.ok();
        assert_eq!(t.case(&outside).await["dissatisfaction"], Value::Null);
        give(&t, "lead.zw", &outside, "answer-dissatisfaction", said).await.refused(409, "nothing_pending");
    }

    /// The reporter's own signed answer outranks a call, whichever came later.
    async fn a_signed_answer_outranks_a_call(t: TestApp) {
        let id = t.fed_back("qzjw").await;
        give(&t, "lead.zw", &id, "record-callback", signed(false)).await.ok();
        t.at("2021-09-02T10:00:00+08:00");
        give(&t, "lead.zw", &id, "record-callback", callback(true)).await.ok();
        give(&t, "lead.zw", &id, "verify-solved", verification()).await.refused(409, "callback_says_unsolved");
        t.at("2021-09-03T10:00:00+08:00");
        give(&t, "lead.zw", &id, "record-callback", signed(true)).await.ok();
        give(&t, "supervisor", &id, "record-callback", callback(false)).await.ok();
        give(&t, "lead.zw", &id, "verify-solved", verification()).await.ok();
        let told: Vec<Value> =
            t.case(&id).await["callbacks"].as_array().unwrap().iter().map(|c| c["signed"].clone()).collect();
        assert_eq!(told, [true, false, true, false]);

        // 办结以后也一样：书面说已解决，电话里说未解决，不足以主动重新办理；书面改口才行
        t.at("2021-09-10T10:00:00+08:00");
        give(&t, "lead.zw", &id, "record-callback", signed(true)).await.ok();
        t.at("2021-09-13T10:00:00+08:00");
        give(&t, "lead.zw", &id, "record-callback", callback(false)).await.ok();
        assert_eq!(t.told("office", &id, "reopen").await, "nothing_pending");
        t.at("2021-09-14T10:00:00+08:00");
        give(&t, "lead.zw", &id, "record-callback", signed(false)).await.ok();
        assert_eq!(t.told("office", &id, "reopen").await, "allowed");
    }

    /// What a hall has solved on the spot is called back on by who may: the other lead, where the hall belongs to the
    /// lead's unit. It stays so after the case is taken up again.
    async fn who_solved_it_on_the_spot_never_calls(t: TestApp) {
        let id = t.accepted().await;
        t.command("intake", &id, "solve-on-the-spot", json!({ "answer": "已当场补正。" })).await.ok();
        give(&t, "lead.zw", &id, "record-callback", callback(true)).await.refused(403, "segregation");
        give(&t, "lead.ss", &id, "record-callback", callback(false)).await.ok();
        give(&t, "office2", &id, "reopen", json!({ "reason": "反映人说没有解决。" })).await.ok();
        t.command("intake", &id, "accept", json!({})).await.ok();
        t.command("intake", &id, "pass-on", json!({})).await.ok();
        t.dispatch("lead.zw", &[&id], "qzjw", &[]).await;
        t.command("handler.qzjw", &id, "give-feedback", feedback()).await.ok();
        assert_eq!(t.case(&id).await["holder_unit"]["id"], "qfgw");
        let report = t.verify();
        assert!(report.is_sound(), "{report}");
    }

    /// 申请重新办理: within 30 calendar days to the day, by the reporter or who took it in.
    async fn a_reporter_may_ask_to_reopen_for_thirty_days(t: TestApp) {
        let (id, late) = (t.solved("qzjw").await, t.solved("qzjw").await);
        let online = solved_online(&t).await;
        let ask = async |who: &str, id: &str, body| give(&t, who, id, "request-reopen", body).await;
        ask("handler.qzjw", &id, reason()).await.refused(403, "role_may_not");
        ask("lead.zw", &id, reason()).await.refused(403, "role_may_not");
        ask("intake.dt_jingshan", &id, reason()).await.refused(404, "not_found");
        ask("online-hall", &id, reason()).await.refused(404, "not_found");
        ask("intake", &id, json!({})).await.names_field("reason");
        ask("intake", &t.registered().await, reason()).await.only_in(&["closed"]);
        ask("online-hall", &online, reason()).await.ok();

        // 9月1日办结，10月1日24时为止；国庆后10月8日、9日上班，9日答复到期
        t.at("2021-10-01T23:59:59+08:00");
        ask("intake", &id, reason()).await.ok();
        let request = t.case(&id).await["reopen_request"].clone();
        assert_eq!(
            (&request["decider"]["id"], &request["due_date"], &request["reason"]),
            (&json!("qysb"), &json!("2021-10-09"), &reason()["reason"])
        );
        ask("intake", &id, reason()).await.refused(409, "already_pending");
        assert_eq!(t.told("intake", &id, "request_reopen").await, "already_pending");
        assert_eq!(t.told("intake", &late, "request_reopen").await, "allowed");
        t.at("2021-10-02T00:00:00+08:00");
        ask("intake", &late, reason()).await.refused(409, "deadline_passed");
        assert_eq!(t.told("intake", &late, "request_reopen").await, "deadline_passed");

        // 逾期的，另行登记并注明原事项
        let mut again = registration();
        again["repeat_of"] = json!(late);
        let again = text(&t.post("intake", "/api/v1/cases", again).await.ok()["id"]);
        assert_eq!(t.case(&again).await["repeat_of"], json!(late));

        // 在期限内提出的，过后仍可答复；不予重新办理的，期限已过不能再提
        t.at("2021-10-11T09:00:00+08:00");
        give(&t, "office", &id, "refuse-reopen", json!({})).await.names_field("reason");
        give(&t, "office", &id, "refuse-reopen", json!({ "reason": "过户已办，另有原因。" })).await.ok();
        let case = t.case(&id).await;
        assert_eq!((&case["state"], &case["reopen_request"], &case["reopened"]), (&json!("closed"), &Value::Null, &json!(0)));
        give(&t, "office", &id, "refuse-reopen", reason()).await.refused(409, "nothing_pending");
        give(&t, "office", &id, "reopen", reason()).await.refused(409, "nothing_pending");
        ask("intake", &id, reason()).await.refused(409, "deadline_passed");

        // 商事服务：管家替企业申请
        let business = t.business_awaiting_dispatch().await;
        give(&t, "lead.ss", &business, "explain", explained()).await.ok();
        ask("resident", &business, reason()).await.refused(403, "role_may_not");
        ask("butler", &business, reason()).await.ok();
        give(&t, "lead.ss", &business, "reopen", reason()).await.refused(403, "not_yours");
        let report = t.verify();
        assert!(report.is_sound(), "{report}");
    }

    /// Who closed or solved it doesn't decide, nor who asked, nor who comes from there.
    async fn who_closed_it_does_not_decide(t: TestApp) {
        let decide = async |who: &str, id: &str, command: &str| give(&t, who, id, command, reason()).await;
        // 区政务服务局核查办结的：区营商办决定
        let verified = t.solved("qzjw").await;
        give(&t, "intake", &verified, "request-reopen", reason()).await.ok();
        for command in ["reopen", "refuse-reopen"] {
            decide("lead.zw2", &verified, command).await.refused(403, "not_yours");
            decide("handler.qzjw", &verified, command).await.refused(403, "role_may_not");
            decide("supervisor", &verified, command).await.refused(403, "role_may_not");
        }
        give(&t, "office", &verified, "reopen", json!({})).await.names_field("reason");
        decide("office", &verified, "reopen").await.ok();

        // 街道大厅解释办结的：由牵头部门决定，不由区营商办
        let at_hall = explained_at_a_subdistrict(&t).await;
        give(&t, "intake.dt_jingshan", &at_hall, "request-reopen", reason()).await.ok();
        assert_eq!(t.case(&at_hall).await["reopen_request"]["decider"]["id"], "qzwfwj");
        decide("office", &at_hall, "reopen").await.refused(403, "not_yours");
        decide("lead.ss", &at_hall, "reopen").await.refused(404, "not_found");
        decide("lead.zw", &at_hall, "reopen").await.ok();

        // 区政务服务大厅算作区政务服务局
        let on_the_spot = t.accepted().await;
        give(&t, "intake", &on_the_spot, "solve-on-the-spot", json!({ "answer": "已办。" })).await.ok();
        give(&t, "intake", &on_the_spot, "request-reopen", reason()).await.ok();
        assert_eq!(t.case(&on_the_spot).await["reopen_request"]["decider"]["id"], "qysb");

        // 区发改委办结的：区营商办决定，但不由来自区发改委的人
        let business = t.business_awaiting_dispatch().await;
        give(&t, "lead.ss", &business, "explain", explained()).await.ok();
        give(&t, "butler", &business, "request-reopen", reason()).await.ok();
        for command in ["reopen", "refuse-reopen"] {
            decide("office", &business, command).await.refused(403, "segregation");
        }
        assert_eq!(t.told("office", &business, "reopen").await, "segregation");
        decide("office2", &business, "refuse-reopen").await.ok();

        // 两个牵头部门都承办过、区营商办自己核查办结的：没有谁可以决定，须重新登记
        let both = t.dispatched("qzwfwj", &["qfgw"]).await;
        give(&t, "handler.qfgw", &both, "give-co-opinion", json!({ "opinion": "已核实。" })).await.ok();
        give(&t, "handler.qzwfwj", &both, "give-feedback", feedback()).await.ok();
        give(&t, "office2", &both, "record-callback", callback(true)).await.ok();
        give(&t, "office2", &both, "verify-solved", verification()).await.ok();
        give(&t, "intake", &both, "request-reopen", reason()).await.refused(409, "wrong_state");
        assert_eq!(t.told("intake", &both, "request_reopen").await, "wrong_state");
        t.enter("office.three", &[("office", "qysb")], Some("qsfj")).await;
        decide("office.three", &both, "reopen").await.refused(403, "not_yours");

        // 区政务服务局承办、区营商办按议定办结的：由区发改委决定，不由区营商办
        let by_office = t.dispatched("qzwfwj", &[]).await;
        give(&t, "lead.zw", &by_office, "raise", json!({ "reason": "两家各执一词。" })).await.ok();
        give(&t, "lead.zw", &by_office, "request-referral", referral_request()).await.ok();
        give(&t, "office", &by_office, "refer-up", letter()).await.ok();
        let reply = json!({ "document_number": "京发〔2021〕3号", "document_date": "2021-09-01", "text": "无法办理。",
                            "settlement": settlement("unsolved") });
        give(&t, "office", &by_office, "record-reply", reply).await.ok();
        give(&t, "intake", &by_office, "request-reopen", reason()).await.ok();
        assert_eq!(t.case(&by_office).await["reopen_request"]["decider"]["id"], "qfgw");
        decide("office.three", &by_office, "reopen").await.refused(403, "not_yours");
        decide("lead.ss", &by_office, "reopen").await.ok();

        // 一人两岗：替反映人申请的，不能自己决定
        t.enter("two.posts", &[("intake", "dt_jingshan"), ("lead", "qzwfwj")], None).await;
        let asked = explained_at_a_subdistrict(&t).await;
        give(&t, "two.posts@intake/dt_jingshan", &asked, "request-reopen", reason()).await.ok();
        for command in ["reopen", "refuse-reopen"] {
            decide("two.posts@lead/qzwfwj", &asked, command).await.refused(403, "segregation");
        }
        decide("lead.zw", &asked, "refuse-reopen").await.ok();
        let report = t.verify();
        assert!(report.is_sound(), "{report}");
    }

    /// Unasked: within 2 working days of a closing at registration, or after a callback that denies it.
    async fn a_case_is_reopened_unasked_where_the_closing_was_wrong(t: TestApp) {
        // 9月1日（周三）登记环节办结：至3日24时
        let (in_time, late) = (explained_at_a_subdistrict(&t).await, explained_at_a_subdistrict(&t).await);
        let elsewhere = t.awaiting_dispatch().await;
        give(&t, "lead.zw", &elsewhere, "explain", explained()).await.ok();
        let solved = t.solved("qzjw").await;
        // 退回受理后由窗口解释办结的，也是登记环节
        let returned = t.awaiting_dispatch().await;
        let too_simple = json!({ "reason": "too_simple", "explanation": "窗口可解释。" });
        give(&t, "lead.zw", &returned, "return-to-intake", too_simple).await.ok();
        give(&t, "intake", &returned, "explain", explained()).await.ok();

        t.at("2021-09-03T23:59:59+08:00");
        assert_eq!(t.told("lead.zw", &late, "reopen").await, "allowed");
        assert_eq!(t.told("office", &returned, "reopen").await, "allowed");
        for id in [&elsewhere, &solved] {
            assert_eq!(t.told("office", id, "reopen").await, "nothing_pending");
            give(&t, "office", id, "reopen", reason()).await.refused(409, "nothing_pending");
        }
        give(&t, "lead.zw", &in_time, "refuse-reopen", reason()).await.refused(409, "nothing_pending");
        give(&t, "lead.zw", &in_time, "reopen", json!({ "reason": "条款引用不当。" })).await.ok();
        let case = t.case(&in_time).await;
        assert_eq!((&case["state"], &case["holder_unit"]["id"]), (&json!("registered"), &json!("dt_jingshan")));
        assert_eq!((&case["closed"], &case["reopened"]), (&Value::Null, &json!(1)));
        let last = t.history(&in_time).await.pop().unwrap();
        assert_eq!((&last["type"], &last["data"]["asked"]), (&json!("reopened"), &json!(false)));
        t.at("2021-09-04T00:00:00+08:00");
        for (who, id) in [("lead.zw", &late), ("office", &returned)] {
            assert_eq!(t.told(who, id, "reopen").await, "nothing_pending");
            give(&t, who, id, "reopen", reason()).await.refused(409, "nothing_pending");
        }

        // 抽查说未解决：随时可以重新办理；之后又说解决了，则不行
        t.at("2021-11-15T10:00:00+08:00");
        give(&t, "supervisor", &solved, "record-callback", callback(false)).await.ok();
        assert_eq!(t.told("office", &solved, "reopen").await, "allowed");
        t.at("2021-11-16T10:00:00+08:00");
        give(&t, "supervisor", &solved, "record-callback", callback(true)).await.ok();
        assert_eq!(t.told("office", &solved, "reopen").await, "nothing_pending");
        t.at("2021-11-17T10:00:00+08:00");
        give(&t, "supervisor", &solved, "record-callback", callback(false)).await.ok();
        give(&t, "office", &solved, "reopen", reason()).await.ok();
        let case = t.case(&solved).await;
        assert_eq!((&case["state"], &case["holder_unit"]["id"]), (&json!("awaiting_dispatch"), &json!("qzwfwj")));
        let report = t.verify();
        assert!(report.is_sound(), "{report}");
    }

    /// What was, stays: counts, lateness, level; a new sheet; time closed is nobody's.
    async fn what_was_counted_stays_counted(t: TestApp) {
        let id = t.dispatched("qcgw", &["qjw"]).await;
        give(&t, "handler.qcgw", &id, "return", json!({ "reason": "other_unit_leads", "basis": "三定方案" })).await.ok();
        let first = t.dispatch("lead.zw", &[&id], "qzjw", &[]).await;
        give(&t, "handler.qzjw", &id, "note", json!({ "kind": "contacted", "text": "已联系。" })).await.ok();
        // 9月8日到期，9日反馈：逾期；退回重办一次；13日（周一）办结
        t.at("2021-09-09T10:00:00+08:00");
        give(&t, "handler.qzjw", &id, "give-feedback", feedback()).await.ok();
        give(&t, "lead.zw", &id, "send-back", json!({ "reason": "未见整改。" })).await.ok();
        t.at("2021-09-10T10:00:00+08:00");
        give(&t, "handler.qzjw", &id, "give-feedback", feedback()).await.ok();
        t.at("2021-09-13T10:00:00+08:00");
        give(&t, "lead.zw", &id, "record-callback", spoken(true, "dissatisfied")).await.ok();
        give(&t, "lead.zw", &id, "verify-solved", verification()).await.ok();
        let closed = t.case(&id).await;
        // 2日至9日在区住建委（9日退回重办，当晚仍在），10日、13日在牵头部门
        assert_eq!(custody(&closed), [("qzjw", 6), ("qzwfwj", 2)]);
        assert_eq!(t.sheet(&first).await["state"], "settled");

        // 17日（周五）申请，18日（周六，补班）重新办理
        t.at("2021-09-17T10:00:00+08:00");
        give(&t, "intake", &id, "request-reopen", reason()).await.ok();
        t.at("2021-09-18T10:00:00+08:00");
        give(&t, "office", &id, "reopen", reason()).await.ok();
        let case = t.case(&id).await;
        assert_eq!((&case["state"], &case["holder_unit"]["id"]), (&json!("awaiting_dispatch"), &json!("qzwfwj")));
        assert_eq!(
            (&case["send_backs"], &case["level"], &case["reopened"], &case["contacted_at"]),
            (&json!(1), &json!(2), &json!(1), &closed["contacted_at"])
        );
        assert_eq!(case["returned_by"].as_array().unwrap().len(), 1);
        assert_eq!(case["callbacks"], closed["callbacks"]);
        assert_eq!(
            (&case["closed"], &case["feedback"], &case["dissatisfaction"], &case["reopen_request"]),
            (&Value::Null, &Value::Null, &Value::Null, &Value::Null)
        );
        assert_eq!(shares(&case), [("qcgw", "returned"), ("qjw", "ended"), ("qzjw", "closed")]);
        assert_eq!(case["assignments"][2]["late"], true);

        // 另出一单；22日（周三）在区住建委，23日再办结
        let second = t.dispatch("lead.zw", &[&id], "qzjw", &[]).await;
        assert_ne!(first, second);
        t.at("2021-09-22T10:00:00+08:00");
        let case = t.case(&id).await;
        assert_eq!((shares(&case).len(), &case["assignments"][3]["late"]), (4, &json!(false)));
        // 受理至今14个工作日：2、3、6至10、13至18、22日；14至17日无人经办
        let held = custody(&case);
        assert_eq!(held, [("qzjw", 8), ("qzwfwj", 2)]);
        assert_eq!(held.iter().map(|(_, days)| days).sum::<u64>(), 14 - 4, "time closed is nobody's");
        give(&t, "handler.qzjw", &id, "give-feedback", feedback()).await.ok();
        give(&t, "lead.zw", &id, "verify-solved", verification()).await.refused(409, "callback_required");
        t.at("2021-09-23T10:00:00+08:00");
        give(&t, "lead.zw", &id, "record-callback", callback(true)).await.ok();
        give(&t, "lead.zw", &id, "verify-solved", verification()).await.ok();
        assert_eq!(custody(&t.case(&id).await), [("qzjw", 7), ("qzwfwj", 4)]);
        t.at("2021-11-01T10:00:00+08:00");
        assert_eq!(custody(&t.case(&id).await), [("qzjw", 7), ("qzwfwj", 4)], "frozen again");
        let report = t.verify();
        assert!(report.is_sound(), "{report}");
    }
}
