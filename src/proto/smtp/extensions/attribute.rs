//! What XCLIENT and XFORWARD say of a client (Postfix XCLIENT_README, XFORWARD_README).

use core::net::Ipv6Addr;
use std::fmt;

use super::super::command::MAX_COMMAND_LINE;
use super::super::{Capabilities, xtext};
use super::Extension;

/// What is said of the client that somebody speaks for: `NAME`, `ADDR`, `PORT`, `PROTO`, `HELO`; with XCLIENT also
/// `LOGIN`, `DESTADDR`, `DESTPORT`; with XFORWARD `IDENT`, `SOURCE`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Attribute {
    name: String,
    /// As xtext.
    value: String,
}

impl Attribute {
    /// From `NAME=VALUE`; the name in letters of any case, an address of IPv6 with or without the mark that the servers
    /// want before it. None: it is of another form, or too long for a command.
    pub fn parse(extension: &Extension, text: &str) -> Option<Attribute> {
        let (name, value) = text.split_once('=')?;
        let mark = if value.parse::<Ipv6Addr>().is_ok() { "IPV6:" } else { "" };
        let form = !name.is_empty() && name.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-' || b == b'_');
        let value = xtext::encode(&format!("{mark}{value}"));
        let fits = extension.keyword.len() + name.len() + value.len() + 4 <= MAX_COMMAND_LINE;
        (form && !value.is_empty() && fits).then(|| Attribute { name: name.to_ascii_uppercase(), value })
    }

    /// The first of these that a server does not know.
    pub fn unknown<'a>(extension: &Extension, attributes: &'a [Attribute], offered: &Capabilities) -> Option<&'a str> {
        let known = offered.parameters(extension).unwrap_or_default();
        let names = attributes.iter().map(|attribute| attribute.name.as_str());
        names.into_iter().find(|name| !known.iter().any(|known| known.eq_ignore_ascii_case(name)))
    }
}

impl fmt::Display for Attribute {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}={}", self.name, self.value)
    }
}

/// The command lines that say them all, with their ends: as few as the length of a line allows.
pub fn commands(extension: &Extension, attributes: &[Attribute]) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for attribute in attributes.iter().map(Attribute::to_string) {
        match lines.last_mut().filter(|line| line.len() + attribute.len() + 3 <= MAX_COMMAND_LINE) {
            Some(line) => *line += &format!(" {attribute}"),
            None => lines.push(format!("{} {attribute}", extension.keyword)),
        }
    }
    lines.iter().map(|line| format!("{line}\r\n")).collect()
}

#[cfg(test)]
mod tests {
    use super::super::{XCLIENT, XFORWARD};
    use super::*;

    #[test]
    fn as_few_lines_as_there_can_be() {
        let attribute = |text: &str| Attribute::parse(&XCLIENT, text).expect("an attribute");
        let few = [attribute("name=spike.example.test"), attribute("Addr=192.0.2.7"), attribute("login=a+b@c d")];
        assert_eq!(commands(&XCLIENT, &few), ["XCLIENT NAME=spike.example.test ADDR=192.0.2.7 LOGIN=a+2Bb@c+20d\r\n"]);
        for six in ["addr=2001:db8::7", "addr=IPV6:2001:db8::7"] {
            assert_eq!(commands(&XFORWARD, &[attribute(six)]), ["XFORWARD ADDR=IPV6:2001:db8::7\r\n"]);
        }
        let long = attribute(&format!("HELO={}", "x".repeat(200)));
        let lines = commands(&XFORWARD, &[long.clone(), long.clone(), long]);
        assert_eq!(lines.len(), 2);
        assert!(lines.iter().all(|line| line.len() <= MAX_COMMAND_LINE));
        for wrong in ["", "NAME", "=x", "NAME=", "N E=x", "NAME\r\n=x", &format!("HELO={}", "x".repeat(501))] {
            assert_eq!(Attribute::parse(&XCLIENT, wrong), None, "{wrong:?}");
        }
    }
}
