use proptest::prelude::*;

use super::*;

const INVITATION: &str = "BEGIN:VCALENDAR\r\nPRODID:-//x//EN\r\nVERSION:2.0\r\nMETHOD:REQUEST\r\nBEGIN:VTIMEZONE\r\n\
    TZID:Europe/Madrid\r\nBEGIN:STANDARD\r\nDTSTART:16010101T030000\r\nRRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10\r\n\
    END:STANDARD\r\nEND:VTIMEZONE\r\nBEGIN:VEVENT\r\nUID:1@x.test\r\nSUMMARY;LANGUAGE=es:Reuni\u{f3}n\\, la \
    de\r\n  siempre\\nhoy\r\nDTSTART;TZID=Europe/Madrid:20261123T100000\r\nDTEND;TZID=\"Europe/Madrid\":20261123T113000\r\n\
    LOCATION:Sala 1\\; planta 2\r\nRRULE:FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,FR;COUNT=10\r\nSTATUS:confirmed\r\n\
    ORGANIZER;CN=\"Alicia: jefa\":mailto:alicia@x.test\r\nATTENDEE;PARTSTAT=ACCEPTED;CN=Pepe;RSVP=TRUE:MAILTO:pepe@x.te\r\n \
    st\r\nATTENDEE:mailto:b@x.test\r\nBEGIN:VALARM\r\nTRIGGER:-PT15M\r\nSUMMARY:no\r\nEND:VALARM\r\nEND:VEVENT\r\n\
    END:VCALENDAR\r\n";

#[test]
fn an_invitation() {
    let calendar = read(INVITATION);
    assert_eq!((calendar.method.as_deref(), calendar.purpose()), (Some("REQUEST"), Some("invitation")));
    let person = |name: Option<&str>, address: &str, status: Option<&str>| Person {
        name: name.map(str::to_owned),
        address: address.to_owned(),
        status: status.map(str::to_owned),
    };
    let wanted = Entry {
        component: "VEVENT",
        summary: Some("Reunión, la de siempre hoy".to_owned()),
        when: Some("2026-11-23 10:00 to 11:30 Europe/Madrid".to_owned()),
        due: None,
        repeats: Some("every 2 weeks on Monday and Friday, 10 times".to_owned()),
        location: Some("Sala 1; planta 2".to_owned()),
        status: Some("CONFIRMED".to_owned()),
        organizer: Some(person(Some("Alicia: jefa"), "alicia@x.test", None)),
        attendees: vec![person(Some("Pepe"), "pepe@x.test", Some("ACCEPTED")), person(None, "b@x.test", None)],
        uid: Some("1@x.test".to_owned()),
    };
    assert_eq!(calendar.entries, [wanted]);
    assert_eq!(calendar.entries[0].attendees[0].answer(), Some("accepts"));
    assert_eq!(read(&INVITATION.replace("\r\n", "\n")), calendar);
}

/// When an event is that has these lines.
fn when(lines: &str) -> String {
    let calendar = read(&format!("BEGIN:VEVENT\n{lines}\nEND:VEVENT\n"));
    calendar.entries.into_iter().next().and_then(|entry| entry.when).unwrap_or_default()
}

#[test]
fn when_it_is() {
    for (lines, wanted) in [
        ("DTSTART:20261123T100000Z\nDTEND:20261124T090005Z", "2026-11-23 10:00 to 2026-11-24 09:00:05 UTC"),
        ("DTSTART:20261123T100000", "2026-11-23 10:00"),
        ("DTSTART;TZID=A:20261123T100000\nDTEND;TZID=B:20261123T120000", "2026-11-23 10:00 A to 2026-11-23 12:00 B"),
        ("DTSTART;VALUE=DATE:20261123\nDTEND;VALUE=DATE:20261124", "2026-11-23 (all day)"),
        ("DTSTART;VALUE=DATE:20261123\nDTEND;VALUE=DATE:20261126", "2026-11-23 to 2026-11-25 (all day)"),
        ("DTSTART:20261123T100000\nDURATION:PT1H30M", "2026-11-23 10:00 for 1 h 30 min"),
        ("DTSTART:20261123T100000\nDURATION:P1DT0H", "2026-11-23 10:00 for 1 day"),
        ("DTSTART:20261123T100000\nDURATION:P2W", "2026-11-23 10:00 for 2 weeks"),
        ("DTSTART:20261123T100000\nDURATION:soon", "2026-11-23 10:00 for soon"),
        ("DTSTART:20261123T235960Z", "2026-11-23 23:59:59 UTC"),
        ("DTSTART:20261399", "20261399"),
        ("DTSTART:00000000T000000", "00000000T000000"),
        ("DTSTART:\u{1b}[31m", "\u{1b}[31m"),
        ("DTEND:20261123", ""),
    ] {
        assert_eq!(when(lines), wanted, "{lines}");
    }
}

#[test]
fn how_it_recurs() {
    for (rule, wanted) in [
        ("FREQ=DAILY", "every day"),
        ("freq=weekly;byday=mo;wkst=su", "every week on Monday"),
        ("FREQ=YEARLY;UNTIL=20301231", "every year, until 2030-12-31"),
        ("FREQ=DAILY;UNTIL=20301231T100000Z;INTERVAL=3", "every 3 days, until 2030-12-31 10:00 UTC"),
        ("FREQ=WEEKLY;BYDAY=MO,WE,FR;COUNT=1", "every week on Monday, Wednesday and Friday, 1 time"),
        ("FREQ=MONTHLY;BYDAY=1MO", "FREQ=MONTHLY;BYDAY=1MO"),
        ("FREQ=MONTHLY;BYMONTHDAY=15", "FREQ=MONTHLY;BYMONTHDAY=15"),
        ("FREQ=DAILY;INTERVAL=0", "FREQ=DAILY;INTERVAL=0"),
        ("INTERVAL=2", "INTERVAL=2"),
        ("\u{1b}", "\u{1b}"),
    ] {
        assert_eq!(recurrence::words(rule), wanted);
    }
}

#[test]
fn what_is_broken_is_read_as_far_as_it_goes() {
    assert_eq!(read(""), Calendar::default());
    assert_eq!(read("no calendar\n: x\nEND:VEVENT\nEND:VEVENT\n"), Calendar::default());
    let open = read("METHOD:REPLY\nBEGIN:VEVENT\nSUMMARY:a\nBEGIN:VALARM\nSUMMARY:b\n");
    assert_eq!((open.entries.len(), open.entries[0].summary.as_deref()), (1, Some("a")));
    assert_eq!(read(&"BEGIN:VEVENT\nEND:VEVENT\n".repeat(10_000)).entries.len(), MOST);
    let many = format!("BEGIN:VEVENT\n{}END:VEVENT\n", "ATTENDEE:mailto:a@x.test\n".repeat(10_000));
    assert_eq!(read(&many).entries[0].attendees.len(), MOST);
    assert_eq!(read(&"BEGIN:VEVENT\n".repeat(100_000)).entries.len(), 1);
}

proptest! {
    #[test]
    fn anything_is_read(
        text in any::<String>(),
        lines in prop::collection::vec(("[\u{20}-~é\n]{0,20}", any::<prop::sample::Index>()), 0..9),
    ) {
        read(&text);
        let mut text = INVITATION.to_owned();
        for (piece, at) in lines {
            let mut at = at.index(text.len());
            while !text.is_char_boundary(at) {
                at -= 1;
            }
            text.insert_str(at, &piece);
        }
        prop_assert!(read(&text).entries.len() <= MOST);
    }
}
