//! `mailtool imap caps`, `id`, `namespace`: what the server is and can do.

use clap::Args;
use serde_json::json;

use super::Imap;
use super::conversation::{At, Need, converse};
use crate::base::Exit;
use crate::base::escape::{escape, escape_str};
use crate::cli::error::Failure;
use crate::cli::theme::paint;
use crate::client::imap::{self, Error, only_data};
use crate::proto::explain::Language;
use crate::proto::imap::response::data::Namespace;
use crate::proto::imap::{Data, Request, Verb, explain, mailbox};
use crate::transcript::text::Label;

/// What the server says it can do (CAPABILITY)
///
/// Without a user: before the login, where most servers say less. With --explain=es in Spanish.
///
/// With --json one object a line: {"capability","meaning","rfc"}.
#[derive(Debug, Args)]
#[command(after_help = "Examples:
  mailtool imap caps -s imap.example.org
  mailtool imap caps -s pepe@imap.example.org --json -q")]
pub struct Caps {}

/// Who the server says it is (ID, RFC 2971)
///
/// We say no more of ourselves than --say gives. With --json {"name":"value",…}.
#[derive(Debug, Args)]
#[command(after_help = "Examples:
  mailtool imap id -s imap.example.org
  mailtool imap id --say name=mailtool -s pepe@imap.example.org")]
pub struct Id {
    /// Who we say we are
    #[arg(long, value_name = "NAME=VALUE", value_parser = pair)]
    say: Vec<(String, String)>,
}

/// Where mailboxes are: one's own, those of other users, shared ones (NAMESPACE, RFC 2342)
///
/// With --json one object a line: {"kind":"personal|other|shared","prefix","delimiter"}.
#[derive(Debug, Args)]
#[command(after_help = "Example:\n  mailtool imap namespace -s pepe@imap.example.org")]
pub struct Namespaces {}

fn pair(text: &str) -> Result<(String, String), String> {
    let pair = text.split_once('=').ok_or("NAME=VALUE is expected")?;
    Ok((pair.0.to_owned(), pair.1.to_owned()))
}

/// CAPABILITY.
pub fn caps(args: &Imap, at: At<'_>) -> Result<Exit, Failure> {
    let (global, terminal) = at;
    let language = global.explain.map_or(Language::En, Language::from);
    converse(args, at, Need::Nothing, async |imap| {
        for word in imap.capabilities().await? {
            let note = explain::capability(word);
            let (meaning, rfc) = (note.map(|note| note.text(language)), note.map(|note| note.rfc));
            if terminal.json {
                terminal.json(&json!({ "capability": word, "meaning": meaning, "rfc": rfc }));
                continue;
            }
            let word = escape_str(word);
            match meaning.zip(rfc) {
                Some((meaning, rfc)) => {
                    let note = format!("{meaning} ({rfc})");
                    terminal.result(&format!("{word}\n    {}", paint(Label::Explanation, &note)));
                }
                None => terminal.result(&word),
            }
        }
        Ok(Exit::Ok)
    })
}

/// ID.
pub fn id(id: &Id, args: &Imap, at: At<'_>) -> Result<Exit, Failure> {
    let terminal = at.1;
    converse(args, at, Need::Nothing, async |imap| {
        let mut request = Request::new(Verb::Id);
        request = if id.say.is_empty() { request.word("NIL") } else { request.verbatim(&fields(&id.say)) };
        let mut found = Vec::new();
        imap.run(&request, &mut |told| {
            if let Some(Data::Id(pairs)) = only_data(told)? {
                found.clone_from(pairs);
            }
            Ok(())
        })
        .await?;
        let text = |octets: &[u8]| String::from_utf8_lossy(octets).into_owned();
        if terminal.json {
            let value = |value: &Option<Vec<u8>>| value.as_deref().map(text);
            let object = found.iter().map(|(name, octets)| (text(name), json!(value(octets))));
            terminal.json(&object.collect::<serde_json::Map<_, _>>());
            return Ok(Exit::Ok);
        }
        for (name, value) in &found {
            let value = value.as_deref().map_or("NIL".into(), escape);
            terminal.result(&format!("{:<16}  {value}", escape(name)));
        }
        Ok(Exit::Ok)
    })
}

/// `("name" "value" …)`.
fn fields(pairs: &[(String, String)]) -> String {
    let quoted = |text: &str| format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\""));
    let words: Vec<String> = pairs.iter().flat_map(|(name, value)| [quoted(name), quoted(value)]).collect();
    format!("({})", words.join(" "))
}

/// NAMESPACE.
pub fn namespaces(args: &Imap, at: At<'_>) -> Result<Exit, Failure> {
    let terminal = at.1;
    converse(args, at, Need::Login, async |imap| {
        let all = asked(imap).await?;
        for (kind, list) in ["personal", "other", "shared"].into_iter().zip(all) {
            for Namespace { prefix, delimiter } in list {
                let (prefix, delimiter) = (mailbox::decode(&prefix, imap.names()), delimiter.map(char::from));
                if terminal.json {
                    terminal.json(&json!({ "kind": kind, "prefix": prefix, "delimiter": delimiter }));
                    continue;
                }
                let delimiter = delimiter.map_or("none".to_owned(), |delimiter| delimiter.to_string());
                let prefix = escape_str(&prefix);
                terminal.result(&format!("{kind:<8}  prefix \"{prefix}\"  delimiter {}", escape_str(&delimiter)));
            }
        }
        Ok(Exit::Ok)
    })
}

async fn asked(imap: &mut imap::Imap) -> Result<[Vec<Namespace>; 3], Error> {
    let mut all = [const { Vec::new() }; 3];
    imap.run(&Request::new(Verb::Namespace), &mut |told| {
        if let Some(Data::Namespace(told)) = only_data(told)? {
            all.clone_from(told);
        }
        Ok(())
    })
    .await?;
    Ok(all)
}
