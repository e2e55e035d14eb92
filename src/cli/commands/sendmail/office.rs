//! How letters go out: by the account of each author, over the way of that account.

use std::collections::HashMap;
use std::collections::hash_map::Entry;
use std::sync::Arc;
use std::sync::atomic::AtomicU32;

use super::super::send::Send;
use super::super::send::way::{Plan, plan};
use super::recipients::Locals;
use super::{Sendmail, author, letter};
use crate::base::Address;
use crate::cli::args::Global;
use crate::cli::config::account::Choice;
use crate::cli::config::{Config, Service, Told};
use crate::cli::error::Failure;
use crate::cli::terminal::Terminal;
use crate::client::deliver::{self, Letter, Observer, Source, Wishes};
use crate::mime::ready::Ready;
use crate::net::session::Stop;
use crate::proto::smtp::ReversePath;

/// The configuration, and the ways that it was found to mean.
pub struct Office<'a> {
    args: &'a Sendmail,
    at: (&'a Global, &'a Terminal),
    config: Arc<Config>,
    stop: Stop,
    /// Counts connections, of whichever way.
    sessions: Arc<AtomicU32>,
    /// By the name of the account; passwords are read once.
    plans: HashMap<Option<String>, Plan>,
}

impl<'a> Office<'a> {
    /// Everything ends once `stop` becomes true.
    ///
    /// # Errors
    /// The configuration is wrong (78).
    pub fn open(args: &'a Sendmail, at: (&'a Global, &'a Terminal), stop: Stop) -> Result<Office<'a>, Failure> {
        let config = Arc::new(Config::load(at.0, at.1)?);
        Ok(Office { args, at, config, stop, sessions: Arc::default(), plans: HashMap::new() })
    }

    /// The accounts.
    pub fn config(&self) -> Arc<Config> {
        self.config.clone()
    }

    /// Counts connections.
    pub fn sessions(&self) -> Arc<AtomicU32> {
        self.sessions.clone()
    }

    /// The way of this account.
    ///
    /// # Errors
    /// What is said of it makes no sense, or its password is not to be had.
    pub fn plan(&mut self, choice: &Choice<'_>) -> Result<&mut Plan, Failure> {
        let vacant = match self.plans.entry(choice.account.map(|account| account.name.clone())) {
            Entry::Occupied(plan) => return Ok(plan.into_mut()),
            Entry::Vacant(vacant) => vacant,
        };
        let flags = Told::new(self.args.server.as_deref(), &self.args.connection);
        let told = Told { dns: self.args.dns.clone(), ..flags };
        let told = self.config.fill(told, Service::Send, choice, self.at.1)?;
        let send = Send::plain()?;
        let plan = plan(&send, &told, Wishes::default(), self.at, self.stop.clone());
        let mut plan = plan.map_err(|failure| told.place(failure))?;
        plan.way_mut().server.sessions = self.sessions.clone();
        Ok(vacant.insert(plan))
    }
}

/// A letter that has all it needs, with its envelope, as its account has it.
pub fn addressed(
    args: &Sendmail,
    (source, header): (Source, Ready),
    (reverse_path, recipients): (ReversePath, Vec<Address>),
    choice: &Choice<'_>,
) -> Result<Letter, Failure> {
    let author = author(args, &reverse_path, choice.account.and_then(|account| account.from.clone()))?;
    let domain = Locals::new(choice.account).domain();
    let (source, scan) = letter::complete(source, header, author.as_ref(), domain.as_deref())?;
    let message = deliver::Message::Ready(Box::new(deliver::Ready { source, quoted: false, scan }));
    Ok(Letter { number: 1, reverse_path, recipients, message })
}

/// Hands the letter over, with these wishes.
pub async fn hand_over(plan: &mut Plan, letter: Letter, wishes: Wishes, observer: &mut dyn Observer) {
    plan.way_mut().wishes = Arc::new(wishes);
    match plan {
        Plan::Server(way) => deliver::deliver(way, std::iter::once(letter), observer).await,
        Plan::Direct(direct) => deliver::deliver_direct(direct, std::iter::once(letter), observer).await,
    }
}
