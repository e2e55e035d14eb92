//! The real thing: letters through Postfix to Dovecot, and back by curl.

use std::time::Duration;

use super::encoding::unbase64;
use super::leaks::Secrets;
use super::{Mailtool, Room};
use crate::mock::Tap;
use crate::peers::ca::{Authority, Files};
use crate::peers::dovecot::{self, ALICIA, Dovecot, PEPE};
use crate::peers::postfix::{self, Postfix};
use crate::peers::{self, fetch, or_skip, sink};

/// A mail server with its users, its certificate, and what a client needs.
struct World {
    room: Room,
    authority: Authority,
    files: Files,
    dovecot: Dovecot,
    postfix: Postfix,
    ca: String,
    password: String,
}

fn need() -> Result<(), peers::Skip> {
    postfix::need().and(dovecot::need()).and(peers::ca::need()).and(fetch::need())
}

impl World {
    fn new() -> Self {
        Self::with(&postfix::Options::default())
    }

    fn with(options: &postfix::Options<'_>) -> Self {
        let room = Room::new();
        let authority = Authority::throw_away();
        let files = authority.server(&["mx.example.test", "127.0.0.1"]);
        let dovecot = Dovecot::start(&dovecot::Options { certificate: Some(&files), ..Default::default() });
        let postfix = postfix::Options {
            certificate: Some(&files),
            dovecot: Some(&dovecot),
            tls_auth_only: true,
            ..options.clone()
        };
        let postfix = Postfix::start(&postfix);
        let ca = authority.ca().to_str().expect("a path in UTF-8").to_owned();
        let password = room.file("password", format!("{}\n", ALICIA.1));
        Self { room, authority, files, dovecot, postfix, ca, password }
    }

    fn smtp(&self) -> String {
        format!("127.0.0.1:{}", self.postfix.smtp)
    }

    /// A command line that logs in over STARTTLS.
    fn send(&self, args: &[&str]) -> Mailtool {
        let secure = ["--tls", "starttls", "--ca", &self.ca, "-u", ALICIA.0, "--password-file", &self.password];
        Mailtool::send(&self.smtp(), secure).args(args)
    }

    /// What has arrived for a user, once there is so much of it.
    fn arrived(&self, (user, password): (&str, &str), count: usize) -> Vec<Vec<u8>> {
        fetch::imap_arrived(self.dovecot.imap, user, password, count)
    }
}

/// A few octets of everything, so that no encoding can get away with a mistake.
fn picture() -> Vec<u8> {
    let start = b"\xff\xd8\xff\xe0\0\x10JFIF\0".to_vec();
    let rest = (0..30_000_u32).map(|n| (n.wrapping_mul(2_654_435_761) >> 13) as u8);
    start.into_iter().chain(rest).collect()
}

#[test]
fn a_letter_with_a_picture_to_one_who_is_there_and_one_who_is_not() {
    or_skip!(need());
    let world = World::new();
    let file = world.room.file("crepe.jpg", picture());
    let record = world.room.at("record");
    let outcome = world
        .send(&["--from", "alicia@example.test", "--to", "pepe@example.test", "--to", "nadie@example.test"])
        .args(["--subject", "¿Te gusta la salsa de tomate?", "--body", "¿y los pepinillos?", "--attach", &file])
        .args(["--json", "-vv", "--record", &record])
        .run()
        .expect(3);
    assert_eq!(outcome.field("recipient"), ["pepe@example.test", "nadie@example.test"]);
    assert_eq!(outcome.field("status"), ["delivered", "refused"]);
    assert_eq!(
        (&outcome.field("code")[..], &outcome.field("enhanced")[1..]),
        (&["250".to_owned(), "550".to_owned()][..], &["5.1.1".to_owned()][..])
    );
    assert_eq!(outcome.field("tls"), ["TLSv1.3", "TLSv1.3"]);
    assert_eq!(outcome.field("address"), ["127.0.0.1", "127.0.0.1"]);
    let id = outcome.field("queue_id")[0].clone();
    assert!(world.postfix.child().log().contains(&format!("{id}: from=<alicia@example.test>")), "{id}");
    Secrets::of(ALICIA.1).not_in(&outcome.everything(Some(&world.room.read("record"))), "the main show");

    let messages = world.arrived(PEPE, 1);
    let text = String::from_utf8_lossy(&messages[0]).into_owned();
    assert!(text.contains("with ESMTPSA"), "{text}");
    let (_, part) = text.split_once("Content-Disposition: attachment").expect("an attachment");
    assert!(
        part.split("\r\n\r\n")
            .next()
            .is_some_and(|head| head.contains("filename=\"crepe.jpg\"") || head.contains("filename=crepe.jpg")),
        "{text}"
    );
    let encoded =
        part.split_once("\r\n\r\n").and_then(|(_, encoded)| encoded.split("\r\n--").next()).expect("its content");
    assert_eq!(unbase64(encoded.as_bytes()), Some(picture()));
    assert!(text.contains("Content-Type: image/jpeg"), "{text}");
    let subject = text.lines().find_map(|line| line.strip_prefix("Subject: ")).expect("a subject");
    assert_eq!(super::compose::decoded(subject), "¿Te gusta la salsa de tomate?");
}

#[test]
fn sendmail_goes_by_an_account() {
    or_skip!(need());
    let world = World::new();
    let config = format!(
        "default = \"w\"\n[account.w]\nfrom = \"Alicia <alicia@example.test>\"\nuser = \"{}\"\n\
         password-file = \"{}\"\nca = \"{}\"\ntls = \"starttls\"\n[account.w.send]\nserver = \"{}\"\n",
        ALICIA.0,
        world.password,
        world.ca,
        world.smtp(),
    );
    let config = world.room.file("config.toml", config);
    let sendmail =
        |args: &[&str], input: &str| Mailtool::new(["sendmail", "--config", &config]).args(args).stdin(input).run();
    let letter = "To: nobody@example.test\nSubject: hola\n\n¿Qué tal?\n.\nno\n";
    let outcome = sendmail(&["-FPepa", "pepe@example.test"], letter).expect(0);
    assert_eq!((outcome.out(), outcome.err()), (String::new(), String::new()));
    let arrived = String::from_utf8(world.arrived(PEPE, 1).remove(0)).expect("text");
    assert!(
        arrived.contains("with ESMTPSA") && arrived.contains("\r\nFrom: Pepa <alicia@example.test>\r\n"),
        "{arrived}"
    );
    assert!(arrived.ends_with("\r\n\r\n¿Qué tal?\r\n"), "{arrived}");
    sendmail(&["-t"], &letter.replace("nobody@", "nadie@")).expect(67).says(&["nadie@example.test  refused"]);
}

#[test]
fn what_mime_build_makes_arrives_as_it_was() {
    or_skip!(need());
    let world = World::new();
    let file = world.room.file("crêpe.jpg", picture());
    let people = ["--from", "alicia@example.test", "--to", "pepe@example.test", "--subject", "¿Qué?"];
    for (n, way) in ["7bit", "8bitmime"].into_iter().enumerate() {
        let build = Mailtool::new(["mime", "build", "--transport", way]).args(people);
        let built = build.args(["--body", ".\n¿Qué?\n..", "--attach", &file]).run().expect(0).stdout;
        world.send(&["--eml", "-"]).stdin(&built).run().expect(0);
        let arrived = world.arrived(PEPE, n + 1).pop().expect("a message");
        assert!(arrived.ends_with(&built), "{way}: {}", String::from_utf8_lossy(&arrived));
    }
}

#[test]
fn each_mechanism_logs_in() {
    or_skip!(need());
    let world = World::new();
    let mechanisms = ["PLAIN", "LOGIN", "CRAM-MD5", "DIGEST-MD5", "SCRAM-SHA-1", "SCRAM-SHA-256"];
    for mechanism in mechanisms {
        let args =
            ["--from", "alicia@example.test", "--to", "pepe@example.test", "--subject", mechanism, "--auth", mechanism];
        let outcome = world.send(&args).run().expect(0);
        assert!(outcome.err().contains(&format!("C~ AUTH {mechanism}")), "{outcome}");
        Secrets::of(ALICIA.1).not_in(&outcome.everything(None), mechanism);
    }
    // a password that is not ASCII, and the strongest mechanism by default
    let args = [
        "--tls",
        "starttls",
        "--ca",
        &world.ca,
        "-u",
        PEPE.0,
        "--password-env",
        "SECRET",
        "--from",
        "pepe@example.test",
    ];
    let letter = Mailtool::send(&world.smtp(), args).args(["--to", "pepe@example.test"]).env("SECRET", PEPE.1);
    let outcome = letter.run().expect(0);
    assert!(outcome.err().contains("C~ AUTH SCRAM-SHA-256"), "{outcome}");
    assert_eq!(world.arrived(PEPE, 7).len(), 7);
}

#[test]
fn a_login_is_tried_without_a_letter() {
    or_skip!(need());
    let world = World::new();
    let people = ["--from", "alicia@example.test", "--to", "pepe@example.test", "--json", "--quit-after"];
    for (phase, said, next) in [("starttls", "C~ EHLO", "C~ AUTH"), ("auth", "C~ AUTH", "C~ MAIL")] {
        let outcome = world.send(&people).args([phase]).run().expect(0);
        assert_eq!((outcome.field("status"), outcome.field("tls")), (vec!["stopped".into()], vec!["TLSv1.3".into()]));
        let err = outcome.err();
        assert!(err.contains(said) && !err.contains(next) && err.contains("C~ QUIT"), "{outcome}");
    }
    let wrong = ["-u", "alicia", "--password", "no", "--tls", "starttls", "--ca", &world.ca, "--quit-after", "auth"];
    Mailtool::letter(&world.smtp()).args(wrong).run().expect(77);
}

#[test]
fn a_session_explained_in_spanish() {
    or_skip!(need());
    let world = World::new();
    for mechanism in ["PLAIN", "LOGIN", "CRAM-MD5", "DIGEST-MD5", "SCRAM-SHA-256"] {
        let args = ["--from", "alicia@example.test", "--to", "pepe@example.test", "--to", "nadie@example.test"];
        let letter = world.send(&args).args(["--auth", mechanism, "--explain=es", "--body", "hola"]);
        let outcome = letter.run().expect(3);
        super::explain::is_explained(&outcome);
        for note in [
            "   | 220: el saludo",
            "   | DSN: el cliente puede pedir",
            "   | ETRN: ETRN hace que",
            "   | STARTTLS: pide pasar a TLS",
            "   | 235: la autenticación ha tenido éxito",
            "   | 550: a este destinatario no",
            "   | 5.1.1: el buzón del destinatario no existe",
            "   | 250: ha llegado el último trozo y el mensaje queda aceptado",
        ] {
            assert!(outcome.err().contains(note), "{note}\n{outcome}");
        }
        assert!(outcome.err().contains(&format!("   | {mechanism}: ")), "{mechanism}\n{outcome}");
        Secrets::of(ALICIA.1).not_in(&outcome.everything(None), mechanism);
    }
}

#[test]
fn a_wrong_password_is_refused_by_every_mechanism() {
    or_skip!(need());
    let world = World::new();
    let wrong = world.room.file("wrong", "s3cr3t-CANARY\n");
    for mechanism in ["PLAIN", "LOGIN", "CRAM-MD5", "DIGEST-MD5", "SCRAM-SHA-1", "SCRAM-SHA-256"] {
        let args =
            ["--tls", "starttls", "--ca", &world.ca, "-u", "alicia", "--password-file", &wrong, "--auth", mechanism];
        let letter = Mailtool::letter(&world.smtp()).args(args).args(["--json", "-vv"]);
        let outcome = letter.run().expect(77);
        assert_eq!(outcome.field("code"), ["535"], "{outcome}");
        assert!(!outcome.err().contains("MAIL FROM"), "{outcome}");
        Secrets::of("s3cr3t-CANARY").not_in(&outcome.everything(None), mechanism);
    }
}

#[test]
fn tls_from_the_first_octet() {
    or_skip!(need());
    let world = World::new();
    let server = format!("smtps://alicia@127.0.0.1:{}", world.postfix.smtps);
    let args = ["--ca", &world.ca, "--password-file", &world.password];
    let outcome = Mailtool::letter(&server).args(args).run().expect(0);
    let lines: Vec<String> = outcome.err().lines().map(str::to_owned).collect();
    assert!(!lines.iter().any(|line| line.starts_with("C: ") || line.starts_with("S: ")), "{outcome}");
    assert!(lines.iter().any(|line| line.starts_with("* TLSv1.3 ") && line.contains("verified")), "{outcome}");
    let ended = |phase| Mailtool::letter(&server).args(args).args(["--quit-after", phase, "--json"]).run().expect(0);
    assert_eq!(["connect", "ehlo", "auth"].map(|phase| ended(phase).field("tls")), [["TLSv1.3"]; 3]);
    // by another name than the certificate's
    Mailtool::letter(&server).args(args).args(["--sni", "other.test"]).run().expect(77).says(&["mx.example.test"]);
    Mailtool::letter(&server).args(args).args(["--sni", "mx.example.test"]).run().expect(0);
    assert_eq!(world.arrived(PEPE, 2).len(), 2);
    // the wrong way of speaking TLS, both ways
    let starttls = Mailtool::letter(&server).args(args).args(["--tls", "starttls", "--timeout", "2"]).run();
    starttls.expect(75).says(&["smtps://"]);
    let implicit = Mailtool::letter(&world.smtp()).args(args).args(["--tls", "implicit", "-u", "alicia"]).run();
    implicit.expect(76).says(&["--tls starttls"]);
}

#[test]
fn strangers_and_policies_are_told_by_exit_codes() {
    or_skip!(need());
    let world = World::new();
    let letter = |to: &str, tls: &str| {
        Mailtool::send(&world.smtp(), ["--from", "a@outside.test", "--to", to, "--body", "b", "--tls", tls])
    };
    letter("alicia@example.test", "auto").run().expect(0);
    letter("nadie@example.test", "never").run().expect(67);
    letter("someone@elsewhere.test", "never").run().expect(77).says(&["Relay access denied"]);
    // AUTH only inside TLS
    let login = ["-u", "alicia", "--password-file", &world.password];
    let outcome = letter("alicia@example.test", "never").args(login).run().expect(77);
    assert!(!outcome.err().contains("C: AUTH"), "{outcome}");
    letter("alicia@example.test", "starttls").run().expect(77).says(&["issuer"]);
    letter("alicia@example.test", "may").run().expect(0).says(&["UNVERIFIED"]);
    letter("alicia@example.test", "starttls").args(["--insecure"]).run().expect(0);
    assert_eq!(world.arrived(ALICIA, 3).len(), 3);
}

#[test]
fn what_is_too_large_is_not_even_begun() {
    or_skip!(need());
    let world = World::with(&postfix::Options { message_size_limit: Some(20_000), ..Default::default() });
    let file = world.room.file("large.bin", vec![0; 30_000]);
    for pipeline in ["auto", "never"] {
        let tap = Tap::start(world.postfix.smtp);
        let server = format!("127.0.0.1:{}", tap.port);
        let args = ["--tls", "never", "--attach", &file, "--json", "--pipeline", pipeline];
        let outcome = Mailtool::letter(&server).args(args).run().expect(65).says(&["SIZE", "20000"]);
        assert_eq!(outcome.field("status"), ["refused"]);
        let said = String::from_utf8_lossy(&tap.client()).into_owned();
        assert!(!said.contains("MAIL"), "{said}");
    }
    // what just fits goes
    let body = format!("@{}", world.room.file("body", "x\n".repeat(6_000)));
    let args = ["--from", "a@outside.test", "--to", "pepe@example.test", "--body", &body, "--tls", "never"];
    Mailtool::send(&world.smtp(), args).run().expect(0);
    world.arrived(PEPE, 1);
}

/// Bodies that try dot-stuffing, line ends and eight bits; canonical, as they must arrive.
fn bodies() -> Vec<Vec<u8>> {
    let long = |octet: char| format!("{}\r\n", octet.to_string().repeat(998));
    let dots: String = (0..200).map(|n| format!("{}{}\r\n", ".".repeat(n % 7), n)).collect();
    // so that line ends and dots fall on every border of a buffer
    let borders: String = (0..4000).map(|n| format!("{}\r\n.\r\n", "y".repeat(n % 61))).collect();
    let texts = [
        ".\r\n".to_owned(),
        "..\r\n.\r\n...\r\n".to_owned(),
        "¿señor ñandú? 漢字 ✉\r\n.¿?\r\n".to_owned(),
        "\r\n\r\n.\r\n\r\n".to_owned(),
        long('.') + &long('z'),
        "From here\r\n>From there\r\n".to_owned(),
        dots,
        borders,
    ];
    let mut bodies: Vec<Vec<u8>> = texts.into_iter().map(String::into_bytes).collect();
    bodies.push(b"\xe9\xff\x80 no UTF-8\r\n\t\r\n \r\n".to_vec());
    bodies
}

#[test]
fn bodies_arrive_octet_by_octet() {
    or_skip!(need());
    let world = World::new();
    // complete, so that Postfix adds nothing below its own field
    let header = "Date: Tue, 1 Jul 2003 10:52:37 +0200\r\nMessage-ID: <1@example.test>\r\nFrom: alicia@example.test\r\n\
                  To: pepe@example.test\r\nSubject: body\r\nMIME-Version: 1.0\r\n\
                  Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: 8bit\r\n\r\n";
    let letters = bodies().into_iter().map(|body| [header.as_bytes(), &body].concat()).collect::<Vec<_>>();
    for (n, letter) in letters.iter().enumerate() {
        // as files hold them: LF or CRLF, and the last line with an end or without
        let lf = || letter.iter().copied().filter(|&octet| octet != b'\r').collect();
        let text: Vec<u8> = if n % 2 == 0 { lf() } else { letter.clone() };
        let end = if n % 2 == 0 { 1 } else { 2 };
        let file = world.room.file(&format!("{n}.eml"), &text[..text.len() - if n % 3 == 0 { 0 } else { end }]);
        world.send(&["--eml", &file]).run().expect(0);
    }
    let messages = world.arrived(PEPE, letters.len());
    for (n, (message, letter)) in messages.iter().zip(&letters).enumerate() {
        let shown = String::from_utf8_lossy(message).chars().take(3000).collect::<String>();
        assert!(message.ends_with(letter), "{n}: {shown:?}");
    }
}

#[test]
fn bodies_arrive_where_eight_bits_are_not_taken() {
    or_skip!(need());
    let world = World::with(&postfix::Options {
        smtpd: &["smtpd_discard_ehlo_keywords=8bitmime,chunking,silent-discard"],
        ..Default::default()
    });
    let header = "Date: Tue, 1 Jul 2003 10:52:37 +0200\r\nMessage-ID: <1@example.test>\r\nFrom: alicia@example.test\r\n\
                  To: pepe@example.test\r\nMIME-Version: 1.0\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n";
    for (n, body) in bodies().iter().enumerate() {
        let file = world.room.file(&format!("{n}.eml"), [header.as_bytes(), body].concat());
        world.send(&["--eml", &file]).run().expect(0);
    }
    for (n, (message, body)) in world.arrived(PEPE, bodies().len()).iter().zip(bodies()).enumerate() {
        assert!(message.is_ascii(), "{n}");
        let file = world.room.file("arrived.eml", message);
        let outcome = Mailtool::new(["mime", "part", &file, "1"]).run().expect(0);
        assert_eq!(outcome.stdout, body, "{n}: {}", String::from_utf8_lossy(message));
    }
}

#[test]
fn a_body_from_the_command_line_arrives_in_every_encoding() {
    or_skip!(need());
    let world = World::new();
    let text = "¿y los pepinillos?\n.\n..dos\nFrom aquí\n\nfin =20 = \t\nsin final";
    let file = format!("@{}", world.room.file("body", text));
    let encodings = ["base64", "quoted-printable", "8bit"];
    for encoding in encodings {
        let args =
            ["--from", "alicia@example.test", "--to", "pepe@example.test", "--body", &file, "--encoding", encoding];
        world.send(&args).run().expect(0);
    }
    let expected = text.replace('\n', "\r\n");
    for (message, encoding) in world.arrived(PEPE, encodings.len()).iter().zip(encodings) {
        let text = String::from_utf8_lossy(message).into_owned();
        let (head, body) = text.split_once("\r\n\r\n").expect("a body");
        assert!(head.contains(&format!("Content-Transfer-Encoding: {encoding}")), "{text}");
        let decoded = match encoding {
            "base64" => String::from_utf8(unbase64(body.as_bytes()).expect("base64")).expect("UTF-8"),
            "quoted-printable" => super::compose::unquoted(body),
            _ => body.to_owned(),
        };
        assert_eq!(decoded.trim_end_matches("\r\n"), expected, "{encoding}");
    }
}

#[test]
fn fifty_letters_go_over_one_connection() {
    or_skip!(need());
    let world = World::new();
    let letter = |n: usize| {
        let to = if n.is_multiple_of(2) { "alicia" } else { "pepe" };
        format!(
            "From alicia@example.test Tue Jul  1 10:52:37 2003\nFrom: alicia@example.test\nTo: {to}@example.test\nSubject: letter {n}\n\n.\n>From {n}\n\n"
        )
    };
    let mbox = world.room.file("box", (0..50).map(letter).collect::<String>());
    let outcome = world.send(&["--mbox", &mbox, "--json", "-q"]).run().expect(0);
    assert_eq!(outcome.json().len(), 50);
    assert_eq!(world.postfix.child().log().matches(": connect from").count(), 1);
    for (user, first) in [(ALICIA, 0), (PEPE, 1)] {
        let messages = world.arrived(user, 25);
        let mut found = Vec::new();
        for message in messages {
            let text = String::from_utf8_lossy(&message).into_owned();
            let n: usize = text
                .split_once("Subject: letter ")
                .and_then(|(_, n)| n.lines().next()?.parse().ok())
                .expect("a number");
            assert!(text.ends_with(&format!("\r\n\r\n.\r\nFrom {n}\r\n")), "{text}");
            found.push(n);
        }
        found.sort_unstable();
        assert_eq!(found, (first..50).step_by(2).collect::<Vec<_>>());
    }
}

#[test]
fn an_address_in_utf8_reaches_postfix() {
    or_skip!(need());
    let world = World::new();
    let outcome =
        world.send(&["--from", "alicia@example.test", "--to", "josé@example.test", "--body", "b"]).run().expect(67);
    assert!(outcome.err().contains("SMTPUTF8") && outcome.err().contains("RCPT TO:<josé@example.test>"), "{outcome}");
    let name = "Señor Pepe 漢 <pepe@example.test>";
    world.send(&["--from", "Alicia ñ <alicia@example.test>", "--to", name, "--body", "b"]).run().expect(0);
    let text = String::from_utf8_lossy(&world.arrived(PEPE, 1)[0]).into_owned();
    assert!(text.contains("To: =?utf-8?") || text.contains("To: =?UTF-8?") || text.contains("To: Señor"), "{text}");
}

#[test]
fn a_server_s_own_certificate_can_be_trusted() {
    or_skip!(need());
    let world = World::new();
    // that of the server alone, without its issuer
    let own = world.files.certificate.to_str().expect("a path in UTF-8");
    let args = ["--from", "alicia@example.test", "--to", "pepe@example.test", "--tls", "starttls"];
    Mailtool::send(&world.smtp(), args).args(["--ca", own]).run().expect(0).says(&["verified"]);
    let other = world.authority.server(&["127.0.0.1"]);
    let other = other.certificate.to_str().expect("a path in UTF-8");
    Mailtool::send(&world.smtp(), args).args(["--ca", other]).run().expect(77);
    Mailtool::send(&world.smtp(), args).args(["--ca", "/etc/passwd"]).run().expect(78);
}

#[test]
fn a_sink_receives() {
    or_skip!(sink::need());
    let room = Room::new();
    let letter = |n: usize| {
        format!("From a Tue Jul  1 10:52:37 2003\nFrom: a@x.test\nTo: b@x.test\nSubject: n{n}\n\n.\n..{n}\n\n")
    };
    let mbox = room.file("box", (0..30).map(letter).collect::<String>());
    // as it is, without pipelining, without ESMTP, and slowly
    for options in [&[][..], &["-p"], &["-e"], &["-8"]] {
        let sink = sink::Sink::start(options);
        let outcome = Mailtool::send(&format!("127.0.0.1:{}", sink.port), ["--mbox", &mbox, "-q"]).run().expect(0);
        assert_eq!(outcome.out().lines().count(), 30);
        let messages = sink.messages();
        assert_eq!(messages.len(), 30, "{options:?}");
        for message in messages {
            let text = String::from_utf8_lossy(&message).into_owned();
            let n = text.split_once("Subject: n").and_then(|(_, n)| n.lines().next()).expect("a number").to_owned();
            assert!(text.trim_end().ends_with(&format!("\n\n.\n..{n}")), "{text:?}");
        }
    }
}

#[test]
fn a_sink_that_fails_is_told() {
    or_skip!(sink::need());
    for (options, exit) in
        [(["-q", "RCPT"], 75), (["-q", "."], 75), (["-f", "RCPT"], 69), (["-r", "MAIL"], 75), (["-f", "."], 69)]
    {
        let sink = sink::Sink::start(&options);
        let outcome = Mailtool::letter(&format!("127.0.0.1:{}", sink.port)).limit(Duration::from_secs(20)).run();
        // "-f" says 500 5.3.0: refused, for no reason that has a code of its own
        assert_eq!(outcome.code, Some(exit), "{options:?}\n{outcome}");
    }
}
