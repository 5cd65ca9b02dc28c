//! Work orders.

use actix_web::web::{Data, Path};
use actix_web::{HttpRequest, HttpResponse, get, post};
use utoipa_actix_web::service_config::ServiceConfig;

use super::auth::{Acting, OnSheet, ReadWorkOrders};
use super::cases::History;
use super::headers::{IdempotencyHeader, IdempotencyKey, IfMatch, IfMatchHeader, etag};
use super::json::Json;
use super::problem::{CommandProblems, ReadProblems};
use super::query::Query;
use super::receipt::{ReceiptView, answer, created, once};
use crate::app::App;
use crate::app::views::{Page, SheetQuery, SheetSummary, SheetView};
use crate::domain::ids::WorkOrderId;
use crate::domain::work_order::{self, DraftSheet};
use crate::error::Result;

/// List work orders
///
/// Those that the asker may see, the latest drafted first; keyset pages.
#[utoipa::path(
    tag = "work orders",
    params(SheetQuery),
    responses((status = 200, description = "A page.", body = Page<SheetSummary>), ReadProblems),
)]
#[get("")]
pub async fn list_work_orders(
    app: Data<App>,
    who: Acting<ReadWorkOrders>,
    query: Query<SheetQuery>,
) -> Result<HttpResponse> {
    let page = app.list_sheets(&who.principal, query.into_inner()).await?;
    Ok(HttpResponse::Ok().json(page))
}

/// Draft a work order
///
/// For 1 to 99 cases of one sector; the versions named must be the present ones.
#[utoipa::path(
    tag = "work orders",
    params(IdempotencyHeader),
    responses(
        (status = 201, description = "Drafted.", body = ReceiptView, headers(("ETag" = String), ("Location" = String))),
        CommandProblems,
    ),
)]
#[post("")]
pub async fn draft_work_order(
    app: Data<App>,
    who: Acting<OnSheet<DraftSheet>>,
    key: IdempotencyKey,
    request: HttpRequest,
    body: Json<DraftSheet>,
) -> Result<HttpResponse> {
    let once = once(&request, key, body.raw());
    let receipt = app.draft_sheet(&who.principal, body.into_inner(), &once).await?;
    Ok(created("/api/v1/work-orders", &receipt, ReceiptView::from(receipt.clone())))
}

/// Read a work order
///
/// The form of plan A2: its rows are frozen at dispatch.
#[utoipa::path(
    tag = "work orders",
    params(("id" = String, Path, description = "The work order.")),
    responses((status = 200, description = "The sheet.", body = SheetView, headers(("ETag" = String))), ReadProblems),
)]
#[get("/{id}")]
pub async fn get_work_order(
    app: Data<App>,
    who: Acting<ReadWorkOrders>,
    id: Path<WorkOrderId>,
) -> Result<HttpResponse> {
    let sheet = app.get_sheet(&who.principal, &id).await?;
    Ok(HttpResponse::Ok().insert_header(etag(sheet.version)).json(sheet))
}

/// Read a work order's history
///
/// Every event, oldest first, with its texts.
#[utoipa::path(
    tag = "work orders",
    params(("id" = String, Path, description = "The work order.")),
    responses((status = 200, description = "The history.", body = History), ReadProblems),
)]
#[get("/{id}/history")]
pub async fn get_work_order_history(
    app: Data<App>,
    who: Acting<ReadWorkOrders>,
    id: Path<WorkOrderId>,
) -> Result<HttpResponse> {
    let items = app.sheet_history(&who.principal, &id).await?;
    Ok(HttpResponse::Ok().json(History { items }))
}

macro_rules! commands {
    ($($(#[doc = $doc:literal])* $name:ident $path:literal $command:ident;)+) => {
        $(
            $(#[doc = $doc])*
            #[utoipa::path(
                tag = "work orders",
                params(("id" = String, Path, description = "The work order."), IfMatchHeader, IdempotencyHeader),
                responses((status = 200, description = "Done.", body = ReceiptView, headers(("ETag" = String))), CommandProblems),
            )]
            #[post($path)]
            pub async fn $name(
                app: Data<App>,
                who: Acting<OnSheet<work_order::$command>>,
                id: Path<WorkOrderId>,
                version: IfMatch,
                key: IdempotencyKey,
                request: HttpRequest,
                body: Json<work_order::$command>,
            ) -> Result<HttpResponse> {
                let once = once(&request, key, body.raw());
                let receipt = app.command_sheet(&who.principal, &id, body.into_inner(), version.0, &once).await?;
                Ok(answer(receipt))
            }
        )+

        /// Mounts the routes.
        pub fn routes(config: &mut ServiceConfig) {
            config
                .service(list_work_orders)
                .service(draft_work_order)
                .service(get_work_order)
                .service(get_work_order_history)
                $(.service($name))+;
        }
    };
}

commands! {
    /// Change the units or the date of a draft
    redraft_work_order "/{id}/redraft" Redraft;
    /// Put more cases on a draft
    add_cases "/{id}/add-cases" AddCases;
    /// Take a case off a draft
    remove_case "/{id}/remove-case" RemoveCase;
    /// Ask the main unit to confirm
    ask_confirmation "/{id}/ask-confirmation" AskConfirmation;
    /// Confirm, or record that the unit confirmed by telephone
    confirm_work_order "/{id}/confirm" Confirm;
    /// Decline: it isn't the unit's business
    decline_work_order "/{id}/decline" Decline;
    /// Dispatch: the clocks start
    dispatch_work_order "/{id}/dispatch" Dispatch;
    /// Cancel before dispatch
    cancel_work_order "/{id}/cancel" Cancel;
}
