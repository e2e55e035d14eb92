//! Messages in which servers and clients have stumbled, with LF; the comparison runs them with CRLF too.

/// Where we tell something else: the name of the message, and why.
pub(super) const DIFFERENCES: &[(&str, &str)] = &[
    ("blanks in a subject", super::BLANKS),
    (
        "a value on its second line",
        "the fold before a value is no part of it (RFC 5322 §3.6.4), to Dovecot its blank is",
    ),
    ("a comma too many", "nothing between two commas is no address (RFC 5322 §4.4), Dovecot makes one of it"),
    ("blanks in an address", "blanks around dots do not count (RFC 5322 §4.4), Dovecot takes the words for a name too"),
    (
        "no MIME-Version",
        "fields count without MIME-Version (RFC 2045 §4 lets us), to Dovecot only beside a Content-Type",
    ),
    (
        "a delimiter behind a closing one",
        "the line end before a delimiter is part of it (RFC 2046 §5.1.1), not of the message",
    ),
    ("message/global", "IMAP4rev2 tells of message/global as of message/rfc822 (RFC 9051 §9, media-message)"),
    ("a charset of RFC 2231", super::CHARSET),
    ("twice", "of fields that may stand once (RFC 5322 §3.6) the first counts, to Dovecot the last"),
];

/// `\n` as `\r\n`.
pub(super) fn crlf(text: &[u8]) -> Vec<u8> {
    let octets = text.iter().flat_map(|octet| if *octet == b'\n' { b"\r\n" } else { std::slice::from_ref(octet) });
    octets.copied().collect()
}

/// Their names and what they are.
pub(super) const TRAPS: &[(&str, &[u8])] = &[
    ("nothing but a line end", b"\n"),
    ("no header", b"\nbody\n"),
    ("a header alone", b"From: a@x.test\nSubject: s"),
    ("no last line end", b"Subject: s\n\none\ntwo"),
    ("empty fields", b"Date:\nSubject: \nFrom:\nSender: \nReply-To:\nTo: \nMessage-ID:\nIn-Reply-To: \n\nx\n"),
    ("sender and reply-to", b"From: a@x.test, b@x.test\nSender: b@x.test\nReply-To: c@x.test\n\nx\n"),
    (
        "names",
        b"From: \"Quoted \\\"name\\\" \\\\ here\" <a@x.test>\nTo: =?utf-8?Q?Mar=C3=ADa?= <m@x.test>, b@x.test (Bob \
          (B.) \
          \\) Q), Atom Q. Public <q@x.test>,\n \"=?utf-8?Q?no?=\" <n@x.test>, <c@x.test>, \"\" <e@x.test>\n\nx\n",
    ),
    (
        "addresses",
        b"From: \"a b\"@x.test\nTo: <@h1.test,@h2.test:u@x.test>, u@[192.0.2.1], local,\n \
          \"dot..dot\"@x.test, <>, a@x.test, b@x.test\nCc: a@x.test\nCc: b@x.test\n\nx\n",
    ),
    ("a comma too many", b"From: a@x.test,, b@x.test\n\nx\n"),
    ("blanks in an address", b"From: u . v @ x.test\n\nx\n"),
    (
        "groups",
        b"From: a@x.test\nTo: undisclosed-recipients:;\nCc: A group: a@x.test, B <b@x.test>; , c@x.test\n\
          Bcc: \"Quoted: group\": d@x.test;\nReply-To: Empty: ;, One: e@x.test;\n\nx\n",
    ),
    (
        "octets beyond ASCII",
        b"From: Mar\xc3\xada <m@x.test>\nTo: Jos\xe9 <j@x.test>\nSubject: a\xc3\xb1o \xe9\n\
          Content-Description: \xe9t\xe9\nContent-Type: text/plain; name=\"a\xc3\xb1o.txt\"\n\nx\n",
    ),
    (
        "folds",
        b"Subject: one\n two\n three\nDate: Mon,\n 1 Jan 2024\n 00:00:00 +0000\nFrom: A\n B\n <a@x.test>\n\
          Message-ID: <1@x.test>\nIn-Reply-To: <2@x.test>\n <3@x.test>\nContent-Type: text/plain;\n charset=utf-8;\n \
          name=\"a long\n name\"\nContent-Description: one\n two\n\nx\n",
    ),
    ("a value on its second line", b"Message-ID:\n <1@x.test>\nSubject:\n s\n\nx\n"),
    ("blanks in a subject", b"Subject: one\ttwo  three\n   four \n\nx\n"),
    (
        "encoded words",
        b"Subject: =?utf-8?B?YcOxbw==?=\n =?utf-8?Q?_x?=\nFrom: =?iso-8859-1?Q?Andr=E9?= <a@x.test>\n\nx\n",
    ),
    ("many quotes and backslashes", b"Subject: \"\"\"\"\"\\\\\\\\\\\\\"\nMessage-ID: \"\\\"\\\"\"\n\nx\n"),
    (
        "RFC 2231",
        b"MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=a\n\n--a\nContent-Type: image/jpeg; \
          name*0=\"a long \"; name*1=\"name\"; x=y\nContent-Disposition: attachment; \
          filename*=utf-8'es'a%C3%B1o.jpg\n\n\
          x\n--a\nContent-Type: image/jpeg; name*0*=utf-8''a%C3%B1o; name*1=\" 100% raw\"; name*2*=%20end\n\
          Content-Disposition: attachment; filename*1=b; filename*0=a; size=3\n\nx\n--a\nContent-Type: image/jpeg; \
          name*0=a; name*2=c\nContent-Disposition: attachment; filename=a.txt; filename*=utf-8''b.txt\n\nx\n--a--\n",
    ),
    (
        "quoted parameters",
        b"Content-Type: text/plain; name=\"a \\\"b\\\" \\\\ c;d=e\"; x=\"\"\nContent-Disposition: attachment; \
          filename=\"a;b.txt\"; modification-date=\"Wed, 12 Feb 1997 16:29:51 -0500\"; size=1\n\nx\n",
    ),
    ("no MIME-Version", b"Content-Transfer-Encoding: 8bit\n\nx\n"),
    ("a transfer encoding alone", b"MIME-Version: 1.0\nContent-Transfer-Encoding: BASE64\n\neA==\n"),
    (
        "letters",
        b"CONTENT-TYPE: TEXT/HTML; CharSet=UTF-8\nCONTENT-TRANSFER-ENCODING: Quoted-Printable\n\
          CONTENT-DISPOSITION: INLINE; FileName=X\n\nx\n",
    ),
    ("a text without charset", b"Content-Type: text/html; name=x\n\n<p>\n"),
    ("an empty multipart", b"Content-Type: multipart/mixed; boundary=a\n\nnothing\n"),
    ("a closed multipart", b"Content-Type: multipart/mixed; boundary=a\n\n--a--\n"),
    ("a multipart without boundary", b"Content-Type: multipart/alternative; x=y\n\n--a\n\nx\n--a--\n"),
    (
        "parts without anything",
        b"Content-Type: multipart/mixed; boundary=a\n\n--a\n\n--a\n\n\n--a\nContent-Type: image/png\n\n--a--\n",
    ),
    (
        "nested",
        b"MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=a\n\npreamble\n--a\nContent-Type: \
          message/rfc822\n\n\
          From: in@x.test\nSubject: outer\nContent-Type: message/rfc822\n\nSubject: inner\nMIME-Version: 1.0\n\
          Content-Type: multipart/alternative; boundary=b\n\n--b\n\none\n--b\nContent-Type: text/html\n\n<p>two\n\
          --b--\n\n\
          --a\nContent-Type: text/plain\n\nlast\n--a--\nepilogue\n",
    ),
    (
        "a delimiter behind a closing one",
        b"Content-Type: multipart/mixed; boundary=a\n\n--a\nContent-Type: message/rfc822\n\nContent-Type: \
          multipart/mixed; boundary=b\n\n--b\n\nx\n--b--\n--a--\n",
    ),
    (
        "digest",
        b"Content-Type: multipart/digest; boundary=a\n\n--a\n\nFrom: a@x.test\nSubject: one\n\nbody\n--a\n\
          Content-Type: \
          text/plain\n\nno message\n--a\nContent-Type: MESSAGE/RFC822\nContent-ID: <3@x.test>\n\nSubject: three\n\nx\n\
          --a--\n",
    ),
    (
        "signed",
        b"Content-Type: multipart/signed; micalg=pgp-sha256;\n protocol=\"application/pgp-signature\"; \
          boundary=\"a b\"\n\
          \n--a b\nContent-Type: text/plain\n\nsigned \n--a b\nContent-Type: application/pgp-signature; name=s.asc\n\
          Content-Description: OpenPGP digital signature\n\n-----BEGIN\n--a b--\n",
    ),
    (
        "extension data",
        b"Content-Type: multipart/related; boundary=a; type=\"text/html\"\nContent-Language: en\nContent-Location: \
          http://x.test/\nContent-Disposition: inline\n\n--a\nContent-Type: text/html\nContent-ID: <1@x.test>\n\
          Content-MD5: Q2hlY2sgSW50ZWdyaXR5IQ==\nContent-Language: en, es-ES,\n eu\nContent-Location: a/b.html\n\n\
          <p>\n--a\nContent-Type: image/png\nContent-Language: mi (Maori), en\nContent-Disposition: attachment\n\n\
          x\n--a--\n",
    ),
    (
        "other messages",
        b"Content-Type: multipart/report; report-type=delivery-status; boundary=a\n\n--a\n\nx\n--a\nContent-Type: \
          message/delivery-status\n\nReporting-MTA: dns; x.test\n\nFinal-Recipient: rfc822; a@x.test\n--a\n\
          Content-Type: \
          message/partial; id=1; number=1\n\nSubject: x\n\ny\n--a\nContent-Type: message/external-body; \
          access-type=x\n\nContent-Type: image/png\n\n--a\nContent-Type: text/rfc822-headers\n\nSubject: x\n--a--\n",
    ),
    ("message/global", b"Content-Type: message/global\n\nSubject: in\n\nbody\n"),
    (
        "an encoded message",
        b"Content-Type: message/rfc822\nContent-Transfer-Encoding: base64\n\nU3ViamVjdDogaW4KCmJvZHkK\n",
    ),
    ("a charset of RFC 2231", b"Content-Type: text/plain; charset*=us-ascii''utf-8\n\nx\n"),
    (
        "twice",
        b"Subject: one\nSubject: two\nMessage-ID: <1>\nMessage-ID: <2>\nContent-Type: text/html\nContent-Type: \
          text/plain\n\nx\n",
    ),
    (
        "comments",
        b"Date: Mon, 1 Jan 2024 00:00:00 +0000 (UTC) \nContent-Type: text (a) / (b) plain (c); charset (d) = (e) \
          utf-8 (f)\nContent-Transfer-Encoding: (g) 8bit (h)\nContent-Disposition: inline (i); filename=x (j)\n\nx\n",
    ),
    ("controls", b"Subject: a\x01c\x00d\nFrom: \"a\x1bb\" <a@x.test>\n\nx\x00y\n"),
    ("mixed line ends", b"Subject: x\r\nContent-Type: text/plain\n\r\none\r\ntwo\nthree\rfour\r\r\n"),
];
