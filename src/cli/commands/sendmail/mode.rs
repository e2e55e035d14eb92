//! What sendmail is to be this time, as `-b` says, and what of sendmail(8) is refused, with what to use instead.

use super::Sendmail;
use crate::cli::args::Global;
use crate::cli::error::Failure;

/// What there is to do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mode {
    /// `-bm`: hand over the letter on standard input.
    Letter,
    /// `-bs`: speak SMTP.
    Smtp,
    /// `-bp`: tell of the queue.
    Queue,
    /// `-q`: run the queue, which is empty.
    Run,
    /// `-bi`: build the aliases, of which there are none.
    Aliases,
}

impl Mode {
    /// As the flags say.
    ///
    /// # Errors
    /// What they ask for is not here, or would be ignored (64).
    pub fn of(args: &Sendmail, global: &Global) -> Result<Mode, Failure> {
        refuse(args)?;
        let instead = match args.mode.as_str() {
            _ if args.aliases => return Ok(Mode::Aliases),
            "i" => return Ok(Mode::Aliases),
            // Whoever names a recipient has brought a letter.
            "m" if args.run_queue && args.recipients.is_empty() && !args.read_recipients => return Ok(Mode::Run),
            "m" => return Ok(Mode::Letter),
            "p" => return Ok(Mode::Queue),
            "s" => return check_smtp(args, global).map(|()| Mode::Smtp),
            "d" | "D" | "l" => "mailtool serve is a server",
            "t" => "mailtool config show tells what holds, mailtool mx DOMAIN where its mail goes",
            "v" => "mailtool send --quit-after rcpt asks a server for each recipient, and sends nothing",
            _ => "-bm hands a letter over, -bs speaks SMTP, -bp tells of the queue",
        };
        Err(Failure::usage(&format!("-b{}", args.mode), "that is a thing of a mail server").hint(instead))
    }
}

/// What would be heeded by a sendmail, and has another name here.
fn refuse(args: &Sendmail) -> Result<(), Failure> {
    let refused = [
        ("-C", &args.refused.configuration, "there is no sendmail.cf here", "--config FILE names the accounts"),
        ("-M", &args.refused.macros, "there are no macros here, and no queue", "leave it out"),
        ("-X", &args.refused.log, "no such log is written", "--record FILE keeps the dialogue"),
    ];
    match refused.into_iter().find(|(_, value, ..)| value.is_some()) {
        Some((flag, _, why, instead)) => Err(Failure::usage(flag, why).hint(instead)),
        None => Ok(()),
    }
}

/// In SMTP the client says the envelope, and standard output is its.
fn check_smtp(args: &Sendmail, global: &Global) -> Result<(), Failure> {
    let said = [
        ("ADDR", !args.recipients.is_empty()),
        ("-t", args.read_recipients),
        ("-f", args.from.is_some()),
        ("--read-envelope-from", args.read_envelope_from),
        ("-N", args.dsn_notify.is_some()),
        ("-R", args.dsn_return.is_some()),
        ("-V", args.dsn_envid.is_some()),
    ];
    if let Some((flag, _)) = said.into_iter().find(|(_, given)| *given) {
        return Err(Failure::usage(flag, "with -bs that is said by MAIL and RCPT"));
    }
    match global.json {
        true => Err(Failure::usage("--json", "with -bs standard output is the conversation")),
        false => Ok(()),
    }
}
