//! The command line and its environment variables. This is the one place that reads the
//! environment.

use std::path::PathBuf;

use chrono::{DateTime, FixedOffset};
use clap::{Args, Parser, Subcommand};

/// 办成: makes sure that what could not get done does get done.
#[derive(Debug, Parser)]
#[command(name = "bancheng", version, about)]
pub struct Cli {
    /// What to do.
    #[command(subcommand)]
    pub command: Command,
}

/// Where data and keys lie.
#[derive(Clone, Debug, Args)]
pub struct Data {
    /// The database: `sqlite://PATH` or `postgres://…`.
    #[arg(long, env = "DATABASE_URL", default_value = "sqlite://data/bancheng.db", hide_env_values = true)]
    pub database_url: String,
    /// The folder of the keys (0700; shared by all processes, backed up apart from the database).
    #[arg(long, env = "BANCHENG_KEYS_DIR", default_value = "data/keys")]
    pub keys_dir: PathBuf,
}

/// The commands.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Serves the API and the SPA.
    Serve(Serve),
    /// Brings the database's tables up to date.
    Migrate {
        /// Where the data lie.
        #[command(flatten)]
        data: Data,
    },
    /// Makes keys and the first administrator of an empty database.
    Init {
        /// Where data and keys lie.
        #[command(flatten)]
        data: Data,
        /// The administrator's name to sign in with.
        #[arg(long, default_value = "admin")]
        username: String,
        /// The administrator's name.
        #[arg(long, default_value = "系统管理员")]
        name: String,
    },
    /// Loads units, users and cases to try the system with, into an empty database.
    Demo(Demo),
    /// Proves that the log is whole and that the rows are its fold; exit code 1 if not.
    Verify {
        /// Where data and keys lie.
        #[command(flatten)]
        data: Data,
        /// Print the report as JSON.
        #[arg(long)]
        json: bool,
        /// The folder of attachments' files; left out, they are not looked at.
        #[arg(long, env = "BANCHENG_FILES_DIR")]
        files_dir: Option<PathBuf>,
        /// Do without keys: digests of personal parts are not checked then.
        #[arg(long)]
        without_keys: bool,
    },
    /// Makes derived tables again (search, counters) from what is stored, also while serving.
    Rebuild {
        /// Where data and keys lie.
        #[command(flatten)]
        data: Data,
    },
    /// Prints the OpenAPI document.
    Openapi,
}

/// What to load.
#[derive(Clone, Debug, Args)]
pub struct Demo {
    /// Where data and keys lie.
    #[command(flatten)]
    pub data: Data,
    /// Print only `{"base_url", "accounts"}` on stdout.
    #[arg(long)]
    pub json: bool,
    /// The address that the accounts are for.
    #[arg(long, env = "BANCHENG_PUBLIC_URL", default_value = "http://127.0.0.1:8080")]
    pub public_url: String,
    /// The instant before which the scripted cases are placed, such as `2026-11-23T10:00:00+08:00`;
    /// default: now.
    #[arg(long)]
    pub as_of: Option<DateTime<FixedOffset>>,
    /// How many more cases to make, spread over the years before.
    #[arg(long, default_value_t = 0)]
    pub cases: usize,
}

/// How to serve.
#[derive(Clone, Debug, Args)]
pub struct Serve {
    /// Where data and keys lie.
    #[command(flatten)]
    pub data: Data,
    /// The folder of attachments' files (0700; shared by all processes, backed up with the database).
    #[arg(long, env = "BANCHENG_FILES_DIR", default_value = "data/files")]
    pub files_dir: PathBuf,
    /// The address to listen on.
    #[arg(long, env = "BANCHENG_LISTEN", default_value = "127.0.0.1:8080")]
    pub listen: String,
    /// The address that browsers use; `https://…` makes cookies `Secure`.
    #[arg(long, env = "BANCHENG_PUBLIC_URL")]
    pub public_url: Option<String>,
    /// The built SPA; without such a folder only the API is served.
    #[arg(long, env = "BANCHENG_FRONTEND_DIR", default_value = "frontend/dist")]
    pub frontend_dir: PathBuf,
    /// How many reverse proxies stand before the service; rate limits go by the address that the
    /// outermost of them saw.
    #[arg(long, env = "BANCHENG_TRUSTED_PROXIES", default_value_t = 0)]
    pub trusted_proxies: usize,
    /// An origin, such as `https://example.gov.cn`, whose pages may call the API from a browser; may
    /// be given several times. None but the service's own unless said so.
    #[arg(long = "cors-origin", env = "BANCHENG_CORS_ORIGINS", value_delimiter = ',', value_parser = origin)]
    pub cors_origins: Vec<String>,
    /// Load demo data when the database is empty, and list its accounts on the sign-in page.
    #[arg(long)]
    pub demo: bool,
}

impl Serve {
    /// The address that browsers use.
    pub fn public_url(&self) -> String {
        self.public_url.clone().unwrap_or_else(|| format!("http://{}", self.listen))
    }
}

/// An origin as browsers send it: scheme, host, and a port unless it is the usual one.
fn origin(text: &str) -> Result<String, String> {
    let host = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://")).unwrap_or_default();
    let plain = |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit() || matches!(b, b'.' | b'-' | b':' | b'[' | b']');
    if host.is_empty() || !host.bytes().all(plain) {
        return Err("an origin reads like https://example.gov.cn or http://localhost:5173".to_owned());
    }
    Ok(text.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_origin_is_scheme_host_and_port() {
        for good in ["https://example.gov.cn", "http://localhost:5173", "http://[::1]:8080"] {
            assert_eq!(origin(good).as_deref(), Ok(good));
        }
        for bad in [
            "*",
            "null",
            "",
            "https://",
            "example.gov.cn",
            "https://example.gov.cn/",
            "https://*.gov.cn",
            "https://A.cn",
        ] {
            assert!(origin(bad).is_err(), "{bad}");
        }
    }
}
