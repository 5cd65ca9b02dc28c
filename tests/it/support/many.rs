//! Many cases, made of the demo's sentences and inserted behind the service's back: rows of lists
//! and of searches, without events.

use std::fmt::Write;

use bancheng::domain::search::terms;
use bancheng::store::DatabaseUrl;
use serde_json::Value;

use super::TestApp;

/// A generator as good as needed, the same on every run.
struct Dice(u64);

impl Dice {
    fn below(&mut self, sides: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap() % sides
    }
}

/// Inserts `count` cases of the year 1999; six of ten matters are of 甲种, of every hundred cases
/// eighty-five are closed and six have a deadline.
pub fn cases(t: &TestApp, count: usize) {
    let demo: Vec<Value> = include_str!("../../../api/data/demo_cases.jsonl")
        .lines()
        .map(|line| serde_json::from_str(line).unwrap())
        .collect();
    let problems: Vec<&str> = demo.iter().map(|case| case["problem"].as_str().unwrap()).collect();
    let sentences: Vec<&str> =
        problems.iter().flat_map(|p| p.split(['，', '。', '；'])).filter(|s| s.len() > 9).collect();
    let mut dice = Dice(1);
    for from in (0..count).step_by(500) {
        let [mut cases, mut texts, mut units, mut keys] = [const { String::new() }; 4];
        for n in from + 1..=(from + 500).min(count) {
            let topic = if dice.below(10) < 6 { "甲种证明" } else { "乙种登记" };
            let matter = format!("{topic}第{n}件");
            let problem: Vec<&str> = (0..4).map(|_| sentences[dice.below(sentences.len())]).collect();
            let state = match dice.below(100) {
                0..85 => "closed",
                85..91 => "in_progress",
                91..95 => "awaiting_dispatch",
                _ => "registered",
            };
            let due =
                if state == "in_progress" { format!("2021-09-{:02}", 1 + dice.below(28)) } else { "9999-12-31".into() };
            let sector = if dice.below(3) == 0 { "business_service" } else { "government_service" };
            let id = format!("{n:08}-many");
            let accepted = format!("2021-08-{:02} 00:{:02}:00.000", 1 + n * 30 / (count + 1), dice.below(60));
            let comma = if n == from + 1 { "" } else { "," };
            let date = if due.starts_with('9') { "NULL".to_owned() } else { format!("'{due}'") };
            write!(
                cases,
                "{comma}('{id}', 1, 1, 1999, {n}, '{state}', NULL, NULL, 'dt_qzwfw', '{sector}', 'district_hall', \
                 'dt_qzwfw', 'nobody', '{accepted}', '{accepted}', NULL, 'person', FALSE, \
                 FALSE, '{matter}', NULL, FALSE, 0, NULL, NULL, {date}, NULL, '{due} 00:00:00.000', FALSE, NULL)"
            )
            .unwrap();
            let words: Vec<String> = terms([matter.as_str(), "1999", &problem.join("，")]).into_iter().collect();
            match t.db.url {
                DatabaseUrl::Sqlite(_) => {
                    write!(texts, "{comma}({}, '{id}', ' {} ')", 1_999_000_000_000 + n, words.join(" ")).unwrap();
                }
                DatabaseUrl::Postgres(_) => write!(texts, "{comma}('{id}', '{}')", words.join(" ")).unwrap(),
            }
            write!(keys, "{comma}('phone', 'p{}', '{id}')", n / 3).unwrap();
            // The hall took in one of ten, one of fifty went to 区住建委.
            let hall = if n % 10 == 0 { "dt_qzwfw".to_owned() } else { format!("hall_{}", n % 10) };
            let unit = if n % 50 == 1 { "qzjw".to_owned() } else { format!("unit_{}", n % 50) };
            write!(units, "{comma}('{hall}', 'intake', '{id}'), ('{unit}', 'handling', '{id}')").unwrap();
        }
        let into = match t.db.url {
            DatabaseUrl::Sqlite(_) => "case_search (rowid, case_id, terms)",
            DatabaseUrl::Postgres(_) => "case_search (case_id, terms)",
        };
        t.db.behind_its_back(&format!(
            "BEGIN; INSERT INTO cases VALUES {cases}; INSERT INTO {into} VALUES {texts}; \
             INSERT INTO case_units VALUES {units}; INSERT INTO blind_index VALUES {keys}; COMMIT"
        ));
    }
}
