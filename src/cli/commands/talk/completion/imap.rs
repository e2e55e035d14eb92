//! The commands of IMAP, behind a tag or without one (RFC 9051 §6).

use super::is_mechanism;
use crate::proto::imap::Verb;

/// The commands that can stand behind UID (RFC 9051 §6.4.9, RFC 4315 §2.1, RFC 5256 §3, RFC 8508 §3).
const BEHIND_UID: [Verb; 9] = [
    Verb::Copy,
    Verb::Expunge,
    Verb::Fetch,
    Verb::Move,
    Verb::Replace,
    Verb::Search,
    Verb::Sort,
    Verb::Store,
    Verb::Thread,
];

/// What can stand behind `before`.
pub fn candidates(before: &str, offered: &[String]) -> Vec<String> {
    let words: Vec<&str> = before.split_ascii_whitespace().collect();
    let is_command = |word: &str| Verb::of(word.as_bytes()) != Verb::Other || word.eq_ignore_ascii_case("UID");
    // A tag is any word that is no command.
    let words = match words.as_slice() {
        [tag, rest @ ..] if !is_command(tag) => rest,
        words => words,
    };
    match words {
        [] => Verb::all().map(with_space).chain(["UID ".to_owned()]).collect(),
        [uid] if uid.eq_ignore_ascii_case("UID") => BEHIND_UID.into_iter().map(with_space).collect(),
        [verb] if Verb::of(verb.as_bytes()) == Verb::Authenticate => {
            let mechanisms = offered.iter().filter_map(|word| word.strip_prefix("AUTH="));
            mechanisms.filter(|name| is_mechanism(name)).map(str::to_owned).collect()
        }
        _ => Vec::new(),
    }
}

fn with_space(verb: Verb) -> String {
    let alone = matches!(
        verb,
        Verb::CancelUpdate
            | Verb::Capability
            | Verb::Check
            | Verb::Close
            | Verb::Expunge
            | Verb::Idle
            | Verb::Logout
            | Verb::Namespace
            | Verb::Noop
            | Verb::StartTls
            | Verb::Unauthenticate
            | Verb::Unselect
    );
    format!("{verb}{}", if alone { "" } else { " " })
}

#[cfg(test)]
mod tests {
    use super::super::completed;
    use crate::client::talk::Offer;
    use crate::net::endpoint::Protocol::Imap;

    #[test]
    fn commands_and_mechanisms() {
        assert_eq!(completed(Imap, "sel", None), ["SELECT "]);
        assert_eq!(completed(Imap, "a1 LOG", None), ["a1 LOGIN ", "a1 LOGOUT"]);
        assert_eq!(completed(Imap, "UID F", None), ["UID FETCH "]);
        assert_eq!(completed(Imap, "x uid s", None), ["x uid SEARCH ", "x uid SORT ", "x uid STORE "]);
        assert_eq!(completed(Imap, "SELECT ", None), [""; 0]);
        let offer = Offer::Imap(["IDLE", "AUTH=PLAIN", "AUTH=\x1b"].map(str::to_owned).to_vec());
        assert_eq!(completed(Imap, "AUTHENTICATE ", Some(&offer)), ["AUTHENTICATE PLAIN"]);
        assert_eq!(completed(Imap, "a authenticate p", Some(&offer)), ["a authenticate PLAIN"]);
    }
}
