//! Line for line, whatever is spoken: what is said, what answers it, and what that lets be done.

use std::collections::VecDeque;
use std::ops::ControlFlow;
use std::pin::pin;
use std::time::Duration;

use bytes::Bytes;

use super::literal::Literal;
use super::tongue::{Act, Heard, Message, Next, Offer, Tongue, Upload, Wait};
use super::{Ask, End, FOREVER, Speaker, Way};
use crate::client::{Error, greeting};
use crate::net::tls::TlsError;
use crate::net::{self, Outgoing, Session};
use crate::proto::Turn;
use crate::transcript::Weight;

/// A conversation under way.
pub(super) struct Talk<'a, S, T: Tongue> {
    pub(super) way: &'a Way,
    pub(super) speaker: &'a mut S,
    pub(super) tongue: T,
    pub(super) kept: Kept<T>,
    cut: bool,
    /// What stood behind the end of a chunk or a literal in the same line.
    rest: Option<Vec<u8>>,
    /// What the speaker was told that the server offers.
    offered: Option<Offer>,
}

/// What the server said and what is thought of later.
pub(super) struct Kept<T: Tongue> {
    /// The first refusal.
    refusal: Option<T::Refusal>,
    /// An answer that came before what it answers was whole.
    early: Option<Turn<Message<T>>>,
}

/// An answer: leave to go on, with its text, or the end, with what was refused and what comes next.
pub(super) type Answered<T> = ControlFlow<(Option<<T as Tongue>::Refusal>, Next), Bytes>;

/// The connection.
pub(super) type Wire<T> = Session<<T as Tongue>::Dialogue>;

/// What a wait of the speaker came to.
pub(super) enum Waited<W> {
    Got(W),
    Next(Next),
}

impl<'a, S: Speaker, T: Tongue> Talk<'a, S, T> {
    pub(super) fn new(way: &'a Way, speaker: &'a mut S, tongue: T) -> Self {
        let kept = Kept { refusal: None, early: None };
        Talk { way, speaker, tongue, kept, cut: false, rest: None, offered: None }
    }

    /// How it ended.
    pub(super) fn end(self) -> End<T::Refusal> {
        End { refusal: self.kept.refusal, cut: self.cut }
    }

    pub(super) async fn greeting(&mut self, session: &mut Wire<T>) -> Result<Next, Error<T::Refusal>> {
        self.speaker.seen(true);
        let turn = greeting::wait(session, self.way.limits.greeting).await?;
        match self.hear(session, &turn)? {
            Heard::Over(refusal, next) => self.over(refusal, next),
            _ => Ok(Next::On),
        }
    }

    /// One line, and the answer to it.
    pub(super) async fn step(&mut self, session: &mut Wire<T>) -> Result<Next, Error<T::Refusal>> {
        let line = match self.rest.take() {
            Some(rest) => Some(rest),
            None => match self.line(session).await? {
                Waited::Got(line) => line,
                Waited::Next(next) => return Ok(next),
            },
        };
        let acts = match line {
            Some(line) => self.tongue.said(line, &self.way.limits),
            None => self.tongue.ended(&self.way.limits),
        };
        self.perform(session, acts).await
    }

    /// The next line; the server may speak meanwhile.
    async fn line(&mut self, session: &mut Wire<T>) -> Result<Waited<Option<Vec<u8>>>, Error<T::Refusal>> {
        let tls = session.tls();
        let asked = self.tongue.asked();
        let ask = Ask { asked, tls: tls.is_some(), insecure: tls.is_some_and(|tls| tls.insecure) };
        let mut line = pin!(self.speaker.line(ask));
        loop {
            tokio::select! {
                biased;
                turn = session.turn("the next line", FOREVER) => {
                    if let Some(next) = aside(&mut self.tongue, turn?, self.way.script, &mut self.kept)? {
                        return Ok(Waited::Next(next));
                    }
                }
                line = &mut line => return line.map(Waited::Got).map_err(Error::Local),
            }
        }
    }

    /// Does what is to be done about a line, as far as the server lets it be done.
    async fn perform(&mut self, session: &mut Wire<T>, acts: Vec<Act>) -> Result<Next, Error<T::Refusal>> {
        let mut acts = VecDeque::from(acts);
        let Some(mut files) = self.open(session, &acts)? else { return Ok(Next::On) };
        while let Some(act) = acts.pop_front() {
            match act {
                Act::Say(octets) => self.say(session, octets).await?,
                Act::Show(octets) => self.show(session, octets).await?,
                Act::Upload(head, upload) => {
                    let literal = match upload {
                        Upload::File(_) => files.pop_front(),
                        Upload::Typed(literal) => Some(literal),
                    };
                    let Some(literal) = literal else { return Ok(Next::On) };
                    if let Some(next) = self.upload(session, head, &literal).await? {
                        return Ok(next);
                    }
                }
                Act::Wait(wait) => match self.answer(session, &wait).await? {
                    ControlFlow::Break((refusal, next)) => return self.over(refusal, next),
                    ControlFlow::Continue(_) => {}
                },
                Act::LogIn(wanted, _) if self.speaker.has_account() => return self.log_in(session, wanted).await,
                Act::LogIn(_, otherwise) => acts = otherwise.into(),
                Act::Note(weight, text) => session.note(weight, text),
                Act::Refuse(text) if self.way.script => return Err(Error::Argument(text)),
                Act::Refuse(text) => session.note(Weight::Warning, text),
                Act::Again(line) => self.rest = Some(line),
                Act::Cut => self.cut = true,
                Act::Then(next) => return Ok(next),
            }
        }
        Ok(Next::On)
    }

    /// The files that will be needed: nothing is begun without them.
    fn open(
        &mut self,
        session: &Wire<T>,
        acts: &VecDeque<Act>,
    ) -> Result<Option<VecDeque<Literal>>, Error<T::Refusal>> {
        let mut files = VecDeque::new();
        for act in acts {
            let Act::Upload(_, Upload::File(path)) = act else { continue };
            match self.speaker.open(path).map_err(Error::Local)? {
                Some(literal) => files.push_back(literal),
                None => return Ok(None),
            }
            if let Some(literal) = files.back() {
                session.note(Weight::Info, format!("the {} octets of {path}", literal.octets()));
            }
        }
        Ok(Some(files))
    }

    /// Says what stands before a literal and, with leave, its octets. `Some`: it must not go on.
    async fn upload(
        &mut self,
        session: &mut Wire<T>,
        mut head: Vec<u8>,
        literal: &Literal,
    ) -> Result<Option<Next>, Error<T::Refusal>> {
        head.extend_from_slice(format!("{{{}}}\r\n", literal.octets()).as_bytes());
        self.show(session, head).await?;
        let what = "leave to go on".to_owned();
        let wait = Wait { what, limit: self.way.limits.command, last: false };
        if let ControlFlow::Break((refusal, next)) = self.answer(session, &wait).await? {
            return self.over(refusal, next).map(Some);
        }
        self.speaker.seen(false);
        for block in literal.blocks() {
            self.say(session, block.map_err(Error::Local)?).await?;
        }
        self.speaker.seen(true);
        Ok(None)
    }

    /// Waits for the answer, or for leave to go on.
    pub(super) async fn answer(
        &mut self,
        session: &mut Wire<T>,
        wait: &Wait,
    ) -> Result<Answered<T>, Error<T::Refusal>> {
        loop {
            let turn = match self.kept.early.take() {
                Some(turn) => turn,
                None => match session.turn(&wait.what, wait.limit).await {
                    Err(error @ net::Error::Closed { .. }) if wait.last => {
                        session.note(Weight::Amiss, error.to_string());
                        return Ok(ControlFlow::Break((None, Next::Gone)));
                    }
                    turn => turn?,
                },
            };
            let heard = self.hear(session, &turn)?;
            self.learn();
            match heard {
                Heard::Aside | Heard::Early => {}
                Heard::Continue(text) => return Ok(ControlFlow::Continue(text)),
                Heard::Over(refusal, next) => return Ok(ControlFlow::Break((refusal, next))),
            }
        }
    }

    /// What breaks the protocol ends a script; to a person, who reads it, it is an answer like any other.
    fn hear(&mut self, session: &Wire<T>, turn: &Turn<Message<T>>) -> Result<Heard<T::Refusal>, Error<T::Refusal>> {
        match self.tongue.heard(turn) {
            Err(error) if !self.way.script => {
                session.note(Weight::Warning, error.to_string());
                Ok(Heard::Over(None, Next::On))
            }
            heard => Ok(heard?),
        }
    }

    /// The first refusal counts.
    pub(super) fn over(&mut self, refusal: Option<T::Refusal>, next: Next) -> Result<Next, Error<T::Refusal>> {
        if let Some(refusal) = refusal {
            self.kept.refusal.get_or_insert(refusal);
        }
        match next {
            Next::NoTls(text) if self.way.security.starttls => Err(net::Error::Tls(TlsError::Refused(text)).into()),
            Next::NoTls(_) => Ok(Next::On),
            next => Ok(next),
        }
    }

    /// What the server offers is known to the speaker too.
    fn learn(&mut self) {
        let offer = self.tongue.offer();
        if offer != self.offered {
            self.speaker.offered(offer.as_ref());
            self.offered = offer;
        }
    }

    async fn say(&mut self, session: &mut Wire<T>, octets: Vec<u8>) -> Result<(), Error<T::Refusal>> {
        Ok(session.send(Outgoing { octets, secret: Vec::new() }, self.way.limits.block).await?)
    }

    /// It was not typed so, or typed unseen: the transcript shows it, with its mask.
    async fn show(&mut self, session: &mut Wire<T>, octets: Vec<u8>) -> Result<(), Error<T::Refusal>> {
        self.speaker.seen(false);
        let said = self.say(session, octets).await;
        self.speaker.seen(true);
        said
    }

    /// The handshake behind the go-ahead.
    pub(super) async fn secure(&mut self, session: Wire<T>) -> Result<Wire<T>, Error<T::Refusal>> {
        let (security, limits) = (&self.way.security, &self.way.limits);
        let session = session.upgrade(&security.tls, &self.way.host, security.verified, limits.command).await?;
        session.note(Weight::Info, self.tongue.secured());
        self.learn();
        Ok(session)
    }

    /// Takes leave for the speaker, who did not.
    pub(super) async fn leave(&mut self, mut session: Wire<T>) -> Result<(), Error<T::Refusal>> {
        self.speaker.seen(false);
        let limit: Duration = self.way.limits.quit;
        let (octets, matters) = self.tongue.farewell();
        session.queue(Outgoing { octets, secret: Vec::new() });
        let answer = self.answer(&mut session, &Wait { what: "the farewell".to_owned(), limit, last: !matters }).await;
        match answer {
            Ok(ControlFlow::Break((refusal, _))) => drop(self.over(refusal.filter(|_| matters), Next::Gone)?),
            Err(error) if matters => return Err(error),
            _ => {}
        }
        session.close(limit).await;
        Ok(())
    }
}

/// The server spoke though nothing was asked. What a person sees needs no judgement of ours. `Some`: no line is waited
/// for any longer.
pub(super) fn aside<T: Tongue>(
    tongue: &mut T,
    turn: Turn<Message<T>>,
    script: bool,
    kept: &mut Kept<T>,
) -> Result<Option<Next>, net::Error> {
    match tongue.unasked(&turn) {
        Err(error) if script => Err(error),
        Ok(Heard::Early) => {
            kept.early = Some(turn);
            Ok(None)
        }
        Ok(Heard::Over(refusal, next)) => {
            kept.refusal = kept.refusal.take().or(refusal);
            Ok(Some(next).filter(|next| *next != Next::On))
        }
        _ => Ok(None),
    }
}
