//! The letters of a load: one text, numbered, or one file as it is.

use std::path::Path;

use bytes::Bytes;

use crate::base::{Address, Exit};
use crate::cli::chance;
use crate::cli::error::Failure;
use crate::client::deliver::{Letter, Message, Ready, Source};
use crate::mime::ready::{self, Scan};
use crate::proto::smtp::ReversePath;

/// What stands in a recipient's address for its number.
const NUMBER: &str = "{n}";
/// A line of the text, with its end.
const LINE: usize = 78;

/// The letters of a load.
pub struct Letters {
    from: Address,
    to: String,
    /// How many recipients a letter has.
    recipients: u64,
    text: Text,
    scan: ready::Ready,
}

enum Text {
    /// What stands before a letter's number in its Message-ID, and all that stands behind it.
    Numbered(String, String),
    /// The same for all.
    File(Source),
}

/// Of what a letter is made.
pub enum Content<'a> {
    /// So many octets of text.
    Size(u64),
    /// This file.
    File(&'a Path),
}

impl Letters {
    /// From one sender to so many recipients each, whose address may bear their number.
    pub fn new(from: Address, to: String, recipients: u64, content: &Content<'_>) -> Result<Letters, Failure> {
        if recipients > 1 && !to.contains(NUMBER) {
            let failure = Failure::usage("--rcpts", format!("{to} is one recipient"));
            return Err(failure.hint(format!("--to 'user{NUMBER}@example.test' numbers them")));
        }
        recipient(&to, 1)?;
        let text = match content {
            Content::Size(size) => numbered(&from, *size),
            Content::File(path) => Text::File(Source::open(path)?),
        };
        let mut scan = Scan::new();
        let read = text.source(1).survey(|block| scan.push(block));
        read.map_err(|error| Failure::new(Exit::Io, error))?;
        let scan = scan.finish();
        match scan.doubt() {
            Some(doubt) => Err(Failure::new(Exit::Data, doubt).at("--eml")),
            None => Ok(Letters { from, to, recipients, text, scan }),
        }
    }

    /// How many octets each has on its way, but for dots.
    pub fn size(&self) -> u64 {
        self.scan.canonical_size
    }

    /// The letter of a number, from 1.
    pub fn letter(&self, number: u64) -> Letter {
        let first = (number - 1) * self.recipients + 1;
        // Of what was checked with one number no other makes anything else.
        let recipients = (first..first + self.recipients).filter_map(|n| recipient(&self.to, n).ok());
        let ready = Ready { source: self.text.source(number), quoted: false, scan: self.scan.clone() };
        Letter {
            number: usize::try_from(number).unwrap_or(usize::MAX),
            reverse_path: ReversePath::Address(self.from.clone()),
            recipients: recipients.collect(),
            message: Message::Ready(Box::new(ready)),
        }
    }
}

impl Text {
    /// All numbers are written with the same length, so that what is known of one letter holds for all.
    fn source(&self, number: u64) -> Source {
        match self {
            Text::File(source) => source.clone(),
            Text::Numbered(before, behind) => Source::Octets(Bytes::from(format!("{before}{number:020}{behind}"))),
        }
    }
}

fn recipient(to: &str, number: u64) -> Result<Address, Failure> {
    let text = to.replace(NUMBER, &number.to_string());
    Address::parse(&text).map_err(|error| Failure::usage("--to", error))
}

/// A header, and `size` octets of text behind it.
fn numbered(from: &Address, size: u64) -> Text {
    let date = crate::base::date::rfc5322(&jiff::Zoned::now());
    let before = format!(
        "Date: {date}\r\nFrom: <{from}>\r\nTo: undisclosed-recipients:;\r\nSubject: mailtool bench\r\nMessage-ID: <{}.",
        chance::token()
    );
    let line = format!("{}\r\n", "x".repeat(LINE - 2));
    let size = usize::try_from(size).unwrap_or(usize::MAX);
    let mut text = line.repeat(size / LINE);
    text.push_str(&"x".repeat((size % LINE).saturating_sub(2)));
    text.push_str(if size % LINE == 0 { "" } else { "\r\n" });
    Text::Numbered(before, format!("@{}>\r\n\r\n{text}", from.domain()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::client::deliver::Offer;

    fn address(text: &str) -> Address {
        Address::parse(text).expect("an address")
    }

    #[test]
    fn recipients_are_numbered_through_and_letters_are_all_as_long() {
        let letters =
            Letters::new(address("a@x.test"), "u{n}@x.test".to_owned(), 3, &Content::Size(1000)).expect("letters");
        let named =
            |number| letters.letter(number).recipients.iter().map(Address::to_string).collect::<Vec<_>>().join(" ");
        assert_eq!([named(1), named(2)], ["u1@x.test u2@x.test u3@x.test", "u4@x.test u5@x.test u6@x.test"]);
        let read = |number| {
            let letter = letters.letter(number);
            let mut prepared = letter.prepare(&Offer::everything(false)).expect("a letter");
            let mut octets = Vec::new();
            while prepared.read(&mut octets).expect("octets") {}
            String::from_utf8(octets).expect("ASCII")
        };
        let (one, other) = (read(1), read(98_765));
        assert!(one != other && one.len() == other.len() && one.len() as u64 == letters.size());
        let (head, body) = other.split_once("\r\n\r\n").expect("a header");
        assert!(head.contains(".00000000000000098765@x.test>"), "{head}");
        assert_eq!(
            (body.len(), body.ends_with("xx\r\n"), body.lines().map(str::len).max()),
            (1000, true, Some(LINE - 2))
        );
    }

    #[test]
    fn several_recipients_need_a_number() {
        let made =
            |to: &str, recipients| Letters::new(address("a@x.test"), to.to_owned(), recipients, &Content::Size(0));
        assert!(made("b@x.test", 1).is_ok());
        for (to, recipients) in [("b@x.test", 2), ("b{n}", 1), ("b @x.test", 1)] {
            assert_eq!(made(to, recipients).err().map(|failure| failure.exit), Some(Exit::Usage), "{to}");
        }
    }
}
