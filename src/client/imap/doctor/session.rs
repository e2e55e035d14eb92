//! What is said of the session itself: capabilities, the login, ID, NAMESPACE, ENABLE.

use super::Needs::Nothing;
use super::answer::ask;
use super::patient::Patient;
use super::{Check, Error, Seen, judge, row, untested, works, wrong};
use crate::proto::imap::{Data, Request, Verb};

pub(super) const TABLE: &[Check] = &[
    row(
        "capability",
        &[],
        Nothing,
        "RFC 9051 §6.1.1",
        ["CAPABILITY", "CAPABILITY with IMAP4rev1 or IMAP4rev2"],
        |patient| Box::pin(capability(patient)),
    ),
    row(
        "sasl-ir",
        &["SASL-IR"],
        Nothing,
        "RFC 4959 §3",
        ["AUTHENTICATE with the first response on its line", "a login in one step"],
        |patient| Box::pin(initial_response(patient)),
    ),
    row("id", &["ID"], Nothing, "RFC 2971 §3.1", ["ID NIL", "ID with names and values, or NIL"], |patient| {
        Box::pin(id(patient))
    }),
    row(
        "namespace",
        &["NAMESPACE", "IMAP4REV2"],
        Nothing,
        "RFC 2342 §5",
        ["NAMESPACE", "NAMESPACE with a personal one, and a delimiter"],
        |patient| Box::pin(namespace(patient)),
    ),
    row(
        "enable",
        &["ENABLE", "IMAP4REV2"],
        Nothing,
        "RFC 5161 §3.2",
        ["ENABLE of an extension that is promised", "ENABLED with its name"],
        |patient| Box::pin(enable(patient)),
    ),
];

/// What can be enabled, and changes nothing that matters here.
const ENABLED: [&str; 3] = ["CONDSTORE", "QRESYNC", "UTF8=ACCEPT"];

async fn capability(patient: &mut Patient) -> Result<Seen, Error> {
    let answer = patient.ask(Request::new(Verb::Capability)).await?;
    let words = answer.data.iter().find_map(|data| if let Data::Capability(words) = data { Some(words) } else { None });
    let Some(words) = words else { return wrong(format!("{} came, and no CAPABILITY", answer.names())) };
    let revision = words.iter().find(|word| word.starts_with("IMAP4REV"));
    match revision {
        Some(revision) => works(format!("{revision} and {} more words", words.len() - 1)),
        None => wrong("no revision of IMAP4 stands in it"),
    }
}

async fn initial_response(patient: &mut Patient) -> Result<Seen, Error> {
    let other = patient.another().await?;
    let understood = other.initial_response;
    other.leave().await;
    match understood {
        Some(true) => works("the login took one step"),
        Some(false) => wrong("BAD; in two steps the login goes"),
        None => untested("no mechanism was used that begins with the client"),
    }
}

async fn id(patient: &mut Patient) -> Result<Seen, Error> {
    let answer = patient.ask(Request::new(Verb::Id).word("NIL")).await?;
    let told = answer.data.iter().find_map(|data| if let Data::Id(pairs) = data { Some(pairs) } else { None });
    let Some(pairs) = told else { return wrong(format!("{} came, and no ID", answer.names())) };
    let name =
        pairs.iter().find(|(name, _)| name.eq_ignore_ascii_case(b"name")).and_then(|(_, value)| value.as_deref());
    works(name.map_or("it does not say its name".into(), String::from_utf8_lossy))
}

async fn namespace(patient: &mut Patient) -> Result<Seen, Error> {
    let answer = patient.ask(Request::new(Verb::Namespace)).await?;
    let told = answer.data.iter().find_map(|data| if let Data::Namespace(all) = data { Some(all) } else { None });
    let Some([personal, others, shared]) = told else {
        return wrong(format!("{} came, and no NAMESPACE", answer.names()));
    };
    match personal.first().map(|space| (space.delimiter, &space.prefix)) {
        None => wrong("there is no personal namespace"),
        Some((None, _)) => wrong("the personal namespace has no delimiter"),
        Some((Some(delimiter), prefix)) => works(format!(
            "personal \"{}\" with {:?}; {} of other users, {} shared",
            String::from_utf8_lossy(prefix),
            char::from(delimiter),
            others.len(),
            shared.len()
        )),
    }
}

/// On a connection of its own: nothing can be disabled.
async fn enable(patient: &mut Patient) -> Result<Seen, Error> {
    let Some(word) = ENABLED.into_iter().find(|word| patient.offers(&[word])) else {
        return untested("nothing is promised that could be enabled");
    };
    let mut other = patient.another().await?;
    let answer = ask(&mut other, Request::new(Verb::Enable).word(word)).await;
    other.leave().await;
    let answer = answer?;
    let enabled = answer.data.iter().find_map(|data| if let Data::Enabled(words) = data { Some(words) } else { None });
    match enabled {
        None => wrong(format!("OK, and no ENABLED behind ENABLE {word}")),
        // QRESYNC brings CONDSTORE with it (RFC 7162 §3.2.3).
        Some(words) => judge(words.iter().any(|known| known == word), format!("ENABLED {}", words.join(" "))),
    }
}
