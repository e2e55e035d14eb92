//! The lecture, with nothing to configure.

use super::Mailtool;

/// The lines of the conversation that begin so, in their order.
fn said(text: &str, marks: &[&str]) -> Vec<String> {
    text.lines().filter(|line| marks.iter().any(|mark| line.starts_with(mark))).map(str::to_owned).collect()
}

/// Where the first line stands that has this in it.
fn place(text: &str, wanted: &str) -> usize {
    text.lines().position(|line| line.contains(wanted)).unwrap_or_else(|| panic!("{wanted}:\n{text}"))
}

#[test]
fn the_lecture_s_own_words() {
    for args in [&["demo"][..], &["demo", "send"]] {
        let outcome = Mailtool::new(args).run().expect(0);
        let text = outcome.err();
        let commands =
            said(&text, &["C: HELO", "C: EHLO", "C: MAIL", "C: RCPT", "C: DATA", "C: .", "C: QUIT", "C: STARTTLS"]);
        let expected =
            ["HELO unavarra.es", "MAIL FROM:<alicia@unavarra.es>", "RCPT TO:<pepe@gmail.com>", "DATA", ".", "QUIT"];
        assert_eq!(commands, expected.map(|command| format!("C: {command}")), "{outcome}");
        assert_eq!(said(&text, &["! ", "C~", "S~"]), [""; 0], "{outcome}");
        assert_eq!(outcome.out().lines().count(), 1, "{outcome}");
        assert!(outcome.out().starts_with("pepe@gmail.com ") && outcome.out().contains("delivered"), "{outcome}");
        assert!(text.contains("* Pepe has it: "), "{outcome}");
    }
}

#[test]
fn the_exchangers_are_looked_up_before_the_first_of_them_is_spoken_with() {
    for args in [&["demo"][..], &["demo", "--modern"]] {
        let outcome = Mailtool::new(args).run().expect(0);
        let text = outcome.err();
        assert_eq!(said(&text, &["C: QUERY"])[0].split("; ").nth(1), Some("gmail.com. IN MX"), "{outcome}");
        let exchangers = said(&text, &["S:   answer      gmail.com. 300 IN MX "]);
        assert_eq!(exchangers.len(), 5, "{outcome}");
        let in_order = "* mail for gmail.com is tried at 5 gmail-smtp-in.l.google.com, 10 alt1.gmail-smtp-in.l.google.com, 20 alt2.";
        let steps = [
            "C: QUERY",
            " flags qr aa rd; gmail.com. IN MX; answer 5, authority 4",
            in_order,
            "gmail-smtp-in.l.google.com. IN A;",
            "* connecting to gmail-smtp-in.l.google.com [127.0.0.1]:",
            "S: 220 gmail.com",
        ];
        let places = steps.map(|step| place(&text, step));
        assert!(places.is_sorted(), "{places:?}\n{outcome}");
        assert_eq!(said(&text, &["* connecting to "]).len(), 1, "{outcome}");
        assert!(outcome.out().contains("gmail-smtp-in.l.google.com [127.0.0.1]"), "{outcome}");
    }
}

#[test]
fn today_it_is_said_otherwise() {
    let outcome = Mailtool::new(["demo", "send", "--modern", "--json"]).run().expect(0);
    let text = outcome.err();
    for line in [
        "C: EHLO unavarra.es",
        "S: 250-PIPELINING",
        "C: STARTTLS",
        "C~ EHLO unavarra.es",
        "C~ MAIL FROM:<alicia@unavarra.es>",
    ] {
        assert_eq!(said(&text, &[line]).len(), 1, "{line}\n{outcome}");
    }
    assert!(text.contains("certificate for gmail-smtp-in.l.google.com verified"), "{outcome}");
    assert_eq!(said(&text, &["! ", "C: MAIL", "C: AUTH"]), [""; 0], "{outcome}");
    assert_eq!(outcome.field("status"), ["delivered"]);
    assert!(outcome.out().contains("\"verified\":true"), "{outcome}");
    let auth = said(&text, &["C~ AUTH"]);
    assert!(auth.iter().all(|line| line.contains("••••")), "{outcome}");
}

#[test]
fn the_lookup_alone() {
    let outcome = Mailtool::new(["demo", "mx"]).run().expect(0);
    let text = outcome.err();
    assert_eq!(said(&text, &["C: QUERY"]).len(), 1, "everything comes with the answer\n{outcome}");
    assert_eq!(said(&text, &["! ", "C: HELO", "* connecting"]), [""; 0], "{outcome}");
    for note in ["The server that was asked", "authoritative", "preference", "ns1.google.com", "addresses"] {
        assert!(said(&text, &["* "]).iter().any(|line| line.contains(note)), "{note}\n{outcome}");
    }
    let out = outcome.out();
    let rows =
        ["10  aspmx.l", "20  alt1.aspmx.l", "30  alt2.aspmx.l", "40  alt3.aspmx.l", "50  alt4.aspmx.l", "NS  ns4"];
    let places = rows.map(|row| place(&out, &format!("{row}.google.com ")));
    assert!(places.is_sorted() && !out.contains('!') && !out.contains("looked up"), "{outcome}");
    let json = Mailtool::new(["demo", "mx", "-qq", "--json"]).run().expect(0);
    assert_eq!((json.err().as_str(), json.field("domain")), ("", vec!["google.com".to_owned()]), "{json}");
    assert!(json.out().contains("\"authoritative\":true"), "{json}");
}

#[test]
fn pepe_fetches_the_letter() {
    let outcome = Mailtool::new(["demo", "pop"]).run().expect(0);
    let text = outcome.err();
    let expected = ["USER pepe", "PASS ••••", "STAT", "LIST", "RETR 1", "DELE 1", "QUIT"];
    assert_eq!(said(&text, &["C: "]), expected.map(|command| format!("C: {command}")), "{outcome}");
    assert_eq!(said(&text, &["! ", "C~", "S~"]), [""; 0], "{outcome}");
    assert!(text.contains("* Pepe has it: ") && !text.contains("goloso"), "{outcome}");
    assert!(outcome.out().contains("Alicia") && outcome.out().contains("salsa de tomate"), "{outcome}");
}

#[test]
fn pepe_fetches_it_as_it_is_done_today() {
    let outcome = Mailtool::new(["demo", "pop", "--modern", "--json"]).run().expect(0);
    let text = outcome.err();
    assert_eq!(said(&text, &["C: "]), ["C: CAPA", "C: STLS"], "{outcome}");
    for line in ["C~ CAPA", "C~ AUTH SCRAM-SHA-256", "C~ UIDL", "C~ RETR 1", "C~ DELE 1", "C~ QUIT"] {
        assert_eq!(said(&text, &[line]).len(), 1, "{line}\n{outcome}");
    }
    assert!(text.contains("certificate for pop.gmail.com verified"), "{outcome}");
    assert_eq!(said(&text, &["! "]), [""; 0], "{outcome}");
    assert_eq!(outcome.field("n"), ["1"]);
}

#[test]
fn pepe_reads_the_letter_where_it_is() {
    let outcome = Mailtool::new(["demo", "imap"]).run().expect(0);
    let text = outcome.err();
    let expected = [
        "a1 LOGIN pepe ••••",
        "a2 LIST \"\" *",
        "a3 SELECT INBOX",
        "a4 UID FETCH 1:* (UID FLAGS RFC822.SIZE ENVELOPE)",
        "a5 UID FETCH 1 (UID BODY[])",
        "a6 UID STORE 1 +FLAGS (\\Flagged)",
        "a7 LOGOUT",
    ];
    assert_eq!(said(&text, &["C: "]), expected.map(|command| format!("C: {command}")), "{outcome}");
    assert_eq!(said(&text, &["! ", "C~", "S~"]), [""; 0], "{outcome}");
    assert!(text.contains("S: =C2=BFy los pepinillos?") && text.contains("FLAGS (\\Seen \\Flagged)"), "{outcome}");
    assert!(text.contains("* Pepe has read it: ") && !text.contains("goloso"), "{outcome}");
    assert!(outcome.out().contains("Alicia") && outcome.out().contains("salsa de tomate"), "{outcome}");
}

#[test]
fn pepe_reads_it_as_it_is_done_today() {
    let outcome = Mailtool::new(["demo", "imap", "--modern", "--json"]).run().expect(0);
    let text = outcome.err();
    assert_eq!(said(&text, &["C: "]), ["C: a1 STARTTLS"], "{outcome}");
    let steps = [
        "certificate for imap.gmail.com verified",
        "C~ a3 AUTHENTICATE SCRAM-SHA-256 ••••",
        "S~ * 0 EXISTS",
        "C~ a5 IDLE",
        "S~ * 1 EXISTS",
        "C~ DONE",
        "BODYSTRUCTURE ((\"text\" \"plain\"",
        "C~ a7 UID FETCH 1 (UID BODY.PEEK[1])",
        "S~ =C2=BFy los pepinillos?",
        "C~ a9 UID MOVE 1 Archive",
        "C~ a10 LOGOUT",
    ];
    let places = steps.map(|step| place(&text, step));
    assert!(places.is_sorted(), "{places:?}\n{outcome}");
    assert_eq!(said(&text, &["! "]), [""; 0], "{outcome}");
    assert!(!text.contains("crepe.jpg\r") && !text.contains("/9j/4AAQ"), "the picture stays\n{outcome}");
    assert_eq!(outcome.field("uid"), ["1"]);
}

#[test]
fn every_line_of_a_mailbox_is_explained() {
    for (scene, words) in [("pop", "contraseña"), ("imap", "buzón")] {
        let args = ["demo", scene, "--modern", "--explain=es", "--strict"];
        let text = Mailtool::new(args).run().expect(0).err();
        assert!(text.contains(words), "{text}");
        let lines: Vec<&str> = text.lines().collect();
        for pair in lines.windows(2).filter(|pair| pair[0].starts_with("C~ ")) {
            assert!(pair[1].starts_with("   | "), "{}:\n{text}", pair[0]);
        }
        assert!(!text.contains("el 235"), "a code of SMTP\n{text}");
    }
}
