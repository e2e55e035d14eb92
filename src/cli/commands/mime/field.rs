//! `mailtool mime encode|decode header|param`: what stands in header fields.

use clap::Args;
use serde::Serialize;

use super::filter::{Input, Line};
use super::remark::{Remark, Worst};
use crate::base::Exit;
use crate::base::escape::escape_str;
use crate::cli::error::Failure;
use crate::cli::terminal::Terminal;
use crate::mime::charset::Charset;
use crate::mime::encoded_word::{self, Context};
use crate::mime::flaw::Flaw;
use crate::mime::header::{self, Field};
use crate::mime::parameter::{self, Form, Parameter};
use crate::mime::{address_list, addresses};

/// Fields in which a quoted string is no place for encoded words (RFC 5322 §3.6).
const ADDRESSES: [&str; 14] = [
    "from",
    "sender",
    "reply-to",
    "to",
    "cc",
    "bcc",
    "resent-from",
    "resent-sender",
    "resent-reply-to",
    "resent-to",
    "resent-cc",
    "resent-bcc",
    "return-path",
    "disposition-notification-to",
];

/// Encodes text as it stands in a header field.
#[derive(Debug, Args)]
pub struct EncodeHeader {
    /// The charset of encoded words
    #[arg(long, value_name = "CHARSET", default_value = "utf-8")]
    charset: String,
    /// Write whole fields of this name; those that hold addresses are read as lists of them
    #[arg(long, value_name = "NAME")]
    field: Option<String>,
    #[command(flatten)]
    input: Input,
}

/// Decodes header fields or their values.
#[derive(Debug, Args)]
pub struct DecodeHeader {
    /// The field whose values these are, if they come without its name
    #[arg(long, value_name = "NAME")]
    field: Option<String>,
    #[command(flatten)]
    input: Input,
}

/// Encodes one parameter.
#[derive(Debug, Args)]
pub struct EncodeParam {
    /// The name of the parameter, as filename
    name: String,
    /// Its value
    value: String,
    /// With a second form before it for readers that do not know RFC 2231
    #[arg(long)]
    compat: bool,
}

/// Decodes the parameters of fields.
#[derive(Debug, Args)]
pub struct DecodeParam {
    #[command(flatten)]
    input: Input,
}

/// Encodes each line.
pub fn encode_header(args: &EncodeHeader, terminal: &Terminal) -> Result<Exit, Failure> {
    let charset = Charset::parse(&args.charset)
        .ok_or_else(|| Failure::usage("--charset", format!("{:?} is not known, or cannot be written", args.charset)))?;
    if let Some(name) = &args.field {
        Field::new(name, "").map_err(|error| Failure::usage("--field", error))?;
    }
    args.input.open()?.lines(false, |line| {
        let bad = |error: &dyn std::fmt::Display| Failure::new(Exit::Data, format!("line {}: {error}", line.number));
        let text = std::str::from_utf8(&line.octets).map_err(|_| bad(&"it is not UTF-8"))?;
        let encoded = match &args.field {
            Some(name) => format!("{name}: {}", encode(name, text, charset).map_err(|error| bad(&error))?),
            None => header::unstructured(text, 0, charset, false).map_err(|error| bad(&error))?,
        };
        terminal.result(encoded.trim_start_matches("\r\n").replace("\r\n", "\n").as_str());
        Ok(())
    })?;
    terminal.finish()?;
    Ok(Exit::Ok)
}

/// The value of a field of that name.
fn encode(name: &str, text: &str, charset: Charset) -> Result<String, address_list::Error> {
    let column = name.len() + ": ".len();
    match holds_addresses(name) {
        true => address_list::encode(&address_list::parse(text)?, column, false, charset),
        false => Ok(header::unstructured(text, column, charset, false)?),
    }
}

/// Decodes each field.
pub fn decode_header(args: &DecodeHeader, terminal: &Terminal) -> Result<Exit, Failure> {
    let mut worst = Worst::default();
    args.input.open()?.lines(true, |line| {
        let (name, value, offset) = line.parts();
        let field = if name.is_empty() { args.field.as_deref().unwrap_or_default() } else { name };
        let context = if holds_addresses(field) { Context::Phrase } else { Context::Unstructured };
        let (text, mut flaws) = encoded_word::read(value, context);
        if context == Context::Phrase {
            let known = flaws.iter().map(|flaw| (flaw.code, flaw.offset)).collect::<Vec<_>>();
            let (_, more) = addresses::read(value);
            flaws.extend(more.into_iter().filter(|flaw| !known.contains(&(flaw.code, flaw.offset))));
            flaws.sort_by_key(|flaw| flaw.offset);
        }
        flaws.iter_mut().for_each(|flaw| flaw.offset += offset);
        let prefix = if name.is_empty() { String::new() } else { format!("{name}:") };
        if terminal.json {
            let flaws = flaws.iter().map(|flaw| Remark::new(flaw, line.line(flaw.offset))).collect();
            let field = Some(field).filter(|field| !field.is_empty());
            terminal.json(&Header { field, text: text.trim(), flaws });
        } else {
            terminal.result(&escape_str(&format!("{prefix}{text}").trim().replace('\t', " ")));
        }
        tell(&mut worst, terminal, &line, &flaws);
        Ok(())
    })?;
    end(worst, terminal)
}

/// The fields of `mime decode header --json`.
#[derive(Serialize)]
struct Header<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    field: Option<&'a str>,
    text: &'a str,
    flaws: Vec<Remark<'a>>,
}

/// Encodes the parameter.
pub fn encode_param(args: &EncodeParam, terminal: &Terminal) -> Result<Exit, Failure> {
    if !parameter::is_name(&args.name) {
        let message = "the name of a parameter is made of letters, digits and - only";
        return Err(Failure::usage("NAME", message));
    }
    let encoded = match args.compat {
        true => parameter::encode_compatible(&args.name, &args.value, 0),
        false => parameter::encode(&args.name, &args.value, 0),
    };
    let lines = encoded.replace("\r\n", "\n");
    terminal.result(lines.trim_start_matches([';', '\n', ' ']));
    terminal.finish()?;
    Ok(Exit::Ok)
}

/// Decodes the parameters of each field.
pub fn decode_param(args: &DecodeParam, terminal: &Terminal) -> Result<Exit, Failure> {
    let mut worst = Worst::default();
    args.input.open()?.lines(true, |line| {
        let (_, value, offset) = line.parts();
        let (main, parameters, mut flaws) = parameter::read_field(value);
        flaws.iter_mut().for_each(|flaw| flaw.offset += offset);
        if terminal.json {
            let flaws = flaws.iter().map(|flaw| Remark::new(flaw, line.line(flaw.offset))).collect();
            let parameters = parameters.iter().map(Told::new).collect();
            terminal.json(&Parametrised { value: &main, parameters, flaws });
        } else {
            for Parameter { name, value, .. } in &parameters {
                terminal.result(&escape_str(&format!("{name}={value}")));
            }
        }
        tell(&mut worst, terminal, &line, &flaws);
        Ok(())
    })?;
    end(worst, terminal)
}

/// The fields of `mime decode param --json`.
#[derive(Serialize)]
struct Parametrised<'a> {
    value: &'a str,
    parameters: Vec<Told<'a>>,
    flaws: Vec<Remark<'a>>,
}

#[derive(Serialize)]
struct Told<'a> {
    name: &'a str,
    value: &'a str,
    form: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    charset: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    language: Option<&'a str>,
}

impl<'a> Told<'a> {
    fn new(parameter: &'a Parameter) -> Told<'a> {
        Told {
            name: &parameter.name,
            value: &parameter.value,
            form: match parameter.form {
                Form::Plain => "plain",
                Form::EncodedWords => "encoded-words",
                Form::Extended => "extended",
                Form::Continued => "continued",
            },
            charset: parameter.charset.as_deref(),
            language: parameter.language.as_deref(),
        }
    }
}

fn holds_addresses(name: &str) -> bool {
    ADDRESSES.iter().any(|known| known.eq_ignore_ascii_case(name))
}

/// Tells all flaws of a field.
fn tell(worst: &mut Worst, terminal: &Terminal, line: &Line, flaws: &[Flaw]) {
    flaws.iter().for_each(|flaw| worst.tell(terminal, "header", Some(line.line(flaw.offset)), flaw));
}

/// Ends with what was worst.
fn end(worst: Worst, terminal: &Terminal) -> Result<Exit, Failure> {
    terminal.finish()?;
    worst.end()
}
