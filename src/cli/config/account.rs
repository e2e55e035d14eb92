//! An account, and which of them is meant.

use super::environment;
use super::layer::{Given, Layer};
use super::origin::Place;
use super::told::Service;
use crate::base::nearest::nearest;
use crate::base::{Address, Exit};
use crate::cli::error::Failure;
use crate::mime::address_list::Mailbox;
use crate::query::pattern::Glob;

/// An account.
#[derive(Debug, Default)]
pub struct Account {
    /// Its name.
    pub name: String,
    /// Who writes.
    pub from: Option<Mailbox>,
    /// Where that stands.
    pub from_place: Option<Place>,
    /// Who gets what `sendmail` is given for a name without a domain.
    pub local: Option<Address>,
    /// The authors for whom it is chosen, beside `from`.
    pub patterns: Vec<String>,
    /// What holds for all of its servers.
    pub general: Vec<Given>,
    /// What holds for one of them, and stands above what holds for all.
    pub sections: Vec<(Service, Vec<Given>)>,
}

/// Why an account was chosen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Why {
    /// `--account` names it.
    Flag,
    /// `MAILTOOL_ACCOUNT` names it.
    Variable,
    /// This address is one of its authors.
    Author(Address),
    /// It is the default one.
    Default,
    /// None was.
    None,
}

/// The account that is meant.
#[derive(Clone, Debug)]
pub struct Choice<'a> {
    /// It, if there is one.
    pub account: Option<&'a Account>,
    /// Why.
    pub why: Why,
}

impl Choice<'_> {
    /// The user names it in this command: it holds for whatever server the command names.
    pub fn is_named(&self) -> bool {
        self.why == Why::Flag
    }

    /// What it says of a service.
    pub fn layer(&self, service: Service) -> Option<Layer> {
        let account = self.account?;
        let mut given: Vec<Given> = account.section(service).to_vec();
        let general = account.general.iter().filter(|general| !given.iter().any(|own| own.stands_above(general)));
        let general: Vec<Given> = general.cloned().collect();
        given.extend(general);
        let name = self.is_named().then(|| account.name.clone());
        Some(Layer { given, bound: true, account: name })
    }
}

impl Account {
    fn section(&self, service: Service) -> &[Given] {
        self.sections.iter().find(|(of, _)| *of == service).map_or(&[], |(_, given)| given)
    }

    /// Whether it is the account of this author.
    fn is_of(&self, author: &str) -> bool {
        let like = |pattern: &String| Glob::new(pattern).is_whole(author);
        let own = self.from.as_ref().is_some_and(|from| from.address.to_string().eq_ignore_ascii_case(author));
        own || self.patterns.iter().any(like)
    }
}

/// The account that is meant.
///
/// # Errors
/// There is none of that name (78).
pub fn choose<'a>(
    accounts: &'a [Account],
    default: Option<&str>,
    flag: Option<&str>,
    author: Option<&Address>,
) -> Result<Choice<'a>, Failure> {
    let by_name = |name: &str, why| {
        let account = accounts.iter().find(|account| account.name == name);
        account.map(|account| Choice { account: Some(account), why }).ok_or_else(|| unknown(accounts, name))
    };
    if let Some(name) = flag {
        return by_name(name, Why::Flag).map_err(|failure| failure.at("--account"));
    }
    if let Some(name) = environment::variable(environment::ACCOUNT) {
        return by_name(&name, Why::Variable).map_err(|failure| failure.at(environment::ACCOUNT));
    }
    let text = author.map(ToString::to_string);
    let of = text.as_ref().and_then(|text| accounts.iter().find(|account| account.is_of(text)));
    match (of, author, default) {
        (Some(account), Some(author), _) => Ok(Choice { account: Some(account), why: Why::Author(author.clone()) }),
        (_, _, Some(name)) => by_name(name, Why::Default),
        _ => Ok(Choice { account: None, why: Why::None }),
    }
}

/// There is no such account; those that there are.
pub fn unknown(accounts: &[Account], name: &str) -> Failure {
    let names: Vec<&str> = accounts.iter().map(|account| account.name.as_str()).collect();
    let failure = Failure::new(Exit::Config, format!("there is no account {name:?}"));
    let known = match names.as_slice() {
        [] => "none is configured: mailtool config example shows how".to_owned(),
        names => format!("there is {}", names.join(", ")),
    };
    let meant = nearest(names, name).map_or_else(String::new, |meant| format!("; did you mean {meant}?"));
    failure.hint(crate::base::escape::escape_str(&format!("{known}{meant}")))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn account(name: &str, from: &str, patterns: &[&str]) -> Account {
        Account {
            name: name.to_owned(),
            from: Some(Mailbox { name: None, address: Address::parse(from).expect("an address") }),
            patterns: patterns.iter().map(|&pattern| pattern.to_owned()).collect(),
            ..Account::default()
        }
    }

    #[test]
    fn by_name_by_author_by_default() {
        let accounts = [
            account("work", "alicia@example.org", &["*@*.example.org", "ali?@x.org"]),
            account("home", "a@home.test", &[]),
        ];
        let name = |flag: Option<&str>, author: &str| {
            let author = Address::parse(author).ok();
            let choice = choose(&accounts, Some("home"), flag, author.as_ref());
            choice.map(|choice| choice.account.map(|account| account.name.clone()).unwrap_or_default())
        };
        assert_eq!(name(None, "ALICIA@example.org").as_deref(), Ok("work"));
        assert_eq!(name(None, "x@lists.example.org").as_deref(), Ok("work"));
        assert_eq!(name(None, "alix@x.org").as_deref(), Ok("work"));
        assert_eq!(name(None, "x@example.org").as_deref(), Ok("home"));
        assert_eq!(name(None, "evil-alicia@example.org").as_deref(), Ok("home"));
        assert_eq!(name(Some("work"), "a@home.test").as_deref(), Ok("work"));
        let failure = name(Some("wrok"), "").expect_err("none");
        assert_eq!(failure.exit, Exit::Config);
        assert_eq!(failure.hint.as_deref(), Some("there is work, home; did you mean work?"));
    }
}
