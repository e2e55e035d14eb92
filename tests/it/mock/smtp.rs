//! An SMTP server that does what it should, but for what a test says otherwise.

use std::collections::HashMap;
use std::io;

use super::connection::Connection;
use super::server::Step;

/// What stands for the greeting in [`Smtp::on`] and its kin.
pub const GREETING: &str = "";
/// What stands for the answer to the final dot.
pub const DOT: &str = ".";
/// What stands for the answer to what the client says in an AUTH exchange.
pub const CREDENTIALS: &str = "334";

/// The rules of a conversation. By default every command is right, and the server is content.
#[derive(Clone, Debug)]
pub struct Smtp {
    offers: Vec<String>,
    /// By verb: what is done the first time, the second time…
    first: HashMap<&'static str, Vec<Vec<Step>>>,
    /// By verb: what is done every further time.
    always: HashMap<&'static str, Vec<Step>>,
}

impl Smtp {
    /// Offers these extensions: `&["PIPELINING", "AUTH PLAIN"]`.
    pub fn offering(extensions: &[&str]) -> Self {
        let offers = extensions.iter().map(|&extension| extension.to_owned()).collect();
        Self { offers, first: HashMap::new(), always: HashMap::new() }
    }

    /// Answers a verb so, every time; the CRLF is added.
    pub fn on(self, verb: &'static str, reply: &str) -> Self {
        self.does(verb, [say(reply)])
    }

    /// Answers a verb so once; further calls are for the next times.
    pub fn once(mut self, verb: &'static str, reply: &str) -> Self {
        self.first.entry(verb).or_default().push(vec![say(reply)]);
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
        talk.answer(connection, GREETING, "220 mock.test ESMTP")?;
        while !connection.has_ended() {
            // a client that goes without QUIT ends the conversation too
            let Ok(line) = connection.line() else { break };
            talk.line(connection, &line)?;
        }
        Ok(())
    }

    fn hello(&self) -> String {
        let mut lines = vec!["mock.test".to_owned()];
        lines.extend(self.offers.iter().cloned());
        let last = lines.len() - 1;
        let line = |(n, line): (usize, &String)| format!("250{}{line}", if n < last { "-" } else { " " });
        lines.iter().enumerate().map(line).collect::<Vec<_>>().join("\r\n")
    }
}

fn say(reply: &str) -> Step {
    Step::Say(format!("{reply}\r\n").into_bytes())
}

struct Talk<'a> {
    rules: &'a Smtp,
    times: HashMap<&'static str, usize>,
    in_auth: bool,
}

/// The verbs that are known, and what they are answered by default.
const VERBS: [(&str, &str); 13] = [
    ("EHLO", ""),
    ("HELO", "250 mock.test"),
    ("MAIL", "250 2.1.0 sender ok"),
    ("RCPT", "250 2.1.5 recipient ok"),
    ("DATA", "354 go ahead"),
    ("BDAT", "250 2.0.0 chunk ok"),
    ("RSET", "250 2.0.0 reset"),
    ("NOOP", "250 2.0.0 ok"),
    ("VRFY", "252 2.1.5 try"),
    ("STARTTLS", "220 2.0.0 go ahead"),
    ("AUTH", "235 2.7.0 welcome"),
    ("QUIT", "221 2.0.0 bye"),
    ("HELP", "214 2.0.0 no help"),
];

impl Talk<'_> {
    fn line(&mut self, connection: &mut Connection<'_>, line: &[u8]) -> io::Result<()> {
        if self.in_auth {
            let said = self.answer(connection, CREDENTIALS, "235 2.7.0 welcome")?;
            self.in_auth = said.starts_with(b"334");
            return Ok(());
        }
        let text = String::from_utf8_lossy(line).trim_end().to_ascii_uppercase();
        let verb = text.split(' ').next().unwrap_or_default();
        let Some(&(verb, default)) = VERBS.iter().find(|(known, _)| *known == verb) else {
            return connection.say(b"500 5.5.1 unknown\r\n");
        };
        match verb {
            "BDAT" => self.chunk(connection, &text)?,
            "EHLO" => drop(self.answer(connection, verb, &self.rules.hello())?),
            "QUIT" => {
                self.answer(connection, verb, default)?;
                connection.steps(&[Step::Close])?;
            }
            "AUTH" => self.in_auth = self.answer(connection, verb, default)?.starts_with(b"334"),
            "DATA" if self.answer(connection, verb, default)?.starts_with(b"354") => self.content(connection)?,
            "DATA" => {}
            _ => drop(self.answer(connection, verb, default)?),
        }
        Ok(())
    }

    fn content(&mut self, connection: &mut Connection<'_>) -> io::Result<()> {
        if connection.has_ended() {
            return Ok(());
        }
        let Ok(content) = connection.until_dot() else { return connection.steps(&[Step::Close]) };
        connection.note(|heard| heard.messages.push(content));
        self.answer(connection, DOT, "250 2.0.0 ok, queued as MOCK1").map(|_| ())
    }

    fn chunk(&mut self, connection: &mut Connection<'_>, line: &str) -> io::Result<()> {
        let size = line.split(' ').nth(1).and_then(|size| size.parse().ok()).unwrap_or(0);
        let content = connection.exactly(size)?;
        connection.note(|heard| heard.messages.push(content));
        self.answer(connection, "BDAT", "250 2.0.0 ok, queued as MOCK1").map(|_| ())
    }

    /// Does what the rules say; tells what was said, if anything was.
    fn answer(&mut self, connection: &mut Connection<'_>, verb: &'static str, default: &str) -> io::Result<Vec<u8>> {
        let time = self.times.entry(verb).or_default();
        let once = self.rules.first.get(verb).and_then(|steps| steps.get(*time));
        *time += 1;
        let default = vec![say(default)];
        let steps = once.or(self.rules.always.get(verb)).unwrap_or(&default);
        connection.steps(steps)?;
        let said = steps.iter().find_map(|step| match step {
            Step::Say(octets) | Step::SayEachOctet(octets) => Some(octets.clone()),
            _ => None,
        });
        Ok(said.unwrap_or_default())
    }
}
