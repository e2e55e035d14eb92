//! The body: its tree of parts (RFC 2046 §5.1, RFC 2387) and the fields of each (RFC 2045, RFC 2183).

use super::fields::identifier;
use super::{BuildError, Composer, Draft, Part, Transport};
use crate::mime::charset::Charset;
use crate::mime::content_type::{essence, has_parameter, is_kind, valid};
use crate::mime::header::{column_after, fold};
use crate::mime::parameter;
use crate::mime::transfer_encoding::{LONGEST_LINE, TransferEncoding};

/// The longest token, so that a boundary made of it has at most 70 octets.
const MAX_TOKEN: usize = 50;

/// A node of the tree; it is at most four deep.
pub(super) enum Entity<'a> {
    /// A body without octets.
    Empty,
    Leaf(Leaf<'a>),
    Multipart {
        subtype: &'static str,
        children: Vec<Entity<'a>>,
    },
}

/// A part with what was decided about it.
pub(super) struct Leaf<'a> {
    part: &'a Part,
    role: Role,
    encoding: TransferEncoding,
    charset: Option<&'static str>,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Role {
    Text,
    Html,
    Inline,
    Attachment,
}

impl<'a> Entity<'a> {
    /// Text and HTML are alternatives, what the HTML shows is related to it, attachments are mixed with them. Inline
    /// parts without HTML are mixed too.
    pub(super) fn plan(
        draft: &'a Draft,
        transport: Transport,
        forced: Option<TransferEncoding>,
    ) -> Result<Entity<'a>, BuildError> {
        check_boundary(&draft.boundary)?;
        let leaf = |part, role| Leaf::plan(part, role, draft.charset, transport, forced).map(Entity::Leaf);
        let mut inline = draft.inline.iter().map(|part| leaf(part, Role::Inline)).collect::<Result<Vec<_>, _>>()?;
        let mut bodies = Vec::new();
        if let Some(text) = &draft.text {
            bodies.push(leaf(text, Role::Text)?);
        }
        if let Some(html) = &draft.html {
            let mut related = vec![leaf(html, Role::Html)?];
            related.append(&mut inline);
            bodies.push(Entity::group("related", related));
        }
        let mut mixed = Vec::new();
        if !bodies.is_empty() {
            mixed.push(Entity::group("alternative", bodies));
        }
        mixed.append(&mut inline);
        for part in &draft.attachments {
            mixed.push(leaf(part, Role::Attachment)?);
        }
        let has_files = mixed.len() > usize::from(draft.text.is_some() || draft.html.is_some());
        match has_files {
            true => Ok(Entity::Multipart { subtype: "mixed", children: mixed }),
            false => Ok(mixed.pop().unwrap_or(Entity::Empty)),
        }
    }

    /// A multipart, or the entity itself if it is alone.
    fn group(subtype: &'static str, mut children: Vec<Entity<'a>>) -> Entity<'a> {
        match children.len() {
            1 => children.pop().unwrap_or(Entity::Empty),
            _ => Entity::Multipart { subtype, children },
        }
    }

    /// True if some leaf goes out with octets above 127.
    pub(super) fn has_eight_bit(&self) -> bool {
        self.any(&|leaf| leaf.encoding == TransferEncoding::EightBit && leaf.part.facts.eight_bit)
    }

    fn any(&self, test: &dyn Fn(&Leaf<'_>) -> bool) -> bool {
        match self {
            Entity::Empty => false,
            Entity::Leaf(leaf) => test(leaf),
            Entity::Multipart { children, .. } => children.iter().any(|child| child.any(test)),
        }
    }

    /// Fields, blank line and body; boundaries begin with `token`.
    pub(super) fn write(&self, token: &str, composer: &mut Composer) -> Result<(), BuildError> {
        match self {
            Entity::Empty => {
                composer
                    .octets("Content-Type: text/plain; charset=us-ascii\r\nContent-Transfer-Encoding: 7bit\r\n\r\n");
                Ok(())
            }
            Entity::Leaf(leaf) => leaf.write(composer),
            Entity::Multipart { subtype, children } => self.write_multipart(subtype, children, token, composer),
        }
    }

    fn write_multipart(
        &self,
        subtype: &str,
        children: &[Entity<'a>],
        token: &str,
        composer: &mut Composer,
    ) -> Result<(), BuildError> {
        // None of the boundaries is the beginning of another one.
        let boundary = format!("{token}_{subtype}");
        let mut field = format!("Content-Type: multipart/{subtype}");
        if let ("related", Some(Entity::Leaf(root))) = (subtype, children.first()) {
            push_parameter(&mut field, "type", essence(&root.part.content_type));
        }
        push_parameter(&mut field, "boundary", &boundary);
        composer.octets(&field);
        composer.octets("\r\n");
        // RFC 2045 §6.4: a multipart has no encoding of its own, but tells of 8bit inside.
        if self.any(&|leaf| leaf.encoding == TransferEncoding::EightBit) {
            composer.octets("Content-Transfer-Encoding: 8bit\r\n");
        }
        // The line end before a delimiter belongs to it, so a part's last line end needs one more.
        for child in children {
            composer.octets(&format!("\r\n--{boundary}\r\n"));
            child.write(token, composer)?;
        }
        composer.octets(&format!("\r\n--{boundary}--\r\n"));
        Ok(())
    }
}

impl<'a> Leaf<'a> {
    fn plan(
        part: &'a Part,
        role: Role,
        charset: Charset,
        transport: Transport,
        forced: Option<TransferEncoding>,
    ) -> Result<Leaf<'a>, BuildError> {
        check_part(part, role)?;
        let body = matches!(role, Role::Text | Role::Html);
        let message = is_kind(&part.content_type, "message");
        let encoding = match forced {
            _ if message && part.facts.eight_bit => TransferEncoding::EightBit,
            _ if message => TransferEncoding::SevenBit,
            _ if !body => TransferEncoding::Base64,
            Some(forced) => forced,
            None => TransferEncoding::choose(&part.facts, transport.eight_bit),
        };
        match obstacle(encoding, part, transport) {
            Some(why) => Err(BuildError::Encoding { part: describe(part, role), encoding, why }),
            None => Ok(Leaf { part, role, encoding, charset: charset_of(part, body, charset) }),
        }
    }

    fn write(&self, composer: &mut Composer) -> Result<(), BuildError> {
        composer.octets(&self.fields()?);
        composer.octets("\r\n");
        let size = self.encoding.encoded_size(&self.part.facts);
        let size = size.ok_or_else(|| BuildError::Unsurveyed { part: describe(self.part, self.role) })?;
        composer.source(self.part.source, self.encoding, size);
        Ok(())
    }

    fn fields(&self) -> Result<String, BuildError> {
        let name = "Content-Type: ";
        let mut fields = format!("{name}{}", fold(&self.part.content_type, name.len()));
        if let Some(charset) = self.charset {
            push_parameter(&mut fields, "charset", charset);
        }
        fields.push_str(&format!("\r\nContent-Transfer-Encoding: {}\r\n", self.encoding.name()));
        if let Some(id) = &self.part.content_id {
            fields.push_str(&identifier("Content-ID", id)?);
        }
        if let Some(disposition) = self.disposition() {
            fields.push_str(&format!("Content-Disposition: {disposition}"));
            if let Some(file_name) = &self.part.file_name {
                push_parameter(&mut fields, "filename", file_name);
            }
            fields.push_str("\r\n");
        }
        Ok(fields)
    }

    /// `Content-Disposition` (RFC 2183 §2): the bodies have one only for their file name.
    fn disposition(&self) -> Option<&'static str> {
        match self.role {
            Role::Attachment => Some("attachment"),
            Role::Inline => Some("inline"),
            Role::Text | Role::Html => self.part.file_name.as_ref().map(|_| "inline"),
        }
    }
}

/// Appends `; name=value` to the field that `fields` ends with.
fn push_parameter(fields: &mut String, name: &str, value: &str) {
    let parameter = parameter::encode(name, value, column_after(0, fields));
    fields.push_str(&parameter);
}

/// The charset to name, for text that does not name one. Of attached text it is known only if it is ASCII or UTF-8.
fn charset_of(part: &Part, body: bool, charset: Charset) -> Option<&'static str> {
    if !is_kind(&part.content_type, "text") || has_parameter(&part.content_type, "charset") {
        return None;
    }
    // Octets below 128 are not all ASCII in this one: it shifts to Kanji by ESC.
    let shifts = body && charset.name().eq_ignore_ascii_case("iso-2022-jp");
    match (body, part.facts.eight_bit) {
        (_, false) if !shifts => Some(Charset::US_ASCII.name()),
        (true, _) => Some(charset.name()),
        (false, _) => part.facts.utf8.then_some(Charset::UTF_8.name()),
    }
}

/// What stands against an encoding.
fn obstacle(encoding: TransferEncoding, part: &Part, transport: Transport) -> Option<&'static str> {
    let facts = &part.facts;
    match encoding {
        TransferEncoding::QuotedPrintable | TransferEncoding::Base64 => None,
        _ if facts.nul => Some("it holds NUL"),
        _ if facts.longest_line > LONGEST_LINE => Some("it has lines of more than 998 octets"),
        _ if !facts.eight_bit => None,
        TransferEncoding::SevenBit => Some("it holds octets above 127"),
        _ if transport.eight_bit => None,
        _ => Some("it holds octets above 127, and 8BITMIME is missing on the way"),
    }
}

fn check_part(part: &Part, role: Role) -> Result<(), BuildError> {
    if !valid(&part.content_type) {
        let content_type = part.content_type.clone();
        return Err(BuildError::ContentType { part: describe(part, role), content_type });
    }
    match part.file_name.iter().flat_map(|name| name.chars()).find(|c| c.is_control()) {
        Some(character) => Err(BuildError::FileName { part: describe(part, role), character }),
        None => Ok(()),
    }
}

/// `bchars` without the blank (RFC 2046 §5.1.1).
fn check_boundary(token: &str) -> Result<(), BuildError> {
    let legal = |octet: u8| octet.is_ascii_alphanumeric() || b"'()+_,-./:=?".contains(&octet);
    match !token.is_empty() && token.len() <= MAX_TOKEN && token.bytes().all(legal) {
        true => Ok(()),
        false => Err(BuildError::Boundary(token.to_owned())),
    }
}

/// The part in a user's words.
fn describe(part: &Part, role: Role) -> String {
    let role = match role {
        Role::Text => "the text",
        Role::Html => "the HTML",
        Role::Inline => "the inline part",
        Role::Attachment => "the attachment",
    };
    part.file_name.as_ref().map_or_else(|| role.to_owned(), |name| format!("{role} {name:?}"))
}
