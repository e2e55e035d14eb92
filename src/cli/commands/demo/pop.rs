//! Pepe fetches Alicia's letter from his maildrop.

use super::letter::{letter, octets};
use super::maildrop::Maildrop;
use super::pepe::{self, Stage};
use crate::base::Exit;
use crate::cli::args::Global;
use crate::cli::error::Failure;
use crate::cli::output::pop::{Columns, Row, Table};
use crate::cli::terminal::Terminal;
use crate::client::pop3::{Ask, Entry, Error, Login, MAX_WINDOW, Pop3, Way, open};
use crate::mime::summary::Summary;
use crate::proto::pop3::{Command, Verb};
use crate::transcript::Weight;

/// Where Pepe's mail is kept.
const SERVER: &str = "pop.gmail.com";

/// Plays the scene.
pub async fn play(modern: bool, global: &Global, terminal: &Terminal) -> Result<Exit, Failure> {
    let say = |text: &str| terminal.note(Weight::Info, text);
    let expected = octets(&letter()?)?;
    let Stage { listener, server: tls, client } = pepe::stage(SERVER, modern).await?;
    let maildrop = Maildrop { messages: vec![expected.clone()], tls };
    let port = listener.address().port();
    let served = tokio::spawn(async move {
        let (stream, _) = listener.accept().await;
        maildrop.serve(stream).await
    });
    say("Alicia's letter is in Pepe's maildrop. Now he fetches it, from a server in this program.");
    let server = pepe::way(SERVER, port, modern, client, global, terminal)?;
    let (login, window) = if modern { (Login::Best, MAX_WINDOW) } else { (Login::User, 1) };
    let way = Way { server, login, utf8: false, language: None, window };
    let fetched = fetch(&way, terminal).await.map_err(|error| Failure::new(error.exit(), error))?;
    let left = served.await.ok().and_then(Result::ok);
    if fetched != expected || left.is_none_or(|left| !left.is_empty()) {
        return Err(Failure::new(Exit::Software, "what was fetched is not what was there"));
    }
    say(&format!("Pepe has it: {} octets, exactly those that Alicia sent; the maildrop is empty now.", fetched.len()));
    say(if modern { MODERN } else { CLASSIC });
    Ok(Exit::Ok)
}

const CLASSIC: &str = "His password went in clear text, for all on the way to read. Today: mailtool demo pop --modern";
const MODERN: &str = "Now with a maildrop of your own: mailtool pop list -s USER@SERVER --headers";

/// What the slides do: how many, how large, the first, and away with it.
async fn fetch(way: &Way, terminal: &Terminal) -> Result<Vec<u8>, Error> {
    let mut pop3 = open(way).await?;
    pop3.command(&Command::new(Verb::Stat)).await?;
    let ask = Ask { sizes: true, unique_ids: way.window > 1, one: None };
    let maildrop = pop3.maildrop(ask).await?;
    let mut letter = Vec::new();
    for entry in maildrop.entries() {
        letter = retrieve(&mut pop3, entry).await?;
        let columns = Columns { octets: true, uidl: false, headers: true };
        Table::new(columns, maildrop.entries(), terminal).row(&Row::new(entry, Some(Summary::of(&letter))));
        pop3.command(&Command::with(Verb::Dele, [entry.number])).await?;
    }
    pop3.quit().await?;
    Ok(letter)
}

async fn retrieve(pop3: &mut Pop3, entry: &Entry) -> Result<Vec<u8>, Error> {
    let command = Command::with(Verb::Retr, [entry.number]);
    let reply = pop3.command(&command).await?;
    let mut octets = Vec::new();
    let mut take = |piece: &[u8]| {
        octets.extend_from_slice(piece);
        Ok(())
    };
    pop3.content(&command, &reply, &mut take).await?;
    Ok(octets)
}
