//! The server's half of SCRAM (RFC 5802 §5).

use std::num::NonZeroU32;

use super::super::saslname::unescape_name;
use super::super::saslprep::{prepared, saslprep};
use super::super::server::{Chance, Refusal, ServerHalf, Step, Users, password_or_fake};
use super::super::{Binding, Error, Forbidden};
use super::keys::{Family, Keys};
use super::{MIN_ITERATIONS, text};

const ITERATIONS: NonZeroU32 = NonZeroU32::MIN.saturating_add(MIN_ITERATIONS - 1);

/// The server: challenge with salt and nonce, then the judgement.
pub(in super::super) struct Scram {
    family: Family,
    nonce: String,
    salt: Vec<u8>,
    /// What the channel gives; where it gives something, a mechanism that binds was offered too.
    binding: Option<Binding>,
    begun: Option<Exchange>,
}

/// What the two first messages settled.
struct Exchange {
    user: String,
    authzid: Option<String>,
    /// The GS2 header, and what the login is bound to.
    channel: Vec<u8>,
    client_first_bare: String,
    server_first: String,
    /// The client's nonce and ours.
    nonce: String,
}

impl Scram {
    /// Checks what chance gave us.
    pub(in super::super) fn new(family: Family, chance: &Chance<'_>) -> Result<Scram, Error> {
        if !text::is_fit_nonce(chance.nonce) {
            return Err(Error::Chance("nonce of SCRAM"));
        }
        if !(8..=256).contains(&chance.salt.len()) {
            return Err(Error::Chance("salt of SCRAM"));
        }
        let binding = chance.binding.cloned();
        if family.mechanism.is_bound() && binding.is_none() {
            return Err(Error::Forbidden(Forbidden::Unbound(family.mechanism)));
        }
        Ok(Scram { family, nonce: chance.nonce.to_owned(), salt: chance.salt.to_vec(), binding, begun: None })
    }

    /// `client-first-message = gs2-cbind-flag "," [authzid] "," client-first-message-bare` (RFC 5802 §7).
    fn begin(&mut self, message: &[u8]) -> Result<Step, Refusal> {
        let message = utf8(message)?;
        let mut parts = message.splitn(3, ',');
        let (Some(flag), Some(authzid), Some(bare)) = (parts.next(), parts.next(), parts.next()) else {
            return Err(Refusal::Malformed("no GS2 header in client-first (RFC 5802 §7)"));
        };
        let data = self.bound(flag)?;
        let authzid = acting_as(authzid)?;
        let (user, client_nonce) = named(bare)?;
        let nonce = format!("{client_nonce}{}", self.nonce);
        let server_first = format!("r={nonce},s={},i={ITERATIONS}", text::encode(&self.salt));
        let challenge = server_first.clone().into_bytes();
        let gs2_header = message.strip_suffix(bare).unwrap_or_default();
        let channel = [gs2_header.as_bytes(), data].concat();
        let client_first_bare = bare.to_owned();
        self.begun = Some(Exchange { user, authzid, channel, client_first_bare, server_first, nonce });
        Ok(Step::Challenge(challenge))
    }

    /// `gs2-cbind-flag` (RFC 5802 §6): what the login has to be bound to. A client that could bind and saw nothing offered
    /// was lied to, if it was offered.
    fn bound(&self, flag: &str) -> Result<&[u8], Refusal> {
        match (flag.strip_prefix("p="), &self.binding, self.family.mechanism.is_bound()) {
            (Some(kind), Some(binding), true) if kind == binding.kind => Ok(&binding.data),
            (Some(_), _, true) => Err(Refusal::Malformed("this channel binding is not known here (RFC 5802 §6)")),
            (Some(_), _, false) => {
                Err(Refusal::Malformed("channel binding in a mechanism without -PLUS (RFC 5802 §6)"))
            }
            (None, Some(_), false) if flag == "y" => Err(Refusal::Downgrade),
            (None, _, false) if matches!(flag, "n" | "y") => Ok(&[]),
            _ => Err(Refusal::Malformed("no GS2 header in client-first (RFC 5802 §7)")),
        }
    }

    /// The key is derived for unknown users too, from a password that nobody has.
    fn judge(&self, exchange: Exchange, message: &[u8], users: &dyn Users) -> Result<Step, Refusal> {
        let (without_proof, proof) = client_final(utf8(message)?, &exchange)?;
        if proof.len() != self.family.digest.output_len() {
            return Err(Refusal::Malformed("p= has not the length of the hash (RFC 5802 §7)"));
        }
        let auth_message = format!("{},{},{without_proof}", exchange.client_first_bare, exchange.server_first);
        let (password, known) = password_or_fake(users, &exchange.user);
        let keys = Keys::derive(self.family, &prepared(password.expose()), &self.salt, ITERATIONS);
        let right = keys.accepts(&proof, auth_message.as_bytes());
        if !(right & known) {
            return Err(Refusal::Credentials);
        }
        let signature = text::encode(&keys.server_signature(auth_message.as_bytes()));
        let data = Some(format!("v={signature}").into_bytes());
        Ok(Step::Accepted { authcid: exchange.user, authzid: exchange.authzid, data })
    }
}

impl ServerHalf for Scram {
    fn step(&mut self, response: &[u8], users: &dyn Users) -> Step {
        let outcome = match self.begun.take() {
            None => self.begin(response),
            Some(exchange) => self.judge(exchange, response, users),
        };
        outcome.unwrap_or_else(Step::Refused)
    }
}

fn utf8(message: &[u8]) -> Result<&str, Refusal> {
    std::str::from_utf8(message).map_err(|_| Refusal::Malformed("SCRAM is UTF-8 (RFC 5802 §7)"))
}

fn acting_as(authzid: &str) -> Result<Option<String>, Refusal> {
    if authzid.is_empty() {
        return Ok(None);
    }
    let name = text::value(Some(authzid), 'a').and_then(unescape_name).filter(|name| !name.contains('\0'));
    name.map(Some).ok_or(Refusal::Malformed("a= is no name (RFC 5802 §5.1)"))
}

/// `client-first-message-bare = [reserved-mext ","] username "," nonce ["," extensions]` (RFC 5802 §7).
fn named(bare: &str) -> Result<(String, &str), Refusal> {
    let mut attributes = bare.split(',');
    let first = attributes.next();
    if text::value(first, 'm').is_some() {
        return Err(Refusal::Malformed("an unknown mandatory extension (RFC 5802 §5.1)"));
    }
    let written = text::value(first, 'n').and_then(unescape_name);
    let written = written.ok_or(Refusal::Malformed("no n= in client-first, or no name (RFC 5802 §5.1)"))?;
    let user = saslprep(&written).filter(|user| !user.is_empty() && !user.contains('\0'));
    let user = user.ok_or(Refusal::Malformed("SASLprep forbids the user name (RFC 4013 §2.3)"))?.into_owned();
    let nonce = text::value(attributes.next(), 'r').filter(|nonce| text::is_nonce(nonce));
    let nonce = nonce.ok_or(Refusal::Malformed("no r= in client-first (RFC 5802 §7)"))?;
    extensions(attributes)?;
    Ok((user, nonce))
}

/// `client-final-message = channel-binding "," nonce ["," extensions] "," proof` (RFC 5802 §7): what stands before the
/// proof, and the proof.
fn client_final<'a>(message: &'a str, exchange: &Exchange) -> Result<(&'a str, Vec<u8>), Refusal> {
    let no_proof = Refusal::Malformed("no p= at the end of client-final (RFC 5802 §7)");
    let (without_proof, proof) = message.rsplit_once(',').ok_or(no_proof)?;
    let proof = text::value(Some(proof), 'p').and_then(text::decode).ok_or(no_proof)?;
    let mut attributes = without_proof.split(',');
    let binding = text::value(attributes.next(), 'c').and_then(text::decode);
    match binding {
        None => return Err(Refusal::Malformed("no c= in client-final (RFC 5802 §7)")),
        Some(binding) if binding != exchange.channel => return Err(Refusal::Binding),
        Some(_) => {}
    }
    if text::value(attributes.next(), 'r') != Some(&exchange.nonce) {
        return Err(Refusal::Malformed("r= is not the nonce of this exchange (RFC 5802 §5.1)"));
    }
    extensions(attributes)?;
    Ok((without_proof, proof))
}

/// Unknown extensions are skipped, a mandatory one is not (RFC 5802 §5.1).
fn extensions<'a>(mut attributes: impl Iterator<Item = &'a str>) -> Result<(), Refusal> {
    match attributes.find(|attribute| attribute.starts_with("m=") || !text::is_attribute(attribute)) {
        Some(_) => Err(Refusal::Malformed("an extension is mandatory or malformed (RFC 5802 §5.1)")),
        None => Ok(()),
    }
}
