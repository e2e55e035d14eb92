//! URLs of messages and of their parts (RFC 5092), which one program prints and another one reads.
//!
//! A mailbox is named in UTF-8 there, whatever way servers write it (RFC 5092 §8), and there is no place for a password.

use std::fmt::{self, Write};

/// `imap://user@host:143/Mailbox;UIDVALIDITY=1/;UID=7/;SECTION=1.2/;PARTIAL=0.100` (RFC 5092 §11).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Url {
    /// Where the mailbox is; `None`: whoever reads it knows (an `absolute-path` reference, RFC 5092 §7.1).
    pub server: Option<Server>,
    /// The mailbox, for people.
    pub mailbox: String,
    /// The UID means nothing unless the mailbox still has this UIDVALIDITY.
    pub uid_validity: Option<u32>,
    /// The message; `None`: the mailbox is meant.
    pub uid: Option<u32>,
    /// The part of it.
    pub section: Option<String>,
    /// Octets of that: from which on, and how many if not all.
    pub partial: Option<(u32, Option<u32>)>,
}

/// Where a mailbox is, and whose it is.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Server {
    /// TLS from the first octet: `imaps`, which no RFC has and everybody writes.
    pub tls: bool,
    /// The user.
    pub user: Option<String>,
    /// The SASL mechanism that the user wants to log in with.
    pub auth: Option<String>,
    /// The host; an IPv6 address without brackets.
    pub host: String,
    /// The port, unless it is that of the scheme.
    pub port: Option<u16>,
}

/// Why a text is no URL of a message.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum UrlError {
    /// It begins with something else.
    #[error("it begins with neither imap:// nor imaps:// nor /")]
    Scheme,
    /// Nothing stands where the host is expected.
    #[error("the host is missing")]
    Host,
    /// The port is not 1 to 65535.
    #[error("{0:?} is not a port (1 to 65535)")]
    Port(String),
    /// `user:password@`.
    #[error("a password has no place in a URL")]
    Password,
    /// Nothing stands where the mailbox is expected.
    #[error("the mailbox is missing")]
    Mailbox,
    /// `?`: a search is no message.
    #[error("what stands behind ? is a search, and no message")]
    Search,
    /// Two digits do not stand behind `%`, or what they say is no UTF-8.
    #[error("{0:?} is no percent-encoded UTF-8")]
    Encoding(String),
    /// A character that no URL has.
    #[error("the control character {0:?} has no place in a URL")]
    Control(char),
    /// Something else than ;UIDVALIDITY=, /;UID=, /;SECTION= and /;PARTIAL= in this order.
    #[error("{0:?} is neither ;UIDVALIDITY=, /;UID=, /;SECTION= nor /;PARTIAL= in its place, with its value")]
    Parameter(String),
}

/// The schemes, and whether TLS begins with the first octet.
const SCHEMES: [(&str, bool); 2] = [("imap://", false), ("imaps://", true)];

impl Url {
    /// Whether a word is meant to be one, well formed or not.
    pub fn is_meant(word: &str) -> bool {
        scheme(word).is_some() || (word.starts_with('/') && word.to_ascii_uppercase().contains(";UID"))
    }

    /// The URL of a message in the same mailbox.
    pub fn message(&self, uid: u32) -> Url {
        Url { uid: Some(uid), ..self.clone() }
    }

    /// `imapurl`, or an `absolute-path` reference.
    ///
    /// # Errors
    /// It cannot mean a message, a part of one, or a mailbox.
    pub fn parse(text: &str) -> Result<Url, UrlError> {
        if let Some(control) = text.chars().find(|c| c.is_control()) {
            return Err(UrlError::Control(control));
        }
        let (server, path) = match scheme(text) {
            Some((tls, rest)) => {
                let (authority, path) = rest.split_once('/').unwrap_or((rest, ""));
                (Some(Server::parse(authority, tls)?), path)
            }
            None => (None, text.strip_prefix('/').ok_or(UrlError::Scheme)?),
        };
        // No semicolon stands in a name, where it is %3B.
        let mut pieces = path.split("/;");
        let (mailbox, validity) = reference(pieces.next().unwrap_or_default())?;
        let url = Url { server, mailbox, uid_validity: validity, ..Url::default() };
        pieces.try_fold(url, Url::with)
    }

    /// With what stands behind `/;`.
    fn with(self, piece: &str) -> Result<Url, UrlError> {
        let wrong = || UrlError::Parameter(piece.to_owned());
        let (name, value) = piece.split_once('=').ok_or_else(wrong)?;
        match name.to_ascii_uppercase().as_str() {
            "UID" if self.uid.is_none() => Ok(Url { uid: Some(nz_number(value).ok_or_else(wrong)?), ..self }),
            "SECTION" if self.uid.is_some() && self.section.is_none() && self.partial.is_none() => {
                let section = Some(decode(value)?).filter(|section| !section.contains(';') && !section.is_empty());
                Ok(Url { section: Some(section.ok_or_else(wrong)?), ..self })
            }
            "PARTIAL" if self.uid.is_some() && self.partial.is_none() => {
                Ok(Url { partial: Some(range(value).ok_or_else(wrong)?), ..self })
            }
            _ => Err(wrong()),
        }
    }
}

impl fmt::Display for Url {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(server) = &self.server {
            server.fmt(f)?;
        }
        write!(f, "/{}", name(&self.mailbox))?;
        self.uid_validity.iter().try_for_each(|number| write!(f, ";UIDVALIDITY={number}"))?;
        self.uid.iter().try_for_each(|number| write!(f, "/;UID={number}"))?;
        self.section.iter().try_for_each(|section| write!(f, "/;SECTION={}", encode(section, "")))?;
        match self.partial {
            Some((from, Some(octets))) => write!(f, "/;PARTIAL={from}.{octets}"),
            Some((from, None)) => write!(f, "/;PARTIAL={from}"),
            None => Ok(()),
        }
    }
}

impl Server {
    /// `iserver`: what stands between the scheme and the path.
    fn parse(text: &str, tls: bool) -> Result<Server, UrlError> {
        let (info, place) = text.rsplit_once('@').map_or((None, text), |(info, place)| (Some(info), place));
        let (user, auth) = info.map_or(Ok((None, None)), userinfo)?;
        let (host, port) = match place.strip_prefix('[').and_then(|inner| inner.split_once(']')) {
            Some((address, behind)) => (address, behind),
            None => place.split_at_checked(place.find(':').unwrap_or(place.len())).unwrap_or_default(),
        };
        let legal = |c: char| c.is_alphanumeric() || "-._:".contains(c);
        if host.is_empty() || !host.chars().all(legal) {
            return Err(UrlError::Host);
        }
        let wrong = || UrlError::Port(port.trim_start_matches(':').to_owned());
        let port = match port.strip_prefix(':') {
            None if port.is_empty() => None,
            None => return Err(wrong()),
            Some("") => None,
            Some(port) => Some(nz_number(port).and_then(|port| u16::try_from(port).ok()).ok_or_else(wrong)?),
        };
        Ok(Server { tls, user, auth, host: host.to_owned(), port })
    }
}

impl fmt::Display for Server {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(if self.tls { "imaps://" } else { "imap://" })?;
        self.user.iter().try_for_each(|user| f.write_str(&encode(user, "")))?;
        self.auth.iter().try_for_each(|auth| write!(f, ";AUTH={}", encode(auth, "")))?;
        if self.user.is_some() || self.auth.is_some() {
            f.write_char('@')?;
        }
        match self.host.contains(':') {
            true => write!(f, "[{}]", self.host)?,
            false => f.write_str(&self.host)?,
        }
        self.port.iter().try_for_each(|port| write!(f, ":{port}"))
    }
}

/// What stands behind the scheme, and whether TLS begins with the first octet.
fn scheme(text: &str) -> Option<(bool, &str)> {
    SCHEMES.iter().find_map(|(scheme, tls)| {
        let (head, rest) = text.split_at_checked(scheme.len())?;
        head.eq_ignore_ascii_case(scheme).then_some((*tls, rest))
    })
}

/// `iuserinfo`; `*` is any mechanism.
fn userinfo(text: &str) -> Result<(Option<String>, Option<String>), UrlError> {
    let (user, auth) = match text.split_once(';') {
        None => (text, None),
        Some((user, parameter)) => match parameter.split_once('=') {
            Some((name, value)) if name.eq_ignore_ascii_case("AUTH") => (user, Some(value)),
            _ => return Err(UrlError::Parameter(parameter.to_owned())),
        },
    };
    if user.contains(':') {
        return Err(UrlError::Password);
    }
    let user = Some(decode(user)?).filter(|user| !user.is_empty());
    let auth = auth.filter(|auth| *auth != "*").map(decode).transpose()?;
    Ok((user, auth))
}

/// `imailbox-ref`.
fn reference(text: &str) -> Result<(String, Option<u32>), UrlError> {
    if text.contains('?') {
        return Err(UrlError::Search);
    }
    let (mailbox, validity) = text.split_once(';').map_or((text, None), |(mailbox, rest)| (mailbox, Some(rest)));
    let mailbox = Some(decode(mailbox)?).filter(|mailbox| !mailbox.is_empty()).ok_or(UrlError::Mailbox)?;
    let number = |parameter: &str| {
        let (name, value) = parameter.split_once('=')?;
        nz_number(value).filter(|_| name.eq_ignore_ascii_case("UIDVALIDITY"))
    };
    let wrong = |parameter: &str| UrlError::Parameter(parameter.to_owned());
    let validity = validity.map(|text| number(text).ok_or_else(|| wrong(text))).transpose()?;
    Ok((mailbox, validity))
}

/// `nz-number`.
fn nz_number(text: &str) -> Option<u32> {
    number(text).filter(|&number| number > 0)
}

fn number(text: &str) -> Option<u32> {
    text.parse().ok().filter(|_| text.bytes().all(|octet| octet.is_ascii_digit()))
}

/// `partial-range`.
fn range(text: &str) -> Option<(u32, Option<u32>)> {
    match text.split_once('.') {
        Some((from, octets)) => Some((number(from)?, Some(nz_number(octets)?))),
        None => Some((number(text)?, None)),
    }
}

/// `enc-mailbox`. A slash at its beginning would be that before a host, one at its end that before a parameter.
fn name(mailbox: &str) -> String {
    let mut name = encode(mailbox, "/");
    if name.starts_with('/') {
        name.replace_range(..1, "%2F");
    }
    if name.ends_with('/') {
        name.truncate(name.len() - 1);
        name.push_str("%2F");
    }
    name
}

/// Percent-encoded, but for `unreserved` (RFC 3986 §2.3) and these.
fn encode(text: &str, also: &str) -> String {
    let mut encoded = String::new();
    for octet in text.bytes() {
        let plain = octet.is_ascii_alphanumeric() || b"-._~".contains(&octet) || also.as_bytes().contains(&octet);
        match plain {
            true => encoded.push(char::from(octet)),
            false => drop(write!(encoded, "%{octet:02X}")),
        }
    }
    encoded
}

fn decode(text: &str) -> Result<String, UrlError> {
    let wrong = || UrlError::Encoding(text.to_owned());
    let mut pieces = text.split('%');
    let mut octets = pieces.next().unwrap_or_default().as_bytes().to_vec();
    for piece in pieces {
        let (digits, rest) = piece.split_at_checked(2).ok_or_else(wrong)?;
        let hexadecimal = digits.bytes().all(|digit| digit.is_ascii_hexdigit());
        octets.push(u8::from_str_radix(digits, 16).ok().filter(|_| hexadecimal).ok_or_else(wrong)?);
        octets.extend_from_slice(rest.as_bytes());
    }
    String::from_utf8(octets).map_err(|_| wrong())
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn server(tls: bool, user: Option<&str>, host: &str, port: Option<u16>) -> Server {
        Server { tls, user: user.map(str::to_owned), auth: None, host: host.to_owned(), port }
    }

    /// The examples of RFC 5092 §9 and §6, and what is written otherwise here.
    #[test]
    fn of_the_rfc() {
        let url = Url::parse("imap://minbari.example.org/gray-council;UIDVALIDITY=385759045/;UID=20/;PARTIAL=0.1024");
        let meant = Url {
            server: Some(server(false, None, "minbari.example.org", None)),
            mailbox: "gray-council".to_owned(),
            uid_validity: Some(385_759_045),
            uid: Some(20),
            section: None,
            partial: Some((0, Some(1024))),
        };
        assert_eq!(url, Ok(meant));
        for text in [
            "imap://psicorp.example.org/~peter/%E6%97%A5%E6%9C%AC%E8%AA%9E/%E5%8F%B0%E5%8C%97",
            "imap://michael@example.org/INBOX/;UID=20/;SECTION=1.2/;PARTIAL=0.1024",
            "imap://john;AUTH=GSSAPI@minbari.example.org/gray-council/;UID=20",
            "imaps://pepe%40x.test@[::1]:1993/a%3Bb%2Cc%20d;UIDVALIDITY=1/;UID=4294967295",
            "/INBOX;UIDVALIDITY=7/;UID=1",
        ] {
            assert_eq!(Url::parse(text).expect(text).to_string(), text);
        }
        for (text, written) in [
            ("IMAP://;AUTH=*@h/a;uidvalidity=1/;uid=2", "imap://h/a;UIDVALIDITY=1/;UID=2"),
            ("imap://a@b@h:/Entwürfe/;UID=2", "imap://a%40b@h/Entw%C3%BCrfe/;UID=2"),
            (
                "imap://h//a/b//;UID=1/;SECTION=HEADER.FIELDS%20(TO)",
                "imap://h/%2Fa/b%2F/;UID=1/;SECTION=HEADER.FIELDS%20%28TO%29",
            ),
        ] {
            assert_eq!(Url::parse(text).expect(text).to_string(), written);
        }
    }

    #[test]
    fn what_is_none() {
        let wrong = |text: &str| Url::parse(text).expect_err(text);
        assert_eq!(wrong("imap://u:secret@h/a/;UID=1"), UrlError::Password);
        assert_eq!(wrong("imap://h/a?UNSEEN"), UrlError::Search);
        assert_eq!(wrong("imap://h/;UID=1"), UrlError::Mailbox);
        assert_eq!((wrong("imap://h"), wrong("imap://h/")), (UrlError::Mailbox, UrlError::Mailbox));
        assert_eq!((wrong("imap:///a/;UID=1"), wrong("imap://h x/a")), (UrlError::Host, UrlError::Host));
        assert_eq!((wrong("http://h/a"), wrong("INBOX/;UID=1")), (UrlError::Scheme, UrlError::Scheme));
        assert_eq!(wrong("imap://h:0/a"), UrlError::Port("0".to_owned()));
        assert_eq!(wrong("imap://[::1]x/a"), UrlError::Port("x".to_owned()));
        assert_eq!(wrong("imap://h/a\r\n"), UrlError::Control('\r'));
        for text in ["imap://h/a%", "imap://h/a%2", "imap://h/a%+1", "imap://h/%FF", "imap://h/a%€"] {
            assert!(matches!(wrong(text), UrlError::Encoding(_)), "{text}");
        }
        for behind in [
            ";UIDVALIDITY=0",
            ";UIDVALIDITY=",
            ";UIDVALIDITY=4294967296",
            ";X=1",
            "/;UID=0",
            "/;UID=+1",
            "/;UID=1:2",
            "/;SECTION=1",
            "/;UID=1/;UID=2",
            "/;UID=1/;PARTIAL=0.0",
            "/;UID=1/;PARTIAL=0/;SECTION=1",
            "/;UID=1/;SECTION=",
            "/;UID=1;EXPIRE=2099-01-01T00:00:00Z;URLAUTH=anonymous:internal:01",
            "/;UID=1/;SECTION=1;URLAUTH=x",
        ] {
            let text = format!("imap://h/a{behind}");
            assert!(matches!(wrong(&text), UrlError::Parameter(_)), "{text}");
        }
    }

    #[test]
    fn what_is_meant_to_be_one() {
        assert!(Url::is_meant("IMAPS://h/") && Url::is_meant("/INBOX/;uid=x") && Url::is_meant("imap://"));
        assert!(!Url::is_meant("7") && !Url::is_meant("/token/") && !Url::is_meant("subject:imap://h"));
    }

    proptest! {
        #[test]
        fn there_and_back(
            (tls, user, host, port) in (any::<bool>(), proptest::option::of(".+"), "[a-z]{1,9}(\\.[a-z]{1,9})?", proptest::option::of(1_u16..)),
            mailbox in ".+",
            (validity, uid) in (proptest::option::of(1_u32..), 1_u32..),
            (section, partial) in (proptest::option::of("[1-9](\\.[1-9]){0,3}"), proptest::option::of((any::<u32>(), proptest::option::of(1_u32..)))),
            relative in any::<bool>(),
        ) {
            let server = (!relative).then(|| server(tls, user.as_deref(), &host, port));
            let url = Url { server, mailbox, uid_validity: validity, uid: Some(uid), section, partial };
            let text = url.to_string();
            prop_assert!(text.bytes().all(|octet| octet.is_ascii_graphic()), "{}", text);
            prop_assert!(Url::is_meant(&text));
            prop_assert_eq!(Url::parse(&text), Ok(url));
        }

        #[test]
        fn never_a_panic(text in "(imaps?://)?.*") {
            let _ = Url::parse(&text);
        }
    }
}
