//! Where the octets of messages go: standard output, a file, or a place for many; decoded on the way if that is wanted.

use std::collections::HashMap;
use std::path::PathBuf;

use serde_json::json;

use super::decode::Decoding;
use crate::base::Exit;
use crate::base::escape::escape_str;
use crate::cli::error::Failure;
use crate::cli::terminal::Terminal;
use crate::client::Refused;
use crate::client::imap::{Contents, Error, Got, Refusal};
use crate::store::deposit::{Deposit, Marks};
use crate::transcript::Weight;
use crate::transcript::text::thousands;

/// Keeps what comes.
pub struct Keeper<'a> {
    terminal: &'a Terminal,
    /// `None`: standard output.
    deposit: Option<Box<dyn Deposit>>,
    /// Each message is told.
    told: bool,
    decoding: Decoding,
    /// What is known of each beside its octets.
    marks: HashMap<u32, Marks>,
    done: u64,
    total: u64,
    /// Whole and not committed.
    whole: Vec<(u32, u64)>,
    begun: bool,
    /// One for each message.
    pub exits: Vec<Exit>,
    /// The last refusal, if there was one.
    pub refused: Option<Refusal>,
}

impl<'a> Keeper<'a> {
    /// To the deposit, or to standard output. `total`: octets that are to come, if that is known.
    pub fn new(deposit: Option<Box<dyn Deposit>>, told: bool, total: u64, terminal: &'a Terminal) -> Keeper<'a> {
        let (decoding, whole, exits) = (Decoding::none(), Vec::new(), Vec::new());
        let (marks, done, begun, refused) = (HashMap::new(), 0, false, None);
        Keeper { terminal, deposit, told, decoding, marks, done, total, whole, begun, exits, refused }
    }

    /// What comes next is to be decoded so.
    pub fn decoded(&mut self, decoding: Decoding) {
        self.decoding = decoding;
    }

    /// This is known of them beside their octets.
    pub fn marked(&mut self, marks: HashMap<u32, Marks>) {
        self.marks = marks;
    }

    /// What is whole reaches the disk, and is told; what is not is as if it had never been.
    pub fn commit(&mut self) -> Result<(), Error> {
        let Some(deposit) = &mut self.deposit else { return Ok(()) };
        let abandoned = deposit.abandon();
        let placed: Vec<PathBuf> = deposit.commit().map_err(Error::Output)?;
        abandoned.map_err(Error::Output)?;
        let whole = std::mem::take(&mut self.whole);
        for ((uid, octets), path) in whole.into_iter().zip(placed).filter(|_| self.told) {
            let path = path.display().to_string();
            match self.terminal.json {
                true => self.terminal.json(&json!({ "uid": uid, "octets": octets, "file": path })),
                false => {
                    let (octets, path) = (thousands(octets), escape_str(&path));
                    self.terminal.result(&format!("{uid}  {octets} octets  {path}"));
                }
            }
        }
        Ok(())
    }

    fn put(&mut self, octets: &[u8]) -> Result<(), Error> {
        match &mut self.deposit {
            Some(deposit) => deposit.write(octets),
            None => self.terminal.octets(octets),
        }
        .map_err(Error::Output)
    }
}

impl Contents for Keeper<'_> {
    fn begin(&mut self, uid: u32) -> Result<(), Error> {
        self.begun = true;
        if let Some(deposit) = &mut self.deposit {
            let marks = self.marks.remove(&uid).unwrap_or_default();
            deposit.begin(&uid.to_string(), &marks).map_err(Error::Output)?;
        }
        Ok(())
    }

    fn octets(&mut self, octets: &[u8]) -> Result<(), Error> {
        self.done += octets.len() as u64;
        self.terminal.progress("fetching", self.done, self.total);
        match self.decoding.is_none() {
            true => self.put(octets),
            false => {
                let decoded = self.decoding.push(octets, false);
                self.put(&decoded)
            }
        }
    }

    fn end(&mut self, uid: u32, got: Got) -> Result<(), Error> {
        let exit = match got {
            Got::Octets(octets) if self.begun => {
                let rest = self.decoding.push(&[], true);
                self.put(&rest)?;
                self.decoding.tell(self.terminal);
                if let Some(deposit) = &mut self.deposit {
                    deposit.end().map_err(Error::Output)?;
                }
                if octets == 0 {
                    let text = format!("UID {uid}: not an octet came: it is empty, or there is no such part");
                    self.terminal.note(Weight::Warning, text);
                }
                self.whole.push((uid, octets));
                Exit::Ok
            }
            Got::Refused(refusal) => {
                let exit = refusal.exit();
                self.refused = Some(refusal);
                exit
            }
            Got::Nil => {
                self.terminal.note(Weight::Warning, format!("UID {uid}: the message has no such part"));
                Exit::NotFound
            }
            Got::Missing | Got::Octets(_) => {
                self.terminal.note(Weight::Warning, format!("UID {uid}: there is no such message"));
                Exit::NotFound
            }
        };
        self.begun = false;
        self.exits.push(exit);
        Ok(())
    }
}

/// The exit of several; of a refusal that befell all of them, its words.
pub fn outcome(keeper: Keeper<'_>, before: Vec<Exit>) -> Result<Exit, Failure> {
    let Keeper { exits, refused, .. } = keeper;
    match refused {
        Some(refusal) if exits.iter().all(|exit| *exit != Exit::Ok) => Err(Failure::new(refusal.exit(), refusal)),
        _ => Ok(Exit::of_all(before.into_iter().chain(exits))),
    }
}
