//! Alicia's letter to Pepe: a text and a picture.

use jiff::Zoned;

use super::send::ALICIAS;
use crate::base::{Address, Exit};
use crate::cli::chance;
use crate::cli::error::Failure;
use crate::client::deliver::{Composed, Letter, Message, Offer, Source};
use crate::mime::address_list::Mailbox;
use crate::mime::build::{Draft, Part, SourceId};
use crate::mime::charset::Charset;
use crate::mime::survey::Facts;
use crate::mime::transfer_encoding::TransferEncoding;
use crate::proto::smtp::ReversePath;

const PICTURE: &[u8] = include_bytes!("crepe.jpg");
const TEXT: &str = "¿Te gusta la salsa de tomate?\r\n¿y los pepinillos?\r\n";

/// Alicia's letter.
pub fn letter() -> Result<Letter, Failure> {
    let mailbox = |name: &str, address: &str| {
        let address = Address::parse(address).map_err(|error| Failure::new(Exit::Software, error))?;
        Ok::<_, Failure>(Mailbox { name: Some(name.to_owned()), address })
    };
    let (alicia, pepe) = (mailbox("Alicia", "alicia@unavarra.es")?, mailbox("Pepe", "pepe@gmail.com")?);
    let sources = [TEXT.as_bytes(), PICTURE];
    let part = |n: usize, content_type: &str, name: Option<&str>| Part {
        source: SourceId(n),
        facts: Facts::of(sources.get(n).copied().unwrap_or_default()),
        content_type: content_type.to_owned(),
        file_name: name.map(str::to_owned),
        content_id: None,
    };
    let draft = Draft {
        from: vec![alicia.clone()],
        to: vec![pepe.clone()],
        cc: Vec::new(),
        reply_to: Vec::new(),
        subject: Some("¿Te gusta la salsa de tomate?".to_owned()),
        extra: Vec::new(),
        date: Zoned::now(),
        message_id: format!("{}@{ALICIAS}", chance::token()),
        charset: Charset::UTF_8,
        text: Some(part(0, "text/plain", None)),
        html: None,
        inline: Vec::new(),
        attachments: vec![part(1, "image/jpeg", Some("crepe.jpg"))],
        boundary: chance::token(),
    };
    let sources = sources.map(|octets| Source::Octets(bytes::Bytes::from_static(octets))).to_vec();
    Ok(Letter {
        number: 1,
        reverse_path: ReversePath::Address(alicia.address),
        recipients: vec![pepe.address],
        // Quoted-printable, whoever takes it: what arrives can be compared.
        message: Message::Composed(Box::new(Composed {
            draft,
            sources,
            encoding: Some(TransferEncoding::QuotedPrintable),
        })),
    })
}

/// What a letter is on the wire.
pub fn octets(letter: &Letter) -> Result<Vec<u8>, Failure> {
    let prepared = letter.prepare(&Offer::everything());
    let mut prepared = prepared.map_err(|unfit| Failure::new(Exit::Software, unfit))?;
    let mut octets = Vec::new();
    while prepared.read(&mut octets).map_err(|error| Failure::new(Exit::Software, error))? {}
    Ok(octets)
}
