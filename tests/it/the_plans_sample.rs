//! The sample of the plan's own form (A2), from registration to closing, as it stands there.

use serde_json::json;

use crate::support::api::text;
use crate::support::both;

both! {
    /// Registered on 2021-09-01, due on 2021-09-08, solved, verified, called back, closed.
    async fn the_plans_sample_goes_the_whole_way(t: TestApp) {
        // 受理时间 2021.9.1：窗口登记
        t.at("2021-09-01T09:30:00+08:00");
        let receipt = t.post("intake", "/api/v1/cases", json!({
            "channel": "district_hall",
            "reporter": { "kind": "institution", "name": "样例单位", "contact_person": "甄样", "phone": "13800000001" },
            "matter_name": "法人或者其他组织需要利用XX成果审批",
            "failure": "not_accepted",
            "failure_reason": "办事人未进行网上申报，提交的XX表格中申请人未签字。",
            "problem": "该事项未开通线下窗口申报渠道。办事指南未明确要求申请人需事先登录XX系统（地址：http：XXXXXXXX，\
                        填写信息并上传相关申请材料（涉密材料请勿在网上提交，请直接联系业务处室）完成申报后，再到大厅办理。",
        })).await.ok();
        assert_eq!(receipt["number"], "2021-0001");
        assert_eq!(text(&receipt["enquiry_code"]).len(), 8);
        let id = text(&receipt["id"]);

        // 受理，非当场可解决，转派发
        t.command("intake", &id, "accept", json!({})).await.ok();
        t.command("intake", &id, "pass-on", json!({})).await.ok();
        assert_eq!(t.case(&id).await["state"], "awaiting_dispatch");

        // 牵头部门与责任单位沟通确认，派发工作单
        let sheet = t.drafted("lead.zw", &[&id], "qwhlyj", &[]).await;
        t.order("lead.zw", &sheet, "ask-confirmation", json!({})).await.ok();
        t.order("handler.qwhlyj", &sheet, "confirm", json!({})).await.ok();
        t.at("2021-09-01T10:00:00+08:00");
        t.order("lead.zw", &sheet, "dispatch", json!({})).await.ok();

        // 工作单：编号、受理时间、完成时限如样表
        let form = t.get("handler.qwhlyj", &format!("/api/v1/work-orders/{sheet}")).await.ok();
        assert_eq!(form["sector"], "government_service");
        assert_eq!(form["main_unit"]["name"], "区文化和旅游局");
        let row = &form["rows"][0];
        assert_eq!(row["number"], "2021-0001");
        assert_eq!(row["accepted_on"], "2021-09-01");
        assert_eq!(row["due_on"], "2021-09-08");
        assert!(text(&row["problem"]).contains("（地址：http：XXXXXXXX，"), "sample text is kept as typed");
        let case = t.case(&id).await;
        assert_eq!((&case["state"], &case["level"], &case["due_date"]), (&json!("in_progress"), &json!(2), &json!("2021-09-08")));

        // 责任单位签收，5个工作日内反馈
        t.at("2021-09-02T09:00:00+08:00");
        t.command("handler.qwhlyj", &id, "receive", json!({})).await.ok();
        t.at("2021-09-08T17:00:00+08:00");
        t.command("handler.qwhlyj", &id, "give-feedback", json!({
            "solved": true,
            "done": "已开通线下窗口申报渠道，修改办事指南。",
            "cause": "guide_unclear",
            "evidence": "办事指南修改前后对照",
        })).await.ok();

        // 牵头部门核查，回访，办结
        t.at("2021-09-09T10:00:00+08:00");
        t.command("lead.zw2", &id, "verify-solved", json!({ "finding": "属实" })).await
            .refused(409, "callback_required");
        t.command("lead.zw2", &id, "record-callback", json!({
            "reached": true, "solved": true, "satisfaction": "very_satisfied", "opinion": "希望指南写得更清楚。",
        })).await.ok();
        t.command("lead.zw2", &id, "verify-solved", json!({ "finding": "渠道已开通，指南已改。" })).await.ok();

        // 整个经过都读得回来
        let case = t.case(&id).await;
        assert_eq!((&case["state"], &case["closed"]["outcome"]), (&json!("closed"), &json!("solved")));
        assert_eq!(case["assignments"][0]["late"], false);
        let history = t.get("auditor", &format!("/api/v1/cases/{id}/history")).await.ok();
        let items = history["items"].as_array().unwrap();
        let types: Vec<&str> = items.iter().map(|item| item["type"].as_str().unwrap()).collect();
        assert_eq!(types, [
            "registered", "accepted", "passed_on", "put_on_sheet", "dispatched", "received", "fed_back", "called_back",
            "verified_solved",
        ]);
        assert_eq!(items[0]["at"], "2021-09-01T09:30:00+08:00");
        assert_eq!(items[7]["texts"]["opinion"], "希望指南写得更清楚。");
        assert_eq!(items[7]["by"]["name"], "欧阳核查");
        assert_eq!(t.sheet(&sheet).await["state"], "settled");

        // 经办时长合计为事项的工作日数：9月2日至9日
        let days: u64 = case["custody"].as_array().unwrap().iter().map(|c| c["working_days"].as_u64().unwrap()).sum();
        assert_eq!(days, 6);

        let report = t.verify();
        assert!(report.is_sound(), "{report}");
    }
}
