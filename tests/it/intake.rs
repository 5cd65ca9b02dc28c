//! Taking a problem in (plan §5.1): registering, putting right, asking whether it conforms, and
//! what the window itself can end.

use serde_json::{Value, json};

use crate::support::api::{business_registration, custody, registration, text};
use crate::support::{TestApp, both};

/// The registration with one thing changed.
fn with(field: &str, value: Value) -> Value {
    let mut body = registration();
    body[field] = value;
    body
}

async fn register(t: &TestApp, who: &str, body: Value) -> Value {
    let id = text(&t.post(who, "/api/v1/cases", body).await.ok()["id"]);
    t.case(&id).await
}

both! {
    /// Sector, units and time follow from who registers and how it came in.
    async fn a_registration_fills_in_what_is_not_said(t: TestApp) {
        // 窗口：政务服务，由本窗口受理
        let case = register(&t, "intake", registration()).await;
        assert_eq!(
            (&case["number"], &case["state"], &case["level"]),
            (&json!("2021-0001"), &json!("registered"), &Value::Null)
        );
        assert_eq!(case["sector"], "government_service");
        for unit in ["holder_unit", "receiving_unit", "source_unit"] {
            assert_eq!(case[unit]["id"], "dt_qzwfw", "{unit}");
        }
        assert_eq!(
            (&case["accepted_at"], &case["registered_at"]),
            (&json!("2021-09-01T09:00:00+08:00"), &json!("2021-09-01T09:00:00+08:00"))
        );
        assert_eq!((&case["butler_unit"], &case["due_date"]), (&Value::Null, &Value::Null));

        // 企业到窗口反映，窗口可定为商事服务
        let case = register(&t, "intake", with("sector", json!("business_service"))).await;
        assert_eq!((&case["number"], &case["sector"]), (&json!("2021-0002"), &json!("business_service")));

        // 管家、驻企专员：商事服务，在管家团
        let mut visit = business_registration();
        let by_butler = register(&t, "butler", visit.clone()).await;
        visit["channel"] = json!("resident_butler");
        let by_resident = register(&t, "resident", visit).await;
        for case in [by_butler, by_resident] {
            assert_eq!(case["sector"], "business_service");
            assert_eq!((&case["butler_unit"]["id"], &case["holder_unit"]["id"]), (&json!("zjfwgj"), &json!("zjfwgj")));
        }

        // 网上办事大厅：由区政务服务局受理，窗口不可见
        let online = register(&t, "online-hall", with("channel", json!("online_hall"))).await;
        assert_eq!(
            (&online["sector"], &online["receiving_unit"]["id"]),
            (&json!("government_service"), &json!("qzwfwj"))
        );
        let id = text(&online["id"]);
        t.get("intake", &format!("/api/v1/cases/{id}")).await.refused(404, "not_found");
        t.command("online-hall", &id, "accept", json!({})).await.refused(403, "role_may_not");
        t.command("lead.zw@intake/qzwfwj", &id, "accept", json!({})).await.ok();
        assert_eq!(t.case(&id).await["holder_unit"]["id"], "qzwfwj");
        let elsewhere = t.post("online-hall", "/api/v1/cases", json!({
            "receiving_unit": "dt_dongsi", "channel": "suggestion_platform", "reporter": { "kind": "person" },
            "matter_name": "老楼加装电梯备案", "failure": "not_approved", "failure_reason": "无人受理。", "problem": "无窗口。",
        })).await.ok();
        t.command("intake.dt_dongsi", &text(&elsewhere["id"]), "accept", json!({})).await.ok();

        // 各岗位只登记自己的途径，不登记到别的单位
        for (who, body, field) in [
            ("intake", with("channel", json!("butler")), "channel"),
            ("butler", registration(), "channel"),
            ("resident", business_registration(), "channel"),
            ("online-hall", registration(), "channel"),
            ("intake", with("receiving_unit", json!("dt_dongsi")), "receiving_unit"),
            ("intake", with("source_unit", json!("no_such_hall")), "source_unit"),
            ("intake", with("matter_name", json!("办")), "matter_name"),
            ("intake", with("repeat_of", json!(id)), "repeat_of"),
        ] {
            t.post(who, "/api/v1/cases", body).await.names_field(field);
        }
        t.post("handler.qzjw", "/api/v1/cases", registration()).await.refused(403, "role_may_not");
        t.post("lead.zw", "/api/v1/cases", registration()).await.refused(403, "role_may_not");
    }

    /// 受理时间 may precede registration by 5 working days, and never lies in the future.
    async fn a_late_registration_says_why(t: TestApp) {
        // 9月18日（周六）补班，19日至21日中秋放假，26日（周日）补班：18日至27日恰隔5个工作日
        t.at("2021-09-27T09:00:00+08:00");
        let accepted = |at: &str, reason: Option<&str>| {
            let mut body = with("accepted_at", json!(at));
            body["late_reason"] = json!(reason);
            body
        };
        let reason = Some("大厅系统停机，先行手工受理。");
        let post = async |body| t.post("intake", "/api/v1/cases", body).await;
        post(accepted("2021-09-27T09:00:01+08:00", reason)).await.names_field("accepted_at");
        post(accepted("2021-09-17T23:59:59+08:00", reason)).await.names_field("accepted_at");
        post(accepted("2021-09-26T16:00:00+08:00", None)).await.names_field("late_reason");

        let same_day = register(&t, "intake", accepted("2021-09-27T08:00:00+08:00", None)).await;
        assert_eq!(same_day["accepted_at"], "2021-09-27T08:00:00+08:00");
        assert_eq!(custody(&same_day), []);

        let late = register(&t, "intake", accepted("2021-09-18T10:00:00+08:00", reason)).await;
        assert_eq!((&late["accepted_at"], &late["late_reason"]), (&json!("2021-09-18T10:00:00+08:00"), &json!(reason)));
        assert_eq!(late["registered_at"], "2021-09-27T09:00:00+08:00");
        assert_eq!(custody(&late), [("dt_qzwfw", 5)], "days before registration are the registering unit's");

        // 更正受理时间同样受限，且仍以登记时为准
        let id = text(&same_day["id"]);
        let correct = async |at: &str| t.command("intake", &id, "correct", json!({ "accepted_at": at })).await;
        correct("2021-09-27T10:00:00+08:00").await.names_field("accepted_at");
        correct("2021-09-24T10:00:00+08:00").await.names_field("late_reason");
        let body = json!({ "accepted_at": "2021-09-24T10:00:00+08:00", "late_reason": reason });
        t.command("intake", &id, "correct", body).await.ok();
        assert_eq!(custody(&t.case(&id).await), [("dt_qzwfw", 2)]);
    }

    /// While it is at intake everything can be put right; what was there before stays in the log.
    async fn what_is_put_right_stays_readable_as_it_was(t: TestApp) {
        let id = t.registered().await;
        let correct = async |who: &str, body| t.command(who, &id, "correct", body).await;
        correct("intake", json!({})).await.refused(422, "invalid_value");
        correct("intake", json!({ "channel": "resident_butler" })).await.names_field("channel");
        correct("lead.zw", json!({ "matter_name": "燃气过户" })).await.refused(403, "role_may_not");
        correct("intake.dt_dongsi", json!({ "matter_name": "燃气过户" })).await.refused(404, "not_found");
        correct("intake", json!({
            "matter_name": "燃气过户（继承）", "problem": "营业厅不认公证书。", "channel": "professional_hall", "cause": "passed_on",
        })).await.ok();
        let case = t.case(&id).await;
        assert_eq!((&case["matter_name"], &case["channel"]), (&json!("燃气过户（继承）"), &json!("professional_hall")));
        assert_eq!((&case["problem"], &case["cause"]), (&json!("营业厅不认公证书。"), &json!("passed_on")));
        assert_eq!(case["failure_reason"], registration()["failure_reason"], "what isn't named stays");
        let history = t.history(&id).await;
        assert_eq!(history[0]["data"]["matter_name"], "居民用户燃气过户");
        assert_eq!(history[0]["texts"]["problem"], registration()["problem"]);
        assert_eq!(
            (&history[1]["type"], &history[1]["texts"]["problem"]),
            (&json!("corrected"), &json!("营业厅不认公证书。"))
        );

        // 联系方式：经办人和登记人可改；类别和是否保密不可
        let reporter = |phone: &str| json!({ "reporter": { "kind": "person", "name": "甄样", "phone": phone } });
        let contact = async |who: &str, body| t.command(who, &id, "correct-contact", body).await;
        let reveal =
            async |who: &str| t.post(who, &format!("/api/v1/cases/{id}/reveal"), json!({ "field": "phone" })).await;
        contact("intake", reporter("13800000002")).await.ok();
        assert_eq!(reveal("intake").await.ok()["value"], "13800000002");
        let company = json!({ "reporter": { "kind": "company", "name": "北京样例科技有限公司" } });
        contact("intake", company).await.names_field("reporter.kind");
        let hidden = json!({ "reporter": { "kind": "person", "name": "甄样", "confidential": true } });
        contact("intake", hidden).await.names_field("reporter.confidential");
        contact("intake", json!({ "reporter": { "kind": "person", "name": "甄*" } }))
            .await
            .names_field("reporter.name");

        // 类别、是否保密、来源单位、原事项：在受理环节更正，反映人信息一并重填
        let earlier = t.registered().await;
        let company = json!({ "kind": "company", "name": "北京样例科技有限公司", "phone": "13800000002" });
        for (body, path) in [
            (json!({ "source_unit": "no_such_unit" }), "source_unit"),
            (json!({ "repeat_of": "2021-0099" }), "repeat_of"),
            (json!({ "repeat_of": case["number"] }), "repeat_of"),
            (json!({ "reporter": { "kind": "person", "name": "甄*" } }), "reporter.name"),
        ] {
            correct("intake", body).await.names_field(path);
        }
        correct("intake", json!({ "reporter": company, "source_unit": "dt_dongsi", "repeat_of": "2021-0002" })).await.ok();
        let case = t.case(&id).await;
        assert_eq!(
            (&case["reporter"]["kind"], &case["reporter"]["name"], &case["source_unit"]["id"], &case["repeat_of"]),
            (&json!("company"), &json!("北京样例科技有限公司"), &json!("dt_dongsi"), &json!(earlier))
        );
        assert_eq!(case["reporter"]["has_account"], true, "what isn't named stays");
        let listed = async || {
            let list = t.get("office", "/api/v1/cases").await.ok();
            let found = list["items"].as_array().unwrap().iter().find(|item| item["id"] == id).cloned().unwrap();
            found["reporter"]["name"].clone()
        };
        assert_eq!(listed().await, "北京样例科技有限公司");
        let hidden = json!({ "kind": "person", "name": "甄样", "phone": "13800000002", "confidential": true });
        correct("intake", json!({ "reporter": hidden })).await.ok();
        let reporter_now = t.case(&id).await["reporter"].clone();
        assert_eq!((&reporter_now["confidential"], &reporter_now["name"]), (&json!(true), &json!("甄*")));
        assert_eq!(listed().await, "甄*", "a person's name is masked, whatever it was taken for");
        let open = json!({ "kind": "person", "name": "甄样", "phone": "13800000002" });
        correct("intake", json!({ "reporter": open })).await.ok();

        // 转派发以后，更正不再允许；联系方式和材料仍可由登记人、经办人补正
        t.command("intake", &id, "accept", json!({})).await.ok();
        correct("intake", json!({ "needs_municipal_coordination": true })).await.ok();
        t.command("intake", &id, "pass-on", json!({})).await.ok();
        correct("intake", json!({ "matter_name": "燃气过户" })).await.only_in(&["registered", "accepted"]);
        assert_eq!(t.told("intake", &id, "correct").await, "wrong_state");
        contact("intake", reporter("13800000003")).await.ok();
        contact("lead.zw", reporter("13800000004")).await.ok();
        t.dispatch("lead.zw", &[&id], "rqjt", &["qzjw"]).await;
        contact("handler.rqjt", reporter("13800000005")).await.ok();
        contact("handler.qzjw", reporter("13800000006")).await.refused(403, "not_yours");
        assert_eq!(reveal("handler.rqjt").await.ok()["value"], "13800000005");
        reveal("handler.qzjw").await.refused(403, "not_yours");

        // 补充材料、记事：首次联系只记一次
        let material = json!({ "description": "补交继承公证书复印件。" });
        t.command("intake", &id, "add-material", material.clone()).await.ok();
        t.command("handler.qzjw", &id, "add-material", material.clone()).await.refused(403, "not_yours");
        let note = async |who: &str, kind: &str| {
            t.command(who, &id, "note", json!({ "kind": kind, "text": "已电话联系。" })).await
        };
        note("handler.qzjw", "general").await.ok();
        assert_eq!(t.case(&id).await["contacted_at"], Value::Null);
        t.at("2021-09-01T11:00:00+08:00");
        note("handler.rqjt", "contacted").await.ok();
        t.at("2021-09-01T15:00:00+08:00");
        note("lead.zw", "contacted").await.ok();
        assert_eq!(t.case(&id).await["contacted_at"], "2021-09-01T11:00:00+08:00");
        note("handler.qcgw", "general").await.refused(404, "not_found");

        let types: Vec<String> = t.history(&id).await.iter().map(|e| text(&e["type"])).collect();
        let counted = |kind: &str| types.iter().filter(|t| *t == kind).count();
        assert_eq!(
            (counted("corrected"), counted("contact_corrected"), counted("noted"), counted("revealed")),
            (5, 4, 3, 2)
        );
        let report = t.verify();
        assert!(report.is_sound(), "{report}");
    }

    /// 符合性判断 (plan A1): asked, answered, declined, recalled; and what a negative one means.
    async fn a_unit_is_asked_whether_the_request_conforms(t: TestApp) {
        // 周五征求意见：周六（18日）补班，中秋三天放假，第二个工作日是22日
        t.at("2021-09-17T16:00:00+08:00");
        let id = text(
            &t.post("resident", "/api/v1/cases", {
                let mut visit = business_registration();
                visit["channel"] = json!("resident_butler");
                visit
            })
            .await
            .ok()["id"],
        );
        let ask = json!({ "unit": "qscjgj", "question": "该企业是否符合合并检查的条件？" });
        let request = async |who: &str, body| t.command(who, &id, "request-opinion", body).await;
        request("resident", ask.clone()).await.refused(403, "role_may_not");
        request("butler", json!({ "unit": "no_such_unit", "question": "？" })).await.names_field("unit");
        request("butler", ask.clone()).await.ok();
        let case = t.case(&id).await;
        assert_eq!((&case["state"], &case["holder_unit"]["id"]), (&json!("under_review"), &json!("qscjgj")));
        assert_eq!((&case["due_date"], &case["light"]), (&json!("2021-09-22"), &json!("green")));
        assert_eq!(case["opinion_request"]["asked_by"]["id"], "zjfwgj");
        assert_eq!(case["opinion_request"]["question"], ask["question"]);

        // 此时只有被征求单位可答，只有征求的单位可撤回
        let opinion = |conforms: bool| json!({ "conforms": conforms, "provision": "《优化营商环境条例》第五十四条", "reason": "可合并。" });
        let give = async |who: &str, conforms: bool| t.command(who, &id, "give-opinion", opinion(conforms)).await;
        give("butler", true).await.refused(403, "role_may_not");
        give("handler.qjw", true).await.refused(404, "not_found");
        t.command("butler", &id, "accept", json!({})).await.only_in(&["registered"]);
        t.command("handler.qscjgj", &id, "recall-opinion", json!({ "reason": "误" }))
            .await
            .refused(403, "role_may_not");
        t.command("butler", &id, "recall-opinion", json!({ "reason": "问错了单位。" })).await.ok();
        let case = t.case(&id).await;
        assert_eq!(
            (&case["state"], &case["holder_unit"]["id"], &case["opinion_request"]),
            (&json!("registered"), &json!("zjfwgj"), &Value::Null)
        );
        let known = t.get("handler.qscjgj", &format!("/api/v1/cases/{id}")).await.ok();
        assert!(known["read_until"].is_string(), "it keeps what it was asked, and no more");

        // 受理后再问，不予判断则回到受理；级别不因征求意见改变
        t.command("resident", &id, "accept", json!({})).await.ok();
        request("butler", ask.clone()).await.ok();
        t.command("handler.qscjgj", &id, "decline-opinion", json!({ "reason": "不属本单位职责。" })).await.ok();
        let case = t.case(&id).await;
        assert_eq!((&case["state"], &case["level"], &case["opinions"]), (&json!("accepted"), &json!(3), &json!([])));
        t.command("butler", &id, "pass-on", json!({})).await.refused(409, "opinion_required");

        // 逾期的意见仍可提交；不符合的，须说明理由才可转派发，且只由牵头部门派发
        request("butler", ask).await.ok();
        t.at("2021-09-18T00:00:00+08:00");
        assert_eq!(t.case(&id).await["light"], "amber", "the last working day before the deadline's");
        t.at("2021-09-22T23:59:59+08:00");
        assert_eq!(t.case(&id).await["light"], "amber");
        t.at("2021-09-23T00:00:00+08:00");
        assert_eq!(t.case(&id).await["light"], "red");
        give("handler.qscjgj", false).await.ok();
        let case = t.case(&id).await;
        assert_eq!((&case["state"], &case["opinions"][0]["conforms"]), (&json!("accepted"), &json!(false)));
        assert_eq!(case["opinions"][0]["provision"], opinion(false)["provision"]);
        t.command("resident", &id, "pass-on", json!({ "reason": "有异议" })).await.refused(403, "role_may_not");
        t.command("butler", &id, "pass-on", json!({})).await.refused(409, "opinion_required");
        t.command("butler", &id, "pass-on", json!({ "reason": "企业与该单位对规定理解不同。" })).await.ok();
        let case = t.case(&id).await;
        assert_eq!(
            (&case["state"], &case["level"], &case["disputed"]),
            (&json!("awaiting_dispatch"), &json!(2), &json!(true))
        );
        assert_eq!(case["holder_unit"]["id"], "qfgw", "disputed: with the lead");
        t.draft("butler", &[&id], "qscjgj", &[]).await.refused(403, "not_yours");
        assert_eq!(t.told("butler", &id, "dispatch").await, "not_yours");
        assert_eq!(t.told("lead.ss", &id, "dispatch").await, "allowed");
        t.dispatch("lead.ss", &[&id], "qscjgj", &[]).await;
        assert_eq!(t.case(&id).await["state"], "in_progress");
    }

    /// A positive opinion, or the reason why none is needed, lets the butler dispatch.
    async fn a_business_case_is_passed_on_with_an_opinion_or_a_reason(t: TestApp) {
        let new = async || text(&t.post("butler", "/api/v1/cases", business_registration()).await.ok()["id"]);
        let ask = json!({ "unit": "qscjgj", "question": "是否符合要求？" });
        let answer = |conforms: bool| json!({ "conforms": conforms, "provision": "第十条" });

        let id = new().await;
        t.command("butler", &id, "request-opinion", ask.clone()).await.ok();
        t.command("handler.qscjgj", &id, "give-opinion", answer(false)).await.ok();
        assert_eq!(t.case(&id).await["state"], "registered", "back where it was asked");
        t.command("butler", &id, "pass-on", json!({})).await.only_in(&["accepted"]);
        t.command("butler", &id, "accept", json!({})).await.ok();
        t.command("butler", &id, "request-opinion", json!({ "unit": "qsfj", "question": "可否？" })).await.ok();
        t.command("handler.qsfj", &id, "give-opinion", answer(true)).await.ok();
        t.command("butler", &id, "pass-on", json!({})).await.ok();
        let case = t.case(&id).await;
        assert_eq!(
            (&case["disputed"], &case["holder_unit"]["id"]),
            (&json!(false), &json!("zjfwgj")),
            "the latest opinion counts"
        );
        t.dispatch("butler", &[&id], "qscjgj", &[]).await;

        let id = t.business_awaiting_dispatch().await;
        assert_eq!(t.history(&id).await[2]["texts"]["reason"], "不涉及准入条件，无须判断。");
        assert_eq!(t.told("butler", &id, "dispatch").await, "allowed");
        t.dispatch("lead.ss", &[&id], "qscjgj", &[]).await;

        // 窗口受理的商事服务事项没有管家，由牵头部门派发；改回政务服务则不需要意见
        let id = t.accepted().await;
        t.command("intake", &id, "correct", json!({ "sector": "business_service" })).await.ok();
        t.command("intake", &id, "pass-on", json!({})).await.refused(409, "opinion_required");
        t.command("intake", &id, "pass-on", json!({ "reason": "只需协调窗口。" })).await.ok();
        assert_eq!(t.case(&id).await["holder_unit"]["id"], "qfgw");
        let id = t.awaiting_dispatch().await;
        let case = t.case(&id).await;
        assert_eq!((&case["holder_unit"]["id"], &case["level"]), (&json!("qzwfwj"), &json!(2)));
    }

    /// 当时办 and the written answers: a case that ends at the window.
    async fn the_window_ends_what_is_simple_or_not_for_it(t: TestApp) {
        let solve = json!({ "answer": "已当场告知并代为补录，今日办结。", "cause": "guide_unclear" });
        let out = json!({ "reason": "litigation", "answer": "已进入诉讼。", "where_to_turn": "区人民法院立案庭" });
        let explain = json!({ "provision": "《城镇燃气管理条例》第十八条", "answer": "须产权人申请。" });

        // 三级响应：受理后才能当场办结
        let id = t.registered().await;
        t.command("intake", &id, "solve-on-the-spot", solve.clone()).await.only_in(&["accepted"]);
        t.command("intake.dt_dongsi", &id, "accept", json!({})).await.refused(404, "not_found");
        t.command("intake", &id, "accept", json!({})).await.ok();
        assert_eq!(t.case(&id).await["level"], 3);
        t.command("intake", &id, "accept", json!({})).await.only_in(&["registered"]);
        t.command("lead.zw", &id, "close-out-of-scope", out.clone()).await.refused(403, "not_yours");
        t.at("2021-09-02T10:00:00+08:00");
        t.command("intake", &id, "solve-on-the-spot", solve.clone()).await.ok();
        let case = t.case(&id).await;
        assert_eq!((&case["state"], &case["holder_unit"], &case["level"]), (&json!("closed"), &Value::Null, &json!(3)));
        assert_eq!((&case["closed"]["outcome"], &case["closed"]["answer"]), (&json!("solved"), &solve["answer"]));
        assert_eq!((&case["cause"], custody(&case)), (&json!("guide_unclear"), vec![("dt_qzwfw", 1)]));
        t.at("2021-09-06T10:00:00+08:00");
        assert_eq!(custody(&t.case(&id).await), [("dt_qzwfw", 1)], "time closed is nobody's");
        t.command("intake", &id, "add-material", json!({ "description": "收据。" })).await.refused(409, "wrong_state");

        // 不属范围：书面理由和去处；解释说明：引用条款
        let id = t.registered().await;
        t.command("intake", &id, "close-out-of-scope", json!({ "reason": "litigation", "answer": "已诉。" }))
            .await
            .names_field("where_to_turn");
        t.command("intake", &id, "close-out-of-scope", out.clone()).await.ok();
        let history = t.history(&id).await;
        assert_eq!(
            (&history[1]["data"]["reason"], &history[1]["texts"]["where_to_turn"]),
            (&json!("litigation"), &out["where_to_turn"])
        );
        assert_eq!(t.case(&id).await["level"], Value::Null, "no level was reached");
        let explained = t.accepted().await;
        t.command("intake", &explained, "explain", json!({ "answer": "不行。" })).await.names_field("provision");
        t.command("intake", &explained, "explain", explain.clone()).await.ok();
        let case = t.case(&explained).await;
        assert_eq!((&case["closed"]["outcome"], &case["closed"]["answer"]), (&json!("explained"), &explain["answer"]));

        // 在牵头部门手中，窗口不能再办结，牵头部门可以
        let passed_on = t.awaiting_dispatch().await;
        t.command("intake", &passed_on, "close-out-of-scope", out.clone()).await.refused(403, "not_yours");
        t.command("intake", &passed_on, "solve-on-the-spot", solve.clone()).await.only_in(&["accepted"]);
        assert_eq!(t.told("intake", &passed_on, "explain").await, "not_yours");
        t.command("lead.zw", &passed_on, "close-out-of-scope", out).await.ok();

        // 驻企专员可当场办结，不能解释办结、不能转派发
        let id = text(&t.post("butler", "/api/v1/cases", business_registration()).await.ok()["id"]);
        t.command("resident", &id, "accept", json!({})).await.ok();
        t.command("resident", &id, "explain", explain).await.refused(403, "role_may_not");
        assert_eq!(t.told("resident", &id, "pass_on").await, "not offered");
        t.command("resident", &id, "solve-on-the-spot", solve).await.ok();

        // 牵头部门看得到本领域办结的事项
        let closed = t.get("lead.zw", "/api/v1/cases?open=false&count=true").await.ok();
        assert_eq!(closed["total"], 4);
        let outcomes: Vec<&str> =
            closed["items"].as_array().unwrap().iter().map(|c| c["outcome"].as_str().unwrap()).collect();
        assert_eq!(outcomes.iter().filter(|o| **o == "out_of_scope").count(), 2);
    }
}
