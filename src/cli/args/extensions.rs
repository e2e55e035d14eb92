//! What is asked of a server beyond delivery, by the extensions of SMTP.

use clap::Args;

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
}
