//! The directory where the keys lie, one file each, readable by the service alone:
//! `field-1.key`, `field-2.key`, … and `mac.key` hold 32 bytes in hexadecimal, `token.pem` an
//! Ed25519 key (PKCS#8). To rotate the sealing key, lay the next number beside the others.

use std::collections::BTreeMap;
use std::fs::{self, File};
use std::io::{self, ErrorKind, Read as _, Write as _};
use std::os::unix::fs::{DirBuilderExt as _, OpenOptionsExt as _, PermissionsExt as _};
use std::path::{Path, PathBuf};

use super::keys::{KeyRing, Secret};
use super::random;
use super::token::TokenKey;

const MAC: &str = "mac.key";
const TOKEN: &str = "token.pem";

/// Why the keys can't be used, for whoever runs the service.
#[derive(Debug)]
pub enum KeyError {
    /// There is no such directory.
    NoDirectory(PathBuf),
    /// A key is not there.
    Missing(PathBuf),
    /// Others than the owner may read or change the key.
    TooOpen(PathBuf, u32),
    /// The file holds no key, for this reason.
    Broken(PathBuf, &'static str),
    /// The file system refuses.
    Io(PathBuf, io::Error),
}

impl std::fmt::Display for KeyError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::NoDirectory(dir) => {
                write!(
                    f,
                    "the keys directory {} does not exist; name the right one, or restore it from the backup",
                    dir.display()
                )
            }
            Self::Missing(path) => write!(
                f,
                "the key {} is missing; restore it from the backup: a new one can't read what it wrote",
                path.display()
            ),
            Self::TooOpen(path, mode) => {
                let path = path.display();
                write!(f, "the key {path} is open to others (mode {mode:04o}); run: chmod 600 {path}")
            }
            Self::Broken(path, why) => write!(f, "the key {} is unusable: {why}", path.display()),
            Self::Io(path, error) => write!(f, "{}: {error}", path.display()),
        }
    }
}

impl std::error::Error for KeyError {}

impl From<KeyError> for crate::error::Error {
    fn from(error: KeyError) -> Self {
        Self::internal(error)
    }
}

/// Reads the whole ring.
pub(super) fn read(dir: &Path) -> Result<KeyRing, KeyError> {
    let numbers = field_numbers(dir)?;
    if numbers.is_empty() {
        return Err(KeyError::Missing(dir.join(field_name(1))));
    }
    let field = numbers
        .into_iter()
        .map(|number| Ok((number, read_secret(&dir.join(field_name(number)))?)))
        .collect::<Result<BTreeMap<_, _>, KeyError>>()?;
    Ok(KeyRing { field, mac: read_secret(&dir.join(MAC))?, token: read_token_key(&dir.join(TOKEN))? })
}

/// Whether `dir` holds no key at all, or isn't there.
pub(super) fn is_empty(dir: &Path) -> Result<bool, KeyError> {
    match field_numbers(dir) {
        Ok(numbers) => Ok(numbers.is_empty() && !dir.join(MAC).exists() && !dir.join(TOKEN).exists()),
        Err(KeyError::NoDirectory(_)) => Ok(true),
        Err(error) => Err(error),
    }
}

/// Makes the directory and each key that it lacks.
pub(super) fn make_missing(dir: &Path) -> Result<(), KeyError> {
    make_private_dir(dir).map_err(io_at(dir))?;
    let secret = || hex::encode(Secret::random().0);
    if field_numbers(dir)?.is_empty() {
        write_new(dir, &field_name(1), &secret())?;
    }
    write_new(dir, MAC, &secret())?;
    write_new(dir, TOKEN, &TokenKey::seed_to_pem(random::random_bytes()))
}

fn field_name(number: u32) -> String {
    format!("field-{number}.key")
}

/// The numbers of the sealing keys. A name like theirs that isn't one is refused, lest a key be
/// thought to be in use that isn't.
fn field_numbers(dir: &Path) -> Result<Vec<u32>, KeyError> {
    let entries = fs::read_dir(dir).map_err(|error| match error.kind() {
        ErrorKind::NotFound => KeyError::NoDirectory(dir.to_owned()),
        _ => KeyError::Io(dir.to_owned(), error),
    })?;
    let mut numbers = Vec::new();
    for entry in entries {
        let name = entry.map_err(io_at(dir))?.file_name();
        let name = name.to_string_lossy();
        let Some(digits) = name.strip_prefix("field-").and_then(|rest| rest.strip_suffix(".key")) else { continue };
        match digits.parse() {
            Ok(number) if field_name(number) == name => numbers.push(number),
            _ => return Err(KeyError::Broken(dir.join(&*name), "its name is not field-<number>.key")),
        }
    }
    Ok(numbers)
}

fn read_secret(path: &Path) -> Result<Secret, KeyError> {
    let mut bytes = [0; 32];
    hex::decode_to_slice(read_private(path)?.trim_end(), &mut bytes)
        .map_err(|_| KeyError::Broken(path.to_owned(), "it is not 64 hexadecimal digits (32 bytes)"))?;
    Ok(Secret(bytes))
}

fn read_token_key(path: &Path) -> Result<TokenKey, KeyError> {
    TokenKey::from_pem(&read_private(path)?)
        .ok_or_else(|| KeyError::Broken(path.to_owned(), "it is not an Ed25519 private key (PKCS#8, PEM)"))
}

/// Reads a file that nobody but its owner may read.
fn read_private(path: &Path) -> Result<String, KeyError> {
    let mut file = File::open(path).map_err(|error| match error.kind() {
        ErrorKind::NotFound => KeyError::Missing(path.to_owned()),
        _ => KeyError::Io(path.to_owned(), error),
    })?;
    let mode = file.metadata().map_err(io_at(path))?.permissions().mode() & 0o7777;
    if mode & 0o177 != 0 {
        return Err(KeyError::TooOpen(path.to_owned(), mode));
    }
    let mut text = String::new();
    file.read_to_string(&mut text).map_err(|error| match error.kind() {
        ErrorKind::InvalidData => KeyError::Broken(path.to_owned(), "it is not text"),
        _ => KeyError::Io(path.to_owned(), error),
    })?;
    Ok(text)
}

/// Writes a key unless there is one of that name: whole and on the disk, or not at all. The link,
/// unlike a rename, never takes the place of a key that another process has just made.
fn write_new(dir: &Path, name: &str, content: &str) -> Result<(), KeyError> {
    let path = dir.join(name);
    if path.exists() {
        return Ok(());
    }
    let draft = dir.join(format!(".{name}.{}", hex::encode(random::random_bytes::<8>())));
    let written = write_private(&draft, content).and_then(|()| match fs::hard_link(&draft, &path) {
        Err(error) if error.kind() != ErrorKind::AlreadyExists => Err(error),
        _ => Ok(()),
    });
    // A draft that stays behind after a failure is of no use to anyone.
    let removed = fs::remove_file(&draft);
    written.and(removed).and_then(|()| File::open(dir)?.sync_all()).map_err(io_at(&path))
}

fn write_private(path: &Path, content: &str) -> io::Result<()> {
    let mut file = fs::OpenOptions::new().write(true).create_new(true).mode(0o600).open(path)?;
    writeln!(file, "{}", content.trim_end())?;
    file.sync_all()
}

fn make_private_dir(dir: &Path) -> io::Result<()> {
    if let Some(parent) = dir.parent() {
        fs::create_dir_all(parent)?;
    }
    match fs::DirBuilder::new().mode(0o700).create(dir) {
        Err(error) if error.kind() == ErrorKind::AlreadyExists => Ok(()),
        made => made,
    }
}

fn io_at(path: &Path) -> impl FnOnce(io::Error) -> KeyError {
    move |error| KeyError::Io(path.to_owned(), error)
}

#[cfg(test)]
#[path = "key_dir_tests.rs"]
mod tests;
