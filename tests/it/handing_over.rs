//! Into other hands before any unit works on it: another window or butler, back to
//! intake, the other sector.

use serde_json::{Value, json};

use crate::support::api::{custody, feedback, text};
use crate::support::{Answer, TestApp, both};

async fn hand_over(t: &TestApp, who: &str, id: &str, unit: &str) -> Answer {
    t.command(who, id, "hand-over", json!({ "unit": unit, "reason": "由其受理更便利。" })).await
}

fn where_it_is(case: &Value) -> (String, String) {
    (text(&case["state"]), text(&case["holder_unit"]["id"]))
}

fn at(state: &str, unit: &str) -> (String, String) {
    (state.to_owned(), unit.to_owned())
}

fn too_simple() -> Value {
    json!({ "reason": "too_simple", "explanation": "窗口核对公证书即可当场办理。" })
}

fn reason() -> Value {
    json!({ "reason": "所涉为企业登记，属商事服务。" })
}

fn sector(code: &str) -> Value {
    json!({ "sector": code, "reason": "以所办事项为准。" })
}

both! {
    /// 移交: from a window to a butler and back; who handed it over keeps reading.
    async fn a_window_hands_over_to_a_butler_and_back(t: TestApp) {
        let id = t.registered().await;
        hand_over(&t, "intake.dt_jingshan", &id, "zjfwgj").await.refused(404, "not_found");
        hand_over(&t, "handler.qzjw", &id, "zjfwgj").await.refused(403, "role_may_not");
        hand_over(&t, "intake", &id, "no_such_unit").await.names_field("unit");
        hand_over(&t, "intake", &id, "dt_qzwfw").await.names_field("unit");
        // 领导小组、没有受理岗位的单位，没有人看得到
        for nobody_there in ["ldxz", "ldxzb", "qzjw", "zgj"] {
            let told = hand_over(&t, "intake", &id, nobody_there).await.names_field("unit");
            assert_eq!(told["errors"][0]["message"], "该单位没有窗口、驻企专员或管家，移交后无人受理", "{nobody_there}");
        }
        t.command("intake", &id, "hand-over", json!({ "unit": "zjfwgj" })).await.names_field("reason");
        t.get("butler", &format!("/api/v1/cases/{id}")).await.refused(404, "not_found");

        t.at("2021-09-02T10:00:00+08:00");
        hand_over(&t, "intake", &id, "zjfwgj").await.ok();
        let case = t.case(&id).await;
        assert_eq!(where_it_is(&case), at("registered", "zjfwgj"));
        assert_eq!(
            (&case["receiving_unit"]["id"], &case["butler_unit"]["id"], &case["source_unit"]["id"]),
            (&json!("zjfwgj"), &json!("zjfwgj"), &json!("dt_qzwfw"))
        );
        assert_eq!(t.told("intake", &id, "accept").await, "not_yours", "it reads on, and no more");
        hand_over(&t, "intake", &id, "dt_jingshan").await.refused(403, "not_yours");
        let last = t.history(&id).await.pop().unwrap();
        assert_eq!((&last["type"], &last["texts"]["reason"]), (&json!("handed_over"), &json!("由其受理更便利。")));

        // 管家受理后发现应由街道大厅受理：移交后从头研判，级别不降
        t.command("butler", &id, "accept", json!({})).await.ok();
        t.at("2021-09-03T10:00:00+08:00");
        hand_over(&t, "resident", &id, "dt_jingshan").await.ok();
        let case = t.case(&id).await;
        assert_eq!(where_it_is(&case), at("registered", "dt_jingshan"));
        assert_eq!((&case["butler_unit"], &case["level"]), (&Value::Null, &json!(3)));
        assert_eq!(custody(&case), [("zjfwgj", 1), ("dt_jingshan", 1)]);
        for who in ["intake", "butler", "resident", "intake.dt_jingshan"] {
            t.get(who, &format!("/api/v1/cases/{id}")).await.ok();
        }
        t.command("butler", &id, "accept", json!({})).await.refused(403, "not_yours");

        // 牵头部门也可以移交本领域的；已转派发、征求意见中的不能
        t.command("intake.dt_jingshan", &id, "accept", json!({})).await.ok();
        hand_over(&t, "lead.ss", &id, "dt_qzwfw").await.refused(404, "not_found");
        hand_over(&t, "lead.zw", &id, "dt_qzwfw").await.ok();
        assert_eq!(where_it_is(&t.case(&id).await), at("registered", "dt_qzwfw"));
        let question = json!({ "unit": "qzjw", "question": "是否符合过户条件？" });
        t.command("intake", &id, "request-opinion", question).await.ok();
        hand_over(&t, "intake", &id, "zjfwgj").await.only_in(&["registered", "accepted"]);
        t.command("intake", &id, "recall-opinion", json!({ "reason": "已问清。" })).await.ok();
        t.command("intake", &id, "accept", json!({})).await.ok();
        t.command("intake", &id, "pass-on", json!({})).await.ok();
        hand_over(&t, "lead.zw", &id, "zjfwgj").await.only_in(&["registered", "accepted"]);
        let report = t.verify();
        assert!(report.is_sound(), "{report}");
    }

    /// 退回受理: the lead gives back what is too simple or unclear; the sheet loses it.
    async fn the_lead_gives_back_what_can_be_done_at_once(t: TestApp) {
        let (id, stays) = (t.awaiting_dispatch().await, t.awaiting_dispatch().await);
        let sheet = t.drafted("lead.zw", &[&id, &stays], "qzjw", &[]).await;
        let give = async |who: &str, body| t.command(who, &id, "return-to-intake", body).await;
        give("intake", too_simple()).await.refused(403, "role_may_not");
        give("office", too_simple()).await.refused(403, "role_may_not");
        give("lead.ss", too_simple()).await.refused(404, "not_found");
        give("lead.zw", json!({ "reason": "dislike", "explanation": "不想办。" })).await.names_field("reason");
        give("lead.zw", json!({ "reason": "facts_missing" })).await.names_field("explanation");
        give("lead.zw", too_simple()).await.ok();
        let case = t.case(&id).await;
        assert_eq!(where_it_is(&case), at("registered", "dt_qzwfw"));
        assert_eq!((&case["level"], &case["work_order"]), (&json!(2), &Value::Null), "the level is never lowered");
        assert_eq!(case["targets"][0]["met_at"], "2021-09-01T09:00:00+08:00");
        let rows = t.sheet(&sheet).await["rows"].as_array().unwrap().clone();
        assert_eq!(rows.iter().map(|row| &row["case"]).collect::<Vec<_>>(), [&json!(stays)]);
        give("lead.zw", too_simple()).await.only_in(&["awaiting_dispatch"]);

        // 窗口当场办结，或补齐后再转
        t.command("intake", &id, "accept", json!({})).await.ok();
        t.command("intake", &id, "pass-on", json!({})).await.ok();
        assert_eq!(where_it_is(&t.case(&id).await), at("awaiting_dispatch", "qzwfwj"));
        give("lead.zw2", json!({ "reason": "facts_missing", "explanation": "缺继承公证书。" })).await.ok();
        t.command("intake", &id, "accept", json!({})).await.ok();
        t.command("intake", &id, "solve-on-the-spot", json!({ "answer": "已当场核对办理。" })).await.ok();
        assert_eq!(t.case(&id).await["closed"]["outcome"], "solved");

        // 商事服务：退给管家
        let business = t.business_awaiting_dispatch().await;
        t.command("butler", &business, "return-to-intake", too_simple()).await.refused(403, "role_may_not");
        t.command("lead.ss", &business, "return-to-intake", too_simple()).await.ok();
        assert_eq!(where_it_is(&t.case(&business).await), at("registered", "zjfwgj"));
        let report = t.verify();
        assert!(report.is_sound(), "{report}");
    }

    /// 移交领域, once; a dispute is the office's to rule on, and that binds.
    async fn a_case_changes_its_sector_once_then_the_office_rules(t: TestApp) {
        let id = t.awaiting_dispatch().await;
        let sheet = t.drafted("lead.zw", &[&id], "qzjw", &[]).await;
        let hand = async |who: &str| t.command(who, &id, "hand-over-sector", reason()).await;
        let rule = async |who: &str, to: &str| t.command(who, &id, "rule-sector", sector(to)).await;
        hand("intake").await.refused(403, "role_may_not");
        hand("lead.ss").await.refused(404, "not_found");
        t.command("lead.zw", &id, "hand-over-sector", json!({})).await.names_field("reason");
        rule("office", "business_service").await.refused(409, "nothing_pending");
        assert_eq!(t.told("office", &id, "rule_sector").await, "nothing_pending");
        hand("lead.zw").await.ok();
        let case = t.case(&id).await;
        assert_eq!(where_it_is(&case), at("awaiting_dispatch", "qfgw"));
        assert_eq!((&case["sector"], &case["work_order"]), (&json!("business_service"), &Value::Null));
        assert_eq!(t.sheet(&sheet).await["rows"], json!([]));

        // 移交的牵头部门仍可查看，不能再办；接手的不能再推回
        t.get("lead.zw", &format!("/api/v1/cases/{id}")).await.ok();
        assert_eq!(t.told("lead.zw", &id, "dispatch").await, "not offered");
        hand("lead.zw").await.refused(403, "not_yours");
        assert_eq!(t.told("lead.ss", &id, "hand_over_sector").await, "sector_fixed");
        hand("lead.ss").await.refused(409, "sector_fixed");
        rule("lead.ss", "government_service").await.refused(403, "role_may_not");

        // 有争议，区营商办裁定，一次为限
        t.command("office", &id, "rule-sector", json!({ "sector": "somewhere", "reason": "无" })).await.names_field("sector");
        rule("office", "government_service").await.ok();
        let case = t.case(&id).await;
        assert_eq!(where_it_is(&case), at("awaiting_dispatch", "qzwfwj"));
        rule("office2", "business_service").await.refused(409, "sector_fixed");
        hand("lead.zw").await.refused(409, "sector_fixed");
        let kinds: Vec<String> = t.history(&id).await.iter().map(|e| text(&e["type"])).collect();
        assert_eq!(kinds[kinds.len() - 2..], ["sector_handed_over", "sector_ruled"]);

        // 裁定有约束力：退回受理后也不能更正领域，其他内容可以
        t.command("lead.zw", &id, "return-to-intake", too_simple()).await.ok();
        let to_business = json!({ "sector": "business_service" });
        t.command("intake", &id, "correct", to_business).await.refused(409, "sector_fixed");
        let same = json!({ "sector": "government_service", "matter_name": "燃气过户" });
        t.command("intake", &id, "correct", same).await.ok();
        t.command("intake", &id, "accept", json!({})).await.ok();
        t.command("intake", &id, "pass-on", json!({})).await.ok();
        t.dispatch("lead.zw", &[&id], "qzjw", &[]).await;
        hand("lead.zw").await.only_in(&["awaiting_dispatch"]);
        rule("office", "business_service").await.only_in(&["awaiting_dispatch"]);
        t.command("handler.qzjw", &id, "give-feedback", feedback()).await.ok();
        assert_eq!(where_it_is(&t.case(&id).await), at("awaiting_verification", "qzwfwj"));

        // 管家的事项移交政务服务，即由该领域牵头部门派发；裁定回来，又由管家派发
        let business = t.business_awaiting_dispatch().await;
        t.command("butler", &business, "hand-over-sector", reason()).await.refused(403, "role_may_not");
        t.command("lead.ss", &business, "hand-over-sector", reason()).await.ok();
        assert_eq!(where_it_is(&t.case(&business).await), at("awaiting_dispatch", "qzwfwj"));
        assert_eq!(t.told("butler", &business, "dispatch").await, "not_yours");
        t.command("office", &business, "rule-sector", sector("business_service")).await.ok();
        assert_eq!(where_it_is(&t.case(&business).await), at("awaiting_dispatch", "zjfwgj"));
        assert_eq!(t.told("butler", &business, "dispatch").await, "allowed");
        let report = t.verify();
        assert!(report.is_sound(), "{report}");
    }

    /// A ruling that is due stays due in the other sector: its lead rules, not a butler.
    async fn a_ruling_that_is_due_goes_along(t: TestApp) {
        let id = t.business_awaiting_dispatch().await;
        for unit in ["qscjgj", "qyjj"] {
            let who = if unit == "qscjgj" { "butler" } else { "lead.ss" };
            t.dispatch(who, &[&id], unit, &[]).await;
            let basis = json!({ "reason": "other_unit_leads", "basis": "三定方案" });
            t.command(&format!("handler.{unit}"), &id, "return", basis).await.ok();
        }
        t.command("lead.ss", &id, "hand-over-sector", reason()).await.ok();
        assert_eq!(t.told("lead.zw", &id, "dispatch").await, "ruling_required");
        t.command("office", &id, "rule-sector", sector("business_service")).await.ok();
        assert_eq!(where_it_is(&t.case(&id).await), at("awaiting_dispatch", "qfgw"), "not the butler's");
        let to = json!({ "to": { "main_unit": "qscjgj" }, "reason": "检查由其牵头。" });
        t.command("lead.ss", &id, "rule", to).await.ok();
        assert_eq!(where_it_is(&t.case(&id).await), at("in_progress", "qscjgj"));
        assert!(t.verify().is_sound());
    }
}
