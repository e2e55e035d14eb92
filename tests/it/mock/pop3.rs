//! A POP3 server that does what it should, but for what a test says otherwise.

use std::collections::HashMap;
use std::io;

use super::connection::Connection;
use super::server::Step;

/// What stands for the greeting in [`Pop3::on`] and its kin.
pub const GREETING: &str = "";
/// What stands for the answer to what the client says in an AUTH exchange.
pub const CREDENTIALS: &str = "+";

/// The rules of a conversation. By default every command is right, and the server is content.
#[derive(Clone, Debug)]
pub struct Pop3 {
    offers: Vec<String>,
    messages: Vec<Vec<u8>>,
    /// By verb: what is done the first time, the second time…
    first: HashMap<&'static str, Vec<Vec<Step>>>,
    /// By verb: what is done every further time.
    always: HashMap<&'static str, Vec<Step>>,
}

impl Pop3 {
    /// Says this to CAPA: `&["TOP", "SASL PLAIN"]`.
    pub fn offering(capabilities: &[&str]) -> Self {
        let offers = capabilities.iter().map(|&capability| capability.to_owned()).collect();
        Self { offers, messages: Vec::new(), first: HashMap::new(), always: HashMap::new() }
    }

    /// With these messages, lines ending in CRLF.
    pub fn with(mut self, messages: &[&str]) -> Self {
        self.messages = messages.iter().map(|message| message.as_bytes().to_vec()).collect();
        self
    }

    /// Answers a verb so, every time; the CRLF is added.
    pub fn on(self, verb: &'static str, reply: &str) -> Self {
        self.does(verb, [Step::say(&format!("{reply}\r\n"))])
    }

    /// Answers a verb so once; further calls are for the next times.
    pub fn once(mut self, verb: &'static str, reply: &str) -> Self {
        self.first.entry(verb).or_default().push(vec![Step::say(&format!("{reply}\r\n"))]);
        self
    }

    /// Does these steps instead of an answer, every time.
    pub fn does(mut self, verb: &'static str, steps: impl Into<Vec<Step>>) -> Self {
        self.always.insert(verb, steps.into());
        self
    }

    /// Speaks with one client until QUIT or the end.
    pub(super) fn converse(&self, connection: &mut Connection<'_>) -> io::Result<()> {
        let mut talk = Talk { rules: self, times: HashMap::new(), in_auth: false };
        talk.answer(connection, GREETING, "+OK mock.test")?;
        while !connection.has_ended() {
            // a client that goes without QUIT ends the conversation too
            let Ok(line) = connection.line() else { break };
            talk.line(connection, &line)?;
        }
        Ok(())
    }

    fn message(&self, number: Option<&str>) -> Option<(usize, &[u8])> {
        let number: usize = number?.parse().ok()?;
        Some((number, self.messages.get(number.checked_sub(1)?)?))
    }
}

struct Talk<'a> {
    rules: &'a Pop3,
    times: HashMap<&'static str, usize>,
    in_auth: bool,
}

const VERBS: [&str; 18] = [
    "CAPA", "STLS", "USER", "PASS", "APOP", "AUTH", "STAT", "LIST", "UIDL", "TOP", "RETR", "DELE", "RSET", "NOOP",
    "LAST", "UTF8", "LANG", "QUIT",
];

impl Talk<'_> {
    fn line(&mut self, connection: &mut Connection<'_>, line: &[u8]) -> io::Result<()> {
        if self.in_auth {
            self.in_auth = self.answer(connection, CREDENTIALS, "+OK welcome")?.starts_with(b"+ ");
            return Ok(());
        }
        let text = String::from_utf8_lossy(line).trim_end().to_owned();
        let mut words = text.split(' ');
        let word = words.next().unwrap_or_default().to_ascii_uppercase();
        let Some(&verb) = VERBS.iter().find(|known| **known == word) else {
            return connection.say(b"-ERR unknown\r\n");
        };
        let default = self.default(verb, words.next(), words.next());
        let said = self.answer(connection, verb, &default)?;
        self.in_auth = verb == "AUTH" && said.starts_with(b"+ ");
        if verb == "QUIT" && !connection.has_ended() {
            connection.steps(&[Step::Close])?;
        }
        Ok(())
    }

    fn default(&self, verb: &str, argument: Option<&str>, lines: Option<&str>) -> String {
        let messages = &self.rules.messages;
        let size = |message: &Vec<u8>| message.len();
        let numbered = || messages.iter().enumerate().map(|(n, message)| (n + 1, message.len()));
        match (verb, self.rules.message(argument)) {
            ("CAPA", _) => listing("+OK", self.rules.offers.iter().cloned()),
            ("STAT", _) => format!("+OK {} {}", messages.len(), messages.iter().map(size).sum::<usize>()),
            ("LAST", _) => format!("+OK {}", messages.len()),
            ("LIST", _) if argument.is_none() => listing("+OK", numbered().map(|(n, octets)| format!("{n} {octets}"))),
            ("UIDL", _) if argument.is_none() => listing("+OK", numbered().map(|(n, _)| format!("{n} id{n}"))),
            ("LIST" | "UIDL" | "TOP" | "RETR" | "DELE", None) => "-ERR no such message".to_owned(),
            ("LIST", Some((n, message))) => format!("+OK {n} {}", message.len()),
            ("UIDL", Some((n, _))) => format!("+OK {n} id{n}"),
            ("RETR", Some((_, message))) => content(message, usize::MAX),
            ("TOP", Some((_, message))) => content(message, lines.and_then(|lines| lines.parse().ok()).unwrap_or(0)),
            _ => "+OK".to_owned(),
        }
    }

    /// Does what the rules say; tells what was said, if anything was.
    fn answer(&mut self, connection: &mut Connection<'_>, verb: &'static str, default: &str) -> io::Result<Vec<u8>> {
        let time = self.times.entry(verb).or_default();
        let once = self.rules.first.get(verb).and_then(|steps| steps.get(*time));
        *time += 1;
        let default = vec![Step::say(&format!("{default}\r\n"))];
        let steps = once.or(self.rules.always.get(verb)).unwrap_or(&default);
        connection.steps(steps)?;
        let said = steps.iter().find_map(|step| match step {
            Step::Say(octets) | Step::SayEachOctet(octets) => Some(octets.clone()),
            _ => None,
        });
        Ok(said.unwrap_or_default())
    }
}

/// Lines, up to a dot; its CRLF is added.
fn listing(first: &str, lines: impl Iterator<Item = String>) -> String {
    lines.fold(first.to_owned(), |text, line| text + "\r\n" + &line) + "\r\n."
}

/// A message with its dots doubled, up to so many lines of its body.
fn content(message: &[u8], lines: usize) -> String {
    let text = String::from_utf8_lossy(message);
    let (header, body) = text.split_once("\r\n\r\n").unwrap_or((&text, ""));
    let body = body.split_inclusive('\n').take(lines).collect::<String>();
    let text = format!("{header}\r\n\r\n{body}");
    let stuffed = text
        .split_inclusive('\n')
        .map(|line| if line.starts_with('.') { ".".to_owned() + line } else { line.to_owned() });
    format!("+OK {} octets\r\n{}.", message.len(), stuffed.collect::<String>())
}
