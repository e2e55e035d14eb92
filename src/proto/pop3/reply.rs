//! Replies: status, response code and text (RFC 1939 §3, RFC 2449 §8, RFC 3206, RFC 5034 §4).

use std::fmt;

use bytes::Bytes;

use crate::base::escape::escape;
use crate::proto::line;

/// The longest reply line in octets, CRLF included (RFC 1939 §3).
pub const MAX_REPLY_LINE: usize = 512;

/// How a reply begins.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Status {
    /// `+OK`.
    Ok,
    /// `-ERR`.
    Err,
    /// `+`: a challenge (RFC 5034 §4).
    Continue,
}

/// What a response code says, in brackets before the text (RFC 2449 §8).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Code {
    /// `LOGIN-DELAY`: it is too soon for another login (RFC 2449 §8.1.1).
    LoginDelay,
    /// `IN-USE`: another session has the maildrop (RFC 2449 §8.1.2).
    InUse,
    /// `SYS/TEMP`: a fault that will pass (RFC 3206 §4).
    SysTemp,
    /// `SYS/PERM`: a fault that somebody must mend (RFC 3206 §4).
    SysPerm,
    /// `AUTH`: name or password is wrong (RFC 3206 §5).
    Auth,
    /// `UTF8`: what is asked for needs UTF-8 (RFC 6856 §5).
    Utf8,
}

const CODES: [(&str, Code); 6] = [
    ("LOGIN-DELAY", Code::LoginDelay),
    ("IN-USE", Code::InUse),
    ("SYS/TEMP", Code::SysTemp),
    ("SYS/PERM", Code::SysPerm),
    ("AUTH", Code::Auth),
    ("UTF8", Code::Utf8),
];

/// What a server answers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reply {
    /// How it begins.
    pub status: Status,
    /// What stands behind that, as it came, without its line end.
    pub text: Bytes,
    /// The text with secrets left out, where the server said one again.
    pub masked: Option<String>,
    /// The line ended in LF alone, and so will those behind it.
    pub bare: bool,
}

impl Reply {
    /// Reads a line, its end included; `None` if it is no reply.
    pub fn parse(octets: &Bytes) -> Option<Reply> {
        let content = line::content(octets);
        let (status, width) = match content {
            _ if begins(content, b"+OK") => (Status::Ok, 3),
            _ if begins(content, b"-ERR") => (Status::Err, 4),
            [b'+'] | [b'+', b' ', ..] => (Status::Continue, 1),
            _ => return None,
        };
        let rest = content.get(width..).unwrap_or_default();
        let width = width + usize::from(rest.first() == Some(&b' '));
        let (text, bare) = (octets.slice(width.min(content.len())..content.len()), !octets.ends_with(b"\r\n"));
        Some(Reply { status, text, masked: None, bare })
    }

    /// The response code, in whatever case, if it is one of those that are known.
    pub fn code(&self) -> Option<Code> {
        let name = self.bracketed()?;
        CODES.iter().find(|(known, _)| known.as_bytes().eq_ignore_ascii_case(name)).map(|(_, code)| *code)
    }

    /// What stands in brackets before the text (RFC 2449 §8: `"[" resp-level *("/" resp-level) "]"`).
    pub fn bracketed(&self) -> Option<&[u8]> {
        let rest = self.text.strip_prefix(b"[")?;
        rest.get(..rest.iter().position(|&octet| octet == b']')?)
    }

    /// The words behind status and code, safe to show; what repeats a secret is masked.
    pub fn words(&self) -> String {
        match &self.masked {
            Some(masked) => escape(masked.as_bytes()).into_owned(),
            None => escape(&self.text).into_owned(),
        }
    }

    /// The numbers that a reply to STAT or LAST begins with.
    pub fn numbers(&self) -> impl Iterator<Item = u64> {
        let words = self.text.split(|octet| *octet == b' ').filter(|word| !word.is_empty());
        words.map_while(|word| std::str::from_utf8(word).ok()?.parse().ok())
    }

    /// The timestamp of a greeting that offers APOP: `<…@…>`, once, printable ASCII (RFC 1939 §7; anything else may be
    /// made by somebody who wants to learn the password, CVE-2007-1558).
    ///
    /// # Errors
    /// There is none, or none that is safe to answer.
    pub fn timestamp(&self) -> Result<&str, BadTimestamp> {
        let text = &self.text;
        let start = text.iter().position(|&octet| octet == b'<').ok_or(BadTimestamp::Missing)?;
        let rest = text.get(start..).unwrap_or_default();
        let end = rest.iter().position(|&octet| octet == b'>').ok_or(BadTimestamp::Missing)? + 1;
        let (stamp, behind) = rest.split_at_checked(end).unwrap_or_default();
        if behind.contains(&b'<') {
            return Err(BadTimestamp::Several);
        }
        let inner = stamp.get(1..stamp.len() - 1).unwrap_or_default();
        let (left, right) = split_at_sign(inner).ok_or(BadTimestamp::Form)?;
        let legal =
            |part: &[u8]| !part.is_empty() && part.iter().all(|octet| octet.is_ascii_graphic() && *octet != b'<');
        match legal(left) && legal(right) && !right.contains(&b'@') {
            true => std::str::from_utf8(stamp).map_err(|_| BadTimestamp::Form),
            false => Err(BadTimestamp::Form),
        }
    }
}

/// Why APOP cannot be answered.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum BadTimestamp {
    /// The greeting has no timestamp.
    #[error("the greeting has no timestamp: the server does not offer APOP")]
    Missing,
    /// It has several.
    #[error("the greeting has several timestamps: somebody may be after the password")]
    Several,
    /// It is no identifier in plain ASCII.
    #[error("the timestamp of the greeting is not <left@right> in plain ASCII: somebody may be after the password")]
    Form,
}

fn split_at_sign(text: &[u8]) -> Option<(&[u8], &[u8])> {
    let at = text.iter().position(|&octet| octet == b'@')?;
    Some((text.get(..at)?, text.get(at + 1..)?))
}

/// The keyword, in any case, and then a blank or the end.
fn begins(content: &[u8], keyword: &[u8]) -> bool {
    let head = content.get(..keyword.len());
    let behind = content.get(keyword.len());
    head.is_some_and(|head| head.eq_ignore_ascii_case(keyword))
        && behind.is_none_or(|octet| matches!(octet, b' ' | b'\t'))
}

impl Status {
    /// As it is written.
    pub fn name(self) -> &'static str {
        match self {
            Status::Ok => "+OK",
            Status::Err => "-ERR",
            Status::Continue => "+",
        }
    }
}

impl Code {
    /// Every code with its name.
    pub fn all() -> impl Iterator<Item = (&'static str, Code)> {
        CODES.into_iter()
    }

    /// True if what was refused may be had later.
    pub fn is_transient(self) -> bool {
        matches!(self, Code::LoginDelay | Code::InUse | Code::SysTemp)
    }
}

impl fmt::Display for Reply {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let words = self.words();
        f.write_str(self.status.name())?;
        if words.is_empty() { Ok(()) } else { write!(f, " {words}") }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn reply(line: &str) -> Option<Reply> {
        Reply::parse(&Bytes::copy_from_slice(line.as_bytes()))
    }

    #[test]
    fn status_code_and_words() {
        let wrong = reply("-ERR [IN-USE] Do you have another POP session running?\r\n").expect("a reply");
        assert_eq!((wrong.status, wrong.code()), (Status::Err, Some(Code::InUse)));
        assert!(reply("-err [sys/temp] x\r\n").is_some_and(|reply| reply.code().is_some_and(Code::is_transient)));
        assert_eq!(reply("+OK\r\n").map(|reply| reply.to_string()).as_deref(), Some("+OK"));
        assert_eq!(reply("+ \r\n").map(|reply| (reply.status, reply.text.len())), Some((Status::Continue, 0)));
        assert_eq!(reply("+OK 2 320\r\n").map(|reply| reply.numbers().collect()), Some(vec![2, 320]));
        for line in ["", "OK", "+OKAY", "-ERROR", "* OK", "220 x", "+x"] {
            assert_eq!(reply(line), None, "{line}");
        }
    }

    #[test]
    fn timestamps() {
        let stamp = |line: &str| reply(line).expect("a reply").timestamp().map(str::to_owned);
        assert_eq!(
            stamp("+OK POP3 <1896.697170952@dbc.mtview.ca.us>"),
            Ok("<1896.697170952@dbc.mtview.ca.us>".to_owned())
        );
        assert_eq!(stamp("+OK ready"), Err(BadTimestamp::Missing));
        assert_eq!(stamp("+OK <a@b> <c@d>"), Err(BadTimestamp::Several));
        for line in ["+OK <a>", "+OK <@b>", "+OK <a b@c>", "+OK <a@>", "+OK <\u{58c}@x>", "+OK <a@b@c>"] {
            assert_eq!(stamp(line), Err(BadTimestamp::Form), "{line}");
        }
    }
}
