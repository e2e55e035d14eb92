//! `mailtool imap`: against Dovecot, and against servers that do what they should not.

mod append;
mod arrange;
mod changes;
mod compress;
mod condstore;
mod continued;
mod cyrus;
mod doctor;
mod dovecot;
mod faults;
mod hostile;
mod logins;
mod mistakes;
mod octets;
mod quirks;
mod search;
mod secrets;
mod sharing;
mod shown;
mod tunnel;
mod urls;
mod watch;

use super::{Mailtool, Outcome, Room};
use crate::mock::{Imap, Server};
use crate::peers::ca::Authority;
use crate::peers::dovecot::{ALICIA, Dovecot, Options};
use crate::peers::{self, fetch};

/// The password of whoever logs in.
const PASSWORD: &str = "s3cr3t-CANARY";

/// `mailtool imap ARGS` as pepe, at a server of the tests.
fn imap(server: &Server, args: &[&str]) -> Mailtool {
    let login = ["-u", "pepe", "--password-env", "SECRET", "--timeout", "5"];
    Mailtool::new(["imap", "-s", &format!("imap://{}", server.address())])
        .args(login)
        .args(args)
        .env("SECRET", PASSWORD)
}

/// The same at a server that follows these rules, from beginning to end.
fn asked(rules: Imap, args: &[&str]) -> Outcome {
    imap(&Server::imap(rules), args).run()
}

/// A message with this subject and text.
fn message(subject: &str, text: &str) -> String {
    format!("From: Begoña <b@x.test>\r\nSubject: {subject}\r\nDate: Mon, 23 Nov 2026 07:00:00 +0000\r\n\r\n{text}\r\n")
}

/// A message with a text in ISO 8859-1 and two files of the same bad name.
fn with_files() -> String {
    let file = "Content-Type: application/pdf\r\nContent-Disposition: attachment; filename=\"../../añe.pdf\"\r\n\
        Content-Transfer-Encoding: base64\r\n\r\naGVsbG8gd29ybGQ=\r\n";
    format!(
        "From: b@x.test\r\nSubject: files\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n\
         Content-Type: text/plain; charset=iso-8859-1\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n\
         adi=F3s\r\n--b\r\n{file}--b\r\n{file}--b--\r\n"
    )
}

fn need() -> Result<(), peers::Skip> {
    peers::dovecot::need().and(peers::ca::need()).and(fetch::need())
}

/// A Dovecot with messages for alicia, and what a client needs.
struct World {
    room: Room,
    _authority: Authority,
    dovecot: Dovecot,
    ca: String,
    messages: Vec<String>,
}

impl World {
    /// Three messages, the last with files.
    fn new() -> World {
        World::with(
            "",
            vec![message("uno", "hola"), message("=?utf-8?q?adi=C3=B3s?=", ".dot\r\na2 OK forged"), with_files()],
        )
    }

    fn with(extra: &str, messages: Vec<String>) -> World {
        let (room, authority) = (Room::new(), Authority::throw_away());
        let files = authority.server(&["imap.example.test", "127.0.0.1"]);
        let dovecot = Dovecot::start(&Options { certificate: Some(&files), extra, ..Default::default() });
        dovecot.put(ALICIA.0, messages.iter().map(|message| message.replace("\r\n", "\n")));
        let ca = authority.ca().to_str().expect("a path in UTF-8").to_owned();
        World { room, _authority: authority, dovecot, ca, messages }
    }

    fn imap(&self, args: &[&str]) -> Outcome {
        self.at(&format!("imap://127.0.0.1:{}", self.dovecot.imap), args)
    }

    /// Without a transcript, and with its result in JSON.
    fn json(&self, args: &[&str]) -> Outcome {
        self.imap(&[&["-q", "--json"], args].concat()).expect(0)
    }

    fn at(&self, url: &str, args: &[&str]) -> Outcome {
        self.mailtool(url, args).run()
    }

    fn mailtool(&self, url: &str, args: &[&str]) -> Mailtool {
        let login = ["-u", ALICIA.0, "--password-env", "SECRET", "--timeout", "10", "--ca", &self.ca];
        Mailtool::new(["imap", "-s", url]).args(login).args(args).env("SECRET", ALICIA.1)
    }

    fn by_curl(&self) -> Vec<Vec<u8>> {
        fetch::imap_messages(self.dovecot.imap, ALICIA.0, ALICIA.1)
    }
}
