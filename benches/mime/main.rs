//! Messages and their encodings beside GMime, munpack(1), Python's `email`, coreutils' base64(1), qprint(1) and the
//! crate `quoted_printable`: `cargo bench --bench mime`.
//!
//! Both sides run in turn; the table has their medians and the median of the ratios of the pairs, and only that means
//! anything on a busy machine. What is missing is skipped and said so. A first argument selects rows by name. The
//! rivals of Debian are `libgmime-3.0-dev gcc pkg-config mpack python3 coreutils qprint`, and `time` tells their memory.

#![allow(clippy::print_stdout, reason = "the table is the result")]

mod codecs;
mod messages;
mod race;

use std::path::Path;

/// Prints rows; files may lie in the directory.
type Rows = fn(&Path);

const ROWS: [(&str, Rows); 5] = [
    ("part", messages::part),
    ("tree", messages::tree),
    ("base64", codecs::base64),
    ("crate", codecs::quoted_printable_crate),
    ("qprint", codecs::qprint),
];

fn main() {
    let wanted = std::env::args().skip(1).find(|argument| !argument.starts_with('-')).unwrap_or_default();
    println!("| work | rival | mailtool | ratio |\n|---|---|---|---|");
    for (_, row) in ROWS.iter().filter(|(name, _)| name.contains(&wanted)) {
        let room = tempfile::tempdir().expect("a temporary directory");
        row(room.path());
    }
}
