//! A fresh database for each test: a copy of a SQLite file, or of a PostgreSQL template.

use std::path::PathBuf;
use std::sync::atomic::{AtomicU32, Ordering};
use std::sync::{Mutex, OnceLock};

use bancheng::app::App;
use bancheng::clock::Clock;
use bancheng::crypto::KeyRing;
use bancheng::domain::calendar::{Calendar, start_of_day};
use bancheng::store::{DatabaseUrl, Store};
use diesel::connection::SimpleConnection;
use diesel::{Connection, PgConnection};

/// One of the two databases.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Db {
    Sqlite,
    Postgres,
}

/// A database that goes when the test ends.
pub struct Fresh {
    pub url: DatabaseUrl,
    folder: Option<tempfile::TempDir>,
    name: Option<String>,
}

static NEXT: AtomicU32 = AtomicU32::new(1);
static MAKING: Mutex<()> = Mutex::new(());

/// The keys that the template's personal data would be sealed with; shared by all tests.
fn template_folder() -> &'static PathBuf {
    static FOLDER: OnceLock<PathBuf> = OnceLock::new();
    FOLDER.get_or_init(|| {
        let folder = std::env::temp_dir().join(format!("bancheng-it-{}", std::process::id()));
        std::fs::create_dir_all(&folder).unwrap();
        folder
    })
}

/// Where the tests' PostgreSQL cluster answers.
#[expect(clippy::disallowed_methods, reason = "the test command says where its cluster is")]
fn cluster() -> String {
    std::env::var("TEST_POSTGRES_URL").expect(
        "TEST_POSTGRES_URL is not set: run `make test`, or \
         `export TEST_POSTGRES_URL=$(tests/setup/postgres.sh start test)`",
    )
}

fn with_database(name: &str) -> String {
    let cluster = cluster();
    let (server, _) = cluster.rsplit_once('/').expect("a database in TEST_POSTGRES_URL");
    format!("{server}/{name}")
}

fn admin(statement: &str) {
    let mut conn = PgConnection::establish(&cluster()).expect("the tests' cluster answers");
    conn.batch_execute(statement).unwrap_or_else(|e| panic!("{statement}: {e}"));
}

impl Db {
    /// A fresh database with the demo's units and people.
    pub async fn fresh(self) -> Fresh {
        match self {
            Self::Sqlite => {
                let template = sqlite_template().await;
                let folder = tempfile::tempdir().unwrap();
                let path = folder.path().join("bancheng.db");
                std::fs::copy(template, &path).unwrap();
                Fresh { url: DatabaseUrl::Sqlite(path), folder: Some(folder), name: None }
            }
            Self::Postgres => {
                let template = postgres_template().await;
                let name = format!("it_{}_{}", std::process::id(), NEXT.fetch_add(1, Ordering::SeqCst));
                // Copies of one template are made one after another.
                let _one = MAKING.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
                admin(&format!("CREATE DATABASE {name} TEMPLATE {template}"));
                Fresh { url: DatabaseUrl::Postgres(with_database(&name)), folder: None, name: Some(name) }
            }
        }
    }

    /// One with the demo's units and people that began with this calendar.
    pub async fn begun_with(self, calendar: &Calendar) -> Fresh {
        let fresh = self.empty();
        load_people(fresh.url.clone(), calendar).await;
        fresh
    }

    /// A database without anything, not even tables.
    pub fn empty(self) -> Fresh {
        match self {
            Self::Sqlite => {
                let folder = tempfile::tempdir().unwrap();
                let path = folder.path().join("bancheng.db");
                Fresh { url: DatabaseUrl::Sqlite(path), folder: Some(folder), name: None }
            }
            Self::Postgres => {
                let name = format!("it_{}_{}", std::process::id(), NEXT.fetch_add(1, Ordering::SeqCst));
                admin(&format!("CREATE DATABASE {name}"));
                Fresh { url: DatabaseUrl::Postgres(with_database(&name)), folder: None, name: Some(name) }
            }
        }
    }
}

impl Fresh {
    /// Which of the two it is.
    pub fn kind(&self) -> Db {
        match self.url {
            DatabaseUrl::Sqlite(_) => Db::Sqlite,
            DatabaseUrl::Postgres(_) => Db::Postgres,
        }
    }

    /// The URL as the command line takes it.
    pub fn as_argument(&self) -> String {
        match &self.url {
            DatabaseUrl::Sqlite(path) => format!("sqlite://{}", path.display()),
            DatabaseUrl::Postgres(url) => url.clone(),
        }
    }

    /// Does something behind the service's back.
    pub fn behind_its_back(&self, statement: &str) {
        let mut conn = self.url.connect().unwrap();
        conn.batch_execute(statement).unwrap_or_else(|e| panic!("{statement}: {e}"));
    }
}

impl Drop for Fresh {
    fn drop(&mut self) {
        drop(self.folder.take());
        if let Some(name) = self.name.take() {
            admin(&format!("DROP DATABASE {name} WITH (FORCE)"));
        }
    }
}

async fn load_people(url: DatabaseUrl, calendar: &Calendar) {
    Store::migrate(&url).unwrap();
    let clock = Clock::manual(start_of_day(chrono::NaiveDate::default()));
    let app = App::new(Store::open(url).unwrap(), KeyRing::ephemeral(), clock);
    app.enter_calendar(calendar).await.unwrap();
    app.load_people().await.unwrap();
    bancheng::followers::sequencer::drain(&app.store).unwrap();
}

/// Made once; tests that come meanwhile wait.
async fn made(cell: &'static tokio::sync::OnceCell<String>, make: impl Future<Output = String>) -> &'static str {
    cell.get_or_init(|| make).await
}

async fn sqlite_template() -> &'static str {
    static TEMPLATE: tokio::sync::OnceCell<String> = tokio::sync::OnceCell::const_new();
    made(&TEMPLATE, async {
        let path = template_folder().join("template.db");
        let _ = std::fs::remove_file(&path);
        let url = DatabaseUrl::Sqlite(path.clone());
        load_people(url.clone(), Calendar::built_in()).await;
        // All of it into the one file that is copied.
        let mut conn = url.connect().unwrap();
        conn.batch_execute("PRAGMA wal_checkpoint(TRUNCATE)").unwrap();
        path.display().to_string()
    })
    .await
}

async fn postgres_template() -> &'static str {
    static TEMPLATE: tokio::sync::OnceCell<String> = tokio::sync::OnceCell::const_new();
    made(&TEMPLATE, async {
        let name = format!("it_template_{}", std::process::id());
        admin(&format!("DROP DATABASE IF EXISTS {name} WITH (FORCE)"));
        admin(&format!("CREATE DATABASE {name}"));
        load_people(DatabaseUrl::Postgres(with_database(&name)), Calendar::built_in()).await;
        admin(&format!(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '{name}'; \
             ALTER DATABASE {name} WITH ALLOW_CONNECTIONS false"
        ));
        name
    })
    .await
}
