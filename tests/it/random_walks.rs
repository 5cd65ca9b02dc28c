//! 24 cases that go wherever the server says they may go, through HTTP, on both databases: what is
//! offered can be done, and what it leaves can be proved.

use serde_json::{Value, json};

use crate::support::api::{business_registration, registration, text};
use crate::support::first_level::{letter, settlement, submission};
use crate::support::stream::Circle;
use crate::support::{TestApp, both};

const PEOPLE: &[&str] = &[
    "intake",
    "butler",
    "handler.qzjw",
    "handler.qrlsbj",
    "lead.zw",
    "lead.zw2",
    "lead.ss",
    "lead.ss2",
    "chief",
    "office",
    "office2",
];

/// Numbers that look random and are the same in every run.
struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap() % sides
    }
}

/// A body for the command; none where this case has nothing to say in it.
fn body(action: &str, who: &str, case: &Value, dice: &mut Dice) -> Option<Value> {
    let told = "按规定办理";
    let luck = dice.roll(4) != 0;
    let open = |kind: &str| {
        let shares = case["assignments"].as_array().unwrap();
        shares.iter().rev().find(|a| a["kind"] == kind && (a["state"] == "open" || a["state"] == "answered")).cloned()
    };
    let main_due = open("main").map(|main| text(&main["due_date"])).unwrap_or_default();
    let later = ["2021-10-20", "2021-11-10", "2021-12-01", "2021-12-22"].into_iter().find(|day| **day > *main_due);
    let asker = case["assignments"].as_array().unwrap().iter().find(|a| !a["extension_request"].is_null());
    let said = match action {
        "hand_over" => json!({
            "unit": if case["holder_unit"]["id"] == "dt_qzwfw" { "zjfwgj" } else { "dt_qzwfw" }, "reason": told,
        }),
        "return_to_intake" => json!({ "reason": "facts_missing", "explanation": told }),
        "return" => json!({ "reason": "not_our_duty", "basis": told }),
        "rule" => json!({ "to": { "main_unit": "qzjw" }, "reason": told }),
        "add_co" => json!({ "co": { "unit": "qsfj", "task": told } }),
        "request_extension" if who == "handler.qzjw" => json!({ "until": later?, "reason": told }),
        "request_extension" => return None,
        "decide_extension" => {
            json!({ "unit": asker?["unit"]["id"], "granted": luck, "reason": told, "reporter_told": "phone" })
        }
        "request_coordination" => json!({ "reason": told, "tried": told }),
        "propose_meeting" | "remand" | "request_referral" | "refuse_referral" | "recall_referral" => {
            json!({ "reason": told })
        }
        "submit_to_meeting" => submission(),
        "refer_up" => letter(),
        "record_reply" => json!({
            "document_number": "京函1号", "document_date": "2021-09-01", "text": told,
            "settlement": settlement(if luck { "assign" } else { "solved" }),
        }),
        "withdraw" => json!({ "reason": told, "signed_paper": told }),
        "close_duplicate" => json!({ "of": "2021-0001", "answer": told }),
        "close_unsolved" => json!({ "answer": told, "summary": told }),
        "answer_dissatisfaction" => json!({ "answer": told }),
        "hand_over_sector" | "refuse_coordination" | "request_reopen" | "reopen" | "refuse_reopen" => {
            json!({ "reason": told })
        }
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
        // It would forget what the walk has said.
        "purge_classified" => return None,
        other => panic!("no body for {other}"),
    };
    Some(said)
}

/// Actions that would end most walks at once are taken one time in eight.
fn is_hasty(action: &str) -> bool {
    matches!(
        action,
        "close_out_of_scope"
            | "explain"
            | "solve_on_the_spot"
            | "correct"
            | "correct_contact"
            | "add_material"
            | "withdraw"
            | "close_duplicate"
            | "hand_over"
            | "return_to_intake"
            | "hand_over_sector"
    )
}

/// A person of this list, chosen by the dice, does one of the things that the case offers; or nothing, as it falls.
async fn go_on(t: &TestApp, dice: &mut Dice, id: &str) {
    t.clock.advance(chrono::TimeDelta::minutes(i64::try_from(dice.roll(90)).unwrap()));
    let who = PEOPLE[dice.roll(PEOPLE.len())];
    let seen = t.get(who, &format!("/api/v1/cases/{id}")).await;
    if seen.status.as_u16() == 404 {
        return;
    }
    let case = seen.ok();
    let offered: Vec<String> = case["allowed_actions"]
        .as_array()
        .unwrap()
        .iter()
        .filter(|a| a["allowed"] == true)
        .map(|a| text(&a["action"]))
        .collect();
    // A closed case is taken up again wherever it may be.
    let again = offered.iter().find(|action| matches!(action.as_str(), "request_reopen" | "reopen"));
    let Some(action) = again.or(offered.get(dice.roll(offered.len().max(1)))) else { return };
    if action == "correct_contact" || (is_hasty(action) && dice.roll(8) != 0) {
        return;
    }
    if action == "dispatch" {
        let sheet = t.drafted(who, &[id], "qzjw", &["qrlsbj"]).await;
        let reason = json!({ "unconfirmed_reason": "已电话沟通" });
        t.order(who, &sheet, "dispatch", reason).await.ok();
    } else if action == "add_attachment" {
        t.upload(who, id, "说明.txt", "已补充说明".as_bytes()).await.ok();
    } else {
        let Some(body) = body(action, who, &case, dice) else { return };
        t.command(who, id, &action.replace('_', "-"), body).await.ok();
    }
}

async fn registered(t: &TestApp, walk: usize) -> String {
    let (who, new) =
        if walk.is_multiple_of(2) { ("intake", registration()) } else { ("butler", business_registration()) };
    text(&t.post(who, "/api/v1/cases", new).await.ok()["id"])
}

both! {
    /// What is offered can be done.
    async fn what_is_offered_can_be_done(t: TestApp) {
        let mut dice = Dice(2021);
        let (mut closed, mut reopened) = (0, 0);
        for walk in 0..24 {
            let id = registered(&t, walk).await;
            for _ in 0..24 {
                go_on(&t, &mut dice, &id).await;
            }
            let case = t.case(&id).await;
            let again = usize::try_from(case["reopened"].as_u64().unwrap()).unwrap();
            closed += usize::from(case["state"] == "closed") + again;
            reopened += again;
        }
        assert!(closed >= 4 && reopened >= 2, "the walks lead somewhere, and back: {closed}, {reopened}");
        let report = t.verify();
        assert!(report.is_sound(), "{report}");
    }

    /// Wherever a case goes, exactly those hear of it who saw it before or see it after.
    async fn who_hears_is_who_sees(t: TestApp) {
        let mut dice = Dice(8);
        let mut heard = 0;
        for walk in 0..6 {
            let id = registered(&t, walk).await;
            for _ in 0..20 {
                let circle = Circle::of(&t, PEOPLE, &id).await;
                go_on(&t, &mut dice, &id).await;
                heard += circle.hears(&t).await;
            }
        }
        assert!(heard > 50, "much has happened");
    }
}
