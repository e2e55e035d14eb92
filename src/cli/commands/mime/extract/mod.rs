//! `mailtool mime extract`: the files in a message, into a directory and nowhere else.

pub(in crate::cli::commands) mod directory;
mod name;
mod tnef;
mod writer;

use std::path::PathBuf;

use clap::Args;

use self::directory::Directory;
use self::writer::{Limits, Wanted, Writer};
use super::input::Input;
use crate::base::Exit;
use crate::cli::args::octets;
use crate::cli::error::Failure;
use crate::cli::terminal::Terminal;
use crate::mime::layers::Reader;
use crate::mime::parse;
use crate::transcript::Weight;

/// Write the files in a message into a directory
///
/// Every part with a file name becomes a file, decoded, and so do files that stand in the text as uuencode
/// or yEnc. A winmail.dat (TNEF, application/ms-tnef) is opened: the files in it are written, and the text
/// of the message as body.txt, body.html and body.rtf, as far as it is there; where it is broken it is
/// written itself too. Names are made harmless: no path, no controls, no `.` or `-` at the beginning, no name of a
/// device. Nothing is overwritten (a second `a.txt` becomes `a (2).txt`), no link is followed, nothing is
/// written outside the directory, which is made if only its last part is missing. Files are for their
/// owner only (mode 0600) and not executable.
///
/// One line a file: where it is, the part, octets, and the name it had if that is another. Names with a
/// double extension (invoice.pdf.exe) and those that do not fit the type are pointed out on standard error.
/// With --json one object a file: path (the part), file, name, original, type, octets, inline and tnef (where it
/// stood), warnings.
///
/// Exit codes: 0 done, 1 there is no such file, 3 a limit ended it early, 66 the message is not there,
/// 73 a file cannot be created, 74 it cannot be written.
#[derive(Debug, Args)]
#[command(after_help = EXAMPLES)]
pub struct Extract {
    #[command(flatten)]
    input: Input,
    /// Where the files go
    #[arg(short, long, value_name = "DIR")]
    directory: PathBuf,
    /// Parts without a file name too, named part-1.2.txt after number and type
    #[arg(long)]
    all: bool,
    /// Files in the middle of a text (uuencode, yEnc) are left there
    #[arg(long)]
    no_inline: bool,
    /// winmail.dat is written as it is
    #[arg(long)]
    no_tnef: bool,
    /// The most files
    #[arg(long, value_name = "N", default_value_t = 10_000)]
    max_parts: u64,
    /// The most octets in all
    #[arg(long, value_name = "N[k|M|G]", value_parser = octets)]
    max_bytes: Option<u64>,
}

const EXAMPLES: &str = "Examples:
  mailtool mime extract letter.eml -d attachments
  mailtool mime extract outlook.eml -d attachments   # what is in its winmail.dat
  mailtool mime extract --all archive.mbox -d parts
  mailtool mime extract --json --max-bytes 100M ~/Maildir -d in | jq -r .file";

/// Extracts from every message that was named.
pub fn run(args: &Extract, terminal: &Terminal) -> Result<Exit, Failure> {
    let mut messages = args.input.open(false)?;
    let directory = Directory::open(&args.directory)?;
    let limits = Limits { files: args.max_parts, octets: args.max_bytes.unwrap_or(u64::MAX) };
    let wanted = Wanted { all: args.all, inline: !args.no_inline, tnef: !args.no_tnef };
    let mut writer = Writer::new(directory, limits, wanted, terminal);
    let mut any = false;
    while let Some(mut message) = messages.next()? {
        any = true;
        writer.message(message.number, message.one_of_several);
        let mut reader = Reader::new(parse::Limits::default());
        while let Some(block) = message.block()? {
            reader.push(block, &mut |layer, event| writer.event(layer, &event));
            writer.check()?;
        }
        reader.finish(&mut |layer, event| writer.event(layer, &event));
        writer.check()?;
        if writer.is_full() {
            message.leave()?;
            break;
        }
    }
    if !any {
        return Err(messages.nothing());
    }
    if let Some(limit) = writer.limit() {
        terminal.note(Weight::Warning, format!("{limit}: what comes behind is not extracted"));
        return Ok(Exit::Partial);
    }
    if writer.files() == 0 {
        let hint = "--all extracts parts without a file name too";
        return Err(Failure::new(Exit::NotFound, "no part has a file name").hint(hint));
    }
    Ok(Exit::Ok)
}
