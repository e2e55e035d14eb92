//! Replies (RFC 5321 §4.2) and enhanced status codes (RFC 2034, RFC 3463).

use std::fmt;

use bytes::Bytes;

use crate::base::Finding;
use crate::base::escape::escape;
use crate::proto::line;

/// The longest reply in octets, over all its lines. A server that says more is cut off.
pub const MAX_REPLY: usize = 64 * 1024;
/// The longest reply line in octets (RFC 5321 §4.5.3.1.5).
pub const MAX_REPLY_LINE: usize = 512;

/// A whole reply of one or more lines.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reply {
    /// 200 to 599.
    pub code: u16,
    /// `5.1.1`, if the reply carries one.
    pub enhanced: Option<EnhancedCode>,
    /// The text of each line, behind code and separator, as it came.
    pub lines: Vec<Bytes>,
    /// The text to show where the reply echoes a secret.
    pub masked: Option<String>,
}

/// What the first digit of a code says (RFC 5321 §4.2.1).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Class {
    /// 2yz: done.
    Completion,
    /// 3yz: go on.
    Intermediate,
    /// 4yz: not now.
    Transient,
    /// 5yz: never.
    Permanent,
}

/// `class "." subject "." detail` (RFC 3463 §2).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct EnhancedCode {
    /// 2, 4 or 5.
    pub class: u8,
    /// 0 to 999: what it is about.
    pub subject: u16,
    /// 0 to 999.
    pub detail: u16,
}

impl Reply {
    /// A reply of our own with one line a line of `text`.
    pub fn new(code: u16, enhanced: Option<EnhancedCode>, text: &str) -> Reply {
        let lines = text.split('\n').map(|line| Bytes::copy_from_slice(line.as_bytes()));
        Reply { code, enhanced, lines: lines.collect(), masked: None }
    }

    /// The class of its code.
    pub fn class(&self) -> Class {
        match self.code {
            ..300 => Class::Completion,
            300..400 => Class::Intermediate,
            400..500 => Class::Transient,
            500.. => Class::Permanent,
        }
    }

    /// True for 2yz.
    pub fn is_positive(&self) -> bool {
        self.class() == Class::Completion
    }

    /// All its lines in one, safe to show, without the enhanced codes and without echoed secrets.
    pub fn text(&self) -> String {
        self.join(|line| escape(line).into_owned())
    }

    /// The same, not made safe: for formats that have escapes of their own.
    pub fn words(&self) -> String {
        self.join(|line| String::from_utf8_lossy(line).into_owned())
    }

    /// The same, line by line; in one where a secret was echoed.
    pub fn texts(&self) -> Vec<String> {
        self.each(|line| String::from_utf8_lossy(line).into_owned())
    }

    fn join(&self, shown: impl Fn(&[u8]) -> String) -> String {
        self.each(shown).join(" ")
    }

    fn each(&self, shown: impl Fn(&[u8]) -> String) -> Vec<String> {
        if let Some(masked) = &self.masked {
            return vec![shown(masked.as_bytes())];
        }
        let behind_code = |line| EnhancedCode::split(line).map_or(line, |(_, rest)| rest);
        let lines = self.lines.iter().map(|line| behind_code(line.as_ref()).trim_ascii_start());
        lines.filter(|line| !line.is_empty()).map(shown).collect()
    }

    /// The octets of a reply of our own. Every line carries the enhanced code (RFC 2034 §4).
    pub fn encode(&self) -> Vec<u8> {
        let mut octets = Vec::new();
        let last = self.lines.len().saturating_sub(1);
        for (n, line) in self.lines.iter().enumerate() {
            let separator = if n == last { ' ' } else { '-' };
            octets.extend_from_slice(format!("{}{separator}", self.code).as_bytes());
            if let Some(enhanced) = self.enhanced {
                octets.extend_from_slice(format!("{enhanced} ").as_bytes());
            }
            octets.extend_from_slice(line);
            octets.extend_from_slice(b"\r\n");
        }
        octets
    }
}

impl EnhancedCode {
    /// From its three numbers.
    pub const fn new(class: u8, subject: u16, detail: u16) -> EnhancedCode {
        EnhancedCode { class, subject, detail }
    }

    /// The code at the beginning of a reply line's text, and what is behind it.
    pub fn split(text: &[u8]) -> Option<(EnhancedCode, &[u8])> {
        let end = text.iter().position(|&octet| octet == b' ').unwrap_or(text.len());
        let (code, rest) = text.split_at_checked(end)?;
        let code = EnhancedCode::parse(std::str::from_utf8(code).ok()?)?;
        Some((code, rest.strip_prefix(b" ").unwrap_or(rest)))
    }

    /// `status-code` (RFC 3463 §2).
    pub fn parse(text: &str) -> Option<EnhancedCode> {
        let mut parts = text.split('.');
        let mut number = |longest: usize| {
            let part = parts.next()?;
            let digits = !part.is_empty() && part.len() <= longest && part.bytes().all(|b| b.is_ascii_digit());
            digits.then(|| part.parse::<u16>().ok()).flatten()
        };
        let (class, subject, detail) = (number(1)?, number(3)?, number(3)?);
        let known = parts.next().is_none() && matches!(class, 2 | 4 | 5);
        known.then_some(EnhancedCode { class: class as u8, subject, detail })
    }
}

/// One line of a reply.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct ReplyLine {
    pub code: u16,
    pub last: bool,
    pub text: Bytes,
}

impl ReplyLine {
    /// `Reply-line = *( Reply-code "-" [ textstring ] CRLF ) Reply-code [ SP textstring ] CRLF`.
    pub fn parse(octets: &Bytes) -> Option<ReplyLine> {
        let content = line::content(octets);
        let (digits, rest) = content.split_at_checked(3)?;
        let code = std::str::from_utf8(digits).ok().filter(|d| d.bytes().all(|b| b.is_ascii_digit()))?.parse().ok()?;
        let last = match rest.first() {
            None | Some(b' ') => true,
            Some(b'-') => false,
            Some(_) => return None,
        };
        let known = (200..600).contains(&code);
        known.then(|| ReplyLine { code, last, text: octets.slice_ref(rest.get(1..).unwrap_or_default()) })
    }
}

/// Puts the lines of one reply together; a line with another code is a finding.
pub(super) fn assemble(lines: Vec<ReplyLine>, findings: &mut Vec<Finding>) -> Option<Reply> {
    let code = lines.last()?.code;
    if lines.iter().any(|line| line.code != code) {
        findings.push(Finding::new("mixed-codes", "the lines of one reply bear different codes", "RFC 5321 §4.2.1"));
    }
    let enhanced = lines.last().and_then(|line| EnhancedCode::split(&line.text)).map(|(code, _)| code);
    if enhanced.is_some_and(|e| u16::from(e.class) != code / 100) {
        findings.push(Finding::new("class-mismatch", "the enhanced code is of another class", "RFC 2034 §4"));
    }
    Some(Reply { code, enhanced, lines: lines.into_iter().map(|line| line.text).collect(), masked: None })
}

impl fmt::Display for EnhancedCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}.{}.{}", self.class, self.subject, self.detail)
    }
}

/// The reply in one line, safe to show: `550 5.1.1 no such user`.
impl fmt::Display for Reply {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.code)?;
        if let Some(enhanced) = self.enhanced {
            write!(f, " {enhanced}")?;
        }
        let text = self.text();
        if text.is_empty() { Ok(()) } else { write!(f, " {text}") }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reply_lines() {
        let parse = |text: &'static str| {
            ReplyLine::parse(&Bytes::from_static(text.as_bytes())).map(|l| (l.code, l.last, l.text.to_vec()))
        };
        assert_eq!(parse("250 ok\r\n"), Some((250, true, b"ok".to_vec())));
        assert_eq!(parse("250-SIZE 10\r\n"), Some((250, false, b"SIZE 10".to_vec())));
        assert_eq!(parse("250\r\n"), Some((250, true, vec![])));
        for bad in ["25 ok\r\n", "250x\r\n", "+OK\r\n", "\r\n", "999 x\r\n", "* OK\r\n"] {
            assert_eq!(parse(bad), None, "{bad:?}");
        }
    }

    #[test]
    fn enhanced_codes() {
        assert_eq!(EnhancedCode::parse("5.1.1"), Some(EnhancedCode::new(5, 1, 1)));
        for bad in ["3.1.1", "5.1", "5.1.1.1", "5..1", "5.1.1234", "+5.1.1"] {
            assert_eq!(EnhancedCode::parse(bad), None, "{bad}");
        }
    }

    #[test]
    fn shown_in_one_safe_line() {
        let reply = Reply::new(550, None, "5.1.1 no\x1b[31m\n5.1.1 such user");
        assert_eq!(reply.text(), "no\\x1b[31m such user");
        assert_eq!(
            Reply::new(250, Some(EnhancedCode::new(2, 0, 0)), "a\nb").encode(),
            b"250-2.0.0 a\r\n250 2.0.0 b\r\n"
        );
    }
}
