//! The fields of a report: message/delivery-status (RFC 3464 §2), message/disposition-notification (RFC 8098 §3) and
//! message/feedback-report (RFC 5965 §3), which are groups of header fields with empty lines between them.

use super::encoded_word;

/// Octets of a report that are read; one for a thousand recipients has fewer.
pub const MAX_REPORT: usize = 4 << 20;

/// A field of a report.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Field {
    /// Its name as it stands there.
    pub name: String,
    /// Its value, folds undone, encoded words decoded. It may hold any character.
    pub value: String,
}

/// The groups of a report that have a field; lines that are no fields are passed over. Of a delivery status the first
/// is about the message, each other about one recipient (RFC 3464 §2.1).
pub fn groups(octets: &[u8]) -> Vec<Vec<Field>> {
    let mut groups: Vec<Vec<Field>> = Vec::new();
    let mut open = false;
    let mut field: Vec<u8> = Vec::new();
    for line in octets.split_inclusive(|&octet| octet == b'\n') {
        let folded = line.starts_with(b" ") || line.starts_with(b"\t");
        let empty = line.trim_ascii().is_empty();
        if folded && !field.is_empty() && !empty {
            field.extend_from_slice(line);
            continue;
        }
        take(&mut field, &mut open, &mut groups);
        if empty {
            open = false;
        } else {
            field.extend_from_slice(line);
        }
    }
    take(&mut field, &mut open, &mut groups);
    groups
}

/// The value behind the type of a typed field: `rfc822; pepe@example.org` (RFC 3464 §2.1.2).
pub fn behind_type(value: &str) -> &str {
    value.split_once(';').map_or(value, |(_, behind)| behind).trim()
}

fn take(octets: &mut Vec<u8>, open: &mut bool, groups: &mut Vec<Vec<Field>>) {
    let octets = std::mem::take(octets);
    let Some(colon) = octets.iter().position(|&octet| octet == b':') else { return };
    let (name, value) = octets.split_at_checked(colon).unwrap_or_default();
    let name = String::from_utf8_lossy(name.trim_ascii()).into_owned();
    if name.is_empty() || !name.bytes().all(|octet| octet.is_ascii_graphic()) {
        return;
    }
    let value = encoded_word::decode(value.get(1..).unwrap_or_default().trim_ascii());
    if !*open {
        groups.push(Vec::new());
        *open = true;
    }
    if let Some(group) = groups.last_mut() {
        group.push(Field { name, value });
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// RFC 3464 appendix E.1, shortened.
    #[test]
    fn a_delivery_status() {
        let text = "Reporting-MTA: dns; cs.utk.edu\n\nOriginal-Recipient: rfc822;louisl@larry.slip.umd.edu\r\n\
                    Action: failed\nStatus: 4.0.0\nDiagnostic-Code: smtp; 426\n connection timed out\n\n\nAction: delayed\n";
        let groups = groups(text.as_bytes());
        let told: Vec<Vec<String>> = groups
            .iter()
            .map(|group| group.iter().map(|field| format!("{}={}", field.name, field.value)).collect())
            .collect();
        assert_eq!(
            told,
            [
                vec!["Reporting-MTA=dns; cs.utk.edu"],
                vec![
                    "Original-Recipient=rfc822;louisl@larry.slip.umd.edu",
                    "Action=failed",
                    "Status=4.0.0",
                    "Diagnostic-Code=smtp; 426 connection timed out",
                ],
                vec!["Action=delayed"],
            ]
        );
        assert_eq!(behind_type(&groups[1][0].value), "louisl@larry.slip.umd.edu");
        assert_eq!(behind_type("none"), "none");
    }

    #[test]
    fn what_is_none() {
        assert_eq!(groups(b""), Vec::<Vec<Field>>::new());
        assert_eq!(groups(b"\n\nno field\n: x\na b: c\n"), Vec::<Vec<Field>>::new());
        assert_eq!(groups(b" x: folded\nA: b").len(), 1);
    }
}
