//! Where to connect to, as `--server` says it.

use std::fmt;
use std::net::IpAddr;

use super::tls_policy::IMPLICIT_PORTS;

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

/// What is spoken with a server.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Protocol {
    /// SMTP, to relay or to submit.
    Smtp,
    /// POP3.
    Pop3,
    /// IMAP.
    Imap,
}

/// The URL schemes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scheme {
    /// Relay, port 25.
    Smtp,
    /// TLS from the first octet, port 465 (RFC 8314 §7.3).
    Smtps,
    /// Submission, port 587 (RFC 6409).
    Submission,
    /// LMTP, which is SMTP towards mailboxes (RFC 2033): port 24, set aside for that.
    Lmtp,
    /// Port 110 (RFC 1939 §3); also `pop` (RFC 2384 §2).
    Pop3,
    /// TLS from the first octet, port 995 (RFC 8314 §7.3); also `pops`.
    Pop3s,
    /// Port 143 (RFC 9051 §2.1).
    Imap,
    /// TLS from the first octet, port 993 (RFC 8314 §7.3).
    Imaps,
}

/// One row: scheme, its names, protocol, port, TLS from the first octet.
type Row = (Scheme, &'static [&'static str], Protocol, u16, bool);

const SCHEMES: [Row; 8] = [
    (Scheme::Smtp, &["smtp"], Protocol::Smtp, 25, false),
    (Scheme::Smtps, &["smtps"], Protocol::Smtp, 465, true),
    (Scheme::Submission, &["submission"], Protocol::Smtp, 587, false),
    (Scheme::Lmtp, &["lmtp"], Protocol::Smtp, 24, false),
    (Scheme::Pop3, &["pop3", "pop"], Protocol::Pop3, 110, false),
    (Scheme::Pop3s, &["pop3s", "pops"], Protocol::Pop3, 995, true),
    (Scheme::Imap, &["imap"], Protocol::Imap, 143, false),
    (Scheme::Imaps, &["imaps"], Protocol::Imap, 993, true),
];

/// A host as it was given: what counts for security is the name, never what it resolves to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Host {
    /// A name to look up.
    Name(String),
    /// An address.
    Address(IpAddr),
    /// The path of a unix socket, or `@` and the name of an abstract one.
    Unix(String),
    /// Whatever a command leads to that knows the way.
    Nameless,
}

/// Why a text is no endpoint.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum EndpointError {
    /// A scheme of another protocol, or of none, or none at all.
    #[error("{}", if .scheme.is_empty() { format!("there is no scheme before ://, one of {known}") } else { format!("the scheme {scheme}:// is not one of {known}") })]
    Scheme {
        /// The scheme.
        scheme: String,
        /// Those that can stand there.
        known: String,
    },
    /// Nothing stands where the host is expected.
    #[error("the host is missing")]
    NoHost,
    /// `user:password@`: a URL shows the password to all.
    #[error("a password has no place in a URL: give the user alone, and --password-file or its kin")]
    Password,
    /// The port is not 1 to 65535.
    #[error("{0:?} is not a port (1 to 65535)")]
    Port(String),
    /// A port is needed, and none is given.
    #[error("the port is missing")]
    NoPort,
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

    /// The port to use where `protocol` is spoken: as given, else by scheme, else that of mail for SMTP (587 with a user,
    /// 25 without), and that for TLS from the first octet for the others.
    ///
    /// # Errors
    /// The scheme is one of another protocol.
    pub fn port_of(&self, protocol: Protocol, with_user: bool) -> Result<u16, EndpointError> {
        let by_scheme = match self.scheme {
            Some(scheme) if scheme.protocol() != protocol => {
                return Err(unknown(scheme.name(), |row| row.2 == protocol));
            }
            Some(scheme) => scheme.row().3,
            None => match protocol {
                Protocol::Smtp if with_user => 587,
                Protocol::Smtp => 25,
                Protocol::Pop3 => 995,
                Protocol::Imap => 993,
            },
        };
        Ok(self.port.unwrap_or(by_scheme))
    }

    /// TLS begins with the first octet: the scheme says so, or `port`, which is that of the endpoint.
    pub fn is_implicit(&self, port: u16) -> bool {
        let portless = matches!(self.host, Host::Unix(_) | Host::Nameless);
        self.scheme.is_some_and(Scheme::is_implicit) || (!portless && IMPLICIT_PORTS.contains(&port))
    }
}

/// No scheme that can stand there.
fn unknown(scheme: &str, known: impl Fn(&&Row) -> bool) -> EndpointError {
    let names = SCHEMES.iter().filter(known).filter_map(|row| row.1.first().copied());
    EndpointError::Scheme { scheme: scheme.to_owned(), known: names.collect::<Vec<_>>().join(", ") }
}

pub(super) fn split_port(text: &str) -> Result<(&str, Option<&str>), EndpointError> {
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

pub(super) fn parse_port(text: &str) -> Result<u16, EndpointError> {
    let digits = text.bytes().all(|b| b.is_ascii_digit());
    let port = text.parse().ok().filter(|&port: &u16| digits && port > 0);
    port.ok_or_else(|| EndpointError::Port(text.to_owned()))
}

pub(super) fn parse_host(text: &str) -> Result<Host, EndpointError> {
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
        let row = SCHEMES.iter().find(|row| row.1.iter().any(|name| name.eq_ignore_ascii_case(text)));
        row.map(|row| row.0).ok_or_else(|| unknown(text, |_| true))
    }

    /// What is spoken there.
    pub fn protocol(self) -> Protocol {
        self.row().2
    }

    /// TLS begins with the first octet.
    pub fn is_implicit(self) -> bool {
        self.row().4
    }

    fn name(self) -> &'static str {
        self.row().1.first().copied().unwrap_or_default()
    }

    fn row(self) -> &'static Row {
        SCHEMES.iter().find(|row| row.0 == self).unwrap_or(const { &SCHEMES[0] })
    }
}

impl Host {
    /// True for a literal loopback address, a unix socket, and what a command leads to: what is said stays on this
    /// machine, as far as we say it.
    pub fn is_local(&self) -> bool {
        match self {
            Host::Name(_) => false,
            Host::Address(address) => address.is_loopback(),
            Host::Unix(_) | Host::Nameless => true,
        }
    }
}

impl fmt::Display for Host {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Host::Name(name) => f.write_str(name),
            Host::Address(address) => address.fmt(f),
            Host::Unix(path) => write!(f, "unix:{path}"),
            Host::Nameless => f.write_str("the server"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn endpoints() {
        let parse = |text| {
            let endpoint = Endpoint::parse(text)?;
            let port = endpoint.port_of(Protocol::Smtp, false)?;
            Ok::<_, EndpointError>((endpoint.host.to_string(), endpoint.port, port))
        };
        assert_eq!(parse("mx.example.test"), Ok(("mx.example.test".into(), None, 25)));
        assert_eq!(parse("mx.example.test:2525"), Ok(("mx.example.test".into(), Some(2525), 2525)));
        assert_eq!(parse("smtps://a@b.test@mail.test/"), Ok(("mail.test".into(), None, 465)));
        assert_eq!(parse("submission://mail.test"), Ok(("mail.test".into(), None, 587)));
        assert_eq!(parse("lmtp://mail.test"), Ok(("mail.test".into(), None, 24)));
        assert_eq!(parse("[::1]:25"), Ok(("::1".into(), Some(25), 25)));
        assert_eq!(parse("2001:db8::1"), Ok(("2001:db8::1".into(), None, 25)));
        assert_eq!(parse("unix:/run/x"), Ok(("unix:/run/x".into(), None, 25)));
    }

    #[test]
    fn ports_by_protocol_and_scheme() {
        use Protocol::{Imap, Pop3, Smtp};
        for (text, protocol, user, port, implicit) in [
            ("x", Smtp, false, 25, false),
            ("x", Smtp, true, 587, false),
            ("smtps://x", Smtp, false, 465, true),
            ("x", Pop3, true, 995, true),
            ("pop3://x", Pop3, true, 110, false),
            ("POP://x", Pop3, true, 110, false),
            ("pop3s://x:1995", Pop3, true, 1995, true),
            ("x:1110", Pop3, true, 1110, false),
            ("x", Imap, true, 993, true),
            ("imap://x", Imap, true, 143, false),
            ("imaps://x:1", Imap, true, 1, true),
            ("unix:/x", Imap, true, 993, false),
        ] {
            let endpoint = Endpoint::parse(text).expect(text);
            assert_eq!(endpoint.port_of(protocol, user), Ok(port), "{text}");
            assert_eq!(endpoint.is_implicit(port), implicit, "{text}");
        }
        let foreign = Endpoint::parse("imap://x").expect("one").port_of(Pop3, true);
        assert_eq!(foreign.unwrap_err().to_string(), "the scheme imap:// is not one of pop3, pop3s");
    }

    #[test]
    fn what_is_none() {
        let wrong = |text| Endpoint::parse(text).map_err(|error| error.to_string()).unwrap_err();
        let known = "smtp, smtps, submission, lmtp, pop3, pop3s, imap, imaps";
        assert_eq!(wrong("http://x"), format!("the scheme http:// is not one of {known}"));
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
