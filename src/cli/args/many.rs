//! Many letters: a merge, how they go side by side and how fast, and what is remembered of them.

use std::num::NonZeroUsize;
use std::path::PathBuf;

use clap::{Args, ValueEnum};

use super::connections;
use crate::client::deliver::Rate;

/// How many letters go.
#[derive(Clone, Debug, Args)]
#[command(next_help_heading = "Many letters")]
pub struct Many {
    /// One letter for each row below the header of this file; tokens in braces stand for what differs: {csv.COLUMN}, {date}, {to} the first recipient, {msgid}, and n the row's number; {{n}} stands for {n} itself. Without a recipient among the flags it goes to the one address in the column to or email; --to '{csv.COLUMN}' takes lists. In --to, --from, --cc, --bcc, --reply-to, --rcpt, --mail-from, --subject, -H, --body and --html (escaped there), @FILE included, and in the names of the files of --attach, --inline, --body @ and --html @, into which no token brings a / or ..
    #[arg(long, value_name = "FILE|-", conflicts_with_all = ["eml", "mbox", "raw_octets", "rcpt_file"])]
    pub csv: Option<PathBuf>,
    /// What stands between fields [default: whichever of comma, semicolon and tab the header has most of]
    #[arg(long, value_name = "CHAR|tab", requires = "csv", value_parser = delimiter)]
    pub csv_delimiter: Option<u8>,
    /// So many connections to the server at once, among which the letters are dealt out; without a server each domain has one of its own, 16 at a time
    #[arg(long, value_name = "N", default_value = "1", value_parser = connections)]
    pub connections: NonZeroUsize,
    /// No more letters than so many in a second, minute, hour or day, evenly: 5/s, 100/min, 2000/h, 10000/day
    #[arg(long, value_name = "N/TIME")]
    pub rate: Option<Rate>,
    /// Keep a journal of what goes: the same command with the same journal goes on where an earlier one ended, be it by a crash. Who has a letter gets no second one; all others are tried again. The letters must be the same: texts, files, rows, sender and recipients (65). The way may be another: what one server left may go through the next, with other --dsn, --mail-param or --rcpt-param
    #[arg(long, value_name = "FILE", conflicts_with = "dry_run")]
    pub journal: Option<PathBuf>,
    /// What becomes of those to whom an earlier run sent a letter whole without an answer: they may have it or not
    #[arg(long, value_name = "WHAT", default_value = "report", requires = "journal")]
    pub uncertain: Uncertain,
}

/// What becomes of whoever may have a letter or not.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Uncertain {
    /// They are told as uncertain (75), and get nothing
    Report,
    /// They count as done
    Skip,
    /// They get it once more, with the same Message-ID
    Send,
}

fn delimiter(text: &str) -> Result<u8, &'static str> {
    match text.as_bytes() {
        b"tab" | b"\\t" => Ok(b'\t'),
        [b'"' | b'\r' | b'\n' | 0x80..] => Err("it cannot stand between fields"),
        [delimiter] => Ok(*delimiter),
        _ => Err("one ASCII character is expected, or tab"),
    }
}
