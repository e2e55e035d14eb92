//! `sendmail -bs`: SMTP on standard input and output. Each letter is handed over while the client waits behind it.

use std::io;
use std::sync::Arc;
use std::sync::atomic::AtomicUsize;
use std::time::Duration;

use tokio::sync::{mpsc, oneshot, watch};

use super::super::{block_on, duration, passed, serve, stop_at_signal};
use super::letter;
use super::office::{Office, addressed, hand_over};
use super::recipients::Locals;
use super::{Sendmail, answer};
use crate::base::{Address, Exit};
use crate::cli::args::Global;
use crate::cli::chance;
use crate::cli::commands::send::distinct;
use crate::cli::config::Config;
use crate::cli::error::Failure;
use crate::cli::terminal::Terminal;
use crate::client;
use crate::client::deliver::{Observer, Outcome, Source, Wishes};
use crate::net::Error;
use crate::net::session::Stop;
use crate::proto::smtp::extensions::{DSN, Extension, PRDR};
use crate::proto::smtp::{ForwardPath, Reply};
use crate::server::smtp::{
    Answer, Auth, BareNewline, Custodian, Incoming, Keep, Received, Service, Taking, Transaction, Voice, encode,
};

/// The longest silence of the client (RFC 5321 §4.5.3.2.7).
const IDLE: Duration = Duration::from_secs(300);
/// The most recipients of a letter.
const MAX_RECIPIENTS: usize = 1000;

/// Serves the client to its end.
pub fn run(args: &Sendmail, global: &Global, terminal: &Terminal) -> Result<Exit, Failure> {
    let (stop, stopped) = watch::channel(false);
    let mut office = open(args, (global, terminal), Some(stopped.clone())).inspect_err(|failure| {
        let reply = Voice::Modern.reply(421, (3, 5), &failure.message);
        let _ = terminal.octets(&encode(&reply));
    })?;
    let (orders, ordered) = mpsc::channel(1);
    let relay = Relay { config: office.config(), orders };
    let service = service(relay, &office, Some(stopped), (global, terminal))?;
    block_on(async {
        let stop = Arc::new(stop);
        stop_at_signal(stop.clone());
        let deadline = global.deadline;
        tokio::spawn(async move {
            passed(deadline).await;
            stop.send_replace(true);
        });
        let stream = tokio::io::join(tokio::io::stdin(), tokio::io::stdout());
        let served = tokio::select! {
            served = service.pipe(Box::new(stream)) => served,
            () = carry(args, &mut office, ordered) => Ok(()),
        };
        served.map_or_else(end, |()| Ok(Exit::Ok))
    })
}

/// With the way of the account that holds where no author says otherwise, so that what is wrong is known at once.
fn open<'a>(args: &'a Sendmail, at: (&'a Global, &'a Terminal), stop: Stop) -> Result<Office<'a>, Failure> {
    let mut office = Office::open(args, at, stop)?;
    let config = office.config();
    office.plan(&config.choose(None)?)?;
    Ok(office)
}

/// What an early end means.
fn end(error: Error) -> Result<Exit, Failure> {
    match error {
        // Whoever reads no more has ended it, too.
        Error::Io(error) if error.kind() == io::ErrorKind::BrokenPipe => Ok(Exit::Ok),
        Error::Closed { .. } => {
            Err(Failure::new(Exit::Data, "the input ended within a message: nothing of it was sent"))
        }
        error => {
            let exit = client::Error::<client::Refusal>::from(error);
            Err(Failure::new(exit.exit(), exit))
        }
    }
}

fn service(relay: Relay, office: &Office<'_>, stop: Stop, at: (&Global, &Terminal)) -> Result<Service, Failure> {
    let (global, terminal) = at;
    Ok(Service {
        hostname: serve::hostname(None)?,
        tls: None,
        auth: Auth::Off,
        users: Vec::new(),
        max_size: u64::MAX,
        max_recipients: MAX_RECIPIENTS,
        max_connections: 1,
        bare_newline: BareNewline::Reject,
        // Scripts say everything at once.
        strict_pipelining: false,
        idle: global.timeout.map_or(IDLE, duration),
        keep: Keep::Nameless,
        voice: Voice::Modern,
        sink: terminal.sink()?,
        custodian: Arc::new(relay),
        token: chance::token,
        sessions: office.sessions(),
        open: AtomicUsize::new(0),
        room: AtomicUsize::new(usize::MAX),
        strict: global.strict,
        deviated: false.into(),
        stop,
    })
}

/// A whole letter, and who waits to hear what became of it.
struct Order {
    transaction: Transaction,
    content: Source,
    heard: oneshot::Sender<Answer>,
}

impl Order {
    /// The recipients, as RCPT said them.
    fn recipients(&self) -> Vec<Address> {
        let address = |path: &ForwardPath| match path {
            ForwardPath::Address(address) => Some(address.clone()),
            ForwardPath::Postmaster | ForwardPath::Name(_) => None,
        };
        self.transaction.recipients.iter().filter_map(address).collect()
    }
}

/// Passes letters on to whoever carries them.
struct Relay {
    config: Arc<Config>,
    orders: mpsc::Sender<Order>,
}

impl Custodian for Relay {
    fn promises(&self) -> &'static [&'static Extension] {
        &[&DSN, &PRDR]
    }

    /// A name without a domain is one of the account of whoever sends.
    fn recipient(&self, transaction: &Transaction, path: ForwardPath) -> Result<ForwardPath, Reply> {
        let name = match path {
            ForwardPath::Address(_) => return Ok(path),
            ForwardPath::Postmaster => "postmaster".to_owned(),
            ForwardPath::Name(name) => name,
        };
        let choice = self.config.choose(transaction.mail_from.address());
        let address = choice.and_then(|choice| Locals::new(choice.account).recipient(&name));
        let address = address.map_err(|failure| Voice::Modern.reply(553, (1, 3), &failure.message))?;
        Ok(ForwardPath::Address(address))
    }

    fn take<'a>(&'a self, transaction: &'a Transaction, content: Incoming, _: &'a mut Received) -> Taking<'a> {
        Box::pin(async move {
            let size = content.size();
            let file = content.into_file()?.ok_or(io::ErrorKind::NotFound)?;
            let (heard, answer) = oneshot::channel();
            let content = Source::File(Arc::new(file), 0..size);
            let order = Order { transaction: transaction.clone(), content, heard };
            self.orders.send(order).await.map_err(io::Error::other)?;
            answer.await.map_err(io::Error::other)
        })
    }
}

/// Hands over each letter that comes, until no more can come.
async fn carry(args: &Sendmail, office: &mut Office<'_>, mut ordered: mpsc::Receiver<Order>) {
    while let Some(order) = ordered.recv().await {
        let mut outcomes = Outcomes::default();
        let answer = match one(args, office, &order, &mut outcomes).await {
            Ok(()) => answer::of(&order.recipients(), &outcomes.0, order.transaction.prdr),
            Err(failure) => Answer::Whole(answer::of_failure(&failure)),
        };
        let _ = order.heard.send(answer);
    }
}

async fn one(
    args: &Sendmail,
    office: &mut Office<'_>,
    order: &Order,
    outcomes: &mut dyn Observer,
) -> Result<(), Failure> {
    let Transaction { mail_from, dsn, prdr, .. } = &order.transaction;
    let header = letter::scan(&order.content)?;
    let author = letter::author(&header).or_else(|| mail_from.address().cloned());
    let config = office.config();
    let choice = config.choose(author.as_ref())?;
    let recipients = distinct(order.recipients().iter());
    let letter = addressed(args, (order.content.clone(), header), (mail_from.clone(), recipients), &choice)?;
    let wishes = Wishes { dsn: dsn.clone(), prdr: *prdr, ..Wishes::default() };
    hand_over(office.plan(&choice)?, letter, wishes, outcomes).await;
    Ok(())
}

/// What became of a letter.
#[derive(Default)]
struct Outcomes(Vec<Outcome>);

impl Observer for Outcomes {
    fn outcome(&mut self, outcome: Outcome) {
        self.0.push(outcome);
    }

    fn progress(&mut self, _letter: usize, _done: u64, _total: u64) {}
}
