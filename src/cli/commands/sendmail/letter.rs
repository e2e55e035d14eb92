//! The letter on standard input: where it ends, and what of its header has to be added.

use std::io::{self, Read};

use jiff::Zoned;

use super::names;
use crate::base::date::rfc5322;
use crate::base::{Address, Exit};
use crate::cli::chance;
use crate::cli::error::Failure;
use crate::client::deliver::Source;
use crate::mime::address_list::{self, Mailbox};
use crate::mime::addresses;
use crate::mime::charset::Charset;
use crate::mime::patch::{Edit, Patch};
use crate::mime::ready::{Ready, Scan};
use crate::mime::transform::Transform;

/// All of standard input, or what stands before a line with a dot alone.
pub fn read(dots: bool) -> Result<Source, Failure> {
    let stdin = io::stdin().lock();
    let source = match dots {
        true => Source::spool(&mut { stdin }, "standard input"),
        false => Source::spool(&mut UntilDot::new(stdin), "standard input"),
    };
    Ok(source?)
}

/// What stands in it.
pub fn scan(source: &Source) -> Result<Ready, Failure> {
    let mut scan = Scan::of_submission();
    source.survey(|block| scan.push(block)).map_err(|error| Failure::new(Exit::Io, error))?;
    let ready = scan.finish();
    match ready.doubt() {
        Some(doubt) => Err(Failure::new(Exit::Data, doubt)),
        None => Ok(ready),
    }
}

/// Who writes, if the header says so.
pub fn author(header: &Ready) -> Option<Address> {
    let (entries, _) = addresses::read(header.from.first()?.as_bytes());
    addresses::addresses(&entries).find_map(|address| Address::parse(&address.addr_spec).ok())
}

/// With the fields that a letter must have (RFC 5322 §3.6) and the Message-ID that it should have, as mail servers add
/// them for whoever submits one; names in its header that lack a domain get this one.
pub fn complete(
    source: Source,
    header: Ready,
    author: Option<&Mailbox>,
    domain: Option<&str>,
) -> Result<(Source, Ready), Failure> {
    let fields = missing(&header, author)?;
    let mut edits = names::edits(&source, &header, domain)?;
    let joined = header.header_end < source.len() && !is_closed(&source, &header)?;
    if fields.is_empty() && !joined && edits.is_empty() {
        return Ok((source, header));
    }
    let start = header.header_start;
    edits.extend([Edit::cut(0..start), Edit::insert(start, fields)]);
    if joined {
        edits.push(Edit::insert(header.header_end, "\r\n"));
    }
    let mut whole = Patched { reader: source.reader(), patch: Patch::new(edits), ready: Vec::new(), over: false };
    let source = Source::spool(&mut whole, "standard input")?;
    let scanned = scan(&source)?;
    Ok((source, scanned))
}

/// The fields that are added.
fn missing(header: &Ready, author: Option<&Mailbox>) -> Result<String, Failure> {
    let mut fields = String::new();
    if header.from.is_empty()
        && let Some(author) = author
    {
        let utf8 = author.address.needs_smtputf8();
        let value = address_list::encode(std::slice::from_ref(author), "From: ".len(), utf8, Charset::UTF_8);
        fields.push_str(&format!("From: {}\r\n", value.map_err(|error| Failure::new(Exit::Usage, error))?));
    }
    if !header.date {
        fields.push_str(&format!("Date: {}\r\n", rfc5322(&Zoned::now())));
    }
    if header.message_id.is_none() {
        let domain = author.and_then(|author| author.address.domain().to_ascii());
        let domain = domain.unwrap_or_else(|| "localhost".to_owned());
        fields.push_str(&format!("Message-ID: <{}@{}>\r\n", chance::token(), domain.trim_matches(['[', ']'])));
    }
    Ok(fields)
}

/// Whether an empty line ends the header.
fn is_closed(source: &Source, header: &Ready) -> Result<bool, Failure> {
    let end = octets(&source.part(header.header_end.saturating_sub(4)..header.header_end))?;
    let empty = |line: &[u8]| end.strip_suffix(line).is_some_and(|before| before.is_empty() || before.ends_with(b"\n"));
    Ok(empty(b"\n") || empty(b"\r\n") || end.ends_with(b"\r\r"))
}

/// All of its octets.
pub fn octets(source: &Source) -> Result<Vec<u8>, Failure> {
    let mut octets = Vec::new();
    source.reader().read_to_end(&mut octets).map_err(|error| Failure::new(Exit::Io, error))?;
    Ok(octets)
}

/// Reads what edits make of a source.
struct Patched<R> {
    reader: R,
    patch: Patch,
    ready: Vec<u8>,
    over: bool,
}

impl<R: Read> Read for Patched<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let mut block = [0; 16 * 1024];
        while self.ready.is_empty() && !self.over {
            match self.reader.read(&mut block)? {
                0 => {
                    self.over = true;
                    self.patch.finish(&mut self.ready);
                }
                count => self.patch.push(block.get(..count).unwrap_or_default(), &mut self.ready),
            }
        }
        Ok(hand_out(&mut self.ready, buffer))
    }
}

/// As much as there is room for.
fn hand_out(ready: &mut Vec<u8>, buffer: &mut [u8]) -> usize {
    let count = buffer.len().min(ready.len());
    buffer.iter_mut().zip(ready.drain(..count)).for_each(|(to, from)| *to = from);
    count
}

/// Reads up to a line with a dot alone.
struct UntilDot<R> {
    source: R,
    place: Place,
    ready: Vec<u8>,
    over: bool,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Place {
    Line,
    Dot,
    DotCr,
    Within,
}

impl<R: Read> UntilDot<R> {
    fn new(source: R) -> UntilDot<R> {
        UntilDot { source, place: Place::Line, ready: Vec::new(), over: false }
    }

    fn push(&mut self, block: &[u8]) {
        for &octet in block {
            match (self.place, octet) {
                (Place::Dot | Place::DotCr, b'\n') => {
                    self.over = true;
                    return;
                }
                (Place::Line, b'.') => self.place = Place::Dot,
                (Place::Dot, b'\r') => self.place = Place::DotCr,
                (held, octet) => {
                    self.ready.extend_from_slice(held.octets());
                    self.ready.push(octet);
                    self.place = if octet == b'\n' { Place::Line } else { Place::Within };
                }
            }
        }
    }
}

impl Place {
    /// What may be the end, and was held back.
    fn octets(self) -> &'static [u8] {
        match self {
            Place::Dot => b".",
            Place::DotCr => b".\r",
            Place::Line | Place::Within => b"",
        }
    }
}

impl<R: Read> Read for UntilDot<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let mut block = [0; 16 * 1024];
        while self.ready.is_empty() && !self.over {
            match self.source.read(&mut block)? {
                // A dot without a line end behind it ends the letter as well.
                0 => self.over = true,
                count => self.push(block.get(..count).unwrap_or_default()),
            }
        }
        Ok(hand_out(&mut self.ready, buffer))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Hands on so many octets at once.
    struct Bits<'a>(&'a [u8], usize);

    impl Read for Bits<'_> {
        fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
            let count = self.1.min(self.0.len());
            (&mut self.0).take(count as u64).read(buffer)
        }
    }

    #[test]
    fn a_dot_alone_ends_it() {
        for (input, expected) in [
            ("a\n.\nb\n", "a\n"),
            ("a\r\n.\r\nb", "a\r\n"),
            (".\n", ""),
            ("..\n.a\n.\ra\n", "..\n.a\n.\ra\n"),
            ("a.\n", "a.\n"),
            ("a\n.", "a\n"),
            ("a\n.\r", "a\n"),
            ("a", "a"),
        ] {
            for size in [1, 2, 3, 100] {
                let mut output = String::new();
                UntilDot::new(Bits(input.as_bytes(), size)).read_to_string(&mut output).expect("text");
                assert_eq!(output, expected, "{input:?} by {size}");
            }
        }
    }

    /// The letter with its additions, its times and marks left out.
    fn completed(input: &str) -> String {
        let source = Source::Octets(input.to_owned().into_bytes().into());
        let header = scan(&source).expect("a header");
        let address = Address::parse("alicia@x.test").expect("an address");
        let author = Mailbox { name: Some("Begoña".to_owned()), address };
        let (source, scanned) = complete(source, header, Some(&author), Some("x.test")).expect("a letter");
        assert!(scanned.date && scanned.message_id.is_some() && scanned.from.len() == 1, "{scanned:?}");
        let text = String::from_utf8(octets(&source).expect("octets")).expect("text");
        let lines =
            text.split_inclusive('\n').filter(|line| !line.starts_with("Date: ") && !line.starts_with("Message-ID: "));
        lines.collect()
    }

    #[test]
    fn what_is_missing_is_added() {
        const FROM: &str = "From: =?utf-8?Q?Bego=C3=B1a?= <alicia@x.test>\r\n";
        for (input, expected) in [
            ("Subject: x\n\nhi\n", format!("{FROM}Subject: x\n\nhi\n")),
            ("From a@b Mon\nSubject: x\n\nhi\n", format!("{FROM}Subject: x\n\nhi\n")),
            ("hi\nthere: you\n", format!("{FROM}\r\nhi\nthere: you\n")),
            ("\nhi\n", format!("{FROM}\nhi\n")),
            ("\r\nhi\r\n", format!("{FROM}\r\nhi\r\n")),
            ("Subject: x\nno field\n", format!("{FROM}Subject: x\n\r\nno field\n")),
            ("Subject: x", format!("{FROM}Subject: x")),
            ("", FROM.to_owned()),
            ("Bcc: a@b\nSubject: x\n\nhi", format!("{FROM}Bcc: a@b\nSubject: x\n\nhi")),
            (
                "From root Mon\nFrom: root\nTo: pepe\nno field\n",
                "From: root@x.test\nTo: pepe@x.test\n\r\nno field\n".into(),
            ),
        ] {
            assert_eq!(completed(input), expected, "{input:?}");
        }
        let whole = "From: a@b.test\nDate: Mon, 23 Nov 2026 09:00:00 +0100\nMessage-ID: <1@b.test>\n\nhi\n";
        let source = Source::Octets(whole.as_bytes().to_vec().into());
        let (source, _) = complete(source.clone(), scan(&source).expect("a header"), None, None).expect("a letter");
        assert_eq!(octets(&source).expect("octets"), whole.as_bytes());
    }
}
