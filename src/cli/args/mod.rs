//! The arguments, by groups that commands share.

mod connection;
mod count;
mod dns;
mod extensions;
mod global;
mod handshake;
mod later;
mod many;
mod message;
mod period;
mod route;
mod size;

pub use connection::{Connection, Password, TlsMode, Transport, Tunnel};
pub use count::{connections, count};
pub use dns::{Dns, DnsOver};
pub use extensions::Extensions;
pub use global::{Color, Global};
pub use handshake::{Handshake, version};
pub use later::Later;
pub use many::{Many, Uncertain};
pub use message::{Content, Envelope, Exchange, Message};
pub use period::period;
pub use route::{Route, known, proxied};
pub use size::octets;

/// Puts what holds for every verb of a command behind the help of each, before its examples.
pub fn closing(verb: clap::Command, text: &'static str) -> clap::Command {
    let verb = verb.mut_subcommands(|verb| closing(verb, text));
    let examples = verb.get_after_help().map(ToString::to_string).unwrap_or_default();
    verb.after_help(format!("{text}\n\n{examples}").trim_end().to_owned())
}
