//! A table of comma-separated values (RFC 4180): one row a letter, read as often as it is needed.

use std::io::{self, Read};
use std::path::Path;

use csv::{Position, Reader, ReaderBuilder, StringRecord};

use crate::base::Exit;
use crate::cli::error::Failure;
use crate::client::deliver::{self, Source};
use crate::net::reason;

/// The most octets of a row.
const MAX_ROW: u64 = 16 << 20;
/// How much is read at once, and looked at to find what stands between fields.
const BLOCK: usize = 64 * 1024;

/// A table with its header.
pub struct Table {
    source: Source,
    name: String,
    delimiter: u8,
    columns: Vec<String>,
}

/// A row below the header.
pub struct Row {
    /// Its number, from 1.
    pub n: usize,
    fields: StringRecord,
}

impl Table {
    /// Reads the header. `delimiter`: what stands between fields, if it is not to be guessed.
    ///
    /// # Errors
    /// The file is missing (66), or has no header that names each column (65).
    pub fn open(path: &Path, delimiter: Option<u8>) -> Result<Table, Failure> {
        let (source, name) = match path.as_os_str() == "-" {
            true => (Source::spool(&mut io::stdin().lock(), "standard input")?, "standard input".to_owned()),
            false => (Source::open(path)?, path.display().to_string()),
        };
        let delimiter = match delimiter {
            Some(delimiter) => delimiter,
            None => guess(&source).map_err(|error| Failure::new(Exit::Io, reason(&error)).at(&name))?,
        };
        let mut table = Table { source, name, delimiter, columns: Vec::new() };
        let mut reader = table.reader();
        let header = read(&mut reader).map_err(|failure| table.at(failure))?;
        let header = header.ok_or_else(|| table.at(Failure::new(Exit::Data, "there is no header row in it")))?;
        table.columns = header.iter().map(|name| name.trim().to_owned()).collect();
        Ok(table)
    }

    /// The names of the columns.
    pub fn columns(&self) -> &[String] {
        &self.columns
    }

    /// Its octets.
    pub fn source(&self) -> &Source {
        &self.source
    }

    /// The rows below the header. Behind an error comes nothing more.
    pub fn rows(&self) -> Rows<'_> {
        Rows { table: self, reader: self.reader(), n: 0, over: false }
    }

    /// A failure of the file.
    pub fn at(&self, failure: Failure) -> Failure {
        failure.at(&format!("--csv {}", self.name))
    }

    /// A failure of a row: what is wrong with it is wrong with the data.
    pub fn in_row(&self, row: &Row, failure: Failure) -> Failure {
        let exit = if failure.exit == Exit::Usage { Exit::Data } else { failure.exit };
        let line = self.line(row.fields.position());
        self.at(Failure { exit, ..failure }.at(&format!("row {} (line {line})", row.n)))
    }

    /// The line on which what stands there begins, from 1: line ends before it count.
    fn line(&self, position: Option<&Position>) -> u64 {
        let (mut at, mut line, mut begun) = (0, 1, false);
        let from = position.map_or(0, Position::byte);
        // The file was read to that place before: it is read once more for the sake of a failure.
        let _ = self.source.survey(|block| {
            for octet in block {
                begun |= at >= from && !matches!(octet, b'\r' | b'\n');
                at += 1;
                line += u64::from(*octet == b'\n' && !begun);
            }
        });
        line
    }

    fn reader(&self) -> Reader<Watched> {
        let watched = Watched { reader: self.source.reader(), left: MAX_ROW, quotes: 0 };
        let mut builder = ReaderBuilder::new();
        builder.delimiter(self.delimiter).has_headers(false).flexible(true).buffer_capacity(BLOCK);
        builder.from_reader(watched)
    }
}

impl Row {
    /// The field in this column, from 0.
    pub fn field(&self, column: usize) -> &str {
        self.fields.get(column).unwrap_or_default()
    }
}

/// The rows of a table, one after the other.
pub struct Rows<'a> {
    table: &'a Table,
    reader: Reader<Watched>,
    n: usize,
    over: bool,
}

impl Iterator for Rows<'_> {
    type Item = Result<Row, Failure>;

    fn next(&mut self) -> Option<Result<Row, Failure>> {
        let row = if self.over { None } else { self.read().transpose() };
        self.over = !matches!(row, Some(Ok(_)));
        row
    }
}

impl Rows<'_> {
    fn read(&mut self) -> Result<Option<Row>, Failure> {
        if self.n == 0 {
            read(&mut self.reader)?;
        }
        self.n += 1;
        let failed = |failure: Failure| self.table.at(failure.at(&format!("row {}", self.n)));
        let Some(fields) = read(&mut self.reader).map_err(failed)? else {
            let text = "a quote is opened and not closed (RFC 4180 §2)";
            return match self.reader.get_ref().quotes % 2 {
                0 => Ok(None),
                _ => Err(self.table.at(Failure::new(Exit::Data, text))),
            };
        };
        let row = Row { n: self.n, fields };
        match (row.fields.len(), self.table.columns.len()) {
            (fields, columns) if fields == columns => Ok(Some(row)),
            (fields, columns) => {
                let text = format!("it has {}, the header names {columns}", counted(fields));
                Err(self.table.in_row(&row, Failure::new(Exit::Data, text)))
            }
        }
    }
}

fn counted(fields: usize) -> String {
    format!("{fields} field{}", if fields == 1 { "" } else { "s" })
}

fn read(reader: &mut Reader<Watched>) -> Result<Option<StringRecord>, Failure> {
    reader.get_mut().left = MAX_ROW;
    let mut record = StringRecord::new();
    match reader.read_record(&mut record) {
        Ok(true) => Ok(Some(record)),
        Ok(false) => Ok(None),
        Err(error) => Err(match error.kind() {
            csv::ErrorKind::Utf8 { .. } => {
                let failure = Failure::new(Exit::Data, "it is not UTF-8");
                failure.hint("iconv -f windows-1252 -t utf-8 makes it so, if that is what it is")
            }
            csv::ErrorKind::Io(error) if error.kind() == io::ErrorKind::FileTooLarge => {
                let text = "it is larger than 16 MiB: is a quote not closed?";
                Failure::new(Exit::Data, text)
            }
            csv::ErrorKind::Io(error) => Failure::new(Exit::Io, reason(error)),
            _ => Failure::new(Exit::Data, error),
        }),
    }
}

/// Counts what goes by.
struct Watched {
    reader: deliver::Reader,
    /// How much more may come before a row is at its end.
    left: u64,
    quotes: u64,
}

impl Read for Watched {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        if self.left == 0 {
            return Err(io::ErrorKind::FileTooLarge.into());
        }
        let count = self.reader.read(buffer)?;
        let octets = buffer.get(..count).unwrap_or_default();
        self.quotes += memchr::memchr_iter(b'"', octets).count() as u64;
        self.left = self.left.saturating_sub(count as u64);
        Ok(count)
    }
}

/// Whichever of comma, semicolon and tab stands most often in the first line, outside of quotes.
fn guess(source: &Source) -> io::Result<u8> {
    let mut block = vec![0; BLOCK];
    let count = source.reader().read(&mut block)?;
    let mut quoted = false;
    let line = block.get(..count).unwrap_or_default().iter().filter(|octet| {
        quoted ^= **octet == b'"';
        !quoted
    });
    let line: Vec<u8> = line.copied().take_while(|octet| !matches!(octet, b'\r' | b'\n')).collect();
    let often = |delimiter: u8| line.iter().filter(|octet| **octet == delimiter).count();
    let found = [b',', b';', b'\t'].into_iter().rev().max_by_key(|delimiter| often(*delimiter));
    Ok(found.unwrap_or(b','))
}

#[cfg(test)]
mod tests {
    use std::path::PathBuf;

    use super::*;

    fn table(text: &[u8], delimiter: Option<u8>) -> Result<Table, Failure> {
        let file = tempfile::NamedTempFile::new().expect("a file");
        std::fs::write(file.path(), text).expect("a file");
        Table::open(&PathBuf::from(file.path()), delimiter)
    }

    /// Each row with its line.
    type Lines = Vec<(u64, Vec<String>)>;

    fn rows(text: &[u8]) -> Result<Lines, (Exit, String)> {
        let told = |failure: Failure| {
            (failure.exit, failure.message.split_once(": ").map(|(_, text)| text.to_owned()).unwrap_or_default())
        };
        let table = table(text, None).map_err(told)?;
        let fields = |row: Row| (table.line(row.fields.position()), row.fields.iter().map(str::to_owned).collect());
        table.rows().map(|row| row.map(fields)).collect::<Result<_, _>>().map_err(told)
    }

    #[test]
    fn quotes_line_ends_and_delimiters() {
        let expected = vec![
            (2, vec!["a@x.test".to_owned(), "Peña, \"B\"".to_owned()]),
            (3, vec!["b@x.test".to_owned(), "two\nlines; \t".to_owned()]),
            (6, vec![String::new(), "é".to_owned()]),
        ];
        let text = "to,name\na@x.test,\"Peña, \"\"B\"\"\"\nb@x.test,\"two\nlines; \t\"\n\n,é";
        assert_eq!(rows(text.as_bytes()), Ok(expected.clone()));
        assert_eq!(rows(format!("\u{feff}{text}\n").as_bytes()), Ok(expected.clone()));
        let crlf = text.replace('\n', "\r\n");
        let lines = |rows: Lines| rows.into_iter().map(|(line, _)| line).collect::<Vec<_>>();
        assert_eq!(rows(crlf.as_bytes()).map(lines), Ok(vec![2, 3, 6]));
        for delimiter in [";", "\t"] {
            let text = format!("\"to,,,\"{delimiter}name\na@x.test{delimiter}b,c\n");
            let row = vec!["a@x.test".to_owned(), "b,c".to_owned()];
            assert_eq!(rows(text.as_bytes()), Ok(vec![(2, row)]));
        }
        let piped = table(b"to|name\na|b;c;d", Some(b'|')).expect("a table");
        assert_eq!(piped.columns(), ["to", "name"]);
    }

    #[test]
    fn broken_rows() {
        let wrong = |text: &[u8]| rows(text).expect_err("a broken table");
        assert_eq!(
            wrong(b"to,name\na,b\nc\n"),
            (Exit::Data, "row 2 (line 3): it has 1 field, the header names 2".into())
        );
        assert_eq!(wrong(b"to,name\na,b,c\n").1, "row 1 (line 2): it has 3 fields, the header names 2");
        assert!(wrong(b"to,name\na,b\nc,\"d\ne,f\n").1.starts_with("a quote is opened"));
        assert!(wrong(b"to,name\na,b\n\"c,\xff\"\n").1.starts_with("row 2: it is not UTF-8"));
        assert!(wrong(b"").1.starts_with("there is no header"));
        assert!(wrong(b"to\xff\na").1.contains("it is not UTF-8"));
    }

    #[test]
    fn a_quote_that_never_closes_is_not_held_in_memory() {
        let mut text = b"to\n\"".to_vec();
        text.resize(20 << 20, b'x');
        assert_eq!(rows(&text), Err((Exit::Data, "row 1: it is larger than 16 MiB: is a quote not closed?".into())));
    }
}
