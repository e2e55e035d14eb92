use super::*;
use crate::proto::trial::{self, meanings, secrets};
use crate::proto::{Dialogue as _, Meaningful, Turn};

const C: Side = Side::Client;
const S: Side = Side::Server;

fn turns(script: &[(Side, &[u8])], step: usize) -> Vec<Turn<Message>> {
    trial::turns(Dialogue::new(), script, step)
}

/// The same at any step, with no octet lost.
fn whole(script: &[(Side, &[u8])]) -> Vec<Turn<Message>> {
    trial::whole(Dialogue::new, script, &(1..60).collect::<Vec<_>>())
}

#[test]
fn the_session_of_the_slides() {
    let script: [(Side, &[u8]); 14] = [
        (S, b"+OK POP3 server ready\r\n"),
        (C, b"USER pepe\r\n"),
        (S, b"+OK\r\n"),
        (C, b"PASS goloso\r\n"),
        (S, b"+OK user successfully logged on\r\n"),
        (C, b"LIST\r\n"),
        (S, b"+OK\r\n1 498\r\n2 912\r\n.\r\n"),
        (C, b"RETR 1\r\n"),
        (S, b"+OK\r\nSubject: x\r\n\r\n..\r\n.\r\n"),
        (C, b"DELE 1\r\n"),
        (S, b"+OK\r\n"),
        (C, b"QUIT\r\n"),
        (S, b"+OK bye\r\n"),
        (S, b"+OK more\r\n"),
    ];
    let turns = whole(&script);
    assert_eq!(
        meanings(&turns),
        [
            "+OK to the connection",
            "USER",
            "+OK to USER",
            "PASS",
            "+OK to PASS",
            "LIST",
            "+OK to LIST",
            "listing of LIST",
            "end of data",
            "RETR",
            "+OK to RETR",
            "content",
            "end of data",
            "DELE",
            "+OK to DELE",
            "QUIT",
            "+OK to QUIT",
            "+OK unasked",
        ]
    );
    assert_eq!(secrets(&turns), ["goloso"]);
    assert_eq!(turns.last().map(|turn| turn.findings.len()), Some(1));
    assert!(turns.iter().rev().skip(1).all(|turn| turn.findings.is_empty()), "{turns:?}");
}

#[test]
fn what_follows_depends_on_what_was_asked() {
    let script: [(Side, &[u8]); 5] = [
        (S, b"+OK\r\n"),
        (C, b"CAPA\r\n"),
        (S, b"+OK\r\nPIPELINING\r\n.\r\n"),
        (C, b"LIST 1\r\nRETR 1\r\nRETR 9\r\nTOP 1 0\r\nUIDL\r\nAUTH\r\nSTAT\r\n"),
        (S, b"+OK 1 5\r\n+OK\r\n.\r\n-ERR no\r\n+OK\r\na\r\n.\r\n+OK\r\n1 x\r\n.\r\n+OK\r\nPLAIN\r\n.\r\n+OK 1 5\r\n"),
    ];
    let turns = whole(&script);
    let server: Vec<_> =
        meanings(&turns).into_iter().filter(|text| text.contains(' ') || text == "content").skip(4).collect();
    assert_eq!(
        server,
        [
            "+OK to LIST",
            "+OK to RETR",
            "end of data",
            "-ERR to RETR",
            "+OK to TOP",
            "content",
            "end of data",
            "+OK to UIDL",
            "listing of UIDL",
            "end of data",
            "+OK to AUTH",
            "listing of AUTH",
            "end of data",
            "+OK to STAT",
        ]
    );
    assert!(turns.iter().all(|turn| turn.findings.is_empty()), "{turns:?}");
}

#[test]
fn lines_without_end_and_long_listings() {
    let long: Vec<u8> = (1..=9000).flat_map(|n| format!("{n} 120\r\n").into_bytes()).collect();
    let listing = [b"+OK\r\n", long.as_slice(), b"..5\r\n.\r\n"].concat();
    let script: [(Side, &[u8]); 3] = [(S, b"+OK\r\n"), (C, b"LIST\r\n"), (S, &listing)];
    let turns = self::turns(&script, usize::MAX);
    assert!(meanings(&turns).iter().filter(|text| *text == "listing of LIST").count() > 2);
    assert!(turns.iter().all(|turn| turn.octets.len() <= CHUNK && turn.octets.ends_with(b"\n")));
    for step in [1, 1000, 32 * 1024 + 1] {
        assert_eq!(self::turns(&script, step), turns);
    }
    let endless = [b"+OK\r\n1 ".as_slice(), &[b'x'; 40_000], b"\r\n.\r\n"].concat();
    let script: [(Side, &[u8]); 3] = [(S, b"+OK\r\n"), (C, b"UIDL\r\n"), (S, &endless)];
    let turns = self::turns(&script, usize::MAX);
    assert_eq!(meanings(&turns).last().map(String::as_str), Some("end of data"));
    for step in [1, 1000] {
        assert_eq!(self::turns(&script, step), turns);
    }
}

#[test]
fn a_server_of_bare_lines_is_understood() {
    let script: [(Side, &[u8]); 5] =
        [(S, b"+OK\n"), (C, b"RETR 1\r\n"), (S, b"+OK\nSubject: x\n\n..\nx\n.\n"), (C, b"STAT\r\n"), (S, b"+OK 1 5\n")];
    let turns = whole(&script);
    assert_eq!(meanings(&turns)[3..], ["content", "end of data", "STAT", "+OK to STAT"]);
    // Where lines end in CRLF, such a line is text.
    let script: [(Side, &[u8]); 3] = [(S, b"+OK\r\n"), (C, b"RETR 1\r\n"), (S, b"+OK\r\na\n.\nb\r\n.\r\n")];
    assert_eq!(meanings(&whole(&script))[3..], ["content", "end of data"]);
}

#[test]
fn secrets_of_every_login() {
    let script: [(Side, &[u8]); 15] = [
        (S, b"+OK <1@x>\r\n"),
        (C, b"APOP pepe c4c9334bac560ecc979e58001b3e22fb\r\n"),
        (S, b"-ERR c4c9334bac560ecc979e58001b3e22fb?\r\n"),
        (C, b"AUTH PLAIN AHBlcGUAZ29sb3Nv\r\n"),
        (S, b"-ERR I heard goloso\r\n"),
        (C, b"AUTH LOGIN\r\n"),
        (S, b"+ VXNlcm5hbWU6\r\n"),
        (C, b"cGVwZQ==\r\n"),
        (S, b"+ UGFzc3dvcmQ6\r\n"),
        (C, b"Z29sb3Nv\r\n"),
        (S, b"+OK\r\n"),
        (C, b"USER pepe\r\n"),
        (S, b"+OK\r\n"),
        (C, b"PAS  goloso \r\nPASS  go loso \r\n"),
        (S, b"-ERR what is goloso\r\n+OK\r\n"),
    ];
    let turns = whole(&script);
    let digest = "c4c9334bac560ecc979e58001b3e22fb";
    let expected =
        [digest, digest, "AHBlcGUAZ29sb3Nv", "goloso", "cGVwZQ==", "Z29sb3Nv", "PAS  goloso ", " go loso ", "goloso"];
    assert_eq!(secrets(&turns), expected);
    for turn in &turns {
        let told = match &turn.message {
            Message::Reply { reply, .. } => reply.words(),
            other => format!("{other:?}"),
        };
        assert!(!told.contains("loso"), "{told}");
    }
}

#[test]
fn stls_hands_back_what_stands_behind_it() {
    let mut dialogue = Dialogue::new();
    dialogue.feed(S, b"+OK\r\n");
    dialogue.feed(C, b"STLS\r\nUSER x\r\n");
    let fed = dialogue.feed(S, b"+OK\r\n+OK injected\r\n");
    assert_eq!(
        fed,
        Fed::Upgrade { client: Bytes::from_static(b"USER x\r\n"), server: Bytes::from_static(b"+OK injected\r\n") }
    );
    dialogue.secured();
    dialogue.feed(C, b"CAPA\r\n");
    dialogue.feed(S, b"-ERR\r\n");
    let told: Vec<_> = std::iter::from_fn(|| dialogue.next()).collect();
    assert_eq!(meanings(&told), ["+OK to the connection", "STLS", "+OK to STLS", "CAPA", "-ERR to CAPA"]);
}

#[test]
fn what_was_begun_is_not_lost() {
    for (said, octets, meaning) in [
        (&b"+OK\r\nSubj"[..], &b"Subj"[..], "content"),
        (b"+OK\r\nline\r\n.\r", b"line\r\n.\r", "content"),
        (b"-ER", b"-ER", "unreadable"),
    ] {
        let mut dialogue = Dialogue::new();
        dialogue.feed(S, b"+OK\r\n");
        dialogue.feed(C, b"RETR 1\r\n");
        dialogue.feed(S, said);
        while dialogue.next().is_some() {}
        let rest = dialogue.unfinished(S).expect("a rest");
        assert_eq!((&rest.octets[..], rest.message.meaning().text.as_ref()), (octets, meaning));
    }
}
