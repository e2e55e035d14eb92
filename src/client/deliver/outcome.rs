//! How it went for one recipient, and which exit code that is.

use std::net::IpAddr;
use std::time::Duration;

use super::leave::Phase;
use crate::base::escape::escape_str;
use crate::base::{Address, Exit};
use crate::client::{Error, Refusal, Refused};
use crate::net;
use crate::net::tls::TlsFacts;
use crate::proto::smtp::{Awaited, Class, Reply, Verb};
use crate::transcript::SessionId;

/// One recipient's fate.
#[derive(Clone, Debug)]
pub struct Outcome {
    /// The number of the letter, from 1.
    pub letter: usize,
    /// For whom. None: nobody was named, and nobody was needed before the dialogue ended.
    pub recipient: Option<Address>,
    /// How it ended.
    pub verdict: Verdict,
    /// Who was spoken with.
    pub peer: Peer,
    /// From the letter's beginning to its end, connecting included where it was the first.
    pub elapsed: Duration,
}

/// How it ended, and why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Verdict {
    /// In one word.
    pub status: Status,
    /// What a script must do next.
    pub exit: Exit,
    /// The reply that decided, if one did.
    pub reply: Option<Reply>,
    /// In words, safe to show, without the reply's codes.
    pub text: String,
    /// RCPT found no room in the transaction (RFC 5321 §4.5.3.1.10): another one may have it.
    pub(super) overflow: bool,
}

/// The ways in which it can end.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Status {
    /// The server took responsibility (RFC 5321 §4.2.5).
    Delivered,
    /// Not now; it can be tried again.
    Deferred,
    /// Not, and trying again does not help.
    Refused,
    /// The whole message was sent and no answer came (RFC 1047): it may or may not have been delivered.
    Uncertain,
    /// The dialogue ended before the message, as was wished ([`Leave`](super::Leave)), and all went well so far.
    Stopped,
}

/// The server at the other end.
#[derive(Clone, Debug, Default)]
pub struct Peer {
    /// Its name as it was given.
    pub host: String,
    /// Its address, if a connection was made or it is that one which was to be tested.
    pub address: Option<IpAddr>,
    /// TLS, if it was spoken.
    pub tls: Option<TlsFacts>,
    /// It was ready for messages: what went wrong then was about one of them.
    pub ready: bool,
    /// Addresses of it that took no connection.
    pub failed: Vec<IpAddr>,
    /// Where the transcript tells of it: in which connection, and in which of its transactions, from 1; 0: before any.
    pub told: Option<(SessionId, u32)>,
}

impl Peer {
    /// A host or a domain with which nobody has spoken yet.
    pub(super) fn unreached(host: &impl std::fmt::Display) -> Peer {
        Peer { host: host.to_string(), ..Peer::default() }
    }
}

impl Status {
    /// The word that stands for it in output.
    pub fn name(self) -> &'static str {
        match self {
            Status::Delivered => "delivered",
            Status::Deferred => "deferred",
            Status::Refused => "refused",
            Status::Uncertain => "uncertain",
            Status::Stopped => "stopped",
        }
    }
}

impl Outcome {
    /// The queue id that the server named in its last reply.
    pub fn queue_id(&self) -> Option<&str> {
        let Verdict { status: Status::Delivered, text, .. } = &self.verdict else { return None };
        // Postfix; Exim; Exchange; Haraka
        let marks = ["queued as ", "id=", "[InternalId=", "Message Queued ("];
        let named = marks.iter().find_map(|mark| text.split_once(*mark)).map(|(_, behind)| behind);
        // qmail; Courier, whose words alone could be any
        let named = named.or_else(|| text.strip_prefix("ok ")?.split_once(" qp ").map(|(_, behind)| behind));
        let dotted = |id: &&str| id.bytes().all(|octet| octet.is_ascii_hexdigit() || octet == b'.');
        let named = named.or_else(|| text.strip_prefix("Ok. ").filter(dotted));
        // Dovecot, Gmail: the word before
        let before = || text.strip_suffix(" Saved").or_else(|| text.strip_suffix(" - gsmtp"));
        let word = before().and_then(|before| before.split(' ').next_back());
        // Sendmail, OpenSMTPD
        let first = || text.split_once(" Message accepted").map(|(id, _)| id).filter(|id| !id.contains(' '));
        let id = named.and_then(|named| named.split([' ', ',', ';', '>', ')', ']']).next()).or(word).or_else(first);
        id.filter(|id| !id.is_empty())
    }
}

impl Verdict {
    /// What a reply decides.
    pub fn of_reply(to: Awaited, reply: Reply) -> Verdict {
        if to == Awaited::Command(Verb::Rcpt) && is_overflow(&reply) {
            // RFC 5321 §4.5.3.1.10: 552 is to be taken as 452 here.
            let deferred = Verdict::failed(Exit::TempFail, String::new());
            return Verdict { text: reply.text(), reply: Some(reply), overflow: true, ..deferred };
        }
        let status = match reply.class() {
            Class::Completion => Status::Delivered,
            Class::Permanent => Status::Refused,
            Class::Transient | Class::Intermediate => Status::Deferred,
        };
        Verdict { status, exit: exit(to, &reply), text: reply.text(), reply: Some(reply), overflow: false }
    }

    /// There was no room for this recipient in the transaction.
    pub(super) fn is_overflow(&self) -> bool {
        self.overflow
    }

    /// All ended before the letter began.
    pub(in crate::client) fn unbegun() -> Verdict {
        Verdict::failed(Exit::TempFail, "ended before it was its turn".to_owned())
    }

    /// What an error decides, where nothing was handed over.
    pub fn of_error(error: &Error) -> Verdict {
        match error {
            Error::Refused(Refusal { to, reply }) => Verdict::of_reply(*to, reply.clone()),
            error => Verdict::failed(error.exit(), error.to_string()),
        }
    }

    /// The dialogue ended behind this phase, as was wished; `reply` is what was answered there.
    pub(super) fn stopped(behind: Phase, reply: Option<Reply>) -> Verdict {
        let ended = || format!("the dialogue ended behind {}, as was wished", behind.name());
        let text = reply.as_ref().map_or_else(ended, Reply::text);
        Verdict { status: Status::Stopped, exit: Exit::Ok, reply, text, overflow: false }
    }

    /// A failure that is no reply.
    pub fn failed(exit: Exit, text: String) -> Verdict {
        let status = if exit == Exit::TempFail { Status::Deferred } else { Status::Refused };
        Verdict { status, exit, reply: None, text: escape_str(&text).into_owned(), overflow: false }
    }

    /// The whole message was sent, and this came instead of an answer.
    pub fn uncertain(error: &Error) -> Verdict {
        let text = format!("the message was sent whole, but {error}: it may or may not have been accepted");
        let exit = match error {
            Error::Net(net::Error::Strict(_)) => Exit::Protocol,
            _ => Exit::TempFail,
        };
        Verdict::doubtful(exit, text)
    }

    /// Whether it was accepted nobody knows, for this reason.
    pub fn doubtful(exit: Exit, text: String) -> Verdict {
        Verdict { status: Status::Uncertain, exit, reply: None, text, overflow: false }
    }
}

/// Too many recipients for one transaction (RFC 5321 §4.5.3.1.10).
fn is_overflow(reply: &Reply) -> bool {
    let fits = match reply.enhanced {
        Some(code) => (code.subject, code.detail) == (5, 3),
        None => reply.text().to_ascii_lowercase().contains("recipients"),
    };
    // Dovecot says 451.
    fits && (matches!(reply.code, 452 | 552) || reply.code == 451 && reply.enhanced.is_some())
}

impl Refused for Refusal {
    fn exit(&self) -> Exit {
        Verdict::of_reply(self.to, self.reply.clone()).exit
    }
}

/// The one table from a reply to an exit code. An enhanced code says more than the three digits.
fn exit(to: Awaited, reply: &Reply) -> Exit {
    match (reply.class(), reply.code, reply.enhanced.map(|code| (code.subject, code.detail))) {
        (Class::Completion, ..) => Exit::Ok,
        (Class::Transient | Class::Intermediate, ..) => Exit::TempFail,
        // RFC 7504, RFC 7505, and a domain that does not exist.
        (_, 521 | 556, _) if is_of_host(to) => Exit::NoHost,
        _ if to.is_authentication() => Exit::NoPermission,
        (_, _, Some((1, 2 | 10))) => Exit::NoHost,
        // Of the sender (RFC 3463 §3.2), which many judge at RCPT: the recipients may well be known.
        (_, _, Some((1, 7 | 8))) => Exit::Unavailable,
        (_, _, Some((1, _))) if to != Awaited::Command(Verb::Mail) => Exit::NoUser,
        (_, _, Some((7, _))) | (_, 530 | 534 | 535 | 538, _) => Exit::NoPermission,
        (_, _, Some((6, _) | (3, 4) | (2, 3))) => Exit::Data,
        // At RCPT it speaks of the mailbox, or of too many recipients.
        (_, 552, None) if to != Awaited::Command(Verb::Rcpt) => Exit::Data,
        (_, 550, None) if to == Awaited::Command(Verb::Rcpt) => Exit::NoUser,
        _ => Exit::Unavailable,
    }
}

/// Where 521 and 556 say that a host or a domain takes no mail (RFC 7504 §3). In the middle of a session some servers say
/// them of a command.
fn is_of_host(to: Awaited) -> bool {
    match to {
        Awaited::Greeting => true,
        Awaited::Command(verb) => {
            matches!(verb, Verb::Ehlo | Verb::Helo | Verb::Lhlo | Verb::Mail | Verb::Rcpt)
        }
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn replies_to_exits() {
        let rcpt = Awaited::Command(Verb::Rcpt);
        let cases = [
            (rcpt, 250, "2.1.5 ok", Exit::Ok),
            (rcpt, 550, "5.1.1 no such user", Exit::NoUser),
            (rcpt, 550, "no such user", Exit::NoUser),
            (rcpt, 550, "5.7.1 relaying denied", Exit::NoPermission),
            (rcpt, 556, "5.1.10 null MX", Exit::NoHost),
            (rcpt, 550, "5.1.2 no such domain", Exit::NoHost),
            (rcpt, 552, "5.2.2 mailbox full", Exit::Unavailable),
            (rcpt, 451, "4.7.1 greylisted", Exit::TempFail),
            (Awaited::Greeting, 521, "no mail here", Exit::NoHost),
            (Awaited::Command(Verb::Ehlo), 521, "no mail here", Exit::NoHost),
            (Awaited::Command(Verb::Mail), 521, "no mail here", Exit::NoHost),
            (Awaited::Command(Verb::Bdat), 521, "5.5.1 protocol error", Exit::Unavailable),
            (Awaited::Command(Verb::Auth), 521, "no", Exit::NoPermission),
            (Awaited::EndOfData, 556, "no", Exit::Unavailable),
            (Awaited::EndOfData, 556, "5.1.10 null MX", Exit::NoHost),
            (Awaited::EndOfData, 552, "too big", Exit::Data),
            (Awaited::EndOfData, 552, "5.3.4 too big", Exit::Data),
            (Awaited::EndOfData, 550, "5.6.0 bad message", Exit::Data),
            (Awaited::EndOfData, 550, "spam", Exit::Unavailable),
            (Awaited::EndOfData, 554, "5.7.1 spam", Exit::NoPermission),
            (rcpt, 550, "5.1.8 sender's domain not found", Exit::Unavailable),
            (Awaited::Command(Verb::Auth), 535, "wrong", Exit::NoPermission),
            (Awaited::Credentials, 550, "wrong", Exit::NoPermission),
            (Awaited::Command(Verb::Mail), 553, "5.1.8 no such domain", Exit::Unavailable),
            (Awaited::Command(Verb::Mail), 550, "5.1.0 no", Exit::Unavailable),
            (Awaited::Command(Verb::Mail), 530, "5.7.0 STARTTLS first", Exit::NoPermission),
            (Awaited::Command(Verb::Mail), 503, "5.5.1 order", Exit::Unavailable),
        ];
        for (to, code, text, expected) in cases {
            let enhanced = crate::proto::smtp::EnhancedCode::split(text.as_bytes()).map(|(code, _)| code);
            let reply = Reply { enhanced, ..Reply::new(code, None, text) };
            assert_eq!(exit(to, &reply), expected, "{code} {text}");
        }
    }

    #[test]
    fn queue_ids() {
        let id = |text: &str| {
            let outcome = Outcome {
                letter: 1,
                recipient: None,
                verdict: Verdict {
                    status: Status::Delivered,
                    exit: Exit::Ok,
                    reply: None,
                    text: text.to_owned(),
                    overflow: false,
                },
                peer: Peer::default(),
                elapsed: Duration::ZERO,
            };
            outcome.queue_id().map(str::to_owned)
        };
        assert_eq!(id("Ok: queued as 4F5E6").as_deref(), Some("4F5E6"));
        assert_eq!(id("OK id=1tE-0001-00").as_deref(), Some("1tE-0001-00"));
        assert_eq!(id("uAN123 Message accepted for delivery").as_deref(), Some("uAN123"));
        for (text, named) in [
            ("2b5c8a1f Message accepted for delivery", "2b5c8a1f"),
            ("Ok. 000000006B040012.0000000065F0A1B2.00001234", "000000006B040012.0000000065F0A1B2.00001234"),
            ("Message Queued (5C8A2F6E-0D1B-4B8E-9C7A-3F2E1D0C9B8A.1)", "5C8A2F6E-0D1B-4B8E-9C7A-3F2E1D0C9B8A.1"),
            ("<a@b.test> [InternalId=4810363, Hostname=x.test] 9 bytes in 0.1 Queued mail for delivery", "4810363"),
            ("OK  1700000000 d9443c01a7336-1d8f3a2si12345.67 - gsmtp", "d9443c01a7336-1d8f3a2si12345.67"),
            ("<pepe@example.test> abcDEF+1 Saved", "abcDEF+1"),
            ("ok 1700000000 qp 12345", "12345"),
        ] {
            assert_eq!(id(text).as_deref(), Some(named), "{text}");
        }
        for none in ["ok, thank you", "Ok. Thank you", "Queued mail for delivery", "Message accepted for delivery", ""]
        {
            assert_eq!(id(none), None, "{none}");
        }
    }
}
