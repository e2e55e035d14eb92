//! Commands (RFC 9051 §6, RFC 3501 §6 and the extensions' own): tag, verb, and where secrets stand.

use std::fmt;
use std::ops::Range;

use bytes::Bytes;

use super::frame::Line;
use super::token::Reader;
use crate::base::escape::escape;
use crate::proto::line;

/// In which state of the conversation a command may be given (RFC 9051 §3).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum When {
    /// At any time.
    Any,
    /// Before the login.
    NotAuthenticated,
    /// Behind the login.
    Authenticated,
    /// While a mailbox is selected.
    Selected,
}

macro_rules! verbs {
    ($($verb:ident $keyword:literal $when:ident $rfc:literal),* $(,)?) => {
        /// The commands by name alone.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        pub enum Verb {
            $(#[doc = $keyword] $verb,)*
            /// Anything else.
            Other,
        }

        /// Verb, keyword, when it may be given, and where it is written.
        const TABLE: &[(Verb, &str, When, &str)] = &[$((Verb::$verb, $keyword, When::$when, $rfc)),*];
    };
}

verbs! {
    Append "APPEND" Authenticated "RFC 9051 §6.3.12",
    Authenticate "AUTHENTICATE" NotAuthenticated "RFC 9051 §6.2.2",
    CancelUpdate "CANCELUPDATE" Selected "RFC 5267 §4.3",
    Capability "CAPABILITY" Any "RFC 9051 §6.1.1",
    Check "CHECK" Selected "RFC 3501 §6.4.1",
    Close "CLOSE" Selected "RFC 9051 §6.4.1",
    Compress "COMPRESS" Authenticated "RFC 4978 §3",
    Copy "COPY" Selected "RFC 9051 §6.4.7",
    Create "CREATE" Authenticated "RFC 9051 §6.3.4",
    Delete "DELETE" Authenticated "RFC 9051 §6.3.5",
    DeleteAcl "DELETEACL" Authenticated "RFC 4314 §3.2",
    Enable "ENABLE" Authenticated "RFC 9051 §6.3.1",
    Esearch "ESEARCH" Authenticated "RFC 7377 §2.1",
    Examine "EXAMINE" Authenticated "RFC 9051 §6.3.3",
    Expunge "EXPUNGE" Selected "RFC 9051 §6.4.3",
    Fetch "FETCH" Selected "RFC 9051 §6.4.5",
    GetAcl "GETACL" Authenticated "RFC 4314 §3.3",
    GetMetadata "GETMETADATA" Authenticated "RFC 5464 §4.2",
    GetQuota "GETQUOTA" Authenticated "RFC 9208 §4.1.2",
    GetQuotaRoot "GETQUOTAROOT" Authenticated "RFC 9208 §4.1.3",
    Id "ID" Any "RFC 2971 §3.1",
    Idle "IDLE" Authenticated "RFC 9051 §6.3.13",
    List "LIST" Authenticated "RFC 9051 §6.3.9",
    ListRights "LISTRIGHTS" Authenticated "RFC 4314 §3.4",
    Login "LOGIN" NotAuthenticated "RFC 9051 §6.2.3",
    Logout "LOGOUT" Any "RFC 9051 §6.1.3",
    Lsub "LSUB" Authenticated "RFC 3501 §6.3.9",
    Move "MOVE" Selected "RFC 9051 §6.4.8",
    MyRights "MYRIGHTS" Authenticated "RFC 4314 §3.5",
    Namespace "NAMESPACE" Authenticated "RFC 9051 §6.3.10",
    Noop "NOOP" Any "RFC 9051 §6.1.2",
    Notify "NOTIFY" Authenticated "RFC 5465 §3",
    Rename "RENAME" Authenticated "RFC 9051 §6.3.6",
    Replace "REPLACE" Selected "RFC 8508 §3",
    Search "SEARCH" Selected "RFC 9051 §6.4.4",
    Select "SELECT" Authenticated "RFC 9051 §6.3.2",
    SetAcl "SETACL" Authenticated "RFC 4314 §3.1",
    SetMetadata "SETMETADATA" Authenticated "RFC 5464 §4.3",
    SetQuota "SETQUOTA" Authenticated "RFC 9208 §4.1.1",
    Sort "SORT" Selected "RFC 5256 §3",
    StartTls "STARTTLS" NotAuthenticated "RFC 9051 §6.2.1",
    Status "STATUS" Authenticated "RFC 9051 §6.3.11",
    Store "STORE" Selected "RFC 9051 §6.4.6",
    Subscribe "SUBSCRIBE" Authenticated "RFC 9051 §6.3.7",
    Thread "THREAD" Selected "RFC 5256 §3",
    Unauthenticate "UNAUTHENTICATE" Authenticated "RFC 8437 §3",
    Unselect "UNSELECT" Selected "RFC 9051 §6.4.2",
    Unsubscribe "UNSUBSCRIBE" Authenticated "RFC 9051 §6.3.8",
}

/// A command as far as its conversation needs it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Command {
    /// What its end will be told with.
    pub tag: Bytes,
    /// UID stands before it.
    pub uid: bool,
    /// Which one.
    pub verb: Verb,
    /// The word as it was said, in capitals.
    pub keyword: String,
    /// The first word behind it, in capitals, where that decides: the mechanism of AUTHENTICATE, `DEFLATE`.
    pub subject: Option<String>,
}

/// Why a line is no command.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum SyntaxError {
    /// There is no tag, or none that is one.
    #[error("a line begins with a tag of letters and digits")]
    Tag,
    /// There is nothing behind the tag.
    #[error("no command stands behind the tag")]
    Missing,
}

impl Verb {
    /// Every verb that is known.
    pub fn all() -> impl Iterator<Item = Verb> {
        TABLE.iter().map(|row| row.0)
    }

    /// The verb of that name, in any case.
    pub fn of(word: &[u8]) -> Verb {
        TABLE.iter().find(|row| row.1.as_bytes().eq_ignore_ascii_case(word)).map_or(Verb::Other, |row| row.0)
    }

    /// Its keyword; `the command` for any other.
    pub fn name(self) -> &'static str {
        self.row().map_or("the command", |row| row.1)
    }

    /// When it may be given.
    pub fn when(self) -> When {
        self.row().map_or(When::Any, |row| row.2)
    }

    /// Where it is written.
    pub fn rfc(self) -> &'static str {
        self.row().map_or("RFC 9051 §6", |row| row.3)
    }

    fn row(self) -> Option<&'static (Verb, &'static str, When, &'static str)> {
        TABLE.iter().find(|row| row.0 == self)
    }
}

impl fmt::Display for Verb {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

impl Command {
    /// Reads a line, as far as it came.
    ///
    /// # Errors
    /// It has no tag, or nothing behind it.
    pub fn parse(line: &Line) -> Result<Command, SyntaxError> {
        let mut reader = Reader::new(line);
        let Some(tag) = tag(&mut reader, line) else { return Err(SyntaxError::Tag) };
        reader.space();
        let mut keyword = reader.keyword().ok_or(SyntaxError::Missing)?;
        let uid = keyword == "UID";
        if uid {
            reader.space();
            keyword = reader.keyword().ok_or(SyntaxError::Missing)?;
        }
        let verb = Verb::of(keyword.as_bytes());
        reader.space();
        let subject = match verb {
            Verb::Authenticate | Verb::Compress => reader.keyword(),
            _ => None,
        };
        Ok(Command { tag, uid, verb, keyword, subject })
    }

    /// Where secrets stand in a line: both arguments of LOGIN but the name, and the initial response of AUTHENTICATE.
    pub fn secrets(line: &Line) -> Vec<Range<usize>> {
        let mut reader = Reader::new(line);
        let end = line::content(&line.octets).len();
        if tag(&mut reader, line).is_none() {
            return Vec::new();
        }
        reader.space();
        let verb = reader.keyword().map_or(Verb::Other, |keyword| Verb::of(keyword.as_bytes()));
        reader.space();
        match verb {
            Verb::Login => {
                // Behind the name; what cannot be read is secret as a whole.
                let start = reader.at();
                if reader.astring().is_none() || reader.space().is_none() {
                    reader.back(start);
                }
                vec![reader.at()..end]
            }
            Verb::Authenticate => {
                reader.keyword();
                reader.space();
                vec![reader.at()..end]
            }
            _ => return Vec::new(),
        }
        .into_iter()
        .filter(|range| !range.is_empty() && !is_no_secret(line.octets.get(range.clone()).unwrap_or_default()))
        .collect()
    }

    /// With UID before it if that is there.
    pub fn name(&self) -> String {
        let keyword = escape(self.keyword.as_bytes());
        if self.uid { format!("UID {keyword}") } else { keyword.into_owned() }
    }
}

/// An empty response, or a literal that is announced and still to come.
fn is_no_secret(text: &[u8]) -> bool {
    let announced = text.strip_prefix(b"{").and_then(|text| text.strip_suffix(b"}"));
    text == b"=" || announced.is_some_and(|number| number.iter().all(|octet| octet.is_ascii_digit() || *octet == b'+'))
}

/// `1*<any ASTRING-CHAR except "+">`.
fn tag(reader: &mut Reader<'_>, line: &Line) -> Option<Bytes> {
    let at = reader.at();
    let tag = reader.unquoted()?;
    let legal = |octet: &u8| octet.is_ascii_graphic() && !b"+\\%*\"(){}".contains(octet);
    tag.iter().all(legal).then(|| line.octets.slice(at..at + tag.len()))
}

impl fmt::Display for Command {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.name())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn line(text: &str) -> Line {
        Line { octets: Bytes::copy_from_slice(format!("{text}\r\n").as_bytes()), streamed: Vec::new() }
    }

    #[test]
    fn tag_verb_and_subject() {
        let command = Command::parse(&line("a1 uid fetch 1:* (FLAGS)")).expect("a command");
        assert_eq!(
            (&command.tag[..], command.verb, command.to_string()),
            (&b"a1"[..], Verb::Fetch, "UID FETCH".to_owned())
        );
        let command = Command::parse(&line("A authenticate plain AGE=")).expect("a command");
        assert_eq!((command.verb, command.subject.as_deref()), (Verb::Authenticate, Some("PLAIN")));
        assert_eq!(Command::parse(&line("a XLIST \"\" *")).map(|command| command.to_string()), Ok("XLIST".to_owned()));
        assert!(Command::parse(&line("a[1] NOOP")).is_ok_and(|command| command.tag == "a[1]"));
        for text in ["", "+ x", "* NOOP", "\"a\" NOOP"] {
            assert_eq!(Command::parse(&line(text)), Err(SyntaxError::Tag), "{text}");
        }
        assert_eq!(Command::parse(&line("a")), Err(SyntaxError::Missing));
    }

    #[test]
    fn where_secrets_stand() {
        for (text, secret) in [
            ("a LOGIN pepe goloso", "goloso"),
            ("a LOGIN \"pe pe\" \"go \\\" loso\"", "\"go \\\" loso\""),
            ("a LOGIN {4}\r\npepe {6}\r\ngoloso", "{6}\r\ngoloso"),
            ("a LOGIN goloso", "goloso"),
            ("a LOGIN \"pepe goloso", "\"pepe goloso"),
            ("a AUTHENTICATE PLAIN AGEAYg==", "AGEAYg=="),
            ("a AUTHENTICATE PLAIN =", ""),
            ("a AUTHENTICATE PLAIN", ""),
            ("a NOOP", ""),
        ] {
            let line = line(text);
            let found: Vec<_> = Command::secrets(&line).into_iter().map(|range| line.octets.slice(range)).collect();
            assert_eq!(String::from_utf8_lossy(&found.concat()), secret, "{text}");
        }
    }
}
