//! What a sender may ask of a server for a letter, beyond that it be delivered.

use crate::proto::smtp::extensions::{DSN, Dsn, EXTENSIONS, Extension};
use crate::proto::smtp::{Capabilities, Parameter};

/// What is asked for with every letter.
#[derive(Clone, Debug, Default)]
pub struct Wishes {
    /// Reports of what became of it.
    pub dsn: Option<Dsn>,
    /// Parameters of MAIL, said whatever is offered; one of these replaces ours of the same name.
    pub mail: Vec<Parameter>,
    /// Parameters of RCPT, likewise.
    pub rcpt: Vec<Parameter>,
}

impl Wishes {
    /// What of it a server with this offer will not understand, in words.
    pub(super) fn doubts(&self, offered: &Capabilities) -> Vec<String> {
        let mut doubts = Vec::new();
        if self.dsn.is_some() && !offered.has(&DSN) {
            // RFC 3461 §5.2.2: what a server does that hands a message on to one without DSN.
            doubts.push("the server does not offer DSN (RFC 3461): no report can be asked for or forbidden".to_owned());
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
        };
        let doubts = wishes.doubts(&offered);
        let words: Vec<&str> = doubts.iter().filter_map(|doubt| doubt.split(',').next()).collect();
        let mail = ["NOTIFY", "BODY"].map(|word| format!("MAIL is said with {word}"));
        assert_eq!(words, [&mail[..], &["RCPT is said with RET".to_owned()]].concat());
        assert_eq!(Wishes { mail: Vec::new(), rcpt: Vec::new(), ..wishes }.doubts(&Capabilities::default()).len(), 1);
    }
}
