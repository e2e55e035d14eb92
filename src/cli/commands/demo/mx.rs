//! The question for the mail exchangers of a domain, as the lecture asks it with nslookup.

use super::zone::name;
use super::{dial, name_server, resolver};
use crate::base::Exit;
use crate::cli::args::Global;
use crate::cli::error::Failure;
use crate::cli::output::mx::{self, Format, Report};
use crate::cli::terminal::Terminal;
use crate::client::inspection::inspect;
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
    let found = inspect(&resolver(server, &dial), &name(DOMAIN)?).await;
    let found = found.map_err(|error| Failure::new(Exit::Software, error))?;
    let message = &found.exchangers.answer.message;
    say(format!("The server that was asked is {server}, in this program."));
    if message.flags.authoritative {
        say("Its answer is authoritative (flag aa): it has the zone itself, not somebody's copy of it.".to_owned());
    }
    say("Each MX has a preference. The lowest is tried first, the others only if that one fails.".to_owned());
    let servers = message.authority.iter().filter(|record| record.kind == Type::NS);
    let servers: Vec<_> = servers.filter_map(|record| record.data.name()).map(|name| name.host()).collect();
    say(format!("Authority: the zone has {} name servers, {}.", servers.len(), servers.join(", ")));
    say("Additional: the addresses of all of them, so that nobody has to ask again.".to_owned());
    match terminal.json {
        true => terminal.json(&Report::new(&found)),
        false => mx::inspection(&found, Format::Table).iter().for_each(|line| terminal.result(line)),
    }
    say("Now for a domain of your own: mailtool mx DOMAIN. The letter that goes this way: mailtool demo".to_owned());
    Ok(mx::exit(&found))
}
