//! Address lists of header fields (RFC 5322 §3.4; RFC 6532 §3.2 for UTF-8 in them).

mod lexer;

use std::fmt;

use self::lexer::{Lexeme, Lexer, Token};
use super::charset::{Charset, Unmappable};
use super::encoded_word::{self, Context, MAX_LINE, looks_encoded};
use super::header::column_after;
use crate::base::Address;
use crate::base::address::{AddressError, is_atext};

/// `mailbox`: an address, and the name of whom it belongs to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mailbox {
    /// `display-name`, decoded.
    pub name: Option<String>,
    /// `addr-spec`.
    pub address: Address,
}

/// Why a text is not an address list, or a list cannot be written.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Error {
    /// Something else stands there, or nothing.
    #[error("at offset {offset}: expected {expected}")]
    Expected {
        /// In octets from the start of the text.
        offset: usize,
        /// What could stand there.
        expected: &'static str,
    },
    /// What should be an address is none.
    #[error("at offset {offset}: {source}")]
    Address {
        /// In octets from the start of the text, where the address begins.
        offset: usize,
        /// What is wrong with it.
        source: AddressError,
    },
    /// A local part beyond ASCII, for a header without UTF-8.
    #[error("{0} needs a server with SMTPUTF8: the part before the @ is not ASCII")]
    NeedsSmtpUtf8(Address),
    /// A control character in a name: a line end would begin another field.
    #[error("the control character {0:?} cannot stand in a name")]
    Control(char),
    /// A character in a name that the charset does not have.
    #[error(transparent)]
    Unmappable(#[from] Unmappable),
}

/// `address-list` (RFC 5322 §3.4): bare addresses, names before angle brackets or in a comment behind, groups
/// flattened, encoded words decoded, UTF-8 as it is. Empty elements are passed over (RFC 5322 §4.4). Takes linear time.
pub fn parse(text: &str) -> Result<Vec<Mailbox>, Error> {
    let mut parser = Parser { lexer: Lexer::new(text), mailboxes: Vec::new(), in_group: false };
    while parser.element()? {}
    Ok(parser.mailboxes)
}

/// The list for a field whose line already holds `column` octets, folded between addresses; lines of at most 76 octets
/// where the addresses allow it. Names become atoms, a quoted string or encoded words of `charset`. With `utf8`
/// (RFC 6532 §3.2) names and domains stay as they are; otherwise domains become A-labels.
pub fn encode(mailboxes: &[Mailbox], column: usize, utf8: bool, charset: Charset) -> Result<String, Error> {
    let mut out = String::new();
    for (at, mailbox) in mailboxes.iter().enumerate() {
        let comma = usize::from(at + 1 < mailboxes.len());
        if at == 0 {
            out.push_str(&spell(mailbox, column, comma, utf8, charset)?);
            continue;
        }
        let alone = spell(mailbox, 1, comma, utf8, charset)?;
        let end = column_after(column, &out) + ", ".len() + alone.len() + comma;
        out.push_str(if alone.contains('\n') || end > MAX_LINE { ",\r\n " } else { ", " });
        out.push_str(&alone);
    }
    Ok(out)
}

impl fmt::Display for Mailbox {
    /// `Name <local@domain>` with quotes where [`parse`] needs them, neither encoded nor folded.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.name {
            Some(name) if is_plain(name) => write!(f, "{name} <{}>", self.address),
            Some(name) => write!(f, "{} <{}>", quote(name), self.address),
            None => write!(f, "{}", self.address),
        }
    }
}

/// One mailbox, folded before its angle brackets if the line, with the comma behind, gets too long.
fn spell(mailbox: &Mailbox, column: usize, comma: usize, utf8: bool, charset: Charset) -> Result<String, Error> {
    let address = if utf8 { Some(mailbox.address.clone()) } else { mailbox.address.with_ascii_domain() };
    let address = address.filter(|address| utf8 || !address.needs_smtputf8());
    let address = address.ok_or_else(|| Error::NeedsSmtpUtf8(mailbox.address.clone()))?.to_string();
    let Some(name) = mailbox.name.as_deref().filter(|name| !name.is_empty()) else { return Ok(address) };
    let mut out = spell_name(name, column, utf8, charset)?;
    let end = column_after(column, &out) + " <>".len() + address.len() + comma;
    out.push_str(if end > MAX_LINE { "\r\n <" } else { " <" });
    out.push_str(&address);
    out.push('>');
    Ok(out)
}

/// `display-name` as atoms, as a quoted string, or with encoded words.
pub(super) fn spell_name(name: &str, column: usize, utf8: bool, charset: Charset) -> Result<String, Error> {
    if let Some(c) = name.chars().find(|c| c.is_control()) {
        return Err(Error::Control(c));
    }
    let raw = if is_plain(name) { name.to_owned() } else { quote(name) };
    match (utf8 || name.is_ascii()) && !looks_encoded(name) && column + raw.len() <= MAX_LINE {
        true => Ok(raw),
        false => Ok(encoded_word::encode(name, column, charset, Context::Phrase)?),
    }
}

/// True for atoms with one space between them, which no reader takes for something else.
fn is_plain(name: &str) -> bool {
    !looks_encoded(name) && name.split(' ').all(|word| !word.is_empty() && word.chars().all(is_atext))
}

fn quote(text: &str) -> String {
    format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\""))
}

struct Parser<'a> {
    lexer: Lexer<'a>,
    mailboxes: Vec<Mailbox>,
    in_group: bool,
}

impl<'a> Parser<'a> {
    /// One element up to its separator; false at the end of the text.
    fn element(&mut self) -> Result<bool, Error> {
        let mut words: Vec<Lexeme<'a>> = Vec::new();
        let mut comment = None;
        let mut address = None;
        loop {
            let lexeme = self.lexer.next()?;
            match lexeme.token {
                Token::Comment(text) => comment = Some(text),
                Token::Atom(_) | Token::Quoted { .. } if address.is_none() => words.push(lexeme),
                Token::Special('<') if address.is_none() => address = Some(self.angle_addr()?),
                Token::Special('@') if address.is_none() => address = Some(self.addr_spec(&mut words, lexeme.offset)?),
                Token::Special(':') if address.is_none() && !words.is_empty() && !self.in_group => {
                    (self.in_group, comment) = (true, None);
                    words.clear();
                }
                Token::Special(',') => return self.end(words, comment, address, lexeme.offset).map(|()| true),
                Token::Special(';') if self.in_group => {
                    self.in_group = false;
                    return self.end(words, comment, address, lexeme.offset).map(|()| true);
                }
                Token::End if self.in_group => return expected(lexeme.offset, "a ; that ends the group"),
                Token::End => return self.end(words, comment, address, lexeme.offset).map(|()| false),
                _ if address.is_some() => return expected(lexeme.offset, "a comma between addresses"),
                _ => return expected(lexeme.offset, "a name or an address"),
            }
        }
    }

    fn end(
        &mut self,
        words: Vec<Lexeme<'_>>,
        comment: Option<String>,
        address: Option<Address>,
        offset: usize,
    ) -> Result<(), Error> {
        match address {
            Some(address) => {
                let name = Some(phrase(&words)).filter(|name| !name.is_empty());
                let comment = comment.map(|text| encoded_word::decode(text.trim().as_bytes()));
                let name = name.or(comment.filter(|text| !text.is_empty()));
                self.mailboxes.push(Mailbox { name, address });
                Ok(())
            }
            None if words.is_empty() => Ok(()),
            None => expected(offset, "an @ or an address in angle brackets"),
        }
    }

    /// `angle-addr` behind its `<`.
    fn angle_addr(&mut self) -> Result<Address, Error> {
        let local = self.lexer.next_solid()?;
        if !matches!(local.token, Token::Atom(_) | Token::Quoted { .. }) {
            return expected(local.offset, "an address");
        }
        let at = self.lexer.next_solid()?;
        if !matches!(at.token, Token::Special('@')) {
            return expected(at.offset, "an @");
        }
        let address = self.domain(&local)?;
        let close = self.lexer.next_solid()?;
        match close.token {
            Token::Special('>') => Ok(address),
            _ => expected(close.offset, "a > behind the address"),
        }
    }

    /// `addr-spec` without brackets, behind its `@`: the one word before it is the local part.
    fn addr_spec(&mut self, words: &mut Vec<Lexeme<'_>>, at: usize) -> Result<Address, Error> {
        match (words.pop(), words.last()) {
            (Some(local), None) => self.domain(&local),
            (Some(local), Some(_)) => expected(local.offset, "angle brackets around an address behind a name"),
            (None, _) => expected(at, "a name or an address"),
        }
    }

    /// `domain`, which makes the local part an address.
    fn domain(&mut self, local: &Lexeme<'_>) -> Result<Address, Error> {
        let domain = self.lexer.next_solid()?;
        let Token::Atom(domain) = domain.token else { return expected(domain.offset, "a domain") };
        let (Token::Atom(text) | Token::Quoted { raw: text, .. }) = &local.token else {
            return expected(local.offset, "an address");
        };
        Address::parse(&format!("{text}@{domain}")).map_err(|source| Error::Address { offset: local.offset, source })
    }
}

fn expected<T>(offset: usize, expected: &'static str) -> Result<T, Error> {
    Err(Error::Expected { offset, expected })
}

/// The text of a `phrase`: encoded words are decoded outside quotes only (RFC 2047 §5).
fn phrase(words: &[Lexeme<'_>]) -> String {
    let mut out = String::new();
    let mut atoms = String::new();
    for word in words {
        let blank = if word.spaced && !(out.is_empty() && atoms.is_empty()) { " " } else { "" };
        match &word.token {
            Token::Quoted { text, .. } => {
                out.push_str(&encoded_word::decode(std::mem::take(&mut atoms).as_bytes()));
                out.extend([blank, text]);
            }
            Token::Atom(text) => atoms.extend([blank, text]),
            _ => {}
        }
    }
    out.push_str(&encoded_word::decode(atoms.as_bytes()));
    out
}

#[cfg(test)]
mod tests;
