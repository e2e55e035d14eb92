//! The hosts that take a domain's mail, or do not: each of them as MX delivery may meet it.

use std::time::Duration;

use super::smtp::{DOT, GREETING};
use super::{LIMIT, Server, Smtp, Step};

/// A host of a domain. What is refused is refused every time, and for every recipient.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Host {
    /// Takes everything.
    Content,
    /// Nobody listens: the connection is refused.
    Dead,
    /// Takes connections and says nothing.
    Hanging,
    /// Ends every connection at once, without a word.
    Closing,
    /// Its greeting is 554.
    Refusing,
    /// Its greeting is 421, and it ends the connection.
    Busy,
    /// Speaks another protocol.
    Foreign,
    /// Offers STARTTLS, agrees to it, and then ends the connection.
    WithoutTls,
    /// Answers MAIL with 421 and ends the connection.
    Leaving,
    /// Answers RCPT with 450.
    Greylisting,
    /// Answers RCPT with 550.
    Unknowing,
    /// Answers the final dot with 451.
    Deferring,
    /// Answers the final dot with 554.
    Rejecting,
    /// Ends the connection behind the first line of the message.
    Vanishing,
    /// Takes the message and ends the connection instead of saying so: nobody knows whether it was delivered.
    Forgetting,
}

impl Host {
    /// All of them.
    pub const ALL: [Self; 15] = [
        Self::Content,
        Self::Dead,
        Self::Hanging,
        Self::Closing,
        Self::Refusing,
        Self::Busy,
        Self::Foreign,
        Self::WithoutTls,
        Self::Leaving,
        Self::Greylisting,
        Self::Unknowing,
        Self::Deferring,
        Self::Rejecting,
        Self::Vanishing,
        Self::Forgetting,
    ];

    /// Lets it listen, at an address and a port from [`free_port_on`](crate::peers::free_port_on); `None` is dead.
    pub fn at(self, place: (&str, u16)) -> Option<Server> {
        (self != Self::Dead).then(|| Server::start_at(place, vec![self.steps()]))
    }

    fn steps(self) -> Vec<Step> {
        let smtp = Smtp::offering(&["PIPELINING", "8BITMIME"]);
        let smtp = match self {
            Self::Dead | Self::Closing => return vec![Step::Close],
            Self::Hanging => return vec![Step::Stall(LIMIT)],
            Self::Foreign => return vec![Step::say("SSH-2.0-OpenSSH_9.2p1\r\n"), Step::Stall(Duration::from_secs(5))],
            Self::Content => smtp,
            Self::Refusing => smtp.on(GREETING, "554 5.3.2 no mail is taken here"),
            Self::Busy => smtp.does(GREETING, ending("421 4.3.2 too busy")),
            Self::WithoutTls => Smtp::offering(&["STARTTLS"]).does("STARTTLS", ending("220 2.0.0 go ahead")),
            Self::Leaving => smtp.does("MAIL", ending("421 4.3.0 must go")),
            Self::Greylisting => smtp.on("RCPT", "450 4.7.1 greylisted, come again"),
            Self::Unknowing => smtp.on("RCPT", "550 5.1.1 no such user"),
            Self::Deferring => smtp.on(DOT, "451 4.3.0 not now"),
            Self::Rejecting => smtp.on(DOT, "554 5.7.1 not this"),
            Self::Vanishing => smtp.does("DATA", [Step::say("354 go ahead\r\n"), Step::Expect(""), Step::Close]),
            Self::Forgetting => smtp.does(DOT, [Step::Close]),
        };
        vec![Step::Converse(smtp)]
    }
}

/// Says a line, then ends the connection.
fn ending(reply: &str) -> [Step; 2] {
    [Step::say(&format!("{reply}\r\n")), Step::Close]
}
