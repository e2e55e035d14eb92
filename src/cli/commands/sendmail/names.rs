//! Names without a domain in the header (RFC 5322 §3.4.1: an address has one) get theirs, as those of the envelope do.

use memchr::memchr;

use super::letter::octets;
use super::recipients::{doubt, lacks_domain};
use crate::cli::error::Failure;
use crate::client::deliver::Source;
use crate::mime::addresses;
use crate::mime::patch::Edit;
use crate::mime::ready::Ready;

/// What completes the fields with addresses; nothing where no domain is known.
pub fn edits(source: &Source, header: &Ready, domain: Option<&str>) -> Result<Vec<Edit>, Failure> {
    let Some(domain) = domain else { return Ok(Vec::new()) };
    let mut edits = Vec::new();
    for range in &header.address_fields {
        let field = octets(&source.part(range.clone()))?;
        edits.extend(completed(&field, domain).map(|field| Edit::replace(range.clone(), field)));
    }
    Ok(edits)
}

/// The field with a domain behind each name that lacks one; `None` if it stays as it is, also where it is a guess what
/// is a name in it.
fn completed(field: &[u8], domain: &str) -> Option<Vec<u8>> {
    let (head, value) = field.split_at_checked(memchr(b':', field)? + 1)?;
    let (entries, flaws) = addresses::read(value);
    if doubt(&flaws).is_some() {
        return None;
    }
    let (mut out, mut at) = (head.to_vec(), 0);
    for address in addresses::addresses(&entries).filter(|address| lacks_domain(address)) {
        let end = usize::try_from(address.end).ok()?;
        out.extend_from_slice(value.get(at..end)?);
        out.push(b'@');
        out.extend_from_slice(domain.as_bytes());
        at = end;
    }
    out.extend_from_slice(value.get(at..)?);
    (at > 0).then_some(out)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_get_a_domain_and_the_rest_stays() {
        for (field, expected) in [
            ("From: root (Cron Daemon)\n", "From: root@x.test (Cron Daemon)\n"),
            ("To: root", "To: root@x.test"),
            (
                "tO :root,\r\n\tpepe (the (other) one)\r\n , a@y.test\r\n",
                "tO :root@x.test,\r\n\tpepe@x.test (the (other) one)\r\n , a@y.test\r\n",
            ),
            (
                "Cc: \"Root, the\" < root >, =?utf-8?Q?Jos=C3=A9?= <jose(x)>\n",
                "Cc: \"Root, the\" < root@x.test >, =?utf-8?Q?Jos=C3=A9?= <jose@x.test(x)>\n",
            ),
            (
                "To: (all) team: root, b@y.test, <first.last>;\n",
                "To: (all) team: root@x.test, b@y.test, <first.last@x.test>;\n",
            ),
            ("To: (x)root(y),,pepe\n", "To: (x)root@x.test(y),,pepe@x.test\n"),
            ("From: \"a@b\" <MAILER-DAEMON>\n", "From: \"a@b\" <MAILER-DAEMON@x.test>\n"),
        ] {
            let found = completed(field.as_bytes(), "x.test").expect(field);
            assert_eq!(String::from_utf8_lossy(&found), expected);
            assert_eq!(completed(&found, "x.test"), None, "nothing twice");
        }
    }

    #[test]
    fn what_is_no_name_stays_as_it_is() {
        for field in [
            "From: a@x.test\n",
            "To: undisclosed-recipients:;\n",
            "To: undisclosed recipients\n",
            "From: Pepe <>\n",
            "To: root@\n",
            "To: |/bin/sh, /etc/passwd, -f, \"root\"\n",
            "To: =?utf-8?Q?Jos=C3=A9?=\n",
            "To: pepe <root\n",
            "To: <ro ot>, pepe\n",
            "To: x\" root\n",
            "To:\n",
            "To",
        ] {
            assert_eq!(completed(field.as_bytes(), "x.test"), None, "{field}");
        }
    }

    #[test]
    fn many_names_take_linear_time() {
        let field = format!("To: {}", "a,".repeat(200_000));
        let found = completed(field.as_bytes(), "x.test").expect("names");
        assert_eq!(found.len(), field.len() + 200_000 * "@x.test".len());
    }
}
