//! Where the file is: the one that is named, else the user's own, else the one of this machine, for those who have none,
//! as `www-data` or cron (XDG Base Directory Specification).

use std::fs;
use std::io::{Error, ErrorKind};
use std::path::PathBuf;

use super::environment::{self, variable};
use super::origin::Origin;
use crate::base::escape::escape_str;
use crate::cli::terminal::Terminal;
use crate::net::reason;

/// Below the directories of configurations.
const NAME: &str = "mailtool/config.toml";
/// Those of the machine, where the environment names none.
const DIRECTORIES: &str = "/etc/xdg";

/// The file that is read, or would be.
#[derive(Debug)]
pub struct Location {
    /// Where it is; `None` if nobody is at home anywhere.
    pub path: Option<PathBuf>,
    /// Who says so.
    pub named: Option<Origin>,
    /// It is one for all users of this machine.
    pub shared: bool,
}

impl Location {
    /// Looks for it; `flag` is `--config`. Files of this machine that this user may not read are passed over with a
    /// warning.
    pub fn find(flag: Option<&PathBuf>, terminal: &Terminal) -> Location {
        if let Some(path) = flag {
            return Location { path: Some(path.clone()), named: Some(Origin::Flag), shared: false };
        }
        if let Some(path) = variable(environment::CONFIG) {
            let named = Origin::Variable(environment::CONFIG.to_owned());
            return Location { path: Some(path.into()), named: Some(named), shared: false };
        }
        let own = own();
        // Whoever may not look into a home, as a daemon that once was root, is not at home there.
        let is_elsewhere = |error: &Error| is_missing(error) || error.kind() == ErrorKind::PermissionDenied;
        let there = |path: &PathBuf| !fs::metadata(path).is_err_and(|error| is_elsewhere(&error));
        let shared = if own.as_ref().is_some_and(there) { None } else { of_machine(terminal) };
        Location { shared: shared.is_some(), path: shared.or(own), named: None }
    }
}

/// Whether it is told that there is no such file.
pub fn is_missing(error: &Error) -> bool {
    // A home may be /dev/null.
    matches!(error.kind(), ErrorKind::NotFound | ErrorKind::NotADirectory)
}

/// The user's own; a relative path in the variable says nothing.
fn own() -> Option<PathBuf> {
    let xdg = variable("XDG_CONFIG_HOME").map(PathBuf::from).filter(|path| path.is_absolute());
    let directory = xdg.or_else(|| std::env::home_dir().map(|home| home.join(".config")));
    directory.map(|directory| directory.join(NAME))
}

/// The first one for all users that is there and may be read.
fn of_machine(terminal: &Terminal) -> Option<PathBuf> {
    let directories = variable("XDG_CONFIG_DIRS").unwrap_or_else(|| DIRECTORIES.to_owned());
    let paths = std::env::split_paths(&directories).filter(|path| path.is_absolute()).map(|path| path.join(NAME));
    paths.into_iter().find(|path| match fs::File::open(path) {
        Err(error) if error.kind() == ErrorKind::PermissionDenied => {
            let text = format!("{}: {}: it is passed over", path.display(), reason(&error));
            terminal.warn_once(&escape_str(&text));
            false
        }
        // What else is wrong with it is told by whoever reads it.
        opened => !opened.is_err_and(|error| is_missing(&error)),
    })
}
