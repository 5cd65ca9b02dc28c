use super::Entry;
use crate::domain::words::Role;

#[test]
fn what_a_post_may_do_is_told_whole() {
    use utoipa::PartialSchema;
    use utoipa::openapi::{RefOr, Schema};
    let RefOr::T(Schema::Object(published)) = Entry::schema() else { panic!("an enumeration") };
    let listed: Vec<serde_json::Value> = Entry::ALL.iter().map(|entry| serde_json::json!(entry)).collect();
    assert_eq!(published.enum_values, Some(listed));
    assert!(Role::ALL.iter().all(|role| Entry::of(*role).iter().all(|entry| entry.roles().contains(role))));
}
