//! Logging in: USER and PASS, APOP, and SASL (RFC 1939 §7, RFC 5034).

use base64::Engine;
use base64::engine::general_purpose::STANDARD;

use super::{Error, Pop3, Refusal, Way, protocol};
use crate::base::Secret;
use crate::client::Account;
use crate::client::authenticate::{Answer, Carrier, Opening, authenticate, encode};
use crate::proto::pop3::command::MAX_COMMAND_LINE;
use crate::proto::pop3::{Command, Reply, Status, Verb, apop};
use crate::proto::sasl;
use crate::transcript::Weight;

/// How to log in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Login {
    /// SASL with the best mechanism that is offered; USER and PASS where there is none.
    #[default]
    Best,
    /// USER and PASS.
    User,
    /// APOP, with the timestamp of the greeting.
    Apop,
}

const CLEAR: &str =
    "PASS would send the password in clear text: --tls starttls or --tls implicit hides it, --insecure-auth lets it go";
const NOT_YET: &str = "the server lets nobody log in before STLS: --tls starttls";
const UNSPEAKABLE: &str = "user, password or token holds CR, LF or NUL: no line can carry it";

/// Logs in as the account says.
pub(super) async fn log_in(pop3: &mut Pop3, way: &Way, account: &Account) -> Result<(), Error> {
    let credentials = &account.credentials;
    let secret = credentials.secret().map(Secret::expose);
    if [Some(credentials.authcid.as_bytes()), secret]
        .into_iter()
        .flatten()
        .any(|text| text.iter().any(|octet| matches!(octet, b'\r' | b'\n' | 0)))
    {
        return Err(Error::NoLogin(UNSPEAKABLE.into()));
    }
    let channel = account.channel(way.server.is_local(), pop3.session.tls());
    match way.login {
        Login::Apop => return pop3.apop(account).await,
        Login::User => {}
        Login::Best => {
            let offered = pop3.offered.clone().unwrap_or_default();
            let mechanisms = offered.mechanisms().iter().map(String::as_str);
            match account.client(mechanisms, &channel, &way.server.service("pop")) {
                Ok(client) => {
                    let command = Command::with(Verb::Auth, [client.mechanism()]);
                    let refused = authenticate(pop3, client).await?.err();
                    return refused.map_or(Ok(()), |reply| Err(refusal(command, reply)));
                }
                Err(error) if account.mechanisms.is_some() || credentials.password().is_err() => {
                    return Err(error.into());
                }
                Err(error) if !offered.mechanisms().is_empty() && !offered.has("USER") => return Err(error.into()),
                Err(_) if pop3.session.tls().is_none() && offered.has("STLS") && !offered.has("USER") => {
                    return Err(Error::NoLogin(NOT_YET.into()));
                }
                Err(_) => {}
            }
        }
    }
    match channel.takes_secrets() {
        true => pop3.user_and_pass(account).await,
        false => Err(Error::NoLogin(CLEAR.into())),
    }
}

fn refusal(command: Command, reply: Reply) -> Error {
    Error::Refused(Refusal { command: Some(command), reply })
}

impl Pop3 {
    async fn user_and_pass(&mut self, account: &Account) -> Result<(), Error> {
        self.command(&Command::with(Verb::User, [&account.credentials.authcid])).await?;
        let mut octets = b"PASS ".to_vec();
        octets.extend_from_slice(account.credentials.password()?.expose());
        let secret = vec![5..octets.len()];
        octets.extend_from_slice(b"\r\n");
        self.queue(octets, secret);
        self.reply(&Command::new(Verb::Pass)).await.map(|_| ())
    }

    async fn apop(&mut self, account: &Account) -> Result<(), Error> {
        let timestamp = self.greeting.timestamp().map_err(|bad| Error::NoLogin(bad.to_string().into()))?;
        let digest = apop::digest(timestamp, account.credentials.password()?.expose());
        let command = Command::with(Verb::Apop, [&account.credentials.authcid]);
        let mut octets = format!("{} {} ", Verb::Apop, account.credentials.authcid).into_bytes();
        let secret = vec![octets.len()..octets.len() + digest.len()];
        octets.extend_from_slice(digest.as_bytes());
        octets.extend_from_slice(b"\r\n");
        self.queue(octets, secret);
        self.reply(&command).await.map(|_| ())
    }

    async fn say_encoded(&mut self, mut octets: Vec<u8>) -> Result<Answer<Reply>, Error> {
        let secret = vec![0..octets.len()];
        octets.extend_from_slice(b"\r\n");
        self.queue(octets, secret);
        self.authentication_answer().await
    }

    async fn authentication_answer(&mut self) -> Result<Answer<Reply>, Error> {
        let reply = self.any_reply("AUTH", self.limits.command).await?;
        match reply.status {
            Status::Ok => Ok(Answer::Success(None)),
            Status::Err => Ok(Answer::Refused(reply)),
            Status::Continue => {
                let malformed = |_| protocol("the challenge is not base64".to_owned(), "RFC 5034 §4");
                Ok(Answer::Challenge(STANDARD.decode(reply.text.trim_ascii()).map_err(malformed)?))
            }
        }
    }
}

impl Carrier for Pop3 {
    type Refusal = Reply;
    type Error = Error;

    async fn begin(&mut self, mechanism: &str, initial: Option<sasl::Message>) -> Result<Answer<Reply>, Error> {
        let Opening { line, later } = Opening::new(format!("AUTH {mechanism}"), initial, MAX_COMMAND_LINE);
        self.session.queue(line);
        match (self.authentication_answer().await?, later) {
            (Answer::Challenge(_), Some(initial)) => self.say_encoded(initial).await,
            (answer, _) => Ok(answer),
        }
    }

    async fn respond(&mut self, response: sasl::Message) -> Result<Answer<Reply>, Error> {
        let encoded = if response.is_empty() { Vec::new() } else { encode(&response) };
        self.say_encoded(encoded).await
    }

    fn note(&self, text: String) {
        self.session.note(Weight::Warning, text);
    }

    async fn cancel(&mut self) -> Result<(), Error> {
        self.queue(b"*\r\n".to_vec(), Vec::new());
        self.authentication_answer().await.map(|_| ())
    }
}

impl Pop3 {
    /// UTF8 and LANG, which come before the login (RFC 6856 §2, §3).
    pub(super) async fn localize(&mut self, way: &Way) -> Result<(), Error> {
        if way.utf8 {
            self.command(&Command::new(Verb::Utf8)).await?;
        }
        if let Some(language) = &way.language {
            let command = Command::with(Verb::Lang, [language]);
            self.command(&command).await?;
        }
        Ok(())
    }
}
