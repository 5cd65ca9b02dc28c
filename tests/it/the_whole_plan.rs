//! Two cases that go the whole length of the plan, one of each field, to be read beside it.

use serde_json::{Value, json};

use crate::support::api::{business_registration, custody, registration, text};
use crate::support::{TestApp, both};

/// Gives commands to one case.
async fn give(t: &TestApp, id: &str, who: &str, command: &str, body: Value) {
    t.command(who, id, command, body).await.ok();
}

async fn types(t: &TestApp, id: &str) -> Vec<String> {
    t.history(id).await.iter().map(|event| text(&event["type"])).collect()
}

/// Gives a command to a joint meeting, naming its present version.
async fn meet(t: &TestApp, meeting: &str, command: &str, body: Value) {
    let version = t.get("office", &format!("/api/v1/meetings/{meeting}")).await.ok()["version"].clone();
    let tag = format!("\"{version}\"");
    let path = format!("/api/v1/meetings/{meeting}/{command}");
    t.post_with("office", &path, &[("If-Match", &tag)], body).await.ok();
}

both! {
    /// 商事服务, plan §4.2 and A1: 驻企专员吹哨, 服务管家, 符合性判断, 主办和两个协办（一个逾期）, 未解决,
    /// 总管家, 联席会, 上报市级, 答复, 再次反馈, 核查, 总结, 办结.
    async fn a_company_s_matter_goes_up_to_the_municipality(t: TestApp) {
        // 9月1日（周三）：驻企专员走访吹哨；服务管家受理，征求区市场监管局意见：符合
        let mut report = business_registration();
        report["channel"] = json!("resident_butler");
        let id = text(&t.post("resident", "/api/v1/cases", report).await.ok()["id"]);
        give(&t, &id, "butler", "accept", json!({})).await;
        let question = json!({ "unit": "qscjgj", "question": "同类检查可否合并？" });
        give(&t, &id, "butler", "request-opinion", question).await;
        t.at("2021-09-02T15:00:00+08:00");
        let opinion = json!({ "conforms": true, "provision": "《优化营商环境条例》第五十四条" });
        give(&t, &id, "handler.qscjgj", "give-opinion", opinion).await;
        give(&t, &id, "butler", "pass-on", json!({})).await;

        // 管家单位确定主办单位和两个协同处理单位，派发工作单
        t.at("2021-09-03T09:00:00+08:00");
        let sheet = t.drafted("butler", &[&id], "qscjgj", &["qwsjkw", "qyjj"]).await;
        t.order("butler", &sheet, "ask-confirmation", json!({})).await.ok();
        t.order("handler.qscjgj", &sheet, "confirm", json!({})).await.ok();
        t.order("butler", &sheet, "dispatch", json!({})).await.ok();
        for unit in ["qscjgj", "qwsjkw", "qyjj"] {
            give(&t, &id, &format!("handler.{unit}"), "receive", json!({})).await;
        }
        let contacted = json!({ "kind": "contacted", "text": "已与企业联系。" });
        give(&t, &id, "handler.qscjgj", "note", contacted).await;

        // 协办期限9月8日：一个按期，一个逾期；系统在9月9日结束时记下超期1个工作日
        t.at("2021-09-07T10:00:00+08:00");
        give(&t, &id, "handler.qyjj", "give-co-opinion", json!({ "opinion": "可并入联合检查。" })).await;
        t.at("2021-09-10T00:00:00+08:00").settle().await;
        t.at("2021-09-10T10:00:00+08:00");
        give(&t, &id, "handler.qwsjkw", "give-co-opinion", json!({ "opinion": "需市级统一安排。" })).await;
        let case = t.case(&id).await;
        let late = case["assignments"].as_array().unwrap().iter().filter(|a| a["late"] == true);
        assert_eq!(late.map(|a| text(&a["unit"]["id"])).collect::<Vec<_>>(), ["qwsjkw"]);

        // 主办反馈未解决；服务管家核实后提请总管家协调，事项升为一级
        let unsolved = json!({ "solved": false, "done": "区内三部门可合并，市级专项检查无权调整。",
                               "cause": "many_units", "evidence": "会商纪要" });
        give(&t, &id, "handler.qscjgj", "give-feedback", unsolved).await;
        give(&t, &id, "butler", "raise", json!({ "reason": "区级单位难以解决，提请总管家协调。" })).await;
        assert_eq!(t.case(&id).await["level"], 1);

        // 总管家协调未果；服务管家提请联席会，总管家提交
        t.at("2021-09-14T09:00:00+08:00");
        give(&t, &id, "butler", "propose-meeting", json!({ "reason": "需区级联席会审议。" })).await;
        let submission = json!({ "tried": "已召集三部门协调。", "question": "是否报请市级统筹检查计划？" });
        give(&t, &id, "chief", "submit-to-meeting", submission).await;

        // 9月16日：区营商办召开联席会，一事一议；议定上报；次日签发即上报
        let version = t.case(&id).await["version"].clone();
        let plan = json!({ "subject": "涉企检查一事一议", "cases": [{ "id": id, "version": version }] });
        let meeting = text(&t.post("office", "/api/v1/meetings", plan).await.ok()["id"]);
        let call = json!({ "begins_at": "2021-09-16T14:00:00+08:00", "place": "第二会议室", "units": ["qscjgj", "qwsjkw"] });
        meet(&t, &meeting, "call", call).await;
        t.at("2021-09-16T16:00:00+08:00");
        let held = json!({ "held_at": "2021-09-16T14:00:00+08:00", "units": ["qscjgj", "qwsjkw"] });
        meet(&t, &meeting, "hold", held).await;
        let upward = json!({ "body": "市营商环境工作专班", "document_number": "东营商文〔2021〕7号", "document_date": "2021-09-16" });
        let resolution = json!({ "case": id, "decision": "报请市级统筹。", "settlement": { "refer_up": upward } });
        meet(&t, &meeting, "resolve", resolution).await;
        t.at("2021-09-17T09:00:00+08:00");
        meet(&t, &meeting, "sign", json!({})).await;
        assert_eq!(t.case(&id).await["state"], "referred_up");

        // 10月11日：市级答复，同意纳入统一计划，由区里落实；依答复交区市场监管局主办，不得再退
        t.at("2021-10-11T09:00:00+08:00");
        let reply = json!({ "document_number": "京营商函〔2021〕12号", "document_date": "2021-10-10",
                            "text": "同意纳入市级联合检查计划，由区市场监管局落实。",
                            "settlement": { "assign": { "to": { "main_unit": "qscjgj" } } } });
        give(&t, &id, "office", "record-reply", reply).await;
        let case = t.case(&id).await;
        assert_eq!((&case["state"], &case["due_date"]), (&json!("in_progress"), &json!("2021-10-18")));
        let again = json!({ "reason": "other_level", "basis": "属市级事权。" });
        t.command("handler.qscjgj", &id, "return", again).await.refused(409, "not_returnable");

        // 10月14日：再次反馈，已解决；发改委为商事牵头，由其回访、核查、总结
        t.at("2021-10-14T10:00:00+08:00");
        let solved = json!({ "solved": true, "done": "四季度五批检查并为一批。", "cause": "many_units",
                             "evidence": "联合检查计划" });
        give(&t, &id, "handler.qscjgj", "give-feedback", solved).await;
        t.at("2021-10-15T10:00:00+08:00");
        let verify = json!({ "finding": "检查批次降为一批。", "summary": "跨部门检查应在年初合并计划。" });
        t.command("handler.qscjgj", &id, "verify-solved", verify.clone()).await.refused(403, "role_may_not");
        t.command("lead.zw", &id, "verify-solved", verify.clone()).await.refused(404, "not_found");
        t.command("lead.ss", &id, "verify-solved", verify.clone()).await.refused(409, "callback_required");
        let satisfied = json!({ "reached": true, "solved": true, "satisfaction": "very_satisfied" });
        give(&t, &id, "lead.ss", "record-callback", satisfied).await;
        let mut unsummed = verify.clone();
        unsummed.as_object_mut().unwrap().remove("summary");
        t.command("lead.ss", &id, "verify-solved", unsummed).await.names_field("summary");
        give(&t, &id, "lead.ss", "verify-solved", verify).await;

        let case = t.case(&id).await;
        let end = (&case["state"], &case["closed"]["outcome"], &case["level"]);
        assert_eq!(end, (&json!("closed"), &json!("solved"), &json!(1)));
        assert_eq!(
            types(&t, &id).await,
            [
                "registered", "accepted", "opinion_requested", "opinion_given", "passed_on", "put_on_sheet",
                "dispatched", "received", "received", "received", "noted", "co_opinion_given", "overdue_noted",
                "co_opinion_given", "fed_back", "raised", "meeting_proposed", "submitted_to_meeting",
                "put_on_agenda", "resolved", "referred_up", "reply_recorded",
                "dispatched", "fed_back", "called_back", "verified_solved",
            ]
        );
        // 国庆假期不计：每个工作日只算在一个单位名下
        let days: u64 = custody(&case).iter().map(|(_, days)| days).sum();
        assert_eq!(days, 28);
        assert!(t.verify().is_sound());
    }

    /// 政务服务, plan §4.1 and §5: 网上办事大厅, 两次派错, 裁定, 延期先不同意后同意, 反馈, 回访未解决, 重办,
    /// 回访已解决但不满意.
    async fn a_citizen_s_matter_finds_its_unit_at_last(t: TestApp) {
        // 9月4日（周六）：网上提交，当日受理；周一窗口研判，转派发
        t.at("2021-09-04T20:00:00+08:00");
        let mut report = registration();
        report["channel"] = json!("online_hall");
        let receipt = t.post("online-hall", "/api/v1/cases", report).await.ok();
        let (id, number, code) = (text(&receipt["id"]), text(&receipt["number"]), text(&receipt["enquiry_code"]));
        t.at("2021-09-06T09:00:00+08:00");
        give(&t, &id, "lead.zw@intake/qzwfwj", "accept", json!({})).await;
        give(&t, &id, "lead.zw@intake/qzwfwj", "pass-on", json!({})).await;

        // 第一次：区住建委退回；第二次：区民政局沟通确认时不予确认
        t.dispatch("lead.zw", &[&id], "qzjw", &[]).await;
        t.at("2021-09-07T10:00:00+08:00");
        let not_ours = json!({ "reason": "not_our_duty", "basis": "三定方案", "proposed_unit": "rqjt" });
        give(&t, &id, "handler.qzjw", "return", not_ours).await;
        let sheet = t.drafted("lead.zw", &[&id], "qmzj", &[]).await;
        t.order("lead.zw", &sheet, "ask-confirmation", json!({})).await.ok();
        t.order("handler.qmzj", &sheet, "decline", json!({ "reason": "不属本单位职责。" })).await.ok();
        t.order("lead.zw", &sheet, "redraft", json!({ "to": { "main_unit": "rqjt" } })).await.ok();
        t.order("lead.zw", &sheet, "dispatch", json!({ "unconfirmed_reason": "急" })).await
            .refused(409, "ruling_required");

        // 牵头部门裁定：燃气集团主办，区城管委协办；不得再退
        t.at("2021-09-08T09:00:00+08:00");
        let ruling = json!({ "to": { "main_unit": "rqjt", "co_units": [{ "unit": "qcgw", "task": "督促统一口径。" }] },
                             "reason": "过户由燃气企业办理，主管部门配合。" });
        give(&t, &id, "lead.zw", "rule", ruling).await;
        let again = json!({ "reason": "not_our_duty", "basis": "无" });
        t.command("handler.rqjt", &id, "return", again).await.refused(409, "not_returnable");
        give(&t, &id, "handler.rqjt", "receive", json!({})).await;
        give(&t, &id, "handler.qcgw", "give-co-opinion", json!({ "opinion": "已发函。" })).await;

        // 期限9月15日。申请延期：先不同意；再申请：同意到9月24日，电话告知反映人
        t.at("2021-09-13T09:00:00+08:00");
        let asked = |until: &str, why: &str| json!({ "until": until, "reason": why });
        give(&t, &id, "handler.rqjt", "request-extension", asked("2021-10-15", "需等总公司批复。")).await;
        let decided = |granted: bool, why: &str| {
            json!({ "unit": "rqjt", "granted": granted, "reason": why, "reporter_told": granted.then_some("phone") })
        };
        give(&t, &id, "lead.zw2", "decide-extension", decided(false, "时间过长。")).await;
        assert_eq!(t.case(&id).await["due_date"], "2021-09-15");
        give(&t, &id, "handler.rqjt", "request-extension", asked("2021-09-24", "需上门核验管线。")).await;
        give(&t, &id, "lead.zw2", "decide-extension", decided(true, "确需上门。")).await;
        let case = t.case(&id).await;
        let main = case["assignments"].as_array().unwrap().iter().find(|a| a["unit"]["id"] == "rqjt").unwrap();
        assert_eq!((&main["due_date"], &main["original_due_date"]), (&json!("2021-09-24"), &json!("2021-09-15")));

        // 反馈；回访：还是不给办；退回重办；再反馈
        t.at("2021-09-17T10:00:00+08:00");
        let done = |what: &str| json!({ "solved": true, "done": what, "cause": "guide_unclear", "evidence": "工单" });
        give(&t, &id, "handler.rqjt", "give-feedback", done("已通知营业厅受理。")).await;
        let said = |solved: bool, satisfaction: &str| json!({ "reached": true, "solved": solved, "satisfaction": satisfaction });
        give(&t, &id, "lead.zw2", "record-callback", said(false, "very_dissatisfied")).await;
        let verify = json!({ "finding": "属实。" });
        t.command("lead.zw2", &id, "verify-solved", verify.clone()).await.refused(409, "callback_says_unsolved");
        give(&t, &id, "lead.zw2", "send-back", json!({ "reason": "营业厅仍不受理。", "working_days": 3 })).await;
        t.at("2021-09-22T10:00:00+08:00");
        give(&t, &id, "handler.rqjt", "give-feedback", done("已上门办结过户。")).await;

        // 回访：解决了，但跑了五趟，不满意。办结；由另一人五个工作日内答复
        t.at("2021-09-23T10:00:00+08:00");
        give(&t, &id, "lead.zw2", "record-callback", said(true, "dissatisfied")).await;
        give(&t, &id, "lead.zw2", "verify-solved", verify).await;
        let case = t.case(&id).await;
        assert_eq!(case["closed"]["outcome"], "solved");
        assert_eq!(case["dissatisfaction"]["due_date"], "2021-09-29", "中秋调休，9月26日（周日）上班");
        let answer = json!({ "answer": "已致歉，并修改营业厅告知单。" });
        t.command("lead.zw2", &id, "answer-dissatisfaction", answer.clone()).await.refused(403, "segregation");
        give(&t, &id, "lead.zw", "answer-dissatisfaction", answer).await;

        // 反映人凭编号和查询码看到全过程，没有经办人姓名
        let uri = format!("/api/v1/public/cases/{number}?code={code}");
        let seen = t.send(actix_web::test::TestRequest::get().uri(&uri)).await.ok();
        assert_eq!(seen["outcome"], "solved");
        let told: Vec<&str> = seen["steps"].as_array().unwrap().iter().map(|s| s["what"].as_str().unwrap()).collect();
        assert!(told.contains(&"已裁定承办单位") && told.contains(&"办理期限已延长"), "{told:?}");
        assert!(t.verify().is_sound());
    }
}
