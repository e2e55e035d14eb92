//! `mime size`: what a message weighs, what it could weigh, and whether it fits.

use std::time::Duration;

use super::{Mailtool, Room};

const MESSAGE: &str = "From: a@x.test\nSubject: size\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=a\n\n\
    --a\nContent-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: quoted-printable\n\n.=C3=B1=C3=B1=C3=B1\n\
    .\n--a\nContent-Type: image/jpeg; name=\"cr\u{1b}epe.jpg\"\nContent-Transfer-Encoding: base64\n\nAAECAwQF\n--a--\n";

fn size(message: impl AsRef<[u8]>, args: &[&str]) -> super::Outcome {
    Mailtool::new(["mime", "size", "-"]).args(args).stdin(message).run()
}

/// The growth of each encoding in percent, as the table of a file shows it.
fn growth(octets: &[u8]) -> Vec<String> {
    let outcome = Mailtool::new(["mime", "size", "--raw", "-"]).stdin(octets).run().expect(0);
    let rows = outcome.out().lines().skip(1).map(|row| row.trim_end_matches(" %").to_owned()).collect::<Vec<_>>();
    rows.iter().map(|row| row.rsplit(' ').next().unwrap_or_default().to_owned()).collect()
}

/// Octets without an order, the same each time.
fn noise(count: usize) -> Vec<u8> {
    let mut state = 1_u64;
    let mut next = || {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (state >> 56) as u8
    };
    (0..count).map(|_| next()).collect()
}

#[test]
fn the_table_of_a_message() {
    let expected = "\
1 text/plain, 9 octets
  as sent (quoted-printable)                       22   +144.4 %
  7bit                                              -  it holds octets above 127
  8bit                                             10    +11.1 %
  binary                                           10    +11.1 %
  quoted-printable                                 24   +166.7 %
  base64                                           12    +33.3 %
  x-uuencode                                       37   +311.1 %
  x-yenc                                           73   +711.1 %

2 image/jpeg \"cr\\u{1b}epe.jpg\", 6 octets
  as sent (base64)                                  8    +33.3 %
  7bit                                              -  it holds NUL
  8bit                                              -  it holds NUL
  binary                                            6     +0.0 %
  quoted-printable                                 18   +200.0 %
  base64                                            8    +33.3 %
  x-uuencode                                       39   +550.0 %
  x-yenc                                           76  +1166.7 %

the message
  header fields                                    30
  fields of MIME, delimiters                      239
  before and behind parts                           1
  content of the parts                             15
  transfer encoding                                14
  line ends made CRLF                              17
  size (RFC 1870)                                 316
  dots that DATA doubles, not counted               2

could be, for a server with
  no extension                                    296     -6.3 %
  8BITMIME                                        325     +2.8 %
  BINARYMIME and CHUNKING                         325     +2.8 %
";
    let outcome = size(MESSAGE, &[]).expect(0);
    assert_eq!(outcome.out(), expected);
}

#[test]
fn the_objects() {
    for message in [MESSAGE.to_owned(), MESSAGE.replace('\n', "\r\n")] {
        let wire = MESSAGE.replace('\n', "\r\n").len() as u64;
        let objects = size(&message, &["--json", "--limit", "1k"]).expect(0).json();
        let [text, picture, total] = &objects[..] else { panic!("{objects:?}") };
        assert_eq!(
            (&text["path"], &text["sizes"]["7bit"], &text["obstacles"]["7bit"]),
            (&"1".into(), &serde_json::Value::Null, &"it holds octets above 127".into())
        );
        assert_eq!(
            (&picture["octets"], &picture["sent"], &picture["sizes"]["binary"]),
            (&6.into(), &8.into(), &6.into())
        );
        assert_eq!((&total["size"], &total["fits"], &total["dots"]), (&wire.into(), &true.into(), &2.into()));
        let shares = total["shares"].as_object().expect("shares");
        assert_eq!(shares.values().filter_map(serde_json::Value::as_u64).sum::<u64>(), wire);
        assert_eq!(shares["line_ends"].as_u64(), Some(wire - message.len() as u64));
    }
}

#[test]
fn growth_as_the_lecture_tells_it() {
    let percent = |growth: &str| growth.parse::<f64>().expect("a number");
    let noise = growth(&noise(1 << 20));
    assert_eq!((&noise[2][..], &noise[4][..]), ("+0.0", "+36.8"));
    assert!((39.9..40.1).contains(&percent(&noise[5])), "{noise:?}");
    assert!((2.5..4.0).contains(&percent(&noise[6])), "{noise:?}");
    assert!((125.0..140.0).contains(&percent(&noise[3])), "{noise:?}");
    let text = |line: &str| growth(line.repeat(2000).as_bytes());
    let english = text("The quick brown fox jumps over the lazy dog, and the dog does not mind.\r\n");
    assert_eq!((&english[0][..], &english[3][..], &english[4][..]), ("+0.0", "+0.0", "+36.8"));
    let french = text(
        "\u{c9}t\u{e9} comme hiver, le gar\u{e7}on r\u{ea}ve d\u{2019}\u{ee}les o\u{f9} l\u{2019}on f\u{ea}te No\u{eb}l.\r\n",
    );
    let russian = text(
        "\u{421}\u{44a}\u{435}\u{448}\u{44c} \u{435}\u{449}\u{451} \u{44d}\u{442}\u{438}\u{445} \u{43c}\u{44f}\u{433}\u{43a}\u{438}\u{445}\r\n",
    );
    assert!(percent(&french[3]) > 36.8 && percent(&russian[3]) > 150.0, "{french:?} {russian:?}");
    assert!([&french, &russian].iter().all(|text| text[4] == "+36.8" && text[0] == "127" && text[1] == "+0.0"));
    assert_eq!(growth(b"")[4], "0");
}

#[test]
fn a_limit() {
    let header = "Content-Type: application/octet-stream\r\nContent-Transfer-Encoding: base64\r\n\r\n";
    let message = header.to_owned() + &("AP8A".repeat(19) + "\r\n").repeat(19);
    assert!((1500..1600).contains(&message.len()));
    size(&message, &["--limit", "2k"]).expect(0).says(&["limit 2,048: it fits"]);
    let outcome = size(&message, &["--limit", "1300"]).expect(1);
    assert!(
        outcome.out().contains("it would with the best encoding for a server with BINARYMIME and CHUNKING"),
        "{outcome}"
    );
    let outcome = size(&message, &["--limit", "1k"]).expect(1);
    assert!(outcome.out().contains("octets too large; no encoding would help"), "{outcome}");
    size(&message, &["--limit", "1T"]).expect(64);
    Mailtool::new(["mime", "size"]).run().expect(64);
    Mailtool::new(["mime", "size", "--raw", "/nowhere"]).run().expect(66);
}

#[test]
fn several_messages() {
    let mbox = "From a@x.test Mon Jan  1 00:00:00 2024\nSubject: one\n\nx\n\nFrom b@x.test Mon Jan  1 00:00:00 2024\n\
                Subject: two\n\nlonger than the first one\n";
    let objects = size(mbox, &["--json", "--limit", "30"]).expect(1).json();
    let totals: Vec<_> = objects.iter().filter(|object| !object["size"].is_null()).collect();
    assert_eq!(totals.len(), 2, "{objects:?}");
    assert_eq!((&totals[0]["fits"], &totals[1]["fits"]), (&true.into(), &false.into()));
    assert_eq!(totals[0]["size"], "Subject: one\r\n\r\nx\r\n".len());
    let outcome = size(mbox, &[]).expect(0);
    assert!(outcome.out().contains("\n\nmessage 2, at octet "), "{outcome}");
}

#[test]
fn memory_does_not_grow_with_the_message() {
    let room = Room::new();
    let mut message = b"Content-Transfer-Encoding: base64\n\n".to_vec();
    message.extend(std::iter::repeat_n([&[b'A'; 76][..], b"\n"].concat(), 1 << 18).flatten());
    let file = room.file("big.eml", message);
    for args in [&[][..], &["--raw"]] {
        let run = Mailtool::new(["mime", "size"]).args(args).args([&file]);
        let outcome = run.limit(Duration::from_secs(120)).run().expect(0);
        assert!(outcome.peak < 32 * 1024, "{} KiB", outcome.peak);
    }
}
