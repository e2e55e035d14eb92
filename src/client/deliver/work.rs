//! Letters over one connection after the other, until all have their end or no connection gets anything done.

use std::iter::Peekable;
use std::time::Instant;

use super::leave::Leave;
use super::letter::Letter;
use super::outcome::{Outcome, Peer, Verdict};
use super::transaction::{Carried, Transport};
use super::{Broken, Observer, Way, connect};

/// How many connections in a row may get nothing done before the letters that are left are given up.
const MAX_FRUITLESS: usize = 2;

/// Letters, and where one is in carrying them.
pub(super) struct Work<'a, I: Iterator<Item = Letter>> {
    way: &'a Way,
    letters: &'a mut Peekable<I>,
    /// A letter that an ending connection did not even begin, or for whom there was no room in a transaction.
    again: Option<Letter>,
    /// The next letter was not waited for yet, if it is to be ([`Way::pace`]).
    fresh: bool,
    /// No letter's envelope goes with the end of the last.
    one_by_one: bool,
    /// When the letter began.
    started: Instant,
}

/// Why no more connections are made.
pub(super) struct Failed {
    /// The letter that was to go next.
    pub left: Option<Letter>,
    pub verdict: Verdict,
    pub peer: Peer,
    pub started: Instant,
}

/// How a connection ended.
enum End {
    /// There are no more letters.
    All,
    /// It carries no more.
    Full,
    /// It broke.
    Broken(Box<Broken>),
    /// It broke before a letter was begun.
    Again,
    /// It is to end early, as was wished.
    Left(Leave),
}

impl<'a, I: Iterator<Item = Letter>> Work<'a, I> {
    /// `ahead`: the next letter's envelope may go with the end of the last.
    pub fn new(way: &'a Way, letters: &'a mut Peekable<I>, ahead: bool) -> Self {
        let one_by_one = !ahead || way.pace.is_some();
        Work { way, letters, again: None, fresh: false, one_by_one, started: Instant::now() }
    }

    /// Carries them all, over the connection that is `ready` first.
    pub async fn all(mut self, mut ready: Option<Transport>, observer: &mut dyn Observer) -> Result<(), Box<Failed>> {
        let mut fruitless = 0;
        loop {
            self.again = self.next();
            if self.again.is_none() {
                return leave(ready).await;
            }
            // No connection idles until its letter's turn.
            if ready.is_none() && std::mem::take(&mut self.fresh) {
                self.way.turn().await;
            }
            if self.way.pace.is_some() && self.way.is_over() {
                leave(ready.take()).await?;
                let peer = Peer::unreached(&self.way.server.host);
                return Err(self.failed(Verdict::unbegun(), peer));
            }
            self.started = Instant::now();
            let mut transport = match connection(self.way, ready.take()).await {
                Ok(transport) => transport,
                Err((verdict, peer)) => return Err(self.failed(verdict, peer)),
            };
            let (done, end) = self.over(&mut transport, observer).await;
            let broken = match end {
                End::All => return leave(Some(transport)).await,
                End::Full => {
                    transport.quit().await;
                    fruitless = 0;
                    continue;
                }
                End::Left(leave) => {
                    transport.leave(leave, self.way).await;
                    fruitless = 0;
                    continue;
                }
                End::Broken(broken) => Some(broken),
                End::Again => None,
            };
            self.one_by_one |= transport.is_ahead();
            fruitless = if done == 0 { fruitless + 1 } else { 0 };
            if let Some(broken) = broken.filter(|broken| done == 0 && (!broken.decided || fruitless >= MAX_FRUITLESS)) {
                let text = format!("not tried, since a letter before it failed: {}", broken.verdict.text);
                return Err(self.failed(Verdict { text, reply: None, ..broken.verdict }, broken.peer));
            }
        }
    }

    /// Carries letters over one connection: how many, and how it ended.
    async fn over(&mut self, transport: &mut Transport, observer: &mut dyn Observer) -> (usize, End) {
        let (mut done, mut room) = (0, transport.room());
        loop {
            if done >= room.mails() {
                return (done, End::Full);
            }
            let Some(letter) = self.next() else { return (done, End::All) };
            if std::mem::take(&mut self.fresh) && self.way.turn().await {
                self.started = Instant::now();
                if self.way.is_over() {
                    self.again = Some(letter);
                    return (done, End::Full);
                }
            }
            let (letter, rest) = room.split(letter);
            self.again = rest;
            let alone = self.one_by_one || done + 1 >= room.mails() || self.again.is_some();
            let next = if alone { None } else { self.letters.peek().filter(|next| room.takes(next)) };
            match transport.carry(self.way, &letter, next, done > 0, self.started, observer).await {
                Carried::Done => done += 1,
                Carried::Broken(broken) => return (done, End::Broken(broken)),
                Carried::Rest(rest) => {
                    done += 1;
                    room.learn(letter.recipients.len() - rest.recipients.len());
                    self.again = Some(joined(*rest, self.again.take()));
                }
                Carried::Again => {
                    self.again = Some(joined(letter, self.again.take()));
                    return (done, End::Again);
                }
                Carried::Left(leave) => return (done, End::Left(leave)),
            }
            self.started = Instant::now();
        }
    }

    fn next(&mut self) -> Option<Letter> {
        self.again.take().or_else(|| {
            self.fresh = true;
            self.letters.next()
        })
    }

    fn failed(self, verdict: Verdict, peer: Peer) -> Box<Failed> {
        Box::new(Failed { left: self.again, verdict, peer, started: self.started })
    }
}

impl Failed {
    /// The same verdict for whoever is left; one of a letter that is for nobody.
    pub fn give_up(self, letters: impl Iterator<Item = Letter>, observer: &mut dyn Observer) {
        for letter in self.left.into_iter().chain(letters) {
            let nobody = letter.recipients.is_empty().then_some(None);
            for recipient in letter.recipients.into_iter().map(Some).chain(nobody) {
                let (letter, verdict, peer) = (letter.number, self.verdict.clone(), self.peer.clone());
                observer.outcome(Outcome { letter, recipient, verdict, peer, elapsed: self.started.elapsed() });
            }
        }
    }
}

/// The same letter for both.
fn joined(letter: Letter, rest: Option<Letter>) -> Letter {
    let others = rest.into_iter().flat_map(|rest| rest.recipients);
    Letter { recipients: letter.recipients.iter().cloned().chain(others).collect(), ..letter }
}

/// The one that is there, or a new one.
async fn connection(way: &Way, ready: Option<Transport>) -> Result<Transport, (Verdict, Peer)> {
    match ready {
        Some(transport) => Ok(transport),
        // Boxed: what is within it is deep enough by itself.
        None => Box::pin(connect::open(way)).await,
    }
}

/// There is nothing more to do.
async fn leave(transport: Option<Transport>) -> Result<(), Box<Failed>> {
    if let Some(transport) = transport {
        transport.quit().await;
    }
    Ok(())
}
