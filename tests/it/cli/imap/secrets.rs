//! Passwords and SASL answers are shown and recorded nowhere, whatever happens.

use super::{PASSWORD, imap};
use crate::cli::encoding::base64;
use crate::cli::leaks::Secrets;
use crate::cli::{Mailtool, Room};
use crate::mock::imap::{CREDENTIALS, GREETING};
use crate::mock::{Imap, Server, Step};

const VIEWS: [&[&str]; 4] = [&[], &["-v", "--explain"], &["-vv", "--explain=es", "--json"], &["-q", "--strict"]];

/// Servers that do strange things with what they are told.
fn strange_servers() -> Vec<(&'static str, Imap)> {
    let (login, sasl) = (|| Imap::offering(""), |offers| Imap::offering(offers));
    let echo = format!("@@ NO {PASSWORD} is wrong");
    let plain = base64(format!("\0pepe\0{PASSWORD}").as_bytes());
    vec![
        ("all is well", login()),
        ("a refusal", login().on("LOGIN", "@@ NO [AUTHENTICATIONFAILED] no")),
        ("an echo", login().on("LOGIN", &echo)),
        ("an echo with BAD", login().on("LOGIN", &format!("@@ BAD LOGIN pepe {PASSWORD}"))),
        ("an echo that welcomes", login().on("LOGIN", &format!("@@ OK welcome {PASSWORD}"))),
        ("an echo unasked", login().on("LOGIN", &format!("* OK you said {PASSWORD}\r\n@@ OK x"))),
        ("an echo that is no response", login().does("LOGIN", [Step::say(&format!("what, {PASSWORD}?\r\n"))])),
        ("an echo later", login().on("STATUS", &format!("@@ NO not for {PASSWORD}"))),
        ("an echo in a tag", login().on("STATUS", &format!("{PASSWORD} OK x"))),
        (
            "an echo in a broken response",
            login().on("STATUS", &format!("* FETCH {} {PASSWORD}\r\n@@ OK x", "x".repeat(44))),
        ),
        ("an echo with BYE", login().on("STATUS", &format!("* BYE {PASSWORD}"))),
        ("a connection that breaks", login().does("LOGIN", [Step::Close])),
        ("plain", sasl("AUTH=PLAIN SASL-IR")),
        ("plain, an echo", sasl("AUTH=PLAIN SASL-IR").on("AUTHENTICATE", &format!("@@ NO {plain} {PASSWORD}"))),
        ("plain, once more", sasl("AUTH=PLAIN SASL-IR").once("AUTHENTICATE", "@@ BAD x").on("AUTHENTICATE", "+ ")),
        ("plain, in two steps", sasl("AUTH=PLAIN").on(CREDENTIALS, &echo)),
        ("login", sasl("AUTH=LOGIN").on("AUTHENTICATE", "+ VXNlcm5hbWU6").once(CREDENTIALS, "+ UGFzc3dvcmQ6")),
        ("cram-md5", sasl("AUTH=CRAM-MD5").on("AUTHENTICATE", &format!("+ {}", base64(b"<1@x>")))),
        ("a challenge that is none", sasl("AUTH=CRAM-MD5").on("AUTHENTICATE", "+ !!")),
    ]
}

#[test]
fn no_server_brings_a_secret_out() {
    for (what, rules) in strange_servers() {
        for view in VIEWS {
            let (room, server) = (Room::new(), Server::imap(rules.clone()));
            let record = room.at("record");
            let outcome = imap(&server, &["status", "--record", &record, "--timeout", "2"]).args(view).run();
            let spoken: Vec<u8> = server.finish().into_iter().flat_map(|heard| heard.octets).collect();
            let secrets = Secrets::of(PASSWORD).and_answers(&spoken);
            assert!(
                spoken.windows(4).any(|part| part == b"LOGI" || part == b"AUTH"),
                "{what}: nobody logged in\n{outcome}"
            );
            secrets.not_in(&outcome.everything(Some(&room.read("record"))), &format!("{what} {view:?}"));
        }
    }
}

#[test]
fn a_password_in_a_literal() {
    let password = "s3cr3t-CANARÿ";
    for offers in ["", "LITERAL+", "LITERAL-"] {
        let (room, server) = (Room::new(), Server::imap(Imap::offering(offers)));
        let record = room.at("record");
        let run = imap(&server, &["status", "-vv", "--explain", "--record", &record]).env("SECRET", password);
        let outcome = run.run().expect(0);
        assert!(server.finish_one().text().contains(password));
        Secrets::of(password).not_in(&outcome.everything(Some(&room.read("record"))), offers);
    }
}

#[test]
fn what_is_said_raw_is_no_less_secret() {
    let plain = format!("AUTHENTICATE PLAIN {}", base64(format!("\0pepe\0{PASSWORD}").as_bytes()));
    for line in [
        format!("LOGIN pepe {PASSWORD}"),
        format!("LOGIN \"pepe\" \"{PASSWORD}\""),
        plain,
        format!("LOGINN {PASSWORD}"),
    ] {
        let rules = Imap::offering("").on("LOGIN", &format!("@@ NO {PASSWORD}")).on("AUTHENTICATE", "@@ NO no");
        let server = Server::imap(rules.on(GREETING, "* OK hi"));
        let url = format!("imap://{}", server.address());
        let room = Room::new();
        let record = room.at("record");
        let raw = ["imap", "-s", &url, "raw", &line, "-vv", "--explain", "--record", &record];
        let outcome = Mailtool::new(raw).run();
        Secrets::of(PASSWORD).not_in(&outcome.everything(Some(&room.read("record"))), &line);
    }
}

#[test]
fn secrets_are_shown_on_demand() {
    let server = Server::imap(Imap::offering(""));
    imap(&server, &["status", "--show-secrets"]).run().expect(0).says(&["LOGIN pepe \"s3cr3t-CANARY\""]);
}
