use proptest::prelude::*;

use super::*;

/// One line an event, its octets put together where they follow one another.
fn told(message: &[u8], step: usize) -> Vec<(String, Vec<u8>)> {
    let mut all: Vec<(String, Vec<u8>)> = Vec::new();
    let mut at = 0;
    let mut tell = |event: Event<'_>| {
        let (name, offset, octets): (String, u64, &[u8]) = match &event {
            Event::Start { offset, role } => (format!("start {role:?}"), *offset, &[]),
            Event::Field { offset, octets, name, rest } => (format!("field {name:?} {rest}"), *offset, octets),
            Event::HeaderEnd { offset, octets, content } => {
                (format!("header end {:?} {}", content.nature, content.content_type.essence()), *offset, octets)
            }
            Event::Body { offset, octets } => ("body".to_owned(), *offset, octets),
            Event::Preamble { offset, octets } => ("preamble".to_owned(), *offset, octets),
            Event::Epilogue { offset, octets } => ("epilogue".to_owned(), *offset, octets),
            Event::Boundary { offset, octets, last } => (format!("boundary {last}"), *offset, octets),
            Event::End { offset } => ("end".to_owned(), *offset, &[]),
            Event::Flaw(flaw) => return all.push((format!("! {} {}", flaw.code, flaw.offset), Vec::new())),
        };
        assert_eq!(offset, at, "{event:?}");
        at += octets.len() as u64;
        match all.last_mut() {
            Some((last, known)) if *last == name && matches!(&*name, "body" | "preamble" | "epilogue") => {
                known.extend_from_slice(octets);
            }
            _ => all.push((name, octets.to_vec())),
        }
    };
    let mut parser = Parser::new(Limits::default());
    message.chunks(step).for_each(|chunk| parser.push(chunk, &mut tell));
    parser.finish(&mut tell);
    assert_eq!(at, message.len() as u64);
    all
}

fn shown(message: &str) -> String {
    let events = told(message.as_bytes(), usize::MAX);
    for step in 1..message.len().min(40) {
        assert_eq!(told(message.as_bytes(), step), events, "cut every {step} octets");
    }
    let whole: Vec<u8> = events.iter().flat_map(|(_, octets)| octets.clone()).collect();
    assert_eq!(whole, message.as_bytes());
    let lines = events.iter().map(|(name, octets)| format!("{name} {:?}\n", String::from_utf8_lossy(octets)));
    lines.collect()
}

#[test]
fn a_simple_message() {
    let events = shown("Subject: a\r\n b\r\nFrom: c\r\n\r\nbody\r\n--x\r\n");
    assert_eq!(
        events,
        "start Root \"\"\nfield Some(7) false \"Subject: a\\r\\n b\\r\\n\"\nfield Some(4) false \"From: c\\r\\n\"\nheader end Leaf text/plain \"\\r\\n\"\nbody \"body\\r\\n--x\\r\\n\"\nend \"\"\n"
    );
}

#[test]
fn a_multipart() {
    let events =
        shown("Content-Type: multipart/mixed; boundary=b\n\npre\n--b\n\none\r\n--b\nA: b\n\ntwo\n--b--\nepi\n");
    let names: Vec<&str> = events.lines().collect();
    assert_eq!(
        names,
        [
            "start Root \"\"",
            "field Some(12) false \"Content-Type: multipart/mixed; boundary=b\\n\"",
            "header end Multipart multipart/mixed \"\\n\"",
            "preamble \"pre\"",
            "boundary false \"\\n--b\\n\"",
            "start Part \"\"",
            "header end Leaf text/plain \"\\n\"",
            "body \"one\"",
            "end \"\"",
            "boundary false \"\\r\\n--b\\n\"",
            "start Part \"\"",
            "field Some(1) false \"A: b\\n\"",
            "header end Leaf text/plain \"\\n\"",
            "body \"two\"",
            "end \"\"",
            "boundary true \"\\n--b--\"",
            "epilogue \"\\nepi\\n\"",
            "end \"\"",
        ]
    );
}

/// The names of events, shortened, for what has many.
fn names(message: &str) -> String {
    shown(message).lines().map(|line| line.split('"').next().unwrap_or_default().trim().to_owned() + "\n").collect()
}

#[test]
fn an_outer_delimiter_ends_what_is_inside() {
    let message = "Content-Type: multipart/mixed; boundary=out\n\n--out\nContent-Type: multipart/mixed; boundary=in\n\n\
                   --in\n\na\n--out\n\nb\n--out--\n";
    let told = names(message);
    assert!(told.contains("! multipart-not-closed"), "{told}");
    assert_eq!(told.matches("start Part").count(), 3, "{told}");
}

/// The line end before an outer delimiter belongs to that, not to the closing one before it (RFC 2046 §5.1.1).
#[test]
fn an_outer_delimiter_follows_a_closing_one() {
    for end in ["\n", "\r\n"] {
        let message = "Content-Type: multipart/mixed; boundary=out\n\n--out\n\
                       Content-Type: multipart/mixed; boundary=in\n\n--in\n\na\n--in--\n--out--\n"
            .replace('\n', end);
        let told = shown(&message);
        let end = end.escape_debug();
        let closing = format!("boundary true \"{end}--in--\"\nend \"\"\nboundary true \"{end}--out--\"\n");
        assert!(told.contains(&closing), "{told}");
    }
}

#[test]
fn what_is_left_out() {
    let never = names("Content-Type: multipart/mixed; boundary=b\n\ntext\n");
    assert!(never.contains("! boundary-never-used") && never.contains("preamble"), "{never}");
    let none = names("Content-Type: multipart/mixed\n\ntext\n");
    assert!(none.contains("! boundary-missing") && none.contains("header end Leaf"), "{none}");
    let open = names("Content-Type: multipart/mixed; boundary=b\n\n--b\n\ntext\n");
    assert!(open.contains("! multipart-not-closed") && open.contains("body"), "{open}");
    let header = names("Just text\nmore\n");
    assert!(header.contains("! header-missing") && header.contains("body"), "{header}");
    let end = names("Subject: x");
    assert!(end.contains("! header-without-end"), "{end}");
    let line = names("Subject: x\nnot a field\nTo: y\n\n");
    assert!(line.contains("! not-a-field") && line.contains("field Some(2)"), "{line}");
    let part = names("Content-Type: multipart/mixed; boundary=b\n\n--b\nA: b\n--b--\n");
    assert!(part.contains("! header-without-end") && part.contains("boundary true"), "{part}");
    assert_eq!(names(""), "start Root\n! header-without-end 0\nheader end Leaf text/plain\nend\n");
}

#[test]
fn a_boundary_that_ends_with_blanks() {
    let told = names("Content-Type: multipart/mixed; boundary=\"b  \"\n\n--b  \n\nx\n--b\n\ny\n--b  --\nepi\n");
    assert!(told.contains("! boundary-trailing-space"), "{told}");
    assert!(told.matches("start Part").count() == 2 && told.contains("boundary true\nepilogue"), "{told}");
}

#[test]
fn a_first_line_that_is_folded() {
    let told = names(" From: a\nSubject: b\n\nbody\n");
    assert!(told.contains("! not-a-field") && told.contains("field Some(7)"), "{told}");
    let told = names("  text\nSubject: b\n\nbody\n");
    assert!(told.contains("! header-missing"), "{told}");
}

#[test]
fn delimiters_that_are_more_or_less() {
    let head = "Content-Type: multipart/mixed; boundary=b\n\n--b\n\n";
    let prefix = names(&format!("{head}x\n--bc\n--b--\n"));
    assert!(prefix.contains("! boundary-prefix") && prefix.matches("start Part").count() == 1, "{prefix}");
    let blanks = names(&format!("{head}x\n--b \t\n\ny\n--b-- \n"));
    assert!(blanks.matches("start Part").count() == 2 && !blanks.contains('!'), "{blanks}");
    let junk = names(&format!("{head}x\n--b junk\n\ny\n--b--"));
    assert!(junk.contains("! boundary-junk") && junk.matches("start Part").count() == 2, "{junk}");
    let empty = names(&format!("{head}--b\n\n--b--\n"));
    assert_eq!(empty.matches("start Part").count(), 2, "{empty}");
    let again = names(&format!("{head}x\n--b--\ny\n--b\nz\n"));
    assert!(again.contains("epilogue") && again.matches("start Part").count() == 1, "{again}");
}

#[test]
fn messages_within() {
    let told = names("Content-Type: message/rfc822\n\nSubject: in\n\nbody\n");
    assert!(told.contains("header end Message") && told.contains("start Message") && told.contains("body"), "{told}");
    let digest = names("Content-Type: multipart/digest; boundary=b\n\n--b\n\nSubject: in\n\nx\n--b--\n");
    assert!(digest.contains("start Message"), "{digest}");
    let encoded = names("Content-Type: message/rfc822\nContent-Transfer-Encoding: BASE64\n\nAAAA\n");
    assert!(encoded.contains("! container-encoded") && encoded.contains("header end EncodedMessage"), "{encoded}");
}

#[test]
fn ten_thousand_levels_are_one_stack_of_a_hundred() {
    let mut message = String::new();
    for n in 0..10_000 {
        message += &format!("Content-Type: multipart/mixed; boundary=b{n}\n\n--b{n}\n");
    }
    let events = told(message.as_bytes(), 4096);
    assert!(events.iter().any(|(name, _)| name.starts_with("! limit-reached")));
    assert_eq!(events.iter().filter(|(name, _)| name.starts_with("start")).count(), 100);
}

#[test]
fn a_field_that_is_too_long_comes_in_pieces() {
    let mut message = b"Subject: ".to_vec();
    message.extend(std::iter::repeat_n(b'x', 3 << 20));
    message.extend(b"\r\n folded\r\nTo: a\r\n\r\nbody");
    let events = told(&message, 64 * 1024);
    let first = Limits::default().field;
    assert!(events.iter().any(|(name, octets)| name == "field Some(7) false" && octets.len() == first));
    assert_eq!(told(&message, usize::MAX).iter().map(|(name, _)| name).filter(|name| name.starts_with('!')).count(), 1);
    assert!(events.iter().any(|(name, _)| name.starts_with("! field-too-long")));
    assert!(events.iter().any(|(name, octets)| name == "field Some(2) false" && octets == b"To: a\r\n"));
    assert_eq!(events.iter().flat_map(|(_, octets)| octets.clone()).collect::<Vec<u8>>(), message);
}

fn piece() -> impl Strategy<Value = &'static str> {
    prop::sample::select(vec![
        "Content-Type: multipart/mixed; boundary=b\r\n",
        "Content-Type: multipart/mixed; boundary=\"b c\"\n",
        "Content-Type: message/rfc822\r\n",
        "Subject: a\r\n b\r\n",
        "junk\n",
        "\r\n",
        "\n",
        "\r",
        "--b\r\n",
        "--b",
        "--b--\r\n",
        "--b c--\n",
        "--bc\n",
        "-",
        " ",
        "text\r\n",
        "\u{0}",
    ])
}

proptest! {
    #[test]
    fn every_octet_is_told_once_and_cuts_make_no_difference(
        pieces in prop::collection::vec(piece(), 0..40),
        step in 1usize..9,
    ) {
        let message = pieces.concat();
        let whole = told(message.as_bytes(), usize::MAX);
        prop_assert_eq!(&told(message.as_bytes(), step), &whole);
        let octets: Vec<u8> = whole.iter().flat_map(|(_, octets)| octets.clone()).collect();
        prop_assert_eq!(octets, message.as_bytes());
    }
}
