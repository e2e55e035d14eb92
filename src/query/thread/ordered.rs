//! ORDEREDSUBJECT: messages of the same base subject are a thread; all others answer the first (RFC 5256 §3).

use super::Letter;
use crate::proto::imap::thread::Member;

/// The threads, by when their first message was sent.
pub fn threads(mut letters: Vec<Letter>) -> Vec<Member> {
    letters.sort_by(|one, other| (&one.subject, one.sent, one.uid).cmp(&(&other.subject, other.sent, other.uid)));
    let mut threads: Vec<&[Letter]> = letters.chunk_by(|one, other| one.subject == other.subject).collect();
    threads.sort_by_key(|thread| thread.first().map(|first| (first.sent, first.uid)));
    threads.into_iter().flat_map(members).collect()
}

fn members(thread: &[Letter]) -> impl Iterator<Item = Member> {
    let first = thread.first().map(|letter| letter.uid);
    thread.iter().enumerate().map(move |(n, letter)| Member {
        number: letter.uid,
        parent: first.filter(|_| n > 0),
        depth: n.min(1),
    })
}
