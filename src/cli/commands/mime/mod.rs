//! `mailtool mime`: messages and their encodings, without any network.

mod build;
mod codec;
mod explain;
pub(super) mod extract;
mod field;
mod filter;
mod input;
mod join;
mod lint;
mod output;
mod part;
mod places;
mod remark;
mod repair;
mod show;
mod size;
mod split;
mod tree;

use clap::{Args, Subcommand};

use crate::base::Exit;
use crate::cli::args::Global;
use crate::cli::error::Failure;
use crate::cli::terminal::Terminal;

/// Build messages, take them apart, and encode and decode what they are made of
///
/// What is in a message, an mbox or a Maildir, and getting it out; filters for the transfer encodings of
/// MIME and of what came before it, and for what stands in header fields. All of them take octets of
/// any number in little memory.
#[derive(Debug, Args)]
pub struct Mime {
    #[command(subcommand)]
    verb: Verb,
}

/// What to do.
#[derive(Debug, Subcommand)]
enum Verb {
    Tree(tree::Tree),
    Show(show::Show),
    Part(part::Part),
    Extract(extract::Extract),
    Lint(lint::Lint),
    Size(size::Size),
    Repair(repair::Repair),
    Explain(explain::Explain),
    Build(Box<build::Build>),
    Split(split::Split),
    Join(join::Join),
    Encode(codec::Encode),
    Decode(codec::Decode),
}

/// Does what the verb says.
pub fn run(args: &Mime, global: &Global, terminal: &Terminal) -> Result<Exit, Failure> {
    match &args.verb {
        Verb::Tree(tree) => tree::run(tree, terminal),
        Verb::Show(show) => show::run(show, terminal),
        Verb::Part(part) => part::run(part, terminal),
        Verb::Extract(extract) => extract::run(extract, terminal),
        Verb::Lint(lint) => lint::run(lint, global, terminal),
        Verb::Size(size) => size::run(size, terminal),
        Verb::Repair(repair) => repair::run(repair, terminal),
        Verb::Explain(explain) => explain::run(explain, global, terminal),
        Verb::Split(split) => split::run(split, terminal),
        Verb::Join(join) => join::run(join, terminal),
        Verb::Build(build) => build::run(build, global, terminal),
        Verb::Encode(encode) => codec::encode(encode, terminal),
        Verb::Decode(decode) => codec::decode(decode, terminal),
    }
}
