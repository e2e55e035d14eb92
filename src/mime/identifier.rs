//! Reading Message-ID, In-Reply-To and References (RFC 5322 §3.6.4).

use super::cursor::{Cursor, is_blank};
use super::flaw::Flaw;
use super::flaw::Severity::{Info, Warning};
use super::notes::{Kind, Notes, shown};

const NO_BRACKETS: Kind = (Warning, "message-id-without-brackets", "RFC 5322 §3.6.4");
const NO_AT: Kind = (Info, "message-id-without-at", "RFC 5322 §3.6.4");
const BLANK: Kind = (Warning, "message-id-blank", "RFC 5322 §3.6.4");
const PHRASE: Kind = (Info, "message-id-phrase", "RFC 5322 §4.5.4");
const UNCLOSED: Kind = (Warning, "message-id-unclosed", "RFC 5322 §3.6.4");

/// `msg-id`.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct MessageId {
    /// What stands between the angle brackets, without blanks; octets that are no UTF-8 as U+FFFD.
    pub id: String,
    /// Octets of the field's value before it.
    pub offset: u64,
}

/// The identifiers of a field in their order, comments and words between them passed over, with what is wrong. One
/// without brackets counts if it has an `@`. Takes linear time.
pub fn list(value: &[u8]) -> (Vec<MessageId>, Vec<Flaw>) {
    let (mut cursor, mut notes, mut found) = (Cursor::new(value), Notes::default(), Vec::new());
    loop {
        cursor.skip_cfws();
        let start = cursor.at();
        let Some(octet) = cursor.peek() else { return (found, notes.finish()) };
        if octet == b'<' {
            found.extend(bracketed(&mut cursor, &mut notes));
            continue;
        }
        if matches!(octet, b',' | b';' | b'>' | b'(') {
            cursor.bump(1);
            continue;
        }
        if cursor.quoted(true).is_some() {
            notes.note(PHRASE, start, "words between identifiers are passed over");
            continue;
        }
        let word = cursor.take_while(|octet| !is_blank(octet) && !b"<>,;(".contains(&octet));
        match word.contains(&b'@') {
            true => {
                notes.note(NO_BRACKETS, start, format!("{:?} should stand in angle brackets", shown(word)));
                found.push(MessageId { id: String::from_utf8_lossy(word).into_owned(), offset: start as u64 });
            }
            false => notes.note(PHRASE, start, "words between identifiers are passed over"),
        }
    }
}

/// `"<" id-left "@" id-right ">"`.
fn bracketed(cursor: &mut Cursor<'_>, notes: &mut Notes) -> Option<MessageId> {
    let start = cursor.at();
    cursor.bump(1);
    let inner = cursor.take_while(|octet| octet != b'>' && octet != b'<');
    if !cursor.eat(b'>') {
        notes.note(UNCLOSED, start, "an identifier without its closing bracket");
    }
    let kept: Vec<u8> = inner.iter().copied().filter(|&octet| !is_blank(octet)).collect();
    if kept.is_empty() {
        return None;
    }
    if kept.len() < inner.trim_ascii().len() {
        notes.note(BLANK, start, "blanks within an identifier do not count");
    }
    if !kept.contains(&b'@') {
        notes.note(NO_AT, start, format!("{:?} has no @", shown(&kept)));
    }
    Some(MessageId { id: String::from_utf8_lossy(&kept).into_owned(), offset: start as u64 })
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn check(value: &str, ids: &[(&str, u64)], codes: &[&str]) {
        let (found, flaws) = list(value.as_bytes());
        let pairs: Vec<_> = found.iter().map(|one| (one.id.as_str(), one.offset)).collect();
        let told: Vec<_> = flaws.iter().map(|flaw| flaw.code).collect();
        assert_eq!((pairs.as_slice(), told.as_slice()), (ids, codes), "{value}");
    }

    #[test]
    fn lists() {
        check(
            " <1234@local.machine.example>\r\n <3456@example.net>\r\n",
            &[("1234@local.machine.example", 1), ("3456@example.net", 32)],
            &[],
        );
        check("<a@b><c@d> (comment <e@f>)", &[("a@b", 0), ("c@d", 5)], &[]);
        check("Your message of \"Mon\" <a@b>", &[("a@b", 22)], &["message-id-phrase"; 4]);
        check("a@b", &[("a@b", 0)], &["message-id-without-brackets"]);
        check("<a\r\n b@c>", &[("ab@c", 0)], &["message-id-blank"]);
        check("<a> <>", &[("a", 0)], &["message-id-without-at"]);
        check("<a@b <c@d>", &[("a@b", 0), ("c@d", 5)], &["message-id-unclosed"]);
        check("<\"a@b\"@[c]>", &[("\"a@b\"@[c]", 0)], &[]);
        check("(", &[], &[]);
    }

    #[test]
    fn a_hundred_thousand() {
        for piece in ["<a@b> ", "<", "(", "\"", "a ", "<a@b", ">"] {
            list(piece.repeat(100_000).as_bytes());
        }
    }

    proptest! {
        #[test]
        fn reading_takes_anything(octets: Vec<u8>, text in "[<>@a(\" \r\n\\\\]{0,30}") {
            list(&octets);
            list(text.as_bytes());
        }
    }
}
