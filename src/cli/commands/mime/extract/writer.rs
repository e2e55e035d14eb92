//! Files as they are found and written.

use std::fs::File;
use std::io::Write;

use super::directory::Directory;
use super::name;
use super::tnef::{Opened, Tnef};
use crate::base::Exit;
use crate::base::escape::escape_str;
use crate::cli::error::Failure;
use crate::cli::output::mime::extract::{Record, line};
use crate::cli::terminal::Terminal;
use crate::mime::content_type::ContentType;
use crate::mime::file_name;
use crate::mime::flaw::{Flaw, Severity};
use crate::mime::inline_file::{Found, Scanner};
use crate::mime::parse::Event;
use crate::mime::section::Section;
use crate::mime::tnef;
use crate::mime::transfer_encoding::Mechanism;
use crate::mime::transform::Decode;
use crate::mime::tree::{Builder, Entity};
use crate::net::reason;
use crate::transcript::Weight;

/// How much is written.
#[derive(Clone, Copy, Debug)]
pub struct Limits {
    /// Files.
    pub files: u64,
    /// Octets in all of them.
    pub octets: u64,
}

/// Which files are written.
#[derive(Clone, Copy, Debug)]
pub struct Wanted {
    /// Parts without a file name too.
    pub all: bool,
    /// Those in the middle of a text.
    pub inline: bool,
    /// Those in TNEF.
    pub tnef: bool,
}

/// Where a file stood.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Origin {
    /// It is a part.
    Part,
    /// It stood in the middle of a text.
    Inline,
    /// It stood in TNEF.
    Tnef,
}

/// Takes what is in messages and writes the files in them.
pub struct Writer<'a> {
    files: Files<'a>,
    wanted: Wanted,
    builder: Builder,
    several: bool,
    leaf: Option<Leaf>,
}

/// What is written, and what became of it.
pub struct Files<'a> {
    directory: Directory,
    limits: Limits,
    terminal: &'a Terminal,
    message: u64,
    count: u64,
    octets: u64,
    limit: Option<String>,
    failure: Option<Failure>,
}

/// A leaf that is being read.
struct Leaf {
    layer: u8,
    depth: usize,
    section: Section,
    content_type: ContentType,
    decoder: Box<dyn Decode + Send>,
    octets: Vec<u8>,
    /// The name that it was given.
    name: Option<String>,
    /// For one that has no name.
    fallback: String,
    /// It becomes a file, with its own name or without one.
    wanted: bool,
    file: Option<Open>,
    scanner: Option<Scanner>,
    /// A file in the middle of its text.
    inner: Option<Open>,
    /// It may be TNEF: it becomes a file only if it cannot be opened.
    tnef: Option<Tnef>,
}

/// A file that is being written.
pub struct Open {
    file: File,
    record: Record,
}

impl<'a> Writer<'a> {
    /// Nothing yet.
    pub fn new(directory: Directory, limits: Limits, wanted: Wanted, terminal: &'a Terminal) -> Writer<'a> {
        let files = Files { directory, limits, terminal, message: 0, count: 0, octets: 0, limit: None, failure: None };
        Writer { files, wanted, builder: Builder::new(), several: false, leaf: None }
    }

    /// The next message begins.
    pub fn message(&mut self, number: u64, several: bool) {
        self.files.message = number;
        self.several = several;
        self.builder = Builder::new();
    }

    /// How many files were written.
    pub fn files(&self) -> u64 {
        self.files.count
    }

    /// Which limit was reached.
    pub fn limit(&self) -> Option<&str> {
        self.files.limit.as_deref()
    }

    /// Nothing more will be written.
    pub fn is_full(&self) -> bool {
        self.files.limit.is_some()
    }

    /// Whether all went well so far.
    ///
    /// # Errors
    /// A file could not be created (73) or written (74).
    pub fn check(&mut self) -> Result<(), Failure> {
        self.files.failure.take().map_or(Ok(()), Err)
    }

    /// Takes the next event of a layer.
    pub fn event(&mut self, layer: u8, event: &Event<'_>) {
        if self.is_full() || self.files.failure.is_some() {
            return;
        }
        if let Event::End { .. } = event
            && let Some(leaf) = self.leaf.take_if(|leaf| self.builder.depth() == leaf.depth)
        {
            leaf.finish(&mut self.files);
        }
        self.builder.event(layer, event);
        match event {
            Event::HeaderEnd { .. } => match self.begin(layer) {
                Ok(leaf) => self.leaf = leaf,
                Err(failure) => self.files.fail(failure),
            },
            Event::Body { octets, .. } => {
                if let Some(leaf) = self.leaf.as_mut().filter(|leaf| leaf.layer == layer) {
                    leaf.push(octets, &mut self.files);
                }
            }
            // What is over is not asked for again.
            Event::End { .. } if self.builder.depth() > 0 => self.builder.forget(),
            _ => {}
        }
    }

    /// The header of an entity is over: is it wanted?
    fn begin(&self, layer: u8) -> Result<Option<Leaf>, Failure> {
        let Some(entity) = self.builder.current().filter(|entity| entity.is_leaf()) else { return Ok(None) };
        let Wanted { all, inline, tnef } = self.wanted;
        let content_type = &entity.content.content_type;
        let mechanism = Mechanism::parse(entity.encoding());
        let carries = matches!(mechanism, Mechanism::Uuencode | Mechanism::Yenc);
        let wanted = all || entity.file_name.is_some() || (carries && inline);
        let scan = inline && !carries && entity.file_name.is_none() && content_type.kind() == "text";
        let tnef = tnef && tnef::may_be(content_type, entity.file_name.as_deref());
        if !wanted && !scan && !tnef {
            return Ok(None);
        }
        Ok(Some(Leaf {
            layer,
            depth: self.builder.depth(),
            section: entity.section.clone(),
            content_type: content_type.clone(),
            decoder: mechanism.decoder(),
            octets: Vec::new(),
            name: entity.file_name.clone(),
            fallback: fallback(self.several.then_some(self.files.message), entity),
            wanted,
            file: None,
            scanner: scan.then(Scanner::new),
            inner: None,
            tnef: tnef.then(Tnef::new).transpose()?,
        }))
    }
}

fn fallback(message: Option<u64>, entity: &Entity) -> String {
    name::of_part(message, &entity.section, &entity.content.content_type)
}

impl Leaf {
    fn push(&mut self, octets: &[u8], files: &mut Files<'_>) {
        self.octets.clear();
        self.decoder.push(octets, &mut self.octets);
        self.write(files);
    }

    fn finish(mut self, files: &mut Files<'_>) {
        self.octets.clear();
        self.decoder.finish(&mut self.octets);
        self.write(files);
        let mut flaws = self.decoder.findings();
        if let Some(tnef) = self.tnef.take() {
            flaws.extend(self.open_tnef(tnef.finish(), files));
        }
        if self.wanted {
            // An empty part is an empty file.
            self.open(files);
            if let Some(open) = self.file.take() {
                files.close(open, flaws);
            }
        }
        if let Some(scanner) = self.scanner.take() {
            let (inner, section) = (&mut self.inner, &self.section);
            scanner.finish(&mut |found| files.found(found, inner, section));
        }
        if let Some(open) = self.inner.take() {
            files.close(open, Vec::new());
        }
    }

    fn write(&mut self, files: &mut Files<'_>) {
        if self.octets.is_empty() {
            return;
        }
        if let Some(tnef) = &mut self.tnef {
            if let Err(failure) = tnef.push(&self.octets) {
                files.fail(failure);
            }
            return;
        }
        if self.wanted {
            self.open(files);
            if let Some(open) = &mut self.file {
                files.write(open, &self.octets);
            }
        }
        let (octets, inner, section) = (&self.octets, &mut self.inner, &self.section);
        if let Some(scanner) = &mut self.scanner {
            scanner.push(octets, &mut |found| files.found(found, inner, section));
        }
    }

    /// Writes the files in it. If not all could be read the part itself is written too: what is wrong with it.
    fn open_tnef(&mut self, mut opened: Opened, files: &mut Files<'_>) -> Vec<Flaw> {
        let (whole, flaws) = (opened.is_whole(), std::mem::take(&mut opened.contents.flaws));
        let (of_part, of_first) = if whole { (Vec::new(), flaws) } else { (flaws, Vec::new()) };
        opened.write(&self.section, of_first, files);
        self.wanted = !whole;
        if !whole {
            self.open(files);
        }
        if let Some(open) = &mut self.file
            && let Err(failure) = opened.all(&mut |octets| files.write(open, octets))
        {
            files.fail(failure);
        }
        of_part
    }

    /// Creates its file, if that was not done yet: by now uuencode has told its name.
    fn open(&mut self, files: &mut Files<'_>) {
        if self.file.is_some() || files.is_over() {
            return;
        }
        let carried = self.decoder.carried().map(|carried| String::from_utf8_lossy(&carried.name).into_owned());
        let name = self.name.clone().or(carried);
        self.file = files.create(name, &self.fallback, &self.section, &self.content_type, Origin::Part);
    }
}

impl Files<'_> {
    fn is_over(&self) -> bool {
        self.limit.is_some() || self.failure.is_some()
    }

    fn found(&mut self, found: Found<'_>, open: &mut Option<Open>, section: &Section) {
        match found {
            Found::Begin(carried) => {
                let name = String::from_utf8_lossy(&carried.name).into_owned();
                let any = ContentType::parse(b"application/octet-stream").0;
                let fallback = name::of_part(None, section, &any);
                *open = self.create(Some(name), &fallback, section, &any, Origin::Inline);
            }
            Found::Octets(octets) => {
                if let Some(open) = open {
                    self.write(open, octets);
                }
            }
            Found::End(flaws) => {
                if let Some(open) = open.take() {
                    self.close(open, flaws);
                }
            }
        }
    }

    /// Nothing more is written.
    pub fn fail(&mut self, failure: Failure) {
        self.failure.get_or_insert(failure);
    }

    /// Creates a file, unless a limit is reached.
    pub fn create(
        &mut self,
        original: Option<String>,
        fallback: &str,
        section: &Section,
        content_type: &ContentType,
        origin: Origin,
    ) -> Option<Open> {
        if self.is_over() {
            return None;
        }
        if self.count >= self.limits.files {
            self.limit = Some(format!("{} files were extracted (--max-parts)", self.count));
            return None;
        }
        let wanted = original.as_deref().map_or_else(|| fallback.to_owned(), |name| file_name::safe(name, fallback));
        match self.directory.create(&wanted) {
            Ok((file, name)) => {
                let warnings = name::warnings(&wanted, content_type);
                let path = self.directory.path(&name);
                let record = Record {
                    message: self.message,
                    path: section.to_string(),
                    file: path.to_string_lossy().into_owned(),
                    name,
                    original,
                    r#type: content_type.essence(),
                    octets: 0,
                    inline: origin == Origin::Inline,
                    tnef: origin == Origin::Tnef,
                    warnings,
                };
                Some(Open { file, record })
            }
            Err(failure) => {
                self.failure = Some(failure);
                None
            }
        }
    }

    /// Writes octets of a file.
    pub fn write(&mut self, open: &mut Open, octets: &[u8]) {
        if self.is_over() {
            return;
        }
        let room = self.limits.octets.saturating_sub(self.octets);
        let count = octets.len() as u64;
        if count > room {
            self.limit = Some(format!("{} octets are the most (--max-bytes)", self.limits.octets));
            return self.directory.remove(&open.record.name);
        }
        match open.file.write_all(octets) {
            Ok(()) => {
                self.octets += count;
                open.record.octets += count;
            }
            Err(error) => {
                self.directory.remove(&open.record.name);
                self.failure = Some(Failure::new(Exit::Io, format!("{}: {}", open.record.file, reason(&error))));
            }
        }
    }

    /// A file is complete, unless a limit or a failure befell it.
    pub fn close(&mut self, mut open: Open, flaws: Vec<Flaw>) {
        if self.is_over() {
            return;
        }
        self.count += 1;
        let bad = flaws.iter().filter(|flaw| flaw.severity > Severity::Info);
        let sentence = |flaw: &Flaw| format!("octet {}: {} ({}) [{}]", flaw.offset, flaw.message, flaw.rfc, flaw.code);
        open.record.warnings.extend(bad.map(sentence));
        if self.terminal.json {
            self.terminal.json(&open.record);
        } else {
            self.terminal.result(&line(&open.record));
        }
        for warning in &open.record.warnings {
            let text = format!("{}: {}", escape_str(&open.record.file), escape_str(warning));
            self.terminal.note(Weight::Warning, text);
        }
    }
}
