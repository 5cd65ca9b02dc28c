//! Cases that are stuck, and meetings that settle them.

use chrono::TimeDelta;
use serde_json::{Value, json};

use super::api::{Answer, TestApp, text};

/// A submission to the joint meeting that nothing is wrong with.
pub fn submission() -> Value {
    json!({ "tried": "两次会商未果。", "question": "由哪个单位牵头办理？" })
}

/// A letter upward that nothing is wrong with.
pub fn letter() -> Value {
    json!({ "body": "市规划自然资源委", "document_number": "东营商办〔2021〕12号", "document_date": "2021-09-01" })
}

/// A referral upward asked for.
pub fn referral_request() -> Value {
    json!({ "reason": "属市级事权，区里无权调整。" })
}

/// What a case is to come to, as commands take it.
pub fn settlement(disposition: &str) -> Value {
    let content = match disposition {
        "assign" => json!({ "to": { "main_unit": "qzjw", "co_units": [{ "unit": "qcgw", "task": "核实现场。" }] } }),
        "refer_up" => letter(),
        "explain" => json!({ "provision": "《某办法》第九条", "answer": "须产权人申请。", "cause": "rules_conflict" }),
        "unsolved" => json!({ "answer": "现阶段确实办不了，已如实告知。" }),
        _ => json!({}),
    };
    json!({ disposition: content })
}

impl TestApp {
    /// A government case that the lead coordinates.
    pub async fn stuck(&self) -> String {
        let id = self.dispatched("qwhlyj", &[]).await;
        self.command("lead.zw", &id, "raise", json!({ "reason": "两家各执一词。" })).await.ok();
        id
    }

    /// A business case that the chief butler coordinates.
    pub async fn stuck_business(&self) -> String {
        let id = self.business_awaiting_dispatch().await;
        self.command("butler", &id, "raise", json!({ "reason": "涉及三个部门。" })).await.ok();
        id
    }

    /// A government case that awaits the joint meeting.
    pub async fn submitted(&self) -> String {
        let id = self.stuck().await;
        self.command("lead.zw", &id, "submit-to-meeting", submission()).await.ok();
        id
    }

    /// A business case that awaits the joint meeting.
    pub async fn submitted_business(&self) -> String {
        let id = self.stuck_business().await;
        self.command("chief", &id, "submit-to-meeting", submission()).await.ok();
        id
    }

    /// A government case that the office has referred up.
    pub async fn referred_up(&self) -> String {
        let id = self.stuck().await;
        self.command("lead.zw", &id, "request-referral", referral_request()).await.ok();
        self.command("office", &id, "refer-up", letter()).await.ok();
        id
    }

    /// Cases with their present versions, as commands name them.
    pub async fn versions(&self, cases: &[&str]) -> Value {
        let mut versions = Vec::new();
        for id in cases {
            versions.push(json!({ "id": id, "version": self.case(id).await["version"] }));
        }
        json!(versions)
    }

    /// The answer to planning a meeting for these cases.
    pub async fn plan(&self, who: &str, cases: &[&str]) -> Answer {
        let body = json!({ "subject": "一事一议联席会", "cases": self.versions(cases).await });
        self.post(who, "/api/v1/meetings", body).await
    }

    /// A meeting planned for these cases; its identifier.
    pub async fn planned(&self, cases: &[&str]) -> String {
        text(&self.plan("office", cases).await.ok()["id"])
    }

    /// The meeting as the office sees it.
    pub async fn meeting(&self, id: &str) -> Value {
        self.get("office", &format!("/api/v1/meetings/{id}")).await.ok()
    }

    /// Gives a command to a meeting, naming its present version.
    pub async fn convene(&self, who: &str, meeting: &str, command: &str, body: Value) -> Answer {
        let tag = format!("\"{}\"", self.meeting(meeting).await["version"]);
        self.post_with(who, &format!("/api/v1/meetings/{meeting}/{command}"), &[("If-Match", &tag)], body).await
    }

    /// The present instant and some hours, as commands take it.
    pub fn in_hours(&self, hours: i64) -> Value {
        json!((self.clock.now() + TimeDelta::hours(hours)).to_rfc3339())
    }

    /// A notice that nothing is wrong with, to these units.
    pub fn notice(&self, units: &[&str]) -> Value {
        json!({ "begins_at": self.in_hours(2), "place": "区政府301会议室", "units": units,
                "materials": ["事项情况说明一。", "事项情况说明二。"] })
    }

    /// A meeting for these cases, called and held.
    pub async fn held(&self, cases: &[&str]) -> String {
        let id = self.planned(cases).await;
        self.convene("office", &id, "call", self.notice(&["qzwfwj", "qfgw"])).await.ok();
        self.clock.advance(TimeDelta::hours(3));
        let held = json!({ "held_at": self.in_hours(-1), "units": ["qzwfwj"], "attendance": "甄主任主持。" });
        self.convene("office", &id, "hold", held).await.ok();
        id
    }

    /// The answer to entering a resolution.
    pub async fn resolve(&self, meeting: &str, case: &str, disposition: &str) -> Answer {
        let body = json!({ "case": case, "decision": "会议议定如下。", "settlement": settlement(disposition) });
        self.convene("office", meeting, "resolve", body).await
    }

    /// The types of a case's events, oldest first.
    pub async fn happened(&self, case: &str) -> Vec<String> {
        self.history(case).await.iter().map(|event| text(&event["type"])).collect()
    }
}
