//! Passwords, digests and SASL answers are shown and recorded nowhere, whatever happens.

use super::{PASSWORD, pop};
use crate::cli::Room;
use crate::cli::encoding::base64;
use crate::cli::leaks::Secrets;
use crate::mock::pop3::{CREDENTIALS, GREETING};
use crate::mock::{Pop3, Server, Step};

const VIEWS: [&[&str]; 4] = [&[], &["-v", "--explain"], &["-vv", "--explain=es", "--json"], &["-q", "--strict"]];

/// Servers that do strange things with what they are told.
fn strange_servers() -> Vec<(&'static str, Pop3, &'static [&'static str])> {
    let user = || Pop3::offering(&["USER"]).with(&["a: b\r\n\r\nx\r\n"]);
    let sasl = || Pop3::offering(&["SASL PLAIN LOGIN CRAM-MD5"]);
    let echo = format!("-ERR {PASSWORD} is wrong");
    let plain = base64(format!("\0pepe\0{PASSWORD}").as_bytes());
    let digest = mailtool::proto::pop3::apop::digest("<1@x>", PASSWORD.as_bytes());
    let apop = || user().on(GREETING, "+OK <1@x>");
    vec![
        ("all is well", user(), &[]),
        ("a refusal", user().on("PASS", "-ERR [AUTH] no"), &[]),
        ("an echo", user().on("PASS", &echo), &[]),
        ("an echo that welcomes", user().on("PASS", &format!("+OK welcome {PASSWORD}")), &[]),
        ("an echo that is no reply", user().does("PASS", [Step::say(&format!("what, {PASSWORD}?\r\n"))]), &[]),
        ("an echo later", user().on("STAT", &format!("-ERR not for {PASSWORD}")), &[]),
        ("an echo with QUIT", user().on("QUIT", &format!("-ERR {PASSWORD}")), &[]),
        ("a connection that breaks", user().does("PASS", [Step::Close]), &[]),
        ("apop", apop(), &["--auth", "apop"]),
        ("apop, an echo", apop().on("APOP", &format!("-ERR {digest} is not yours")), &["--auth", "apop"]),
        ("plain", sasl(), &["--auth", "plain"]),
        ("plain, an echo", sasl().on("AUTH", &format!("-ERR {plain} {PASSWORD}")), &["--auth", "plain"]),
        ("plain, in two steps", sasl().on("AUTH", "+ ").on(CREDENTIALS, &echo), &["--auth", "plain"]),
        ("login", sasl().on("AUTH", "+ VXNlcm5hbWU6").once(CREDENTIALS, "+ UGFzc3dvcmQ6"), &["--auth", "login"]),
        ("cram-md5", sasl().on("AUTH", &format!("+ {}", base64(b"<1@x>"))), &["--auth", "cram-md5"]),
        ("a challenge that is none", sasl().on("AUTH", "+ !!"), &["--auth", "cram-md5"]),
    ]
}

#[test]
fn no_server_brings_a_secret_out() {
    for (what, pop3, args) in strange_servers() {
        for view in VIEWS {
            let (room, server) = (Room::new(), Server::pop3(pop3.clone()));
            let record = room.at("record");
            let outcome = pop(&server, &["stat", "--record", &record, "--timeout", "2"]).args(args).args(view).run();
            let heard = server.finish();
            let spoken: Vec<u8> = heard.iter().flat_map(|heard| heard.octets.clone()).collect();
            let mut secrets = Secrets::of(PASSWORD).and_answers(&spoken);
            for line in heard.iter().flat_map(|heard| heard.lines()) {
                if let Some(digest) = line.strip_prefix("APOP pepe ") {
                    secrets = secrets.and(digest);
                }
            }
            let said = spoken.windows(PASSWORD.len()).any(|part| part == PASSWORD.as_bytes());
            assert!(said || !args.is_empty(), "{what}: the password was not even said\n{outcome}");
            secrets.not_in(&outcome.everything(Some(&room.read("record"))), &format!("{what} {view:?}"));
        }
    }
}

#[test]
fn what_is_said_raw_is_no_less_secret() {
    for line in ["PASS s3cr3t-CANARY", "AUTH PLAIN AHBlcGUAczNjcjN0LUNBTkFSWQ==", "PASSS s3cr3t-CANARY"] {
        let server = Server::pop3(Pop3::offering(&[]).on("PASS", "-ERR s3cr3t-CANARY").on("AUTH", "-ERR no"));
        let url = format!("pop3://{}", server.address());
        let room = Room::new();
        let record = room.at("record");
        let raw = ["pop", "-s", &url, "raw", line, "-vv", "--explain", "--record", &record];
        let outcome = crate::cli::Mailtool::new(raw).run();
        Secrets::of(PASSWORD).not_in(&outcome.everything(Some(&room.read("record"))), line);
    }
}

#[test]
fn secrets_are_shown_on_demand() {
    let server = Server::pop3(Pop3::offering(&["USER"]));
    pop(&server, &["stat", "--show-secrets"]).run().expect(0).says(&["PASS s3cr3t-CANARY"]);
}
