//! Live updates as server-sent events.

use std::convert::Infallible;
use std::future::{Ready, ready};
use std::pin::Pin;
use std::task::{Context, Poll};

use actix_web::body::{BodySize, MessageBody};
use actix_web::http::header::{ContentEncoding, HeaderName, HeaderValue};
use actix_web::web::{Bytes, Data};
use actix_web::{FromRequest, HttpRequest, HttpResponse, dev, get};
use serde_json::json;
use utoipa::IntoParams;

use super::auth::Acting;
use super::problem::ReadProblems;
use crate::app::App;
use crate::app::live::{Listening, Update};
use crate::error::{Error, Result};

const LAST_EVENT_ID: HeaderName = HeaderName::from_static("last-event-id");

/// The last event that the client has had, from `Last-Event-ID`.
pub struct LastEventId(Option<i64>);

impl FromRequest for LastEventId {
    type Error = Error;
    type Future = Ready<Result<Self>>;

    fn from_request(request: &HttpRequest, _: &mut dev::Payload) -> Self::Future {
        let read = |value: &HeaderValue| value.to_str().ok()?.parse().ok().filter(|id: &i64| *id >= 0);
        ready(match request.headers().get(LAST_EVENT_ID).map(read) {
            None => Ok(Self(None)),
            Some(Some(id)) => Ok(Self(Some(id))),
            Some(None) => Err(Error::field("Last-Event-ID", "应为此前收到的事件编号")),
        })
    }
}

/// Documents [`LastEventId`].
#[derive(Debug, IntoParams)]
#[into_params(parameter_in = Header)]
#[allow(dead_code, reason = "it only documents the header")]
pub struct LastEventIdHeader {
    /// The `id` last received: what was missed since then comes first. Without it the stream begins now.
    #[param(rename = "Last-Event-ID", nullable = false, pattern = "^[0-9]+$", example = "17")]
    pub last_event_id: Option<String>,
}

/// Follow what happens
///
/// Server-sent events, to be read by `fetch` with the bearer token. Each has the place in the log
/// as its `id`, the noun as its `event` (`case`, `work_order`, …), and as `data` its type and the
/// noun's identifier: `{"type":"dispatched","case":"…"}`. Where it gave the asker's post a notice,
/// `event: notice` comes with it: `{"type":"dispatched","notice":"…"}`. Only what the asker may see
/// comes, and no content: ask again for what has changed. Every 15 seconds an `id` without data
/// says that the stream lives. It ends with the token or the session; one person may hold 6.
#[utoipa::path(
    tag = "live updates",
    params(LastEventIdHeader),
    responses(
        (status = 200, description = "The stream.", content_type = "text/event-stream", body = String),
        ReadProblems,
    ),
)]
#[get("/stream")]
pub async fn follow_events(app: Data<App>, who: Acting, last: LastEventId) -> Result<HttpResponse> {
    let listening = app.listen(&who.principal, last.0).await?;
    Ok(HttpResponse::Ok()
        .content_type("text/event-stream")
        // Compressed, events would wait for each other; a proxy must not hold them back either.
        .insert_header(ContentEncoding::Identity)
        .insert_header(("X-Accel-Buffering", "no"))
        .body(Events(listening)))
}

struct Events(Listening);

impl MessageBody for Events {
    type Error = Infallible;

    fn size(&self) -> BodySize {
        BodySize::Stream
    }

    fn poll_next(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
    ) -> Poll<Option<std::result::Result<Bytes, Infallible>>> {
        self.0.poll_next(context).map(|update| update.map(|update| Ok(Bytes::from(written(&update)))))
    }
}

/// An update as it goes over the wire. Notices carry no id of their own: who is cut off between
/// them and their event gets all of them again.
fn written(update: &Update) -> String {
    match update {
        Update::Nothing(place) => format!(":\nid: {place}\n\n"),
        Update::Happened(event, notices) => {
            let kind = event.kind.as_str();
            let notice = |id: &String| format!("event: notice\ndata: {}\n\n", json!({ "type": kind, "notice": id }));
            let mut text: String = notices.iter().map(notice).collect();
            let data = json!({ "type": kind, &event.noun: event.id });
            text.push_str(&format!("id: {}\nevent: {}\ndata: {data}\n\n", event.log_index, event.noun));
            text
        }
    }
}
