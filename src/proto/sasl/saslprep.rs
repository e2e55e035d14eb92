//! SASLprep (RFC 4013): user names and passwords in one form, so that they compare octet by octet.

use std::borrow::Cow;

use stringprep::tables;
use zeroize::Zeroizing;

/// Prepares a name or password as a query: unassigned code points are allowed and stay (RFC 4013 §2.5).
///
/// `None` if it contains what is prohibited (RFC 4013 §2.3) or mixes directions (§2.4). The result can be empty.
pub fn saslprep(text: &str) -> Option<Cow<'_, str>> {
    if !text.contains(tables::unassigned_code_point) {
        return stringprep::saslprep(text).ok();
    }
    // To Unicode 3.2 an unassigned code point is a starter that neither decomposes nor composes (RFC 3454 §7), so the
    // text between two of them is normalized on its own.
    let mut prepared = String::with_capacity(text.len());
    for piece in text.split_inclusive(tables::unassigned_code_point) {
        let unassigned = piece.chars().next_back().filter(|&c| tables::unassigned_code_point(c));
        let assigned = piece.strip_suffix(|c| Some(c) == unassigned).unwrap_or(piece);
        prepared.push_str(&Zeroizing::new(stringprep::saslprep(assigned).ok()?.into_owned()));
        prepared.extend(unassigned);
    }
    one_direction(&prepared).then_some(Cow::Owned(prepared))
}

/// RFC 3454 §6, for the text as a whole.
fn one_direction(text: &str) -> bool {
    let at_ends = text.starts_with(tables::bidi_r_or_al) && text.ends_with(tables::bidi_r_or_al);
    !text.contains(tables::bidi_r_or_al) || (at_ends && !text.contains(tables::bidi_l))
}

/// The octets prepared if they can be, else as they are.
pub(super) fn prepared(octets: &[u8]) -> Zeroizing<Vec<u8>> {
    let text = std::str::from_utf8(octets).ok().and_then(saslprep);
    Zeroizing::new(text.map_or_else(|| octets.to_vec(), |text| text.into_owned().into_bytes()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn examples_of_rfc_4013_section_3() {
        let cases = [
            ("I\u{ad}X", Some("IX")),
            ("user", Some("user")),
            ("USER", Some("USER")),
            ("\u{aa}", Some("a")),
            ("\u{2168}", Some("IX")),
            ("\u{7}", None),
            ("\u{627}\u{31}", None),
        ];
        for (given, wanted) in cases {
            assert_eq!(saslprep(given).as_deref(), wanted, "{given:?}");
        }
    }

    #[test]
    fn unassigned_code_points_stay_and_what_stands_beside_them_is_prepared() {
        assert_eq!(saslprep("a\u{ad}\u{1f511}\u{2168}\u{1f600}").as_deref(), Some("a\u{1f511}IX\u{1f600}"));
        assert_eq!(saslprep("\u{1f511}\u{1f511}").as_deref(), Some("\u{1f511}\u{1f511}"));
        assert_eq!(saslprep("\u{1f511}\u{7}"), None);
        assert_eq!(saslprep("\u{1f511}\u{627}"), None, "RFC 3454 §6");
    }

    #[test]
    fn spaces_become_one_kind_and_nothing_may_be_left() {
        assert_eq!(saslprep("a\u{a0}b\u{3000}c").as_deref(), Some("a b c"));
        assert_eq!(saslprep("\u{ad}").as_deref(), Some(""));
        assert_eq!(*prepared(b"\xff\x07"), b"\xff\x07");
    }
}
