//! Parses the command line; everything else is in the library.

use bancheng::config::{Cli, Command};
use clap::Parser;

fn main() -> std::process::ExitCode {
    env_logger::Builder::from_env(env_logger::Env::default().default_filter_or("info,actix_server=warn")).init();
    let done = match Cli::parse().command {
        Command::Serve(serve) => bancheng::commands::serve(&serve),
        Command::Migrate { data } => bancheng::commands::migrate(&data),
        Command::Init { data, username, name } => bancheng::commands::init(&data, &username, &name),
        Command::Demo(demo) => bancheng::commands::demo(&demo),
        Command::Rebuild { data } => bancheng::commands::rebuild(&data),
        Command::Verify { data, json, files_dir, without_keys } => {
            bancheng::commands::verify(&data, files_dir, json, without_keys)
        }
        Command::Openapi => bancheng::commands::openapi(),
    };
    match done {
        Ok(code) => code,
        Err(error) => {
            eprintln!("bancheng: {error}");
            std::process::ExitCode::FAILURE
        }
    }
}
