//! A table of comma-separated values (RFC 4180): one row a letter, read as often as it is needed.

use std::io::{self, Read};
use std::path::Path;

use csv::{Position, Reader, ReaderBuilder, StringRecord};

use super::scan::{Scan, Spot, Watched};
use crate::base::Exit;
use crate::cli::error::Failure;
use crate::client::deliver::Source;
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
        let head = head(&source).map_err(|error| Failure::new(Exit::Io, reason(&error)).at(&name))?;
        let delimiter = delimiter.unwrap_or_else(|| guess(&head));
        let mut table = Table { source, name, delimiter, columns: Vec::new() };
        check_encoding(&head).map_err(|failure| table.at(failure))?;
        let mut reader = table.reader();
        let header = table.read(&mut reader, "the header")?;
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

    /// The next row, which errors call `what`.
    fn read(&self, reader: &mut Reader<Watched>, what: &str) -> Result<Option<StringRecord>, Failure> {
        reader.get_mut().left = MAX_ROW;
        let from = reader.position().clone();
        let mut record = StringRecord::new();
        let read = reader.read_record(&mut record);
        let unclosed = reader.get_ref().unclosed(reader.position().byte());
        let wrong = match read {
            // A quote that is not closed has swallowed the rest of the file.
            Ok(true) if unclosed.is_some() => not_closed(unclosed),
            Ok(true) => return Ok(Some(record)),
            Ok(false) => return Ok(None),
            Err(error) => self.wrong(error.kind(), reader.get_ref()),
        };
        let line = self.line(Some(&from));
        Err(self.at(wrong.at(&format!("{what} (line {line})"))))
    }

    fn wrong(&self, kind: &csv::ErrorKind, watched: &Watched) -> Failure {
        match kind {
            csv::ErrorKind::Utf8 { err, .. } => {
                let (field, octet) = (err.field(), err.valid_up_to() + 1);
                let name = self.columns.get(field).filter(|name| !name.is_empty());
                let name = name.map_or_else(String::new, |name| format!(" ({name})"));
                let text = format!("column {}{name}, octet {octet}: it is not UTF-8", field + 1);
                let hint = "iconv -f windows-1252 -t utf-8 makes it so, if that is what it is";
                Failure::new(Exit::Data, text).hint(hint)
            }
            csv::ErrorKind::Io(error) if error.kind() == io::ErrorKind::FileTooLarge => match watched.open() {
                None => Failure::new(Exit::Data, "it is larger than 16 MiB"),
                quote => {
                    let failure = not_closed(quote);
                    Failure { message: format!("it is larger than 16 MiB: {}", failure.message), ..failure }
                }
            },
            csv::ErrorKind::Io(error) => Failure::new(Exit::Io, reason(error)),
            error => Failure::new(Exit::Data, format!("{error:?}")),
        }
    }

    /// The line on which what stands there begins, from 1: line ends before it count.
    fn line(&self, position: Option<&Position>) -> u64 {
        let (mut at, mut begun, mut scan) = (0, false, Scan::new(self.delimiter));
        let from = position.map_or(0, Position::byte);
        // The file was read to that place before: it is read once more for the sake of a failure.
        let _ = self.source.survey(|block| {
            for octet in block {
                begun |= at >= from && !matches!(octet, b'\r' | b'\n');
                at += 1;
                if !begun {
                    scan.push(*octet);
                }
            }
        });
        scan.at().line
    }

    fn reader(&self) -> Reader<Watched> {
        let watched = Watched::new(self.source.reader(), MAX_ROW, self.delimiter);
        let mut builder = ReaderBuilder::new();
        builder.delimiter(self.delimiter).has_headers(false).flexible(true).buffer_capacity(BLOCK);
        builder.from_reader(watched)
    }
}

/// A quote that stands there is never closed.
fn not_closed(quote: Option<Spot>) -> Failure {
    let Spot { line, column } = quote.unwrap_or(Spot { line: 1, column: 1 });
    let text = format!("the quote that is opened in line {line}, column {column} is not closed (RFC 4180 §2)");
    Failure::new(Exit::Data, text).hint("a quote within quotes is written twice")
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
            self.table.read(&mut self.reader, "the header")?;
        }
        self.n += 1;
        let Some(fields) = self.table.read(&mut self.reader, &format!("row {}", self.n))? else { return Ok(None) };
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

/// The beginning of the file.
fn head(source: &Source) -> io::Result<Vec<u8>> {
    let mut head = vec![0; BLOCK];
    let count = source.reader().read(&mut head)?;
    head.truncate(count);
    Ok(head)
}

/// What other Unicode texts begin with, and look like.
fn check_encoding(head: &[u8]) -> Result<(), Failure> {
    let wrong = |name: &str, option: &str| {
        let failure = Failure::new(Exit::Data, format!("line 1: it is {name}, not UTF-8"));
        Err(failure.hint(format!("iconv -f {option} -t utf-8 makes it so")))
    };
    match head {
        [0xff, 0xfe, 0, 0, ..] | [0, 0, 0xfe, 0xff, ..] => wrong("UTF-32", "utf-32"),
        [0xff, 0xfe, ..] | [0xfe, 0xff, ..] => wrong("UTF-16", "utf-16"),
        [first, 0, ..] if *first != 0 => wrong("UTF-16 without a mark, as it seems", "utf-16le"),
        [0, first, ..] if *first != 0 => wrong("UTF-16 without a mark, as it seems", "utf-16be"),
        _ => Ok(()),
    }
}

/// Whichever of comma, semicolon and tab stands most often in the first line, outside of quotes.
fn guess(head: &[u8]) -> u8 {
    let mut quoted = false;
    let line = head.iter().filter(|octet| {
        quoted ^= **octet == b'"';
        !quoted
    });
    let line: Vec<u8> = line.copied().take_while(|octet| !matches!(octet, b'\r' | b'\n')).collect();
    let often = |delimiter: u8| line.iter().filter(|octet| **octet == delimiter).count();
    let found = [b',', b';', b'\t'].into_iter().rev().max_by_key(|delimiter| often(*delimiter));
    found.unwrap_or(b',')
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
    fn line_ends_of_every_kind() {
        for end in ["\n", "\r\n", "\r"] {
            let text = ["to,name", "a,b", "", "c,\"d", "e\"", "f"].join(end);
            let wrong = rows(text.as_bytes()).expect_err("a ragged row");
            assert_eq!(wrong.1, "row 3 (line 6): it has 1 field, the header names 2", "{end:?}");
        }
        assert_eq!(
            rows(b"\xef\xbb\xbf\"to\",name\n5\" disk,b").map(|rows| rows.len()),
            Ok(1),
            "a quote within a field"
        );
    }

    #[test]
    fn broken_rows() {
        let wrong = |text: &[u8]| rows(text).expect_err("a broken table");
        let told = |text: &[u8]| {
            let (exit, text) = wrong(text);
            assert_eq!(exit, Exit::Data);
            text
        };
        assert_eq!(told(b"to,name\na,b\nc\n"), "row 2 (line 3): it has 1 field, the header names 2");
        assert_eq!(told(b"to,name\na,b,c\n"), "row 1 (line 2): it has 3 fields, the header names 2");
        let quote = "row 2 (line 3): the quote that is opened in line 3, column 3 is not closed (RFC 4180 §2)";
        assert_eq!(told(b"to,name\na,b\nc,\"d\ne,f\n"), quote);
        assert_eq!(told(b"to,name\r\na,b\r\nc,\"d"), quote);
        let quote = "row 1 (line 2): the quote that is opened in line 3, column 4 is not closed (RFC 4180 §2)";
        assert_eq!(told(b"\xef\xbb\xbfto,name\n\"a\nb\",\"c,d\ne,f\n"), quote);
        let quote = "the header (line 1): the quote that is opened in line 1, column 4 is not closed (RFC 4180 §2)";
        assert_eq!(told(b"to,\"name\na,b\n"), quote);
        assert_eq!(told(b"to,name\na,b\n\"c,\xff\",\n"), "row 2 (line 3): column 1 (to), octet 3: it is not UTF-8");
        assert_eq!(told(b"to,name\n\na,b\xe1\n"), "row 1 (line 3): column 2 (name), octet 2: it is not UTF-8");
        assert_eq!(told(b"to,n\xff\na"), "the header (line 1): column 2, octet 2: it is not UTF-8");
        assert_eq!(told(b"\xff\xfet\0o\0\n\0"), "line 1: it is UTF-16, not UTF-8");
        assert_eq!(told(b"t\0o\0\n\0"), "line 1: it is UTF-16 without a mark, as it seems, not UTF-8");
        for none in [&b""[..], b"\xef\xbb\xbf", b"\r\n\n"] {
            assert!(told(none).starts_with("there is no header"));
        }
        assert_eq!(rows(b"to,name"), Ok(Vec::new()));
    }

    #[test]
    fn a_quote_that_never_closes_is_not_held_in_memory() {
        let mut text = b"to\n\"".to_vec();
        text.resize(20 << 20, b'x');
        let quote = "the quote that is opened in line 2, column 1 is not closed (RFC 4180 §2)";
        assert_eq!(rows(&text), Err((Exit::Data, format!("row 1 (line 2): it is larger than 16 MiB: {quote}"))));
    }
}
