//! Use cases on notices: what reached the post in which one acts.

use super::App;
use crate::auth::Principal;
use crate::domain::ids::NoticeId;
use crate::error::{Error, Result};
use crate::store::AnyConn;
use crate::store::notices::{NoticeRow, Reader};

impl App {
    /// The person has read this notice.
    ///
    /// # Errors
    /// `not_found` where it isn't for this post.
    pub async fn read_notice(&self, principal: &Principal, id: &NoticeId) -> Result<()> {
        self.on_notice(principal, id, |reader, conn, notice| reader.read(conn, notice)).await
    }

    /// The person has read this notice and all before it.
    ///
    /// # Errors
    /// `not_found` where it isn't for this post.
    pub async fn read_notices_up_to(&self, principal: &Principal, id: &NoticeId) -> Result<()> {
        self.on_notice(principal, id, |reader, conn, notice| reader.read_up_to(conn, notice)).await
    }

    async fn on_notice(
        &self,
        principal: &Principal,
        id: &NoticeId,
        body: impl Fn(&Reader<'_>, &mut AnyConn, &NoticeRow) -> Result<()> + Send + 'static,
    ) -> Result<()> {
        let (actor, id) = (principal.actor.clone(), id.clone());
        self.store
            .machinery(move |conn| {
                let reader = Reader(&actor);
                let notice = reader.find(conn, id.as_str())?.ok_or_else(|| Error::not_found("通知"))?;
                body(&reader, conn, &notice)
            })
            .await
    }
}
