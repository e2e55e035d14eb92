//! # mailtool: the map of the house
//!
//! One crate, a library with a thin binary. A room may use those below it, never those above; the test `house`
//! reads every file and holds them to it.
//!
//! | room | what it is | uses |
//! |---|---|---|
//! | [`cli`] | arguments, accounts, terminal, exit codes: the only room that prints | all |
//! | [`server`] | the other side: an SMTP server, whose custodian says what becomes of mail, and a name server for zones of our own | `client` and below |
//! | [`client`] | flows that read like the RFC's example: log in, deliver, fetch over POP3 and IMAP, watch and examine mailboxes, find and probe mail exchangers, put servers under load, talk | `net` and below |
//! | [`store`] | where fetched messages are put: files, Maildir, mbox | `mime`, `proto`, `base` |
//! | [`net`] | the way there: names, endpoints, proxies, commands, TLS, compression, and the session through which every octet passes | `transcript`, `proto`, `base` |
//! | [`query`] | what to look for: a language, its translation to IMAP SEARCH, and its meaning on one message | `mime`, `proto`, `base` |
//! | [`transcript`] | what was said, as text, explained, and as a recording, secrets left out | `proto`, `base` |
//! | [`mime`] | the message format: composed, taken apart, judged and explained | `proto`, `base` |
//! | [`proto`] | grammar, dialogue and explanation of the protocols, without I/O | `base` |
//! | [`base`] | addresses, secrets, dates, findings, terminal safety, exit codes | |
//!
//! `base`, `proto`, `mime`, `query` and `transcript` are pure: no I/O, no clock, no chance, no runtime. Time and random
//! tokens come in as arguments.
//!
//! # The walk of a message
//!
//! `mailtool send` turns its flags into a [`Letter`](client::deliver::Letter) and a
//! [`Way`](client::deliver::Way) before any socket opens. Files are looked at once, for size and content, and read
//! again as they are sent; no body is ever held whole.
//!
//! Without a server, [`deliver_direct`](client::deliver::deliver_direct) asks a [`Resolver`](net::Resolver) for the
//! [exchangers](client::exchangers) of each recipient's domain, and tries them in order. What goes over the wire to name
//! servers is read by [`proto::dns`] and told as any other dialogue.
//!
//! [`deliver`](client::deliver::deliver) opens the way: [`Dial`](net::Dial) connects, [`tls_policy`](net::tls_policy)
//! decides on TLS, [`Smtp`](client::Smtp) says EHLO, and [`authenticate`](client::authenticate::authenticate) carries
//! the steps of a [`sasl`](proto::sasl) mechanism. Now the server's offer is known, so that the letter can be
//! [prepared](client::deliver::Letter::prepare) for it: [`mime::build`] chooses transfer encodings and knows the exact
//! size. A transaction says MAIL, RCPT and DATA, in one flight where the server lets it, streams the message through
//! [`Stuffer`](proto::line::Stuffer), and appends the next letter's envelope to the final dot.
//!
//! Every octet of both sides passes a [`Session`](net::Session), which feeds it to a [`Dialogue`](proto::Dialogue).
//! What comes out are [`Turn`](proto::Turn)s: who said which octets, what they mean, where a secret stands in them,
//! and what departs from the RFCs. The flow reads the peer's turns; a [`Sink`](transcript::Sink) sees all of them.
//! The transcript is computed from the octets, never from intentions: it cannot lie.
//!
//! The server at the other end reads the same dialogue from its side, and its [`Custodian`](server::smtp::Custodian)
//! says what becomes of a message before the client hears. `mailtool demo` runs both sides; of `mailtool sendmail -bs`
//! the custodian hands each message on by the client's own way, while whoever submits it waits.
//!
//! What `mailtool sendmail`, and `send` of a ready message, hand over passes a [`Scan`](mime::ready::Scan) first: it
//! finds the fields that are left out, and what would make it unsafe to send.
//!
//! A message that is there already is taken apart by a [`Parser`](mime::parse::Parser), which tells each octet of it
//! once, as an [`Event`](mime::parse::Event): [`tree`](mime::tree), [`pick`](mime::pick), [`lint`](mod@mime::lint),
//! [`annotate`](mime::annotate) and [`repair`](mime::repair) are made of the same events.
//!
//! `mailtool pop` goes the same way to a maildrop: [`open`](client::pop3::open) connects, secures and logs in, a
//! [`Selection`](client::pop3::Selection) or a [`Search`](client::pop3::Search) says which messages are meant, and what
//! is fetched streams into a [`Deposit`](store::deposit::Deposit), which has it on the disk before anything is deleted.
//!
//! `mailtool imap` goes there as well: [`open`](client::imap::open) connects, compresses and logs in, a
//! [`Selection`](client::imap::Selection) of UIDs, a [`Query`](query::Query) or [`Url`](proto::imap::Url)s say which
//! messages are meant, [`Contents`](client::imap::Contents) takes their octets, a [`Watch`](client::imap::watch::Watch)
//! tells what happens, and [`doctor`](client::imap::doctor) tries what the server advertises.
//!
//! Each recipient ends as an [`Outcome`](client::deliver::Outcome) with a [`Status`](client::deliver::Status) and an
//! [`Exit`](base::Exit); [`Exit::of_all`](base::Exit::of_all) makes one exit code of many.

pub mod base;
pub mod cli;
pub mod client;
pub mod mime;
pub mod net;
pub mod proto;
pub mod query;
pub mod server;
pub mod store;
pub mod transcript;
