//! The grammar of challenge and response (RFC 2831 §7): `name=value`, with commas between.

use super::super::{Error, Refusal};

/// What is said, in its order: names in lower case, values without quotation marks and backslashes.
pub(in super::super) struct Directives(Vec<(String, Vec<u8>)>);

impl Directives {
    /// `1#( token "=" ( token | quoted-string ) )`: there may be white space, and elements may be empty (RFC 2616 §2.1).
    pub fn parse(message: &[u8]) -> Option<Directives> {
        let (mut all, mut rest) = (Vec::new(), after(message, is_between));
        while !rest.is_empty() {
            let (name, behind) = token(rest)?;
            let (value, behind) = value(after(behind, is_space).strip_prefix(b"=")?)?;
            all.push((String::from_utf8_lossy(name).to_ascii_lowercase(), value));
            let behind = after(behind, is_space);
            if !matches!(behind.first(), None | Some(b',')) {
                return None;
            }
            rest = after(behind, is_between);
        }
        (!all.is_empty()).then_some(Directives(all))
    }

    /// Every directive with its value.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &[u8])> {
        self.0.iter().map(|(name, value)| (name.as_str(), value.as_slice()))
    }

    /// The values of this name.
    pub fn all<'a>(&'a self, name: &str) -> Vec<&'a [u8]> {
        self.iter().filter(|(known, _)| *known == name).map(|(_, value)| value).collect()
    }

    /// The value of this name, if it is there; `Err` if it is there twice.
    pub fn one<'a>(&'a self, name: &str) -> Result<Option<&'a [u8]>, Twice> {
        match *self.all(name) {
            [] => Ok(None),
            [value] => Ok(Some(value)),
            _ => Err(Twice),
        }
    }
}

/// A directive that may come once came again.
pub(in super::super) struct Twice;

const TWICE: &str = "a directive stands twice (RFC 2831 §2.1)";

impl From<Twice> for Error {
    fn from(Twice: Twice) -> Error {
        Error::Malformed(TWICE)
    }
}

impl From<Twice> for Refusal {
    fn from(Twice: Twice) -> Refusal {
        Refusal::Malformed(TWICE)
    }
}

fn is_space(octet: u8) -> bool {
    matches!(octet, b' ' | b'\t' | b'\r' | b'\n')
}

fn is_between(octet: u8) -> bool {
    is_space(octet) || octet == b','
}

/// `token` (RFC 2831 §7.1).
fn is_token(octet: u8) -> bool {
    octet.is_ascii_graphic() && !b"()<>@,;:\\\"/[]?={}".contains(&octet)
}

fn split(octets: &[u8], fits: fn(u8) -> bool) -> (&[u8], &[u8]) {
    let end = octets.iter().position(|octet| !fits(*octet)).unwrap_or(octets.len());
    octets.split_at_checked(end).unwrap_or((octets, &[]))
}

/// What stands behind these.
fn after(octets: &[u8], fits: fn(u8) -> bool) -> &[u8] {
    split(octets, fits).1
}

fn token(octets: &[u8]) -> Option<(&[u8], &[u8])> {
    Some(split(octets, is_token)).filter(|(token, _)| !token.is_empty())
}

/// The value, and what stands behind it.
fn value(octets: &[u8]) -> Option<(Vec<u8>, &[u8])> {
    let octets = after(octets, is_space);
    let Some(quoted) = octets.strip_prefix(b"\"") else {
        return token(octets).map(|(token, behind)| (token.to_vec(), behind));
    };
    let (mut octets, mut value) = (quoted.iter(), Vec::new());
    loop {
        match octets.next()? {
            b'"' => return Some((value, octets.as_slice())),
            b'\\' => value.push(*octets.next()?),
            octet => value.push(*octet),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::proto::quoted;

    fn read(message: &[u8]) -> Option<Vec<(String, String)>> {
        let text = |octets: &[u8]| String::from_utf8_lossy(octets).into_owned();
        let all = Directives::parse(message)?;
        Some(all.iter().map(|(name, value)| (name.to_owned(), text(value))).collect())
    }

    #[test]
    fn lists_are_read_with_all_that_may_stand_between() {
        let message = b" ,realm=\"a, \\\"b\\\\c\" , ,\r\n NONCE = x\t,charset=utf-8,qop=\"\",";
        let wanted = [("realm", "a, \"b\\c"), ("nonce", "x"), ("charset", "utf-8"), ("qop", "")];
        let wanted = wanted.map(|(name, value)| (name.to_owned(), value.to_owned()));
        assert_eq!(read(message).as_deref(), Some(&wanted[..]));
    }

    #[test]
    fn what_is_quoted_comes_back() {
        for value in ["", "a b", "\"\\\"", "\\", "ñ,=", "a\\\"b"] {
            let message = [b"x=", quoted(value.as_bytes()).as_slice(), b",y=z"].concat();
            let wanted = [("x".to_owned(), value.to_owned()), ("y".to_owned(), "z".to_owned())];
            assert_eq!(read(&message).as_deref(), Some(&wanted[..]), "{value:?}");
        }
    }

    #[test]
    fn what_is_no_list_is_not_read() {
        for message in [
            "", ",", "x", "x=", "=y", "x=\"", "x=\"y", "x=\"y\\", "x=y z=a", "x=\"y\"z", "x y=z", "x=y;z=a", "\"x\"=y",
            "x=y,z", "x==y", "\0",
        ] {
            assert_eq!(read(message.as_bytes()), None, "{message:?}");
        }
        assert_eq!(read(b"x=\xff"), None);
        assert!(read(b"x=\"\xff\"").is_some());
    }

    #[test]
    fn what_stands_twice_is_not_one() {
        let all = Directives::parse(b"x=1,y=2,X=3").unwrap();
        assert!(all.one("x").is_err() && matches!(all.one("y"), Ok(Some(b"2"))) && matches!(all.one("z"), Ok(None)));
        assert_eq!(all.all("x"), [b"1", b"3"]);
    }
}
