//! XCLIENT (Postfix XCLIENT_README).

use std::fmt;

use super::super::command::MAX_COMMAND_LINE;
use super::super::{Capabilities, xtext};
use super::Extension;
use crate::proto::explain::Entry;

/// A trusted proxy may say whom it speaks for.
pub const XCLIENT: Extension = Extension {
    keyword: "XCLIENT",
    note: Entry::new(
        "Postfix XCLIENT_README",
        "a trusted proxy may say whom it speaks for; the attributes that it may give stand behind it.",
        "un intermediario de confianza puede decir por quién habla; siguen los atributos que puede dar.",
    ),
    mail: &[],
    rcpt: &[],
};

/// What is said of the client that somebody speaks for: `NAME`, `ADDR`, `PORT`, `PROTO`, `HELO`, `LOGIN`, `DESTADDR`,
/// `DESTPORT`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Attribute {
    name: String,
    /// As xtext.
    value: String,
}

impl Attribute {
    /// From `NAME=VALUE`; the name in letters of any case. None: it is of another form.
    pub fn parse(text: &str) -> Option<Attribute> {
        let (name, value) = text.split_once('=')?;
        let form = !name.is_empty() && name.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-' || b == b'_');
        let value = xtext::encode(value);
        let fits = "XCLIENT".len() + name.len() + value.len() + 4 <= MAX_COMMAND_LINE;
        (form && !value.is_empty() && fits).then(|| Attribute { name: name.to_ascii_uppercase(), value })
    }

    /// The first of these that a server does not know.
    pub fn unknown<'a>(attributes: &'a [Attribute], offered: &Capabilities) -> Option<&'a str> {
        let known = offered.parameters(&XCLIENT).unwrap_or_default();
        let names = attributes.iter().map(|attribute| attribute.name.as_str());
        names.into_iter().find(|name| !known.iter().any(|known| known.eq_ignore_ascii_case(name)))
    }
}

impl fmt::Display for Attribute {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}={}", self.name, self.value)
    }
}

/// The command lines that say them all, without their ends: as few as the length of a line allows.
pub fn commands(attributes: &[Attribute]) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for attribute in attributes.iter().map(Attribute::to_string) {
        match lines.last_mut().filter(|line| line.len() + attribute.len() + 3 <= MAX_COMMAND_LINE) {
            Some(line) => *line += &format!(" {attribute}"),
            None => lines.push(format!("{} {attribute}", XCLIENT.keyword)),
        }
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn as_few_lines_as_there_can_be() {
        let attribute = |text: &str| Attribute::parse(text).expect("an attribute");
        let few = [attribute("name=spike.example.test"), attribute("Addr=192.0.2.7"), attribute("login=a+b@c d")];
        assert_eq!(commands(&few), ["XCLIENT NAME=spike.example.test ADDR=192.0.2.7 LOGIN=a+2Bb@c+20d"]);
        let long = attribute(&format!("HELO={}", "x".repeat(200)));
        let lines = commands(&[long.clone(), long.clone(), long]);
        assert_eq!(lines.len(), 2);
        assert!(lines.iter().all(|line| line.len() + 2 <= MAX_COMMAND_LINE));
        for wrong in ["", "NAME", "=x", "NAME=", "N E=x", "NAME\r\n=x", &format!("HELO={}", "x".repeat(501))] {
            assert_eq!(Attribute::parse(wrong), None, "{wrong:?}");
        }
    }
}
