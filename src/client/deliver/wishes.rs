//! What a sender may ask of a server for a letter, beyond that it be delivered.

use super::force::Force;
use super::outcome::Verdict;
use crate::base::Exit;
use crate::net::tls::TlsFacts;
use crate::proto::smtp::extensions::attribute::Attribute;
use crate::proto::smtp::extensions::{
    DELIVERBY, DSN, DeliverBy, Dsn, EXTENSIONS, Extension, FUTURERELEASE, Hold, MT_PRIORITY, Otherwise, PRDR,
    REQUIRETLS, XFORWARD, shortest,
};
use crate::proto::smtp::{Capabilities, Parameter};

/// What is asked for with every letter.
#[derive(Clone, Debug, Default)]
pub struct Wishes {
    /// Reports of what became of it.
    pub dsn: Option<Dsn>,
    /// Verified TLS on every leg of its way (RFC 8689).
    pub require_tls: bool,
    /// When it must be there (RFC 2852).
    pub deliver_by: Option<DeliverBy>,
    /// How long it is held back (RFC 4865).
    pub hold: Option<Hold>,
    /// How urgent it is, from -9 to 9 (RFC 6710).
    pub priority: Option<i8>,
    /// An answer for each recipient behind the message, where there are several (PRDR).
    pub prdr: bool,
    /// What is used though it is not offered.
    pub force: Force,
    /// For whom we speak, as a trusted proxy (XCLIENT).
    pub xclient: Vec<Attribute>,
    /// Whose letter it was before, as a filter (XFORWARD).
    pub xforward: Vec<Attribute>,
    /// Parameters of MAIL, said whatever is offered; one of these replaces ours of the same name.
    pub mail: Vec<Parameter>,
    /// Parameters of RCPT, likewise.
    pub rcpt: Vec<Parameter>,
}

impl Wishes {
    /// Why nothing is to be handed to a server with this offer: what it does not know it would not heed either.
    pub(super) fn objection(&self, offered: &Capabilities, tls: Option<&TlsFacts>) -> Option<Verdict> {
        if self.require_tls && !tls.is_some_and(|tls| tls.verified.is_ok() && !tls.insecure) {
            let text = "REQUIRETLS (RFC 8689 §4.2.1) needs TLS with a certificate that is verified: --tls starttls";
            return Some(Verdict::failed(Exit::NoPermission, text.to_owned()));
        }
        let needs = [
            (self.require_tls, &REQUIRETLS, Exit::NoPermission),
            (self.deliver_by.is_some(), &DELIVERBY, Exit::Unavailable),
            (self.hold.is_some(), &FUTURERELEASE, Exit::Unavailable),
        ];
        let missing = needs.into_iter().find(|(wanted, extension, _)| *wanted && !offered.has(extension));
        if let Some((_, Extension { keyword, note, .. }, exit)) = missing {
            return Some(Verdict::failed(exit, format!("the server does not offer {keyword} ({})", note.rfc)));
        }
        self.beyond(offered).map(|text| Verdict::failed(Exit::Unavailable, text))
    }

    /// What is wished beyond the limits that a server names.
    fn beyond(&self, offered: &Capabilities) -> Option<String> {
        if let Some(limit) = self.hold.and_then(|hold| hold.beyond(offered)) {
            return Some(format!("the server holds no message back for so long, but up to {limit} (RFC 4865)"));
        }
        let by = self.deliver_by.filter(|by| by.otherwise == Otherwise::Return)?;
        let shortest = shortest(offered).filter(|shortest| by.seconds < *shortest)?;
        Some(format!("the server promises no delivery within less than {shortest} seconds (DELIVERBY, RFC 2852)"))
    }

    /// What goes behind MAIL, but for DSN.
    pub(super) fn mail_parameters(&self, offered: &Capabilities) -> impl Iterator<Item = Parameter> {
        let require_tls = self.require_tls.then(|| Parameter::flag(REQUIRETLS.keyword));
        let by = self.deliver_by.map(|by| Parameter::new("BY", by));
        let priority = self.priority.filter(|_| offered.has(&MT_PRIORITY));
        let priority = priority.map(|priority| Parameter::new(MT_PRIORITY.keyword, priority));
        [require_tls, by, self.hold.map(Hold::parameter), priority].into_iter().flatten()
    }

    /// What of it a server with this offer will not understand, in words.
    pub(super) fn doubts(&self, offered: &Capabilities) -> Vec<String> {
        let mut doubts = Vec::new();
        if self.dsn.is_some() && !offered.has(&DSN) {
            // RFC 3461 §5.2.2: what a server does that hands a message on to one without DSN.
            doubts.push("the server does not offer DSN (RFC 3461): no report can be asked for or forbidden".to_owned());
        }
        if self.prdr && !offered.has(&PRDR) {
            doubts.push("the server does not offer PRDR: it answers once for all recipients".to_owned());
        }
        if self.priority.is_some() && !offered.has(&MT_PRIORITY) {
            doubts.push("the server does not offer MT-PRIORITY (RFC 6710): the priority is not said".to_owned());
        }
        if let Some(name) = Attribute::unknown(&XFORWARD, &self.xforward, offered) {
            doubts.push(format!("the server does not offer XFORWARD with {name}; it is said all the same"));
        }
        let unknown = |parameter: &&Parameter, of: fn(&Extension) -> &'static [&'static str]| {
            let keyword = parameter.keyword.as_str();
            let fits = |extension: &&&Extension| of(extension).contains(&keyword);
            let mut known = EXTENSIONS.iter().filter(fits);
            !offered.keywords().any(|offered| offered == keyword) && !known.any(|extension| offered.has(extension))
        };
        let tell = |verb: &str, parameter: &Parameter| {
            format!("{verb} is said with {}, which belongs to nothing that the server offers", parameter.keyword)
        };
        let mail = self.mail.iter().filter(|parameter| unknown(parameter, |extension| extension.mail));
        doubts.extend(mail.map(|parameter| tell("MAIL", parameter)));
        let rcpt = self.rcpt.iter().filter(|parameter| unknown(parameter, |extension| extension.rcpt));
        doubts.extend(rcpt.map(|parameter| tell("RCPT", parameter)));
        doubts
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::proto::smtp::Reply;

    #[test]
    fn a_parameter_belongs_to_its_extension_or_to_the_keyword_of_its_name() {
        let offered = Capabilities::from_reply(&Reply::new(250, None, "x\nSIZE\nXVERP\nDSN"));
        let parameters = |words: &[&str]| words.iter().map(|word| Parameter::flag(word)).collect();
        let wishes = Wishes {
            dsn: Some(Dsn::default()),
            mail: parameters(&["SIZE", "XVERP", "ENVID", "NOTIFY", "BODY"]),
            rcpt: parameters(&["NOTIFY", "SIZE", "RET"]),
            ..Wishes::default()
        };
        let doubts = wishes.doubts(&offered);
        let words: Vec<&str> = doubts.iter().filter_map(|doubt| doubt.split(',').next()).collect();
        let mail = ["NOTIFY", "BODY"].map(|word| format!("MAIL is said with {word}"));
        assert_eq!(words, [&mail[..], &["RCPT is said with RET".to_owned()]].concat());
        assert_eq!(Wishes { mail: Vec::new(), rcpt: Vec::new(), ..wishes }.doubts(&Capabilities::default()).len(), 1);
    }

    #[test]
    fn tls_is_demanded_of_whom_a_certificate_is_verified() {
        let offered = Capabilities::from_reply(&Reply::new(250, None, "x\nREQUIRETLS"));
        let wishes = Wishes { require_tls: true, ..Wishes::default() };
        let facts = |verified: Result<(), String>, insecure| TlsFacts {
            version: "TLSv1.3".to_owned(),
            cipher: String::new(),
            group: None,
            name: "x.test".to_owned(),
            insecure,
            pinned: false,
            verified,
            faults: Vec::new(),
            binding: None,
            shown: Default::default(),
            port: 25,
            certs: false,
        };
        let verified = facts(Ok(()), false);
        assert_eq!(wishes.objection(&offered, Some(&verified)), None);
        let parameters: Vec<String> = wishes.mail_parameters(&offered).map(|parameter| parameter.to_string()).collect();
        assert_eq!(parameters, ["REQUIRETLS"]);
        let unverified = facts(Err("expired".to_owned()), false);
        for tls in [None, Some(&unverified), Some(&facts(Ok(()), true))] {
            assert_eq!(wishes.objection(&offered, tls).map(|verdict| verdict.exit), Some(Exit::NoPermission));
        }
        let objection = wishes.objection(&Capabilities::default(), Some(&verified));
        assert!(objection.is_some_and(|verdict| verdict.text == "the server does not offer REQUIRETLS (RFC 8689 §2)"));
    }
}
