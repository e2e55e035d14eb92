//! Only CRLF.CRLF ends a message, however its octets are cut; whoever talks before he may is sent away.

use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;
use std::time::Duration;

use super::Serve;
use crate::mock::{Raw, raw};

/// What some server or other has once taken for the end of a message, behind a text.
const ENDS: [&[u8]; 11] = [
    b"\n.\n",
    b"\n.\r",
    b"\r.\n",
    b"\r.\r",
    b"\n.\r\n",
    b"\r.\r\n",
    b"\r\n.\n",
    b"\r\n.\r",
    b"\r\n\0.\r\n",
    b"\r\n.\r\r\n",
    b"\r\r\n.\r\r\n",
];

/// The same as the first octets of a message.
const BEGINNINGS: [&[u8]; 4] = [b".\n", b".\r", b".\r\r\n", b"\0.\r\n"];

/// What is to be taken for commands and a second message.
const SMUGGLED: &[u8] = b"MAIL FROM:<evil@x.test>\r\nRCPT TO:<u@l.test>\r\nDATA\r\nSubject: smuggled\r\n\r\ny\r\n.\r\n";

/// How many transactions one connection carries: fewer than refusals would end it.
const A_CONNECTION: usize = 12;

/// One attempt: octets behind 354, and where they are cut; at the end: octet by octet.
type Attempt = (Vec<u8>, usize);

fn behind_text(end: &[u8]) -> Vec<u8> {
    [b"Subject: a\r\n\r\nx", end, SMUGGLED].concat()
}

/// Every content, cut at every place, and octet by octet.
fn every_cut() -> Vec<Attempt> {
    let contents = ENDS.map(behind_text).into_iter().chain(BEGINNINGS.map(|dot| [dot, SMUGGLED].concat()));
    contents.flat_map(|content| (1..=content.len()).map(move |cut| (content.clone(), cut))).collect()
}

/// As [`every_cut`], but only around the false end.
fn cuts_at_the_end() -> Vec<Attempt> {
    let near = |content: Vec<u8>| {
        let start = content.len() - SMUGGLED.len();
        let cuts = (start.saturating_sub(8).max(1)..start + 2).chain([content.len()]);
        cuts.map(|cut| (content.clone(), cut)).collect::<Vec<_>>()
    };
    ENDS.map(behind_text).into_iter().chain(BEGINNINGS.map(|dot| [dot, SMUGGLED].concat())).flat_map(near).collect()
}

/// Makes all attempts, over some connections at once; the replies must have these codes.
fn attempt_all(port: u16, attempts: &[Attempt], codes: &[u16]) {
    let next = AtomicUsize::new(0);
    let some = || {
        let from = next.fetch_add(A_CONNECTION, Ordering::Relaxed);
        attempts.get(from..attempts.len().min(from + A_CONNECTION)).filter(|some| !some.is_empty())
    };
    thread::scope(|scope| {
        for _ in 0..6 {
            scope.spawn(|| {
                while let Some(attempts) = some() {
                    let mut client = Raw::greeted(port);
                    attempts.iter().for_each(|attempt| try_it(&mut client, attempt, codes));
                    assert_eq!(raw::code(&client.ask("QUIT")), 221);
                    assert_eq!(client.rest(), "");
                }
            });
        }
    });
}

fn try_it(client: &mut Raw, (content, cut): &Attempt, codes: &[u16]) {
    client.say(b"MAIL FROM:<a@client.test>\r\nRCPT TO:<b@server.test>\r\nDATA\r\n");
    let replies = [(); 3].map(|()| client.reply());
    assert_eq!(replies.each_ref().map(|reply| raw::code(reply)), [250, 250, 354], "{replies:?}");
    match *cut == content.len() {
        true => client.say_each_octet(content),
        false => client.say_split(content, *cut),
    }
    let reply = client.reply();
    let what = || format!("{:?} cut at {cut}", String::from_utf8_lossy(content));
    assert!(codes.contains(&raw::code(&reply)), "{reply:?} to {}", what());
    // 252 can be the answer to nothing else: there was one reply and no more
    let next = client.ask("VRFY x");
    assert_eq!(raw::code(&next), 252, "{next:?} follows {reply:?} to {}", what());
}

#[test]
fn a_false_end_is_refused_at_every_cut() {
    let serve = Serve::start(&["-qq"]);
    attempt_all(serve.port(), &every_cut(), &[550, 554]);
    assert_eq!(serve.messages(), Vec::<Vec<u8>>::new());
    assert_eq!(serve.stdout(), "");
}

#[test]
fn a_false_end_that_is_kept_ends_nothing() {
    let serve = Serve::start(&["-qq", "--bare-newline", "keep"]);
    let attempts = cuts_at_the_end();
    attempt_all(serve.port(), &attempts, &[250]);
    let messages = serve.messages();
    assert_eq!(messages.len(), attempts.len());
    for message in messages {
        let text = String::from_utf8_lossy(&message);
        assert!(
            text.ends_with("DATA\r\nSubject: smuggled\r\n\r\ny\r\n") && text.contains("MAIL FROM:<evil@x.test>"),
            "{text:?}"
        );
    }
}

#[test]
fn what_is_kept_is_kept_octet_by_octet() {
    let serve = Serve::start(&["--bare-newline", "keep"]);
    let mut client = Raw::greeted(serve.port());
    try_it(&mut client, &(b"a\rb\nc\0d\r\n..e\r\n...\r\n\xff\r\r\n.\r\n".to_vec(), 5), &[250]);
    assert_eq!(serve.message(), b"a\rb\nc\0d\r\n.e\r\n..\r\n\xff\r\r\n");
}

#[test]
fn the_true_end_is_found_at_every_cut() {
    let serve = Serve::start(&["-qq"]);
    let content = b"Subject: a\r\n\r\n..\r\n.x\r\n\r\n.\r\n".to_vec();
    let attempts: Vec<Attempt> = (1..=content.len()).map(|cut| (content.clone(), cut)).collect();
    attempt_all(serve.port(), &attempts, &[250]);
    let messages = serve.messages();
    assert_eq!(messages.len(), attempts.len());
    // a dot at the beginning of a line goes, whatever follows it (RFC 5321 §4.5.2)
    assert!(messages.iter().all(|message| message == b"Subject: a\r\n\r\n.\r\nx\r\n\r\n"), "{messages:?}");
}

/// Says octets, reads to the end of the connection, and checks that the server refused and kept nothing.
fn sent_away(serve: &Serve, client: &mut Raw, octets: &[u8]) {
    client.say(octets);
    let replies = client.rest();
    let what = String::from_utf8_lossy(octets);
    assert!(replies.lines().any(|line| line.starts_with("554 5.5.0")), "{what:?} is answered {replies:?}");
    assert_eq!(serve.messages(), Vec::<Vec<u8>>::new(), "{what:?}");
}

#[test]
fn who_talks_before_the_greeting_is_sent_away() {
    let serve = Serve::start(&["--pipelining", "strict"]);
    // so that the octets are there before the server can greet
    serve.signal("-STOP");
    let mut client = Raw::connect(serve.port());
    client.say(b"EHLO x\r\nMAIL FROM:<a@x.test>\r\nRCPT TO:<b@x.test>\r\nDATA\r\n");
    thread::sleep(Duration::from_millis(50));
    serve.signal("-CONT");
    sent_away(&serve, &mut client, b"Subject: early\r\n\r\nx\r\n.\r\n");
}

const ENVELOPE: &str = "MAIL FROM:<a@x.test>\r\nRCPT TO:<b@x.test>\r\n";
const LETTER: &str = "Subject: early\r\n\r\nx\r\n.\r\n";

#[test]
fn who_talks_behind_ehlo_is_sent_away() {
    let serve = Serve::start(&["--pipelining", "strict"]);
    for verb in ["EHLO", "HELO"] {
        let mut client = Raw::connect(serve.port());
        assert_eq!(raw::code(&client.reply()), 220);
        sent_away(&serve, &mut client, format!("{verb} x\r\n{ENVELOPE}DATA\r\n{LETTER}").as_bytes());
    }
}

#[test]
fn who_talks_behind_data_is_sent_away() {
    let serve = Serve::start(&["--pipelining", "strict"]);
    let mut client = Raw::greeted(serve.port());
    sent_away(&serve, &mut client, format!("{ENVELOPE}DATA\r\n{LETTER}").as_bytes());
}

#[test]
fn who_talks_behind_auth_is_sent_away() {
    let serve = Serve::start(&["--pipelining", "strict", "--user", "alicia:wonder land"]);
    for auth in ["AUTH PLAIN AGFsaWNpYQB3b25kZXIgbGFuZA==", "AUTH LOGIN"] {
        let mut client = Raw::greeted(serve.port());
        sent_away(&serve, &mut client, format!("{auth}\r\n{ENVELOPE}").as_bytes());
    }
}

#[test]
fn early_talkers_may_be_borne() {
    let serve = Serve::start(&["--pipelining", "any"]);
    let mut client = Raw::connect(serve.port());
    client.say(format!("EHLO x\r\n{ENVELOPE}DATA\r\n{LETTER}QUIT\r\n").as_bytes());
    let codes = [(); 7].map(|()| raw::code(&client.reply()));
    assert_eq!(codes, [220, 250, 250, 250, 354, 250, 221], "{}", serve.stderr());
    assert_eq!(serve.message(), b"Subject: early\r\n\r\nx\r\n");
}

#[test]
fn early_talkers_may_end_their_side() {
    let serve = Serve::start(&["--pipelining", "any"]);
    for _ in 0..5 {
        let mut client = Raw::greeted(serve.port());
        client.say(format!("{ENVELOPE}DATA\r\n{LETTER}QUIT\r\n").as_bytes());
        // as `nc -N` does
        client.end();
        let replies = client.rest();
        let codes: Vec<u16> = replies.lines().map(raw::code).collect();
        assert_eq!(codes, [250, 250, 354, 250, 221], "{}", serve.stderr());
    }
    assert_eq!(serve.messages(), [b"Subject: early\r\n\r\nx\r\n"; 5]);
}

#[test]
fn a_pipeline_as_it_should_be_is_welcome() {
    for mode in ["strict", "any"] {
        let serve = Serve::start(&["--pipelining", mode]);
        let mut client = Raw::greeted(serve.port());
        client.say(format!("{ENVELOPE}DATA\r\n").as_bytes());
        assert_eq!([(); 3].map(|()| raw::code(&client.reply())), [250, 250, 354]);
        client.say(format!("{LETTER}{ENVELOPE}DATA\r\n").as_bytes());
        assert_eq!([(); 4].map(|()| raw::code(&client.reply())), [250, 250, 250, 354]);
        client.say(format!("{LETTER}QUIT\r\n").as_bytes());
        assert_eq!([(); 2].map(|()| raw::code(&client.reply())), [250, 221]);
        assert_eq!(serve.messages().len(), 2);
    }
}

#[test]
fn commands_behind_starttls_are_never_run() {
    let serve = Serve::start(&["--tls", "auto", "--pipelining", "any"]);
    let mut client = Raw::greeted(serve.port());
    client.say(format!("STARTTLS\r\nEHLO evil\r\n{ENVELOPE}DATA\r\n{LETTER}").as_bytes());
    client.end();
    let replies = client.rest();
    assert!(!replies.lines().any(|line| line.starts_with("250") || line.starts_with("354")), "{replies:?}");
    assert_eq!(serve.messages(), Vec::<Vec<u8>>::new());
}
