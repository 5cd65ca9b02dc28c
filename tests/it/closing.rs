//! Other ends than a verified solution: withdrawn, a duplicate, honestly unsolved;
//! and the request for coordination that may lead there.

use serde_json::{Value, json};

use crate::support::api::{business_registration, custody, feedback, registration, shares, text, verification};
use crate::support::{Answer, TestApp, both};

fn paper() -> Value {
    json!({ "reason": "反映人已自行办妥。", "signed_paper": "撤回申请，存大厅档案。" })
}

async fn withdraw(t: &TestApp, who: &str, id: &str, proof: Value) -> Answer {
    let mut body = json!({ "reason": "反映人已自行办妥。" });
    body.as_object_mut().unwrap().extend(proof.as_object().unwrap().clone());
    t.command(who, id, "withdraw", body).await
}

fn called_by(unit: &str, at: &str) -> Value {
    json!({ "call": { "unit": unit, "called_at": at } })
}

fn stuck() -> Value {
    json!({ "reason": "供气企业不配合。", "tried": "已发函两次，约谈一次。" })
}

fn unsolved() -> Value {
    json!({ "answer": "现行规定下确实办不成，已当面说明。" })
}

const OPEN: &[&str] = &[
    "registered",
    "under_review",
    "accepted",
    "awaiting_dispatch",
    "in_progress",
    "awaiting_verification",
    "under_coordination",
    "awaiting_joint_meeting",
    "referred_up",
];

both! {
    /// 撤回 needs the reporter's code, a signed paper, or a call by another unit: exactly one.
    async fn a_withdrawal_is_proved(t: TestApp) {
        let registered = t.post("intake", "/api/v1/cases", registration()).await.ok();
        let (by_code, code) = (text(&registered["id"]), text(&registered["enquiry_code"]));
        let other_code = text(&t.post("intake", "/api/v1/cases", registration()).await.ok()["enquiry_code"]);
        let by_call = t.dispatched("qzjw", &["qcgw"]).await;

        withdraw(&t, "intake", &by_code, json!({})).await.refused(422, "proof_required");
        let both = json!({ "enquiry_code": code, "signed_paper": "撤回申请。" });
        withdraw(&t, "intake", &by_code, both).await.refused(422, "proof_required");
        withdraw(&t, "intake", &by_code, json!({ "enquiry_code": other_code })).await.names_field("enquiry_code");
        withdraw(&t, "intake", &by_code, json!({ "enquiry_code": "ABC" })).await.names_field("enquiry_code");
        withdraw(&t, "intake", &by_code, json!({ "signed_paper": "" })).await.names_field("signed_paper");
        t.command("intake", &by_code, "withdraw", json!({ "enquiry_code": code })).await.names_field("reason");
        withdraw(&t, "intake", &by_code, json!({ "enquiry_code": code })).await.ok();
        let last = t.history(&by_code).await.pop().unwrap();
        assert_eq!(
            (&last["type"], &last["data"]["proof"], &last["texts"]["reason"]),
            (&json!("withdrawn"), &json!("code"), &json!("反映人已自行办妥。"))
        );
        assert!(!serde_json::to_string(&t.history(&by_code).await).unwrap().contains(&code), "the code is kept nowhere");

        // 电话核实：不能是本单位、上级单位、承办单位，也不能在将来
        let now = "2021-09-01T09:00:00+08:00";
        for unit in ["dt_qzwfw", "qzwfwj", "qzjw", "qcgw", "no_such_unit"] {
            withdraw(&t, "intake", &by_call, called_by(unit, now)).await.names_field("call.unit");
        }
        let future = called_by("qmzj", "2021-09-01T09:00:01+08:00");
        withdraw(&t, "intake", &by_call, future).await.names_field("call.called_at");
        let long_ago = called_by("qmzj", "2021-01-01T09:00:00+08:00");
        withdraw(&t, "intake", &by_call, long_ago).await.names_field("call.called_at");
        withdraw(&t, "intake", &by_call, called_by("qmzj", now)).await.ok();
        let last = t.history(&by_call).await.pop().unwrap();
        let data = &last["data"];
        assert_eq!((&data["proof"], &data["called_by"]), (&json!("call"), &json!("qmzj")));
        assert_eq!(data["called_at"], "2021-09-01T01:00:00Z");

        // 接入系统撤回自己登记的，不另要凭据；窗口登记的它看不到
        let mut online = registration();
        online["channel"] = json!("online_hall");
        let id = text(&t.post("online-hall", "/api/v1/cases", online).await.ok()["id"]);
        withdraw(&t, "online-hall", &by_call, json!({})).await.refused(404, "not_found");
        withdraw(&t, "online-hall", &id, json!({})).await.ok();
        assert_eq!(t.case(&id).await["closed"]["outcome"], "withdrawn");
        assert_eq!(t.history(&id).await.pop().unwrap()["data"]["proof"], Value::Null);
    }

    /// From every open state, by who took it in, by the lead; all that was open ends with it.
    async fn a_case_is_withdrawn_from_any_open_state(t: TestApp) {
        let registered = t.registered().await;
        let under_review = t.accepted().await;
        let question = json!({ "unit": "qzjw", "question": "是否符合过户条件？" });
        t.command("intake", &under_review, "request-opinion", question).await.ok();
        let accepted = t.accepted().await;
        let waiting = t.awaiting_dispatch().await;
        let draft = t.drafted("lead.zw", &[&waiting], "qzjw", &[]).await;
        let in_progress = t.awaiting_dispatch().await;
        let sheet = t.dispatch("lead.zw", &[&in_progress], "qzjw", &["qcgw"]).await;
        let fed_back = t.fed_back("qzjw").await;
        let coordinated = t.awaiting_dispatch().await;
        t.command("lead.zw", &coordinated, "raise", json!({ "reason": "两家各执一词。" })).await.ok();

        t.at("2021-09-06T10:00:00+08:00");
        withdraw(&t, "handler.qzjw", &in_progress, json!({})).await.refused(403, "role_may_not");
        withdraw(&t, "office", &in_progress, json!({})).await.refused(403, "role_may_not");
        withdraw(&t, "intake.dt_jingshan", &in_progress, json!({})).await.refused(404, "not_found");
        withdraw(&t, "lead.ss", &in_progress, json!({})).await.refused(404, "not_found");
        let cases = [&registered, &under_review, &accepted, &waiting, &in_progress, &fed_back, &coordinated];
        let mut frozen = Vec::new();
        for (i, id) in cases.into_iter().enumerate() {
            assert_eq!(t.case(id).await["state"], OPEN[i]);
            let before = t.case(id).await["custody"].clone();
            let who = if i % 2 == 0 { "intake" } else { "lead.zw" };
            t.command(who, id, "withdraw", paper()).await.ok();
            let case = t.case(id).await;
            assert_eq!((&case["state"], &case["closed"]["outcome"]), (&json!("closed"), &json!("withdrawn")));
            assert_eq!((&case["holder_unit"], &case["due_date"], &case["light"]), (&Value::Null, &Value::Null, &Value::Null));
            assert_eq!(case["custody"], before, "counted through today");
            frozen.push(case["custody"].clone());
        }
        assert_eq!(shares(&t.case(&in_progress).await), [("qzjw", "closed"), ("qcgw", "closed")]);
        assert_eq!(t.sheet(&sheet).await["state"], "settled");
        assert_eq!(t.sheet(&draft).await["rows"], json!([]), "taken off the draft");
        assert_eq!(t.case(&under_review).await["opinion_request"], Value::Null);
        assert_eq!(custody(&t.case(&in_progress).await), [("qzjw", 3)]);

        t.at("2021-10-20T10:00:00+08:00").settle().await;
        for (i, id) in cases.into_iter().enumerate() {
            assert_eq!(t.case(id).await["custody"], frozen[i], "nobody holds a closed case");
        }
        t.command("intake", &registered, "withdraw", paper()).await.only_in(OPEN);

        // 商事服务：管家撤回自己的，其他领域的不可见
        let business = t.business_awaiting_dispatch().await;
        t.dispatch("butler", &[&business], "qscjgj", &[]).await;
        withdraw(&t, "resident", &business, json!({})).await.refused(403, "role_may_not");
        t.command("butler", &business, "withdraw", paper()).await.ok();
        assert_eq!(t.case(&business).await["closed"]["outcome"], "withdrawn");
        let report = t.verify();
        assert!(report.is_sound(), "{report}");
    }

    /// Also once it was referred up; and by the window that took it over, which may have it taken up again too.
    async fn the_window_that_took_it_over_withdraws_and_asks_to_reopen(t: TestApp) {
        let mut online = registration();
        online["channel"] = json!("online_hall");
        online["receiving_unit"] = json!("dt_jingshan");
        let received = text(&t.post("online-hall", "/api/v1/cases", online).await.ok()["id"]);
        let handed = t.registered().await;
        let over = json!({ "unit": "dt_jingshan", "reason": "属景山街道。" });
        t.command("intake", &handed, "hand-over", over).await.ok();
        for id in [&received, &handed] {
            t.command("intake.dt_jingshan", id, "accept", json!({})).await.ok();
            t.command("intake.dt_jingshan", id, "pass-on", json!({})).await.ok();
            t.dispatch("lead.zw", &[id], "qzjw", &[]).await;
            withdraw(&t, "intake.dt_dongsi", id, json!({})).await.refused(404, "not_found");
            t.command("intake.dt_jingshan", id, "withdraw", paper()).await.ok();
            let wish = json!({ "reason": "又不给过户了。" });
            t.command("intake.dt_jingshan", id, "request-reopen", wish).await.ok();
        }

        let referred = t.referred_up().await;
        t.command("lead.zw", &referred, "withdraw", paper()).await.ok();
        let case = t.case(&referred).await;
        assert_eq!((&case["state"], &case["closed"]["outcome"]), (&json!("closed"), &json!("withdrawn")));
        assert!(t.verify().is_sound());
    }

    /// 重复件: of a case that exists and is another one, at intake only.
    async fn a_duplicate_names_the_other_case(t: TestApp) {
        let (first, id) = (t.accepted().await, t.accepted().await);
        let close = async |who: &str, of: &str| {
            t.command(who, &id, "close-duplicate", json!({ "of": of, "answer": "已并入前一事项办理。" })).await
        };
        close("lead.zw", "2021-0001").await.refused(403, "role_may_not");
        close("handler.qzjw", "2021-0001").await.refused(403, "role_may_not");
        close("intake.dt_jingshan", "2021-0001").await.refused(404, "not_found");
        for of in ["2021-9999", "2020-0001", "2021-0002", "第一号"] {
            close("intake", of).await.names_field("of");
        }
        t.command("intake", &id, "close-duplicate", json!({ "of": "2021-0001" })).await.names_field("answer");
        close("intake", "2021-0001").await.ok();
        let case = t.case(&id).await;
        assert_eq!(
            (&case["closed"]["outcome"], &case["closed"]["answer"]),
            (&json!("duplicate"), &json!("已并入前一事项办理。"))
        );
        assert_eq!(t.history(&id).await.pop().unwrap()["data"]["of"], "2021-0001");
        close("intake", "2021-0001").await.only_in(&["registered", "accepted"]);
        t.command("intake", &first, "pass-on", json!({})).await.ok();
        let of = json!({ "of": "2021-0002", "answer": "重复。" });
        t.command("intake", &first, "close-duplicate", of.clone()).await.only_in(&["registered", "accepted"]);

        // 驻企专员登记的，由管家研判
        let mut visit = business_registration();
        visit["channel"] = json!("resident_butler");
        let visit = text(&t.post("resident", "/api/v1/cases", visit).await.ok()["id"]);
        t.command("resident", &visit, "close-duplicate", of.clone()).await.refused(403, "role_may_not");
        t.command("butler", &visit, "close-duplicate", of).await.ok();
        assert!(t.verify().is_sound());
    }

    /// 未解决办结: only after coordination, by the verifier, with the answer that was given.
    async fn unsolved_is_said_honestly_and_only_after_coordination(t: TestApp) {
        let id = t.dispatched("qzjw", &[]).await;
        let close = async |who: &str, body| t.command(who, &id, "close-unsolved", body).await;
        close("lead.zw", unsolved()).await.only_in(&["awaiting_verification"]);
        let mut body = feedback();
        body["solved"] = json!(false);
        t.command("handler.qzjw", &id, "give-feedback", body).await.ok();
        close("handler.qzjw", unsolved()).await.refused(403, "role_may_not");
        close("supervisor", unsolved()).await.refused(403, "role_may_not");
        close("lead.ss", unsolved()).await.refused(404, "not_found");
        close("lead.zw", unsolved()).await.refused(409, "coordination_required");
        assert_eq!(t.told("lead.zw", &id, "close_unsolved").await, "coordination_required");

        t.command("lead.zw", &id, "raise", json!({ "reason": "两家各执一词。" })).await.ok();
        let result = json!({ "solved": false, "done": "两部门均无办法。", "cause": "rules_conflict" });
        t.command("lead.zw", &id, "report-coordinated", result.clone()).await.ok();
        close("lead.zw", unsolved()).await.refused(403, "segregation");
        close("lead.zw2", json!({})).await.names_field("answer");
        t.command("lead.zw2", &id, "verify-solved", verification()).await.refused(409, "callback_required");
        close("lead.zw2", unsolved()).await.ok();
        let case = t.case(&id).await;
        assert_eq!(
            (&case["closed"]["outcome"], &case["closed"]["answer"], &case["cause"]),
            (&json!("unsolved"), &unsolved()["answer"], &json!("rules_conflict"))
        );

        // 协调后再派、反馈仍未解决的，也可以如实办结；商事服务须写总结
        let business = t.business_awaiting_dispatch().await;
        t.command("butler", &business, "raise", json!({ "reason": "管家协调未果。" })).await.ok();
        t.dispatch("chief", &[&business], "qscjgj", &[]).await;
        let mut body = feedback();
        body["solved"] = json!(false);
        t.command("handler.qscjgj", &business, "give-feedback", body).await.ok();
        t.command("lead.ss", &business, "close-unsolved", unsolved()).await.names_field("summary");
        let summed_up = json!({ "answer": "确实办不成。", "summary": "检查计划难以合并。", "cause": "many_units" });
        t.command("lead.ss", &business, "close-unsolved", summed_up).await.ok();
        let case = t.case(&business).await;
        assert_eq!(
            (&case["closed"]["outcome"], &case["closed"]["summary"], &case["cause"]),
            (&json!("unsolved"), &json!("检查计划难以合并。"), &json!("many_units"))
        );
        let report = t.verify();
        assert!(report.is_sound(), "{report}");
    }

    /// 申请提级协调: asked by the main unit, raised or refused by the coordinator; the clock runs on.
    async fn a_stuck_unit_asks_for_coordination(t: TestApp) {
        let id = t.dispatched("qzjw", &["qcgw"]).await;
        let give = async |who: &str, command: &str, body| t.command(who, &id, command, body).await;
        let reason = json!({ "reason": "再与供气企业沟通一次。" });
        give("lead.zw", "refuse-coordination", reason.clone()).await.refused(409, "nothing_pending");
        give("lead.zw", "request-coordination", stuck()).await.refused(403, "role_may_not");
        give("handler.qcgw", "request-coordination", stuck()).await.refused(403, "not_yours");
        give("handler.qzjw", "request-coordination", json!({ "reason": "办不了。" })).await.names_field("tried");
        give("handler.qzjw", "request-coordination", stuck()).await.ok();
        let case = t.case(&id).await;
        assert_eq!(
            (&case["coordination_request"]["decider"]["id"], &case["coordination_request"]["reason"]),
            (&json!("qzwfwj"), &stuck()["reason"])
        );
        assert_eq!((&case["state"], &case["due_date"]), (&json!("in_progress"), &json!("2021-09-08")));
        give("handler.qzjw", "request-coordination", stuck()).await.refused(409, "already_pending");
        assert_eq!(t.told("handler.qzjw", &id, "request_coordination").await, "already_pending");

        give("handler.qzjw", "refuse-coordination", reason.clone()).await.refused(403, "role_may_not");
        give("chief", "refuse-coordination", reason.clone()).await.refused(404, "not_found");
        give("lead.zw", "refuse-coordination", json!({})).await.names_field("reason");
        give("lead.zw", "refuse-coordination", reason.clone()).await.ok();
        let case = t.case(&id).await;
        assert_eq!((&case["coordination_request"], &case["state"]), (&Value::Null, &json!("in_progress")));
        assert_eq!(t.told("lead.zw", &id, "refuse_coordination").await, "nothing_pending");

        // 再申请，同意：提级。申请随状态而终
        give("handler.qzjw", "request-coordination", stuck()).await.ok();
        give("lead.zw", "raise", json!({ "reason": "确需协调。" })).await.ok();
        let case = t.case(&id).await;
        assert_eq!((&case["coordination_request"], &case["state"]), (&Value::Null, &json!("under_coordination")));
        give("lead.zw", "refuse-coordination", reason.clone()).await.only_in(&["in_progress"]);
        give("handler.qzjw", "request-coordination", stuck()).await.only_in(&["in_progress"]);

        // 未及答复即已办好反馈的，申请失效
        let done = t.dispatched("qzjw", &[]).await;
        t.command("handler.qzjw", &done, "request-coordination", stuck()).await.ok();
        t.command("handler.qzjw", &done, "give-feedback", feedback()).await.ok();
        assert_eq!(t.case(&done).await["coordination_request"], Value::Null);

        // 商事服务由总管家答复
        let business = t.business_awaiting_dispatch().await;
        t.dispatch("butler", &[&business], "qscjgj", &[]).await;
        t.command("handler.qscjgj", &business, "request-coordination", stuck()).await.ok();
        assert_eq!(t.case(&business).await["coordination_request"]["decider"]["id"], "zgj");
        t.command("lead.ss", &business, "refuse-coordination", reason.clone()).await.refused(403, "not_yours");
        t.command("chief", &business, "refuse-coordination", reason.clone()).await.ok();
        t.command("handler.qscjgj", &business, "request-coordination", stuck()).await.ok();
        t.command("chief", &business, "raise", json!({ "reason": "确需协调。" })).await.ok();
        assert_eq!(t.case(&business).await["holder_unit"]["id"], "zgj");

        // 一人两岗：申请人不能自己同意，也不能自己驳回
        t.enter("two.posts", &[("handler", "qzjw"), ("lead", "qzwfwj")], None).await;
        let own = t.dispatched("qzjw", &[]).await;
        t.command("two.posts@handler/qzjw", &own, "request-coordination", stuck()).await.ok();
        for (command, action) in [("refuse-coordination", "refuse_coordination"), ("raise", "raise")] {
            t.command("two.posts@lead/qzwfwj", &own, command, reason.clone()).await.refused(403, "segregation");
            assert_eq!(t.told("two.posts@lead/qzwfwj", &own, action).await, "segregation");
        }
        t.command("lead.zw", &own, "raise", reason).await.ok();
        let report = t.verify();
        assert!(report.is_sound(), "{report}");
    }

    /// A case that goes another way while it stands on the coordinator's draft is taken off it.
    async fn a_draft_loses_a_case_that_was_coordinated_otherwise(t: TestApp) {
        let id = t.awaiting_dispatch().await;
        t.command("lead.zw", &id, "raise", json!({ "reason": "两家各执一词。" })).await.ok();
        let draft = t.drafted("lead.zw", &[&id], "qzjw", &[]).await;
        let result = json!({ "solved": true, "done": "现场会商，当日补办。", "cause": "many_units" });
        t.command("lead.zw", &id, "report-coordinated", result).await.ok();
        assert_eq!(t.sheet(&draft).await["rows"], json!([]));
        assert_eq!(t.case(&id).await["work_order"], Value::Null);
        t.command("lead.zw2", &id, "raise", json!({ "reason": "当日并未补办。" })).await.ok();
        t.dispatch("lead.zw", &[&id], "qzjw", &[]).await;
        assert!(t.verify().is_sound());
    }
}
