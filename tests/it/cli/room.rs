//! A throw-away directory for a test's files.

use std::fs;
use std::path::{Path, PathBuf};

/// A temporary directory that goes with its value.
#[derive(Debug)]
pub struct Room(tempfile::TempDir);

impl Room {
    /// An empty one.
    pub fn new() -> Self {
        Self(tempfile::Builder::new().prefix("mailtool-").tempdir().expect("a temporary directory"))
    }

    /// Where it is.
    pub fn path(&self) -> &Path {
        self.0.path()
    }

    /// The path of a file in it, as text.
    pub fn at(&self, name: &str) -> String {
        self.path().join(name).to_str().expect("a path in UTF-8").to_owned()
    }

    /// Writes a file and tells its path.
    pub fn file(&self, name: &str, content: impl AsRef<[u8]>) -> String {
        let path = self.at(name);
        fs::write(&path, content).unwrap_or_else(|error| panic!("{path}: {error}"));
        path
    }

    /// Makes a directory and tells its path.
    pub fn directory(&self, name: &str) -> String {
        let path = self.at(name);
        fs::create_dir_all(&path).unwrap_or_else(|error| panic!("{path}: {error}"));
        path
    }

    /// Everything in a file.
    pub fn read(&self, name: &str) -> Vec<u8> {
        let path = self.at(name);
        fs::read(&path).unwrap_or_else(|error| panic!("{path}: {error}"))
    }

    /// The files of a directory, by name.
    pub fn list(&self, name: &str) -> Vec<PathBuf> {
        let path = self.at(name);
        let entries = fs::read_dir(&path).unwrap_or_else(|error| panic!("{path}: {error}"));
        let mut files: Vec<PathBuf> = entries.flatten().map(|entry| entry.path()).collect();
        files.sort();
        files
    }
}
