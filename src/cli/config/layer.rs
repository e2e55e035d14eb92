//! What stands above what, and for which server it is meant.
//!
//! A layer that names a server speaks of that server alone: where another layer above names a server of another host,
//! nothing of it holds there, neither the secret nor whom to trust. An account that names no server for a service is
//! silent about it. `--account` is the exception, since there the user says both. And a secret is the user's whom the
//! layer names: it is not shown for another user.

use super::keys::{KEYS, Key, SECRET, Value};
use super::{Origin, Told};
use crate::cli::error::Failure;
use crate::cli::terminal::Terminal;
use crate::net::endpoint::{Endpoint, Host, Scheme};
use crate::transcript::Weight;

/// A value with its place.
#[derive(Clone, Debug)]
pub struct Given {
    /// What it is of.
    pub key: &'static Key,
    /// The value.
    pub value: Value,
    /// Its place.
    pub origin: Origin,
}

/// Values of one source.
#[derive(Clone, Debug)]
pub struct Layer {
    /// Each key once.
    pub given: Vec<Given>,
    /// Without a server of its own, or for another one, it says nothing.
    pub bound: bool,
    /// The account, if it is that of `--account`.
    pub account: Option<String>,
}

impl Layer {
    fn get(&self, name: &str) -> Option<&Given> {
        self.given.iter().find(|given| given.key.name == name)
    }

    fn text(&self, name: &str) -> Option<&str> {
        match &self.get(name)?.value {
            Value::Text(text) | Value::Word(text) => Some(text),
            Value::Truth(_) | Value::List(_) => None,
        }
    }

    /// Its server.
    fn endpoint(&self) -> Result<Option<Endpoint>, Failure> {
        let parsed = |text| Endpoint::parse(text).map_err(|error| self.wrong("server", &error.to_string()));
        self.text("server").map(parsed).transpose()
    }

    fn wrong(&self, key: &str, message: &str) -> Failure {
        let origin = self.get(key).map_or(&Origin::Flag, |given| &given.origin);
        origin.wrong(key, message)
    }
}

/// Adds to what flags say what the layers say, the upper ones first.
///
/// # Errors
/// A value has no meaning (78).
pub fn fill(mut told: Told, layers: &[Layer], terminal: &Terminal) -> Result<Told, Failure> {
    for key in &KEYS {
        if (key.field)(&mut told).is_given() {
            told.origins.insert(key.name, Origin::Flag);
        }
    }
    if told.server.is_none() && !told.tunnel {
        let first = layers.iter().find_map(|layer| layer.get("server"));
        first.map_or(Ok(()), |given| take(&mut told, given))?;
    }
    let place = match told.server.as_deref().map(Endpoint::parse) {
        Some(Ok(endpoint)) => endpoint,
        None if told.tunnel => Endpoint { scheme: None, user: None, host: Host::Nameless, port: None },
        // Without a server there is nobody to whom it would be said; what is none is told by who goes there.
        None | Some(Err(_)) => return Ok(told),
    };
    let said = told.origins.get("server") == Some(&Origin::Flag);
    let mut user = told.connection.password.user.clone().or_else(|| place.user.clone().filter(|_| said));
    for layer in layers {
        add(layer, &mut told, &place, &mut user, terminal)?;
    }
    Ok(told)
}

/// Adds what one layer says.
fn add(
    layer: &Layer,
    told: &mut Told,
    place: &Endpoint,
    user: &mut Option<String>,
    terminal: &Terminal,
) -> Result<(), Failure> {
    let own = layer.endpoint()?;
    let same = own.as_ref().is_some_and(|own| is_same(&own.host, &place.host));
    if !same && layer.account.is_none() && (layer.bound || own.is_some()) {
        return Ok(());
    }
    let theirs = layer.text("user").map(str::to_owned).or_else(|| own.and_then(|own| own.user));
    let foreign = theirs.is_some() && user.is_some() && theirs != *user;
    if user.is_none() {
        layer.get("user").map_or(Ok(()), |given| take(told, given))?;
        if let Some((theirs, server)) = theirs.filter(|_| layer.get("user").is_none()).zip(layer.get("server")) {
            told.connection.password.user = Some(theirs);
            told.origins.insert("user", server.origin.clone());
        }
        user.clone_from(&told.connection.password.user);
    }
    let said =
        |key: &Key, told: &mut Told| KEYS.iter().any(|other| key.goes_with(other) && (other.field)(told).is_given());
    let news: Vec<&Given> = layer.given.iter().filter(|given| !said(given.key, told)).collect();
    for given in news {
        let key = given.key;
        let hidden = key.login && (user.is_none() || (foreign && key.group == Some(SECRET)));
        // imaps:// says itself when TLS begins, whatever holds for the other servers of the account.
        let implied = key.name == "tls" && place.scheme.is_some_and(Scheme::is_implicit);
        if hidden || implied || ["server", "user"].contains(&key.name) {
            continue;
        }
        take(told, given)?;
        if let Some(account) = layer.account.as_ref().filter(|_| !same && key.group == Some(SECRET)) {
            let text = format!("the secret of account {account:?} is for {}, as --account asks", place.host);
            terminal.note(Weight::Warning, crate::base::escape::escape_str(&text));
        }
    }
    Ok(())
}

fn take(told: &mut Told, given: &Given) -> Result<(), Failure> {
    let Given { key, value, origin } = given;
    key.fill(told, value).map_err(|expected| origin.wrong(key.name, expected))?;
    told.origins.insert(key.name, origin.clone());
    Ok(())
}

/// What counts is the name, as it was given.
fn is_same(one: &Host, other: &Host) -> bool {
    match (one, other) {
        (Host::Name(one), Host::Name(other)) => one.eq_ignore_ascii_case(other),
        (one, other) => one == other,
    }
}
