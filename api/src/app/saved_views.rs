//! Lists of cases that a person comes back to: a name for a query of `GET /cases`, kept for that person only.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::App;
use crate::auth::Principal;
use crate::domain::permission::{self, Entry};
use crate::domain::text::Line;
use crate::error::{Code, Error, Result};
use crate::store::saved_views;

/// How many a person may keep.
const MOST: usize = 50;

/// A view.
#[derive(Clone, Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct SavedView {
    /// What the person calls it.
    pub name: Line<1, 40>,
    /// The query, as it stands after `?` in the address of the list.
    #[schema(value_type = String, min_length = 1, max_length = 2000, pattern = "^[!-~]+$")]
    pub query: Line<1, 2000>,
}

impl App {
    /// The asker's views, by name.
    ///
    /// # Errors
    /// `role_may_not`.
    pub async fn saved_views(&self, principal: &Principal) -> Result<Vec<SavedView>> {
        permission::enter(&principal.actor, Entry::ReadCases)?;
        let user = principal.actor.user.clone();
        let rows = self.store.read(move |conn| saved_views::of_user(conn, &user)).await?;
        rows.into_iter()
            .map(|(name, query)| {
                Ok(SavedView {
                    name: Line::new(name).map_err(Error::internal)?,
                    query: Line::new(query).map_err(Error::internal)?,
                })
            })
            .collect()
    }

    /// Keeps a view; one of the same name is replaced.
    ///
    /// # Errors
    /// `role_may_not`; `too_many_views`.
    pub async fn save_view(&self, principal: &Principal, view: SavedView) -> Result<()> {
        permission::enter(&principal.actor, Entry::ReadCases)?;
        if !view.query.as_str().chars().all(|c| c.is_ascii_graphic()) {
            return Err(Error::field("query", "应为地址中“?”之后的部分"));
        }
        let user = principal.actor.user.clone();
        self.store
            .machinery(move |conn| {
                let kept = saved_views::of_user(conn, &user)?;
                if kept.len() >= MOST && kept.iter().all(|(name, _)| name != view.name.as_str()) {
                    return Err(Error::new(Code::TooManyViews, format!("最多保存{MOST}个视图，请先删去不用的")));
                }
                saved_views::put(conn, &user, view.name.as_str(), view.query.as_str())
            })
            .await
    }

    /// Forgets the view of this name.
    ///
    /// # Errors
    /// `role_may_not`; `not_found`.
    pub async fn forget_view(&self, principal: &Principal, name: &str) -> Result<()> {
        permission::enter(&principal.actor, Entry::ReadCases)?;
        let (user, name) = (principal.actor.user.clone(), name.to_owned());
        let found = self.store.machinery(move |conn| saved_views::forget(conn, &user, &name)).await?;
        if found { Ok(()) } else { Err(Error::not_found("视图")) }
    }
}
