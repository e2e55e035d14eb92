//! What the tests of every dialogue do: play a script, however it is cut, and look at the turns.

use super::{Dialogue, Fed, Meaningful, Side, Turn};

/// Who says what.
pub(super) type Script<'a> = [(Side, &'a [u8])];

/// Feeds the script, each text `step` octets at a time, and returns every turn.
pub(super) fn turns<D: Dialogue>(mut dialogue: D, script: &Script<'_>, step: usize) -> Vec<Turn<D::Message>> {
    let mut turns = Vec::new();
    for (side, octets) in script {
        for piece in octets.chunks(step.max(1)) {
            assert!(!matches!(dialogue.feed(*side, piece), Fed::Held { .. }));
            turns.extend(std::iter::from_fn(|| dialogue.next()));
        }
    }
    turns
}

/// Every turn: the same at each of these steps, and no octet is lost.
pub(super) fn whole<D>(new: impl Fn() -> D, script: &Script<'_>, steps: &[usize]) -> Vec<Turn<D::Message>>
where
    D: Dialogue,
    D::Message: PartialEq,
{
    let whole = turns(new(), script, usize::MAX);
    for &step in steps {
        assert!(turns(new(), script, step) == whole, "other turns in steps of {step}");
    }
    for side in [Side::Client, Side::Server] {
        let said: Vec<u8> = script.iter().filter(|(s, _)| *s == side).flat_map(|(_, o)| o.to_vec()).collect();
        let told: Vec<u8> = whole.iter().filter(|t| t.side == side).flat_map(|t| t.octets.to_vec()).collect();
        assert!(said == told, "octets of {side:?} are lost");
    }
    whole
}

/// The turns in words.
pub(super) fn meanings<M: Meaningful>(turns: &[Turn<M>]) -> Vec<String> {
    turns.iter().map(|turn| turn.message.meaning().text.into_owned()).collect()
}

/// What is masked.
pub(super) fn secrets<M>(turns: &[Turn<M>]) -> Vec<String> {
    let text = |turn: &Turn<M>, range: &std::ops::Range<usize>| {
        String::from_utf8_lossy(turn.octets.get(range.clone()).expect("octets")).into_owned()
    };
    turns.iter().flat_map(|turn| turn.secret.iter().map(move |range| text(turn, range))).collect()
}

/// What departs from the RFCs.
pub(super) fn codes<M>(turns: &[Turn<M>]) -> Vec<&'static str> {
    turns.iter().flat_map(|turn| turn.findings.iter().map(|finding| finding.code)).collect()
}
