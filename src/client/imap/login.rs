//! Logging in: SASL, and LOGIN where there is nothing better (RFC 9051 §6.2.2, §6.2.3; RFC 4959).

use base64::Engine;
use base64::engine::general_purpose::STANDARD;

use super::{Ended, Error, Imap, Refusal, Ticket, Way, ignore, protocol};
use crate::base::Secret;
use crate::client::Account;
use crate::client::authenticate::{Answer, Carrier, Opening, authenticate, encode};
use crate::net::Outgoing;
use crate::proto::imap::{Request, State, Status, Verb};
use crate::proto::sasl;
use crate::transcript::Weight;

/// The longest line with an initial response, in octets.
const MAX_INITIAL: usize = 8192;

const CLEAR: &str = "LOGIN would send the password in clear text: --tls starttls or --tls implicit hides it, --insecure-auth lets it go";
const NOT_YET: &str = "the server lets nobody log in before STARTTLS (LOGINDISABLED): --tls starttls";
const DISABLED: &str = "the server offers no mechanism that can be used, and refuses LOGIN (LOGINDISABLED)";
const UNSPEAKABLE: &str = "user, password or token holds CR, LF or NUL: no command can carry it";

/// Logs in as the account says. What the server could do before counts no more.
pub(super) async fn log_in(imap: &mut Imap, way: &Way, account: &Account) -> Result<(), Error> {
    let credentials = &account.credentials;
    let secret = credentials.secret().map(Secret::expose);
    if [Some(credentials.authcid.as_bytes()), secret]
        .into_iter()
        .flatten()
        .any(|text| text.iter().any(|octet| matches!(octet, b'\r' | b'\n' | 0)))
    {
        return Err(Error::NoLogin(UNSPEAKABLE.into()));
    }
    let channel = account.channel(way.server.is_local(), imap.session.tls());
    let offered = imap.capabilities().await?.to_vec();
    let mechanisms = offered.iter().filter_map(|word| word.strip_prefix("AUTH="));
    match account.client(mechanisms, &channel, &way.server.service("imap")) {
        Ok(client) => {
            let ticket = Ticket { tag: String::new(), verb: Verb::Authenticate };
            let mut exchange = Exchange { imap, ticket, at_once: offered.iter().any(|word| word == "SASL-IR") };
            return authenticate(&mut exchange, client).await?.map_err(Error::Refused);
        }
        Err(error) if account.mechanisms.is_some() || credentials.password().is_err() => return Err(error.into()),
        Err(_) => {}
    }
    let disabled = offered.iter().any(|word| word == "LOGINDISABLED");
    match (disabled, channel.takes_secrets()) {
        (true, _) if !channel.tls && offered.iter().any(|word| word == "STARTTLS") => {
            Err(Error::NoLogin(NOT_YET.into()))
        }
        (true, _) => Err(Error::NoLogin(DISABLED.into())),
        (false, false) => Err(Error::NoLogin(CLEAR.into())),
        (false, true) => {
            let request = Request::new(Verb::Login).astring(&credentials.authcid);
            let request = request.secret(credentials.password()?.expose());
            let ticket = imap.say(&request, None, &mut ignore).await?;
            imap.offered = None;
            imap.finish(&ticket, &mut ignore).await.map(|_| ())
        }
    }
}

/// AUTHENTICATE, under way.
struct Exchange<'a> {
    imap: &'a mut Imap,
    ticket: Ticket,
    /// The initial response goes along (SASL-IR).
    at_once: bool,
}

impl Exchange<'_> {
    fn open(&mut self, mechanism: &str, initial: Option<sasl::Message>, longest: usize) -> Option<Vec<u8>> {
        self.imap.tags += 1;
        self.ticket.tag = format!("a{}", self.imap.tags);
        self.imap.pending.push(self.ticket.tag.clone());
        self.imap.offered = None;
        let line = format!("{} AUTHENTICATE {mechanism}", self.ticket.tag);
        let Opening { line, later } = Opening::new(line, initial, longest);
        self.imap.session.queue(line);
        later
    }

    async fn say_encoded(&mut self, mut octets: Vec<u8>) -> Result<Answer<Refusal>, Error> {
        let secret = vec![0..octets.len()];
        octets.extend_from_slice(b"\r\n");
        self.imap.session.queue(Outgoing { octets, secret });
        self.answer().await
    }

    async fn answer(&mut self) -> Result<Answer<Refusal>, Error> {
        match self.imap.listen(&self.ticket, &mut ignore).await? {
            Ended::Continue(text) => {
                let malformed = |_| {
                    self.imap.broken = true;
                    protocol("the challenge is not base64".to_owned(), "RFC 9051 §6.2.2")
                };
                Ok(Answer::Challenge(STANDARD.decode(text.trim_ascii()).map_err(malformed)?))
            }
            Ended::Command(Status { state: State::Ok, .. }) => Ok(Answer::Success(None)),
            Ended::Command(status) => {
                Ok(Answer::Refused(Refusal { to: Some(Verb::Authenticate), status: Box::new(status) }))
            }
        }
    }
}

impl Carrier for Exchange<'_> {
    type Refusal = Refusal;
    type Error = Error;

    /// A server that offers SASL-IR and does not understand it is asked again in two steps.
    async fn begin(&mut self, mechanism: &str, initial: Option<sasl::Message>) -> Result<Answer<Refusal>, Error> {
        let longest = if self.at_once { MAX_INITIAL } else { 0 };
        let again = initial.clone().filter(|_| self.at_once);
        self.imap.initial_response = again.is_some().then_some(true);
        let mut later = self.open(mechanism, initial, longest);
        let mut answer = self.answer().await?;
        if let (Answer::Refused(refusal), Some(initial)) = (&answer, again)
            && refusal.status.state == State::Bad
            && refusal.status.code.is_none()
        {
            let text = "SASL-IR is offered and not understood: once more in two steps";
            self.imap.session.note(Weight::Amiss, text);
            self.imap.initial_response = Some(false);
            later = self.open(mechanism, Some(initial), 0);
            answer = self.answer().await?;
        }
        match (answer, later) {
            (Answer::Challenge(_), Some(initial)) => self.say_encoded(initial).await,
            (answer, _) => Ok(answer),
        }
    }

    async fn respond(&mut self, response: sasl::Message) -> Result<Answer<Refusal>, Error> {
        let encoded = if response.is_empty() { Vec::new() } else { encode(&response) };
        self.say_encoded(encoded).await
    }

    fn note(&self, text: String) {
        self.imap.session.note(Weight::Warning, text);
    }

    async fn cancel(&mut self) -> Result<(), Error> {
        self.imap.session.queue(Outgoing { octets: b"*\r\n".to_vec(), secret: Vec::new() });
        self.answer().await.map(|_| ())
    }
}
