//! What tests stand on.

pub mod api;
pub mod database;
pub mod first_level;
pub mod many;
pub mod stream;

pub use api::{Answer, TestApp};
pub use database::Db;

/// Writes one test for each database: `both! { async fn name(t: TestApp) { … } }`.
macro_rules! both {
    ($($(#[doc = $doc:literal])* async fn $name:ident($t:ident: TestApp) $body:block)+) => {
        $(
            $(#[doc = $doc])*
            mod $name {
                #[allow(unused_imports, reason = "not every story needs all of them")]
                use super::*;

                async fn story($t: $crate::support::TestApp) $body

                #[actix_web::test]
                async fn on_sqlite() {
                    story($crate::support::TestApp::new($crate::support::Db::Sqlite).await).await;
                }

                #[actix_web::test]
                async fn on_postgres() {
                    story($crate::support::TestApp::new($crate::support::Db::Postgres).await).await;
                }
            }
        )+
    };
}
pub(crate) use both;
