//! How long each step of an SMTP dialogue may take (RFC 5321 §4.5.3.2).

use std::time::Duration;

/// The longest waits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    /// For the greeting.
    pub greeting: Duration,
    /// For an answer to a command.
    pub command: Duration,
    /// For the answer to DATA.
    pub data: Duration,
    /// For the peer to take a block of the message.
    pub block: Duration,
    /// For the answer to the final dot.
    pub end_of_data: Duration,
    /// For the answer to QUIT, which nothing depends on.
    pub quit: Duration,
}

impl Limits {
    /// One limit for every step.
    pub fn each(limit: Duration) -> Limits {
        let quit = limit.min(Limits::default().quit);
        Limits { greeting: limit, command: limit, data: limit, block: limit, end_of_data: limit, quit }
    }
}

impl Default for Limits {
    fn default() -> Limits {
        let minutes = |n: u64| Duration::from_secs(60 * n);
        Limits {
            greeting: minutes(5),
            command: minutes(5),
            data: minutes(2),
            block: minutes(3),
            end_of_data: minutes(10),
            quit: Duration::from_secs(10),
        }
    }
}
