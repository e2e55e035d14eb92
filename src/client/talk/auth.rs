//! AUTH, said without its response: the exchange is carried for whoever said it (RFC 4954).

use std::pin::pin;

use super::lines::{Next, Talk, Waited, unasked};
use super::{Asked, FOREVER, Speaker};
use crate::client::authenticate::authenticate;
use crate::client::{Error, Smtp};
use crate::net;
use crate::net::tls::TlsError;
use crate::proto::sasl::{self, Channel, Client, Credentials, Mechanism};
use crate::proto::smtp::extensions::mechanisms;
use crate::proto::smtp::{Awaited, Verb};
use crate::transcript::Weight;

impl<S: Speaker> Talk<'_, S> {
    /// Carries the exchange. `None`: the line is to be said as it is.
    pub(super) async fn log_in(&mut self, smtp: &mut Smtp, line: &[u8]) -> Result<Option<Next>, Error> {
        let Some(wanted) = wanted(line).filter(|_| self.speaker.has_account()) else { return Ok(None) };
        let mechanism = match self.mechanism(smtp, wanted) {
            Ok(mechanism) => mechanism,
            Err(error) => return self.forgiven(smtp, error).map(Some),
        };
        let credentials = match self.account(smtp).await? {
            Waited::Got(Some(credentials)) => credentials,
            Waited::Got(None) => return Ok(Some(Next::On)),
            Waited::Next(next) => return Ok(Some(next)),
        };
        smtp.session().dialogue().expect_secret(credentials.password.expose());
        let client = match Client::new(mechanism, &credentials, &(self.way.login.nonce)()) {
            Ok(client) => client,
            Err(error) => return self.forgiven(smtp, error.into()).map(Some),
        };
        self.speaker.seen(false);
        let ended = authenticate(smtp, client).await;
        self.speaker.seen(true);
        match ended {
            Ok(Ok(())) => Ok(Some(Next::On)),
            Ok(Err(reply)) => {
                let to = Awaited::Command(Verb::Auth);
                self.refused(to, &reply);
                self.consequences(to, &reply).map(Some)
            }
            Err(error @ (Error::Sasl(_) | Error::Net(net::Error::Protocol { .. }))) => {
                self.forgiven(smtp, error).map(Some)
            }
            Err(error) => Err(error),
        }
    }

    /// A person is told and goes on; a script must not go on as if it had logged in.
    fn forgiven(&self, smtp: &mut Smtp, error: Error) -> Result<Next, Error> {
        if self.way.script {
            return Err(error);
        }
        smtp.session().note(Weight::Warning, error.to_string());
        Ok(Next::On)
    }

    /// The mechanism that was named, or the best of those offered, if it may be used here.
    fn mechanism(&self, smtp: &mut Smtp, wanted: Option<Mechanism>) -> Result<Mechanism, Error> {
        let login = &self.way.login;
        let tls = smtp.session().tls();
        let channel = Channel {
            tls: tls.is_some(),
            verified: tls.is_some_and(|tls| tls.verified.is_ok()),
            loopback: self.way.host.is_local() && !self.way.security.starttls,
            insecure_auth: login.clear,
        };
        let chosen = match wanted {
            Some(mechanism) => {
                sasl::permitted(mechanism, &channel).map_err(sasl::Error::from)?;
                mechanism
            }
            None => {
                let offered = mechanisms(&self.capabilities).iter().map(String::as_str);
                let chosen = sasl::choose_named(offered, login.mechanisms.as_deref(), &channel);
                chosen.map_err(sasl::Error::from)?
            }
        };
        match tls.map(|tls| (&tls.name, &tls.verified)) {
            // TLS with nobody knows whom hides the password from everybody else only.
            Some((name, Err(reason)))
                if chosen.sends_password() && !channel.loopback && !login.clear && !login.unverified =>
            {
                let (name, reason) = (name.clone(), reason.clone());
                Err(net::Error::Tls(TlsError::Certificate { name, reason }).into())
            }
            _ => Ok(chosen),
        }
    }

    /// Who logs in; the server may speak meanwhile.
    async fn account(&mut self, smtp: &mut Smtp) -> Result<Waited<Option<Credentials>>, Error> {
        let mut account = pin!(self.speaker.account());
        loop {
            tokio::select! {
                biased;
                turn = smtp.session().turn("the password", FOREVER) => {
                    if let Some(next) = unasked(self.way.script, Asked::Command, turn?, &mut self.refusal)? {
                        return Ok(Waited::Next(next));
                    }
                }
                account = &mut account => return account.map(Waited::Got),
            }
        }
    }
}

/// What `AUTH` or `AUTH MECH` asks for. `None`: the line has a response, or a mechanism that is not spoken here.
fn wanted(line: &[u8]) -> Option<Option<Mechanism>> {
    let words = std::str::from_utf8(line).ok()?.split_ascii_whitespace().collect::<Vec<_>>();
    match words.as_slice() {
        [_] => Some(None),
        [_, name] => Mechanism::from_name(name).map(Some),
        _ => None,
    }
}
