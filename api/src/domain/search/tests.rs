use std::collections::BTreeSet;

use super::*;

/// Matters and problems as they were put, from the demo's cases.
fn cases() -> Vec<(String, String)> {
    include_str!("../../../data/demo_cases.jsonl")
        .lines()
        .map(|line| {
            let case: serde_json::Value = serde_json::from_str(line).unwrap();
            let text = |name: &str| case[name].as_str().unwrap().to_owned();
            (text("matter_name"), text("problem"))
        })
        .collect()
}

/// Whether a query finds a text, as the databases do it.
fn finds(query: &str, text: &str) -> bool {
    let terms = terms([text]);
    let Some(Sought::Terms(wanted)) = sought(query) else { panic!("{query}") };
    wanted.iter().all(|w| terms.iter().any(|t| if w.prefix { t.starts_with(&w.text) } else { *t == w.text }))
}

#[test]
fn chinese_is_cut_into_pairs_and_words_stay_whole() {
    let cut = |text| terms([text]).into_iter().collect::<Vec<_>>().join(" ");
    assert_eq!(cut("燃气过户"), "户 气过 燃气 过户");
    assert_eq!(cut("证"), "证");
    assert_eq!(cut("在Windows 7上，WPS２０１９打不开"), "7 windows wps2019 上 不开 在 开 打不");
    assert_eq!(cut("〔2021〕8号！（ＯＦＤ）"), "2021 8 ofd 号");
    assert_eq!(cut("！？……　\n"), "");
    assert_eq!(terms(["燃气", "过户"]), BTreeSet::from(["燃气", "气", "过户", "户"].map(String::from)));
    let long = "x".repeat(3000);
    assert_eq!(terms([long.as_str()]), BTreeSet::from(["x".repeat(32)]));
}

#[test]
fn every_matter_is_found_by_any_two_of_its_characters() {
    let all = cases();
    assert!(all.len() >= 200);
    for (matter, _) in &all {
        let characters: Vec<char> = matter.chars().collect();
        for pair in characters.windows(2).filter(|pair| pair.iter().all(|c| c.is_alphabetic() && *c >= UNSPACED)) {
            assert!(finds(&pair.iter().collect::<String>(), matter), "{pair:?} in {matter}");
        }
        for one in characters.iter().filter(|c| c.is_alphanumeric()) {
            assert!(finds(&one.to_string(), matter), "{one} in {matter}");
        }
        assert!(finds(matter, matter));
    }
}

#[test]
fn a_query_asks_for_all_its_words() {
    let matter = "户外广告设施、牌匾标识设置（WPS 2019版）";
    for found in ["广告", "牌匾", "户外广告设施", "牌匾 广告", "告", "wps", "ＷＰＳ", "wp", "201", "Wps，标识"]
    {
        assert!(finds(found, matter), "{found}");
    }
    for missed in ["施牌", "外户", "广告 燃气", "ps", "019", "牌广"] {
        assert!(!finds(missed, matter), "{missed}");
    }
    assert_eq!(sought("，。！"), None);
    assert_eq!(sought(""), None);
}

#[test]
fn terms_hold_nothing_that_a_query_language_knows() {
    let nasty = "\"燃气\" OR (过户*) AND NOT 'x' -- ; : & | ! < > \\ % _ ^ 一\u{0000}二 {a} NEAR(b, 2)";
    let Some(Sought::Terms(wanted)) = sought(nasty) else { panic!() };
    for text in terms([nasty]).iter().chain(wanted.iter().map(|w| &w.text)) {
        assert!(text.chars().all(char::is_alphanumeric), "{text}");
    }
}

#[test]
fn numbers_are_known_as_people_write_them() {
    let number = |year, serial| Some(Sought::Number { year, serial });
    for (written, expected) in [
        ("2021-0001", number(Some(2021), 1)),
        ("２０２１－０００１", number(Some(2021), 1)),
        ("2021-12345", number(Some(2021), 12345)),
        (" 2021-1 ", number(Some(2021), 1)),
        ("No.2022-0013", number(Some(2022), 13)),
        ("No.0001", number(None, 1)),
        ("NO 0042", number(None, 42)),
        ("№0007", number(None, 7)),
    ] {
        assert_eq!(sought(written), expected, "{written}");
    }
    for text in ["0001", "2021", "010-60000001", "2021-0000", "2021-1234567890", "2021-08-01", "no", "nova", "2021-a"] {
        assert!(matches!(sought(text), Some(Sought::Terms(_))), "{text}");
    }
}

#[test]
fn a_name_is_the_same_however_it_is_spaced() {
    assert_eq!(whole("独孤 样例"), whole("独孤样例"));
    assert_eq!(whole("ＡＢＣ（北京）有限公司"), whole("abc(北京)有限公司"));
    assert_ne!(whole("独孤样例"), whole("独孤样"));
}

#[test]
fn the_same_told_again_reads_alike_and_different_problems_dont() {
    let told = "生活用气是刚需，营业厅不接受继承公证书，只认新产权证。";
    for again in
        ["继承公证书营业厅不认，要求先办新产权证，生活用气受影响。", "营业厅不接受继承公证书，生活用气是刚需！", told]
    {
        assert!(similarity(told, again) >= 0.5, "{again}: {}", similarity(told, again));
        let (one, other) = (sketch(told), sketch(again));
        assert!(one.iter().any(|hash| other.contains(hash)), "no hash in common: {again}");
    }
    assert!((similarity(told, told) - 1.0).abs() < f64::EPSILON);
    assert!(similarity(told, "！").abs() < f64::EPSILON && similarity("", "").abs() < f64::EPSILON);
    let problems: Vec<String> = cases().into_iter().map(|(_, problem)| problem).collect();
    for (i, one) in problems.iter().enumerate() {
        for other in &problems[i + 1..] {
            assert!(similarity(one, other) < 0.4, "{one}\n{other}");
        }
    }
}

#[test]
fn sketches_stay_what_they_are() {
    // They are stored: a change here needs `bancheng rebuild`.
    assert_eq!(sketch("检查计划没有合并").len(), 8);
    assert_eq!(sketch("检查计划没有合并")[..2], ["00a5dd4a8e0d401b8", "1155c8aecc1b2407f"]);
    assert!(sketch("……").is_empty());
    assert_eq!(sketch("证").len(), 8);
}
