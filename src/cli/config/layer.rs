//! What stands above what, and for which server it is meant.
//!
//! A layer that names a server speaks of that server alone: where another layer above names a server of another host,
//! or another port of a literal loopback address, nothing of it holds there, neither the secret nor whom to trust. An
//! account that names no server for a service is silent about it. `--account` is the exception, since there the user
//! says both. And a secret is the user's whom the layer names: it is not shown for another user. Where mail exchangers
//! are the servers, what the environment says of the way holds, and nobody logs in.

use super::keys::{Field, KEYS, Key, SECRET, Value};
use super::{Origin, Service, Told};
use crate::cli::error::Failure;
use crate::cli::password::is_bare;
use crate::cli::terminal::Terminal;
use crate::net::endpoint::{Endpoint, Host, Scheme};
use crate::proto::sasl::Mechanism;
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

impl Given {
    /// Whether the other says nothing any more: it is of the same key, or of one that is said along with it, or of how
    /// servers are dialled where a command leads to this one. What is false, or a list of none, takes nothing else's place.
    pub fn stands_above(&self, other: &Given) -> bool {
        let says = match &self.value {
            Value::Truth(truth) => *truth,
            Value::List(list) => !list.is_empty(),
            Value::Text(_) | Value::Word(_) => true,
        };
        let leads = self.key.name == "tunnel" && DIALLED.contains(&other.key.name);
        leads || self.key.name == other.key.name || (says && self.key.goes_with(other.key))
    }
}

/// What is of use only where something is dialled.
const DIALLED: [&str; 6] = ["ipv4", "ipv6", "dns", "resolve", "bind", "proxy"];

/// Whatever a command leads to.
const NAMELESS: Endpoint = Endpoint { scheme: None, user: None, host: Host::Nameless, port: None };

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

    /// What it says of the way and of the login that was not said yet.
    fn news(&self, told: &mut Told) -> Vec<&Given> {
        let rest = self.given.iter().filter(|given| !["server", "user"].contains(&given.key.name));
        rest.filter(|given| !is_said(given.key, told)).collect()
    }

    /// Whether its mechanisms ask for nothing, since a certificate of ours says who we are: then nobody is named.
    fn shows_who(&self, told: &Told) -> bool {
        let certificate =
            self.get("client-cert").is_some() || told.connection.transport.handshake.client_cert.is_some();
        let mut names: Vec<String> = Vec::new();
        // What is no list of names is told of where it is filled in.
        let _ = self.get("auth").map(|given| names.fill(&given.value));
        let known: Option<Vec<Mechanism>> = names.iter().map(|name| Mechanism::from_name(name)).collect();
        certificate && known.is_some_and(|mechanisms| is_bare(&mechanisms))
    }

    /// Its server.
    fn endpoint(&self) -> Result<Option<Endpoint>, Failure> {
        let parsed = |text| Endpoint::parse(text).map_err(|error| self.wrong("server", &error.to_string()));
        let by_command = self.get("tunnel").map(|_| NAMELESS);
        self.text("server").map(parsed).transpose().map(|named| named.or(by_command))
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
pub fn fill(told: Told, service: Service, layers: &[Layer], terminal: &Terminal) -> Result<Told, Failure> {
    let mut told = flagged(told);
    if told.server.is_none() && told.tunnel.tunnel.is_none() {
        let first = layers.iter().find_map(|layer| layer.get("server").or_else(|| layer.get("tunnel")));
        first.map_or(Ok(()), |given| take(&mut told, given))?;
    }
    let place = match told.server.as_deref().map(Endpoint::parse) {
        Some(Ok(endpoint)) => endpoint,
        None if told.tunnel.tunnel.is_some() => NAMELESS,
        None => return anywhere(told, layers),
        // What is no server is told by who goes there.
        Some(Err(_)) => return Ok(told),
    };
    let by = told.tunnel.tunnel.clone();
    let meant = layers.iter().filter_map(|layer| Meant::new(layer, (&place, by.as_deref()), service).transpose());
    let meant = meant.collect::<Result<Vec<_>, Failure>>()?;
    let said = told.origins.get("server") == Some(&Origin::Flag);
    let mut user = told.connection.password.user.clone().or_else(|| place.user.clone().filter(|_| said));
    // Whose an upper layer's secret is may be said by a lower one.
    for layer in &meant {
        layer.settle(&mut told, &mut user)?;
    }
    for layer in &meant {
        layer.add(&mut told, &place, user.as_ref(), terminal)?;
    }
    check_tunnel(&mut told)?;
    Ok(told)
}

/// What the flags of a tunnel and those of the network have to say to each other holds for keys too: where a command
/// leads to the server nothing is dialled. What the environment says for all servers is for the others.
fn check_tunnel(told: &mut Told) -> Result<(), Failure> {
    let Some(tunnel) = told.origins.get("tunnel").filter(|origin| **origin != Origin::Flag).cloned() else {
        return Ok(());
    };
    for key in KEYS.iter().filter(|key| DIALLED.contains(&key.name)) {
        let origin = told.origins.get(key.name).filter(|origin| !matches!(origin, Origin::Variable(_))).cloned();
        if let Some(origin) = origin.filter(|_| (key.field)(told).is_given()) {
            let text = format!("it changes nothing where a command leads to the server ({tunnel})");
            return Err(origin.wrong(key.name, text));
        }
    }
    Ok(())
}

/// Adds what holds whatever server there will be: of layers that speak of no server all that is no login, since there
/// is nobody yet to whom that would be said.
///
/// # Errors
/// A value has no meaning (78).
pub fn anywhere(told: Told, layers: &[Layer]) -> Result<Told, Failure> {
    let mut told = flagged(told);
    for layer in layers.iter().filter(|layer| !layer.bound && layer.endpoint().is_ok_and(|own| own.is_none())) {
        let news = layer.news(&mut told);
        news.into_iter().filter(|given| !given.key.login).try_for_each(|given| take(&mut told, given))?;
    }
    Ok(told)
}

/// Remembers what flags say.
fn flagged(mut told: Told) -> Told {
    for key in &KEYS {
        if (key.field)(&mut told).is_given() {
            told.origins.insert(key.name, Origin::Flag);
        }
    }
    told
}

/// A layer that speaks of the server.
struct Meant<'a> {
    layer: &'a Layer,
    /// It names that server.
    same: bool,
    /// The user whom it names.
    user: Option<String>,
}

impl<'a> Meant<'a> {
    /// `None`: it speaks of another one, or of none.
    fn new(
        layer: &'a Layer,
        (place, tunnel): (&Endpoint, Option<&str>),
        service: Service,
    ) -> Result<Option<Meant<'a>>, Failure> {
        let own = layer.endpoint()?;
        let by_url = own.as_ref().and_then(|own| own.user.clone());
        let user = layer.text("user").map(str::to_owned).or(by_url);
        let port = |endpoint: &Endpoint| endpoint.port_of(service.protocol(), user.is_some()).ok();
        let same = match place.host {
            Host::Nameless => tunnel.is_some() && layer.text("tunnel") == tunnel,
            _ => own.as_ref().is_some_and(|own| is_same(own, place, port)),
        };
        let silent = !same && layer.account.is_none() && (layer.bound || own.is_some());
        Ok((!silent).then_some(Meant { layer, same, user }))
    }

    /// Says who the user is, unless that is known.
    fn settle(&self, told: &mut Told, user: &mut Option<String>) -> Result<(), Failure> {
        if user.is_some() {
            return Ok(());
        }
        if let Some(given) = self.layer.get("user") {
            take(told, given)?;
        } else if let Some((theirs, server)) = self.user.clone().zip(self.layer.get("server")) {
            told.connection.password.user = Some(theirs);
            told.origins.insert("user", server.origin.clone());
        }
        user.clone_from(&told.connection.password.user);
        Ok(())
    }

    /// Adds all else that it says.
    fn add(
        &self,
        told: &mut Told,
        place: &Endpoint,
        user: Option<&String>,
        terminal: &Terminal,
    ) -> Result<(), Failure> {
        let foreign = self.user.is_some() && self.user.as_ref() != user;
        for given in self.layer.news(told) {
            let key = given.key;
            let nobody = user.is_none() && !(key.name == "auth" && self.layer.shows_who(told));
            let hidden = key.login && (nobody || (foreign && key.group == Some(SECRET)));
            // imaps:// says itself when TLS begins, whatever holds for the other servers of the account.
            let implied = key.name == "tls" && place.scheme.is_some_and(Scheme::is_implicit);
            // The way to one server is none to another.
            let elsewhere = key.name == "tunnel" && !self.same;
            if hidden || implied || elsewhere {
                continue;
            }
            take(told, given)?;
            if let Some(account) = self.layer.account.as_ref().filter(|_| !self.same && key.group == Some(SECRET)) {
                let text = format!("the secret of account {account:?} is for {}, as --account asks", place.host);
                terminal.note(Weight::Warning, crate::base::escape::escape_str(&text));
            }
        }
        Ok(())
    }
}

/// Whether it was said: itself, were it to say false, or a key that is said along with it.
fn is_said(key: &Key, told: &mut Told) -> bool {
    let said = |other: &Key, told: &mut Told| key.goes_with(other) && (other.field)(told).is_given();
    told.origins.get(key.name).is_some() || KEYS.iter().any(|other| said(other, told))
}

fn take(told: &mut Told, given: &Given) -> Result<(), Failure> {
    let Given { key, value, origin } = given;
    key.fill(told, value).map_err(|expected| origin.wrong(key.name, expected))?;
    told.origins.insert(key.name, origin.clone());
    Ok(())
}

/// What counts is the name, as it was given, and for a literal loopback address the port too: anybody's server, or a
/// way to anywhere, can be behind another one.
fn is_same(one: &Endpoint, other: &Endpoint, port: impl Fn(&Endpoint) -> Option<u16>) -> bool {
    match (&one.host, &other.host) {
        (Host::Name(one), Host::Name(other)) => one.eq_ignore_ascii_case(other),
        (Host::Address(own), Host::Address(_)) if own.is_loopback() => {
            one.host == other.host && port(one) == port(other)
        }
        (one, other) => one == other,
    }
}
