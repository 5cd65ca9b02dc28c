//! 延期 (plan §5.3): a later date, asked in time and decided by another, also after the deadline.

use serde_json::{Value, json};

use crate::support::api::{feedback, shares, text};
use crate::support::{Answer, TestApp, both};

fn until(date: &str) -> Value {
    json!({ "until": date, "reason": "须等市级系统改造。" })
}

fn granted(unit: &str) -> Value {
    json!({ "unit": unit, "granted": true, "reason": "理由充分。", "reporter_told": "phone" })
}

fn refused(unit: &str) -> Value {
    json!({ "unit": unit, "granted": false, "reason": "可先行办理。" })
}

async fn ask(t: &TestApp, who: &str, id: &str, date: &str) -> Answer {
    t.command(who, id, "request-extension", until(date)).await
}

async fn decide(t: &TestApp, who: &str, id: &str, body: Value) -> Answer {
    t.command(who, id, "decide-extension", body).await
}

/// The due date of one share, and whether it is late.
fn due(case: &Value, i: usize) -> (String, bool) {
    let share = &case["assignments"][i];
    (text(&share["due_date"]), share["late"] == true)
}

fn pending(case: &Value) -> usize {
    case["assignments"].as_array().unwrap().iter().filter(|a| !a["extension_request"].is_null()).count()
}

both! {
    /// Asked by the main unit until the deadline's last instant, decided by the lead.
    async fn the_lead_decides_on_a_later_date(t: TestApp) {
        let id = t.dispatched("qzjw", &["qcgw"]).await;
        ask(&t, "lead.zw", &id, "2021-09-15").await.refused(403, "role_may_not");
        ask(&t, "handler.qmzj", &id, "2021-09-15").await.refused(404, "not_found");
        // 不晚于现期限；周六；中秋节；一年以后
        for date in ["2021-09-07", "2021-09-08", "2021-09-11", "2021-09-20", "2022-09-09"] {
            ask(&t, "handler.qzjw", &id, date).await.names_field("until");
        }
        t.command("handler.qzjw", &id, "request-extension", json!({ "until": "2021-09-15" })).await.names_field("reason");
        decide(&t, "lead.zw", &id, granted("qzjw")).await.refused(403, "not_yours");

        t.at("2021-09-08T23:59:59+08:00");
        ask(&t, "handler.qzjw", &id, "2022-09-08").await.ok();
        let case = t.case(&id).await;
        let request = &case["assignments"][0]["extension_request"];
        assert_eq!(
            (&request["until"], &request["decider"]["id"], &request["reason"]),
            (&json!("2022-09-08"), &json!("qzwfwj"), &until("")["reason"])
        );
        assert_eq!(due(&case, 0), ("2021-09-08".to_owned(), false), "nothing moves by asking");
        ask(&t, "handler.qzjw", &id, "2021-09-15").await.refused(409, "already_pending");
        assert_eq!(t.told("handler.qzjw", &id, "request_extension").await, "already_pending");

        decide(&t, "handler.qzjw", &id, granted("qzjw")).await.refused(403, "role_may_not");
        decide(&t, "office", &id, granted("qzjw")).await.refused(403, "not_yours");
        decide(&t, "lead.ss", &id, granted("qzjw")).await.refused(404, "not_found");
        decide(&t, "lead.zw", &id, granted("qcgw")).await.names_field("unit");
        let untold = json!({ "unit": "qzjw", "granted": true, "reason": "理由充分。" });
        decide(&t, "lead.zw", &id, untold).await.names_field("reporter_told");
        decide(&t, "lead.zw", &id, json!({ "unit": "qzjw", "granted": false })).await.names_field("reason");

        // 不同意：原期限照旧，过了期限就不能再申请
        decide(&t, "lead.zw2", &id, refused("qzjw")).await.ok();
        let case = t.case(&id).await;
        assert_eq!((due(&case, 0), pending(&case)), (("2021-09-08".to_owned(), false), 0));
        assert_eq!(case["assignments"][0]["extensions"], 0);
        decide(&t, "lead.zw", &id, granted("qzjw")).await.refused(403, "not_yours");
        ask(&t, "handler.qzjw", &id, "2021-09-15").await.ok();
        t.at("2021-09-09T00:00:00+08:00");
        assert_eq!(t.told("handler.qzjw", &id, "request_extension").await, "deadline_passed");

        // 期限过后才批：新期限生效，不算逾期；原期限仍在
        assert_eq!(t.case(&id).await["light"], "red");
        decide(&t, "lead.zw", &id, granted("qzjw")).await.ok();
        let case = t.case(&id).await;
        assert_eq!(
            (&case["due_date"], &case["light"], &case["assignments"][0]["original_due_date"]),
            (&json!("2021-09-15"), &json!("green"), &json!("2021-09-08"))
        );
        let last = t.history(&id).await.pop().unwrap();
        assert_eq!(
            (&last["type"], &last["data"]["reporter_told"], &last["texts"]["reason"]),
            (&json!("extension_decided"), &json!("phone"), &granted("")["reason"])
        );
        t.at("2021-09-16T00:00:00+08:00");
        ask(&t, "handler.qzjw", &id, "2021-09-22").await.refused(409, "deadline_passed");
        assert_eq!(t.told("handler.qzjw", &id, "request_extension").await, "deadline_passed");
        t.command("handler.qzjw", &id, "give-feedback", feedback()).await.ok();
        ask(&t, "handler.qzjw", &id, "2021-09-22").await.only_in(&["in_progress"]);
        assert_eq!(due(&t.case(&id).await, 0), ("2021-09-15".to_owned(), true));
        let report = t.verify();
        assert!(report.is_sound(), "{report}");
    }

    /// Two are the lead's, the third is the office's; what was refused doesn't count.
    async fn the_third_extension_is_the_office_s(t: TestApp) {
        let id = t.dispatched("qzjw", &[]).await;
        ask(&t, "handler.qzjw", &id, "2021-09-10").await.ok();
        decide(&t, "lead.zw", &id, refused("qzjw")).await.ok();
        for date in ["2021-09-10", "2021-09-15"] {
            ask(&t, "handler.qzjw", &id, date).await.ok();
            decide(&t, "lead.zw", &id, granted("qzjw")).await.ok();
        }
        ask(&t, "handler.qzjw", &id, "2021-09-22").await.ok();
        assert_eq!(t.case(&id).await["assignments"][0]["extension_request"]["decider"]["id"], "qysb");
        assert_eq!(t.told("lead.zw", &id, "decide_extension").await, "not_yours");
        decide(&t, "lead.zw", &id, granted("qzjw")).await.refused(403, "not_yours");
        decide(&t, "office", &id, granted("qzjw")).await.ok();
        let case = t.case(&id).await;
        assert_eq!((&case["due_date"], &case["assignments"][0]["extensions"]), (&json!("2021-09-22"), &json!(3)));
        ask(&t, "handler.qzjw", &id, "2021-09-24").await.ok();
        assert_eq!(t.case(&id).await["assignments"][0]["extension_request"]["decider"]["id"], "qysb", "and all after");
    }

    /// Asked in time, decided while the result awaits verification: lateness is put right.
    async fn a_late_decision_puts_lateness_right(t: TestApp) {
        let mut ids = Vec::new();
        for _ in 0..4 {
            ids.push(t.dispatched("qzjw", &[]).await);
        }
        let [in_time, too_late, denied, lapsed] = &ids[..] else { unreachable!() };
        t.at("2021-09-08T10:00:00+08:00");
        for id in &ids {
            ask(&t, "handler.qzjw", id, "2021-09-10").await.ok();
        }
        for (id, at) in [
            (denied, "2021-09-10T10:00:00+08:00"),
            (lapsed, "2021-09-10T10:00:00+08:00"),
            (in_time, "2021-09-10T23:59:59+08:00"),
            (too_late, "2021-09-11T00:00:00+08:00"),
        ] {
            t.at(at).command("handler.qzjw", id, "give-feedback", feedback()).await.ok();
            let case = t.case(id).await;
            assert_eq!((&case["feedback"]["late"], due(&case, 0).1, pending(&case)), (&json!(true), true, 1));
        }
        let verdict = async |id: &str| {
            let case = t.case(id).await;
            assert_eq!(pending(&case), 0);
            (case["feedback"]["late"] == true, due(&case, 0).1)
        };
        decide(&t, "lead.zw", in_time, granted("qzjw")).await.ok();
        assert_eq!(verdict(in_time).await, (false, false));
        decide(&t, "lead.zw", too_late, granted("qzjw")).await.ok();
        assert_eq!(verdict(too_late).await, (true, true), "later than the new date too");
        decide(&t, "lead.zw", denied, refused("qzjw")).await.ok();
        assert_eq!(verdict(denied).await, (true, true));

        // 未及审批就退回重办：申请失效，逾期仍在，新期限由退回定
        t.command("lead.zw", lapsed, "send-back", json!({ "reason": "未见整改。" })).await.ok();
        let case = t.case(lapsed).await;
        assert_eq!((pending(&case), due(&case, 0)), (0, ("2021-09-17".to_owned(), true)));
        decide(&t, "lead.zw", lapsed, granted("qzjw")).await.refused(403, "not_yours");
        ask(&t, "handler.qzjw", lapsed, "2021-09-24").await.ok();
        decide(&t, "lead.zw", lapsed, granted("qzjw")).await.ok();
        assert_eq!(due(&t.case(lapsed).await, 0), ("2021-09-24".to_owned(), true), "lateness so far stays");
        let report = t.verify();
        assert!(report.is_sound(), "{report}");
    }

    /// A co unit may ask too, but not beyond the main unit's date.
    async fn a_co_unit_s_date_is_never_after_the_main_s(t: TestApp) {
        let id = t.dispatched("qzjw", &["qcgw", "qjw"]).await;
        ask(&t, "handler.qcgw", &id, "2021-09-09").await.names_field("until");
        ask(&t, "handler.qcgw", &id, "2021-09-08").await.ok();
        ask(&t, "handler.qzjw", &id, "2021-09-15").await.ok();
        assert_eq!(pending(&t.case(&id).await), 2, "each asks for itself");
        decide(&t, "lead.zw", &id, granted("qcgw")).await.ok();
        let case = t.case(&id).await;
        assert_eq!((due(&case, 0).0, due(&case, 1).0, pending(&case)), ("2021-09-08".into(), "2021-09-08".into(), 1));
        decide(&t, "lead.zw", &id, granted("qzjw")).await.ok();
        t.at("2021-09-08T09:00:00+08:00");
        ask(&t, "handler.qcgw", &id, "2021-09-15").await.ok();
        ask(&t, "handler.qjw", &id, "2021-09-15").await.refused(409, "deadline_passed");

        // 期限过后提交，后来获准：不算逾期
        t.at("2021-09-09T09:00:00+08:00");
        t.command("handler.qcgw", &id, "give-co-opinion", json!({ "opinion": "已核实。" })).await.ok();
        assert_eq!(due(&t.case(&id).await, 1), ("2021-09-08".into(), true));
        ask(&t, "handler.qcgw", &id, "2021-09-15").await.refused(409, "already_answered");
        decide(&t, "lead.zw", &id, granted("qcgw")).await.ok();
        assert_eq!(due(&t.case(&id).await, 1), ("2021-09-15".into(), false));

        // 协办退回，其申请失效
        let other = t.dispatched("qzjw", &["qcgw"]).await;
        ask(&t, "handler.qcgw", &other, "2021-09-15").await.ok();
        t.command("handler.qcgw", &other, "return", json!({ "reason": "not_our_duty", "basis": "三定方案" })).await.ok();
        assert_eq!(pending(&t.case(&other).await), 0);
        decide(&t, "lead.zw", &other, granted("qcgw")).await.refused(403, "not_yours");
        let waiting = t.get("lead.zw", "/api/v1/inbox?kind=decide_extension").await.ok();
        assert_eq!(waiting["items"], json!([]), "nothing waits for the lead");
        let report = t.verify();
        assert!(report.is_sound(), "{report}");
    }

    /// Segregation: no handling unit decides its own extension, nor who asked.
    async fn no_handling_unit_decides_its_own_extension(t: TestApp) {
        // 牵头部门自己承办：由另一牵头部门审批
        let own = t.dispatched("qzwfwj", &[]).await;
        ask(&t, "handler.qzwfwj", &own, "2021-09-15").await.ok();
        decide(&t, "lead.zw", &own, granted("qzwfwj")).await.refused(403, "not_yours");
        decide(&t, "lead.ss", &own, granted("qzwfwj")).await.ok();
        assert_eq!(t.case(&own).await["due_date"], "2021-09-15");

        // 两个牵头部门都承办：由区营商办审批，但不由来自承办单位的人
        let both = t.dispatched("qzwfwj", &["qfgw"]).await;
        ask(&t, "handler.qzwfwj", &both, "2021-09-15").await.ok();
        decide(&t, "lead.zw", &both, granted("qzwfwj")).await.refused(403, "not_yours");
        decide(&t, "office", &both, granted("qzwfwj")).await.refused(403, "segregation");
        assert_eq!(t.told("office", &both, "decide_extension").await, "segregation");
        decide(&t, "office2", &both, granted("qzwfwj")).await.ok();

        // 一人两岗：以承办身份申请的，不能以牵头身份审批
        t.enter("two.posts", &[("handler", "qzjw"), ("lead", "qzwfwj")], None).await;
        let id = t.dispatched("qzjw", &[]).await;
        ask(&t, "two.posts@handler/qzjw", &id, "2021-09-15").await.ok();
        assert_eq!(t.told("two.posts@lead/qzwfwj", &id, "decide_extension").await, "segregation");
        decide(&t, "two.posts@lead/qzwfwj", &id, granted("qzjw")).await.refused(403, "segregation");
        decide(&t, "lead.zw", &id, granted("qzjw")).await.ok();
    }

    /// A unit that is added to those at work no longer decides what they asked of it.
    async fn a_decider_that_becomes_a_co_unit_decides_no_more(t: TestApp) {
        let id = t.dispatched("qzwfwj", &[]).await;
        ask(&t, "handler.qzwfwj", &id, "2021-09-15").await.ok();
        assert_eq!(t.told("lead.ss", &id, "decide_extension").await, "allowed");
        let co = json!({ "co": { "unit": "qfgw", "task": "提供企业名单。" } });
        t.command("lead.zw", &id, "add-co", co).await.ok();
        assert_eq!(t.case(&id).await["assignments"][0]["extension_request"]["decider"]["id"], "qysb");
        assert_eq!(t.told("lead.ss", &id, "decide_extension").await, "not_yours");
        decide(&t, "lead.ss", &id, granted("qzwfwj")).await.refused(403, "not_yours");
        decide(&t, "office2", &id, granted("qzwfwj")).await.ok();
        assert_eq!(t.case(&id).await["due_date"], "2021-09-15");
    }

    /// Of two requests each is decided by whoever it waits for, and by nobody who asked.
    async fn each_of_two_requests_has_its_own_decider(t: TestApp) {
        // 主办第三次申请由区营商办审批，协办第一次由牵头部门审批
        let id = t.dispatched("qzjw", &["qcgw"]).await;
        for date in ["2021-09-10", "2021-09-15"] {
            ask(&t, "handler.qzjw", &id, date).await.ok();
            decide(&t, "lead.zw", &id, granted("qzjw")).await.ok();
        }
        ask(&t, "handler.qzjw", &id, "2021-09-22").await.ok();
        ask(&t, "handler.qcgw", &id, "2021-09-08").await.ok();
        let detail = decide(&t, "lead.zw", &id, granted("qzjw")).await.refused(403, "not_yours")["detail"].clone();
        assert!(text(&detail).contains("区营商办"), "{detail}");
        decide(&t, "office", &id, granted("qcgw")).await.refused(403, "not_yours");
        decide(&t, "lead.zw", &id, granted("qcgw")).await.ok();
        decide(&t, "office", &id, granted("qzjw")).await.ok();

        // 一人两岗：自己申请的不能批，另一单位申请的可以
        t.enter("two.posts", &[("handler", "qzjw"), ("lead", "qzwfwj")], None).await;
        let id = t.dispatched("qzjw", &["qcgw"]).await;
        ask(&t, "two.posts@handler/qzjw", &id, "2021-09-15").await.ok();
        ask(&t, "handler.qcgw", &id, "2021-09-08").await.ok();
        let who = "two.posts@lead/qzwfwj";
        assert_eq!(t.told(who, &id, "decide_extension").await, "allowed");
        decide(&t, who, &id, granted("qzjw")).await.refused(403, "segregation");
        decide(&t, who, &id, granted("qcgw")).await.ok();
    }

    /// A pending request lapses when the case goes another way; the clock tells anew by the new date.
    async fn a_pending_request_lapses_with_the_state(t: TestApp) {
        let raised = t.dispatched("qzjw", &["qcgw"]).await;
        let returned = t.dispatched("qzjw", &[]).await;
        let withdrawn = t.dispatched("qzjw", &[]).await;
        for id in [&raised, &returned, &withdrawn] {
            ask(&t, "handler.qzjw", id, "2021-09-15").await.ok();
        }
        ask(&t, "handler.qcgw", &raised, "2021-09-07").await.ok();
        t.command("lead.zw", &raised, "raise", json!({ "reason": "两家各执一词。" })).await.ok();
        t.command("handler.qzjw", &returned, "return", json!({ "reason": "not_our_duty", "basis": "三定方案" })).await.ok();
        let paper = json!({ "reason": "已自行解决。", "signed_paper": "撤回申请，存大厅档案。" });
        t.command("intake", &withdrawn, "withdraw", paper).await.ok();
        for id in [&raised, &returned, &withdrawn] {
            assert_eq!(pending(&t.case(id).await), 0);
            decide(&t, "lead.zw", id, granted("qzjw")).await.only_in(&["in_progress", "awaiting_verification"]);
        }
        assert_eq!(shares(&t.case(&raised).await), [("qzjw", "raised"), ("qcgw", "raised")]);

        // 超期1日已提醒；获准以后，按新期限重新提醒
        let noted = async |id: &str| t.case(id).await["assignments"][0]["overdue_noted"].as_u64().unwrap();
        let id = t.dispatched("qzjw", &[]).await;
        ask(&t, "handler.qzjw", &id, "2021-09-13").await.ok();
        t.at("2021-09-10T00:00:00+08:00").settle().await;
        assert_eq!(noted(&id).await, 1);
        decide(&t, "lead.zw", &id, granted("qzjw")).await.ok();
        t.settle().await;
        assert_eq!(noted(&id).await, 0);
        t.at("2021-09-15T00:00:00+08:00").settle().await;
        assert_eq!(noted(&id).await, 1);
        let report = t.verify();
        assert!(report.is_sound(), "{report}");
    }
}
