//! Pepe's mailboxes: as much of an IMAP server as the scene needs (RFC 9051, RFC 4959).

use std::time::Duration;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use bytes::Bytes;
use tokio::net::TcpStream;

use super::pepe::{Pepe, exchange, response};
use crate::mime::layers::Reader;
use crate::mime::parse::Limits;
use crate::mime::structure::{envelope, structure};
use crate::mime::tree::{Builder, Tree};
use crate::net::tls::ServerTls;
use crate::net::{Error, Outgoing, Session};
use crate::proto::imap::body_structure::Form;
use crate::proto::imap::frame::Line;
use crate::proto::imap::{Command, Dialogue, Message, Verb, token};
use crate::proto::{Side, Turn, line};
use crate::server::authenticate::{Carrier, Response, Verdict, authenticate};
use crate::transcript::SessionId;

/// How long a client may think.
const PATIENCE: Duration = Duration::from_secs(30);
/// How long the letter is on its way while Pepe waits for it.
const ON_ITS_WAY: Duration = Duration::from_millis(500);

/// What can be done before the login, and behind it.
const CLEAR: &str = "IMAP4rev1 STARTTLS LOGINDISABLED";
const BEHIND_TLS: &str = "IMAP4rev1 SASL-IR AUTH=SCRAM-SHA-256";
const INSIDE: &str = "IMAP4rev1 IDLE MOVE UIDPLUS SPECIAL-USE";

/// INBOX with one letter, and an archive.
pub struct Mailbox {
    /// The letter, with CRLF at the end of each line.
    pub letter: Vec<u8>,
    /// What STARTTLS takes. Without, all is as it was: nothing but LOGIN, and the letter is there already.
    pub tls: Option<ServerTls>,
}

/// What has become of the letter.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Left {
    /// Its flags.
    pub flags: Vec<&'static str>,
    /// It is in the archive.
    pub archived: bool,
}

/// A session and how far it is.
struct Visit<'a> {
    mailbox: &'a Mailbox,
    session: Session<Dialogue>,
    arrived: bool,
    left: Left,
    /// The tag of the command that is carried out.
    tag: String,
}

impl Mailbox {
    /// Serves one client to its end.
    ///
    /// # Errors
    /// The connection's.
    pub async fn serve(self, stream: TcpStream) -> Result<Left, Error> {
        let session = Session::new(Box::new(stream), Dialogue::new(), Side::Server, SessionId(1), None);
        let (arrived, left) = (self.tls.is_none(), Left::default());
        let mut visit = Visit { mailbox: &self, session, arrived, left, tag: String::new() };
        let offered = if self.tls.is_some() { CLEAR } else { "IMAP4rev1" };
        visit.say(&format!("* OK [CAPABILITY {offered}] IMAP server ready")).await?;
        loop {
            let turn = visit.session.turn("a command", PATIENCE).await?;
            let Message::Command(command) = &turn.message else {
                visit.say("* BAD that is no command").await?;
                continue;
            };
            visit.tag = String::from_utf8_lossy(&command.tag).into_owned();
            match command.verb {
                Verb::StartTls if self.tls.is_some() => visit = visit.secure().await?,
                Verb::Logout => break,
                _ => visit.answer(command, &turn).await?,
            }
        }
        visit.say("* BYE IMAP server signing off").await?;
        visit.ok("bye").await?;
        let left = std::mem::take(&mut visit.left);
        visit.session.linger(PATIENCE).await;
        Ok(left)
    }
}

impl Visit<'_> {
    async fn say(&mut self, text: &str) -> Result<(), Error> {
        self.send(format!("{text}\r\n").into_bytes()).await
    }

    async fn send(&mut self, octets: Vec<u8>) -> Result<(), Error> {
        self.session.send(Outgoing { octets, secret: Vec::new() }, PATIENCE).await
    }

    async fn ok(&mut self, text: &str) -> Result<(), Error> {
        let tag = &self.tag;
        self.say(&format!("{tag} OK {text}")).await
    }

    async fn no(&mut self, text: &str) -> Result<(), Error> {
        let tag = &self.tag;
        self.say(&format!("{tag} NO {text}")).await
    }

    async fn secure(mut self) -> Result<Self, Error> {
        self.ok("begin TLS negotiation").await?;
        let session = match &self.mailbox.tls {
            Some(tls) => self.session.accept(tls, PATIENCE).await?,
            None => self.session,
        };
        Ok(Visit { session, ..self })
    }

    async fn answer(&mut self, command: &Command, turn: &Turn<Message>) -> Result<(), Error> {
        let text = String::from_utf8_lossy(line::content(&turn.octets)).into_owned();
        match command.verb {
            Verb::Capability => {
                self.say(&format!("* CAPABILITY {BEHIND_TLS}")).await?;
                self.ok("done").await
            }
            Verb::Login => {
                let right = credentials(&turn.octets).is_some_and(|(user, password)| Pepe::is(&user, &password));
                self.login(right).await
            }
            Verb::Authenticate => {
                let initial = turn.secret.first().and_then(|range| turn.octets.get(range.clone())).map(response);
                self.authenticate(command.subject.as_deref().unwrap_or_default(), initial).await
            }
            Verb::List => {
                self.say("* LIST (\\HasNoChildren) \"/\" INBOX").await?;
                self.say("* LIST (\\HasNoChildren \\Archive) \"/\" Archive").await?;
                self.ok("those are your mailboxes").await
            }
            Verb::Select => self.select().await,
            Verb::Idle => self.idle().await,
            Verb::Fetch => self.fetch(&text).await,
            Verb::Store => self.store(&text).await,
            Verb::Move => self.archive().await,
            _ => self.no("that is not done here").await,
        }
    }

    async fn login(&mut self, right: bool) -> Result<(), Error> {
        match right {
            true if self.mailbox.tls.is_none() => self.ok("[CAPABILITY IMAP4rev1] welcome").await,
            true => self.ok(&format!("[CAPABILITY {INSIDE}] welcome")).await,
            false => self.no("[AUTHENTICATIONFAILED] user or password is wrong").await,
        }
    }

    async fn authenticate(&mut self, mechanism: &str, initial: Option<Response>) -> Result<(), Error> {
        let Some(server) = exchange(mechanism) else { return self.no("that mechanism is not spoken here").await };
        let verdict = authenticate(self, server, initial, &Pepe).await?;
        self.login(matches!(verdict, Verdict::Accepted { .. })).await
    }

    async fn select(&mut self) -> Result<(), Error> {
        let exists = u8::from(self.arrived);
        for line in [
            "FLAGS (\\Answered \\Flagged \\Deleted \\Seen \\Draft)",
            "OK [PERMANENTFLAGS (\\Answered \\Flagged \\Deleted \\Seen \\Draft)] these last",
            &format!("{exists} EXISTS"),
            "0 RECENT",
            "OK [UIDVALIDITY 1] the UIDs are those of the last time",
            &format!("OK [UIDNEXT {}] the next letter has it", exists + 1),
        ] {
            self.say(&format!("* {line}")).await?;
        }
        self.ok("[READ-WRITE] INBOX is open").await
    }

    /// The letter comes while Pepe waits.
    async fn idle(&mut self) -> Result<(), Error> {
        self.say("+ waiting").await?;
        tokio::time::sleep(ON_ITS_WAY).await;
        self.arrived = true;
        self.say("* 1 EXISTS").await?;
        self.session.turn("DONE", PATIENCE).await?;
        self.ok("no longer waiting").await
    }

    async fn fetch(&mut self, text: &str) -> Result<(), Error> {
        let (letter, tree) = (&self.mailbox.letter, tree(&self.mailbox.letter));
        let mut octets = b"* 1 FETCH (UID 1".to_vec();
        if text.contains("ENVELOPE") {
            octets.extend(
                format!(" FLAGS ({}) RFC822.SIZE {} ENVELOPE ", self.left.flags.join(" "), letter.len()).bytes(),
            );
            tree.entities.iter().take(1).for_each(|message| envelope(message).write(&mut octets));
        }
        if text.contains("BODYSTRUCTURE") {
            octets.extend_from_slice(b" BODYSTRUCTURE ");
            structure(&tree).write(Form::BodyStructure, &mut octets);
        }
        let part = tree.entities.get(1).and_then(|part| letter.get(offset(part.body)..offset(part.end)));
        let seen = text.contains("BODY[]");
        let whole = seen.then_some(("BODY[]", letter.as_slice()));
        if let Some((name, content)) =
            whole.or(part.filter(|_| text.contains("BODY.PEEK[1]")).map(|part| ("BODY[1]", part)))
        {
            octets.extend(format!(" {name} {{{}}}\r\n", content.len()).bytes());
            octets.extend_from_slice(content);
        }
        if seen {
            self.mark("\\Seen");
            octets.extend(format!(" FLAGS ({})", self.left.flags.join(" ")).bytes());
        }
        octets.extend_from_slice(b")\r\n");
        self.send(octets).await?;
        self.ok("that is all of it").await
    }

    async fn store(&mut self, text: &str) -> Result<(), Error> {
        ["\\Seen", "\\Flagged"].into_iter().filter(|flag| text.contains(flag)).for_each(|flag| self.mark(flag));
        let flags = self.left.flags.join(" ");
        self.say(&format!("* 1 FETCH (UID 1 FLAGS ({flags}))")).await?;
        self.ok("they are kept").await
    }

    fn mark(&mut self, flag: &'static str) {
        if !self.left.flags.contains(&flag) {
            self.left.flags.push(flag);
        }
    }

    async fn archive(&mut self) -> Result<(), Error> {
        self.left.archived = true;
        self.say("* OK [COPYUID 2 1 1] it is in the archive now").await?;
        self.say("* 1 EXPUNGE").await?;
        self.ok("moved").await
    }
}

impl Carrier for Visit<'_> {
    type Error = Error;

    async fn challenge(&mut self, challenge: &[u8]) -> Result<Response, Error> {
        self.say(&format!("+ {}", STANDARD.encode(challenge))).await?;
        let turn = self.session.turn("the client's answer", PATIENCE).await?;
        Ok(response(line::content(&turn.octets)))
    }
}

/// User and password behind LOGIN.
fn credentials(octets: &Bytes) -> Option<(Vec<u8>, Vec<u8>)> {
    let line = Line { octets: octets.clone(), streamed: Vec::new() };
    let mut reader = token::Reader::new(&line);
    reader.unquoted()?;
    reader.space()?;
    reader.keyword()?;
    reader.space()?;
    let user = reader.astring()?.into_vec();
    reader.space()?;
    Some((user, reader.astring()?.into_vec()))
}

fn tree(message: &[u8]) -> Tree {
    let (mut reader, mut builder) = (Reader::new(Limits::default()), Builder::new());
    reader.push(message, &mut |layer, event| builder.event(layer, &event));
    reader.finish(&mut |layer, event| builder.event(layer, &event));
    builder.finish()
}

fn offset(at: u64) -> usize {
    usize::try_from(at).unwrap_or(usize::MAX)
}
