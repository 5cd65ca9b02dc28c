//! The layers know only what is below them (api/docs/architecture.md): read off the `use` lines.

use std::path::{Path, PathBuf};

/// Each layer, and the layers it may use. `error`, `clock` and the layer itself are open to all.
const MAY_USE: &[(&str, &[&str])] = &[
    ("domain", &[]),
    ("crypto", &[]),
    ("store", &["domain", "crypto"]),
    ("auth", &["store", "crypto", "domain"]),
    ("app", &["domain", "store", "auth", "crypto"]),
    ("http", &["app", "auth", "domain", "config", "metrics"]),
    ("followers", &["app", "store", "crypto", "domain"]),
];

/// Crates that a layer must not name.
const NEVER: &[(&str, &[&str])] = &[
    ("domain", &["diesel", "actix_web", "std::fs", "std::env", "getrandom", "std::time"]),
    ("crypto", &["diesel", "actix_web"]),
    ("store", &["actix_web"]),
    ("app", &["actix_web", "diesel"]),
    ("http", &["diesel"]),
];

fn sources(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(&folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|e| e == "rs") {
                found.push(path);
            }
        }
    }
    found
}

/// The code of a file without its comments and its tests.
fn code(path: &Path) -> String {
    let text = std::fs::read_to_string(path).unwrap();
    let code = text.split("#[cfg(test)]\nmod tests {").next().unwrap_or_default();
    code.lines().filter(|line| !line.trim_start().starts_with("//")).collect::<Vec<_>>().join("\n")
}

fn is_test(path: &Path) -> bool {
    path.file_name().is_some_and(|name| name.to_string_lossy().contains("tests"))
}

#[test]
fn no_layer_uses_one_above_it() {
    let mut wrong = Vec::new();
    for (layer, allowed) in MAY_USE {
        let folder = Path::new("api/src").join(layer);
        for path in sources(&folder).iter().filter(|p| !is_test(p)) {
            let code = code(path);
            for (other, _) in MAY_USE.iter().filter(|(other, _)| other != layer && !allowed.contains(other)) {
                if code.contains(&format!("crate::{other}::")) {
                    wrong.push(format!("{} uses {other}", path.display()));
                }
            }
            let never = NEVER.iter().find(|(l, _)| l == layer).map_or(&[][..], |(_, never)| never);
            for name in never {
                if code.contains(&format!("{name}::")) {
                    wrong.push(format!("{} names {name}", path.display()));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn no_file_is_over_600_lines() {
    let folders = ["api/src", "tests/it", "benches", "frontend/src", "tests/e2e"];
    let mut long = Vec::new();
    for path in folders.iter().flat_map(|folder| all_files(Path::new(folder))) {
        let written = path.extension().is_some_and(|e| ["rs", "ts", "vue", "mjs"].iter().any(|w| e == *w));
        let generated = path.ends_with("schema.d.ts");
        let lines = if written && !generated { std::fs::read_to_string(&path).unwrap().lines().count() } else { 0 };
        if lines > 600 {
            long.push(format!("{}: {lines}", path.display()));
        }
    }
    assert!(long.is_empty(), "{long:#?}");
}

fn all_files(folder: &Path) -> Vec<PathBuf> {
    let Ok(entries) = std::fs::read_dir(folder) else { return Vec::new() };
    entries
        .flat_map(|entry| {
            let path = entry.unwrap().path();
            if path.is_dir() { all_files(&path) } else { vec![path] }
        })
        .collect()
}
