//! Units, and the dictionary of words.

use actix_web::web::{Data, Path};
use actix_web::{HttpRequest, HttpResponse, get, post};
use serde::Serialize;
use utoipa::ToSchema;
use utoipa_actix_web::service_config::ServiceConfig;

use super::auth::{Acting, ManageUnits, ReadAdministration, ReadUnits};
use super::cases::History;
use super::headers::{IdempotencyHeader, IdempotencyKey, IfMatch, IfMatchHeader, etag};
use super::json::Json;
use super::problem::{CommandProblems, PublicProblems, ReadProblems};
use super::receipt::{ReceiptView, answer, created, once};
use crate::app::App;
use crate::domain::ids::UnitId;
use crate::domain::unit::{self, Directory, NewUnit, Unit};
use crate::domain::words::{Sector, UnitKind, WordList, dictionary};
use crate::error::{Error, Result};

/// A unit.
#[derive(Serialize, ToSchema)]
#[schema(as = Unit)]
pub struct UnitView {
    /// Its code.
    pub id: UnitId,
    /// The version, for `If-Match`.
    pub version: i64,
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
    /// Who carries on what it did, once it is closed.
    pub successor: Option<UnitId>,
}

impl UnitView {
    fn of(unit: &Unit, units: &Directory) -> Self {
        Self {
            id: unit.id.clone(),
            version: units.seq(&unit.id).unwrap_or_default(),
            name: unit.name.clone(),
            full_name: unit.full_name.clone(),
            kind: unit.kind,
            parent: unit.parent.clone(),
            leads: unit.leads,
            coordinates: unit.coordinates,
            rank: unit.rank,
            closed: unit.closed,
            successor: unit.successor.clone(),
        }
    }
}

/// All units.
#[derive(Serialize, ToSchema)]
pub struct Units {
    /// In their order in lists.
    pub items: Vec<UnitView>,
}

/// Every list of words with their labels.
#[derive(Serialize, ToSchema)]
pub struct Dictionary {
    /// The enumerations.
    pub words: Vec<WordList>,
}

/// List the words
///
/// Every enumeration and the district's causes, with Chinese labels. Open to all.
#[utoipa::path(
    tag = "dictionary",
    security(()),
    responses((status = 200, description = "The words.", body = Dictionary), PublicProblems),
)]
#[get("/dictionary")]
pub async fn list_words(app: Data<App>) -> Result<HttpResponse> {
    let words = dictionary(&app.settings_in_force().await?.causes);
    Ok(HttpResponse::Ok().insert_header(("Cache-Control", "no-cache")).json(Dictionary { words }))
}

/// List all units
#[utoipa::path(tag = "units", responses((status = 200, description = "The units.", body = Units), ReadProblems))]
#[get("")]
pub async fn list_units(app: Data<App>, who: Acting<ReadUnits>) -> Result<HttpResponse> {
    let units = app.list_units(&who.principal).await?;
    let mut items: Vec<UnitView> = units.iter().map(|unit| UnitView::of(unit, &units)).collect();
    items.sort_by_key(|unit| unit.rank);
    Ok(HttpResponse::Ok().json(Units { items }))
}

/// Read a unit
#[utoipa::path(
    tag = "units",
    params(("id" = String, Path, description = "The unit's code.")),
    responses((status = 200, description = "The unit.", body = UnitView, headers(("ETag" = String))), ReadProblems),
)]
#[get("/{id}")]
pub async fn get_unit(app: Data<App>, who: Acting<ReadUnits>, id: Path<UnitId>) -> Result<HttpResponse> {
    let units = app.list_units(&who.principal).await?;
    let unit = units.get(&id).ok_or_else(|| Error::not_found("单位"))?;
    let view = UnitView::of(unit, &units);
    Ok(HttpResponse::Ok().insert_header(etag(view.version)).json(view))
}

/// Read a unit's history
///
/// Every event, oldest first, with its texts: former names, duties, parents.
#[utoipa::path(
    tag = "units",
    params(("id" = String, Path, description = "The unit's code.")),
    responses((status = 200, description = "The history.", body = History), ReadProblems),
)]
#[get("/{id}/history")]
pub async fn get_unit_history(
    app: Data<App>,
    who: Acting<ReadAdministration>,
    id: Path<UnitId>,
) -> Result<HttpResponse> {
    let items = app.unit_history(&who.principal, &id).await?;
    Ok(HttpResponse::Ok().json(History { items }))
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

macro_rules! commands {
    ($($(#[doc = $doc:literal])+ $name:ident $path:literal $command:ident;)+) => {
        $(
            $(#[doc = $doc])+
            #[utoipa::path(
                tag = "units",
                params(("id" = String, Path, description = "The unit's code."), IfMatchHeader, IdempotencyHeader),
                responses((status = 200, description = "Done.", body = ReceiptView, headers(("ETag" = String))), CommandProblems),
            )]
            #[post($path)]
            pub async fn $name(
                app: Data<App>,
                who: Acting<ManageUnits>,
                id: Path<UnitId>,
                version: IfMatch,
                key: IdempotencyKey,
                request: HttpRequest,
                body: Json<unit::$command>,
            ) -> Result<HttpResponse> {
                let once = once(&request, key, body.raw());
                Ok(answer(app.command_unit(&who.principal, &id, body.into_inner(), version.0, &once).await?))
            }
        )+

        /// Mounts the routes.
        pub fn routes(config: &mut ServiceConfig) {
            config
                .service(list_units)
                .service(create_unit)
                .service(get_unit)
                .service(get_unit_history)
                $(.service($name))+;
        }
    };
}

commands! {
    /// Rename a unit
    ///
    /// Its history, and work orders dispatched before, keep the old name.
    rename_unit "/{id}/rename" RenameUnit;
    /// Place a unit under another one, and in lists
    place_unit "/{id}/place" PlaceUnit;
    /// Let a unit lead or coordinate a sector
    ///
    /// Instead of the one that did, in one commit: a sector never has two leads.
    take_over_duty "/{id}/take-over" TakeOver;
    /// Let a unit coordinate no more
    ///
    /// The sector's lead coordinates then. A lead can't step down but by another's taking over.
    give_up_duty "/{id}/give-up" GiveUp;
    /// Close a unit
    ///
    /// It gets nothing new from now on; its history stays. Refused, with the counts, as long as cases,
    /// assignments, work orders, posts or other units rely on it, or it leads, coordinates or is the
    /// office.
    close_unit "/{id}/close" CloseUnit;
}
