//! The paths of MAIL and RCPT (RFC 5321 §4.1.2).

use std::fmt;

use crate::base::Address;
use crate::base::address::{AddressError, check_local};

/// `Reverse-path = Path / "<>"`: where a bounce would go.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum ReversePath {
    /// `<>`: a message that must not be bounced.
    Null,
    /// `<user@domain>`.
    Address(Address),
}

/// `Forward-path`: who is to receive.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum ForwardPath {
    /// `<Postmaster>`, the one recipient without a domain (RFC 5321 §4.5.1).
    Postmaster,
    /// `<user@domain>`.
    Address(Address),
    /// `<user>`: a submission server may know the domain (RFC 6409 §4.2).
    Name(String),
}

/// Why a path is not one.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum PathError {
    /// The address in it is wrong.
    #[error(transparent)]
    Address(#[from] AddressError),
    /// `<@relay:user@domain>`: obsolete, and a way to abuse relays (RFC 5321 §3.6.1, appendix C).
    #[error("source routes are not accepted")]
    SourceRoute,
    /// `<` without `>`.
    #[error("the closing > is missing")]
    Unclosed,
    /// RCPT with `<>`.
    #[error("an empty path is only allowed in MAIL FROM")]
    Empty,
}

impl ReversePath {
    /// The text between the angle brackets.
    pub fn parse(inner: &str) -> Result<ReversePath, PathError> {
        match inner {
            "" => Ok(ReversePath::Null),
            _ => Ok(ReversePath::Address(mailbox(inner)?)),
        }
    }

    /// The address, unless it is the null path.
    pub fn address(&self) -> Option<&Address> {
        match self {
            ReversePath::Null => None,
            ReversePath::Address(address) => Some(address),
        }
    }
}

impl ForwardPath {
    /// The text between the angle brackets.
    pub fn parse(inner: &str) -> Result<ForwardPath, PathError> {
        match inner {
            "" => Err(PathError::Empty),
            _ if inner.eq_ignore_ascii_case("postmaster") => Ok(ForwardPath::Postmaster),
            _ if !inner.contains('@') => Ok(ForwardPath::Name(name(inner)?)),
            _ => Ok(ForwardPath::Address(mailbox(inner)?)),
        }
    }
}

fn mailbox(inner: &str) -> Result<Address, PathError> {
    if inner.starts_with('@') && inner.contains(':') {
        return Err(PathError::SourceRoute);
    }
    Ok(Address::parse(inner)?)
}

fn name(inner: &str) -> Result<String, PathError> {
    check_local(inner)?;
    Ok(inner.to_owned())
}

impl fmt::Display for ReversePath {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            ReversePath::Null => Ok(()),
            ReversePath::Address(address) => address.fmt(f),
        }
    }
}

impl fmt::Display for ForwardPath {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            ForwardPath::Postmaster => f.write_str("Postmaster"),
            ForwardPath::Address(address) => address.fmt(f),
            ForwardPath::Name(name) => f.write_str(name),
        }
    }
}
