//! `mailtool imap`: look into mailboxes, fetch, search, flag, copy, move, append and delete.

mod acl;
mod append;
mod attachments;
mod changes;
mod continued;
mod conversation;
mod copy;
mod decode;
mod doctor;
mod each;
mod expunge;
mod fetch;
mod flag;
mod home;
mod keeper;
mod list;
mod mailboxes;
mod metadata;
mod part;
mod place;
mod quirks;
mod quota;
mod raw;
mod replace;
mod search;
mod select;
mod server;
mod shown;
mod sort;
mod status;
mod structure;
mod targets;
mod watch;

use clap::{Args, Subcommand};

use crate::base::Exit;
use crate::cli::args::{Connection, Dns, Global, Tunnel, closing};
use crate::cli::error::Failure;
use crate::cli::terminal::Terminal;
use crate::client::imap::{self, Changes};

/// Look into mailboxes over IMAP: list, search, fetch, flag, copy, move, append, delete
///
/// Each verb is a session of its own: connect, log in, ask, LOGOUT. The dialogue is shown on standard
/// error as it happens, with passwords left out; standard output gets what was asked for. Flags of
/// the connection may stand before the verb or behind it.
///
/// SEL names messages of --mailbox by their UIDs: 7, 1:5, 9:*, last, last:10, all; several of them,
/// with commas or spaces between. Or it is a query as search takes it, in quotes where there is one word
/// for SEL: 'unseen from:bob'. Or URLs as search --urls prints them (RFC 5092), of any mailboxes, one
/// after the other; they name the server too, which then gets the password: with --server no other one
/// does. A stale UIDVALIDITY in one is an error instead of another message. Or a hyphen: UIDs and URLs, a
/// line each, are read from standard input.
///
/// A mailbox is opened only to be read (EXAMINE) unless the verb changes it, and no message becomes seen
/// unless --mark-seen says so.
#[derive(Debug, Args)]
#[command(after_help = format!("{EXITS}\n\n{EXAMPLES}"), mut_subcommands(|verb| closing(verb, EXITS)))]
pub struct Imap {
    /// host, host:port, imap://, imaps://, with user@ if wanted, or unix:/path [default port: 993, with imap:// 143]
    #[arg(short, long, global = true, value_name = "URL", help_heading = "Connection")]
    server: Option<String>,
    #[command(flatten)]
    tunnel: Tunnel,
    #[command(flatten)]
    connection: Connection,
    #[command(flatten)]
    dns: Dns,
    /// Ask for UTF-8 in names and headers (ENABLE UTF8=ACCEPT, RFC 9755)
    #[arg(long, global = true, help_heading = "Dialogue")]
    utf8: bool,
    /// When to compress the connection (COMPRESS=DEFLATE, RFC 4978) behind the login; the transcript shows the text inside.
    /// auto: where the server offers it, but not at a literal loopback address or a unix socket
    #[arg(long, global = true, value_name = "WHEN", default_value = "auto", help_heading = "Dialogue")]
    compress: Compress,
    /// The mailbox that messages are in
    #[arg(short, long, global = true, value_name = "NAME", default_value = "INBOX")]
    mailbox: String,
    /// Go on only if the mailbox still has this UIDVALIDITY: otherwise its UIDs mean other messages (exit 1)
    #[arg(long, global = true, value_name = "N")]
    uidvalidity: Option<u32>,
    #[command(subcommand)]
    verb: Verb,
}

const EXITS: &str = "Exit codes: 0 done, 1 no such message, 3 some of them, 67 no such mailbox, 69 refused for good, \
    75 try again later, 76 the server broke the protocol, 77 login, certificate or policy.";

/// When the connection is compressed.
#[derive(Clone, Copy, Debug, clap::ValueEnum)]
enum Compress {
    Auto,
    /// Else it is an error (exit 69)
    Always,
    Never,
}

impl From<Compress> for imap::Compress {
    fn from(wanted: Compress) -> imap::Compress {
        match wanted {
            Compress::Auto => imap::Compress::Auto,
            Compress::Always => imap::Compress::Always,
            Compress::Never => imap::Compress::Never,
        }
    }
}

const EXAMPLES: &str = "Examples:
  mailtool imap list --counts -s imap.example.org -u pepe --password-file ~/.secret
  mailtool imap fetch last:10 -s pepe@imap.example.org
  mailtool imap fetch 42 --full -q -s pepe@imap.example.org > letter.eml
  mailtool imap search --keys 'UNSEEN FROM \"alicia\"' -s pepe@imap.example.org
  mailtool imap attachments last -d ~/Downloads -s pepe@imap.example.org
  mailtool imap move 1:20 Archive --dry-run -s pepe@imap.example.org
  mailtool imap search 'unseen larger:5M' --urls -s pepe@imap.example.org | mailtool imap move - Archive
  mailtool imap append Sent letter.eml --flags seen -s pepe@imap.example.org
  mailtool imap caps -s imap.example.org --explain";

/// What to do.
#[derive(Debug, Subcommand)]
enum Verb {
    Caps(server::Caps),
    Id(server::Id),
    Namespace(server::Namespaces),
    List(list::List),
    Status(status::Status),
    Select(select::Select),
    Create(mailboxes::Create),
    Delete(mailboxes::Delete),
    Rename(mailboxes::Rename),
    Subscribe(mailboxes::Subscribe),
    Unsubscribe(mailboxes::Unsubscribe),
    Search(search::Search),
    Sort(sort::Sort),
    Thread(sort::Thread),
    Fetch(Box<fetch::Fetch>),
    Structure(structure::Structure),
    Part(part::Part),
    Attachments(attachments::Attachments),
    Flag(flag::Flag),
    Copy(copy::Copy),
    Move(copy::Move),
    Append(append::Append),
    Replace(replace::Replace),
    Expunge(expunge::Expunge),
    Watch(watch::Watch),
    Await(watch::Await),
    Quota(quota::Quota),
    Acl(acl::Acl),
    Metadata(metadata::Metadata),
    Doctor(doctor::Doctor),
    Quirks(quirks::Quirks),
    Raw(raw::Raw),
}

impl Verb {
    /// Which changes it asks for.
    fn changes(&self) -> Changes {
        match self {
            Verb::Fetch(fetch) if fetch.since.vanished => Changes::Vanished,
            Verb::Fetch(fetch) if fetch.since.changed_since.is_some() => Changes::Counted,
            Verb::Flag(flag) if flag.unchanged_since.is_some() => Changes::Counted,
            Verb::Select(select) if select.qresync.is_some() => Changes::Vanished,
            Verb::Select(_) => Changes::Counted,
            _ => Changes::Uncounted,
        }
    }
}

/// Does what the verb says.
pub fn run(imap: &Imap, global: &Global, terminal: &Terminal) -> Result<Exit, Failure> {
    let at = (global, terminal);
    match &imap.verb {
        Verb::Caps(_) => server::caps(imap, at),
        Verb::Id(id) => server::id(id, imap, at),
        Verb::Namespace(_) => server::namespaces(imap, at),
        Verb::List(list) => list::run(list, imap, at),
        Verb::Status(status) => status::run(status, imap, at),
        Verb::Select(select) => select::run(select, imap, at),
        Verb::Create(create) => mailboxes::create(create, imap, at),
        Verb::Delete(delete) => mailboxes::delete(delete, imap, at),
        Verb::Rename(rename) => mailboxes::rename(rename, imap, at),
        Verb::Subscribe(subscribe) => mailboxes::subscribe(subscribe, imap, at),
        Verb::Unsubscribe(unsubscribe) => mailboxes::unsubscribe(unsubscribe, imap, at),
        Verb::Search(search) => search::run(search, imap, at),
        Verb::Sort(sort) => sort::sort(sort, imap, at),
        Verb::Thread(thread) => sort::threads(thread, imap, at),
        Verb::Fetch(fetch) => fetch::run(fetch, imap, at),
        Verb::Structure(structure) => structure::run(structure, imap, at),
        Verb::Part(part) => part::run(part, imap, at),
        Verb::Attachments(attachments) => attachments::run(attachments, imap, at),
        Verb::Flag(flag) => flag::run(flag, imap, at),
        Verb::Copy(copy) => copy::copy(copy, imap, at),
        Verb::Move(args) => copy::move_to(args, imap, at),
        Verb::Append(append) => append::run(append, imap, at),
        Verb::Replace(args) => replace::run(args, imap, at),
        Verb::Expunge(expunge) => expunge::run(expunge, imap, at),
        Verb::Watch(watch) => watch::watch(watch, imap, at),
        Verb::Await(args) => watch::await_message(args, imap, at),
        Verb::Quota(quota) => quota::run(quota, imap, at),
        Verb::Acl(acl) => acl::run(acl, imap, at),
        Verb::Metadata(metadata) => metadata::run(metadata, imap, at),
        Verb::Doctor(doctor) => doctor::run(doctor, imap, at),
        Verb::Quirks(quirks) => Ok(quirks::run(quirks, terminal)),
        Verb::Raw(raw) => raw::run(raw, imap, at),
    }
}
