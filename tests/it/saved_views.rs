//! Lists of cases that a person comes back to.

use actix_web::http::Method;
use serde_json::{Value, json};

use crate::support::both;

const VIEWS: &str = "/api/v1/saved-views";

both! {
    /// Kept for the person alone, replaced by name, forgotten when wanted.
    async fn a_view_is_a_name_for_a_query(t: TestApp) {
        let view = |name: &str, query: &str| json!({ "name": name, "query": query });
        for (name, query) in [("快到期的", "light=amber"), ("本厅", "open=true"), ("快到期的", "light=amber&sort=due")] {
            assert_eq!(t.post("lead.zw", VIEWS, view(name, query)).await.status, 204);
        }
        let items = |list: Value| list["items"].clone();
        let mine = items(t.get("lead.zw", VIEWS).await.ok());
        assert_eq!(mine.as_array().unwrap().len(), 2);
        assert!(mine.as_array().unwrap().contains(&view("快到期的", "light=amber&sort=due")));
        assert_eq!(items(t.get("lead.zw2", VIEWS).await.ok()), json!([]), "nobody else's");

        let path = format!("{VIEWS}/%E6%9C%AC%E5%8E%85");
        let forget = t.request("lead.zw2", Method::DELETE, &path).await;
        t.send(forget).await.refused(404, "not_found");
        let forget = t.request("lead.zw", Method::DELETE, &path).await;
        assert_eq!(t.send(forget).await.status, 204);
        assert_eq!(items(t.get("lead.zw", VIEWS).await.ok()), json!([view("快到期的", "light=amber&sort=due")]));
        t.get("admin", VIEWS).await.refused(403, "role_may_not");
        t.post("lead.zw", VIEWS, view("", "open=true")).await.names_field("name");
        t.post("lead.zw", VIEWS, view("汉字", "q=公房")).await.names_field("query");
        t.post("lead.zw", VIEWS, view("长", &"x".repeat(2001))).await.names_field("query");
    }

    async fn a_person_keeps_fifty_views(t: TestApp) {
        let view = |n: usize| json!({ "name": format!("视图{n}"), "query": "open=true" });
        for n in 0..50 {
            t.post("office", VIEWS, view(n)).await;
        }
        t.post("office", VIEWS, view(50)).await.refused(409, "too_many_views");
        assert_eq!(t.post("office", VIEWS, view(0)).await.status, 204, "one that is there is replaced");
    }
}
