//! `mime repair` from outside.

use super::{Mailtool, Outcome, Room};

const GOOD: &str = "From: a@example.org\r\nDate: Mon, 23 Nov 2026 00:13:19 +0000\r\nMessage-ID: <1@example.org>\r\n\
                    MIME-Version: 1.0\r\nContent-Type: text/plain; charset=utf-8\r\n\r\nhola\r\n";

fn repair(args: &[&str], message: impl AsRef<[u8]>) -> Outcome {
    Mailtool::new(["mime", "repair"]).args(args).args(["-"]).stdin(message).run()
}

#[test]
fn nothing_to_mend() {
    let outcome = repair(&[], GOOD).expect(0);
    assert_eq!((outcome.stdout.as_slice(), outcome.err()), (GOOD.as_bytes(), "* nothing to mend\n".to_owned()));
    assert_eq!(repair(&["-q"], GOOD).expect(0).err(), "");
    assert_eq!(repair(&["--lf"], GOOD).expect(0).out(), GOOD.replace('\r', ""));
}

#[test]
fn the_message_and_what_was_changed() {
    let message =
        GOOD.replace("hola", "d\u{ed}a").replace("From: ", "To: b@example.org; c@example.org\r\nX\u{1b}\r\nFrom: ");
    let outcome = repair(&[], &message).expect(0);
    let wanted = "To: b@example.org, c@example.org\r\nX-Not-A-Field: X\u{1b}\r\n".to_owned()
        + &GOOD.replace("\r\n\r\nhola", "\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\nd=C3=ADa");
    assert_eq!(outcome.out(), wanted);
    let expected = "* -:2: ambiguous-header-end: the line \"X\\u{1b}\" is the field X-Not-A-Field now (RFC 5322 §2.2)\n\
                    * -:1: address-stray-semicolon: To is written anew: \"b@example.org, c@example.org\" (RFC 5322 §3.4)\n\
                    * -:9: missing-transfer-encoding: the body is encoded anew, as quoted-printable (RFC 2045 §6.1)\n";
    let mut told: Vec<&str> = expected.lines().collect();
    let err = outcome.err();
    let mut said: Vec<&str> = err.lines().collect();
    told.sort_unstable();
    said.sort_unstable();
    assert_eq!(said, told);
    let dry = repair(&["--dry-run"], &message).expect(0);
    assert_eq!(dry.out().lines().count(), 3);
    assert!(dry.out().contains("-:1: address-stray-semicolon: ") && !dry.out().contains("From:"), "{dry}");
}

#[test]
fn what_remains() {
    let message = GOOD.replace("From: a@example.org\r\n", "Subject: a\r\nSubject: b\r\n");
    let outcome = repair(&[], &message).expect(1);
    assert_eq!(outcome.out(), message);
    assert!(outcome.err().contains("! -:2: field-duplicate: not mended: the two differ"), "{outcome}");
    assert!(
        outcome.err().ends_with(
            "! 1 error and 1 warning remain that have no mechanical cure: mailtool mime lint tells of them\n"
        ),
        "{outcome}"
    );
}

#[test]
fn into_a_file_with_json() {
    let room = Room::new();
    let file = room.file("a.eml", GOOD.replace("Date: ", "DKIM-Signature: v=1\r\nDate : "));
    let outcome = Mailtool::new(["mime", "repair", "--json", "-o", &file, &file]).run().expect(0);
    assert_eq!(outcome.field("code"), ["space-before-colon"]);
    let change = &outcome.json()[0];
    assert_eq!((&change["line"], &change["part"], &change["round"]), (&3.into(), &"HEADER".into(), &1.into()));
    assert_eq!(change["mended"], true);
    assert_eq!(room.read("a.eml"), GOOD.replace("Date: ", "DKIM-Signature: v=1\r\nDate: ").as_bytes());
    assert!(outcome.err().contains("DKIM-Signature"), "{outcome}");
}

#[test]
fn signatures_hold_unless_they_may_break() {
    let message = GOOD.replace(
        "text/plain; charset=utf-8\r\n\r\nhola\r\n",
        "multipart/signed; boundary=b\r\n\r\n--b\r\nContent-Type : text/plain\r\n\r\nx\r\n--b\r\n\r\ny\r\n--b--\r\n",
    );
    let outcome = repair(&[], &message).expect(0);
    assert_eq!(outcome.out(), message);
    assert!(outcome.err().contains("not mended: it is signed"), "{outcome}");
    let octets = message
        .replace("Content-Type : text/plain", "Content-Transfer-Encoding: binary")
        .replace("\r\nx\r\n", "\r\nx\n\r\n");
    assert_eq!(repair(&[], &octets).expect(0).out(), octets, "binary octets are no lines");
    let outcome = repair(&["--break-signatures"], &message).expect(0);
    assert_eq!(outcome.out(), message.replace("Type :", "Type:"));
}

#[test]
fn one_of_many_and_none() {
    let room = Room::new();
    let mbox = format!("From a Mon\n{GOOD}\nFrom b Mon\n{}\n", GOOD.replace("From: ", "From : "));
    let file = room.file("mbox", mbox);
    let outcome = Mailtool::new(["mime", "repair", &file]).run().expect(0);
    assert!(outcome.err().contains("nothing to mend") && outcome.err().contains("--message N"), "{outcome}");
    let outcome = Mailtool::new(["mime", "repair", "--message", "2", &file]).run().expect(0);
    assert!(outcome.err().contains("mbox#2:1: space-before-colon"), "{outcome}");
    Mailtool::new(["mime", "repair", "--message", "3", &file]).run().expect(1);
    Mailtool::new(["mime", "repair", "nothere"]).run().expect(66);
    repair(&[], "").expect(65);
    repair(&["--json"], GOOD).expect(64);
    repair(&["-o", "/nothere/a"], GOOD).expect(73);
}

#[test]
fn an_mbox_is_not_replaced_by_one_of_its_messages() {
    let room = Room::new();
    let file = room.file("box", format!("From a\n{0}\nFrom b\n{0}", GOOD.replace("\r\n", "\n")));
    let outcome = Mailtool::new(["mime", "repair", "-o", &file, &file]).run().expect(64);
    outcome.says(&["--output", "would be lost"]);
    assert!(room.read("box").starts_with(b"From a\n"));
}
