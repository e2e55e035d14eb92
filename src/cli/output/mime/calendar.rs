//! A calendar as a person reads it, or as a JSON object.

use serde::Serialize;

use crate::base::escape::escape_str;
use crate::mime::calendar;
use crate::mime::tree;

/// A calendar in `mime show --json`.
#[derive(Serialize)]
pub struct Calendar {
    path: String,
    method: Option<String>,
    entries: Vec<Entry>,
}

#[derive(Serialize)]
struct Entry {
    component: &'static str,
    summary: Option<String>,
    when: Option<String>,
    due: Option<String>,
    repeats: Option<String>,
    location: Option<String>,
    status: Option<String>,
    organizer: Option<Person>,
    attendees: Vec<Person>,
    uid: Option<String>,
}

#[derive(Serialize)]
struct Person {
    name: Option<String>,
    address: String,
    status: Option<String>,
}

impl Calendar {
    /// What the calendar in that part tells.
    pub fn new(entity: &tree::Entity, calendar: calendar::Calendar) -> Calendar {
        let entries = calendar.entries.into_iter().map(Entry::from).collect();
        Calendar { path: entity.section.to_string(), method: calendar.method, entries }
    }
}

impl From<calendar::Entry> for Entry {
    fn from(entry: calendar::Entry) -> Entry {
        let calendar::Entry { component, summary, when, due, repeats, location, status, organizer, attendees, uid } =
            entry;
        let organizer = organizer.map(Person::from);
        let attendees = attendees.into_iter().map(Person::from).collect();
        Entry { component, summary, when, due, repeats, location, status, organizer, attendees, uid }
    }
}

impl From<calendar::Person> for Person {
    fn from(calendar::Person { name, address, status }: calendar::Person) -> Person {
        Person { name, address, status }
    }
}

/// The lines of each entry, safe to show.
pub fn lines(calendar: &calendar::Calendar) -> Vec<Vec<String>> {
    calendar.entries.iter().map(|entry| entry_lines(entry, calendar.purpose())).collect()
}

fn entry_lines(entry: &calendar::Entry, purpose: Option<&str>) -> Vec<String> {
    let purpose = purpose.map(|purpose| format!(" ({purpose})")).unwrap_or_default();
    let summary = entry.summary.as_ref().map(|summary| format!(" {summary}")).unwrap_or_default();
    let mut lines = vec![format!("{}:{summary}{purpose}", entry.kind())];
    let told = [
        ("When", &entry.when),
        ("Due", &entry.due),
        ("Repeats", &entry.repeats),
        ("Where", &entry.location),
        ("Status", &entry.status),
    ];
    lines.extend(told.into_iter().filter_map(|(label, value)| Some(format!("{label}: {}", value.as_ref()?))));
    lines.extend(entry.organizer.iter().map(|organizer| format!("Organizer: {}", person(organizer))));
    lines.extend(entry.attendees.iter().map(|attendee| format!("Attendee: {}", person(attendee))));
    lines.iter().map(|line| escape_str(line).into_owned()).collect()
}

/// `Name <address>, accepts`.
fn person(person: &calendar::Person) -> String {
    let answer = person.answer().map(|answer| format!(", {answer}")).unwrap_or_default();
    match &person.name {
        Some(name) => format!("{name} <{}>{answer}", person.address),
        None => format!("{}{answer}", person.address),
    }
}
