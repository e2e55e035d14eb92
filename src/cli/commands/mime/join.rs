//! `mailtool mime join`: the message that came in pieces.

use std::collections::BTreeMap;
use std::io;
use std::ops::Bound;
use std::path::{Path, PathBuf};

use clap::Args;
use tempfile::NamedTempFile;

use super::input::{Input, Message, Messages, Place};
use super::output::Output;
use crate::base::Exit;
use crate::base::escape::escape_str;
use crate::cli::error::Failure;
use crate::cli::terminal::Terminal;
use crate::mime::partial::{Joiner, Malformed, Opener, Piece};
use crate::net::reason;
use crate::transcript::Weight;

/// Of many the first are told.
const TOLD: usize = 20;

/// Put the pieces of a message together (message/partial)
///
/// The pieces may come in any order, as files, in an mbox or in a Maildir, and among other messages; those
/// of one message have an id in common. The fields of the message are put together as RFC 2046 §5.2.2.1
/// says: those around the first piece, then Subject, Message-ID, MIME-Version, Encrypted and Content-… from
/// within it. Of a message that `mime split` cut they have their old order, and every octet is as it was.
///
/// Nothing is written while a piece is missing, or where pieces contradict each other. A piece that came
/// twice counts once.
///
/// Exit codes: 0 done, 1 pieces are missing or there are none, 64 they are of several messages (--id), 65 they
/// contradict each other, 66 a file is not there, 73 the output cannot be created, 74 it cannot be written.
#[derive(Debug, Args)]
#[command(after_help = EXAMPLES)]
pub struct Join {
    /// Messages, mbox files or Maildir directories with the pieces; - is standard input
    #[arg(value_name = "FILE", required = true)]
    files: Vec<PathBuf>,
    /// The message with this id, where there are pieces of several
    #[arg(long, value_name = "ID")]
    id: Option<String>,
    /// Write into this file; it is made when all pieces are there, and overwritten
    #[arg(short, long, value_name = "FILE")]
    output: Option<PathBuf>,
}

const EXAMPLES: &str = "Examples:
  mailtool mime join pieces/*.eml -o large.eml
  mailtool mime join ~/Maildir --id 1b2c@example.org | mailtool mime tree -";

/// The pieces of one message, by number.
type Pieces = BTreeMap<u32, Found>;

/// A piece that was found.
struct Found {
    place: Place,
    /// For a person.
    name: String,
    total: Option<u32>,
    /// Octets and checksum: two with the same are one.
    content: (u64, u32),
}

/// Joins what was named.
pub fn run(args: &Join, terminal: &Terminal) -> Result<Exit, Failure> {
    let mut all = BTreeMap::new();
    let mut spooled = Vec::new();
    for file in &args.files {
        let copy = spool(file)?;
        let path = copy.as_ref().map_or(file.as_path(), NamedTempFile::path);
        let mut messages = Input::of(path.to_owned()).open(false)?;
        while let Some(mut message) = messages.next()? {
            find(&mut message, file, path, &mut all, terminal)?;
        }
        spooled.extend(copy);
    }
    let (id, pieces) = choose(all, args.id.as_deref())?;
    complete(&id, &pieces)?;
    let octets = join(&pieces, Output::new(args.output.clone()))?;
    let (count, id) = (pieces.len(), escape_str(&id));
    terminal.note(Weight::Info, format!("{count} pieces of {id} make a message of {octets} octets"));
    Ok(Exit::Ok)
}

/// A copy of what can be read only once.
fn spool(file: &Path) -> Result<Option<NamedTempFile>, Failure> {
    let stdin = file.as_os_str() == "-";
    if !stdin && file.metadata().is_ok_and(|metadata| metadata.is_file() || metadata.is_dir()) {
        return Ok(None);
    }
    let failed = |error: io::Error| {
        Failure::new(Exit::CantCreate, format!("a temporary file for {} failed: {}", file.display(), reason(&error)))
    };
    let missing = |error: io::Error| Failure::new(Exit::NoInput, format!("{}: {}", file.display(), reason(&error)));
    let mut copy = NamedTempFile::new().map_err(failed)?;
    match stdin {
        true => io::copy(&mut io::stdin().lock(), &mut copy).map_err(failed)?,
        false => io::copy(&mut std::fs::File::open(file).map_err(missing)?, &mut copy).map_err(failed)?,
    };
    Ok(Some(copy))
}

/// Takes the message in, if it is a piece.
fn find(
    message: &mut Message<'_>,
    file: &Path,
    path: &Path,
    all: &mut BTreeMap<String, Pieces>,
    terminal: &Terminal,
) -> Result<(), Failure> {
    let name = match &message.file {
        Some(name) => file.join(name).display().to_string(),
        None if message.one_of_several => format!("{}#{}", file.display(), message.number),
        None => file.display().to_string(),
    };
    let place = message.place(path);
    let (mut opener, mut octets, mut sum) = (Opener::new(), 0, crc32fast::Hasher::new());
    let mut count = |piece: &[u8]| {
        octets += piece.len() as u64;
        sum.update(piece);
    };
    while !opener.is_none() {
        let Some(block) = message.block()? else { break };
        opener.push(block, &mut count);
    }
    let piece = opener.finish(&mut count);
    message.leave()?;
    match piece {
        Ok(None) => Ok(()),
        Err(malformed) => {
            terminal.note(Weight::Warning, format!("{}: {malformed}", escape_str(&name)));
            Ok(())
        }
        Ok(Some(Piece { id, number, total })) => {
            let found = Found { place, name, total, content: (octets, sum.finalize()) };
            add(all.entry(id).or_default(), number, found, terminal)
        }
    }
}

/// Takes a piece in, unless it is there already.
fn add(pieces: &mut Pieces, number: u32, found: Found, terminal: &Terminal) -> Result<(), Failure> {
    let Some(known) = pieces.get(&number) else {
        pieces.insert(number, found);
        return Ok(());
    };
    let (a, b) = (&known.name, &found.name);
    if known.content != found.content {
        return Err(Failure::new(Exit::Data, format!("{a} and {b} are both piece {number}, and they differ")));
    }
    terminal.note(Weight::Info, format!("{} is piece {number} again, as {}", escape_str(b), escape_str(a)));
    Ok(())
}

fn choose(mut all: BTreeMap<String, Pieces>, id: Option<&str>) -> Result<(String, Pieces), Failure> {
    let ids = list(all.keys().map(|id| format!("{id:?}")), all.len());
    match id {
        Some(id) => all.remove_entry(id).ok_or_else(|| {
            let failure = Failure::new(Exit::NotFound, format!("there is no piece of {id:?}"));
            if all.is_empty() { failure } else { failure.hint(format!("there are pieces of {ids}")) }
        }),
        None if all.len() > 1 => {
            Err(Failure::usage("--id", "there are pieces of several messages").hint(format!("choose one: {ids}")))
        }
        None => {
            all.pop_first().ok_or_else(|| Failure::new(Exit::NotFound, "there is no piece (message/partial) in it"))
        }
    }
}

/// The first of them, safe to show.
fn list(names: impl Iterator<Item = String>, count: usize) -> String {
    let told: Vec<String> = names.take(TOLD).map(|name| escape_str(&name).into_owned()).collect();
    told.join(", ") + if count > TOLD { ", …" } else { "" }
}

/// Whether all pieces are there, and say the same of how many there are.
fn complete(id: &str, pieces: &Pieces) -> Result<(), Failure> {
    let mut telling = pieces.values().filter_map(|found| Some((found, found.total?)));
    let Some((first, total)) = telling.next() else {
        let text = format!("pieces of {id:?} are missing: the last one, which tells how many there are");
        return Err(Failure::new(Exit::NotFound, text));
    };
    if let Some((other, count)) = telling.find(|(_, count)| *count != total) {
        let text = format!("{} says that there are {total} pieces, and {} says {count}", first.name, other.name);
        return Err(Failure::new(Exit::Data, text));
    }
    if let Some((number, found)) = pieces.range((Bound::Excluded(total), Bound::Unbounded)).next() {
        let text = format!("{} is piece {number}, and {} says that there are {total}", found.name, first.name);
        return Err(Failure::new(Exit::Data, text));
    }
    let missing = total as usize - pieces.len();
    if missing > 0 {
        let numbers = (1..=total).filter(|number| !pieces.contains_key(number)).map(|number| number.to_string());
        let text = format!("of the {total} pieces of {id:?} {missing} are missing: {}", list(numbers, missing));
        return Err(Failure::new(Exit::NotFound, text));
    }
    Ok(())
}

/// Writes what is in the pieces; how many octets that is.
fn join(pieces: &Pieces, mut output: Output) -> Result<u64, Failure> {
    let (mut joiner, mut size): (Option<Joiner>, u64) = (None, 0);
    let mut joined = Vec::new();
    let mut write = |joined: &mut Vec<u8>| {
        output.write(joined);
        size += joined.len() as u64;
        joined.clear();
        output.check()
    };
    for found in pieces.values() {
        let mut messages = Messages::at(&found.place)?;
        let Some(mut message) = messages.next()? else { return Err(messages.nothing()) };
        let (mut opener, mut octets) = (Opener::new(), Vec::new());
        let failed = |malformed: Malformed| Failure::new(Exit::Data, format!("{}: {malformed}", found.name));
        while let Some(block) = message.block()? {
            opener.push(block, &mut |piece| octets.extend_from_slice(piece));
            if opener.piece().is_some() {
                let joiner = joiner.get_or_insert_with(|| Joiner::new(opener.fields()));
                joiner.push(&octets, &mut joined).map_err(failed)?;
                octets.clear();
                write(&mut joined)?;
            }
        }
        opener.finish(&mut |piece| octets.extend_from_slice(piece)).map_err(failed)?;
        if let Some(joiner) = &mut joiner {
            joiner.push(&octets, &mut joined).map_err(failed)?;
        }
    }
    if let Some(joiner) = joiner {
        joiner.finish(&mut joined);
    }
    write(&mut joined)?;
    output.finish()?;
    Ok(size)
}
