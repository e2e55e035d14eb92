//! A file that comes in several goes: its beginning stays in `FILE.part` until it is whole, and `FILE.part.origin` says of
//! what it is the beginning.

use std::ffi::OsString;
use std::fs::{self, File, OpenOptions};
use std::io::{self, Write};
use std::os::unix::fs::{FileExt, OpenOptionsExt, PermissionsExt};
use std::path::{Path, PathBuf};

use rustix::fs::{FlockOperation, OFlags, flock};
use tempfile::NamedTempFile;

use super::file::{NEW, directory_of};
use super::sync_directory;

/// What is longer is no origin.
const LONGEST: u64 = 64 * 1024;
/// Octets that are compared in one go.
const CHUNK: usize = 64 * 1024;

/// The beginning of a file.
#[derive(Debug)]
pub struct Partial {
    target: PathBuf,
    part: PathBuf,
    origin: PathBuf,
    file: File,
    /// Octets that were there before.
    kept: u64,
    /// Where the next octet belongs.
    at: u64,
}

/// Why a file cannot be gone on with.
#[derive(Debug, thiserror::Error)]
pub enum PartialError {
    /// It is no regular file, so that nothing can be kept beside it.
    #[error("{}: only a file can be gone on with", .0.display())]
    Device(PathBuf),
    /// What is there is the beginning of something else, if it is known of what.
    #[error("{}: that is the beginning of {}", path.display(), of.as_deref().unwrap_or("nobody knows what"))]
    Other {
        /// The beginning.
        path: PathBuf,
        /// What its origin was, of anybody's making.
        of: Option<String>,
    },
    /// Somebody else is at it.
    #[error("{}: another program has locked it", .0.display())]
    Locked(PathBuf),
    /// Anything of the system's.
    #[error("{}: {error}", path.display())]
    Io {
        /// The file.
        path: PathBuf,
        /// Why.
        error: io::Error,
    },
}

impl Partial {
    /// The beginning of the file that `origin` describes in one line, or a new one; it is nobody else's until this is
    /// dropped.
    ///
    /// # Errors
    /// What is there is something else, or cannot be written to.
    pub fn open(path: &Path, origin: &str) -> Result<Partial, PartialError> {
        let target = path.canonicalize().unwrap_or_else(|_| path.to_owned());
        let known = target.metadata().ok();
        if known.as_ref().is_some_and(|metadata| !metadata.is_file()) {
            return Err(PartialError::Device(target));
        }
        let mode = known.map_or(NEW, |metadata| metadata.permissions().mode() & 0o777);
        let [part, beside] = [".part", ".part.origin"].map(|suffix| with(&target, suffix));
        let failed = |error| PartialError::Io { path: part.clone(), error };
        // What a link leads to is not ours.
        let flags = OFlags::NOFOLLOW.bits().cast_signed();
        let mut options = OpenOptions::new();
        options.read(true).write(true).create(true).truncate(false).mode(mode).custom_flags(flags);
        let file = options.open(&part).map_err(failed)?;
        flock(&file, FlockOperation::NonBlockingLockExclusive).map_err(|_| PartialError::Locked(part.clone()))?;
        let kept = file.metadata().map_err(failed)?.len();
        if kept == 0 {
            write_origin(&beside, origin).map_err(|error| PartialError::Io { path: beside.clone(), error })?;
        } else {
            let of = read_origin(&beside);
            if of.as_deref() != Some(origin) {
                return Err(PartialError::Other { path: part, of });
            }
        }
        Ok(Partial { target, part, origin: beside, file, kept, at: 0 })
    }

    /// Octets that were there before.
    pub fn kept(&self) -> u64 {
        self.kept
    }

    /// Where the beginning is.
    pub fn path(&self) -> &Path {
        &self.part
    }

    /// The next octets belong there, which is no place behind the last octet.
    pub fn seek(&mut self, at: u64) {
        self.at = at.min(self.kept);
    }

    /// The next octets. Those that are there already are compared.
    ///
    /// # Errors
    /// [`io::ErrorKind::InvalidData`]: they are others. They cannot be written.
    pub fn write(&mut self, octets: &[u8]) -> io::Result<()> {
        let known = usize::try_from(self.kept.saturating_sub(self.at)).unwrap_or(usize::MAX).min(octets.len());
        let (old, new) = octets.split_at_checked(known).unwrap_or((octets, &[]));
        for chunk in old.chunks(CHUNK) {
            let mut there = vec![0; chunk.len()];
            self.file.read_exact_at(&mut there, self.at)?;
            if there != chunk {
                return Err(io::Error::new(io::ErrorKind::InvalidData, "other octets than those that are there"));
            }
            self.at += chunk.len() as u64;
        }
        self.file.write_all_at(new, self.at)?;
        self.at += new.len() as u64;
        Ok(())
    }

    /// What has come reaches the disk.
    ///
    /// # Errors
    /// It may not have.
    pub fn sync(&self) -> io::Result<()> {
        self.file.sync_data()
    }

    /// Some of its octets, from this one on; none behind the last.
    ///
    /// # Errors
    /// It cannot be read.
    pub fn read(&self, octets: &mut [u8], at: u64) -> io::Result<usize> {
        self.file.read_at(octets, at)
    }

    /// It is whole, and takes its place.
    ///
    /// # Errors
    /// It may not be durable.
    pub fn finish(self) -> io::Result<()> {
        self.file.sync_all()?;
        fs::rename(&self.part, &self.target)?;
        fs::remove_file(&self.origin)?;
        sync_directory(directory_of(&self.target))
    }

    /// It is wanted no more.
    ///
    /// # Errors
    /// It is still there.
    pub fn remove(self) -> io::Result<()> {
        fs::remove_file(&self.part)?;
        fs::remove_file(&self.origin)
    }
}

fn with(path: &Path, suffix: &str) -> PathBuf {
    let mut name = OsString::from(path);
    name.push(suffix);
    PathBuf::from(name)
}

/// Durable before the first octet comes: what has no origin is never gone on with.
fn write_origin(path: &Path, origin: &str) -> io::Result<()> {
    let mut file = NamedTempFile::new_in(directory_of(path))?;
    writeln!(file, "{origin}")?;
    file.as_file().sync_all()?;
    file.persist(path).map_err(|error| error.error)?;
    sync_directory(directory_of(path))
}

fn read_origin(path: &Path) -> Option<String> {
    let short = fs::metadata(path).is_ok_and(|metadata| metadata.len() <= LONGEST);
    let text = short.then(|| fs::read_to_string(path).ok()).flatten()?;
    Some(text.trim_end().to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn place() -> (tempfile::TempDir, PathBuf) {
        let room = tempfile::tempdir().expect("a directory");
        let path = room.path().join("x");
        (room, path)
    }

    fn names(room: &tempfile::TempDir) -> Vec<String> {
        let entries = fs::read_dir(room.path()).expect("a directory");
        let mut names: Vec<_> =
            entries.map(|entry| entry.expect("an entry").file_name().to_string_lossy().into_owned()).collect();
        names.sort();
        names
    }

    #[test]
    fn in_two_goes() {
        let (room, path) = place();
        fs::write(&path, "old").expect("a file");
        let mut first = Partial::open(&path, "a").expect("a new one");
        first.write(b"0123").expect("room");
        assert!(matches!(Partial::open(&path, "a"), Err(PartialError::Locked(_))));
        drop(first);
        assert_eq!(names(&room), ["x", "x.part", "x.part.origin"]);
        assert_eq!(fs::read(&path).expect("a file"), b"old");
        let mut second = Partial::open(&path, "a").expect("the same");
        assert_eq!(second.kept(), 4);
        second.seek(2);
        second.write(b"23456").expect("the same octets");
        second.write(b"7").expect("room");
        second.finish().expect("a whole file");
        assert_eq!((names(&room), fs::read(&path).expect("a file")), (vec!["x".to_owned()], b"01234567".to_vec()));
    }

    #[test]
    fn what_is_something_else() {
        let (room, path) = place();
        let mut first = Partial::open(&path, "a").expect("a new one");
        first.write(b"0123").expect("room");
        drop(first);
        let mut changed = Partial::open(&path, "a").expect("the same");
        changed.seek(1);
        assert_eq!(changed.write(b"12x").map_err(|error| error.kind()), Err(io::ErrorKind::InvalidData));
        drop(changed);
        let error = Partial::open(&path, "b").expect_err("another one").to_string();
        assert!(error.ends_with("x.part: that is the beginning of a"), "{error}");
        fs::remove_file(room.path().join("x.part.origin")).expect("a file");
        let error = Partial::open(&path, "a").expect_err("nobody's").to_string();
        assert!(error.ends_with("that is the beginning of nobody knows what"), "{error}");
        assert_eq!(fs::read(room.path().join("x.part")).expect("a file"), b"0123");
        // Nothing is the beginning of anything.
        fs::write(room.path().join("x.part"), "").expect("a file");
        drop(Partial::open(&path, "b").expect("a new one"));
        assert!(matches!(Partial::open(Path::new("/dev/null"), "a"), Err(PartialError::Device(_))));
        // What a link leads to stays as it is.
        fs::remove_file(room.path().join("x.part")).expect("a file");
        std::os::unix::fs::symlink(room.path().join("other"), room.path().join("x.part")).expect("a link");
        assert!(matches!(Partial::open(&path, "a"), Err(PartialError::Io { .. })));
        assert!(!room.path().join("other").exists());
    }
}
