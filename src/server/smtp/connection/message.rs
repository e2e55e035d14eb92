//! DATA and BDAT: the message comes in, and the client hears what became of it (RFC 5321 §4.1.1.4, RFC 3030 §2).

use std::sync::atomic::Ordering;

use super::super::incoming::Incoming;
use super::super::{Answer, BareNewline, Keep, Received, Transaction};
use super::{Connection, LINGER, Next};
use crate::net::Error;
use crate::proto::Turn;
use crate::proto::smtp::{Message, Reply};
use crate::transcript::Weight;

impl Connection<'_> {
    pub(super) async fn data(&mut self) -> Result<Next, Error> {
        if self.chunks.is_some() || self.transaction.as_ref().is_none_or(|t| t.recipients.is_empty()) {
            return Ok(Next::Reply(self.voice().reply(503, (5, 1), "MAIL and RCPT come first, and no BDAT")));
        }
        let mut incoming = Incoming::new(&self.service.keep, self.service.max_size);
        self.say(&self.voice().go_ahead());
        loop {
            let turn = self.session.content("the message", self.service.idle).await?;
            match turn.message {
                _ if self.is_early(&turn) => return Ok(self.send_away()),
                Message::Content { .. } => incoming.push_stuffed(&turn.octets),
                Message::EndOfData => {
                    incoming.blame(bare(&turn));
                    return self.finish(incoming).await;
                }
                _ => return Ok(Next::Close(self.voice().reply(500, (5, 2), "that is no message"))),
            }
        }
    }

    pub(super) async fn bdat(&mut self, size: u64, last: bool) -> Result<Next, Error> {
        let ready = self.transaction.as_ref().is_some_and(|t| !t.recipients.is_empty());
        let mut incoming = match self.chunks.take() {
            Some(incoming) => incoming,
            None => Incoming::new(if ready { &self.service.keep } else { &Keep::Nowhere }, self.service.max_size),
        };
        let mut left = size;
        while left > 0 {
            let turn = self.session.content("the chunk", self.service.idle).await?;
            left = left.saturating_sub(turn.octets.len() as u64);
            incoming.blame(bare(&turn));
            incoming.push(&turn.octets);
        }
        if !ready {
            return Ok(Next::Reply(self.voice().reply(503, (5, 1), "MAIL and RCPT come first")));
        }
        if last {
            return self.finish(incoming).await;
        }
        if incoming.is_too_large() {
            self.forget();
            return Ok(Next::Reply(self.service.too_large()));
        }
        self.chunks = Some(incoming);
        Ok(Next::Reply(self.voice().reply(250, (0, 0), &format!("{size} octets received"))))
    }

    /// The message is whole: hand it to whom it is for, answer, and tell of it.
    async fn finish(&mut self, incoming: Incoming) -> Result<Next, Error> {
        let Some(transaction) = self.transaction.take() else { return Ok(Next::Continue) };
        self.forget();
        if incoming.is_too_large() {
            return Ok(Next::Reply(self.service.too_large()));
        }
        if self.service.bare_newline == BareNewline::Reject && !incoming.faults().is_empty() {
            let faults = incoming.faults().join(", ");
            let text = format!("{faults} in the message: lines end with CR LF, RFC 5321 2.3.8");
            return Ok(Next::Reply(self.voice().reply(550, (6, 11), &text)));
        }
        let one_less = |room: usize| room.checked_sub(1);
        if self.service.room.fetch_update(Ordering::SeqCst, Ordering::SeqCst, one_less).is_err() {
            return Ok(Next::Close(self.full()));
        }
        let mut received = self.received(&transaction, incoming.size());
        let replies = match self.service.custodian.take(&transaction, incoming, &mut received).await {
            Ok(answer) => self.replies(answer, &received),
            Err(error) => {
                self.session.note(Weight::Warning, format!("the message cannot be kept: {error}"));
                vec![self.voice().reply(452, (3, 1), "the message cannot be kept now")]
            }
        };
        replies.iter().for_each(|reply| self.say(reply));
        let taken = replies.last().is_some_and(Reply::is_positive);
        if !taken {
            self.service.room.fetch_add(1, Ordering::SeqCst);
        }
        // What was taken is told of, whether the client still hears it or not.
        let heard = self.tell().await;
        if taken {
            self.service.custodian.told(&received);
        }
        heard.map(|()| Next::Continue)
    }

    /// Says what became of the message, though everything is to end.
    async fn tell(&mut self) -> Result<(), Error> {
        let over = self.service.stop.as_ref().is_some_and(|stop| *stop.borrow());
        self.session.heed(None);
        let heard = self.session.flush(if over { LINGER } else { self.service.idle }).await;
        self.session.heed(self.service.stop.clone());
        heard
    }

    fn received(&self, transaction: &Transaction, size: u64) -> Received {
        Received {
            id: (self.service.token)().chars().take(12).collect::<String>().to_uppercase(),
            mail_from: transaction.mail_from.to_string(),
            recipients: transaction.recipients.iter().map(ToString::to_string).collect(),
            size,
            tls: self.session.tls().map(|tls| tls.version.clone()),
            user: self.user.clone(),
            peer: self.peer,
            hello: self.hello.clone().unwrap_or_default(),
            file: None,
            session: self.session.id(),
        }
    }

    /// The last one is for the message, those before it, if there are, for each recipient (draft-hall-prdr).
    fn replies(&self, answer: Answer, received: &Received) -> Vec<Reply> {
        match answer {
            Answer::Kept => vec![self.voice().accepted(&received.id)],
            Answer::Whole(whole) => vec![whole],
            Answer::Each(each, whole) => {
                let analysis = Reply::new(353, None, "an answer for each recipient follows");
                std::iter::once(analysis).chain(each).chain([whole]).collect()
            }
        }
    }
}

/// What no message may hold: bare CR, bare LF, NUL.
fn bare(turn: &Turn<Message>) -> Vec<&'static str> {
    let codes = turn.findings.iter().map(|finding| finding.code);
    codes.filter(|code| matches!(*code, "bare-cr" | "bare-lf" | "nul")).collect()
}
