//! Units, and the dictionary of words.

use actix_web::web::{Data, Path};
use actix_web::{HttpRequest, HttpResponse, get, post};
use serde::Serialize;
use utoipa::ToSchema;
use utoipa_actix_web::service_config::ServiceConfig;

use super::auth::{Acting, ManageUnits, ReadUnits};
use super::headers::{IdempotencyHeader, IdempotencyKey};
use super::json::Json;
use super::problem::{CommandProblems, PublicProblems, ReadProblems};
use super::receipt::{ReceiptView, created, once};
use crate::app::App;
use crate::domain::ids::UnitId;
use crate::domain::unit::{NewUnit, Unit};
use crate::domain::words::{Sector, UnitKind, WordList, dictionary};
use crate::error::Result;

/// Mounts the routes.
pub fn routes(config: &mut ServiceConfig) {
    config.service(list_units).service(create_unit).service(get_unit);
}

/// A unit.
#[derive(Serialize, ToSchema)]
#[schema(as = Unit)]
pub struct UnitView {
    /// Its code.
    pub id: UnitId,
    /// Its short name.
    pub name: String,
    /// Its full name.
    pub full_name: String,
    /// What kind of body it is.
    pub kind: UnitKind,
    /// The unit it belongs to.
    pub parent: Option<UnitId>,
    /// The sector it leads.
    pub leads: Option<Sector>,
    /// The sector whose stuck cases it coordinates, where that isn't the lead.
    pub coordinates: Option<Sector>,
    /// Its place in lists.
    pub rank: i64,
    /// Whether it takes part no more.
    pub closed: bool,
}

impl From<&Unit> for UnitView {
    fn from(unit: &Unit) -> Self {
        Self {
            id: unit.id.clone(),
            name: unit.name.clone(),
            full_name: unit.full_name.clone(),
            kind: unit.kind,
            parent: unit.parent.clone(),
            leads: unit.leads,
            coordinates: unit.coordinates,
            rank: unit.rank,
            closed: unit.closed,
        }
    }
}

/// All units.
#[derive(Serialize, ToSchema)]
pub struct Units {
    /// In their order in lists.
    pub items: Vec<UnitView>,
}

/// Every enumeration with its labels.
#[derive(Serialize, ToSchema)]
pub struct Dictionary {
    /// The enumerations.
    pub words: Vec<WordList>,
}

/// List the words
///
/// Every enumeration with its Chinese labels. Open to all.
#[utoipa::path(
    tag = "dictionary",
    security(()),
    responses((status = 200, description = "The words.", body = Dictionary), PublicProblems),
)]
#[get("/dictionary")]
pub async fn list_words() -> HttpResponse {
    HttpResponse::Ok().insert_header(("Cache-Control", "public, max-age=300")).json(Dictionary { words: dictionary() })
}

/// List all units
#[utoipa::path(tag = "units", responses((status = 200, description = "The units.", body = Units), ReadProblems))]
#[get("")]
pub async fn list_units(app: Data<App>, who: Acting<ReadUnits>) -> Result<HttpResponse> {
    let units = app.list_units(&who.principal).await?;
    let mut items: Vec<UnitView> = units.iter().map(UnitView::from).collect();
    items.sort_by_key(|unit| unit.rank);
    Ok(HttpResponse::Ok().json(Units { items }))
}

/// Read a unit
#[utoipa::path(
    tag = "units",
    params(("id" = String, Path, description = "The unit's code.")),
    responses((status = 200, description = "The unit.", body = UnitView), ReadProblems),
)]
#[get("/{id}")]
pub async fn get_unit(app: Data<App>, who: Acting<ReadUnits>, id: Path<UnitId>) -> Result<HttpResponse> {
    let unit = app.get_unit(&who.principal, &id).await?;
    Ok(HttpResponse::Ok().json(UnitView::from(&unit)))
}

/// Enter a unit
#[utoipa::path(
    tag = "units",
    params(IdempotencyHeader),
    responses((status = 201, description = "Entered.", body = ReceiptView), CommandProblems),
)]
#[post("")]
pub async fn create_unit(
    app: Data<App>,
    who: Acting<ManageUnits>,
    key: IdempotencyKey,
    request: HttpRequest,
    body: Json<NewUnit>,
) -> Result<HttpResponse> {
    let once = once(&request, key, body.raw());
    let receipt = app.create_unit(&who.principal, body.into_inner(), &once).await?;
    Ok(created("/api/v1/units", &receipt, ReceiptView::from(receipt.clone())))
}
