//! Users.

use actix_web::web::{Data, Path};
use actix_web::{HttpRequest, HttpResponse, get, post};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};
use utoipa_actix_web::service_config::ServiceConfig;

use super::auth::{Acting, ManageUsers, ReadAdministration, ReadUsers};
use super::cases::History;
use super::headers::{IdempotencyHeader, IdempotencyKey, IfMatch, IfMatchHeader, etag};
use super::json::Json;
use super::problem::{CommandProblems, ReadProblems};
use super::query::Query;
use super::receipt::{ReceiptView, answer, created, once};
use crate::app::App;
use crate::domain::ids::{UnitId, UserId};
use crate::domain::user::{self, NewUser, Post, User, is_username};
use crate::error::{Error, Result};

const MAX_LIMIT: i64 = 200;

/// What a list of users is filtered by.
#[derive(Debug, Default, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
#[serde(deny_unknown_fields, default)]
pub struct UserQuery {
    /// Only those who hold a role in this unit.
    pub unit: Option<UnitId>,
    /// How many, 1 to 200; default 50.
    #[param(minimum = 1, maximum = 200)]
    pub limit: Option<i64>,
    /// Where the page begins: the `next_cursor` of the page before.
    #[param(max_length = 60)]
    pub cursor: Option<String>,
}

/// A user.
#[derive(Serialize, ToSchema)]
#[schema(as = User)]
pub struct UserView {
    /// The identifier.
    pub id: UserId,
    /// The version, for `If-Match`.
    pub version: i64,
    /// The name to sign in with.
    pub username: String,
    /// The person's name.
    pub name: String,
    /// The office telephone.
    pub phone: Option<String>,
    /// The unit the person comes from, where it isn't that of the role.
    pub home_unit: Option<UnitId>,
    /// The roles held.
    pub posts: Vec<Post>,
    /// Whether the person may no longer sign in.
    pub disabled: bool,
    /// Whether somebody else chose the password, so that nothing may be done before it is changed.
    pub must_change_password: bool,
}

impl UserView {
    fn of(user: User, version: i64) -> Self {
        Self {
            id: user.id,
            version,
            username: user.username,
            name: user.name,
            phone: user.phone,
            home_unit: user.home_unit,
            posts: user.posts,
            disabled: user.disabled,
            must_change_password: user.must_change_password,
        }
    }
}

/// A page of users.
#[derive(Serialize, ToSchema)]
pub struct Users {
    /// By name to sign in with.
    pub items: Vec<UserView>,
    /// Where the next page begins; none on the last.
    pub next_cursor: Option<String>,
}

/// List users
#[utoipa::path(
    tag = "users",
    params(UserQuery),
    responses((status = 200, description = "A page.", body = Users), ReadProblems),
)]
#[get("")]
pub async fn list_users(app: Data<App>, who: Acting<ReadUsers>, query: Query<UserQuery>) -> Result<HttpResponse> {
    let query = query.into_inner();
    let limit = query.limit.unwrap_or(50);
    if !(1..=MAX_LIMIT).contains(&limit) {
        return Err(Error::field("limit", "应为1至200"));
    }
    if query.cursor.as_deref().is_some_and(|cursor| !is_username(cursor)) {
        return Err(Error::field("cursor", "不是有效的翻页位置"));
    }
    // One more than asked tells whether there is another page.
    let mut found = app.list_users(&who.principal, query.unit, query.cursor, limit + 1).await?;
    let more = i64::try_from(found.len()).is_ok_and(|n| n > limit);
    if more {
        found.pop();
    }
    let items: Vec<UserView> = found.into_iter().map(|l| UserView::of(l.state, l.version)).collect();
    let next_cursor = items.last().filter(|_| more).map(|user| user.username.clone());
    Ok(HttpResponse::Ok().json(Users { items, next_cursor }))
}

/// Read a user
#[utoipa::path(
    tag = "users",
    params(("id" = String, Path, description = "The user.")),
    responses((status = 200, description = "The user.", body = UserView, headers(("ETag" = String))), ReadProblems),
)]
#[get("/{id}")]
pub async fn get_user(app: Data<App>, who: Acting<ReadUsers>, id: Path<UserId>) -> Result<HttpResponse> {
    let user = app.get_user(&who.principal, &id).await?;
    Ok(HttpResponse::Ok().insert_header(etag(user.version)).json(UserView::of(user.state, user.version)))
}

/// Read a user's history
///
/// Every event, oldest first, with its texts.
#[utoipa::path(
    tag = "users",
    params(("id" = String, Path, description = "The user.")),
    responses((status = 200, description = "The history.", body = History), ReadProblems),
)]
#[get("/{id}/history")]
pub async fn get_user_history(
    app: Data<App>,
    who: Acting<ReadAdministration>,
    id: Path<UserId>,
) -> Result<HttpResponse> {
    let items = app.user_history(&who.principal, &id).await?;
    Ok(HttpResponse::Ok().json(History { items }))
}

/// Enter a user
///
/// A role is held only where it belongs: lead and chief butler in the unit that leads or
/// coordinates a sector, butlers in a butler's unit, and so on. People of the office and of the
/// supervisor must name their home unit.
#[utoipa::path(
    tag = "users",
    params(IdempotencyHeader),
    responses((status = 201, description = "Entered.", body = ReceiptView), CommandProblems),
)]
#[post("")]
pub async fn create_user(
    app: Data<App>,
    who: Acting<ManageUsers>,
    key: IdempotencyKey,
    request: HttpRequest,
    body: Json<NewUser>,
) -> Result<HttpResponse> {
    let once = once(&request, key, body.raw());
    let receipt = app.create_user(&who.principal, body.into_inner(), &once).await?;
    Ok(created("/api/v1/users", &receipt, ReceiptView::from(receipt.clone())))
}

macro_rules! commands {
    ($($(#[doc = $doc:literal])+ $name:ident $path:literal $command:ident $run:ident;)+) => {
        $(
            $(#[doc = $doc])+
            #[utoipa::path(
                tag = "users",
                params(("id" = String, Path, description = "The user."), IfMatchHeader, IdempotencyHeader),
                responses((status = 200, description = "Done.", body = ReceiptView, headers(("ETag" = String))), CommandProblems),
            )]
            #[post($path)]
            pub async fn $name(
                app: Data<App>,
                who: Acting<ManageUsers>,
                id: Path<UserId>,
                version: IfMatch,
                key: IdempotencyKey,
                request: HttpRequest,
                body: Json<user::$command>,
            ) -> Result<HttpResponse> {
                let once = once(&request, key, body.raw());
                Ok(answer(app.$run(&who.principal, &id, body.into_inner(), version.0, &once).await?))
            }
        )+

        /// Mounts the routes.
        pub fn routes(config: &mut ServiceConfig) {
            config
                .service(list_users)
                .service(create_user)
                .service(get_user)
                .service(get_user_history)
                $(.service($name))+;
        }
    };
}

commands! {
    /// Change a user's name, telephone and home unit
    ///
    /// All three as they shall be. Nobody changes the own home unit.
    change_user "/{id}/change" ChangeUser command_user;
    /// Give a user a post
    ///
    /// A role in a unit, where it belongs. Nobody gives posts to oneself.
    give_post "/{id}/give-post" GivePost command_user;
    /// Take a post from a user
    ///
    /// It takes effect at once, for running sessions too. Nobody takes the own posts, so that an
    /// administrator is always left.
    take_post "/{id}/take-post" TakePost command_user;
    /// Disable a user
    ///
    /// All sessions end at once. Nobody disables oneself, so that an administrator is always left.
    disable_user "/{id}/disable" DisableUser command_user;
    /// Enable a disabled user
    enable_user "/{id}/enable" EnableUser command_user;
    /// Reset a user's password
    ///
    /// All sessions end at once; the person must choose another password before anything else.
    reset_password "/{id}/reset-password" ResetPassword reset_password;
}
