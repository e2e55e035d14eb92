//! `mailtool send` to many.

mod connections;
mod journal;
mod merge;
mod rate;
mod rcpt_file;

use std::process::{Command, Output};

use super::{Mailtool, Room};

/// What comes of it below a shell that says this first.
fn below(send: &Mailtool, room: &Room, first: &str) -> Output {
    let whole = send.command(room);
    let mut shell = Command::new("sh");
    shell.args(["-c", &format!("{first}; exec \"$@\""), "sh"]).arg(whole.get_program()).args(whole.get_args());
    shell.env_clear().envs(whole.get_envs().filter_map(|(name, value)| name.to_str().zip(value)));
    shell.current_dir(room.path()).output().expect("a process")
}

/// An mbox of so many letters from a@x.test to b@x.test, numbered from 1 in their subjects.
fn mbox(letters: usize) -> String {
    let letter = |n: usize| {
        format!("From a@x.test Tue Jul  1 10:52:37 2003\nFrom: a@x.test\nTo: b{n}@x.test\nSubject: n{n}\n\nadios\n\n")
    };
    (1..=letters).map(letter).collect()
}
