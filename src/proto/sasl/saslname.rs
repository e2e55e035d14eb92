//! `saslname` (RFC 5801 §4): how a name is written in a GS2 header and in SCRAM.

/// `saslname`: comma and equals sign are written `=2C` and `=3D` (RFC 5802 §5.1).
pub(super) fn escape_name(name: &str) -> String {
    name.replace('=', "=3D").replace(',', "=2C")
}

/// The name behind a `saslname`; `None` if it is empty or `=` begins anything else (RFC 5802 §5.1).
pub(super) fn unescape_name(written: &str) -> Option<String> {
    let mut pieces = written.split('=');
    let mut name = pieces.next()?.to_owned();
    for piece in pieces {
        let (sign, rest) = match piece.strip_prefix("2C") {
            Some(rest) => (',', rest),
            None => ('=', piece.strip_prefix("3D")?),
        };
        name.push(sign);
        name.push_str(rest);
    }
    (!name.is_empty()).then_some(name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_come_back() {
        for name in ["user", "a,b=c", "=2C", ",,==", "ü=,"] {
            assert_eq!(unescape_name(&escape_name(name)).as_deref(), Some(name));
            assert!(!escape_name(name).contains(','));
        }
        assert_eq!(escape_name("a,b=c"), "a=2Cb=3Dc");
        for written in ["", "a=", "a=2c", "a==2C", "=", "a=20"] {
            assert_eq!(unescape_name(written), None, "{written:?}");
        }
    }
}
