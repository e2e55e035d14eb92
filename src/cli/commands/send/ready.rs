//! Letters that are complete: `--eml` and `--mbox`.

use std::cell::RefCell;
use std::io;
use std::ops::Range;
use std::path::Path;

use bytes::Bytes;

use super::{Addresses, distinct};
use crate::base::{Address, Exit};
use crate::cli::compose::default_sender;
use crate::cli::error::Failure;
use crate::cli::terminal::Terminal;
use crate::client::deliver::{self, Letter, Source};
use crate::mime::address_list;
use crate::mime::mbox::{Splitter, Unquote};
use crate::mime::ready::{self, Scan};
use crate::mime::transform::Transform;
use crate::proto::smtp::ReversePath;
use crate::transcript::Weight;

/// One message from a file or standard input.
pub fn eml(path: &Path, addresses: &Addresses) -> Result<Letter, Failure> {
    let source = open(path)?;
    if source.is_empty() {
        return Err(Failure::new(Exit::Data, format!("--eml {}: there is no message in it", path.display())));
    }
    let envelope = Envelope::from_flags(addresses);
    letter(&source, 1, false, &envelope).map_err(|failure| failure.at(&path.display().to_string()))
}

/// Octets from a file or standard input that may be no message.
pub fn raw(path: &Path, addresses: &Addresses) -> Result<Letter, Failure> {
    let source = open(path)?;
    let Envelope { reverse_path, recipients, author } = Envelope::from_flags(addresses);
    if recipients.is_empty() {
        return Err(Failure::new(Exit::Usage, "there is no recipient").hint("give --rcpt or --to"));
    }
    let mut eight_bit = false;
    let read = source.survey(|block| eight_bit |= !block.is_ascii());
    read.map_err(|error| Failure::new(Exit::Io, format!("{}: {error}", path.display())))?;
    let reverse_path = match (reverse_path, author) {
        (Some(path), _) => path,
        (None, Some(author)) => ReversePath::Address(author),
        (None, None) => ReversePath::Address(whoever_runs_this()?),
    };
    let message = deliver::Message::Raw(deliver::Raw { source, eight_bit });
    Ok(Letter { number: 1, reverse_path, recipients, message })
}

/// Tells what stands before the header of a letter, and is not sent.
pub fn tell_start(letter: &Letter, terminal: &Terminal) {
    if let deliver::Message::Ready(ready) = &letter.message
        && ready.scan.header_start > 0
    {
        let octets = ready.scan.header_start;
        let text = format!("before the header {octets} octets are left out: a byte order mark, or a line of an mbox");
        terminal.note(Weight::Info, &text);
    }
}

/// A letter that stays at home: the dialogue ends before anything of it is said.
pub fn nothing(addresses: &Addresses) -> Letter {
    let message = deliver::Message::Raw(deliver::Raw { source: Source::Octets(Bytes::new()), eight_bit: false });
    Letter { number: 1, reverse_path: ReversePath::Null, recipients: addresses.recipients(), message }
}

/// The messages of an mbox, read again as they are sent: what stays in memory is where each begins and ends.
pub struct Ready {
    source: Source,
    ranges: Vec<Range<u64>>,
    envelope: Envelope,
}

impl Ready {
    /// Finds the messages and checks each.
    pub fn mbox(path: &Path, addresses: &Addresses) -> Result<Ready, Failure> {
        let source = open(path)?;
        let name = path.display().to_string();
        let mut splitter = Splitter::new();
        let (mut ranges, mut wrong) = (Vec::new(), None);
        let read = source.survey(|block| {
            if wrong.is_none() {
                wrong = splitter.push(block).err();
                ranges.extend(&mut splitter);
            }
        });
        read.map_err(|error| Failure::new(Exit::Io, format!("{name}: {error}")))?;
        let wrong = wrong.or_else(|| splitter.finish().err());
        ranges.extend(&mut splitter);
        if let Some(error) = wrong {
            return Err(
                Failure::new(Exit::Data, format!("--mbox {name}: {error}")).hint("--eml sends a single message")
            );
        }
        if ranges.is_empty() {
            return Err(Failure::new(Exit::Data, format!("--mbox {name}: there is no message in it")));
        }
        let ready = Ready { source, ranges, envelope: Envelope::from_flags(addresses) };
        for (n, range) in ready.ranges.iter().enumerate() {
            let checked = letter(&ready.source.part(range.clone()), n + 1, true, &ready.envelope);
            checked.map_err(|failure| failure.at(&format!("--mbox {name}: message {}", n + 1)))?;
        }
        Ok(ready)
    }

    /// Their octets.
    pub fn source(&self) -> &Source {
        &self.source
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.ranges.len()
    }

    /// Who gets them, where flags say it.
    pub fn recipients(&self) -> &[Address] {
        &self.envelope.recipients
    }

    /// Each message in turn.
    pub fn letters<'a>(&'a self, failure: &'a RefCell<Option<Failure>>) -> impl Iterator<Item = Letter> + 'a {
        self.ranges.iter().enumerate().map_while(move |(n, range)| {
            match letter(&self.source.part(range.clone()), n + 1, true, &self.envelope) {
                Ok(letter) => Some(letter),
                Err(new) => {
                    *failure.borrow_mut() = Some(new.at(&format!("message {}", n + 1)));
                    None
                }
            }
        })
    }
}

/// What the flags say of the envelope; the rest stands in each header.
struct Envelope {
    reverse_path: Option<ReversePath>,
    recipients: Vec<Address>,
    /// Who sends where the header does not say.
    author: Option<Address>,
}

impl Envelope {
    fn from_flags(addresses: &Addresses) -> Envelope {
        let author = addresses.people.from.first().map(|mailbox| ReversePath::Address(mailbox.address.clone()));
        Envelope {
            reverse_path: addresses.mail_from.clone().or(author),
            recipients: addresses.recipients(),
            author: addresses.author.as_ref().map(|mailbox| mailbox.address.clone()),
        }
    }
}

fn open(path: &Path) -> Result<Source, Failure> {
    match path.to_str() {
        Some("-") => Ok(Source::spool(&mut io::stdin().lock(), "standard input")?),
        _ => Ok(Source::open(path)?),
    }
}

fn letter(source: &Source, number: usize, quoted: bool, envelope: &Envelope) -> Result<Letter, Failure> {
    let scan = scan(source, quoted)?;
    if let Some(doubt) = scan.doubt() {
        return Err(Failure::new(Exit::Data, doubt));
    }
    let recipients = match envelope.recipients.is_empty() {
        false => envelope.recipients.clone(),
        true => {
            let fields = [("To", &scan.to), ("Cc", &scan.cc), ("Bcc", &scan.bcc)];
            let named = fields.into_iter().map(|(name, values)| addresses(name, values));
            let named: Vec<Address> = named.collect::<Result<Vec<_>, _>>()?.concat();
            distinct(named.iter())
        }
    };
    if recipients.is_empty() {
        let failure = Failure::new(Exit::Data, "no recipient stands in To, Cc or Bcc");
        return Err(failure.hint("give --rcpt or --to"));
    }
    let reverse_path = match &envelope.reverse_path {
        Some(path) => path.clone(),
        None => ReversePath::Address(sender(&scan, envelope.author.as_ref())?),
    };
    let message = deliver::Message::Ready(Box::new(deliver::Ready { source: source.clone(), quoted, scan }));
    Ok(Letter { number, reverse_path, recipients, message })
}

fn scan(source: &Source, quoted: bool) -> Result<ready::Ready, Failure> {
    let (mut scan, mut unquote, mut plain) = (Scan::new(), Unquote::new(), Vec::new());
    let read = source.survey(|block| {
        if quoted {
            plain.clear();
            unquote.push(block, &mut plain);
            scan.push(&plain);
        } else {
            scan.push(block);
        }
    });
    read.map_err(|error| Failure::new(Exit::Io, error))?;
    if quoted {
        plain.clear();
        unquote.finish(&mut plain);
        scan.push(&plain);
    }
    Ok(scan.finish())
}

/// Sender, else From (RFC 5322 §3.6.2), else the author of the account, else whoever runs this.
fn sender(scan: &ready::Ready, author: Option<&Address>) -> Result<Address, Failure> {
    for (name, values) in [("Sender", &scan.sender), ("From", &scan.from)] {
        if let Some(address) = addresses(name, values)?.into_iter().next() {
            return Ok(address);
        }
    }
    author.map_or_else(whoever_runs_this, |author| Ok(author.clone()))
}

fn whoever_runs_this() -> Result<Address, Failure> {
    let sender = default_sender().map_err(|failure| match failure.exit {
        Exit::Config => failure.hint("give --mail-from or --from ADDR, or set EMAIL in the environment"),
        _ => failure,
    });
    Ok(sender?.address)
}

fn addresses(name: &str, values: &[String]) -> Result<Vec<Address>, Failure> {
    let mut all = Vec::new();
    for value in values {
        let mailboxes = address_list::parse(value);
        let mailboxes = mailboxes.map_err(|error| Failure::new(Exit::Data, format!("{name}: {error}")))?;
        all.extend(mailboxes.into_iter().map(|mailbox| mailbox.address));
    }
    Ok(all)
}
