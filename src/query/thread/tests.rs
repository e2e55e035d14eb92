//! The steps of RFC 5256, one by one; what a server makes of random messages is compared elsewhere.

use super::{Algorithm, Letter};

/// A message that was sent at this second: its identifier, what it answers, its subject.
fn letter(uid: u32, sent: i64, id: &str, references: &str, subject: &str) -> Letter {
    let text = subject.strip_prefix("Re: ");
    let mut letter = Letter {
        uid,
        sent,
        subject: text.unwrap_or(subject).to_owned(),
        answers: text.is_some(),
        id: Some(format!("{id}@x")),
        references: Vec::new(),
    };
    letter
        .with_references(references.split_terminator(' ').map(|id| format!("<{id}@x>")).collect::<String>().as_bytes());
    letter
}

/// The threads, each message with how deep it is.
fn told(algorithm: Algorithm, letters: &[Letter]) -> Vec<(u32, Option<u32>, usize)> {
    let members = algorithm.threads(letters.to_vec());
    members.into_iter().map(|member| (member.number, member.parent, member.depth)).collect()
}

fn references(letters: &[Letter], expected: &[(u32, Option<u32>, usize)]) {
    assert_eq!(told(Algorithm::References, letters), expected);
}

#[test]
fn an_answer_is_below_what_it_answers() {
    let letters = [letter(1, 5, "a", "", "x"), letter(2, 4, "b", "a", "y"), letter(3, 3, "c", "a b", "z")];
    references(&letters, &[(1, None, 0), (2, Some(1), 1), (3, Some(2), 2)]);
    // What is between them is not there.
    references(&[letters[0].clone(), letters[2].clone()], &[(1, None, 0), (3, Some(1), 1)]);
    references(&letters[2..], &[(3, None, 0)]);
}

#[test]
fn siblings_are_sorted_and_orphans_are_held_together() {
    let letters = [letter(1, 9, "b", "a", "x"), letter(2, 3, "c", "a", "y"), letter(3, 5, "d", "", "z")];
    references(&letters, &[(2, None, 0), (1, None, 0), (3, None, 0)]);
}

#[test]
fn no_loops_and_no_identifier_twice() {
    references(&[letter(1, 1, "a", "a", "x")], &[(1, None, 0)]);
    references(&[letter(1, 1, "a", "b", "x"), letter(2, 2, "b", "a", "y")], &[(2, None, 0), (1, Some(2), 1)]);
    references(
        &[letter(1, 1, "a", "", "x"), letter(2, 2, "a", "", "y"), letter(3, 3, "c", "a", "z")],
        &[(1, None, 0), (3, Some(1), 1), (2, None, 0)],
    );
}

#[test]
fn the_same_subject_is_the_same_thread() {
    let (first, again) = (letter(1, 1, "a", "", "x"), letter(2, 2, "b", "", "x"));
    let answer = letter(3, 3, "c", "", "Re: x");
    references(&[first.clone(), answer.clone()], &[(1, None, 0), (3, Some(1), 1)]);
    references(&[first.clone(), again.clone()], &[(1, None, 0), (2, None, 0)]);
    references(&[first, again, answer], &[(1, None, 0), (2, None, 0), (3, None, 0)]);
    references(&[letter(1, 1, "a", "", ""), letter(2, 2, "b", "", "Re: ")], &[(1, None, 0), (2, None, 0)]);
}

#[test]
fn ordered_subject() {
    let letters = [
        letter(1, 9, "a", "", "Re: x"),
        letter(2, 5, "b", "", "x"),
        letter(3, 7, "c", "", "y"),
        letter(4, 7, "d", "", "x"),
    ];
    let expected = [(2, None, 0), (4, Some(2), 1), (1, Some(2), 1), (3, None, 0)];
    assert_eq!(told(Algorithm::OrderedSubject, &letters), expected);
}

#[test]
fn twenty_thousand() {
    const MANY: u32 = 20_000;
    let chain = |answers: fn(u32) -> u32| -> Vec<Letter> {
        (0..MANY).map(|n| letter(n + 1, 0, &n.to_string(), &answers(n).to_string(), "x")).collect()
    };
    let deepest = |letters| Algorithm::References.threads(letters).into_iter().map(|member| member.depth).max();
    assert_eq!(deepest(chain(|n| n.saturating_sub(1))), Some(19_999));
    assert_eq!(deepest(chain(|n| n + 1)), Some(19_999));
    // All of them answer one that is not there; each another one; none.
    assert_eq!(deepest(chain(|_| MANY)), Some(0));
    assert_eq!(deepest(chain(|n| n + MANY)), Some(0));
    let mut letters = chain(|n| n.saturating_sub(1));
    letters.iter_mut().for_each(|letter| letter.references.clear());
    assert_eq!(deepest(letters), Some(0));
    let long: String = (0..MANY).map(|n| format!("{n} ")).collect();
    assert_eq!(deepest(vec![letter(1, 0, "a", long.trim(), "x"), letter(2, 0, "b", long.trim(), "y")]), Some(0));
}
