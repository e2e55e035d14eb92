//! What repair says that it cures is cured, for every code, other people's messages and messages that end anywhere.

use std::collections::BTreeSet;

use mailtool::mime::canonical::Canonical;
use mailtool::mime::layers;
use mailtool::mime::lint::{codes, lint};
use mailtool::mime::parse::{Event, Limits, Nature};
use mailtool::mime::patch::Edit;
use mailtool::mime::repair::{Options, Repairs, Surgeon, repair};
use mailtool::mime::transfer_encoding::Mechanism;
use mailtool::mime::transform::{Decode, LineEnd, Transform};
use proptest::prelude::*;

use crate::cli::{Mailtool, Room, Serve};
use crate::lint::corpus::messages;
use crate::lint::samples::{HEAD, samples};

/// Codes whose sample shows a flaw that cannot be mended; one that can.
fn instead() -> Vec<(&'static str, Vec<u8>)> {
    let uu = "Content-Type: a/b\r\nContent-Transfer-Encoding: x-uuencode\r\n\r\nbegin 644 a\r\n#86)C\r\n`\r\nend\r\n";
    let two = "Content-Type: text/plain; charset=koi8-r; charset*=us-ascii''utf-8\r\n\r\nx\r\n";
    let same = "Subject: a\r\nSubject: a\r\nContent-Type: text/plain\r\n\r\nx\r\n";
    [("encoding-nonstandard", uu), ("ambiguous-parameter", two), ("field-duplicate", same)]
        .map(|(code, rest)| (code, format!("{HEAD}{rest}").into_bytes()))
        .to_vec()
}

/// A message for each code that is mended.
fn flawed() -> Vec<(&'static str, Vec<u8>)> {
    let instead = instead();
    let own = |code: &str| instead.iter().any(|(own, _)| *own == code);
    let samples = samples().into_iter().filter(|(code, _)| !own(code)).chain(instead.clone());
    samples.filter(|(code, _)| codes::find(code).is_some_and(|code| code.mended)).collect()
}

/// Mended, and what the rounds came to.
fn mended(message: &[u8]) -> (Vec<u8>, Vec<Repairs>) {
    mended_as(message, LineEnd::CrLf, false)
}

fn mended_as(message: &[u8], line_end: LineEnd, break_signatures: bool) -> (Vec<u8>, Vec<Repairs>) {
    let mut n = 0;
    repair(message, line_end, break_signatures, &mut || {
        n += 1;
        format!("t0ken{n}x")
    })
}

/// The codes in a message that have a cure.
fn curable(message: &[u8]) -> BTreeSet<&'static str> {
    let findings = lint(message).findings;
    findings.iter().map(|finding| finding.code).filter(|code| code.mended).map(|code| code.code).collect()
}

/// What has a cure and is there all the same, and was not said to stay.
fn unexplained(message: &[u8], rounds: &[Repairs]) -> Vec<&'static str> {
    let left = &rounds.last().expect("a round").left;
    curable(message).into_iter().filter(|code| !left.iter().any(|left| left.code.code == *code)).collect()
}

#[test]
fn every_code_that_is_mended_is_gone() {
    let flawed = flawed();
    let mut wrong = Vec::new();
    for (code, message) in &flawed {
        let (result, rounds) = mended(message);
        let changed = rounds.iter().flat_map(|round| &round.changes).any(|change| change.code.code == *code);
        if !curable(message).contains(code) || curable(&result).contains(code) || !changed {
            wrong.push(format!("{code}: {changed} {:?}\n{}", rounds[0].left, String::from_utf8_lossy(&result)));
        }
    }
    for code in codes::all().filter(|code| code.mended) {
        if !flawed.iter().any(|(sampled, _)| *sampled == code.code) {
            wrong.push(format!("{}: no message", code.code));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn what_is_not_mended_stays() {
    for (code, message) in samples() {
        let (result, rounds) = mended(&message);
        if curable(&message).is_empty() {
            assert!(result == message, "{code}: {}", String::from_utf8_lossy(&result));
        }
        assert_eq!(unexplained(&result, &rounds), [""; 0], "{code}: {}", String::from_utf8_lossy(&result));
    }
}

/// An open leaf: its type, what decodes it, what was decoded.
type Leaf = (String, Box<dyn Decode + Send>, Vec<u8>);

/// The type of every leaf and what it decodes to, its lines in canonical form.
fn leaves(message: &[u8]) -> Vec<(String, Vec<u8>)> {
    let mut leaves: Vec<(String, Vec<u8>)> = Vec::new();
    let mut open: Vec<Option<Leaf>> = Vec::new();
    let mut reader = layers::Reader::new(Limits::default());
    let mut tell = |_: u8, event: Event<'_>| match event {
        Event::Start { .. } => open.push(None),
        Event::HeaderEnd { content, .. } if content.nature == Nature::Leaf => {
            let decoder = Mechanism::parse(content.encoding.as_deref().unwrap_or_default()).decoder();
            *open.last_mut().expect("an entity") = Some((content.content_type.essence(), decoder, Vec::new()));
        }
        Event::Body { octets, .. } => {
            if let Some(Some((_, decoder, decoded))) = open.last_mut() {
                decoder.push(octets, decoded);
            }
        }
        Event::End { .. } => {
            if let Some(Some((kind, mut decoder, mut decoded))) = open.pop() {
                decoder.finish(&mut decoded);
                let (mut canonical, mut lines) = (Canonical::new(), Vec::new());
                canonical.push(&decoded, &mut lines);
                canonical.finish(&mut lines);
                // What is empty may be there or not, where the end of a header was.
                if !lines.is_empty() {
                    leaves.push((kind, lines));
                }
            }
        }
        _ => {}
    };
    reader.push(message, &mut tell);
    reader.finish(&mut tell);
    leaves
}

/// By these the text that is read as a header becomes another one.
const OTHER_HEADER: &[&str] = &["not-a-field", "ambiguous-header-end", "ambiguous-bare-cr", "ambiguous-nul"];

fn other_header(rounds: &[Repairs]) -> bool {
    let changes = rounds.iter().flat_map(|round| &round.changes);
    changes.into_iter().any(|change| OTHER_HEADER.contains(&change.code.code))
}

#[test]
fn messages_of_others_are_mended_for_good_and_say_the_same() {
    let mut wrong = Vec::new();
    for (name, message) in messages() {
        let (result, rounds) = mended(&message);
        let unexplained = unexplained(&result, &rounds);
        if !unexplained.is_empty() {
            wrong.push(format!("{name}: {unexplained:?} remain"));
        }
        if mended(&result).0 != result {
            wrong.push(format!("{name}: changed again"));
        }
        let changes = || rounds.iter().flat_map(|round| &round.changes).map(|change| change.code.code);
        let (before, after) = (leaves(&message), leaves(&result));
        if before != after && !other_header(&rounds) {
            let differ = before.iter().zip(&after).find(|(before, after)| before != after);
            let text = differ.map(|(before, after)| {
                let shown = |(kind, text): &(String, Vec<u8>)| {
                    format!("{kind} {:.300}", String::from_utf8_lossy(text).escape_debug().to_string())
                };
                format!("{}\n{}", shown(before), shown(after))
            });
            wrong.push(format!(
                "{name}: {} leaves, {} after {:?}\n{text:?}",
                before.len(),
                after.len(),
                changes().collect::<BTreeSet<_>>()
            ));
        }
    }
    assert!(wrong.is_empty(), "{} wrong\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn a_message_that_ends_anywhere_is_mended() {
    let mut wrong = BTreeSet::new();
    for (code, message) in flawed().iter().filter(|(_, message)| message.len() < 1000) {
        for end in 0..=message.len() {
            let (result, rounds) = mended(&message[..end]);
            let unexplained = unexplained(&result, &rounds);
            if !unexplained.is_empty() || mended(&result).0 != result {
                wrong.insert(format!("{code} up to {end}: {unexplained:?}"));
            }
        }
    }
    assert!(wrong.is_empty(), "{} wrong\n{wrong:#?}", wrong.len());
}

#[test]
fn a_server_takes_what_was_mended() {
    let serve = Serve::start(&["-qq"]);
    let server = serve.address("smtp");
    let room = Room::new();
    for code in ["bare-cr", "nul", "multipart-not-closed", "raw-8bit-in-header", "ambiguous-bare-cr", "mixed-line-ends"]
    {
        let (_, message) = flawed().into_iter().find(|(sampled, _)| *sampled == code).expect("a message");
        let (before, after) = (room.file("before.eml", message), room.at("after.eml"));
        Mailtool::new(["mime", "repair", "-o", &after, &before]).run().expect(0);
        Mailtool::send(&server, ["--to", "b@example.org", "--mail-from", "a@example.org", "--eml", &after])
            .run()
            .expect(0);
        let mended = room.read("after.eml");
        assert!(serve.messages().iter().any(|taken| taken.ends_with(&mended)), "{code}");
    }
}

fn piece() -> impl Strategy<Value = &'static [u8]> {
    prop::sample::select(vec![
        &b"From: a@b.example; <c@d.example\r\n"[..],
        b"Subject : caf\xe9\r\n",
        b"Subject: =?utf-8?Q?=C3?= =?utf-8?B?qQ==?=\r\n",
        b"References: 1@a.example\0\r\n",
        b"Date: 23-Nov-26 00:13 GMT\r\n",
        b"MIME-Version: 1.0\r\n",
        b"Content-Type: multipart/mixed; boundary=b\r\n",
        b"Content-Type: multipart/mixed; boundary=\"bc \"\n",
        b"Content-Type: multipart/signed; boundary=c\r\n",
        b"Content-Type: message/rfc822\r\n",
        b"Content-Type: text/plain; name=\"\xc3\xa9\"\r\n",
        b"Content-Type: text/html; charset=us-ascii\r\n",
        b"Content-Type: a/b\r\n",
        b"Content-Transfer-Encoding: base64\r\n",
        b"Content-Transfer-Encoding: quoted-printable, or so\n",
        b"Content-Transfer-Encoding: binary\r\n",
        b"Content-Transfer-Encoding: x-uuencode\r\n",
        b" fold\r\n",
        b" \r\n",
        b"junk\n",
        b"\r\n",
        b"\r\n\r\n",
        b"\n",
        b"\r",
        b".",
        b".\n",
        b"\0",
        b"--b\r\n",
        b"--bc\r\n",
        b"--c\r\n",
        b"--b junk\r\n",
        b"--bc--\r\n",
        b"--b--\r\n",
        b"--c--\r\n",
        b"--",
        b"=2D-b\r\n",
        b"=c3\xa9=\r\n",
        b"\xc3\xa9\r\n",
        b"LS1iDQo=\r\n",
        b"begin 644 a\r\n#86)C\r\n`\r\nend\r\n",
    ])
}

proptest! {
    #[test]
    fn any_pieces_are_mended_for_good(
        pieces in prop::collection::vec(piece(), 0..40),
        lf: bool,
        break_signatures: bool,
        step in 1usize..9,
    ) {
        let line_end = if lf { LineEnd::Lf } else { LineEnd::CrLf };
        let message = pieces.concat();
        let (result, rounds) = mended_as(&message, line_end, break_signatures);
        let shown = String::from_utf8_lossy(&message).escape_debug().to_string();
        let text = String::from_utf8_lossy(&result).escape_debug().to_string();
        let mut remain = unexplained(&result, &rounds);
        remain.retain(|code| !lf || *code != "bare-lf");
        prop_assert_eq!(remain, [""; 0], "{}\n{}", shown, text);
        prop_assert!(mended_as(&result, line_end, break_signatures).0 == result, "{}\n{}", shown, text);
        if !other_header(&rounds) {
            prop_assert_eq!(leaves(&result), leaves(&message), "{}\n{}", shown, text);
        }
        prop_assert_eq!(edits(&message, step), edits(&message, usize::MAX), "{}", shown);
    }
}

/// What comes of a message that comes in pieces of so many octets.
fn edits(message: &[u8], step: usize) -> Vec<Edit> {
    let token = "t0ken".to_owned();
    let mut surgeon = Surgeon::new(Options { line_end: LineEnd::CrLf, break_signatures: false, token });
    message.chunks(step).for_each(|piece| surgeon.push(piece));
    surgeon.finish().edits
}
