//! An IMAP server that is content with everything, but for what a test wants otherwise.

use std::collections::HashMap;
use std::io;

use super::connection::Connection;
use super::server::Step;

/// What stands for the greeting.
pub const GREETING: &str = "";
/// What stands for the answer to what the client says in an AUTHENTICATE exchange.
pub const CREDENTIALS: &str = "+";

/// The rules of a conversation. In what is said `@@` stands for the tag of the command.
#[derive(Clone, Debug)]
pub struct Imap {
    offers: String,
    /// By verb: what is done the first time, the second time…
    first: HashMap<&'static str, Vec<Vec<Step>>>,
    /// By verb: what is done every further time.
    always: HashMap<&'static str, Vec<Step>>,
}

impl Imap {
    /// Offers these capabilities, besides IMAP4rev1.
    pub fn offering(capabilities: &str) -> Self {
        let offers = format!("IMAP4rev1 {capabilities}").trim_end().to_owned();
        Self { offers, first: HashMap::new(), always: HashMap::new() }
    }

    /// Answers a verb so, every time; the last CRLF is added. That of `UID FETCH` is FETCH.
    pub fn on(self, verb: &'static str, answer: &str) -> Self {
        self.does(verb, [Step::say(&format!("{answer}\r\n"))])
    }

    /// Answers a verb so once; further calls are for the next times.
    pub fn once(mut self, verb: &'static str, answer: &str) -> Self {
        self.first.entry(verb).or_default().push(vec![Step::say(&format!("{answer}\r\n"))]);
        self
    }

    /// Does these steps instead of an answer, every time.
    pub fn does(mut self, verb: &'static str, steps: impl Into<Vec<Step>>) -> Self {
        self.always.insert(verb, steps.into());
        self
    }

    /// Speaks with one client until LOGOUT or the end.
    pub(super) fn converse(&self, connection: &mut Connection<'_>) -> io::Result<()> {
        let mut talk = Talk { rules: self, times: HashMap::new(), exchange: None };
        let greeting = format!("* OK [CAPABILITY {}] mock.test", self.offers);
        talk.answer(connection, GREETING, "", &greeting)?;
        while !connection.has_ended() {
            // a client that goes without LOGOUT ends the conversation too
            let Ok(line) = talk.command(connection) else { break };
            talk.line(connection, &line)?;
        }
        Ok(())
    }
}

struct Talk<'a> {
    rules: &'a Imap,
    times: HashMap<&'static str, usize>,
    /// The tag of AUTHENTICATE while that is under way.
    exchange: Option<String>,
}

const VERBS: [&str; 35] = [
    "CAPABILITY",
    "STARTTLS",
    "COMPRESS",
    "LOGIN",
    "AUTHENTICATE",
    "LOGOUT",
    "SELECT",
    "EXAMINE",
    "FETCH",
    "STORE",
    "COPY",
    "MOVE",
    "EXPUNGE",
    "SEARCH",
    "SORT",
    "APPEND",
    "LIST",
    "LSUB",
    "STATUS",
    "CREATE",
    "DELETE",
    "RENAME",
    "SUBSCRIBE",
    "ID",
    "ENABLE",
    "NAMESPACE",
    "NOOP",
    "IDLE",
    "NOTIFY",
    "UNSELECT",
    "CLOSE",
    "THREAD",
    "REPLACE",
    "GETQUOTAROOT",
    "GETACL",
];

impl Talk<'_> {
    /// A command with its literals.
    fn command(&self, connection: &mut Connection<'_>) -> io::Result<String> {
        let mut command = String::new();
        loop {
            let line = String::from_utf8_lossy(&connection.line()?).trim_end_matches(['\r', '\n']).to_owned();
            let announced = line.strip_suffix('}').and_then(|line| line.rsplit_once('{')).map(|(_, number)| number);
            let literal = announced.and_then(|number| number.trim_end_matches('+').parse::<usize>().ok());
            command += &line;
            let (Some(octets), None) = (literal, &self.exchange) else { return Ok(command) };
            if !line.ends_with("+}") {
                connection.say(b"+ go on\r\n")?;
            }
            command += &String::from_utf8_lossy(&connection.exactly(octets)?);
        }
    }

    fn line(&mut self, connection: &mut Connection<'_>, line: &str) -> io::Result<()> {
        if let Some(tag) = self.exchange.take() {
            let said = self.answer(connection, CREDENTIALS, &tag, "@@ OK welcome")?;
            self.exchange = said.starts_with(b"+").then_some(tag);
            return Ok(());
        }
        let mut words = line.split(' ');
        let tag = words.next().unwrap_or_default().to_owned();
        let mut word = words.next().unwrap_or_default().to_ascii_uppercase();
        if word == "UID" {
            word = words.next().unwrap_or_default().to_ascii_uppercase();
        }
        let Some(&verb) = VERBS.iter().find(|known| **known == word) else {
            return connection.say(format!("{tag} BAD unknown\r\n").as_bytes());
        };
        let default = self.default(verb, words.count());
        let said = self.answer(connection, verb, &tag, &default)?;
        let waits = verb == "AUTHENTICATE" && said.starts_with(b"+");
        self.exchange = waits.then_some(tag);
        if verb == "LOGOUT" && !connection.has_ended() {
            connection.steps(&[Step::Close])?;
        }
        Ok(())
    }

    fn default(&self, verb: &str, arguments: usize) -> String {
        match verb {
            "CAPABILITY" => format!("* CAPABILITY {}\r\n@@ OK done", self.rules.offers),
            "AUTHENTICATE" if arguments < 2 => "+ ".to_owned(),
            "SELECT" | "EXAMINE" => {
                "* 3 EXISTS\r\n* OK [UIDVALIDITY 7] x\r\n* OK [UIDNEXT 4] x\r\n@@ OK done".to_owned()
            }
            "LOGOUT" => "* BYE bye\r\n@@ OK done".to_owned(),
            _ => "@@ OK done".to_owned(),
        }
    }

    /// Does what the rules say; tells what was said, if anything was.
    fn answer(
        &mut self,
        connection: &mut Connection<'_>,
        verb: &'static str,
        tag: &str,
        default: &str,
    ) -> io::Result<Vec<u8>> {
        let time = self.times.entry(verb).or_default();
        let once = self.rules.first.get(verb).and_then(|steps| steps.get(*time));
        *time += 1;
        let default = vec![Step::say(&format!("{default}\r\n"))];
        let steps = once.or(self.rules.always.get(verb)).unwrap_or(&default);
        let tagged = |step: &Step| match step {
            Step::Say(octets) => Step::Say(with_tag(octets, tag)),
            other => other.clone(),
        };
        let steps: Vec<Step> = steps.iter().map(tagged).collect();
        connection.steps(&steps)?;
        let said = steps.iter().find_map(|step| if let Step::Say(octets) = step { Some(octets.clone()) } else { None });
        Ok(said.unwrap_or_default())
    }
}

/// The octets with the tag where `@@` stands.
fn with_tag(octets: &[u8], tag: &str) -> Vec<u8> {
    let mut tagged = Vec::new();
    let mut rest = octets;
    while let Some(at) = rest.windows(2).position(|pair| pair == b"@@") {
        tagged.extend_from_slice(&rest[..at]);
        tagged.extend_from_slice(tag.as_bytes());
        rest = &rest[at + 2..];
    }
    tagged.extend_from_slice(rest);
    tagged
}
