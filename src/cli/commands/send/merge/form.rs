//! What the flags of `send` say of each letter of a merge, with tokens in it.

use std::borrow::Cow;
use std::io::Read;
use std::path::PathBuf;

use super::super::Addresses;
use super::files::{self, Files, Named};
use super::template::{Known, Template, Values};
use crate::base::{Address, Exit};
use crate::cli::args::{Content, Envelope, Message};
use crate::cli::compose::{People, Words, list, one, text_source};
use crate::cli::error::Failure;
use crate::cli::way::check_plain;
use crate::client::deliver::Source;
use crate::mime::address_list::Mailbox;
use crate::net::reason;
use crate::proto::smtp::ReversePath;

/// The most octets of a text with tokens: it is held in memory.
const MAX_TEXT: u64 = 16 << 20;

/// All that can have tokens.
pub struct Form {
    from: Vec<Mailboxes>,
    to: Vec<Mailboxes>,
    cc: Vec<Mailboxes>,
    bcc: Vec<Mailboxes>,
    reply_to: Vec<Mailboxes>,
    rcpt: Vec<Mailboxes>,
    mail_from: Option<Template>,
    subject: Option<Template>,
    header: Vec<Template>,
    plain: Option<Text>,
    html: Option<Text>,
    files: Files,
    columns: Vec<String>,
}

/// A text with tokens.
#[derive(Debug)]
enum Text {
    /// The same for all rows, until it is filled.
    One(Template),
    /// The file of a row.
    File(&'static str, files::Path),
}

impl Form {
    /// Takes the flags apart; the files that are the same in each row are left in `content`. Without any recipient the
    /// column `to` or `email` names them.
    pub fn parse(
        content: &mut Content,
        message: &Message,
        envelope: &Envelope,
        columns: &[String],
    ) -> Result<Form, Failure> {
        let files = Files::parse(content, columns)?;
        let Content { from, to, cc, reply_to, subject, header, body, html, .. } = &message.content;
        let parse = |argument: &'static str, text: &str, known| {
            Template::parse(text, known, columns).map_err(|failure| failure.at(argument))
        };
        let people = |argument: &'static str, texts: &[String], known| {
            texts.iter().map(|text| Mailboxes::parse(argument, text, known, columns)).collect::<Result<Vec<_>, _>>()
        };
        let named = !(to.is_empty() && cc.is_empty() && message.bcc.is_empty() && envelope.rcpt.is_empty());
        let whole = |argument, value: &Option<String>| {
            value.as_deref().map(|value| Text::parse(argument, value, columns)).transpose()
        };
        Ok(Form {
            to: if named { people("--to", to, Known::Row)? } else { vec![recipient(columns)?] },
            from: people("--from", from.as_slice(), Known::Recipient)?,
            cc: people("--cc", cc, Known::Recipient)?,
            bcc: people("--bcc", &message.bcc, Known::Recipient)?,
            reply_to: people("--reply-to", reply_to, Known::Recipient)?,
            rcpt: people("--rcpt", &envelope.rcpt, Known::Recipient)?,
            mail_from: envelope.mail_from.as_deref().map(|text| parse("--mail-from", text, Known::All)).transpose()?,
            subject: subject.as_deref().map(|text| parse("--subject", text, Known::All)).transpose()?,
            header: header.iter().map(|text| parse("--header", text, Known::All)).collect::<Result<_, _>>()?,
            plain: whole("--body", body)?,
            html: whole("--html", html)?,
            files,
            columns: columns.to_vec(),
        })
    }

    /// The files of a row, those of its texts too.
    pub fn files(&self, values: &Values<'_>) -> Result<Vec<PathBuf>, Failure> {
        let mut all: Vec<PathBuf> = self.files.fill(values)?.into_iter().map(|own| own.path).collect();
        for text in [&self.plain, &self.html].into_iter().flatten() {
            if let Text::File(argument, path) = text {
                all.push(path.fill(values).map_err(|failure| failure.at(argument))?);
            }
        }
        Ok(all)
    }

    /// The fields of a row.
    pub fn header(&self, values: &Values<'_>) -> Vec<String> {
        self.header.iter().map(|template| template.fill(values)).collect()
    }

    /// The texts, as they are before a row fills them.
    pub fn texts(&self) -> String {
        format!("{:?}", (&self.plain, &self.html))
    }

    /// The first author, if it is the same in each row.
    pub fn author(&self) -> Option<&Mailbox> {
        match self.from.first() {
            Some(Mailboxes::Fixed(mailboxes)) => mailboxes.first(),
            _ => None,
        }
    }

    /// The addresses of a row. `values` need not have its recipient.
    pub fn addresses(&self, values: &Values<'_>) -> Result<Addresses, Failure> {
        let to = fill(&self.to, values)?;
        let first = to.first().map(|mailbox| mailbox.address.to_string()).unwrap_or_default();
        let values = &Values { to: &first, ..*values };
        let people = People {
            from: fill(&self.from, values)?,
            cc: fill(&self.cc, values)?,
            reply_to: fill(&self.reply_to, values)?,
            to,
        };
        let rcpt = fill(&self.rcpt, values)?.into_iter().map(|mailbox| mailbox.address).collect();
        Ok(Addresses { people, bcc: fill(&self.bcc, values)?, mail_from: None, rcpt, author: None })
    }

    /// Where bounces of a row go, if that is said.
    pub fn reverse_path(&self, values: &Values<'_>) -> Result<Option<ReversePath>, Failure> {
        self.mail_from.as_ref().map(|template| Addresses::reverse_path(&template.fill(values))).transpose()
    }

    /// The words of a row.
    pub fn words(&self, people: People, values: &Values<'_>) -> Result<Words, Failure> {
        let source = |text: String| Source::Octets(text.into_bytes().into());
        Ok(Words {
            people,
            subject: self.subject.as_ref().map(|template| template.fill(values)),
            header: self.header(values),
            plain: self.text(&self.plain, values)?.map(|template| source(template.fill(values))),
            html: self.text(&self.html, values)?.map(|template| source(template.fill_html(values))),
            own: self.files.fill(values)?,
        })
    }

    fn text<'a>(&'a self, text: &'a Option<Text>, values: &Values<'_>) -> Result<Option<Cow<'a, Template>>, Failure> {
        text.as_ref().map(|text| text.template(values, &self.columns)).transpose()
    }
}

impl Text {
    /// A text, or the file where it is, which may be another one in each row.
    fn parse(argument: &'static str, value: &str, columns: &[String]) -> Result<Text, Failure> {
        let path = value.strip_prefix('@').map(|path| Named::parse(path, columns));
        let named = match path.transpose().map_err(|failure| failure.at(argument))? {
            Some(Named::Own(path)) => return Ok(Text::File(argument, path)),
            Some(Named::Fixed(path)) => Some(format!("@{path}")),
            None => None,
        };
        let text = text(argument, &text_source(argument, named.as_deref().unwrap_or(value))?)?;
        Template::parse(&text, Known::All, columns).map(Text::One).map_err(|failure| failure.at(argument))
    }

    /// That of a row.
    fn template(&self, values: &Values<'_>, columns: &[String]) -> Result<Cow<'_, Template>, Failure> {
        match self {
            Text::One(template) => Ok(Cow::Borrowed(template)),
            Text::File(argument, path) => {
                let path = path.fill(values).map_err(|failure| failure.at(argument))?;
                let place = format!("{argument} @{}", path.display());
                let text = text(&place, &Source::open(&path).map_err(|error| Failure::from(error).at(argument))?)?;
                Template::parse(&text, Known::All, columns).map(Cow::Owned).map_err(|failure| failure.at(&place))
            }
        }
    }
}

/// The column that holds the recipient, where no flag says who that is.
fn recipient(columns: &[String]) -> Result<Mailboxes, Failure> {
    let found = ["to", "email"].iter().find_map(|name| columns.iter().find(|column| column.eq_ignore_ascii_case(name)));
    let failure = || {
        let failure = Failure::new(Exit::Usage, "there is no recipient: no column is called to or email");
        failure.hint("--to '{csv.COLUMN}' says which column has them")
    };
    let column = found.ok_or_else(failure)?;
    let cell = Template::parse(&format!("{{csv.{column}}}"), Known::Row, columns)?;
    Ok(Mailboxes::Cell(column.clone(), cell))
}

/// The text of an argument.
fn text(argument: &str, source: &Source) -> Result<String, Failure> {
    if source.len() > MAX_TEXT {
        return Err(Failure::new(Exit::Data, format!("{argument}: a text with tokens has 16 MiB at most")));
    }
    let mut octets = Vec::new();
    let read = source.reader().read_to_end(&mut octets);
    read.map_err(|error| Failure::new(Exit::Io, format!("{argument}: {}", reason(&error))))?;
    String::from_utf8(octets).map_err(|_| Failure::new(Exit::Data, format!("{argument}: the text is not UTF-8")))
}

/// An argument that names mailboxes.
enum Mailboxes {
    /// The same in each row.
    Fixed(Vec<Mailbox>),
    /// A list.
    List(&'static str, Template),
    /// A column that nobody asked for a list: of one mailbox, whoever filled it in.
    Cell(String, Template),
    /// `NAME <ADDRESS>`: whatever the name holds, it is one.
    One(&'static str, Template, Template),
}

impl Mailboxes {
    fn parse(argument: &'static str, text: &str, known: Known, columns: &[String]) -> Result<Mailboxes, Failure> {
        let parse = |text: &str| Template::parse(text, known, columns).map_err(|failure| failure.at(argument));
        let template = parse(text)?;
        if template.is_fixed() {
            return list(argument, &[template.plain().collect()]).map(Mailboxes::Fixed);
        }
        let Some((name, address)) = text.trim().strip_suffix('>').and_then(|text| text.rsplit_once('<')) else {
            // A token alone may hold a list; where it is a part of an address it is nothing else.
            let is_part = template.plain().any(|plain| !plain.trim().is_empty() && !plain.contains(','));
            return Ok(match is_part {
                true => Mailboxes::One(argument, parse("")?, template),
                false => Mailboxes::List(argument, template),
            });
        };
        let name = name.trim();
        let quoted = name.strip_prefix('"').and_then(|name| name.strip_suffix('"'));
        let strange: &[char] = if quoted.is_some() { &['"', '\\'] } else { &['<', '>', '"', ',', '\\'] };
        let name = parse(quoted.unwrap_or(name))?;
        if name.plain().any(|plain| plain.contains(strange)) {
            let failure = Failure::usage(argument, format!("{text:?}: where tokens stand each mailbox stands alone"));
            return Err(failure.hint(format!("{argument} may be repeated")));
        }
        Ok(Mailboxes::One(argument, name, parse(address)?))
    }

    fn fill(&self, values: &Values<'_>) -> Result<Vec<Mailbox>, Failure> {
        match self {
            Mailboxes::Fixed(mailboxes) => Ok(mailboxes.clone()),
            Mailboxes::List(argument, template) => list(argument, &[template.fill(values)]),
            Mailboxes::Cell(column, template) => {
                let text = template.fill(values);
                let mailboxes = list("--to", std::slice::from_ref(&text))?;
                if mailboxes.len() > 1 || text.trim_end().ends_with(';') {
                    let failure = Failure::new(Exit::Data, format!("{text:?} is not one address"));
                    return Err(failure.hint(format!("--to '{{csv.{column}}}' says that a list may stand there")));
                }
                Ok(mailboxes)
            }
            Mailboxes::One(argument, name, address) => {
                let name = name.fill(values);
                check_plain(argument, &name)?;
                let address: Address = one(argument, address.fill(values).trim())?;
                let name = Some(name.trim().to_owned()).filter(|name| !name.is_empty());
                Ok(vec![Mailbox { name, address }])
            }
        }
    }
}

fn fill(all: &[Mailboxes], values: &Values<'_>) -> Result<Vec<Mailbox>, Failure> {
    Ok(all.iter().map(|mailboxes| mailboxes.fill(values)).collect::<Result<Vec<_>, _>>()?.concat())
}
