//! `mailtool send` to many.

mod connections;
mod journal;
mod merge;
mod rate;
mod rcpt_file;

/// An mbox of so many letters from a@x.test to b@x.test, numbered from 1 in their subjects.
fn mbox(letters: usize) -> String {
    let letter = |n: usize| {
        format!("From a@x.test Tue Jul  1 10:52:37 2003\nFrom: a@x.test\nTo: b{n}@x.test\nSubject: n{n}\n\nadios\n\n")
    };
    (1..=letters).map(letter).collect()
}
