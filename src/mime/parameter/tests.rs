use proptest::prelude::*;

use super::*;
use crate::mime::cursor::Cursor;
use crate::mime::flaw::{Flaw, Severity};
use crate::mime::notes::Notes;

fn read(field: &[u8]) -> (Parameters, Vec<Flaw>) {
    let mut notes = Notes::default();
    let parameters = Parameters::read(&mut Cursor::new(field), false, &mut notes);
    (parameters, notes.finish())
}

/// Names and values, and the codes of the flaws.
fn told(field: impl AsRef<[u8]>) -> (Vec<(String, String)>, Vec<&'static str>) {
    let (parameters, flaws) = read(field.as_ref());
    let pairs = parameters.iter().map(|parameter| (parameter.name.clone(), parameter.value.clone())).collect();
    (pairs, flaws.iter().map(|flaw| flaw.code).collect())
}

fn check(field: impl AsRef<[u8]>, pairs: &[(&str, &str)], codes: &[&str]) {
    let shown = String::from_utf8_lossy(field.as_ref()).into_owned();
    let (found, flaws) = told(field);
    let found: Vec<(&str, &str)> = found.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    assert_eq!((found.as_slice(), flaws.as_slice()), (pairs, codes), "{shown}");
}

#[test]
fn the_examples_of_rfc_2231() {
    let url = "ftp://cs.utk.edu/pub/moore/bulk-mailer/bulk-mailer.tar";
    let one = "; access-type=URL;\r\n URL*0=\"ftp://\";\r\n URL*1=\"cs.utk.edu/pub/moore/bulk-mailer/bulk-mailer.tar\"";
    check(one, &[("access-type", "URL"), ("url", url)], &[]);
    check(format!("; access-type=URL;\r\n URL=\"{url}\""), &[("access-type", "URL"), ("url", url)], &[]);
    let two = ";\r\n title*=us-ascii'en-us'This%20is%20%2A%2A%2Afun%2A%2A%2A";
    check(two, &[("title", "This is ***fun***")], &[]);
    let three = "\r\n    ;title*0*=us-ascii'en'This%20is%20even%20more%20\r\n    ;title*1*=%2A%2A%2Afun%2A%2A%2A%20\
        \r\n    ;title*2=\"isn't it!\"";
    check(three, &[("title", "This is even more ***fun*** isn't it!")], &[]);
    let (parameters, _) = read(three.as_bytes());
    let title = parameters.get("TITLE").unwrap();
    assert_eq!((title.charset.as_deref(), title.language.as_deref()), (Some("us-ascii"), Some("en")));
    assert_eq!(title.form, Form::Continued);
}

/// RFC 2045 §5.1 and §5.2.
#[test]
fn the_examples_of_rfc_2045() {
    check("; charset=us-ascii (Plain text)", &[("charset", "us-ascii")], &[]);
    check("; charset=\"us-ascii\"", &[("charset", "us-ascii")], &[]);
    check("; CHARSET = us-ascii(comment)", &[("charset", "us-ascii")], &[]);
    check(";(a(b\\)c);\"d)a(x)=(y)b(z);", &[("a", "b")], &["parameter-stray-semicolon"]);
}

#[test]
fn quoted_strings() {
    check("; a=\"b;c=\\\"d\\\\\"; e=f", &[("a", "b;c=\"d\\"), ("e", "f")], &[]);
    check("; a=\"b\r\n c\"", &[("a", "b c")], &[]);
    check("; a=\"\"", &[("a", "")], &[]);
    check("; name=\"C:\\dir\\x.txt\"", &[("name", "C:\\dir\\x.txt")], &["parameter-backslash"]);
    check("; name=\"a.txt; charset=x", &[("name", "a.txt"), ("charset", "x")], &["parameter-unclosed-quote"]);
    check("; a=\"b\"c; d=e", &[("a", "b"), ("d", "e")], &["parameter-junk"]);
    check("; a=\"b\"c=d", &[("a", "b"), ("c", "d")], &["parameter-missing-semicolon"]);
}

#[test]
fn what_should_stand_in_quotes() {
    check("; filename=my file (1).pdf", &[("filename", "my file (1).pdf")], &["parameter-unquoted"]);
    check("; filename=a(1).pdf; b=c", &[("filename", "a(1).pdf"), ("b", "c")], &["parameter-unquoted"]);
    check("; filename=a.pdf (the file)", &[("filename", "a.pdf")], &[]);
    check("; filename=a (b", &[("filename", "a (b")], &["parameter-unquoted"]);
    check(
        "; filename=a=b size=5",
        &[("filename", "a=b"), ("size", "5")],
        &["parameter-unquoted", "parameter-missing-semicolon"],
    );
    check("; filename=x y=z.txt", &[("filename", "x y=z.txt")], &["parameter-unquoted"]);
    check("; a=b/c@d", &[("a", "b/c@d")], &["parameter-unquoted"]);
    check(
        "; charset=utf-8 format=flowed",
        &[("charset", "utf-8"), ("format", "flowed")],
        &["parameter-missing-semicolon"],
    );
    check("; charset=utf-8, a=b", &[("charset", "utf-8"), ("a", "b")], &["parameter-missing-semicolon"]);
}

#[test]
fn what_is_no_parameter() {
    check(
        ";; a=b;;",
        &[("a", "b")],
        &["parameter-stray-semicolon", "parameter-stray-semicolon", "parameter-stray-semicolon"],
    );
    check("; a", &[], &["parameter-without-value"]);
    check("; a=; b=c", &[("a", ""), ("b", "c")], &["parameter-without-value"]);
    check("; =b", &[], &["parameter-without-name"]);
    check("; \"a\"=b; c=d", &[("c", "d")], &["parameter-junk"]);
    check("; a@b=c", &[("a@b", "c")], &["parameter-bad-name"]);
    check(" junk; a=b", &[("a", "b")], &["parameter-junk"]);
    check("; a=b; (never closed; c=d", &[("a", "b"), ("c", "d")], &["parameter-junk", "unclosed-comment"]);
    check("", &[], &[]);
}

#[test]
fn two_of_one_name() {
    check("; a=b; A=c", &[("a", "b"), ("a", "c")], &["parameter-duplicate"]);
    let (parameters, flaws) = read(b"; a=b; A=c");
    assert_eq!(parameters.value("a"), Some("b"));
    assert_eq!((flaws[0].severity, flaws[0].offset), (Severity::Error, 7));
    assert_eq!(flaws[0].message, "\"a\" stands here again; \"b\" counts, not \"c\"");
    assert_eq!(read(b"; a=b; A=b").1[0].severity, Severity::Info);
    let (parameters, flaws) = read("; filename=\"x.txt\"; filename*=utf-8''%C3%A9.txt".as_bytes());
    assert_eq!(parameters.value("filename"), Some("é.txt"));
    assert_eq!((flaws[0].code, flaws.len()), ("parameter-two-forms", 1));
    check("; a*=''b; a=b", &[("a", "b"), ("a", "b")], &[]);
}

#[test]
fn sections_out_of_order() {
    check("; a*1=c; a*0=b", &[("a", "bc")], &[]);
    check("; a*0=b; a*2=c", &[("a", "bc")], &["parameter-section-gap"]);
    check("; a*1=b; a*2=c", &[("a", "bc")], &["parameter-section-gap"]);
    check("; a*0=b; a*0=c; a*1=d", &[("a", "bd")], &["parameter-section-duplicate"]);
    check("; a*00=b; a*01=c", &[("a", "bc")], &["parameter-section-number", "parameter-section-number"]);
    check(
        "; a*x=b; a*99999999999=c",
        &[("a*x", "b"), ("a*99999999999", "c")],
        &["parameter-section-number", "parameter-section-number"],
    );
    let numbered: String = (0..12).map(|n| format!("; a*{n}={n}")).collect();
    check(numbered, &[("a", "01234567891011")], &[]);
}

#[test]
fn extended_values() {
    check("; a*=utf-8''%e2%82%ac%20rates", &[("a", "€ rates")], &[]);
    check("; a*=iso-8859-1'en'%A3%20rates", &[("a", "£ rates")], &[]);
    check("; a*0*=utf-8''%C3; a*1*=%A9", &[("a", "é")], &[]);
    check("; a*=\"utf-8''%C3%A9\"", &[("a", "é")], &["parameter-extended-quoted"]);
    check("; a*=%C3%A9", &[("a", "é")], &["parameter-extended-without-charset"]);
    check("; a*=%E9", &[("a", "é")], &["parameter-extended-without-charset", "parameter-raw-8bit"]);
    check(
        "; a*=utf-8''100%; b*=utf-8''%zz",
        &[("a", "100%"), ("b", "%zz")],
        &["parameter-bad-percent", "parameter-bad-percent"],
    );
    check("; a*=klingon''%C3%A9", &[("a", "é")], &["parameter-unknown-charset"]);
    check("; a*=utf-8''%FF", &[("a", "\u{fffd}")], &["parameter-malformed-octets"]);
    check("; a*0=\"utf-8''%C3%A9\"; a*1*=%C3%A9", &[("a", "éé")], &["parameter-extended-unmarked"]);
    check("; a*0*=utf-8''%41; a*1=%41", &[("a", "A%41")], &[]);
}

#[test]
fn encoded_words_and_raw_octets() {
    check("; name=\"=?utf-8?Q?=C3=A9?=\"", &[("name", "é")], &["encoded-word-in-parameter"]);
    check("; name==?utf-8?Q?=C3=A9?=", &[("name", "é")], &["encoded-word-in-parameter", "parameter-unquoted"]);
    check(
        "; name=\"=?utf-8?Q?=C3?=\r\n =?utf-8?Q?=A9?=\"",
        &[("name", "é")],
        &["encoded-word-in-parameter", "encoded-word-split-character"],
    );
    check("; name=\"é\"", &[("name", "é")], &["parameter-raw-utf8"]);
    check(b"; name=\"\xe9\"", &[("name", "é")], &["parameter-raw-8bit"]);
    let (parameters, _) = read(b"; boundary=\"=?utf-8?Q?a?=\"");
    assert_eq!(parameters.value("boundary"), Some("=?utf-8?Q?a?="));
}

/// Each of these would take hours if any step were quadratic.
#[test]
fn tens_of_thousands_take_linear_time() {
    for piece in [
        "; a=b",
        "; a*0=b",
        "; a*0*=b",
        "; a=\"",
        "; a=(",
        "; filename=x (",
        "; filename=x (y) z",
        "; a=b c=d ",
        " (((",
        ";",
        "; =",
        "\"",
        "\\\"",
        "%",
        "; a*=%",
        "=?",
        "; a==?utf-8?q?x",
        "a b ",
        "; a*0=\"=?utf-8?b?",
    ] {
        let (parameters, flaws) = read(piece.repeat(20_000).as_bytes());
        assert!(parameters.iter().count() <= 200_000 && flaws.len() < 2_000, "{piece}");
    }
    let distinct: String = (0..100_000).map(|n| format!("; a{n}=b; c*{n}=d")).collect();
    let (parameters, flaws) = read(distinct.as_bytes());
    assert_eq!((parameters.iter().count(), parameters.value("c").map(str::len)), (100_001, Some(100_000)));
    assert!(flaws.is_empty());
}

proptest! {
    #[test]
    fn reading_takes_anything(
        octets: Vec<u8>,
        text in "([;=\"\\\\()*'%?, \r\n]|[a-c]|[0-2]|\\*0\\*=|utf-8''|name=|=\\?utf-8\\?q\\?){0,60}",
    ) {
        for octets in [&octets, text.as_bytes()] {
            let (parameters, flaws) = read(octets);
            prop_assert!(parameters.iter().all(|parameter| !parameter.name.is_empty()));
            prop_assert!(flaws.iter().all(|flaw| flaw.offset <= octets.len() as u64), "{flaws:?}");
        }
    }
}
