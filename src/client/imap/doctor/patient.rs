//! Who is examined: the connection, the mailboxes that are for the examination alone, and what lies in them.

use std::time::Duration;

use super::super::{Contents, Error, Got, Imap, Letter, Way, ignore, open, protocol};
use super::Plan;
use super::answer::{Answer, ask};
use super::flags::words;
use crate::client::Limits;
use crate::proto::imap::response::data::List;
use crate::proto::imap::{Names, Request, SequenceSet, Verb};

/// The most messages of somebody else's mailbox that are looked at.
const MOST: u32 = 20;
/// The most octets of a message that are kept.
const MOST_OCTETS: usize = 2 << 20;
/// How long each step of tidying up may take.
const TIDYING: Duration = Duration::from_secs(10);
/// When the first letter is said to have been received.
pub(super) const LONG_AGO: &str = "03-Feb-2001 04:05:06 +0000";

/// The server, as the checks meet it.
pub(super) struct Patient {
    way: Way,
    /// The connection.
    pub imap: Imap,
    offered: Vec<String>,
    /// The mailbox that is looked into.
    pub mailbox: String,
    /// Where copies go; `None`: nothing may be written.
    pub other: Option<String>,
    /// Mailboxes that were made.
    made: Vec<String>,
    /// What the letters are told apart by.
    token: String,
    /// The letters as they were appended.
    pub letters: Vec<String>,
    uids: Vec<u32>,
}

impl Patient {
    /// The connection, and what the server promises.
    pub async fn admit(way: Way, plan: &Plan) -> Result<Patient, Error> {
        let mut imap = open(&way).await?;
        let mut offered = imap.capabilities().await?.to_vec();
        if imap.initial_response.is_some() {
            offered.push("SASL-IR".to_owned());
        }
        let mailbox = plan.read_only.clone().unwrap_or_else(|| format!("mailtool-doctor-{}", plan.token));
        let (made, letters, uids) = (Vec::new(), Vec::new(), Vec::new());
        let token = plan.token.clone();
        Ok(Patient { way, imap, offered, mailbox, other: None, made, token, letters, uids })
    }

    /// The mailboxes, and what lies in them.
    pub async fn prepare(&mut self, plan: &Plan) -> Result<(), Error> {
        self.believe_nothing();
        if plan.read_only.is_none() {
            self.make().await?;
        }
        self.select().await?;
        let exists = self.imap.exists();
        self.uids = match exists {
            0 => Vec::new(),
            _ => {
                let range = SequenceSet::onwards(exists.saturating_sub(MOST - 1).max(1));
                self.ask(Request::new(Verb::Fetch).set(&range).word("(UID)")).await?.uids()
            }
        };
        Ok(())
    }

    /// Two mailboxes with three letters in the first.
    async fn make(&mut self) -> Result<(), Error> {
        let name = self.mailbox.clone();
        self.mailbox = match self.create(&name).await {
            // Some servers keep all that is ours below INBOX.
            Err(Error::Refused(refusal)) if refusal.to.is_some() => {
                let answer = self.ask(Request::new(Verb::List).word("\"\" \"\"")).await?;
                let delimiter = answer.lists().find_map(|list| list.delimiter).map_or('/', char::from);
                let below = format!("INBOX{delimiter}{name}");
                self.create(&below).await.map_err(|_| Error::Refused(refusal))?;
                below
            }
            created => created.map(|()| name)?,
        };
        let other = format!("{}-2", self.mailbox);
        self.create(&other).await?;
        self.other = Some(other);
        self.letters = letters(&self.token);
        for (n, letter) in self.letters.clone().into_iter().enumerate() {
            self.append(&letter, &[], (n == 0).then_some(LONG_AGO)).await?;
        }
        Ok(())
    }

    /// One that breaks off may have come into being all the same.
    async fn create(&mut self, name: &str) -> Result<(), Error> {
        let names = self.imap.names();
        let created = self.imap.run(&Request::new(Verb::Create).mailbox(name, names), &mut ignore).await;
        if !matches!(created, Err(Error::Refused(_))) {
            self.made.push(name.to_owned());
        }
        created.map(|_| ())
    }

    /// A connection that works, with the mailbox open.
    pub async fn begin(&mut self) -> Result<(), Error> {
        self.believe_nothing();
        if self.imap.is_usable() && self.select().await.is_ok() {
            return Ok(());
        }
        self.imap = self.another().await?;
        self.believe_nothing();
        self.select().await
    }

    async fn select(&mut self) -> Result<(), Error> {
        self.imap.select(&self.mailbox, self.other.is_some()).await.map(|_| ())
    }

    /// Opens the other mailbox, if there is one: STATUS is for those that are not open.
    pub async fn look_away(&mut self) -> Result<(), Error> {
        if let Some(other) = self.other.clone() {
            self.imap.select(&other, false).await?;
        }
        Ok(())
    }

    /// What the server promises decides nothing of how it is spoken with.
    fn believe_nothing(&mut self) {
        self.imap.offered = Some(Vec::new());
    }

    /// Whether the connection lives.
    pub async fn pulse(&mut self) -> Result<(), Error> {
        if !self.imap.is_usable() {
            return Ok(());
        }
        self.imap.run(&Request::new(Verb::Noop), &mut ignore).await.map(|_| ())
    }

    /// Nothing is gone on with once the user has ended it.
    pub fn go_on(&self, error: Error) -> Result<String, Error> {
        if self.way.server.is_over() { Err(error) } else { Ok(error.to_string()) }
    }

    /// Deletes what was made, by a connection that nobody has broken and nobody ends; the names of what is left.
    pub async fn discharge(self) -> Vec<String> {
        let Patient { mut way, imap, made, .. } = self;
        imap.leave().await;
        if made.is_empty() {
            return made;
        }
        (way.server.dial.stop, way.server.dial.deadline, way.server.limits) = (None, None, Limits::each(TIDYING));
        let Ok(mut imap) = open(&way).await else { return made };
        let mut left = Vec::new();
        for name in made {
            if !delete(&mut imap, &name).await.unwrap_or(false) {
                left.push(name);
            }
        }
        imap.leave().await;
        left
    }

    /// One more connection, logged in.
    pub async fn another(&self) -> Result<Imap, Error> {
        let mut imap = open(&self.way).await?;
        imap.offered = Some(Vec::new());
        Ok(imap)
    }

    /// Any of these is promised; nothing is by everybody.
    pub fn offers(&self, words: &[&str]) -> bool {
        // APPENDLIMIT comes with a number.
        let same = |known: &str, word: &str| {
            known.strip_prefix(word).is_some_and(|rest| rest.is_empty() || rest.starts_with('='))
        };
        words.is_empty() || self.offered.iter().any(|known| words.iter().any(|word| same(known, word)))
    }

    /// What the server promises.
    pub fn offered(&self) -> &[String] {
        &self.offered
    }

    /// How long one step may take.
    pub fn patience(&self) -> Duration {
        self.way.server.limits.command
    }

    /// The UIDs of the letters, or of messages that are there, ascending.
    pub fn messages(&self) -> &[u32] {
        &self.uids
    }

    /// The same as a set.
    pub fn set(&self) -> SequenceSet {
        SequenceSet::from_numbers(self.uids.iter().copied())
    }

    /// The UIDs of the letters with these numbers, from 0 on; `None`: these are not our letters.
    pub fn of_letters(&self, numbers: &[usize]) -> Option<Vec<u32>> {
        let uid = |number: &usize| self.uids.get(*number).copied();
        numbers.iter().map(uid).collect::<Option<_>>().filter(|_| !self.letters.is_empty())
    }

    /// How names are written.
    pub fn names(&self) -> Names {
        self.imap.names()
    }

    /// Says a command and keeps what comes.
    pub async fn ask(&mut self, request: Request) -> Result<Answer, Error> {
        ask(&mut self.imap, request).await
    }

    /// Puts one more letter into the mailbox, with leave for its literal, and says its UID.
    pub async fn put(&mut self, subject: &str, flags: &[&str]) -> Result<u32, Error> {
        let text = letter(subject, &self.token, "hola\r\n");
        self.append(&text, flags, None).await?;
        self.last().await
    }

    /// Appends to the mailbox.
    pub async fn append(&mut self, text: &str, flags: &[&str], date: Option<&str>) -> Result<(), Error> {
        let flags: Vec<String> = flags.iter().map(|flag| (*flag).to_owned()).collect();
        let letter = Letter { flags: &flags, date, octets: text.len() as u64, binary: false };
        let mailbox = self.mailbox.clone();
        self.imap.append(&mailbox, &[letter], &mut text.as_bytes()).await.map(|_| ())
    }

    /// The UID of the last message.
    pub async fn last(&mut self) -> Result<u32, Error> {
        self.imap.run(&Request::new(Verb::Noop), &mut ignore).await?;
        let answer = self.ask(Request::new(Verb::Fetch).word("* (UID)")).await?;
        let missing = || protocol("FETCH * does not tell a UID".to_owned(), "RFC 9051 §6.4.5").into();
        answer.uids().last().copied().ok_or_else(missing)
    }

    /// The UIDs in the mailbox that is selected.
    pub async fn present(&mut self) -> Result<Vec<u32>, Error> {
        self.imap.run(&Request::new(Verb::Noop), &mut ignore).await?;
        match self.imap.exists() {
            0 => Ok(Vec::new()),
            _ => Ok(self.ask(Request::new(Verb::Fetch).word("1:* (UID)")).await?.uids()),
        }
    }

    /// The octets of one item of a message: `BODY.PEEK[]`; `None`: there are none.
    pub async fn octets(&mut self, uid: u32, item: &str) -> Result<Option<Vec<u8>>, Error> {
        let mut kept = Kept::default();
        self.imap.contents(&[uid], item, &mut kept).await?;
        match kept.got {
            Some(Got::Refused(refusal)) => Err(Error::Refused(refusal)),
            Some(Got::Octets(_)) => Ok(Some(kept.octets)),
            _ => Ok(None),
        }
    }

    /// The flags of a message.
    pub async fn flags(&mut self, uid: u32) -> Result<Vec<String>, Error> {
        let answer = self.ask(Request::uid(Verb::Fetch).word(uid).word("(UID FLAGS)")).await?;
        Ok(answer.fetched().filter(|fetch| fetch.uid() == Some(uid)).last().map(words).unwrap_or_default())
    }

    /// One more letter.
    pub fn letter(&self, subject: &str) -> String {
        letter(subject, &self.token, "hola\r\n")
    }
}

/// Deletes a mailbox, and looks whether it is gone.
async fn delete(imap: &mut Imap, name: &str) -> Result<bool, Error> {
    let names = imap.names();
    imap.run(&Request::new(Verb::Delete).mailbox(name, names), &mut ignore).await?;
    let answer = ask(imap, Request::new(Verb::List).word("\"\"").mailbox(name, names)).await?;
    let gone = |list: &List| list.attributes.iter().any(|known| known.eq_ignore_ascii_case(b"\\NonExistent"));
    Ok(answer.lists().all(gone))
}

/// Keeps octets: those of a message that is known to be small.
#[derive(Default)]
struct Kept {
    octets: Vec<u8>,
    got: Option<Got>,
}

impl Contents for Kept {
    fn begin(&mut self, _: u32) -> Result<(), Error> {
        self.octets.clear();
        Ok(())
    }

    fn octets(&mut self, octets: &[u8]) -> Result<(), Error> {
        let room = MOST_OCTETS.saturating_sub(self.octets.len()).min(octets.len());
        self.octets.extend_from_slice(octets.get(..room).unwrap_or_default());
        Ok(())
    }

    fn end(&mut self, _: u32, got: Got) -> Result<(), Error> {
        self.got = Some(got);
        Ok(())
    }
}

/// What the checks find: by subject, thread, date, part and size.
fn letters(token: &str) -> Vec<String> {
    let answer = format!(
        "References: <zeta.{token}@mailtool.invalid>\r\nMIME-Version: 1.0\r\nContent-Type: text/plain\r\n\
         Content-Transfer-Encoding: base64"
    );
    let adios = letter("=?utf-8?q?adi=C3=B3s?=", token, &format!("{BASE64}\r\n"));
    let line = "a7 OK forged: the octets of a letter are nobody's answer\r\n.\r\n* 7 EXISTS\r\n";
    vec![
        letter("zeta", token, "uno\r\n"),
        adios.replacen("\r\n\r\n", &format!("\r\n{answer}\r\n\r\n"), 1),
        letter("alpha", token, &line.repeat(80)),
    ]
}

/// The text of the second letter, and what it says.
const BASE64: &str = "aGVsbG8gd29ybGQ=";
/// The same, decoded.
pub(super) const DECODED: &[u8] = b"hello world";

fn letter(subject: &str, token: &str, text: &str) -> String {
    let id = subject.trim_matches(|c: char| !c.is_ascii_alphanumeric()).replace('?', ".");
    format!(
        "From: mailtool doctor <doctor@mailtool.invalid>\r\nTo: doctor@mailtool.invalid\r\nSubject: {subject}\r\n\
         Date: Sat, 03 Feb 2001 04:05:06 +0000\r\nMessage-ID: <{id}.{token}@mailtool.invalid>\r\n\r\n{text}"
    )
}
