//! 24 cases that go wherever the server says they may go, through HTTP, on both databases: what is
//! offered can be done, and what it leaves can be proved.

use serde_json::{Value, json};

use crate::support::api::{business_registration, registration, text};
use crate::support::both;

const PEOPLE: &[&str] =
    &["intake", "butler", "handler.qzjw", "handler.qrlsbj", "lead.zw", "lead.zw2", "lead.ss", "lead.ss2", "chief"];

/// Numbers that look random and are the same in every run.
struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap() % sides
    }
}

fn body(action: &str, dice: &mut Dice) -> Value {
    let told = "按规定办理";
    let luck = dice.roll(4) != 0;
    match action {
        "accept" | "receive" => json!({}),
        "correct" => json!({ "matter_name": "更正后的事项名称" }),
        "add_material" => json!({ "description": told }),
        "note" => json!({ "kind": "contacted", "text": told }),
        "request_opinion" => json!({ "unit": "qzjw", "question": told }),
        "give_opinion" => json!({ "conforms": luck, "provision": told }),
        "decline_opinion" | "recall_opinion" | "send_back" | "raise" | "pass_on" => json!({ "reason": told }),
        "close_out_of_scope" => json!({ "reason": "petition", "answer": told, "where_to_turn": told }),
        "explain" => json!({ "provision": told, "answer": told }),
        "solve_on_the_spot" => json!({ "answer": told }),
        "give_co_opinion" => json!({ "opinion": told }),
        "give_feedback" | "report_coordinated" => json!({ "solved": luck, "done": told, "cause": "other" }),
        "record_callback" => json!({ "reached": true, "solved": luck }),
        "verify_solved" => json!({ "finding": told, "summary": told }),
        other => panic!("no body for {other}"),
    }
}

/// Actions that would end most walks at once are taken one time in eight.
fn is_hasty(action: &str) -> bool {
    matches!(
        action,
        "close_out_of_scope" | "explain" | "solve_on_the_spot" | "correct" | "correct_contact" | "add_material"
    )
}

both! {
    /// What is offered can be done.
    async fn what_is_offered_can_be_done(t: TestApp) {
        let mut dice = Dice(2021);
        let mut closed = 0;
        for walk in 0..24 {
            let (who, new) = if walk % 2 == 0 { ("intake", registration()) } else { ("butler", business_registration()) };
            let id = text(&t.post(who, "/api/v1/cases", new).await.ok()["id"]);
            for _ in 0..14 {
                t.clock.advance(chrono::TimeDelta::minutes(i64::try_from(dice.roll(90)).unwrap()));
                let who = PEOPLE[dice.roll(PEOPLE.len())];
                let seen = t.get(who, &format!("/api/v1/cases/{id}")).await;
                if seen.status.as_u16() == 404 {
                    continue;
                }
                let case = seen.ok();
                let offered: Vec<String> = case["allowed_actions"].as_array().unwrap().iter()
                    .filter(|a| a["allowed"] == true).map(|a| text(&a["action"])).collect();
                let Some(action) = offered.get(dice.roll(offered.len().max(1))) else { continue };
                if action == "correct_contact" || (is_hasty(action) && dice.roll(8) != 0) {
                    continue;
                }
                if action == "dispatch" {
                    let sheet = t.drafted(who, &[&id], "qzjw", &["qrlsbj"]).await;
                    let reason = json!({ "unconfirmed_reason": "已电话沟通" });
                    t.order(who, &sheet, "dispatch", reason).await.ok();
                } else {
                    let body = body(action, &mut dice);
                    t.command(who, &id, &action.replace('_', "-"), body).await.ok();
                }
            }
            closed += usize::from(t.case(&id).await["state"] == "closed");
        }
        assert!(closed >= 2, "the walks lead somewhere");
        let report = t.verify();
        assert!(report.is_sound(), "{report}");
    }
}
