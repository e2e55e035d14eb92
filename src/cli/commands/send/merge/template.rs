//! Texts with places for what differs from letter to letter: `{n}`, `{to}`, `{csv.COLUMN}`.

use std::borrow::Cow;

use super::table::Row;
use crate::base::Exit;
use crate::cli::error::Failure;

/// What stands in braces, besides the columns.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Token {
    /// `{n}`: the number of the row.
    Number,
    /// `{date}`: the day on which it is sent.
    Date,
    /// `{to}`: the first recipient.
    To,
    /// `{msgid}`: the Message-ID, without its brackets.
    MessageId,
}

/// The names of the tokens. What stands further on is known later.
const TOKENS: [(&str, Token); 4] =
    [("n", Token::Number), ("date", Token::Date), ("to", Token::To), ("msgid", Token::MessageId)];

/// Which tokens are known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Known {
    /// Before the recipients are.
    Row = 2,
    /// Before the author is.
    Recipient = 3,
    /// All.
    All = 4,
}

/// A text, taken apart.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Template {
    pieces: Vec<Piece>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
enum Piece {
    Text(String),
    Token(Token),
    Column(usize),
}

/// What the tokens stand for.
#[derive(Clone, Copy)]
pub struct Values<'a> {
    /// The row.
    pub row: &'a Row,
    /// The day.
    pub date: &'a str,
    /// The first recipient.
    pub to: &'a str,
    /// The Message-ID.
    pub message_id: &'a str,
}

impl Template {
    /// A brace that begins none of `{name}` and `{csv.COLUMN}` stands for itself; `{{` stands for one, and so does the
    /// `}}` that belongs to it: no other, since style sheets end in such.
    ///
    /// # Errors
    /// A name that is not known, and those that are; a column whose name is not its own alone is bad data.
    pub fn parse(text: &str, known: Known, columns: &[String]) -> Result<Template, Failure> {
        let (mut pieces, mut plain, mut rest) = (Vec::new(), String::new(), text);
        let mut doubled = 0u32;
        while let Some((before, braces)) = rest.find(['{', '}']).and_then(|at| rest.split_at_checked(at)) {
            plain.push_str(before);
            if let Some(behind) = braces.strip_prefix("{{") {
                plain.push('{');
                (rest, doubled) = (behind, doubled + 1);
            } else if let Some(behind) = braces.strip_prefix("}}").filter(|_| doubled > 0) {
                plain.push('}');
                (rest, doubled) = (behind, doubled - 1);
            } else if let Some((name, behind)) = token(braces) {
                pieces.push(Piece::Text(std::mem::take(&mut plain)));
                pieces.push(piece(name, known, columns)?);
                rest = behind;
            } else {
                let (brace, behind) = braces.split_at(1);
                plain.push_str(brace);
                rest = behind;
            }
        }
        plain.push_str(rest);
        pieces.push(Piece::Text(plain));
        pieces.retain(|piece| !matches!(piece, Piece::Text(text) if text.is_empty()));
        Ok(Template { pieces })
    }

    /// It is the same for each row.
    pub fn is_fixed(&self) -> bool {
        self.pieces.iter().all(|piece| matches!(piece, Piece::Text(_)))
    }

    /// What stands in it besides tokens.
    pub fn plain(&self) -> impl Iterator<Item = &str> {
        self.pieces.iter().filter_map(|piece| if let Piece::Text(text) = piece { Some(text.as_str()) } else { None })
    }

    /// The text of a row.
    pub fn fill(&self, values: &Values<'_>) -> String {
        self.filled(values, |text| text.into())
    }

    /// The HTML of a row: what is filled in is text there.
    pub fn fill_html(&self, values: &Values<'_>) -> String {
        self.filled(values, escape_html)
    }

    fn filled(&self, values: &Values<'_>, escape: impl Fn(&str) -> Cow<'_, str>) -> String {
        let mut text = String::new();
        for (piece, filled) in self.pieces(values) {
            text.push_str(&if filled { escape(&piece) } else { Cow::Borrowed(&*piece) });
        }
        text
    }

    /// Each piece of a row's text, and whether it is filled in.
    pub fn pieces<'a>(&'a self, values: &'a Values<'_>) -> impl Iterator<Item = (Cow<'a, str>, bool)> {
        self.pieces.iter().map(|piece| match piece {
            Piece::Text(plain) => (plain.into(), false),
            Piece::Column(column) => (values.row.field(*column).into(), true),
            Piece::Token(Token::Number) => (values.row.n.to_string().into(), true),
            Piece::Token(Token::Date) => (values.date.into(), true),
            Piece::Token(Token::To) => (values.to.into(), true),
            Piece::Token(Token::MessageId) => (values.message_id.into(), true),
        })
    }
}

/// Whether braces around it make a token: a word, or anything behind `csv.`. The rules of a style sheet are none.
fn is_name(name: &str) -> bool {
    let word = |c: char| c.is_ascii_alphanumeric() || matches!(c, '_' | '-' | '.');
    name.starts_with("csv.") || !name.is_empty() && name.chars().all(word)
}

fn piece(name: &str, known: Known, columns: &[String]) -> Result<Piece, Failure> {
    let tokens = TOKENS.get(..known as usize).unwrap_or(&TOKENS);
    if let Some((_, token)) = tokens.iter().find(|(known, _)| *known == name) {
        return Ok(Piece::Token(*token));
    }
    let named = |(_, column): &(usize, &String)| name.strip_prefix("csv.") == Some(column.as_str());
    let mut found = columns.iter().enumerate().filter(named);
    match (found.next(), found.next()) {
        (Some((column, _)), None) => Ok(Piece::Column(column)),
        (Some((one, _)), Some((other, _))) => {
            let (one, other) = (one + 1, other + 1);
            let text = format!("{{{name}}}: the header (line 1) has columns {one} and {other} of that name");
            Err(Failure::new(Exit::Data, text))
        }
        (None, _) => {
            let tokens = tokens.iter().map(|(name, _)| format!("{{{name}}}"));
            let all: Vec<_> = tokens.chain(columns.iter().map(|name| format!("{{csv.{name}}}"))).collect();
            Err(Failure::new(Exit::Usage, format!("{{{name}}} is none of {}; {{{{ and }}}} are braces", all.join(" "))))
        }
    }
}

/// The name behind a brace, and what stands behind the other one.
fn token(braces: &str) -> Option<(&str, &str)> {
    braces.strip_prefix('{')?.split_once('}').filter(|(name, _)| is_name(name))
}

fn escape_html(text: &str) -> Cow<'_, str> {
    if !text.contains(['&', '<', '>', '"', '\'']) {
        return text.into();
    }
    let mut escaped = String::with_capacity(text.len() + 16);
    for c in text.chars() {
        match c {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            '\'' => escaped.push_str("&#39;"),
            c => escaped.push(c),
        }
    }
    escaped.into()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn columns() -> Vec<String> {
        ["name", "first name", "twice", "twice"].map(str::to_owned).to_vec()
    }

    fn pieces(text: &str) -> Vec<Piece> {
        Template::parse(text, Known::All, &columns()).expect("a template").pieces
    }

    #[test]
    fn tokens_and_braces() {
        let text = |text: &str| Piece::Text(text.to_owned());
        assert_eq!(pieces("{n}: {csv.first name}"), [Piece::Token(Token::Number), text(": "), Piece::Column(1)]);
        assert_eq!(pieces("{{n} {{{n}"), [text("{n} {"), Piece::Token(Token::Number)]);
        assert_eq!(pieces("{{n}} {n}}} x{a{b:c}}"), [text("{n} "), Piece::Token(Token::Number), text("}} x{a{b:c}}")]);
        assert_eq!(pieces("{{{n}}}"), [text("{"), Piece::Token(Token::Number), text("}")]);
        for plain in ["", "a { color: red }", "@media x{a{b:c}}", "{\"a\":1}", "{}", "{", "}", "{a b}", "f(){x;}"] {
            let template = Template::parse(plain, Known::All, &columns()).expect("a template");
            assert!(template.is_fixed(), "{plain}");
            assert_eq!(template.plain().collect::<String>(), plain);
        }
    }

    #[test]
    fn unknown_ones_name_the_known() {
        let wrong = |text: &str, known| Template::parse(text, known, &columns()).expect_err("no template");
        let all = "{n} {date} {to} {msgid} {csv.name} {csv.first name} {csv.twice} {csv.twice}";
        let told = |text: &str, known| wrong(text, known).message;
        assert_eq!(told("{name}", Known::All), format!("{{name}} is none of {all}; {{{{ and }}}} are braces"));
        assert!(told("{csv.Name}", Known::All).starts_with("{csv.Name} is none of "));
        assert!(told("{to}", Known::Row).starts_with("{to} is none of {n} {date} {csv.name}"));
        assert!(told("{msgid}", Known::Recipient).starts_with("{msgid} is none of {n} {date} {to} {csv.name}"));
        let twice = wrong("{csv.twice}", Known::All);
        assert_eq!((twice.exit, twice.message.contains("columns 3 and 4")), (Exit::Data, true));
    }

    #[test]
    fn html_is_escaped() {
        assert_eq!(escape_html("a"), "a");
        assert_eq!(escape_html("<b>\"O'Neil\" & é"), "&lt;b&gt;&quot;O&#39;Neil&quot; &amp; é");
    }
}
