//! MAIL and RCPT: what may stand in an envelope here.

use super::voice::without_section;
use super::{Service, Voice};
use crate::base::Address;
use crate::base::address::AddressError;
use crate::proto::smtp::extensions::{DSN, Dsn, DsnError, Extension, OfRecipient, PRDR};
use crate::proto::smtp::{ForwardPath, Parameter, Reply, ReversePath};

/// An envelope that is being written.
#[derive(Clone, Debug)]
pub struct Transaction {
    /// Where a bounce would go.
    pub mail_from: ReversePath,
    /// Who is to receive.
    pub recipients: Vec<ForwardPath>,
    /// Which reports are wanted, where DSN is offered.
    pub dsn: Option<Dsn>,
    /// An answer for each recipient is wanted, where PRDR is offered.
    pub prdr: bool,
    smtputf8: bool,
}

impl Service {
    /// MAIL: the transaction, or why not.
    pub(super) fn mail(&self, path: ReversePath, parameters: &[Parameter]) -> Result<(Transaction, Reply), Reply> {
        let voice = self.voice;
        let (mut smtputf8, mut prdr, mut dsn) = (false, false, Dsn::default());
        for parameter in parameters {
            match (parameter.keyword.as_str(), parameter.value.as_deref()) {
                ("SIZE", Some(size)) => self.check_size(size)?,
                ("BODY", Some(body)) if is_one_of(body, &["7BIT", "8BITMIME"]) => {}
                ("SMTPUTF8", None) => smtputf8 = true,
                ("AUTH", Some(_)) => {}
                ("PRDR", None) if self.promises(&PRDR) => prdr = true,
                _ => self.wish(parameter, dsn.read(parameter))?,
            }
        }
        check_ascii(voice, path.address(), smtputf8)?;
        let reply = voice.sender(&path.to_string());
        let dsn = Some(dsn).filter(|dsn| *dsn != Dsn::default());
        Ok((Transaction { mail_from: path, recipients: Vec::new(), dsn, prdr, smtputf8 }, reply))
    }

    /// A parameter of DSN, if it is one.
    fn wish(&self, parameter: &Parameter, read: Option<Result<(), DsnError>>) -> Result<(), Reply> {
        match read.filter(|_| self.promises(&DSN)) {
            Some(Ok(())) => Ok(()),
            Some(Err(error)) => Err(self.voice.reply(501, (5, 4), without_section(&error.to_string()))),
            None => Err(unknown_parameter(self.voice, parameter)),
        }
    }

    fn promises(&self, extension: &Extension) -> bool {
        self.custodian.promises().contains(&extension)
    }

    /// RCPT: adds the recipient, or says why not.
    pub(super) fn rcpt(&self, transaction: &mut Transaction, path: ForwardPath, parameters: &[Parameter]) -> Reply {
        let voice = self.voice;
        let mut own = OfRecipient::default();
        for parameter in parameters {
            if let Err(reply) = self.wish(parameter, own.read(parameter)) {
                return reply;
            }
        }
        if let ForwardPath::Address(address) = &path
            && let Err(reply) = check_ascii(voice, Some(address), transaction.smtputf8)
        {
            return reply;
        }
        if transaction.recipients.len() >= self.max_recipients {
            return voice.reply(452, (5, 3), "too many recipients; send the message again for the others");
        }
        let reply = voice.recipient(&path.to_string());
        let path = match self.custodian.recipient(transaction, path) {
            Ok(ForwardPath::Name(_)) => return voice.reply(501, (1, 3), &AddressError::NoAt.to_string()),
            Ok(path) => path,
            Err(refused) => return refused,
        };
        if let ForwardPath::Address(address) = &path
            && own != OfRecipient::default()
        {
            transaction.dsn.get_or_insert_default().of.insert(address.clone(), own);
        }
        transaction.recipients.push(path);
        reply
    }

    fn check_size(&self, size: &str) -> Result<(), Reply> {
        let digits = size.len() <= 20 && size.bytes().all(|octet| octet.is_ascii_digit());
        match size.parse::<u64>() {
            _ if !digits => Err(self.voice.reply(501, (5, 4), "SIZE must be a number of at most 20 digits")),
            Ok(size) if size <= self.max_size => Ok(()),
            _ => Err(self.too_large()),
        }
    }

    pub(super) fn too_large(&self) -> Reply {
        self.voice.reply(552, (3, 4), &format!("the message is too large; {} octets are the limit", self.max_size))
    }
}

fn is_one_of(value: &str, words: &[&str]) -> bool {
    words.iter().any(|word| word.eq_ignore_ascii_case(value))
}

fn unknown_parameter(voice: Voice, parameter: &Parameter) -> Reply {
    voice.reply(555, (5, 4), &format!("the parameter {parameter} is not implemented here"))
}

fn check_ascii(voice: Voice, address: Option<&Address>, smtputf8: bool) -> Result<(), Reply> {
    match address {
        Some(address) if !(smtputf8 || address.local().is_ascii() && address.domain().is_ascii()) => {
            Err(voice.reply(553, (6, 7), "this address needs SMTPUTF8 in MAIL (RFC 6531)"))
        }
        _ => Ok(()),
    }
}
