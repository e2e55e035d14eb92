//! `-q`, `-q30m`, `-qGname`: with these sendmail runs its queue, as scripts have it do when a connection is up. Everywhere
//! else `-q` is quiet, so they become a word of their own before they are read.

use std::ffi::{OsStr, OsString};

/// The command whose words these are.
pub const COMMAND: &str = "sendmail";
/// What they become.
const RUN: &str = "--run-queue";

/// Whether it is one of them; `-qq` means nothing to sendmail, and nothing but errors to us.
pub fn is_run(word: &OsStr) -> bool {
    word.as_encoded_bytes().strip_prefix(b"-q").is_some_and(|rest| !rest.starts_with(b"q"))
}

/// Translates the words behind the name of the command.
pub fn translate<'a>(words: impl Iterator<Item = &'a mut OsString>) {
    words.take_while(|word| *word != "--").filter(|word| is_run(word)).for_each(|word| *word = RUN.into());
}
