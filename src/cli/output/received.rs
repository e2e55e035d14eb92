//! What a server received.

use serde::Serialize;

use crate::base::escape::escape_str;
use crate::server::smtp::Received;
use crate::transcript::text::thousands;

/// One line: id, sender, recipients, size, TLS, user, file.
pub fn line(message: &Received) -> String {
    let mut words = vec![
        message.id.clone(),
        format!("<{}> to <{}>", escape_str(&message.mail_from), escape_str(&message.recipients.join("> <"))),
        format!("{} octets", thousands(message.size)),
        message.tls.clone().unwrap_or_else(|| "clear text".to_owned()),
    ];
    words.extend(message.user.as_ref().map(|user| format!("as {}", escape_str(user))));
    words.extend(message.file.as_ref().map(|file| escape_str(&file.display().to_string()).into_owned()));
    words.join("  ")
}

/// The fields of `serve --json`.
#[derive(Serialize)]
pub struct Record<'a> {
    event: &'static str,
    id: &'a str,
    mail_from: &'a str,
    rcpt: &'a [String],
    size: u64,
    tls: Option<&'a str>,
    auth: Option<&'a str>,
    peer: Option<String>,
    hello: &'a str,
    session: u32,
    file: Option<String>,
}

impl<'a> Record<'a> {
    /// Of one message.
    pub fn new(message: &'a Received) -> Record<'a> {
        Record {
            event: "message",
            id: &message.id,
            mail_from: &message.mail_from,
            rcpt: &message.recipients,
            size: message.size,
            tls: message.tls.as_deref(),
            auth: message.user.as_deref(),
            peer: message.peer.map(|peer| peer.to_string()),
            hello: &message.hello,
            session: message.session.0,
            file: message.file.as_ref().map(|file| file.display().to_string()),
        }
    }
}
