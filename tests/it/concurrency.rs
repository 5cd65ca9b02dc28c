//! Many at once: numbers without gap or double, and a log that can be proved.

use std::collections::BTreeSet;

use serde_json::json;

use crate::support::api::{registration, text};
use crate::support::both;

both! {
    /// 16 clients register 10 cases each, at once.
    async fn sixteen_clients_register_at_once(t: TestApp) {
        let t = std::rc::Rc::new(t);
        t.token("intake").await;
        let clients: Vec<_> = (0..16)
            .map(|client| {
                let t = t.clone();
                actix_web::rt::spawn(async move {
                    let mut numbers = Vec::new();
                    for n in 0..10 {
                        let mut body = registration();
                        body["matter_name"] = json!(format!("第{client}个客户端第{n}件"));
                        numbers.push(text(&t.post("intake", "/api/v1/cases", body).await.ok()["number"]));
                    }
                    numbers
                })
            })
            .collect();
        let mut numbers = BTreeSet::new();
        for client in clients {
            for number in client.await.unwrap() {
                assert!(numbers.insert(number.clone()), "{number} was given twice");
            }
        }
        let expected: BTreeSet<String> = (1..=160).map(|n| format!("2021-{n:04}")).collect();
        assert_eq!(numbers, expected);
        let report = t.verify();
        assert!(report.is_sound(), "{report}");
    }
}
