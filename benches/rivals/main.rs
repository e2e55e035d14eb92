//! mailtool beside its rivals, the same work against the same peer, in turn: `cargo bench`.
//!
//! At the end stands a Markdown table of medians and ratios, with the machine and the day. On a busy machine only the
//! ratios mean anything: each is the median of those of the rounds, and in a round all sides run one behind the other.
//! Nothing is asserted. Needs smtp-sink and smtp-source (Debian's postfix), curl, swaks, BIND with dig and nslookup,
//! Dovecot, mpop and Python; what is missing is skipped and said so. A first argument selects rows by name: `cargo bench --bench rivals -- bulk`.
//!
//! `RUSTFLAGS='--cfg mailtool_no_sink' cargo bench --bench rivals -- bulk` measures a build in which no turn is ever
//! shown to anybody, for the cost of the transcript when it is off.

#![allow(clippy::print_stdout, clippy::print_stderr, reason = "the table is the result")]

mod files;
mod mailbox;
mod maildrop;
#[path = "../../tests/it/peers/mod.rs"]
#[allow(unused, reason = "of all peers BIND and Dovecot are needed here")]
mod peers;
mod race;
mod servers;
mod table;
mod work;

use std::path::Path;

use self::table::Row;

/// The program under test, as it is released.
const MAILTOOL: &str = env!("CARGO_BIN_EXE_mailtool");

/// What is measured: the name that selects it, and the rows that come of it.
type Work = (&'static str, fn(&Path) -> Vec<Row>);

const WORKS: [Work; 18] = [
    ("start", work::start),
    ("attachment", work::attachment),
    ("attachment-swaks", work::attachment_by_swaks),
    ("memory", work::memory),
    ("bulk", work::bulk),
    ("each", work::each),
    ("load-each", work::load_each),
    ("load-kept", work::load_kept),
    ("accept", work::accept),
    ("mx", work::mx),
    ("pop-mbox", maildrop::mbox),
    ("pop-maildir", maildrop::maildir),
    ("pop-one", maildrop::one),
    ("pop-memory", maildrop::memory),
    ("imap-bodies", mailbox::bodies),
    ("imap-envelopes", mailbox::envelopes),
    ("imap-one", mailbox::one),
    ("imap-memory", mailbox::memory),
];

fn main() {
    let wanted = std::env::args().skip(1).find(|argument| !argument.starts_with('-')).unwrap_or_default();
    let room = tempfile::tempdir().expect("a temporary directory");
    let mut rows = Vec::new();
    for (name, work) in WORKS.iter().filter(|(name, _)| name.contains(&wanted)) {
        eprintln!("measuring: {name}");
        rows.extend(work(room.path()));
    }
    table::print(&rows);
}
