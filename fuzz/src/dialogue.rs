//! Conversations: the turns do not depend on the cut, every octet stands in one, and each can be explained.

use mailtool::proto::explain::Language;
use mailtool::proto::{Dialogue, Fed, Meaningful as _, Side, Turn};

/// Stands where the other side begins to speak; the server greets.
const OTHER: u8 = 1;

/// What a conversation came to: its turns, and what stood behind the go-ahead of STARTTLS in clear text.
#[derive(Debug, PartialEq)]
struct Told<M> {
    turns: Vec<Turn<M>>,
    rests: [Vec<u8>; 2],
}

/// The octets are a conversation.
pub fn check<D>(octets: &[u8])
where
    D: Dialogue + Default,
    D::Message: PartialEq,
{
    let spoken: Vec<(Side, &[u8])> = sides().zip(octets.split(|octet| *octet == OTHER)).collect();
    let whole = told::<D>(&spoken, |octets| vec![octets]);
    for side in [Side::Client, Side::Server] {
        let said = spoken.iter().filter(|(by, _)| *by == side).map(|(_, octets)| octets.len()).sum::<usize>();
        let turns = whole.turns.iter().filter(|turn| turn.side == side).map(|turn| turn.octets.len()).sum::<usize>();
        assert_eq!(turns + whole.rests[side as usize].len(), said, "of the {side:?}");
    }
    for way in 0..3 {
        let cut = told::<D>(&spoken, |octets| super::cuts(octets)[way].clone());
        assert_eq!(cut, whole, "cut in way {way}");
    }
    whole.turns.iter().for_each(judge::<D>);
}

fn sides() -> impl Iterator<Item = Side> {
    [Side::Server, Side::Client].into_iter().cycle()
}

/// Octets are never as many as are held; TLS begins with what is said next behind a go-ahead.
fn told<'a, D: Dialogue + Default>(
    spoken: &[(Side, &'a [u8])],
    cut: impl Fn(&'a [u8]) -> Vec<&'a [u8]>,
) -> Told<D::Message> {
    let (mut dialogue, mut told) = (D::default(), Told { turns: Vec::new(), rests: [Vec::new(), Vec::new()] });
    for (side, octets) in spoken {
        let mut upgraded = false;
        for piece in cut(octets) {
            match dialogue.feed(*side, piece) {
                Fed::All => {}
                Fed::Held { taken } => panic!("{taken} octets of {} are held", piece.len()),
                Fed::Upgrade { client, server } => {
                    upgraded = true;
                    told.rests[Side::Client as usize].extend_from_slice(&client);
                    told.rests[Side::Server as usize].extend_from_slice(&server);
                }
            }
            told.turns.extend(std::iter::from_fn(|| dialogue.next()));
        }
        if upgraded {
            dialogue.secured();
        }
    }
    told.turns.extend([Side::Client, Side::Server].into_iter().filter_map(|side| dialogue.unfinished(side)));
    told
}

/// Secrets stand in the turn, and what it means can be said.
fn judge<D: Dialogue>(turn: &Turn<D::Message>) {
    let octets = turn.octets.len();
    assert!(turn.secret.iter().all(|range| range.start < range.end && range.end <= octets), "{turn:?}");
    assert!(!turn.octets.is_empty() && !turn.message.meaning().text.is_empty(), "{turn:?}");
    for (language, reveal) in [(Language::En, true), (Language::Es, false)] {
        let notes = turn.message.explain(&turn.octets, reveal, language);
        assert!(notes.iter().all(|note| !note.text.is_empty()), "{turn:?}");
    }
}
