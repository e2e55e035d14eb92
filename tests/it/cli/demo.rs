//! The lecture, with nothing to configure.

use super::Mailtool;

/// The lines of the conversation that begin so, in their order.
fn said(text: &str, marks: &[&str]) -> Vec<String> {
    text.lines().filter(|line| marks.iter().any(|mark| line.starts_with(mark))).map(str::to_owned).collect()
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
    assert_eq!(said(&text, &["! ", "C: MAIL", "C: AUTH"]), [""; 0], "{outcome}");
    assert_eq!(outcome.field("status"), ["delivered"]);
    let auth = said(&text, &["C~ AUTH"]);
    assert!(auth.iter().all(|line| line.contains("••••")), "{outcome}");
}
