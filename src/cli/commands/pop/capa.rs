//! `mailtool pop capa`: what the server can do.

use clap::Args;

use super::Pop;
use super::conversation::{At, Need, converse};
use crate::base::Exit;
use crate::cli::error::Failure;
use crate::cli::output::pop::capabilities;
use crate::proto::explain::Language;

/// What the server says it can do (CAPA), and what that means
///
/// Without a user: before the login. With --explain=es in Spanish.
///
/// With --json one object a line: {"keyword","parameters","meaning","rfc"}.
#[derive(Debug, Args)]
#[command(after_help = "Examples:
  mailtool pop capa -s mail.example.org
  mailtool pop capa -s pop3://mail.example.org --tls starttls --json -q")]
pub struct Capa {}

/// CAPA.
pub fn run(pop: &Pop, at: At<'_>) -> Result<Exit, Failure> {
    let (global, terminal) = at;
    let language = global.explain.map_or(Language::En, Language::from);
    converse(pop, at, Need::Nothing, async |pop3| {
        if pop3.is_logged_in() || pop3.capabilities().is_none() {
            pop3.ask_capabilities().await?;
        }
        let Some(offered) = pop3.capabilities() else {
            return Err(Failure::new(Exit::Unavailable, "the server does not say what it can do").into());
        };
        capabilities(offered, language, terminal);
        Ok(Exit::Ok)
    })
}
