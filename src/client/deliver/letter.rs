//! A message and its envelope, and what it becomes for a server that offers this and that.

use std::collections::VecDeque;
use std::io::{self, Read};

use super::source::{BLOCK, Reader, Source};
use crate::base::Address;
use crate::mime::build::{BuildError, Composition, Draft, Piece, Transport};
use crate::mime::convert::{Conversion, Obstacle};
use crate::mime::mbox::Unquote;
use crate::mime::patch::{Edit, Patch};
use crate::mime::ready;
use crate::mime::transfer_encoding::TransferEncoding;
use crate::mime::transform::Transform;
use crate::proto::smtp::Capabilities;
use crate::proto::smtp::ReversePath;
use crate::proto::smtp::extensions::{self, EIGHTBITMIME, SMTPUTF8, SizeLimit};

/// A message with its envelope.
#[derive(Clone, Debug)]
pub struct Letter {
    /// Its number, from 1, where there are many.
    pub number: usize,
    /// Where a bounce would go.
    pub reverse_path: ReversePath,
    /// Who is to receive it.
    pub recipients: Vec<Address>,
    /// What they receive.
    pub message: Message,
}

/// A message.
#[derive(Clone, Debug)]
pub enum Message {
    /// To be built from its parts.
    Composed(Box<Composed>),
    /// Complete already.
    Ready(Box<Ready>),
    /// Octets that may be no message at all.
    Raw(Raw),
}

/// A message to be built.
#[derive(Clone, Debug)]
pub struct Composed {
    /// Its fields and parts.
    pub draft: Draft,
    /// The octets of the parts, by their `SourceId`.
    pub sources: Vec<Source>,
}

/// A message that somebody else made.
#[derive(Clone, Debug)]
pub struct Ready {
    /// Its octets.
    pub source: Source,
    /// It stands in an mbox, where `From ` is quoted by `>`.
    pub quoted: bool,
    /// What stands in it.
    pub scan: ready::Ready,
}

/// Octets that go behind DATA as they are.
#[derive(Clone, Debug)]
pub struct Raw {
    /// The octets.
    pub source: Source,
    /// Some of them are above 127.
    pub eight_bit: bool,
}

/// What a server can take.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Offer {
    /// 8BITMIME is offered.
    pub eight_bit: bool,
    /// BINARYMIME is offered, and wanted.
    pub binary: bool,
    /// SMTPUTF8 is offered, and not forbidden.
    pub smtputf8: bool,
    /// What SIZE says.
    pub size: SizeLimit,
    /// UTF-8 in a ready header goes out even without SMTPUTF8.
    pub raw_utf8: bool,
    /// Nothing goes without SMTPUTF8.
    pub utf8_wanted: bool,
}

/// Why a message cannot be handed to this server.
#[derive(Debug, thiserror::Error)]
pub enum Unfit {
    /// It cannot be built.
    #[error(transparent)]
    Build(#[from] BuildError),
    /// It is too large.
    #[error("the message has {size} octets, the server takes {limit} at most (SIZE, RFC 1870)")]
    Size {
        /// The message's size in octets.
        size: u64,
        /// The server's limit in octets.
        limit: u64,
    },
    /// SMTPUTF8 is forced.
    #[error("SMTPUTF8 (RFC 6531) is forced and the server does not offer it")]
    Forced,
    /// An address needs SMTPUTF8.
    #[error(
        "{0} needs SMTPUTF8 (RFC 6531), which the server does not offer: only an ASCII address can be reached through it"
    )]
    Address(String),
    /// The header holds UTF-8.
    #[error(
        "the header of the message is UTF-8 and needs SMTPUTF8 (RFC 6531), which the server does not offer: --smtputf8 never sends it as it is"
    )]
    Header,
    /// It holds what the server does not carry, and encoding it does not help.
    #[error("the server cannot carry this message: {0}{cure}", cure = cure(.0))]
    Conversion(#[from] Obstacle),
}

/// A message as it will go over the wire, but for dot-stuffing.
#[derive(Debug)]
pub struct Prepared {
    /// Its size in octets.
    pub size: u64,
    /// It holds octets above 127.
    pub eight_bit: bool,
    /// It is not made of lines: no octet may be changed on the way (`BODY=BINARYMIME`).
    pub binary: bool,
    /// It goes with SMTPUTF8.
    pub smtputf8: bool,
    /// Not even its dots and the ends of its lines are changed.
    pub raw: bool,
    /// The sections of a ready message that are encoded for this server, and how.
    pub encoded: Vec<(String, TransferEncoding)>,
    parts: VecDeque<Part>,
}

enum Part {
    Octets(Vec<u8>),
    Stream(Reader, Vec<Box<dyn Transform + Send>>),
}

impl Offer {
    /// What EHLO said. `allow_utf8`: SMTPUTF8 may be used.
    pub fn new(capabilities: &Capabilities, allow_utf8: bool) -> Offer {
        Offer {
            eight_bit: capabilities.has(&EIGHTBITMIME),
            binary: false,
            smtputf8: capabilities.has(&SMTPUTF8) && allow_utf8,
            size: extensions::limit(capabilities),
            raw_utf8: !allow_utf8,
            utf8_wanted: false,
        }
    }

    /// A server that takes everything, as nearly all do. `binary`: BINARYMIME too.
    pub fn everything(binary: bool) -> Offer {
        let size = SizeLimit::NotOffered;
        Offer { eight_bit: true, binary, smtputf8: true, size, raw_utf8: false, utf8_wanted: false }
    }
}

impl Letter {
    /// The same for others.
    pub(super) fn to(&self, recipients: Vec<Address>) -> Letter {
        let (reverse_path, message) = (self.reverse_path.clone(), self.message.clone());
        Letter { number: self.number, reverse_path, recipients, message }
    }

    /// What the message becomes for a server with this offer. Nothing is read but what was looked at before.
    ///
    /// # Errors
    /// [`Unfit`]: the server cannot take this message, whatever is done.
    pub fn prepare(&self, offer: &Offer) -> Result<Prepared, Unfit> {
        if offer.utf8_wanted && !offer.smtputf8 {
            return Err(Unfit::Forced);
        }
        let prepared = match &self.message {
            Message::Composed(composed) => composed.prepare(offer)?,
            Message::Ready(ready) => ready.prepare(offer)?,
            Message::Raw(raw) => raw.prepare(offer),
        };
        match offer.size {
            SizeLimit::Octets(limit) if prepared.size > limit => Err(Unfit::Size { size: prepared.size, limit }),
            _ => self.check_addresses(prepared, offer),
        }
    }

    fn check_addresses(&self, mut prepared: Prepared, offer: &Offer) -> Result<Prepared, Unfit> {
        prepared.smtputf8 |= offer.utf8_wanted;
        let all = self.reverse_path.address().into_iter().chain(&self.recipients);
        if let Some(address) = all.into_iter().find(|address| address.needs_smtputf8()) {
            if !offer.smtputf8 {
                return Err(Unfit::Address(address.to_string()));
            }
            prepared.smtputf8 = true;
        }
        Ok(prepared)
    }
}

impl Composed {
    /// The octets of what the draft became, sources read as they are needed.
    pub fn stream(&self, made: Composition) -> Prepared {
        let parts = made.pieces.into_iter().filter_map(|piece| match piece {
            Piece::Octets(octets) => Some(Part::Octets(octets)),
            Piece::Source { source, encoding } => {
                let source = self.sources.get(source.0)?;
                Some(Part::Stream(source.reader(), vec![encoding.encoder()]))
            }
        });
        let parts = parts.collect();
        Prepared {
            size: made.size,
            eight_bit: made.eight_bit,
            binary: made.binary,
            smtputf8: made.utf8_header,
            raw: false,
            encoded: Vec::new(),
            parts,
        }
    }

    fn prepare(&self, offer: &Offer) -> Result<Prepared, Unfit> {
        let Offer { eight_bit, smtputf8, binary, .. } = *offer;
        let transport = Transport { eight_bit, smtputf8, binary };
        Ok(self.stream(self.draft.compose(transport)?))
    }
}

impl Ready {
    /// A file may have had its line ends changed: what is binary in it is encoded, whatever is offered.
    fn prepare(&self, offer: &Offer) -> Result<Prepared, Unfit> {
        if self.scan.utf8_header && !offer.smtputf8 && !(offer.raw_utf8 && offer.eight_bit) {
            return Err(Unfit::Header);
        }
        let transport = Transport { eight_bit: offer.eight_bit, smtputf8: offer.smtputf8, binary: false };
        let Conversion { mut edits, growth, encoded } = self.scan.anatomy.convert(transport)?;
        edits.extend(self.scan.cuts.iter().cloned().map(Edit::cut));
        let mut transforms: Vec<Box<dyn Transform + Send>> = Vec::new();
        if self.quoted {
            transforms.push(Box::new(Unquote::new()));
        }
        if !edits.is_empty() {
            transforms.push(Box::new(Patch::new(edits)));
        }
        Ok(Prepared {
            size: self.scan.canonical_size.saturating_add_signed(growth),
            eight_bit: self.scan.facts.eight_bit && offer.eight_bit,
            binary: false,
            smtputf8: self.scan.utf8_header && offer.smtputf8,
            raw: false,
            encoded,
            parts: VecDeque::from([Part::Stream(self.source.reader(), transforms)]),
        })
    }
}

impl Raw {
    fn prepare(&self, offer: &Offer) -> Prepared {
        Prepared {
            size: self.source.len(),
            eight_bit: self.eight_bit && offer.eight_bit,
            binary: false,
            smtputf8: false,
            raw: true,
            encoded: Vec::new(),
            parts: VecDeque::from([Part::Stream(self.source.reader(), Vec::new())]),
        }
    }
}

impl Prepared {
    /// Appends the next octets of the message to `output`, some tens of thousands at a time. `false`: that was all.
    pub fn read(&mut self, output: &mut Vec<u8>) -> io::Result<bool> {
        let enough = output.len() + BLOCK;
        while output.len() < enough {
            match self.parts.front_mut() {
                None => return Ok(false),
                Some(Part::Octets(octets)) => output.append(octets),
                Some(Part::Stream(reader, transforms)) => {
                    if read_block(reader, transforms, output)? {
                        continue;
                    }
                }
            }
            self.parts.pop_front();
        }
        Ok(!self.parts.is_empty())
    }
}

/// What helps against it.
fn cure(obstacle: &Obstacle) -> &'static str {
    match obstacle {
        Obstacle::Header { .. } => "; mailtool mime repair folds and cleans fields",
        _ => "",
    }
}

/// Passes one block through the transforms. `false`: the source is at its end.
fn read_block(
    reader: &mut Reader,
    transforms: &mut [Box<dyn Transform + Send>],
    output: &mut Vec<u8>,
) -> io::Result<bool> {
    if transforms.is_empty() {
        return Ok(reader.append(output)? > 0);
    }
    let mut block = vec![0; BLOCK];
    let count = reader.read(&mut block)?;
    block.truncate(count);
    for transform in transforms {
        let mut next = Vec::with_capacity(block.len() * 3 / 2);
        transform.push(&block, &mut next);
        if count == 0 {
            transform.finish(&mut next);
        }
        block = next;
    }
    output.append(&mut block);
    Ok(count > 0)
}

impl std::fmt::Debug for Part {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Part::Octets(octets) => write!(f, "Octets({})", octets.len()),
            Part::Stream(reader, transforms) => write!(f, "Stream({reader:?}, {} transforms)", transforms.len()),
        }
    }
}
