//! One mail transaction after the other over one connection (RFC 5321 §3.3, RFC 2920, RFC 3030).

mod content;

use std::time::{Duration, Instant};

use self::content::Progress;
use super::envelope::Envelope;
use super::habits::{self, Utf8};
use super::leave::{Leave, Phase};
use super::letter::{Letter, Offer, Prepared};
use super::outcome::{Outcome, Peer, Verdict};
use super::room::Room;
use super::{Broken, Observer, Way};
use crate::base::Exit;
use crate::client::{Error, Refusal, Smtp};
use crate::net::{self, Outgoing};
use crate::proto::smtp::extensions::attribute::{self, Attribute};
use crate::proto::smtp::extensions::{BINARYMIME, CHUNKING, Limits, PIPELINING, XFORWARD};
use crate::proto::smtp::{Awaited, Command, Reply, Verb};
use crate::transcript::Weight;

/// How many recipients go in one group of a pipeline: their answers fit into any buffer.
const GROUP: usize = 500;
/// The longest wait for an answer that changes nothing.
const REST: Duration = Duration::from_secs(10);

/// A connection that is ready for messages.
pub(super) struct Transport {
    smtp: Smtp,
    peer: Peer,
    offer: Offer,
    envelope: Envelope,
    room: Room,
    leave: Option<Leave>,
    /// The letter ended where it was wished.
    left: bool,
    pipelining: bool,
    chunking: bool,
    /// The next letter's envelope may go with the end of a message.
    reads_ahead: bool,
    /// The next letter's envelope is on its way already.
    ahead: Option<Prepared>,
    /// How many envelopes were begun, the last of them perhaps ahead of its letter.
    envelopes: u32,
    /// The last transaction was left open: RSET comes before the next.
    reset: bool,
    /// Some of the message is on its way.
    begun: bool,
    /// All of it is, and its answer is not there.
    committed: bool,
    /// The server may say more than it was asked.
    patient: bool,
}

/// How a letter went, as far as the connection is concerned.
pub(super) enum Carried {
    /// The connection is good for the next one.
    Done,
    /// It is not.
    Broken(Box<Broken>),
    /// It is not, and the letter was not begun: it can be tried over another one.
    Again,
    /// The dialogue is to end here, as was wished.
    Left(Leave),
    /// It is, and the letter is to go once more, for those for whom there was no room in the transaction.
    Rest(Box<Letter>),
}

impl Transport {
    pub fn new(smtp: Smtp, mut peer: Peer, way: &Way) -> Transport {
        peer.told = None;
        let habits = way.habits;
        let offered = smtp.capabilities();
        // What is to end behind one command must not have said the next.
        let pipelining = habits.pipelining && offered.has(&PIPELINING) && way.leave.is_none();
        let chunking = habits.chunking && offered.has(&CHUNKING) && way.leave.is_none();
        let reads_ahead = pipelining && habits::reads_ahead(smtp.greeting());
        let room = Room::new(Limits::of(offered), way.per_connection);
        let mut offer = Offer::new(offered, habits.smtputf8 != Utf8::Never);
        offer.size = way.wishes.force.size(offered);
        offer.utf8_wanted = habits.smtputf8 == Utf8::Force;
        offer.binary = habits.binary && chunking && offered.has(&BINARYMIME);
        let envelope = Envelope::new(offered.clone(), way.wishes.clone());
        Transport {
            smtp,
            peer,
            offer,
            envelope,
            room,
            leave: way.leave,
            left: false,
            pipelining,
            chunking,
            reads_ahead,
            ahead: None,
            envelopes: 0,
            reset: false,
            begun: false,
            committed: false,
            patient: false,
        }
    }

    /// Whether the envelope of a letter that was not carried yet is on its way.
    pub fn is_ahead(&self) -> bool {
        self.ahead.is_some()
    }

    pub async fn quit(self) {
        match self.patient {
            true => self.smtp.quit_patiently().await,
            false => self.smtp.quit().await,
        }
    }

    /// The conversation itself.
    pub fn smtp(&mut self) -> &mut Smtp {
        &mut self.smtp
    }

    /// Ends the dialogue early.
    pub async fn leave(self, leave: Leave, way: &Way) {
        leave.end(self.smtp, way).await;
    }

    /// Notes that the dialogue ends here, if it is to end behind this.
    fn leaves(&mut self, behind: Phase) -> bool {
        self.left = self.leave.is_some_and(|leave| leave.behind == behind);
        self.left
    }

    /// What the server takes at once.
    pub fn room(&self) -> Room {
        self.room
    }

    /// Carries one letter through; each recipient's outcome is told. `next` may get its envelope sent along. `again`:
    /// if the connection turns out to be at its end before the letter is begun, nothing is told.
    pub async fn carry(
        &mut self,
        way: &Way,
        letter: &Letter,
        next: Option<&Letter>,
        again: bool,
        started: Instant,
        observer: &mut dyn Observer,
    ) -> Carried {
        let mut fates: Vec<Option<Verdict>> = vec![None; letter.recipients.len()];
        (self.begun, self.committed, self.left) = (false, false, false);
        self.peer.told = None;
        let result = self.transaction(way, letter, next, &mut fates, observer).await;
        if let Err(error) = &result {
            way.server.tell(self.smtp.session().id(), error);
        }
        if again && !self.begun && result.as_ref().is_err_and(is_end) {
            return Carried::Again;
        }
        let verdict = match &result {
            Ok(verdict) => verdict.clone(),
            Err(error) if self.committed && !matches!(error, Error::Refused(_)) => Verdict::uncertain(error),
            Err(error) => Verdict::of_error(error),
        };
        let (peer, elapsed) = (&self.peer, started.elapsed());
        let mut rest = Vec::new();
        // Where there was room for nobody there will be none in a further transaction.
        let none = fates.iter().all(|fate| fate.as_ref().is_some_and(Verdict::is_overflow));
        for (recipient, fate) in letter.recipients.iter().zip(fates) {
            if verdict.exit == Exit::Ok && !none && !self.left && fate.as_ref().is_some_and(Verdict::is_overflow) {
                rest.push(recipient.clone());
                continue;
            }
            let verdict = fate.unwrap_or_else(|| verdict.clone());
            let (letter, recipient) = (letter.number, Some(recipient.clone()));
            observer.outcome(Outcome { letter, recipient, verdict, peer: peer.clone(), elapsed });
        }
        match result {
            Ok(_) if self.left => self.leave.map_or(Carried::Done, Carried::Left),
            Ok(_) if !rest.is_empty() => Carried::Rest(Box::new(letter.to(rest))),
            Ok(_) => Carried::Done,
            Err(error) => {
                let decided = match &error {
                    Error::Refused(Refusal { reply, .. }) => reply.code != 421,
                    error => self.committed || matches!(error, Error::Local(_) | Error::Unwritten(_)),
                };
                let peer = Peer { told: None, ..self.peer.clone() };
                Carried::Broken(Box::new(Broken { verdict: Verdict::of_error(&error), peer, decided }))
            }
        }
    }

    /// The verdict on every recipient that has none of its own in `fates`. An error: the connection is no more.
    async fn transaction(
        &mut self,
        way: &Way,
        letter: &Letter,
        next: Option<&Letter>,
        fates: &mut [Option<Verdict>],
        observer: &mut dyn Observer,
    ) -> Result<Verdict, Error> {
        let prepared = match self.ahead.take() {
            Some(prepared) => prepared,
            None => match self.begin(way, letter).await? {
                Ok(prepared) => prepared,
                Err(verdict) => return Ok(verdict),
            },
        };
        self.peer.told = Some((self.smtp.session().id(), self.envelopes));
        for (section, encoding) in &prepared.encoded {
            let text = format!("part {section} is sent as {}: the server does not carry it as it is", encoding.name());
            way.server.note(self.smtp.session().id(), Weight::Info, text);
        }
        let mail = self.reply(Verb::Mail).await?;
        if !mail.is_positive() {
            return self.refused(letter, mail).await;
        }
        if self.leaves(Phase::Mail) {
            return Ok(Verdict::stopped(Phase::Mail, Some(mail)));
        }
        self.recipients(letter, prepared.smtputf8, fates).await?;
        if self.leaves(Phase::Rcpt) {
            return Ok(Verdict::stopped(Phase::Rcpt, None));
        }
        let next = self.next_along(way, letter, next, fates);
        let mut progress = Progress { observer, letter, done: 0, total: prepared.size };
        self.message(prepared, next, mail, fates, &mut progress).await
    }

    /// MAIL was refused, and with it the letter, whatever else is answered to its group. Some servers close behind it or
    /// say no more.
    async fn refused(&mut self, letter: &Letter, mail: Reply) -> Result<Verdict, Error> {
        let to = Awaited::Command(Verb::Mail);
        if self.pipelining && self.rest_of_group(letter).await.is_err() {
            return Err(Error::Refused(Refusal { to, reply: mail }));
        }
        Ok(Verdict::of_reply(to, mail))
    }

    /// Hears the answers to all that was said behind MAIL and leads nowhere.
    async fn rest_of_group(&mut self, letter: &Letter) -> Result<(), Error> {
        let limit = self.smtp.limits().command.min(REST);
        let said = letter.recipients.len().min(GROUP);
        for _ in 0..said {
            let reply = self.smtp.reply("RCPT", limit).await?;
            self.alive(Awaited::Command(Verb::Rcpt), reply)?;
        }
        if said < letter.recipients.len() || self.chunking {
            return Ok(());
        }
        let data = self.smtp.reply("DATA", limit).await?;
        match self.alive(Awaited::Command(Verb::Data), data)?.code {
            354 => self.nothing().await,
            _ => Ok(()),
        }
    }

    /// The next letter, if its envelope may go along with the end of this one.
    fn next_along<'a>(
        &self,
        way: &Way,
        letter: &Letter,
        next: Option<&'a Letter>,
        fates: &[Option<Verdict>],
    ) -> Option<&'a Letter> {
        let next = next.filter(|_| self.reads_ahead);
        // Whoever finds no room goes in a transaction of their own, before the next letter.
        let next = next.filter(|_| !fates.iter().flatten().any(Verdict::is_overflow));
        // Nor is anything said before it is certain how many answers there are, or where something else comes first.
        next.filter(|_| !self.envelope.asks_prdr(letter) && way.wishes.xforward.is_empty())
    }

    /// DATA or BDAT behind an envelope; `mail` is what MAIL was answered, for nobody.
    async fn message(
        &mut self,
        prepared: Prepared,
        next: Option<&Letter>,
        mail: Reply,
        fates: &mut [Option<Verdict>],
        progress: &mut Progress<'_>,
    ) -> Result<Verdict, Error> {
        let someone = fates.iter().any(Option::is_none);
        let nobody = Verdict::of_reply(Awaited::Command(Verb::Mail), mail);
        // Where DATA is not said yet it need not be.
        if !someone && (self.chunking || !self.pipelining) {
            self.reset = true;
            return Ok(nobody);
        }
        if self.chunking {
            return self.chunks(prepared, next, fates, progress).await;
        }
        if !self.pipelining {
            self.smtp.say(&Command::Data);
        }
        let data = self.smtp.reply("DATA", self.smtp.limits().data).await?;
        let data = self.alive(Awaited::Command(Verb::Data), data)?;
        match (data.code, someone) {
            (354, true) if self.leaves(Phase::Data) => Ok(Verdict::stopped(Phase::Data, Some(data))),
            (354, true) => self.data(prepared, next, fates, progress).await,
            (354, false) => self.nothing().await.map(|()| nobody),
            (_, true) => {
                self.reset = true;
                Ok(Verdict::of_reply(Awaited::Command(Verb::Data), data))
            }
            (_, false) => {
                self.reset = true;
                Ok(nobody)
            }
        }
    }

    /// Says the envelope, and before it what must come first. A verdict: the letter is not for this server.
    async fn begin(&mut self, way: &Way, letter: &Letter) -> Result<Result<Prepared, Verdict>, Error> {
        let prepared = match letter.prepare(&self.offer) {
            Ok(prepared) => prepared,
            Err(unfit) => return Ok(Err(Verdict::failed(Exit::Data, unfit.to_string()))),
        };
        self.start_over().await?;
        if let Some(refused) = self.forward(&way.wishes.xforward).await? {
            return Ok(Err(refused));
        }
        self.queue_envelope(letter, &prepared);
        Ok(Ok(prepared))
    }

    /// Says RSET if that is due.
    async fn start_over(&mut self) -> Result<(), Error> {
        if std::mem::take(&mut self.reset) {
            self.smtp.say(&Command::Rset);
            let reply = self.reply(Verb::Rset).await?;
            self.smtp.accepted(reply, Awaited::Command(Verb::Rset))?;
        }
        Ok(())
    }

    /// XFORWARD: says whose letter it was, which holds for one transaction. A verdict: the server does not hear of it.
    async fn forward(&mut self, attributes: &[Attribute]) -> Result<Option<Verdict>, Error> {
        for line in attribute::commands(&XFORWARD, attributes) {
            self.smtp.session().queue(Outgoing { octets: line.into_bytes(), secret: Vec::new() });
            let to = Awaited::Command(Verb::Other);
            let reply = self.smtp.reply(XFORWARD.keyword, self.smtp.limits().command).await?;
            let reply = self.alive(to, reply)?;
            if !reply.is_positive() {
                return Ok(Some(Verdict::of_reply(to, reply)));
            }
        }
        Ok(None)
    }

    /// MAIL, and with PIPELINING all that can go in the same group.
    fn queue_envelope(&mut self, letter: &Letter, prepared: &Prepared) {
        let way = [(&PIPELINING, self.pipelining), (&CHUNKING, self.chunking)];
        let way = way.into_iter().filter(|(_, used)| *used).map(|(extension, _)| extension);
        let force = self.envelope.force();
        way.chain(self.envelope.extensions(letter, prepared)).for_each(|used| force.uses(used, &mut self.smtp));
        force.sends(prepared.size, &mut self.smtp);
        let mut octets = Vec::new();
        self.envelopes += 1;
        self.envelope.mail(letter, prepared).encode(&mut octets);
        if self.pipelining {
            self.encode_group(letter, 0, prepared.smtputf8, &mut octets);
        }
        self.smtp.session().queue(Outgoing { octets, secret: Vec::new() });
    }

    /// The recipients from the `first` on that go in one group, and DATA behind the last of all.
    fn encode_group(&self, letter: &Letter, first: usize, smtputf8: bool, octets: &mut Vec<u8>) {
        for recipient in letter.recipients.iter().skip(first).take(GROUP) {
            self.envelope.rcpt(recipient, smtputf8).encode(octets);
        }
        if first + GROUP >= letter.recipients.len() && !self.chunking {
            Command::Data.encode(octets);
        }
    }

    async fn recipients(
        &mut self,
        letter: &Letter,
        smtputf8: bool,
        fates: &mut [Option<Verdict>],
    ) -> Result<(), Error> {
        let ends = self.leave.is_some_and(|leave| leave.behind == Phase::Rcpt);
        for (n, (recipient, fate)) in letter.recipients.iter().zip(fates).enumerate() {
            if !self.pipelining {
                self.smtp.say(&self.envelope.rcpt(recipient, smtputf8));
            } else if n > 0 && n.is_multiple_of(GROUP) {
                let mut octets = Vec::new();
                self.encode_group(letter, n, smtputf8, &mut octets);
                self.smtp.session().queue(Outgoing { octets, secret: Vec::new() });
            }
            let reply = self.reply(Verb::Rcpt).await?;
            if !reply.is_positive() {
                *fate = Some(Verdict::of_reply(Awaited::Command(Verb::Rcpt), reply));
            } else if ends {
                *fate = Some(Verdict::stopped(Phase::Rcpt, Some(reply)));
            }
        }
        Ok(())
    }

    /// The next letter's envelope goes in the group that ends this one (RFC 2920 §3.1).
    fn say_ahead(&mut self, next: Option<&Letter>) {
        let prepared = next.and_then(|letter| Some((letter, letter.prepare(&self.offer).ok()?)));
        if let Some((letter, prepared)) = prepared {
            self.queue_envelope(letter, &prepared);
            self.ahead = Some(prepared);
        }
    }

    async fn reply(&mut self, verb: Verb) -> Result<Reply, Error> {
        let reply = self.smtp.reply(verb.name(), self.smtp.limits().command).await?;
        self.alive(Awaited::Command(verb), reply)
    }

    /// 421 says that the server is closing the connection, whatever it answers (RFC 5321 §3.8).
    fn alive(&self, to: Awaited, reply: Reply) -> Result<Reply, Error> {
        if reply.code == 421 { Err(Error::Refused(Refusal { to, reply })) } else { Ok(reply) }
    }
}

/// The server ends the connection, for a reason that has nothing to do with the letter.
fn is_end(error: &Error) -> bool {
    match error {
        Error::Refused(Refusal { reply, .. }) => reply.code == 421,
        Error::Net(error) => matches!(error, net::Error::Closed { .. } | net::Error::Io(_)),
        _ => false,
    }
}
