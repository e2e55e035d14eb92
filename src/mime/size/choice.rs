//! The smallest form of a message that a server takes.

use super::content::obstacle;
use super::{Leaf, Obstacle, Weight, difference};
use crate::mime::transfer_encoding::{Mechanism, TransferEncoding};
use crate::mime::tree::Entity;

/// What a server can take.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Server {
    /// Lines of ASCII: neither of the extensions.
    SevenBit,
    /// 8BITMIME (RFC 6152).
    EightBit,
    /// BINARYMIME and CHUNKING (RFC 3030).
    Binary,
}

/// How a leaf would be sent.
struct Choice {
    octets: u64,
    mechanism: Mechanism,
}

impl Server {
    /// From nothing to everything.
    pub const ALL: [Server; 3] = [Server::SevenBit, Server::EightBit, Server::Binary];
}

impl Weight {
    /// The size of the message if each leaf were encoded as is best for that server: what [`TransferEncoding::choose`]
    /// says, or binary where that makes the message smaller. The fields that tell of encodings are changed with it. What is signed
    /// (RFC 1847 §2.1) and messages that are encoded against the rules stay as they are.
    ///
    /// # Errors
    /// Something that must stay as it is cannot be sent so.
    pub fn best(&self, server: Server) -> Result<u64, Obstacle> {
        let best = self.made_for(server);
        // What binary saves in a small part may be less than what it takes to tell of it.
        let plainer = (server == Server::Binary).then(|| self.made_for(Server::EightBit).ok()).flatten();
        best.map(|best| plainer.map_or(best, |plainer| plainer.min(best)))
    }

    fn made_for(&self, server: Server) -> Result<u64, Obstacle> {
        let fixed = self.fixed();
        let mut size = difference(self.shares.size(), 0);
        // What the encoding field of each entity has to say.
        let mut said: Vec<Option<Mechanism>> = vec![None; self.tree.entities.len()];
        for leaf in &self.leaves {
            let stays = fixed.get(leaf.entity).copied().unwrap_or(true);
            let choice = if stays { leaf.unchanged(server)? } else { leaf.choose(server) };
            size += difference(choice.octets, leaf.as_sent());
            if let Some(said) = said.get_mut(leaf.entity) {
                *said = Some(choice.mechanism);
            }
        }
        self.tell_around(&mut said);
        let entities = self.tree.entities.iter().zip(&said).zip(&fixed).filter(|(_, fixed)| !**fixed);
        size += entities.map(|((entity, said), _)| field_change(entity, said.as_ref())).sum::<i64>();
        Ok(u64::try_from(size).unwrap_or(0))
    }

    /// Which entities must stay as they are: those within a multipart/signed, and encoded messages.
    fn fixed(&self) -> Vec<bool> {
        let mut signed: Option<usize> = None;
        let entities = self.tree.entities.iter();
        let fixed = entities.map(|entity| {
            signed = signed.filter(|depth| entity.depth > *depth);
            let content_type = &entity.content.content_type;
            let whole = entity.is_leaf() && content_type.is_multipart();
            let encoded = content_type.is_message() && entity.content.encoding.is_some();
            let fixed = signed.is_some() || whole || (encoded && !is_plain(entity));
            if signed.is_none() && content_type.is("multipart", "signed") {
                signed = Some(entity.depth);
            }
            fixed
        });
        fixed.collect()
    }

    /// What holds something of 8 bits is of 8 bits, and so is what holds that (RFC 2045 §6.4).
    fn tell_around(&self, said: &mut [Option<Mechanism>]) {
        // The widest at each depth, seen from the end.
        let mut widest: Vec<Mechanism> = Vec::new();
        for (entity, said) in self.tree.entities.iter().zip(said).rev() {
            let within = widest.get(entity.depth + 1).cloned().unwrap_or_default();
            widest.truncate(entity.depth + 1);
            widest.resize(entity.depth + 1, Mechanism::SevenBit);
            let own = said.get_or_insert(within).clone();
            if let Some(widest) = widest.last_mut().filter(|widest| width(widest) < width(&own)) {
                *widest = own;
            }
        }
    }
}

impl Leaf {
    fn choose(&self, server: Server) -> Choice {
        let encoding = match self.content.has_other_line_ends() {
            true => TransferEncoding::Base64,
            false => TransferEncoding::choose(&self.content.facts, server != Server::SevenBit),
        };
        let mechanism = Mechanism::from(encoding);
        let choice = |mechanism: Mechanism| {
            let octets = self.size(&mechanism).unwrap_or(u64::MAX);
            Choice { octets, mechanism }
        };
        let (chosen, binary) = (choice(mechanism), choice(Mechanism::Binary));
        if server == Server::Binary && binary.octets < chosen.octets { binary } else { chosen }
    }

    fn unchanged(&self, server: Server) -> Result<Choice, Obstacle> {
        let facts = &self.sent.facts;
        let obstacle = |eight_bit| obstacle(facts, eight_bit);
        let mechanism = match (obstacle(false), obstacle(true)) {
            (None, _) => Mechanism::SevenBit,
            (Some(_), None) if server != Server::SevenBit => Mechanism::EightBit,
            _ if server == Server::Binary => Mechanism::Binary,
            (Some(obstacle), _) => return Err(obstacle),
        };
        Ok(Choice { octets: self.as_sent(), mechanism })
    }
}

/// How much a transfer encoding lets through.
fn width(mechanism: &Mechanism) -> u8 {
    match mechanism {
        Mechanism::Binary => 2,
        Mechanism::EightBit => 1,
        _ => 0,
    }
}

fn is_plain(entity: &Entity) -> bool {
    matches!(Mechanism::parse(entity.encoding()), Mechanism::SevenBit | Mechanism::EightBit | Mechanism::Binary)
}

/// By how much the header of an entity grows when its encoding is told.
fn field_change(entity: &Entity, said: Option<&Mechanism>) -> i64 {
    let word = said.map_or("7bit", Mechanism::name).len() as u64;
    match entity.content.encoding.as_deref() {
        Some(now) => difference(word, now.len() as u64),
        None if said.is_none_or(|said| *said == Mechanism::SevenBit) => 0,
        None => difference("Content-Transfer-Encoding: \r\n".len() as u64 + word, 0),
    }
}
