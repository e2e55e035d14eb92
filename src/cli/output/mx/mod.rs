//! What name servers said about a domain, for a person, for a program, and as other tools show it.

mod dig;
mod json;
mod nslookup;
mod table;

use crate::base::Exit;
use crate::client::exchangers::Kind;
use crate::client::inspection::Inspection;
use crate::net::resolver::Answer;
use crate::proto::dns::{Data, Name, Question, Rcode};

pub use json::{Failed, Records, Report};

/// The forms of output for a person.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
pub enum Format {
    /// A table
    Table,
    /// As nslookup shows it
    Nslookup,
    /// As dig shows it: the answer alone, section by section
    Dig,
    /// The exchangers or the data alone, one a line, for pipes
    Short,
}

/// The lines of an inspection.
pub fn inspection(inspection: &Inspection, format: Format) -> Vec<String> {
    let answer = &inspection.exchangers.answer;
    match format {
        Format::Table => table::inspection(inspection),
        Format::Nslookup => nslookup::inspection(inspection),
        Format::Dig => dig::answer(answer),
        Format::Short => inspection.exchangers.list.iter().map(|exchanger| exchanger.name.host()).collect(),
    }
}

/// The lines of an answer to any question.
pub fn answer(question: &Question, answer: &Answer, format: Format) -> Vec<String> {
    match format {
        Format::Table => table::answer(question, answer),
        Format::Nslookup => nslookup::answer(question, answer),
        Format::Dig => dig::answer(answer),
        Format::Short => answer.message.answers.iter().map(|record| record.data.to_string()).collect(),
    }
}

/// What is wrong, a sentence each.
pub fn findings(inspection: &Inspection) -> impl Iterator<Item = String> {
    let hosts = inspection.hosts.iter().flat_map(|host| &host.findings);
    let findings = inspection.exchangers.findings.iter().chain(hosts);
    findings.map(|finding| format!("{}: {} ({})", finding.code, finding.message, finding.rfc))
}

/// What an inspection means for a script.
pub fn exit(inspection: &Inspection) -> Exit {
    match inspection.exchangers.kind {
        Kind::Null => Exit::NoHost,
        Kind::Mx | Kind::Implicit => Exit::Ok,
    }
}

/// What an answer means for a script.
pub fn exit_of_answer(answer: &Answer) -> Exit {
    match (answer.message.rcode, answer.message.answers.is_empty()) {
        (Rcode::NXDOMAIN, _) => Exit::NoHost,
        (_, true) => Exit::NotFound,
        (_, false) => Exit::Ok,
    }
}

/// `xn--espaa-rta.test (españa.test)`: both forms of an internationalized name.
fn both(name: &Name) -> String {
    match name.unicode() {
        Some(unicode) => format!("{} ({unicode})", name.host()),
        None => name.host(),
    }
}

/// TLSA as BIND's tools show it: digits in capitals, in groups of 56.
fn grouped(data: &Data) -> String {
    let text = data.to_string().to_uppercase();
    let (fields, digits) = text.rsplit_once(' ').unwrap_or_default();
    let groups = digits.as_bytes().chunks(56).map(String::from_utf8_lossy);
    groups.fold(fields.to_owned(), |line, group| line + " " + &group)
}

/// Who answered, with which authority, how.
fn source(answer: &Answer) -> String {
    let Answer { message, server, over, elapsed } = answer;
    let authority = if message.flags.authoritative { "authoritative" } else { "non-authoritative" };
    format!("{authority} answer of {server} ({over}, {} octets, {} ms)", message.size, elapsed.as_millis())
}
