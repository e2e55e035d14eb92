use bytes::Bytes;

use super::super::command::Verb;
use super::super::dialogue::{Awaited, Dialogue};
use super::*;
use crate::proto::explain::walk;
use crate::proto::{Dialogue as _, Meaningful, Side};

/// RFC 5321 §4.2.3 and the extensions. What stands here must have a note.
const CODES: [u16; 41] = [
    211, 214, 220, 221, 235, 250, 251, 252, 253, 334, 353, 354, 421, 432, 450, 451, 452, 453, 454, 455, 458, 459, 500,
    501, 502, 503, 504, 521, 523, 525, 530, 534, 535, 538, 550, 551, 552, 553, 554, 555, 556,
];

/// What means one thing to one command and another to another.
const ANSWERS: [(u16, Awaited); 24] = [
    (220, Awaited::Greeting),
    (220, Awaited::Command(Verb::StartTls)),
    (250, Awaited::Command(Verb::Ehlo)),
    (250, Awaited::Command(Verb::Helo)),
    (250, Awaited::Command(Verb::Mail)),
    (250, Awaited::Command(Verb::Rcpt)),
    (250, Awaited::Command(Verb::Bdat)),
    (250, Awaited::EndOfData),
    (250, Awaited::LastChunk),
    (421, Awaited::Greeting),
    (450, Awaited::Command(Verb::Rcpt)),
    (451, Awaited::Command(Verb::Rcpt)),
    (451, Awaited::EndOfData),
    (452, Awaited::Command(Verb::Rcpt)),
    (454, Awaited::Command(Verb::StartTls)),
    (454, Awaited::Command(Verb::Auth)),
    (503, Awaited::Command(Verb::Data)),
    (504, Awaited::Command(Verb::Auth)),
    (550, Awaited::Command(Verb::Rcpt)),
    (550, Awaited::EndOfData),
    (552, Awaited::Command(Verb::Rcpt)),
    (552, Awaited::Command(Verb::Mail)),
    (554, Awaited::Greeting),
    (554, Awaited::EndOfData),
];

/// IANA, SMTP Enhanced Status Codes: how many details each subject has, X.0.0 to X.7.30.
const DETAILS: [u16; 8] = [0, 10, 4, 6, 7, 6, 10, 30];

/// IANA, SMTP Service Extensions, and what servers offer besides.
const KEYWORDS: [&str; 46] = [
    "SEND",
    "SOML",
    "SAML",
    "EXPN",
    "HELP",
    "TURN",
    "8BITMIME",
    "SIZE",
    "VERB",
    "ONEX",
    "CHUNKING",
    "BINARYMIME",
    "CHECKPOINT",
    "DELIVERBY",
    "PIPELINING",
    "DSN",
    "ETRN",
    "ENHANCEDSTATUSCODES",
    "STARTTLS",
    "NO-SOLICITING",
    "MTRK",
    "SUBMITTER",
    "ATRN",
    "AUTH",
    "BURL",
    "FUTURERELEASE",
    "CONPERM",
    "CONNEG",
    "UTF8SMTP",
    "SMTPUTF8",
    "MT-PRIORITY",
    "RRVS",
    "REQUIRETLS",
    "LIMITS",
    "VRFY",
    "VERP",
    "XVERP",
    "XCLIENT",
    "XFORWARD",
    "PRDR",
    "CLIENTID",
    "XEXCH50",
    "X-EXPS",
    "X-ANONYMOUSTLS",
    "X-LINK2STATE",
    "XRDST",
];

/// The parameters of the same.
const PARAMETERS: [&str; 23] = [
    "SIZE",
    "BODY",
    "SMTPUTF8",
    "RET",
    "ENVID",
    "NOTIFY",
    "ORCPT",
    "AUTH",
    "BY",
    "HOLDFOR",
    "HOLDUNTIL",
    "MT-PRIORITY",
    "REQUIRETLS",
    "RRVS",
    "SUBMITTER",
    "MTRK",
    "SOLICIT",
    "TRANSID",
    "CONPERM",
    "CONNEG",
    "ALT-ADDRESS",
    "XVERP",
    "PRDR",
];

#[test]
fn nothing_is_without_a_note() {
    let has = |code: u16, wanted| replies::rows().any(|(known, answers, _)| (*known, *answers) == (code, wanted));
    for code in CODES {
        assert!(has(code, replies::Answers::Any), "{code}");
    }
    for (code, awaited) in ANSWERS {
        assert!(has(code, replies::Answers::To(awaited)), "{code} {awaited:?}");
    }
    let codes = (0_u16..).zip(DETAILS).flat_map(|(subject, most)| (0..=most).map(move |detail| (subject, detail)));
    let codes: Vec<(u16, u16)> = codes.collect();
    for code in &codes {
        assert!(enhanced::rows().any(|(known, _)| known == code), "{code:?}");
    }
    assert_eq!(enhanced::rows().count(), codes.len());
    for keyword in KEYWORDS {
        assert!(keywords::of(keyword).is_some(), "{keyword}");
    }
    for keyword in PARAMETERS {
        assert!(parameters::of(keyword).is_some(), "{keyword}");
    }
    for word in ["TURN", "ETRN", "ATRN", "SEND", "SOML", "SAML", "BURL", "XCLIENT", "XFORWARD", "VERB", "ONEX"] {
        assert!(verbs::of_word(word).is_some(), "{word}");
    }
}

#[test]
fn no_two_notes_are_alike() {
    let verbs = Verb::KNOWN.into_iter().chain([Verb::Other]).map(verbs::of);
    let words = verbs::WORDS.iter().map(|(_, note)| note);
    let parameters = parameters::PARAMETERS.iter().map(|(_, note)| note).chain([&parameters::UNKNOWN]);
    let keywords = keywords::all().map(|(_, note)| note).chain([&keywords::PRIVATE, &keywords::UNKNOWN]);
    let replies = replies::rows().map(|(.., note)| note).chain(replies::digits());
    let classes = [&enhanced::SUCCESS, &enhanced::TRANSIENT, &enhanced::PERMANENT, &enhanced::UNKNOWN];
    let enhanced = enhanced::rows().map(|(_, note)| note).chain(&enhanced::SUBJECTS).chain(classes);
    let of_commands = verbs.chain(words).chain(parameters).chain(circumstances::ALL);
    walk::judge(of_commands.chain(replies).chain(enhanced).chain(keywords).chain(keywords::of_values()));
    let mut rows: Vec<_> = replies::rows().map(|(code, answers, _)| format!("{code} {answers:?}")).collect();
    let count = rows.len();
    rows.sort();
    rows.dedup();
    assert_eq!(rows.len(), count, "a row stands twice");
    let mut names: Vec<_> = keywords::all().map(|(keyword, _)| keyword).collect();
    let count = names.len();
    names.sort_unstable();
    names.dedup();
    assert_eq!(names.len(), count, "a keyword stands twice");
}

/// A conversation, each line with what is told under it: `line` then `  | note (RFC)`.
fn told(said: &[(Side, &str)], language: Language) -> String {
    let mut dialogue = Dialogue::new();
    let mut told = String::new();
    for (side, octets) in said {
        dialogue.feed(*side, octets.as_bytes());
        while let Some(turn) = dialogue.next() {
            let notes = turn.message.explain(&turn.octets, turn.secret.is_empty(), language);
            for (n, line) in String::from_utf8_lossy(&turn.octets).lines().enumerate() {
                told += &format!("{line}\n");
                let under = notes.iter().filter(|note| note.line == n);
                told.extend(under.map(|note| format!("  | {} ({})\n", note.text, note.rfc)));
            }
        }
    }
    told
}

const C: Side = Side::Client;
const S: Side = Side::Server;

#[test]
fn the_answer_to_ehlo_line_by_line() {
    let text = told(
        &[
            (S, "220 gmail.com\r\n"),
            (C, "EHLO [192.0.2.1]\r\n"),
            (
                S,
                "250-gmail.com\r\n250-SIZE 35882577\r\n250-AUTH=PLAIN SCRAM-SHA-256\r\n250-AUTH LOGIN\r\n\
                 250-LIMITS RCPTMAX=100 MAILMAX=5\r\n250-X-\x1bY 1\r\n250-SIZE\r\n250 XYZ=1\r\n",
            ),
        ],
        Language::En,
    );
    let lines: Vec<&str> = text.lines().collect();
    let after = |line: &str, n: usize| {
        let at = lines.iter().position(|known| *known == line).unwrap_or_else(|| panic!("{line} in {text}"));
        lines[at + n]
    };
    assert!(after("220 gmail.com", 1).starts_with("  | 220: the greeting"), "{text}");
    assert!(after("EHLO [192.0.2.1]", 1).ends_with("(RFC 5321 §4.1.1.1)"), "{text}");
    assert!(after("EHLO [192.0.2.1]", 2).contains("address literal"), "{text}");
    assert!(after("250-gmail.com", 1).starts_with("  | 250: first the server's name"), "{text}");
    assert!(after("250-SIZE 35882577", 1).starts_with("  | SIZE: the server says"), "{text}");
    assert!(after("250-SIZE 35882577", 2).contains("35,882,577 octets (about 34.2 MiB)"), "{text}");
    assert!(
        after("250-AUTH=PLAIN SCRAM-SHA-256", 2).contains("sending it; PLAIN: sends the password itself"),
        "{text}"
    );
    assert!(after("250-AUTH LOGIN", 2).contains("LOGIN: sends the password itself (RFC 4954 §3)"), "{text}");
    let limits = "at most 100 recipients of one message; at most 5 messages on one connection (RFC 9422 §4.2)";
    assert!(after("250-LIMITS RCPTMAX=100 MAILMAX=5", 2).contains(limits), "{text}");
    assert!(after("250-X-\x1bY 1", 1).starts_with("  | X-\\x1bY: a private extension"), "{text}");
    assert!(after("250-SIZE", 2).contains("no fixed limit"), "{text}");
    assert!(after("250 XYZ=1", 1).starts_with("  | XYZ=1: a private extension"), "{text}");
}

#[test]
fn a_letter_in_spanish() {
    let text = told(
        &[
            (S, "220 x\r\n"),
            (C, "HELO unavarra.es\r\n"),
            (S, "250 x\r\n"),
            (C, "MAIL FROM:<> SIZE=1902 XYZ=1\r\n"),
            (S, "250 2.1.0 ok\r\n"),
            (C, "RCPT TO:<Postmaster>\r\n"),
            (S, "250 2.1.5 ok\r\n"),
            (C, "RCPT TO:<nadie@gmail.com>\r\n"),
            (S, "550-5.1.1 no\r\n550 5.1.1 one\r\n"),
            (C, "DATA\r\n"),
            (S, "354 go\r\n"),
            (C, "Subject: x\r\n\r\nhola\r\n.\r\n"),
            (S, "250 2.0.0 ok\r\n"),
            (C, "ETRN x\r\n"),
            (S, "599 5.9.9 what\r\n"),
        ],
        Language::Es,
    );
    for expected in [
        "| HELO: el saludo",
        "| <>: la dirección de retorno vacía",
        "| SIZE=1902: cuántos octetos",
        "| XYZ=1: un parámetro desconocido",
        "| 250: remitente aceptado",
        "| 2.1.0: algo sobre una dirección, sin precisar más. Éxito. (RFC 3463 §3.2)",
        "| <Postmaster>: la persona",
        "550-5.1.1 no\n550 5.1.1 one\n  | 550: a este destinatario no",
        "| 5.1.1: el buzón del destinatario no existe",
        "lo mismo se rechazaría otra vez. (RFC 3463 §3.2)",
        "354 go\n  | 354: envíe ahora",
        "Subject: x\n  | aquí empieza el mensaje",
        ".\n  | una línea con un solo punto",
        "| 250: mensaje aceptado",
        "| ETRN: pide al servidor",
        "| 599: 5yz: rechazado; lo mismo se rechazará otra vez. x6z a x9z: una segunda",
        "| 5.9.9: un código propio del servidor",
    ] {
        assert!(text.contains(expected), "{expected}\n{text}");
    }
}

#[test]
fn a_login_shows_what_it_is_and_no_secret() {
    let text = told(
        &[
            (S, "220 x\r\n"),
            (C, "EHLO x\r\n"),
            (S, "250 x\r\n"),
            (C, "AUTH PLAIN AGFsaWNpYQBwZXBpbmlsbG9z\r\n"),
            (S, "535 5.7.8 no\r\n"),
            (C, "AUTH LOGIN\r\n"),
            (S, "334 VXNlcm5hbWU6\r\n"),
            (C, "YWxpY2lh\r\n"),
            (S, "334 UGFzc3dvcmQ6\r\n"),
            (C, "cGVwaW5pbGxvcw==\r\n"),
            (S, "235 2.7.0 ok\r\n"),
            (C, "AUTH XYZZY\r\n"),
            // What PLAIN said, in base64 once more: a server that knows it could have it explained.
            (S, "334 QUdGc2FXTnBZUUJ3WlhCcGJtbHNiRzl6\r\n"),
            (C, "*\r\n"),
            (S, "501 5.0.0 ok\r\n"),
        ],
        Language::En,
    );
    let notes: String = text.lines().filter(|line| line.starts_with("  |")).map(|line| format!("{line}\n")).collect();
    for expected in [
        "| AUTH: the client logs in",
        "| PLAIN: user name and password",
        "| authorization identity (empty), user name ••••, password •••• (RFC 4616 §2)",
        "| 535: the login has failed",
        "| LOGIN: the server asks",
        "| LOGIN's first question",
        "| decoded Username:",
        "| user name ••••",
        "| decoded Password:",
        "| password ••••",
        "| 235: the login has succeeded",
        "| the server's challenge, in base64",
        "| *: the client gives up",
        "| 501: the line was not proper base64",
    ] {
        assert!(notes.contains(expected), "{expected}\n{text}");
    }
    for secret in ["alicia", "pepinillos", "AGFs", "cGVw"] {
        assert!(!notes.contains(secret), "{secret}\n{notes}");
    }
}

#[test]
fn pieces_and_what_is_nothing() {
    let text = told(
        &[
            (S, "220 x\r\n"),
            (C, "EHLO x\r\n"),
            (S, "250 x\r\n"),
            (C, "MAIL FROM:<a@b.test>\r\nRCPT TO:<a@b.test>\r\nBDAT 4\r\nab\r\nBDAT 4\r\ncd\r\nBDAT 0 LAST\r\n"),
            (S, "250 a\r\n250 b\r\n250 c\r\n552 d\r\n250 e\r\n250 f\r\nxyz\r\n"),
            (C, "DATA now\r\n"),
        ],
        Language::En,
    );
    assert!(text.contains("| BDAT, 4 octets: sends a piece") && text.contains("| an empty last piece"), "{text}");
    assert!(text.contains("ab\n  | here the message begins") && text.contains("\ncd\nBDAT 0 LAST"), "{text}");
    assert!(
        text.contains("| 250: this piece has arrived")
            && text.contains("| 250: the last piece")
            && text.contains("| 552: the message is too large"),
        "{text}"
    );
    assert!(text.contains("| nothing was asked that this could answer"), "{text}");
    assert!(text.contains("| octets that are neither") && text.contains("| the line begins like a command"), "{text}");
}

#[test]
fn octets_of_any_kind_are_explained_without_panic() {
    let reply = super::super::reply::Reply {
        code: 250,
        enhanced: None,
        lines: vec![Bytes::new(), Bytes::from_static(b"\xff\xfe"), Bytes::from_static(b" = ="), Bytes::new()],
        masked: None,
    };
    let to = Some(Awaited::Command(Verb::Ehlo));
    for reveal in [false, true] {
        let message = Message::Reply { reply: reply.clone(), to, exchange: None, more: false };
        let notes = message.explain(b"", reveal, Language::En);
        assert!(notes.iter().all(|note| !note.text.contains('\u{fffd}') || reveal));
    }
}
