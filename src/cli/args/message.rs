//! A message: built from parts, or ready.

use std::num::NonZeroUsize;
use std::path::PathBuf;

use clap::Args;

use super::count;

/// What a message is made of.
#[derive(Clone, Debug, Args)]
#[command(next_help_heading = "Message")]
pub struct Content {
    /// The author [default: the account's, else $EMAIL, else user@host]
    #[arg(long, value_name = "ADDR")]
    pub from: Option<String>,
    /// A recipient: address, 'Name <address>', or a list
    #[arg(long, value_name = "ADDR")]
    pub to: Vec<String>,
    /// Who gets a copy
    #[arg(long, value_name = "ADDR")]
    pub cc: Vec<String>,
    /// Where answers go
    #[arg(long, value_name = "ADDR")]
    pub reply_to: Vec<String>,
    /// The subject
    #[arg(long, value_name = "TEXT")]
    pub subject: Option<String>,
    /// The text; @FILE takes it from a file, - from standard input
    #[arg(long, value_name = "TEXT|@FILE|-")]
    pub body: Option<String>,
    /// The text as HTML; with --body both are sent as alternatives
    #[arg(long, value_name = "TEXT|@FILE|-")]
    pub html: Option<String>,
    /// A file to come along; its type is found by name, then by content
    #[arg(long, value_name = "FILE", num_args = 1..)]
    pub attach: Vec<PathBuf>,
    /// A picture that the HTML shows as <img src="cid:NAME">, NAME being the file's (what is no ASCII letter, digit or one of ._-@+ becomes _)
    #[arg(long, value_name = "FILE", num_args = 1.., requires = "html")]
    pub inline: Vec<PathBuf>,
    /// A header field; replaces a default one of the same name
    #[arg(short = 'H', long = "header", value_name = "NAME: VALUE")]
    pub header: Vec<String>,
    /// The charset of texts and names
    #[arg(long, value_name = "NAME", default_value = "utf-8")]
    pub charset: String,
    /// The transfer encoding of the texts: 7bit, 8bit, quoted-printable, base64 [default: by content and way]; binary leaves attachments as they are, too, for servers that offer BINARYMIME
    #[arg(long, value_name = "NAME")]
    pub encoding: Option<String>,
}

impl Content {
    /// Nothing is to be encoded.
    pub fn is_binary(&self) -> bool {
        self.encoding.as_deref().is_some_and(|name| name.eq_ignore_ascii_case("binary"))
    }
}

/// What to send.
#[derive(Clone, Debug, Args)]
#[command(next_help_heading = "Message")]
pub struct Message {
    #[command(flatten)]
    pub content: Content,
    /// Who gets a copy unseen: never in the header
    #[arg(long, value_name = "ADDR")]
    pub bcc: Vec<String>,
    /// A message that is complete, from a file or standard input; Bcc is left out, and what stands before the header: a byte order mark, an mbox From line
    #[arg(long, value_name = "FILE|-", conflicts_with_all = PARTS)]
    pub eml: Option<PathBuf>,
    /// Every message of an mbox, over one connection
    #[arg(long, value_name = "FILE|-", conflicts_with_all = PARTS, conflicts_with = "eml")]
    pub mbox: Option<PathBuf>,
    /// Octets that go behind DATA as they are, to see what a server makes of them: no dot is doubled, no line end mended, no header read; only what is missing of CRLF, a dot and CRLF at the very end is added. The envelope is that of --mail-from and --rcpt
    #[arg(long, value_name = "FILE|-", conflicts_with_all = PARTS, conflicts_with_all = ["eml", "mbox"])]
    pub raw_octets: Option<PathBuf>,
    /// Print the exact octets instead of sending them
    #[arg(long)]
    pub dry_run: bool,
}

/// What a complete message has already.
const PARTS: [&str; 9] = ["subject", "body", "html", "attach", "inline", "header", "reply_to", "encoding", "charset"];

/// Delivery to the mail exchangers of each recipient's domain, where no server is given.
#[derive(Clone, Debug, Args)]
#[command(next_help_heading = "Delivery without --server")]
pub struct Exchange {
    /// Which mail exchangers are tried: all in order until one takes it; the first alone; each address of each, which gets the message every time [default: all]. This flag and the next go to mail exchangers even where an account has a server
    #[arg(long, value_name = "WHICH", value_parser = ["all", "first", "each"], conflicts_with_all = ["server", "tunnel"])]
    pub mx: Option<String>,
    /// The port of the mail exchangers [default: 25]
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u16).range(1..), conflicts_with_all = ["server", "tunnel"])]
    pub port: Option<u16>,
    /// The order among equal preferences: the same number, the same order [default: another each time]
    #[arg(long, value_name = "N", conflicts_with_all = ["server", "tunnel"])]
    pub seed: Option<u64>,
}

impl Exchange {
    /// Mail exchangers are meant, whatever server an account has.
    pub fn is_meant(&self) -> bool {
        self.mx.is_some() || self.port.is_some() || self.seed.is_some()
    }
}

/// The envelope, where it is not to follow from the header, and how it is handed over.
#[derive(Clone, Debug, Args)]
#[command(next_help_heading = "Envelope")]
pub struct Envelope {
    /// The reverse path; '' or '<>' for none [default: the author]
    #[arg(long, value_name = "ADDR")]
    pub mail_from: Option<String>,
    /// The recipients, whatever the header says
    #[arg(long, value_name = "ADDR")]
    pub rcpt: Vec<String>,
    /// The recipients, one a line, beside those of --rcpt; blank lines and those that begin with # do not count
    #[arg(long, value_name = "FILE|-")]
    pub rcpt_file: Option<PathBuf>,
    /// Our name in EHLO [default: this host's, if it has a domain, else our address]
    #[arg(long, value_name = "NAME")]
    pub helo: Option<String>,
    /// smtp, or lmtp: a server that delivers into mailboxes and answers for each recipient (RFC 2033) [default: as the URL says, else smtp]
    #[arg(long, value_name = "PROTOCOL", value_parser = ["smtp", "lmtp"])]
    pub protocol: Option<String>,
    /// HELO instead of EHLO: no extensions
    #[arg(long)]
    pub legacy_helo: bool,
    /// Commands in groups, where the server offers it: auto, never
    #[arg(long, value_name = "WHEN", default_value = "auto", value_parser = ["auto", "never"])]
    pub pipeline: String,
    /// BDAT instead of DATA, where the server offers it: auto, never
    #[arg(long, value_name = "WHEN", default_value = "auto", value_parser = ["auto", "never"])]
    pub chunking: String,
    /// How many letters go over one connection before another is made; 1: a connection each [default: all]
    #[arg(long, value_name = "N", value_parser = count::<NonZeroUsize>)]
    pub per_connection: Option<NonZeroUsize>,
    /// End the dialogue behind PHASE (connect, ehlo, starttls, auth, mail or rcpt) by QUIT: nothing is delivered, and 0 says that all went well so far. Before mail neither sender nor recipient is needed; starttls asks for it (--tls starttls; may: whoever's certificate it is)
    #[arg(long, value_name = "PHASE", conflicts_with = "drop_after")]
    pub quit_after: Option<String>,
    /// The same without QUIT, and also behind data: the connection just ends
    #[arg(long, value_name = "PHASE")]
    pub drop_after: Option<String>,
    /// SMTPUTF8: auto (when needed), force, never
    #[arg(long, value_name = "WHEN", default_value = "auto", value_parser = ["auto", "force", "never"])]
    pub smtputf8: String,
}
