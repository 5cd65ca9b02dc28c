//! Sign-in, renewal, switching the post, sign-out, and who I am.

use actix_web::cookie::{Cookie, SameSite, time::Duration};
use actix_web::web::Data;
use actix_web::{HttpRequest, HttpResponse, delete, get, post};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use utoipa_actix_web::service_config::ServiceConfig;

use super::auth::{Acting, Oneself};
use super::json::Json;
use super::limit::client_ip;
use super::problem::{CommandProblems, ReadProblems};
use super::{Limits, Site};
use crate::app::App;
use crate::auth::{REFRESH_LIFETIME, SignedIn};
use crate::domain::ids::{UnitId, UserId};
use crate::domain::permission::Entry;
use crate::domain::unit::Directory;
use crate::domain::user::{ChangePassword, Post, User};
use crate::domain::words::Role;
use crate::error::{Code, Error, Result};

const COOKIE: &str = "bancheng_refresh";
const COOKIE_PATH: &str = "/api/v1/session";

/// Mounts the routes.
pub fn routes(config: &mut ServiceConfig) {
    config.service(sign_in).service(renew_session).service(switch_post).service(change_password).service(sign_out);
}

const LONGEST_USERNAME: usize = 60;
const LONGEST_PASSWORD: usize = 128;

/// Name and password.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Credentials {
    /// The name to sign in with.
    #[schema(max_length = 60)]
    pub username: String,
    /// The password.
    #[schema(max_length = 128, format = Password)]
    pub password: String,
}

/// A role held in a unit, with names.
#[derive(Serialize, ToSchema)]
pub struct PostView {
    /// The role.
    pub role: Role,
    /// Its Chinese label.
    pub role_label: &'static str,
    /// The unit's code.
    pub unit: UnitId,
    /// The unit's short name.
    pub unit_name: String,
}

impl PostView {
    fn of(post: &Post, units: &Directory) -> Self {
        Self {
            role: post.role,
            role_label: post.role.label(),
            unit: post.unit.clone(),
            unit_name: units.name(&post.unit).to_owned(),
        }
    }
}

/// A person, briefly.
#[derive(Serialize, ToSchema)]
pub struct Person {
    /// The identifier.
    pub id: UserId,
    /// The person's name.
    pub name: String,
}

/// Who I am, what I act as, and what else I could act as.
#[derive(Serialize, ToSchema)]
pub struct Me {
    /// The person.
    pub user: Person,
    /// The post acted in.
    pub acting: PostView,
    /// What may be done in that post, whatever the case; what may be done with a case, it says itself.
    pub may: Vec<Entry>,
    /// All posts held.
    pub posts: Vec<PostView>,
    /// Whether somebody else chose the password: nothing else may be done before it is changed.
    pub must_change_password: bool,
}

/// A session that was begun, renewed or switched.
#[derive(Serialize, ToSchema)]
pub struct SessionView {
    /// The access token, for `Authorization: Bearer …`.
    pub access_token: String,
    /// Its life in seconds.
    pub expires_in: i64,
    /// Always `Bearer`.
    pub token_type: &'static str,
    /// Who.
    #[serde(flatten)]
    pub me: Me,
}

fn me(user: &User, acting: &Post, units: &Directory) -> Me {
    Me {
        user: Person { id: user.id.clone(), name: user.name.clone() },
        acting: PostView::of(acting, units),
        may: Entry::of(acting.role),
        posts: user.posts.iter().map(|post| PostView::of(post, units)).collect(),
        must_change_password: user.must_change_password,
    }
}

async fn answer(app: &App, site: &Site, signed_in: SignedIn) -> Result<HttpResponse> {
    let units = app.units_for_names().await?;
    let mut response = HttpResponse::Ok();
    if let Some(refresh) = signed_in.refresh_token {
        response.cookie(cookie(site, refresh, Duration::seconds(REFRESH_LIFETIME.num_seconds())));
    }
    Ok(response.json(SessionView {
        access_token: signed_in.access_token,
        expires_in: signed_in.expires_in,
        token_type: "Bearer",
        me: me(&signed_in.user, &signed_in.acting, &units),
    }))
}

fn cookie(site: &Site, value: String, life: Duration) -> Cookie<'static> {
    Cookie::build(COOKIE, value)
        .path(COOKIE_PATH)
        .http_only(true)
        .same_site(SameSite::Strict)
        .secure(site.secure_cookies)
        .max_age(life)
        .finish()
}

/// Sign in
///
/// The refresh token comes as an `HttpOnly` cookie. Failures lock a name for a growing
/// time, whether or not anybody bears it.
#[utoipa::path(
    tag = "session",
    security(()),
    responses((status = 200, description = "Signed in.", body = SessionView), CommandProblems),
)]
#[post("")]
pub async fn sign_in(
    app: Data<App>,
    site: Data<Site>,
    limits: Data<Limits>,
    request: HttpRequest,
    body: Json<Credentials>,
) -> Result<HttpResponse> {
    limits.sign_in.check(("sign_in", client_ip(&request, site.trusted_proxies)))?;
    let Credentials { username, password } = body.into_inner();
    for (path, value, longest) in [("username", &username, LONGEST_USERNAME), ("password", &password, LONGEST_PASSWORD)]
    {
        if value.chars().count() > longest {
            return Err(Error::field(path, format!("最多{longest}个字符")));
        }
    }
    let signed_in = app.sessions.sign_in(username, password).await?;
    answer(&app, &site, signed_in).await
}

/// Renew the session
///
/// By the refresh cookie, which is replaced. Its predecessor stays good for 10 seconds; the use of
/// an older one ends the session.
#[utoipa::path(
    tag = "session",
    security(()),
    responses((status = 200, description = "Renewed.", body = SessionView), CommandProblems),
)]
#[post("/refresh")]
pub async fn renew_session(app: Data<App>, site: Data<Site>, request: HttpRequest) -> Result<HttpResponse> {
    let Some(refresh) = request.cookie(COOKIE) else {
        return Err(Error::new(Code::NotSignedIn, "尚未登录"));
    };
    let signed_in = app.sessions.renew(refresh.value()).await?;
    answer(&app, &site, signed_in).await
}

/// Act in another post
///
/// Within the same session; the log tells in which post each act was done.
#[utoipa::path(
    tag = "session",
    responses((status = 200, description = "Switched.", body = SessionView), CommandProblems),
)]
#[post("/acting")]
pub async fn switch_post(
    app: Data<App>,
    site: Data<Site>,
    who: Acting<Oneself>,
    body: Json<Post>,
) -> Result<HttpResponse> {
    let signed_in = app.sessions.act_as(&who.principal, body.into_inner()).await?;
    answer(&app, &site, signed_in).await
}

/// Change my password
///
/// By the old one. My other sessions end; this one goes on.
#[utoipa::path(tag = "session", responses((status = 204, description = "Changed."), CommandProblems))]
#[post("/password")]
pub async fn change_password(app: Data<App>, who: Acting<Oneself>, body: Json<ChangePassword>) -> Result<HttpResponse> {
    app.change_password(&who.principal, body.into_inner()).await?;
    Ok(HttpResponse::NoContent().finish())
}

/// Sign out
#[utoipa::path(tag = "session", responses((status = 204, description = "Signed out."), ReadProblems))]
#[delete("")]
pub async fn sign_out(app: Data<App>, site: Data<Site>, who: Acting<Oneself>) -> Result<HttpResponse> {
    app.sessions.sign_out(&who.principal).await?;
    Ok(HttpResponse::NoContent().cookie(cookie(&site, String::new(), Duration::ZERO)).finish())
}

/// Read who I am
#[utoipa::path(tag = "session", responses((status = 200, description = "Me.", body = Me), ReadProblems))]
#[get("/me")]
pub async fn get_me(app: Data<App>, who: Acting<Oneself>) -> Result<HttpResponse> {
    let user = app.user_of(&who.principal).await?;
    let units = app.units_for_names().await?;
    let acting = Post { role: who.principal.actor.role, unit: who.principal.actor.unit.clone() };
    Ok(HttpResponse::Ok().json(me(&user, &acting, &units)))
}
