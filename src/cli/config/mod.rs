//! What holds where no flag says otherwise: the environment, the accounts of a file, and netrc.
//!
//! [`Told`] is what a command was told by flags. [`Config::fill`] adds to it what is missing, key by key, from above:
//! flags, environment (`MAILTOOL_USER`, …), account, netrc. [`KEYS`](keys::KEYS) has a row for each key; a flag of a
//! connection becomes a key by a row of its own.
//!
//! What is said of a server is for that server: see [`layer`].

pub mod account;
pub mod environment;
mod file;
pub mod keys;
mod layer;
pub mod location;
mod netrc;
pub mod origin;
mod told;

use self::account::{Account, Choice};
use self::file::File;
use self::location::Location;
pub use self::origin::Origin;
pub use self::told::{Service, Told};
use super::args::Global;
use super::error::Failure;
use super::terminal::Terminal;
use crate::base::Address;
use crate::mime::address_list::Mailbox;

/// What stands in the file and in the environment.
#[derive(Debug)]
pub struct Config {
    file: Option<File>,
    /// Where the file is, or would be.
    pub location: Location,
    /// `--account`.
    account: Option<String>,
}

impl Config {
    /// Reads the file that `--config` names, else `MAILTOOL_CONFIG`, else the user's own, else one of this machine;
    /// neither of these need be there.
    ///
    /// # Errors
    /// It is not what it should be, or was named and is not there (78).
    pub fn load(global: &Global, terminal: &Terminal) -> Result<Config, Failure> {
        environment::doubts().iter().for_each(|text| terminal.warn_once(text));
        let location = Location::find(global.config.as_ref(), terminal);
        let file = File::read(&location, terminal)?;
        Ok(Config { file, location, account: global.account.clone() })
    }

    /// Whether there is a file.
    pub fn is_there(&self) -> bool {
        self.file.is_some()
    }

    /// The account to use: the one that is named, else the one whose patterns the author's address matches, else the
    /// default one.
    ///
    /// # Errors
    /// There is none of that name (78).
    pub fn choose(&self, author: Option<&Address>) -> Result<Choice<'_>, Failure> {
        account::choose(self.accounts(), self.file.as_ref().and_then(File::default), self.account.as_deref(), author)
    }

    /// The author where nobody says who that is: the one of the account that is named or the default one.
    pub fn author(&self) -> Result<Option<Mailbox>, Failure> {
        Ok(self.choose(None)?.account.and_then(|account| account.from.clone()))
    }

    /// All accounts, in the order of the file.
    pub fn accounts(&self) -> &[Account] {
        self.file.as_ref().map_or(&[], |file| &file.accounts)
    }

    /// Adds what flags left out, for a server of this service.
    ///
    /// # Errors
    /// What would be added has no meaning (78).
    pub fn fill(
        &self,
        told: Told,
        service: Service,
        choice: &Choice<'_>,
        terminal: &Terminal,
    ) -> Result<Told, Failure> {
        netrc::fill(self.layered(told, service, choice, terminal)?, terminal)
    }

    /// The same without netrc.
    pub fn layered(
        &self,
        told: Told,
        service: Service,
        choice: &Choice<'_>,
        terminal: &Terminal,
    ) -> Result<Told, Failure> {
        let mut layers = vec![environment::layer()];
        layers.extend(choice.layer(service));
        layer::fill(told, service, &layers, terminal)
    }

    /// Adds what flags left out where mail exchangers are meant, whatever server others name: what the environment
    /// says of the way.
    ///
    /// # Errors
    /// What would be added has no meaning (78).
    pub fn anywhere(told: Told) -> Result<Told, Failure> {
        layer::anywhere(told, &[environment::layer()])
    }
}
