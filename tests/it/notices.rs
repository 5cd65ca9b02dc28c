//! Notices: whom an event tells, what it says, and who has read it.

use std::collections::BTreeSet;

use serde_json::{Value, json};

use crate::support::api::{business_registration, callback, feedback, registration, text, verification};
use crate::support::{TestApp, both};

const NOTICES: &str = "/api/v1/notices";

/// One person for each post that a story may tell something.
const PEOPLE: &[&str] = &[
    "intake",
    "intake.dt_jingshan",
    "lead.zw@intake/qzwfwj",
    "lead.zw2",
    "lead.ss",
    "butler",
    "resident",
    "chief",
    "handler.qzjw",
    "head.qzjw",
    "handler.qsfj",
    "handler.qmzj",
    "handler.qzwfwj",
    "office",
    "supervisor",
    "leader",
    "auditor",
    "admin",
    "online-hall",
];

async fn unread(t: &TestApp, who: &str) -> Vec<Value> {
    let page = t.get(who, &format!("{NOTICES}?unread=true")).await.ok();
    assert_eq!(page["unread"], page["items"].as_array().unwrap().len());
    page["items"].as_array().unwrap().clone()
}

fn texts(notices: &[Value]) -> Vec<&str> {
    notices.iter().map(|notice| notice["text"].as_str().unwrap()).collect()
}

/// Who has unread notices of what kind: `handler.qzjw dispatched`. All of them are read then.
async fn told(t: &TestApp) -> Vec<String> {
    let mut told = Vec::new();
    for who in PEOPLE {
        let notices = unread(t, who).await;
        told.extend(notices.iter().map(|notice| format!("{who} {}", notice["kind"].as_str().unwrap())));
        if let Some(latest) = notices.first() {
            t.post(who, &format!("{NOTICES}/read-all"), json!({ "up_to": latest["id"] })).await;
        }
        assert!(unread(t, who).await.is_empty());
    }
    told
}

/// Gives the command, and compares who is told what.
async fn tells(t: &TestApp, who: &str, id: &str, command: &str, body: Value, expected: &[&str]) {
    t.clock.advance(chrono::TimeDelta::minutes(5));
    t.command(who, id, command, body).await.ok();
    assert_eq!(told(t).await, expected, "{command}");
}

both! {
    /// From the window to the end: each step tells those in whose hands the case comes.
    async fn a_government_case_tells_step_by_step(t: TestApp) {
        let id = t.registered().await;
        assert_eq!(told(&t).await, [""; 0], "who registers it knows it");
        let question = json!({ "unit": "qmzj", "question": "是否符合？" });
        let reason = json!({ "reason": "情况复杂" });
        tells(&t, "intake", &id, "request-opinion", question.clone(), &["handler.qmzj opinion_requested"]).await;
        tells(&t, "intake", &id, "recall-opinion", reason.clone(), &["handler.qmzj opinion_recalled"]).await;
        tells(&t, "intake", &id, "request-opinion", question.clone(), &["handler.qmzj opinion_requested"]).await;
        tells(&t, "handler.qmzj", &id, "decline-opinion", reason.clone(), &["intake opinion_answered"]).await;
        tells(&t, "intake", &id, "request-opinion", question, &["handler.qmzj opinion_requested"]).await;
        let opinion = json!({ "conforms": true, "provision": "某办法" });
        tells(&t, "handler.qmzj", &id, "give-opinion", opinion, &["intake opinion_answered"]).await;
        tells(&t, "intake", &id, "accept", json!({}), &[]).await;
        tells(&t, "intake", &id, "pass-on", json!({}), &["lead.zw2 to_dispatch"]).await;
        t.dispatch("lead.zw", &[&id], "qzjw", &["qsfj"]).await;
        let dispatched = ["handler.qzjw dispatched", "head.qzjw dispatched", "handler.qsfj co_dispatched"];
        assert_eq!(told(&t).await, dispatched);
        tells(&t, "handler.qzjw", &id, "receive", json!({}), &[]).await;
        let note = json!({ "kind": "contacted", "text": "已电话联系" });
        tells(&t, "handler.qzjw", &id, "note", note, &[]).await;
        let opinion = json!({ "opinion": "无异议" });
        tells(&t, "handler.qsfj", &id, "give-co-opinion", opinion, &["handler.qzjw co_opinion_given"]).await;
        tells(&t, "handler.qzjw", &id, "give-feedback", feedback(), &["lead.zw2 to_verify"]).await;
        tells(&t, "lead.zw2", &id, "record-callback", callback(false), &[]).await;
        let sent_back = ["handler.qzjw sent_back", "head.qzjw sent_back"];
        tells(&t, "lead.zw2", &id, "send-back", reason.clone(), &sent_back).await;
        tells(&t, "handler.qzjw", &id, "give-feedback", feedback(), &["lead.zw2 to_verify"]).await;
        let raised = ["lead.zw2 to_coordinate", "handler.qzjw assignment_ended", "handler.qsfj assignment_ended"];
        tells(&t, "lead.zw2", &id, "raise", reason.clone(), &raised).await;
        let report = json!({ "solved": true, "done": "已协调", "cause": "other" });
        tells(&t, "lead.zw", &id, "report-coordinated", report.clone(), &["lead.zw2 to_verify"]).await;
        tells(&t, "lead.zw2", &id, "send-back", reason, &["lead.zw2 sent_back"]).await;
        tells(&t, "lead.zw", &id, "report-coordinated", report, &["lead.zw2 to_verify"]).await;
        tells(&t, "lead.zw2", &id, "record-callback", callback(true), &[]).await;
        tells(&t, "lead.zw2", &id, "verify-solved", verification(), &["intake closed"]).await;
        let spot = json!({ "reached": true, "solved": false });
        tells(&t, "supervisor", &id, "record-callback", spot, &["lead.zw2 spot_call_unsolved"]).await;
        let report = t.verify();
        assert!(report.is_sound(), "{report}");
    }

    /// A business case goes by butler and chief butler; its resident butler is told of the end.
    async fn a_business_case_tells_its_butlers(t: TestApp) {
        let id = text(&t.post("resident", "/api/v1/cases", {
            let mut new = business_registration();
            new["channel"] = json!("resident_butler");
            new
        }).await.ok()["id"]);
        tells(&t, "butler", &id, "accept", json!({}), &[]).await;
        let reason = json!({ "reason": "不涉及准入条件，无须判断。" });
        tells(&t, "butler", &id, "pass-on", reason.clone(), &["butler to_dispatch"]).await;
        t.dispatch("butler", &[&id], "qzjw", &["qsfj"]).await;
        let dispatched = ["handler.qzjw dispatched", "head.qzjw dispatched", "handler.qsfj co_dispatched"];
        assert_eq!(told(&t).await, dispatched);
        let back = json!({ "reason": "not_our_duty", "basis": "三定方案" });
        tells(&t, "handler.qsfj", &id, "return", back, &["lead.ss co_returned", "butler co_returned"]).await;
        let raised = ["chief to_coordinate", "handler.qzjw assignment_ended"];
        tells(&t, "butler", &id, "raise", reason, &raised).await;
        let explained = json!({ "provision": "某条例", "answer": "按规定不能办理。" });
        tells(&t, "chief", &id, "explain", explained, &["butler closed", "resident closed"]).await;
    }

    /// What a machine client registers is told to the intake that screens it.
    async fn what_comes_in_online_is_told_to_the_intake(t: TestApp) {
        let mut online = registration();
        online["channel"] = json!("online_hall");
        let id = text(&t.post("online-hall", "/api/v1/cases", online).await.ok()["id"]);
        assert_eq!(told(&t).await, ["lead.zw@intake/qzwfwj to_screen"]);
        let out = json!({ "reason": "petition", "answer": "不属受理范围。", "where_to_turn": "区信访办" });
        tells(&t, "lead.zw@intake/qzwfwj", &id, "close-out-of-scope", out, &["lead.zw2 closed"]).await;
    }

    /// A sheet goes to and fro between its drafter and its main unit.
    async fn a_sheet_tells_drafter_and_main_unit(t: TestApp) {
        let id = t.awaiting_dispatch().await;
        assert_eq!(told(&t).await, ["lead.zw2 to_dispatch"]);
        let sheet = t.drafted("lead.zw", &[&id], "qsfj", &["qzjw"]).await;
        assert_eq!(told(&t).await, [""; 0]);
        t.order("lead.zw", &sheet, "ask-confirmation", json!({})).await.ok();
        assert_eq!(told(&t).await, ["handler.qsfj to_confirm"]);
        t.clock.advance(chrono::TimeDelta::minutes(5));
        t.order("handler.qsfj", &sheet, "decline", json!({ "reason": "不属我单位职责" })).await.ok();
        assert_eq!(told(&t).await, ["lead.zw2 sheet_declined"]);
        t.order("lead.zw", &sheet, "redraft", json!({ "to": { "main_unit": "qzjw" } })).await.ok();
        t.order("lead.zw", &sheet, "ask-confirmation", json!({})).await.ok();
        assert_eq!(told(&t).await, ["handler.qzjw to_confirm"]);
        t.clock.advance(chrono::TimeDelta::minutes(5));
        t.order("handler.qzjw", &sheet, "confirm", json!({})).await.ok();
        assert_eq!(told(&t).await, ["lead.zw2 sheet_confirmed"]);
        t.order("lead.zw", &sheet, "cancel", json!({ "reason": "改由当场解决" })).await.ok();
        assert_eq!(told(&t).await, ["handler.qzjw sheet_cancelled"]);
        // A draft that nobody was asked about goes unnoticed.
        let sheet = t.drafted("lead.zw", &[&id], "qsfj", &[]).await;
        t.order("lead.zw", &sheet, "cancel", json!({ "reason": "有误" })).await.ok();
        assert_eq!(told(&t).await, [""; 0]);
    }

    /// What goes back, asks for something or is refused is told to who has to act on it next.
    async fn what_goes_back_and_forth_is_told(t: TestApp) {
        let reason = json!({ "reason": "情况说明" });
        let id = t.registered().await;
        let to_other = json!({ "unit": "dt_jingshan", "reason": "属景山街道" });
        tells(&t, "intake", &id, "hand-over", to_other, &["intake.dt_jingshan to_screen"]).await;
        t.command("intake.dt_jingshan", &id, "accept", json!({})).await.ok();
        let to_dispatch = ["lead.zw2 to_dispatch"];
        tells(&t, "intake.dt_jingshan", &id, "pass-on", json!({}), &to_dispatch).await;
        let missing = json!({ "reason": "facts_missing", "explanation": "缺材料" });
        tells(&t, "lead.zw", &id, "return-to-intake", missing, &["intake.dt_jingshan to_screen"]).await;
        t.command("intake.dt_jingshan", &id, "accept", json!({})).await.ok();
        tells(&t, "intake.dt_jingshan", &id, "pass-on", json!({}), &to_dispatch).await;
        tells(&t, "lead.zw", &id, "hand-over-sector", reason.clone(), &["lead.ss to_dispatch"]).await;

        t.dispatch("lead.ss", &[&id], "qsfj", &["qmzj"]).await;
        told(&t).await;
        let back = json!({ "reason": "not_our_duty", "basis": "三定方案" });
        tells(&t, "handler.qmzj", &id, "return", back.clone(), &["lead.ss co_returned"]).await;
        tells(&t, "handler.qsfj", &id, "return", back.clone(), &["lead.ss returned"]).await;
        t.dispatch("lead.ss", &[&id], "qmzj", &[]).await;
        told(&t).await;
        tells(&t, "handler.qmzj", &id, "return", back, &["lead.ss to_rule"]).await;
        let ruling = json!({ "to": { "main_unit": "qzjw" }, "reason": "依职责清单" });
        tells(&t, "lead.ss", &id, "rule", ruling, &["handler.qzjw dispatched", "head.qzjw dispatched"]).await;
        let co = json!({ "co": { "unit": "qsfj", "task": "请配合核实。" } });
        tells(&t, "lead.ss", &id, "add-co", co, &["handler.qsfj co_dispatched"]).await;

        let later = json!({ "until": "2021-10-20", "reason": "需专家论证" });
        tells(&t, "handler.qzjw", &id, "request-extension", later.clone(), &["lead.ss to_decide_extension"]).await;
        let refused = json!({ "unit": "qzjw", "granted": false, "reason": "理由不足", "reporter_told": "phone" });
        tells(&t, "lead.ss", &id, "decide-extension", refused, &["handler.qzjw extension_refused"]).await;
        tells(&t, "handler.qzjw", &id, "request-extension", later, &["lead.ss to_decide_extension"]).await;
        let granted = json!({ "unit": "qzjw", "granted": true, "reason": "同意", "reporter_told": "phone" });
        t.command("lead.ss", &id, "decide-extension", granted).await.ok();
        assert_eq!(texts(&unread(&t, "handler.qzjw").await), ["2021-0001 延期已获批准，请于10月20日（含）前办结"]);
        told(&t).await;
        let stuck = json!({ "reason": "多部门", "tried": "已会商" });
        tells(&t, "handler.qzjw", &id, "request-coordination", stuck, &["chief to_decide_coordination"]).await;
        tells(&t, "chief", &id, "refuse-coordination", reason.clone(), &["handler.qzjw coordination_refused"]).await;

        t.command("handler.qsfj", &id, "give-co-opinion", json!({ "opinion": "无异议" })).await.ok();
        t.command("handler.qzjw", &id, "give-feedback", feedback()).await.ok();
        told(&t).await;
        let unhappy = json!({ "reached": true, "solved": true, "satisfaction": "dissatisfied" });
        tells(&t, "lead.ss2", &id, "record-callback", unhappy, &[]).await;
        let closed = ["intake closed", "lead.ss to_answer", "handler.qzjw closed", "handler.qsfj closed"];
        let summary = json!({ "finding": "属实", "summary": "已建立会商机制" });
        tells(&t, "lead.ss2", &id, "verify-solved", summary, &closed).await;
        tells(&t, "intake", &id, "request-reopen", reason.clone(), &["office to_decide_reopen"]).await;
        let refused = ["intake reopen_refused", "intake.dt_jingshan reopen_refused"];
        tells(&t, "office2", &id, "refuse-reopen", reason.clone(), &refused).await;
        tells(&t, "intake", &id, "request-reopen", reason.clone(), &["office to_decide_reopen"]).await;
        tells(&t, "office2", &id, "reopen", reason.clone(), &["lead.ss reopened"]).await;
        let paper = json!({ "reason": "已自行解决", "signed_paper": "卷宗第3页" });
        tells(&t, "lead.ss", &id, "withdraw", paper, &["intake closed"]).await;
    }

    /// What time alone brings about is told as well.
    async fn the_clock_tells(t: TestApp) {
        let id = t.dispatched("qzjw", &[]).await;
        told(&t).await;
        t.at("2021-09-04T00:00:00+08:00").settle().await;
        assert_eq!(told(&t).await, ["handler.qzjw receipt_presumed"]);
        t.at("2021-09-10T00:00:00+08:00").settle().await;
        assert_eq!(texts(&unread(&t, "head.qzjw").await), ["2021-0001 应于9月8日（含）前办结，已超期"]);
        assert_eq!(told(&t).await, ["lead.zw2 overdue", "head.qzjw overdue"]);
        t.at("2021-09-14T00:00:00+08:00").settle().await;
        assert_eq!(told(&t).await, ["supervisor long_overdue"]);
        // Silence confirms a work order.
        let case = t.awaiting_dispatch().await;
        let sheet = t.drafted("lead.zw", &[&case], "qmzj", &[]).await;
        t.order("lead.zw", &sheet, "ask-confirmation", json!({})).await.ok();
        told(&t).await;
        t.at("2021-09-16T00:00:00+08:00").settle().await;
        assert_eq!(told(&t).await, ["lead.zw2 sheet_confirmed"]);
        assert_eq!(t.case(&id).await["state"], "in_progress");
    }

    /// A notice says what is to be done and by when, and names nobody.
    async fn a_notice_says_what_is_due(t: TestApp) {
        let id = t.dispatched("qzjw", &["qsfj"]).await;
        let main = unread(&t, "handler.qzjw").await.remove(0);
        assert_eq!(main["text"], "2021-0001 已派发至贵单位，请于9月8日（含）前办结");
        assert_eq!(main["at"], "2021-09-01T09:00:00+08:00");
        assert_eq!((&main["case"], &main["work_order"]), (&json!(id), &Value::Null));
        assert_eq!((&main["number"], &main["due_date"]), (&json!("2021-0001"), &json!("2021-09-08")));
        assert_eq!((&main["label"], &main["matter_name"]), (&json!("新派发事项"), &json!("居民用户燃气过户")));
        assert_eq!(texts(&unread(&t, "handler.qsfj").await), ["2021-0001 需贵单位协办，请于9月6日（含）前提交协办意见"]);
        assert_eq!(texts(&unread(&t, "lead.zw").await), ["2021-0001 待派发，请确定责任单位"]);
        let sheet = t.drafted("lead.zw", &[&t.awaiting_dispatch().await], "qmzj", &[]).await;
        t.order("lead.zw", &sheet, "ask-confirmation", json!({})).await.ok();
        let asked = unread(&t, "handler.qmzj").await.remove(0);
        assert_eq!(asked["text"], "工作单 2021-0002 请贵单位于9月2日（含）前确认，逾期视为确认");
        assert_eq!((&asked["case"], &asked["work_order"]), (&Value::Null, &json!(sheet)));
        let stored = t.column("SELECT id || kind || number || coalesce(matter_name, '') FROM notices").join("");
        for personal in ["甄样", "13800000001", "跑了三趟"] {
            assert!(!stored.contains(personal));
        }
    }

    /// Reading is one person's; what is told is the post's.
    async fn each_person_reads_for_themselves(t: TestApp) {
        for minute in 0..5 {
            t.at(&format!("2021-09-01T09:0{minute}:00+08:00"));
            t.awaiting_dispatch().await;
        }
        let all = unread(&t, "lead.zw").await;
        let numbers: Vec<&str> = all.iter().map(|notice| notice["number"].as_str().unwrap()).collect();
        assert_eq!(numbers, ["2021-0005", "2021-0004", "2021-0003", "2021-0002", "2021-0001"], "the latest first");
        let read = |index: usize| format!("{NOTICES}/{}/read", all[index]["id"].as_str().unwrap());
        for _ in 0..2 {
            assert_eq!(t.post("lead.zw", &read(1), json!({})).await.status, 204);
        }
        assert_eq!(unread(&t, "lead.zw").await.len(), 4);
        assert_eq!(unread(&t, "lead.zw2").await.len(), 5, "another person in the same post");
        assert_eq!(unread(&t, "lead.zw@intake/qzwfwj").await.len(), 0, "the same person in another post");
        // All up to the third; the latest stays.
        let up_to = json!({ "up_to": all[2]["id"] });
        assert_eq!(t.post("lead.zw", &format!("{NOTICES}/read-all"), up_to).await.status, 204);
        assert_eq!(unread(&t, "lead.zw").await, [all[0].clone()]);
        // An earlier mark takes nothing back.
        t.post("lead.zw", &format!("{NOTICES}/read-all"), json!({ "up_to": all[4]["id"] })).await;
        let listed = t.get("lead.zw", NOTICES).await.ok();
        let read_or_not: Vec<bool> = listed["items"].as_array().unwrap().iter().map(|n| n["read"] == true).collect();
        assert_eq!(read_or_not, [false, true, true, true, true]);
        assert_eq!(listed["unread"], 1);
        // What isn't for one's post doesn't exist.
        for (who, path) in [("lead.ss", read(0)), ("lead.zw@intake/qzwfwj", read(0)), ("lead.zw", format!("{NOTICES}/none/read"))] {
            t.post(who, &path, json!({})).await.refused(404, "not_found");
        }
        t.post("lead.ss", &format!("{NOTICES}/read-all"), json!({ "up_to": all[0]["id"] })).await.refused(404, "not_found");
        t.post("lead.zw", &format!("{NOTICES}/read-all"), json!({ "until": "now" })).await.refused(422, "unknown_field");
    }

    /// Pages neither lose nor repeat, also of notices of one instant.
    async fn notices_come_in_pages(t: TestApp) {
        let cases: Vec<String> = {
            let mut cases = Vec::new();
            for _ in 0..7 {
                cases.push(t.awaiting_dispatch().await);
            }
            cases
        };
        let (mut seen, mut cursor) = (Vec::new(), String::new());
        loop {
            let page = t.get("lead.zw", &format!("{NOTICES}?limit=3{cursor}")).await.ok();
            assert_eq!(page["unread"], 7, "on whatever page");
            seen.extend(page["items"].as_array().unwrap().iter().map(|notice| text(&notice["case"])));
            let Some(next) = page["next_cursor"].as_str() else { break };
            cursor = format!("&cursor={next}");
        }
        assert_eq!(seen.len(), 7);
        assert_eq!(seen.iter().collect::<BTreeSet<_>>(), cases.iter().collect());
        t.get("lead.zw", &format!("{NOTICES}?limit=0")).await.names_field("limit");
        t.get("lead.zw", &format!("{NOTICES}?cursor=x")).await.names_field("cursor");
    }

    /// Amber is warned of once for each deadline.
    async fn amber_warns_once(t: TestApp) {
        let id = t.dispatched("qzjw", &["qsfj"]).await;
        told(&t).await;
        // Whom the clock has warned so far, each as often as it has.
        let warned = async |at: &str| {
            t.at(at).settle().await;
            let mut warned = Vec::new();
            for who in ["handler.qzjw", "handler.qsfj"] {
                let amber = unread(&t, who).await.into_iter().filter(|notice| notice["kind"] == "amber");
                warned.extend(amber.map(|_| who));
            }
            warned
        };
        assert!(warned("2021-09-02T23:59:00+08:00").await.is_empty());
        let co_unit = ["handler.qsfj"];
        assert_eq!(warned("2021-09-03T00:00:00+08:00").await, co_unit, "the co unit's deadline is the nearer");
        assert_eq!(warned("2021-09-03T00:01:00+08:00").await, co_unit);
        assert_eq!(texts(&unread(&t, "handler.qsfj").await), ["2021-0001 临近时限，请于9月6日（含）前办理完毕"]);
        let both = ["handler.qzjw", "handler.qsfj"];
        assert_eq!(warned("2021-09-07T08:00:00+08:00").await, both, "the co unit is late already");
        t.command("handler.qzjw", &id, "give-feedback", feedback()).await.ok();
        assert_eq!(warned("2021-09-08T08:00:00+08:00").await, both, "its clock has stopped");
        let report = t.verify();
        assert!(report.is_sound(), "{report}");
    }

    /// The units invited are told of the meeting, and that it is off.
    async fn a_meeting_tells_whom_it_invites(t: TestApp) {
        let id = t.submitted().await;
        told(&t).await;
        t.clock.advance(chrono::TimeDelta::minutes(5));
        let meeting = t.planned(&[&id]).await;
        assert_eq!(told(&t).await, [""; 0]);
        t.clock.advance(chrono::TimeDelta::minutes(5));
        t.convene("office", &meeting, "call", t.notice(&["qzjw", "qsfj"])).await.ok();
        let called = texts(&unread(&t, "handler.qsfj").await).join("");
        assert_eq!(called, "联席会 2021-0001 定于9月1日召开，请参加");
        let invited = ["handler.qzjw meeting_called", "head.qzjw meeting_called", "handler.qsfj meeting_called"];
        assert_eq!(told(&t).await, invited);
        t.clock.advance(chrono::TimeDelta::minutes(5));
        t.convene("office", &meeting, "cancel", json!({ "reason": "会场冲突。" })).await.ok();
        let off = ["handler.qzjw meeting_cancelled", "head.qzjw meeting_cancelled", "handler.qsfj meeting_cancelled"];
        assert_eq!(told(&t).await, off);
        assert!(t.verify().is_sound());
    }
}
