//! Where the files of attachments lie: beside the database, each content once, called by its digest.
//! A file is whole and on the disk before an attachment names it; what no attachment names is swept.

use std::fs::{self, DirBuilder, File, OpenOptions, TryLockError};
use std::io::{self, ErrorKind, Seek as _, SeekFrom, Write as _};
use std::os::unix::fs::{DirBuilderExt as _, OpenOptionsExt as _};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use chrono::{DateTime, Utc};

use super::{Store, attachments, fork};
use crate::crypto::digest::{RunningDigest, digest_of};
use crate::crypto::random::random_bytes;
use crate::error::{Code, Error, Result};

/// A place for files, shared by all API processes.
pub trait Files: Send + Sync {
    /// Begins to take a file in, under a temporary name.
    ///
    /// # Errors
    /// Where the place can't be written to.
    fn begin(&self) -> Result<Incoming>;

    /// Gives what was taken in its lasting name, and `at` as its time. Nothing that is kept so is
    /// swept before the answer is dropped, which is after the commit.
    ///
    /// # Errors
    /// Where the place can't be written to.
    fn keep(&self, incoming: &Incoming, at: DateTime<Utc>) -> Result<Kept>;

    /// Opens the file with this digest, if it is there.
    ///
    /// # Errors
    /// Where the place can't be read.
    fn open(&self, digest: &str) -> Result<Option<File>>;

    /// Removes the file with this digest if it is there and `unwanted`, which is asked while
    /// nothing can be kept. Whether it was removed.
    ///
    /// # Errors
    /// Where the place can't be changed, or `unwanted` fails.
    fn remove_if(&self, digest: &str, unwanted: &dyn Fn() -> Result<bool>) -> Result<bool>;

    /// Removes what uploads that ended without a word left before `before`, and tells the digests
    /// of all files, each with whether it was kept before `before`.
    ///
    /// # Errors
    /// Where the place can't be read or changed.
    fn look_through(&self, before: DateTime<Utc>) -> Result<Vec<(String, bool)>>;
}

/// A file on its way in; it goes when it is dropped without having been kept.
#[derive(Debug)]
pub struct Incoming {
    path: PathBuf,
    /// Locked while the upload is under way.
    file: File,
    digest: RunningDigest,
    size: u64,
}

/// A file that was kept is safe from sweepers for as long as this lives.
#[derive(Debug)]
pub struct Kept {
    _lock: File,
}

impl Incoming {
    /// Takes the next piece.
    ///
    /// # Errors
    /// Where it can't be written.
    pub fn write(&mut self, bytes: &[u8]) -> Result<()> {
        self.file.write_all(bytes).map_err(Error::internal)?;
        self.digest.update(bytes);
        self.size += bytes.len() as u64;
        Ok(())
    }

    /// How many bytes there are so far.
    pub fn size(&self) -> u64 {
        self.size
    }

    /// The digest of all bytes so far.
    pub fn digest(&self) -> String {
        self.digest.so_far()
    }

    /// What was taken in, from its beginning.
    ///
    /// # Errors
    /// Where it can't be read.
    pub fn content(&mut self) -> Result<&mut File> {
        self.file.seek(SeekFrom::Start(0)).map_err(Error::internal)?;
        Ok(&mut self.file)
    }
}

impl Drop for Incoming {
    fn drop(&mut self) {
        // Under its lasting name it isn't here any more.
        let _ = fs::remove_file(&self.path);
    }
}

/// A folder (mode 0700) on a local or shared file system that knows locks; made when it is needed.
#[derive(Clone, Debug)]
pub struct Folder(PathBuf);

const INCOMING: &str = ".incoming-";
const LOCK: &str = ".lock";

impl Folder {
    /// The folder at `path`.
    pub fn new(path: impl Into<PathBuf>) -> Self {
        Self(path.into())
    }

    fn path(&self, digest: &str) -> Option<PathBuf> {
        file_name(digest).map(|name| self.0.join(name))
    }

    /// Held shared from a file's keeping until its commit has ended, alone while one is removed.
    fn lock(&self) -> io::Result<File> {
        OpenOptions::new().write(true).create(true).truncate(false).mode(0o600).open(self.0.join(LOCK))
    }

    fn sync(&self) -> io::Result<()> {
        File::open(&self.0)?.sync_all()
    }
}

impl Files for Folder {
    fn begin(&self) -> Result<Incoming> {
        let path = self.0.join(format!("{INCOMING}{}", hex::encode(random_bytes::<16>())));
        let made = make_private(&self.0)
            .and_then(|()| OpenOptions::new().read(true).write(true).create_new(true).mode(0o600).open(&path))
            .and_then(|file| file.lock().map(|()| file));
        let file = made.map_err(Error::internal)?;
        Ok(Incoming { path, file, digest: RunningDigest::default(), size: 0 })
    }

    fn keep(&self, incoming: &Incoming, at: DateTime<Utc>) -> Result<Kept> {
        let lasting = self.path(&incoming.digest()).ok_or_else(|| Error::internal("a digest of another kind"))?;
        let keep = || -> io::Result<File> {
            incoming.file.set_modified(at.into())?;
            incoming.file.sync_all()?;
            let lock = self.lock()?;
            lock.lock_shared()?;
            fs::rename(&incoming.path, lasting)?;
            self.sync()?;
            Ok(lock)
        };
        keep().map(|lock| Kept { _lock: lock }).map_err(Error::internal)
    }

    fn open(&self, digest: &str) -> Result<Option<File>> {
        match self.path(digest).map(File::open) {
            None => Ok(None),
            Some(Err(error)) if error.kind() == ErrorKind::NotFound => Ok(None),
            Some(opened) => opened.map(Some).map_err(Error::internal),
        }
    }

    fn remove_if(&self, digest: &str, unwanted: &dyn Fn() -> Result<bool>) -> Result<bool> {
        let Some(path) = self.path(digest).filter(|path| path.exists()) else { return Ok(false) };
        let alone = self.lock().and_then(|lock| lock.lock().map(|()| lock)).map_err(Error::internal)?;
        let remove = unwanted()?;
        if remove {
            fs::remove_file(path).and_then(|()| self.sync()).map_err(Error::internal)?;
        }
        drop(alone);
        Ok(remove)
    }

    fn look_through(&self, before: DateTime<Utc>) -> Result<Vec<(String, bool)>> {
        let entries = match fs::read_dir(&self.0) {
            Err(error) if error.kind() == ErrorKind::NotFound => return Ok(Vec::new()),
            entries => entries.map_err(Error::internal)?,
        };
        let mut found = Vec::new();
        for entry in entries {
            let entry = entry.map_err(Error::internal)?;
            let name = entry.file_name().to_string_lossy().into_owned();
            let Some(old) = is_older(&entry.path(), before).map_err(Error::internal)? else { continue };
            if name.starts_with(INCOMING) && old {
                remove_abandoned(&entry.path()).map_err(Error::internal)?;
            } else if let Some(digest) = digest_of_name(&name) {
                found.push((digest, old));
            }
        }
        Ok(found)
    }
}

/// `sha256:…` lies in `sha256-…`; nothing else is the name of a file.
fn file_name(digest: &str) -> Option<String> {
    let hex = digest.strip_prefix("sha256:")?;
    let well_formed = hex.len() == 64 && hex.bytes().all(|b| matches!(b, b'0'..=b'9' | b'a'..=b'f'));
    well_formed.then(|| format!("sha256-{hex}"))
}

fn digest_of_name(name: &str) -> Option<String> {
    let digest = format!("sha256:{}", name.strip_prefix("sha256-")?);
    file_name(&digest).map(|_| digest)
}

/// Whether it was last written before; nothing where it is gone by now.
fn is_older(path: &Path, before: DateTime<Utc>) -> io::Result<Option<bool>> {
    match fs::metadata(path).and_then(|meta| meta.modified()) {
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(None),
        modified => Ok(Some(DateTime::<Utc>::from(modified?) < before)),
    }
}

/// Removes an incoming file unless its upload is under way.
fn remove_abandoned(path: &Path) -> io::Result<()> {
    let file = match File::open(path) {
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(()),
        file => file?,
    };
    match file.try_lock() {
        Ok(()) => fs::remove_file(path),
        Err(TryLockError::WouldBlock) => Ok(()),
        Err(TryLockError::Error(error)) => Err(error),
    }
}

fn make_private(folder: &Path) -> io::Result<()> {
    if folder.is_dir() {
        return Ok(());
    }
    if let Some(parent) = folder.parent() {
        fs::create_dir_all(parent)?;
    }
    match DirBuilder::new().mode(0o700).create(folder) {
        Err(error) if error.kind() == ErrorKind::AlreadyExists => Ok(()),
        made => made,
    }
}

/// What is wrong with a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Damage {
    /// It isn't there.
    Missing,
    /// Its content is not what its digest was made of.
    Altered,
}

/// Opens a file whose content is what its digest and size say.
///
/// # Errors
/// Where the place can't be read.
pub fn open_whole(files: &dyn Files, digest: &str, size: u64) -> Result<Result<File, Damage>> {
    let Some(mut file) = files.open(digest)? else { return Ok(Err(Damage::Missing)) };
    if file.metadata().map_err(Error::internal)?.len() != size
        || digest_of(&mut file).map_err(Error::internal)? != digest
    {
        return Ok(Err(Damage::Altered));
    }
    file.seek(SeekFrom::Start(0)).map_err(Error::internal)?;
    Ok(Ok(file))
}

impl Store {
    /// The place where files lie.
    ///
    /// # Errors
    /// Where the process was given none.
    pub fn files(&self) -> Result<Arc<dyn Files>> {
        self.files.clone().ok_or_else(|| Error::internal("this process has no folder of files"))
    }

    /// The place where files lie, if the process was given one.
    pub(super) fn known_files(&self) -> Option<&dyn Files> {
        self.files.as_deref()
    }

    /// Removes the file with this digest unless an attachment names it. Whether it was removed.
    ///
    /// # Errors
    /// Where database or place fails.
    pub fn remove_unnamed(&self, digest: &str) -> Result<bool> {
        let unnamed = || self.read_here(|conn| Ok(!attachments::is_named(conn, digest)?));
        self.files()?.remove_if(digest, &unnamed)
    }

    /// Removes files that no attachment names: those kept before `before`, whose commit has failed
    /// or never come, and at once those whose content was purged. How many.
    ///
    /// # Errors
    /// Where database or place fails.
    pub fn sweep_files(&self, before: DateTime<Utc>) -> Result<usize> {
        let mut removed = 0;
        for (digest, old) in self.files()?.look_through(before)? {
            let unwanted = self.read_here(|conn| {
                Ok(!attachments::is_named(conn, &digest)? && (old || attachments::was_purged(conn, &digest)?))
            })?;
            removed += usize::from(unwanted && self.remove_unnamed(&digest)?);
        }
        Ok(removed)
    }

    /// Sees to it that erased content doesn't lie on in the database's files, as far as that can be
    /// done at once.
    ///
    /// # Errors
    /// Where the database fails.
    pub fn drop_traces(&self) -> Result<()> {
        self.read_here(fork::drop_traces)
    }
}

impl From<Damage> for Error {
    fn from(damage: Damage) -> Self {
        let (detail, context) = match damage {
            Damage::Missing => ("附件的文件缺失，请联系系统管理员", "the file of an attachment is missing"),
            Damage::Altered => ("附件的文件已损坏，请联系系统管理员", "the file of an attachment was altered"),
        };
        Self { context: Some(context.to_owned()), ..Self::new(Code::FileDamaged, detail) }
    }
}
