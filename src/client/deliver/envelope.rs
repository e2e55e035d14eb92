//! The commands of an envelope, with what extensions add to them (RFC 5321 §4.1.1.2 and §4.1.1.3).

use std::sync::Arc;

use super::force::Force;
use super::letter::{Letter, Prepared};
use super::wishes::Wishes;
use crate::base::Address;
use crate::proto::smtp::extensions::{
    BINARYMIME, DELIVERBY, DSN, EIGHTBITMIME, Extension, FUTURERELEASE, MT_PRIORITY, PRDR, REQUIRETLS, SIZE, SMTPUTF8,
};
use crate::proto::smtp::{Capabilities, Command, ForwardPath, Parameter, ReversePath};

/// How envelopes are said to one server.
pub(super) struct Envelope {
    offered: Capabilities,
    wishes: Arc<Wishes>,
}

impl Envelope {
    pub fn new(offered: Capabilities, wishes: Arc<Wishes>) -> Envelope {
        Envelope { offered, wishes }
    }

    /// What is used though it is not offered.
    pub fn force(&self) -> &Force {
        &self.wishes.force
    }

    /// MAIL for this letter.
    pub fn mail(&self, letter: &Letter, prepared: &Prepared) -> Command {
        let path = match letter.reverse_path.address() {
            None => ReversePath::Null,
            Some(address) => ReversePath::Address(on_the_wire(address, prepared.smtputf8)),
        };
        let mut parameters = Vec::new();
        if self.offered.has(&SIZE) {
            parameters.push(Parameter::new(SIZE.keyword, prepared.size));
        }
        if prepared.binary {
            parameters.push(Parameter::new("BODY", BINARYMIME.keyword));
        } else if prepared.eight_bit && self.offered.has(&EIGHTBITMIME) {
            parameters.push(Parameter::new("BODY", "8BITMIME"));
        }
        if prepared.smtputf8 {
            parameters.push(Parameter::flag(SMTPUTF8.keyword));
        }
        if let Some(dsn) = self.wishes.dsn.as_ref().filter(|_| self.offered.has(&DSN)) {
            parameters.extend(dsn.mail());
        }
        parameters.extend(self.wishes.mail_parameters(&self.offered));
        if self.asks_prdr(letter) {
            parameters.push(Parameter::flag(PRDR.keyword));
        }
        Command::Mail { path, parameters: replaced(parameters, &self.wishes.mail) }
    }

    /// The extensions that the envelope of this letter uses.
    pub fn extensions(&self, letter: &Letter, prepared: &Prepared) -> impl Iterator<Item = &'static Extension> {
        let wishes = &self.wishes;
        let used: [(&'static Extension, bool); 10] = [
            (&SIZE, true),
            (&BINARYMIME, prepared.binary),
            (&EIGHTBITMIME, prepared.eight_bit && !prepared.binary),
            (&SMTPUTF8, prepared.smtputf8),
            (&DSN, wishes.dsn.is_some()),
            (&PRDR, self.asks_prdr(letter)),
            (&REQUIRETLS, wishes.require_tls),
            (&DELIVERBY, wishes.deliver_by.is_some()),
            (&FUTURERELEASE, wishes.hold.is_some()),
            (&MT_PRIORITY, wishes.priority.is_some()),
        ];
        used.into_iter().filter(|(_, used)| *used).map(|(extension, _)| extension)
    }

    /// Whether there is to be an answer for each recipient behind the letter: one alone is answered for by the message's.
    pub fn asks_prdr(&self, letter: &Letter) -> bool {
        self.wishes.prdr && letter.recipients.len() > 1 && self.offered.has(&PRDR)
    }

    /// RCPT for one of its recipients.
    pub fn rcpt(&self, recipient: &Address, smtputf8: bool) -> Command {
        let address = on_the_wire(recipient, smtputf8);
        let dsn = self.wishes.dsn.as_ref().filter(|_| self.offered.has(&DSN));
        let parameters = dsn.map(|dsn| dsn.rcpt(recipient, &address).collect()).unwrap_or_default();
        Command::Rcpt { path: ForwardPath::Address(address), parameters: replaced(parameters, &self.wishes.rcpt) }
    }
}

/// These parameters, and `free` ones behind them, or in their place.
fn replaced(mut parameters: Vec<Parameter>, free: &[Parameter]) -> Vec<Parameter> {
    parameters.retain(|parameter| free.iter().all(|free| free.keyword != parameter.keyword));
    parameters.extend_from_slice(free);
    parameters
}

/// U-labels only go with SMTPUTF8 (RFC 6531 §3.3).
fn on_the_wire(address: &Address, smtputf8: bool) -> Address {
    let ascii = if smtputf8 { None } else { address.with_ascii_domain() };
    ascii.unwrap_or_else(|| address.clone())
}
