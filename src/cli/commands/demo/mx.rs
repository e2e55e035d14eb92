//! The question for the mail exchangers of a domain, as the lecture asks it with nslookup.

use super::zone::name;
use super::{dial, name_server, resolver};
use crate::base::Exit;
use crate::cli::args::Global;
use crate::cli::error::Failure;
use crate::cli::terminal::Terminal;
use crate::client::exchangers::exchangers;
use crate::proto::dns::Type;
use crate::transcript::Weight;

/// The domain that the slides ask for.
const DOMAIN: &str = "google.com";

/// Plays the scene.
pub async fn play(modern: bool, global: &Global, terminal: &Terminal) -> Result<Exit, Failure> {
    let server = name_server().await?;
    let say = |text: String| terminal.note(Weight::Info, text);
    say(format!("Which servers take the mail of {DOMAIN}? nslookup -type=MX {DOMAIN} asks it so:"));
    let dial = dial(modern, global, terminal)?;
    let found = exchangers(&resolver(server, &dial), &name(DOMAIN)?).await;
    let found = found.map_err(|error| Failure::new(Exit::Software, error))?;
    let message = &found.answer.message;
    say(format!("The server that was asked is {}, in this program.", found.answer.server));
    if message.flags.authoritative {
        say("Its answer is authoritative (flag aa): it has the zone itself, not somebody's copy of it.".to_owned());
    }
    say("Each MX has a preference. The lowest is tried first, the others only if that one fails.".to_owned());
    let servers = message.authority.iter().filter(|record| record.kind == Type::NS);
    let servers: Vec<_> = servers.filter_map(|record| record.data.name()).map(|name| name.host()).collect();
    say(format!("Authority: the zone has {} name servers, {}.", servers.len(), servers.join(", ")));
    say("Additional: the addresses of all of them, so that nobody has to ask again.".to_owned());
    for exchanger in &found.list {
        terminal.result(&format!("{:>3}  {}", exchanger.preference, exchanger.name.host()));
    }
    say("Now for a domain of your own: mailtool mx DOMAIN. The letter that goes this way: mailtool demo".to_owned());
    Ok(Exit::Ok)
}
