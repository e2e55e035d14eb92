//! What is asked of a server beyond delivery, by the extensions of SMTP.

use clap::Args;

/// What makes a letter, its envelope, and what is asked for with it.
const LETTER: [&str; 37] = [
    "from",
    "to",
    "cc",
    "bcc",
    "reply_to",
    "subject",
    "body",
    "html",
    "attach",
    "inline",
    "header",
    "encoding",
    "charset",
    "eml",
    "raw_octets",
    "mbox",
    "csv",
    "dry_run",
    "mail_from",
    "rcpt",
    "rcpt_file",
    "quit_after",
    "drop_after",
    "per_connection",
    "connections",
    "rate",
    "journal",
    "dsn",
    "mail_param",
    "rcpt_param",
    "prdr",
    "xforward",
    "require_tls",
    "deliver_by",
    "hold_for",
    "hold_until",
    "mt_priority",
];

/// What goes behind MAIL and RCPT.
#[derive(Clone, Debug, Args)]
#[command(next_help_heading = "Extensions")]
pub struct Extensions {
    /// Reports of what becomes of it, where the server offers DSN (RFC 3461): notify=never, or any of success,failure,delay; ret=full|hdrs; envid=TEXT. Again with rcpt=ADDR,notify=…,orcpt=ADDR for a single recipient
    #[arg(long, value_name = "notify=…,ret=…,envid=…")]
    pub dsn: Vec<String>,
    /// A parameter of MAIL, as it is, offered or not; replaces ours of the same name
    #[arg(long, value_name = "KEYWORD[=VALUE]")]
    pub mail_param: Vec<String>,
    /// A parameter of every RCPT, as it is, offered or not; replaces ours of the same name
    #[arg(long, value_name = "KEYWORD[=VALUE]")]
    pub rcpt_param: Vec<String>,
    /// An answer for each recipient behind the message (draft-hall-prdr), where there are several and the server offers PRDR
    #[arg(long)]
    pub prdr: bool,
    /// Use these though the server does not offer them, and say so: auth (with the mechanisms of --auth, else PLAIN and LOGIN), starttls, pipelining, chunking, binarymime, 8bitmime, smtputf8, dsn, prdr, requiretls, deliverby, futurerelease, mt-priority; size: also send more than it takes
    #[arg(long, value_name = "EXTENSION,…", value_delimiter = ',')]
    pub force: Vec<String>,
    /// Say for whom we speak, to a server that trusts us as a proxy (XCLIENT): name, addr, port, proto, helo, login, destaddr, destport
    #[arg(long, value_name = "NAME=VALUE,…", value_delimiter = ',')]
    pub xclient: Vec<String>,
    /// Say whose letter it was before, to a server that trusts us as a filter (XFORWARD), for its log: name, addr, port, proto, helo, ident, source
    #[arg(long, value_name = "NAME=VALUE,…", value_delimiter = ',')]
    pub xforward: Vec<String>,
    /// Instead of a letter, say this command behind EHLO and the login, and print its reply, further lines of it indented: 'VRFY pepe', 'EXPN list', HELP, 'ETRN example.org'; may be repeated
    #[arg(long, value_name = "COMMAND", conflicts_with_all = LETTER)]
    pub verb: Vec<String>,
    /// Demand verified TLS on every leg of its way (RFC 8689); 77 where this one is not verified or the server does not offer REQUIRETLS
    #[arg(long)]
    pub require_tls: bool,
    /// Deliver within so many seconds, else return it or notify the sender (RFC 2852), each server telling with trace; 69 where the server does not offer DELIVERBY
    #[arg(long, value_name = "SECONDS[,return|notify][,trace]", allow_hyphen_values = true)]
    pub deliver_by: Option<String>,
    /// Hold it back for so many seconds (RFC 4865); 69 where the server does not offer FUTURERELEASE
    #[arg(long, value_name = "SECONDS", value_parser = clap::value_parser!(u32).range(1..=999_999_999), conflicts_with = "hold_until")]
    pub hold_for: Option<u32>,
    /// Hold it back until then: 2026-12-24T18:00:00Z or with another offset
    #[arg(long, value_name = "TIME")]
    pub hold_until: Option<String>,
    /// How urgent it is, from -9 to 9 (RFC 6710); not said where the server does not offer MT-PRIORITY
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(i8).range(-9..=9), allow_hyphen_values = true)]
    pub mt_priority: Option<i8>,
}
