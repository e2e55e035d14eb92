//! How much goes over one connection and in one transaction, by our wish and by what the server says (RFC 9422).

use std::collections::HashSet;
use std::num::NonZeroUsize;

use super::letter::Letter;
use crate::base::Address;
use crate::proto::smtp::extensions::Limits;

/// What one connection has room for.
#[derive(Clone, Copy, Debug)]
pub(super) struct Room(Limits);

impl Room {
    /// `mails`: how many we wish to send at most.
    pub fn new(said: Limits, mails: Option<NonZeroUsize>) -> Room {
        Room(Limits { mails: said.mails.into_iter().chain(mails).min(), ..said })
    }

    /// How many transactions there may be (RFC 9422 §4.1).
    pub fn mails(&self) -> usize {
        most(self.0.mails)
    }

    /// The server had room for so many recipients and no more (RFC 5321 §4.5.3.1.10).
    pub fn learn(&mut self, recipients: usize) {
        self.0.recipients = NonZeroUsize::new(recipients).into_iter().chain(self.0.recipients).min();
    }

    /// Whether the letter goes in one transaction.
    pub fn takes(&self, letter: &Letter) -> bool {
        let domains = || letter.recipients.iter().map(domain).collect::<HashSet<_>>().len();
        letter.recipients.len() <= most(self.0.recipients)
            && (self.0.domains.is_none() || domains() <= most(self.0.domains))
    }

    /// The letter for as many as go in one transaction (RFC 9422 §4.2 and §4.3), and for whoever is left.
    pub fn split(&self, letter: Letter) -> (Letter, Option<Letter>) {
        if self.takes(&letter) {
            return (letter, None);
        }
        let (mut taken, mut domains) = (0, HashSet::new());
        let (here, rest) = letter.recipients.iter().cloned().partition(|recipient| {
            let domain = domain(recipient);
            let known = domains.contains(&domain) || domains.len() < most(self.0.domains);
            let fits = known && taken < most(self.0.recipients);
            if fits {
                taken += 1;
                domains.insert(domain);
            }
            fits
        });
        (letter.to(here), Some(Letter { recipients: rest, ..letter }))
    }
}

fn most(limit: Option<NonZeroUsize>) -> usize {
    limit.map_or(usize::MAX, NonZeroUsize::get)
}

fn domain(recipient: &Address) -> String {
    recipient.domain().to_string().to_ascii_lowercase()
}
