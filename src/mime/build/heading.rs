//! The fields that tell what an entity is: those of MIME (RFC 2045 §5 to §8, RFC 2183) and those of the user.

use super::entity::{Body, Entity};
use super::{BuildError, fields};
use crate::mime::charset::Charset;
use crate::mime::content_type::{ContentType, essence, has_parameter};
use crate::mime::header::{Field, column_after, fold};
use crate::mime::parameter;
use crate::mime::transfer_encoding::TransferEncoding;

/// An entity with what was decided about it.
pub(super) struct Heading<'a> {
    pub(super) entity: &'a Entity,
    /// It in a user's words.
    pub(super) what: &'a str,
    /// What to write as Content-Transfer-Encoding.
    pub(super) encoding: Option<TransferEncoding>,
    /// The charset to name.
    pub(super) charset: Option<&'a str>,
    pub(super) boundary: Option<&'a str>,
    /// The user's fields that stand in the same header.
    pub(super) beside: &'a [Field],
}

impl Heading<'_> {
    /// All fields, without the blank line behind them. `charset` is that of encoded words.
    pub(super) fn write(&self, charset: Charset, utf8: bool) -> Result<String, BuildError> {
        self.check_beside()?;
        let entity = self.entity;
        let mut fields = self.content_type();
        if let Some(encoding) = self.encoding {
            fields.push_str(&format!("Content-Transfer-Encoding: {}\r\n", encoding.name()));
        }
        if let Some(id) = &entity.content_id {
            fields.push_str(&fields::identifier("Content-ID", id)?);
        }
        if let Some(description) = &entity.description {
            fields.push_str(&fields::text("Content-Description", description, charset, utf8)?);
        }
        if let Some(disposition) = entity.disposition {
            fields.push_str(&format!("Content-Disposition: {}", disposition.name()));
            if let Some(file_name) = &entity.file_name {
                self.check_name(file_name)?;
                push_parameter(&mut fields, "filename", file_name);
            }
            fields.push_str("\r\n");
        }
        for field in &entity.extra {
            fields.push_str(&fields::extra(field, charset, utf8)?);
        }
        Ok(fields)
    }

    fn content_type(&self) -> String {
        let name = "Content-Type: ";
        let media_type = &self.entity.content_type;
        let mut field = format!("{name}{}", fold(media_type, name.len()));
        if let Some(root) = self.root() {
            push_parameter(&mut field, "type", essence(&root.content_type));
        }
        for (name, value) in [("charset", self.charset), ("boundary", self.boundary)] {
            value.iter().for_each(|value| push_parameter(&mut field, name, value));
        }
        field.push_str("\r\n");
        field
    }

    /// The part that a `multipart/related` is about: that of `start`, else the first (RFC 2387 §3.1, §3.2). Its type
    /// is told unless the user did.
    fn root(&self) -> Option<&Entity> {
        let media_type = &self.entity.content_type;
        let Body::Multipart(multipart) = &self.entity.body else { return None };
        if !essence(media_type).eq_ignore_ascii_case("multipart/related") || has_parameter(media_type, "type") {
            return None;
        }
        let (read, _) = ContentType::parse(media_type.as_bytes());
        let start = read.parameters.value("start").map(|start| start.trim_matches(['<', '>']));
        let named = |part: &&Entity| start.is_some() && part.content_id.as_deref() == start;
        multipart.parts.iter().find(named).or(multipart.parts.first())
    }

    /// No field stands there twice, and none against what is made here.
    fn check_beside(&self) -> Result<(), BuildError> {
        let entity = self.entity;
        let own = [
            ("Content-ID", entity.content_id.is_some()),
            ("Content-Description", entity.description.is_some()),
            ("Content-Disposition", entity.disposition.is_some()),
        ];
        for field in self.beside {
            fields::check_extra(field)?;
            if own.iter().any(|&(name, written)| written && field.is(name)) {
                return Err(BuildError::Contradiction(field.name().to_owned()));
            }
        }
        Ok(())
    }

    fn check_name(&self, file_name: &str) -> Result<(), BuildError> {
        match file_name.chars().find(|c| c.is_control()) {
            Some(character) => Err(BuildError::FileName { part: self.what.to_owned(), character }),
            None => Ok(()),
        }
    }
}

/// Appends `; name=value` to the field that `fields` ends with.
fn push_parameter(fields: &mut String, name: &str, value: &str) {
    let parameter = parameter::encode(name, value, column_after(0, fields));
    fields.push_str(&parameter);
}
