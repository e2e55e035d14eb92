//! What a peer says reaches no terminal and no pipe raw, and never looks like a line of ours.

use super::encoding::unbase64;
use super::{Mailtool, Outcome, Room, Serve};
use crate::mock::smtp::{DOT, GREETING};
use crate::mock::{Raw, Server, Smtp, Step};

/// What terminals obey, hide or reorder, and octets that are no UTF-8; each followed by a word that must be shown.
const HOSTILE: [&[u8]; 16] = [
    b"\x1b]0;pwn\x07title",
    b"\x1b[2J\x1b[1;1Hclear",
    b"\x9b31mred",
    b"\xc2\x9b31mred",
    b"\x1b]52;c;cHduZWQ=\x07clipboard",
    b"\x1b]8;;http://evil.test\x1b\\link\x1b]8;;\x1b\\",
    b"\x1b[6nreport",
    b"\x1bP$q\x1b\\query",
    b"a\x08\x08\x08back",
    b"\x7f\x0b\x0c\x0e\x85control",
    "\u{202e}reversed\u{202c}".as_bytes(),
    "\u{200b}\u{2060}\u{feff}hidden".as_bytes(),
    "\u{2028}line\u{2029}paragraph".as_bytes(),
    "\u{e0041}tag\u{ad}soft".as_bytes(),
    b"\xff\xfe\xed\xa0\x80\xc0\x80invalid",
    b"\rC: FORGED",
];

/// Says a reply with a hostile text.
fn reply(code: &str, hostile: &[u8]) -> Vec<Step> {
    vec![Step::Say([code.as_bytes(), hostile, b"\r\n"].concat())]
}

/// The same text where a server can put one.
fn servers(hostile: &[u8]) -> Vec<(&'static str, Smtp)> {
    let smtp = || Smtp::offering(&["PIPELINING", "AUTH PLAIN"]);
    let offer =
        [b"250-mock.test\r\n250-".as_slice(), hostile, b"\r\n250-AUTH ", hostile, b"\r\n250 SIZE ", hostile, b"\r\n"];
    let lines = [b"250-".as_slice(), hostile, b"\r\n250-", hostile, b"\r\n250 end\r\n"];
    vec![
        ("a greeting", smtp().does(GREETING, reply("220 ", hostile))),
        ("a refusing greeting", smtp().does(GREETING, reply("554 5.3.0 ", hostile))),
        ("no greeting", smtp().does(GREETING, reply("", hostile))),
        ("offers", smtp().does("EHLO", [Step::Say(offer.concat())])),
        ("lines", smtp().does("MAIL", [Step::Say(lines.concat())])),
        ("a refused sender", smtp().does("MAIL", reply("550 5.7.1 ", hostile))),
        ("a refused recipient", smtp().does("RCPT", reply("550 5.1.1 ", hostile))),
        ("a queue id", smtp().does(DOT, reply("250 2.0.0 queued as ", hostile))),
        ("a farewell", smtp().does("QUIT", reply("221 ", hostile))),
        ("no reply", smtp().does("DATA", reply("", hostile))),
    ]
}

/// Whether a terminal would obey, hide or reorder a character.
fn is_unsafe(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{ad}' | '\u{61c}' | '\u{180e}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}'
            | '\u{2060}'..='\u{206f}' | '\u{feff}' | '\u{fff9}'..='\u{fffb}' | '\u{e0000}'..='\u{e007f}')
}

/// Panics unless all of it is printable UTF-8 in lines, but for our own colours where they are wanted.
#[track_caller]
pub fn harmless(written: &[u8], colours: bool, what: &str) {
    let text = std::str::from_utf8(written).unwrap_or_else(|error| panic!("{what}: {error}"));
    let mut rest = text;
    while let Some(at) = rest.find(|c: char| c != '\n' && is_unsafe(c)) {
        let sgr = rest[at..].strip_prefix("\x1b[").and_then(|behind| {
            let end = behind.find(|c: char| !c.is_ascii_digit() && c != ';')?;
            behind[end..].strip_prefix('m')
        });
        rest = sgr.filter(|_| colours).unwrap_or_else(|| panic!("{what}: {:?} is raw", &rest[at..]));
    }
}

/// Sends a letter to a server, and tells what was written and recorded.
fn letter(smtp: Smtp, args: &[&str]) -> (Outcome, Vec<u8>, usize) {
    let server = Server::smtp(smtp);
    let room = Room::new();
    let record = room.at("record");
    let login = ["-u", "alicia", "--password-env", "SECRET", "--timeout", "3", "--record", &record];
    let outcome = Mailtool::letter(&server.address()).args(login).env("SECRET", "x").args(args).run();
    let said = server.finish().iter().map(|heard| heard.said).sum();
    (outcome, room.read("record"), said)
}

#[test]
fn nothing_raw_is_written() {
    for hostile in HOSTILE {
        for (what, smtp) in servers(hostile) {
            for args in [&["-vv", "--explain"][..], &["--json", "--explain=es"], &["-qq", "--color", "always"]] {
                let what = format!("{what} {hostile:?} {args:?}");
                let (outcome, record, _) = letter(smtp.clone(), args);
                let colours = args.contains(&"always");
                harmless(&outcome.stdout, colours, &what);
                harmless(&outcome.stderr, colours, &what);
                harmless(&record, false, &what);
                assert!(outcome.code.is_some_and(|code| code != 70), "{what}\n{outcome}");
            }
        }
    }
}

#[test]
fn what_is_escaped_is_shown_all_the_same() {
    for hostile in HOSTILE {
        let printable = String::from_utf8_lossy(hostile).into_owned();
        let words = printable.split(|c: char| !c.is_ascii_alphabetic());
        let word = words.max_by_key(|word| word.len()).expect("a word");
        let (outcome, _, _) = letter(Smtp::offering(&["AUTH PLAIN"]).does("MAIL", reply("250 2.1.0 ", hostile)), &[]);
        let line = outcome.err().lines().find(|line| line.contains(word)).map(str::to_owned);
        let line = line.unwrap_or_else(|| panic!("{word} is not shown\n{outcome}"));
        assert!(line.starts_with("S: 250 2.1.0 ") && line.contains('\\'), "{line}");
    }
}

#[test]
fn a_record_holds_every_octet() {
    for hostile in HOSTILE {
        let smtp = Smtp::offering(&["PIPELINING", "AUTH PLAIN"]).does("MAIL", reply("250 2.1.0 ", hostile));
        let (outcome, record, said) = letter(smtp.does("QUIT", reply("221 ", hostile)), &[]);
        let record = String::from_utf8(record).expect("UTF-8");
        let mut server = Vec::new();
        for line in record.lines() {
            let turn: serde_json::Value = serde_json::from_str(line).unwrap_or_else(|error| panic!("{error}: {line}"));
            assert!(
                turn["t"].as_str().is_some() && turn["session"].is_u64() && turn["side"].as_str().is_some(),
                "{line}"
            );
            if turn["side"] == "S" {
                let plain = turn["text"].as_str().map(|text| text.as_bytes().to_vec());
                server.extend(plain.or_else(|| unbase64(turn["base64"].as_str()?.as_bytes())).expect("octets"));
            }
        }
        let expected = [b"250 2.1.0 ", hostile, b"\r\n"].concat();
        assert!(server.windows(expected.len()).any(|part| part == expected), "{record}\n{outcome}");
        assert_eq!(server.len(), said, "{record}");
    }
}

/// Lines that look like ours, behind every kind of line end.
const FORGERIES: [&str; 9] = [
    "C: MAIL FROM:<FORGED@x.test>",
    "C~ FORGED",
    "S~ 250 FORGED",
    "* FORGED",
    "! FORGED",
    "[2] C: FORGED",
    "mailtool: FORGED",
    "FORGED@x.test  delivered",
    "{\"recipient\":\"FORGED@x.test\",\"status\":\"delivered\"}",
];

#[test]
fn a_peer_s_line_never_looks_like_ours() {
    for forged in FORGERIES {
        for end in ["\r\n", "\n", "\r", "\n\n", "\u{2028}", "\u{85}", "\x0b", "\x0c"] {
            let text = format!("550-5.1.1 no{end}{forged}{end}550-\r\n550 5.1.1 no\r\n");
            for args in [&[][..], &["--json"]] {
                let smtp = Smtp::offering(&["AUTH PLAIN"]).does("RCPT", [Step::say(&text)]);
                let (outcome, _, _) = letter(smtp, args);
                let ours = |line: &&str| line.contains("FORGED") && !line.starts_with("S: ") && !line.starts_with("! ");
                let strange: Vec<String> = outcome.err().lines().filter(ours).map(str::to_owned).collect();
                assert!(
                    strange.iter().all(|line| line.starts_with("mailtool: ") && !line.starts_with(forged)),
                    "{outcome}"
                );
                let shown = outcome.err().lines().any(|line| line.starts_with(forged));
                assert!(!shown, "{end:?} {forged}\n{outcome}");
                assert_eq!(outcome.out().lines().count(), 1, "one recipient, one line: {end:?} {forged}\n{outcome}");
                assert!(!outcome.out().starts_with(forged), "{outcome}");
            }
        }
    }
}

#[test]
fn results_in_json_hold_what_was_said() {
    for hostile in HOSTILE.iter().filter(|hostile| std::str::from_utf8(hostile).is_ok() && !hostile.contains(&b'\r')) {
        let smtp = Smtp::offering(&["AUTH PLAIN"]).does("RCPT", reply("550 5.1.1 ", hostile));
        let (outcome, _, _) = letter(smtp, &["--json"]);
        let text = outcome.expect(67).field("text").concat();
        let said = String::from_utf8_lossy(hostile).into_owned();
        let word = said.split(|c: char| !c.is_ascii_alphabetic()).max_by_key(|word| word.len()).expect("a word");
        assert!(text.contains(word), "{text:?}");
    }
}

#[test]
fn our_own_message_is_shown_as_harmlessly() {
    let room = Room::new();
    let body = HOSTILE.map(|hostile| hostile.to_vec()).join(&b'\n');
    let letter = [b"From: a@x.test\r\nTo: b@x.test\r\nSubject: \x1b[2J\r\n\r\n".to_vec(), body].concat();
    let letter = room.file("letter.eml", letter.into_iter().filter(|&octet| octet != 0).collect::<Vec<_>>());
    let server = Server::smtp(Smtp::offering(&["8BITMIME", "SMTPUTF8"]));
    for args in [&[][..], &["-v"], &["-vv"]] {
        let outcome = Mailtool::send(&server.address(), ["--eml", &letter]).args(args).run().expect(0);
        harmless(&outcome.stderr, false, "a transcript");
    }
    let outcome = Mailtool::send(&server.address(), ["--eml", "/no/\x1b[2J\u{202e}such/file"]).run().expect(66);
    harmless(&outcome.stderr, false, "the name of a file");
    let outcome = Mailtool::letter(&server.address()).args(["--to", "\x1b[2J\u{202e}x"]).run().expect(64);
    harmless(&outcome.stderr, false, "an address");
    let outcome = Mailtool::letter(&server.address()).args(["--\x1b[2Jx"]).run().expect(64);
    harmless(&outcome.stderr, false, "a flag");
    let outcome = Mailtool::letter("\x1b[2J\u{202e}x.test").run().expect(64);
    harmless(&outcome.stderr, false, "a server");
}

#[test]
fn colours_are_ours_and_only_on_demand() {
    let server = Server::smtp(Smtp::offering(&[]));
    let outcome = Mailtool::letter(&server.address()).args(["--color", "always"]).run().expect(0);
    assert!(outcome.err().contains("\x1b["), "{outcome}");
    harmless(&outcome.stderr, true, "colours");
    for (name, value) in [("NO_COLOR", "1"), ("TERM", "xterm-256color"), ("CLICOLOR", "1")] {
        let outcome = Mailtool::letter(&server.address()).env(name, value).run().expect(0);
        harmless(&outcome.stderr, false, "no terminal");
    }
    let outcome = Mailtool::letter(&server.address()).env("CLICOLOR_FORCE", "1").run().expect(0);
    assert!(outcome.err().contains("\x1b["), "{outcome}");
    let outcome =
        Mailtool::letter(&server.address()).env("CLICOLOR_FORCE", "1").args(["--color", "never"]).run().expect(0);
    harmless(&outcome.stderr, false, "--color never");
    let json = Mailtool::letter(&server.address()).args(["--color", "always", "--json"]).run().expect(0);
    assert_eq!(json.json().len(), 1);
}

#[test]
fn a_client_s_words_are_shown_harmlessly_by_the_server() {
    for json in [&[][..], &["--json"]] {
        let serve = Serve::start(&[&["-vv", "--pipelining", "any"], json].concat());
        for hostile in HOSTILE {
            let mut client = Raw::greeted(serve.port());
            let lines: [&[u8]; 5] = [b"EHLO ", b"MAIL FROM:<", b"XYZZY ", b"VRFY ", b""];
            for line in lines {
                client.say(&[line, hostile, b"\r\n"].concat());
                let _ = client.reply_within(std::time::Duration::from_secs(2));
            }
            let mut client = Raw::greeted(serve.port());
            client.say(
                &[b"MAIL FROM:<a", hostile, b"@x.test> SMTPUTF8\r\nRCPT TO:<b", hostile, b"@x.test>\r\n"].concat(),
            );
            client.say(b"MAIL FROM:<> SMTPUTF8\r\nRCPT TO:<b@x.test>\r\n");
            client.say("RCPT TO:<b\u{202e}\u{200b}@x.test>\r\nDATA\r\n".as_bytes());
            let text: Vec<u8> = hostile.iter().copied().filter(|octet| *octet != b'\r').collect();
            client.say(&[b"Subject: ", &text[..], b"\r\n\r\n", &text, b"\r\n.\r\nQUIT\r\n"].concat());
            client.rest();
        }
        harmless(serve.stderr().as_bytes(), false, "the transcript");
        harmless(serve.stdout().as_bytes(), false, "the results");
        assert!(!serve.messages().is_empty());
    }
}
