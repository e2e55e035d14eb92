//! `mailtool mime encode` and `decode`: the transfer encodings as filters.

use clap::{Args, Subcommand};

use super::field;
use super::filter::{Files, Reader, pump};
use super::places::Places;
use super::remark::Worst;
use crate::base::Exit;
use crate::base::escape::escape;
use crate::cli::error::Failure;
use crate::cli::terminal::Terminal;
use crate::mime::flaw::Flaw;
use crate::mime::transfer_encoding::Mechanism;
use crate::mime::transform::{LineEnd, Transform};
use crate::mime::{base64, quoted_printable, uuencode, yenc};
use crate::transcript::Weight;

/// Encode octets, from a file or standard input to standard output
///
/// Lines end with LF, as files have them; --crlf writes them as mail needs them.
///
/// Exit codes: 0 done, 66 no such file, 73 the output cannot be created, 74 reading or writing failed.
#[derive(Debug, Args)]
#[command(after_help = ENCODE_EXAMPLES)]
pub struct Encode {
    #[command(subcommand)]
    kind: EncodeKind,
}

const ENCODE_EXAMPLES: &str = "Examples:
  mailtool mime encode base64 photo.jpg
  printf 'user:secret' | mailtool mime encode base64 -w 0
  mailtool mime encode qp --crlf letter.txt -o letter.qp
  echo '¿Qué?' | mailtool mime encode header --field Subject
  mailtool mime encode param filename 'crêpe.jpg'
  mailtool mime encode uu photo.jpg | mailtool mime decode uu | cmp - photo.jpg";

/// Decode octets, from a file or standard input to standard output
///
/// What is broken is salvaged: all that can be read is written, and every flaw is told on standard
/// error with the octets and lines before it.
///
/// Exit codes: 0 done, also if there were flaws that lost nothing; 65 octets are lost or damaged, or
/// there was nothing to decode; 66 no such file, 73 the output cannot be created, 74 reading or
/// writing failed.
#[derive(Debug, Args)]
#[command(after_help = DECODE_EXAMPLES)]
pub struct Decode {
    #[command(subcommand)]
    kind: DecodeKind,
}

const DECODE_EXAMPLES: &str = "Examples:
  mailtool mime decode base64 photo.b64 -o photo.jpg
  echo aG9sYQ | mailtool mime decode base64
  mailtool mime decode qp < letter.qp
  echo '=?UTF-8?Q?=C2=BFQu=C3=A9?=' | mailtool mime decode header
  grep -i ^content-disposition: letter.eml | mailtool mime decode param --json
  cat part1.ntx part2.ntx | mailtool mime decode yenc -o joystick.jpg";

/// How to encode.
#[derive(Debug, Subcommand)]
enum EncodeKind {
    /// base64, as base64(1) writes it (RFC 2045 §6.8)
    Base64 {
        /// Characters of a line; 0 writes no line ends at all
        #[arg(short, long, value_name = "COLUMNS", default_value = "76")]
        wrap: usize,
        #[command(flatten)]
        lines: Lines,
        #[command(flatten)]
        files: Files,
    },
    /// quoted-printable (RFC 2045 §6.7)
    ///
    /// Line ends stay line ends. Text whose last line has no end is decoded without one again.
    #[command(visible_alias = "quoted-printable")]
    Qp {
        /// Not text: CR and LF are encoded as well, so that every octet comes back
        #[arg(long)]
        binary: bool,
        #[command(flatten)]
        lines: Lines,
        #[command(flatten)]
        files: Files,
    },
    /// uuencode, as uuencode(1) writes it
    #[command(visible_alias = "uuencode")]
    Uu {
        /// The file's name in the line `begin` [default: that of FILE]
        #[arg(long, value_name = "NAME")]
        name: Option<String>,
        /// The file's permissions in the line `begin`, in octal [default: those of FILE]
        #[arg(long, value_name = "OCTAL", value_parser = octal)]
        mode: Option<u32>,
        #[command(flatten)]
        lines: Lines,
        #[command(flatten)]
        files: Files,
    },
    /// yEnc, one part with its checksum
    ///
    /// Its lines are of eight bits: no mail server has to take them unless it offers 8BITMIME.
    Yenc {
        /// The file's name in the line `=ybegin` [default: that of FILE]
        #[arg(long, value_name = "NAME")]
        name: Option<String>,
        #[command(flatten)]
        lines: Lines,
        #[command(flatten)]
        files: Files,
    },
    /// Text of header fields, a value a line, as encoded words where it must be (RFC 2047)
    Header(field::EncodeHeader),
    /// One parameter of Content-Type or Content-Disposition (RFC 2231)
    Param(field::EncodeParam),
}

/// How to decode.
#[derive(Debug, Subcommand)]
enum DecodeKind {
    /// base64, whatever stands between its characters (RFC 2045 §6.8)
    Base64 {
        /// Say nothing about characters that are not of the alphabet; they are ignored anyway
        #[arg(short, long)]
        ignore_garbage: bool,
        #[command(flatten)]
        files: Files,
    },
    /// quoted-printable (RFC 2045 §6.7); line ends stay as they are
    #[command(visible_alias = "quoted-printable")]
    Qp {
        #[command(flatten)]
        files: Files,
    },
    /// uuencode: the first file in the text, wherever it begins; `begin-base64` too
    #[command(visible_alias = "uuencode")]
    Uu {
        #[command(flatten)]
        files: Files,
    },
    /// yEnc: the first file in the text with all its parts; sizes and checksums are verified
    Yenc {
        #[command(flatten)]
        files: Files,
    },
    /// Header fields or their values, one a line, folded ones joined (RFC 2047)
    Header(field::DecodeHeader),
    /// The parameters of header fields or of their values, one a line (RFC 2231)
    Param(field::DecodeParam),
}

/// The line ends of what is written.
#[derive(Clone, Copy, Debug, Args)]
struct Lines {
    /// End lines with CRLF, as mail needs them
    #[arg(long)]
    crlf: bool,
}

impl Lines {
    fn end(self) -> LineEnd {
        if self.crlf { LineEnd::CrLf } else { LineEnd::Lf }
    }
}

fn octal(text: &str) -> Result<u32, String> {
    let mode = u32::from_str_radix(text, 8).ok().filter(|mode| *mode <= 0o777 && !text.starts_with('+'));
    mode.ok_or_else(|| "permissions in octal are expected, as 644".to_owned())
}

/// Encodes.
pub fn encode(args: &Encode, terminal: &Terminal) -> Result<Exit, Failure> {
    let (files, mut input, mut encoder): (&Files, Reader, Box<dyn Transform>) = match &args.kind {
        EncodeKind::Base64 { wrap, lines, files } => {
            (files, files.open()?, Box::new(base64::Encoder::lines(*wrap, lines.end())))
        }
        EncodeKind::Qp { binary, lines, files } => {
            let encoder = match binary {
                true => quoted_printable::Encoder::binary(),
                false => quoted_printable::Encoder::text().open_end(),
            };
            (files, files.open()?, Box::new(encoder.line_end(lines.end())))
        }
        EncodeKind::Uu { name, mode, lines, files } => {
            let input = files.open()?;
            let mode = mode.or(input.mode()).unwrap_or(0o644);
            let encoder = uuencode::Encoder::new(name_of(name, files).as_bytes(), mode, lines.end());
            (files, input, Box::new(encoder))
        }
        EncodeKind::Yenc { name, lines, files } => {
            let (input, size) = files.open()?.with_size()?;
            let encoder = yenc::Encoder::new(name_of(name, files).as_bytes(), size, lines.end());
            (files, input, Box::new(encoder))
        }
        EncodeKind::Header(header) => return field::encode_header(header, terminal),
        EncodeKind::Param(param) => return field::encode_param(param, terminal),
    };
    let mut output = files.create(&input)?;
    pump(&mut input, &mut output, encoder.as_mut(), |_, _| ())?;
    terminal.finish()?;
    Ok(Exit::Ok)
}

/// The name that was given, or that of the file.
fn name_of(name: &Option<String>, files: &Files) -> String {
    let of_file = || files.file().and_then(|file| Some(file.file_name()?.to_string_lossy().into_owned()));
    name.clone().or_else(of_file).unwrap_or_else(|| "stdin".to_owned())
}

/// Decodes, and tells what is wrong.
pub fn decode(args: &Decode, terminal: &Terminal) -> Result<Exit, Failure> {
    let (mechanism, files, garbage) = match &args.kind {
        DecodeKind::Base64 { ignore_garbage, files } => (Mechanism::Base64, files, *ignore_garbage),
        DecodeKind::Qp { files } => (Mechanism::QuotedPrintable, files, false),
        DecodeKind::Uu { files } => (Mechanism::Uuencode, files, false),
        DecodeKind::Yenc { files } => (Mechanism::Yenc, files, false),
        DecodeKind::Header(header) => return field::decode_header(header, terminal),
        DecodeKind::Param(param) => return field::decode_param(param, terminal),
    };
    let mut input = files.open()?;
    let mut output = files.create(&input)?;
    let mut decoder = mechanism.decoder();
    let mut findings =
        Findings { mechanism: &mechanism, garbage, terminal, places: Places::new(), worst: Worst::default() };
    let whole = pump(&mut input, &mut output, decoder.as_mut(), |decoder, piece| {
        findings.places.piece(piece);
        decoder.findings().iter().for_each(|flaw| findings.tell(flaw));
    })?;
    if let Some(carried) = decoder.carried() {
        let mode = carried.mode.map(|mode| format!(", mode {mode:o}")).unwrap_or_default();
        terminal
            .note(Weight::Info, format!("{}: the file's name is {}{mode}", mechanism.name(), escape(&carried.name)));
    }
    // Whoever closed the pipe wants to hear no more.
    if whole { findings.worst.end() } else { Ok(Exit::Ok) }
}

/// Tells flaws while decoding goes on.
struct Findings<'a> {
    mechanism: &'a Mechanism,
    garbage: bool,
    terminal: &'a Terminal,
    places: Places,
    worst: Worst,
}

impl Findings<'_> {
    fn tell(&mut self, flaw: &Flaw) {
        if self.garbage && flaw.code == "base64-junk" {
            return;
        }
        let line = self.places.line(flaw.offset);
        self.worst.tell(self.terminal, self.mechanism.name(), line, flaw);
    }
}
