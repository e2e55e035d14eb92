//! `client::deliver` over LMTP: one answer for each recipient that was taken (RFC 2033).

use std::sync::Arc;

use mailtool::base::Exit;
use mailtool::client::Hello;

use super::peer::{Recorder, Told, accept, hand_over, letter, listen, way};

const THREE: &[&str] = &["pepe@gmail.com", "nadie@gmail.com", "ana@gmail.com"];
const LHLO: (&str, &str) = ("LHLO unavarra.es\r\n", "250-gmail.com\r\n250-PIPELINING\r\n250 ENHANCEDSTATUSCODES\r\n");
const GROUP: &str = "MAIL FROM:<alicia@unavarra.es>\r\nRCPT TO:<pepe@gmail.com>\r\nRCPT TO:<nadie@gmail.com>\r\n\
                     RCPT TO:<ana@gmail.com>\r\nDATA\r\n";
const TAKEN: &str = "250 2.1.0 ok\r\n250 2.1.5 ok\r\n550 5.1.1 nobody\r\n250 2.1.5 ok\r\n354 go on\r\n";
const QUIT: (&str, &str) = ("QUIT\r\n", "221 bye\r\n");

async fn with_script(script: &[(&str, &str)], letters: &[&[u8]]) -> (Told, Arc<Recorder>) {
    let (socket, port) = listen().await;
    let recorder = Arc::new(Recorder::default());
    let server = async {
        let mut peer = accept(&socket).await;
        peer.say("220 gmail.com LMTP Postfix\r\n").await;
        peer.converse(script).await;
    };
    let letters = letters.iter().enumerate().map(|(n, octets)| letter(n + 1, THREE, octets)).collect();
    let mut way = way(port, &recorder);
    way.greeting = Hello::Lhlo;
    let (told, ()) = tokio::join!(hand_over(&way, letters), server);
    (told, recorder)
}

#[tokio::test]
async fn each_recipient_has_an_answer() {
    let script = [
        LHLO,
        (GROUP, TAKEN),
        (&format!("uno\r\n.\r\n{GROUP}"), &format!("250 2.0.0 saved\r\n452 4.2.2 over quota\r\n{TAKEN}")),
        ("dos\r\n.\r\n", "550 5.7.1 no\r\n250 2.0.0 saved\r\n"),
        QUIT,
    ];
    let (told, recorder) = with_script(&script, &[b"uno\r\n", b"dos\r\n"]).await;
    assert_eq!(
        told.lines(),
        [
            "pepe@gmail.com delivered 250",
            "nadie@gmail.com refused 550",
            "ana@gmail.com deferred 452",
            "pepe@gmail.com refused 550",
            "nadie@gmail.com refused 550",
            "ana@gmail.com delivered 250",
        ]
    );
    assert!(!recorder.get().text.contains("\n!"), "{}", recorder.get().text);
}

#[tokio::test]
async fn chunks_are_answered_so_too() {
    let lhlo = (LHLO.0, "250-gmail.com\r\n250-PIPELINING\r\n250 CHUNKING\r\n");
    let group = GROUP.replace("DATA\r\n", "");
    let taken = TAKEN.replace("354 go on\r\n", "");
    let script = [lhlo, (&group, &taken), ("BDAT 5 LAST\r\nuno\r\n", "250 saved\r\n452 full\r\n"), QUIT];
    let (told, recorder) = with_script(&script, &[b"uno\r\n"]).await;
    assert_eq!(told.lines()[2], "ana@gmail.com deferred 452");
    assert!(!recorder.get().text.contains("\n!"), "{}", recorder.get().text);
}

#[tokio::test]
async fn who_is_refused_behind_the_message_goes_in_no_second_transaction() {
    // RCPT alone can find no room in a transaction: this is the mailbox.
    let script = [
        LHLO,
        (GROUP, TAKEN),
        (&format!("uno\r\n.\r\n{GROUP}"), &format!("452 4.5.3 too many recipients\r\n250 2.0.0 saved\r\n{TAKEN}")),
        ("dos\r\n.\r\n", "250 2.0.0 saved\r\n250 2.0.0 saved\r\n"),
        QUIT,
    ];
    let (told, _) = with_script(&script, &[b"uno\r\n", b"dos\r\n"]).await;
    assert_eq!(told.lines()[0], "pepe@gmail.com deferred 452");
    assert_eq!(told.lines()[2..4], ["ana@gmail.com delivered 250", "pepe@gmail.com delivered 250"]);
}

#[tokio::test]
async fn too_few_answers_leave_the_rest_uncertain() {
    let script = [LHLO, (GROUP, TAKEN), ("uno\r\n.\r\n", "250 2.0.0 saved\r\n")];
    let (told, _) = with_script(&script, &[b"uno\r\n"]).await;
    let exits: Vec<_> = told.outcomes.iter().map(|outcome| outcome.verdict.exit).collect();
    assert_eq!(exits, [Exit::Ok, Exit::NoUser, Exit::TempFail]);
    assert!(told.lines()[2].starts_with("ana@gmail.com uncertain"), "{:?}", told.lines());
}

#[tokio::test]
async fn more_answers_than_recipients_are_unasked() {
    let answers = "250 2.0.0 saved\r\n250 2.0.0 saved\r\n250 2.0.0 saved\r\n";
    let (told, recorder) = with_script(&[LHLO, (GROUP, TAKEN), ("uno\r\n.\r\n", answers)], &[b"uno\r\n"]).await;
    assert_eq!(told.lines()[0], "pepe@gmail.com delivered 250");
    assert_eq!(told.lines()[2], "ana@gmail.com delivered 250");
    assert!(recorder.get().text.contains("answers no command"), "{}", recorder.get().text);
}

#[tokio::test]
async fn a_server_of_smtp_is_not_spoken_with() {
    let script = [(LHLO.0, "500 5.5.1 this is SMTP\r\n")];
    let (told, _) = with_script(&script, &[b"uno\r\n"]).await;
    assert_eq!(told.lines()[0], "pepe@gmail.com refused 500");
}
