//! What is common to filters: a file or standard input, through a transform, to a file or standard output.

use std::fs::File;
use std::io::{self, ErrorKind, Read as _, Seek as _, Write as _};
use std::os::fd::{AsFd as _, BorrowedFd};
use std::os::unix::fs::PermissionsExt as _;
use std::path::{Path, PathBuf};

use clap::Args;

use super::output::is_same;
use crate::base::Exit;
use crate::cli::error::Failure;
use crate::mime::transform::Transform;
use crate::net::reason;

/// Octets that are read at once.
const BUFFER: usize = 128 * 1024;
/// The longest line that is held, in octets.
const MAX_LINE: usize = 16 << 20;

/// Where the octets come from.
#[derive(Clone, Debug, Args)]
pub struct Input {
    /// The input; - is standard input
    #[arg(value_name = "FILE", default_value = "-")]
    file: PathBuf,
}

/// Where the octets come from and go to.
#[derive(Clone, Debug, Args)]
pub struct Files {
    #[command(flatten)]
    input: Input,
    /// Write into this file, not to standard output
    #[arg(short, long, value_name = "FILE")]
    output: Option<PathBuf>,
}

/// An open input with the name it has in messages.
#[derive(Debug)]
pub struct Reader {
    file: File,
    name: String,
    is_stdin: bool,
}

/// A line, or a field of several.
#[derive(Debug)]
pub struct Line {
    /// Without the last line end.
    pub octets: Vec<u8>,
    /// Of the first line, from 1.
    pub number: u64,
    /// Octets of the input before it.
    pub offset: u64,
}

/// An open output.
#[derive(Debug)]
pub struct Writer {
    file: File,
    name: String,
    is_stdout: bool,
}

impl Input {
    /// That of this name.
    pub fn of(file: PathBuf) -> Input {
        Input { file }
    }

    /// The input, unless it is standard input.
    pub fn file(&self) -> Option<&Path> {
        (self.file != Path::new("-")).then_some(self.file.as_path())
    }

    /// Opens the input.
    ///
    /// # Errors
    /// There is no such file, or it may not be read.
    pub fn open(&self) -> Result<Reader, Failure> {
        let (name, file) = match self.file() {
            Some(path) => (path.display().to_string(), File::open(path)),
            None => ("standard input".to_owned(), unbuffered(io::stdin().as_fd())),
        };
        let is_directory = |file: &File| file.metadata().is_ok_and(|metadata| metadata.is_dir());
        match file {
            Ok(file) if is_directory(&file) => Err(Failure::new(Exit::NoInput, format!("{name}: it is a directory"))),
            Ok(file) => Ok(Reader { file, name, is_stdin: self.file().is_none() }),
            Err(error) => Err(Failure::new(Exit::NoInput, format!("{name}: {}", reason(&error)))),
        }
    }
}

impl Files {
    /// The input, unless it is standard input.
    pub fn file(&self) -> Option<&Path> {
        self.input.file()
    }

    /// Opens the input.
    ///
    /// # Errors
    /// There is no such file, or it may not be read.
    pub fn open(&self) -> Result<Reader, Failure> {
        self.input.open()
    }

    /// Opens the output.
    ///
    /// # Errors
    /// It cannot be created, or it is the input.
    pub fn create(&self, input: &Reader) -> Result<Writer, Failure> {
        let Some(path) = self.output.as_deref().filter(|path| *path != Path::new("-")) else {
            let file = unbuffered(io::stdout().as_fd());
            let file = file.map_err(|error| Failure::cannot_create(Path::new("standard output"), &error))?;
            return Ok(Writer { file, name: "standard output".to_owned(), is_stdout: true });
        };
        if let (Ok(there), Ok(here)) = (std::fs::metadata(path), input.file.metadata())
            && is_same(&there, &here)
        {
            return Err(Failure::usage("--output", "it is the input, which would be lost"));
        }
        let file = File::create(path).map_err(|error| Failure::cannot_create(path, &error))?;
        Ok(Writer { file, name: path.display().to_string(), is_stdout: false })
    }
}

/// A stream of the process without the buffer that the standard library puts before it.
fn unbuffered(stream: BorrowedFd<'_>) -> io::Result<File> {
    stream.try_clone_to_owned().map(File::from)
}

impl Reader {
    /// The permissions of a file that was named.
    pub fn mode(&self) -> Option<u32> {
        let metadata = self.file.metadata().ok().filter(|metadata| !self.is_stdin && metadata.is_file())?;
        Some(metadata.permissions().mode() & 0o777)
    }

    /// The input with the number of octets that are still to come; what cannot tell is read into a temporary file.
    ///
    /// # Errors
    /// Reading or the temporary file failed.
    pub fn with_size(mut self) -> Result<(Reader, u64), Failure> {
        let metadata = self.file.metadata().map_err(|error| self.failure(&error))?;
        if metadata.is_file()
            && let Ok(here) = self.file.stream_position()
        {
            let size = metadata.len().saturating_sub(here);
            return Ok((self, size));
        }
        let temporary = |error: io::Error| Failure::new(Exit::Io, format!("a temporary file: {}", reason(&error)));
        let mut spool = tempfile::tempfile().map_err(temporary)?;
        let mut writer = Writer {
            file: spool.try_clone().map_err(temporary)?,
            name: "a temporary file".to_owned(),
            is_stdout: false,
        };
        let mut buffer = vec![0; BUFFER];
        let mut size = 0;
        loop {
            let octets = self.read(&mut buffer)?;
            if octets.is_empty() {
                break;
            }
            size += octets.len() as u64;
            writer.write(octets)?;
        }
        spool.rewind().map_err(temporary)?;
        Ok((Reader { file: spool, ..self }, size))
    }

    /// Calls `each` with each piece of the input.
    ///
    /// # Errors
    /// Reading failed.
    pub fn pieces(mut self, mut each: impl FnMut(&[u8])) -> Result<(), Failure> {
        let mut buffer = vec![0; BUFFER];
        loop {
            match self.read(&mut buffer)? {
                [] => return Ok(()),
                piece => each(piece),
            }
        }
    }

    /// Calls `each` with each line, its end taken off. With `folded` a line that begins with a blank belongs to the one
    /// before it, and blank lines part fields.
    ///
    /// # Errors
    /// Reading failed, a line has more than [`MAX_LINE`] octets, or `each` failed.
    pub fn lines(mut self, folded: bool, mut each: impl FnMut(Line) -> Result<(), Failure>) -> Result<(), Failure> {
        let mut buffer = vec![0; BUFFER];
        let mut line = Line { octets: Vec::new(), number: 1, offset: 0 };
        let (mut number, mut offset) = (1, 0);
        loop {
            let piece = self.read(&mut buffer)?;
            let over = piece.is_empty();
            for octets in piece.split_inclusive(|&octet| octet == b'\n') {
                let begins = line.octets.ends_with(b"\n") && !(folded && matches!(octets[0], b' ' | b'\t'));
                if begins {
                    line.finish(folded, &mut each)?;
                    line = Line { octets: Vec::new(), number, offset };
                }
                line.octets.extend_from_slice(octets);
                offset += octets.len() as u64;
                number += u64::from(octets.ends_with(b"\n"));
                if line.octets.len() > MAX_LINE {
                    let message = format!("{}, line {}: more than 16 MiB", self.name, line.number);
                    return Err(Failure::new(Exit::Data, message));
                }
            }
            if over {
                return line.finish(folded, &mut each);
            }
        }
    }

    fn read<'a>(&mut self, buffer: &'a mut [u8]) -> Result<&'a [u8], Failure> {
        loop {
            match self.file.read(buffer) {
                Ok(octets) => return Ok(&buffer[..octets]),
                Err(error) if error.kind() == ErrorKind::Interrupted => {}
                Err(error) => return Err(self.failure(&error)),
            }
        }
    }

    fn failure(&self, error: &io::Error) -> Failure {
        Failure::new(Exit::Io, format!("{}: {}", self.name, reason(error)))
    }
}

impl Line {
    fn finish(mut self, folded: bool, each: &mut impl FnMut(Line) -> Result<(), Failure>) -> Result<(), Failure> {
        let ended = self.octets.pop_if(|octet| *octet == b'\n').is_some();
        if ended {
            self.octets.pop_if(|octet| *octet == b'\r');
        }
        let nothing = if folded { self.octets.trim_ascii().is_empty() } else { self.octets.is_empty() && !ended };
        if nothing { Ok(()) } else { each(self) }
    }

    /// The name of a field with what is behind its colon, and the octets of the input before that; no name if this is
    /// a value alone.
    pub fn parts(&self) -> (&str, &[u8], u64) {
        let name = |octet: &u8| octet.is_ascii_alphanumeric() || b"-_".contains(octet);
        let end = self.octets.iter().position(|octet| !name(octet)).filter(|&end| end > 0 && self.octets[end] == b':');
        let (name, value) =
            end.map_or((&[][..], &self.octets[..]), |end| (&self.octets[..end], &self.octets[end + 1..]));
        let before = self.octets.len() - value.len();
        (std::str::from_utf8(name).unwrap_or_default(), value, self.offset + before as u64)
    }

    /// The number of the line, from 1, in which the octet at this offset of the input stands.
    pub fn line(&self, offset: u64) -> u64 {
        let within = usize::try_from(offset.saturating_sub(self.offset)).unwrap_or(usize::MAX).min(self.octets.len());
        self.number + memchr::memchr_iter(b'\n', &self.octets[..within]).count() as u64
    }
}

impl Writer {
    /// False if nobody reads any more.
    fn write(&mut self, octets: &[u8]) -> Result<bool, Failure> {
        match self.file.write_all(octets) {
            Ok(()) => Ok(true),
            Err(error) if self.is_stdout && error.kind() == ErrorKind::BrokenPipe => Ok(false),
            Err(error) => Err(Failure::new(Exit::Io, format!("{}: {}", self.name, reason(&error)))),
        }
    }
}

/// Everything from the input through the transform to the output; `seen` hears of each piece of the input behind it,
/// at the end of an empty one. False if nobody wanted to read to the end.
///
/// # Errors
/// Reading or writing failed.
pub fn pump<T: Transform + ?Sized>(
    input: &mut Reader,
    output: &mut Writer,
    transform: &mut T,
    mut seen: impl FnMut(&mut T, &[u8]),
) -> Result<bool, Failure> {
    let mut buffer = vec![0; BUFFER];
    let mut octets = Vec::new();
    loop {
        let piece = input.read(&mut buffer)?;
        match piece {
            [] => transform.finish(&mut octets),
            piece => transform.push(piece, &mut octets),
        }
        seen(transform, piece);
        if !octets.is_empty() && !output.write(&octets)? {
            return Ok(false);
        }
        octets.clear();
        if piece.is_empty() {
            return Ok(true);
        }
    }
}
