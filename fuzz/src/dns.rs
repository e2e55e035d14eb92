//! Conversations with a name server: frames do not depend on the cut, whatever comes is shown, and what was understood
//! means the same again.

use bytes::Bytes;
use jiff::Timestamp;
use mailtool::proto::dns::{Dialogue, Frames, Message};
use mailtool::proto::explain::Language;
use mailtool::proto::{Meaningful as _, Side};

/// The octets are a stream: messages behind their lengths, of the client and the server in turn.
pub fn check(octets: &[u8]) {
    let whole = frames(&[octets]);
    for cut in super::cuts(octets) {
        assert_eq!(frames(&cut), whole, "in {} pieces", cut.len());
    }
    let mut dialogue = Dialogue::default();
    for (frame, side) in whole.into_iter().zip([Side::Client, Side::Server].into_iter().cycle()) {
        let turn = dialogue.message(side, frame.clone(), Timestamp::UNIX_EPOCH);
        assert_eq!(turn.octets, frame);
        judge(&turn.message, &frame);
        read_again(turn.message);
    }
}

/// The messages, and what is left of one that did not come whole.
fn frames(pieces: &[&[u8]]) -> Vec<Bytes> {
    let (mut frames, mut all) = (Frames::default(), Vec::new());
    for piece in pieces {
        frames.push(piece);
        all.extend(std::iter::from_fn(|| frames.take()));
    }
    all.extend(frames.rest());
    all
}

fn judge(message: &Message, octets: &[u8]) {
    let shown = |c: char| c.is_ascii_graphic() || c == ' ';
    assert!(message.lines().iter().all(|line| line.chars().all(shown)), "{message:?}");
    assert!(!message.meaning().text.is_empty());
    for language in [Language::En, Language::Es] {
        assert!(message.explain(octets, false, language).iter().all(|note| !note.text.is_empty()));
    }
}

/// A message that was read is written and read again.
fn read_again(message: Message) {
    if message.malformed.is_some() {
        return;
    }
    let octets = message.encode();
    let again = Message::read(&octets);
    assert_eq!(Message { size: again.size, after: message.after, ..again }, Message { size: octets.len(), ..message });
}
