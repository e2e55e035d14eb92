//! Commands of one's own, without a letter: what a server answers to VRFY, EXPN, HELP, ETRN.

use super::outcome::Verdict;
use super::{Way, connect};
use crate::net::Outgoing;
use crate::proto::smtp::{Awaited, Verb};

/// Opens a conversation as for a letter, says each of these lines, tells its verdict and takes leave. An error: why
/// the rest of them was not said.
pub async fn ask(way: &Way, lines: &[String], mut told: impl FnMut(&str, &Verdict)) -> Result<(), Verdict> {
    let mut transport = connect::open(way).await.map_err(|(verdict, _)| verdict)?;
    for line in lines {
        let verb = Verb::of(line.as_bytes());
        let smtp = transport.smtp();
        let limit = smtp.limits().command;
        smtp.session().queue(Outgoing { octets: format!("{line}\r\n").into_bytes(), secret: Vec::new() });
        let reply = match smtp.reply(verb.name(), limit).await {
            Ok(reply) => reply,
            Err(error) => {
                way.server.tell(smtp.session().id(), &error);
                return Err(Verdict::of_error(&error));
            }
        };
        let ends = reply.code == 421;
        let verdict = Verdict::of_reply(Awaited::Command(verb), reply);
        told(line, &verdict);
        if ends {
            return Err(verdict);
        }
    }
    transport.quit().await;
    Ok(())
}
