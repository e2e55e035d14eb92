//! Getting one section out of a message as it streams by (RFC 9051 §6.4.5.1).

use super::flaw::Flaw;
use super::parse::{Event, Nature, Role};
use super::section::{Numbering, Section, What};
use super::transfer_encoding::Mechanism;
use super::transform::Decode;

/// A longer header is not held until it is known whether it is wanted.
const MAX_HELD: usize = 4 << 20;
/// Sections of contents that are remembered.
const MAX_SEEN: usize = 1000;

/// In what form the content of a part is given.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// Its transfer encoding taken off.
    Decoded,
    /// As it stands in the message.
    AsSent,
}

/// Takes the events of a [`Reader`](super::layers::Reader) and gives the octets of one section.
pub struct Picker {
    wanted: Section,
    form: Form,
    numbering: Numbering,
    seen: Vec<Section>,
    state: State,
    decoder: Option<Box<dyn Decode + Send>>,
    /// What was decoded of one piece.
    octets: Vec<u8>,
    /// A header that is wanted if its entity turns out to be the part.
    held: Option<Vec<u8>>,
    flaws: Vec<Flaw>,
}

/// An open entity: how many are around it, and how often it had to be decoded.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Place {
    depth: usize,
    layer: u8,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum State {
    Looking,
    /// In the header that is wanted.
    Header(Place),
    /// In the body that is wanted, of an entity at this place.
    Body(Place),
    Over,
}

impl Picker {
    /// For this section.
    pub fn new(wanted: Section, form: Form) -> Picker {
        let whole = wanted.path.is_empty() && wanted.what == What::Content;
        let state = if whole { State::Body(Place { depth: 1, layer: 0 }) } else { State::Looking };
        Picker {
            wanted,
            form,
            numbering: Numbering::default(),
            seen: Vec::new(),
            state,
            decoder: None,
            octets: Vec::new(),
            held: None,
            flaws: Vec::new(),
        }
    }

    /// All of the section was given: nothing of what comes matters.
    pub fn is_over(&self) -> bool {
        self.state == State::Over
    }

    /// The sections of the first contents that there are, at most so many and at most 1000.
    pub fn seen(&self, most: usize) -> impl Iterator<Item = &Section> {
        self.seen.iter().take(most)
    }

    /// What was wrong in what was decoded, to be asked once; offsets count from the beginning of the body.
    pub fn flaws(&mut self) -> Vec<Flaw> {
        std::mem::take(&mut self.flaws)
    }

    /// Takes the next event of a layer and gives the octets in it that are wanted.
    pub fn event(&mut self, layer: u8, event: &Event<'_>, give: &mut dyn FnMut(&[u8])) {
        match (self.state, event) {
            (State::Over, _) => {}
            (_, Event::Start { role, .. }) => self.start(layer, *role),
            (_, Event::End { .. }) => self.end(give),
            (State::Body(place), Event::Body { octets, .. }) if layer == place.layer => self.body(octets, give),
            (state, event) => {
                if let (Some(octets), State::Body(place) | State::Header(place)) = (octets_of(event), state)
                    && layer == place.layer
                {
                    give(octets);
                }
                if let (Some(held), Event::Field { octets, .. } | Event::HeaderEnd { octets, .. }) =
                    (self.held.as_mut().filter(|held| held.len() < MAX_HELD), event)
                {
                    held.extend_from_slice(octets);
                }
                if let Event::HeaderEnd { content, .. } = event {
                    self.header_end(layer, content.nature, content.encoding.as_deref().unwrap_or_default(), give);
                }
            }
        }
    }

    fn start(&mut self, layer: u8, role: Role) {
        self.numbering.start(role);
        if self.state != State::Looking {
            return;
        }
        let header = self.numbering.header();
        if header == self.wanted {
            self.state = State::Header(Place { depth: self.numbering.depth(), layer });
        } else if role != Role::Part && self.wanted.what == What::Mime {
            // The only part of a message has no header but that of the message.
            let only = self.wanted.path.split_last().is_some_and(|(last, path)| *last == 1 && path == header.path);
            self.held = only.then(Vec::new);
        }
    }

    fn header_end(&mut self, layer: u8, nature: Nature, encoding: &str, give: &mut dyn FnMut(&[u8])) {
        self.numbering.header_end(nature);
        let section = self.numbering.section();
        if self.seen.len() < MAX_SEEN {
            self.seen.push(section.clone());
        }
        let place = Place { depth: self.numbering.depth(), layer };
        if let Some(held) = self.held.take()
            && section.path == self.wanted.path
        {
            give(&held);
            self.state = State::Over;
        }
        match self.state {
            State::Header(of) if of == place => self.state = State::Over,
            State::Looking if self.wanted.what == What::Content && section == self.wanted => {
                let leaf = matches!(nature, Nature::Leaf | Nature::EncodedMessage);
                self.decoder = (leaf && self.form == Form::Decoded).then(|| Mechanism::parse(encoding).decoder());
                self.state = State::Body(place);
            }
            State::Looking if self.wanted.what == What::Text => {
                let header = self.numbering.header();
                if header.what == What::Header && header.path == self.wanted.path {
                    self.state = State::Body(place);
                }
            }
            _ => {}
        }
    }

    fn body(&mut self, octets: &[u8], give: &mut dyn FnMut(&[u8])) {
        let Some(decoder) = &mut self.decoder else { return give(octets) };
        self.octets.clear();
        decoder.push(octets, &mut self.octets);
        give(&self.octets);
    }

    fn end(&mut self, give: &mut dyn FnMut(&[u8])) {
        if matches!(self.state, State::Body(place) if place.depth == self.numbering.depth()) {
            if let Some(mut decoder) = self.decoder.take() {
                self.octets.clear();
                decoder.finish(&mut self.octets);
                give(&self.octets);
                self.flaws = decoder.findings();
            }
            self.state = State::Over;
        }
        self.numbering.end();
    }
}

/// The octets of an event, if it has any.
fn octets_of<'a>(event: &Event<'a>) -> Option<&'a [u8]> {
    match event {
        Event::Field { octets, .. }
        | Event::HeaderEnd { octets, .. }
        | Event::Body { octets, .. }
        | Event::Preamble { octets, .. }
        | Event::Epilogue { octets, .. }
        | Event::Boundary { octets, .. } => Some(octets),
        Event::Start { .. } | Event::End { .. } | Event::Flaw(_) => None,
    }
}

#[cfg(test)]
mod tests;
