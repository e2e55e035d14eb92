//! `mime show`: what a person reads.

use super::Mailtool;

fn show(message: impl AsRef<[u8]>, args: &[&str]) -> super::Outcome {
    Mailtool::new(["mime", "show", "-"]).args(args).stdin(message).run().expect(0)
}

const HEADER: &str = "From: =?iso-8859-1?Q?Alic=EDa?= <alicia@x.test>\nTo: \"Pepe (x)\" <pepe@x.test>, b@x.test\n\
    Date: Mon, 23 Nov 2026 10:00:00 +0100\nSubject: =?utf-8?B?wr9xdcOpPw==?=\nX-Other: not shown\n";

const ALTERNATIVES: &str = "Content-Type: multipart/alternative; boundary=a\n\n--a\n\
    Content-Type: text/plain; charset=iso-8859-1; format=flowed\nContent-Transfer-Encoding: quoted-printable\n\n\
    ma=F1ana=20\nser=E1\n\n--a\nContent-Type: text/html; charset=utf-8\n\n<p>ma\u{f1}ana <b>ser\u{e1}</b></p>\n\n--a--\n";

#[test]
fn the_best_alternative() {
    let outcome = show(format!("{HEADER}{ALTERNATIVES}"), &[]);
    let expected = "From: Alic\u{ed}a <alicia@x.test>\nTo: Pepe (x) <pepe@x.test>, b@x.test\n\
        Date: Mon, 23 Nov 2026 10:00:00 +0100\nSubject: \u{bf}qu\u{e9}?\n\nma\u{f1}ana ser\u{e1}\n";
    assert_eq!(outcome.out(), expected);
    let html = show(format!("{HEADER}{ALTERNATIVES}"), &["--html"]);
    assert!(html.out().contains("**ser\u{e1}**"), "{html}");
}

#[test]
fn attachments_and_messages_within() {
    let message = "Subject: out\nContent-Type: multipart/mixed; boundary=a\n\n--a\n\nsee below\n--a\n\
        Content-Type: image/png; name=\"a b.png\"\nContent-Transfer-Encoding: base64\n\nAAAAAA==\n--a\n\
        Content-Type: message/rfc822\n\nSubject: in\n\nline one\n\nline two\n--a--\n";
    let expected = "Subject: out\n\nsee below\n\n    Subject: in\n\n    line one\n\n    line two\n\nAttached:\n  \
        2 image/png \"a b.png\", 4 octets\n  3 message/rfc822, 31 octets\n";
    assert_eq!(show(message, &[]).out(), expected);
    let objects = show(message, &["--json"]).json();
    assert_eq!(objects.len(), 1);
    assert_eq!((&objects[0]["subject"], &objects[0]["text"]), (&"out".into(), &"see below".into()));
    assert_eq!(objects[0]["messages"][0]["text"], "line one\n\nline two");
    assert_eq!(objects[0]["attachments"][0]["octets"], 4);
    assert_eq!(objects[0]["attachments"][0]["path"], "2");
}

#[test]
fn reports() {
    let message = "Content-Type: multipart/report; report-type=delivery-status; boundary=a\n\n--a\n\nNot delivered.\n--a\n\
        Content-Type: message/delivery-status\n\nReporting-MTA: dns; mx.x.test\n\n\
        Final-Recipient: rfc822; pepe@x.test\nAction: failed\nStatus: 5.1.1\nDiagnostic-Code: smtp; 550 no\n such user\n\n\
        Final-Recipient: rfc822; b@x.test\nAction: delayed\nStatus: 4.4.1\n--a--\n";
    let out = show(message, &[]).out();
    assert!(out.starts_with("Not delivered.\n\nReporting-MTA: dns; mx.x.test\n\nFinal-Recipient: "), "{out}");
    assert!(out.contains("Diagnostic-Code: smtp; 550 no such user\n"), "{out}");
    let report = show(message, &["--json"]).json()[0]["reports"][0].clone();
    assert_eq!(report["type"], "message/delivery-status");
    assert_eq!(report["fields"]["reporting_mta"], "dns; mx.x.test");
    assert_eq!(report["recipients"][0]["address"], "pepe@x.test");
    assert_eq!(report["recipients"][0]["status"], "5.1.1");
    assert_eq!(report["recipients"][1]["action"], "delayed");
    let notified = "Content-Type: message/disposition-notification\n\nFinal-Recipient: rfc822;a@x.test\n\
        Original-Message-ID: <1@x.test>\nDisposition: manual-action/MDN-sent-manually; displayed\n";
    let report = show(notified, &["--json"]).json()[0]["reports"][0].clone();
    assert_eq!(report["fields"]["disposition"], "manual-action/MDN-sent-manually; displayed");
}

#[test]
fn nothing_in_a_message_moves_the_cursor() {
    let hostile = "From: \"\x1b[2J\" <a@x.test>\nSubject: =?utf-8?Q?=1B]0;x=07=0D=0Aforged?=\n\
        Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: quoted-printable\n\n\
        a=1B[31mb\tc\u{202e}d=C2=9Be=00=0Cf\rg\n";
    let out = show(hostile, &[]).out();
    assert!(out.ends_with("\na\\x1b[31mb\tc\\u{202e}d\\u{9b}e\\x00\\x0cf\\rg\n"), "{out:?}");
    assert!(out.contains("Subject: \\x1b]0;x\\x07\\r\\nforged\n"), "{out:?}");
    let html = "Content-Type: text/html; charset=utf-8\n\n<p>a&#27;[2J&#x202e;b</p>";
    for out in [out, show(html, &[]).out(), show(html, &["--json"]).out(), show(hostile, &["--json"]).out()] {
        assert!(!out.contains(['\x1b', '\x07', '\u{9b}', '\u{202e}', '\x00', '\x0c', '\r']), "{out:?}");
    }
}

#[test]
fn what_is_wrong_with_a_text_is_told() {
    let message = "Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: 8bit\n\n";
    let outcome = show([message.as_bytes(), b"a\xffb\n"].concat(), &[]);
    assert!(outcome.out().ends_with("a\u{fffd}b\n") && outcome.err().contains("[charset-malformed]"), "{outcome}");
    let long = format!("{message}{}", "\u{e9}".repeat(300_000));
    let out = show(long, &[]).out();
    assert_eq!(out.trim_start().chars().count(), 300_001, "one line, whole, with its end");
}

const CALENDAR: &str = "BEGIN:VCALENDAR\nMETHOD:REQUEST\nBEGIN:VEVENT\nUID:1@x.test\nSUMMARY:Reuni\u{f3}n\\, la de \n \
    siempre\nDTSTART;TZID=Europe/Madrid:20261123T100000\nDTEND;TZID=Europe/Madrid:20261123T113000\nLOCATION:Sala \
    \u{1b}[31m1\nRRULE:FREQ=WEEKLY;BYDAY=MO\nSTATUS:CONFIRMED\nORGANIZER;CN=Alicia:mailto:alicia@x.test\n\
    ATTENDEE;CN=Pepe;PARTSTAT=ACCEPTED:mailto:pepe@x.test\nATTENDEE:mailto:b@x.test\nEND:VEVENT\nEND:VCALENDAR\n";

#[test]
fn an_invitation() {
    let message = format!(
        "Subject: in\nContent-Type: multipart/alternative; boundary=a\n\n--a\n\ncome!\n--a\nContent-Type: \
         text/calendar; charset=utf-8; method=REQUEST\n\n{CALENDAR}--a--\n"
    );
    let expected = "Subject: in\n\ncome!\n\nEvent: Reuni\u{f3}n, la de siempre (invitation)\n\
        When: 2026-11-23 10:00 to 11:30 Europe/Madrid\nRepeats: every week on Monday\nWhere: Sala \\x1b[31m1\n\
        Status: CONFIRMED\nOrganizer: Alicia <alicia@x.test>\nAttendee: Pepe <pepe@x.test>, accepts\nAttendee: b@x.test\n";
    assert_eq!(show(&message, &[]).out(), expected);
    assert!(show(&message, &["--html"]).out().contains("Event: "));
    let objects = show(&message, &["--json"]).json();
    let calendar = &objects[0]["calendars"][0];
    assert_eq!((&calendar["path"], &calendar["method"]), (&"2".into(), &"REQUEST".into()));
    let entry = &calendar["entries"][0];
    assert_eq!((&entry["component"], &entry["uid"]), (&"VEVENT".into(), &"1@x.test".into()));
    assert_eq!(entry["attendees"][0]["status"], "ACCEPTED");
    assert_eq!(objects[0]["text"], "come!");
}

#[test]
fn a_calendar_alone_or_attached_or_none() {
    let calendar = |header: &str, text: &str| show(format!("Content-Type: text/calendar\n{header}\n{text}"), &[]).out();
    let without = CALENDAR.replace("\u{f3}", "o").replace("\u{1b}", "");
    assert!(calendar("", &without).starts_with("Event: Reunion, la de siempre (invitation)\nWhen: "));
    let attached = calendar("Content-Disposition: attachment; filename=a.ics\n", &without);
    assert!(attached.starts_with("Attached:\n  1 text/calendar \"a.ics\", "), "{attached}");
    assert_eq!(calendar("", "no calendar\n"), "no calendar\n");
    let two = calendar("", "BEGIN:VTODO\nSUMMARY:a\nDUE:20261123\nEND:VTODO\nBEGIN:VEVENT\nEND:VEVENT\n");
    assert_eq!(two, "Task: a\nDue: 2026-11-23 (all day)\n\nEvent:\n");
}
