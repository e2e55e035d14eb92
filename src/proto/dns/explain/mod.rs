//! A note for every flag, response code, record type and extended error of DNS, in English and Spanish.

mod errors;
mod header;
mod records;

use self::errors::extended_error;
use self::header::{code, flag};
use self::records::{kind, section};
use super::message::{Message, Rcode};
use super::record::{Data, Record};
use crate::proto::explain::{Entry, Explanation, Language};

/// The notes under the lines of [`Message::lines`]: each thing is told once a message.
pub(super) fn of(message: &Message, language: Language) -> Vec<Explanation> {
    let mut notes = Vec::new();
    if message.flags.response {
        notes.push(headline(rcode(message), language));
    } else {
        notes.push(question(message, language));
    }
    notes.extend(message.flags.names().filter_map(flag).map(|entry| entry.under(0, language)));
    if message.edns.is_some() {
        notes.push(EDNS.under(0, language));
    }
    let (mut kinds, mut sections) = (Vec::new(), Vec::new());
    for (n, (place, record)) in message.records().enumerate() {
        if !sections.contains(&place) {
            sections.push(place);
            notes.push(section(place).under(n + 1, language));
        }
        if !kinds.contains(&record.kind) {
            kinds.push(record.kind);
            notes.push(kind(record.kind).under(n + 1, language));
        }
        notes.extend(particular(record).map(|entry| entry.under(n + 1, language)));
    }
    let behind = message.records().count() + 1;
    for (n, (code, _)) in message.extended_errors().enumerate() {
        notes.push(extended_error(code).under(behind + n, language));
    }
    notes
}

fn headline(entry: &Entry, language: Language) -> Explanation {
    entry.under(0, language)
}

/// What is asked, in words.
fn question(message: &Message, language: Language) -> Explanation {
    let Some(asked) = message.questions.first() else { return NO_QUESTION.under(0, language) };
    let text = match language {
        Language::En => format!(
            "a question to the name server: which records of type {} has {}? Its answer bears the same id.",
            asked.kind, asked.name
        ),
        Language::Es => format!(
            "una pregunta al servidor de nombres: ¿qué registros de tipo {} tiene {}? La respuesta lleva el mismo id.",
            asked.kind, asked.name
        ),
    };
    Explanation { line: 0, text: text.into(), rfc: "RFC 1035 §4.1.2" }
}

/// What a response code says, and what it says where there is no answer to the question.
fn rcode(message: &Message) -> &'static Entry {
    let empty = message.answers.is_empty() && message.rcode == Rcode::NOERROR;
    if empty { &NODATA } else { code(message.rcode) }
}

/// What one record says beyond its type.
fn particular(record: &Record) -> Option<&'static Entry> {
    match &record.data {
        Data::Mx { exchange, .. } if exchange.is_root() => Some(&NULL_MX),
        _ => None,
    }
}

const NO_QUESTION: Entry = Entry::new(
    "RFC 1035 §4.1.2",
    "a query without a question: no name server can do anything with it.",
    "una consulta sin pregunta: ningún servidor de nombres puede hacer nada con ella.",
);

const NODATA: Entry = Entry::new(
    "RFC 2308 §2.2",
    "NOERROR without an answer (NODATA): the name exists, but has no record of this type.",
    "NOERROR sin respuesta (NODATA): el nombre existe, pero no tiene ningún registro de este tipo.",
);

const NULL_MX: Entry = Entry::new(
    "RFC 7505 §3",
    "null MX, a single dot for a name: this domain takes no mail at all; a sender gives up at once.",
    "MX nulo, un punto solo por nombre: este dominio no acepta correo alguno; el remitente desiste enseguida.",
);

const EDNS: Entry = Entry::new(
    "RFC 6891 §6.1.2",
    "EDNS: the sender takes datagrams of so many octets, instead of the 512 of 1987.",
    "EDNS: quien envía admite datagramas de tantos octetos, en vez de los 512 de 1987.",
);

#[cfg(test)]
mod tests {
    use super::super::{Edns, Flags, INTERNET, Name, Question, Section, Type};
    use super::*;
    use crate::proto::explain::walk;

    #[test]
    fn every_flag_code_type_and_extended_error_has_a_note_of_its_own() {
        let all = Flags {
            response: true,
            authoritative: true,
            truncated: true,
            recursion_desired: true,
            recursion_available: true,
            authentic: true,
            checking_disabled: true,
        };
        let flags = all.names().map(|name| flag(name).expect(name));
        let codes = Rcode::all().map(code);
        let kinds = Type::all().map(kind);
        let errors = (0..=24).map(extended_error);
        let sections = [Section::Answer, Section::Authority, Section::Additional].map(section);
        let rest = [&NO_QUESTION, &NODATA, &NULL_MX, &EDNS].into_iter().chain(sections);
        let others = [code(Rcode(4095)), kind(Type(65535)), extended_error(65535)];
        walk::judge(flags.chain(codes).chain(kinds).chain(errors).chain(rest).chain(others));
    }

    #[test]
    fn each_thing_is_told_once_under_its_line() {
        let name = Name::parse("a.test").expect("a name");
        let mx = |preference, exchange| Record {
            name: name.clone(),
            kind: Type::MX,
            class: INTERNET,
            ttl: 1,
            data: Data::Mx { preference, exchange },
        };
        let message = Message {
            flags: Flags { response: true, ..Flags::default() },
            questions: vec![Question { name: name.clone(), kind: Type::MX }],
            answers: vec![mx(10, name.clone()), mx(0, Name::ROOT)],
            edns: Some(Edns { payload: 512, version: 0, dnssec: false, options: vec![(15, [0, 6].into())] }),
            ..Message::default()
        };
        let lines: Vec<usize> = of(&message, Language::Es).iter().map(|note| note.line).collect();
        assert_eq!(lines, [0, 0, 0, 1, 1, 2, 3]);
        let query = Message { questions: message.questions, ..Message::default() };
        let notes = of(&query, Language::Es);
        assert!(notes[0].text.contains("¿qué registros de tipo MX tiene a.test.?"), "{:?}", notes[0].text);
    }
}
