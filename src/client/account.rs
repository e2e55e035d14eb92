//! Who logs in, and with which mechanism: the same for every protocol that carries SASL.

use crate::net::TlsFacts;
use crate::proto::sasl::{self, Begin, Channel, Client, Credentials, Gs2, Mechanism, Wish};

/// Credentials and how they may be used.
#[derive(Clone)]
pub struct Account {
    /// User and password, or token.
    pub credentials: Credentials,
    /// The mechanisms to try, in this order; by default the strongest that is offered.
    pub mechanisms: Option<Vec<Mechanism>>,
    /// Password or token may go over clear text.
    pub insecure_auth: bool,
    /// Makes a fresh nonce for each exchange.
    pub nonce: fn() -> String,
}

impl Account {
    /// What is known of the channel. `local`: what is said stays on this machine.
    pub fn channel(&self, local: bool, tls: Option<&TlsFacts>) -> Channel {
        Channel {
            tls: tls.is_some(),
            verified: tls.is_some_and(|tls| tls.verified.is_ok()),
            loopback: local,
            insecure_auth: self.insecure_auth,
            binding: tls.and_then(|tls| tls.binding.clone()),
        }
    }

    /// An exchange with the best mechanism of those offered, with a service as [`Begin`] names it.
    ///
    /// # Errors
    /// None of them is wanted, known and permitted on the channel.
    pub fn client<'a>(
        &self,
        offered: impl IntoIterator<Item = &'a str>,
        channel: &Channel,
        service: &str,
    ) -> Result<Client, sasl::Error> {
        let wish = Wish { order: self.mechanisms.as_deref(), means: self.credentials.held.means() };
        let offered: Vec<_> = offered.into_iter().collect();
        let chosen = sasl::choose_named(offered.iter().copied(), &wish, channel)?;
        let (nonce, gs2) = ((self.nonce)(), Gs2::of(chosen, &offered, channel));
        Client::begin(chosen, &self.credentials, &Begin { nonce: &nonce, gs2: &gs2, service })
    }
}
