//! Registrations per second through the use case, beside the same SQL bare: the same rows, one
//! transaction for each registration, sent as one string, with nothing decided, hashed or sealed.
//! Both in the same run on the same disk; what counts is the ratio.

#![allow(clippy::expect_used, reason = "in a benchmark a panic is the finding")]

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{Duration, Instant};

use bancheng::app::{App, Once};
use bancheng::auth::Principal;
use bancheng::clock::Clock;
use bancheng::crypto::KeyRing;
use bancheng::domain::case::Register;
use bancheng::domain::words::Role;
use bancheng::store::{AnyConn, DatabaseUrl, Store};
use diesel::connection::SimpleConnection;
use diesel::prelude::*;
use diesel::sql_types::{BigInt, Text};

const RUN: Duration = Duration::from_secs(3);

fn main() {
    // `cargo test --all-targets` builds and runs benches with `--test`; there is nothing to test.
    if std::env::args().any(|a| a == "--test") {
        return;
    }
    println!("registrations per second; {} s each run, {} cores", RUN.as_secs(), cores());
    println!("{:<11} {:>12} {:>10} {:>10} {:>7}", "database", "connections", "bancheng", "bare SQL", "ratio");
    let folder = tempfile::tempdir_in("target").expect("target/");
    measure("SQLite", &DatabaseUrl::Sqlite(folder.path().join("bench.db")));
    measure("PostgreSQL", &DatabaseUrl::Postgres(postgres()));
}

fn cores() -> usize {
    std::thread::available_parallelism().map_or(1, Into::into)
}

#[expect(clippy::disallowed_methods, reason = "`make bench` says where its cluster is")]
fn postgres() -> String {
    let cluster = std::env::var("BENCH_POSTGRES_URL").expect("BENCH_POSTGRES_URL is not set: run `make bench`");
    let (server, _) = cluster.rsplit_once('/').expect("a database in the URL");
    let name = format!("bench_{}", std::process::id());
    let mut conn = PgConnection::establish(&cluster).expect("the cluster answers");
    conn.batch_execute(&format!("CREATE DATABASE {name}")).expect("a database");
    format!("{server}/{name}")
}

fn measure(name: &str, url: &DatabaseUrl) {
    Store::migrate(url).expect("migrations");
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build().expect("a runtime");
    let clock = Clock::manual(chrono::DateTime::UNIX_EPOCH);
    let app = App::new(Store::open(url.clone()).expect("opens"), KeyRing::ephemeral(), clock);
    let people = runtime.block_on(app.load_people()).expect("people");
    let intake = people.act("intake", Role::Intake, "dt_qzwfw").expect("a clerk");
    let app = App::new(Store::open(url.clone()).expect("opens"), KeyRing::ephemeral(), Clock::System);
    for connections in [1, 16, 64] {
        let ours = runtime.block_on(registrations(&app, &intake, connections));
        let bare = bare(url, connections);
        println!("{name:<11} {connections:>12} {ours:>10.0} {bare:>10.0} {:>7.2}", ours / bare);
    }
}

async fn registrations(app: &App, intake: &Principal, connections: usize) -> f64 {
    let command: Register = serde_json::from_value(serde_json::json!({
        "channel": "district_hall",
        "reporter": { "kind": "person", "name": "甄样", "phone": "13800000001" },
        "matter_name": "居民用户燃气过户",
        "failure": "not_accepted",
        "failure_reason": "房屋继承后未办产权登记，燃气公司不给过户也不给充值。",
        "problem": "生活用气是刚需，营业厅不接受继承公证书，只认新产权证。",
        "account": "跑了三趟，每次说法不一样。"
    }))
    .expect("a registration");
    let done = Arc::new(AtomicU64::new(0));
    let started = Instant::now();
    let clients: Vec<_> = (0..connections)
        .map(|_| {
            let (app, intake, command, done) = (app.clone(), intake.clone(), command.clone(), done.clone());
            tokio::spawn(async move {
                while started.elapsed() < RUN {
                    app.register(&intake, command.clone(), &Once::default()).await.expect("registers");
                    done.fetch_add(1, Ordering::Relaxed);
                }
            })
        })
        .collect();
    for client in clients {
        client.await.expect("a client");
    }
    done.load(Ordering::Relaxed) as f64 / started.elapsed().as_secs_f64()
}

/// How large the rows of one registration are, and the terms it is found by.
#[derive(QueryableByName)]
struct Sizes {
    #[diesel(sql_type = BigInt)]
    body: i64,
    #[diesel(sql_type = BigInt)]
    state: i64,
    #[diesel(sql_type = BigInt)]
    who: i64,
    #[diesel(sql_type = Text)]
    terms: String,
}

fn bare(url: &DatabaseUrl, connections: usize) -> f64 {
    let mut conn = url.connect().expect("connects");
    let query = "SELECT CAST(length(e.body) AS BIGINT) AS body, CAST(length(s.state) AS BIGINT) AS state, \
                 CAST(length(a.who) AS BIGINT) AS who, CAST(t.terms AS TEXT) AS terms \
                 FROM events e JOIN streams s ON s.stream = e.stream \
                 JOIN audience a ON a.stream = e.stream AND a.seq = e.seq \
                 JOIN case_search t ON e.stream = 'case/' || t.case_id LIMIT 1";
    let sizes: Sizes = diesel::sql_query(query).get_result(&mut conn).expect("a case");
    let sizes = Arc::new(sizes);
    // Writers of SQLite are serial: more connections only wait for each other.
    let writers = if matches!(conn, AnyConn::Sqlite(_)) { 1 } else { connections };
    let done = Arc::new(AtomicU64::new(0));
    let started = Instant::now();
    let threads: Vec<_> = (0..writers)
        .map(|_| {
            let (url, sizes, done) = (url.clone(), sizes.clone(), done.clone());
            std::thread::spawn(move || {
                let mut conn = url.connect().expect("connects");
                while started.elapsed() < RUN {
                    conn.batch_execute(&transaction(&conn_kind(&conn), &sizes)).expect("inserts");
                    done.fetch_add(1, Ordering::Relaxed);
                }
            })
        })
        .collect();
    for thread in threads {
        thread.join().expect("a writer");
    }
    let rate = done.load(Ordering::Relaxed) as f64 / started.elapsed().as_secs_f64();
    forget(&mut conn);
    rate
}

/// What differs between the databases.
struct Kind {
    begin: &'static str,
    order: &'static str,
    terms: &'static str,
}

fn conn_kind(conn: &AnyConn) -> Kind {
    match conn {
        AnyConn::Sqlite(_) => Kind {
            begin: "BEGIN IMMEDIATE",
            order: "INSERT INTO log SELECT max(log_index) + 1, 'bare/ID', 1 FROM log",
            terms: "case_search (rowid, case_id, terms) \
                    SELECT 1900000000000 + value, 'ID', 'TERMS' FROM counters WHERE series = 'bare'",
        },
        AnyConn::Pg(_) => Kind {
            begin: "BEGIN",
            order: "INSERT INTO pending VALUES ('bare/ID', 1, '2021-09-01')",
            terms: "case_search VALUES ('ID', CAST($$TERMS$$ AS TSVECTOR))",
        },
    }
}

/// The rows of one registration. The counter's row is locked last, as in the service.
fn transaction(kind: &Kind, sizes: &Sizes) -> String {
    let id = uuid::Uuid::new_v4().to_string();
    let filler = |length: i64| "x".repeat(usize::try_from(length).unwrap_or(0));
    let hash = filler(71);
    let part =
        |name: &str| format!("('bare/{id}', 1, '{name}', 'text', '{}', '{}', NULL, NULL)", filler(64), filler(90));
    let keys: Vec<String> = (0..10).map(|n| format!("('bare', '{n}{}', '{id}')", filler(31))).collect();
    format!(
        "{begin};
         INSERT INTO counters VALUES ('bare', 2021, 1)
             ON CONFLICT (series, year) DO UPDATE SET value = counters.value + 1;
         INSERT INTO streams VALUES ('bare/{id}', 1, 1, '{hash}', '{state}');
         INSERT INTO events VALUES ('bare/{id}', 1, '2021-09-01 00:00:00', '{body}', '{hash}');
         INSERT INTO parts VALUES {one}, {two}, {three}, {four};
         INSERT INTO cases VALUES ('{id}', 1, 1, 1900,
             (SELECT value FROM counters WHERE series = 'bare'), 'registered', NULL, NULL, 'dt_qzwfw',
             'government_service', 'district_hall', 'dt_qzwfw', '{id}', '2021-09-01', '2021-09-01', NULL, 'person',
             FALSE, FALSE, '居民用户燃气过户', NULL, FALSE, NULL, NULL, NULL, '9999-12-31', FALSE, NULL);
         INSERT INTO case_units VALUES ('dt_qzwfw', 'intake', '{id}');
         INSERT INTO tasks VALUES ('{id}', 'screen', 'dt_qzwfw', NULL, NULL, '9999-12-31');
         INSERT INTO audience VALUES ('bare/{id}', 1, 'registered', '{who}', NULL);
         INSERT INTO {terms};
         INSERT INTO blind_index VALUES {keys};
         {order};
         COMMIT",
        begin = kind.begin,
        order = kind.order.replace("ID", &id),
        terms = kind.terms.replace("ID", &id).replace("TERMS", &sizes.terms),
        keys = keys.join(", "),
        body = filler(sizes.body),
        who = filler(sizes.who),
        state = filler(sizes.state),
        one = part("a"),
        two = part("b"),
        three = part("c"),
        four = part("d"),
    )
}

/// Takes the bare rows away again, so that every run meets the same tables.
fn forget(conn: &mut AnyConn) {
    conn.batch_execute(
        "DELETE FROM streams WHERE stream LIKE 'bare/%'; DELETE FROM events WHERE stream LIKE 'bare/%';
         DELETE FROM parts WHERE stream LIKE 'bare/%'; DELETE FROM log WHERE stream LIKE 'bare/%';
         DELETE FROM pending WHERE stream LIKE 'bare/%'; DELETE FROM counters WHERE series = 'bare';
         DELETE FROM audience WHERE stream LIKE 'bare/%';
         DELETE FROM tasks WHERE case_id IN (SELECT id FROM cases WHERE year = 1900);
         DELETE FROM blind_index WHERE kind = 'bare';
         DELETE FROM case_search WHERE case_id IN (SELECT id FROM cases WHERE year = 1900);
         DELETE FROM case_units WHERE case_id IN (SELECT id FROM cases WHERE year = 1900);
         DELETE FROM cases WHERE year = 1900;",
    )
    .expect("forgets");
}
