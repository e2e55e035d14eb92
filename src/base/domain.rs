//! Mail domains: host names and address literals (RFC 5321 §4.1.2, §4.1.3; RFC 5890 for U-labels).

use core::net::IpAddr;
use std::fmt;

/// The longest domain in octets (RFC 5321 §4.5.3.1.2).
pub const MAX_DOMAIN: usize = 255;

/// The part behind the `@`: a name, or an address in square brackets.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Domain {
    /// A host name as it was written, possibly with U-labels.
    Name(String),
    /// `[192.0.2.1]` or `[IPv6:2001:db8::1]`.
    Literal(IpAddr),
}

/// Why a text is not a domain.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum DomainError {
    /// Nothing stands where a domain is expected.
    #[error("the domain is empty")]
    Empty,
    /// More than [`MAX_DOMAIN`] octets, or a label of more than 63.
    #[error("the domain is too long (255 octets, 63 a label)")]
    TooLong,
    /// A character that no domain has.
    #[error("{0:?} cannot stand in a domain")]
    Character(char),
    /// An empty label: two dots in a row, or one at either end.
    #[error("a label of the domain is empty (a dot too many)")]
    EmptyLabel,
    /// Square brackets around something else than an address.
    #[error("[{0}] is not an address literal (as [192.0.2.1] or [IPv6:2001:db8::1])")]
    Literal(String),
    /// A name with U-labels that IDNA cannot express.
    #[error("the domain is not a valid internationalized name")]
    Idna,
}

impl Domain {
    /// `Domain / address-literal` (RFC 5321 §4.1.2), with U-labels (RFC 6531 §3.3) and, as in practice, underscores.
    pub fn parse(text: &str) -> Result<Domain, DomainError> {
        if let Some(inner) = text.strip_prefix('[') {
            let inner = inner.strip_suffix(']').unwrap_or(inner);
            return parse_literal(inner).ok_or_else(|| DomainError::Literal(inner.to_owned()));
        }
        if text.is_empty() {
            return Err(DomainError::Empty);
        }
        if text.len() > MAX_DOMAIN {
            return Err(DomainError::TooLong);
        }
        for label in text.split('.') {
            check_label(label)?;
        }
        let domain = Domain::Name(text.to_owned());
        match domain.to_ascii() {
            Some(ascii) if ascii.len() > MAX_DOMAIN => Err(DomainError::TooLong),
            Some(_) => Ok(domain),
            None => Err(DomainError::Idna),
        }
    }

    /// True if every character is ASCII.
    pub fn is_ascii(&self) -> bool {
        !matches!(self, Domain::Name(name) if !name.is_ascii())
    }

    /// The form with A-labels, as DNS and servers without SMTPUTF8 know it.
    pub fn to_ascii(&self) -> Option<String> {
        match self {
            Domain::Name(name) if name.is_ascii() => Some(name.clone()),
            Domain::Name(name) => idna::domain_to_ascii(name).ok().filter(|ascii| !ascii.is_empty()),
            Domain::Literal(_) => Some(self.to_string()),
        }
    }
}

fn parse_literal(inner: &str) -> Option<Domain> {
    let v6 = inner.get(..5).filter(|tag| tag.eq_ignore_ascii_case("IPv6:"));
    let address = match v6 {
        Some(_) => IpAddr::V6(inner.get(5..)?.parse().ok()?),
        None => IpAddr::V4(inner.parse().ok()?),
    };
    Some(Domain::Literal(address))
}

fn check_label(label: &str) -> Result<(), DomainError> {
    if label.is_empty() {
        return Err(DomainError::EmptyLabel);
    }
    if label.is_ascii() && label.len() > 63 {
        return Err(DomainError::TooLong);
    }
    let wrong = |c: &char| c.is_ascii() && !(c.is_ascii_alphanumeric() || matches!(c, '-' | '_'));
    match label.chars().find(wrong) {
        Some(c) => Err(DomainError::Character(c)),
        None => Ok(()),
    }
}

impl fmt::Display for Domain {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Domain::Name(name) => f.write_str(name),
            Domain::Literal(IpAddr::V4(v4)) => write!(f, "[{v4}]"),
            Domain::Literal(IpAddr::V6(v6)) => write!(f, "[IPv6:{v6}]"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_and_literals() {
        for good in ["example.test", "localhost", "a-b.c_d.e", "[192.0.2.1]", "[IPv6:2001:db8::1]", "españa.test"] {
            assert_eq!(Domain::parse(good).map(|d| d.to_string()).as_deref(), Ok(good));
        }
        assert_eq!(Domain::parse("españa.test").ok().and_then(|d| d.to_ascii()).as_deref(), Some("xn--espaa-rta.test"));
    }

    #[test]
    fn what_is_not_a_domain() {
        assert_eq!(Domain::parse(""), Err(DomainError::Empty));
        assert_eq!(Domain::parse("a..b"), Err(DomainError::EmptyLabel));
        assert_eq!(Domain::parse("a.b."), Err(DomainError::EmptyLabel));
        assert_eq!(Domain::parse("a b"), Err(DomainError::Character(' ')));
        assert_eq!(Domain::parse("a\r\nDATA"), Err(DomainError::Character('\r')));
        assert_eq!(Domain::parse(&"a".repeat(64)), Err(DomainError::TooLong));
        assert!(matches!(Domain::parse("[300.1.1.1]"), Err(DomainError::Literal(_))));
    }
}
