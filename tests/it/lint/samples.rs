//! For every code of lint a message that has just this one flaw.

/// The beginning of a header with which nothing is wrong.
pub const HEAD: &str = "From: a@example.org\r\nDate: Mon, 23 Nov 2026 00:13:19 +0000\r\nMessage-ID: <1@example.org>\r\n\
                        MIME-Version: 1.0\r\n";
/// A part with which nothing is wrong.
const PART: &str = "--b\r\nContent-Type: text/plain\r\n\r\nx\r\n";
const MIXED: &str = "Content-Type: multipart/mixed; boundary=b\r\n\r\n";

/// The codes and their messages.
pub fn samples() -> Vec<(&'static str, Vec<u8>)> {
    let mut all = Vec::new();
    lines(&mut all);
    header(&mut all);
    values(&mut all);
    words(&mut all);
    parameters(&mut all);
    parts(&mut all);
    encodings(&mut all);
    text(&mut all);
    ambiguities(&mut all);
    all
}

type Samples = Vec<(&'static str, Vec<u8>)>;

/// A text with one more field.
fn field(code: &'static str, field: &str) -> (&'static str, Vec<u8>) {
    (code, format!("{HEAD}{field}\r\nContent-Type: text/plain\r\n\r\nx\r\n").into_bytes())
}

/// A text with this instead of a field of [`HEAD`].
fn instead(code: &'static str, name: &str, field: &str) -> (&'static str, Vec<u8>) {
    let old = HEAD.split_inclusive('\n').find(|line| line.starts_with(name)).expect("a field");
    let head = HEAD.replace(old, field);
    (code, format!("{head}Content-Type: text/plain\r\n\r\nx\r\n").into_bytes())
}

/// All behind [`HEAD`].
fn rest(code: &'static str, rest: impl AsRef<[u8]>) -> (&'static str, Vec<u8>) {
    (code, [HEAD.as_bytes(), rest.as_ref()].concat())
}

/// A body of this type and encoding.
fn body(code: &'static str, kind: &str, encoding: &str, body: impl AsRef<[u8]>) -> (&'static str, Vec<u8>) {
    let fields = format!("Content-Type: {kind}\r\nContent-Transfer-Encoding: {encoding}\r\n\r\n");
    rest(code, [fields.as_bytes(), body.as_ref()].concat())
}

/// A multipart/mixed with this behind the header.
fn mixed(code: &'static str, content: &str) -> (&'static str, Vec<u8>) {
    rest(code, format!("{MIXED}{content}"))
}

fn lines(all: &mut Samples) {
    let plain = "text/plain; charset=utf-8";
    all.extend([
        body("bare-cr", plain, "7bit", "a\rb\r\n"),
        ("bare-lf", format!("{HEAD}Content-Type: text/plain\r\n\r\nx\r\n").replace('\r', "").into_bytes()),
        body("dot-line", plain, "7bit", "..\r\n"),
        body("eight-bit", plain, "7bit", "é\r\n"),
        body("from-line", plain, "7bit", "From me\r\n"),
        body("line-long", plain, "7bit", format!("{}\r\n", "x".repeat(79))),
        body("line-too-long", plain, "7bit", format!("{}\r\n", "x".repeat(999))),
        rest("missing-transfer-encoding", format!("Content-Type: {plain}\r\n\r\né\r\n")),
        body("mixed-line-ends", plain, "7bit", "a\nb\r\n"),
        body("nul", plain, "7bit", "a\0b\r\n"),
    ]);
}

fn header(all: &mut Samples) {
    let text = "Content-Type: text/plain\r\n\r\nx\r\n";
    all.extend([
        field("field-duplicate", "Subject: a\r\nSubject: b"),
        field("field-empty", "To: "),
        field("field-too-long", &format!("X-Long: {}x", "word word\r\n ".repeat(100_000))),
        field("fold-blank", "Subject: a\r\n \r\n b"),
        mixed("header-empty", "--b\r\n\r\nx\r\n--b--\r\n"),
        ("header-missing", b"only text\r\n".to_vec()),
        rest("header-without-end", "Content-Type: text/plain\r\n"),
        ("mbox-line", format!("From a@example.org Mon Nov 23 00:13:19 2026\r\n{HEAD}{text}").into_bytes()),
        rest("message-without-fields", format!("Content-Type: message/rfc822\r\n\r\nX-A: b\r\n{text}")),
        instead("mime-version-unknown", "MIME", "MIME-Version: 2.0\r\n"),
        rest("missing-content-type", "\r\nx\r\n"),
        instead("missing-date", "Date", ""),
        instead("missing-from", "From", ""),
        instead("missing-message-id", "Message-ID", ""),
        instead("missing-mime-version", "MIME", ""),
        rest("not-a-field", "Content-Type: text/plain\r\nthis is none\r\n\r\nx\r\n"),
        ("raw-8bit-in-header", [b"Subject: \xe9\r\n", HEAD.as_bytes(), text.as_bytes()].concat()),
        field("raw-utf8-in-header", "Subject: é"),
        field("space-before-colon", "Subject : a"),
    ]);
}

fn values(all: &mut Samples) {
    all.extend([
        field("address-blank", "To: <a b@example.org>"),
        field("address-empty", "To: <>"),
        field("address-empty-element", "To: a@example.org,, b@example.org"),
        field("address-junk", "To: <a@example.org> junk"),
        field("address-missing-bracket", "To: <a@example.org"),
        field("address-missing-comma", "To: <a@example.org> <b@example.org>"),
        field("address-nested-bracket", "To: <<a@example.org>"),
        field("address-open-group", "To: all: a@example.org"),
        field("address-route", "To: <@x.example:a@example.org>"),
        field("address-stray-colon", "To: :c@example.org"),
        field("address-stray-semicolon", "To: a@example.org; b@example.org"),
        field("address-unclosed-quote", "To: \"a <a@example.org>"),
        field("address-without-brackets", "To: Alicia a@example.org"),
        field("address-without-domain", "To: <alicia>"),
        instead("date-bad-form", "Date", "Date: 23-Nov-2026 00:13:19 +0000\r\n"),
        instead("date-bad-zone", "Date", "Date: Mon, 23 Nov 2026 00:13:19 +00\r\n"),
        field("date-empty", "Resent-Date: ()"),
        instead("date-incomplete", "Date", "Date: Nov 2026\r\n"),
        instead("date-junk", "Date", "Date: Mon, 23 Nov 2026 00:13:19 #? +0000\r\n"),
        instead("date-leap-second", "Date", "Date: Sat, 31 Dec 2016 23:59:60 +0000\r\n"),
        instead("date-obsolete-zone", "Date", "Date: Mon, 23 Nov 2026 00:13:19 GMT\r\n"),
        instead("date-out-of-range", "Date", "Date: 31 Feb 2026 00:13:19 +0000\r\n"),
        instead("date-short-year", "Date", "Date: 23 Nov 99 00:13:19 +0000\r\n"),
        instead("date-wrong-weekday", "Date", "Date: Tue, 23 Nov 2026 00:13:19 +0000\r\n"),
        field("message-id-blank", "References: <a @example.org>"),
        field("message-id-phrase", "In-Reply-To: your mail <1@example.org>"),
        field("message-id-unclosed", "References: <1@example.org"),
        field("message-id-without-at", "References: <1>"),
        field("message-id-without-brackets", "References: 1@example.org"),
    ]);
}

fn words(all: &mut Samples) {
    let long = format!("Subject:\r\n =?utf-8?Q?{}?=", "x".repeat(64));
    all.extend([
        field("encoded-word-broken", "Subject: =?utf-8?Q?=ZZ?="),
        rest("encoded-word-in-parameter", "Content-Type: text/plain; name=\"=?utf-8?Q?=C3=A9?=\"\r\n\r\nx\r\n"),
        field("encoded-word-in-quoted-string", "To: \"=?utf-8?Q?=C3=A9?=\" <a@example.org>"),
        field("encoded-word-malformed-octets", "Subject: =?utf-8?Q?=FF?="),
        field("encoded-word-not-separated", "Subject: a=?utf-8?Q?=C3=A9?="),
        field("encoded-word-question-mark", "Subject: =?utf-8?Q?a?b?="),
        field("encoded-word-raw-octets", "Subject: =?utf-8?Q?é?="),
        field("encoded-word-split-character", "Subject: =?utf-8?Q?=C3?= =?utf-8?Q?=A9?="),
        field("encoded-word-too-long", &long),
        field("encoded-word-unknown-charset", "Subject: =?klingon?Q?a?="),
    ]);
}

fn parameters(all: &mut Samples) {
    let kind = |code, value: &str| rest(code, format!("Content-Type: {value}\r\n\r\nx\r\n"));
    let raw = [b"Content-Type: text/plain; name=\"\xe9\"\r\n\r\nx\r\n".as_slice()].concat();
    all.extend([
        kind("content-type-bad-name", "te*xt/plain"),
        kind("content-type-empty", "()"),
        kind("content-type-missing", "charset=utf-8"),
        kind("content-type-quoted", "\"text/plain\""),
        kind("content-type-without-subtype", "text"),
        field("disposition-missing", "Content-Disposition: filename=a"),
        field("disposition-unknown", "Content-Disposition: aside"),
        kind("parameter-backslash", "text/plain; name=\"c:\\a\""),
        kind("parameter-bad-name", "text/plain; na[me=a"),
        kind("parameter-bad-percent", "text/plain; name*=utf-8''a%zz"),
        kind("parameter-duplicate", "text/plain; name=a; name=a"),
        kind("parameter-extended-quoted", "text/plain; name*=\"utf-8''a\""),
        kind("parameter-extended-unmarked", "text/plain; name*0=utf-8''a; name*1*=%41"),
        kind("parameter-extended-without-charset", "text/plain; name*=a"),
        kind("parameter-junk", "text/plain, what; name=a"),
        kind("parameter-malformed-octets", "text/plain; name*=utf-8''%FF"),
        kind("parameter-missing-semicolon", "text/plain name=a"),
        rest("parameter-raw-8bit", raw),
        kind("parameter-raw-utf8", "text/plain; name=\"é\""),
        kind("parameter-section-duplicate", "text/plain; name*0=a; name*0=b"),
        kind("parameter-section-gap", "text/plain; name*0=a; name*2=b"),
        kind("parameter-section-number", "text/plain; name*00=a"),
        kind("parameter-stray-semicolon", "text/plain; name=a;"),
        kind("parameter-unclosed-quote", "text/plain; name=\"a"),
        kind("parameter-unknown-charset", "text/plain; name*=klingon''a"),
        kind("parameter-unquoted", "text/plain; name=a b"),
        kind("parameter-without-name", "text/plain; =a"),
        kind("parameter-without-value", "text/plain; name"),
        kind("unclosed-comment", "text/plain; name=a; (what"),
    ]);
}

fn parts(all: &mut Samples) {
    let quoted = |boundary: &str| {
        let part = PART.replace("--b", &format!("--{}", boundary.trim_end()));
        let head = format!("Content-Type: multipart/mixed;\r\n boundary=\r\n \"{boundary}\"\r\n\r\n");
        format!("{head}{part}--{}--\r\n", boundary.trim_end())
    };
    let deep: String =
        (0..100).map(|n| format!("Content-Type: multipart/mixed; boundary=\"{n:04}\"\r\n\r\n--{n:04}\r\n")).collect();
    let closed: String = (0..99).rev().map(|n| format!("\r\n--{n:04}--\r\n")).collect();
    all.extend([
        rest("alternative-of-one", format!("{}{PART}--b--\r\n", MIXED.replace("mixed", "alternative"))),
        rest("boundary-bad-character", quoted("a*b")),
        mixed("boundary-never-used", "x\r\n"),
        rest("boundary-too-long", quoted(&"b".repeat(71))),
        rest("boundary-trailing-space", quoted("b ")),
        rest("container-encoded", format!("Content-Transfer-Encoding: base64\r\n{MIXED}{PART}--b--\r\n")),
        mixed("epilogue-text", &format!("{PART}--b--\r\nbye\r\n")),
        rest("limit-reached", format!("{deep}Content-Type: text/plain\r\n\r\nx\r\n{closed}")),
        mixed("multipart-empty", "--b--\r\n"),
        mixed("multipart-not-closed", PART),
        rest("multipart-without-boundary", "Content-Type: multipart/mixed\r\n\r\nx\r\n"),
        mixed("part-in-preamble", &format!("Content-Type: text/plain\r\n\r\nhidden\r\n{PART}--b--\r\n")),
    ]);
}

fn encodings(all: &mut Samples) {
    let base64 = |code, content: &str| body(code, "image/png", "base64", format!("{content}\r\n"));
    let quoted = |code, content: &str| body(code, "image/png", "quoted-printable", format!("{content}\r\n"));
    all.extend([
        base64("base64-extra-padding", "YWJj="),
        base64("base64-junk", "YW*Jj"),
        body("base64-long-line", "image/png", "base64", format!("{}JjYW\r\nJj\r\n", "YWJj".repeat(18) + "YW")),
        base64("base64-nothing", "é"),
        base64("base64-padding", "YWI"),
        base64("base64-space", "YW Jj"),
        base64("base64-trailing-bits", "YWJ="),
        base64("base64-truncated", "YWJjY"),
        body("encoding-binary", "image/png", "binary", "\0\r\n"),
        body("encoding-junk", "image/png", "7bit or so", "x\r\n"),
        body("encoding-nonstandard", "image/png", "x-uuencode", "x\r\n"),
        body("encoding-unknown", "image/png", "base9000", "x\r\n"),
        quoted("qp-bad-escape", "a=zz"),
        body("qp-control", "image/png", "quoted-printable", "a\x07b\r\n"),
        quoted("qp-eight-bit", "é"),
        quoted("qp-long-line", &"x".repeat(77)),
        quoted("qp-lower-case", "=c3=a9"),
        body("qp-open-end", "image/png", "quoted-printable", "a="),
        quoted("qp-trailing-space", "a "),
    ]);
}

fn text(all: &mut Samples) {
    let html = "<p><img src=\"cid:x@example.org\"></p>\r\n";
    let related = |content: &str| {
        format!(
            "Content-Type: multipart/related; boundary=b\r\n\r\n--b\r\nContent-Type: text/html\r\n\r\n{content}--b\r\n\
             Content-Type: image/png\r\nContent-ID: <y@example.org>\r\n\r\nx\r\n--b--\r\n"
        )
    };
    all.extend([
        body("charset-guessed", "text/plain", "8bit", "é\r\n"),
        body("charset-malformed", "text/plain; charset=utf-8", "8bit", b"\xff\r\n"),
        body("charset-unknown", "text/plain; charset=klingon", "7bit", "x\r\n"),
        body("cid-without-part", "text/html", "7bit", html),
        body("html-charset-differs", "text/html; charset=utf-8", "7bit", "<meta charset=koi8-r>\r\n"),
        body("html-charset-unknown", "text/html", "7bit", "<meta charset=\"klingon\">\r\n"),
        body("iso-8859-1-read-as-windows-1252", "text/plain; charset=iso-8859-1", "8bit", b"\x80\r\n"),
        rest("part-without-reference", related("<p></p>\r\n")),
        body("us-ascii-8bit", "text/plain; charset=us-ascii", "8bit", "é\r\n"),
        body("utf-16-without-byte-order", "text/plain; charset=utf-16", "base64", "AGE=\r\n"),
    ]);
}

fn ambiguities(all: &mut Samples) {
    let nested = |outer: &str, inner: &str| {
        format!(
            "Content-Type: multipart/mixed; boundary={outer}\r\n\r\n--{outer}\r\nContent-Type: multipart/mixed; \
             boundary={inner}\r\n\r\n--{inner}\r\nContent-Type: text/plain\r\n\r\nx\r\n--{inner}--\r\n--{outer}--\r\n"
        )
    };
    all.extend([
        instead("ambiguous-author", "From", "From: a@example.org, b@example.net\r\nSender: a@example.org\r\n"),
        instead("missing-sender", "From", "From: a@example.org, b@example.net\r\n"),
        field("ambiguous-bare-cr", "Subject: a\rTo: b"),
        body("ambiguous-base64", "image/png", "base64", "YWI=YWJj\r\n"),
        rest("ambiguous-boundary", format!("{}{PART}--b--\r\n", MIXED.replace("=b", "=b; boundary=c"))),
        rest("ambiguous-boundary-prefix", nested("b", "bc")),
        rest("ambiguous-boundary-reused", nested("b", "b").replacen("--b--\r\n", "", 1)),
        field("ambiguous-content-type", "Content-Type: text/html"),
        mixed("ambiguous-delimiter", &format!("{PART}--bc\r\n--b--\r\n")),
        instead("ambiguous-display-name", "From", "From: \"boss@example.com\" <a@example.org>\r\n"),
        body("ambiguous-end-of-data", "text/plain", "7bit", "a\n.\r\nb\r\n"),
        field("ambiguous-file-name", "Content-Disposition: attachment; filename=a.pdf; filename*=utf-8''b.exe"),
        field("ambiguous-from", "From: b@example.net"),
        field("ambiguous-header-end", "this is none"),
        field("ambiguous-nul", "Subject: a\0b"),
        rest("ambiguous-parameter", "Content-Type: text/plain; charset=utf-8; charset=koi8-r\r\n\r\nx\r\n"),
        mixed("ambiguous-part-behind-close", &format!("{PART}--b--\r\n{PART}")),
        field("ambiguous-transfer-encoding", "Content-Transfer-Encoding: 7bit\r\nContent-Transfer-Encoding: base64"),
    ]);
}
