//! The keys of an account: each is the flag of that name. In the environment `password-cmd` is `MAILTOOL_PASSWORD_CMD`.

use std::net::IpAddr;
use std::path::PathBuf;

use clap::ValueEnum;

use super::Told;
use crate::base::Secret;
use crate::cli::args::{DnsOver, TlsMode, known, proxied, version};
use crate::net::known::Known;
use crate::net::offer::Version;
use crate::net::pin::Pin;
use crate::net::proxied::Proxied;

/// A key.
#[derive(Debug)]
pub struct Key {
    /// Its name, which is the flag's.
    pub name: &'static str,
    /// Keys that are said together: where one of them is given, the others come from there too.
    pub group: Option<&'static str>,
    /// It means something only where somebody logs in.
    pub login: bool,
    /// It is a path: `~/` is the home directory.
    path: bool,
    /// Where its value goes.
    pub field: fn(&mut Told) -> &mut dyn Field,
}

/// The group of which an account names one.
pub const SECRET: &str = "secret";

/// All of them.
pub const KEYS: [Key; 33] = [
    key("server", |told| &mut told.server),
    key("tunnel", |told| &mut told.tunnel.tunnel),
    key("user", |told| &mut told.connection.password.user),
    key("password-cmd", |told| &mut told.connection.password.password_cmd).secret(),
    key("password-file", |told| &mut told.connection.password.password_file).secret().path(),
    key("password-env", |told| &mut told.connection.password.password_env).secret(),
    key("password", |told| &mut told.connection.password.kept).secret(),
    key("token-cmd", |told| &mut told.connection.password.token_cmd).secret(),
    key("auth", |told| &mut told.connection.password.auth).login(),
    key("insecure-auth", |told| &mut told.connection.password.insecure_auth).login(),
    key("tls", |told| &mut told.connection.tls),
    key("insecure", |told| &mut told.connection.transport.insecure).group("verification"),
    key("pin", |told| &mut told.connection.transport.handshake.pins).group("verification"),
    key("ca", |told| &mut told.connection.transport.ca).path(),
    key("sni", |told| &mut told.connection.transport.sni),
    key("client-cert", |told| &mut told.connection.transport.handshake.client_cert).group("identity").path(),
    key("client-key", |told| &mut told.connection.transport.handshake.client_key).group("identity").path(),
    key("tls-min", |told| &mut told.connection.transport.handshake.tls_min),
    key("tls-max", |told| &mut told.connection.transport.handshake.tls_max),
    key("tls-ciphers", |told| &mut told.connection.transport.handshake.tls_ciphers),
    key("tls-groups", |told| &mut told.connection.transport.handshake.tls_groups),
    key("ipv4", |told| &mut told.connection.transport.ipv4).group("family"),
    key("ipv6", |told| &mut told.connection.transport.ipv6).group("family"),
    key("bind", |told| &mut told.connection.route.bind),
    key("resolve", |told| &mut told.connection.route.resolve),
    key("dns", |told| &mut told.dns.dns).group("dns"),
    key("dns-over", |told| &mut told.dns.dns_over).group("dns"),
    key("proxy", |told| &mut told.connection.route.proxy).group("proxy"),
    key("proxy-password-file", |told| &mut told.connection.route.proxy_password_file).group("proxy").path(),
    key("proxy-password-env", |told| &mut told.connection.route.proxy_password_env).group("proxy"),
    key("proxy-insecure-auth", |told| &mut told.connection.route.proxy_insecure_auth).group("proxy"),
    key("proxy-protocol", |told| &mut told.connection.route.proxy_protocol),
    key("helo", |told| &mut told.helo),
];

const fn key(name: &'static str, field: fn(&mut Told) -> &mut dyn Field) -> Key {
    Key { name, group: None, login: false, path: false, field }
}

impl Key {
    const fn path(self) -> Key {
        Key { path: true, ..self }
    }

    const fn group(self, name: &'static str) -> Key {
        Key { group: Some(name), ..self }
    }

    const fn login(self) -> Key {
        Key { login: true, ..self }
    }

    const fn secret(self) -> Key {
        self.group(SECRET).login()
    }

    /// The key of this name.
    pub fn named(name: &str) -> Option<&'static Key> {
        KEYS.iter().find(|key| key.name == name)
    }

    /// Its environment variable.
    pub fn variable(&self) -> String {
        Key::variable_of(self.name)
    }

    /// The environment variable of a name.
    pub fn variable_of(name: &str) -> String {
        format!("MAILTOOL_{}", name.to_ascii_uppercase().replace('-', "_"))
    }

    /// Whether it is said along with the other: it is the same, or of the same group.
    pub fn goes_with(&self, other: &Key) -> bool {
        self.name == other.name || (self.group.is_some() && self.group == other.group)
    }

    /// Gives the flag this value.
    ///
    /// # Errors
    /// What is expected instead.
    pub fn fill(&self, told: &mut Told, value: &Value) -> Result<(), String> {
        let value = if self.path { value.at_home() } else { value.clone() };
        (self.field)(told).fill(&value)
    }
}

/// A value as it was written.
#[derive(Clone, Debug)]
pub enum Value {
    /// A string.
    Text(String),
    /// true or false.
    Truth(bool),
    /// An array of strings.
    List(Vec<String>),
    /// A variable of the environment, which means what the key makes of it.
    Word(String),
}

impl Value {
    /// What it is, in words. No string is quoted: it may be a secret.
    fn kind(&self) -> &'static str {
        match self {
            Value::Text(_) => "a string",
            Value::Truth(true) => "true",
            Value::Truth(false) => "false",
            Value::List(_) => "an array",
            Value::Word(_) => "another word",
        }
    }

    /// With the home directory for `~/`.
    fn at_home(&self) -> Value {
        let Value::Text(text) = self else { return self.clone() };
        let home = std::env::home_dir().filter(|_| text.starts_with("~/"));
        let path = home.zip(text.strip_prefix("~/")).map(|(home, rest)| home.join(rest).display().to_string());
        path.map_or_else(|| self.clone(), Value::Text)
    }
}

/// What a flag holds.
pub trait Field {
    /// Whether anything was said.
    fn is_given(&self) -> bool;
    /// Takes a value.
    ///
    /// # Errors
    /// What is expected instead.
    fn fill(&mut self, value: &Value) -> Result<(), String>;
    /// What it holds, for people; never a secret.
    fn shown(&self) -> String;
}

impl Field for bool {
    fn is_given(&self) -> bool {
        *self
    }

    fn fill(&mut self, value: &Value) -> Result<(), String> {
        *self = match value {
            Value::Truth(truth) => *truth,
            Value::Word(word) if ["true", "1"].contains(&word.as_str()) => true,
            Value::Word(word) if ["false", "0", ""].contains(&word.as_str()) => false,
            _ => return Err(format!("true or false is expected, not {}", value.kind())),
        };
        Ok(())
    }

    fn shown(&self) -> String {
        self.to_string()
    }
}

impl<T: Word> Field for Option<T> {
    fn is_given(&self) -> bool {
        self.is_some()
    }

    fn fill(&mut self, value: &Value) -> Result<(), String> {
        match value {
            Value::Text(text) | Value::Word(text) => *self = Some(T::read(text)?),
            Value::Truth(_) | Value::List(_) => return Err(format!("a string is expected, not {}", value.kind())),
        }
        Ok(())
    }

    fn shown(&self) -> String {
        self.as_ref().map(T::shown).unwrap_or_default()
    }
}

impl<T: Word> Field for Vec<T> {
    fn is_given(&self) -> bool {
        !self.is_empty()
    }

    fn fill(&mut self, value: &Value) -> Result<(), String> {
        let words = match value {
            Value::Text(text) => vec![text.as_str()],
            Value::Word(text) => text.split(T::BETWEEN).collect(),
            Value::List(texts) => texts.iter().map(String::as_str).collect(),
            Value::Truth(_) => {
                return Err(format!("a string or an array of strings is expected, not {}", value.kind()));
            }
        };
        *self = words.into_iter().map(T::read).collect::<Result<_, _>>()?;
        Ok(())
    }

    fn shown(&self) -> String {
        self.iter().map(T::shown).collect::<Vec<_>>().join(", ")
    }
}

/// What a string can mean.
pub trait Word: Sized {
    /// What stands between several of them in a variable of the environment.
    const BETWEEN: char = ',';
    /// Reads it.
    ///
    /// # Errors
    /// What is expected instead.
    fn read(text: &str) -> Result<Self, String>;
    /// Writes it.
    fn shown(&self) -> String;
}

impl Word for String {
    fn read(text: &str) -> Result<Self, String> {
        Ok(text.to_owned())
    }

    fn shown(&self) -> String {
        self.clone()
    }
}

impl Word for PathBuf {
    fn read(text: &str) -> Result<Self, String> {
        Ok(text.into())
    }

    fn shown(&self) -> String {
        self.display().to_string()
    }
}

impl Word for Secret {
    fn read(text: &str) -> Result<Self, String> {
        Ok(Secret::new(text))
    }

    fn shown(&self) -> String {
        "••••".to_owned()
    }
}

impl Word for IpAddr {
    fn read(text: &str) -> Result<Self, String> {
        text.parse().map_err(|_| format!("{text:?} is no IP address"))
    }

    fn shown(&self) -> String {
        self.to_string()
    }
}

impl Word for Pin {
    fn read(text: &str) -> Result<Self, String> {
        Pin::parse(text).ok_or_else(|| format!("{text:?} is not sha256: with 64 hexadecimal digits"))
    }

    fn shown(&self) -> String {
        self.to_string()
    }
}

impl Word for Version {
    fn read(text: &str) -> Result<Self, String> {
        version(text).map_err(|expected| format!("{text:?}: {expected}"))
    }

    fn shown(&self) -> String {
        self.to_string()
    }
}

impl Word for Known {
    /// Commas stand within.
    const BETWEEN: char = ' ';

    fn read(text: &str) -> Result<Self, String> {
        known(text).map_err(|expected| format!("{text:?}: {expected}"))
    }

    fn shown(&self) -> String {
        self.to_string()
    }
}

impl Word for Proxied {
    fn read(text: &str) -> Result<Self, String> {
        proxied(text).map_err(|expected| format!("{text:?}: {expected}"))
    }

    fn shown(&self) -> String {
        self.to_string()
    }
}

impl Word for TlsMode {
    fn read(text: &str) -> Result<Self, String> {
        one_of(text)
    }

    fn shown(&self) -> String {
        name(self)
    }
}

impl Word for DnsOver {
    fn read(text: &str) -> Result<Self, String> {
        one_of(text)
    }

    fn shown(&self) -> String {
        name(self)
    }
}

fn one_of<T: ValueEnum>(text: &str) -> Result<T, String> {
    let names = || T::value_variants().iter().map(name).collect::<Vec<_>>().join(", ");
    T::from_str(text, false).map_err(|_| format!("{text:?} is not one of {}", names()))
}

fn name(value: &impl ValueEnum) -> String {
    value.to_possible_value().map(|value| value.get_name().to_owned()).unwrap_or_default()
}
