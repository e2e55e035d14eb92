//! AUTH: who the client is (RFC 4954).

use std::time::Duration;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;

use super::super::Auth;
use super::super::voice::without_section;
use super::{Connection, Next};
use crate::net::Error;
use crate::proto::Turn;
use crate::proto::sasl::{self, Channel, Mechanism, Refusal};
use crate::proto::smtp::{Command, Message, Reply};
use crate::server::authenticate::{Carrier, Response, Verdict, authenticate};

/// How often it may fail to log in.
const MAX_FAILURES: u32 = 3;

impl Connection<'_> {
    /// What can be offered here: a password in clear text only on this machine, a digest only with known passwords.
    pub(super) fn mechanisms(&self) -> Vec<Mechanism> {
        let channel = self.channel();
        let known = !self.service.users.is_empty();
        let fits = |mechanism: &Mechanism| {
            self.service.auth != Auth::Off
                && mechanism.is_served()
                && (mechanism.sends_secret() || known)
                && sasl::permitted(*mechanism, &channel).is_ok()
        };
        Mechanism::ALL.iter().copied().filter(fits).collect()
    }

    fn channel(&self) -> Channel {
        let tls = self.session.tls().is_some();
        let binding = self.session.tls().and_then(|tls| tls.binding.clone());
        Channel {
            tls,
            verified: tls,
            loopback: self.peer.is_none_or(|peer| peer.ip().is_loopback()),
            insecure_auth: false,
            binding,
        }
    }

    pub(super) async fn auth(&mut self, name: &str, turn: &Turn<Message>) -> Result<Next, Error> {
        let voice = self.voice();
        let refuse = |code, enhanced, text: &str| Ok(Next::Reply(voice.reply(code, enhanced, text)));
        if self.service.auth == Auth::Off {
            return refuse(502, (5, 1), "AUTH is not offered");
        }
        if self.user.is_some() || self.transaction.is_some() || self.hello.is_none() {
            return refuse(503, (5, 1), "AUTH comes once, behind EHLO and before MAIL");
        }
        let Some(mechanism) = Mechanism::from_name(name).filter(|m| self.mechanisms().contains(m)) else {
            let in_clear = Mechanism::from_name(name).is_some_and(|m| sasl::permitted(m, &self.channel()).is_err());
            return match in_clear {
                true => refuse(538, (7, 11), "this mechanism needs TLS"),
                false => refuse(504, (5, 4), "this mechanism is not offered"),
            };
        };
        let challenge_id = format!("<{}@{}>", (self.service.token)(), self.service.hostname);
        let salt = (self.service.token)();
        let (nonce, binding) = ((self.service.token)(), self.channel().binding);
        let server = sasl::Server::bound(mechanism, &nonce, &challenge_id, salt.as_bytes(), binding.as_ref());
        let Ok(server) = server else { return refuse(454, (7, 0), "this mechanism cannot be used now") };
        let service = self.service;
        match authenticate(self, server, initial(turn), service).await? {
            _ if self.early => Ok(self.send_away()),
            Verdict::Accepted { user } => {
                self.user = Some(user);
                refuse(235, (7, 0), "you are who you say")
            }
            Verdict::Cancelled => refuse(501, (7, 0), "the exchange was called off"),
            Verdict::Refused(Refusal::Malformed(why)) => refuse(501, (5, 2), without_section(why)),
            Verdict::Refused(Refusal::Credentials) => self.failed_login("user or password is wrong").await,
            Verdict::Refused(Refusal::Binding) => self.failed_login(BETWEEN).await,
            Verdict::Refused(Refusal::Downgrade) => self.failed_login(TAKEN_OUT).await,
        }
    }

    async fn failed_login(&mut self, why: &str) -> Result<Next, Error> {
        self.failures += 1;
        let reply = self.voice().reply(535, (7, 8), why);
        if self.failures >= MAX_FAILURES {
            return Ok(Next::Close(reply));
        }
        tokio::time::sleep(Duration::from_secs(u64::from(self.failures - 1))).await;
        Ok(Next::Reply(reply))
    }
}

/// To a login that is bound to another connection.
const BETWEEN: &str = "this login belongs to another TLS connection: somebody stands between us";
/// To a client that could bind its login and was not told that it can.
const TAKEN_OUT: &str = "-PLUS was offered and you did not see it: somebody stands between us";

/// The initial response that came along with AUTH.
fn initial(turn: &Turn<Message>) -> Option<Response> {
    let Message::Command(Command::Auth { initial: true, .. }) = turn.message else { return None };
    let octets = turn.secret.first().and_then(|range| turn.octets.get(range.clone()));
    Some(decode(octets.unwrap_or(b"=")))
}

/// `*` calls off, `=` is empty, the rest is base64 (RFC 4954 §4).
fn decode(line: &[u8]) -> Response {
    match line.trim_ascii() {
        b"*" => Response::Cancelled,
        b"=" | b"" => Response::Octets(Vec::new()),
        encoded => STANDARD.decode(encoded).map_or(Response::Malformed, Response::Octets),
    }
}

impl Carrier for Connection<'_> {
    type Error = Error;

    async fn challenge(&mut self, challenge: &[u8]) -> Result<Response, Error> {
        self.say(&Reply::new(334, None, &STANDARD.encode(challenge)));
        let turn = self.session.turn("the client's answer", self.service.idle).await?;
        self.early |= self.is_early(&turn);
        match turn.message {
            _ if self.early => Ok(Response::Cancelled),
            Message::Credentials(_) => Ok(decode(&turn.octets)),
            _ => Ok(Response::Malformed),
        }
    }
}
