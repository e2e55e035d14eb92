//! Sixty letters: twenty of their own kind, and forty that differ in who, what, when and how long.

/// A message in a Maildir.
pub(super) struct Letter {
    /// The letters of its flags behind `:2,`.
    pub(super) flags: &'static str,
    /// So many hours ago it came.
    pub(super) hours: u64,
    pub(super) octets: Vec<u8>,
}

/// Header fields and a body, of flags and age.
const OWN: [(&str, u64, &str); 20] = [
    ("", 1, "From: Bob Example <bob@x.test>\nTo: alicia@example.test\nSubject: lunch\n\nLunch at noon?\n"),
    ("S", 30, "From: \"Bob Example\" <bob@x.test>\nSubject: Re: lunch\nX-Mailer: Mutt 2.2\n\nno\n"),
    ("S", 50, "From: =?utf-8?q?Jos=C3=A9?= <jose@x.test>\nSubject: =?iso-8859-1?q?A=F1o_nuevo?=\n\nfeliz\n"),
    ("F", 100, "From: =?utf-8?b?Sk9TRcyB?= <x@x.test>\nSubject: =?utf-8?b?5ryi5a2X?=\n\nx\n"),
    ("FS", 200, "From: carol@y.test\nSubject: a folded\n subject\n line\nCc: Carol <carol@y.test>, b@y.test\n\nx\n"),
    ("R", 300, "To: friends: a@x.test, b@x.test;\nBcc: dave@z.test\nSubject: group\n\nneedle\n"),
    (
        "RS",
        26,
        "Subject: with an identifier\nMessage-ID: <7@x.test>\nList-Id: Users <users.x.test>\n\nNEEDLE in capitals\n",
    ),
    (
        "D",
        20,
        "Subject: =?utf-8?q?=C3=A1rbol?=\nX-Empty:\nContent-Type: text/plain; charset=iso-8859-1\nContent-Transfer-Encoding: 8bit\n\nel se\u{1}or\n",
    ),
    (
        "T",
        74,
        "Subject: qp\nContent-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: quoted-printable\n\nthe se=C3=B1or is split by a so=\nft break\n",
    ),
    (
        "",
        170,
        "Subject: base64\nContent-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: base64\n\nTGEgc2XDsW9yYSBuZWVkbGUK\n",
    ),
    ("S", 167, "Subject: html\nContent-Type: text/html; charset=utf-8\n\n<p>some <b>bold</b> needle</p>\n"),
    (
        "S",
        2,
        "From: carol@y.test\nSubject: report 7\nContent-Type: multipart/mixed; boundary=a\n\n--a\n\nsee attached\n--a\nContent-Type: application/pdf; name=\"Report.PDF\"\nContent-Disposition: attachment; filename=\"Report.PDF\"\nContent-Transfer-Encoding: base64\n\nJVBERi0=\n--a--\n",
    ),
    (
        "",
        3,
        "Subject: picture\nContent-Type: multipart/related; boundary=a\n\n--a\nContent-Type: text/html\n\n<img src=\"cid:1\">\n--a\nContent-Type: image/png\nContent-Disposition: inline; filename=x.png\nContent-Transfer-Encoding: base64\n\nbmVlZGxlcG5n\n--a--\n",
    ),
    (
        "F",
        4,
        "Subject: forwarded\nContent-Type: multipart/mixed; boundary=a\n\n--a\n\nfyi\n--a\nContent-Type: message/rfc822\n\nFrom: eve@x.test\nSubject: inner\nX-Mailer: Mutt\n\nthe body within\n--a--\n",
    ),
    ("", 5, "Subject: early\nDate: Sun, 01 Mar 2026 00:30:00 +0200\n\nx\n"),
    ("", 6, "Subject: late\nDate: Sun, 01 Mar 2026 23:30:00 -0800\n\nx\n"),
    ("S", 7, "Subject: before\nDate: 28 Feb 2026 12:00:00 GMT\n\nx\n"),
    ("", 8, "Subject: behind (a comment)\nDate: Mon, 2 Mar 2026 12:00:00 +0000 (a comment)\n\nx\n"),
    ("", 9, "Subject: twice\nSubject: second report\nFrom: a@x.test\nFrom: bob@x.test\n\nx\n"),
    ("", 10, "Content-Type: image/png\nContent-Transfer-Encoding: base64\n\nbmVlZGxlcG5n\n"),
];

/// All of them.
pub(super) fn letters() -> Vec<Letter> {
    let own = OWN.iter().map(|(flags, hours, text)| {
        let octets = text.bytes().map(|octet| if octet == 1 { 0xf1 } else { octet }).collect();
        Letter { flags, hours: *hours, octets }
    });
    own.chain((0..40).map(made)).collect()
}

fn made(n: u64) -> Letter {
    let pick = |of: [&'static str; 5], by: u64| of[usize::try_from(n / by % 5).expect("an index")];
    let from = pick(
        ["Bob Example <bob@x.test>", "carol@y.test", "Carol (the other) <c@y.test>", "bob@y.test", "eve@x.test"],
        1,
    );
    let subject = pick(["report", "Report 12", "lunch", "nothing", "re: report"], 2);
    let flags = pick(["", "S", "F", "RS", "FRS"], 3);
    let day = 1 + n % 28;
    let body = "a line of words\n".repeat(usize::try_from(n * n / 8).expect("a length"));
    let octets = format!(
        "From: {from}\nTo: Alicia <alicia@example.test>\nSubject: {subject}\nDate: {day} Mar 2026 10:00:00 +0100\n\n{body}"
    );
    Letter { flags, hours: 1 + n * 7, octets: octets.into_bytes() }
}
