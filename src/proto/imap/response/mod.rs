//! Responses (RFC 9051 §7): what a server says, each item read for itself, so that one that is unknown or broken never
//! loses its neighbours.

pub mod code;
pub mod data;
pub mod fetch;
pub mod search;

use bytes::Bytes;

pub use self::code::Code;
pub use self::data::Data;
pub use self::fetch::{Fetch, Item};
use super::frame::{Line, Rule};
use super::token::Reader;
use crate::base::Finding;
use crate::base::escape::escape;

/// A whole response.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Response {
    /// `+ …`: go on (RFC 9051 §7.6).
    Continue(Bytes),
    /// The end of a command.
    Tagged {
        /// Which command.
        tag: Bytes,
        /// How it ended.
        status: Status,
    },
    /// Unasked, or on the way to the end of a command.
    Untagged(Data),
    /// No response.
    Malformed,
}

/// How something went (RFC 9051 §7.1).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum State {
    /// Done.
    Ok,
    /// Not done.
    No,
    /// Not understood.
    Bad,
    /// The connection ends.
    Bye,
    /// The greeting of a connection that is logged in already.
    Preauth,
}

/// A status response.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Status {
    /// How it went.
    pub state: State,
    /// What programs understand of it.
    pub code: Option<Code>,
    /// What people do, as it came.
    pub text: Bytes,
    /// The text with secrets left out, where the server said one again.
    pub masked: Option<String>,
}

impl State {
    /// As it is written.
    pub fn name(self) -> &'static str {
        match self {
            State::Ok => "OK",
            State::No => "NO",
            State::Bad => "BAD",
            State::Bye => "BYE",
            State::Preauth => "PREAUTH",
        }
    }

    fn of(word: &[u8]) -> Option<State> {
        let all = [State::Ok, State::No, State::Bad, State::Bye, State::Preauth];
        all.into_iter().find(|state| state.name().as_bytes().eq_ignore_ascii_case(word))
    }
}

impl Status {
    /// The words behind the code, safe to show; what repeats a secret is masked.
    pub fn words(&self) -> String {
        match &self.masked {
            Some(masked) => escape(masked.as_bytes()).into_owned(),
            None => escape(&self.text).into_owned(),
        }
    }

    /// True if what was refused may be had later.
    pub fn is_transient(&self) -> bool {
        let codes = ["UNAVAILABLE", "INUSE", "SERVERBUG", "LIMIT"];
        self.code.as_ref().is_some_and(|code| codes.contains(&code.name()))
    }

    /// State, code and words in one line.
    pub fn sentence(&self) -> String {
        let code = self.code.as_ref().map(|code| format!("[{code}]")).unwrap_or_default();
        [self.state.name(), &code, &self.words()]
            .into_iter()
            .filter(|word| !word.is_empty())
            .collect::<Vec<_>>()
            .join(" ")
    }

    fn parse(state: State, reader: &mut Reader<'_>, findings: &mut Vec<Finding>) -> Status {
        let blank = reader.space().is_some();
        Status::behind(state, blank, reader, findings)
    }

    /// What stands behind the state and a blank.
    fn behind(state: State, blank: bool, reader: &mut Reader<'_>, findings: &mut Vec<Finding>) -> Status {
        let code = Code::parse(reader, findings);
        if !blank && !reader.is_over() || code.is_some() && reader.space().is_none() {
            // Some servers end a line behind the code (RFC 9051 §9 has text there).
            let text = "no text stands behind the response code";
            findings.push(Finding::new("status-without-text", text, "RFC 9051 §9"));
        }
        Status { state, code, text: reader.rest_bytes(), masked: None }
    }
}

/// Which literals the line of a server may hold: none where its text is for people.
pub fn literals(line: &[u8]) -> Rule {
    let mut words = line.split(|octet| *octet == b' ');
    let (first, second) = (words.next().unwrap_or_default(), words.next().unwrap_or_default());
    let bare = first.starts_with(b"[") || second.starts_with(b"[");
    let text = first.starts_with(b"+") || bare || State::of(second).is_some();
    if text { Rule::Text } else { Rule::Free }
}

impl Response {
    /// Reads a whole line. Findings are what a tolerant reader forgives.
    pub fn parse(line: &Line, findings: &mut Vec<Finding>) -> Response {
        let mut reader = Reader::new(line);
        while reader.take(0).is_some() {}
        if reader.take(b'+').is_some() {
            if reader.space().is_none() && !reader.is_over() {
                findings.push(Finding::new("no-space", "a space follows the +", "RFC 9051 §7.6"));
            }
            return Response::Continue(reader.rest_bytes());
        }
        if reader.rest().starts_with(b"* ") {
            reader.back(reader.at() + 2);
            while reader.take(b' ').is_some() {}
            return Response::untagged(&mut reader, findings);
        }
        let at = reader.at();
        let tag = reader.unquoted().map(|tag| line.octets.slice(at..at + tag.len()));
        reader.space();
        let status = reader.atom().and_then(State::of).filter(|state| !matches!(state, State::Bye | State::Preauth));
        match (tag, status) {
            (Some(tag), Some(state)) => Response::Tagged { tag, status: Status::parse(state, &mut reader, findings) },
            (_, None) if line.octets.get(at) == Some(&b'[') => {
                reader.back(at);
                Response::without_state(&mut reader, findings)
            }
            _ => {
                // `9 FETCH (…)` of servers that forget the star.
                reader.back(at);
                let data = reader.peek().filter(u8::is_ascii_digit).and_then(|_| Data::parse(&mut reader, findings));
                let known = data.filter(|data| !matches!(data, Data::Unknown(_))).map(Response::Untagged);
                known.unwrap_or_else(|| {
                    let text = format!("{:?} is no response", short(&line.octets));
                    findings.push(Finding::new("response-malformed", text, "RFC 9051 §7"));
                    Response::Malformed
                })
            }
        }
    }

    /// A response code without OK before it, as some servers tell it.
    fn without_state(reader: &mut Reader<'_>, findings: &mut Vec<Finding>) -> Response {
        let status = Status::behind(State::Ok, true, reader, findings);
        if status.code.is_none() { Response::Malformed } else { Response::Untagged(Data::Status(status)) }
    }

    fn untagged(reader: &mut Reader<'_>, findings: &mut Vec<Finding>) -> Response {
        let at = reader.at();
        if let Some(state) = reader.atom().and_then(State::of) {
            return Response::Untagged(Data::Status(Status::parse(state, reader, findings)));
        }
        reader.back(at);
        if reader.peek() == Some(b'[') {
            return Response::without_state(reader, findings);
        }
        match Data::parse(reader, findings) {
            Some(data) => Response::Untagged(data),
            None => {
                reader.back(at);
                let text = format!("{:?} is no response that is known, or broken", short(reader.rest()));
                findings.push(Finding::new("response-malformed", text, "RFC 9051 §7"));
                Response::Malformed
            }
        }
    }
}

/// The beginning of what a server said, safe to show.
pub(super) fn short(octets: &[u8]) -> String {
    crate::proto::explain::quote(octets, 60)
}

#[cfg(test)]
mod tests;
