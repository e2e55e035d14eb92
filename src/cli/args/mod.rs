//! The arguments, by groups that commands share.

mod connection;
mod global;
mod message;

pub use connection::{Connection, Password};
pub use global::{Color, Global};
pub use message::{Envelope, Message};

use clap::Parser;

use super::commands::Command;

/// The Swiss army knife of e-mail protocols: see and use SMTP, MIME and what is around them.
///
/// Results go to standard output; the dialogue with the server goes to standard error, so that
/// you see what is said and pipes see only results. Exit codes are those of sysexits.h: 0 done,
/// 3 partly done, 64 usage, 65 bad message, 66 input missing, 67 recipient unknown, 68 host
/// unknown, 69 refused, 73 cannot create output, 74 local I/O, 75 try again later, 76 the peer
/// broke the protocol, 77 not allowed, 78 configuration.
#[derive(Debug, Parser)]
#[command(name = "mailtool", version, arg_required_else_help = true, max_term_width = 100)]
#[command(after_help = "Begin with: mailtool demo")]
pub struct Cli {
    /// What holds for every command.
    #[command(flatten)]
    pub global: Global,
    /// What to do.
    #[command(subcommand)]
    pub command: Command,
}
