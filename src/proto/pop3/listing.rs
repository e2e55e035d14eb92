//! The lines of LIST and UIDL (RFC 1939 §5, §7), and what RETR and TOP send.

use crate::proto::line;

/// The longest unique-id that is one, in octets (RFC 1939 §7).
pub const MAX_UNIQUE_ID: usize = 70;

/// A scan listing: the number of a message and its octets (RFC 1939 §5, LIST).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Scan {
    /// Its number.
    pub number: u32,
    /// Its size; some servers tell how much room it takes instead of what they will send.
    pub octets: u64,
}

/// A unique-id listing (RFC 1939 §7, UIDL).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UniqueId<'a> {
    /// The number of the message.
    pub number: u32,
    /// What names it from session to session: octets from `!` to `~`, 70 at most.
    pub id: &'a [u8],
}

/// The lines of a listing without their ends, and without the dot that stuffs them.
pub fn lines(octets: &[u8]) -> impl Iterator<Item = &[u8]> {
    let whole = octets.split_inclusive(|&octet| octet == b'\n').map(line::content);
    whole.map(|line| if line.starts_with(b".") { line.get(1..).unwrap_or_default() } else { line })
}

impl Scan {
    /// `1 120`, and whatever else a server may say behind that. `None`: it is not of that form.
    pub fn parse(line: &[u8]) -> Option<Scan> {
        let mut words = words(line);
        Some(Scan { number: number(words.next()?)?, octets: number(words.next()?)? })
    }
}

impl<'a> UniqueId<'a> {
    /// `1 whqtswO00WBw418f9t5JxYwZ`; any number of blanks between. `None`: it is not of that form.
    pub fn parse(line: &'a [u8]) -> Option<UniqueId<'a>> {
        let mut words = words(line);
        let number = number(words.next()?)?;
        let id = words.next()?;
        Some(UniqueId { number, id })
    }

    /// It is as RFC 1939 §7 has it.
    pub fn is_legal(&self) -> bool {
        self.id.len() <= MAX_UNIQUE_ID && self.id.iter().all(u8::is_ascii_graphic)
    }
}

fn words(line: &[u8]) -> impl Iterator<Item = &[u8]> {
    line.split(|octet| matches!(octet, b' ' | b'\t')).filter(|word| !word.is_empty())
}

fn number<T: std::str::FromStr>(word: &[u8]) -> Option<T> {
    let digits = word.iter().all(u8::is_ascii_digit);
    std::str::from_utf8(word).ok().filter(|_| digits)?.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_of_listings() {
        let text = b"1 120\r\n2 200 extra\n..5 x\r\n";
        assert_eq!(lines(text).collect::<Vec<_>>(), [&b"1 120"[..], b"2 200 extra", b".5 x"]);
        assert_eq!(Scan::parse(b"2 200 extra"), Some(Scan { number: 2, octets: 200 }));
        for line in ["", "1", "x 1", "1 -1", "4294967296 1", "1 18446744073709551616", "+1 2"] {
            assert_eq!(Scan::parse(line.as_bytes()), None, "{line}");
        }
        let spaced = UniqueId::parse(b"1   abc").expect("a unique id");
        assert!(spaced.id == b"abc" && spaced.is_legal());
        assert!(!UniqueId::parse(b"1 \xff").expect("one").is_legal());
    }
}
