//! The command line from outside: the program itself against scripted servers, against its own server, and against
//! Postfix and Dovecot. What is demanded here stands in the contract of the command line; how it is done does not
//! matter.

mod bound;
mod certificates;
mod clients;
mod codecs;
mod compose;
mod config;
mod demo;
pub mod encoding;
mod escapes;
mod exchange;
mod exim;
mod explain;
mod extensions;
mod faults;
mod fields;
mod handshake;
mod imap;
mod impostors;
mod input;
mod leaks;
mod limits;
mod lint;
mod lmtp;
mod many;
mod mime_build;
mod mime_extract;
mod mime_input;
mod mime_part;
mod mime_partial;
mod mime_show;
mod mime_size;
mod mime_tree;
mod mx;
mod outputs;
mod pop;
mod postfix;
mod prdr;
mod probe;
mod refusals;
mod repair;
mod resolver;
mod room;
mod route;
mod run;
mod secrets;
mod serve;
mod smuggling;
mod starttls;
mod talk;
mod tokens;
mod tunnel;

pub use room::Room;
pub use run::{Mailtool, Outcome, bridge};
pub use serve::Serve;
