//! The man pages and completions in the repository are those of the command line as it is.

use std::collections::BTreeMap;
use std::path::Path;
use std::process::Command;

fn files(directory: &Path) -> BTreeMap<String, String> {
    let entries = std::fs::read_dir(directory).expect("a directory");
    let paths = entries.map(|entry| entry.expect("an entry").path());
    paths
        .map(|path| {
            let name = path.file_name().expect("a name").to_string_lossy().into_owned();
            (name, std::fs::read_to_string(&path).expect("a text"))
        })
        .collect()
}

fn is_current(what: &str) {
    let room = tempfile::tempdir().expect("a temporary directory");
    let status = Command::new(env!("CARGO_BIN_EXE_mailtool")).args(["generate", what]).arg(room.path()).status();
    assert!(status.expect("mailtool").success());
    let (committed, fresh) = (files(&Path::new(env!("CARGO_MANIFEST_DIR")).join(what)), files(room.path()));
    let names = |files: &BTreeMap<String, String>| files.keys().cloned().collect::<Vec<_>>();
    assert_eq!(names(&committed), names(&fresh), "{what}/: run `mailtool generate {what} {what}`");
    for (name, text) in &fresh {
        assert!(committed.get(name) == Some(text), "{what}/{name} is stale: run `mailtool generate {what} {what}`");
    }
}

#[test]
fn man_pages_are_current() {
    is_current("man");
}

#[test]
fn completions_are_current() {
    is_current("completions");
}
