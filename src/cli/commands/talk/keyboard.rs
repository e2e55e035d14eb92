//! Lines from a terminal, edited, recalled and completed. The editor waits in a thread of its own, and what the server
//! says meanwhile appears above the line.

use std::borrow::Cow;
use std::collections::VecDeque;
use std::fs::File;
use std::io::{self, IsTerminal, Write};
use std::path::Path;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;
use std::time::Duration;

use rustix::termios::{LocalModes, OptionalActions, Termios, tcgetattr, tcsetattr};
use rustyline::completion::{Completer, Pair};
use rustyline::error::ReadlineError;
use rustyline::highlight::{CmdKind, Highlighter};
use rustyline::hint::Hinter;
use rustyline::history::MemHistory;
use rustyline::validate::Validator;
use rustyline::{Behavior, ColorMode, CompletionType, Config, Context, Editor, ExternalPrinter, Helper};
use tokio::sync::mpsc::{UnboundedReceiver, UnboundedSender, unbounded_channel};
use tokio::sync::watch;

use super::Account;
use super::completion::complete;
use super::history::{History, MOST};
use crate::base::{Exit, Secret};
use crate::cli::error::Failure;
use crate::cli::password::checked;
use crate::cli::terminal::Terminal;
use crate::cli::theme::paint;
use crate::client::talk::{Ask, Asked, Literal, Offer, Speaker, read as read_line};
use crate::net::endpoint::Protocol;
use crate::proto::Side;
use crate::proto::sasl::{Credentials, Held, Means};
use crate::transcript::Weight;
use crate::transcript::text::Label;

/// How long the editor may take to show the last words of a server.
const LAST_WORDS: Duration = Duration::from_secs(1);
/// How long it may take to draw its line.
const REDRAW: Duration = Duration::from_millis(50);
/// Changes nothing on the screen: up, and down again.
const NOTHING: &str = "\x1b[A\n";
/// Ends what the editor may have begun: the line, and bracketed paste.
const LEAVE_LINE: &[u8] = b"\r\x1b[J\x1b[?2004l";

/// What the server offers; `None` until it was asked.
type Offered = Arc<Mutex<Option<Offer>>>;

/// A person at a terminal.
pub struct Keyboard {
    account: Account,
    requests: Sender<Request>,
    typed: UnboundedReceiver<Typed>,
    above: Option<Sender<Above>>,
    offered: Offered,
    /// Lines that were pasted at once.
    pasted: VecDeque<String>,
    /// The terminal is gone.
    gone: bool,
    stop: Arc<watch::Sender<bool>>,
    terminal: Terminal,
    tty: Option<Tty>,
}

/// What the editor is asked for.
enum Request {
    /// A line; a command can be completed, and is kept.
    Line { prompt: String, command: bool },
    /// A line that is not shown.
    Hidden { prompt: String },
}

/// What became of it.
enum Typed {
    Line(String),
    /// ^D
    End,
    /// ^C
    Interrupted,
    /// The terminal does not answer.
    Gone,
}

/// What the printer is asked for.
enum Above {
    Show(String),
    /// To say so once all before it is on the screen.
    Tell(Sender<()>),
}

impl Keyboard {
    /// Takes the terminal.
    pub fn start(
        protocol: Protocol,
        account: Account,
        history: bool,
        stop: Arc<watch::Sender<bool>>,
        terminal: &Terminal,
    ) -> Result<Keyboard, Failure> {
        let failure = |error: ReadlineError| Failure::new(Exit::Io, format!("the terminal: {error}"));
        let config = Config::builder()
            .behavior(Behavior::PreferTerm)
            .completion_type(CompletionType::List)
            // Without it the editor would ask nobody how to show a line, and so show what is to be hidden.
            .color_mode(ColorMode::Forced)
            .max_history_size(MOST)
            .map_err(failure)?
            .build();
        let mut editor = Editor::with_history(config.clone(), MemHistory::with_config(&config)).map_err(failure)?;
        let (offered, colours) = (Offered::default(), terminal.has_colours());
        editor.set_helper(Some(Help { protocol, offered: offered.clone(), command: false, hidden: false, colours }));
        let history = History::new(history, protocol);
        for line in history.lines() {
            editor.add_history_entry(line).map_err(failure)?;
        }
        // A terminal that cannot move its cursor edits lines by itself.
        let printer = editor.create_external_printer().ok();
        let tty = if printer.is_some() { Tty::take() } else { None };
        let above = printer.filter(|_| std::io::stderr().is_terminal()).map(|printer| {
            let (sender, receiver) = channel();
            thread::spawn(move || show(printer, &receiver));
            sender
        });
        let (requests, receiver) = channel();
        let (sender, typed) = unbounded_channel();
        // Nobody waits for this thread: its terminal may never be touched again.
        let rich = tty.is_some();
        thread::spawn(move || edit(editor, history, rich, &receiver, &sender));
        let (pasted, terminal) = (VecDeque::new(), terminal.clone());
        Ok(Keyboard { account, requests, typed, above, offered, pasted, gone: false, stop, terminal, tty })
    }

    async fn ask(&mut self, request: Request) -> Typed {
        let above = self.above.clone().filter(|_| matches!(request, Request::Line { .. }));
        self.terminal.show_above(above.map(|above| -> crate::cli::terminal::Above {
            Box::new(move |text| {
                let _ = above.send(Above::Show(text));
            })
        }));
        let asked = self.requests.send(request).is_ok();
        let typed = if asked { self.typed.recv().await } else { None };
        self.terminal.show_above(None);
        match typed.unwrap_or(Typed::Gone) {
            Typed::Interrupted => {
                self.stop.send_replace(true);
                // Whoever waits for the server is told.
                std::future::pending().await
            }
            typed => typed,
        }
    }

    async fn held(&mut self, user: &str, takes: Means) -> Result<Held, Option<Failure>> {
        let what = match takes {
            means if means == self.account.held.means() => return Ok(self.account.held.clone()),
            Means::Nothing => return Ok(Held::Nothing),
            Means::Password => "Password",
            Means::Token => "Token",
        };
        let prompt = format!("{what} for {}: ", crate::base::escape::escape_str(user));
        let secret = match self.ask(Request::Hidden { prompt }).await {
            Typed::Line(line) => checked("the prompt", Secret::new(line)).map_err(Some)?,
            _ => return Err(None),
        };
        Ok(if takes == Means::Token { Held::Token(secret) } else { Held::Password(secret) })
    }
}

/// Gives the terminal back, even from under a line that is still being typed.
impl Drop for Keyboard {
    fn drop(&mut self) {
        if let Some(above) = &self.above {
            let (sender, receiver) = channel();
            let _ = above.send(Above::Tell(sender));
            let _ = receiver.recv_timeout(LAST_WORDS);
            // The editor draws its line anew behind each text.
            thread::sleep(REDRAW);
        }
        self.terminal.show_above(None);
        self.terminal.seen(false);
        if let Some(tty) = &self.tty {
            tty.restore();
        }
    }
}

impl Speaker for Keyboard {
    async fn line(&mut self, ask: Ask) -> io::Result<Option<Vec<u8>>> {
        loop {
            if let Some(line) = self.pasted.pop_front() {
                if !line.contains('\0') {
                    return Ok(Some(line.into_bytes()));
                }
                self.terminal.note(Weight::Warning, "an octet of value 0 cannot be said");
                continue;
            }
            if self.gone {
                return Ok(None);
            }
            let request = match ask.asked {
                // The transcript has the line with its mask.
                Asked::Credentials => Request::Hidden { prompt: "Not shown: ".to_owned() },
                asked => Request::Line { prompt: prompt(ask), command: asked == Asked::Command },
            };
            match self.ask(request).await {
                Typed::Line(line) => self.pasted.extend(line.split('\n').map(str::to_owned)),
                Typed::End => return Ok(None),
                Typed::Interrupted | Typed::Gone => self.gone = true,
            }
        }
    }

    fn has_account(&self) -> bool {
        true
    }

    async fn account(&mut self, takes: Means) -> io::Result<Option<Credentials>> {
        let user = match self.account.user.clone() {
            Some(user) => Some(user),
            None => match self.ask(Request::Line { prompt: "User: ".to_owned(), command: false }).await {
                Typed::Line(user) if !user.is_empty() && !user.contains(char::is_control) => Some(user),
                _ => None,
            },
        };
        let Some(user) = user else {
            self.terminal.note(Weight::Info, "without a user nothing is said");
            return Ok(None);
        };
        match self.held(&user, takes).await {
            Ok(held) => Ok(Some(Credentials { authcid: user, authzid: None, held })),
            Err(failure) => {
                let why = failure.map_or_else(|| format!("there is no {}", takes.name()), |failure| failure.message);
                self.terminal.note(Weight::Warning, format!("{why}: nothing is said"));
                Ok(None)
            }
        }
    }

    fn open(&mut self, path: &str) -> io::Result<Option<Literal>> {
        let literal = Literal::open(Path::new(path));
        Ok(literal.map_err(|error| self.terminal.note(Weight::Warning, format!("{error}: nothing is said"))).ok())
    }

    fn offered(&mut self, offer: Option<&Offer>) {
        *self.offered.lock().unwrap_or_else(PoisonError::into_inner) = offer.cloned();
    }

    fn seen(&mut self, seen: bool) {
        self.terminal.seen(seen);
    }
}

/// `C: `, as the transcript has it; `.: ` where a message is typed.
fn prompt(ask: Ask) -> String {
    let unverified = if ask.insecure { "[UNVERIFIED] " } else { "" };
    let letter = if ask.asked == Asked::Content { '.' } else { 'C' };
    let colon = if ask.tls { '~' } else { ':' };
    format!("{unverified}{letter}{colon} ")
}

/// Reads what is asked for, for as long as somebody asks.
fn edit(
    mut editor: Editor<Help, MemHistory>,
    mut history: History,
    rich: bool,
    requests: &Receiver<Request>,
    typed: &UnboundedSender<Typed>,
) {
    while let Ok(request) = requests.recv() {
        let answer = match request {
            Request::Line { prompt, command } => {
                let line = read(&mut editor, &prompt, command, false);
                if let (Ok(line), true) = (&line, command)
                    && history.may_keep(line)
                    && editor.add_history_entry(line).is_ok_and(|added| added)
                {
                    history.keep(line);
                }
                line
            }
            // The editor may have read ahead, so it is the one to ask.
            Request::Hidden { prompt } if rich => read(&mut editor, &prompt, false, true),
            Request::Hidden { prompt } => rpassword::prompt_password(prompt).map_err(ReadlineError::Io),
        };
        let answer = match answer {
            Ok(line) => Typed::Line(line),
            Err(ReadlineError::Eof) => Typed::End,
            Err(ReadlineError::Interrupted) => Typed::Interrupted,
            Err(ReadlineError::Io(error)) if error.kind() == std::io::ErrorKind::UnexpectedEof => Typed::End,
            Err(_) => Typed::Gone,
        };
        if typed.send(answer).is_err() {
            return;
        }
    }
}

fn read(editor: &mut Editor<Help, MemHistory>, prompt: &str, command: bool, hidden: bool) -> rustyline::Result<String> {
    if let Some(help) = editor.helper_mut() {
        (help.command, help.hidden) = (command, hidden);
    }
    editor.readline(prompt)
}

/// Shows text above the line being typed. It may have to wait for the editor, so it has a thread of its own.
fn show(mut printer: impl ExternalPrinter, wanted: &Receiver<Above>) {
    while let Ok(above) = wanted.recv() {
        match above {
            Above::Show(text) => drop(printer.print(text)),
            Above::Tell(done) => {
                // The printer holds one text. Once it takes the second, the first was taken, and all before is shown.
                let shown = (0..2).try_for_each(|_| printer.print(NOTHING.to_owned()));
                let _ = shown.is_ok() && done.send(()).is_ok();
            }
        }
    }
}

/// What the editor asks while a line is typed.
struct Help {
    protocol: Protocol,
    offered: Offered,
    /// The line is a command.
    command: bool,
    /// The line is not to be seen.
    hidden: bool,
    /// The prompt bears its colour.
    colours: bool,
}

impl Completer for Help {
    type Candidate = Pair;

    fn complete(&self, line: &str, cursor: usize, _: &Context<'_>) -> rustyline::Result<(usize, Vec<Pair>)> {
        if !self.command {
            return Ok((cursor, Vec::new()));
        }
        let offered = self.offered.lock().unwrap_or_else(PoisonError::into_inner);
        let (start, words) = complete(self.protocol, line.get(..cursor).unwrap_or(line), offered.as_ref());
        let pair = |word: String| Pair { display: word.trim_end().to_owned(), replacement: word };
        Ok((start, words.into_iter().map(pair).collect()))
    }
}

/// What this makes of a line is what is shown.
impl Highlighter for Help {
    fn highlight<'l>(&self, line: &'l str, _: usize) -> Cow<'l, str> {
        let hidden = |from: usize, with: &str| with.repeat(line.get(from..).unwrap_or_default().chars().count());
        match self.secret(line) {
            _ if self.hidden => Cow::Owned(hidden(0, " ")),
            Some(from) => Cow::Owned(format!("{}{}", line.get(..from).unwrap_or_default(), hidden(from, "•"))),
            None => Cow::Borrowed(line),
        }
    }

    fn highlight_char(&self, line: &str, _: usize, _: CmdKind) -> bool {
        self.hidden || self.secret(line).is_some()
    }

    fn highlight_prompt<'b, 's: 'b, 'p: 'b>(&'s self, prompt: &'p str, _: bool) -> Cow<'b, str> {
        match self.colours {
            true => Cow::Owned(paint(Label::Mark(Side::Client), prompt).to_string()),
            false => Cow::Borrowed(prompt),
        }
    }
}

impl Help {
    /// Where a secret begins in what is typed.
    fn secret(&self, line: &str) -> Option<usize> {
        read_line(self.protocol, line).secret.filter(|_| self.command)
    }
}

impl Hinter for Help {
    type Hint = String;
}

impl Validator for Help {}

impl Helper for Help {}

/// The terminal and how it is set.
struct Tty {
    file: File,
    /// As it was found.
    before: Termios,
    /// Between two lines: what is typed ahead is neither shown nor lost, and ^C ends all.
    between: Termios,
}

impl Tty {
    fn take() -> Option<Tty> {
        let file = File::options().read(true).write(true).open("/dev/tty").ok()?;
        let before = tcgetattr(&file).ok()?;
        let mut between = before.clone();
        between.local_modes -= LocalModes::ECHO | LocalModes::ICANON;
        let tty = Tty { file, before, between };
        tty.set(&tty.between);
        Some(tty)
    }

    fn set(&self, mode: &Termios) {
        let _ = tcsetattr(&self.file, OptionalActions::Drain, mode);
    }

    /// Gives it back. The editor may be in the middle of a line, and a password in the middle of being typed.
    fn restore(&self) {
        let within = tcgetattr(&self.file).is_ok_and(|now| now.local_modes != self.between.local_modes);
        self.set(&self.before);
        if within {
            let _ = (&self.file).write_all(LEAVE_LINE);
        }
    }
}
