//! Tests of the scan of complete messages.
use super::*;
use proptest::prelude::*;

fn scan(pieces: &[&[u8]]) -> Ready {
    let mut scan = Scan::new();
    pieces.iter().for_each(|piece| scan.push(piece));
    scan.finish()
}

/// Scans it split at every octet, and octet by octet.
fn scan_split(message: &[u8]) -> Ready {
    let whole = scan(&[message]);
    for at in 0..=message.len() {
        assert_eq!(scan(&[&message[..at], &message[at..]]), whole, "split at {at}");
    }
    assert_eq!(scan(&message.chunks(1).collect::<Vec<_>>()), whole);
    whole
}

/// What is sent: the input without the cuts.
fn sent(message: &[u8], ready: &Ready) -> Vec<u8> {
    let (mut sent, mut start) = (Vec::new(), 0);
    for cut in &ready.cuts {
        sent.extend_from_slice(&message[start..cut.start as usize]);
        start = cut.end as usize;
    }
    sent.extend_from_slice(&message[start..]);
    sent
}

fn body<'a>(message: &'a [u8], ready: &Ready) -> &'a [u8] {
    &message[ready.header_end as usize..]
}

const LETTER: &str = "From joe@example.org Thu Jan  1 00:00:00 1970\nFrom: Joe <joe@example.org>\nTo : a@example.org,\n b@example.org\n\
    BCC: secret@example.org,\n\thidden@example.org\nResent-Bcc: x@example.org\nCc:c@example.org\nSubject:  caf\u{e9}\n  au lait \n\
    Message-ID: <1@example.org>\nSender: j@example.org\nX-Bcc: shown\nDate: now\nSubject: second\nBcc:\n\nBcc: in the body\n";

#[test]
fn fields_and_cuts() {
    for end in ["\n", "\r\n", "\r"] {
        let message = LETTER.replace('\n', end);
        let ready = scan_split(message.as_bytes());
        assert_eq!(body(message.as_bytes(), &ready), format!("Bcc: in the body{end}").as_bytes());
        assert_eq!(ready.from, ["Joe <joe@example.org>"]);
        assert_eq!(ready.sender, ["j@example.org"]);
        assert_eq!(ready.to, ["a@example.org, b@example.org"]);
        assert_eq!(ready.cc, ["c@example.org"]);
        assert_eq!(ready.bcc, ["secret@example.org,\thidden@example.org", ""]);
        assert_eq!(ready.subject.as_deref(), Some("caf\u{e9}  au lait"));
        assert_eq!(ready.message_id.as_deref(), Some("<1@example.org>"));
        assert!(ready.date && ready.utf8_header && !ready.header_too_large);
        assert_eq!(ready.cuts.len(), 3);
        assert_eq!(ready.facts.octets, message.len() as u64);
        let sent = String::from_utf8(sent(message.as_bytes(), &ready)).unwrap();
        assert!(sent.starts_with("From: Joe") && sent.contains("X-Bcc: shown"), "{sent}");
        assert!(!sent.contains("secret") && !sent.contains("hidden") && !sent.contains("x@example.org"), "{sent}");
        assert_eq!(ready.canonical_size, Facts::of(sent.as_bytes()).canonical);
    }
}

#[test]
fn where_addresses_stand_and_what_a_submission_leaves_out() {
    const TEXT: &str = "Return-Path: <old@x>\nFrom: a\nrESENT-rEPLY-tO : b,\n c\nBcc: d\nContent-Length:\n 7\nContent-Lengths: 8\n\
        Subject: e\nReply-To: f\nResent-To: g\n\nTo: h\n";
    for end in ["\n", "\r\n", "\r"] {
        let message = TEXT.replace('\n', end);
        let ready = scan_split(message.as_bytes());
        let fields = ready.address_fields.iter().map(|range| &message[range.start as usize..range.end as usize]);
        let expected = "From: a\n|rESENT-rEPLY-tO : b,\n c\n|Reply-To: f\n|Resent-To: g\n".replace('\n', end);
        assert_eq!(fields.collect::<Vec<_>>().join("|"), expected);
        assert_eq!(sent(message.as_bytes(), &ready), message.replace(&format!("Bcc: d{end}"), "").as_bytes());
        let mut scan = Scan::of_submission();
        message.as_bytes().chunks(1).for_each(|octet| scan.push(octet));
        let submitted = scan.finish();
        let left = message.replace(&format!("Return-Path: <old@x>{end}"), "");
        let left = left.replace(&format!("Bcc: d{end}Content-Length:{end} 7{end}"), "");
        assert_eq!(sent(message.as_bytes(), &submitted), left.as_bytes());
        assert_eq!(submitted.canonical_size, Facts::of(left.as_bytes()).canonical);
        assert_eq!(submitted.address_fields, ready.address_fields);
    }
}

#[test]
fn odd_headers() {
    for (message, header_end) in [
        (&b""[..], 0),
        (b"\r\nbody", 2),
        (b"\n\nbody", 1),
        (b"\r\rbody", 1),
        (b"\r", 1),
        (b"From: a", 7),
        (b"From: a\r\n", 9),
        (b"From: a\r", 8),
        (b"To:\nno field here\nCc: x\n", 4),
        (b"no field here", 0),
        (b"From", 0),
        (b"To: a\nFrom joe\n", 6),
        (b"To: a\n: x\n", 6),
        (b"caf\xe9: x\n\n", 0),
        (b" continues nothing\nTo: a\n\nb", 26),
        (b"To: a\n \t\n b\n\nbody", 13),
        (b"To:\n\nbody", 5),
        (b"From joe", 8),
        (b"From \n\nx", 7),
        (b"From : a\n\nx", 10),
    ] {
        let ready = scan_split(message);
        assert_eq!(ready.header_end, header_end, "{}", message.escape_ascii());
    }
    assert_eq!(scan(&[b"From : a\n"]).from, ["a"]);
    assert!(scan(&[b"From : a\n"]).cuts.is_empty());
    assert_eq!(scan(&[b"From joe"]).cuts.first(), Some(&(0..8)));
    assert_eq!(scan(&[b" continues nothing\nTo: a\n\nb"]).to, ["a"]);
    assert_eq!(scan(&[b"bcc \t: a\n b"]).cuts.first(), Some(&(0..11)));
    assert!(!scan(&[b"Bcc: caf\xe9\n\ncaf\xe9"]).utf8_header);
}

/// Taken out as it stands, the field would leave CR LF: one line end, and the body in the header.
#[test]
fn a_cut_does_not_join_line_ends() {
    let message = b"To: a\rBcc: b\r\n\nbody";
    let ready = scan_split(message);
    assert_eq!(sent(message, &ready), b"To: a\n\nbody");
    assert_eq!(body(message, &ready), b"body");
}

/// What stands before the header is left out with what is for nobody's eyes in it.
#[test]
fn the_header_begins_behind_marks_and_mbox_lines() {
    let rest = "To: a\nBcc: hidden\nSubject: b\n\nBcc: body";
    for before in ["", "\u{feff}", ">From a b\n", "From a b\n>From c d\n", "\u{feff}From a\n b\n>From c\n"] {
        let message = format!("{before}{rest}");
        let ready = scan_split(message.as_bytes());
        assert_eq!(ready.header_start, before.len() as u64, "{before:?}");
        assert_eq!(sent(message.as_bytes(), &ready), b"To: a\nSubject: b\n\nBcc: body", "{before:?}");
        assert_eq!((&*ready.bcc, ready.doubt()), (&["hidden".to_owned()][..], None), "{before:?}");
        assert_eq!(ready.canonical_size, 32, "{before:?}");
    }
    for whole in [&b"\xef\xbb\xbf"[..], b"\xef\xbb", b"\xef\xbbTo: a"] {
        let ready = scan_split(whole);
        assert_eq!((ready.facts.octets, ready.to.len()), (whole.len() as u64, 0), "{}", whole.escape_ascii());
    }
}

#[test]
fn a_bcc_where_no_header_is_is_told() {
    let utf16 = |text: &str| text.encode_utf16().flat_map(u16::to_le_bytes).collect::<Vec<_>>();
    let big = |text: &str| text.encode_utf16().flat_map(u16::to_be_bytes).collect::<Vec<_>>();
    for hidden in [
        b"\nTo: a\nBcc: b\n\nhi".to_vec(),
        b"\r\n\r\n\r\nTo: a\r\nresent-BCC : b\r\n\r\nhi".to_vec(),
        b"\rTo: a\rBcc: b\r\rhi".to_vec(),
        b"what is this\nTo: a\nBcc: b\n\nhi".to_vec(),
        b"To: a\nFrom joe\nBcc: b\n\nhi".to_vec(),
        b"Subject: a\nnot folded\nBcc: b\n\nhi".to_vec(),
        b" Bcc: b\nTo: a\n\nhi".to_vec(),
        b"\xc2\xa0Bcc: b\nTo: a\n\nhi".to_vec(),
        b"\xef\xbb\xbf\xef\xbb\xbfBcc: b\nTo: a\n\nhi".to_vec(),
        b"\0Bcc: b\nTo: a\n\nhi".to_vec(),
        utf16("\u{feff}To: a\r\nBcc: b\r\n\r\nhi"),
        big("\u{feff}To: a\nBcc: b\n\nhi"),
        utf16("Bcc: b\nTo: a\n\nhi"),
    ] {
        let ready = scan_split(&hidden);
        assert!(ready.doubt().is_some_and(|doubt| doubt.contains("Bcc")), "{}", hidden.escape_ascii());
    }
    for fair in [
        "To: a\n\nwhat\nBcc: b\n",
        "\nhi\n\nBcc: b\n",
        "hi\r\n\r\nBcc: b",
        "hi\r\rBcc: b",
        "hi\nX-Bcc: b\n> Bcc: c\nwho Bcc: d",
        " To: a\nBcc: b\n\nBcc: c",
        "To: a\nno field\n\nBcc: c",
    ] {
        assert_eq!(scan_split(fair.as_bytes()).doubt(), None, "{fair:?}");
    }
}

/// Whoever reads a bare CR as a line end finds a field where others find the end of a subject.
#[test]
fn a_bare_cr_beside_other_line_ends_is_told() {
    for (message, ambiguous) in [
        ("Subject: a\rBcc: b\n\nbody", true),
        ("Subject: a\rBcc: b\r\n\r\nbody", true),
        ("To: a\nSubject: a\r b\n\nbody", true),
        ("To: a\r\n\rbody", true),
        ("To: a\rBcc: b\r\rbody\nbody", false),
        ("To: a\nBcc: b\n\nbody\rbody", false),
        ("To: a\r\nBcc: b\r\n\r\nbody\rbody", false),
        ("To: a\nBcc: b\r\n\nbody", false),
    ] {
        let ready = scan_split(message.as_bytes());
        assert_eq!((ready.ambiguous_lines, ready.doubt().is_some()), (ambiguous, ambiguous), "{message:?}");
    }
}

#[test]
fn what_is_kept_is_bounded() {
    let message = format!("To: {}\nBcc: secret\n\nbody", "a".repeat(KEPT));
    let ready = scan(&[message.as_bytes()]);
    assert!(ready.header_too_large && ready.to[0].len() <= KEPT);
    assert!(sent(message.as_bytes(), &ready).ends_with(b"a\n\nbody"));
    assert!(!scan(&[format!("X: {}\n", "a".repeat(KEPT)).as_bytes()]).header_too_large);
    let many = scan(&["To:\n".repeat(KEPT).as_bytes()]);
    assert!(many.header_too_large && many.to.len() < KEPT / 2);
    assert!(scan(&["Bcc:\na:\n".repeat(CUTS + 1).as_bytes()]).header_too_large);
}

proptest! {
    #[test]
    fn what_is_sent_has_no_bcc(pieces in proptest::collection::vec(
        prop::sample::select(vec!["Bcc: x", "resent-bcc:x", "To: a", "From ", "bcc ", ":", " ", "\r", "\n", "\r\n", "\u{e9}", "z"]), 0..14)
    ) {
        let message = pieces.concat();
        let message = message.as_bytes();
        let ready = scan_split(message);
        let sent = sent(message, &ready);
        let facts = Facts { quoted_printable: None, octets: message.len() as u64, ..Facts::of(&sent) };
        prop_assert_eq!(&ready.facts, &facts);
        prop_assert_eq!(ready.canonical_size, facts.canonical);
        // A line `From ` that has become the first is another matter.
        if !sent.starts_with(b"From ") {
            let again = scan(&[&sent]);
            prop_assert_eq!(body(&sent, &again), body(message, &ready));
            prop_assert!(again.bcc.is_empty());
        }
        prop_assert!(ready.cuts.iter().all(|cut| cut.start < cut.end));
        prop_assert!(ready.cuts.windows(2).all(|cuts| cuts[0].end < cuts[1].start));
    }
}
