//! Under a command: what it is for, and what its arguments ask for.

use bytes::Bytes;
use memchr::memmem;

use super::super::command::{Command, Verb};
use super::super::frame::Line;
use super::super::set::SequenceSet;
use super::super::token::Reader;
use super::{capabilities, circumstances, figures, flags, items, keys, named, options, verbs};
use crate::proto::explain::{Entry, Explanation, Language, quote};
use crate::proto::sasl;

/// The most characters of a word that are quoted.
const WORD: usize = 32;

/// The notes on a command, or on what of it stands in these octets. Unless `reveal`, nothing of them is quoted.
pub(super) fn explain(command: &Command, octets: &[u8], reveal: bool, language: Language) -> Vec<Explanation> {
    let line = Line { octets: Bytes::copy_from_slice(octets), streamed: Vec::new() };
    if !Command::parse(&line).is_ok_and(|begun| begun.verb == command.verb) {
        return vec![circumstances::REST.under(0, language)];
    }
    let uid = if command.uid { "UID " } else { "" };
    let name = match command.verb {
        Verb::Other if reveal => quote(command.name().as_bytes(), WORD),
        Verb::Other => "?".to_owned(),
        verb => format!("{uid}{verb}"),
    };
    let mut notes = vec![named(&name, verbs::note(command.verb).unwrap_or(&verbs::OTHER), language)];
    if let (Verb::Authenticate, Some(mechanism)) = (command.verb, &command.subject) {
        notes.extend(sasl::explain::mechanism(mechanism).map(|note| note.under(0, language)));
    }
    if reveal {
        let mut reader = Reader::new(&line);
        let words = if command.uid { 3 } else { 2 };
        for _ in 0..words {
            reader.unquoted();
            reader.space();
        }
        let mut arguments = Arguments { reader, uid: command.uid, language, notes };
        arguments.explain(command.verb);
        notes = arguments.notes;
        if memmem::find(octets, b"+}\r\n").is_some() && !octets.ends_with(b"+}\r\n") {
            notes.push(circumstances::UNSYNCHRONISED.under(0, language));
        }
    }
    notes
}

/// What stands behind the name of a command, and what was said of it so far.
struct Arguments<'a> {
    reader: Reader<'a>,
    uid: bool,
    language: Language,
    notes: Vec<Explanation>,
}

impl<'a> Arguments<'a> {
    fn explain(&mut self, verb: Verb) {
        match verb {
            Verb::Fetch => {
                self.set();
                self.fetch();
            }
            Verb::Store => {
                self.set();
                self.store();
            }
            Verb::Copy | Verb::Move => self.set(),
            Verb::Expunge if self.uid => self.set(),
            Verb::Search | Verb::Esearch => self.search(),
            Verb::Sort => {
                self.listed(keys::criterion);
                self.value();
                self.search();
            }
            Verb::Thread => {
                let algorithm = self.reader.keyword().unwrap_or_default();
                self.note(&format!("THREAD={algorithm}"), capabilities::note);
                self.value();
                self.search();
            }
            Verb::Select | Verb::Examine => {
                self.value();
                self.listed(options::modifier);
            }
            Verb::Status => {
                self.value();
                self.listed(options::status);
            }
            Verb::List => self.list(),
            Verb::Append => {
                self.value();
                self.flags();
            }
            Verb::Enable => self.words(capabilities::note),
            _ => {}
        }
    }

    /// A note on this name, if there is one and it was not said.
    fn note(&mut self, name: &str, of: impl Fn(&str) -> Option<&'static Entry>) {
        let note = of(name).map(|note| named(name, note, self.language));
        self.push(note);
    }

    fn push(&mut self, notes: impl IntoIterator<Item = Explanation>) {
        for note in notes {
            if !self.notes.contains(&note) {
                self.notes.push(note);
            }
        }
    }

    /// Passes over one argument.
    fn value(&mut self) {
        self.reader.space();
        let _ = self.reader.astring();
        self.reader.space();
    }

    /// The set of messages, in words.
    fn set(&mut self) {
        let Some(text) = self.reader.atom() else { return };
        self.reader.space();
        let words = match text {
            b"$" => self.language.choose("what the last search saved", "lo que guardó la última búsqueda").to_owned(),
            _ => match SequenceSet::parse(text) {
                Some(set) => figures::set(&set, self.uid, self.language),
                None => return,
            },
        };
        let shown = quote(text, WORD);
        self.push([Explanation { line: 0, text: format!("{shown}: {words}").into(), rfc: "RFC 9051 §4.1.1" }]);
    }

    /// Every word in parentheses, however nested, or that stands alone, up to what is none.
    fn words(&mut self, of: impl Fn(&str) -> Option<&'static Entry>) {
        loop {
            while self.reader.space().or_else(|| self.reader.take(b'(')).or_else(|| self.reader.take(b')')).is_some() {}
            match self.reader.keyword() {
                Some(word) => self.note(&word, &of),
                None if self.reader.string().is_some() => {}
                None => return,
            }
        }
    }

    /// The words of a list, if one is next.
    fn listed(&mut self, of: impl Fn(&str) -> Option<&'static Entry>) {
        self.reader.space();
        let start = self.reader.at();
        let Some(range) = self.reader.skip().filter(|_| start < self.reader.at()) else { return };
        let mut within = Arguments { reader: self.reader.clone(), notes: std::mem::take(&mut self.notes), ..*self };
        within.reader.back(range.start);
        within.reader = within.reader.until(range.end);
        within.words(of);
        self.notes = within.notes;
    }

    fn fetch(&mut self) {
        loop {
            while self.reader.space().or_else(|| self.reader.take(b'(')).or_else(|| self.reader.take(b')')).is_some() {}
            let at = self.reader.at();
            if let Some(notes) = items::explain(&mut self.reader, self.language) {
                self.push(notes);
                continue;
            }
            self.reader.back(at);
            let Some(word) = self.reader.keyword() else { return };
            self.note(&word, options::modifier);
        }
    }

    fn store(&mut self) {
        if self.reader.peek() == Some(b'(') {
            self.listed(options::store);
            self.reader.space();
        }
        let Some(form) = self.reader.keyword() else { return };
        let bare = form.strip_suffix(".SILENT").unwrap_or(&form);
        self.note(bare, options::store);
        if bare.len() < form.len() {
            self.note(".SILENT", options::store);
        }
        self.reader.space();
        self.flags();
    }

    /// Flags in parentheses, or without.
    fn flags(&mut self) {
        let mut list = Vec::new();
        while self.reader.take(b'(').or_else(|| self.reader.space()).is_some() {}
        while let Some(flag) = self.reader.unquoted() {
            list.push(flag.to_vec());
            self.reader.space();
        }
        let notes = flags::explain(&list, self.language);
        self.push(notes);
    }

    fn list(&mut self) {
        if self.reader.peek() == Some(b'(') {
            self.listed(options::list);
        }
        // Reference and patterns.
        self.value();
        let _ = self.reader.skip();
        self.words(|word| options::list(word).or_else(|| options::status(word)));
    }

    fn search(&mut self) {
        loop {
            while self.reader.space().or_else(|| self.reader.take(b'(')).or_else(|| self.reader.take(b')')).is_some() {}
            let Some(word) = self.reader.keyword() else { return };
            if SequenceSet::parse(word.as_bytes()).is_some() {
                continue;
            }
            self.note(&word, keys::key);
            if word == "RETURN" {
                self.listed(keys::returned);
            }
            (0..keys::values(&word)).for_each(|_| self.value());
        }
    }
}
