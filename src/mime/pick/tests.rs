use super::super::layers::Reader;
use super::super::parse::Limits;
use super::*;

/// The section of a message cut every `step` octets; `None` if there is none.
fn cut(message: &[u8], section: &str, form: Form, step: usize) -> Option<Vec<u8>> {
    let mut picker = Picker::new(Section::parse(section).expect("a section"), form);
    let (mut reader, mut out) = (Reader::new(Limits::default()), Vec::new());
    let mut give = |octets: &[u8]| out.extend_from_slice(octets);
    for piece in message.chunks(step) {
        reader.push(piece, &mut |layer, event| picker.event(layer, &event, &mut give));
    }
    reader.finish(&mut |layer, event| picker.event(layer, &event, &mut give));
    picker.is_over().then_some(out)
}

fn part(message: &str, section: &str) -> Option<String> {
    let whole = cut(message.as_bytes(), section, Form::Decoded, usize::MAX);
    for step in [1, 2, 3, 5, 17] {
        assert_eq!(cut(message.as_bytes(), section, Form::Decoded, step), whole, "{section} cut every {step} octets");
    }
    whole.map(|octets| String::from_utf8(octets).expect("a text"))
}

/// The message of the example in RFC 9051 §6.4.5.1, its parts named after their numbers.
fn example() -> String {
    "Subject: all\n\
     Content-Type: multipart/mixed; boundary=a\n\
     \n\
     preamble\n\
     --a\n\
     Content-Type: text/plain\n\
     \n\
     [1]\n\
     --a\n\
     Content-Type: application/octet-stream\n\
     Content-Transfer-Encoding: base64\n\
     \n\
     WzJd\n\
     --a\n\
     Content-Type: message/rfc822\n\
     \n\
     Subject: three\n\
     Content-Type: multipart/mixed; boundary=b\n\
     \n\
     --b\n\
     \n\
     [3.1]\n\
     --b\n\
     Content-Type: application/octet-stream\n\
     \n\
     [3.2]\n\
     --b--\n\
     --a\n\
     Content-Type: multipart/mixed; boundary=c\n\
     \n\
     --c\n\
     Content-Type: image/gif\n\
     \n\
     [4.1]\n\
     --c\n\
     Content-Type: message/rfc822\n\
     \n\
     Subject: four two\n\
     Content-Type: multipart/mixed; boundary=d\n\
     \n\
     --d\n\
     Content-Type: text/plain\n\
     \n\
     [4.2.1]\n\
     --d\n\
     Content-Type: multipart/alternative; boundary=e\n\
     \n\
     --e\n\
     Content-Type: text/plain\n\
     \n\
     [4.2.2.1]\n\
     --e\n\
     Content-Type: text/richtext\n\
     \n\
     [4.2.2.2]\n\
     --e--\n\
     --d--\n\
     --c--\n\
     --a--\n\
     epilogue\n"
        .to_owned()
}

#[test]
fn the_example_of_the_rfc() {
    let message = example();
    for number in ["1", "2", "3.1", "3.2", "4.1", "4.2.1", "4.2.2.1", "4.2.2.2"] {
        assert_eq!(part(&message, number).as_deref(), Some(format!("[{number}]").as_str()));
    }
    let has = |section: &str, begin: &str, end: &str| {
        let part = part(&message, section).unwrap_or_else(|| panic!("{section}"));
        assert!(part.starts_with(begin) && part.ends_with(end), "{section}: {part:?}");
        assert!(message.contains(&part), "{section}");
    };
    has("", "Subject: all\n", "epilogue\n");
    has("HEADER", "Subject: all\n", "boundary=a\n\n");
    has("TEXT", "preamble\n--a\n", "--a--\nepilogue\n");
    has("1.MIME", "Content-Type: text/plain\n", "\n\n");
    has("2.MIME", "Content-Type: application/octet-stream\n", "base64\n\n");
    has("3", "Subject: three\n", "--b--");
    has("3.MIME", "Content-Type: message/rfc822\n", "\n\n");
    has("3.HEADER", "Subject: three\n", "boundary=b\n\n");
    has("3.TEXT", "--b\n\n[3.1]\n", "--b--");
    has("4", "--c\n", "--c--");
    has("4.MIME", "Content-Type: multipart/mixed; boundary=c\n", "\n\n");
    has("4.1.MIME", "Content-Type: image/gif\n", "\n\n");
    has("4.2", "Subject: four two\n", "--d--");
    has("4.2.MIME", "Content-Type: message/rfc822\n", "\n\n");
    has("4.2.HEADER", "Subject: four two\n", "boundary=d\n\n");
    has("4.2.TEXT", "--d\n", "--d--");
    has("4.2.2", "--e\n", "--e--");
    has("4.2.2.MIME", "Content-Type: multipart/alternative; boundary=e\n", "\n\n");
    assert_eq!(part(&message, "3.1.MIME").as_deref(), Some("\n"));
    for none in ["5", "1.1", "3.3", "4.3", "1.HEADER", "1.TEXT", "4.HEADER", "4.TEXT", "5.MIME", "3.1.TEXT", "1.1.MIME"]
    {
        assert_eq!(part(&message, none), None, "{none}");
    }
}

#[test]
fn a_message_of_one_part() {
    let message = "Content-Transfer-Encoding: quoted-printable\n\na=41\n";
    assert_eq!(part(message, "1").as_deref(), Some("aA\n"));
    assert_eq!(part(message, "TEXT").as_deref(), Some("a=41\n"));
    assert_eq!(part(message, "HEADER").as_deref(), Some("Content-Transfer-Encoding: quoted-printable\n\n"));
    assert_eq!(part(message, "1.MIME"), part(message, "HEADER"));
    assert_eq!(part(message, "2"), None);
    assert_eq!(part(message, "1.1"), None);
    let as_sent = cut(message.as_bytes(), "1", Form::AsSent, usize::MAX);
    assert_eq!(as_sent.as_deref(), Some(b"a=41\n".as_slice()));
    assert_eq!(part("Subject: x", "TEXT").as_deref(), Some(""));
    assert_eq!(part("Subject: x", "HEADER").as_deref(), Some("Subject: x"));
}

#[test]
fn messages_within_messages_of_one_part() {
    let message = "Content-Type: message/rfc822\n\nSubject: in\nContent-Transfer-Encoding: base64\n\nYQ==\n";
    assert_eq!(part(message, "1.HEADER").as_deref(), Some("Subject: in\nContent-Transfer-Encoding: base64\n\n"));
    assert_eq!(part(message, "1.1").as_deref(), Some("a"));
    assert_eq!(part(message, "1.TEXT").as_deref(), Some("YQ==\n"));
    assert_eq!(part(message, "1.1.MIME"), part(message, "1.HEADER"));
    assert_eq!(part(message, "1.MIME").as_deref(), Some("Content-Type: message/rfc822\n\n"));
    assert_eq!(part(message, "1").map(|text| text.len()), Some(message.len() - 30));
}

#[test]
fn a_message_that_is_encoded() {
    let message = "Content-Type: multipart/mixed; boundary=a\n\n--a\n\nx\n--a\nContent-Type: message/rfc822\n\
                   Content-Transfer-Encoding: base64\n\nU3ViamVjdDogaW4KCmJvZHkK\n--a--\n";
    assert_eq!(part(message, "2").as_deref(), Some("Subject: in\n\nbody\n"));
    assert_eq!(part(message, "2.HEADER").as_deref(), Some("Subject: in\n\n"));
    assert_eq!(part(message, "2.1").as_deref(), Some("body\n"));
    assert_eq!(part(message, "2.TEXT").as_deref(), Some("body\n"));
    let as_sent = cut(message.as_bytes(), "2", Form::AsSent, 3);
    assert_eq!(as_sent.as_deref(), Some(b"U3ViamVjdDogaW4KCmJvZHkK".as_slice()));
    assert_eq!(part(message, "TEXT").map(|text| text.len()), Some(message.len() - 43));
}

#[test]
fn what_was_there_instead() {
    let mut picker = Picker::new(Section::parse("9").expect("a section"), Form::Decoded);
    let mut reader = Reader::new(Limits::default());
    reader.push(example().as_bytes(), &mut |layer, event| picker.event(layer, &event, &mut |_| {}));
    reader.finish(&mut |layer, event| picker.event(layer, &event, &mut |_| {}));
    let seen: Vec<String> = picker.seen(5).map(ToString::to_string).collect();
    assert_eq!(seen, ["TEXT", "1", "2", "3", "3.TEXT"]);
    assert!(!picker.is_over());
}
