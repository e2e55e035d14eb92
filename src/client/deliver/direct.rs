//! Delivery to the mail exchangers themselves (RFC 5321 §5.1): one job a domain, all at the same time.
//!
//! A domain's exchangers are tried in order, every address of each. Whom one of them takes or refuses is done with.
//! Whom it puts off (4yz, a connection that fails, a greeting of 5yz) goes to the next.

use std::cell::RefCell;
use std::collections::{BTreeMap, HashMap};
use std::net::IpAddr;
use std::sync::Arc;
use std::time::Instant;

use futures_util::StreamExt;
use futures_util::stream;
use jiff::Timestamp;

use super::found::Found;
use super::letter::Letter;
use super::outcome::{Outcome, Peer, Status, Verdict};
use super::route::{Hop, addresses, route};
use super::through::{Shared, Through};
use super::{Observer, Way, deliver};
use crate::base::escape::escape_str;
use crate::base::{Address, Domain, Exit};
use crate::client;
use crate::net::Resolver;
use crate::net::endpoint::Host;
use crate::net::tls_policy::{self, Facts, IMPLICIT_PORTS, Wanted};
use crate::transcript::{SessionId, Weight};

/// How many domains are served at the same time.
const JOBS: usize = 16;

/// How many addresses of one exchanger are tried: whoever publishes more may mean somebody else by them.
const MAX_ADDRESSES: usize = 10;

/// How many letters are in memory.
const AT_A_TIME: usize = 1000;

/// How to get to the exchangers of any domain.
pub struct Direct {
    /// What holds for every one of them. Its host, addresses and mode are filled in for each.
    pub way: Way,
    /// When TLS is wanted.
    pub wanted: Wanted,
    /// Who knows them.
    pub resolver: Arc<Resolver>,
    /// Which of them are tried.
    pub which: Which,
    /// The order among equal preferences.
    pub seed: u64,
}

/// Which exchangers are tried.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Which {
    /// Those of the order until everybody has an answer.
    #[default]
    All,
    /// The first in order alone.
    First,
    /// Every address of every one, each gets the message: a test of them all.
    Each,
}

/// Hands every letter over to the exchangers of its recipients' domains; every recipient of every letter gets an
/// outcome, with [`Which::Each`] one of every address. Of very many letters so many are in memory at a time, and have
/// their end before the next.
pub async fn deliver_direct(direct: &Direct, mut letters: impl Iterator<Item = Letter>, observer: &mut dyn Observer) {
    let shared = RefCell::new(observer);
    loop {
        let jobs = by_domain(letters.by_ref().take(AT_A_TIME));
        if jobs.is_empty() {
            return;
        }
        let jobs = stream::iter(jobs);
        jobs.for_each_concurrent(JOBS, |(domain, letters)| direct.job(domain, letters, &shared)).await;
    }
}

/// The letters of each domain, in order, each with its recipients there alone.
fn by_domain(letters: impl Iterator<Item = Letter>) -> Vec<(Domain, Vec<Letter>)> {
    let mut places: HashMap<Domain, usize> = HashMap::new();
    let mut jobs: Vec<(Domain, Vec<Letter>)> = Vec::new();
    for letter in letters {
        let mut split: BTreeMap<usize, Vec<Address>> = BTreeMap::new();
        for recipient in &letter.recipients {
            let domain = match recipient.domain() {
                Domain::Name(name) => {
                    let ascii = recipient.domain().to_ascii().unwrap_or_else(|| name.clone());
                    Domain::Name(ascii.to_ascii_lowercase())
                }
                literal => literal.clone(),
            };
            let place = *places.entry(domain.clone()).or_insert_with(|| {
                jobs.push((domain, Vec::new()));
                jobs.len() - 1
            });
            split.entry(place).or_default().push(recipient.clone());
        }
        for (place, recipients) in split {
            if let Some((_, letters)) = jobs.get_mut(place) {
                letters.push(letter.to(recipients));
            }
        }
    }
    jobs
}

impl Direct {
    async fn job(&self, domain: Domain, letters: Vec<Letter>, observer: &Shared<'_, '_>) {
        let (mut open, began) = (Open::new(letters, &domain), Timestamp::now());
        let hello = self.way.hello.as_deref();
        match route(&self.resolver, &domain, hello, self.seed).await {
            Err(verdict) => open.put_off(&verdict, &Peer::unreached(&domain)),
            Ok(hops) => {
                self.tell_plan(&domain, &hops);
                match self.which {
                    Which::Each => return self.each(&hops, began, open, observer).await,
                    Which::First => self.hops(hops.get(..1).unwrap_or_default(), began, &mut open, observer).await,
                    Which::All => self.hops(&hops, began, &mut open, observer).await,
                }
            }
        }
        open.close(observer);
    }

    fn tell_plan(&self, domain: &Domain, hops: &[Hop]) {
        let each = hops.iter().map(|hop| match hop.preference {
            Some(preference) => format!("{preference} {}", hop.host),
            None => hop.host.to_string(),
        });
        let list = each.collect::<Vec<_>>().join(", ");
        let text = match hops.first().map(|hop| (hop.preference, &hop.host)) {
            Some((None, Host::Name(_))) => format!("{domain} has no MX: its own host takes its mail (RFC 5321 §5.1)"),
            Some((None, _)) => return,
            _ => format!("mail for {domain} is tried at {list}"),
        };
        self.way.server.note(SessionId::NAME_SERVERS, Weight::Info, escape_str(&text).into_owned());
    }

    /// One exchanger after the other, until nobody is left. They are looked for since `began`.
    async fn hops(&self, hops: &[Hop], mut began: Timestamp, open: &mut Open, observer: &Shared<'_, '_>) {
        for hop in hops {
            let mut left = match self.addresses(hop).await {
                Ok(left) => left,
                Err(verdict) => {
                    self.way.server.note(SessionId::NAME_SERVERS, Weight::Amiss, verdict.text.clone());
                    open.put_off(&verdict, &Peer::unreached(&hop.host));
                    continue;
                }
            };
            let found = Found::since(began, &open.domain, &hop.host);
            while !left.is_empty() && !open.letters.is_empty() {
                let used = self.attempt(hop, (&left, &found), open, observer).await;
                let before = left.len();
                left.retain(|address| !used.contains(address));
                if left.len() == before || self.way.server.is_over() {
                    break;
                }
            }
            if open.letters.is_empty() || self.way.server.is_over() {
                return;
            }
            began = Timestamp::now();
        }
    }

    /// The addresses of an exchanger, not more of them than are tried.
    async fn addresses(&self, hop: &Hop) -> Result<Vec<IpAddr>, Verdict> {
        let server = &self.way.server;
        let mut all = addresses(&self.resolver, &hop.host, server.port, &server.dial).await?;
        if all.len() > MAX_ADDRESSES {
            let text = format!("{} has {} addresses, of which {MAX_ADDRESSES} are tried", hop.host, all.len());
            server.note(SessionId::NAME_SERVERS, Weight::Info, escape_str(&text).into_owned());
            all.truncate(MAX_ADDRESSES);
        }
        Ok(all)
    }

    /// All that is open, over one of these addresses; which of them are used up.
    async fn attempt(
        &self,
        hop: &Hop,
        (left, found): (&[IpAddr], &Found),
        open: &mut Open,
        observer: &Shared<'_, '_>,
    ) -> Vec<IpAddr> {
        let way = self.way_to(hop, left.to_vec(), found.clone());
        let letters = std::mem::take(&mut open.letters);
        let mut filter = Filter { put_off: Vec::new(), used: Vec::new(), started: open.started };
        let mut through = Through { observer, look: |outcome| filter.pass(outcome) };
        deliver(&way, letters.iter().cloned(), &mut through).await;
        let Filter { put_off, used, .. } = filter;
        open.reopen(&letters, put_off);
        used
    }

    /// Every address of every exchanger, side by side.
    async fn each(&self, hops: &[Hop], began: Timestamp, open: Open, observer: &Shared<'_, '_>) {
        let mut places = Vec::new();
        for hop in hops {
            match self.addresses(hop).await {
                Ok(all) => {
                    let found = || Found::since(began, &open.domain, &hop.host);
                    places.extend(all.into_iter().map(|address| (hop, address, found())));
                }
                Err(verdict) => {
                    let mut open = open.clone();
                    open.put_off(&verdict, &Peer::unreached(&hop.host));
                    open.close(observer);
                }
            }
        }
        let places = stream::iter(places);
        places
            .for_each_concurrent(JOBS, async |(hop, address, found)| {
                let way = self.way_to(hop, vec![address], found);
                // What was found at this address, be it that nobody answers.
                let look = |mut outcome: Outcome| {
                    outcome.peer.address.get_or_insert(address);
                    Some(outcome)
                };
                deliver(&way, open.letters.iter().cloned(), &mut Through { observer, look }).await;
            })
            .await;
    }

    fn way_to(&self, hop: &Hop, addresses: Vec<IpAddr>, found: Found) -> Way {
        let mode = tls_policy::mode(Facts {
            wanted: self.wanted,
            implicit_port: IMPLICIT_PORTS.contains(&self.way.server.port),
            local: self.way.server.dial.is_local(&hop.host),
            secret: false,
            pinned: self.way.server.tls.is_pinned(),
        });
        let server = client::Way { host: hop.host.clone(), addresses, mode, ..self.way.server.clone() };
        Way { server, found, ..self.way.clone() }
    }
}

/// Who has no outcome yet.
#[derive(Clone)]
struct Open {
    letters: Vec<Letter>,
    /// What befell each at the exchangers that were tried: the one that may still succeed, else the last.
    so_far: HashMap<(usize, Option<Address>), Outcome>,
    started: Instant,
    domain: Domain,
}

impl Open {
    fn new(letters: Vec<Letter>, domain: &Domain) -> Open {
        Open { letters, so_far: HashMap::new(), started: Instant::now(), domain: domain.clone() }
    }

    /// The same for everybody who is left.
    fn put_off(&mut self, verdict: &Verdict, peer: &Peer) {
        for letter in &self.letters {
            for recipient in &letter.recipients {
                let (verdict, peer) = (verdict.clone(), peer.clone());
                let elapsed = self.started.elapsed();
                let (letter, recipient) = (letter.number, Some(recipient.clone()));
                let outcome = Outcome { letter, recipient, verdict, peer, elapsed };
                remember(&mut self.so_far, outcome);
            }
        }
    }

    /// These are left of those letters.
    fn reopen(&mut self, letters: &[Letter], put_off: Vec<Outcome>) {
        let mut left: HashMap<usize, Vec<Address>> = HashMap::new();
        for outcome in put_off {
            left.entry(outcome.letter).or_default().extend(outcome.recipient.clone());
            remember(&mut self.so_far, outcome);
        }
        let open = letters.iter().filter_map(|letter| {
            let recipients = left.remove(&letter.number)?;
            Some(letter.to(recipients))
        });
        self.letters = open.collect();
    }

    /// Nobody else is asked: what befell each stands.
    fn close(mut self, observer: &Shared<'_, '_>) {
        for letter in std::mem::take(&mut self.letters) {
            for recipient in letter.recipients.into_iter().map(Some) {
                let outcome = self.so_far.remove(&(letter.number, recipient.clone())).unwrap_or_else(|| {
                    let verdict = Verdict::failed(Exit::TempFail, "interrupted before it was tried".to_owned());
                    let peer = Peer::unreached(&self.domain);
                    Outcome { letter: letter.number, recipient, verdict, peer, elapsed: self.started.elapsed() }
                });
                observer.borrow_mut().outcome(Outcome { elapsed: self.started.elapsed(), ..outcome });
            }
        }
    }
}

/// What may still succeed counts more than what may not; else the later.
fn remember(so_far: &mut HashMap<(usize, Option<Address>), Outcome>, outcome: Outcome) {
    let key = (outcome.letter, outcome.recipient.clone());
    let hope = |outcome: &Outcome| outcome.verdict.status == Status::Deferred;
    if so_far.get(&key).is_none_or(|known| hope(&outcome) || !hope(known)) {
        so_far.insert(key, outcome);
    }
}

/// Lets through what is decided, and keeps who may try the next exchanger.
struct Filter {
    put_off: Vec<Outcome>,
    used: Vec<IpAddr>,
    /// When the first exchanger was looked for.
    started: Instant,
}

impl Filter {
    fn pass(&mut self, outcome: Outcome) -> Option<Outcome> {
        let peer = &outcome.peer;
        let used = peer.failed.iter().chain(&peer.address).filter(|address| !self.used.contains(address));
        let used: Vec<_> = used.copied().collect();
        self.used.extend(used);
        let elsewhere = match outcome.verdict.status {
            Status::Deferred => true,
            // The server did not want us, whatever the message is.
            Status::Refused => !outcome.peer.ready,
            Status::Delivered | Status::Uncertain | Status::Stopped => false,
        };
        if elsewhere {
            self.put_off.push(outcome);
            return None;
        }
        Some(Outcome { elapsed: self.started.elapsed(), ..outcome })
    }
}
