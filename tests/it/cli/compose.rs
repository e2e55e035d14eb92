//! Messages as they leave: `--dry-run` shows the octets that the server gets, and Bcc is in none of them.

use std::os::unix::ffi::OsStrExt as _;
use std::process::Command;
use std::time::Duration;

use super::encoding::unbase64;
use super::run::{PROGRAM, memory};
use super::{Mailtool, Room, Serve};
use crate::mock::{Heard, Server, Smtp};

/// The message without the doubled dots of the wire.
fn unstuffed(wire: &[u8]) -> Vec<u8> {
    let lines = wire.split_inclusive(|&octet| octet == b'\n');
    lines.flat_map(|line| line.strip_prefix(b".").unwrap_or(line).to_vec()).collect()
}

/// What a server hears of a letter with these arguments.
fn heard(args: &[&str], offers: &[&str]) -> Heard {
    let server = Server::smtp(Smtp::offering(offers));
    Mailtool::send(&server.address(), args).run().expect(0);
    server.finish_one()
}

/// Fields that would differ from run to run.
const FIXED: [&str; 4] = ["-H", "Date: Tue, 1 Jul 2003 10:52:37 +0200", "-H", "Message-ID: <1@example.test>"];

#[test]
fn a_dry_run_needs_no_network_and_shows_the_exact_octets() {
    let args =
        ["--from", "Alicia <alicia@example.test>", "--to", "pepe@example.test", "--cc", "Pepe el Ñ <p2@example.test>"];
    let body =
        ["--subject", "¿Te gusta la salsa de tomate?", "--body", "uno\n.dos\n..\n\nfin", "--bcc", "eva@example.test"];
    let args = [&args[..], &body, &FIXED].concat();
    let dry = Mailtool::send("x.invalid", &args).args(["--dry-run"]).run().expect(0);
    let heard = heard(&args, &["8BITMIME", "SMTPUTF8"]);
    assert_eq!(String::from_utf8_lossy(&dry.stdout), String::from_utf8_lossy(&unstuffed(&heard.messages.concat())));
    assert!(dry.out().ends_with("uno\r\n.dos\r\n..\r\n\r\nfin\r\n"), "{dry}");
    assert!(!dry.out().contains("eva@"), "{dry}");
    assert!(heard.has("RCPT TO:<eva@example.test>"), "{heard:?}");
    let bare = dry.stdout.windows(2).any(|two| (two[0] == b'\r') != (two[1] == b'\n'));
    assert!(!bare, "{dry}");
}

#[test]
fn a_ready_message_goes_as_it_is_but_for_bcc() {
    let room = Room::new();
    let before = "Received: from x\r\n\tby y; Tue, 1 Jul 2003 10:52:37 +0200\r\nfrom: a@x.test\r\nTo: b@x.test\r\n";
    let behind = "Subject:   odd  spaces \r\n\r\n.dot\r\n..\r\nBcc: in the body\r\n\r\nlast \r\n";
    let bcc = "BCC: eva@x.test,\r\n eva2@x.test\r\nResent-Bcc: eva3@x.test\r\n";
    let letter = room.file("letter.eml", format!("{before}{bcc}{behind}"));
    let expected = format!("{before}{behind}");
    let dry = Mailtool::send("x.invalid", ["--eml", &letter, "--dry-run"]).run().expect(0);
    assert_eq!(dry.out(), expected);
    let heard = heard(&["--eml", &letter, "--to", "c@x.test"], &["PIPELINING"]);
    assert_eq!(String::from_utf8_lossy(&unstuffed(&heard.messages.concat())), expected);
    let stdin = Mailtool::send("x.invalid", ["--eml", "-", "--dry-run"]).stdin(format!("{before}{bcc}{behind}"));
    assert_eq!(stdin.run().expect(0).out(), expected);
}

/// Recipients are named by flags: nobody looks for Bcc, and all the same nobody may see it.
#[test]
fn no_bcc_is_shown_whatever_stands_before_the_header() {
    let (room, rest) = (Room::new(), "From: a@x.test\nTo: b@x.test\nBcc: eva@x.test\nSubject: x\n\nhi\n");
    let flags = ["--rcpt", "r@x.test", "--mail-from", "a@x.test", "--dry-run"];
    let send = |how: &str, text: &str| Mailtool::send("x.invalid", [how, &room.file("letter", text)]).args(flags).run();
    for before in ["\u{feff}", ">From x Mon Jan  1 00:00:00 2024\n"] {
        let outcome = send("--eml", &format!("{before}{rest}")).expect(0);
        assert!(outcome.out().starts_with("From: a@x.test\r\n") && !outcome.out().contains("eva"), "{outcome}");
        let octets = before.len().to_string();
        assert!(outcome.err().contains(&format!("* before the header {octets} octets are left out")), "{outcome}");
    }
    let mbox = format!("From x Mon Jan  1 00:00:00 2024\n\u{feff}{rest}\n");
    assert!(!send("--mbox", &mbox).expect(0).out().contains("eva"));
    for before in ["\n", "Dear all\n", "From: x\nover\n", " Bcc: y@x.test\n"] {
        let outcome = send("--eml", &format!("{before}{rest}")).expect(65);
        assert!(outcome.err().contains("a line Bcc: stands outside the header"), "{outcome}");
    }
}

/// What is cut out is no reason to refuse the rest.
#[test]
fn a_bcc_may_hold_what_no_server_takes() {
    let room = Room::new();
    let many: Vec<String> = (0..90).map(|n| format!("eva{n}@x.test")).collect();
    let text = |bcc: &str| format!("From: a@x.test\nTo: b@x.test\nBcc: {bcc}\nSubject: x\n\nhi\n");
    for bcc in [&many.join(", "), "a\0b", "ñ <eva@x.test>"] {
        let letter = room.file("letter.eml", text(bcc));
        let heard = heard(&["--eml", &letter, "--rcpt", "r@x.test"], &[]);
        assert_eq!(
            String::from_utf8_lossy(&heard.messages.concat()),
            text("").replace("Bcc: \n", "").replace('\n', "\r\n")
        );
    }
    let long = room.file("long.eml", format!("X: {}\n{}", many.join(", "), text("")));
    let server = Server::smtp(Smtp::offering(&[]));
    let outcome = Mailtool::send(&server.address(), ["--eml", &long]).run().expect(65);
    outcome.says(&["lines of more than 998 octets", "mailtool mime repair"]);
    let mended = room.at("mended.eml");
    Mailtool::new(["mime", "repair", &long, "-o", &mended]).run();
    Mailtool::send(&server.address(), ["--eml", &mended]).run().expect(0);
}

#[test]
fn the_envelope_of_a_ready_message_follows_from_its_header() {
    let room = Room::new();
    let text =
        "From: Alicia <a@x.test>\nTo: b@x.test, Group: c@x.test, d@x.test;\nCc: b@x.test\nBcc: eva@x.test\n\nx\n";
    let letter = room.file("letter.eml", text);
    let heard = heard(&["--eml", &letter], &[]);
    let envelope: Vec<String> = heard.lines().into_iter().skip(1).take_while(|line| line != "DATA").collect();
    let expected = ["b", "c", "d", "eva"].map(|name| format!("RCPT TO:<{name}@x.test>"));
    assert_eq!(envelope[0], "MAIL FROM:<a@x.test>");
    assert_eq!(envelope[1..], expected);
    assert!(!String::from_utf8_lossy(&heard.messages.concat()).contains("eva"), "{heard:?}");
}

#[test]
fn the_envelope_may_differ_from_the_header() {
    let args = [
        "--from",
        "a@x.test",
        "--to",
        "b@x.test",
        "--body",
        "b",
        "--mail-from",
        "bounces@x.test",
        "--rcpt",
        "c@x.test",
    ];
    let heard = heard(&args, &[]);
    assert!(heard.has("MAIL FROM:<bounces@x.test>") && heard.has("RCPT TO:<c@x.test>"), "{heard:?}");
    assert!(!heard.has("RCPT TO:<b@x.test>") && heard.has("To: b@x.test"), "{heard:?}");
    for null in ["", "<>"] {
        let args = ["--from", "a@x.test", "--to", "b@x.test", "--mail-from", null];
        assert!(self::heard(&args, &[]).has("MAIL FROM:<>"));
    }
}

#[test]
fn several_authors_have_a_sender() {
    // RFC 5322 §3.6.2: with more than one author there must be a Sender
    let args = ["--from", "a@x.test, Eva <e@x.test>", "--to", "b@x.test", "--dry-run"];
    let dry = Mailtool::send("x.invalid", args).run().expect(0);
    assert!(dry.out().contains("From: a@x.test, Eva <e@x.test>\r\n"), "{dry}");
    assert!(dry.out().contains("Sender: a@x.test\r\n"), "{dry}");
}

#[test]
fn addresses_twice_are_recipients_once() {
    let args =
        ["--from", "a@x.test", "--to", "b@x.test", "--to", "B <b@x.test>", "--cc", "b@x.test", "--bcc", "b@x.test"];
    let heard = heard(&args, &[]);
    assert_eq!(heard.lines().iter().filter(|line| line.starts_with("RCPT")).count(), 1, "{heard:?}");
}

#[test]
fn line_ends_become_crlf_before_dots_are_doubled() {
    let bodies = ["a\r.\rb", "a\n.\nb", "a\r\n.\r\nb", ".", ".\n", "\r.\n", "a\r", "", "\n", "a\n.\r\n.\r.\n"];
    for body in bodies {
        let room = Room::new();
        let file = format!("@{}", room.file("body", body));
        let heard =
            heard(&["--from", "a@x.test", "--to", "b@x.test", "--body", &file, "--encoding", "7bit"], &["PIPELINING"]);
        let [message] = &heard.messages[..] else { panic!("one message for {body:?}: {heard:?}") };
        let text = String::from_utf8_lossy(message).into_owned();
        let (_, content) = text.split_once("\r\n\r\n").unwrap_or_else(|| panic!("no body: {text:?}"));
        let mut expected = body.replace("\r\n", "\n").replace('\r', "\n");
        if !expected.is_empty() && !expected.ends_with('\n') {
            expected.push('\n');
        }
        let expected: String = expected
            .lines()
            .map(|line| format!("{}{line}\r\n", if line.starts_with('.') { "." } else { "" }))
            .collect();
        assert_eq!(content, expected, "{body:?}");
        assert!(heard.text().ends_with("\r\n.\r\nQUIT\r\n"), "{body:?}: {heard:?}");
    }
}

#[test]
fn subjects_decode_to_what_they_were() {
    let long = "¿".repeat(300);
    for subject in
        ["", "plain", "¿Te gusta la salsa de tomate?", "=?utf-8?q?x?=", "漢字 ✉ 🥞", &long, "  leading", "tab\tin it"]
    {
        let heard = heard(&["--from", "a@x.test", "--to", "b@x.test", "--subject", subject], &[]);
        let message = heard.messages.concat();
        assert!(message.is_ascii(), "{subject:?}");
        let text = String::from_utf8_lossy(&message).into_owned();
        assert!(text.lines().all(|line| line.len() <= 78), "{text}");
        assert_eq!(decoded_subject(&text).trim(), subject.trim(), "{text}");
    }
}

/// The Subject of a message, unfolded and decoded.
fn decoded_subject(text: &str) -> String {
    let (_, from) = text.split_once("Subject:").unwrap_or_else(|| panic!("no subject: {text}"));
    let mut value = String::new();
    for (n, line) in from.split("\r\n").enumerate() {
        if n > 0 && !line.starts_with([' ', '\t']) {
            break;
        }
        value.push_str(line);
    }
    decoded(&value)
}

/// A text with its encoded-words decoded (RFC 2047), by these tests' own few lines.
pub(super) fn decoded(text: &str) -> String {
    let mut octets = Vec::new();
    let mut rest = text;
    let mut behind_word = false;
    while let Some(at) = rest.find("=?") {
        let (before, word) = rest.split_at(at);
        if !(behind_word && before.trim().is_empty()) {
            octets.extend(before.bytes());
        }
        let parts: Vec<&str> = word.splitn(5, '?').collect();
        let [_, _, encoding, content, behind] = parts[..] else { panic!("no encoded-word: {word}") };
        octets.extend(decode_word(encoding, content));
        behind_word = true;
        rest = behind.strip_prefix('=').unwrap_or_else(|| panic!("no end: {word}"));
    }
    octets.extend(rest.bytes());
    String::from_utf8(octets).expect("UTF-8")
}

fn decode_word(encoding: &str, content: &str) -> Vec<u8> {
    match encoding.eq_ignore_ascii_case("b") {
        true => unbase64(content.as_bytes()).unwrap_or_else(|| panic!("no base64: {content}")),
        false => octets_of(&content.replace('_', " ")),
    }
}

/// A body in quoted-printable, decoded.
pub(super) fn unquoted(text: &str) -> String {
    String::from_utf8(octets_of(&text.replace("=\r\n", ""))).expect("UTF-8")
}

/// What `=C3` and its like stand for.
fn octets_of(text: &str) -> Vec<u8> {
    let mut octets = Vec::new();
    let mut rest = text.bytes();
    while let Some(octet) = rest.next() {
        octets.push(match octet {
            b'=' => {
                let digits: String = rest.by_ref().take(2).map(char::from).collect();
                u8::from_str_radix(&digits, 16).unwrap_or_else(|_| panic!("no octet: {digits}"))
            }
            other => other,
        });
    }
    octets
}

#[test]
fn a_server_that_takes_seven_bits_gets_seven() {
    let args = ["--from", "a@x.test", "--to", "b@x.test", "--body", "¿y los pepinillos? señor ñandú"];
    for (offers, eight) in [(&[][..], false), (&["8BITMIME"], true)] {
        let heard = heard(&args, offers);
        assert!(eight || heard.messages.concat().is_ascii(), "{heard:?}");
        assert_eq!(heard.text().contains("BODY=8BITMIME"), !heard.messages.concat().is_ascii(), "{heard:?}");
    }
}

#[test]
fn a_ready_message_is_encoded_for_a_server_that_takes_seven_bits() {
    let room = Room::new();
    let letter = room.file("letter.eml", "From: a@x.test\nTo: b@x.test\nBcc: c@x.test\n\n.¿y los pepinillos?\n");
    let server = Server::smtp(Smtp::offering(&["SIZE"]));
    let outcome = Mailtool::send(&server.address(), ["--eml", &letter]).run().expect(0);
    outcome.says(&["* part 1 is sent as quoted-printable: the server does not carry it as it is"]);
    let heard = server.finish_one();
    let message = "From: a@x.test\r\nTo: b@x.test\r\nContent-Transfer-Encoding: quoted-printable\r\nMIME-Version: 1.0\r\n\
        Content-Type: text/plain; charset=utf-8\r\n\r\n.=C2=BFy los pepinillos?\r\n";
    assert_eq!(String::from_utf8_lossy(&unstuffed(&heard.messages.concat())), message);
    assert!(heard.has(&format!("MAIL FROM:<a@x.test> SIZE={}", message.len())), "{heard:?}");
    // And what no server takes as it is, from an mbox.
    let letter = format!("From a\nFrom: a@x.test\nTo: b@x.test\n\n>From {}\n", "x".repeat(1200));
    let server = Server::smtp(Smtp::offering(&["8BITMIME", "CHUNKING"]));
    Mailtool::send(&server.address(), ["--mbox", &room.file("box", letter)]).run().expect(0);
    let text = String::from_utf8_lossy(&server.finish_one().messages.concat()).into_owned();
    assert!(text.contains("\r\n\r\n=46rom xxx") && text.lines().all(|line| line.len() <= 76), "{text}");
    // A signature would be broken by that.
    let signed =
        "From: a@x.test\nTo: b@x.test\nContent-Type: multipart/signed; boundary=b\n\n--b\n\n¿?\n--b\n\ns\n--b--\n";
    let server = Server::smtp(Smtp::offering(&["SIZE"]));
    let signed = room.file("signed.eml", signed);
    Mailtool::send(&server.address(), ["--eml", &signed]).run().expect(65).says(&["part 1 is signed", "above 127"]);
    assert!(!server.finish_one().has("MAIL"));
}

#[test]
fn an_address_in_utf8_needs_smtputf8() {
    let args = ["--from", "a@x.test", "--to", "josé@x.test", "--body", "b"];
    let server = Server::smtp(Smtp::offering(&["8BITMIME"]));
    Mailtool::send(&server.address(), args).run().expect(65).says(&["SMTPUTF8"]);
    assert!(!server.finish_one().has("MAIL"));
    let heard = heard(&args, &["8BITMIME", "SMTPUTF8"]);
    assert!(heard.text().contains(" SMTPUTF8\r\n") && heard.has("RCPT TO:<josé@x.test>"), "{heard:?}");
    let domain = self::heard(&["--from", "a@x.test", "--to", "jose@españa.test"], &[]);
    assert!(domain.has("RCPT TO:<jose@xn--espaa-rta.test>"), "{domain:?}");
}

#[test]
fn an_attachment_survives() {
    let room = Room::new();
    let content: Vec<u8> = (0..100_000_u32).map(|n| (n * 7 % 251) as u8).collect();
    let file = room.file("crepe.jpg", &content);
    for offers in [&[][..], &["CHUNKING", "PIPELINING", "8BITMIME"]] {
        let heard = heard(&["--from", "a@x.test", "--to", "b@x.test", "--body", "b", "--attach", &file], offers);
        let text = String::from_utf8_lossy(&unstuffed(&heard.messages.concat())).into_owned();
        let (_, part) =
            text.split_once("filename=crepe.jpg").or(text.split_once("filename=\"crepe.jpg\"")).expect("its name");
        let (_, encoded) = part.split_once("\r\n\r\n").expect("a part");
        let encoded = encoded.split("\r\n--").next().expect("its end");
        assert_eq!(unbase64(encoded.as_bytes()).as_deref(), Some(&content[..]));
        assert!(encoded.lines().all(|line| line.len() <= 76));
    }
}

#[test]
fn many_letters_go_over_one_connection() {
    let room = Room::new();
    let letter = |n: usize| {
        format!(
            "From a@x.test Tue Jul  1 10:52:37 2003\nFrom: a@x.test\nTo: b{n}@x.test\nSubject: n{n}\n\n>From here\n.\n\n"
        )
    };
    let mbox = room.file("box", (0..20).map(letter).collect::<String>());
    for offers in [&[][..], &["PIPELINING"], &["PIPELINING", "CHUNKING"]] {
        let heard = heard(&["--mbox", &mbox], offers);
        assert_eq!(heard.messages.len(), 20);
        for (n, message) in heard.messages.iter().enumerate() {
            let dot = if offers.contains(&"CHUNKING") { "." } else { ".." };
            let expected = format!("From: a@x.test\r\nTo: b{n}@x.test\r\nSubject: n{n}\r\n\r\nFrom here\r\n{dot}\r\n");
            assert_eq!(String::from_utf8_lossy(message), expected);
        }
        let said: Vec<String> = heard.lines().into_iter().filter(|line| line.starts_with("RCPT")).collect();
        assert_eq!(said, (0..20).map(|n| format!("RCPT TO:<b{n}@x.test>")).collect::<Vec<_>>());
    }
}

#[test]
fn one_refused_letter_of_many_is_partly_done() {
    let room = Room::new();
    let letter = |n: usize| format!("From a@x.test Tue Jul  1 10:52:37 2003\nFrom: a@x.test\nTo: b{n}@x.test\n\nx\n\n");
    let mbox = room.file("box", (0..4).map(letter).collect::<String>());
    for (verb, reply) in
        [("MAIL", "550 5.7.1 no"), ("RCPT", "550 5.1.1 no"), ("DATA", "451 4.3.0 later"), (".", "554 5.6.0 no")]
    {
        for offers in [&[][..], &["PIPELINING"]] {
            let smtp = Smtp::offering(offers).once(verb, "250 ok").once(verb, reply);
            let smtp =
                if verb == "DATA" { Smtp::offering(offers).once(verb, "354 go").once(verb, reply) } else { smtp };
            let server = Server::smtp(smtp);
            let outcome = Mailtool::send(&server.address(), ["--mbox", &mbox, "--json"]).run();
            assert_eq!(outcome.code, Some(3), "{verb} {offers:?}\n{outcome}");
            let status = outcome.field("status");
            let good = [&status[..1], &status[2..]].concat();
            assert_eq!(good, ["delivered"; 3], "{verb} {offers:?}\n{outcome}");
            assert_ne!(status[1], "delivered", "{verb} {offers:?}\n{outcome}");
            server.finish_one();
        }
    }
}

#[test]
fn a_body_may_come_from_stdin() {
    let server = Server::smtp(Smtp::offering(&[]));
    let args = ["--from", "a@x.test", "--to", "b@x.test", "--body", "-"];
    Mailtool::send(&server.address(), args).stdin("from\nstdin").run().expect(0);
    let text = server.finish_one().messages.concat();
    assert!(text.ends_with(b"\r\n\r\nfrom\r\nstdin\r\n"), "{}", String::from_utf8_lossy(&text));
}

#[test]
fn a_large_attachment_costs_no_memory() {
    let room = Room::new();
    let file = room.at("large.bin");
    let large = std::fs::File::create(&file).and_then(|file| file.set_len(48 << 20));
    large.expect("a large file");
    for chunking in ["auto", "never"] {
        let serve = Serve::start(&["-qq"]);
        let args = ["--attach", &file, "--chunking", chunking, "-q"];
        let outcome =
            Mailtool::letter(&serve.address("smtp")).args(args).limit(Duration::from_secs(60)).run().expect(0);
        assert!(outcome.peak < 40 << 10, "the client took {} KiB", outcome.peak);
        assert!(memory(serve.pid()) < 40 << 10, "the server took {} KiB", memory(serve.pid()));
        assert!(serve.message().len() > 64 << 20);
    }
}

#[test]
fn a_reader_that_has_enough_ends_it_quietly() {
    let room = Room::new();
    room.file("body", "a line\n".repeat(200_000));
    let send = format!("'{PROGRAM}' send -s x.invalid --from a@x.test --to b@x.test --body @body --dry-run");
    let mut shell = Command::new("/bin/sh");
    shell.args(["-c", &format!("{{ {send}; echo $? >&2; }} | head -c 100")]).current_dir(room.path()).env_clear();
    let output = shell.env("PATH", std::env::var_os("PATH").unwrap_or_default()).output().expect("a shell");
    let err = String::from_utf8_lossy(&output.stderr);
    assert_eq!(output.stdout.len(), 100);
    let last = err.lines().last();
    assert!(last == Some("0") && !err.contains("panic") && !err.to_lowercase().contains("broken pipe"), "{err}");
}

#[test]
fn names_of_files_that_readers_or_messages_do_not_take() {
    let room = Room::new();
    let quoted = room.file("q'uote.html", "<p>hola");
    let odd = room.path().join(std::ffi::OsStr::from_bytes(b"a\xf1o.txt"));
    std::fs::write(&odd, "hola").expect("a file");
    let send = ["send", "--dry-run", "--from", "a@b.test", "--to", "c@d.test", "--attach"];
    let outcome = Mailtool::new(send).args([&quoted]).run().expect(0);
    assert!(outcome.out().contains("filename=\"q'uote.html\"") && !outcome.err().contains("UTF-8"), "{outcome}");
    let outcome = Mailtool::new(send).args([&odd]).run().expect(0);
    assert_eq!(outcome.err().matches("is not UTF-8; it goes as a\u{fffd}o.txt").count(), 1, "{outcome}");
}
