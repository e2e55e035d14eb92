//! Commands (RFC 5321 §4.1.1 and the extensions' own).

use std::fmt;

use super::parameter::Parameter;
use super::path::{ForwardPath, PathError, ReversePath};
use crate::base::Finding;
use crate::base::escape::escape;
use crate::proto::line;

/// The longest command line in octets, CRLF included (RFC 5321 §4.5.3.1.4); MAIL and RCPT may be longer by what
/// their extensions add, AUTH by RFC 4954 §4.
pub const MAX_COMMAND_LINE: usize = 512;

/// A command of the client.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Command {
    /// AUTH with its mechanism; whether an initial response came along. The response itself is never kept here.
    Auth {
        /// The mechanism's name, in capitals.
        mechanism: String,
        /// Whether an initial response stands behind it.
        initial: bool,
    },
    /// BDAT: that many octets follow (RFC 3030 §2).
    Bdat {
        /// The size of the chunk in octets.
        size: u64,
        /// Whether it is the last one.
        last: bool,
    },
    /// DATA.
    Data,
    /// EHLO with the client's name.
    Ehlo(String),
    /// EXPN.
    Expn(String),
    /// HELO with the client's name.
    Helo(String),
    /// HELP.
    Help,
    /// LHLO with the client's name (RFC 2033 §4.1).
    Lhlo(String),
    /// MAIL FROM.
    Mail {
        /// Where a bounce would go.
        path: ReversePath,
        /// SIZE, BODY, …
        parameters: Vec<Parameter>,
    },
    /// NOOP.
    Noop,
    /// QUIT.
    Quit,
    /// RCPT TO.
    Rcpt {
        /// Who is to receive.
        path: ForwardPath,
        /// NOTIFY, ORCPT, …
        parameters: Vec<Parameter>,
    },
    /// RSET.
    Rset,
    /// STARTTLS (RFC 3207).
    StartTls,
    /// A verb that this house does not know.
    Unknown(String),
    /// VRFY.
    Vrfy(String),
}

/// The commands by name alone.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Verb {
    /// AUTH
    Auth,
    /// BDAT
    Bdat,
    /// DATA
    Data,
    /// EHLO
    Ehlo,
    /// EXPN
    Expn,
    /// HELO
    Helo,
    /// HELP
    Help,
    /// LHLO
    Lhlo,
    /// MAIL
    Mail,
    /// NOOP
    Noop,
    /// QUIT
    Quit,
    /// RCPT
    Rcpt,
    /// RSET
    Rset,
    /// STARTTLS
    StartTls,
    /// VRFY
    Vrfy,
    /// Anything else.
    Other,
}

/// Why a command line is not a command.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum SyntaxError {
    /// The line is not UTF-8 or holds control characters.
    #[error("the line is not plain text")]
    NotText,
    /// Nothing stands on it.
    #[error("the line is empty")]
    Empty,
    /// The verb needs an argument.
    #[error("{0} needs {1}")]
    Missing(Verb, &'static str),
    /// The verb takes none.
    #[error("{0} takes no argument")]
    Surplus(Verb),
    /// The argument is not of the form that the verb asks for.
    #[error("{0} must be followed by {1}")]
    Form(Verb, &'static str),
    /// The path is wrong.
    #[error(transparent)]
    Path(#[from] PathError),
    /// A parameter is not `KEYWORD` or `KEYWORD=value`.
    #[error("{0:?} is not a parameter")]
    Parameter(String),
}

impl Command {
    /// Reads a command line, its end included. Findings are what a tolerant reader forgives.
    pub fn parse(octets: &[u8], findings: &mut Vec<Finding>) -> Result<Command, (Verb, SyntaxError)> {
        let content = line::content(octets);
        let text = std::str::from_utf8(content).ok().filter(|text| !text.chars().any(|c| c.is_control() && c != '\t'));
        let Some(text) = text else { return Err((Verb::of(content), SyntaxError::NotText)) };
        let text = text.trim_end_matches([' ', '\t']);
        if text.len() < content.len() {
            findings.push(Finding::new("trailing-space", "white space at the end of the line", "RFC 5321 §4.1.1"));
        }
        let (word, argument) = text.split_once([' ', '\t']).unwrap_or((text, ""));
        let verb = Verb::of(content);
        parse_argument(verb, word, argument.trim_start(), findings).map_err(|error| (verb, error))
    }

    /// Which command it is.
    pub fn verb(&self) -> Verb {
        match self {
            Command::Auth { .. } => Verb::Auth,
            Command::Bdat { .. } => Verb::Bdat,
            Command::Data => Verb::Data,
            Command::Ehlo(_) => Verb::Ehlo,
            Command::Expn(_) => Verb::Expn,
            Command::Helo(_) => Verb::Helo,
            Command::Help => Verb::Help,
            Command::Lhlo(_) => Verb::Lhlo,
            Command::Mail { .. } => Verb::Mail,
            Command::Noop => Verb::Noop,
            Command::Quit => Verb::Quit,
            Command::Rcpt { .. } => Verb::Rcpt,
            Command::Rset => Verb::Rset,
            Command::StartTls => Verb::StartTls,
            Command::Unknown(_) => Verb::Other,
            Command::Vrfy(_) => Verb::Vrfy,
        }
    }

    /// Appends the command as it goes over the wire, CRLF included.
    pub fn encode(&self, octets: &mut Vec<u8>) {
        octets.extend_from_slice(self.to_string().as_bytes());
        octets.extend_from_slice(b"\r\n");
    }
}

fn parse_argument(verb: Verb, word: &str, argument: &str, findings: &mut Vec<Finding>) -> Result<Command, SyntaxError> {
    let bare = |command| if argument.is_empty() { Ok(command) } else { Err(SyntaxError::Surplus(verb)) };
    let needed = |what| if argument.is_empty() { Err(SyntaxError::Missing(verb, what)) } else { Ok(argument) };
    match verb {
        Verb::Auth => {
            let (mechanism, response) = needed("a mechanism")?.split_once([' ', '\t']).unwrap_or((argument, ""));
            Ok(Command::Auth { mechanism: mechanism.to_ascii_uppercase(), initial: !response.trim().is_empty() })
        }
        Verb::Bdat => parse_bdat(needed("a size")?),
        Verb::Data => bare(Command::Data),
        Verb::Ehlo => Ok(Command::Ehlo(needed("a name")?.to_owned())),
        Verb::Helo => Ok(Command::Helo(needed("a name")?.to_owned())),
        Verb::Lhlo => Ok(Command::Lhlo(needed("a name")?.to_owned())),
        Verb::Expn => Ok(Command::Expn(needed("a list")?.to_owned())),
        Verb::Vrfy => Ok(Command::Vrfy(needed("a user")?.to_owned())),
        Verb::Help => Ok(Command::Help),
        Verb::Noop => Ok(Command::Noop),
        Verb::Mail => {
            let (path, parameters) = split_path(verb, "FROM:", argument, findings)?;
            Ok(Command::Mail { path: ReversePath::parse(path)?, parameters })
        }
        Verb::Rcpt => {
            let (path, parameters) = split_path(verb, "TO:", argument, findings)?;
            let path = ForwardPath::parse(path)?;
            if let ForwardPath::Name(_) = path {
                findings.push(Finding::new("path-without-domain", "the path has no @ and domain", "RFC 5321 §4.1.2"));
            }
            Ok(Command::Rcpt { path, parameters })
        }
        Verb::Quit => bare(Command::Quit),
        Verb::Rset => bare(Command::Rset),
        Verb::StartTls => bare(Command::StartTls),
        Verb::Other if word.is_empty() => Err(SyntaxError::Empty),
        Verb::Other => Ok(Command::Unknown(word.to_ascii_uppercase())),
    }
}

/// `bdat-cmd = "BDAT" SP chunk-size [ SP end-marker ] CRLF` (RFC 3030 §2).
fn parse_bdat(argument: &str) -> Result<Command, SyntaxError> {
    let wrong = SyntaxError::Form(Verb::Bdat, "a size below 2^63 and perhaps LAST");
    let (size, marker) = argument.split_once(' ').unwrap_or((argument, ""));
    let digits = !size.is_empty() && size.bytes().all(|b| b.is_ascii_digit());
    let last = marker.trim().eq_ignore_ascii_case("LAST");
    match size.parse::<u64>() {
        Ok(size) if digits && size <= i64::MAX as u64 && (last || marker.trim().is_empty()) => {
            Ok(Command::Bdat { size, last })
        }
        _ => Err(wrong),
    }
}

/// `"MAIL FROM:" Reverse-path [ SP Mail-parameters ]` and the same for RCPT.
fn split_path<'a>(
    verb: Verb,
    keyword: &'static str,
    argument: &'a str,
    findings: &mut Vec<Finding>,
) -> Result<(&'a str, Vec<Parameter>), SyntaxError> {
    let form = if verb == Verb::Mail { "FROM:<address>" } else { "TO:<address>" };
    let behind = argument
        .split_at_checked(keyword.len())
        .filter(|(head, _)| head.eq_ignore_ascii_case(keyword))
        .map(|(_, behind)| behind)
        .ok_or(SyntaxError::Form(verb, form))?;
    let path = behind.trim_start();
    if path.len() < behind.len() {
        findings.push(Finding::new("space-before-path", "a space stands behind the colon", "RFC 5321 §3.3"));
    }
    let (path, rest) = match path.strip_prefix('<') {
        Some(inner) => split_bracketed(inner).ok_or(PathError::Unclosed)?,
        None => {
            findings.push(Finding::new("path-without-brackets", "the path has no < and >", "RFC 5321 §4.1.2"));
            path.split_once(' ').unwrap_or((path, ""))
        }
    };
    let parameters = rest
        .split_ascii_whitespace()
        .map(|text| Parameter::parse(text).ok_or_else(|| SyntaxError::Parameter(escape(text.as_bytes()).into_owned())));
    Ok((path, parameters.collect::<Result<_, _>>()?))
}

/// What stands before the closing `>`, which may not stand inside quotes, and what is behind it.
fn split_bracketed(inner: &str) -> Option<(&str, &str)> {
    let (mut quoted, mut escaped) = (false, false);
    for (at, c) in inner.char_indices() {
        match c {
            _ if std::mem::take(&mut escaped) => {}
            '\\' if quoted => escaped = true,
            '"' => quoted = !quoted,
            '>' if !quoted => return Some((inner.get(..at)?, inner.get(at + 1..)?)),
            _ => {}
        }
    }
    None
}

impl Verb {
    /// Every verb that this house knows.
    pub const KNOWN: [Verb; 15] = [
        Verb::Auth,
        Verb::Bdat,
        Verb::Data,
        Verb::Ehlo,
        Verb::Expn,
        Verb::Helo,
        Verb::Help,
        Verb::Lhlo,
        Verb::Mail,
        Verb::Noop,
        Verb::Quit,
        Verb::Rcpt,
        Verb::Rset,
        Verb::StartTls,
        Verb::Vrfy,
    ];

    /// The verb at the beginning of a line, whatever follows.
    pub fn of(line: &[u8]) -> Verb {
        let word = line.split(|&b| matches!(b, b' ' | b'\t' | b'\r' | b'\n')).next().unwrap_or_default();
        Verb::KNOWN.into_iter().find(|verb| verb.name().as_bytes().eq_ignore_ascii_case(word)).unwrap_or(Verb::Other)
    }

    /// Its name, in capitals.
    pub fn name(self) -> &'static str {
        match self {
            Verb::Auth => "AUTH",
            Verb::Bdat => "BDAT",
            Verb::Data => "DATA",
            Verb::Ehlo => "EHLO",
            Verb::Expn => "EXPN",
            Verb::Helo => "HELO",
            Verb::Help => "HELP",
            Verb::Lhlo => "LHLO",
            Verb::Mail => "MAIL",
            Verb::Noop => "NOOP",
            Verb::Quit => "QUIT",
            Verb::Rcpt => "RCPT",
            Verb::Rset => "RSET",
            Verb::StartTls => "STARTTLS",
            Verb::Vrfy => "VRFY",
            Verb::Other => "the command",
        }
    }

    /// True if nothing may be said behind it before its answer is there (RFC 2920 §3.1, RFC 3207 §4, RFC 4954 §4).
    pub fn ends_group(self) -> bool {
        use Verb::{Auth, Data, Ehlo, Expn, Helo, Lhlo, Noop, Quit, StartTls, Vrfy};
        matches!(self, Auth | Data | Ehlo | Expn | Helo | Lhlo | Noop | Quit | StartTls | Vrfy)
    }
}

impl fmt::Display for Verb {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

/// The command line without its end. AUTH has no initial response here: whoever has one appends it as a secret.
impl fmt::Display for Command {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Command::Auth { mechanism, .. } => write!(f, "AUTH {mechanism}"),
            Command::Bdat { size, last } => write!(f, "BDAT {size}{}", if *last { " LAST" } else { "" }),
            Command::Ehlo(name) => write!(f, "EHLO {name}"),
            Command::Expn(list) => write!(f, "EXPN {list}"),
            Command::Helo(name) => write!(f, "HELO {name}"),
            Command::Lhlo(name) => write!(f, "LHLO {name}"),
            Command::Mail { path, parameters } => write_path(f, "MAIL FROM", path, parameters),
            Command::Rcpt { path, parameters } => write_path(f, "RCPT TO", path, parameters),
            Command::Unknown(verb) => f.write_str(verb),
            Command::Vrfy(user) => write!(f, "VRFY {user}"),
            Command::Data | Command::Help | Command::Noop | Command::Quit | Command::Rset | Command::StartTls => {
                f.write_str(self.verb().name())
            }
        }
    }
}

fn write_path(
    f: &mut fmt::Formatter<'_>,
    head: &str,
    path: &impl fmt::Display,
    parameters: &[Parameter],
) -> fmt::Result {
    write!(f, "{head}:<{path}>")?;
    parameters.iter().try_for_each(|parameter| write!(f, " {parameter}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parse(line: &str) -> Result<Command, SyntaxError> {
        Command::parse(line.as_bytes(), &mut Vec::new()).map_err(|(_, error)| error)
    }

    #[test]
    fn what_is_written_reads_the_same() {
        for line in [
            "EHLO unavarra.es",
            "HELO [192.0.2.1]",
            "LHLO unavarra.es",
            "MAIL FROM:<alicia@unavarra.es> SIZE=1024 BODY=8BITMIME SMTPUTF8",
            "MAIL FROM:<>",
            "RCPT TO:<pepe@gmail.com>",
            "RCPT TO:<Postmaster>",
            "RCPT TO:<\"a>b\"@x.test> NOTIFY=NEVER",
            "DATA",
            "BDAT 86 LAST",
            "BDAT 0",
            "RSET",
            "QUIT",
            "STARTTLS",
            "VRFY pepe",
        ] {
            assert_eq!(parse(line).map(|c| c.to_string()).as_deref(), Ok(line));
        }
    }

    #[test]
    fn tolerated_with_a_finding() {
        let codes = |line: &str| {
            let mut findings = Vec::new();
            assert!(Command::parse(line.as_bytes(), &mut findings).is_ok(), "{line}");
            findings.iter().map(|f| f.code).collect::<Vec<_>>()
        };
        assert_eq!(codes("mail from: <a@b.test>\r\n"), ["space-before-path"]);
        assert_eq!(codes("RCPT TO:a@b.test\r\n"), ["path-without-brackets"]);
        assert_eq!(codes("RCPT TO:<root>\r\n"), ["path-without-domain"]);
        assert_eq!(codes("DATA \r\n"), ["trailing-space"]);
        assert_eq!(codes("data\r\n"), [""; 0]);
    }

    #[test]
    fn refused() {
        assert_eq!(parse(""), Err(SyntaxError::Empty));
        assert_eq!(parse("EHLO"), Err(SyntaxError::Missing(Verb::Ehlo, "a name")));
        assert_eq!(parse("DATA now"), Err(SyntaxError::Surplus(Verb::Data)));
        assert_eq!(parse("NO\x07OP"), Err(SyntaxError::NotText));
        assert_eq!(parse("RCPT TO:<@a.test:b@c.test>"), Err(SyntaxError::Path(PathError::SourceRoute)));
        assert!(matches!(parse("RCPT TO:<a b>"), Err(SyntaxError::Path(PathError::Address(_)))));
        assert_eq!(parse("RCPT TO:<>"), Err(SyntaxError::Path(PathError::Empty)));
        assert_eq!(parse("RCPT TO:<a@b.test"), Err(SyntaxError::Path(PathError::Unclosed)));
        assert!(matches!(parse("RCPT FROM:<a@b.test>"), Err(SyntaxError::Form(Verb::Rcpt, _))));
        assert!(matches!(parse("MAIL FROM:<a@b.test> ="), Err(SyntaxError::Parameter(_))));
        for size in ["", "x", "-1", "+1", "18446744073709551616", "9223372036854775808", "1 FIRST"] {
            assert!(parse(&format!("BDAT {size}")).is_err(), "{size}");
        }
    }

    #[test]
    fn unknown_verbs_are_commands_too() {
        assert_eq!(parse("xyzzy 1"), Ok(Command::Unknown("XYZZY".to_owned())));
        assert_eq!(parse("AUTH plain AGE="), Ok(Command::Auth { mechanism: "PLAIN".to_owned(), initial: true }));
    }
}
