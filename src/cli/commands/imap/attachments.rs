//! `mailtool imap attachments`: the files in messages, into a directory and nowhere else.

use std::fs::File;
use std::io::Write;
use std::path::PathBuf;

use clap::Args;
use serde_json::json;

use super::Imap;
use super::conversation::{At, Trouble};
use super::decode::Decoding;
use super::each::{each, present};
use super::structure::structure_of;
use super::targets::Messages;
use crate::base::Exit;
use crate::base::escape::escape_str;
use crate::cli::commands::mime::extract::directory::Directory;
use crate::cli::error::Failure;
use crate::cli::output::imap::structure::{essence, is_attached, name};
use crate::cli::terminal::Terminal;
use crate::client::Refused;
use crate::client::imap::{self, Contents, Error, Got};
use crate::mime::file_name;
use crate::proto::imap::{BodyStructure, places::places};
use crate::transcript::Weight;
use crate::transcript::text::thousands;

/// The files in messages, decoded, each into a file of its own
///
/// First what the messages are made of is fetched, then only those parts that have a file name or are
/// meant as attachments. Names are made harmless; no file is overwritten, a second of a name gets a
/// number.
///
/// With --json one object a file: {"uid","path","type","name","octets","file"}. Exit code 1: there is none.
#[derive(Debug, Args)]
#[command(after_help = "Examples:
  mailtool imap attachments last -d ~/Downloads -s pepe@imap.example.org
  mailtool imap attachments 1:20 -d files --json -q -s pepe@imap.example.org
  mailtool imap attachments last:5 -d files --dry-run -s pepe@imap.example.org")]
pub struct Attachments {
    #[command(flatten)]
    messages: Messages,
    /// Into this directory, which is made if it is not there
    #[arg(short, long, value_name = "DIR")]
    directory: PathBuf,
    /// Show which there are, and fetch none
    #[arg(long)]
    dry_run: bool,
}

/// A part that becomes a file.
struct Wanted {
    number: String,
    kind: String,
    encoding: String,
    octets: u64,
    name: String,
}

/// Fetches them.
pub fn run(args: &Attachments, imap: &Imap, at: At<'_>) -> Result<Exit, Failure> {
    let terminal = at.1;
    let mut directory = if args.dry_run { None } else { Some(Directory::open(&args.directory)?) };
    each(imap, at, args.messages.sel(), false, async |client, chosen| {
        let (uids, _) = present(client, chosen).await?;
        let mut exits = chosen.missing(&uids, terminal);
        for uid in uids {
            for wanted in wanted(client, uid).await? {
                let exit = match &mut directory {
                    Some(directory) => fetch(client, uid, &wanted, directory, terminal).await?,
                    None => {
                        tell(uid, &wanted, wanted.octets, None, terminal);
                        Exit::Ok
                    }
                };
                exits.push(exit);
            }
        }
        Ok(if exits.is_empty() { Exit::NotFound } else { Exit::of_all(exits) })
    })
}

/// Which parts of a message are files.
async fn wanted(imap: &mut imap::Imap, uid: u32) -> Result<Vec<Wanted>, Error> {
    let Some(structure) = structure_of(imap, uid).await? else { return Ok(Vec::new()) };
    let wanted = places(&structure).into_iter().filter_map(|place| {
        let BodyStructure::Part(part) = place.body else { return None };
        let original = name(part);
        if original.is_none() && !is_attached(part) {
            return None;
        }
        let number = place.number();
        let name = file_name::safe(original.as_deref().unwrap_or_default(), &format!("{uid}-part-{number}"));
        let encoding = String::from_utf8_lossy(&part.encoding).into_owned();
        Some(Wanted { number, kind: essence(part), encoding, octets: part.octets, name })
    });
    Ok(wanted.collect())
}

/// A file that is being written.
struct Writing<'a> {
    file: File,
    decoding: Decoding,
    octets: u64,
    got: Option<Got>,
    terminal: &'a Terminal,
}

impl Writing<'_> {
    fn write(&mut self, octets: &[u8]) -> Result<(), Error> {
        self.octets += octets.len() as u64;
        self.file.write_all(octets).map_err(Error::Output)
    }
}

impl Contents for Writing<'_> {
    fn begin(&mut self, _: u32) -> Result<(), Error> {
        Ok(())
    }

    fn octets(&mut self, octets: &[u8]) -> Result<(), Error> {
        let decoded = self.decoding.push(octets, false);
        self.write(&decoded)
    }

    fn end(&mut self, _: u32, got: Got) -> Result<(), Error> {
        let rest = self.decoding.push(&[], true);
        self.write(&rest)?;
        self.decoding.tell(self.terminal);
        self.got = Some(got);
        Ok(())
    }
}

async fn fetch(
    imap: &mut imap::Imap,
    uid: u32,
    wanted: &Wanted,
    directory: &mut Directory,
    terminal: &Terminal,
) -> Result<Exit, Trouble> {
    let (file, name) = directory.create(&wanted.name)?;
    let decoding = Decoding::of(&wanted.encoding);
    let mut writing = Writing { file, decoding, octets: 0, got: None, terminal };
    let fetched = imap.contents(&[uid], &format!("BODY.PEEK[{}]", wanted.number), &mut writing).await;
    let exit = match (&fetched, &writing.got) {
        (Ok(()), Some(Got::Octets(_))) => {
            tell(uid, wanted, writing.octets, Some(directory.path(&name)), terminal);
            return Ok(Exit::Ok);
        }
        (_, Some(Got::Refused(refusal))) => {
            imap.remark(refusal.to_string());
            refusal.exit()
        }
        _ => Exit::NotFound,
    };
    directory.remove(&name);
    fetched?;
    terminal.note(Weight::Warning, format!("UID {uid}: part {} did not come", wanted.number));
    Ok(exit)
}

fn tell(uid: u32, wanted: &Wanted, octets: u64, file: Option<PathBuf>, terminal: &Terminal) {
    let Wanted { number, kind, name, .. } = wanted;
    let file = file.map(|path| path.display().to_string());
    if terminal.json {
        let object = json!({ "uid": uid, "path": number, "type": kind, "name": name, "octets": octets, "file": file });
        return terminal.json(&object);
    }
    let place = file.as_deref().unwrap_or(name);
    let text = format!("{uid}  {number:<6} {kind}  {} octets  {place}", thousands(octets));
    terminal.result(&escape_str(&text));
}
