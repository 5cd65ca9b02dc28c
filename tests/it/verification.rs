//! 结果核查 and 回访 (plan §5.4): on what a result is verified, by whom, and by whom not.

use chrono::TimeDelta;
use serde_json::{Value, json};

use crate::support::api::{callback, feedback, registration, text, verification};
use crate::support::{TestApp, both};

fn not_reached(at: &str) -> Value {
    json!({ "reached": false, "called_at": at })
}

/// Hands the case to these units, lets the main one feed it back, once the co units are due.
async fn fed_back_by(t: &TestApp, main: &str, co: &[&str]) -> String {
    let id = t.dispatched(main, co).await;
    for unit in co {
        let opinion = json!({ "opinion": "已核实。" });
        t.command(&format!("handler.{unit}"), &id, "give-co-opinion", opinion).await.ok();
    }
    t.command(&format!("handler.{main}"), &id, "give-feedback", feedback()).await.ok();
    id
}

both! {
    /// Reached, solved, satisfied are three questions; the latest answer to "solved" decides.
    async fn what_the_reporter_said_last_decides(t: TestApp) {
        t.at("2021-09-02T10:00:00+08:00");
        let id = t.fed_back("qzjw").await;
        let call = async |who: &str, body| t.command(who, &id, "record-callback", body).await;
        let verify = async || t.command("lead.zw", &id, "verify-solved", verification()).await;
        verify().await.refused(409, "callback_required");
        assert_eq!(t.told("lead.zw", &id, "verify_solved").await, "callback_required");

        t.at("2021-09-02T16:00:00+08:00");
        call("handler.qzjw", callback(true)).await.refused(403, "role_may_not");
        call("lead.ss", callback(true)).await.refused(404, "not_found");
        call("lead.zw", json!({ "reached": false, "solved": true })).await.names_field("reached");
        call("lead.zw", json!({ "reached": false, "satisfaction": "satisfied" })).await.names_field("reached");
        call("lead.zw", json!({ "reached": true, "satisfaction": "so_so" })).await.names_field("satisfaction");
        call("lead.zw", not_reached("2021-09-02T16:00:01+08:00")).await.names_field("called_at");
        call("lead.zw", not_reached("2021-09-02T09:59:59+08:00")).await.names_field("called_at");

        // 联系上了但没有回答是否解决：不作数，满意度照记
        call("lead.zw", json!({ "reached": true, "satisfaction": "basically_satisfied", "opinion": "正忙。" }))
            .await
            .ok();
        verify().await.refused(409, "callback_required");

        // 未解决：不能办结。补录更早的一次通话，不改变最近的回答
        let said = |solved: bool, at: &str| json!({ "reached": true, "solved": solved, "called_at": at });
        call("lead.zw", said(false, "2021-09-02T15:00:00+08:00")).await.ok();
        verify().await.refused(409, "callback_says_unsolved");
        call("lead.zw2", said(true, "2021-09-02T14:00:00+08:00")).await.ok();
        verify().await.refused(409, "callback_says_unsolved");
        assert_eq!(t.told("lead.zw", &id, "verify_solved").await, "callback_says_unsolved");
        call("lead.zw", not_reached("2021-09-02T15:30:00+08:00")).await.ok();
        verify().await.refused(409, "callback_says_unsolved");
        call("lead.zw", json!({ "reached": true, "solved": true, "satisfaction": "dissatisfied" })).await.ok();
        t.command("lead.zw", &id, "verify-solved", json!({ "finding": "已改。", "cause": "passed_on" })).await.ok();

        let case = t.case(&id).await;
        assert_eq!(
            (&case["closed"]["outcome"], &case["closed"]["answer"], &case["cause"]),
            (&json!("solved"), &json!("已改。"), &json!("passed_on"))
        );
        let satisfaction: Vec<&Value> =
            case["callbacks"].as_array().unwrap().iter().map(|c| &c["satisfaction"]).collect();
        assert_eq!(
            satisfaction,
            [&json!("basically_satisfied"), &Value::Null, &Value::Null, &Value::Null, &json!("dissatisfied"),],
            "no answer is unrated, never a silent grade"
        );
        assert_eq!(
            (&case["callbacks"][0]["opinion"], &case["callbacks"][2]["by_name"]),
            (&json!("正忙。"), &json!("欧阳核查"))
        );
        let last = t.history(&id).await.pop().unwrap();
        assert_eq!((&last["type"], &last["data"]["by_callback"]), (&json!("verified_solved"), &json!(true)));
    }

    /// The grade counts in whichever call it comes; a later one takes its place, but for the reporter's own signed one.
    async fn a_grade_counts_in_whichever_call_it_comes(t: TestApp) {
        let solved = |signed: bool| json!({ "reached": true, "solved": true, "signed": signed });
        let grade = |grade: &str, signed: bool| json!({ "reached": true, "satisfaction": grade, "signed": signed });
        let dissatisfied = grade("dissatisfied", false);
        for (calls, owed) in [
            (vec![dissatisfied.clone(), solved(false)], true),
            (vec![solved(false), dissatisfied.clone()], true),
            (vec![dissatisfied.clone(), solved(true)], true),
            (vec![dissatisfied.clone(), solved(false), grade("satisfied", false)], false),
            (vec![grade("satisfied", true), solved(false), dissatisfied], false),
            (vec![grade("very_dissatisfied", true), solved(false), grade("satisfied", false)], true),
        ] {
            let id = t.fed_back("qzjw").await;
            for call in &calls {
                t.clock.advance(TimeDelta::minutes(1));
                t.command("lead.zw", &id, "record-callback", call.clone()).await.ok();
            }
            t.command("lead.zw", &id, "verify-solved", verification()).await.ok();
            assert_eq!(!t.case(&id).await["dissatisfaction"].is_null(), owed, "{calls:?}");
        }
    }

    /// Three attempts, two hours apart, between 8 and 20, on two dates: then the evidence decides.
    async fn after_three_honest_attempts_the_evidence_decides(t: TestApp) {
        t.at("2021-09-02T08:00:00+08:00");
        let mut cases = Vec::new();
        for _ in 0..5 {
            cases.push(t.fed_back("qzjw").await);
        }
        let unsolved = t.dispatched("qzjw", &[]).await;
        let mut body = feedback();
        body["solved"] = json!(false);
        t.command("handler.qzjw", &unsolved, "give-feedback", body).await.ok();
        t.at("2021-09-03T21:00:00+08:00");
        let [none, one_date] = [Value::Null, json!({ "counted": 3, "missing": 1, "missing_dates": 1 })];
        let two = json!({ "counted": 2, "missing": 1, "missing_dates": 0 });
        let [too_soon, outside] = [json!("too_soon"), json!("outside_hours")];
        let told = [
            (&one_date, [&none, &none, &none]),
            (&two, [&none, &none, &too_soon]),
            (&two, [&none, &outside, &none]),
            (&two, [&none, &outside, &none]),
        ];
        let attempts = [
            // 同一日三次：不够两日
            (
                "one date",
                ["2021-09-02T10:00:00+08:00", "2021-09-02T12:00:00+08:00", "2021-09-02T14:00:00+08:00"],
                "2021-09-03T08:00:00+08:00",
            ),
            // 间隔差一秒
            (
                "too close",
                ["2021-09-02T10:00:00+08:00", "2021-09-03T10:00:00+08:00", "2021-09-03T11:59:59+08:00"],
                "2021-09-03T12:00:00+08:00",
            ),
            // 晚于20时
            (
                "too late",
                ["2021-09-02T10:00:00+08:00", "2021-09-02T20:00:00+08:00", "2021-09-03T10:00:00+08:00"],
                "2021-09-03T19:59:59+08:00",
            ),
            // 早于8时
            (
                "too early",
                ["2021-09-02T10:00:00+08:00", "2021-09-03T07:59:59+08:00", "2021-09-03T10:00:00+08:00"],
                "2021-09-03T14:00:00+08:00",
            ),
        ];
        for (((why, first, last), (sum, faults)), id) in attempts.iter().zip(told).zip(&cases) {
            for at in first {
                t.command("lead.zw", id, "record-callback", not_reached(at)).await.ok();
            }
            let refused = t.command("lead.zw", id, "verify-solved", verification()).await;
            assert_eq!((refused.status.as_u16(), &refused.body["code"]), (409, &json!("callback_required")), "{why}");
            let case = t.case(id).await;
            let uncounted: Vec<_> = case["callbacks"].as_array().unwrap().iter().map(|c| &c["uncounted"]).collect();
            assert_eq!((&case["attempts"], &uncounted[..]), (sum, &faults[..]), "{why}");
            t.command("lead.zw", id, "record-callback", not_reached(last)).await.ok();
            t.command("lead.zw", id, "verify-solved", verification()).await.ok();
            let event = t.history(id).await.pop().unwrap();
            assert_eq!(event["data"]["by_callback"], false, "{why}");
            assert_eq!(t.case(id).await["callbacks"][0]["satisfaction"], Value::Null, "{why}: unrated");
        }

        // 够了次数，但单位自己反馈未解决：无人说已解决，不能办结
        let enough = ["2021-09-02T10:00:00+08:00", "2021-09-02T12:00:00+08:00", "2021-09-03T10:00:00+08:00"];
        for id in [&unsolved, &cases[4]] {
            for at in enough {
                t.command("lead.zw", id, "record-callback", not_reached(at)).await.ok();
            }
        }
        t.command("lead.zw", &unsolved, "verify-solved", verification()).await.refused(409, "callback_required");
        // 联系上并说已解决，则可以
        t.command("lead.zw", &unsolved, "record-callback", callback(true)).await.ok();
        t.command("lead.zw", &unsolved, "verify-solved", verification()).await.ok();

        // 退回重办以后，从头再联系
        let again = &cases[4];
        assert_eq!(t.told("lead.zw", again, "verify_solved").await, "allowed");
        t.command("lead.zw", again, "send-back", json!({ "reason": "证明材料不全。" })).await.ok();
        t.command("handler.qzjw", again, "give-feedback", feedback()).await.ok();
        assert_eq!(t.told("lead.zw", again, "verify_solved").await, "callback_required");
    }

    /// An anonymous reporter without a number can't be called: the evidence decides.
    async fn where_nobody_can_be_called_the_evidence_decides(t: TestApp) {
        let anonymous = json!({
            "channel": "district_hall", "reporter": { "kind": "person" }, "matter_name": "老旧小区加装电梯",
            "failure": "not_approved", "failure_reason": "两处窗口互推。", "problem": "无牵头单位。",
        });
        let mut ids = Vec::new();
        for _ in 0..2 {
            let id = text(&t.post("intake", "/api/v1/cases", anonymous.clone()).await.ok()["id"]);
            t.command("intake", &id, "accept", json!({})).await.ok();
            t.command("intake", &id, "pass-on", json!({})).await.ok();
            ids.push(id);
        }
        t.dispatch("lead.zw", &[&ids[0], &ids[1]], "qzjw", &[]).await;
        for id in &ids {
            t.command("handler.qzjw", id, "give-feedback", feedback()).await.ok();
        }
        assert_eq!(t.case(&ids[0]).await["reporter"]["anonymous"], true);
        t.command("lead.zw", &ids[0], "verify-solved", verification()).await.ok();
        assert_eq!(t.history(&ids[0]).await.pop().unwrap()["data"]["by_callback"], false);

        // 补到了电话，就须回访；代理人的电话也算
        let agent = json!({ "reporter": { "kind": "person", "agent": { "name": "贾代办", "phone": "13900000001" } } });
        t.command("lead.zw", &ids[1], "correct-contact", agent).await.ok();
        t.command("lead.zw", &ids[1], "verify-solved", verification()).await.refused(409, "callback_required");
    }

    /// 退回重办 twice, each with a new date; the third time it is raised.
    async fn a_result_is_sent_back_twice_then_raised(t: TestApp) {
        let id = t.dispatched("qzjw", &[]).await;
        t.at("2021-09-09T00:00:00+08:00");
        t.command("handler.qzjw", &id, "give-feedback", feedback()).await.ok();
        let send_back = async |body| t.command("lead.zw", &id, "send-back", body).await;
        send_back(json!({})).await.names_field("reason");
        for days in [0, 61] {
            send_back(json!({ "reason": "未见整改。", "working_days": days })).await.names_field("working_days");
        }
        t.at("2021-09-10T09:00:00+08:00");
        send_back(json!({ "reason": "未见整改。" })).await.ok();
        let case = t.case(&id).await;
        assert_eq!(
            (&case["state"], &case["holder_unit"]["id"], &case["send_backs"]),
            (&json!("in_progress"), &json!("qzjw"), &json!(1))
        );
        let share = &case["assignments"][0];
        assert_eq!(
            (&share["due_date"], &share["original_due_date"], &share["state"]),
            (&json!("2021-09-17"), &json!("2021-09-08"), &json!("open"))
        );
        assert_eq!(case["assignments"].as_array().unwrap().len(), 1, "the same assignment goes on");
        let waiting = t.get("handler.qzjw", "/api/v1/inbox?kind=handle").await.ok();
        assert_eq!(waiting["items"][0]["case"]["send_backs"], 1, "who has it to do sees that it came back");

        // 第二次反馈及时，第一次的逾期仍在
        t.at("2021-09-17T23:59:59+08:00");
        t.command("handler.qzjw", &id, "give-feedback", feedback()).await.ok();
        let case = t.case(&id).await;
        assert_eq!((&case["feedback"]["late"], &case["assignments"][0]["late"]), (&json!(false), &json!(true)));

        // 另定重办期限：18日（周六）补班，22日
        send_back(json!({ "reason": "指南仍未改。", "working_days": 2 })).await.ok();
        assert_eq!(t.case(&id).await["due_date"], "2021-09-22");
        t.command("handler.qzjw", &id, "give-feedback", feedback()).await.ok();
        send_back(json!({ "reason": "还是未改。" })).await.refused(409, "rework_limit");
        assert_eq!(t.told("lead.zw", &id, "send_back").await, "rework_limit");
        t.command("lead.zw", &id, "raise", json!({ "reason": "两次重办未果。" })).await.ok();
        let case = t.case(&id).await;
        assert_eq!((&case["state"], &case["send_backs"]), (&json!("under_coordination"), &json!(2)));

        // 协调结果也不能第三次退回
        let result = json!({ "solved": true, "done": "已改。", "cause": "guide_unclear" });
        t.command("lead.zw2", &id, "report-coordinated", result).await.ok();
        send_back(json!({ "reason": "还是未改。" })).await.refused(409, "rework_limit");
    }

    /// The verifier may also find that a rule stands against it, or that it is outside the plan.
    async fn the_verifier_may_explain_or_close_as_out_of_scope(t: TestApp) {
        let explained = t.fed_back("qzjw").await;
        let outside = t.fed_back("qzjw").await;
        let explain =
            json!({ "provision": "《建筑法》第八条", "answer": "条件不具备。", "cause": "own_material_missing" });
        let out = json!({ "reason": "petition", "answer": "实为信访事项。", "where_to_turn": "区信访办" });
        t.command("handler.qzjw", &explained, "explain", explain.clone()).await.refused(403, "role_may_not");
        t.command("intake", &explained, "explain", explain.clone()).await.refused(403, "not_yours");
        t.command("lead.zw", &explained, "explain", explain).await.ok();
        t.command("lead.zw", &outside, "close-out-of-scope", out).await.ok();
        let case = t.case(&explained).await;
        assert_eq!(
            (&case["closed"]["outcome"], &case["cause"], &case["assignments"][0]["state"]),
            (&json!("explained"), &json!("own_material_missing"), &json!("closed"))
        );
        assert_eq!(t.case(&outside).await["closed"]["outcome"], "out_of_scope");
        t.command("lead.zw", &outside, "verify-solved", verification()).await.only_in(&["awaiting_verification"]);

        // 商事服务二级：办结须写总结
        let business = t.business_awaiting_dispatch().await;
        t.dispatch("butler", &[&business], "qscjgj", &[]).await;
        t.command("handler.qscjgj", &business, "give-feedback", feedback()).await.ok();
        t.command("butler", &business, "record-callback", callback(true)).await.refused(403, "role_may_not");
        t.command("lead.ss2", &business, "record-callback", callback(true)).await.ok();
        t.command("lead.ss2", &business, "verify-solved", verification()).await.names_field("summary");
        let summary = json!({ "finding": "属实。", "summary": "合并检查可推广。" });
        t.command("lead.ss2", &business, "verify-solved", summary).await.ok();
        assert_eq!(t.case(&business).await["closed"]["summary"], "合并检查可推广。");
    }

    /// Whoever coordinates may find it outside the plan; a verifier that isn't the sector's lead may raise it.
    async fn coordination_ends_out_of_scope_and_begins_with_any_verifier(t: TestApp) {
        let out = json!({ "reason": "petition", "answer": "实为信访事项。", "where_to_turn": "区信访办" });
        let (government, business) = (t.stuck().await, t.stuck_business().await);
        for (who, id) in [("lead.zw", &government), ("chief", &business)] {
            t.command(who, id, "close-out-of-scope", out.clone()).await.ok();
            assert_eq!(t.case(id).await["closed"]["outcome"], "out_of_scope");
        }

        let own = fed_back_by(&t, "qzwfwj", &[]).await;
        t.command("lead.ss", &own, "raise", json!({ "reason": "反馈与事实不符。" })).await.ok();
        let case = t.case(&own).await;
        assert_eq!((&case["state"], &case["assignments"][0]["state"]), (&json!("under_coordination"), &json!("raised")));
    }

    /// Segregation: no handling unit verifies or calls back.
    async fn no_handling_unit_verifies_its_own_work(t: TestApp) {
        let refused = async |who: &str, id: &str| {
            for (command, body) in [
                ("record-callback", callback(true)),
                ("verify-solved", verification()),
                ("send-back", json!({ "reason": "未见整改。" })),
            ] {
                t.command(who, id, command, body).await.refused(403, "segregation");
            }
            assert_eq!(t.told(who, id, "verify_solved").await, "segregation");
        };
        let verified = async |who: &str, id: &str| {
            t.command(who, id, "record-callback", callback(true)).await.ok();
            t.command(who, id, "verify-solved", verification()).await.ok();
        };

        // 牵头部门是主办或协办：由另一牵头部门核查；它仍可记事
        for (main, co) in [("qzwfwj", vec![]), ("qzjw", vec!["qzwfwj"])] {
            let id = fed_back_by(&t, main, &co).await;
            assert_eq!(t.case(&id).await["holder_unit"]["id"], "qfgw");
            refused("lead.zw", &id).await;
            t.command("lead.zw", &id, "note", json!({ "kind": "general", "text": "材料已移交。" })).await.ok();
            verified("lead.ss", &id).await;
        }

        // 牵头部门的大厅承办，等同牵头部门承办
        let id = t.dispatched("qzjw", &["dt_qzwfw"]).await;
        t.at("2021-09-07T00:00:00+08:00");
        t.command("handler.qzjw", &id, "give-feedback", feedback()).await.ok();
        assert_eq!(t.case(&id).await["holder_unit"]["id"], "qfgw");
        refused("lead.zw2", &id).await;
        verified("lead.ss2", &id).await;
        let kept = t.get("lead.ss2", &format!("/api/v1/cases/{id}")).await.ok();
        assert_eq!(kept["state"], "closed", "who verified it keeps reading it");

        // 两个牵头部门都承办：由区营商办核查，但不由来自承办单位的人
        let id = fed_back_by(&t, "qzwfwj", &["qfgw"]).await;
        assert_eq!(t.case(&id).await["holder_unit"]["id"], "qysb");
        refused("lead.zw", &id).await;
        t.command("lead.ss", &id, "verify-solved", verification()).await.refused(404, "not_found");
        refused("office", &id).await;
        t.enter("office.two", &[("office", "qysb")], Some("qzjw")).await;
        let dissatisfied = json!({ "reached": true, "solved": true, "satisfaction": "dissatisfied" });
        t.command("office.two", &id, "record-callback", dissatisfied).await.ok();
        t.command("office.two", &id, "verify-solved", verification()).await.ok();
        assert_eq!(t.case(&id).await["closed"]["outcome"], "solved");

        // 反映人不满意的，由区营商办另一人答复
        let answer = json!({ "answer": "已致歉，并补发回执。" });
        t.command("office.two", &id, "answer-dissatisfaction", answer.clone()).await.refused(403, "segregation");
        t.enter("office.four", &[("office", "qysb")], Some("qsfj")).await;
        t.command("office.four", &id, "answer-dissatisfaction", answer).await.ok();
        assert!(t.case(&id).await["dissatisfaction"]["answered_at"].is_string());
        let report = t.verify();
        assert!(report.is_sound(), "{report}");
    }

    /// 抽查回访: by the supervisor, also after closing, never on the own unit.
    async fn the_supervisor_makes_spot_calls_but_not_on_the_own_unit(t: TestApp) {
        let call =
            async |who: &str, id: &str, solved: bool| t.command(who, id, "record-callback", callback(solved)).await;
        let id = t.dispatched("qzjw", &[]).await;
        call("supervisor", &id, true).await.only_in(&["awaiting_verification", "closed"]);
        t.command("handler.qzjw", &id, "give-feedback", feedback()).await.ok();
        call("supervisor", &id, false).await.ok();
        t.command("supervisor", &id, "verify-solved", verification()).await.refused(403, "role_may_not");
        t.command("lead.zw", &id, "verify-solved", verification()).await.refused(409, "callback_says_unsolved");
        call("lead.zw", &id, true).await.ok();
        t.command("lead.zw", &id, "verify-solved", verification()).await.ok();

        // 办结后抽查：如实记下，结果不因此改变
        t.at("2021-09-10T10:00:00+08:00");
        call("supervisor", &id, false).await.ok();
        call("lead.zw2", &id, true).await.ok();
        let case = t.case(&id).await;
        let spots: Vec<&Value> = case["callbacks"].as_array().unwrap().iter().map(|c| &c["spot"]).collect();
        assert_eq!(spots, [&json!(true), &json!(false), &json!(true), &json!(false)]);
        assert_eq!((&case["state"], &case["closed"]["outcome"]), (&json!("closed"), &json!("solved")));

        // 来自区政务服务局的督查，不抽查本局主办的、本局大厅当场办结的
        let own = t.fed_back("qzwfwj").await;
        call("supervisor", &own, true).await.refused(403, "segregation");
        let on_the_spot = t.accepted().await;
        t.command("intake", &on_the_spot, "solve-on-the-spot", json!({ "answer": "已当场办结。" })).await.ok();
        call("supervisor", &on_the_spot, true).await.refused(403, "segregation");
        call("lead.zw", &on_the_spot, true).await.refused(403, "segregation");
        assert_eq!(t.told("supervisor", &on_the_spot, "record_callback").await, "segregation");

        // 来自街道的督查，同样不抽查本街道大厅的
        t.enter("supervisor.two", &[("supervisor", "ldxzb")], Some("jd_dongsi")).await;
        for id in [&own, &on_the_spot] {
            call("supervisor.two", id, true).await.ok();
        }
        let hall = text(
            &t.post("intake.dt_dongsi", "/api/v1/cases", {
                let mut body = registration();
                body["channel"] = json!("subdistrict_hall");
                body
            })
            .await
            .ok()["id"],
        );
        t.command("intake.dt_dongsi", &hall, "accept", json!({})).await.ok();
        t.command("intake.dt_dongsi", &hall, "solve-on-the-spot", json!({ "answer": "已办。" })).await.ok();
        call("supervisor.two", &hall, true).await.refused(403, "segregation");
        call("supervisor", &hall, true).await.ok();
    }
}
