//! What holds whatever the octets are: one check for each fuzz target. A check panics where something does not hold.
//!
//! The targets call them, and so does the test `fuzz`, which reads this file as a module of its own.

pub mod codecs;
mod dialogue;
pub mod dns;
pub mod header;
pub mod imap;
pub mod lint;
pub mod parse;
pub mod pop3;
pub mod query;
pub mod smtp;
pub mod text;

use mailtool::mime::parse::Limits;

/// How much of a message is taken apart: as by default, and as narrow as messages are that reach it.
const LIMITS: [Limits; 2] =
    [Limits { depth: 100, parts: 20_000, field: 1 << 20 }, Limits { depth: 3, parts: 5, field: 100 }];

/// Octets up to which they come one by one.
const FEW: usize = 512;

/// Ways to cut octets, which depend on nothing but the octets: in two, in pieces of some size, in very small ones.
fn cuts(octets: &[u8]) -> [Vec<&[u8]>; 3] {
    let chance = chance(octets);
    let (head, tail) = octets.split_at(chance % (octets.len() + 1));
    let small = 1 + octets.len() / FEW;
    [vec![head, tail], octets.chunks(1 + chance / 7 % 29).collect(), octets.chunks(small).collect()]
}

/// A number that looks like chance (FNV-1a).
fn chance(octets: &[u8]) -> usize {
    let hash = |hash: u32, octet: &u8| (hash ^ u32::from(*octet)).wrapping_mul(0x0100_0193);
    octets.iter().fold(0x811c_9dc5, hash) as usize
}
