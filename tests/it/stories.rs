//! Two cases from beginning to end, one of each field, as the plan has them go.

use serde_json::{Value, json};

use crate::support::api::{callback, custody, registration, text};
use crate::support::{TestApp, both};

async fn types(t: &TestApp, id: &str) -> Vec<String> {
    t.history(id).await.iter().map(|event| text(&event["type"])).collect()
}

fn late(case: &Value) -> Vec<(&str, bool)> {
    let shares = case["assignments"].as_array().unwrap().iter();
    shares.map(|a| (a["unit"]["id"].as_str().unwrap(), a["late"].as_bool().unwrap())).collect()
}

both! {
    /// 政务服务: declined by the first unit, done by the second, not solved at first, then solved.
    async fn a_citizen_s_matter_gets_done_at_the_second_attempt(t: TestApp) {
        // 9月1日（周三）：办事人前一日在大厅反映，窗口今日登记，当场办不了，转牵头部门
        let mut report = registration();
        report["accepted_at"] = json!("2021-08-31T16:30:00+08:00");
        report["late_reason"] = json!("下班前受理，次日录入。");
        let receipt = t.post("intake", "/api/v1/cases", report).await.ok();
        let id = text(&receipt["id"]);
        let give = async |who: &str, command: &str, body| t.command(who, &id, command, body).await.ok();
        give("intake", "accept", json!({})).await;
        give("intake", "add-material", json!({ "description": "继承公证书复印件。" })).await;
        give("intake", "pass-on", json!({})).await;

        // 牵头部门先与区住建委沟通；区住建委认为不属其职责，应为燃气集团
        let sheet = t.drafted("lead.zw", &[&id], "qzjw", &[]).await;
        t.order("lead.zw", &sheet, "ask-confirmation", json!({})).await.ok();
        t.at("2021-09-02T14:00:00+08:00");
        let reason = json!({ "reason": "过户由燃气企业办理。", "proposed_unit": "rqjt" });
        t.order("handler.qzjw", &sheet, "decline", reason).await.ok();
        let co = json!([{ "unit": "qcgw", "task": "督促燃气企业统一口径。" }]);
        t.order("lead.zw", &sheet, "redraft", json!({ "to": { "main_unit": "rqjt", "co_units": co } })).await.ok();
        t.order("lead.zw", &sheet, "ask-confirmation", json!({})).await.ok();
        t.order("handler.rqjt", &sheet, "confirm", json!({})).await.ok();
        t.order("lead.zw", &sheet, "dispatch", json!({})).await.ok();
        t.get("handler.qzjw", &format!("/api/v1/cases/{id}")).await.refused(404, "not_found");

        // 燃气集团签收，联系办事人；区城管委提交协办意见
        t.at("2021-09-03T09:30:00+08:00");
        give("handler.rqjt", "receive", json!({})).await;
        give("handler.rqjt", "note", json!({ "kind": "contacted", "text": "已电话了解情况。" })).await;
        give("handler.qcgw", "give-co-opinion", json!({ "opinion": "已发函统一口径。" })).await;
        t.at("2021-09-07T10:00:00+08:00");
        let done = |solved: bool, what: &str| json!({ "solved": solved, "done": what, "cause": "guide_unclear", "evidence": "照片" });
        give("handler.rqjt", "give-feedback", done(true, "已通知营业厅凭公证书受理。")).await;

        // 回访：营业厅仍不受理。退回重办，另给三个工作日（8日、9日、10日）
        t.at("2021-09-07T16:00:00+08:00");
        give(
            "lead.zw2",
            "record-callback",
            json!({ "reached": true, "solved": false, "opinion": "昨天去了还是不行。" }),
        )
        .await;
        t.command("lead.zw2", &id, "verify-solved", json!({ "finding": "属实" }))
            .await
            .refused(409, "callback_says_unsolved");
        give("lead.zw2", "send-back", json!({ "reason": "营业厅未执行。", "working_days": 3 })).await;
        assert_eq!(t.case(&id).await["due_date"], "2021-09-10");

        // 重办：当面办结，修改指南；再回访，已解决、满意；办结
        t.at("2021-09-10T17:00:00+08:00");
        give("handler.rqjt", "give-feedback", done(true, "已上门办结过户，修改营业厅指南。")).await;
        t.command("lead.zw2", &id, "verify-solved", json!({ "finding": "属实" }))
            .await
            .refused(409, "callback_required");
        t.at("2021-09-13T10:00:00+08:00");
        give("lead.zw2", "record-callback", callback(true)).await;
        give("lead.zw2", "verify-solved", json!({ "finding": "过户已办，指南已改。" })).await;

        let case = t.case(&id).await;
        assert_eq!(
            (&case["state"], &case["closed"]["outcome"], &case["level"]),
            (&json!("closed"), &json!("solved"), &json!(2))
        );
        assert_eq!((&case["contacted_at"], &case["send_backs"]), (&json!("2021-09-03T09:30:00+08:00"), &json!(1)));
        assert_eq!(case["assignments"][0]["original_due_date"], "2021-09-09");
        assert_eq!(late(&case), [("rqjt", false), ("qcgw", false)]);
        assert_eq!(
            types(&t, &id).await,
            [
                "registered",
                "accepted",
                "material_added",
                "passed_on",
                "put_on_sheet",
                "unit_declined",
                "dispatched",
                "received",
                "noted",
                "co_opinion_given",
                "fed_back",
                "called_back",
                "sent_back",
                "fed_back",
                "called_back",
                "verified_solved",
            ]
        );
        assert_eq!(t.sheet(&sheet).await["state"], "settled");

        // 8月31日受理，9月13日办结：共9个工作日。1日在牵头部门（当日登记、当日转派发），
        // 2、3、6日在燃气集团，7日退回后仍在燃气集团，8、9日同；10日反馈后在牵头部门，13日同
        assert_eq!(custody(&case), [("qzwfwj", 3), ("rqjt", 6)]);
        assert_eq!(custody(&case).iter().map(|(_, days)| days).sum::<u64>(), 9, "the working age");
        let report = t.verify();
        assert!(report.is_sound(), "{report}");
    }

    /// 商事服务: heard on a visit, judged, dispatched to three units, stuck, raised to the chief butler.
    async fn a_company_s_matter_is_solved_by_the_chief_butler(t: TestApp) {
        // 9月15日（周三）：驻企专员走访中听到，吹哨登记
        t.at("2021-09-15T10:00:00+08:00");
        let receipt = t.post("resident", "/api/v1/cases", json!({
            "channel": "resident_butler",
            "reporter": { "kind": "company", "name": "北京样例科技有限公司", "credit_code": "91110101MATE5T017K",
                          "contact_person": "贾设明", "phone": "010-60000001" },
            "matter_name": "临街店铺牌匾与消防改造一并审批",
            "failure": "repeatedly_unsolved",
            "failure_reason": "三个部门互为前置，跑了五次。",
            "problem": "没有一个部门愿意先出意见。",
        })).await.ok();
        let id = text(&receipt["id"]);
        let give = async |who: &str, command: &str, body| t.command(who, &id, command, body).await.ok();

        // 管家接手：征求区市场监管局的符合性判断，符合
        give("butler", "accept", json!({})).await;
        give("butler", "request-opinion", json!({ "unit": "qscjgj", "question": "该店铺是否符合登记要求？" })).await;
        t.at("2021-09-16T15:00:00+08:00");
        give(
            "handler.qscjgj",
            "give-opinion",
            json!({ "conforms": true, "provision": "《市场主体登记管理条例》第十一条" }),
        )
        .await;
        give("butler", "pass-on", json!({})).await;
        let case = t.case(&id).await;
        assert_eq!(
            (&case["holder_unit"]["id"], &case["level"], &case["disputed"]),
            (&json!("zjfwgj"), &json!(2), &json!(false))
        );

        // 管家确定区城管委主办，区住建委、消防救援支队协办；9月17日（周五）派发
        t.at("2021-09-17T09:00:00+08:00");
        let sheet = t.drafted("butler", &[&id], "qcgw", &["qzjw", "dcxfjyzd"]).await;
        t.order("butler", &sheet, "ask-confirmation", json!({})).await.ok();
        t.order("handler.qcgw", &sheet, "confirm", json!({})).await.ok();
        t.order("butler", &sheet, "dispatch", json!({})).await.ok();
        let dues: Vec<Value> =
            t.case(&id).await["assignments"].as_array().unwrap().iter().map(|a| a["due_date"].clone()).collect();
        assert_eq!(dues, ["2021-09-26", "2021-09-23", "2021-09-23"], "18日、26日补班，中秋三天放假");

        // 区住建委按时提交；消防逾期不答；主办报未解决
        t.at("2021-09-22T11:00:00+08:00");
        give("handler.qcgw", "receive", json!({})).await;
        give("handler.qzjw", "give-co-opinion", json!({ "opinion": "牌匾可批，但须先有消防意见。" })).await;
        t.at("2021-09-24T09:00:00+08:00");
        let unsolved = json!({ "solved": false, "done": "消防未出意见，无法批复。", "cause": "rules_conflict" });
        give("handler.qcgw", "give-feedback", unsolved).await;
        let case = t.case(&id).await;
        assert_eq!(
            (&case["feedback"]["missing_co"][0]["id"], &case["holder_unit"]["id"]),
            (&json!("dcxfjyzd"), &json!("qfgw"))
        );

        // 没有办成：提请总管家协调，成为一级响应
        t.command("lead.ss", &id, "verify-solved", json!({ "finding": "属实", "summary": "无" }))
            .await
            .refused(409, "callback_required");
        give("chief", "raise", json!({ "reason": "互为前置，须一事一议。" })).await;
        let case = t.case(&id).await;
        assert_eq!(
            (&case["state"], &case["holder_unit"]["id"], &case["level"]),
            (&json!("under_coordination"), &json!("zgj"), &json!(1))
        );
        assert_eq!(late(&case), [("qcgw", false), ("qzjw", false), ("dcxfjyzd", true)], "whose lateness it was stays");
        assert_eq!(t.sheet(&sheet).await["state"], "settled");

        // 总管家现场会商解决；区发改委另行核查、回访、总结
        t.at("2021-09-28T16:00:00+08:00");
        give(
            "chief",
            "report-coordinated",
            json!({ "solved": true, "done": "三部门并联出具意见，当日批复。", "cause": "rules_conflict" }),
        )
        .await;
        t.at("2021-09-29T09:00:00+08:00");
        give("lead.ss2", "record-callback", callback(true)).await;
        t.command("lead.ss2", &id, "verify-solved", json!({ "finding": "批复已取得。" })).await.names_field("summary");
        give("lead.ss2", "verify-solved", json!({ "finding": "批复已取得。", "summary": "并联审批，建议固化。" }))
            .await;

        let case = t.case(&id).await;
        assert_eq!(
            (&case["closed"]["outcome"], &case["closed"]["summary"], &case["cause"]),
            (&json!("solved"), &json!("并联审批，建议固化。"), &json!("rules_conflict"))
        );
        assert_eq!(
            types(&t, &id).await,
            [
                "registered",
                "accepted",
                "opinion_requested",
                "opinion_given",
                "passed_on",
                "put_on_sheet",
                "dispatched",
                "received",
                "co_opinion_given",
                "fed_back",
                "raised",
                "coordination_reported",
                "called_back",
                "verified_solved",
            ]
        );
        let seen = t.get("butler", "/api/v1/cases?level=1&outcome=solved").await.ok();
        assert_eq!(seen["items"][0]["id"], json!(id), "the butler still follows it");

        // 9月15日受理，29日办结：16日在管家（当日意见已回），17、18、22、23日在区城管委，
        // 24、26、27日在总管家，28日反馈后及29日在区发改委；共10个工作日
        assert_eq!(custody(&case), [("zjfwgj", 1), ("qcgw", 4), ("zgj", 3), ("qfgw", 2)]);
        assert_eq!(custody(&case).iter().map(|(_, days)| days).sum::<u64>(), 10, "the working age");
        let report = t.verify();
        assert!(report.is_sound(), "{report}");
    }
}
