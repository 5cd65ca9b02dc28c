//! The service as a process of its own: what it has acknowledged outlives its being killed, and it can
//! be proved while it works.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::process::{Child, Command, Output, Stdio};
use std::sync::mpsc::{Receiver, channel};
use std::thread;

use bancheng::app::demo::PASSWORD;
use bancheng::crypto::KeyRing;
use serde_json::{Value, json};

use crate::support::Db;
use crate::support::api::{registration, text};
use crate::support::database::Fresh;

/// How many clients register at the same time.
const CLIENTS: usize = 8;

/// `bancheng serve` over a database.
struct Process {
    child: Child,
    address: String,
}

impl Process {
    /// Starts it, and waits until it listens.
    fn start(db: &Fresh, keys: &tempfile::TempDir) -> Self {
        let address = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().to_string();
        let mut serve = command(db, keys, "serve");
        serve.args(["--listen", &address, "--public-url", &format!("http://{address}"), "--files-dir"]);
        let mut child =
            serve.arg(keys.path().join("files")).stdout(Stdio::piped()).stderr(Stdio::null()).spawn().unwrap();
        let mut lines = BufReader::new(child.stdout.take().unwrap()).lines();
        assert!(lines.any(|line| line.unwrap().contains(&address)), "it ended before it listened");
        Self { child, address }
    }

    /// Ends it as a power cut does.
    fn kill(self) {}
}

impl Drop for Process {
    fn drop(&mut self) {
        self.child.kill().unwrap();
        self.child.wait().unwrap();
    }
}

fn command(db: &Fresh, keys: &tempfile::TempDir, name: &str) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_bancheng"));
    command.args([name, "--database-url", &db.as_argument(), "--keys-dir"]).arg(keys.path().join("keys"));
    command
}

fn verify(db: &Fresh, keys: &tempfile::TempDir) -> Output {
    command(db, keys, "verify").output().unwrap()
}

/// Sends a request over a connection of its own; the body of the answer, or nothing where there is no server
/// any more.
fn send(address: &str, request: &str, token: &str, body: &str) -> Option<Value> {
    let mut connection = TcpStream::connect(address).ok()?;
    write!(
        connection,
        "{request} HTTP/1.1\r\nHost: {address}\r\nConnection: close\r\nAuthorization: Bearer {token}\r\n\
         Content-Type: application/json\r\nContent-Length: {}\r\n\r\n{body}",
        body.len()
    )
    .ok()?;
    let mut answer = String::new();
    connection.read_to_string(&mut answer).ok()?;
    let (head, body) = answer.split_once("\r\n\r\n")?;
    assert!(head.starts_with("HTTP/1.1 20"), "{answer}");
    serde_json::from_str(body).ok()
}

fn post(address: &str, path: &str, token: &str, body: &Value) -> Option<Value> {
    send(address, &format!("POST {path}"), token, &body.to_string())
}

/// The access token of a new session.
fn sign_in(process: &Process, username: &str) -> String {
    let credentials = json!({ "username": username, "password": PASSWORD });
    let session = post(&process.address, "/api/v1/session", "", &credentials).expect("a session");
    text(&session["access_token"])
}

/// Registers case after case, each with a note, until the server is gone; tells of each that was acknowledged.
fn register_on(process: &Process) -> Receiver<String> {
    let token = sign_in(process, "intake");
    let (tell, told) = channel();
    for _ in 0..CLIENTS {
        let (tell, token, address) = (tell.clone(), token.clone(), process.address.clone());
        thread::spawn(move || {
            while let Some(receipt) = post(&address, "/api/v1/cases", &token, &registration()) {
                let id = text(&receipt["id"]);
                if tell.send(id.clone()).is_err() {
                    return;
                }
                let note = json!({ "kind": "general", "text": "已核对材料。" });
                let _ = post(&address, &format!("/api/v1/cases/{id}/note"), &token, &note);
            }
        });
    }
    told
}

async fn outlives_being_killed(db: Db) {
    let (fresh, keys) = (db.fresh().await, tempfile::tempdir().unwrap());
    KeyRing::create(&keys.path().join("keys")).unwrap();
    let mut acknowledged = Vec::new();
    for _ in 0..2 {
        let process = Process::start(&fresh, &keys);
        let told = register_on(&process);
        acknowledged.extend(told.iter().take(40));
        let while_it_works = verify(&fresh, &keys);
        assert!(while_it_works.status.success(), "{}", String::from_utf8_lossy(&while_it_works.stdout));
        acknowledged.extend(told.iter().take(40));
        process.kill();
        acknowledged.extend(told.iter());
        let after_it = verify(&fresh, &keys);
        assert!(after_it.status.success(), "{}", String::from_utf8_lossy(&after_it.stdout));
    }
    // What was acknowledged is there, and the numbers have no gap.
    let process = Process::start(&fresh, &keys);
    let token = sign_in(&process, "office");
    let (mut found, mut numbers, mut next) = (Vec::new(), Vec::new(), String::new());
    loop {
        let list = format!("GET /api/v1/cases?sort=accepted&limit=200{next}");
        let page = send(&process.address, &list, &token, "").expect("a page");
        for case in page["items"].as_array().unwrap() {
            found.push(text(&case["id"]));
            numbers.push(text(&case["number"]));
        }
        match page["next_cursor"].as_str() {
            Some(cursor) => next = format!("&cursor={cursor}"),
            None => break,
        }
    }
    process.kill();
    assert!(acknowledged.len() >= 160 && acknowledged.iter().all(|id| found.contains(id)));
    numbers.sort_unstable();
    let year = numbers[0][..4].to_owned();
    let expected: Vec<String> = (1..=numbers.len()).map(|n| format!("{year}-{n:04}")).collect();
    assert_eq!(numbers, expected);
}

#[actix_web::test]
async fn outlives_being_killed_on_sqlite() {
    outlives_being_killed(Db::Sqlite).await;
}

#[actix_web::test]
async fn outlives_being_killed_on_postgres() {
    outlives_being_killed(Db::Postgres).await;
}
