//! Standard output for results, standard error for the conversation, and the recording.

use std::collections::HashSet;
use std::fs::{File, OpenOptions};
use std::io::{self, BufWriter, IsTerminal, Write};
use std::os::fd::AsFd;
use std::os::unix::fs::OpenOptionsExt;
use std::path::PathBuf;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use anstream::adapter::strip_str;
use anstream::{AutoStream, ColorChoice};
use indicatif::{ProgressBar, ProgressStyle};
use serde::Serialize;

use super::args::{Color, Global};
use super::error::Failure;
use super::theme::paint;
use crate::base::Exit;
use crate::proto::Side;
use crate::transcript::text::{Label, Line, Options, Text};
use crate::transcript::{Note, SessionId, Sink, View, Weight, ndjson};

/// Lines of a message body that are shown unless more is asked for.
const PAYLOAD_LINES: usize = 24;
/// Content of fewer octets than this has no progress bar.
const WORTH_A_BAR: u64 = 1 << 20;

/// All that a command writes to. Clones write to the same.
#[derive(Clone)]
pub struct Terminal {
    pub json: bool,
    quiet: u8,
    secrets: bool,
    record: Option<PathBuf>,
    inner: Arc<Mutex<Inner>>,
}

struct Inner {
    stdout: BufWriter<AutoStream<io::Stdout>>,
    flush: bool,
    stderr: AutoStream<io::Stderr>,
    text: Option<Text>,
    /// There is no transcript, but what it warns of is shown.
    warnings: bool,
    record: Option<BufWriter<File>>,
    record_failure: Option<io::Error>,
    bar: Option<ProgressBar>,
    bars: bool,
    /// The bar counts something: no other is shown.
    counting: bool,
    /// Lines go here while another one is being typed below them.
    above: Option<Above>,
    /// What the client says was seen as it was typed.
    seen: bool,
    /// What was said once and for all.
    warned: HashSet<String>,
    /// Standard error bears colours.
    colours: bool,
}

/// Shows text above the line that is being typed.
pub type Above = Box<dyn FnMut(String) + Send>;

impl Terminal {
    /// As the global flags say.
    pub fn new(global: &Global) -> Terminal {
        colored::control::set_override(true);
        let options = Options {
            payload_lines: (global.verbose == 0).then_some(PAYLOAD_LINES),
            hex: global.verbose > 1,
            details: global.verbose > 0,
            times: global.verbose > 0,
            secrets: global.show_secrets,
            explain: global.explain.map(Into::into),
            width: width(),
        };
        let stdout = io::stdout();
        let inner = Inner {
            flush: stdout.is_terminal(),
            bars: io::stderr().is_terminal() && global.quiet < 2,
            stdout: BufWriter::new(AutoStream::new(stdout, choice(global.color))),
            stderr: AutoStream::new(io::stderr(), choice(global.color)),
            text: (global.quiet == 0).then(|| Text::new(options)),
            warnings: global.quiet == 1,
            record: None,
            record_failure: None,
            bar: None,
            counting: false,
            above: None,
            seen: false,
            warned: HashSet::new(),
            colours: colours(global.color),
        };
        Terminal {
            json: global.json,
            quiet: global.quiet,
            secrets: global.show_secrets,
            record: global.record.clone(),
            inner: Arc::new(Mutex::new(inner)),
        }
    }

    /// No transcript is shown.
    pub fn is_quiet(&self) -> bool {
        self.quiet > 0
    }

    /// Where a dialogue is told, if anybody is listening. When it is asked for first the recording begins.
    ///
    /// # Errors
    /// The file of `--record` cannot be made.
    pub fn sink(&self) -> Result<Option<Arc<dyn Sink>>, Failure> {
        let mut inner = self.lock();
        if let Some(path) = self.record.as_ref().filter(|_| inner.record.is_none()) {
            let mut options = OpenOptions::new();
            options.write(true).create(true).truncate(true);
            if self.secrets {
                options.mode(0o600);
            }
            let file = options.open(path).map_err(|error| Failure::cannot_create(path, &error).at("--record"))?;
            inner.record = Some(BufWriter::new(file));
        }
        let heard = inner.text.is_some() || inner.warnings || inner.record.is_some();
        Ok(heard.then(|| Arc::new(Transcript { inner: self.inner.clone(), secrets: self.secrets }) as Arc<dyn Sink>))
    }

    /// One line of the result, safe to show.
    pub fn result(&self, line: &str) {
        let Inner { stdout, flush, bar, .. } = &mut *self.lock();
        let mut write = || {
            // A reader that has gone wants no more: the work itself goes on.
            let _ = writeln!(stdout, "{line}");
            if *flush {
                let _ = stdout.flush();
            }
        };
        match bar {
            Some(bar) if *flush => bar.suspend(write),
            _ => write(),
        }
    }

    /// A piece of a line of the result, safe to show.
    pub fn text(&self, piece: &str) {
        let _ = self.lock().stdout.write_all(piece.as_bytes());
    }

    /// One object of the result.
    pub fn json(&self, value: &impl Serialize) {
        self.result(&ndjson::safe_json(value));
    }

    /// Octets of the result, as they are.
    pub fn octets(&self, octets: &[u8]) -> io::Result<()> {
        io::stdout().lock().write_all(octets)
    }

    /// A remark of ours, unless `-q`; a warning, unless `-qq`.
    pub fn note(&self, weight: Weight, text: impl Into<String>) {
        let (label, mark, quiet) = match weight {
            Weight::Warning => (Label::Warning, '!', 1),
            Weight::Amiss => (Label::Warning, '!', 0),
            Weight::Info | Weight::Detail => (Label::Note, '*', 0),
        };
        if self.quiet <= quiet {
            self.lock().show(&[vec![(label, format!("{mark} {}", text.into()))]]);
        }
    }

    /// A warning that holds for all of the command: it is said once, however often it is come upon.
    pub fn warn_once(&self, text: &str) {
        if self.lock().warned.insert(text.to_owned()) {
            self.note(Weight::Warning, text);
        }
    }

    /// Why the command failed.
    pub fn failure(&self, failure: &Failure) {
        let mut inner = self.lock();
        inner.bar = None;
        let lines = failure.to_string();
        let lines: Vec<Line> = lines.lines().map(|line| vec![(Label::Warning, line.to_owned())]).collect();
        let _ = inner.stdout.flush();
        inner.show(&lines);
    }

    /// Shows how far a long piece of work is, on a terminal.
    pub fn progress(&self, what: &str, done: u64, total: u64) {
        let mut inner = self.lock();
        if !inner.bars || inner.counting || total < WORTH_A_BAR {
            return;
        }
        let bar = inner.bar.get_or_insert_with(|| bar(what, total));
        bar.set_position(done);
        if done >= total {
            bar.finish_and_clear();
            inner.bar = None;
        }
    }

    /// The dialogues are not shown, nor what they warn of, whatever the flags say; remarks of the command's own are.
    pub fn without_transcript(&self) {
        let mut inner = self.lock();
        (inner.text, inner.warnings) = (None, false);
    }

    /// Shows how many of something are done, and how fast, on a terminal. `total`: of how many, if that is known.
    pub fn count(&self, what: &'static str, done: u64, total: Option<u64>) {
        let mut inner = self.lock();
        if inner.bars {
            inner.counting = true;
            inner.bar.get_or_insert_with(|| counter(what, total)).set_position(done);
        }
    }

    /// Nothing more is counted.
    pub fn counted(&self) {
        let mut inner = self.lock();
        (inner.counting, inner.bar) = (false, None);
    }

    /// While a line is being typed on the terminal, what is shown appears above it.
    pub fn show_above(&self, above: Option<Above>) {
        self.lock().above = above;
    }

    /// Whether what the client says from now on needs no transcript, since it was seen as it was typed.
    pub fn seen(&self, seen: bool) {
        self.lock().seen = seen;
    }

    /// How many characters a line of standard output holds, if that is a terminal.
    pub fn columns(&self) -> Option<usize> {
        columns(io::stdout())
    }

    /// Standard error bears colours.
    pub fn has_colours(&self) -> bool {
        self.lock().colours
    }

    /// Writes out what is buffered.
    ///
    /// # Errors
    /// The recording could not be written. A closed standard output is no error.
    pub fn finish(&self) -> Result<(), Failure> {
        let mut inner = self.lock();
        inner.bar = None;
        match inner.stdout.flush() {
            Err(error) if error.kind() != io::ErrorKind::BrokenPipe => {
                return Err(Failure::new(Exit::Io, format!("standard output: {error}")));
            }
            _ => {}
        }
        let flushed = inner.record.as_mut().map_or(Ok(()), Write::flush);
        match inner.record_failure.take().map_or(flushed, Err) {
            Ok(()) => Ok(()),
            Err(error) => Err(Failure::new(Exit::Io, format!("--record: {error}"))),
        }
    }

    /// Makes what was written visible to whoever reads along.
    ///
    /// # Errors
    /// Nobody does, or it could not be written.
    pub fn flush(&self) -> io::Result<()> {
        self.lock().stdout.flush()
    }

    fn lock(&self) -> MutexGuard<'_, Inner> {
        self.inner.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// How many characters a line of standard error holds, if that is a terminal.
fn width() -> Option<usize> {
    columns(io::stderr())
}

fn columns(stream: impl AsFd) -> Option<usize> {
    let columns = rustix::termios::tcgetwinsize(stream).ok()?.ws_col;
    (columns > 0).then_some(usize::from(columns))
}

fn choice(color: Color) -> ColorChoice {
    match color {
        Color::Auto => ColorChoice::Auto,
        Color::Always => ColorChoice::Always,
        Color::Never => ColorChoice::Never,
    }
}

fn colours(color: Color) -> bool {
    let choice = match color {
        Color::Auto => AutoStream::choice(&io::stderr()),
        color => choice(color),
    };
    choice != ColorChoice::Never
}

fn bar(what: &str, total: u64) -> ProgressBar {
    let template = "{msg} {bar:30} {bytes}/{total_bytes} {bytes_per_sec} {eta}";
    let bar = ProgressBar::new(total).with_message(what.to_owned());
    match ProgressStyle::with_template(template) {
        Ok(style) => bar.with_style(style),
        Err(_) => bar,
    }
}

fn counter(what: &'static str, total: Option<u64>) -> ProgressBar {
    let (bar, template) = match total {
        Some(total) => (ProgressBar::new(total), "{msg} {bar:30} {pos}/{len} {per_sec} {eta}"),
        None => (ProgressBar::no_length(), "{msg} {pos} {per_sec} {elapsed}"),
    };
    let bar = bar.with_message(what);
    match ProgressStyle::with_template(template) {
        Ok(style) => bar.with_style(style),
        Err(_) => bar,
    }
}

impl Inner {
    fn show(&mut self, lines: &[Line]) {
        let mut text = String::new();
        for line in lines {
            for (label, span) in line {
                text.push_str(&paint(*label, span).to_string());
            }
            text.push('\n');
        }
        if let Some(above) = self.above.as_mut().filter(|_| !text.is_empty()) {
            return above(if self.colours { text } else { strip_str(&text).to_string() });
        }
        let stderr = &mut self.stderr;
        let mut write = || {
            let _ = stderr.write_all(text.as_bytes());
        };
        match &self.bar {
            Some(bar) => bar.suspend(write),
            None => write(),
        }
    }

    /// The lines themselves are on the screen already; what is remarked on them is not.
    fn leave_out_what_was_seen(&self, lines: &mut Vec<Line>) {
        if self.seen {
            lines.retain(|line| !matches!(line.first(), Some((Label::Mark(Side::Client), _))));
        }
    }

    fn keep(&mut self, line: &str) {
        let Some(record) = &mut self.record else { return };
        if let Err(error) = record.write_all(line.as_bytes()) {
            self.record_failure.get_or_insert(error);
        }
    }
}

/// The transcript and the recording of every connection.
struct Transcript {
    inner: Arc<Mutex<Inner>>,
    secrets: bool,
}

impl Transcript {
    fn lock(&self) -> MutexGuard<'_, Inner> {
        self.inner.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Sink for Transcript {
    fn turn(&self, session: SessionId, view: &View<'_>) {
        let mut inner = self.lock();
        if inner.record.is_some() {
            inner.keep(&ndjson::turn(session, view, self.secrets));
        }
        if let Some(mut lines) = inner.text.as_mut().map(|text| text.turn(session, view)) {
            inner.leave_out_what_was_seen(&mut lines);
            inner.show(&lines);
        }
    }

    fn end(&self, session: SessionId) {
        let mut inner = self.lock();
        if let Some(mut lines) = inner.text.as_mut().map(|text| text.end(session)) {
            inner.leave_out_what_was_seen(&mut lines);
            inner.show(&lines);
        }
    }

    fn note(&self, session: SessionId, note: &Note) {
        let mut inner = self.lock();
        if inner.record.is_some() {
            inner.keep(&ndjson::note(session, note));
        }
        let warns = inner.warnings && note.weight == Weight::Warning;
        let line = match &mut inner.text {
            Some(text) => text.note(session, note),
            None => warns.then(|| vec![(Label::Warning, format!("! {}", note.text))]),
        };
        if let Some(line) = line {
            inner.show(&[line]);
        }
    }
}
