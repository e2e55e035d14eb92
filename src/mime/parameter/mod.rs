//! Parameters of Content-Type, Content-Disposition and their kin (RFC 2045 §5.1, RFC 2183 §2, RFC 2231 §3 and §4).

mod read;
mod scan;
mod sections;
mod whole;
mod write;

pub use self::read::{Form, Parameter, Parameters, read_field};
pub(super) use self::scan::begins;
pub(super) use self::whole::{Whole, written};
pub use self::write::{encode, encode_compatible, is_name};

/// `token` characters (RFC 2045 §5.1): visible ASCII without the `tspecials`.
pub(super) fn is_token(octet: u8) -> bool {
    octet.is_ascii_graphic() && !b"()<>@,;:\\\"/[]?=".contains(&octet)
}

#[cfg(test)]
mod tests;
