//! Putting the pieces of a message together again (RFC 2046 §5.2.2.1).

use super::{MAX_HEADER, is_inner};
use crate::mime::content_type::ContentType;
use crate::mime::parse::{Event, Limits, Parser};
use crate::mime::transfer_encoding::Mechanism;
use crate::mime::transform::Decode;

/// Which piece of which message.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Piece {
    /// What all pieces of a message have in common.
    pub id: String,
    /// Counted from 1.
    pub number: u32,
    /// How many there are; only the last one must tell.
    pub total: Option<u32>,
}

/// Why a message/partial is no piece of anything.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Malformed {
    /// Which message it is of is not said.
    #[error("it is a message/partial without an id")]
    NoId,
    /// Which piece it is, is not said.
    #[error("it is a message/partial without a number from 1")]
    NoNumber,
    /// How many there are is not a number, or the piece is beyond it.
    #[error("it is a message/partial whose total is none")]
    Total,
    /// The header of the piece, or of the message within the first one, is too long.
    #[error("its header has more than {MAX_HEADER} octets")]
    LongHeader,
}

impl Piece {
    /// `id`, `number` and `total` of a message/partial; `None` for any other type.
    ///
    /// # Errors
    /// One of them is missing or no number.
    pub fn of(content_type: &ContentType) -> Result<Option<Piece>, Malformed> {
        if !content_type.is("message", "partial") {
            return Ok(None);
        }
        let value = |name: &str| content_type.parameters.value(name).map(str::trim).filter(|value| !value.is_empty());
        let count = |text: &str| text.parse::<u32>().ok().filter(|&count| count > 0);
        let id = value("id").ok_or(Malformed::NoId)?.to_owned();
        let number = value("number").and_then(count).ok_or(Malformed::NoNumber)?;
        let total = match value("total") {
            None => None,
            Some(text) => Some(count(text).filter(|total| number <= *total).ok_or(Malformed::Total)?),
        };
        Ok(Some(Piece { id, number, total }))
    }
}

/// Reads a message that may be a piece: what its header says, and the octets in it.
pub struct Opener {
    parser: Parser,
    opened: Opened,
}

#[derive(Default)]
struct Opened {
    piece: Option<Result<Option<Piece>, Malformed>>,
    fields: Fields,
    decoder: Option<Box<dyn Decode + Send>>,
    octets: Vec<u8>,
}

impl Default for Opener {
    fn default() -> Opener {
        Opener::new()
    }
}

impl Opener {
    /// At the beginning of a message.
    pub fn new() -> Opener {
        Opener { parser: Parser::new(Limits { field: MAX_HEADER, ..Limits::default() }), opened: Opened::default() }
    }

    /// Takes the next octets; those of the piece are told.
    pub fn push(&mut self, octets: &[u8], tell: &mut dyn FnMut(&[u8])) {
        let Opener { parser, opened } = self;
        parser.push(octets, &mut |event| opened.event(&event, tell));
    }

    /// The message is over: which piece it was.
    ///
    /// # Errors
    /// It is a message/partial, and yet no piece of anything.
    pub fn finish(self, tell: &mut dyn FnMut(&[u8])) -> Result<Option<Piece>, Malformed> {
        let Opener { parser, mut opened } = self;
        parser.finish(&mut |event| opened.event(&event, tell));
        opened.piece.unwrap_or(Ok(None))
    }

    /// What its header said, as soon as that is over.
    pub fn piece(&self) -> Option<&Result<Option<Piece>, Malformed>> {
        self.opened.piece.as_ref()
    }

    /// It is no piece: nothing more of it matters.
    pub fn is_none(&self) -> bool {
        !matches!(self.piece(), None | Some(Ok(Some(_))))
    }

    /// The fields of its header that those of the message are made of, handed out once.
    pub fn fields(&mut self) -> Fields {
        std::mem::take(&mut self.opened.fields)
    }
}

impl Opened {
    fn event(&mut self, event: &Event<'_>, tell: &mut dyn FnMut(&[u8])) {
        match event {
            Event::Field { octets, name, .. } if self.piece.is_none() => self.fields.add(octets, *name),
            Event::HeaderEnd { content, .. } if self.piece.is_none() => {
                let long = self.fields.octets > MAX_HEADER;
                self.piece = Some(if long { Err(Malformed::LongHeader) } else { Piece::of(&content.content_type) });
                // No encoding is allowed, and gateways have encoded all the same.
                self.decoder = content.encoding.as_deref().map(|name| Mechanism::parse(name).decoder());
            }
            Event::Body { octets, .. } => match &mut self.decoder {
                None => tell(octets),
                Some(decoder) => {
                    self.octets.clear();
                    decoder.push(octets, &mut self.octets);
                    tell(&self.octets);
                }
            },
            Event::End { .. } => {
                if let Some(mut decoder) = self.decoder.take() {
                    self.octets.clear();
                    decoder.finish(&mut self.octets);
                    tell(&self.octets);
                }
            }
            _ => {}
        }
    }
}

/// The fields of a header as they stand there.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Fields {
    /// Those with a name, and whether they are taken from the message within.
    named: Vec<(Vec<u8>, bool)>,
    /// Those of the whole header.
    octets: usize,
}

impl Fields {
    fn add(&mut self, octets: &[u8], name: Option<usize>) {
        self.octets += octets.len();
        if let Some(name) = name.and_then(|end| octets.get(..end)).filter(|_| self.octets <= MAX_HEADER) {
            self.named.push((octets.to_vec(), is_inner(name)));
        }
    }

    fn of(&self, inner: bool) -> impl DoubleEndedIterator<Item = &[u8]> {
        self.named.iter().filter(move |field| field.1 == inner).map(|field| field.0.as_slice())
    }
}

/// Makes the message of what is in its pieces.
pub struct Joiner {
    /// Those around the first piece.
    outer: Fields,
    /// As long as the header of the message is being read.
    header: Option<Header>,
}

struct Header {
    parser: Parser,
    octets: Vec<u8>,
    fields: Fields,
    /// Where the empty line stands, and behind it.
    end: Option<(usize, usize)>,
}

impl Joiner {
    /// With the fields around the first piece.
    pub fn new(outer: Fields) -> Joiner {
        let parser = Parser::new(Limits { field: MAX_HEADER, ..Limits::default() });
        let header = Header { parser, octets: Vec::new(), fields: Fields::default(), end: None };
        Joiner { outer, header: Some(header) }
    }

    /// Appends what the next octets of the pieces become.
    ///
    /// # Errors
    /// The header of the message is too long.
    pub fn push(&mut self, octets: &[u8], output: &mut Vec<u8>) -> Result<(), Malformed> {
        let Some(header) = &mut self.header else {
            output.extend_from_slice(octets);
            return Ok(());
        };
        header.octets.extend_from_slice(octets);
        let Header { parser, fields, end, .. } = header;
        parser.push(octets, &mut |event| note(&event, fields, end));
        // What is held of a header that goes on is no more than one that is too long.
        let long = header.end.map_or(header.octets.len(), |(empty, _)| empty) > MAX_HEADER;
        if long || header.end.is_none() {
            return if long { Err(Malformed::LongHeader) } else { Ok(()) };
        }
        if let Some(header) = self.header.take() {
            self.merge(&header, output);
        }
        Ok(())
    }

    /// The last piece is over.
    pub fn finish(mut self, output: &mut Vec<u8>) {
        let Some(mut header) = self.header.take() else { return };
        let parser = std::mem::replace(&mut header.parser, Parser::new(Limits::default()));
        let Header { fields, end, .. } = &mut header;
        parser.finish(&mut |event| note(&event, fields, end));
        self.merge(&header, output);
    }

    /// The header of the message, and what is there of its body.
    fn merge(&self, header: &Header, output: &mut Vec<u8>) {
        let (empty, body) = header.end.unwrap_or((header.octets.len(), header.octets.len()));
        match self.added(&header.fields) {
            Some(added) => {
                self.outer.of(false).take(added).for_each(|field| output.extend_from_slice(field));
                output.extend_from_slice(&header.octets);
            }
            None => {
                self.outer.of(false).for_each(|field| output.extend_from_slice(field));
                header.fields.of(true).for_each(|field| output.extend_from_slice(field));
                output.extend_from_slice(
                    header.octets.get(empty..body).filter(|line| !line.is_empty()).unwrap_or(b"\r\n"),
                );
                output.extend_from_slice(header.octets.get(body..).unwrap_or_default());
            }
        }
    }

    /// If the message within holds the last of the fields around it too, it keeps their order: how many were added
    /// above them.
    fn added(&self, inner: &Fields) -> Option<usize> {
        let (outer, within) = (self.outer.of(false).count(), inner.of(false).count());
        let added = outer.checked_sub(within)?;
        let same = |(a, b): (&[u8], &[u8])| a.trim_ascii_end() == b.trim_ascii_end();
        self.outer.of(false).skip(added).zip(inner.of(false)).all(same).then_some(added)
    }
}

fn note(event: &Event<'_>, fields: &mut Fields, end: &mut Option<(usize, usize)>) {
    match event {
        _ if end.is_some() => {}
        Event::Field { octets, name, .. } => fields.add(octets, *name),
        Event::HeaderEnd { offset, octets, .. } => {
            let at = usize::try_from(*offset).unwrap_or(usize::MAX);
            *end = Some((at, at + octets.len()));
        }
        _ => {}
    }
}
