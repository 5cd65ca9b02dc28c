//! Someone who listens to live updates.

use std::collections::VecDeque;
use std::future::poll_fn;
use std::pin::Pin;
use std::task::Poll;

use actix_web::body::{BoxBody, MessageBody};
use actix_web::http::{Method, header::HeaderMap};
use serde_json::Value;

use super::TestApp;

/// One event, as a client reads it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Heard {
    /// The place in the log; notices have none.
    pub id: Option<i64>,
    /// The noun.
    pub event: String,
    /// Type and identifier.
    pub data: Value,
}

impl Heard {
    /// What it is about: `dispatched case`, with the noun's identifier.
    pub fn told(&self) -> (String, String) {
        let word = |name: &str| self.data[name].as_str().unwrap_or_default().to_owned();
        (format!("{} {}", word("type"), self.event), word(&self.event))
    }
}

/// An open stream.
pub struct Stream {
    pub headers: HeaderMap,
    /// The `id` last read: where a client goes on after a break.
    pub last_id: i64,
    body: Pin<Box<BoxBody>>,
    text: String,
    ready: VecDeque<Heard>,
}

impl Stream {
    /// The next message; none at the end of the stream. A sign of life is a message without event.
    pub async fn next(&mut self) -> Option<Heard> {
        while self.ready.is_empty() {
            let chunk = poll_fn(|context| self.body.as_mut().poll_next(context)).await?.unwrap();
            self.take(&chunk);
        }
        self.ready.pop_front()
    }

    /// The next message that isn't a sign of life.
    pub async fn event(&mut self) -> Heard {
        loop {
            let message = self.next().await.expect("the stream goes on");
            if !message.event.is_empty() {
                return message;
            }
        }
    }

    /// All that has come by now, without signs of life; see [`TestApp::tell`].
    pub async fn heard(&mut self) -> Vec<Heard> {
        // Unconstrained: the runtime would have a long reader wait for its turn.
        tokio::task::unconstrained(poll_fn(|context| {
            while let Poll::Ready(Some(chunk)) = self.body.as_mut().poll_next(context) {
                self.take(&chunk.unwrap());
            }
            Poll::Ready(())
        }))
        .await;
        self.ready.drain(..).filter(|heard| !heard.event.is_empty()).collect()
    }

    fn take(&mut self, chunk: &[u8]) {
        self.text.push_str(std::str::from_utf8(chunk).expect("not compressed"));
        while let Some((message, rest)) = self.text.split_once("\n\n") {
            let heard = parse(message);
            self.last_id = heard.id.unwrap_or(self.last_id);
            self.ready.push_back(heard);
            self.text = rest.to_owned();
        }
    }

    /// Types and nouns of all that has come by now.
    pub async fn types(&mut self) -> Vec<String> {
        self.heard().await.iter().map(|heard| heard.told().0).collect()
    }

    /// That nothing more comes.
    pub async fn ends(mut self) {
        while let Some(message) = self.next().await {
            assert_eq!(message.event, "", "{message:?}");
        }
    }
}

fn parse(message: &str) -> Heard {
    let mut heard = Heard::default();
    for line in message.lines() {
        match line.split_once(": ") {
            Some(("id", id)) => heard.id = Some(id.parse().unwrap()),
            Some(("event", event)) => heard.event = event.to_owned(),
            Some(("data", data)) => heard.data = serde_json::from_str(data).unwrap(),
            _ => assert_eq!(line, ":", "{message}"),
        }
    }
    heard
}

impl TestApp {
    /// Listens from now on.
    pub async fn listen(&self, who: &str) -> Stream {
        self.listen_after(who, None).await
    }

    /// Listens from after this place in the log.
    pub async fn listen_after(&self, who: &str, after: Option<i64>) -> Stream {
        let mut request = self.request(who, Method::GET, "/api/v1/stream").await;
        if let Some(after) = after {
            request = request.insert_header(("Last-Event-ID", after.to_string()));
        }
        let response = self.open(request.insert_header(("Accept-Encoding", "gzip, br"))).await;
        assert_eq!(response.status(), 200);
        let headers = response.headers().clone();
        let body = Box::pin(response.into_body());
        let mut stream = Stream { headers, last_id: 0, body, text: String::new(), ready: VecDeque::new() };
        let begins = stream.next().await.unwrap();
        assert_eq!(begins.event, "", "it begins with its place");
        stream
    }

    /// Lets 15 seconds go by, after which everybody who listens is given a sign of life.
    pub async fn beat(&self) {
        self.clock.advance(chrono::TimeDelta::seconds(15));
        self.tell().await;
    }
}

/// Who sees a case before something happens to it, to be compared with who hears of it.
pub struct Circle<'a> {
    case: String,
    /// Where the log ends.
    place: i64,
    events: usize,
    /// Each with whether they see all that happens to the case.
    people: Vec<(&'a str, bool)>,
}

impl<'a> Circle<'a> {
    /// The circle of a case as it is now.
    pub async fn of(t: &TestApp, people: &[&'a str], case: &str) -> Self {
        t.tell().await;
        let place = t.column("SELECT CAST(max(log_index) AS TEXT) FROM log").remove(0).parse().unwrap();
        let events = t.history(case).await.len();
        let mut circle = Self { case: case.to_owned(), place, events, people: Vec::new() };
        for who in people {
            let sees = circle.is_seen_by(t, who).await;
            circle.people.push((*who, sees));
        }
        circle
    }

    async fn is_seen_by(&self, t: &TestApp, who: &str) -> bool {
        let case = t.get(who, &format!("/api/v1/cases/{}", self.case)).await;
        case.status == 200 && case.body["read_until"].is_null()
    }

    /// That exactly those hear of what has happened to the case since who saw it then or see it
    /// now. How many they are.
    pub async fn hears(self, t: &TestApp) -> usize {
        let happened = t.history(&self.case).await.len() > self.events;
        let mut count = 0;
        for (who, saw) in &self.people {
            let mut stream = t.listen_after(who, Some(self.place)).await;
            t.tell().await;
            let heard = stream.heard().await.iter().any(|heard| heard.data["case"] == self.case.as_str());
            assert_eq!(heard, happened && (*saw || self.is_seen_by(t, who).await), "{who}");
            count += usize::from(heard);
        }
        count
    }
}
