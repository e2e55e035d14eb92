//! Stretches of content in which there is nothing to change or to find, as nearly all text is: seen in one pass over
//! many octets at a time, instead of line by line.

/// How many octets are looked at together.
pub(super) const BLOCK: usize = 1024;

/// Whether these octets are plain wherever they stand: CR and LF come together only, no dot begins a line, no NUL. They
/// begin neither with LF nor with a dot and do not end with CR, so that nothing depends on what is around them.
pub(super) fn is_plain(octets: &[u8]) -> bool {
    let (Some(first), Some(last)) = (octets.first(), octets.last()) else { return true };
    let behind = octets.get(1..).unwrap_or_default();
    // No branch: so it is compiled to a few instructions for each register full of octets.
    let odd = octets.iter().zip(behind).fold(*last == 0, |odd, (&now, &next)| {
        odd | ((now == b'\r') != (next == b'\n')) | ((now == b'\n') & (next == b'.')) | (now == 0)
    });
    !odd && !matches!(first, b'\n' | b'.') && *last != b'\r'
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::proto::content::EndOfData;
    use crate::proto::line::{Stuffer, Unstuffer};

    /// Text of some blocks with oddities here and there.
    fn text() -> impl Strategy<Value = Vec<u8>> {
        let line = prop_oneof![
            20 => Just(b"seventy octets, or nearly so, are what most lines hold, and no more.\r\n".to_vec()),
            1 => prop::sample::select(vec![&b".\r\n"[..], b"\r", b"\n", b"..", b".", b"\0", b"\r\n"]).prop_map(<[u8]>::to_vec),
        ];
        prop::collection::vec(line, 0..80).prop_map(|lines| lines.concat())
    }

    proptest! {
        #[test]
        fn blocks_change_nothing(text in text()) {
            let stuffed = |cut: usize| {
                let (mut stuffer, mut out) = (Stuffer::new(), Vec::new());
                text.chunks(cut).for_each(|piece| stuffer.push(piece, &mut out));
                out
            };
            prop_assert_eq!(stuffed(usize::MAX), stuffed(1));
            let unstuffed = |cut: usize| {
                let (mut unstuffer, mut out) = (Unstuffer::default(), Vec::new());
                text.chunks(cut).for_each(|piece| unstuffer.push(piece, &mut out));
                out
            };
            prop_assert_eq!(unstuffed(usize::MAX), unstuffed(1));
            let ends = |cut: usize| {
                let mut watch = EndOfData::default();
                let mut pieces = text.chunks(cut).enumerate();
                let end = pieces.find_map(|(n, piece)| watch.push(piece).map(|end| n * cut + end));
                (end, watch.take_findings().iter().map(|finding| finding.code).collect::<Vec<_>>())
            };
            prop_assert_eq!(ends(text.len().max(1)), ends(1));
        }
    }

    #[test]
    fn plain_and_not() {
        for plain in [&b""[..], b"a", b"\r\n", b"a.b\r\nc. \r\n\r\n d..", b"\x80\xff\x01\r\n"] {
            assert!(is_plain(plain), "{plain:?}");
        }
        let odd = [
            &b"."[..],
            b"\n",
            b"\r",
            b"\0",
            b"a\n",
            b"a\nb",
            b"a\rb",
            b"a\r",
            b"a\r\n.",
            b"a\0b",
            b"\r\r\n",
            b"\r\n\n",
        ];
        for odd in odd {
            assert!(!is_plain(odd), "{odd:?}");
        }
    }
}
