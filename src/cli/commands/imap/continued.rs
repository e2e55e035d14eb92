//! `-C`: a large message or part that comes in several goes.

use std::io;
use std::path::Path;

use super::conversation::Trouble;
use super::decode::Decoding;
use super::keeper::{Keeper, outcome};
use crate::base::Exit;
use crate::base::escape::escape_str;
use crate::cli::error::Failure;
use crate::cli::terminal::Terminal;
use crate::client::imap::{self, Contents, Error, Got, WINDOW, Windows};
use crate::proto::imap::Url;
use crate::store::deposit::{Deposit, Marks, Partial, PartialError, Single};
use crate::transcript::Weight;
use crate::transcript::text::thousands;

/// So many octets at least are compared with those that are there.
const OVERLAP: u64 = 4096;

/// What is fetched.
pub struct Source<'a> {
    /// It, with its mailbox and UIDVALIDITY.
    pub url: Url,
    /// As it is asked for: `BODY.PEEK[1]`.
    pub item: &'a str,
    /// Its octets, if the server says how many there are.
    pub octets: Option<u64>,
    /// How it is encoded, if it is to be decoded.
    pub encoding: Option<String>,
}

/// What comes, and what is there.
struct Coming<'a> {
    partial: Partial,
    total: u64,
    done: u64,
    terminal: &'a Terminal,
}

/// Fetches it into a file, whose beginning may be there from another time.
///
/// # Errors
/// What is there is something else (73) or has changed (65); the connection's, and then what has come is kept.
pub async fn fetch(
    imap: &mut imap::Imap,
    source: &Source<'_>,
    path: &Path,
    terminal: &Terminal,
) -> Result<Exit, Trouble> {
    let Some(uid) = source.url.uid.filter(|_| source.url.uid_validity.is_some()) else {
        let text = "the server tells no UIDVALIDITY: what is there could be the beginning of another message";
        return Err(Failure::new(Exit::Unavailable, text).into());
    };
    let mut partial = Partial::open(path, &origin(source)).map_err(cannot_go_on)?;
    let kept = partial.kept();
    let from = kept.saturating_sub(OVERLAP) / WINDOW * WINDOW;
    partial.seek(from);
    if kept > 0 {
        let text = format!("{} octets are there; the last {} are compared", thousands(kept), thousands(kept - from));
        terminal.note(Weight::Info, text);
    }
    let mut coming = Coming { partial, total: source.octets.unwrap_or(0), done: from, terminal };
    let got = imap.windows(uid, source.item, from, source.octets, &mut coming).await;
    let Coming { partial, done, .. } = coming;
    let there = done.max(kept);
    match got {
        Ok(Got::Octets(_)) if done < kept => Err(changed(&partial, "it is shorter now").into()),
        Ok(Got::Octets(octets)) => {
            if let Some(announced) = source.octets.filter(|announced| *announced != octets) {
                let text = format!("{} octets came; {} were announced", thousands(octets), thousands(announced));
                terminal.note(Weight::Warning, text);
            }
            whole(partial, source, path, terminal)
        }
        got if there == 0 => {
            partial.remove().map_err(Error::Output)?;
            nothing(got?, uid, terminal)
        }
        Ok(got) => nothing(got, uid, terminal),
        Err(Error::Output(error)) if error.kind() == io::ErrorKind::InvalidData => {
            Err(changed(&partial, &error.to_string()).into())
        }
        Err(error) => {
            let text = format!("{} octets are kept in {}", thousands(there), partial.path().display());
            terminal.note(Weight::Info, format!("{}: the same command goes on there", escape_str(&text)));
            Err(error.into())
        }
    }
}

/// Why there are no octets.
fn nothing(got: Got, uid: u32, terminal: &Terminal) -> Result<Exit, Trouble> {
    let mut keeper = Keeper::new(None, false, 0, terminal);
    keeper.end(uid, got)?;
    Ok(outcome(keeper, Vec::new())?)
}

/// The message, not the server: that may have several names.
fn origin(source: &Source<'_>) -> String {
    let octets = source.octets.map_or("?".to_owned(), |octets| octets.to_string());
    format!("{} ({octets} octets)", Url { server: None, ..source.url.clone() })
}

fn cannot_go_on(error: PartialError) -> Failure {
    let failure = |exit| Failure::new(exit, escape_str(&error.to_string()));
    match error {
        PartialError::Device(_) => failure(Exit::Usage),
        PartialError::Locked(_) => failure(Exit::TempFail),
        PartialError::Io { .. } => failure(Exit::CantCreate),
        PartialError::Other { .. } => failure(Exit::CantCreate).hint("remove it, or take another file"),
    }
}

fn changed(partial: &Partial, why: &str) -> Failure {
    let text = format!("{} is not the beginning of what the server has: {why}", partial.path().display());
    Failure::new(Exit::Data, escape_str(&text)).hint("remove it, and fetch anew")
}

impl Windows for Coming<'_> {
    fn octets(&mut self, octets: &[u8]) -> Result<(), Error> {
        self.partial.write(octets).map_err(Error::Output)?;
        self.done += octets.len() as u64;
        self.terminal.progress("fetching", self.done, self.total);
        Ok(())
    }

    fn end(&mut self) -> Result<(), Error> {
        self.partial.sync().map_err(Error::Output)
    }
}

/// It is all there: as it came, or decoded.
fn whole(partial: Partial, source: &Source<'_>, path: &Path, terminal: &Terminal) -> Result<Exit, Trouble> {
    let done = match &source.encoding {
        None => partial.finish(),
        Some(encoding) => decoded(&partial, Decoding::of(encoding), path, terminal).and_then(|()| partial.remove()),
    };
    done.map_err(Error::Output)?;
    Ok(Exit::Ok)
}

fn decoded(partial: &Partial, mut decoding: Decoding, path: &Path, terminal: &Terminal) -> io::Result<()> {
    let (mut single, mut octets, mut at) = (Single::new(path), vec![0; 1 << 16], 0);
    single.begin("", &Marks::default())?;
    loop {
        let read = partial.read(&mut octets, at)?;
        single.write(&decoding.push(octets.get(..read).unwrap_or_default(), read == 0))?;
        if read == 0 {
            break;
        }
        at += read as u64;
    }
    decoding.tell(terminal);
    single.end()?;
    single.commit().map(drop)
}
