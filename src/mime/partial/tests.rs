use proptest::prelude::*;

use super::*;
use crate::mime::content_type::ContentType;

/// The pieces of a message, pushed in blocks of `step` octets.
fn split(message: &[u8], max: u64, step: usize) -> Result<Vec<Vec<u8>>, Obstacle> {
    let mut survey = Survey::new("token", "x.test");
    message.chunks(step).for_each(|block| survey.push(block));
    let plan = survey.finish()?;
    let run = |tell: &mut dyn FnMut(Cut<'_>)| {
        let mut cutter = plan.cutter(max)?;
        message.chunks(step).for_each(|block| cutter.push(block, tell));
        Ok(cutter.finish(tell))
    };
    let total = run(&mut |_| {})?;
    let mut pieces: Vec<Vec<u8>> = Vec::new();
    run(&mut |cut| match cut {
        Cut::Begin(number) => pieces.push(plan.header(number, total)),
        Cut::Octets(octets) => pieces.last_mut().expect("a piece").extend_from_slice(octets),
    })?;
    assert_eq!(pieces.len(), total as usize);
    Ok(pieces)
}

/// What is in pieces that are in order.
fn join(pieces: &[Vec<u8>], step: usize) -> Vec<u8> {
    let (mut joiner, mut output): (Option<Joiner>, _) = (None, Vec::new());
    for piece in pieces {
        let (mut opener, mut octets) = (Opener::new(), Vec::new());
        piece.chunks(step).for_each(|block| opener.push(block, &mut |more| octets.extend_from_slice(more)));
        assert!(matches!(opener.piece(), Some(Ok(Some(_)))), "{:?}", opener.piece());
        let joiner = joiner.get_or_insert_with(|| Joiner::new(opener.fields()));
        opener.finish(&mut |more| octets.extend_from_slice(more)).expect("a piece");
        octets.chunks(step).for_each(|block| joiner.push(block, &mut output).expect("a header"));
    }
    joiner.expect("a piece").finish(&mut output);
    output
}

fn on_the_way(octets: &[u8]) -> usize {
    String::from_utf8_lossy(octets).replace("\r\n", "\n").replace('\n', "\r\n").len()
}

const MESSAGE: &str = "Received: by x\r\nFrom: a@x.test\r\nSubject: hola\r\n que tal\r\nTo: b@x.test\r\n\
    Message-ID: <1@x.test>\r\nMIME-Version: 1.0\r\nX-Odd: 1\r\nContent-Type: text/plain\r\n\r\nuno\r\n\r\ndos\r\ntres";

#[test]
fn fields_go_where_they_belong() {
    let pieces = split(MESSAGE.as_bytes(), 400, 7).unwrap();
    let header = |n: u32, total: usize| {
        format!(
            "Received: by x\r\nFrom: a@x.test\r\nTo: b@x.test\r\nX-Odd: 1\r\nSubject: hola\r\n que tal\r\n (part {n} of \
             {total})\r\nMessage-ID: <token.{n}@x.test>\r\nMIME-Version: 1.0\r\nContent-Type: message/partial; \
             id=\"token@x.test\";\r\n number={n}; total={total}\r\n\r\n"
        )
    };
    let mut whole = String::new();
    for (n, piece) in (1..).zip(&pieces) {
        assert!(piece.len() <= 400, "{} octets", piece.len());
        whole += std::str::from_utf8(piece).unwrap().strip_prefix(&header(n, pieces.len())).expect("its header");
    }
    assert_eq!(whole, MESSAGE);
    assert!(pieces.len() > 1);
}

#[test]
fn what_cannot_be_cut() {
    let refused = |message: &[u8], max| split(message, max, 3).unwrap_err();
    assert_eq!(refused("From: a\r\n\r\nuno\r\nñ\r\n".as_bytes(), 1000), Obstacle::EightBit { line: 4 });
    assert_eq!(refused(b"From: a\n\nuno\n\0\n", 1000), Obstacle::Nul { line: 4 });
    let long = format!("From: a\n\n{}\n", "x".repeat(999));
    assert_eq!(refused(long.as_bytes(), 10_000), Obstacle::LongLine { line: 3, octets: 999 });
    assert_eq!(refused(b"\n\nuno\n", 1000), Obstacle::NoHeader);
    assert_eq!(refused(b"", 1000), Obstacle::NoHeader);
    let huge = format!("From: a\nX: {}\n\nx", "y\n ".repeat(MAX_HEADER / 3));
    assert_eq!(split(huge.as_bytes(), 1 << 30, 4096).unwrap_err(), Obstacle::LongHeader);
    let Obstacle::Small { least } = refused(MESSAGE.as_bytes(), 10) else { panic!("too small") };
    assert_eq!(refused(MESSAGE.as_bytes(), least - 1), Obstacle::Small { least });
    assert_eq!(join(&split(MESSAGE.as_bytes(), least, 5).unwrap(), 9), MESSAGE.as_bytes());
}

#[test]
fn what_is_put_on_top_stays_there() {
    let mut pieces = split(MESSAGE.as_bytes(), 400, 7).unwrap();
    pieces[0].splice(0..0, b"Received: by y\r\n".iter().copied());
    assert_eq!(join(&pieces, 11), format!("Received: by y\r\n{MESSAGE}").as_bytes());
}

/// The example of RFC 2046 §5.2.2.2.
#[test]
fn fields_of_other_senders_are_merged() {
    let first = "X-Weird-Header-1: Foo\nFrom: Bill@host.com\nTo: joe@otherhost.com\nDate: Fri, 26 Mar 1993 12:59:38 \
        -0500 (EST)\nSubject: Audio mail (part 1 of 2)\nMessage-ID: <id1@host.com>\nMIME-Version: 1.0\nContent-type: \
        message/partial; id=\"ABC@host.com\";\n                   number=1; total=2\n\nX-Weird-Header-1: Bar\n\
        X-Weird-Header-2: Hello\nMessage-ID: <anotherid@foo.com>\nSubject: Audio mail\nMIME-Version: 1.0\nContent-type: \
        audio/basic\nContent-transfer-encoding: base64\n\n... first half ...\n";
    let second = "From: Bill@host.com\nSubject: Audio mail (part 2 of 2)\nMIME-Version: 1.0\nMessage-ID: <id2@host.com>\n\
        Content-type: message/partial;\n                   id=\"ABC@host.com\"; number=2; total=2\n\n... second half ...";
    let whole = "X-Weird-Header-1: Foo\nFrom: Bill@host.com\nTo: joe@otherhost.com\nDate: Fri, 26 Mar 1993 12:59:38 \
        -0500 (EST)\nMessage-ID: <anotherid@foo.com>\nSubject: Audio mail\nMIME-Version: 1.0\nContent-type: \
        audio/basic\nContent-transfer-encoding: base64\n\n... first half ...\n... second half ...";
    let pieces = [first.as_bytes().to_vec(), second.as_bytes().to_vec()];
    for step in 1..first.len() {
        assert_eq!(String::from_utf8(join(&pieces, step)).unwrap(), whole);
    }
}

#[test]
fn what_a_header_says_of_a_piece() {
    let piece = |value: &str| Piece::of(&ContentType::parse(value.as_bytes()).0);
    let of = |id: &str, number, total| Ok(Some(Piece { id: id.to_owned(), number, total }));
    assert_eq!(piece("text/plain; id=a; number=1"), Ok(None));
    assert_eq!(piece("message/partial; id=a; number=1"), of("a", 1, None));
    assert_eq!(piece("Message/Partial; NUMBER=\"2\"; total=2; id=\"a b\""), of("a b", 2, Some(2)));
    assert_eq!(piece("message/partial; number=1"), Err(Malformed::NoId));
    for number in ["", "; number=0", "; number=x", "; number=99999999999", "; number=-1"] {
        assert_eq!(piece(&format!("message/partial; id=a{number}")), Err(Malformed::NoNumber), "{number}");
    }
    assert_eq!(piece("message/partial; id=a; number=3; total=2"), Err(Malformed::Total));
}

#[test]
fn a_header_without_end_is_not_held() {
    let mut joiner = Joiner::new(Fields::default());
    let (mut output, line) = (Vec::new(), b"X: y\n".repeat(10_000));
    let failed = (0..100).find_map(|_| joiner.push(&line, &mut output).err());
    assert_eq!((failed, output.len()), (Some(Malformed::LongHeader), 0));
}

proptest! {
    #[test]
    fn pieces_make_the_message_again(
        fields in prop::collection::vec("(From|To|Subject|Content-Type|X-A|Message-ID|MIME-Version): [!-~]{0,60}", 1..9),
        lines in prop::collection::vec("[ -~]{0,90}", 0..60),
        end in prop::sample::select(vec!["\n", "\r\n"]),
        (max, step, closed) in (600u64..2500, 1usize..200, any::<bool>()),
    ) {
        let text = lines.join(end) + if closed { end } else { "" };
        let message = format!("{}{end}{end}{text}", fields.join(end));
        match split(message.as_bytes(), max, step) {
            Ok(pieces) => {
                prop_assert!(pieces.iter().all(|piece| on_the_way(piece) as u64 <= max));
                prop_assert_eq!(String::from_utf8(join(&pieces, step)).unwrap(), message);
            }
            Err(obstacle) => prop_assert!(matches!(obstacle, Obstacle::Small { .. }), "{}", obstacle),
        }
    }
}
