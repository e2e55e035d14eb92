//! `mailtool send` and what it may ask of a server beyond delivery: reports by Postfix, and free parameters.

use super::Mailtool;
use crate::mock::{Server, Smtp};
use crate::peers::dovecot::{self, ALICIA, Dovecot, PEPE};
use crate::peers::postfix::{self, Postfix};
use crate::peers::{ca, fetch, or_skip};

const PEOPLE: [&str; 6] =
    ["--from", "alicia@example.test", "--to", "pepe@example.test", "--to", "alicia+x=1@example.test"];

/// What a server with this offer hears, and how it ends.
fn heard(offers: &[&str], args: &[&str], code: i32) -> (Vec<String>, String) {
    let server = Server::smtp(Smtp::offering(offers));
    let outcome = Mailtool::send(&server.address(), PEOPLE).args(args).run().expect(code);
    (server.finish_one().lines(), outcome.err())
}

#[test]
fn a_report_comes_back_with_the_mark_of_the_sender() {
    or_skip!(postfix::need().and(dovecot::need()).and(fetch::need()));
    let dovecot = Dovecot::start(&dovecot::Options::default());
    let postfix = Postfix::start(&postfix::Options { dovecot: Some(&dovecot), ..Default::default() });
    let args = ["--from", "alicia@example.test", "--to", "pepe@example.test", "--to", "nadie@example.test"];
    let reports = [
        "--dsn",
        "notify=success,failure,ret=hdrs,envid=QQ 314+159",
        "--dsn",
        "rcpt=pepe@example.test,orcpt=old@x.test",
    ];
    let send = Mailtool::send(&format!("127.0.0.1:{}", postfix.smtp), args).args(reports);
    let outcome = send.args(["--explain", "--subject", "hola"]).run().expect(3);
    for text in [
        " RET=HDRS ENVID=QQ+20314+2B159",
        "C: RCPT TO:<pepe@example.test> NOTIFY=SUCCESS,FAILURE ORCPT=rfc822;old@x.test",
        "C: RCPT TO:<nadie@example.test> NOTIFY=SUCCESS,FAILURE ORCPT=rfc822;nadie@example.test",
        "| DSN: the client can ask",
        ": the sender's own mark for this envelope",
    ] {
        assert!(outcome.err().contains(text), "{text}: {outcome}");
    }
    assert_eq!(fetch::imap_arrived(dovecot.imap, PEPE.0, PEPE.1, 1).len(), 1);
    let report = fetch::imap_arrived(dovecot.imap, ALICIA.0, ALICIA.1, 1).remove(0);
    let report = String::from_utf8_lossy(&report);
    for field in ["Original-Envelope-Id: QQ 314+159", "Original-Recipient: rfc822;old@x.test", "Status: 2.0.0"] {
        assert!(report.contains(field), "{field}: {report}");
    }
    assert!(report.contains("Content-Type: text/rfc822-headers") && report.contains("Subject: hola"), "{report}");
}

#[test]
fn each_recipient_may_have_another_report() {
    let never = ["--dsn", "ret=full,notify=delay", "--dsn", "rcpt=pepe@example.test,notify=never"];
    for offers in [&["PIPELINING", "DSN"][..], &["DSN"]] {
        let (lines, err) = heard(offers, &never, 0);
        assert!(lines.contains(&"MAIL FROM:<alicia@example.test> RET=FULL".to_owned()), "{lines:?}");
        let rcpt = "RCPT TO:<pepe@example.test> NOTIFY=NEVER ORCPT=rfc822;pepe@example.test";
        assert!(lines.contains(&rcpt.to_owned()), "{lines:?}");
        let rcpt = "RCPT TO:<alicia+x=1@example.test> NOTIFY=DELAY ORCPT=rfc822;alicia+2Bx+3D1@example.test";
        assert!(lines.contains(&rcpt.to_owned()), "{lines:?}");
        assert!(!err.contains("\n!"), "{err}");
    }
    let (lines, err) = heard(&["PIPELINING"], &never, 0);
    assert!(lines.contains(&"MAIL FROM:<alicia@example.test>".to_owned()), "{lines:?}");
    assert!(err.contains("! the server does not offer DSN (RFC 3461)"), "{err}");
    // A warning is no transcript.
    let doubt = "! the server does not offer DSN (RFC 3461): no report can be asked for or forbidden\n";
    let quiet = |quiet: &str| heard(&["PIPELINING"], &[&never[..], &[quiet]].concat(), 0).1;
    assert_eq!((quiet("-q").as_str(), quiet("-qq").as_str()), (doubt, ""));
}

#[test]
fn free_parameters_go_as_they_are() {
    let free = ["--mail-param", "XVERP=-=", "--mail-param", "size=7", "--rcpt-param", "CONPERM"];
    let told = |err: &str, keyword: &str| err.contains(&format!(" {keyword}, which belongs to nothing"));
    let (lines, err) = heard(&["SIZE", "XVERP"], &["--mail-param", "xverp", "--mail-param", "size=7"], 0);
    assert!(lines.contains(&"MAIL FROM:<alicia@example.test> XVERP SIZE=7".to_owned()), "{lines:?}");
    assert!(!told(&err, "XVERP") && !told(&err, "SIZE"), "{err}");
    let (lines, err) = heard(&["PIPELINING"], &free[2..], 0);
    assert!(lines.contains(&"RCPT TO:<pepe@example.test> CONPERM".to_owned()), "{lines:?}");
    assert!(told(&err, "SIZE") && told(&err, "CONPERM"), "{err}");
    let outcome = Mailtool::send("127.0.0.1:1", PEOPLE).args(free).run().expect(64);
    outcome.says(&["--mail-param"]);
}

#[test]
fn what_makes_no_sense_is_said_before_anybody_is_called() {
    for (flag, value, word) in [
        ("--dsn", "notify=never,success", "stands alone"),
        ("--dsn", "notify=always", "success, failure, delay"),
        ("--dsn", "ret=some", "full or hdrs"),
        ("--dsn", "envid=ñ", "printable"),
        ("--dsn", "full", "neither"),
        ("--dsn", "orcpt=a@b.test", "neither"),
        ("--dsn", "rcpt=pepe", "--dsn rcpt"),
        ("--dsn", "rcpt=pepe@b.test,ret=full", "hold for the letter"),
        ("--dsn", "rcpt=otra@b.test,notify=never", "no recipient of this letter"),
        ("--rcpt-param", "A B", "KEYWORD[=VALUE]"),
        ("--mail-param", "A=1\r\nRSET", "KEYWORD[=VALUE]"),
    ] {
        Mailtool::send("127.0.0.1:1", PEOPLE).args([flag, value]).run().expect(64).says(&[word]);
    }
}

#[test]
fn a_dialogue_ends_where_it_is_told() {
    let offers = ["PIPELINING", "CHUNKING", "AUTH PLAIN"];
    let stop = |flag: &str, phase: &str| {
        let server = Server::smtp(Smtp::offering(&offers).on("RCPT", "250 2.1.5 ok"));
        let login = ["-u", "alicia", "--password", "x", "--json", flag, phase];
        let outcome = Mailtool::send(&server.address(), PEOPLE).args(login).run().expect(0);
        assert_eq!(outcome.field("status"), ["stopped", "stopped"], "{outcome}");
        let lines = server.finish_one().lines();
        (lines.last().cloned().unwrap_or_default(), lines, outcome)
    };
    let said = |lines: &[String], word: &str| lines.iter().any(|line| line.starts_with(word));
    for (phase, last, next) in [
        ("connect", "", "EHLO"),
        ("ehlo", "EHLO", "AUTH"),
        ("auth", "AUTH", "MAIL"),
        ("mail", "MAIL", "RCPT"),
        ("to", "RCPT", "DATA"),
    ] {
        let (end, lines, outcome) = stop("--quit-after", phase);
        assert_eq!(end, "QUIT", "{lines:?}");
        assert!(said(&lines, last) && !said(&lines, next), "{phase}: {lines:?}");
        assert_eq!(outcome.field("code")[0], if last == "MAIL" || last == "RCPT" { "250" } else { "null" });
        let (end, _, outcome) = stop("--drop-after", phase);
        assert!(end.starts_with(last), "{phase}: {end}");
        assert!(outcome.err().contains("* the connection is dropped behind"), "{outcome}");
    }
    let (end, lines, _) = stop("--drop-after", "data");
    assert_eq!(end, "DATA", "{lines:?}");
}

#[test]
fn before_a_letter_nobody_is_needed() {
    let offers = ["PIPELINING", "AUTH PLAIN"];
    let login = ["-u", "alicia", "--password", "x"];
    for (flag, phase, args, last) in [
        ("--quit-after", "connect", &[][..], "QUIT"),
        ("--quit-after", "banner", &["--connections", "2"], "QUIT"),
        ("--quit-after", "ehlo", &[], "QUIT"),
        ("--quit-after", "auth", &login, "QUIT"),
        ("--drop-after", "auth", &login, "AUTH PLAIN"),
    ] {
        let server = Server::smtp(Smtp::offering(&offers));
        let outcome = Mailtool::send(&server.address(), [flag, phase, "--json"]).args(args).run().expect(0);
        assert_eq!(
            (outcome.field("recipient"), outcome.field("status")),
            (vec!["null".into()], vec!["stopped".into()])
        );
        let lines = server.finish_one().lines();
        assert!(lines.last().is_some_and(|line| line.starts_with(last)), "{phase}: {lines:?}");
        assert!(!lines.iter().any(|line| line.starts_with("MAIL")), "{phase}: {lines:?}");
    }
    let outcome = Mailtool::send("127.0.0.1:1", ["--quit-after", "ehlo"]).run().expect(75);
    assert!(outcome.out().starts_with("-  deferred  127.0.0.1  "), "{outcome}");
    Mailtool::new(["send", "-s", "127.0.0.1:1"]).run().expect(64).says(&["there is no recipient"]);
    Mailtool::new(["send", "--quit-after", "ehlo"]).run().expect(64).says(&["--server: neither a server is named"]);
    Mailtool::send("127.0.0.1:1", ["--from", "a@x.test", "--quit-after", "rcpt"])
        .run()
        .expect(64)
        .says(&["there is no recipient"]);
    // An abstract socket is no user.
    Mailtool::send("unix:@mailtool-nobody", ["--quit-after", "auth"]).run().expect(64).says(&["nobody logs in"]);
}

#[test]
fn whoever_ends_behind_starttls_asks_for_it() {
    or_skip!(postfix::need(), ca::need());
    let authority = ca::Authority::throw_away();
    let files = authority.server(&["mx.example.test"]);
    let smtpd = ["smtpd_tls_protocols=>=TLSv1.3"];
    let postfix = Postfix::start(&postfix::Options { certificate: Some(&files), smtpd: &smtpd, ..Default::default() });
    let server = format!("127.0.0.1:{}", postfix.smtp);
    let try_it = |args: &[&str]| Mailtool::send(&server, ["--quit-after", "starttls", "--json"]).args(args).run();
    let ca = authority.ca().to_str().expect("a path in UTF-8");
    let outcome = try_it(&["--ca", ca, "--sni", "mx.example.test"]).expect(0);
    assert_eq!((outcome.field("tls"), outcome.field("verified")), (vec!["TLSv1.3".into()], vec!["true".into()]));
    assert!(!outcome.err().contains("changes nothing"), "{outcome}");
    try_it(&[]).expect(77).says(&["is not trusted"]);
    assert_eq!(try_it(&["--tls", "may"]).expect(0).field("verified"), ["false"]);
    // What fails is told as it is, and not tried without.
    let outcome = try_it(&["--tls", "may", "--tls-max", "1.2"]).expect(77).says(&["TLSv1.2"]);
    assert!(!outcome.err().contains("once more in clear text"), "{outcome}");
    let implicit = |server: &str| Mailtool::send(server, ["--quit-after", "starttls"]).run().expect(64);
    implicit("smtps://127.0.0.1:1").says(&["nobody says STARTTLS"]);
    implicit("127.0.0.1:465").says(&["--quit-after ehlo"]);
}

#[test]
fn recipients_are_tried_without_a_message() {
    or_skip!(postfix::need());
    let postfix = Postfix::start(&postfix::Options::default());
    let args = ["--from", "a@outside.test", "--to", "pepe@example.test", "--to", "nadie@example.test", "--json"];
    let server = format!("127.0.0.1:{}", postfix.smtp);
    let outcome = Mailtool::send(&server, args).args(["--quit-after", "rcpt"]).run().expect(3);
    assert_eq!(outcome.field("status"), ["stopped", "refused"]);
    assert_eq!(outcome.field("enhanced"), ["2.1.5", "5.1.1"]);
    assert!(!outcome.err().contains("C: DATA") && outcome.err().contains("C: QUIT"), "{outcome}");
    let none = Mailtool::send(&server, &args[..2]).args(["--to", "nadie@example.test", "--quit-after", "rcpt"]);
    none.run().expect(67);
    // STARTTLS that is not there cannot be ended behind
    let args = ["--tls", "may", "--quit-after", "starttls"];
    Mailtool::letter(&server).args(args).run().expect(77).says(&["does not offer STARTTLS"]);
}

#[test]
fn each_letter_ends_there() {
    let letter = |n| format!("From a@b Mon Nov 23 10:00:00 2026\nFrom: a@b.test\nTo: c@d.test\nSubject: {n}\n\nx\n\n");
    let server = Server::smtp(Smtp::offering(&["PIPELINING"]));
    let args = ["--mbox", "-", "--json", "--drop-after", "data"];
    let mbox = letter(1) + &letter(2);
    let outcome = Mailtool::send(&server.address(), args).stdin(&mbox).run().expect(0);
    assert_eq!(outcome.field("status"), ["stopped", "stopped"]);
    let heard = server.finish();
    assert_eq!(heard.len(), 2);
    assert!(heard.iter().all(|heard| heard.has("DATA") && !heard.has("QUIT") && heard.messages.is_empty()));
}

#[test]
fn limits_are_kept_before_they_are_reached() {
    let people = ["a@x.test", "b@y.test", "c@x.test", "d@z.test", "e@x.test"];
    let args: Vec<&str> = people.iter().flat_map(|to| ["--to", to]).collect();
    let transactions = |limits: &str| {
        let server = Server::smtp(Smtp::offering(&["PIPELINING", limits]));
        let outcome = Mailtool::send(&server.address(), ["--from", "a@b.test", "--json"]).args(&args).run().expect(0);
        assert_eq!(outcome.field("status"), vec!["delivered"; 5]);
        let mut told = outcome.field("recipient");
        told.sort();
        assert_eq!(told, people);
        let each = |lines: Vec<String>| {
            let rcpt = |line: &String| line.strip_prefix("RCPT TO:<").and_then(|line| line.chars().next());
            let text: String =
                lines.iter().map(|line| rcpt(line).unwrap_or(if line == "DATA" { '.' } else { ' ' })).collect();
            text.replace(' ', "")
        };
        server.finish().into_iter().map(|heard| each(heard.lines())).collect::<Vec<_>>()
    };
    assert_eq!(transactions("LIMITS"), ["abcde."]);
    assert_eq!(transactions("LIMITS RCPTMAX=2"), ["ab.cd.e."]);
    assert_eq!(transactions("LIMITS RCPTDOMAINMAX=1"), ["ace.b.d."]);
    assert_eq!(transactions("LIMITS RCPTMAX=2 RCPTDOMAINMAX=1 MAILMAX=3"), ["ac.b.d.", "e."]);
    assert_eq!(transactions("LIMITS MAILMAX=1 RCPTMAX=3"), ["abc.", "de."]);
    assert_eq!(transactions("LIMITS RCPTMAX=0 MAILMAX=x"), ["abcde."]);
}

#[test]
fn limits_hold_for_many_letters() {
    let letter = |n| format!("From a@b Mon Nov 23 10:00:00 2026\nFrom: a@b.test\nTo: c@d.test\nSubject: {n}\n\nx\n\n");
    let mbox: String = (0..5).map(letter).collect();
    let server = Server::smtp(Smtp::offering(&["PIPELINING", "CHUNKING", "LIMITS MAILMAX=2"]));
    let outcome = Mailtool::send(&server.address(), ["--mbox", "-", "--json"]).stdin(&mbox).run().expect(0);
    assert_eq!(outcome.field("status"), vec!["delivered"; 5]);
    let heard = server.finish();
    assert_eq!(heard.iter().map(|heard| heard.messages.len()).collect::<Vec<_>>(), [2, 2, 1]);
}

#[test]
fn binary_parts_go_as_they_are() {
    let octets: Vec<u8> = (0..=255).cycle().take(70_000).collect();
    let room = super::Room::new();
    let file = room.file("all.bin", &octets);
    let args = ["--attach", &file, "--body", "hola", "--encoding", "binary"];
    let server = Server::smtp(Smtp::offering(&["SIZE", "8BITMIME", "CHUNKING", "BINARYMIME"]));
    let outcome = Mailtool::send(&server.address(), PEOPLE).args(args).args(["--strict"]).run().expect(0);
    let heard = server.finish_one();
    let message = heard.messages.concat();
    assert!(heard.has("MAIL FROM:<alicia@example.test> SIZE=") && heard.text().contains(" BODY=BINARYMIME\r\n"));
    assert!(heard.text().contains(&format!(" SIZE={} ", message.len())), "{outcome}");
    assert!(message.windows(octets.len()).any(|window| window == octets), "{outcome}");
    let printed = Mailtool::send("127.0.0.1:1", PEOPLE).args(args).args(["--dry-run"]).run().expect(0).stdout;
    assert!(printed.windows(octets.len()).any(|window| window == octets));
    // without CHUNKING, or where it is not to be used, nothing carries it
    for (offers, chunking) in
        [(&["BINARYMIME"][..], "auto"), (&["CHUNKING", "BINARYMIME"], "never"), (&["CHUNKING"], "auto")]
    {
        let server = Server::smtp(Smtp::offering(offers));
        let send = Mailtool::send(&server.address(), PEOPLE).args(args).args(["--chunking", chunking]);
        send.run().expect(65).says(&["BINARYMIME"]);
        assert!(!server.finish_one().has("MAIL"));
    }
    // and nobody gets it who did not ask
    let server = Server::smtp(Smtp::offering(&["8BITMIME", "CHUNKING", "BINARYMIME"]));
    Mailtool::send(&server.address(), PEOPLE).args(&args[..4]).run().expect(0);
    assert!(!server.finish_one().text().contains("BINARYMIME"));
}

#[test]
fn what_a_server_must_heed_is_not_sent_to_one_that_does_not_know_it() {
    let all = ["DELIVERBY 60", "FUTURERELEASE 3600 2030-01-01T00:00:00Z", "MT-PRIORITY MIXER"];
    let mail = |args: &[&str]| {
        let (lines, _) = heard(&all, args, 0);
        lines.into_iter().find(|line| line.starts_with("MAIL")).unwrap_or_default()
    };
    for (args, parameters) in [
        (&["--deliver-by", "120"][..], "BY=120;R"),
        (&["--deliver-by", "-9,notify,trace"], "BY=-9;NT"),
        (&["--hold-for", "3600"], "HOLDFOR=3600"),
        (&["--hold-until", "2029-12-24T18:00:00+01:00"], "HOLDUNTIL=2029-12-24T17:00:00Z"),
        (&["--mt-priority", "-4"], "MT-PRIORITY=-4"),
        (&["--mt-priority", "3", "--deliver-by", "60,return"], "BY=60;R MT-PRIORITY=3"),
    ] {
        assert_eq!(mail(args), format!("MAIL FROM:<alicia@example.test> {parameters}"));
    }
    let refused = |offers: &[&str], args: &[&str], code, words| {
        let (lines, err) = heard(offers, args, code);
        assert!(lines.last().is_some_and(|line| line == "QUIT") && lines.len() == 2, "{lines:?}");
        assert!(err.contains(words), "{err}");
    };
    refused(&all, &["--deliver-by", "59"], 69, "less than 60 seconds");
    refused(&all, &["--hold-for", "3601"], 69, "up to 3600");
    refused(&all, &["--hold-until", "2031-01-01T00:00:00Z"], 69, "up to 2030");
    refused(&["SIZE"], &["--deliver-by", "59"], 69, "does not offer DELIVERBY");
    refused(&["SIZE"], &["--hold-for", "1"], 69, "does not offer FUTURERELEASE");
    refused(&["REQUIRETLS"], &["--require-tls"], 77, "certificate that is verified");
    let (lines, err) = heard(&["SIZE"], &["--mt-priority", "9"], 0);
    assert!(!lines.iter().any(|line| line.contains("PRIORITY")) && err.contains("the priority is not said"), "{err}");
    for (flag, value) in [
        ("--deliver-by", "0"),
        ("--deliver-by", "1,later"),
        ("--deliver-by", "1000000000"),
        ("--hold-for", "0"),
        ("--hold-until", "tomorrow"),
        ("--mt-priority", "10"),
        ("--quit-after", "lunch"),
        ("--quit-after", "data"),
        ("--quit-after", "auth"),
    ] {
        Mailtool::send("127.0.0.1:1", PEOPLE).args([flag, value]).run().expect(64).says(&[flag]);
    }
}

#[test]
fn commands_of_ones_own_and_their_replies() {
    or_skip!(postfix::need());
    let postfix = Postfix::start(&postfix::Options::default());
    let server = format!("127.0.0.1:{}", postfix.smtp);
    let verbs = ["--verb", "VRFY pepe@example.test", "--verb", "VRFY nadie@example.test", "--json", "--explain"];
    let outcome = Mailtool::send(&server, verbs).run().expect(3);
    assert_eq!(outcome.field("command"), ["VRFY pepe@example.test", "VRFY nadie@example.test"]);
    assert_eq!(
        (outcome.field("code"), outcome.field("enhanced")[1].as_str()),
        (vec!["252".into(), "550".into()], "5.1.1")
    );
    for text in ["C: EHLO ", "C: VRFY pepe@example.test", "| VRFY: ", "C: QUIT"] {
        assert!(outcome.err().contains(text), "{text}: {outcome}");
    }
    let outcome = Mailtool::send(&server, ["-q", "--verb", "ETRN example.test", "--verb", "NOOP"]).run().expect(3);
    let lines: Vec<String> = outcome.out().lines().map(str::to_owned).collect();
    assert!(lines[0].starts_with("ETRN example.test  4") || lines[0].starts_with("ETRN example.test  5"), "{outcome}");
    assert_eq!(lines[1], "NOOP  250 2.0.0  Ok");
}

#[test]
fn a_reply_of_several_lines_is_several_lines() {
    let server = Server::smtp(Smtp::offering(&[]).on("HELP", "214-2.0.0 EHLO\tMAIL\r\n214 2.0.0 \x1b[2JRCPT"));
    let outcome = Mailtool::send(&server.address(), ["-q", "--verb", "HELP"]).run().expect(0);
    assert_eq!(outcome.out(), "HELP  214 2.0.0  EHLO MAIL\n    \\x1b[2JRCPT\n");
}

#[test]
fn commands_that_are_more_than_that() {
    let send = |args: &[&str]| Mailtool::send("127.0.0.1:1", args).run().expect(64);
    for verb in ["DATA", "auth plain", "STARTTLS", "QUIT", "BDAT 3 LAST", "EHLO x"] {
        send(&["--verb", verb]).says(&["mailtool talk"]);
    }
    send(&["--verb", "NOOP\r\nRSET"]).says(&["no command"]);
    send(&["--verb", " "]).says(&["no command"]);
    send(&["--verb", "NOOP", "--to", "a@b.test"]).says(&["--to"]);
    send(&["--verb", "NOOP", "--charset", "latin1"]).says(&["--charset"]);
    Mailtool::new(["send", "--verb", "NOOP"]).run().expect(64).says(&["--server"]);
    Mailtool::send("127.0.0.1:1", ["-q", "--verb", "NOOP"]).run().expect(75);
    let server = Server::smtp(Smtp::offering(&[]).on("NOOP", "421 4.3.2 going down"));
    Mailtool::send(&server.address(), ["--verb", "NOOP", "--verb", "HELP"]).run().expect(75);
    assert!(!server.finish_one().has("HELP"));
}

#[test]
fn a_proxy_says_for_whom_it_speaks() {
    or_skip!(postfix::need());
    let trusting = ["smtpd_authorized_xclient_hosts=127.0.0.0/8"];
    let postfix = Postfix::start(&postfix::Options { smtpd: &trusting, ..Default::default() });
    let server = format!("127.0.0.1:{}", postfix.smtp);
    let args = ["--xclient", "name=spike.example.test,addr=192.0.2.7", "--xclient", "helo=spike+1", "--explain"];
    let outcome = Mailtool::letter(&server).args(args).run().expect(0);
    let said = "C: XCLIENT NAME=spike.example.test ADDR=192.0.2.7 HELO=spike+2B1";
    assert!(outcome.err().contains(said) && !outcome.err().contains("\n!"), "{outcome}");
    assert_eq!(outcome.err().matches("C: EHLO").count(), 2, "{outcome}");
    assert!(postfix.child().log().contains("client=spike.example.test[192.0.2.7]"), "{}", postfix.child().log());
    let outcome = Mailtool::letter(&server).args(["--xclient", "shoe=44"]).run().expect(69);
    assert!(outcome.err().contains("does not offer XCLIENT with SHOE"), "{outcome}");
    Mailtool::letter(&server).args(["--xclient", "name"]).run().expect(64).says(&["--xclient"]);
}

#[test]
fn a_filter_says_whose_letter_it_was() {
    or_skip!(postfix::need());
    let trusting = ["smtpd_authorized_xforward_hosts=127.0.0.0/8"];
    let postfix = Postfix::start(&postfix::Options { smtpd: &trusting, ..Default::default() });
    let server = format!("127.0.0.1:{}", postfix.smtp);
    let letter = |n| format!("From a@b Mon Nov 23 10:00:00 2026\nFrom: a@b.test\nSubject: {n}\n\nx\n\n");
    let mbox: String = (0..3).map(letter).collect();
    let long = format!("helo={}", "x".repeat(230));
    let filter = ["--xforward", "name=spike.example.test,addr=192.0.2.7,port=4711", "--xforward", &long];
    let ident = long.replace("helo", "ident");
    let filter = [&filter[..], &["--xforward", &ident, "--explain"]].concat();
    let args = ["--mbox", "-", "--rcpt", "pepe@example.test"];
    let outcome = Mailtool::send(&server, args).args(&filter).stdin(&mbox).run().expect(0);
    // It is forgotten behind each letter.
    let said = "C: XFORWARD NAME=spike.example.test ADDR=192.0.2.7 PORT=4711";
    assert_eq!(
        (outcome.err().matches(said).count(), outcome.err().matches("C: XFORWARD").count()),
        (3, 6),
        "{outcome}"
    );
    assert!(!outcome.err().contains("\n!") && outcome.err().contains("| XFORWARD: "), "{outcome}");
    let log = postfix.child().log();
    assert_eq!(log.matches("orig_client=spike.example.test[192.0.2.7]").count(), 3, "{log}");
    // Whoever does not trust us does not hear the letter.
    let wary = Postfix::start(&postfix::Options::default());
    let server = format!("127.0.0.1:{}", wary.smtp);
    let outcome = Mailtool::letter(&server).args(["--xforward", "addr=192.0.2.7"]).run().expect(77);
    assert!(outcome.err().contains("! the server does not offer XFORWARD with ADDR"), "{outcome}");
    assert!(!outcome.err().contains("C: MAIL"), "{outcome}");
    Mailtool::letter(&server).args(["--xforward", "addr"]).run().expect(64).says(&["--xforward"]);
}
