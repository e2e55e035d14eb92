//! `mailtool mime encode|decode header|param`.

use super::Mailtool;

fn mime(args: &[&str], stdin: impl AsRef<[u8]>) -> super::Outcome {
    Mailtool::new([&["mime"], args].concat()).stdin(stdin).run()
}

/// A result that went well without a word on standard error.
fn result(args: &[&str], stdin: impl AsRef<[u8]>) -> String {
    let outcome = mime(args, stdin).expect(0);
    assert_eq!(outcome.err(), "");
    outcome.out()
}

#[test]
fn header_values_and_fields_are_decoded() {
    let decode = |stdin: &str| result(&["decode", "header"], stdin);
    assert_eq!(decode("=?UTF-8?Q?=C2=BFQu=C3=A9?=\n"), "¿Qué\n");
    assert_eq!(decode("Subject: =?utf-8?Q?caf=C3=A9?=\r\n =?utf-8?Q?s?=\r\nX: y"), "Subject: cafés\nX: y\n");
    assert_eq!(decode("From: =?utf-8?B?w6k=?= <a@x.test>,\n\t\"b, c\" <b@x.test>\n"), {
        "From: é <a@x.test>, \"b, c\" <b@x.test>\n"
    });
    assert_eq!(decode(""), "");
    // Nothing that a terminal obeys.
    assert_eq!(decode("=?utf-8?Q?a=1B[31m=0D=0Ab?="), "a\\x1b[31m\\r\\nb\n");
}

#[test]
fn flaws_are_told_with_their_place() {
    let outcome = mime(&["decode", "header"], "X: y\nTo: \"=?utf-8?Q?a?=\" <a@x.test>\n").expect(0);
    assert_eq!(outcome.out(), "X: y\nTo: \"=?utf-8?Q?a?=\" <a@x.test>\n");
    assert!(outcome.err().starts_with("! header, offset 10, line 2: an encoded word in a quoted string"), "{outcome}");
    let outcome = mime(&["decode", "header"], b"caf\xe9\n=?utf-8?Q?b?=\n").expect(65);
    assert_eq!(outcome.out(), "café\nb\n");
    outcome.says(&["offset 3, line 1", "windows-1252", "RFC 5322 §2.2"]);
    let outcome = mime(&["--json", "decode", "header", "--field", "Subject"], "=?nope?Q?a?=").expect(0);
    let json = &outcome.json()[0];
    assert_eq!((&json["field"], &json["text"]), (&"Subject".into(), &"=?nope?Q?a?=".into()));
    assert_eq!(json["flaws"][0]["code"], "encoded-word-unknown-charset");
    mime(&["decode", "header", "/nonexistent"], "").expect(66);
}

#[test]
fn header_values_and_fields_are_encoded() {
    assert_eq!(result(&["encode", "header"], "¿Qué\nplain\n"), "=?utf-8?B?wr9RdcOp?=\nplain\n");
    assert_eq!(result(&["encode", "header", "--charset", "iso-8859-1"], "año"), "=?iso-8859-1?B?YfFv?=\n");
    let long = result(&["encode", "header", "--field", "Subject"], "palabra é ".repeat(20).trim_end());
    assert!(long.starts_with("Subject: palabra") && long.lines().all(|line| line.len() <= 76), "{long}");
    assert_eq!(
        result(&["decode", "header"], &long).trim_end(),
        format!("Subject: {}", "palabra é ".repeat(20).trim_end())
    );
    let to = result(&["encode", "header", "--field", "To"], "José <a@x.test>, b@y.test\n");
    assert_eq!(to, "To: =?utf-8?B?Sm9zw6k=?= <a@x.test>, b@y.test\n");
    mime(&["encode", "header", "--charset", "iso-8859-1"], "漢").expect(65).says(&["line 1", "U+6F22"]);
    mime(&["encode", "header", "--charset", "klingon"], "").expect(64);
    mime(&["encode", "header", "--field", "a b"], "").expect(64);
    mime(&["encode", "header", "--field", "To"], "not an address\n").expect(65);
    mime(&["encode", "header"], b"\xff\n").expect(65).says(&["line 1", "UTF-8"]);
}

#[test]
fn parameters_there_and_back() {
    assert_eq!(result(&["encode", "param", "filename", "crêpe.jpg"], ""), "filename*=utf-8''cr%C3%AApe.jpg\n");
    assert_eq!(result(&["encode", "param", "name", "a b"], ""), "name=\"a b\"\n");
    let compatible = result(&["encode", "param", "name", "crêpe.jpg", "--compat"], "");
    assert_eq!(compatible, "name=\"=?utf-8?Q?cr=C3=AApe=2Ejpg?=\"; name*=utf-8''cr%C3%AApe.jpg\n");
    let long = "ñ".repeat(60);
    let encoded = result(&["encode", "param", "filename", &long], "");
    assert!(encoded.starts_with("filename*0*=utf-8''%C3%B1") && encoded.lines().count() > 1, "{encoded}");
    assert_eq!(result(&["decode", "param"], &encoded), format!("filename={long}\n"));
    mime(&["encode", "param", "a*", "b"], "").expect(64);
    let field = "Content-Disposition: attachment;\r\n filename*=iso-8859-1'en'%A3%20rates; size=7\r\n";
    assert_eq!(result(&["decode", "param"], field), "filename=£ rates\nsize=7\n");
    let outcome = mime(&["--json", "decode", "param"], "attachment; name=\"=?utf-8?Q?=C3=A9?=\"; name=b\n").expect(65);
    let json = &outcome.json()[0];
    assert_eq!((&json["value"], &json["parameters"][0]["form"]), (&"attachment".into(), &"encoded-words".into()));
    assert_eq!(json["flaws"][1]["code"], "parameter-duplicate");
}
