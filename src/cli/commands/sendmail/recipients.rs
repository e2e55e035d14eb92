//! Whom sendmail is to deliver to: names without a domain are people of this machine.

use crate::base::{Address, Domain, Exit};
use crate::cli::commands::send::distinct;
use crate::cli::config::account::Account;
use crate::cli::error::Failure;
use crate::cli::way::host_name;
use crate::mime::addresses;
use crate::mime::flaw::Flaw;
use crate::mime::ready::Ready;

/// What a name without a domain stands for.
pub struct Locals {
    /// This address, whatever the name.
    all: Option<Address>,
    /// The name at this domain.
    domain: Option<String>,
}

impl Locals {
    /// As the account has it, else people of this host.
    pub fn new(account: Option<&Account>) -> Locals {
        let from = account.and_then(|account| account.from.as_ref()).map(|from| from.address.domain().to_string());
        Locals { all: account.and_then(|account| account.local.clone()), domain: from.or_else(host_name) }
    }

    /// A recipient.
    ///
    /// # Errors
    /// No domain is known (78), or the name is none (65).
    pub fn recipient(&self, name: &str) -> Result<Address, Failure> {
        match &self.all {
            Some(all) => check(name).map(|()| all.clone()),
            None => self.qualified(name),
        }
    }

    /// The domain of names as a header may hold it.
    pub fn domain(&self) -> Option<String> {
        Domain::parse(self.domain.as_deref()?).ok()?.to_ascii()
    }

    /// The address that `-f` names.
    ///
    /// # Errors
    /// It is none (64), or has no domain, and none is known (78).
    pub fn sender(&self, text: &str) -> Result<Address, Failure> {
        let mut found = read(text, Exit::Usage, &|name| self.qualified(name)).map_err(|failure| failure.at("-f"))?;
        match (found.pop(), found.is_empty()) {
            (Some(address), true) => Ok(address),
            _ => Err(Failure::usage("-f", format!("{text:?} is not one address"))),
        }
    }

    fn qualified(&self, name: &str) -> Result<Address, Failure> {
        check(name)?;
        let Some(domain) = &self.domain else {
            let failure = Failure::new(Exit::Config, format!("{name} has no domain, nor has this host"));
            return Err(failure.hint("an account says whose it is: from, or local for all such names"));
        };
        let address = Address::parse(&format!("{name}@{domain}"));
        address.map_err(|error| Failure::new(Exit::Data, format!("{name:?}: {error}")))
    }
}

/// Whether this can be the name of somebody, and not what some sendmails take for a file, a command, or a list.
fn check(name: &str) -> Result<(), Failure> {
    let wrong = |why: &dyn std::fmt::Display| Failure::new(Exit::Data, format!("{name:?}: {why}"));
    let odd = name.starts_with(['|', '/', '-', ':']) || name.starts_with("=?") || name.contains(['"', ' ', '\t']);
    if odd {
        return Err(wrong(&"without a domain only a name is an address: no file, no command, no option"));
    }
    Address::parse(&format!("{name}@localhost")).map(drop).map_err(|error| wrong(&error))
}

/// Whether this is a name that only lacks a domain.
pub fn lacks_domain(address: &addresses::Address) -> bool {
    address.host.is_none() && check(&address.addr_spec).is_ok()
}

/// What makes a list one whose addresses would be guessed, if anything does: mail goes to nobody by a guess.
pub fn doubt(flaws: &[Flaw]) -> Option<&Flaw> {
    flaws.iter().find(|flaw| UNSURE.contains(&flaw.code))
}

/// Each recipient once: those of the command line, and those whom the header names if it is to be asked.
///
/// # Errors
/// There is none, or one is no address: of the command line 64, of the header 65.
pub fn all(words: &[String], header: Option<&Ready>, locals: &Locals) -> Result<Vec<Address>, Failure> {
    let local = |name: &str| locals.recipient(name);
    let mut found = Vec::new();
    for word in words {
        found.extend(read(word, Exit::Usage, &local)?);
    }
    if let Some(header) = header {
        let fields = match header.resent.is_empty() {
            true => [&header.to, &header.cc, &header.bcc].into_iter().flatten().collect::<Vec<_>>(),
            false => header.resent.iter().collect(),
        };
        for value in fields {
            found.extend(read(value, Exit::Data, &local)?);
        }
    }
    let found = distinct(found.iter());
    match (found.is_empty(), header) {
        (false, _) => Ok(found),
        (true, None) => {
            Err(Failure::new(Exit::Usage, "there is no recipient").hint("name one, or -t: the header does"))
        }
        (true, Some(_)) => Err(Failure::new(Exit::Data, "no recipient stands in To, Cc or Bcc")),
    }
}

/// Flaws behind which it is a guess who is meant.
const UNSURE: [&str; 8] = [
    "address-without-brackets",
    "address-missing-comma",
    "address-missing-bracket",
    "address-nested-bracket",
    "address-unclosed-quote",
    "address-blank",
    "address-junk",
    "address-stray-colon",
];

/// The addresses of a list.
fn read(text: &str, exit: Exit, local: &dyn Fn(&str) -> Result<Address, Failure>) -> Result<Vec<Address>, Failure> {
    let (entries, flaws) = addresses::read(text.as_bytes());
    let wrong = |address: &addresses::Address, why: &dyn std::fmt::Display| {
        Failure::new(exit, format!("{:?}: {why}", address.addr_spec))
    };
    if let Some(flaw) = doubt(&flaws) {
        return Err(Failure::new(exit, format!("{text:?}: {}", flaw.message)));
    }
    let one = |address: &addresses::Address| match &address.host {
        None if address.mailbox.is_empty() => Err(wrong(address, &"there is no address")),
        None => local(&address.addr_spec).map_err(|failure| match failure.exit {
            Exit::Data => Failure { exit, ..failure },
            _ => failure,
        }),
        Some(_) => Address::parse(&address.addr_spec).map_err(|error| wrong(address, &error)),
    };
    addresses::addresses(&entries).map(one).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn locals(all: Option<&str>, domain: Option<&str>) -> Locals {
        Locals { all: all.and_then(|all| Address::parse(all).ok()), domain: domain.map(str::to_owned) }
    }

    fn shown(words: &[&str], header: Option<&Ready>, locals: &Locals) -> Result<Vec<String>, Exit> {
        let words: Vec<String> = words.iter().map(|&word| word.to_owned()).collect();
        let found = all(&words, header, locals).map_err(|failure| failure.exit)?;
        Ok(found.iter().map(ToString::to_string).collect())
    }

    #[test]
    fn names_and_addresses() {
        let at_home = locals(None, Some("home.test"));
        let expected = ["a@x.test", "root@home.test", "b@y.test"].map(str::to_owned).to_vec();
        assert_eq!(shown(&["a@x.test", "root", "Bego <b@y.test>, a@x.test"], None, &at_home), Ok(expected));
        let forwarded = locals(Some("alicia@x.test"), Some("home.test"));
        assert_eq!(shown(&["root", "pepe"], None, &forwarded), Ok(vec!["alicia@x.test".to_owned()]));
        assert_eq!(shown(&["root"], None, &locals(None, None)), Err(Exit::Config));
        assert_eq!(shown(&["a@"], None, &at_home), Err(Exit::Usage));
        assert_eq!(shown(&["a@x.test b@x.test"], None, &at_home), Err(Exit::Usage));
        for odd in [
            "|/bin/sh",
            "/etc/passwd",
            "-f",
            ":include:/x",
            ": x",
            "Pepe Pérez",
            "\"|x\"",
            "a..b",
            "=?u?q?x?=",
            "\\root",
        ] {
            assert_eq!(shown(&[odd], None, &forwarded), Err(Exit::Usage), "{odd}");
            assert_eq!(shown(&[odd], None, &at_home), Err(Exit::Usage), "{odd}");
            assert_eq!(forwarded.sender(odd).map_err(|failure| failure.exit), Err(Exit::Usage), "{odd}");
            let header = Ready { to: vec![odd.to_owned()], ..Ready::default() };
            assert_eq!(shown(&["a@x.test"], Some(&header), &forwarded), Err(Exit::Data), "{odd}");
        }
        for doubtful in ["c d@x.test", "a@x.test> NOTIFY=NEVER", "a@x.test>\r\nRCPT TO:<b@x.test"] {
            assert_eq!(shown(&[doubtful], None, &at_home), Err(Exit::Usage), "{doubtful}");
        }
        assert_eq!(shown(&["\"a@x\" <b@x.test>, <c@x.test>"], None, &at_home).map(|all| all.len()), Ok(2));
        assert_eq!(shown(&[], None, &at_home), Err(Exit::Usage));
        assert_eq!(forwarded.sender("root").map(|address| address.to_string()), Ok("root@home.test".to_owned()));
    }

    #[test]
    fn those_of_the_header() {
        let at_home = locals(None, Some("home.test"));
        let texts = |list: &[&str]| list.iter().map(|&text| text.to_owned()).collect::<Vec<_>>();
        let header = Ready {
            to: texts(&["a@x.test, root (Cron Daemon)"]),
            cc: texts(&["team: b@x.test, c@x.test;"]),
            bcc: texts(&["d@x.test"]),
            ..Ready::default()
        };
        let all = shown(&["e@x.test"], Some(&header), &at_home).expect("recipients");
        assert_eq!(all, ["e@x.test", "a@x.test", "root@home.test", "b@x.test", "c@x.test", "d@x.test"]);
        let again = Ready { resent: texts(&["z@x.test"]), ..header };
        assert_eq!(shown(&[], Some(&again), &at_home), Ok(texts(&["z@x.test"])));
        assert_eq!(shown(&[], Some(&Ready::default()), &at_home), Err(Exit::Data));
        let broken = Ready { to: texts(&["a@"]), ..Ready::default() };
        assert_eq!(shown(&[], Some(&broken), &at_home), Err(Exit::Data));
    }
}
