//! Attachments of cases, and the purging of classified content.

use actix_files::NamedFile;
use actix_multipart::Multipart;
use actix_web::http::header::{
    self, Charset, ContentDisposition, ContentEncoding, DispositionParam, DispositionType, EntityTag, ExtendedValue,
    HeaderValue,
};
use actix_web::web::{Data, Path};
use actix_web::{HttpRequest, HttpResponse, get, post};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use utoipa_actix_web::service_config::ServiceConfig;

use super::auth::{Acting, OnCase, ReadAttachments};
use super::headers::{IdempotencyHeader, IdempotencyKey, etag};
use super::json::Json;
use super::problem::{AttachmentProblems, CommandProblems, PurgeProblems};
use super::receipt::{ReceiptView, answer, once};
use super::upload::{Form, UploadForm};
use crate::app::App;
use crate::app::attachments::{Opened, Purge};
use crate::domain::case;
use crate::domain::ids::CaseId;
use crate::domain::text::{Line, Text};
use crate::error::{Error, Result};

/// What a browser may do with a file that it shows after all: nothing.
const SANDBOX: &str = "default-src 'none'; sandbox";

/// Mounts the routes.
pub fn routes(config: &mut ServiceConfig) {
    config.service(add_attachment).service(get_attachment).service(purge_classified);
}

/// What adding an attachment answers.
#[derive(Serialize, ToSchema)]
pub struct AttachmentReceipt {
    /// Of the case: number, state, version.
    #[serde(flatten)]
    pub receipt: ReceiptView,
    /// The attachment, by the place of its event in the case's history.
    pub attachment: i64,
}

/// What is to be purged, and why.
#[derive(Debug, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct PurgeClassified {
    /// The event that brought it in, by its place in the case's history.
    #[schema(minimum = 1)]
    pub seq: i64,
    /// The text or personal part, by its name in the history; left out for the attachment that the event added.
    pub part: Option<Line<1, 40>>,
    /// Why. It stays: it must not repeat what is purged.
    pub reason: Text<4, 500>,
}

/// Add an attachment
///
/// As a form with the file and, if wanted, what it shows. It is judged by its content: PDF, OFD, JPEG, PNG, WebP,
/// HEIC, Word, Excel, WPS or plain text, up to 20 MiB; no archives, no macros.
#[utoipa::path(
    tag = "cases",
    params(("id" = String, Path, description = "The case."), IdempotencyHeader),
    request_body(content = UploadForm, content_type = "multipart/form-data"),
    responses(
        (status = 201, description = "Added.", body = AttachmentReceipt, headers(("ETag" = String), ("Location" = String))),
        CommandProblems,
    ),
)]
#[post("/{id}/attachments")]
pub async fn add_attachment(
    app: Data<App>,
    who: Acting<OnCase<case::AddAttachment>>,
    id: Path<CaseId>,
    key: IdempotencyKey,
    request: HttpRequest,
    form: Multipart,
) -> Result<HttpResponse> {
    let form = Form::receive(&app, form).await?;
    let once = once(&request, key, &form.identity());
    let Form { upload, name, description } = form;
    let receipt = app.add_attachment(&who.principal, &id, upload, name, description, &once).await?;
    let attachment = receipt.seq;
    Ok(HttpResponse::Created()
        .insert_header(etag(receipt.version))
        .insert_header((header::LOCATION, format!("{}/{attachment}", request.path())))
        .json(AttachmentReceipt { receipt: receipt.into(), attachment }))
}

/// Download an attachment
///
/// For who may see the case and more than masked data; units get nothing that came in with a confidential report.
/// Ranges are served.
#[utoipa::path(
    tag = "cases",
    params(
        ("id" = String, Path, description = "The case."),
        ("attachment" = i64, Path, description = "The attachment, by the place of its event in the case's history."),
    ),
    responses(
        (
            status = 200,
            description = "The file.",
            content_type = "application/octet-stream",
            headers(("ETag" = String, description = "The digest."), ("Content-Disposition" = String)),
        ),
        (status = 206, description = "The range asked for.", content_type = "application/octet-stream"),
        AttachmentProblems,
    ),
)]
#[get("/{id}/attachments/{attachment}")]
pub async fn get_attachment(
    app: Data<App>,
    who: Acting<ReadAttachments>,
    path: Path<(CaseId, i64)>,
    request: HttpRequest,
) -> Result<HttpResponse> {
    let (id, attachment) = path.into_inner();
    download(app.open_attachment(&who.principal, &id, attachment).await?, &request)
}

/// Sends a file out, to be saved and never shown in place.
fn download(opened: Opened, request: &HttpRequest) -> Result<HttpResponse> {
    let Opened { file, kind, name, digest } = opened;
    let ending = name.rsplit('.').next().unwrap_or_default();
    let plain = DispositionParam::Filename(format!("attachment.{ending}"));
    let whole =
        ExtendedValue { charset: Charset::Ext("UTF-8".to_owned()), language_tag: None, value: name.clone().into() };
    let disposition = ContentDisposition {
        disposition: DispositionType::Attachment,
        parameters: vec![plain, DispositionParam::FilenameExt(whole)],
    };
    let media_type = kind.media_type().parse().map_err(Error::internal)?;
    let mut response = NamedFile::from_file(file, &name)
        .map_err(Error::internal)?
        .use_etag(false)
        .use_last_modified(false)
        .set_content_type(media_type)
        .set_content_disposition(disposition)
        .set_content_encoding(ContentEncoding::Identity)
        .into_response(request);
    let headers = response.headers_mut();
    headers.insert(
        header::ETAG,
        HeaderValue::try_from(EntityTag::new_strong(digest).to_string()).map_err(Error::internal)?,
    );
    headers.insert(header::CONTENT_SECURITY_POLICY, HeaderValue::from_static(SANDBOX));
    Ok(response)
}

/// Purge classified content
///
/// On any case in any state. The content is destroyed, in every case that has the same attachment; its digest and the
/// reason stay.
#[utoipa::path(
    tag = "cases",
    params(("id" = String, Path, description = "The case."), IdempotencyHeader),
    responses(
        (status = 200, description = "Done.", body = ReceiptView, headers(("ETag" = String))),
        PurgeProblems,
    ),
)]
#[post("/{id}/purge-classified")]
pub async fn purge_classified(
    app: Data<App>,
    who: Acting<OnCase<case::PurgeClassified>>,
    id: Path<CaseId>,
    key: IdempotencyKey,
    request: HttpRequest,
    body: Json<PurgeClassified>,
) -> Result<HttpResponse> {
    let once = once(&request, key, body.raw());
    let PurgeClassified { seq, part, reason } = body.into_inner();
    let purge = Purge { seq, part: part.map(Line::into_string), reason };
    Ok(answer(app.purge_classified(&who.principal, &id, purge, &once).await?))
}
