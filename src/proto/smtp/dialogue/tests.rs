use super::*;
use crate::proto::trial::{self, meanings};
use crate::proto::{Dialogue as _, Turn};

fn turns(script: &[(Side, &[u8])], step: usize) -> Vec<Turn<Message>> {
    trial::turns(Dialogue::new(), script, step)
}

const C: Side = Side::Client;
const S: Side = Side::Server;

const LETTER: [(Side, &[u8]); 10] = [
    (S, b"220 gmail.com\r\n"),
    (C, b"EHLO unavarra.es\r\n"),
    (S, b"250-gmail.com\r\n250-PIPELINING\r\n250 CHUNKING\r\n"),
    (C, b"MAIL FROM:<alicia@unavarra.es>\r\nRCPT TO:<pepe@gmail.com>\r\nDATA\r\n"),
    (S, b"250 ok\r\n250 ok\r\n354 go\r\n"),
    (C, b"Subject: x\r\n\r\n..\r\n.\r\nMAIL FROM:<a@b.test>\r\nRCPT TO:<c@d.test>\r\nBDAT 3\r\na\r\nBDAT 0 LAST\r\n"),
    (S, b"250 2.0.0 queued\r\n250 ok\r\n250 ok\r\n250 3\r\n250 done\r\n"),
    (C, b"QUIT\r\n"),
    (S, b"221 bye\r\n"),
    (S, b"421 late\r\n"),
];

#[test]
fn a_letter_at_every_step() {
    let whole = turns(&LETTER, usize::MAX);
    assert_eq!(
        meanings(&whole),
        [
            "220 to the connection",
            "EHLO",
            "250 to EHLO",
            "MAIL",
            "RCPT",
            "DATA",
            "250 to MAIL",
            "250 to RCPT",
            "354 to DATA",
            "content",
            "end of data",
            "MAIL",
            "RCPT",
            "BDAT",
            "content",
            "BDAT",
            "250 to the final dot",
            "250 to MAIL",
            "250 to RCPT",
            "250 to BDAT",
            "250 to BDAT LAST",
            "QUIT",
            "221 to QUIT",
            "421 unasked",
        ]
    );
    assert!(whole.iter().all(|turn| turn.findings.is_empty()), "{whole:?}");
    for step in 1..80 {
        assert_eq!(turns(&LETTER, step), whole, "in steps of {step}");
    }
}

#[test]
fn no_octet_is_lost() {
    for side in [C, S] {
        let said: Vec<u8> = LETTER.iter().filter(|(s, _)| *s == side).flat_map(|(_, o)| o.to_vec()).collect();
        let told: Vec<u8> =
            turns(&LETTER, 7).iter().filter(|t| t.side == side).flat_map(|t| t.octets.to_vec()).collect();
        assert_eq!(said, told);
    }
}

#[test]
fn content_behind_data_is_commands_if_data_is_refused() {
    let script: [(Side, &[u8]); 4] =
        [(S, b"220 x\r\n"), (C, b"DATA\r\nRSET\r\n"), (S, b"503 no\r\n"), (S, b"250 ok\r\n")];
    assert_eq!(meanings(&turns(&script, 1)), ["220 to the connection", "DATA", "503 to DATA", "RSET", "250 to RSET"]);
}

#[test]
fn large_content_comes_in_chunks_of_one_size() {
    let body = [&b"x".repeat(3 * CHUNK + 5)[..], b"\r\n.\r\n"].concat();
    for step in [1000, CHUNK, CHUNK + 1, usize::MAX] {
        let script: [(Side, &[u8]); 4] = [(S, b"220 x\r\n"), (C, b"DATA\r\n"), (S, b"354 go\r\n"), (C, &body)];
        let sizes: Vec<usize> = turns(&script, step).iter().skip(3).map(|turn| turn.octets.len()).collect();
        assert_eq!(sizes, [CHUNK, CHUNK, CHUNK, 7, 3]);
    }
}

fn shown(turn: &Turn<Message>) -> String {
    let mut octets = turn.octets.to_vec();
    for range in turn.secret.iter().rev() {
        octets.splice(range.clone(), *b"#");
    }
    String::from_utf8_lossy(&octets).into_owned()
}

fn all_shown(script: &[(Side, &[u8])]) -> String {
    turns(script, 3).iter().map(shown).collect()
}

#[test]
fn secrets_are_marked_however_the_exchange_goes() {
    let cases: [&[(Side, &[u8])]; 7] = [
        &[(C, b"AUTH PLAIN AGFsaWNpYQBzM2NyM3Q=\r\n"), (S, b"235 ok\r\n")],
        &[
            (C, b"AUTH PLAIN\r\n"),
            (S, b"334 \r\n"),
            (C, b"AGFsaWNpYQBzM2NyM3Q=\r\n"),
            (S, b"535 no s3cr3t for you\r\n"),
        ],
        // Sent all at once and refused: what was held is no command.
        &[
            (C, b"AUTH LOGIN\r\nYWxpY2lh\r\nczNjcjN0\r\nQUIT\r\n"),
            (S, b"502 what\r\n500 a\r\n500 czNjcjN0\r\n221 x\r\n"),
        ],
        // An answer that no one expects.
        &[(C, b"AUTH LOGIN\r\n"), (S, b"250 hm\r\n"), (C, b"czNjcjN0\r\n")],
        &[(C, b"AUTHPLAIN czNjcjN0\r\n"), (S, b"500 x\r\n")],
        &[(C, b"PASS s3cr3t\r\n"), (S, b"500 x\r\n")],
        &[
            (C, b"AUTH LOGIN YWxpY2lh\r\n"),
            (S, b"334 UGFzc3dvcmQ6\r\n"),
            (C, b"czNjcjN0\r\n"),
            (S, b"535-s3cr3t\r\n535 x\r\n"),
        ],
    ];
    for case in cases {
        let script = [&[(S, &b"220 x\r\n"[..])][..], case].concat();
        let text = all_shown(&script);
        for canary in ["s3cr3t", "czNjcjN0", "AGFsaWNpYQBzM2NyM3Q"] {
            assert!(!text.contains(canary), "{canary} in {text}");
        }
    }
    let text = all_shown(&[(S, b"220 x\r\n"), (C, b"AUTH LOGIN\r\nYWxp\r\nQUIT\r\n"), (S, b"502 a\r\n500 b\r\n")]);
    assert!(text.contains("QUIT"), "{text}");
}

#[test]
fn an_echoed_secret_is_masked_in_the_reply_too() {
    let script: [(Side, &[u8]); 3] =
        [(S, b"220 x\r\n"), (C, b"AUTH PLAIN AGFsaWNpYQBzM2NyM3Q=\r\n"), (S, b"535 s3cr3t is wrong\r\n")];
    let turns = turns(&script, 5);
    let Some(Turn { message: Message::Reply { reply, .. }, .. }) = turns.last() else { panic!("no reply") };
    assert_eq!(reply.text(), "•••• is wrong");
}

#[test]
fn tls_hands_back_what_was_said_behind_the_go_ahead() {
    let mut dialogue = Dialogue::new();
    dialogue.feed(S, b"220 x\r\n");
    assert_eq!(dialogue.feed(C, b"STARTTLS\r\nEHLO evil\r\n"), Fed::All);
    let Fed::Upgrade { client, server } = dialogue.feed(S, b"220 go\r\n250 injected\r\n") else { panic!("no TLS") };
    assert_eq!((&client[..], &server[..]), (&b"EHLO evil\r\n"[..], &b"250 injected\r\n"[..]));
    dialogue.secured();
    assert_eq!(dialogue.feed(C, b"EHLO me\r\n"), Fed::All);
    assert_eq!(std::iter::from_fn(|| dialogue.next()).count(), 4);
}

#[test]
fn what_waits_is_bounded() {
    let mut dialogue = Dialogue::new();
    dialogue.feed(S, b"220 x\r\n");
    dialogue.feed(C, b"DATA\r\n");
    let flood = [b'x'; MAX_HELD + 10];
    assert_eq!(dialogue.feed(C, &flood), Fed::Held { taken: MAX_HELD });
    assert_eq!(dialogue.feed(C, b"y"), Fed::Held { taken: 0 });
    dialogue.feed(S, b"354 go\r\n");
    assert_eq!(dialogue.feed(C, b"y"), Fed::All);
}

#[test]
fn deviations_are_findings() {
    let codes = |script: &[(Side, &[u8])]| {
        turns(script, 4).iter().flat_map(|turn| turn.findings.iter().map(|f| f.code)).collect::<Vec<_>>()
    };
    let after = |more: &[(Side, &'static [u8])]| codes(&[&[(S, &b"220 x\r\n"[..])][..], more].concat());
    assert_eq!(codes(&[(C, b"EHLO x\r\n")]), ["early-talker"]);
    assert_eq!(after(&[(C, b"EHLO x\r\nMAIL FROM:<>\r\n")]), ["unauthorized-pipelining"]);
    assert_eq!(after(&[(S, b"250 what\r\n")]), ["unasked-reply"]);
    assert_eq!(after(&[(C, b"NOOP\n"), (S, b"354 x\n")]), ["bare-lf", "bare-lf", "unexpected-code"]);
    assert_eq!(after(&[(S, b"+OK hello\r\n")]), ["not-a-reply"]);
    assert_eq!(after(&[(C, b"HELO x\r\n"), (S, b"250-a\r\n251 b\r\n")]), ["mixed-codes"]);
    assert_eq!(
        after(&[(C, b"DATA\r\n"), (S, b"354 go\r\n"), (C, b"a\nb\rc\0\r\n.\r\n")]),
        ["bare-cr", "bare-lf", "nul"]
    );
    assert_eq!(after(&[(C, b"DATA\r\n"), (S, b"354 go\r\n"), (C, b"a\r\n"), (S, b"552 big\r\n")]), ["early-reply"]);
}

#[test]
fn endless_lines_and_replies_are_cut_off() {
    let long = [&[b'x'; 40_000][..], b"\r\n"].concat();
    let script: [(Side, &[u8]); 2] = [(S, b"220 x\r\n"), (S, &long)];
    let told = turns(&script, usize::MAX);
    assert!(told.len() == 4 && told[1..].iter().all(|turn| turn.message == Message::Unreadable));
    assert_eq!(turns(&script, 1000), told);
    let endless = b"250-x\r\n".repeat(20_000);
    let told = turns(&[(S, b"220 x\r\n"), (S, &endless)], 4096);
    assert!(told.iter().any(|turn| turn.findings.iter().any(|f| f.code == "reply-too-long")));
}

#[test]
fn what_was_never_ended_is_told_and_its_secret_hidden() {
    let mut dialogue = Dialogue::new();
    dialogue.feed(S, b"220-a\r\n220 b");
    assert_eq!(dialogue.unfinished(S).map(|turn| turn.octets.to_vec()), Some(b"220-a\r\n220 b".to_vec()));
    let mut dialogue = Dialogue::new();
    dialogue.feed(S, b"220 x\r\n");
    dialogue.feed(C, b"AUTH PLAIN AGFs");
    assert_eq!(dialogue.unfinished(C).map(|turn| turn.secret), Some(vec![0..15]));
}

mod any_conversation {
    use proptest::prelude::*;

    use super::*;

    /// Lines that matter, octets that do not, and line ends in every state of repair.
    fn words() -> impl Strategy<Value = Vec<u8>> {
        let lines: Vec<&[u8]> = vec![
            b"220 x\r\n",
            b"250 ok\r\n",
            b"250-PIPELINING\r\n",
            b"354 go\r\n",
            b"334 VXNlcm5hbWU6\r\n",
            b"235 in\r\n",
            b"535 out\r\n",
            b"421 bye\r\n",
            b"EHLO x\r\n",
            b"MAIL FROM:<a@b.test>\r\n",
            b"RCPT TO:<a@b.test>\r\n",
            b"DATA\r\n",
            b"BDAT 7 LAST\r\n",
            b"AUTH LOGIN\r\n",
            b"AUTH PLAIN AGEAYg==\r\n",
            b"c2VjcmV0\r\n",
            b"STARTTLS\r\n",
            b".\r\n",
            b"\r\n",
            b"\n",
            b"\r",
        ];
        prop_oneof![
            proptest::sample::select(lines).prop_map(<[u8]>::to_vec),
            proptest::collection::vec(any::<u8>(), 0..40)
        ]
    }

    fn conversation() -> impl Strategy<Value = Vec<(bool, Vec<u8>)>> {
        proptest::collection::vec((any::<bool>(), words()), 0..40)
    }

    fn all(script: &[(bool, Vec<u8>)], step: usize) -> (Vec<Turn<Message>>, Vec<u8>, Vec<u8>) {
        let mut dialogue = Dialogue::new();
        let (mut turns, mut said) = (Vec::new(), [Vec::new(), Vec::new()]);
        'script: for (client, octets) in script {
            let side = if *client { C } else { S };
            for piece in octets.chunks(step) {
                said[usize::from(!client)].extend_from_slice(piece);
                let fed = dialogue.feed(side, piece);
                turns.extend(std::iter::from_fn(|| dialogue.next()));
                if let Fed::Upgrade { client, server } = fed {
                    // What is behind the go-ahead is no turn any more.
                    said[0].truncate(said[0].len() - client.len());
                    said[1].truncate(said[1].len() - server.len());
                    break 'script;
                }
            }
        }
        turns.extend([C, S].into_iter().filter_map(|side| dialogue.unfinished(side)));
        let [client, server] = said;
        (turns, client, server)
    }

    proptest! {
        #[test]
        fn is_told_whole_and_the_same_however_it_is_cut(script in conversation(), step in 1usize..9) {
            let (whole, client, server) = all(&script, usize::MAX);
            for (side, said) in [(C, &client), (S, &server)] {
                let told: Vec<u8> = whole.iter().filter(|t| t.side == side).flat_map(|t| t.octets.to_vec()).collect();
                prop_assert_eq!(&told, said);
            }
            for turn in &whole {
                prop_assert!(turn.secret.iter().all(|range| range.start < range.end && range.end <= turn.octets.len()));
            }
            let (cut, ..) = all(&script, step);
            prop_assert_eq!(cut, whole);
        }
    }
}
