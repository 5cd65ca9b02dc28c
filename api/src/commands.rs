//! What the commands of the command line do.

use std::path::PathBuf;
use std::process::ExitCode;

use actix_web::HttpServer;
use actix_web::rt::signal::unix::{SignalKind, signal};
use chrono::{DateTime, Utc};
use serde_json::json;

use crate::app::App;
use crate::app::demo::{Loaded, accounts};
use crate::app::live::Live;
use crate::app::search::Rebuilt;
use crate::clock::Clock;
use crate::config::{Data, Demo, Serve};
use crate::crypto::KeyRing;
use crate::domain::calendar::{Calendar, shanghai_date, start_of_day};
use crate::error::{Error, Result};
use crate::followers;
use crate::http::{Site, document};
use crate::server::Service;
use crate::store::files::Folder;
use crate::store::{DatabaseUrl, Store, users, verify as prove};

/// `bancheng serve`.
///
/// # Errors
/// Where database, keys or address can't be had.
pub fn serve(serve: &Serve) -> Result<ExitCode> {
    run(async {
        let mut app = open(&serve.data, Clock::System).await?;
        app.store = app.store.with_files(Folder::new(&serve.files_dir));
        if !serve.public_url().starts_with("https://") {
            log::warn!("cookies are sent without TLS; name an https:// address with --public-url in production");
        }
        if serve.demo {
            if !app.store.read(users::any).await? {
                println!("载入演示数据……");
                report(&load_demo(&serve.data, app.clock.now(), 0).await?);
            }
            print_accounts(&serve.public_url());
        }
        warn_of_the_calendars_end(&app).await?;
        let service = Service::new(app.clone(), Site::new(serve))?;
        actix_web::rt::spawn(followers::sequencer::run(app.clone()));
        actix_web::rt::spawn(followers::clock::run(app.clone()));
        actix_web::rt::spawn(followers::live::run(app.clone()));
        actix_web::rt::spawn(followers::sweep::run(app.clone()));
        // A compressed answer leaves in two parts: the second must not wait until the first is
        // acknowledged, which clients put off for 40 ms.
        let server = HttpServer::new(move || service.build())
            .tcp_nodelay(true)
            .shutdown_timeout(5)
            .shutdown_signal(told_to_stop(app.live)?)
            .bind(&serve.listen)
            .map_err(|e| Error::internal(format!("can't listen on {}: {e}", serve.listen)))?;
        println!("{} （接口文档 /api/docs/）", serve.public_url());
        server.run().await.map_err(Error::internal)?;
        Ok(ExitCode::SUCCESS)
    })
}

/// Waits for Ctrl-C or SIGTERM, then ends the streams of live updates, which would end by
/// themselves only with their tokens.
fn told_to_stop(live: Live) -> Result<impl Future<Output = ()> + Send + 'static> {
    let mut terminate = signal(SignalKind::terminate()).map_err(Error::internal)?;
    let mut interrupt = signal(SignalKind::interrupt()).map_err(Error::internal)?;
    Ok(async move {
        tokio::select! {
            _ = terminate.recv() => {}
            _ = interrupt.recv() => {}
        }
        live.close();
    })
}

/// `bancheng migrate`.
///
/// # Errors
/// Where a migration fails.
pub fn migrate(data: &Data) -> Result<ExitCode> {
    let done = Store::migrate(&url(data)?)?;
    println!("{} migrations run", done.len());
    Ok(ExitCode::SUCCESS)
}

/// `bancheng init`: keys, and the first administrator with a password that is printed once.
///
/// # Errors
/// Where there are users already.
pub fn init(data: &Data, username: &str, name: &str) -> Result<ExitCode> {
    run(async {
        let app = open(data, Clock::System).await?;
        let password = crate::crypto::random::token()[..20].to_owned();
        app.create_first_admin(username, name, &password).await?;
        followers::sequencer::drain(&app.store)?;
        println!("系统管理员 {username} 的初始密码（只显示这一次）：{password}");
        Ok(ExitCode::SUCCESS)
    })
}

/// `bancheng demo`.
///
/// # Errors
/// Where there are users already.
pub fn demo(demo: &Demo) -> Result<ExitCode> {
    let Demo { data, json, public_url, as_of, cases } = demo;
    run(async {
        open(data, Clock::System).await?;
        let as_of = as_of.map_or_else(|| Clock::System.now(), |at| at.with_timezone(&Utc));
        let loaded = load_demo(data, as_of, *cases).await?;
        if *json {
            println!("{}", json!({ "base_url": public_url, "accounts": accounts() }));
        } else {
            report(&loaded);
            print_accounts(public_url);
        }
        Ok(ExitCode::SUCCESS)
    })
}

/// `bancheng verify`: exit code 1 where a difference was found.
///
/// # Errors
/// Where the database can't be read.
pub fn verify(data: &Data, files_dir: Option<PathBuf>, json: bool, without_keys: bool) -> Result<ExitCode> {
    let mut store = Store::open(url(data)?)?;
    if let Some(folder) = files_dir {
        store = store.with_files(Folder::new(folder));
    }
    let keys = if without_keys { None } else { Some(KeyRing::open(&data.keys_dir)?) };
    let report = prove::verify(&store, keys.as_ref())?;
    if json {
        println!("{}", serde_json::to_string(&report).map_err(Error::internal)?);
    } else {
        println!("{report}");
    }
    Ok(if report.is_sound() { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

/// `bancheng rebuild`: with the keys that are there, never with new ones.
///
/// # Errors
/// Where the database can't be written, or a part can't be opened.
pub fn rebuild(data: &Data) -> Result<ExitCode> {
    let app = App::new(Store::open(url(data)?)?, KeyRing::open(&data.keys_dir)?, Clock::System);
    let Rebuilt { cases, counters } = app.rebuild()?;
    println!("{cases} cases can be found, {counters} counters are set");
    Ok(ExitCode::SUCCESS)
}

/// `bancheng openapi`.
///
/// # Errors
/// Where the document can't be written.
pub fn openapi() -> Result<ExitCode> {
    println!("{}", document().to_pretty_json().map_err(Error::internal)?);
    Ok(ExitCode::SUCCESS)
}

fn run<T>(work: impl Future<Output = Result<T>>) -> Result<T> {
    actix_web::rt::System::new().block_on(work)
}

fn url(data: &Data) -> Result<DatabaseUrl> {
    DatabaseUrl::parse(&data.database_url).map_err(Error::internal)
}

/// The application over a migrated database with a calendar; with new keys where neither keys nor users are
/// there yet.
async fn open(data: &Data, clock: Clock) -> Result<App> {
    let url = url(data)?;
    Store::migrate(&url)?;
    let store = Store::open(url)?;
    // New keys can't read what a database already holds.
    let keys = match store.read(users::any).await? {
        true => KeyRing::open(&data.keys_dir)?,
        false => KeyRing::open_or_create(&data.keys_dir)?,
    };
    let app = App::new(store, keys, clock);
    app.enter_calendar(Calendar::built_in()).await?;
    Ok(app)
}

async fn warn_of_the_calendars_end(app: &App) -> Result<()> {
    let (in_force, today) = (app.calendar_in_force().await?, shanghai_date(app.clock.now()));
    let calendar = &in_force.state.calendar;
    if calendar.runs_out(today) {
        log::warn!("the calendar ends in {} days: import next year's notice", calendar.days_left(today));
    }
    Ok(())
}

/// The demo has a clock of its own, which is moved.
async fn load_demo(data: &Data, as_of: DateTime<Utc>, more: usize) -> Result<Loaded> {
    let clock = Clock::manual(start_of_day(chrono::NaiveDate::default()));
    let app = open(data, clock).await?;
    let loaded = app.load_demo(as_of, more).await?;
    followers::sequencer::drain(&app.store)?;
    Ok(loaded)
}

fn report(loaded: &Loaded) {
    let Loaded { cases, driven, deadlines, others, open } = loaded;
    println!(
        "{cases} 个演示事项中有 {driven} 个走完全程，其中 {deadlines} 个的完成时限与数据一致；另有 {others} 个，其中 {open} 个在办，供试用"
    );
}

fn print_accounts(public_url: &str) {
    println!("演示账号（{public_url}）：");
    for account in accounts() {
        println!("  {:<16} {}  {}·{}", account.username, account.password, account.unit_name, account.role_label);
    }
}
