//! The search key of each term.

use jiff::civil::Date;
use jiff::tz::Offset;
use jiff::{SignedDuration, Timestamp, Zoned};

use super::keys::SearchKeys;
use super::{Capabilities, CompileError};
use crate::query::date::Span;
use crate::query::pattern::Pattern;
use crate::query::term::{Flag, Stamp, Term};

/// Zones lie between these, in hours from UTC.
const ZONES: (i8, i8) = (-12, 14);

/// What a server can be asked for a term.
pub(super) enum Asked {
    /// Just what it means.
    Wholly(SearchKeys),
    /// What every message has that it holds for, and what every other message has; nothing: each message may be one.
    Nearly {
        /// Where it holds.
        held: Option<SearchKeys>,
        /// Where it does not.
        negated: Option<SearchKeys>,
    },
}

const NOTHING: Asked = Asked::Nearly { held: None, negated: None };

/// The key of a term.
pub(super) fn ask(term: &Term, offer: &Capabilities, now: &Zoned) -> Result<Asked, CompileError> {
    let whole = |key: String| Ok(Asked::Wholly(SearchKeys::of(key)));
    let needs = |there: bool, extension: &'static str, asked: Asked| match there {
        true => Ok(asked),
        false => Err(CompileError::Needs { term: term.to_string(), extension }),
    };
    let strings = |key: &str, strings: &[&str]| with_strings(term, key, strings, offer);
    match term {
        Term::Text(place, Pattern::Substring(text)) => strings(&place.name().to_ascii_uppercase(), &[text]),
        Term::Header(name, text) => strings("HEADER", &[name, text]),
        Term::Fuzzy(text) if offer.fuzzy => strings("FUZZY TEXT", &[text]),
        Term::Fuzzy(text) => strings("TEXT", &[text]),
        Term::Label(text) => needs(offer.gmail, "X-GM-EXT-1", strings("X-GM-LABELS", &[text])?),
        Term::Gmail(text) => needs(offer.gmail, "X-GM-EXT-1", strings("X-GM-RAW", &[text])?),
        Term::Attachment if offer.gmail => strings("X-GM-RAW", &["has:attachment"]),
        Term::Flag(Flag::Recent) if offer.rev2 => Ok(NOTHING),
        Term::Flag(flag) => whole(flag.name().to_ascii_uppercase()),
        Term::Keyword(keyword) => whole(format!("KEYWORD {keyword}")),
        Term::Date(stamp, relation, day) => {
            let key = format!("{}{}", stamp.prefix().trim_end_matches('-'), relation.name()).to_ascii_uppercase();
            let key = SearchKeys::of(format!("{key} {}", search_date(day.resolve(now.date()))));
            needs(*stamp != Stamp::Saved || offer.savedate, "SAVEDATE", Asked::Wholly(key))
        }
        Term::Older(span) => Ok(within("OLDER", *span, offer, now)),
        Term::Younger(span) => Ok(within("YOUNGER", *span, offer, now)),
        Term::Larger(octets) => Ok(size("LARGER", *octets, true, offer)),
        Term::Smaller(octets) => Ok(size("SMALLER", *octets, false, offer)),
        Term::Uid(set) => whole(format!("UID {set}")),
        Term::Sequence(set) => whole(set.to_string()),
        Term::Modseq(number) => {
            needs(offer.condstore, "CONDSTORE", Asked::Wholly(SearchKeys::of(format!("MODSEQ {number}"))))
        }
        Term::EmailId(id) => identifier(term, ["EMAILID", "X-GM-MSGID"], id, offer),
        Term::ThreadId(id) => identifier(term, ["THREADID", "X-GM-THRID"], id, offer),
        Term::Raw(text) => {
            check_raw(text).map_err(|why| CompileError::Unsendable { term: term.to_string(), why })?;
            whole(format!("({text})"))
        }
        Term::Text(_, Pattern::Regex(_)) | Term::Attachment | Term::Type(_) | Term::FileName(_) => Ok(NOTHING),
    }
}

/// Whether this can stand in a command as search keys: one line of ASCII, quotes closed, parentheses in pairs, and
/// nothing that looks like a literal.
pub fn check_raw(text: &str) -> Result<(), String> {
    if let Some(c) = text.chars().find(|c| c.is_control() || !c.is_ascii()) {
        return Err(format!("search keys are ASCII without control characters, not {c:?}"));
    }
    let (mut depth, mut quoted, mut chars) = (0_usize, false, text.chars());
    while let Some(c) = chars.next() {
        match c {
            '\\' if quoted => drop(chars.next()),
            '"' => quoted = !quoted,
            _ if quoted => {}
            '(' => depth += 1,
            ')' => depth = depth.checked_sub(1).ok_or("a ) closes nothing")?,
            '{' => return Err("a { would begin a literal; in quotes it is text".to_owned()),
            _ => {}
        }
    }
    match (quoted, depth, text.trim().is_empty()) {
        (true, ..) => Err("a quote is not closed".to_owned()),
        (_, 1.., _) => Err("a ( is not closed".to_owned()),
        (_, _, true) => Err("there are no search keys".to_owned()),
        _ => Ok(()),
    }
}

/// A key with strings behind it. Where the server has no charset for them it cannot be asked.
fn with_strings(term: &Term, key: &str, strings: &[&str], offer: &Capabilities) -> Result<Asked, CompileError> {
    if strings.iter().any(|string| string.contains('\0')) {
        return Err(CompileError::Unsendable { term: term.to_string(), why: "it holds a NUL".to_owned() });
    }
    let ascii = strings.iter().all(|string| string.is_ascii());
    if !ascii && offer.charset_unavailable && !offer.takes_utf8() {
        return Ok(NOTHING);
    }
    Ok(Asked::Wholly(SearchKeys::with_strings(key, strings, offer.takes_utf8())))
}

/// OLDER and YOUNGER, or days that are wide enough in every zone, since the server compares the day alone and in the
/// zone in which it tells INTERNALDATE.
fn within(key: &str, span: Span, offer: &Capabilities, now: &Zoned) -> Asked {
    let seconds = span.seconds(now);
    if offer.within && u32::try_from(seconds).is_ok() {
        return Asked::Wholly(SearchKeys::of(format!("{key} {seconds}")));
    }
    let then = i64::try_from(seconds).ok().and_then(|seconds| now.timestamp().as_second().checked_sub(seconds));
    let Some(then) = then.and_then(|then| Timestamp::from_second(then).ok()) else { return NOTHING };
    let (first, last) = (day_in(then, ZONES.0), day_in(then, ZONES.1));
    let since = first.map(|day| SearchKeys::of(format!("SINCE {}", search_date(day))));
    let before = last.and_then(|day| day.tomorrow().ok());
    let before = before.map(|day| SearchKeys::of(format!("BEFORE {}", search_date(day))));
    match key {
        "YOUNGER" => Asked::Nearly { held: since, negated: before },
        _ => Asked::Nearly { held: before, negated: since },
    }
}

fn day_in(moment: Timestamp, hours: i8) -> Option<Date> {
    let moment = moment.checked_add(SignedDuration::from_hours(hours.into())).ok()?;
    Some(Offset::UTC.to_datetime(moment).date()).filter(|day| day.year() > 0)
}

/// LARGER and SMALLER; a number beyond the 32 bits of IMAP4rev1 is as large as can be asked, and no more than that is
/// left out of what is smaller.
fn size(key: &str, octets: u64, larger: bool, offer: &Capabilities) -> Asked {
    let most = u64::from(u32::MAX);
    if offer.rev2 || octets <= most {
        return Asked::Wholly(SearchKeys::of(format!("{key} {octets}")));
    }
    let beyond = Some(SearchKeys::of(format!("LARGER {most}"))).filter(|_| octets > most);
    match larger {
        true => Asked::Nearly { held: beyond, negated: None },
        false => Asked::Nearly { held: None, negated: beyond },
    }
}

/// An identifier of RFC 8474, or Gmail's, which are numbers.
fn identifier(term: &Term, keys: [&str; 2], id: &str, offer: &Capabilities) -> Result<Asked, CompileError> {
    let [key, gmail] = keys;
    let number = id.parse::<u64>().is_ok();
    match (offer.objectid, offer.gmail && number) {
        (true, _) => Ok(Asked::Wholly(SearchKeys::of(format!("{key} {id}")))),
        (false, true) => Ok(Asked::Wholly(SearchKeys::of(format!("{gmail} {id}")))),
        (false, false) => Err(CompileError::Needs { term: term.to_string(), extension: "OBJECTID" }),
    }
}

/// `date-text = date-day "-" date-month "-" date-year` (RFC 9051 §9).
fn search_date(date: Date) -> String {
    let text = date.strftime("%b").to_string();
    format!("{}-{text}-{:04}", date.day(), date.year())
}
