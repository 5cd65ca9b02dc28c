//! A form with a file (`multipart/form-data`): streamed to its place piece by piece, never whole in
//! memory; strict as any body.

use actix_multipart::{Field, Multipart, MultipartError};
use actix_web::web::Bytes;
use futures_util::StreamExt as _;
use serde::Deserialize;
use serde_json::json;
use utoipa::ToSchema;

use crate::app::App;
use crate::app::attachments::Upload;
use crate::domain::text::Text;
use crate::error::{Code, Error, FieldError, Result};

/// The form, as it is documented.
#[derive(Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
#[allow(dead_code, reason = "it only documents the form")]
pub struct UploadForm {
    /// The file: PDF, OFD, JPEG, PNG, WebP, HEIC, Word, Excel, WPS or plain text, by its content; no archives, no macros.
    #[schema(value_type = String, format = Binary)]
    pub file: String,
    /// What it shows.
    pub description: Option<Text<1, 500>>,
}

/// A form that was taken in.
pub struct Form {
    /// The file.
    pub upload: Upload,
    /// What it was called.
    pub name: String,
    /// What it shows.
    pub description: Option<Text<1, 500>>,
}

/// No description is longer, in bytes of UTF-8.
const LONGEST_TEXT: usize = 500 * 4;

impl Form {
    /// Takes a form in.
    ///
    /// # Errors
    /// The field at fault; `too_large` as soon as the file is.
    pub async fn receive(app: &App, mut form: Multipart) -> Result<Self> {
        let (mut file, mut description) = (None, None);
        while let Some(field) = form.next().await {
            let mut field = field.map_err(unreadable)?;
            match field.name().unwrap_or_default().to_owned().as_str() {
                "file" if file.is_none() => file = Some((file_name(&field)?, receive_file(app, &mut field).await?)),
                "description" if description.is_none() => description = Some(receive_text(&mut field).await?),
                name @ ("file" | "description") => return Err(Error::field(name, "重复出现")),
                unknown => return Err(unknown_field(unknown)),
            }
        }
        let Some((name, upload)) = file else { return Err(Error::field("file", "缺少必填项")) };
        Ok(Self { upload, name, description })
    }

    /// What makes the same form the same when it is sent again, under whatever boundary.
    pub fn identity(&self) -> Bytes {
        let description = self.description.as_ref().map(Text::as_str);
        json!({ "file": self.upload.digest(), "name": self.name, "description": description }).to_string().into()
    }
}

fn file_name(field: &Field) -> Result<String> {
    let disposition = field.content_disposition();
    let extended = disposition.and_then(|d| d.get_filename_ext()).and_then(|n| String::from_utf8(n.value.clone()).ok());
    let name = extended.or_else(|| disposition.and_then(|d| d.get_filename()).map(str::to_owned));
    name.ok_or_else(|| Error::field("file", "应为文件，且带有文件名"))
}

async fn receive_file(app: &App, field: &mut Field) -> Result<Upload> {
    let mut upload = app.begin_upload().await?;
    while let Some(piece) = field.next().await {
        upload = upload.take(piece.map_err(unreadable)?).await?;
    }
    Ok(upload)
}

async fn receive_text(field: &mut Field) -> Result<Text<1, 500>> {
    let too_long = || Error::field("description", "最多500个字");
    let bytes = field.bytes(LONGEST_TEXT).await.map_err(|_| too_long())?.map_err(unreadable)?;
    let text = std::str::from_utf8(&bytes).map_err(|_| Error::field("description", "不是 UTF-8 编码的文字"))?;
    Text::new(text).map_err(|invalid| Error::field("description", invalid.message))
}

fn unknown_field(name: &str) -> Error {
    let path: String = name.chars().take(100).collect();
    let mut error = Error::new(Code::UnknownField, format!("含有未知字段：{path}"));
    error.fields.push(FieldError { path, message: "未知字段；可用的字段：file、description".to_owned() });
    error
}

fn unreadable(error: MultipartError) -> Error {
    let told = match error {
        MultipartError::ContentTypeMissing
        | MultipartError::ContentTypeParse
        | MultipartError::ContentTypeIncompatible => {
            Error::new(Code::UnsupportedMediaType, "请求内容应为 multipart/form-data")
        }
        _ => Error::new(Code::BadRequest, "请求内容没有完整收到，或不是有效的表单，请重试"),
    };
    Error { context: Some(error.to_string()), ..told }
}
