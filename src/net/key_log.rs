//! The secrets of TLS connections in a file, so that what was captured can be read (RFC 9850, the format of NSS).

use std::fs::{File, OpenOptions};
use std::io::{self, Write};
use std::os::unix::fs::{MetadataExt, OpenOptionsExt};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Mutex, PoisonError};

use super::certificate::hexadecimal;
use crate::base::escape::escape_str;

/// Where the secrets go: whoever can read it can read the connections.
#[derive(Debug)]
pub struct KeyLog {
    path: PathBuf,
    file: File,
    /// What was wrong with the last line.
    trouble: Mutex<Option<io::Error>>,
    /// That others can read it was told.
    warned: AtomicBool,
}

impl KeyLog {
    /// Lines are added to what is there already; a new file is for its owner alone.
    pub fn open(path: &Path) -> io::Result<KeyLog> {
        let file = OpenOptions::new().append(true).create(true).mode(0o600).open(path)?;
        Ok(KeyLog { path: path.to_owned(), file, trouble: Mutex::default(), warned: AtomicBool::new(false) })
    }

    /// What is to be said of it: where the secrets are, or why they are not.
    pub(super) fn told(&self) -> Result<String, String> {
        let path = self.path.display().to_string();
        let path = escape_str(&path);
        let trouble = self.trouble.lock().unwrap_or_else(PoisonError::into_inner).take();
        let others = self.file.metadata().map_or(0, |metadata| metadata.mode() & 0o077);
        match trouble {
            None if others != 0 && !self.warned.swap(true, Ordering::Relaxed) => Err(format!(
                "the secrets of this connection are in {path}, which is not ours alone: chmod 600 keeps others from it"
            )),
            None => Ok(format!("the secrets of this connection are in {path}: whoever has them can read it")),
            Some(error) => Err(format!("the secrets of this connection are not all in {path}: {error}")),
        }
    }
}

impl rustls::KeyLog for KeyLog {
    fn log(&self, label: &str, client_random: &[u8], secret: &[u8]) {
        let line = format!("{label} {} {}\n", hexadecimal(client_random), hexadecimal(secret));
        // One write: the lines of connections at the same time stay whole.
        if let Err(error) = (&self.file).write_all(line.as_bytes()) {
            *self.trouble.lock().unwrap_or_else(PoisonError::into_inner) = Some(error);
        }
    }
}
