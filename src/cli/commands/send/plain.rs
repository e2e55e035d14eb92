//! `send` without a word: what other commands begin with that hand letters over.

use clap::{Args, Command, FromArgMatches};

use super::Send;
use crate::base::Exit;
use crate::cli::error::Failure;

impl Send {
    /// As without any flag.
    pub fn plain() -> Result<Send, Failure> {
        let matches = Send::augment_args(Command::new("send")).try_get_matches_from(["send"]);
        let plain = matches.and_then(|matches| Send::from_arg_matches(&matches));
        plain.map_err(|error| Failure::new(Exit::Software, error))
    }
}
