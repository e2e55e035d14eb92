//! `mailtool mime`: messages and their encodings, without any network.

mod codec;
mod field;
mod filter;
mod places;
mod remark;

use clap::{Args, Subcommand};

use crate::base::Exit;
use crate::cli::error::Failure;
use crate::cli::terminal::Terminal;

/// Encode and decode what mail is made of
///
/// Filters for the transfer encodings of MIME and of what came before it, which take octets of any
/// number in little memory, and for what stands in header fields.
#[derive(Debug, Args)]
pub struct Mime {
    #[command(subcommand)]
    verb: Verb,
}

/// What to do.
#[derive(Debug, Subcommand)]
enum Verb {
    Encode(codec::Encode),
    Decode(codec::Decode),
}

/// Does what the verb says.
pub fn run(args: &Mime, terminal: &Terminal) -> Result<Exit, Failure> {
    match &args.verb {
        Verb::Encode(encode) => codec::encode(encode, terminal),
        Verb::Decode(decode) => codec::decode(decode, terminal),
    }
}
