//! Results in their formats.

pub mod certificate;
pub mod certs;
pub mod imap;
pub mod load;
pub mod mime;
pub mod mx;
pub mod outcome;
pub mod pop;
pub mod probe;
pub mod received;
pub mod replies;
pub mod template;
pub mod timing;
