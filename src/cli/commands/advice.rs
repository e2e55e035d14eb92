//! What to do next when a server that keeps mail refuses.

use crate::base::Exit;
use crate::client::{Refused, imap, pop3};
use crate::proto::{imap as imap_proto, pop3 as pop3_proto};

const LOGIN: &str = "check user and password; some servers want the whole address as the user, some a password made for \
    this program alone";
const MAILBOXES: &str = "mailtool imap list shows which mailboxes there are";
const CREATE: &str = "mailtool imap create NAME makes it; mailtool imap list shows which there are";
const CAPABILITIES: &str = "mailtool imap caps shows what the server can do";
const PRIVACY: &str = "--tls starttls, or imaps://, hides the password";
const MESSAGES: &str = "mailtool pop list shows which messages there are";
const IN_USE: &str = "another session has the maildrop, which is for one at a time: once it has ended, try again";

/// Behind a refusal of IMAP.
pub fn of_imap(refusal: &imap::Refusal) -> Option<&'static str> {
    use imap_proto::{State, Verb};
    let code = refusal.status.code.as_ref().map_or("", |code| code.name());
    match (refusal.to?, refusal.status.state, code) {
        (Verb::Login | Verb::Authenticate, _, "PRIVACYREQUIRED") => Some(PRIVACY),
        (Verb::Login | Verb::Authenticate, _, "" | "AUTHENTICATIONFAILED" | "AUTHORIZATIONFAILED") => Some(LOGIN),
        (_, _, "TRYCREATE") => Some(CREATE),
        (_, State::No, _) if refusal.exit() == Exit::NoUser => Some(MAILBOXES),
        (verb, State::Bad, "") if is_extension(verb) => Some(CAPABILITIES),
        _ => None,
    }
}

/// Behind a refusal of POP3.
pub fn of_pop3(refusal: &pop3::Refusal) -> Option<&'static str> {
    use pop3_proto::Verb;
    let verb = refusal.command.as_ref()?.verb;
    match (refusal.exit(), verb) {
        (Exit::NoPermission, Verb::User | Verb::Pass | Verb::Apop | Verb::Auth) => Some(LOGIN),
        (Exit::NotFound, _) => Some(MESSAGES),
        (Exit::TempFail, _) if refusal.reply.code() == Some(pop3_proto::Code::InUse) => Some(IN_USE),
        _ => None,
    }
}

/// Not in RFC 3501: a server need not know it.
fn is_extension(verb: imap_proto::Verb) -> bool {
    let rfc = verb.rfc();
    !rfc.starts_with("RFC 9051") && !rfc.starts_with("RFC 3501")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::proto::imap::{Code, State, Status, Verb};

    #[test]
    fn what_helps_is_said() {
        let refused = |to, state, code: Option<&str>| {
            let code = code.map(|name| Code::Other { name: name.to_owned(), value: Vec::new() });
            of_imap(&imap::Refusal {
                to: Some(to),
                status: Box::new(Status { state, code, text: "x".into(), masked: None }),
            })
        };
        assert_eq!(refused(Verb::Login, State::No, None), Some(LOGIN));
        assert_eq!(refused(Verb::Authenticate, State::No, Some("PRIVACYREQUIRED")), Some(PRIVACY));
        assert_eq!(refused(Verb::Authenticate, State::No, Some("UNAVAILABLE")), None);
        assert_eq!(refused(Verb::Select, State::No, None), Some(MAILBOXES));
        assert_eq!(refused(Verb::Delete, State::No, Some("NONEXISTENT")), Some(MAILBOXES));
        assert_eq!(refused(Verb::Copy, State::No, Some("TRYCREATE")), Some(CREATE));
        assert_eq!(refused(Verb::GetQuotaRoot, State::Bad, None), Some(CAPABILITIES));
        assert_eq!(refused(Verb::Fetch, State::Bad, None), None);
    }
}
