//! Alicia's letter to Pepe: a text and a picture.

use crate::base::{Address, Exit};
use crate::cli::compose::{self, Stamp};
use crate::cli::error::Failure;
use crate::client::deliver::{Composed, Letter, Message, Offer, Source};
use crate::mime::address_list::Mailbox;
use crate::mime::build::{Body, Disposition, Draft, Encoding, Entity, Part, SourceId};
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
    let part = |n: usize, encoding| {
        let facts = Facts::of(sources.get(n).copied().unwrap_or_default());
        Body::Part(Part { source: SourceId(n), facts, charset: Some(Charset::UTF_8), encoding })
    };
    // Quoted-printable, whoever takes it: what arrives can be compared.
    let text = Entity::new("text/plain", part(0, Encoding::Given(TransferEncoding::QuotedPrintable)));
    let picture = Entity {
        disposition: Some(Disposition::Attachment),
        file_name: Some("crepe.jpg".to_owned()),
        ..Entity::new("image/jpeg", part(1, Encoding::Octets))
    };
    let draft = Draft {
        from: vec![alicia.clone()],
        to: vec![pepe.clone()],
        subject: Some("¿Te gusta la salsa de tomate?".to_owned()),
        ..compose::draft(&alicia, Stamp::new(), Entity::multipart("mixed", vec![text, picture]))
    };
    let sources = sources.map(|octets| Source::Octets(bytes::Bytes::from_static(octets))).to_vec();
    Ok(Letter {
        number: 1,
        reverse_path: ReversePath::Address(alicia.address),
        recipients: vec![pepe.address],
        message: Message::Composed(Box::new(Composed { draft, sources })),
    })
}

/// What a letter is on the wire.
pub fn octets(letter: &Letter) -> Result<Vec<u8>, Failure> {
    let prepared = letter.prepare(&Offer::everything(false));
    let mut prepared = prepared.map_err(|unfit| Failure::new(Exit::Software, unfit))?;
    let mut octets = Vec::new();
    while prepared.read(&mut octets).map_err(|error| Failure::new(Exit::Software, error))? {}
    Ok(octets)
}
