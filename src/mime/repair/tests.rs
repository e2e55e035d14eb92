use super::*;
use crate::mime::lint::lint;

/// The message mended, with LF, and the codes of the changes.
fn mended(message: &str) -> (String, Vec<&'static str>) {
    let (octets, rounds) = rounds(message.as_bytes());
    let codes = rounds.iter().flat_map(|round| &round.changes).map(|change| change.code.code).collect();
    (String::from_utf8(octets).expect("text").replace("\r\n", "\n"), codes)
}

/// Mended; the result does not depend on how the message is cut, and is mended for good.
fn rounds(message: &[u8]) -> (Vec<u8>, Vec<Repairs>) {
    let once = run(message);
    assert_eq!(run(&once.0).0, once.0, "mended twice: {}", String::from_utf8_lossy(message));
    let look = |step: usize| {
        let mut surgeon = Surgeon::new(options());
        message.chunks(step).for_each(|piece| surgeon.push(piece));
        surgeon.finish()
    };
    let whole = look(usize::MAX);
    for step in [1, 2, 7, 64] {
        assert_eq!(look(step), whole, "in pieces of {step}");
    }
    once
}

fn run(message: &[u8]) -> (Vec<u8>, Vec<Repairs>) {
    let mut n = 0;
    repair(message, LineEnd::CrLf, false, &mut || {
        n += 1;
        format!("token{n}")
    })
}

fn options() -> Options {
    Options { line_end: LineEnd::CrLf, break_signatures: false, token: "token".to_owned() }
}

/// With a header with which nothing is wrong.
fn with(rest: &str) -> String {
    format!(
        "From: a@example.org\r\nDate: Mon, 23 Nov 2026 00:13:19 +0000\r\nMessage-ID: <1@example.org>\r\nMIME-Version: 1.0\r\n{rest}"
    )
}

/// What stands behind that header afterwards.
fn behind(rest: &str) -> (String, Vec<&'static str>) {
    let (text, codes) = mended(&with(rest));
    let head = with("").replace("\r\n", "\n");
    (text.strip_prefix(&head).unwrap_or(&text).to_owned(), codes)
}

#[test]
fn nothing_happens_to_what_is_right() {
    let message = with("Content-Type: text/plain\r\n\r\nhola\r\n");
    assert_eq!(mended(&message), (message.replace("\r\n", "\n"), vec![]));
    let dots = with("Subject:  a   b\r\nContent-type:TEXT/plain\r\n\r\n.\r\nFrom x\r\n");
    assert_eq!(mended(&dots).0, dots.replace("\r\n", "\n"), "what has no cure stays");
}

#[test]
fn fields() {
    let field = |field: &str| {
        let (text, codes) = behind(&format!("{field}\r\nContent-Type: text/plain\r\n\r\nx\r\n"));
        (text.replace("\nContent-Type: text/plain\n\nx\n", ""), codes)
    };
    let check = |before: &str, after: &str, codes: &[&str]| {
        assert_eq!(field(before), (after.to_owned(), codes.to_vec()), "{before:?}");
    };
    check("Subject : a", "Subject: a", &["space-before-colon"]);
    check("Subject: a\r\n \r\n b", "Subject: a  b", &["fold-blank"]);
    check("Subject: a\0b\rc", "Subject: ab c", &["ambiguous-nul", "ambiguous-bare-cr"]);
    check("Subject: caf\u{e9}", "Subject: =?utf-8?B?Y2Fmw6k=?=", &["raw-utf8-in-header"]);
    check(
        "To: Alicia a@example.org; b@c.example",
        "To: Alicia <a@example.org>, b@c.example",
        &["address-without-brackets", "address-stray-semicolon"],
    );
    check("To: all: a@example.org", "To: all: a@example.org;", &["address-open-group"]);
    check(
        "Resent-Date: 23-Nov-26 00:13 GMT",
        "Resent-Date: Mon, 23 Nov 2026 00:13:00 +0000",
        &["date-bad-form", "date-short-year", "date-obsolete-zone"],
    );
    check(
        "References: 1@a.example <2 @b.example",
        "References: <1@a.example> <2@b.example>",
        &["message-id-without-brackets", "message-id-blank", "message-id-unclosed"],
    );
    check("Subject: a\r\nSubject: a", "Subject: a", &["field-duplicate"]);
    check("Subject: a\r\nSubject: b", "Subject: a\nSubject: b", &[]);
    check("To:\r\nSubject:", "Subject:", &["field-empty"]);
    check("this is none\r\nSubject: a", "X-Not-A-Field: this is none\nSubject: a", &["ambiguous-header-end"]);
    check(
        "Content-Disposition: filename=\"caf\u{e9}.txt\"",
        "Content-Disposition: attachment; filename*=utf-8''caf%C3%A9.txt",
        &["disposition-missing", "parameter-raw-utf8"],
    );
    let (text, codes) = behind("Content-Type: text/plain\r\nthis is none\r\n\r\nx\r\n");
    assert_eq!((text.as_str(), codes), ("Content-Type: text/plain\n\nthis is none\n\nx\n", vec!["not-a-field"]));
    let long = format!("X-Long: {}", "word ".repeat(300));
    let (text, codes) = field(&long);
    assert!(text.lines().all(|line| line.len() <= 78) && codes == ["line-too-long"], "{text}");
}

#[test]
fn bodies() {
    let (text, codes) = behind("Content-Type: text/plain; charset=utf-8\r\n\r\ncaf\u{e9}\r\n");
    let wanted = "Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: quoted-printable\n\ncaf=C3=A9\n";
    assert_eq!((text.as_str(), codes), (wanted, vec!["missing-transfer-encoding"]));
    let (text, codes) = behind("\r\ncaf\u{e9}\r\n");
    let wanted = "Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: quoted-printable\n\ncaf=C3=A9\n";
    assert_eq!((text.as_str(), codes), (wanted, vec!["us-ascii-8bit", "missing-transfer-encoding"]));
    let (text, codes) = behind("Content-Type: a/b\r\nContent-Transfer-Encoding: base64 so\r\n\r\nYW*Jj\r\n");
    assert_eq!(text, "Content-Type: a/b\nContent-Transfer-Encoding: base64\n\nYWJj\n");
    assert_eq!(codes, ["encoding-junk", "base64-junk"]);
    let uu = "Content-Type: a/b\r\nContent-Transfer-Encoding: x-uuencode\r\n\r\nbegin 644 a\r\n#86)C\r\n`\r\nend\r\n";
    assert_eq!(behind(uu).0, "Content-Type: a/b\nContent-Transfer-Encoding: base64\n\nYWJj\n");
}

#[test]
fn what_is_missing_is_not_made_up() {
    let truncated = with("Content-Type: a/b\r\nContent-Transfer-Encoding: base64\r\n\r\nYW*JjY\r\n");
    let (octets, rounds) = rounds(truncated.as_bytes());
    assert_eq!(octets, truncated.as_bytes());
    assert_eq!(rounds[0].left.iter().map(|left| left.code.code).collect::<Vec<_>>(), ["base64-junk"]);
}

#[test]
fn multiparts_are_closed_from_within() {
    let nested = "Content-Type: multipart/mixed; boundary=a\r\n\r\n--a\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n\
                  --b\r\nContent-Type: text/plain\r\n\r\nx\r\n";
    let wanted = nested.replace("\r\n", "\n") + "\n--b--\n--a--\n";
    assert_eq!(behind(nested), (wanted.clone(), vec!["multipart-not-closed"; 2]));
    let outer = "Content-Type: multipart/mixed; boundary=a\n\n--a\nContent-Type: multipart/mixed; boundary=b\n\n--b\n\
                 Content-Type: text/plain\n--a--\n";
    let wanted = outer.replace("--a--\n", "\n\n--b--\n--a--\n");
    assert_eq!(behind(&outer.replace('\n', "\r\n")), (wanted, vec!["header-without-end", "multipart-not-closed"]));
}

#[test]
fn boundaries_are_renamed() {
    let text = "Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\nContent-Type: text/plain\r\n\r\nx\r\n--bc\r\n--b \
                junk\r\n\r\ny\r\n--b--\r\n";
    let wanted = "Content-Type: multipart/mixed;\n boundary=\"=_1_token1\"\n\n--=_1_token1\nContent-Type: \
                  text/plain\n\nx\n--bc\n--=_1_token1\n\ny\n--=_1_token1--\n";
    assert_eq!(behind(text), (wanted.to_owned(), vec!["ambiguous-delimiter"; 2]));
}

#[test]
fn encoded_messages_are_decoded_and_their_delimiters_do_no_harm() {
    // "Subject: caf\u{e9}\n\n--b--\nz\n" in base64.
    let text = "Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\nContent-Type: message/rfc822\r\n\
                Content-Transfer-Encoding: base64\r\n\r\nU3ViamVjdDogY2Fmw6kKCi0tYi0tCnoK\r\n--b--\r\n";
    let wanted = "Content-Type: multipart/mixed;\n boundary=\"=_1_token1\"\n\n--=_1_token1\nContent-Type: message/rfc822\n\
                  Content-Transfer-Encoding: 8bit\n\nSubject: =?utf-8?B?Y2Fmw6k=?=\n\n--b--\nz\n\n--=_1_token1--\n";
    let (text, codes) = behind(text);
    assert_eq!(text, wanted);
    assert!(codes.starts_with(&["container-encoded"]), "{codes:?}");
}

#[test]
fn what_is_signed_stays() {
    let text = with(
        "Subject : a\r\nContent-Type: multipart/signed; boundary=b\r\n\r\n--b\r\nContent-Type : text/plain\r\n\r\nx\ry\r\n\
         --b\r\nContent-Type: application/pgp-signature\r\n\r\nx\r\n--b--\r\n",
    );
    let (octets, all) = rounds(text.as_bytes());
    assert_eq!(octets, text.replace("Subject :", "Subject:").as_bytes());
    let left: Vec<_> = all.iter().flat_map(|round| &round.left).map(|left| left.code.code).collect();
    assert!(left.contains(&"bare-cr") && left.contains(&"space-before-colon"), "{left:?}");
    let broken = repair(text.as_bytes(), LineEnd::CrLf, true, &mut || "token".to_owned()).0;
    assert!(!lint(&broken).findings.iter().any(|finding| finding.code.mended), "{}", String::from_utf8_lossy(&broken));
}

#[test]
fn a_token_that_is_there_is_not_taken() {
    let text = with("Content-Type: multipart/mixed; boundary=\"token1 \"\r\n\r\n--token1\r\n\r\nx\r\n--token1--\r\n");
    let (octets, _) = rounds(text.as_bytes());
    assert!(
        String::from_utf8_lossy(&octets).contains("boundary=\"=_1_token2\""),
        "{}",
        String::from_utf8_lossy(&octets)
    );
    for step in [1, 3, 100] {
        let mut watch = Watch::new(b"token1");
        text.as_bytes().chunks(step).for_each(|piece| watch.push(piece));
        assert!(watch.found, "in pieces of {step}");
    }
}

#[test]
fn lines_end_as_they_are_wanted() {
    let text = with("Content-Type: text/plain\r\n\r\na\nb\r\n");
    let to_lf = repair(text.as_bytes(), LineEnd::Lf, false, &mut || "token".to_owned());
    assert_eq!(to_lf.0, text.replace("\r\n", "\n").as_bytes());
    assert_eq!(to_lf.1[0].changes[0].what, "every line ends in LF now");
    let (octets, all) = rounds(&to_lf.0);
    assert_eq!(octets, text.replace("\r\n", "\n").replace('\n', "\r\n").as_bytes());
    assert_eq!(all[0].changes[0].code.code, "bare-lf");
}
