//! Units: renamed, placed, given a sector, closed; what happened before keeps its names.

use std::rc::Rc;

use serde_json::{Value, json};

use crate::support::api::{callback, feedback, registration, text};
use crate::support::{Answer, TestApp, both};

const UNITS: &str = "/api/v1/units";

async fn unit(t: &TestApp, id: &str) -> Value {
    t.get("intake", &format!("{UNITS}/{id}")).await.ok()
}

/// Gives a command to a unit, naming the present version.
async fn manage(t: &TestApp, who: &str, id: &str, command: &str, body: Value) -> Answer {
    let tag = format!("\"{}\"", unit(t, id).await["version"]);
    t.post_with(who, &format!("{UNITS}/{id}/{command}"), &[("If-Match", &tag)], body).await
}

/// What has happened to a unit, oldest first.
async fn history(t: &TestApp, id: &str) -> Vec<Value> {
    t.get("auditor", &format!("{UNITS}/{id}/history")).await.ok()["items"].as_array().unwrap().clone()
}

/// Takes all posts in a unit from whoever holds them.
async fn take_posts(t: &TestApp, unit: &str) {
    let people = t.get("admin", &format!("/api/v1/users?unit={unit}&limit=200")).await.ok();
    for person in people["items"].as_array().unwrap() {
        let posts = person["posts"].as_array().unwrap().iter().filter(|post| post["unit"] == unit);
        for (post, version) in posts.zip(person["version"].as_i64().unwrap()..) {
            let body = json!({ "role": post["role"], "unit": unit, "reason": "机构改革" });
            let path = format!("/api/v1/users/{}/take-post", text(&person["id"]));
            t.post_with("admin", &path, &[("If-Match", &format!("\"{version}\""))], body).await.ok();
        }
    }
}

fn renamed() -> Value {
    json!({ "name": "区住房城乡建设委", "full_name": "北京市东城区住房和城乡建设委员会", "reason": "机构改革方案" })
}

fn taking_over(duty: &str, sector: &str) -> Value {
    json!({ "duty": duty, "sector": sector, "reason": "区政府专题会议纪要" })
}

#[track_caller]
fn assert_sound(t: &TestApp) {
    let report = t.verify();
    assert!(report.is_sound(), "{report}");
}

both! {
    /// What was dispatched under the old name shows the old name; what is there now has the new one.
    async fn a_unit_is_renamed(t: TestApp) {
        let case = t.dispatched("qzjw", &["qsfj"]).await;
        let sheet = text(&t.case(&case).await["assignments"][0]["work_order"]);
        let waiting = t.awaiting_dispatch().await;
        let draft = t.drafted("lead.zw", &[&waiting], "qzjw", &[]).await;

        t.post("admin", &format!("{UNITS}/qzjw/rename"), renamed()).await.refused(428, "if_match_required");
        for who in ["lead.zw", "auditor", "head.qzjw"] {
            manage(&t, who, "qzjw", "rename", renamed()).await.refused(403, "role_may_not");
        }
        for (field, value) in [("name", json!("")), ("full_name", json!("长".repeat(101))), ("kind", json!("hall"))] {
            let mut body = renamed();
            body[field] = value;
            manage(&t, "admin", "qzjw", "rename", body).await.names_field(field);
        }
        manage(&t, "admin", "qzjw", "rename", renamed()).await.ok();

        assert_eq!(unit(&t, "qzjw").await["name"], "区住房城乡建设委");
        assert_eq!(t.sheet(&sheet).await["main_unit"]["name"], "区住建委");
        assert_eq!(t.sheet(&draft).await["main_unit"]["name"], "区住房城乡建设委");
        assert_eq!(t.case(&case).await["holder_unit"]["name"], "区住房城乡建设委");
        let unconfirmed = json!({ "unconfirmed_reason": "电话沟通时对方已口头同意" });
        t.order("lead.zw", &draft, "dispatch", unconfirmed).await.ok();
        manage(&t, "admin", "qzjw", "rename", json!({ "name": "区住建局", "full_name": "区住建局", "reason": "更正" }))
            .await
            .ok();
        assert_eq!(t.sheet(&draft).await["main_unit"]["name"], "区住房城乡建设委");

        let events = history(&t, "qzjw").await;
        let names: Vec<&Value> = events.iter().map(|event| &event["data"]["name"]).collect();
        assert_eq!(names, [&json!("区住建委"), &json!("区住房城乡建设委"), &json!("区住建局")]);
        assert_eq!(events[1]["texts"]["reason"], "机构改革方案");
        t.get("admin", &format!("{UNITS}/qzjw/history")).await.ok();
        t.get("office", &format!("{UNITS}/qzjw/history")).await.refused(403, "role_may_not");
        t.get("auditor", &format!("{UNITS}/nowhere/history")).await.refused(404, "not_found");
        assert_sound(&t);
    }

    /// A unit belongs to another one, never to itself in however many steps.
    async fn a_unit_is_placed(t: TestApp) {
        let under = |parent: &str| json!({ "parent": parent, "rank": 7 });
        manage(&t, "admin", "qsfj", "place", under("qzjw")).await.ok();
        let placed = unit(&t, "qsfj").await;
        assert_eq!((&placed["parent"], &placed["rank"]), (&json!("qzjw"), &json!(7)));
        manage(&t, "admin", "qtjj", "place", under("qsfj")).await.ok();
        for (id, parent) in [("qzjw", "qzjw"), ("qzjw", "qsfj"), ("qzjw", "qtjj"), ("qzjw", "nowhere")] {
            manage(&t, "admin", id, "place", under(parent)).await.names_field("parent");
        }
        manage(&t, "admin", "qzjw", "place", json!({ "rank": -1 })).await.names_field("rank");
        manage(&t, "admin", "qzjw", "place", json!({ "rank": 100_001 })).await.names_field("rank");
        // Without a parent it stands for itself.
        manage(&t, "admin", "qsfj", "place", json!({ "rank": 100 })).await.ok();
        assert_eq!(unit(&t, "qsfj").await["parent"], Value::Null);
        manage(&t, "admin", "qzjw", "place", under("qtjj")).await.ok();
        assert_sound(&t);
    }

    /// Two units each placed under the other at once: no circle comes of it.
    async fn no_circle_is_made_by_two_at_once(t: TestApp) {
        let t = Rc::new(t);
        t.token("admin").await;
        let both: Vec<_> = [("qsfj", "qzjw"), ("qzjw", "qsfj")]
            .map(|(id, parent)| {
                let t = t.clone();
                actix_web::rt::spawn(async move {
                    let path = format!("{UNITS}/{id}/place");
                    let body = json!({ "parent": parent, "rank": 1 });
                    t.post_with("admin", &path, &[("If-Match", "\"1\"")], body).await
                })
            })
            .into();
        let mut done = 0;
        for one in both {
            let answer = one.await.unwrap();
            if answer.status == 200 {
                done += 1;
            } else {
                answer.names_field("parent");
            }
        }
        assert_eq!(done, 1);
        assert_sound(&t);
    }

    /// The lead of a sector changes in one step that both units' histories tell.
    async fn another_unit_takes_over_a_sector(t: TestApp) {
        let case = t.awaiting_dispatch().await;
        manage(&t, "admin", "qfgw", "take-over", taking_over("lead", "government_service"))
            .await
            .refused(409, "wrong_state");
        manage(&t, "admin", "qsfj", "take-over", taking_over("watch", "government_service")).await.names_field("duty");
        manage(&t, "admin", "qsfj", "take-over", taking_over("lead", "policing")).await.names_field("sector");
        manage(&t, "lead.zw", "qsfj", "take-over", taking_over("lead", "government_service"))
            .await
            .refused(403, "role_may_not");
        manage(&t, "admin", "qsfj", "take-over", taking_over("lead", "government_service")).await.ok();

        assert_eq!(unit(&t, "qsfj").await["leads"], "government_service");
        assert_eq!(unit(&t, "qzwfwj").await["leads"], Value::Null);
        let (taken, given) = (history(&t, "qsfj").await.remove(1), history(&t, "qzwfwj").await.remove(1));
        assert_eq!((&taken["type"], &taken["data"]["from"]), (&json!("duty_taken_over"), &json!("qzwfwj")));
        assert_eq!((&given["type"], &given["data"]["to"]), (&json!("duty_given_up"), &json!("qsfj")));
        assert_eq!((&taken["at"], &taken["texts"]), (&given["at"], &given["texts"]));

        // The new lead's people dispatch, the old one's don't.
        let handler = text(&t.get("admin", "/api/v1/users?unit=qsfj").await.ok()["items"][0]["id"]);
        let post = json!({ "role": "lead", "unit": "qsfj" });
        let give = format!("/api/v1/users/{handler}/give-post");
        t.post_with("admin", &give, &[("If-Match", "\"1\"")], post).await.ok();
        t.get("lead.zw", &format!("/api/v1/cases/{case}")).await.refused(404, "not_found");
        t.draft("handler.qsfj@lead/qsfj", &[&case], "qzjw", &[]).await.ok();
        assert_sound(&t);
    }

    /// Two units take over at once: one does after the other, and one leads.
    async fn a_sector_never_has_two_leads(t: TestApp) {
        let t = Rc::new(t);
        t.token("admin").await;
        let both: Vec<_> = ["qsfj", "qzjw"]
            .map(|id| {
                let t = t.clone();
                actix_web::rt::spawn(async move {
                    let path = format!("{UNITS}/{id}/take-over");
                    let body = taking_over("lead", "government_service");
                    t.post_with("admin", &path, &[("If-Match", "\"1\"")], body).await.ok()
                })
            })
            .into();
        for one in both {
            one.await.unwrap();
        }
        let all = t.get("intake", UNITS).await.ok();
        let leads: Vec<&Value> =
            all["items"].as_array().unwrap().iter().filter(|unit| unit["leads"] == "government_service").collect();
        assert_eq!(leads.len(), 1, "{leads:?}");
        assert_sound(&t);
    }

    /// Without a coordinator of its own a sector is coordinated by its lead; a lead can't just go.
    async fn coordination_is_given_up(t: TestApp) {
        let reason = json!({ "reason": "总管家撤并" });
        manage(&t, "admin", "qfgw", "give-up", reason.clone()).await.refused(409, "wrong_state");
        manage(&t, "admin", "zgj", "give-up", reason.clone()).await.ok();
        assert_eq!(unit(&t, "zgj").await["coordinates"], Value::Null);
        manage(&t, "admin", "zgj", "give-up", reason).await.refused(409, "wrong_state");
        manage(&t, "admin", "zgj", "take-over", taking_over("coordination", "business_service")).await.ok();
        assert_eq!(unit(&t, "zgj").await["coordinates"], "business_service");
        manage(&t, "admin", "qfgw", "take-over", taking_over("coordination", "business_service")).await.ok();
        assert_eq!(unit(&t, "zgj").await["coordinates"], Value::Null);
        assert_sound(&t);
    }

    /// A unit is closed while cases come in: either it closes and they go elsewhere, or it stays.
    async fn nothing_is_left_with_a_unit_that_closes(t: TestApp) {
        let t = Rc::new(t);
        let units = ["qtjj", "qcgw", "qsfj", "qmzj", "qjw", "qyjj"];
        let mut cases = Vec::new();
        for id in units {
            take_posts(&t, id).await;
            cases.push([t.accepted().await, t.accepted().await]);
        }
        t.token("admin").await;
        let (mut closed, mut stayed) = (0, 0);
        for (i, (id, cases)) in units.iter().zip(&cases).enumerate() {
            let mut all: Vec<_> = cases
                .iter()
                .map(|case| {
                    let (t, case, unit) = (t.clone(), case.clone(), *id);
                    actix_web::rt::spawn(async move {
                        let question = json!({ "unit": unit, "question": "是否符合？" });
                        t.command("intake", &case, "request-opinion", question).await.status.as_u16()
                    })
                })
                .collect();
            let (closing, unit) = (t.clone(), *id);
            let close = actix_web::rt::spawn(async move {
                let close = json!({ "reason": "机构改革" });
                let path = format!("{UNITS}/{unit}/close");
                closing.post_with("admin", &path, &[("If-Match", "\"1\"")], close).await.status.as_u16()
            });
            all.insert(i % 3, close);
            let mut answers = Vec::new();
            for one in all {
                answers.push(one.await.unwrap());
            }
            let gone = answers.remove(i % 3) == 200;
            assert_eq!(answers, if gone { [422, 422] } else { [200, 200] }, "{id}");
            for case in cases {
                let state = t.case(case).await["state"].clone();
                assert_eq!(state, if gone { "accepted" } else { "under_review" }, "{id}");
            }
            *(if gone { &mut closed } else { &mut stayed }) += 1;
        }
        assert_eq!(closed + stayed, units.len());
        assert_sound(&t);
    }

    /// A unit closes once nothing lies with it any more; until then one is told what does.
    async fn a_unit_with_work_left_is_not_closed(t: TestApp) {
        let close = json!({ "reason": "机构改革", "successor": "qcgw" });
        let case = t.dispatched("qzjw", &["qsfj"]).await;
        let waiting = t.awaiting_dispatch().await;
        let sheet = t.drafted("lead.zw", &[&waiting], "qzjw", &[]).await;
        manage(&t, "admin", "dt_hydj", "place", json!({ "parent": "qzjw", "rank": 1059 })).await.ok();
        let told = manage(&t, "admin", "qzjw", "close", close.clone()).await.refused(409, "still_needed");
        let detail = "“区住建委”还有1件经办中的事项、1件未了结的交办、1张未派发的工作单、2个在任岗位、1个下属单位，不能撤销";
        assert_eq!(told["detail"], detail);
        let told = manage(&t, "admin", "qsfj", "close", close.clone()).await.refused(409, "still_needed");
        assert_eq!(told["detail"], "“区司法局”还有1件未了结的交办、1个在任岗位，不能撤销");
        for id in ["qzwfwj", "zgj", "qysb"] {
            manage(&t, "admin", id, "close", close.clone()).await.refused(409, "wrong_state");
        }

        t.order("lead.zw", &sheet, "cancel", json!({ "reason": "改派" })).await.ok();
        t.command("lead.zw", &case, "raise", json!({ "reason": "机构改革" })).await.ok();
        manage(&t, "admin", "dt_hydj", "place", json!({ "rank": 1059 })).await.ok();
        take_posts(&t, "qzjw").await;
        let successor = |id: &str| json!({ "reason": "机构改革", "successor": id });
        for id in ["nowhere", "qzjw"] {
            manage(&t, "admin", "qzjw", "close", successor(id)).await.names_field("successor");
        }
        manage(&t, "admin", "qzjw", "close", close.clone()).await.ok();
        let closed = unit(&t, "qzjw").await;
        assert_eq!((&closed["closed"], &closed["successor"]), (&json!(true), &json!("qcgw")));
        assert_eq!(t.case(&case).await["assignments"][0]["unit"]["name"], "区住建委");

        manage(&t, "admin", "qzjw", "close", close).await.refused(409, "wrong_state");
        manage(&t, "admin", "qzjw", "rename", renamed()).await.refused(409, "wrong_state");
        manage(&t, "admin", "qzjw", "place", json!({ "rank": 1 })).await.refused(409, "wrong_state");
        manage(&t, "admin", "qzjw", "take-over", taking_over("lead", "business_service"))
            .await
            .refused(409, "wrong_state");
        manage(&t, "admin", "qtjj", "place", json!({ "parent": "qzjw", "rank": 1 })).await.names_field("parent");
        assert_sound(&t);
    }

    /// A unit to which open cases may come back stays, wherever they are now.
    async fn a_unit_to_which_cases_may_come_back_is_not_closed(t: TestApp) {
        let close = json!({ "reason": "机构改革", "successor": "dt_qzwfw" });
        let with_butler = t.business_awaiting_dispatch().await;
        t.dispatch("butler", &[&with_butler], "qscjgj", &[]).await;
        let mut at_hall = registration();
        at_hall["channel"] = json!("subdistrict_hall");
        let passed_on = text(&t.post("intake.dt_jingshan", "/api/v1/cases", at_hall.clone()).await.ok()["id"]);
        t.command("intake.dt_jingshan", &passed_on, "accept", json!({})).await.ok();
        t.command("intake.dt_jingshan", &passed_on, "pass-on", json!({})).await.ok();
        let asked = text(&t.post("intake.dt_jingshan", "/api/v1/cases", at_hall.clone()).await.ok()["id"]);
        let question = json!({ "unit": "qzjw", "question": "是否符合？" });
        t.command("intake.dt_jingshan", &asked, "request-opinion", question).await.ok();
        // 移交出去的，不再回来
        let handed_over = text(&t.post("intake.dt_jingshan", "/api/v1/cases", at_hall).await.ok()["id"]);
        let to = json!({ "unit": "dt_qzwfw", "reason": "由其受理更便利。" });
        t.command("intake.dt_jingshan", &handed_over, "hand-over", to).await.ok();

        for (id, left) in [("zjfwgj", "1件由其受理、尚未办结的事项"), ("dt_jingshan", "2件由其受理、尚未办结的事项")] {
            take_posts(&t, id).await;
            let told = manage(&t, "admin", id, "close", close.clone()).await.refused(409, "still_needed");
            assert!(text(&told["detail"]).contains(&format!("还有{left}，不能撤销")), "{told}");
        }
        t.command("handler.qzjw", &asked, "give-opinion", json!({ "conforms": true, "provision": "第八条" })).await.ok();
        let back = &t.case(&asked).await;
        assert_eq!((&back["state"], &back["holder_unit"]["id"]), (&json!("registered"), &json!("dt_jingshan")));
        assert_sound(&t);
    }

    /// What is taken up again after its window was closed comes to the successor, or to the lead; a
    /// closed butler's case to the lead of its sector.
    async fn a_reopened_case_finds_whoever_carries_on(t: TestApp) {
        let reason = json!({ "reason": "回访反映未解决。" });
        let explained = json!({ "provision": "第十八条", "answer": "须产权人申请。" });
        let mut at_hall = registration();
        at_hall["channel"] = json!("subdistrict_hall");
        let mut closed = Vec::new();
        for hall in ["dt_jingshan", "dt_dongsi"] {
            let who = format!("intake.{hall}");
            let id = text(&t.post(&who, "/api/v1/cases", at_hall.clone()).await.ok()["id"]);
            t.command(&who, &id, "explain", explained.clone()).await.ok();
            closed.push(id);
        }
        let business = t.business_awaiting_dispatch().await;
        t.dispatch("butler", &[&business], "qscjgj", &[]).await;
        t.command("handler.qscjgj", &business, "give-feedback", feedback()).await.ok();
        t.command("lead.ss", &business, "record-callback", callback(true)).await.ok();
        let summary = json!({ "finding": "经核查属实。", "summary": "检查计划已合并。" });
        t.command("lead.ss", &business, "verify-solved", summary).await.ok();
        for (id, successor) in [("dt_jingshan", json!("dt_qzwfw")), ("dt_dongsi", Value::Null), ("zjfwgj", Value::Null)] {
            take_posts(&t, id).await;
            manage(&t, "admin", id, "close", json!({ "reason": "机构改革", "successor": successor })).await.ok();
        }

        let where_it_is = async |id: &str| {
            let case = t.case(id).await;
            (text(&case["state"]), text(&case["holder_unit"]["id"]))
        };
        for (id, holder) in closed.iter().zip(["dt_qzwfw", "qzwfwj"]) {
            t.command("lead.zw", id, "reopen", reason.clone()).await.ok();
            assert_eq!(where_it_is(id).await, ("registered".to_owned(), holder.to_owned()));
            assert_eq!(t.case(id).await["receiving_unit"]["id"], holder, "it lies there from now on");
        }
        t.command("intake", &closed[0], "accept", json!({})).await.ok();
        t.command("intake", &closed[0], "pass-on", json!({})).await.ok();
        let unclear = json!({ "reason": "facts_missing", "explanation": "缺公证书。" });
        t.command("lead.zw", &closed[0], "return-to-intake", unclear.clone()).await.ok();
        assert_eq!(where_it_is(&closed[0]).await, ("registered".to_owned(), "dt_qzwfw".to_owned()));

        t.command("lead.ss", &business, "record-callback", callback(false)).await.ok();
        t.command("office2", &business, "reopen", reason).await.ok();
        assert_eq!(where_it_is(&business).await, ("awaiting_dispatch".to_owned(), "qfgw".to_owned()));
        t.command("lead.ss", &business, "return-to-intake", unclear).await.ok();
        assert_eq!(where_it_is(&business).await, ("registered".to_owned(), "qfgw".to_owned()));
        assert_sound(&t);
    }
}
