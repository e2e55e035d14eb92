//! Where the content of DATA, RETR and TOP ends (RFC 5321 §4.1.1.4, RFC 1939 §3): at CRLF.CRLF and nowhere else.

use memchr::{memchr, memchr2};

use super::plain::{BLOCK, is_plain};
use crate::base::Finding;
use crate::proto::line;

/// Watches the octets of DATA for the end. Only CRLF makes a line here, so that no other sequence of CR, LF, dots
/// and NULs is ever taken for the end (CVE-2023-51764 and its kin).
#[derive(Clone, Debug, Default)]
pub struct EndOfData {
    state: State,
    /// LF alone ends lines too.
    bare: bool,
    bare_cr: bool,
    bare_lf: bool,
    nul: bool,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum State {
    #[default]
    LineStart,
    Text,
    Cr,
    Dot,
    DotCr,
}

impl EndOfData {
    /// For a peer that ends its own lines with LF alone: LF.LF is the end as well.
    pub fn bare() -> EndOfData {
        EndOfData { bare: true, ..EndOfData::default() }
    }

    /// Looks at `octets`. `Some(n)`: the end lies behind the first `n` of them, its `.CRLF` included.
    pub fn push(&mut self, octets: &[u8]) -> Option<usize> {
        let mut seen = 0;
        for block in octets.chunks(BLOCK) {
            if matches!(self.state, State::LineStart | State::Text) && is_plain(block) {
                self.state = if block.ends_with(b"\n") { State::LineStart } else { State::Text };
            } else if let Some(end) = self.push_lines(block) {
                return Some(seen + end);
            }
            seen += block.len();
        }
        None
    }

    fn push_lines(&mut self, block: &[u8]) -> Option<usize> {
        let end = self.find(block);
        let content = block.get(..end.unwrap_or(block.len())).unwrap_or_default();
        self.nul |= memchr(0, content).is_some();
        end
    }

    /// Looks at octets of which none ends anything: those of BDAT.
    pub fn inspect(&mut self, octets: &[u8]) {
        let mut rest = octets;
        while let Some(end) = self.push(rest) {
            rest = rest.get(end..).unwrap_or_default();
        }
    }

    /// Nothing comes behind it: a CR that waits for its LF has none.
    pub fn finish(&mut self) {
        self.bare_cr |= matches!(self.state, State::Cr | State::DotCr);
        self.state = State::LineStart;
    }

    fn find(&mut self, octets: &[u8]) -> Option<usize> {
        let mut at = 0;
        while let Some(&octet) = octets.get(at) {
            let (state, width) = match (self.state, octet) {
                (State::LineStart, b'.') => (State::Dot, 1),
                (State::Dot, b'\r') => (State::DotCr, 1),
                (State::DotCr, b'\n') => {
                    self.state = State::LineStart;
                    return Some(at + 1);
                }
                (State::Dot, b'\n') if self.bare => {
                    self.state = State::LineStart;
                    self.bare_lf = true;
                    return Some(at + 1);
                }
                (State::Cr, b'\n') => (State::LineStart, 1),
                (State::Cr | State::DotCr, _) => {
                    self.bare_cr = true;
                    (State::Text, 0)
                }
                (State::Text, b'\r') => (State::Cr, 1),
                (State::Text, b'\n') => {
                    self.bare_lf = true;
                    (if self.bare { State::LineStart } else { State::Text }, 1)
                }
                (State::Text, _) => {
                    let rest = octets.get(at..).unwrap_or_default();
                    (State::Text, memchr2(b'\r', b'\n', rest).unwrap_or(rest.len()))
                }
                (State::LineStart, b'\n') if self.bare => (State::LineStart, 1),
                (State::LineStart | State::Dot, _) => (State::Text, 0),
            };
            self.state = state;
            at += width;
        }
        None
    }

    /// How many of the last octets may yet turn out to be the end (0 to 2).
    pub fn pending(&self) -> usize {
        match self.state {
            State::Dot => 1,
            State::DotCr => 2,
            _ => 0,
        }
    }

    /// What is wrong with the content since this was last asked: bare CR, bare LF, NUL.
    pub fn take_findings(&mut self) -> Vec<Finding> {
        let found = [
            (&mut self.bare_cr, line::bare_cr as fn() -> Finding),
            (&mut self.bare_lf, line::bare_lf),
            (&mut self.nul, line::nul),
        ];
        let seen = found.into_iter().filter_map(|(seen, finding)| std::mem::take(seen).then_some(finding));
        seen.map(|finding| finding()).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn end(octets: &[u8], cut: usize) -> Option<usize> {
        let mut watch = EndOfData::default();
        watch.push(&octets[..cut]).or_else(|| watch.push(&octets[cut..]).map(|n| n + cut))
    }

    #[test]
    fn only_crlf_dot_crlf_ends_at_every_split() {
        let cases: [(&[u8], Option<usize>); 16] = [
            (b".\r\n", Some(3)),
            (b"a\r\n.\r\nQUIT\r\n", Some(6)),
            (b"a\r\n..\r\n.\r\n", Some(10)),
            (b"a\n.\n", None),
            (b"a\n.\r", None),
            (b"a\r.\n", None),
            (b"a\r.\r", None),
            (b"a\n.\r\n", None),
            (b"a\r.\r\n", None),
            (b"a\r\n.\n", None),
            (b"a\r\n.\r", None),
            (b"a\r\n\0.\r\n", None),
            (b"a\r\n.\r\r\n", None),
            (b"a\r\r\n.\r\r\n", None),
            (b"a\r\r\n.\r\n", Some(7)),
            (b".\r\r\n.\r\n", Some(7)),
        ];
        for (octets, expected) in cases {
            for cut in 0..=octets.len() {
                assert_eq!(end(octets, cut), expected, "{octets:?} cut at {cut}");
            }
        }
    }
}
