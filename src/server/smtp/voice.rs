//! The words of the server's replies. Codes are the protocol's; words are free.

use crate::proto::smtp::{EnhancedCode, Reply};

/// The longest text of a reply line, so that the line has 512 octets at most (RFC 5321 §4.5.3.1.5).
const MAX_QUOTED: usize = 490;

/// A reply as it goes over the wire: ASCII (RFC 5321 §4.2), whatever is quoted in it, and cut where a line is too long.
pub fn encode(reply: &Reply) -> Vec<u8> {
    let mut reply = reply.clone();
    for line in &mut reply.lines {
        line.truncate(MAX_QUOTED);
    }
    reply.encode().into_iter().map(|octet| if octet.is_ascii() { octet } else { b'?' }).collect()
}

/// What is wrong, without the section of the RFC: a reply is ASCII.
pub(super) fn without_section(text: &str) -> &str {
    text.split(" (RFC").next().unwrap_or(text)
}

/// How the server speaks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Voice {
    /// With enhanced codes, in words for today's administrators.
    Modern,
    /// As on the slides of a lecture: no enhanced codes, and the courtesy of sendmail.
    Classic,
}

impl Voice {
    /// A reply with an enhanced code, which the classic voice leaves out.
    pub fn reply(self, code: u16, enhanced: (u16, u16), text: &str) -> Reply {
        let class = (code / 100) as u8;
        let enhanced = EnhancedCode::new(class, enhanced.0, enhanced.1);
        Reply::new(code, (self == Voice::Modern).then_some(enhanced), text)
    }

    /// 220.
    pub fn greeting(self, host: &str) -> Reply {
        match self {
            Voice::Modern => Reply::new(220, None, &format!("{host} ESMTP mailtool")),
            Voice::Classic => Reply::new(220, None, host),
        }
    }

    /// 250 to HELO, and the first line of it to EHLO.
    pub fn hello(self, host: &str, client: &str) -> String {
        match self {
            Voice::Modern => format!("{host} greets {client}"),
            Voice::Classic => format!("Hello {client}, pleased to meet you"),
        }
    }

    /// 250 to MAIL.
    pub fn sender(self, path: &str) -> Reply {
        match self {
            Voice::Modern => self.reply(250, (1, 0), "sender ok"),
            Voice::Classic => Reply::new(250, None, &format!("{path}... Sender ok")),
        }
    }

    /// 250 to RCPT.
    pub fn recipient(self, path: &str) -> Reply {
        match self {
            Voice::Modern => self.reply(250, (1, 5), "recipient ok"),
            Voice::Classic => Reply::new(250, None, &format!("{path}... Recipient ok")),
        }
    }

    /// 354.
    pub fn go_ahead(self) -> Reply {
        match self {
            Voice::Modern => Reply::new(354, None, "end with <CRLF>.<CRLF>"),
            Voice::Classic => Reply::new(354, None, "Enter mail, end with \".\" on a line by itself"),
        }
    }

    /// 250 to the whole message.
    pub fn accepted(self, id: &str) -> Reply {
        match self {
            Voice::Modern => self.reply(250, (0, 0), &format!("ok, queued as {id}")),
            Voice::Classic => Reply::new(250, None, "Message accepted for delivery"),
        }
    }

    /// 221.
    pub fn farewell(self, host: &str) -> Reply {
        match self {
            Voice::Modern => self.reply(221, (0, 0), &format!("{host} says goodbye")),
            Voice::Classic => Reply::new(221, None, &format!("{host} closing connection")),
        }
    }
}
