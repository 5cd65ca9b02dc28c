//! Who sends a request. A handler that acts for somebody takes [`Acting`], which lets nobody in
//! whose role may never do what the handler does; before the body is read.

use std::future::Future;
use std::marker::PhantomData;
use std::pin::Pin;

use actix_web::web::Data;
use actix_web::{FromRequest, HttpRequest, dev, http::header};

use crate::app::App;
use crate::auth::Principal;
use crate::domain::case::CaseCommand;
use crate::domain::log::Actor;
use crate::domain::permission::{self, Entry};
use crate::domain::{meeting, work_order};
use crate::error::{Code, Error, Result};

/// What a role must be able to do, whatever the case.
pub trait Gate: 'static {
    /// Whether it is open to who must choose another password first.
    const WITH_FIRST_PASSWORD: bool = false;

    /// Lets the actor in, or not.
    fn check(actor: &Actor) -> Result<()>;
}

/// Anybody who is signed in.
pub struct Anybody;

impl Gate for Anybody {
    fn check(_actor: &Actor) -> Result<()> {
        Ok(())
    }
}

/// Anybody, about the own session and password.
pub struct Oneself;

impl Gate for Oneself {
    const WITH_FIRST_PASSWORD: bool = true;

    fn check(_actor: &Actor) -> Result<()> {
        Ok(())
    }
}

/// Whose role may give the command `C` to a case.
pub struct OnCase<C>(PhantomData<C>);

impl<C: CaseCommand + 'static> Gate for OnCase<C> {
    fn check(actor: &Actor) -> Result<()> {
        permission::check_role(actor, C::ACTION)
    }
}

/// Whose role may give the command `C` to a work order.
pub struct OnSheet<C>(PhantomData<C>);

impl<C: work_order::OnSheet + 'static> Gate for OnSheet<C> {
    fn check(actor: &Actor) -> Result<()> {
        permission::check_sheet_role(actor, C::ACTION)
    }
}

/// Whose role may give the command `C` to a joint meeting.
pub struct OnMeeting<C>(PhantomData<C>);

impl<C: meeting::OnMeeting + 'static> Gate for OnMeeting<C> {
    fn check(actor: &Actor) -> Result<()> {
        permission::check_meeting_role(actor, C::ACTION)
    }
}

macro_rules! gates {
    ($($(#[doc = $doc:literal])* $name:ident)+) => {
        $(
            $(#[doc = $doc])*
            pub struct $name;

            impl Gate for $name {
                fn check(actor: &Actor) -> Result<()> {
                    permission::enter(actor, Entry::$name).map(|_| ())
                }
            }
        )+
    };
}

gates! {
    /// Whose role may register.
    RegisterCase
    /// Whose role may read cases.
    ReadCases
    /// Whose role may read rulings on the same matter.
    ReadPrecedents
    /// Whose role may read how much work lies with each unit.
    ReadWorkload
    /// Whose role may read the log as a whole.
    ReadLog
    /// Whose role has an inbox.
    ReadInbox
    /// Whose role may open attachments.
    ReadAttachments
    /// Whose role may read work orders.
    ReadWorkOrders
    /// Whose role may read joint meetings.
    ReadMeetings
    /// Whose role may read policy issues.
    ReadPolicyIssues
    /// Whose role may report policy issues.
    ReportPolicyIssues
    /// Whose role may see personal data in the clear.
    RevealPersonal
    /// Whose role may read units.
    ReadUnits
    /// Whose role may enter units.
    ManageUnits
    /// Whose role may read users.
    ReadUsers
    /// Whose role may enter users.
    ManageUsers
    /// Whose role may read the calendar.
    ReadCalendar
    /// Whose role may import notices.
    ManageCalendar
    /// Whose role may read the settings.
    ReadSettings
    /// Whose role may change the settings.
    ManageSettings
    /// Whose role may read the history of units, users and settings.
    ReadAdministration
}

/// Somebody who is signed in and passes the gate `G`.
pub struct Acting<G = Anybody> {
    /// Who.
    pub principal: Principal,
    gate: PhantomData<G>,
}

impl<G: Gate> FromRequest for Acting<G> {
    type Error = Error;
    type Future = Pin<Box<dyn Future<Output = Result<Self>>>>;

    fn from_request(request: &HttpRequest, _: &mut dev::Payload) -> Self::Future {
        let app = request.app_data::<Data<App>>().cloned();
        let token = bearer(request);
        Box::pin(async move {
            let app = app.ok_or_else(|| Error::internal("the application is not mounted"))?;
            let token = token.ok_or_else(|| Error::new(Code::NotSignedIn, "请先登录"))?;
            let principal = app.sessions.authenticate(&token).await?;
            if principal.must_change_password && !G::WITH_FIRST_PASSWORD {
                return Err(Error::new(Code::PasswordChangeRequired, "密码由他人设定，请先修改密码"));
            }
            G::check(&principal.actor)?;
            Ok(Self { principal, gate: PhantomData })
        })
    }
}

fn bearer(request: &HttpRequest) -> Option<String> {
    let value = request.headers().get(header::AUTHORIZATION)?.to_str().ok()?;
    let (scheme, token) = value.split_once(' ')?;
    scheme.eq_ignore_ascii_case("bearer").then(|| token.trim().to_owned())
}
