//! The joint meeting (plan §4, §5.5): one matter, one discussion.

use serde_json::{Value, json};

use crate::support::api::{callback, feedback, text, verification};
use crate::support::first_level::{letter, settlement, submission};
use crate::support::{TestApp, both};

/// What the asker is told of a command on a meeting: `allowed`, or the code of why not.
async fn told(t: &TestApp, who: &str, meeting: &str, action: &str) -> String {
    t.told_at(who, &format!("/api/v1/meetings/{meeting}"), action).await
}

fn numbers(meeting: &Value) -> Vec<&str> {
    meeting["agenda"].as_array().unwrap().iter().map(|item| item["number"].as_str().unwrap()).collect()
}

both! {
    /// From the butler's 提请 to the office's desk: the case is at the first level.
    async fn a_stuck_case_is_brought_to_the_meeting(t: TestApp) {
        let id = t.stuck_business().await;
        let reason = json!({ "reason": "请提请联席会审议。" });
        t.command("resident", &id, "propose-meeting", reason.clone()).await.refused(403, "role_may_not");
        t.command("butler", &id, "propose-meeting", json!({})).await.names_field("reason");
        t.command("butler", &id, "propose-meeting", reason.clone()).await.ok();
        t.command("butler", &id, "propose-meeting", reason.clone()).await.refused(409, "already_pending");
        assert_eq!(t.told("butler", &id, "propose_meeting").await, "already_pending");
        let case = t.case(&id).await;
        let proposal = &case["first_level"]["meeting_proposal"];
        assert_eq!((&proposal["reason"], &proposal["decider"]["id"]), (&reason["reason"], &json!("zgj")));
        assert_eq!(case["state"], "under_coordination");
        let waits = t.get("chief", "/api/v1/inbox?kind=decide_meeting").await.ok();
        assert_eq!(waits["items"][0]["case"]["id"], id);

        t.command("lead.ss", &id, "submit-to-meeting", submission()).await.refused(403, "not_yours");
        t.command("chief", &id, "submit-to-meeting", json!({ "tried": "会商。" })).await.names_field("question");
        let sheet = t.drafted("chief", &[&id], "qzjw", &[]).await;
        t.command("chief", &id, "submit-to-meeting", submission()).await.ok();
        assert_eq!(t.sheet(&sheet).await["rows"], json!([]), "taken off the draft");
        let case = t.case(&id).await;
        assert_eq!(
            (&case["state"], &case["holder_unit"]["id"], &case["level"]),
            (&json!("awaiting_joint_meeting"), &json!("qysb"), &json!(1))
        );
        assert_eq!(case["first_level"]["meeting_proposal"], Value::Null, "what was asked for is answered");
        assert_eq!(case["first_level"]["submission"]["question"], submission()["question"]);
        for (who, command, body) in [("chief", "submit-to-meeting", submission()), ("butler", "propose-meeting", reason)]
        {
            t.command(who, &id, command, body).await.only_in(&["under_coordination"]);
        }

        // 政务服务事项由牵头部门提交；提请只是服务管家的
        let government = t.stuck().await;
        t.command("butler", &government, "propose-meeting", json!({ "reason": "?" })).await.refused(404, "not_found");
        t.command("handler.qwhlyj", &government, "submit-to-meeting", submission()).await.refused(403, "role_may_not");
        t.command("lead.zw2", &government, "submit-to-meeting", submission()).await.ok();
        assert_eq!(t.case(&government).await["level"], 1);

        // 不成熟的，区营商办退回协调
        t.command("lead.zw", &government, "remand", json!({ "reason": "?" })).await.refused(403, "role_may_not");
        t.command("office", &government, "remand", json!({})).await.names_field("reason");
        t.command("office", &government, "remand", json!({ "reason": "材料不齐。" })).await.ok();
        let case = t.case(&government).await;
        assert_eq!((&case["state"], &case["holder_unit"]["id"]), (&json!("under_coordination"), &json!("qzwfwj")));
        assert_eq!(case["level"], 1, "the level reached is kept");
        t.command("office", &government, "remand", json!({ "reason": "?" })).await.only_in(&["awaiting_joint_meeting"]);
        let report = t.verify();
        assert!(report.is_sound(), "{report}");
    }

    /// Who proposed it as the butler doesn't decide on it as the chief butler.
    async fn who_proposes_a_meeting_does_not_decide_on_it(t: TestApp) {
        t.enter("two.posts", &[("butler", "zjfwgj"), ("chief_butler", "zgj")], None).await;
        let id = t.stuck_business().await;
        assert_eq!(t.told("two.posts@chief_butler/zgj", &id, "submit_to_meeting").await, "allowed");
        let reason = json!({ "reason": "请提请联席会审议。" });
        t.command("two.posts@butler/zjfwgj", &id, "propose-meeting", reason).await.ok();
        let who = "two.posts@chief_butler/zgj";
        t.command(who, &id, "submit-to-meeting", submission()).await.refused(403, "segregation");
        assert_eq!(t.told(who, &id, "submit_to_meeting").await, "segregation");
        t.command("chief", &id, "submit-to-meeting", submission()).await.ok();
    }

    /// One meeting, seven cases, seven ways on; all by one signature.
    async fn a_meeting_settles_every_case_on_its_agenda(t: TestApp) {
        let ways = ["assign", "solved", "refer_up", "explain", "unsolved", "back_to_coordination", "defer"];
        let mut ids = Vec::new();
        for i in 0..ways.len() {
            ids.push(if i == 0 { t.submitted_business().await } else { t.submitted().await });
        }
        let refs: Vec<&str> = ids.iter().map(String::as_str).collect();
        let meeting = t.planned(&refs[..1]).await;
        let view = t.meeting(&meeting).await;
        assert_eq!(
            (&view["number"], &view["state"], &view["subject"], &view["planned_by_name"]),
            (&json!("2021-0001"), &json!("planned"), &json!("一事一议联席会"), &json!("甄营商"))
        );
        let cases = t.versions(&refs[1..]).await;
        t.convene("office2", &meeting, "add-cases", json!({ "cases": cases })).await.ok();
        t.convene("office", &meeting, "call", t.notice(&["qzwfwj"])).await.ok();
        t.at("2021-09-02T15:00:00+08:00");
        let held = json!({ "held_at": "2021-09-02T14:00:00+08:00", "units": ["qzwfwj", "qfgw"], "attendance": "甄主任主持。" });
        t.convene("office", &meeting, "hold", held).await.ok();
        for (id, way) in ids.iter().zip(ways) {
            assert_eq!(told(&t, "office", &meeting, "sign").await, "resolution_missing");
            t.resolve(&meeting, id, way).await.ok();
            assert_eq!(t.case(id).await["state"], "awaiting_joint_meeting", "nothing happens before the signature");
        }
        let given_again = json!({ "case": ids[1], "decision": "经领导小组决定，已解决。", "settlement": settlement("solved"),
                                  "precedent": true, "decided_by_leading_group": true });
        t.convene("office2", &meeting, "resolve", given_again.clone()).await.ok();
        assert_eq!(told(&t, "office", &meeting, "sign").await, "allowed");
        let receipt = t.convene("office", &meeting, "sign", json!({})).await.ok();
        assert_eq!((&receipt["id"], &receipt["state"]), (&json!(meeting), &json!("signed")));

        let ends = [
            ("in_progress", json!("qzjw")),
            ("awaiting_verification", json!("qzwfwj")),
            ("referred_up", json!("qysb")),
            ("closed", Value::Null),
            ("closed", Value::Null),
            ("under_coordination", json!("qzwfwj")),
            ("awaiting_joint_meeting", json!("qysb")),
        ];
        for ((id, way), (state, holder)) in ids.iter().zip(ways).zip(ends) {
            let case = t.case(id).await;
            assert_eq!((&case["state"], &case["holder_unit"]["id"]), (&json!(state), &holder), "{way}");
            assert_eq!(case["first_level"]["meeting"], Value::Null, "{way}: off the agenda");
            let resolutions = case["first_level"]["resolutions"].as_array().unwrap();
            assert_eq!(resolutions.len(), 1, "{way}");
            assert_eq!(
                (&resolutions[0]["disposition"], &resolutions[0]["meeting_number"]),
                (&json!(way), &json!("2021-0001"))
            );
            let resolved = t.happened(id).await.iter().filter(|kind| *kind == "resolved").count();
            assert_eq!(resolved, 1, "{way}: settled once");
        }

        // 交办：另开一张工作单，无须确认，不得退回
        let case = t.case(&ids[0]).await;
        assert_eq!(case["assignments"].as_array().unwrap().len(), 2);
        let sheet = t.sheet(&text(&case["assignments"][0]["work_order"])).await;
        assert_eq!((&sheet["state"], &sheet["drafter_unit"]["id"]), (&json!("dispatched"), &json!("qysb")));
        assert_eq!(sheet["unconfirmed_reason"], "按联席会 2021-0001 议定交办");
        assert_eq!((&sheet["co_units"][0]["unit"]["id"], &sheet["co_units"][0]["task"]), (&json!("qcgw"), &json!("核实现场。")));
        let not_ours = json!({ "reason": "not_our_duty", "basis": "三定规定" });
        t.command("handler.qzjw", &ids[0], "return", not_ours).await.refused(409, "not_returnable");
        // 已解决：由牵头部门核查，理由即议定
        let solved = t.case(&ids[1]).await;
        assert_eq!((&solved["feedback"]["source"], &solved["feedback"]["done"]), (&json!("resolution"), &given_again["decision"]));
        let resolution = &solved["first_level"]["resolutions"][0];
        assert_eq!((&resolution["precedent"], &resolution["decided_by_leading_group"]), (&json!(true), &json!(true)));
        t.command("lead.zw", &ids[1], "record-callback", callback(true)).await.ok();
        t.command("lead.zw", &ids[1], "verify-solved", verification()).await.ok();
        // 上报、解释、未解决：内容随议定
        let referral = &t.case(&ids[2]).await["first_level"]["referrals"][0];
        assert_eq!((&referral["body"], &referral["reply"]), (&letter()["body"], &Value::Null));
        let explained = &t.case(&ids[3]).await["closed"];
        assert_eq!((&explained["outcome"], &explained["provision"]), (&json!("explained"), &json!("《某办法》第九条")));
        let unsolved = &t.case(&ids[4]).await["closed"];
        assert_eq!((&unsolved["outcome"], &unsolved["answer"]), (&json!("unsolved"), &json!("现阶段确实办不了，已如实告知。")));

        // 作为先例：同一事项再来时，办理的人看得到
        let next = t.awaiting_dispatch().await;
        let precedents = t.get("lead.zw", &format!("/api/v1/cases/{next}/precedents")).await.ok();
        let items = precedents["items"].as_array().unwrap();
        assert_eq!(items.len(), 1, "only what was marked");
        assert_eq!(
            (&items[0]["resolved"], &items[0]["unit"], &items[0]["reason"]),
            (&json!("solved"), &Value::Null, &given_again["decision"])
        );

        // 暂缓的可以上另一次会；签发后不能再改
        for (command, body) in [("sign", json!({})), ("resolve", given_again)] {
            t.convene("office", &meeting, command, body).await.only_in(&["held"]);
        }
        let next = t.held(&[&ids[6]]).await;
        assert_eq!(t.meeting(&next).await["number"], "2021-0002");
        t.resolve(&next, &ids[6], "assign").await.ok();
        t.convene("office", &next, "sign", json!({})).await.ok();
        let case = t.case(&ids[6]).await;
        assert_eq!(case["state"], "in_progress");
        assert_eq!(case["first_level"]["resolutions"].as_array().unwrap().len(), 2);

        let history = t.get("auditor", &format!("/api/v1/meetings/{meeting}/history")).await.ok();
        let labels: Vec<&str> = history["items"].as_array().unwrap().iter().map(|e| e["label"].as_str().unwrap()).collect();
        assert_eq!(labels.first(), Some(&"筹备联席会"));
        assert_eq!(labels.last(), Some(&"签发纪要"));
        let report = t.verify();
        assert!(report.is_sound(), "{report}");
    }

    /// What can't all be carried out isn't carried out at all.
    async fn signing_is_all_or_nothing(t: TestApp) {
        let (one, other) = (t.submitted().await, t.submitted().await);
        let meeting = t.held(&[&one, &other]).await;
        let missing = t.convene("office", &meeting, "sign", json!({})).await.refused(409, "resolution_missing");
        assert!(text(&missing["detail"]).contains(t.case(&one).await["number"].as_str().unwrap()));
        t.resolve(&meeting, &one, "unsolved").await.ok();
        t.convene("office", &meeting, "sign", json!({})).await.refused(409, "resolution_missing");
        let new = json!({ "id": "qxsb", "name": "区新设办", "full_name": "区新设办公室", "kind": "department", "rank": 900 });
        t.post("admin", "/api/v1/units", new).await.ok();
        let to = json!({ "assign": { "to": { "main_unit": "qxsb" } } });
        let to_the_new = json!({ "case": other, "decision": "由区新设办办理。", "settlement": to });
        t.convene("office", &meeting, "resolve", to_the_new.clone()).await.ok();

        // 议定后主办单位被撤销：一件执行不了，全都不执行
        let reform = json!({ "reason": "机构改革" });
        t.post_with("admin", "/api/v1/units/qxsb/close", &[("If-Match", "\"1\"")], reform).await.ok();
        let (events, numbers) = (t.event_count(), t.get("office", "/api/v1/work-orders").await.ok());
        let void = t.convene("office", &meeting, "sign", json!({})).await.refused(409, "resolution_void");
        assert!(text(&void["detail"]).contains(t.case(&other).await["number"].as_str().unwrap()), "{void}");
        assert_eq!(t.event_count(), events);
        assert_eq!(t.get("office", "/api/v1/work-orders").await.ok(), numbers);
        for id in [&one, &other] {
            assert_eq!(t.case(id).await["state"], "awaiting_joint_meeting");
        }
        assert_eq!(t.meeting(&meeting).await["state"], "held");

        t.convene("office", &meeting, "resolve", to_the_new).await.names_field("settlement.assign.to.main_unit");
        let to = json!({ "assign": { "to": { "main_unit": "qcgw" } } });
        let again = json!({ "case": other, "decision": "改由区城管委办理。", "settlement": to });
        t.convene("office", &meeting, "resolve", again).await.ok();
        t.convene("office", &meeting, "sign", json!({})).await.ok();
        assert_eq!(t.case(&one).await["closed"]["outcome"], "unsolved");
        assert_eq!(t.case(&other).await["holder_unit"]["id"], "qcgw");
        let report = t.verify();
        assert!(report.is_sound(), "{report}");
    }

    /// A case that goes another way is taken off the agenda, and its resolution lapses.
    async fn what_is_withdrawn_or_remanded_leaves_the_agenda(t: TestApp) {
        let (stays, withdrawn, remanded) = (t.submitted().await, t.submitted().await, t.submitted().await);
        let meeting = t.held(&[&stays, &withdrawn, &remanded]).await;
        for id in [&stays, &withdrawn, &remanded] {
            t.resolve(&meeting, id, "assign").await.ok();
        }
        let paper = json!({ "reason": "反映人自行解决。", "signed_paper": "书面撤回，存窗口。" });
        t.command("lead.zw", &withdrawn, "withdraw", paper).await.ok();
        t.command("office", &remanded, "remand", json!({ "reason": "情况有变。" })).await.ok();
        let view = t.meeting(&meeting).await;
        assert_eq!(view["agenda"].as_array().unwrap().len(), 1);
        let history = t.get("office", &format!("/api/v1/meetings/{meeting}/history")).await.ok();
        let removed = history["items"].as_array().unwrap().iter().filter(|e| e["type"] == "agenda_removed").count();
        assert_eq!(removed, 2);
        assert_eq!(t.case(&remanded).await["first_level"]["meeting"], Value::Null);

        t.convene("office", &meeting, "sign", json!({})).await.ok();
        assert_eq!(t.case(&stays).await["state"], "in_progress");
        assert_eq!(t.case(&withdrawn).await["closed"]["outcome"], "withdrawn");
        assert_eq!(t.case(&remanded).await["state"], "under_coordination");
        for id in [&withdrawn, &remanded] {
            assert_eq!(t.case(id).await["first_level"]["resolutions"], json!([]), "lapsed");
        }

        // 全部撤下的会议照样可以签发
        let alone = t.submitted().await;
        let empty = t.held(&[&alone]).await;
        t.command("office", &alone, "remand", json!({ "reason": "情况有变。" })).await.ok();
        t.convene("office", &empty, "sign", json!({})).await.ok();
        let report = t.verify();
        assert!(report.is_sound(), "{report}");
    }

    /// The office puts the agenda in order, until the meeting is held.
    async fn an_agenda_is_put_in_order(t: TestApp) {
        let mut ids = Vec::new();
        for _ in 0..3 {
            ids.push(t.submitted().await);
        }
        let [one, two, three] = [&ids[0], &ids[1], &ids[2]].map(String::as_str);
        let meeting = text(&t.plan("office", &[one, two, three]).await.ok()["id"]);
        let arrange = async |cases: &[&str]| t.convene("office", &meeting, "arrange", json!({ "cases": cases })).await;
        for wrong in [&[one, two][..], &[one, two, two], &[one, two, three, three], &[]] {
            arrange(wrong).await.names_field("cases");
        }
        arrange(&[one, two, three]).await.refused(409, "nothing_changes");
        arrange(&[three, one, two]).await.ok();
        let view = t.get("office", &format!("/api/v1/meetings/{meeting}")).await.ok();
        let order: Vec<&Value> = view["agenda"].as_array().unwrap().iter().map(|item| &item["case"]).collect();
        assert_eq!(order, [three, one, two]);
        let body = json!({ "cases": [one, two, three] });
        t.convene("lead.zw", &meeting, "arrange", body.clone()).await.refused(403, "role_may_not");
        t.convene("office", &meeting, "call", t.notice(&["qzwfwj"])).await.ok();
        arrange(&[one, two, three]).await.ok();
        let held = t.held(&[&t.submitted().await]).await;
        assert_eq!(told(&t, "office", &held, "arrange").await, "wrong_state");
        let empty = text(&t.plan("office", &[]).await.ok()["id"]);
        t.convene("office", &empty, "arrange", body).await.refused(409, "agenda_empty");
        let report = t.verify();
        assert!(report.is_sound(), "{report}");
    }

    /// Only what awaits the meeting, and on one agenda only.
    async fn an_agenda_takes_what_awaits_the_meeting(t: TestApp) {
        let (one, other, stuck) = (t.submitted().await, t.submitted().await, t.stuck().await);
        t.plan("lead.zw", &[&one]).await.refused(403, "role_may_not");
        t.plan("office", &[&stuck]).await.only_in(&["awaiting_joint_meeting"]);
        t.plan("office", &[&one, &one]).await.names_field("cases[1].id");
        t.plan("office", &[]).await.ok();
        t.post("office", "/api/v1/meetings", json!({ "cases": [] })).await.names_field("subject");
        let unknown = json!({ "subject": "一事一议", "cases": [{ "id": "no-such-case", "version": 1 }] });
        t.post("office", "/api/v1/meetings", unknown).await.names_field("cases[0].id");

        // 有事项已被他人更改：整个不成立
        let mut seen = t.versions(&[&one, &other]).await;
        seen[1]["version"] = json!(1);
        let before = t.event_count();
        let stale = json!({ "subject": "一事一议", "cases": seen });
        let answer = t.post("office", "/api/v1/meetings", stale).await.refused(412, "version_conflict");
        assert_eq!((&answer["stale"], t.event_count()), (&json!([other]), before));

        let meeting = t.planned(&[&one]).await;
        t.plan("office2", &[&one]).await.refused(409, "on_another_agenda");
        assert_eq!(t.case(&one).await["first_level"]["meeting"], meeting);
        let waiting = t.get("office", "/api/v1/inbox?kind=hold_meeting").await.ok()["items"].clone();
        let mut of_cases: Vec<_> = waiting.as_array().unwrap().iter().map(|task| &task["case"]).collect();
        of_cases.sort_by_key(|case| case["number"].to_string());
        let meetings: Vec<_> = of_cases.iter().map(|case| (&case["id"], &case["meeting"])).collect();
        assert_eq!(meetings, [(&json!(one), &json!(meeting)), (&json!(other), &Value::Null)]);
        let add = async |cases: &[&str]| {
            let cases = t.versions(cases).await;
            t.convene("office", &meeting, "add-cases", json!({ "cases": cases })).await
        };
        add(&[]).await.names_field("cases");
        add(&[&stuck]).await.only_in(&["awaiting_joint_meeting"]);
        add(&[&one]).await.refused(409, "on_another_agenda");
        add(&[&other]).await.ok();
        assert_eq!(numbers(&t.meeting(&meeting).await).len(), 2);
        t.convene("office", &meeting, "remove-case", json!({ "case": stuck })).await.refused(409, "not_on_agenda");
        t.convene("office", &meeting, "remove-case", json!({ "case": one })).await.ok();
        assert_eq!(t.case(&one).await["first_level"]["meeting"], Value::Null);
        let elsewhere = t.planned(&[&one]).await;

        // 取消的会议，事项等另一次会
        t.convene("office", &elsewhere, "cancel", json!({})).await.names_field("reason");
        t.convene("office", &elsewhere, "cancel", json!({ "reason": "议题太少。" })).await.ok();
        let cancelled = t.meeting(&elsewhere).await;
        assert_eq!((&cancelled["state"], &cancelled["cancelled_reason"]), (&json!("cancelled"), &json!("议题太少。")));
        assert_eq!(t.case(&one).await["first_level"]["meeting"], Value::Null);
        t.convene("office", &elsewhere, "cancel", json!({ "reason": "?" })).await.only_in(&["planned", "called"]);
        add(&[&one]).await.ok();
        let report = t.verify();
        assert!(report.is_sound(), "{report}");
    }

    /// Step by step: what comes too early, too late or incomplete is refused.
    async fn a_meeting_goes_step_by_step(t: TestApp) {
        let (id, empty) = (t.submitted().await, t.planned(&[]).await);
        let meeting = t.planned(&[&id]).await;
        let give = async |command: &str, body: Value| t.convene("office", &meeting, command, body).await;
        let held = |t: &TestApp, hours: i64| json!({ "held_at": t.in_hours(hours), "units": ["qzwfwj"] });

        t.convene("office", &empty, "call", t.notice(&["qzwfwj"])).await.refused(409, "agenda_empty");
        assert_eq!(told(&t, "office", &empty, "call").await, "agenda_empty");
        give("hold", held(&t, 0)).await.only_in(&["called"]);
        give("sign", json!({})).await.only_in(&["held"]);
        t.resolve(&meeting, &id, "solved").await.only_in(&["held"]);
        let call = |change: &str, value: Value| {
            let mut notice = t.notice(&["qzwfwj"]);
            notice[change] = value;
            give("call", notice)
        };
        call("begins_at", t.in_hours(0)).await.names_field("begins_at");
        call("units", json!([])).await.names_field("units");
        call("units", json!(["qzwfwj", "no_such_unit"])).await.names_field("units[1]");
        call("units", json!(["qzwfwj", "qzwfwj"])).await.names_field("units[1]");
        call("place", json!("")).await.names_field("place");
        call("materials", json!(vec!["材料"; 21])).await.names_field("materials");
        give("call", t.notice(&["qzwfwj"])).await.ok();
        t.clock.advance(chrono::TimeDelta::hours(1));
        give("call", t.notice(&["qfgw"])).await.ok();
        let view = t.meeting(&meeting).await;
        let called = &view["called"];
        assert_eq!((&view["state"], &called["place"]), (&json!("called"), &json!("区政府301会议室")));
        assert_eq!((&called["units"][0]["id"], &called["materials"][1]), (&json!("qfgw"), &json!("事项情况说明二。")));

        t.clock.advance(chrono::TimeDelta::hours(3));
        give("hold", held(&t, 1)).await.names_field("held_at");
        give("hold", held(&t, -4)).await.names_field("held_at");
        give("hold", json!({ "held_at": t.in_hours(-1), "units": [] })).await.names_field("units");
        give("hold", held(&t, -1)).await.ok();
        for (command, body) in [("call", t.notice(&["qfgw"])), ("cancel", json!({ "reason": "?" })),
                                ("remove-case", json!({ "case": id })), ("add-cases", json!({ "cases": [] }))] {
            give(command, body).await.only_in(&["planned", "called"]);
        }

        // 议定：内容不全、不成立的，不能议定
        let resolve = async |settlement: Value| {
            give("resolve", json!({ "case": id, "decision": "议定。", "settlement": settlement })).await
        };
        resolve(json!({})).await.refused(422, "invalid_value");
        resolve(json!({ "solved": {}, "defer": {} })).await.refused(422, "invalid_value");
        resolve(json!({ "think_about_it": {} })).await.names_field("settlement");
        resolve(json!({ "solved": { "done": "好" } })).await.refused(422, "unknown_field");
        resolve(json!({ "unsolved": {} })).await.names_field("settlement.unsolved.answer");
        resolve(json!({ "explain": { "answer": "?" } })).await.names_field("settlement.explain.provision");
        resolve(json!({ "assign": { "to": { "main_unit": "nowhere" } } })).await.names_field("settlement.assign.to.main_unit");
        let late = json!({ "main_unit": "qzjw", "due_date": "2021-09-20" });
        resolve(json!({ "assign": { "to": late } })).await.names_field("settlement.assign.to.due_reason");
        let mut future = letter();
        future["document_date"] = json!("2021-09-02");
        resolve(json!({ "refer_up": future })).await.names_field("settlement.refer_up.document_date");
        give("resolve", json!({ "case": id, "settlement": settlement("solved") })).await.names_field("decision");
        t.resolve(&meeting, &t.submitted().await, "solved").await.refused(409, "not_on_agenda");

        // 别人不能办，旧版本不能办
        for who in ["lead.zw", "supervisor", "leader", "auditor"] {
            t.convene(who, &meeting, "sign", json!({})).await.refused(403, "role_may_not");
            assert_eq!(told(&t, who, &meeting, "sign").await, "not offered");
        }
        let path = format!("/api/v1/meetings/{meeting}/sign");
        t.post("office", &path, json!({})).await.refused(428, "if_match_required");
        t.post_with("office", &path, &[("If-Match", "\"1\"")], json!({})).await.refused(412, "version_conflict");
    }

    /// Read by who may see a case on it, each seeing those cases; by the units invited, whole.
    async fn who_may_read_a_meeting(t: TestApp) {
        let (government, business) = (t.submitted().await, t.submitted_business().await);
        let meeting = t.planned(&[&government, &business]).await;
        let all = numbers(&t.meeting(&meeting).await).into_iter().map(str::to_owned).collect::<Vec<_>>();
        let sees = async |who: &str| {
            let answer = t.get(who, &format!("/api/v1/meetings/{meeting}")).await;
            let list = t.get(who, "/api/v1/meetings").await;
            let listed = list.body["items"].as_array().is_some_and(|items| items.iter().any(|m| m["id"] == meeting));
            assert_eq!(answer.status.is_success(), listed, "{who}");
            if answer.status.is_success() { numbers(&answer.body).into_iter().map(str::to_owned).collect() } else { Vec::new() }
        };
        for who in ["office", "supervisor", "leader", "auditor"] {
            assert_eq!(sees(who).await, all, "{who}");
        }
        for (who, number) in [("intake", &all[0]), ("lead.zw", &all[0]), ("handler.qwhlyj", &all[0]), ("butler", &all[1]),
                              ("resident", &all[1]), ("chief", &all[1]), ("lead.ss", &all[1])] {
            assert_eq!(sees(who).await, std::slice::from_ref(number), "{who}");
        }
        for who in ["handler.qzjw", "head.qzjw", "intake.dt_jingshan"] {
            assert_eq!(sees(who).await, Vec::<String>::new(), "{who}");
            for path in [format!("/api/v1/meetings/{meeting}"), format!("/api/v1/meetings/{meeting}/history")] {
                t.get(who, &path).await.refused(404, "not_found");
            }
        }
        for who in ["admin", "online-hall"] {
            t.get(who, "/api/v1/meetings").await.refused(403, "role_may_not");
        }

        // 受邀单位看到全部议题；别的单位看到的历史里没有别人的事项
        t.convene("office", &meeting, "call", t.notice(&["qzjw"])).await.ok();
        for who in ["handler.qzjw", "head.qzjw"] {
            assert_eq!(sees(who).await, all, "{who}");
        }
        t.clock.advance(chrono::TimeDelta::hours(3));
        t.convene("office", &meeting, "hold", json!({ "held_at": t.in_hours(-1), "units": ["qzjw"] })).await.ok();
        for id in [&government, &business] {
            t.resolve(&meeting, id, "back_to_coordination").await.ok();
        }
        let told_of = async |who: &str| {
            let history = t.get(who, &format!("/api/v1/meetings/{meeting}/history")).await.ok();
            history["items"].as_array().unwrap().iter().filter(|e| e["type"] == "resolution_given").count()
        };
        assert_eq!((told_of("handler.qzjw").await, told_of("lead.zw").await, told_of("butler").await), (2, 1, 1));
        let view = t.get("butler", &format!("/api/v1/meetings/{meeting}")).await.ok();
        let resolution = &view["agenda"][0]["resolution"];
        assert_eq!((&resolution["disposition"], &resolution["decision"]), (&json!("back_to_coordination"), &json!("会议议定如下。")));
    }

    /// Lists come by page and by state.
    async fn meetings_are_listed(t: TestApp) {
        let mut ids = Vec::new();
        for _ in 0..3 {
            ids.insert(0, t.planned(&[]).await);
            t.clock.advance(chrono::TimeDelta::hours(1));
        }
        t.convene("office", &ids[1], "cancel", json!({ "reason": "不开了。" })).await.ok();
        let first = t.get("office", "/api/v1/meetings?limit=2").await.ok();
        let cursor = text(&first["next_cursor"]);
        let second = t.get("office", &format!("/api/v1/meetings?limit=2&cursor={cursor}")).await.ok();
        let found: Vec<String> = [&first, &second].iter().flat_map(|p| p["items"].as_array().unwrap()).map(|m| text(&m["id"])).collect();
        assert_eq!((found, &second["next_cursor"]), (ids.clone(), &Value::Null));
        assert_eq!(first["items"][0]["subject"], "一事一议联席会");
        let cancelled = t.get("office", "/api/v1/meetings?state=cancelled").await.ok();
        assert_eq!((cancelled["items"].as_array().unwrap().len(), &cancelled["items"][0]["id"]), (1, &json!(ids[1])));
        t.get("office", "/api/v1/meetings?state=lost").await.names_field("state");
        t.get("office", "/api/v1/meetings?limit=0").await.names_field("limit");
        t.get("office", "/api/v1/meetings?cursor=x").await.names_field("cursor");
    }

    /// The plan's Z-T1: escalated, the meeting assigns, the unit solves, the lead verifies.
    async fn a_government_case_goes_through_the_meeting(t: TestApp) {
        let id = t.submitted().await;
        let meeting = t.held(&[&id]).await;
        t.resolve(&meeting, &id, "assign").await.ok();
        t.convene("office", &meeting, "sign", json!({})).await.ok();
        t.command("handler.qcgw", &id, "give-co-opinion", json!({ "opinion": "现场已核实。" })).await.ok();
        t.command("handler.qzjw", &id, "give-feedback", feedback()).await.ok();
        t.command("lead.zw", &id, "record-callback", callback(true)).await.ok();
        t.command("lead.zw", &id, "verify-solved", verification()).await.ok();
        let case = t.case(&id).await;
        assert_eq!((&case["closed"]["outcome"], &case["level"]), (&json!("solved"), &json!(1)));
        let sheet = t.sheet(&text(&case["assignments"][1]["work_order"])).await;
        assert_eq!(sheet["state"], "settled");
        let report = t.verify();
        assert!(report.is_sound(), "{report}");
    }

    /// What an empty agenda allows, how many units are invited, and whose meetings they are.
    async fn a_meeting_has_its_limits(t: TestApp) {
        let id = t.submitted().await;
        let empty = t.planned(&[]).await;
        assert_eq!(told(&t, "office", &empty, "remove_case").await, "agenda_empty");
        for (command, body) in [
            ("remove-case", json!({ "case": id })),
            ("arrange", json!({ "cases": [id] })),
            ("call", t.notice(&["qzjw"])),
        ] {
            t.convene("office", &empty, command, body).await.refused(409, "agenda_empty");
        }
        let meeting = t.planned(&[&id]).await;
        let units: Vec<String> = (0..100).map(|i| format!("unit{i}")).collect();
        let units: Vec<&str> = units.iter().map(String::as_str).collect();
        for invited in [&units[..], &[]] {
            let told = t.convene("office", &meeting, "call", t.notice(invited)).await.names_field("units");
            assert_eq!(told["errors"][0]["message"], "应有1至99个单位");
        }
        t.convene("office", &meeting, "call", t.notice(&units[..99])).await.names_field("units[0]");

        // 区营商办只有一个
        let another = json!({ "id": "qysb2", "name": "区营商二办", "full_name": "区营商二办", "kind": "office", "rank": 900 });
        t.post("admin", "/api/v1/units", another).await.names_field("kind");
    }

    /// A meeting that was called may still be cancelled: its cases wait for another.
    async fn a_called_meeting_is_cancelled(t: TestApp) {
        let id = t.submitted().await;
        let meeting = t.planned(&[&id]).await;
        t.convene("office", &meeting, "call", t.notice(&["qzjw"])).await.ok();
        t.convene("office", &meeting, "cancel", json!({ "reason": "会场冲突。" })).await.ok();
        assert_eq!(t.meeting(&meeting).await["state"], "cancelled");
        assert_eq!(t.case(&id).await["first_level"]["meeting"], Value::Null);
        let next = t.planned(&[&id]).await;
        assert_eq!(t.meeting(&next).await["agenda"].as_array().unwrap().len(), 1);
        t.convene("office", &meeting, "call", t.notice(&["qzjw"])).await.only_in(&["planned", "called"]);
        assert!(t.verify().is_sound());
    }
}
