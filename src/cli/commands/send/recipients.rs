//! `--rcpt-file`: recipients, one a line.

use std::io::{self, BufRead, BufReader};
use std::path::Path;

use crate::base::{Address, Exit};
use crate::cli::error::Failure;
use crate::client::deliver::Source;
use crate::mime::address_list;
use crate::net::reason;

/// The addresses of a file or of standard input, in order. Blank lines and those that begin with `#` are left out.
///
/// # Errors
/// A line that is not one address (65, with its number), or a file without any.
pub fn read(path: &Path) -> Result<Vec<Address>, Failure> {
    let name = if path.as_os_str() == "-" { "standard input".to_owned() } else { path.display().to_string() };
    let at = |failure: Failure| failure.at(&format!("--rcpt-file {name}"));
    if path.as_os_str() == "-" {
        return addresses(io::stdin().lock()).map_err(at);
    }
    addresses(BufReader::new(Source::open(path)?.reader())).map_err(at)
}

/// A line of more octets than this is no address.
const LONGEST: u64 = 64 * 1024;

fn addresses(mut input: impl BufRead) -> Result<Vec<Address>, Failure> {
    let (mut all, mut line, mut number) = (Vec::new(), Vec::new(), 0);
    loop {
        line.clear();
        let read = io::Read::take(&mut input, LONGEST).read_until(b'\n', &mut line);
        let read = read.map_err(|error| Failure::new(Exit::Io, reason(&error)))?;
        if read == 0 {
            break;
        }
        number += 1;
        if read as u64 == LONGEST && !line.ends_with(b"\n") {
            return Err(Failure::new(Exit::Data, format!("line {number}: it is too long")));
        }
        let found = address(&line, number == 1);
        all.extend(found.map_err(|why| Failure::new(Exit::Data, format!("line {number}: {why}")))?);
    }
    if all.is_empty() {
        return Err(Failure::new(Exit::Data, "there is no address in it"));
    }
    Ok(all)
}

/// What stands in a line, if anything does.
fn address(line: &[u8], first: bool) -> Result<Option<Address>, String> {
    let text = str::from_utf8(line).map_err(|_| "it is not UTF-8".to_owned())?;
    let text = if first { text.trim_start_matches('\u{feff}') } else { text };
    let text = text.trim();
    if text.is_empty() || text.starts_with('#') {
        return Ok(None);
    }
    let mailboxes = address_list::parse(text).map_err(|error| format!("{text:?}: {error}"))?;
    match mailboxes.as_slice() {
        [mailbox] => Ok(Some(mailbox.address.clone())),
        _ => Err(format!("{text:?} is not one address")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_a_line() {
        let text = "\u{feff}# who\r\na@x.test\r\n\r\n  Pepe <b@x.test>  \n#c@x.test\n\"d e\"@x.test";
        let all = addresses(text.as_bytes()).expect("addresses");
        let all: Vec<_> = all.iter().map(Address::to_string).collect();
        assert_eq!(all, ["a@x.test", "b@x.test", "\"d e\"@x.test"]);
    }

    #[test]
    fn lines_that_are_none() {
        let wrong =
            |text: &[u8]| addresses(text).map_err(|failure| (failure.exit, failure.message)).expect_err("no list");
        assert_eq!(wrong(b"a@x.test\n\nnobody\n").0, Exit::Data);
        assert!(wrong(b"a@x.test\n\nnobody\n").1.starts_with("line 3: \"nobody\""));
        assert!(wrong(b"a@x.test, b@x.test").1.contains("is not one address"));
        assert!(wrong(b"a@x.test\n\xff@x.test\n").1.starts_with("line 2: it is not UTF-8"));
        assert!(wrong(b"a@x.test\r\nb@\0x.test").1.starts_with("line 2: "));
        let long = [&b"a@x.test\n#"[..], &[b'x'; 65_535], b"b@x.test\n"].concat();
        assert!(wrong(&long).1.starts_with("line 2: it is too long"));
        assert!(wrong(b"# nobody\n").1.contains("no address"));
    }
}
