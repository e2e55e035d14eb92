//! What a person wants to know of a text/calendar (RFC 5545, RFC 5546): who invites whom to what, where and when.
//!
//! It is for showing only: anything is read, what is not understood is passed over or shown as it stands there, and
//! nothing is verified.

mod line;
mod recurrence;
#[cfg(test)]
mod tests;
mod when;

use self::line::Line;
use self::when::Moment;

/// Octets of a calendar that are read.
pub const MAX_CALENDAR: usize = 1 << 20;
/// More entries, and more people in one, are not told.
const MOST: usize = 200;
/// Components within components; what lies deeper is passed over.
const DEEPEST: usize = 16;

/// A calendar object.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Calendar {
    /// What it asks for: `REQUEST`, `REPLY`, `CANCEL` (RFC 5546 §1.4), in upper case.
    pub method: Option<String>,
    /// Events, tasks, notes and times that are free or busy.
    pub entries: Vec<Entry>,
}

/// An event, a task, a note, or a time that is free or busy (RFC 5545 §3.6). Texts may hold any character.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Entry {
    /// Its component: `VEVENT`, `VTODO`, `VJOURNAL`, `VFREEBUSY`.
    pub component: &'static str,
    /// What it is about.
    pub summary: Option<String>,
    /// When it is, in words, with its zone as far as that is told.
    pub when: Option<String>,
    /// When a task is due.
    pub due: Option<String>,
    /// How it recurs, in words where they are few, otherwise as the rule stands there.
    pub repeats: Option<String>,
    /// Where it is.
    pub location: Option<String>,
    /// `CONFIRMED`, `TENTATIVE`, `CANCELLED` and others (RFC 5545 §3.8.1.11).
    pub status: Option<String>,
    /// Who invites.
    pub organizer: Option<Person>,
    /// Who is invited.
    pub attendees: Vec<Person>,
    /// What identifies it.
    pub uid: Option<String>,
}

/// Somebody who takes part.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Person {
    /// `CN`.
    pub name: Option<String>,
    /// The address, without `mailto:`.
    pub address: String,
    /// `PARTSTAT`: `ACCEPTED`, `DECLINED`, `TENTATIVE`, `NEEDS-ACTION` and others (RFC 5545 §3.2.12).
    pub status: Option<String>,
}

/// What of an entry is known before all of it is read.
#[derive(Default)]
struct Open {
    entry: Entry,
    start: Option<Moment>,
    end: Option<Moment>,
    duration: Option<String>,
}

/// Reads a calendar object, or several.
pub fn read(text: &str) -> Calendar {
    let (mut calendar, mut open, mut depth, mut within) = (Calendar::default(), None::<Open>, 0usize, 0usize);
    for line in line::lines(text) {
        let value = line.value.trim();
        match line.name.as_str() {
            "BEGIN" => {
                depth += 1;
                if let (None, Some(component)) = (&open, component(value).filter(|_| depth <= DEEPEST)) {
                    open = Some(Open { entry: Entry { component, ..Entry::default() }, ..Open::default() });
                    within = depth;
                }
            }
            "END" => {
                if depth <= within
                    && let Some(open) = open.take()
                {
                    calendar.add(open);
                }
                depth = depth.saturating_sub(1);
            }
            "METHOD" if open.is_none() && calendar.method.is_none() => {
                calendar.method = Some(value.to_ascii_uppercase())
            }
            _ => {
                if let Some(open) = open.as_mut().filter(|_| depth == within) {
                    open.property(&line);
                }
            }
        }
    }
    // One that does not end is told too.
    open.into_iter().for_each(|open| calendar.add(open));
    calendar
}

fn component(name: &str) -> Option<&'static str> {
    ["VEVENT", "VTODO", "VJOURNAL", "VFREEBUSY"].into_iter().find(|known| known.eq_ignore_ascii_case(name))
}

impl Calendar {
    /// What it asks for, in words.
    pub fn purpose(&self) -> Option<&str> {
        Some(match self.method.as_deref()? {
            "PUBLISH" => "published, no answer is asked for",
            "REQUEST" => "invitation",
            "REPLY" => "answer to an invitation",
            "ADD" => "further dates",
            "CANCEL" => "cancelled",
            "REFRESH" => "the newest version is asked for",
            "COUNTER" => "another date is proposed",
            "DECLINECOUNTER" => "the other date is declined",
            other => other,
        })
    }

    fn add(&mut self, open: Open) {
        if self.entries.len() < MOST {
            self.entries.push(open.entry());
        }
    }
}

impl Entry {
    /// Its component in words.
    pub fn kind(&self) -> &'static str {
        match self.component {
            "VTODO" => "Task",
            "VJOURNAL" => "Note",
            "VFREEBUSY" => "Free or busy",
            _ => "Event",
        }
    }
}

impl Person {
    /// What the person has answered, in words.
    pub fn answer(&self) -> Option<&str> {
        Some(match self.status.as_deref()? {
            "NEEDS-ACTION" => "has not answered",
            "ACCEPTED" => "accepts",
            "DECLINED" => "declines",
            "TENTATIVE" => "may come",
            "DELEGATED" => "sends somebody else",
            "COMPLETED" => "is done",
            "IN-PROCESS" => "is at it",
            other => other,
        })
    }

    fn of(line: &Line) -> Person {
        let value = line.value.trim();
        let scheme = value.get(..7).is_some_and(|scheme| scheme.eq_ignore_ascii_case("mailto:"));
        let address = if scheme { value.get(7..).unwrap_or_default() } else { value };
        let name = line.parameter("CN").map(str::trim).filter(|name| !name.is_empty() && *name != address);
        Person {
            name: name.map(str::to_owned),
            address: address.to_owned(),
            status: line.parameter("PARTSTAT").map(str::to_ascii_uppercase),
        }
    }
}

impl Open {
    fn property(&mut self, line: &Line) {
        let entry = &mut self.entry;
        let text = || Some(line.text()).filter(|text| !text.is_empty());
        match line.name.as_str() {
            "SUMMARY" => entry.summary = text(),
            "LOCATION" => entry.location = text(),
            "STATUS" => entry.status = text().map(|status| status.to_ascii_uppercase()),
            "UID" => entry.uid = text(),
            "DTSTART" => self.start = Some(Moment::of(line)),
            "DTEND" => self.end = Some(Moment::of(line)),
            "DUE" => entry.due = Some(Moment::of(line).to_string()),
            "DURATION" => self.duration = Some(when::duration(line.value.trim())),
            "RRULE" => entry.repeats = Some(recurrence::words(line.value.trim())),
            "ORGANIZER" => entry.organizer = Some(Person::of(line)),
            "ATTENDEE" if entry.attendees.len() < MOST => entry.attendees.push(Person::of(line)),
            _ => {}
        }
    }

    fn entry(self) -> Entry {
        let when = self.start.map(|start| start.until(self.end.as_ref(), self.duration.as_deref()));
        Entry { when, ..self.entry }
    }
}
