//! DSN: reports of what became of a message, on demand (RFC 3461).

use std::collections::HashMap;
use std::fmt;

use super::super::{Parameter, xtext};
use super::Extension;
use crate::base::Address;
use crate::proto::explain::Entry;

/// The client says when it wants to be told about a delivery.
pub const DSN: Extension = Extension {
    keyword: "DSN",
    note: Entry::new(
        "RFC 3461 §4",
        "the client can ask when to be told about a delivery (NOTIFY, RET, ENVID, ORCPT): reports on demand.",
        "el cliente puede pedir cuándo se le avisa de una entrega (NOTIFY, RET, ENVID, ORCPT): acuses a petición.",
    ),
    mail: &["RET", "ENVID"],
    rcpt: &["NOTIFY", "ORCPT"],
};

/// The longest ENVID in characters (RFC 3461 §4.4).
const MAX_ENVID: usize = 100;
/// The longest ORCPT in characters (RFC 3461 §4.2).
const MAX_ORCPT: usize = 500;

/// Which reports are wanted.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Dsn {
    /// When there is to be one, unless `of` says otherwise.
    pub notify: Option<Notify>,
    /// What of the message a report of a failure is to hold.
    pub ret: Option<Return>,
    /// The sender's mark, which the reports will bear, as xtext.
    envid: Option<String>,
    /// What holds for single recipients.
    pub of: HashMap<Address, OfRecipient>,
}

/// What holds for a single recipient.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct OfRecipient {
    /// When there is to be a report.
    pub notify: Option<Notify>,
    /// As whom the reports name the recipient: `type;xtext`.
    orcpt: Option<String>,
}

/// When there is to be a report; never, if nothing is true (RFC 3461 §4.1).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Notify {
    /// When it has been delivered.
    pub success: bool,
    /// When it cannot be delivered.
    pub failure: bool,
    /// When it takes long.
    pub delay: bool,
}

/// What of the message a report of a failure is to hold (RFC 3461 §4.3).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Return {
    /// All of it.
    Full,
    /// Its header.
    Hdrs,
}

/// Why a wish cannot be put into words.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum DsnError {
    /// Neither SUCCESS, FAILURE, DELAY nor NEVER.
    #[error("NOTIFY is success, failure, delay, or never, not {0:?} (RFC 3461 §4.1)")]
    Notify(String),
    /// NEVER with something else.
    #[error("NOTIFY=NEVER stands alone (RFC 3461 §4.1)")]
    NeverAnd,
    /// Neither FULL nor HDRS.
    #[error("RET is full or hdrs, not {0:?} (RFC 3461 §4.3)")]
    Return(String),
    /// ENVID of another form.
    #[error("ENVID is printable ASCII of {MAX_ENVID} characters at most, as xtext (RFC 3461 §4.4)")]
    Envid,
    /// ORCPT of another form.
    #[error("ORCPT is [type;]address, printable ASCII of {MAX_ORCPT} characters at most, as xtext (RFC 3461 §4.2)")]
    Orcpt,
}

impl Dsn {
    /// With the sender's mark.
    pub fn set_envid(&mut self, text: &str) -> Result<(), DsnError> {
        let encoded = xtext::encode(text);
        let fits = !text.is_empty() && is_printable(text) && encoded.len() <= MAX_ENVID;
        self.envid = fits.then_some(encoded);
        if fits { Ok(()) } else { Err(DsnError::Envid) }
    }

    /// Takes a parameter of MAIL, if it is one of these.
    pub fn read(&mut self, parameter: &Parameter) -> Option<Result<(), DsnError>> {
        let value = parameter.value.as_deref().unwrap_or_default();
        match parameter.keyword.as_str() {
            "RET" => Some(Return::parse(value).map(|ret| self.ret = Some(ret))),
            "ENVID" => {
                let fits = !value.is_empty() && xtext::is_encoded(value) && value.len() <= MAX_ENVID;
                self.envid = fits.then(|| value.to_owned());
                Some(if fits { Ok(()) } else { Err(DsnError::Envid) })
            }
            _ => None,
        }
    }

    /// What goes behind MAIL.
    pub fn mail(&self) -> impl Iterator<Item = Parameter> {
        let ret = self.ret.map(|ret| Parameter::new("RET", ret));
        ret.into_iter().chain(self.envid.as_ref().map(|envid| Parameter::new("ENVID", envid)))
    }

    /// What goes behind RCPT for this recipient, whose address is said as it stands `on_the_wire`.
    pub fn rcpt(&self, recipient: &Address, on_the_wire: &Address) -> impl Iterator<Item = Parameter> {
        let own = self.of.get(recipient);
        let notify = own.and_then(|own| own.notify).or(self.notify);
        let orcpt = own.and_then(|own| own.orcpt.clone()).or_else(|| original(on_the_wire));
        let notify = notify.map(|notify| Parameter::new("NOTIFY", notify));
        notify.into_iter().chain(orcpt.map(|orcpt| Parameter::new("ORCPT", orcpt)))
    }
}

impl OfRecipient {
    /// With the recipient as somebody wrote it before: `[type;]address`, the type being rfc822.
    pub fn set_orcpt(&mut self, text: &str) -> Result<(), DsnError> {
        let (kind, address) = text.split_once(';').unwrap_or(("rfc822", text));
        let encoded = format!("{kind};{}", xtext::encode(address));
        let fits = is_atom(kind) && !address.is_empty() && is_printable(address) && encoded.len() <= MAX_ORCPT;
        self.orcpt = fits.then_some(encoded);
        if fits { Ok(()) } else { Err(DsnError::Orcpt) }
    }

    /// Takes a parameter of RCPT, if it is one of these.
    pub fn read(&mut self, parameter: &Parameter) -> Option<Result<(), DsnError>> {
        let value = parameter.value.as_deref().unwrap_or_default();
        match parameter.keyword.as_str() {
            "NOTIFY" => Some(Notify::parse(value.split(',')).map(|notify| self.notify = Some(notify))),
            "ORCPT" => Some(self.read_orcpt(value)),
            _ => None,
        }
    }

    fn read_orcpt(&mut self, value: &str) -> Result<(), DsnError> {
        let (kind, address) = value.split_once(';').unwrap_or_default();
        // Whether SMTPUTF8 is spoken further on is not known here.
        let utf8 = kind.eq_ignore_ascii_case("utf-8").then(|| format!("{kind};{}", xtext::to_ascii(address)));
        let encoded = is_atom(kind) && !address.is_empty() && (utf8.is_some() || xtext::is_encoded(address));
        self.orcpt = Some(utf8.unwrap_or_else(|| value.to_owned())).filter(|orcpt| encoded && orcpt.len() <= MAX_ORCPT);
        if self.orcpt.is_some() { Ok(()) } else { Err(DsnError::Orcpt) }
    }
}

/// The recipient as it is said here: reports name it, whatever aliases and forwarding make of it. None: it is too long.
fn original(address: &Address) -> Option<String> {
    let text = address.to_string();
    let orcpt = match text.is_ascii() {
        true => format!("rfc822;{}", xtext::encode(&text)),
        false => format!("utf-8;{}", xtext::encode_utf8(&text)),
    };
    (orcpt.len() <= MAX_ORCPT).then_some(orcpt)
}

/// The type of an address.
fn is_atom(kind: &str) -> bool {
    !kind.is_empty() && kind.chars().all(|c| c.is_ascii_alphanumeric() || c == '-')
}

fn is_printable(text: &str) -> bool {
    text.chars().all(|c| matches!(c, ' '..='~'))
}

impl Notify {
    /// From its words, in letters of any case.
    pub fn parse<'a>(words: impl IntoIterator<Item = &'a str>) -> Result<Notify, DsnError> {
        let (mut notify, mut never) = (Notify::default(), false);
        for word in words {
            match word.to_ascii_lowercase().as_str() {
                "success" => notify.success = true,
                "failure" => notify.failure = true,
                "delay" => notify.delay = true,
                "never" => never = true,
                _ => return Err(DsnError::Notify(word.to_owned())),
            }
        }
        if never && notify != Notify::default() { Err(DsnError::NeverAnd) } else { Ok(notify) }
    }
}

impl Return {
    /// From its word, in letters of any case.
    pub fn parse(word: &str) -> Result<Return, DsnError> {
        match word.to_ascii_lowercase().as_str() {
            "full" => Ok(Return::Full),
            "hdrs" => Ok(Return::Hdrs),
            _ => Err(DsnError::Return(word.to_owned())),
        }
    }
}

impl fmt::Display for Notify {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let words = [(self.success, "SUCCESS"), (self.failure, "FAILURE"), (self.delay, "DELAY")];
        let words: Vec<&str> = words.into_iter().filter(|(wanted, _)| *wanted).map(|(_, word)| word).collect();
        f.write_str(if words.is_empty() { "NEVER".to_owned() } else { words.join(",") }.as_str())
    }
}

impl fmt::Display for Return {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Return::Full => "FULL",
            Return::Hdrs => "HDRS",
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(parameters: impl Iterator<Item = Parameter>) -> String {
        parameters.map(|parameter| parameter.to_string()).collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn in_the_words_of_the_rfc() {
        let notify = Notify::parse(["Success", "delay"]).expect("words");
        let mut dsn = Dsn { notify: Some(notify), ret: Some(Return::Hdrs), ..Dsn::default() };
        dsn.set_envid("QQ314159 +=").expect("an ENVID");
        assert_eq!(said(dsn.mail()), "RET=HDRS ENVID=QQ314159+20+2B+3D");
        let alicia = Address::parse("alicia+x@example.test").expect("an address");
        assert_eq!(said(dsn.rcpt(&alicia, &alicia)), "NOTIFY=SUCCESS,DELAY ORCPT=rfc822;alicia+2Bx@example.test");
        let mut own = OfRecipient { notify: Some(Notify::default()), orcpt: None };
        own.set_orcpt("x400;/S=a").expect("an ORCPT");
        dsn.of.insert(alicia.clone(), own);
        assert_eq!(said(dsn.rcpt(&alicia, &alicia)), "NOTIFY=NEVER ORCPT=x400;/S+3Da");
        let ñ = Address::parse("ñ@example.test").expect("an address");
        assert_eq!(said(dsn.rcpt(&ñ, &ñ)), "NOTIFY=SUCCESS,DELAY ORCPT=utf-8;ñ@example.test");
    }

    #[test]
    fn what_was_said_is_said_again() {
        let (mut dsn, mut own) = (Dsn::default(), OfRecipient::default());
        let alicia = Address::parse("alicia@example.test").expect("an address");
        for (verb, text) in [
            ("MAIL", "RET=full"),
            ("MAIL", "ENVID=QQ+2B314"),
            ("RCPT", "NOTIFY=success,FAILURE"),
            ("RCPT", "ORCPT=rfc822;Bob+2B@x.test"),
        ] {
            let parameter = Parameter::parse(text).expect("a parameter");
            let read = if verb == "MAIL" { dsn.read(&parameter) } else { own.read(&parameter) };
            assert_eq!(read, Some(Ok(())), "{text}");
        }
        dsn.of.insert(alicia.clone(), own.clone());
        assert_eq!(said(dsn.mail()), "RET=FULL ENVID=QQ+2B314");
        assert_eq!(said(dsn.rcpt(&alicia, &alicia)), "NOTIFY=SUCCESS,FAILURE ORCPT=rfc822;Bob+2B@x.test");
        assert_eq!(own.read(&Parameter::new("ORCPT", "utf-8;ñ@x.test")), Some(Ok(())));
        assert_eq!(own.orcpt.as_deref(), Some("utf-8;\\x{F1}@x.test"));
        for wrong in ["RET=all", "RET", "ENVID=+2b", "ENVID"] {
            let parameter = Parameter::parse(wrong).expect("a parameter");
            assert!(matches!(dsn.read(&parameter), Some(Err(_))), "{wrong}");
        }
        for wrong in ["NOTIFY=NEVER,DELAY", "NOTIFY", "ORCPT=a@b.test", "ORCPT=rfc822;", "ORCPT=rfc822;ñ@b", "ORCPT"] {
            let parameter = Parameter::parse(wrong).expect("a parameter");
            assert!(matches!(own.read(&parameter), Some(Err(_))), "{wrong}");
        }
        assert_eq!((dsn.read(&Parameter::flag("PRDR")), own.read(&Parameter::flag("RET"))), (None, None));
    }

    #[test]
    fn refused() {
        assert_eq!(Notify::parse(["never", "delay"]), Err(DsnError::NeverAnd));
        assert!(matches!(Notify::parse(["always"]), Err(DsnError::Notify(_))));
        assert!(Return::parse("all").is_err());
        for wrong in ["", "a\r\nRCPT", "ñ", &"x".repeat(101), &"+".repeat(34)] {
            assert_eq!(Dsn::default().set_envid(wrong), Err(DsnError::Envid), "{wrong:?}");
        }
        for wrong in ["", ";a@b", "rfc822;", "r c;a@b", "a\n", &"x".repeat(494)] {
            assert_eq!(OfRecipient::default().set_orcpt(wrong), Err(DsnError::Orcpt), "{wrong:?}");
        }
    }
}
