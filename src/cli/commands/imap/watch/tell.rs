//! Events as they are told: a line for a person, an object for a program.

use serde_json::{Value, json};

use super::exec::Runner;
use crate::base::escape::escape_str;
use crate::cli::output::imap::message::{flags_in_words, object};
use crate::cli::terminal::Terminal;
use crate::client::imap::Error;
use crate::client::imap::watch::{Event, News};

/// Tells what happens.
pub struct Teller<'a> {
    terminal: &'a Terminal,
    /// Its mailbox is told with each.
    several: bool,
    runner: Option<Runner>,
    /// A message came.
    pub came: bool,
    /// Anything was told.
    pub told: bool,
}

impl<'a> Teller<'a> {
    /// Of one mailbox, or of several.
    pub fn new(terminal: &'a Terminal, several: bool, runner: Option<Runner>) -> Teller<'a> {
        Teller { terminal, several, runner, came: false, told: false }
    }

    /// Tells something, at once.
    ///
    /// # Errors
    /// Nobody reads it any more.
    pub fn tell(&mut self, news: News<'_>) -> Result<(), Error> {
        self.told = true;
        self.came |= matches!(news.event, Event::New(_));
        let event = event(&news);
        match self.terminal.json {
            true => self.terminal.json(&event),
            false => self.terminal.result(&self.line(&news, &event)),
        }
        if let Some(runner) = &self.runner {
            runner.run(event);
        }
        self.terminal.flush().map_err(Error::Output)
    }

    /// Waits until few commands wait to be run.
    pub async fn keep_up(&self) {
        if let Some(runner) = &self.runner {
            runner.keep_up().await;
        }
    }

    /// Waits until what runs for the events is done.
    pub async fn finish(self) {
        if let Some(runner) = self.runner {
            runner.finish().await;
        }
    }

    fn line(&self, news: &News<'_>, event: &Value) -> String {
        let name = |uid: Option<u32>, number: Option<u32>| match (uid, number) {
            (Some(uid), _) => uid.to_string(),
            (None, Some(number)) => format!("number {number}"),
            (None, None) => "-".to_owned(),
        };
        let (what, which, more) = match news.event {
            Event::New(fetch) => {
                let subject = event.pointer("/envelope/subject").and_then(Value::as_str).unwrap_or("-");
                ("new", name(fetch.uid(), Some(fetch.number)), subject.to_owned())
            }
            Event::Flags { number, uid, flags } => ("flags", name(uid, Some(number)), flags_in_words(flags)),
            Event::Gone { number, uid } => ("gone", name(uid, number), String::new()),
            Event::Renumbered { .. } => {
                let validity = news.validity.map_or_else(|| "none".to_owned(), |validity| validity.to_string());
                ("uidvalidity", validity, "UIDs mean other messages from now on".to_owned())
            }
        };
        let mailbox = if self.several { format!("  {}", escape_str(news.mailbox)) } else { String::new() };
        format!("{what:<5}  {which}{mailbox}  {}", escape_str(&more)).trim_end().to_owned()
    }
}

/// The object of an event.
fn event(news: &News<'_>) -> Value {
    let (name, told) = match news.event {
        Event::New(fetch) => ("new", with(object(fetch), "n", fetch.number.into())),
        Event::Flags { number, uid, flags } => {
            let flags: Vec<_> = flags.iter().map(|flag| String::from_utf8_lossy(flag)).collect();
            ("flags", json!({ "uid": uid, "n": number, "flags": flags }))
        }
        Event::Gone { number, uid } => ("gone", json!({ "uid": uid, "n": number })),
        Event::Renumbered { was } => ("uidvalidity", json!({ "was": was })),
    };
    let told = with(told, "uidvalidity", news.validity.into());
    with(with(told, "mailbox", news.mailbox.into()), "event", name.into())
}

fn with(mut object: Value, name: &str, value: Value) -> Value {
    if let Value::Object(object) = &mut object {
        object.insert(name.to_owned(), value);
    }
    object
}
