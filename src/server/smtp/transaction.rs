//! MAIL and RCPT: what may stand in an envelope here.

use crate::base::Address;
use crate::proto::smtp::{ForwardPath, Parameter, Reply, ReversePath};

use super::{Service, Voice};

/// An envelope that is being written.
pub struct Transaction {
    /// Where a bounce would go.
    pub mail_from: ReversePath,
    /// Who is to receive.
    pub recipients: Vec<ForwardPath>,
    smtputf8: bool,
}

impl Service {
    /// MAIL: the transaction, or why not.
    pub(super) fn mail(&self, path: ReversePath, parameters: &[Parameter]) -> Result<(Transaction, Reply), Reply> {
        let voice = self.voice;
        let mut smtputf8 = false;
        for parameter in parameters {
            match (parameter.keyword.as_str(), parameter.value.as_deref()) {
                ("SIZE", Some(size)) => self.check_size(size)?,
                ("BODY", Some(body)) if is_one_of(body, &["7BIT", "8BITMIME"]) => {}
                ("SMTPUTF8", None) => smtputf8 = true,
                ("AUTH", Some(_)) => {}
                _ => return Err(unknown_parameter(voice, parameter)),
            }
        }
        check_ascii(voice, path.address(), smtputf8)?;
        let reply = voice.sender(&path.to_string());
        Ok((Transaction { mail_from: path, recipients: Vec::new(), smtputf8 }, reply))
    }

    /// RCPT: adds the recipient, or says why not.
    pub(super) fn rcpt(&self, transaction: &mut Transaction, path: ForwardPath, parameters: &[Parameter]) -> Reply {
        let voice = self.voice;
        if let Some(parameter) = parameters.first() {
            return unknown_parameter(voice, parameter);
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
