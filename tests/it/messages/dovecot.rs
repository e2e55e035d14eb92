//! What Dovecot tells of messages over IMAP: ENVELOPE, BODYSTRUCTURE and BODY of every sample and every trap, item by
//! item. Only that a string may be quoted or a literal makes no difference.

mod search;
mod session;
mod traps;

use std::collections::BTreeSet;
use std::fs;

use mailtool::mime::structure::{envelope, structure};
use mailtool::proto::imap::body_structure::Form;

use self::session::{Item, Session, items};
use crate::peers::dovecot::{self, ALICIA, Dovecot, Options};
use crate::peers::or_skip;

/// Where we tell something else: the end of the name of the file, and why.
const DIFFERENCES: &[(&str, &str)] = &[
    ("cpython/msg_19.txt", NO_HEADER),
    ("cpython/msg_38.txt", NO_HEADER),
    ("enmime/parts/multi-malformed.raw", NO_HEADER),
    ("mimekit/encoders/wikipedia.txt", NO_HEADER),
    ("testmsgs/malformedHeader-noheader.msg", NO_HEADER),
    ("testmsgs/malformedHeaderStartsBody-noheader.msg", NO_HEADER),
    ("mail-parser/rfc/008.eml", NO_HEADER),
    ("cpython/msg_14.txt", NO_TYPE),
    ("enmime/parts/barren-content-type.raw", NO_TYPE),
    ("enmime/parts/ctype-invalid-characters.raw", NO_TYPE),
    ("enmime/parts/empty-ctype-bad-content.raw", NO_TYPE),
    ("cpython/msg_27.txt", BLANKS),
    ("testmsgs/obsolete.msg", BLANKS),
    ("enmime/parts/missing-closing-param-quote.raw", UNQUOTED),
    ("enmime/parts/unquoted-ctype-param-special.raw", UNQUOTED),
    ("mail-parser/rfc/001.eml", UNQUOTED),
    ("mail-parser/legacy/035.eml", BACKSLASH),
    ("mail-parser/legacy/039.eml", BACKSLASH),
    ("testmsgs/very-long-boundary.msg", TRAILING_BLANKS),
    ("testmsgs/very-very-long-boundary.msg", TRAILING_BLANKS),
    ("testmsgs/weird-boundary.msg", TRAILING_BLANKS),
    ("cpython/msg_32.txt", CHARSET),
    ("cpython/msg_33.txt", "a boundary may be written as RFC 2231 §4 says; Dovecot finds no parts then"),
    ("mail-parser/rfc/009.eml", "a From without an address is told as a local part; Dovecot makes a name of two words"),
];

const NO_HEADER: &str = "text where a header should begin is body (RFC 5322 §2.1), to Dovecot it is header up to the \
                         next empty line";
const NO_TYPE: &str = "a Content-Type that cannot be read is text/plain (RFC 2045 §5.2), to Dovecot it has empty names";
const BLANKS: &str = "unfolding takes off line ends alone (RFC 5322 §2.2.3), Dovecot makes one space of all blanks";
const UNQUOTED: &str = "a value whose quotes are missing (RFC 2045 §5.1) is read whole, Dovecot stops or drops it";
const BACKSLASH: &str = "a backslash that quotes nothing (RFC 5322 §3.2.4) is kept: the path of a file is meant";
const CHARSET: &str = "charset* is a charset (RFC 2231 §4), Dovecot adds that of a text without one";
const TRAILING_BLANKS: &str = "blanks at the end of a boundary do not count (RFC 2046 §5.1.1)";

/// Compares what we tell with what Dovecot does; the names of those that differ, with what does.
fn compare(messages: &[(String, Vec<u8>)]) -> Vec<(String, String)> {
    let dovecot = Dovecot::start(&Options::default());
    let mut session = Session::open(dovecot.imap, ALICIA);
    let maildir = dovecot.maildir(ALICIA.0);
    // The login has made the Maildir, for whomever Dovecot runs as.
    for (n, (_, message)) in messages.iter().enumerate() {
        let file = maildir.join("new").join(format!("{n:010}.x.test"));
        fs::write(&file, message).expect("a file in the Maildir");
        fs::set_permissions(&file, std::os::unix::fs::PermissionsExt::from_mode(0o666)).expect("a mode");
    }
    let theirs = session.fetch("(ENVELOPE BODYSTRUCTURE BODY)");
    assert_eq!(theirs.len(), messages.len(), "all messages were stored");
    let pairs = messages.iter().zip(theirs);
    pairs.filter_map(|((name, message), theirs)| Some((name.clone(), difference(&ours(message), &theirs)?))).collect()
}

/// `ENVELOPE (…) BODYSTRUCTURE (…) BODY (…)` as we tell it.
fn ours(message: &[u8]) -> Vec<Item> {
    let (tree, _) = super::read(message);
    let (root, body) = (tree.entities.first().expect("a message"), structure(&tree));
    let mut octets = b"ENVELOPE ".to_vec();
    envelope(root).write(&mut octets);
    octets.extend_from_slice(b" BODYSTRUCTURE ");
    body.write(Form::BodyStructure, &mut octets);
    octets.extend_from_slice(b" BODY ");
    body.write(Form::Body, &mut octets);
    items(&octets)
}

/// The first item that differs, and where.
fn difference(ours: &[Item], theirs: &[Item]) -> Option<String> {
    if ours == theirs {
        return None;
    }
    let at = ours.iter().zip(theirs).position(|(ours, theirs)| ours != theirs);
    match at.map(|at| (&ours[at], &theirs[at])) {
        Some((Item::List(ours), Item::List(theirs))) => difference(ours, theirs),
        Some((ours, theirs)) => Some(format!("\n  we      {ours:?}\n  Dovecot {theirs:?}")),
        None => Some(format!("\n  we      {ours:?}\n  Dovecot {theirs:?}")),
    }
}

#[test]
fn samples_are_told_as_dovecot_tells_them() {
    or_skip!(dovecot::need());
    let Some(corpus) = crate::peers::corpus() else { return };
    let mut files = Vec::new();
    super::messages(&corpus, &mut files);
    let read = |file: &std::path::PathBuf| (file.display().to_string(), fs::read(file).expect("a message"));
    let messages: Vec<_> = files.iter().map(read).collect();
    assert!(messages.len() > 190, "only {} messages", messages.len());
    judge(&compare(&messages), DIFFERENCES);
}

#[test]
fn traps_are_told_as_dovecot_tells_them() {
    or_skip!(dovecot::need());
    let traps = traps::TRAPS.iter().map(|(name, text)| ((*name).to_owned(), text.to_vec()));
    // With the line ends of the wire too: neither sizes nor values may depend on them.
    let wire = traps::TRAPS.iter().map(|(name, text)| (format!("CRLF {name}"), traps::crlf(text)));
    judge(&compare(&traps.chain(wire).collect::<Vec<_>>()), traps::DIFFERENCES);
}

/// Fails for a difference that is not listed, and for one that is listed and is none.
fn judge(found: &[(String, String)], listed: &[(&str, &str)]) {
    let known = |name: &str| listed.iter().position(|(end, _)| name.ends_with(end));
    let wrong: Vec<_> = found.iter().filter(|(name, _)| known(name).is_none()).collect();
    let wrong = wrong.iter().map(|(name, what)| format!("{name}:{what}")).collect::<Vec<_>>().join("\n");
    assert!(wrong.is_empty(), "{wrong}");
    let used: BTreeSet<usize> = found.iter().filter_map(|(name, _)| known(name)).collect();
    let idle = listed.iter().enumerate().filter(|(at, _)| !used.contains(at)).map(|(_, known)| known.0);
    assert_eq!(idle.collect::<Vec<_>>(), [""; 0], "no longer different");
}
