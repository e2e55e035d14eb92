//! AUTH, AUTHENTICATE, said without a response: the exchange is carried for whoever said it (RFC 4954, RFC 5034,
//! RFC 9051 §6.2.2).

use std::ops::ControlFlow;
use std::pin::pin;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;

use super::lines::{Talk, Waited, Wire, aside};
use super::tongue::{Next, Tongue, Wait};
use super::{FOREVER, Speaker};
use crate::client::Error;
use crate::client::authenticate::{Answer, Carrier, Opening, authenticate, encode};
use crate::client::way::service;
use crate::net::tls::TlsError;
use crate::net::{self, Outgoing};
use crate::proto::Dialogue as _;
use crate::proto::sasl::{self, Begin, Channel, Client, Credentials, Gs2, Means, Mechanism, Wish};
use crate::transcript::Weight;

impl<S: Speaker, T: Tongue> Talk<'_, S, T> {
    /// Carries the exchange, with the mechanism that was named or the best.
    pub(super) async fn log_in(
        &mut self,
        session: &mut Wire<T>,
        wanted: Option<Mechanism>,
    ) -> Result<Next, Error<T::Refusal>> {
        let (mechanism, gs2) = match self.mechanism(session, wanted) {
            Ok(chosen) => chosen,
            Err(error) => return self.forgiven(session, error),
        };
        let credentials = match self.account(session, mechanism.takes()).await? {
            Waited::Got(Some(credentials)) => credentials,
            Waited::Got(None) => return Ok(Next::On),
            Waited::Next(next) => return Ok(next),
        };
        if let Some(secret) = credentials.secret() {
            session.dialogue().expect_secret(secret.expose());
        }
        let (nonce, service) = ((self.way.login.nonce)(), service(T::SERVICE, &self.way.host));
        let begin = Begin { nonce: &nonce, gs2: &gs2, service: &service };
        let client = match Client::begin(mechanism, &credentials, &begin) {
            Ok(client) => client,
            Err(error) => return self.forgiven(session, error.into()),
        };
        self.speaker.seen(false);
        let ended = authenticate(&mut Exchange { talk: self, session }, client).await;
        self.speaker.seen(true);
        match ended {
            Ok(Ok(())) => Ok(Next::On),
            Ok(Err((refusal, next))) => self.over(Some(refusal), next),
            Err(error @ (Error::Sasl(_) | Error::Net(net::Error::Protocol { .. }))) => self.forgiven(session, error),
            Err(error) => Err(error),
        }
    }

    /// A person is told and goes on; a script must not go on as if it had logged in.
    fn forgiven(&self, session: &Wire<T>, error: Error<T::Refusal>) -> Result<Next, Error<T::Refusal>> {
        if self.way.script {
            return Err(error);
        }
        session.note(Weight::Warning, error.to_string());
        Ok(Next::On)
    }

    /// The mechanism that was named, or the best of those offered, if it may be used here; and what it says of the
    /// channel.
    fn mechanism(&self, session: &Wire<T>, wanted: Option<Mechanism>) -> Result<(Mechanism, Gs2), Error<T::Refusal>> {
        let login = &self.way.login;
        let tls = session.tls();
        let channel = Channel {
            tls: tls.is_some(),
            verified: tls.is_some_and(|tls| tls.verified.is_ok()),
            loopback: self.way.dial.is_local(&self.way.host) && !self.way.security.starttls,
            insecure_auth: login.clear,
            binding: tls.and_then(|tls| tls.binding.clone()),
        };
        let offered = self.tongue.mechanisms();
        let offered: Vec<_> = offered.iter().map(String::as_str).collect();
        let chosen = match wanted {
            Some(mechanism) => {
                sasl::permitted(mechanism, &channel).map_err(sasl::Error::from)?;
                mechanism
            }
            None if self.tongue.offer().is_none() => {
                let text =
                    format!("nobody knows yet what is offered here: {} asks; or name the mechanism", T::inquiry());
                return Err(Error::NoLogin(text.into()));
            }
            None => {
                let wish = Wish { order: login.mechanisms.as_deref(), means: login.means };
                sasl::choose_named(offered.iter().copied(), &wish, &channel).map_err(sasl::Error::from)?
            }
        };
        match tls.map(|tls| (&tls.name, &tls.verified)) {
            // TLS with nobody knows whom hides the password from everybody else only.
            Some((name, Err(reason)))
                if chosen.sends_secret() && !channel.loopback && !login.clear && !login.unverified =>
            {
                let (name, reason) = (name.clone(), reason.clone());
                Err(net::Error::Tls(TlsError::Certificate { name, reason }).into())
            }
            _ => Ok((chosen, Gs2::of(chosen, &offered, &channel))),
        }
    }

    /// Who logs in; the server may speak meanwhile.
    async fn account(
        &mut self,
        session: &mut Wire<T>,
        takes: Means,
    ) -> Result<Waited<Option<Credentials>>, Error<T::Refusal>> {
        let mut account = pin!(self.speaker.account(takes));
        loop {
            tokio::select! {
                biased;
                turn = session.turn("the password", FOREVER) => {
                    if let Some(next) = aside(&mut self.tongue, turn?, self.way.script, &mut self.kept)? {
                        return Ok(Waited::Next(next));
                    }
                }
                account = &mut account => return account.map(Waited::Got).map_err(Error::Local),
            }
        }
    }
}

/// An exchange under way.
struct Exchange<'a, 't, S, T: Tongue> {
    talk: &'a mut Talk<'t, S, T>,
    session: &'a mut Wire<T>,
}

impl<S: Speaker, T: Tongue> Exchange<'_, '_, S, T> {
    async fn say_encoded(&mut self, mut octets: Vec<u8>) -> Result<Answer<Refused<T>>, Error<T::Refusal>> {
        let secret = vec![0..octets.len()];
        octets.extend_from_slice(b"\r\n");
        self.session.queue(Outgoing { octets, secret });
        self.answer().await
    }

    async fn answer(&mut self) -> Result<Answer<Refused<T>>, Error<T::Refusal>> {
        let what = "the answer to the login".to_owned();
        let wait = Wait { what, limit: self.talk.way.limits.command, last: false };
        match self.talk.answer(self.session, &wait).await? {
            ControlFlow::Break((None, _)) => Ok(Answer::Success(None)),
            ControlFlow::Break((Some(refusal), next)) => Ok(Answer::Refused((refusal, next))),
            ControlFlow::Continue(text) => {
                let malformed = |_| {
                    let message = "the challenge is not base64".to_owned();
                    net::Error::Protocol { message, rfc: "RFC 4954 §4" }
                };
                Ok(Answer::Challenge(STANDARD.decode(text.trim_ascii()).map_err(malformed)?))
            }
        }
    }
}

/// A refusal, and what comes behind it.
type Refused<T> = (<T as Tongue>::Refusal, Next);

impl<S: Speaker, T: Tongue> Carrier for Exchange<'_, '_, S, T> {
    type Refusal = Refused<T>;
    type Error = Error<T::Refusal>;

    async fn begin(
        &mut self,
        mechanism: &str,
        initial: Option<sasl::Message>,
    ) -> Result<Answer<Refused<T>>, Self::Error> {
        let (line, longest) = self.talk.tongue.opening(mechanism);
        let Opening { line, later } = Opening::new(line, initial, longest);
        self.session.queue(line);
        match (self.answer().await?, later) {
            (Answer::Challenge(_), Some(initial)) => self.say_encoded(initial).await,
            (answer, _) => Ok(answer),
        }
    }

    async fn respond(&mut self, response: sasl::Message) -> Result<Answer<Refused<T>>, Self::Error> {
        let encoded = if response.is_empty() { Vec::new() } else { encode(&response) };
        self.say_encoded(encoded).await
    }

    fn note(&self, text: String) {
        self.session.note(Weight::Warning, text);
    }

    async fn cancel(&mut self) -> Result<(), Self::Error> {
        self.session.queue(Outgoing { octets: b"*\r\n".to_vec(), secret: Vec::new() });
        self.answer().await.map(|_| ())
    }
}
