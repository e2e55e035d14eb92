//! Which mailboxes are meant by their namespace, by a subscription or by a pattern (RFC 2342, RFC 9051 §6.3.9).

use super::several::{MAX_MAILBOXES, too_many};
use crate::client::imap::{Error, Imap, only_data};
use crate::proto::imap::mailbox::decode;
use crate::proto::imap::{Data, Request, Verb};

/// Which mailboxes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Which {
    /// Those of the user's own namespace.
    Personal,
    /// Those that the user has subscribed to.
    Subscribed,
    /// Those whose names match: `*` is anything, `%` anything within a level.
    Pattern(String),
    /// This one.
    Named(String),
}

impl Which {
    /// `personal`, `subscribed`, a pattern or a name.
    pub fn of(word: &str) -> Which {
        match word {
            "personal" => Which::Personal,
            "subscribed" => Which::Subscribed,
            word if word.contains(['*', '%']) => Which::Pattern(word.to_owned()),
            word => Which::Named(word.to_owned()),
        }
    }

    /// Its name or pattern.
    pub(super) fn into_name(self) -> String {
        match self {
            Which::Personal | Which::Subscribed => String::new(),
            Which::Pattern(name) | Which::Named(name) => name,
        }
    }
}

impl Imap {
    /// The names of these mailboxes, none twice: those that can be selected, and those that were named.
    ///
    /// # Errors
    /// The connection's, a refusal, or there are too many.
    pub async fn mailboxes(&mut self, which: &[Which]) -> Result<Vec<String>, Error> {
        Ok(resolve(self, which, true).await?.into_iter().map(Which::into_name).collect())
    }
}

/// The same with names instead of patterns; `all`: and instead of everything else.
pub(super) async fn resolve(imap: &mut Imap, which: &[Which], all: bool) -> Result<Vec<Which>, Error> {
    let mut resolved = Vec::new();
    for one in which {
        let names = match one {
            Which::Pattern(pattern) => list(imap, false, pattern).await?,
            Which::Subscribed if all => list(imap, true, "*").await?,
            Which::Personal if all => personal(imap).await?,
            other => {
                resolved.push(other.clone());
                continue;
            }
        };
        resolved.extend(names.into_iter().map(Which::Named));
    }
    let mut seen = std::collections::HashSet::new();
    resolved.retain(|one| seen.insert(format!("{one:?}")));
    Ok(resolved)
}

/// The mailboxes of the user's own namespace.
async fn personal(imap: &mut Imap) -> Result<Vec<String>, Error> {
    let (mut own, mut foreign, written) = (Vec::new(), Vec::new(), imap.names());
    if imap.has("NAMESPACE") || imap.has("IMAP4REV2") {
        imap.run(&Request::new(Verb::Namespace), &mut |told| {
            if let Some(Data::Namespace([personal, others, shared])) = only_data(told)? {
                own.extend(personal.iter().map(|space| decode(&space.prefix, written)));
                foreign.extend([others, shared].into_iter().flatten().map(|space| decode(&space.prefix, written)));
            }
            Ok(())
        })
        .await?;
    }
    if own.is_empty() {
        own.push(String::new());
    }
    let mut names = Vec::new();
    for prefix in own {
        names.extend(list(imap, false, &format!("{prefix}*")).await?);
    }
    names.retain(|name| !foreign.iter().any(|prefix| !prefix.is_empty() && name.starts_with(prefix.as_str())));
    Ok(names)
}

/// The names of mailboxes that can be selected, INBOX first.
async fn list(imap: &mut Imap, subscribed: bool, pattern: &str) -> Result<Vec<String>, Error> {
    let extended = imap.has("LIST-EXTENDED") || imap.has("IMAP4REV2");
    let request = match (subscribed, extended) {
        (true, true) => Request::new(Verb::List).word("(SUBSCRIBED)"),
        (true, false) => Request::new(Verb::Lsub),
        (false, _) => Request::new(Verb::List),
    };
    let written = imap.names();
    let (request, mut names) = (request.word("\"\"").mailbox(pattern, written), Vec::new());
    imap.run(&request, &mut |told| {
        let Some(Data::List(list)) = only_data(told)? else { return Ok(()) };
        let none = |attribute: &Vec<u8>| {
            [&b"\\Noselect"[..], b"\\NonExistent"].iter().any(|none| attribute.eq_ignore_ascii_case(none))
        };
        if !list.attributes.iter().any(none) {
            names.push(decode(&list.mailbox, written));
        }
        if names.len() > MAX_MAILBOXES { Err(too_many()) } else { Ok(()) }
    })
    .await?;
    names.sort_by_cached_key(|name| (!name.eq_ignore_ascii_case("INBOX"), name.clone()));
    Ok(names)
}
