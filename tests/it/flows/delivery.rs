//! `client::deliver` against scripted servers on 127.0.0.1: who says what when, and what becomes of each recipient.

use std::sync::Arc;
use std::time::{Duration, Instant};

use mailtool::base::Exit;
use mailtool::client::Limits;
use mailtool::client::deliver::{Habits, Outcome, Status, Utf8};
use mailtool::net::endpoint::Host;

use super::peer::{Peer, Recorder, Told, accept, hand_over, letter, listen, recipient, way};

const PEPE: &str = "pepe@gmail.com";
const EHLO: (&str, &str) = ("EHLO unavarra.es\r\n", "250-gmail.com\r\n250 PIPELINING\r\n");
const PLAIN_EHLO: (&str, &str) = ("EHLO unavarra.es\r\n", "250 gmail.com\r\n");
const GROUP: &str = "MAIL FROM:<alicia@unavarra.es>\r\nRCPT TO:<pepe@gmail.com>\r\nDATA\r\n";
const QUIT: (&str, &str) = ("QUIT\r\n", "221 bye\r\n");

/// One connection that goes by this script, and then closes.
async fn with_script(script: &[(&str, &str)], letters: &[(&[&str], &[u8])]) -> (Told, Arc<Recorder>) {
    with_scripts(&[script], letters).await
}

/// As many connections as there are scripts.
async fn with_scripts(scripts: &[&[(&str, &str)]], letters: &[(&[&str], &[u8])]) -> (Told, Arc<Recorder>) {
    let (socket, port) = listen().await;
    let recorder = Arc::new(Recorder::default());
    let server = async {
        for script in scripts {
            let mut peer = accept(&socket).await;
            peer.say("220 gmail.com ESMTP Postfix\r\n").await;
            peer.converse(script).await;
        }
    };
    let letters = letters.iter().enumerate().map(|(n, (recipients, octets))| letter(n + 1, recipients, octets));
    let way = way(port, &recorder);
    let (told, ()) = tokio::join!(hand_over(&way, letters.collect()), server);
    (told, recorder)
}

fn exits(told: &Told) -> Vec<Exit> {
    told.outcomes.iter().map(|outcome| outcome.verdict.exit).collect()
}

#[tokio::test]
async fn the_envelope_goes_in_one_group_and_the_next_with_the_final_dot() {
    let second = format!(".dos\r\n.\r\n{GROUP}").replacen('.', "..", 1);
    let script = [
        EHLO,
        (GROUP, "250 ok\r\n250 ok\r\n354 go on\r\n"),
        // The final dot and all of the second envelope, before anything is answered.
        (&format!("uno\r\n.\r\n{GROUP}"), "250 2.0.0 queued as 1\r\n250 ok\r\n250 ok\r\n354 go on\r\n"),
        (&second, "250 2.0.0 queued as 2\r\n250 ok\r\n250 ok\r\n354 go on\r\n"),
        ("tres\r\n.\r\n", "250 2.0.0 queued as 3\r\n"),
        QUIT,
    ];
    let (told, recorder) =
        with_script(&script, &[(&[PEPE], b"uno"), (&[PEPE], b".dos\n"), (&[PEPE], b"tres\r\n")]).await;
    let ids: Vec<_> = told.outcomes.iter().map(Outcome::queue_id).collect();
    assert_eq!(ids, [Some("1"), Some("2"), Some("3")]);
    assert!(!recorder.get().text.contains("\n!"), "{}", recorder.get().text);
    let numbers: Vec<_> = told.outcomes.iter().map(|outcome| outcome.letter).collect();
    assert_eq!(numbers, [1, 2, 3]);
}

#[tokio::test]
async fn without_pipelining_each_command_waits() {
    let (socket, port) = listen().await;
    let recorder = Arc::new(Recorder::default());
    let pause = Duration::from_millis(50);
    let server = async {
        let mut peer = accept(&socket).await;
        peer.silence(pause).await;
        peer.say("220 gmail.com\r\n").await;
        let script = [
            PLAIN_EHLO,
            ("MAIL FROM:<alicia@unavarra.es>\r\n", "250 ok\r\n"),
            ("RCPT TO:<pepe@gmail.com>\r\n", "250 ok\r\n"),
            ("RCPT TO:<ana@gmail.com>\r\n", "250 ok\r\n"),
            ("DATA\r\n", "354 go on\r\n"),
            ("x\r\n.\r\n", "250 ok\r\n"),
            ("MAIL FROM:<alicia@unavarra.es>\r\n", "250 ok\r\n"),
            ("RCPT TO:<pepe@gmail.com>\r\n", "250 ok\r\n"),
            ("DATA\r\n", "354 go on\r\n"),
            ("y\r\n.\r\n", "250 ok\r\n"),
            QUIT,
        ];
        for (command, reply) in script {
            assert_eq!(peer.hear(command).await, command);
            peer.silence(pause).await;
            peer.say(reply).await;
        }
    };
    let letters = vec![letter(1, &[PEPE, "ana@gmail.com"], b"x"), letter(2, &[PEPE], b"y")];
    let way = way(port, &recorder);
    let (told, ()) = tokio::join!(hand_over(&way, letters), server);
    let delivered = |name: &str| format!("{name}@gmail.com delivered 250");
    assert_eq!(told.lines(), [delivered("pepe"), delivered("ana"), delivered("pepe")]);
}

#[tokio::test]
async fn replies_octet_by_octet_are_the_same_replies() {
    let (socket, port) = listen().await;
    let recorder = Arc::new(Recorder::default());
    let server = async {
        let mut peer = accept(&socket).await;
        peer.stammer("220-gmail.com\r\n220 hola\r\n").await;
        let script = [
            EHLO,
            (GROUP, "250 ok\r\n250-2.1.5 pepe\r\n250 2.1.5 ok\r\n354 go on\r\n"),
            ("x\r\n.\r\n", "250-2.0.0 thank you\r\n250 2.0.0 Ok: queued as 4F5E6\r\n"),
            QUIT,
        ];
        for (ending, reply) in script {
            peer.hear(ending).await;
            peer.stammer(reply).await;
        }
    };
    let way = way(port, &recorder);
    let (told, ()) = tokio::join!(hand_over(&way, vec![letter(1, &[PEPE], b"x")]), server);
    assert_eq!(told.outcomes[0].queue_id(), Some("4F5E6"));
}

#[tokio::test]
async fn some_recipients_are_taken_and_others_are_not() {
    let group = "MAIL FROM:<alicia@unavarra.es>\r\nRCPT TO:<pepe@gmail.com>\r\nRCPT TO:<nadie@gmail.com>\r\n\
                 RCPT TO:<gris@gmail.com>\r\nDATA\r\n";
    let answers = "250 ok\r\n250 ok\r\n550-5.1.1 who\r\n550 5.1.1 is that?\r\n451 4.7.1 later\r\n354 go on\r\n";
    let script = [EHLO, (group, answers), ("x\r\n.\r\n", "250 ok\r\n"), QUIT];
    let recipients = [PEPE, "nadie@gmail.com", "gris@gmail.com"];
    let (told, _) = with_script(&script, &[(&recipients, b"x")]).await;
    assert_eq!(exits(&told), [Exit::Ok, Exit::NoUser, Exit::TempFail]);
    assert_eq!(told.outcomes[1].verdict.text, "who is that?");
}

#[tokio::test]
async fn nobody_is_left_but_data_was_accepted() {
    let script = [
        EHLO,
        (GROUP, "250 ok\r\n550 5.1.1 who?\r\n354 go on\r\n"),
        (".\r\n", "554 5.5.1 no valid recipients\r\n"),
        (GROUP, "250 ok\r\n250 ok\r\n354 go on\r\n"),
        ("y\r\n.\r\n", "250 ok\r\n"),
        QUIT,
    ];
    let (told, _) = with_script(&script, &[(&[PEPE], b"x"), (&[PEPE], b"y")]).await;
    assert_eq!(exits(&told), [Exit::NoUser, Exit::Ok]);
}

#[tokio::test]
async fn a_transaction_that_was_left_open_is_reset() {
    let script = [
        EHLO,
        (GROUP, "250 ok\r\n550 5.1.1 who?\r\n503 5.5.1 nobody\r\n"),
        ("RSET\r\n", "250 ok\r\n"),
        (GROUP, "250 ok\r\n250 ok\r\n451 4.3.0 not now\r\n"),
        ("RSET\r\n", "250 ok\r\n"),
        (GROUP, "552 5.3.4 too big\r\n503 5.5.1 no\r\n503 5.5.1 no\r\n"),
        (GROUP, "250 ok\r\n250 ok\r\n354 go on\r\n"),
        ("x\r\n.\r\n", "250 ok\r\n"),
        QUIT,
    ];
    let letters: [(&[&str], &[u8]); 4] = [(&[PEPE], b"x"), (&[PEPE], b"x"), (&[PEPE], b"x"), (&[PEPE], b"x")];
    let (told, _) = with_script(&script, &letters).await;
    assert_eq!(exits(&told), [Exit::NoUser, Exit::TempFail, Exit::Data, Exit::Ok]);
}

#[tokio::test]
async fn chunks_need_no_go_ahead() {
    let ehlo = ("EHLO unavarra.es\r\n", "250-gmail.com\r\n250-PIPELINING\r\n250 CHUNKING\r\n");
    let envelope = "MAIL FROM:<alicia@unavarra.es>\r\nRCPT TO:<pepe@gmail.com>\r\n";
    let both = format!("BDAT 9 LAST\r\n.\r\nuno.\r\n{envelope}");
    let script = [
        ehlo,
        (envelope, "250 ok\r\n250 ok\r\n"),
        (&both, "250 2.0.0 queued as 1\r\n250 ok\r\n550 5.1.1 who?\r\n"),
        ("RSET\r\n", "250 ok\r\n"),
        (envelope, "250 ok\r\n250 ok\r\n"),
        ("BDAT 0 LAST\r\n", "250 2.0.0 queued as 3\r\n"),
        QUIT,
    ];
    let (told, _) = with_script(&script, &[(&[PEPE], b".\nuno."), (&[PEPE], b"dos"), (&[PEPE], b"")]).await;
    assert_eq!(exits(&told), [Exit::Ok, Exit::NoUser, Exit::Ok]);
}

/// Octets of a message that sockets do not hold.
const LARGE: usize = 8_000_000;

/// A server that takes so much of the message, says something, and reads no more until the client is gone.
async fn stopped_upload(taken: usize, with_go_ahead: &str, then: &str) -> (Told, usize, Duration) {
    let (socket, port) = listen().await;
    let recorder = Arc::new(Recorder::default());
    let start = Instant::now();
    let server = async {
        let mut peer = accept(&socket).await;
        peer.say("220 gmail.com\r\n").await;
        peer.converse(&[EHLO]).await;
        peer.hear(GROUP).await;
        peer.say(format!("250 ok\r\n250 ok\r\n354 go on\r\n{with_go_ahead}")).await;
        peer.take(taken).await;
        peer.say(then).await;
        tokio::time::sleep(Duration::from_millis(500)).await;
        taken + peer.rest().await.len()
    };
    let body = b"0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcd\r\n".repeat(LARGE / 64);
    let way = way(port, &recorder);
    let (told, all) = tokio::join!(hand_over(&way, vec![letter(1, &[PEPE], &body)]), server);
    (told, all, start.elapsed())
}

#[tokio::test]
async fn a_word_of_the_server_stops_the_upload() {
    for (said, expected) in [
        ("421 4.3.2 going down\r\n", "pepe@gmail.com deferred 421"),
        ("552 5.3.4 too much\r\n", "pepe@gmail.com refused 552"),
        ("452 4.3.1 no room\r\n", "pepe@gmail.com deferred 452"),
    ] {
        let (told, octets, elapsed) = stopped_upload(100_000, "", said).await;
        assert_eq!(told.lines(), [expected]);
        assert!(octets < LARGE, "{octets} of {LARGE} octets were sent");
        assert!(elapsed < Duration::from_secs(8), "{elapsed:?}");
        assert!(told.progress.last().is_some_and(|(_, done, total)| done < total));
    }
}

#[tokio::test]
async fn a_word_that_was_there_before_the_upload_stops_it_too() {
    let (told, octets, _) = stopped_upload(0, "421 4.3.2 going down\r\n", "").await;
    assert_eq!(told.lines(), ["pepe@gmail.com deferred 421"]);
    assert!(octets < LARGE, "{octets} of {LARGE} octets were sent");
}

#[tokio::test]
async fn a_server_that_is_content_too_early_broke_the_protocol() {
    let (told, _, _) = stopped_upload(100_000, "", "250 2.0.0 that is enough\r\n").await;
    assert_eq!(told.outcomes[0].verdict.exit, Exit::Protocol, "{:?}", told.outcomes[0].verdict);
}

#[tokio::test]
async fn data_that_is_not_answered_by_354_sends_nothing() {
    for (reply, exit) in [("250 ok\r\n", Exit::Protocol), ("220 ok\r\n", Exit::Protocol), ("+OK\r\n", Exit::Protocol)] {
        let (socket, port) = listen().await;
        let recorder = Arc::new(Recorder::default());
        let server = async {
            let mut peer = accept(&socket).await;
            peer.say("220 gmail.com\r\n").await;
            peer.converse(&[EHLO]).await;
            peer.hear(GROUP).await;
            peer.say(format!("250 ok\r\n250 ok\r\n{reply}")).await;
            peer.rest().await
        };
        let way = way(port, &recorder);
        let (told, rest) = tokio::join!(hand_over(&way, vec![letter(1, &[PEPE], b"secret text")]), server);
        assert_eq!(exits(&told), [exit]);
        assert!(!String::from_utf8_lossy(&rest).contains("secret"), "{:?}", String::from_utf8_lossy(&rest));
    }
}

#[tokio::test]
async fn an_answer_that_never_comes_leaves_it_uncertain() {
    for close in [false, true] {
        let (socket, port) = listen().await;
        let recorder = Arc::new(Recorder::default());
        let server = async {
            let mut peer = accept(&socket).await;
            peer.say("220 gmail.com\r\n").await;
            peer.converse(&[EHLO, (GROUP, "250 ok\r\n250 ok\r\n354 go on\r\n")]).await;
            peer.hear("x\r\n.\r\n").await;
            if !close {
                peer.rest().await;
            }
        };
        let mut way = way(port, &recorder);
        way.server.limits = Limits::each(Duration::from_millis(1500));
        let (told, ()) = tokio::join!(hand_over(&way, vec![letter(1, &[PEPE], b"x")]), server);
        assert_eq!(told.outcomes[0].verdict.status, Status::Uncertain);
        assert_eq!(told.outcomes[0].verdict.exit, Exit::TempFail);
    }
}

#[tokio::test]
async fn letters_that_remain_go_over_a_new_connection() {
    let first = [
        EHLO,
        (GROUP, "250 ok\r\n250 ok\r\n354 go on\r\n"),
        (&format!("uno\r\n.\r\n{GROUP}") as &str, "250 ok\r\n421 4.3.2 one is enough\r\n"),
    ];
    let second = [
        EHLO,
        (GROUP, "250 ok\r\n250 ok\r\n354 go on\r\n"),
        (&format!("dos\r\n.\r\n{GROUP}") as &str, "250 ok\r\n250 ok\r\n250 ok\r\n354 go on\r\n"),
        ("tres\r\n.\r\n", "250 ok\r\n"),
        QUIT,
    ];
    let (told, _) = with_scripts(&[&first, &second], &[(&[PEPE], b"uno"), (&[PEPE], b"dos"), (&[PEPE], b"tres")]).await;
    assert_eq!(exits(&told), [Exit::Ok; 3]);
}

#[tokio::test]
async fn recipients_for_whom_there_is_no_room_go_in_a_second_transaction() {
    for full in ["452 4.5.3 too many recipients", "552 too many recipients", "451 4.5.3 Too many recipients"] {
        second_transaction(full).await;
    }
}

/// `full`: what the last RCPT of a transaction that is full is answered.
async fn second_transaction(full: &str) {
    let both = "MAIL FROM:<alicia@unavarra.es>\r\nRCPT TO:<pepe@gmail.com>\r\nRCPT TO:<ana@gmail.com>\r\nDATA\r\n";
    let one = "MAIL FROM:<alicia@unavarra.es>\r\nRCPT TO:<ana@gmail.com>\r\nDATA\r\n";
    let script = [
        EHLO,
        (both, &format!("250 ok\r\n250 ok\r\n{full}\r\n354 go on\r\n")),
        ("uno\r\n.\r\n", "250 ok\r\n"),
        (one, "250 ok\r\n250 ok\r\n354 go on\r\n"),
        (&format!("uno\r\n.\r\n{GROUP}") as &str, "250 ok\r\n250 ok\r\n250 ok\r\n354 go on\r\n"),
        ("dos\r\n.\r\n", "250 ok\r\n"),
        QUIT,
    ];
    let (told, _) = with_script(&script, &[(&[PEPE, "ana@gmail.com"], b"uno"), (&[PEPE], b"dos")]).await;
    let told: Vec<_> = told.outcomes.iter().map(|o| (o.letter, recipient(o), o.verdict.exit)).collect();
    let ok = |letter, recipient: &str| (letter, recipient.to_owned(), Exit::Ok);
    assert_eq!(told, [ok(1, PEPE), ok(1, "ana@gmail.com"), ok(2, PEPE)]);
}

#[tokio::test]
async fn a_unix_socket_is_a_way_too() {
    let room = tempfile::tempdir().expect("a temporary directory");
    let path = room.path().join("smtp");
    let socket = tokio::net::UnixListener::bind(&path).expect("a socket");
    let recorder = Arc::new(Recorder::default());
    let server = async {
        let mut peer = Peer::new(socket.accept().await.expect("a client").0);
        peer.say("220 gmail.com\r\n").await;
        let go_ahead = (GROUP, "250 ok\r\n250 ok\r\n354 go on\r\n");
        peer.converse(&[EHLO, go_ahead, ("x\r\n.\r\n", "250 ok\r\n"), QUIT]).await;
    };
    let mut way = way(25, &recorder);
    way.server.host = Host::Unix(path.display().to_string());
    let (told, ()) = tokio::join!(hand_over(&way, vec![letter(1, &[PEPE], b"x")]), server);
    assert_eq!(told.lines(), ["pepe@gmail.com delivered 250"]);
    way.server.host = Host::Unix(room.path().join("nobody").display().to_string());
    let told = hand_over(&way, vec![letter(1, &[PEPE], b"x")]).await;
    assert_eq!(exits(&told), [Exit::TempFail]);
}

#[tokio::test]
async fn a_greeting_that_refuses_is_everybodys_outcome() {
    let (socket, port) = listen().await;
    let recorder = Arc::new(Recorder::default());
    let server = async {
        let mut peer = accept(&socket).await;
        peer.say("521 5.3.2 no mail here\r\n").await;
        peer.rest().await
    };
    let letters = vec![letter(1, &[PEPE, "ana@gmail.com"], b"x"), letter(2, &[PEPE], b"y")];
    let way = way(port, &recorder);
    let (told, rest) = tokio::join!(hand_over(&way, letters), server);
    assert_eq!(exits(&told), [Exit::NoHost; 3]);
    assert_eq!(rest, b"QUIT\r\n", "RFC 5321 §4.1.1.10");
}

#[tokio::test]
async fn nothing_listens_there() {
    let (socket, port) = listen().await;
    drop(socket);
    let recorder = Arc::new(Recorder::default());
    let told = hand_over(&way(port, &recorder), vec![letter(1, &[PEPE], b"x")]).await;
    assert_eq!(told.lines(), ["pepe@gmail.com deferred TempFail"]);
    assert!(told.outcomes[0].verdict.text.contains("nothing listens there"), "{}", told.outcomes[0].verdict.text);
}

#[tokio::test]
async fn a_letter_for_very_many_goes_in_one_group() {
    let (socket, port) = listen().await;
    let recorder = Arc::new(Recorder::default());
    let count = 20_000;
    let server = async {
        let mut peer = accept(&socket).await;
        peer.say("220 gmail.com\r\n").await;
        peer.converse(&[EHLO]).await;
        // Answers as it reads, so that answers come while the group is still on its way.
        peer.hear_lines(count + 2, |line| match line {
            line if line.starts_with("DATA") => Some("354 go on\r\n".to_owned()),
            _ => Some("250 2.1.5 a few more words than were asked for, as servers like to say them\r\n".to_owned()),
        })
        .await;
        peer.converse(&[("x\r\n.\r\n", "250 ok\r\n"), QUIT]).await;
    };
    let recipients: Vec<String> = (0..count).map(|n| format!("u{n}@gmail.com")).collect();
    let recipients: Vec<&str> = recipients.iter().map(String::as_str).collect();
    let way = way(port, &recorder);
    let (told, ()) = tokio::join!(hand_over(&way, vec![letter(1, &recipients, b"x")]), async {
        let _ = tokio::time::timeout(Duration::from_secs(30), server).await;
    });
    let bad = told.outcomes.iter().find(|outcome| outcome.verdict.exit != Exit::Ok);
    assert!(bad.is_none(), "{:?}", bad.map(|outcome| &outcome.verdict));
    assert_eq!(told.outcomes.len(), count);
}

#[tokio::test]
async fn what_may_not_be_used_is_not_used() {
    let ehlo = ("EHLO unavarra.es\r\n", "250-gmail.com\r\n250-PIPELINING\r\n250-CHUNKING\r\n250 SMTPUTF8\r\n");
    let (socket, port) = listen().await;
    let recorder = Arc::new(Recorder::default());
    let server = async {
        let mut peer = accept(&socket).await;
        peer.say("220 gmail.com\r\n").await;
        let script = [
            ehlo,
            ("MAIL FROM:<alicia@unavarra.es>\r\n", "250 ok\r\n"),
            ("RCPT TO:<pepe@gmail.com>\r\n", "250 ok\r\n"),
            ("DATA\r\n", "354 go on\r\n"),
            ("x\r\n.\r\n", "250 ok\r\n"),
            QUIT,
        ];
        for (command, reply) in script {
            assert_eq!(peer.hear(command).await, command);
            peer.say(reply).await;
        }
    };
    let mut way = way(port, &recorder);
    way.habits = Habits { pipelining: false, chunking: false, binary: false, smtputf8: Utf8::Never };
    let (told, ()) = tokio::join!(hand_over(&way, vec![letter(1, &[PEPE], b"x")]), server);
    assert_eq!(exits(&told), [Exit::Ok]);
}
