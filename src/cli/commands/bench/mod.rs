//! `mailtool bench`: how much a server bears, and how fast it is.

mod letters;
mod smtp;

use clap::{Args, Subcommand};

use crate::base::Exit;
use crate::cli::args::Global;
use crate::cli::error::Failure;
use crate::cli::terminal::Terminal;

/// Load a server and measure it: rate, and percentiles of how long each step takes
///
/// Only for servers of your own, or with the leave of whoever runs them.
#[derive(Debug, Args)]
pub struct Bench {
    #[command(subcommand)]
    protocol: Protocol,
}

/// What is spoken.
#[derive(Debug, Subcommand)]
enum Protocol {
    Smtp(smtp::Smtp),
}

/// Does what the protocol's flags say.
pub fn run(bench: &Bench, global: &Global, terminal: &Terminal) -> Result<Exit, Failure> {
    match &bench.protocol {
        Protocol::Smtp(smtp) => smtp::run(smtp, global, terminal),
    }
}
