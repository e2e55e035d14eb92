//! Mail addresses as the envelope knows them (RFC 5321 §4.1.2, RFC 6531 §3.3).

use std::fmt;
use std::str::FromStr;

use super::domain::{Domain, DomainError};

/// The longest local part in octets (RFC 5321 §4.5.3.1.1).
pub const MAX_LOCAL: usize = 64;
/// The longest path in octets, angle brackets included (RFC 5321 §4.5.3.1.3).
pub const MAX_PATH: usize = 256;

/// `local@domain`, without angle brackets, display name or comment.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Address {
    local: String,
    domain: Domain,
}

/// Why a text is not an address.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum AddressError {
    /// There is no `@`.
    #[error("an address has the form name@domain; there is no @")]
    NoAt,
    /// Nothing stands before the `@`.
    #[error("nothing stands before the @")]
    NoLocal,
    /// The local part has more than [`MAX_LOCAL`] octets, or the whole more than a path may have.
    #[error("the part before the @ is too long (64 octets) or the whole is (254 octets)")]
    TooLong,
    /// A character that may not stand where it stands; a space or a comma would need quotes.
    #[error("{0:?} cannot stand before the @ unquoted")]
    Character(char),
    /// A control character: CR, LF, NUL and their like are never part of an address.
    #[error("the control character {0:?} is not allowed in an address")]
    Control(char),
    /// A dot at either end, or two in a row.
    #[error("a dot too many before the @")]
    Dot,
    /// A quoted string that does not end, or ends too early.
    #[error("the quoted part before the @ is not closed or holds a bare quote")]
    Quote,
    /// What is wrong behind the `@`.
    #[error(transparent)]
    Domain(#[from] DomainError),
}

impl Address {
    /// `Mailbox = Local-part "@" ( Domain / address-literal )` (RFC 5321 §4.1.2).
    pub fn parse(text: &str) -> Result<Address, AddressError> {
        if let Some(c) = text.chars().find(|c| c.is_control()) {
            return Err(AddressError::Control(c));
        }
        let at = text.rfind('@').ok_or(AddressError::NoAt)?;
        let (local, domain) = (&text[..at], &text[at + 1..]);
        check_local(local)?;
        if text.len() > MAX_PATH - 2 {
            return Err(AddressError::TooLong);
        }
        Ok(Address { local: local.to_owned(), domain: Domain::parse(domain)? })
    }

    /// What stands before the `@`, with its quotes if it has any.
    pub fn local(&self) -> &str {
        &self.local
    }

    /// What stands behind the `@`.
    pub fn domain(&self) -> &Domain {
        &self.domain
    }

    /// True if only a server with SMTPUTF8 can take it: the local part is not ASCII. A domain alone has its A-labels.
    pub fn needs_smtputf8(&self) -> bool {
        !self.local.is_ascii()
    }

    /// The same address with A-labels behind the `@`, if IDNA has them.
    pub fn with_ascii_domain(&self) -> Option<Address> {
        let domain = match &self.domain {
            Domain::Name(_) => Domain::Name(self.domain.to_ascii()?),
            literal => literal.clone(),
        };
        Some(Address { local: self.local.clone(), domain })
    }
}

/// `Local-part = Dot-string / Quoted-string`.
///
/// # Errors
/// Why it is none.
pub fn check_local(local: &str) -> Result<(), AddressError> {
    if local.is_empty() {
        return Err(AddressError::NoLocal);
    }
    if local.len() > MAX_LOCAL {
        return Err(AddressError::TooLong);
    }
    if let Some(inner) = local.strip_prefix('"') {
        return check_quoted(inner);
    }
    if local.split('.').any(str::is_empty) {
        return Err(AddressError::Dot);
    }
    match local.chars().find(|&c| c != '.' && !is_atext(c)) {
        Some(c) => Err(AddressError::Character(c)),
        None => Ok(()),
    }
}

/// The rest of a `Quoted-string` behind its first quote.
fn check_quoted(inner: &str) -> Result<(), AddressError> {
    let body = inner.strip_suffix('"').ok_or(AddressError::Quote)?;
    let mut chars = body.chars();
    while let Some(c) = chars.next() {
        match c {
            '\\' if chars.next().is_none() => return Err(AddressError::Quote),
            '"' => return Err(AddressError::Quote),
            _ => {}
        }
    }
    Ok(())
}

/// `atext` (RFC 5322 §3.2.3) and, by RFC 6531 §3.3, every character beyond ASCII.
pub fn is_atext(c: char) -> bool {
    !c.is_ascii() || c.is_ascii_alphanumeric() || "!#$%&'*+-/=?^_`{|}~".contains(c)
}

impl fmt::Display for Address {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}@{}", self.local, self.domain)
    }
}

impl FromStr for Address {
    type Err = AddressError;

    fn from_str(text: &str) -> Result<Address, AddressError> {
        Address::parse(text)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn good_addresses_come_back_as_they_were() {
        for good in [
            "pepe@gmail.com",
            "a.b+c@x.test",
            "\"a b\"@x.test",
            "\"a\\\"b\"@x.test",
            "josé@españa.test",
            "x@[192.0.2.1]",
            "\"a@b\"@c",
        ] {
            assert_eq!(Address::parse(good).map(|a| a.to_string()).as_deref(), Ok(good));
        }
    }

    #[test]
    fn bad_addresses_say_why() {
        assert_eq!(Address::parse("pepe"), Err(AddressError::NoAt));
        assert_eq!(Address::parse("@x.test"), Err(AddressError::NoLocal));
        assert_eq!(Address::parse("a b@x.test"), Err(AddressError::Character(' ')));
        assert_eq!(Address::parse("a@b@x.test"), Err(AddressError::Character('@')));
        assert_eq!(Address::parse("a..b@x.test"), Err(AddressError::Dot));
        assert_eq!(Address::parse("\"a@x.test"), Err(AddressError::Quote));
        assert_eq!(Address::parse("\"a\\\"@x.test"), Err(AddressError::Quote));
        assert_eq!(Address::parse("a@b\r\nDATA"), Err(AddressError::Control('\r')));
        assert_eq!(Address::parse(&format!("{}@x.test", "a".repeat(65))), Err(AddressError::TooLong));
    }

    #[test]
    fn only_the_local_part_needs_smtputf8() {
        let of = |text| Address::parse(text).map(|a| a.needs_smtputf8());
        assert_eq!(of("josé@x.test"), Ok(true));
        assert_eq!(of("jose@españa.test"), Ok(false));
    }
}
