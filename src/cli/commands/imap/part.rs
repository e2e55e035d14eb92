//! `mailtool imap part`: one part of a message, its octets and nothing else.

use std::path::PathBuf;
use std::slice;

use clap::Args;

use super::Imap;
use super::continued::{self, Source};
use super::conversation::{At, Trouble};
use super::decode::Decoding;
use super::each::each;
use super::keeper::{Keeper, outcome};
use super::structure::structure_of;
use super::targets::Count;
use crate::base::Exit;
use crate::cli::error::Failure;
use crate::cli::terminal::Terminal;
use crate::client::imap;
use crate::mime::section::{Section, What};
use crate::proto::imap::body_structure as structure;
use crate::proto::imap::{BodyStructure, Url, places::places};
use crate::store::deposit::{Deposit, Single};

/// One part of a message, decoded (BINARY, or BODY and its encoding)
///
/// PATH as `imap structure` shows it: 1, 1.2; also 1.2.MIME, 2.HEADER, TEXT, which are written as they
/// stand there. A URL may hold it: /;SECTION=1.2. Nothing else of the message is fetched.
///
/// With -C what has come is kept in FILE.part when the connection breaks off, and the same command goes
/// on there, as `imap fetch --help` tells; FILE is written once all is there.
#[derive(Debug, Args)]
#[command(after_help = "Examples:
  mailtool imap part 42 2 -o picture.jpg -s pepe@imap.example.org
  mailtool imap part 42 2 -o film.mp4 -C -s pepe@imap.example.org
  mailtool imap part last 1 -q -s pepe@imap.example.org
  mailtool imap part 42 1.2.MIME -s pepe@imap.example.org")]
pub struct Part {
    /// Which message
    #[arg(value_name = "SEL")]
    message: String,
    /// Which part
    #[arg(value_name = "PATH", value_parser = section)]
    section: Option<Section>,
    /// As it was sent, not decoded
    #[arg(long)]
    encoded: bool,
    /// Into this file, which is replaced
    #[arg(short, long, value_name = "FILE")]
    output: Option<PathBuf>,
    /// Keep in FILE.part what has come, as it was sent, and go on there the next time
    #[arg(short = 'C', long = "continue", requires = "output")]
    go_on: bool,
    #[command(flatten)]
    count: Count,
}

fn section(text: &str) -> Result<Section, String> {
    match Section::parse(text) {
        Ok(section) if text.is_empty() => {
            Err(format!("{section}: a number is expected; fetch --full is the whole message"))
        }
        Ok(section) => Ok(section),
        Err(error) => Err(error.to_string()),
    }
}

/// Fetches it.
pub fn run(args: &Part, imap: &Imap, at: At<'_>) -> Result<Exit, Failure> {
    let terminal = at.1;
    let (message, section) = args.place()?;
    each(imap, at, (slice::from_ref(&message), args.count), false, async |client, chosen| {
        let (uids, before) = match chosen.one() {
            Some(uid) => (vec![uid], Vec::new()),
            None => {
                let found: Vec<u32> = client.sizes(&chosen.set).await?.into_iter().map(|(uid, _)| uid).collect();
                let missing = chosen.missing(&found, terminal);
                (found, missing)
            }
        };
        match uids.as_slice() {
            _ if !chosen.alone => Err(Failure::usage("SEL", "that is messages of several mailboxes, not one").into()),
            [] => Ok(Exit::of_all(before)),
            [uid] => args.fetch(client, chosen.home.url(client).message(*uid), &section, terminal).await,
            _ => Err(Failure::usage("SEL", format!("that is {} messages, not one", uids.len())).into()),
        }
    })
}

impl Part {
    /// Which message, and which part of it, if a URL does not tell both.
    fn place(&self) -> Result<(String, Section), Failure> {
        let url = Some(&self.message).filter(|message| Url::is_meant(message)).and_then(|text| Url::parse(text).ok());
        let named = url.as_ref().and_then(|url| url.section.as_deref()).map(section).transpose();
        match (&self.section, named.map_err(|error| Failure::usage("SEL", error))?, url) {
            (None, Some(section), Some(url)) => Ok((Url { section: None, ..url }.to_string(), section)),
            (Some(section), _, _) => Ok((self.message.clone(), section.clone())),
            (None, ..) => Err(Failure::usage("PATH", "which part is not said: 1, 1.2, or /;SECTION=1.2 in the URL")),
        }
    }

    async fn fetch(
        &self,
        imap: &mut imap::Imap,
        url: Url,
        section: &Section,
        terminal: &Terminal,
    ) -> Result<Exit, Trouble> {
        let uid = url.uid.unwrap_or_default();
        let mut keeper = Keeper::new(self.deposit(), false, 0, terminal);
        let (mut encoding, mut octets) = (None, None);
        if section.what == What::Content {
            let Some(structure) = structure_of(imap, uid).await? else {
                return Err(Failure::new(Exit::NotFound, format!("UID {uid}: there is no such message")).into());
            };
            let part = part(&structure, section)?;
            octets = part.map(|part| part.octets);
            encoding = part.filter(|_| !self.encoded).map(|part| String::from_utf8_lossy(&part.encoding).into_owned());
        }
        let item = format!("BODY.PEEK[{section}]");
        if let (true, Some(path)) = (self.go_on, &self.output) {
            let url = Url { section: Some(section.to_string()), ..url };
            return continued::fetch(imap, &Source { url, item: &item, octets, encoding }, path, terminal).await;
        }
        if let Some(encoding) = encoding {
            if imap.has("BINARY") {
                imap.contents(&[uid], &format!("BINARY.PEEK[{section}]"), &mut keeper).await?;
                // A server that cannot decode it says so (RFC 3516 §4.3), and we do it.
                if keeper.refused.is_none() {
                    keeper.commit()?;
                    return Ok(outcome(keeper, Vec::new())?);
                }
                keeper = Keeper::new(self.deposit(), false, 0, terminal);
            }
            keeper.decoded(Decoding::of(&encoding));
        }
        imap.contents(&[uid], &item, &mut keeper).await?;
        keeper.commit()?;
        Ok(outcome(keeper, Vec::new())?)
    }

    fn deposit(&self) -> Option<Box<dyn Deposit>> {
        self.output.as_ref().map(|path| Box::new(Single::new(path)) as Box<dyn Deposit>)
    }
}

/// A part of a message; `None`: a multipart.
fn part<'a>(structure: &'a BodyStructure, section: &Section) -> Result<Option<&'a structure::Part>, Failure> {
    let places = places(structure);
    let place = places.iter().find(|place| place.path == section.path);
    match place.map(|place| place.body) {
        Some(BodyStructure::Part(part)) => Ok(Some(part)),
        Some(BodyStructure::Multipart(_)) => Ok(None),
        None => {
            let numbers = places.iter().map(|place| place.number()).filter(|number| !number.is_empty());
            let known: Vec<_> = numbers.take(100).collect();
            let text = format!("there is no part {section} in this message");
            Err(Failure::new(Exit::NotFound, text).hint(format!("there are: {}", known.join(", "))))
        }
    }
}
