//! The addresses of the command line.

use crate::base::{Address, Exit};
use crate::cli::args::Content;
use crate::cli::error::Failure;
use crate::cli::way::{check_plain, host_name};
use crate::mime::address_list::{self, Mailbox};

/// Whom the header names.
#[derive(Clone, Debug)]
pub struct People {
    /// The authors.
    pub from: Vec<Mailbox>,
    /// The recipients.
    pub to: Vec<Mailbox>,
    /// Those who get a copy.
    pub cc: Vec<Mailbox>,
    /// Where answers go.
    pub reply_to: Vec<Mailbox>,
}

impl People {
    /// As the flags name them.
    pub fn parse(content: &Content) -> Result<People, Failure> {
        Ok(People {
            from: list("--from", content.from.as_slice())?,
            to: list("--to", &content.to)?,
            cc: list("--cc", &content.cc)?,
            reply_to: list("--reply-to", &content.reply_to)?,
        })
    }
}

/// A single address, in angle brackets or without.
pub fn one(argument: &str, text: &str) -> Result<Address, Failure> {
    let inner = text.strip_prefix('<').and_then(|text| text.strip_suffix('>')).unwrap_or(text);
    Address::parse(inner).map_err(|error| Failure::usage(argument, format!("{text:?}: {error}")))
}

/// All mailboxes of these lists.
pub fn list(argument: &str, texts: &[String]) -> Result<Vec<Mailbox>, Failure> {
    let mut all = Vec::new();
    for text in texts {
        check_plain(argument, text)?;
        let mailboxes = address_list::parse(text);
        all.extend(mailboxes.map_err(|error| {
            let failure = Failure::usage(argument, format!("{text:?}: {error}"));
            match text.contains(',') && text.contains('<') {
                true => failure.hint("a name with a comma stands in quotes: '\"Peña, Begoña\" <bego@example.org>'"),
                false => failure,
            }
        })?);
    }
    Ok(all)
}

/// Who writes, where nobody says: `$EMAIL`, else the user at this host.
pub fn default_sender() -> Result<Mailbox, Failure> {
    if let Ok(text) = std::env::var("EMAIL") {
        check_plain("$EMAIL", &text)?;
        let mailboxes =
            address_list::parse(&text).map_err(|error| Failure::usage("$EMAIL", format!("{text:?}: {error}")))?;
        return mailboxes.into_iter().next().ok_or_else(|| Failure::usage("$EMAIL", "it is empty"));
    }
    let user = std::env::var("USER").or_else(|_| std::env::var("LOGNAME")).ok();
    let address = user.zip(host_name()).map(|(user, host)| format!("{user}@{host}"));
    match address.map(|text| Address::parse(&text)) {
        Some(Ok(address)) => Ok(Mailbox { name: None, address }),
        _ => Err(Failure::new(Exit::Config, "there is no author: this host has no fully qualified name")
            .hint("give --from ADDR, a field From, or set EMAIL in the environment")),
    }
}
