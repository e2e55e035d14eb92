//! Passwords and SASL answers are shown and recorded nowhere, whatever happens, unless `--show-secrets` asks for it.

use std::time::Duration;

use super::encoding::base64;
use super::leaks::Secrets;
use super::{Mailtool, Outcome, Room, Serve};
use crate::mock::smtp::{CREDENTIALS, DOT};
use crate::mock::{Raw, Server, Smtp, Step, Tap, raw};

const PASSWORD: &str = "s3cr3t-CANARY";
const MECHANISMS: [&str; 7] =
    ["PLAIN", "LOGIN", "CRAM-MD5", "DIGEST-MD5", "SCRAM-SHA-1", "SCRAM-SHA-256", "SCRAM-SHA-512"];
/// How much is shown and in which form.
const VIEWS: [&[&str]; 6] = [
    &[],
    &["-v", "--explain"],
    &["-vv", "--explain=es"],
    &["-vv", "--json"],
    &["-q", "--json", "--strict"],
    &["--explain", "--pipeline", "never"],
];

/// A letter from a user with a password, and everything that was written of it.
fn written(server: &str, password: &str, args: &[&str]) -> (Outcome, Vec<u8>) {
    let room = Room::new();
    let record = room.at("record");
    let login = ["-u", "alicia", "--password-env", "SECRET", "--timeout", "1", "--record", &record];
    let outcome = Mailtool::letter(server).args(login).env("SECRET", password).args(args).run();
    let written = outcome.everything(Some(&room.read("record")));
    (outcome, written)
}

#[test]
fn no_mechanism_shows_its_secret() {
    let room = Room::new();
    let record = room.at("record");
    let user = format!("alicia:{PASSWORD}");
    let serve =
        Serve::start(&["-vv", "--explain", "--record", &record, "--json", "--auth", "required", "--user", &user]);
    for mechanism in MECHANISMS {
        for view in VIEWS {
            let tap = Tap::start(serve.port());
            let args = [&["--auth", mechanism][..], view].concat();
            let (outcome, written) = written(&format!("127.0.0.1:{}", tap.port), PASSWORD, &args);
            let outcome = outcome.expect(0);
            let secrets = Secrets::of(PASSWORD).and_answers(&tap.client());
            secrets.not_in(&written, &format!("{mechanism} {view:?}"));
            assert!(view.contains(&"-q") || outcome.err().contains(&format!("AUTH {mechanism}")), "{outcome}");
            let server = [serve.stdout(), serve.stderr()].concat().into_bytes();
            secrets.not_in(&server, &format!("{mechanism}, by the server"));
            secrets.not_in(&room.read("record"), &format!("{mechanism}, in the server's record"));
        }
    }
    assert_eq!(serve.messages().len(), MECHANISMS.len() * VIEWS.len());
}

#[test]
fn a_wrong_password_is_a_secret_too() {
    let serve = Serve::start(&["-vv", "--explain=es", "--auth", "required", "--user", "alicia:another one"]);
    for mechanism in MECHANISMS {
        let tap = Tap::start(serve.port());
        let (outcome, written) =
            written(&format!("127.0.0.1:{}", tap.port), PASSWORD, &["-vv", "--explain", "--auth", mechanism]);
        outcome.expect(77);
        let secrets = Secrets::of(PASSWORD).and_answers(&tap.client());
        secrets.not_in(&written, mechanism);
        secrets.not_in(serve.stderr().as_bytes(), &format!("{mechanism}, by the server"));
        Secrets::of("another one").not_in(serve.stderr().as_bytes(), "the right password");
    }
    assert_eq!(serve.messages().len(), 0);
}

#[test]
fn secrets_are_shown_on_demand() {
    let room = Room::new();
    let user = format!("alicia:{PASSWORD}");
    let record = room.at("record");
    let serve = Serve::start(&["--show-secrets", "--record", &record, "--user", &user]);
    for mechanism in MECHANISMS {
        let tap = Tap::start(serve.port());
        let server = format!("127.0.0.1:{}", tap.port);
        let letter = Mailtool::letter(&server).args(["-u", "alicia", "--password-env", "SECRET", "--show-secrets"]);
        let record = room.at("client");
        let outcome = letter.args(["--auth", mechanism, "--record", &record]).env("SECRET", PASSWORD).run().expect(0);
        for answer in super::leaks::answers(&tap.client()) {
            let answer = String::from_utf8_lossy(&answer).into_owned();
            let recorded = String::from_utf8_lossy(&room.read("client")).into_owned();
            assert!(outcome.err().contains(&answer), "{mechanism}: {answer}\n{outcome}");
            assert!(recorded.contains(&answer), "{mechanism}: {answer}\n{recorded}");
            assert!(serve.stderr().contains(&answer), "{mechanism}: {answer}\n{}", serve.stderr());
        }
    }
}

/// What PLAIN says.
fn plain() -> String {
    base64(format!("\0alicia\0{PASSWORD}").as_bytes())
}

/// Servers that do strange things with what they are told.
fn strange_servers() -> Vec<(&'static str, Smtp)> {
    let echo = format!("535 5.7.8 {PASSWORD} is wrong");
    let lines = format!("535-5.7.8 you said {}\r\n535-5.7.8 that is {PASSWORD}\r\n535 5.7.8 no", plain());
    let again = format!("334 {}", base64(PASSWORD.as_bytes()));
    let smtp = || Smtp::offering(&["AUTH PLAIN LOGIN"]);
    vec![
        ("a refusal", smtp().on("AUTH", "535 5.7.8 no")),
        ("a temporary refusal", smtp().on("AUTH", "454 4.7.0 later")),
        ("unknown", smtp().on("AUTH", "500 5.5.1 what?")),
        ("an echo", smtp().on("AUTH", &echo)),
        ("an echo of all", smtp().on("AUTH", &lines)),
        ("an echo that welcomes", smtp().on("AUTH", &format!("235 2.7.0 welcome {PASSWORD}"))),
        ("an echo later", smtp().on("MAIL", &format!("550 5.7.1 not you, {PASSWORD}"))),
        ("an echo at the end", smtp().on(DOT, &format!("250 2.0.0 ok, queued as {PASSWORD}"))),
        ("an echo with QUIT", smtp().on("QUIT", &format!("221 2.0.0 bye {PASSWORD}"))),
        ("an echo that is no reply", smtp().does("AUTH", [Step::say(&format!("what, {PASSWORD}?\r\n"))])),
        (
            "an echo without end",
            smtp().does("AUTH", [Step::say(&format!("535-{PASSWORD}\r\n").repeat(50)), Step::Close]),
        ),
        ("a challenge", smtp().on("AUTH", &again)),
        ("a challenge without end", smtp().on("AUTH", "334 ").on(CREDENTIALS, "334 ")),
        ("a challenge in base64 twice", smtp().on("AUTH", &format!("334 {}", base64(plain().as_bytes())))),
        ("a challenge that is no base64", smtp().on("AUTH", &format!("334 {PASSWORD}"))),
        ("silence", smtp().does("AUTH", [Step::Stall(Duration::from_secs(10))])),
        ("an end", smtp().does("AUTH", [Step::Close])),
        ("a reset", smtp().does("AUTH", [Step::Reset])),
        ("an unasked reply", smtp().on("AUTH", &format!("535 no\r\n250 {PASSWORD}\r\n{}", plain()))),
    ]
}

#[test]
fn no_server_can_make_the_secret_seen() {
    let mut leaks = Vec::new();
    for (what, smtp) in strange_servers() {
        for mechanism in ["PLAIN", "LOGIN"] {
            for view in [&["-vv", "--explain"][..], &["--json"], &["-qq"]] {
                let smtp = match mechanism {
                    "LOGIN" => smtp.clone().once("AUTH", "334 VXNlcm5hbWU6").once(CREDENTIALS, "334 UGFzc3dvcmQ6"),
                    _ => smtp.clone(),
                };
                let server = Server::smtp(smtp);
                let args = [&["--auth", mechanism][..], view].concat();
                let (_, written) = written(&server.address(), PASSWORD, &args);
                let heard = server.finish();
                let said: Vec<u8> = heard.iter().flat_map(|heard| heard.octets.clone()).collect();
                let secrets = Secrets::of(PASSWORD).and_answers(&said);
                assert!(secrets.find(&said).is_some(), "{what}: it was never said");
                let found = secrets.find(&written).map(|found| format!("{what}, {mechanism} {view:?}: {found}"));
                leaks.extend(found);
            }
        }
    }
    assert!(leaks.is_empty(), "{}", leaks.join("\n"));
}

#[test]
fn echoes_of_a_login_s_last_answer_are_no_better() {
    let smtp = Smtp::offering(&["AUTH LOGIN"]).on("AUTH", "334 VXNlcm5hbWU6").once(CREDENTIALS, "334 UGFzc3dvcmQ6");
    let echo = format!("535 5.7.8 {PASSWORD} {} is wrong", base64(PASSWORD.as_bytes()));
    let server = Server::smtp(smtp.on(CREDENTIALS, &echo));
    let (outcome, written) = written(&server.address(), PASSWORD, &["-vv", "--explain", "--auth", "LOGIN"]);
    outcome.expect(77);
    Secrets::of(PASSWORD).not_in(&written, "LOGIN");
}

#[test]
fn a_client_s_secret_at_the_wrong_place_is_not_seen_by_the_server_s_user() {
    let room = Room::new();
    let (plain, login) = (plain(), base64(PASSWORD.as_bytes()));
    for auth in [&["--auth", "off"][..], &["--auth", "any"], &["--auth", "required", "--user", "alicia:other"]] {
        let record = room.at("record");
        let serve = Serve::start(&[&["-vv", "--explain", "--record", &record, "--pipelining", "any"], auth].concat());
        let talks = [
            format!("AUTH PLAIN {plain}\r\n"),
            format!("AUTH PLAIN\r\n{plain}\r\n"),
            format!("AUTH LOGIN\r\nYWxpY2lh\r\n{login}\r\n"),
            format!("AUTH LOGIN {}\r\n{login}\r\n", base64(b"alicia")),
            format!("AUTH PLAIN {PASSWORD}\r\n"),
            format!("AUTH XYZZY {plain}\r\n"),
            format!("auth\tplain  {plain}  \r\n"),
            format!("AUTH PLAIN {plain} {login}\r\n"),
            format!("AUTH PLAIN {}{plain}\r\n", "A".repeat(20_000)),
        ];
        for talk in talks {
            let mut client = Raw::greeted(serve.port());
            // each line waits for its answer, as a client does that does not look at it
            for line in talk.split_inclusive("\r\n") {
                client.say(line.as_bytes());
                client.reply_within(Duration::from_secs(3));
            }
            client.end();
            client.rest();
            let written = [serve.stdout().into_bytes(), serve.stderr().into_bytes(), room.read("record")].concat();
            Secrets::of(PASSWORD).not_in(&written, &format!("{talk:?} to {auth:?}"));
        }
    }
}

#[test]
fn a_secret_on_the_command_line_works_with_a_warning() {
    let serve = Serve::start(&["--auth", "required", "--user", &format!("alicia:{PASSWORD}")]);
    let letter = || Mailtool::letter(&serve.address("smtp")).args(["-u", "alicia"]);
    let outcome = letter().args(["--password", PASSWORD]).run().expect(0).says(&["--password-file"]);
    Secrets::of(PASSWORD).not_in(&outcome.everything(None), "--password");
    let wrong: [&[&str]; 4] = [&["--no-such"], &["--password-file", "x"], &["--password", PASSWORD], &["--tls", "x"]];
    for args in wrong {
        let outcome = letter().args(["--password", PASSWORD]).args(args).run().expect(64);
        Secrets::of(PASSWORD).not_in(&outcome.everything(None), &format!("{args:?}"));
    }
    let outcome = letter().args([&format!("--pasword={PASSWORD}")]).run().expect(64);
    Secrets::of(PASSWORD).not_in(&outcome.everything(None), "a slip of the pen");
    let outcome = Mailtool::new(["serve", "--smtp", "--user", PASSWORD]).run().expect(64);
    Secrets::of(PASSWORD).not_in(&outcome.everything(None), "--user without a name");
}

#[test]
fn every_source_of_a_password_works() {
    let room = Room::new();
    let file = room.file("password", format!("{PASSWORD}\n"));
    let serve = Serve::start(&["-qq", "--auth", "required", "--user", &format!("alicia:{PASSWORD}")]);
    let command = format!("cat {file}");
    for args in [["--password-file", &file], ["--password-cmd", &command], ["--password-env", "SECRET"]] {
        let server = format!("smtp://alicia@{}", serve.address("smtp"));
        let outcome = Mailtool::letter(&server).args(args).env("SECRET", PASSWORD).args(["-vv"]).run().expect(0);
        Secrets::of(PASSWORD).not_in(&outcome.everything(None), args[0]);
    }
    assert_eq!(serve.messages().len(), 3);
    // several at once are none
    let both = ["-u", "alicia", "--password-file", &file, "--password-env", "SECRET"];
    Mailtool::letter(&serve.address("smtp")).args(both).run().expect(64);
}

#[test]
fn a_command_that_gives_no_password_ends_at_the_deadline() {
    let room = Room::new();
    let late = room.at("late");
    let command = format!("sleep 4; touch {late}; echo x");
    for (flag, user) in [("--password-cmd", "alicia"), ("--token-cmd", "pepe")] {
        let args = ["-u", user, flag, &command, "--deadline", "1"];
        for server in [Mailtool::letter("smtp://127.0.0.1:1"), Mailtool::new(["talk", "127.0.0.1:1", "-"]).stdin("")] {
            let outcome = server.args(args).run().expect(75);
            outcome.says(&[flag, "--deadline 1 s ended while waiting for the command"]);
        }
    }
    std::thread::sleep(Duration::from_secs(4));
    assert!(!std::path::Path::new(&late).exists(), "what it began goes on");
    let quick = ["-u", "alicia", "--password-cmd", "sleep 0.1; echo x", "--deadline", "20"];
    Mailtool::letter("smtp://127.0.0.1:1").args(quick).run().expect(75).says(&["nothing listens there"]);
}

#[test]
fn a_mechanism_that_is_not_offered_is_not_used() {
    for (offer, wanted) in [("PLAIN LOGIN", "SCRAM-SHA-256"), ("CRAM-MD5", "PLAIN,LOGIN"), ("X-UNKNOWN", "PLAIN")] {
        let server = Server::smtp(Smtp::offering(&[&format!("AUTH {offer}")]));
        let (outcome, _) = written(&server.address(), PASSWORD, &["--auth", wanted]);
        outcome.expect(77).says(&offer.split(' ').collect::<Vec<_>>());
        assert!(!server.finish_one().has("AUTH"));
    }
    let server = Server::smtp(Smtp::offering(&[]));
    let (outcome, _) = written(&server.address(), PASSWORD, &[]);
    outcome.expect(77).says(&["AUTH"]);
    assert!(!server.finish_one().has("MAIL"));
}

#[test]
fn a_server_that_cannot_prove_itself_is_not_believed() {
    // SCRAM: too few iterations, far too many, a nonce that is not ours, no salt
    for challenge in [
        "r=NONCE,s=QSXCR+Q6sek8bf92,i=1",
        "r=NONCE,s=QSXCR+Q6sek8bf92,i=4294967295",
        "r=other,s=QSXCR+Q6sek8bf92,i=4096",
        "x",
    ] {
        let reply = format!("334 {}", base64(challenge.as_bytes()));
        let server = Server::smtp(Smtp::offering(&["AUTH SCRAM-SHA-256 PLAIN"]).on("AUTH", &reply));
        let (outcome, _) = written(&server.address(), PASSWORD, &[]);
        outcome.expect(76);
        let heard = server.finish_one();
        assert!(!heard.has("AUTH PLAIN") && !heard.has("MAIL"), "{challenge}: {heard:?}");
        Secrets::of(PASSWORD).not_in(&heard.octets, challenge);
    }
    // success without a proof
    let server = Server::smtp(Smtp::offering(&["AUTH SCRAM-SHA-256"]).on("AUTH", "235 2.7.0 welcome"));
    let (outcome, _) = written(&server.address(), PASSWORD, &[]);
    outcome.expect(77).says(&["without proving that it knows the password"]);
    assert!(!server.finish_one().has("MAIL"));
}

#[test]
fn the_server_masks_what_a_pipelining_client_guesses() {
    let serve = Serve::start(&["-vv", "--explain=es", "--pipelining", "any"]);
    let mut client = Raw::greeted(serve.port());
    client.say(format!("AUTH LOGIN\r\nYWxpY2lh\r\n{}\r\nQUIT\r\n", base64(PASSWORD.as_bytes())).as_bytes());
    client.end();
    let replies = client.rest();
    assert_eq!(raw::code(&replies), 334, "{replies}");
    Secrets::of(PASSWORD).not_in(serve.stderr().as_bytes(), "in one segment");
}
