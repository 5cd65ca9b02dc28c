//! Searching in Chinese: what finds a case, for whom, and what never does.

use serde_json::{Value, json};

use crate::support::api::{business_registration, registration, text};
use crate::support::{Answer, TestApp, both};

const CASES: &str = "/api/v1/cases";

/// A query as it stands in an address.
fn escaped(q: &str) -> String {
    q.bytes().map(|byte| format!("%{byte:02X}")).collect()
}

async fn look(t: &TestApp, who: &str, q: &str) -> Answer {
    t.get(who, &format!("{CASES}?q={}", escaped(q))).await
}

/// The numbers of what is found, in their order: those of one moment stand in any.
async fn found(t: &TestApp, who: &str, q: &str) -> Vec<String> {
    let mut numbers = numbers(&look(t, who, q).await.ok());
    numbers.sort();
    numbers
}

#[track_caller]
fn numbers(list: &Value) -> Vec<String> {
    list["items"].as_array().unwrap().iter().map(|item| text(&item["number"])).collect()
}

/// A registration of this matter.
fn matter(name: &str, reason: &str, problem: &str) -> Value {
    let mut body = registration();
    body["matter_name"] = json!(name);
    body["failure_reason"] = json!(reason);
    body["problem"] = json!(problem);
    body
}

async fn registered(t: &TestApp, who: &str, body: Value) -> String {
    text(&t.post(who, CASES, body).await.ok()["id"])
}

/// Three cases of the district hall and one of a butler, numbers 1 to 4.
async fn four(t: &TestApp) -> Vec<String> {
    let signs = matter(
        "户外广告设施、牌匾标识设置",
        "门头方案两次被要求修改颜色和字体，未被受理。",
        "街区设计导则没有在网上公布，商户只能凭口头意见改。",
    );
    let system = matter("社会保险补缴", "WPS2019打不开申报表，Windows 7不受支持。", "系统按ＯＦＤ格式导出，窗口不认。");
    vec![
        registered(t, "intake", registration()).await,
        registered(t, "intake", signs).await,
        registered(t, "intake", system).await,
        registered(t, "butler", business_registration()).await,
    ]
}

/// Searches for a person; the numbers found, or the code of why not.
async fn person(t: &TestApp, who: &str, body: Value) -> Vec<String> {
    let answer = t.post(who, &format!("{CASES}/search-person"), body).await;
    let mut numbers = if answer.status == 200 { numbers(&answer.body) } else { vec![text(&answer.body["code"])] };
    numbers.sort();
    numbers
}

both! {
    /// Two characters find, in whichever text they stand; one does, too, and all words must be there.
    async fn words_find(t: TestApp) {
        four(&t).await;
        for (q, expected) in [
            ("燃气", vec!["2021-0001"]),
            ("居民用户燃气过户", vec!["2021-0001"]),
            ("继承公证", vec!["2021-0001"]),
            ("产权登记", vec!["2021-0001"]),
            ("门头", vec!["2021-0002"]),
            ("口头意见", vec!["2021-0002"]),
            ("标识设置", vec!["2021-0002"]),
            ("北京样例科技", vec!["2021-0004"]),
            ("样例", vec!["2021-0004"]),
            ("wps", vec!["2021-0003"]),
            ("ＷＰＳ２０", vec!["2021-0003"]),
            ("ofd", vec!["2021-0003"]),
            ("受理", vec!["2021-0002"]),
            ("窗口 系统", vec!["2021-0003"]),
            ("燃、过", vec!["2021-0001"]),
            ("户 气", vec!["2021-0001"]),
            ("2021 导则", vec!["2021-0002"]),
            ("2021 检查", vec!["2021-0004"]),
            ("燃气 广告", vec![]),
            ("气燃", vec![]),
            ("施牌", vec![]),
            ("不存在的", vec![]),
        ] {
            assert_eq!(found(&t, "office", q).await, expected, "{q}");
        }
        assert_eq!(found(&t, "office", "2021 未").await, ["2021-0001", "2021-0002"]);
    }

    /// What looks like a number is one, in whatever hand it was written.
    async fn a_number_finds_its_case(t: TestApp) {
        four(&t).await;
        for q in ["2021-0002", "2021-2", "２０２１－０００２", "No.0002", "NO.2", "no 0002", "№0002", "No.2021-0002"] {
            assert_eq!(found(&t, "office", q).await, ["2021-0002"], "{q}");
        }
        for q in ["2021-0009", "2022-0002", "No.0009"] {
            assert_eq!(found(&t, "office", q).await, [""; 0], "{q}");
        }
        t.at("2022-01-04T09:00:00+08:00");
        registered(&t, "intake", registration()).await;
        registered(&t, "intake", registration()).await;
        assert_eq!(found(&t, "office", "No.0002").await, ["2021-0002", "2022-0002"]);
        assert_eq!(found(&t, "office", "2022-0002").await, ["2022-0002"]);
        assert_eq!(found(&t, "office", "2022 燃气").await, ["2022-0001", "2022-0002"]);
    }

    /// A search is one more filter of the list: it goes with the others, pages and counts.
    async fn a_search_goes_with_filters_sorts_and_pages(t: TestApp) {
        let mut ids = Vec::new();
        for n in 0..7 {
            t.at(&format!("2021-09-01T09:0{n}:00+08:00"));
            ids.push(t.registered().await);
        }
        registered(&t, "intake", matter("社会保险补缴", "网上无法提交。", "系统报错。")).await;
        t.command("intake", &ids[2], "accept", json!({})).await.ok();
        let q = escaped("燃气");
        let get = async |rest: &str| t.get("intake", &format!("{CASES}?q={q}{rest}")).await.ok();
        assert_eq!(get("&count=true").await["total"], 7);
        assert_eq!(numbers(&get("&state=accepted").await), ["2021-0003"]);
        assert_eq!(get("&state=closed&count=true").await["total"], 0);
        assert_eq!(numbers(&get("&number=2021-0008").await), [""; 0]);
        for (sort, expected) in [("due", [1, 2, 3, 4, 5, 6, 7]), ("accepted", [7, 6, 5, 4, 3, 2, 1])] {
            let (mut paged, mut cursor) = (Vec::new(), String::new());
            loop {
                let page = get(&format!("&sort={sort}&limit=3{cursor}")).await;
                paged.extend(numbers(&page));
                match page["next_cursor"].as_str() {
                    Some(next) => cursor = format!("&cursor={next}"),
                    None => break,
                }
            }
            assert_eq!(paged, expected.map(|n| format!("2021-000{n}")), "{sort}");
        }
    }

    /// Nobody finds what they may not read.
    async fn a_search_stays_within_the_scope(t: TestApp) {
        let ids = four(&t).await;
        t.command("intake", &ids[0], "accept", json!({})).await.ok();
        t.command("intake", &ids[0], "pass-on", json!({})).await.ok();
        t.dispatch("lead.zw", &[&ids[0]], "qzjw", &["qsfj"]).await;
        let gas: &[&str] = &["2021-0001"];
        let none: &[&str] = &[];
        for (who, q, expected) in [
            ("intake", "燃气", gas),
            ("lead.zw", "燃气", gas),
            ("handler.qzjw", "燃气", gas),
            ("handler.qsfj", "燃气", gas),
            ("head.qzjw", "2021-0001", gas),
            ("office", "燃气", gas),
            ("supervisor", "燃气", gas),
            ("leader", "No.0001", gas),
            ("auditor", "燃气", gas),
            ("handler.qmzj", "燃气", none),
            ("handler.qmzj", "2021-0001", none),
            ("handler.qzjw", "广告", none),
            ("intake.dt_jingshan", "燃气", none),
            ("intake.dt_jingshan", "No.0001", none),
            ("lead.ss", "燃气", none),
            ("chief", "燃气", none),
            ("butler", "燃气", none),
            ("online-hall", "燃气", none),
            ("butler", "检查", &["2021-0004"]),
            ("lead.ss", "检查", &["2021-0004"]),
            ("lead.zw", "检查", none),
        ] {
            assert_eq!(found(&t, who, q).await, expected, "{who} {q}");
        }
        look(&t, "admin", "燃气").await.refused(403, "role_may_not");
    }

    /// What was put right is found by what it says now, and by nothing that it said before.
    async fn corrections_take_the_place_of_what_was_there(t: TestApp) {
        let id = t.registered().await;
        let correction = json!({ "matter_name": "居民用户用水过户", "problem": "自来水营业厅要求重复提交材料。" });
        t.command("intake", &id, "correct", correction).await.ok();
        for (q, finds) in [
            ("用水", true),
            ("自来水", true),
            ("重复提交", true),
            ("产权登记", true),
            ("2021 用水", true),
            ("燃气过户", false),
            ("继承公证", false),
            ("新产权证", false),
        ] {
            assert_eq!(found(&t, "intake", q).await.len(), usize::from(finds), "{q}");
        }
        let id = registered(&t, "butler", business_registration()).await;
        let mut reporter = business_registration()["reporter"].clone();
        reporter["name"] = json!("北京更名科技有限公司");
        reporter["phone"] = json!("13900007788");
        t.command("butler", &id, "correct-contact", json!({ "reporter": reporter })).await.ok();
        assert_eq!(found(&t, "butler", "更名科技").await, ["2021-0002"]);
        assert_eq!(found(&t, "butler", "样例科技").await, [""; 0]);
        assert_eq!(found(&t, "butler", "检查").await, ["2021-0002"]);
        assert_eq!(person(&t, "butler", json!({ "phone": "139 0000 7788" })).await, ["2021-0002"]);
        assert_eq!(person(&t, "butler", json!({ "phone": "010-60000001" })).await, [""; 0]);
        let report = t.verify();
        assert!(report.is_sound(), "{report}");
    }

    /// Of persons no text finds anything; of a confidential case not even the organisation's name.
    async fn persons_are_not_found_by_text(t: TestApp) {
        let mut body = registration();
        body["reporter"] = json!({
            "kind": "person", "name": "独孤样例", "phone": "13900007788", "id_number": "110101199003070011",
            "id_notice_given": true, "agent": { "name": "诸葛代办", "phone": "13900009911" },
        });
        body["account"] = json!("我叫独孤样例，跑了三趟。");
        registered(&t, "intake", body).await;
        let mut trader = business_registration();
        trader["reporter"] = json!({ "kind": "self_employed", "name": "上官小铺", "credit_code": "92110101MATE5T018K" });
        registered(&t, "butler", trader).await;
        let mut secret = business_registration();
        secret["reporter"]["name"] = json!("北京隐名科技有限公司");
        secret["reporter"]["confidential"] = json!(true);
        registered(&t, "butler", secret).await;
        for q in ["独孤", "独孤样例", "13900007788", "7788", "110101199003070011", "诸葛", "9911", "三趟", "上官小铺",
            "92110101MATE5T018K", "91110101MATE5T017K", "贾设明", "隐名"]
        {
            for who in ["office", "intake", "butler", "lead.ss"] {
                assert_eq!(found(&t, who, q).await, [""; 0], "{who} {q}");
            }
        }
        assert_eq!(found(&t, "butler", "检查").await.len(), 2);
    }

    /// A whole value finds, for those who may see it in the clear, and only where they may.
    async fn a_person_is_found_by_the_whole_value_only(t: TestApp) {
        let mut body = registration();
        body["reporter"] = json!({
            "kind": "person", "name": "独孤样例", "phone": "13900007788", "id_number": "110101199003070011",
            "id_notice_given": true, "agent": { "name": "诸葛代办", "phone": "13900009911" },
        });
        let id = registered(&t, "intake", body.clone()).await;
        registered(&t, "intake.dt_jingshan", body).await;
        let one: &[&str] = &["2021-0001"];
        let none: &[&str] = &[];
        for (query, expected) in [
            (json!({ "phone": "13900007788" }), one),
            (json!({ "phone": "+86 139-0000-7788" }), one),
            (json!({ "phone": "１３９００００７７８８" }), one),
            (json!({ "id_number": "11010119900307 0011" }), one),
            (json!({ "name": "独孤样例" }), one),
            (json!({ "name": "独孤 样例" }), one),
            (json!({ "name": "诸葛代办" }), one),
            (json!({ "phone": "13900009911" }), one),
            (json!({ "phone": "13900007789" }), none),
            (json!({ "name": "独孤" }), none),
            (json!({ "name": "13900007788" }), none),
            (json!({ "credit_code": "91110101MATE5T017K" }), none),
        ] {
            assert_eq!(person(&t, "intake", query.clone()).await, expected, "{query}");
        }
        let answer = t.post("intake", &format!("{CASES}/search-person"), json!({ "name": "独孤样例" })).await;
        assert!(!answer.text.contains("独孤样例") && answer.text.contains("独孤**"), "{}", answer.text);

        // Whose role never sees a person in the clear learns nothing, not even that there is one.
        for who in ["head.qzjw", "leader", "auditor", "admin", "online-hall"] {
            assert_eq!(person(&t, who, json!({ "phone": "13900007788" })).await, ["role_may_not"], "{who}");
        }
        // Nor does whoever could, but not in these cases now.
        for who in ["lead.zw", "office", "supervisor", "handler.qzjw", "butler", "intake.dt_dongsi"] {
            assert_eq!(person(&t, who, json!({ "phone": "13900007788" })).await, none, "{who}");
        }
        t.command("intake", &id, "accept", json!({})).await.ok();
        t.command("intake", &id, "pass-on", json!({})).await.ok();
        t.dispatch("lead.zw", &[&id], "qzjw", &["qsfj"]).await;
        assert_eq!(person(&t, "handler.qzjw", json!({ "phone": "13900007788" })).await, one);
        assert_eq!(person(&t, "handler.qsfj", json!({ "phone": "13900007788" })).await, none);
        t.command("lead.zw", &id, "raise", json!({ "reason": "多次协调未果" })).await.ok();
        // The lead coordinates now, so it contacts; the ID number it doesn't need.
        assert_eq!(person(&t, "lead.zw", json!({ "phone": "13900007788" })).await, one);
        assert_eq!(person(&t, "lead.zw", json!({ "id_number": "110101199003070011" })).await, none);
        assert_eq!(person(&t, "handler.qzjw", json!({ "phone": "13900007788" })).await, none);
    }

    /// An organisation's name and code are public to all who see the case, but not of a confidential one.
    async fn an_organisation_is_found_by_its_code(t: TestApp) {
        let open = registered(&t, "butler", business_registration()).await;
        let mut body = business_registration();
        body["reporter"]["confidential"] = json!(true);
        let secret = registered(&t, "butler", body).await;
        for id in [&open, &secret] {
            t.command("butler", id, "accept", json!({})).await.ok();
            t.command("butler", id, "pass-on", json!({ "reason": "不涉及准入条件，无须判断。" })).await.ok();
            t.dispatch("butler", &[id], "qzjw", &[]).await;
        }
        let both: &[&str] = &["2021-0001", "2021-0002"];
        for query in [json!({ "credit_code": "91110101mate5t017k" }), json!({ "name": "北京样例科技有限公司" })] {
            assert_eq!(person(&t, "butler", query.clone()).await, both);
            assert_eq!(person(&t, "lead.ss", query.clone()).await, both);
            assert_eq!(person(&t, "handler.qzjw", query).await, ["2021-0001"]);
        }
    }

    /// Exactly one value, of its right form; what is wrong is named and not repeated.
    async fn a_search_for_a_person_names_one_value(t: TestApp) {
        let post = async |body: Value| t.post("intake", &format!("{CASES}/search-person"), body).await;
        post(json!({})).await.names_field("phone");
        post(json!({ "phone": "13900007788", "name": "甄样" })).await.names_field("phone");
        post(json!({ "phone": "139" })).await.names_field("phone");
        post(json!({ "id_number": "110101199003070012" })).await.names_field("id_number");
        post(json!({ "credit_code": "9111" })).await.names_field("credit_code");
        post(json!({ "name": "" })).await.names_field("name");
        post(json!({ "mobile": "13900007788" })).await.refused(422, "unknown_field");
        let refused = post(json!({ "phone": "1390000778" })).await;
        assert!(!refused.text.contains("1390000778"), "{}", refused.text);
        // In an address a person can't be asked for at all.
        t.get("intake", &format!("{CASES}?phone=13900007788")).await.refused(422, "unknown_field");
    }

    /// What a query language knows is only text here.
    async fn nothing_in_a_query_is_a_command(t: TestApp) {
        four(&t).await;
        for (q, count) in [
            ("\"燃气\"", 1),
            ("燃气*", 1),
            ("燃气' OR '1'='1", 0),
            ("燃气 AND 广告", 0),
            ("NOT 燃气", 0),
            ("terms:燃气", 0),
            ("燃气)--", 1),
            ("(燃气", 1),
            ("'燃气':*", 1),
            ("燃气 & !过户", 1),
            ("%燃气%", 1),
            ("燃_气", 1),
            ("^燃气 + 过户", 1),
            ("{terms}: 燃气", 0),
            ("NEAR(燃气 过户, 2)", 0),
            ("燃气\\", 1),
            ("燃气;DROP TABLE cases", 0),
        ] {
            let answer = look(&t, "office", q).await;
            assert_eq!(answer.status, 200, "{q}: {}", answer.text);
            assert_eq!(numbers(&answer.body).len(), count, "{q}");
        }
        for (q, message) in [
            ("", "不能为空"),
            ("燃", "至少2个字，现有1个字"),
            (" 燃 ", "至少2个字，现有1个字"),
            (&"燃".repeat(101), "最多100个字，现有101个字"),
            ("，。！？", "没有可以查找的文字或数字"),
            ("%%", "没有可以查找的文字或数字"),
        ] {
            let refused = look(&t, "office", q).await.names_field("q");
            assert_eq!(refused["errors"][0]["message"], message, "{q}");
        }
        assert_eq!(found(&t, "office", &"燃气".repeat(50)).await, [""; 0]);
    }

    /// More matches than are looked up one by one: the list is walked instead, and answers the same.
    async fn many_matches_page_like_few(t: TestApp) {
        t.registered().await;
        crate::support::many::cases(&t, 3000);
        let all = t.get("office", &format!("{CASES}?q={}&limit=200&count=true", escaped("甲种"))).await.ok();
        let total = all["total"].as_u64().unwrap();
        assert!(total > 1500, "{total}");
        assert_eq!(found(&t, "office", "第2999件").await, ["1999-2999"]);
        let (mut paged, mut cursor) = (Vec::new(), String::new());
        loop {
            let page = t.get("office", &format!("{CASES}?q={}&limit=200{cursor}", escaped("甲种 件"))).await.ok();
            paged.extend(page["items"].as_array().unwrap().iter().map(|item| {
                assert!(text(&item["matter_name"]).contains("甲种"), "{item}");
                (item["due_date"].as_str().unwrap_or("9999").to_owned(), text(&item["id"]))
            }));
            match page["next_cursor"].as_str() {
                Some(next) => cursor = format!("&cursor={next}"),
                None => break,
            }
        }
        assert_eq!(paged.len() as u64, total);
        assert!(paged.is_sorted_by(|a, b| a < b), "in order, none twice");
        assert_eq!(found(&t, "handler.qmzj", "甲种").await, [""; 0]);
        let lead = t.get("lead.zw", &format!("{CASES}?q={}&count=true", escaped("甲种"))).await.ok();
        assert!(lead["total"].as_u64().unwrap() < total && lead["total"] != 0);
    }
}
