//! A command of somebody's own, as it is (RFC 1939 §3).

use super::{Error, Pop3, accepted};
use crate::proto::pop3::command::Answer;
use crate::proto::pop3::{Command, Reply, Status, Verb};
use crate::proto::{line, looks_like_login};

/// The most octets of a line of the answer that are told as one.
const MAX_LINE: usize = 64 * 1024;

/// What a server said.
pub enum Said<'a> {
    /// Its reply.
    Reply(&'a Reply),
    /// A line behind that, without its end and its stuffing.
    Line(&'a [u8]),
}

impl Pop3 {
    /// Says a line, which ends with CRLF then, and tells what the server answers. `multi`: lines follow, though the
    /// command is not known to have any. A challenge is called off.
    ///
    /// # Errors
    /// [`Error::Refused`], or the connection's.
    pub async fn raw(&mut self, said: &[u8], multi: bool, tell: &mut dyn FnMut(Said<'_>)) -> Result<(), Error> {
        let command = Command::parse(said, &mut Vec::new());
        let mut command = command.unwrap_or_else(|(verb, _)| Command::new(verb));
        if command.verb == Verb::Other && looks_like_login(said) {
            // What is no command may hold a password: a refusal does not repeat it.
            command = Command::new(Verb::Other);
        }
        if multi {
            self.session.dialogue().expect_listing();
        }
        self.queue([said, b"\r\n"].concat(), Vec::new());
        let mut reply = self.any_reply(command.verb.name(), self.limits.command).await?;
        if reply.status == Status::Continue {
            self.queue(b"*\r\n".to_vec(), Vec::new());
            reply = self.any_reply("the cancelled exchange", self.limits.command).await?;
        }
        let reply = accepted(reply, Some(&command))?;
        tell(Said::Reply(&reply));
        match (command.verb, if multi { Answer::Listing } else { command.answer() }) {
            (Verb::Quit, _) => self.in_step = false,
            (Verb::Dele, _) => self.marked += 1,
            (Verb::Rset, _) => self.marked = 0,
            (_, Answer::Line) => {}
            (_, Answer::Listing) => {
                self.lines(&command, &mut |line| {
                    tell(Said::Line(line));
                    true
                })
                .await?;
            }
            (_, Answer::Content) => self.content_lines(&command, &reply, tell).await?,
        }
        Ok(())
    }

    async fn content_lines(
        &mut self,
        command: &Command,
        reply: &Reply,
        tell: &mut dyn FnMut(Said<'_>),
    ) -> Result<(), Error> {
        let mut rest = Vec::new();
        self.content(command, reply, &mut |octets| {
            for piece in octets.split_inclusive(|octet| *octet == b'\n') {
                rest.extend_from_slice(piece);
                if piece.ends_with(b"\n") || rest.len() > MAX_LINE {
                    tell(Said::Line(line::content(&rest)));
                    rest.clear();
                }
            }
            Ok(())
        })
        .await?;
        if !rest.is_empty() {
            tell(Said::Line(&rest));
        }
        Ok(())
    }
}
