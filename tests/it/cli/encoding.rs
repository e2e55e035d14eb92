//! Base64 and hexadecimal, so that the tests do not judge the program by its own libraries.

const ALPHABET: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

/// Base64 with padding (RFC 4648 §4).
pub fn base64(octets: &[u8]) -> String {
    let group = |three: &[u8]| {
        let number = (0..3).fold(0_usize, |number, n| number << 8 | usize::from(three.get(n).copied().unwrap_or(0)));
        let digit = |n: usize| if n <= three.len() { char::from(ALPHABET[number >> (18 - 6 * n) & 63]) } else { '=' };
        (0..4).map(digit).collect::<String>()
    };
    octets.chunks(3).map(group).collect()
}

/// The octets of base64; white space is skipped, and all but base64 is `None`.
pub fn unbase64(text: &[u8]) -> Option<Vec<u8>> {
    let text: Vec<u8> = text.iter().copied().filter(|octet| !octet.is_ascii_whitespace()).collect();
    let digits: Vec<u8> = text.iter().copied().take_while(|&octet| octet != b'=').collect();
    if !text.len().is_multiple_of(4) || text.len() - digits.len() > 2 {
        return None;
    }
    let mut octets = Vec::new();
    for group in digits.chunks(4) {
        let values = group.iter().map(|digit| ALPHABET.iter().position(|known| known == digit));
        let values = values.collect::<Option<Vec<usize>>>()?;
        let number = values.iter().fold(0, |number, value| number << 6 | value) << (6 * (4 - values.len()));
        octets.extend(number.to_be_bytes()[5..].iter().take(values.len() - 1));
    }
    Some(octets)
}

/// What of `secret` can be recognized in base64 of any text around it: three strings, one for each place in a group.
pub fn base64_fragments(secret: &[u8]) -> Vec<String> {
    let fragment = |shift: usize| {
        let encoded = base64(&[&vec![0; shift], secret].concat());
        // the digits that hold octets of the surroundings
        let (before, after) = ((shift * 8).div_ceil(6), (shift + secret.len()) * 8 / 6);
        encoded[before..after].to_owned()
    };
    (0..3).map(fragment).collect()
}

/// Hexadecimal digits in lower case.
pub fn hex(octets: &[u8]) -> String {
    octets.iter().map(|octet| format!("{octet:02x}")).collect()
}

#[test]
fn base64_there_and_back() {
    for (octets, text) in
        [(&b""[..], ""), (b"f", "Zg=="), (b"fo", "Zm8="), (b"foo", "Zm9v"), (b"\xff\xfe\0x", "//4AeA==")]
    {
        assert_eq!(base64(octets), text);
        assert_eq!(unbase64(text.as_bytes()).as_deref(), Some(octets));
    }
    assert_eq!(unbase64(b"Zm9v\r\nZg==\r\n").as_deref(), Some(&b"foof"[..]));
    assert_eq!((unbase64(b"Zm9"), unbase64(b"Z*9v")), (None, None));
    for around in [&b""[..], b"a", b"ab", b"abc"] {
        let encoded = base64(&[around, b"s3cr3t-CANARY", b"xyz"].concat());
        assert!(base64_fragments(b"s3cr3t-CANARY").iter().any(|fragment| encoded.contains(fragment)), "{encoded}");
    }
}
