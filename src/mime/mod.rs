//! Mail as it is composed and read: header fields, charsets, transfer encodings, the building of messages.
//!
//! Everything is pure. Sources are named, not opened: [`build`] says which octets of which source go where, through
//! which encoder, and how large the result is, so that a message of any size is composed in little memory.
//!
//! - [`flaw`]: what is wrong, and where
//! - header: [`header`] (fields, folding), [`address_list`] and [`addresses`] (writing and reading them), [`encoded_word`],
//!   [`parameter`], [`disposition`], [`date_time`], [`identifier`]
//! - content: [`content_type`], [`charset`], [`flowed`], [`html`], [`calendar`], [`file_name`], [`survey`] (what is in a source)
//! - transfer: [`transfer_encoding`] chooses among [`base64`], [`quoted_printable`] and [`canonical`], each a
//!   [`transform`]; what is read is decoded by [`base64`], [`quoted_printable`], [`uuencode`], [`yenc`] and [`identity`]
//! - message: [`parse`] (taking one apart), [`layers`] (encoded ones within it too), [`section`] (the numbers of its
//!   parts), [`pick`] (getting one out), [`tree`] (what is in it), [`structure`] (what IMAP tells of it), [`summary`]
//!   (who wrote it, when, and what about), [`reading`]
//!   (what of it is shown), [`text`] and [`report`] (how), [`lint`] (what is wrong with it),
//!   [`size`] (how large it is and could be),
//!   [`annotate`] (what every octet is), [`inline_file`], [`build`] (composing one), [`ready`] and
//!   [`convert`] (one to be sent as it is, or encoded for a server that carries less), [`patch`],
//!   [`repair`] (what lint finds, mended), [`partial`] (one in pieces), [`tnef`] (what Outlook wraps up), [`mbox`]

#![warn(clippy::indexing_slicing)] // What comes from the network must not panic.

pub mod address_list;
pub mod addresses;
pub mod annotate;
pub mod base64;
pub mod base_subject;
pub mod build;
pub mod calendar;
pub mod canonical;
pub mod charset;
pub mod content_type;
pub mod convert;
mod cursor;
pub mod date_time;
pub mod disposition;
pub mod encoded_word;
pub mod file_name;
pub mod flaw;
pub mod flowed;
mod gather;
pub mod header;
pub mod html;
pub mod identifier;
pub mod identity;
pub mod inline_file;
pub mod layers;
pub mod line_end;
pub mod lint;
pub mod mbox;
mod notes;
pub mod parameter;
pub mod parse;
pub mod partial;
pub mod patch;
pub mod pick;
pub mod quoted_printable;
pub mod reading;
pub mod ready;
pub mod repair;
pub mod report;
pub mod section;
pub mod size;
pub mod structure;
pub mod summary;
pub mod survey;
pub mod text;
pub mod tnef;
pub mod transfer_encoding;
pub mod transform;
pub mod tree;
pub mod uuencode;
pub mod yenc;
