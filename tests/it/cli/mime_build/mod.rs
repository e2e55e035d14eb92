//! `mime build`: what is built, taken apart again by `mime tree`, `part` and `lint`, and by Python's `email`.

mod tree;
mod way;

use super::{Mailtool, Outcome, Room};
use crate::peers::{self, need, or_skip};

/// What makes two runs alike.
const STAMP: [&str; 6] =
    ["--date", "Mon, 23 Nov 2026 09:00:00 +0100", "--message-id", "1@unavarra.es", "--boundary", "frontera"];

/// A picture as far as its first octets go.
const PICTURE: &[u8] = b"\xff\xd8\xff\xe0\0\x10JFIF\0\r\n\n\r--frontera\r\n\xff\xd9";

/// `mime build` with the stamp and these arguments.
fn build(args: &[&str]) -> Mailtool {
    Mailtool::new(["mime", "build"]).args(STAMP).args(args)
}

/// The octets, which `mime lint` finds neither an error nor a warning in.
#[track_caller]
fn built(args: &[&str]) -> Vec<u8> {
    clean(build(args).run().expect(0).stdout)
}

#[track_caller]
fn clean(message: Vec<u8>) -> Vec<u8> {
    mime(&["lint", "--fail-on", "warning", "-"], &message).expect(0);
    message
}

fn mime(args: &[&str], message: &[u8]) -> Outcome {
    Mailtool::new(["mime"]).args(args).stdin(message).run()
}

fn part(message: &[u8], section: &str) -> Vec<u8> {
    mime(&["part", "-", section], message).expect(0).stdout
}

/// Tells every entity as Python reads it: depth, type, disposition, name, identifier, charset, octets.
const JUDGE: &str = "
import email, email.policy, sys
sys.stdout.reconfigure(encoding='utf-8')
def tell(part, depth):
    assert not part.defects, part.defects
    for name, value in part.items():
        assert not value.defects, (name, value.defects)
    octets = b'' if part.is_multipart() else part.get_payload(decode=True)
    told = [part.get_content_type(), part.get_content_disposition(), part.get_filename(), part['content-id'],
            part.get_content_charset(), octets.hex()]
    print('>' * depth + '|'.join(text or '-' for text in told))
    for inner in part.get_payload() if part.is_multipart() else []:
        tell(inner, depth + 1)
message = email.message_from_bytes(sys.stdin.buffer.read(), policy=email.policy.default)
print(message['from'], message['to'], message['subject'], message['date'], sep='|')
tell(message, 0)
";

/// What Python makes of a message; the first line has From, To, Subject and Date.
#[track_caller]
fn judged(message: &[u8]) -> Vec<String> {
    let output = peers::run("python3", &["-c", JUDGE], message);
    assert!(output.status.success(), "{}\n{}", String::from_utf8_lossy(&output.stderr), text(message));
    text(&output.stdout).lines().map(str::to_owned).collect()
}

fn hex(octets: impl AsRef<[u8]>) -> String {
    octets.as_ref().iter().map(|octet| format!("{octet:02x}")).collect()
}

fn text(octets: &[u8]) -> String {
    String::from_utf8_lossy(octets).into_owned()
}

/// The types of a message in order, as `mime tree` shows them.
fn types(message: &[u8]) -> Vec<String> {
    mime(&["tree", "--json", "-"], message).expect(0).field("type")
}

#[test]
fn a_text_and_a_picture_from_alicia_to_pepe() {
    let room = Room::new();
    let crepe = room.file("crepe.jpg", PICTURE);
    let args = ["--from", "Alicia <alicia@unavarra.es>", "--to", "Pepe <pepe@gmail.com>"];
    let words = ["--subject", "¿Te gusta la salsa de tomate?", "--body", "¿y los pepinillos?", "--attach", &crepe];
    let message = built(&[&args[..], &words].concat());
    let expected = "Date: Mon, 23 Nov 2026 09:00:00 +0100\r\n\
        From: Alicia <alicia@unavarra.es>\r\n\
        To: Pepe <pepe@gmail.com>\r\n\
        Subject: =?utf-8?Q?=C2=BFTe?= gusta la salsa de tomate?\r\n\
        Message-ID: <1@unavarra.es>\r\n\
        MIME-Version: 1.0\r\n\
        Content-Type: multipart/mixed; boundary=frontera\r\n\
        \r\n--frontera\r\n\
        Content-Type: text/plain; charset=utf-8\r\n\
        Content-Transfer-Encoding: quoted-printable\r\n\r\n\
        =C2=BFy los pepinillos?\r\n\
        \r\n--frontera\r\n\
        Content-Type: image/jpeg\r\n\
        Content-Transfer-Encoding: base64\r\n\
        Content-Disposition: attachment; filename=crepe.jpg\r\n\r\n\
        /9j/4AAQSkZJRgANCgoNLS1mcm9udGVyYQ0K/9k=\r\n\
        \r\n--frontera--\r\n";
    assert_eq!(text(&message), expected);
    assert_eq!(types(&message), ["multipart/mixed", "text/plain", "image/jpeg"]);
    assert_eq!(part(&message, "1"), "¿y los pepinillos?\r\n".as_bytes());
    assert_eq!(part(&message, "2"), PICTURE);
}

#[test]
fn every_shape_is_what_python_reads() {
    or_skip!(need(&["python3"]));
    let room = Room::new();
    let picture = room.file("crêpe 🥞.jpg", PICTURE);
    let letter = room.file("old.eml", "From: a@x.org\nSubject: old\n\n¡hola!\n".replace('¡', ""));
    let html = "<p>¿Qué?";
    let plain = format!("text/plain|-|-|-|utf-8|{}", hex("¿Qué?\r\n"));
    let web = format!("text/html|-|-|-|utf-8|{}", hex("<p>¿Qué?\r\n"));
    let shown = format!("image/jpeg|inline|crêpe 🥞.jpg|<cr_pe__.jpg>|-|{}", hex(PICTURE));
    let file = format!("image/jpeg|attachment|crêpe 🥞.jpg|-|-|{}", hex(PICTURE));
    let old = "message/rfc822|attachment|old.eml|-|-|-".to_owned();
    let inner = format!("text/plain|-|-|-|-|{}", hex("hola!\r\n"));
    let multipart = |subtype: &str| format!("multipart/{subtype}|-|-|-|-|-");
    let [mixed, alternative, related] = ["mixed", "alternative", "related"].map(multipart);
    let nothing = "text/plain|-|-|-|us-ascii|-".to_owned();
    for (args, expected) in [
        (vec![], vec![nothing]),
        (vec!["--body", "¿Qué?"], vec![plain.clone()]),
        (vec!["--html", html], vec![web.clone()]),
        (vec!["--body", "¿Qué?", "--html", html], vec![alternative.clone(), format!(">{plain}"), format!(">{web}")]),
        (vec!["--html", html, "--inline", &picture], vec![related.clone(), format!(">{web}"), format!(">{shown}")]),
        (vec!["--attach", &picture], vec![mixed.clone(), format!(">{file}")]),
        (
            vec!["--body", "¿Qué?", "--html", html, "--inline", &picture, "--attach", &picture, &letter],
            vec![
                mixed,
                format!(">{alternative}"),
                format!(">>{plain}"),
                format!(">>{related}"),
                format!(">>>{web}"),
                format!(">>>{shown}"),
                format!(">{file}"),
                format!(">{old}"),
                format!(">>{inner}"),
            ],
        ),
    ] {
        let people = ["--from", "Begoña <b@x.org>", "--to", "\"Ñu, El\" <p@y.org>", "--subject", "🥞 para ti"];
        let message = built(&[&people[..], &args].concat());
        let read = judged(&message);
        assert_eq!(read[0], "Begoña <b@x.org>|\"Ñu, El\" <p@y.org>|🥞 para ti|Mon, 23 Nov 2026 09:00:00 +0100");
        assert_eq!(read[1..], expected, "{}", text(&message));
    }
}

#[test]
fn contents_that_are_hard_to_carry() {
    let room = Room::new();
    let long = "ñ".repeat(2000);
    let (empty, nul) = (room.file("empty.txt", ""), room.file("nul.bin", [0; 999]));
    let lines = room.file("long.txt", &long);
    let body = format!("@{lines}");
    for way in ["7bit", "8bitmime", "binarymime"] {
        let args = ["--from", "a@x.org", "--body", &body, "--attach", &empty, &nul, &lines, "--transport", way];
        let message = built(&args);
        assert_eq!(part(&message, "1"), format!("{long}\r\n").as_bytes(), "{way}");
        assert_eq!(part(&message, "2"), b"", "{way}");
        assert_eq!(part(&message, "3"), [0; 999], "{way}");
        assert_eq!(part(&message, "4"), long.as_bytes(), "{way}");
        let short = message.split(|&octet| octet == b'\n').all(|line| line.len() <= 999);
        assert!(short || way == "binarymime", "{way}");
    }
}

#[test]
fn the_same_flags_make_the_same_octets() {
    let args = ["--from", "a@x.org", "--body", "a", "--html", "b"];
    assert_eq!(built(&args), built(&args));
    let other = Mailtool::new(["mime", "build"]).args(args).run().expect(0).stdout;
    let again = Mailtool::new(["mime", "build"]).args(args).run().expect(0).stdout;
    assert_ne!(other, again, "boundaries and identifiers are made anew");
    clean(other);
}

#[test]
fn what_the_stamp_may_be() {
    let stamped = |args: &[&str]| Mailtool::new(["mime", "build", "--from", "a@x.org"]).args(args).run();
    let message = stamped(&["--date", "2026-11-23T09:00:00-03:00", "--message-id", "<a@b>"]).expect(0).out();
    assert!(
        message.contains("Date: Mon, 23 Nov 2026 09:00:00 -0300\r\n") && message.contains("\r\nMessage-ID: <a@b>\r\n")
    );
    let field = stamped(&["--date", "2026-11-23T09:00:00Z", "-H", "Date: Tue, 1 Jul 2003 10:52:37 +0200"]).expect(0);
    assert!(field.out().starts_with("Date: Tue, 1 Jul 2003 10:52:37 +0200\r\n"), "{field}");
    let long = "x".repeat(51);
    for wrong in [["--date", "yesterday"], ["--message-id", "a b"], ["--message-id", ""], ["--boundary", &long]] {
        stamped(&wrong).expect(64);
    }
    stamped(&["--boundary", "a b"]).expect(64).says(&["cannot be a boundary"]);
    stamped(&["--subject", "a\nBcc: b@c"]).expect(64);
    stamped(&["-H", "Bcc: b@c"]).expect(64).says(&["send --bcc"]);
    stamped(&["--bcc", "b@c"]).expect(64);
    stamped(&["--body", "@/no/such/file"]).expect(66);
    stamped(&["--attach", "/no/such/file"]).expect(66);
    stamped(&["--charset", "iso-8859-1", "--body", "漢"]).expect(65);
}

#[test]
fn a_boundary_that_stands_in_a_part_is_refused() {
    let room = Room::new();
    let letter = room.file("old.eml", "From: a@x.org\n\n--frontera--\n");
    build(&["--from", "a@x.org", "--body", "x", "--attach", &letter]).run().expect(65).says(&["\"--frontera\""]);
    build(&["--from", "a@x.org", "--body", "\n--frontera"]).run().expect(65);
    let picture = room.file("a.jpg", PICTURE);
    built(&["--from", "a@x.org", "--attach", &picture]);
    let binary = ["--from", "a@x.org", "--attach", &picture, "--transport", "binarymime"];
    build(&binary).run().expect(65).says(&["--boundary"]);
}

#[test]
fn the_author_is_who_is_known() {
    let run = |args: &[&str]| Mailtool::new(["mime", "build"]).args(args);
    let from =
        |outcome: Outcome| outcome.out().lines().find(|line| line.starts_with("From: ")).unwrap_or("").to_owned();
    let environment = run(&[]).env("EMAIL", "Eva <eva@x.org>").run().expect(0);
    assert!(environment.out().contains("@x.org>\r\nMIME-Version"), "the identifier is of her domain: {environment}");
    assert_eq!(from(environment), "From: Eva <eva@x.org>");
    let field = run(&["-H", "From: Adán <adan@y.org>"]).env("EMAIL", "eva@x.org").run().expect(0);
    assert!(field.out().contains("@y.org>\r\nMIME-Version"), "{field}");
    assert_eq!(from(field), "From: =?utf-8?B?QWTDoW4=?= <adan@y.org>");
    let several = run(&["--from", "a@x.org, b@x.org"]).run().expect(0);
    assert!(several.out().contains("\r\nSender: a@x.org\r\n"), "{several}");
}
