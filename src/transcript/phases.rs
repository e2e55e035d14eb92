//! What takes its time in a conversation: looking up, connecting, TLS, and each command until it is answered.
//!
//! Only times, sides and meanings are looked at, which a recording has too.

use jiff::{SignedDuration, Timestamp};

use super::Stage;
use crate::proto::Side;

/// One of them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Phase {
    /// `dns`, `connect`, `proxy`, `TLS`, `greeting`, `body`, `dot`, or the command's name.
    pub name: String,
    /// When it began.
    pub from: Timestamp,
    /// When it ended.
    pub to: Timestamp,
}

/// The phases of one connection, found as they end. A phase of several parts (the answers to many recipients, the pieces
/// of a message) is told as several of the same name.
#[derive(Clone, Debug, Default)]
pub struct Phases {
    /// The end of the last phase. None: nothing has begun.
    mark: Option<Timestamp>,
    /// When the client spoke last, if nothing has answered that.
    spoken: Option<Timestamp>,
    last: String,
    /// The last one was a stage of the way.
    on_the_way: bool,
}

impl Phases {
    /// The way to the server has come so far.
    pub fn reach(&mut self, at: Timestamp, stage: Stage) -> Option<Phase> {
        match stage {
            Stage::Begin => {
                self.mark.get_or_insert(at);
                None
            }
            stage => {
                let phase = self.end(at, stage.name());
                self.on_the_way = true;
                phase
            }
        }
    }

    /// One side said something with this meaning.
    pub fn say(&mut self, at: Timestamp, side: Side, meaning: &str) -> Option<Phase> {
        match (side, meaning.split_once(" to ")) {
            (Side::Client, _) if meaning == "content" => {
                let phase = self.end(at, "body");
                self.spoken = Some(at);
                phase
            }
            (Side::Client, _) => {
                self.spoken = Some(at);
                None
            }
            (Side::Server, Some((_, to))) => self.end(at, name(to)),
            (Side::Server, None) if self.on_the_way && self.spoken.is_none() => self.end(at, "greeting"),
            // What comes behind an answer belongs to it.
            (Side::Server, None) if self.spoken.is_none() && !self.last.is_empty() => {
                let last = std::mem::take(&mut self.last);
                self.end(at, &last)
            }
            (Side::Server, None) => None,
        }
    }

    fn end(&mut self, at: Timestamp, name: &str) -> Option<Phase> {
        let mark = self.mark?;
        let from = self.spoken.take().map_or(mark, |spoken| spoken.max(mark)).min(at);
        self.mark = Some(at);
        self.on_the_way = false;
        self.last.clear();
        self.last.push_str(name);
        Some(Phase { name: name.to_owned(), from, to: at })
    }
}

impl Phase {
    /// How long it took.
    pub fn length(&self) -> SignedDuration {
        self.to.duration_since(self.from)
    }
}

/// What an answer is told to answer, in a word.
fn name(to: &str) -> &str {
    match to {
        "the connection" => "greeting",
        "the credentials" => "AUTH",
        "the final dot" => "dot",
        to => to,
    }
}

/// In milliseconds, as they are shown: `12.3 ms`.
pub fn milliseconds(length: SignedDuration) -> String {
    format!("{:.1} ms", length.max(SignedDuration::ZERO).as_secs_f64() * 1000.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(milliseconds: i64) -> Timestamp {
        Timestamp::from_millisecond(milliseconds).expect("a time")
    }

    /// A line each: `REACH 3 dns`, `C 5 MAIL`, `S 7 250 to MAIL`; what comes of it, with its beginning and length.
    fn phases(script: &str) -> Vec<String> {
        let mut phases = Phases::default();
        let stage = |name: &str| {
            let all = [Stage::Begin, Stage::Dns, Stage::Connect, Stage::Proxy, Stage::Tls];
            all.into_iter().find(|stage| stage.name() == name).expect("a stage")
        };
        let told = script.lines().filter_map(|line| {
            let [who, time, what] = line.splitn(3, ' ').collect::<Vec<_>>().try_into().expect("three words");
            let time = at(time.parse().expect("a number"));
            match who {
                "*" => phases.reach(time, stage(what)),
                "C" => phases.say(time, Side::Client, what),
                _ => phases.say(time, Side::Server, what),
            }
        });
        let told =
            told.map(|phase| format!("{} {}+{}", phase.name, phase.from.as_millisecond(), phase.length().as_millis()));
        told.collect()
    }

    #[test]
    fn a_letter_with_everything() {
        let script = "* 0 begin\n* 3 dns\n* 3 begin\n* 5 connect\n* 9 proxy\nS 12 220 to the connection\nC 13 EHLO\n\
                      S 15 250 to EHLO\nC 15 STARTTLS\nS 16 220 to STARTTLS\n* 30 TLS\nC 30 EHLO\nS 31 250 to EHLO\n\
                      C 31 AUTH\nS 32 334 to AUTH\nC 33 credentials\nS 43 235 to the credentials\nC 44 MAIL\n\
                      C 44 RCPT\nC 44 RCPT\nC 44 DATA\nS 46 250 to MAIL\nS 49 250 to RCPT\nS 49 550 to RCPT\n\
                      S 50 354 to DATA\nC 60 content\nC 70 content\nC 70 end of data\nS 95 250 to the final dot\n\
                      C 95 QUIT\nS 96 221 to QUIT";
        let expected = [
            "dns 0+3",
            "connect 3+2",
            "proxy 5+4",
            "greeting 9+3",
            "EHLO 13+2",
            "STARTTLS 15+1",
            "TLS 16+14",
            "EHLO 30+1",
            "AUTH 31+1",
            "AUTH 33+10",
            "MAIL 44+2",
            "RCPT 46+3",
            "RCPT 49+0",
            "DATA 49+1",
            "body 50+10",
            "body 60+10",
            "dot 70+25",
            "QUIT 95+1",
        ];
        assert_eq!(phases(script), expected);
    }

    #[test]
    fn what_is_behind_an_answer_belongs_to_it_and_what_is_before_it_does_not() {
        let script = "* 0 begin\n* 1 connect\nS 2 OK\nC 3 RETR\nS 4 +OK to RETR\nS 6 content\n\
                      S 9 end of data\nC 9 NOOP\nS 10 FETCH\nS 12 OK to NOOP\nC 20 LIST\nS 21 OK to LIST";
        let expected = ["connect 0+1", "greeting 1+1", "RETR 3+1", "RETR 4+2", "RETR 6+3", "NOOP 9+3", "LIST 20+1"];
        assert_eq!(phases(script), expected);
    }

    #[test]
    fn nothing_counts_before_the_beginning_and_no_clock_that_is_set_back() {
        assert_eq!(phases("S 1 220 to the connection\nC 2 EHLO\nS 3 250 to EHLO"), [""; 0]);
        let back = phases("* 10 begin\n* 5 connect\nS 7 220 to the connection");
        assert_eq!(back, ["connect 5+0", "greeting 5+2"]);
        assert_eq!(milliseconds(SignedDuration::from_micros(-3)), "0.0 ms");
        assert_eq!(milliseconds(SignedDuration::from_micros(12_345)), "12.3 ms");
    }
}
