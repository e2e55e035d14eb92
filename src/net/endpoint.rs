//! Where to connect to, as `--server` says it.

use std::fmt;
use std::net::IpAddr;

/// A server: where it is and which protocol is spoken there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Endpoint {
    /// What stands before `://`, if anything does.
    pub scheme: Option<Scheme>,
    /// What stands before `@`, if anything does.
    pub user: Option<String>,
    /// The host or socket.
    pub host: Host,
    /// The port, if one is given.
    pub port: Option<u16>,
}

/// The protocols by their URL schemes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scheme {
    /// Relay, port 25.
    Smtp,
    /// TLS from the first octet, port 465 (RFC 8314 §7.3).
    Smtps,
    /// Submission, port 587 (RFC 6409).
    Submission,
}

/// A host as it was given: what counts for security is the name, never what it resolves to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Host {
    /// A name to look up.
    Name(String),
    /// An address.
    Address(IpAddr),
    /// The path of a unix socket.
    Unix(String),
}

/// Why a text is no endpoint.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum EndpointError {
    /// A scheme of another protocol, or of none.
    #[error("the scheme {0}:// is not one of smtp, smtps, submission")]
    Scheme(String),
    /// Nothing stands where the host is expected.
    #[error("the host is missing")]
    NoHost,
    /// `user:password@`: a URL shows the password to all.
    #[error("a password has no place in a URL: give the user alone, and --password-file or its kin")]
    Password,
    /// The port is not 1 to 65535.
    #[error("{0:?} is not a port (1 to 65535)")]
    Port(String),
    /// A character that no host name has.
    #[error("{0:?} cannot stand in a host name")]
    Character(char),
    /// `[` without `]`.
    #[error("the address in brackets is not an IPv6 address")]
    Brackets,
}

impl Endpoint {
    /// `host`, `host:port`, `[v6]:port`, `smtp://user@host:port`, `unix:/path`.
    pub fn parse(text: &str) -> Result<Endpoint, EndpointError> {
        if let Some(path) = text.strip_prefix("unix:") {
            return Ok(Endpoint { scheme: None, user: None, host: Host::Unix(path.to_owned()), port: None });
        }
        let (scheme, rest) = match text.split_once("://") {
            Some((scheme, rest)) => (Some(Scheme::parse(scheme)?), rest.strip_suffix('/').unwrap_or(rest)),
            None => (None, text),
        };
        let (user, rest) = match rest.rsplit_once('@') {
            Some((user, _)) if user.contains(':') => return Err(EndpointError::Password),
            Some((user, rest)) => (Some(user.to_owned()), rest),
            None => (None, rest),
        };
        let (host, port) = split_port(rest)?;
        let port = port.map(parse_port).transpose()?;
        Ok(Endpoint { scheme, user, host: parse_host(host)?, port })
    }

    /// The port to use: as given, else by scheme, else 587 with a user and 25 without.
    pub fn smtp_port(&self, with_user: bool) -> u16 {
        self.port.unwrap_or(match self.scheme {
            Some(Scheme::Smtps) => 465,
            Some(Scheme::Submission) => 587,
            Some(Scheme::Smtp) => 25,
            None if with_user => 587,
            None => 25,
        })
    }
}

fn split_port(text: &str) -> Result<(&str, Option<&str>), EndpointError> {
    if let Some(inner) = text.strip_prefix('[') {
        let (host, behind) = inner.split_once(']').ok_or(EndpointError::Brackets)?;
        return match behind.strip_prefix(':') {
            Some(port) => Ok((host, Some(port))),
            None if behind.is_empty() => Ok((host, None)),
            None => Err(EndpointError::Brackets),
        };
    }
    match text.split_once(':') {
        // More than one colon: an IPv6 address without brackets.
        Some((_, behind)) if behind.contains(':') => Ok((text, None)),
        Some((host, port)) => Ok((host, Some(port))),
        None => Ok((text, None)),
    }
}

fn parse_port(text: &str) -> Result<u16, EndpointError> {
    let digits = text.bytes().all(|b| b.is_ascii_digit());
    let port = text.parse().ok().filter(|&port: &u16| digits && port > 0);
    port.ok_or_else(|| EndpointError::Port(text.to_owned()))
}

fn parse_host(text: &str) -> Result<Host, EndpointError> {
    if text.is_empty() {
        return Err(EndpointError::NoHost);
    }
    if let Ok(address) = text.parse() {
        return Ok(Host::Address(address));
    }
    let wrong = |c: &char| c.is_control() || c.is_whitespace() || "/\\?#<>\"[]:@".contains(*c);
    match text.chars().find(wrong) {
        Some(c) => Err(EndpointError::Character(c)),
        None => Ok(Host::Name(text.to_owned())),
    }
}

impl Scheme {
    fn parse(text: &str) -> Result<Scheme, EndpointError> {
        match text.to_ascii_lowercase().as_str() {
            "smtp" => Ok(Scheme::Smtp),
            "smtps" => Ok(Scheme::Smtps),
            "submission" => Ok(Scheme::Submission),
            other => Err(EndpointError::Scheme(other.to_owned())),
        }
    }
}

impl Host {
    /// True for a literal loopback address and for a unix socket: what is said stays on this machine.
    pub fn is_local(&self) -> bool {
        match self {
            Host::Name(_) => false,
            Host::Address(address) => address.is_loopback(),
            Host::Unix(_) => true,
        }
    }
}

impl fmt::Display for Host {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Host::Name(name) => f.write_str(name),
            Host::Address(address) => address.fmt(f),
            Host::Unix(path) => write!(f, "unix:{path}"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn endpoints() {
        let parse = |text| Endpoint::parse(text).map(|e| (e.host.to_string(), e.port, e.smtp_port(false)));
        assert_eq!(parse("mx.example.test"), Ok(("mx.example.test".into(), None, 25)));
        assert_eq!(parse("mx.example.test:2525"), Ok(("mx.example.test".into(), Some(2525), 2525)));
        assert_eq!(parse("smtps://a@b.test@mail.test/"), Ok(("mail.test".into(), None, 465)));
        assert_eq!(parse("submission://mail.test"), Ok(("mail.test".into(), None, 587)));
        assert_eq!(parse("[::1]:25"), Ok(("::1".into(), Some(25), 25)));
        assert_eq!(parse("2001:db8::1"), Ok(("2001:db8::1".into(), None, 25)));
        assert_eq!(parse("unix:/run/x"), Ok(("unix:/run/x".into(), None, 25)));
    }

    #[test]
    fn what_is_none() {
        assert_eq!(Endpoint::parse("http://x"), Err(EndpointError::Scheme("http".into())));
        assert_eq!(Endpoint::parse(""), Err(EndpointError::NoHost));
        assert_eq!(Endpoint::parse("x:0"), Err(EndpointError::Port("0".into())));
        assert_eq!(Endpoint::parse("x:+25"), Err(EndpointError::Port("+25".into())));
        assert_eq!(Endpoint::parse("x\r\ny"), Err(EndpointError::Character('\r')));
    }

    #[test]
    fn only_what_is_literally_local_is_local() {
        let local = |text| Endpoint::parse(text).map(|e| e.host.is_local());
        assert_eq!([local("127.0.0.1"), local("[::1]:25"), local("unix:/x")], [Ok(true), Ok(true), Ok(true)]);
        assert_eq!([local("localhost"), local("192.0.2.1")], [Ok(false), Ok(false)]);
    }
}
