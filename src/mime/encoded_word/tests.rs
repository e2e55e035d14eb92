use proptest::prelude::*;

use super::*;

fn unstructured(text: &str) -> String {
    encode(text, 9, Charset::UTF_8, Context::Unstructured).unwrap()
}

fn phrase(text: &str) -> String {
    encode(text, 6, Charset::UTF_8, Context::Phrase).unwrap()
}

#[test]
fn the_examples_of_rfc_2047_section_8() {
    for (encoded, shown) in [
        ("=?US-ASCII?Q?Keith_Moore?= <moore@cs.utk.edu>", "Keith Moore <moore@cs.utk.edu>"),
        ("=?ISO-8859-1?Q?Keld_J=F8rn_Simonsen?= <keld@dkuug.dk>", "Keld Jørn Simonsen <keld@dkuug.dk>"),
        ("=?ISO-8859-1?Q?Andr=E9?= Pirard <PIRARD@vm1.ulg.ac.be>", "André Pirard <PIRARD@vm1.ulg.ac.be>"),
        (
            "=?ISO-8859-1?B?SWYgeW91IGNhbiByZWFkIHRoaXMgeW8=?=\r\n =?ISO-8859-2?B?dSB1bmRlcnN0YW5kIHRoZSBleGFtcGxlLg==?=",
            "If you can read this you understand the example.",
        ),
        ("=?ISO-8859-1?Q?Olle_J=E4rnefors?= <ojarnef@admin.kth.se>", "Olle Järnefors <ojarnef@admin.kth.se>"),
        ("=?ISO-8859-1?Q?Patrik_F=E4ltstr=F6m?= <paf@nada.kth.se>", "Patrik Fältström <paf@nada.kth.se>"),
        (
            "Nathaniel Borenstein <nsb@thumper.bellcore.com>\r\n (=?iso-8859-8?b?7eXs+SDv4SDs6Oj08A==?=)",
            "Nathaniel Borenstein <nsb@thumper.bellcore.com> (םולש ןב לטטפנ)",
        ),
        ("(=?ISO-8859-1?Q?a?=)", "(a)"),
        ("(=?ISO-8859-1?Q?a?= b)", "(a b)"),
        ("(=?ISO-8859-1?Q?a?= =?ISO-8859-1?Q?b?=)", "(ab)"),
        ("(=?ISO-8859-1?Q?a?=  =?ISO-8859-1?Q?b?=)", "(ab)"),
        ("(=?ISO-8859-1?Q?a?=\r\n    =?ISO-8859-1?Q?b?=)", "(ab)"),
        ("(=?ISO-8859-1?Q?a_b?=)", "(a b)"),
        ("(=?ISO-8859-1?Q?a?= =?ISO-8859-2?Q?_b?=)", "(a b)"),
    ] {
        assert_eq!(decode(encoded.as_bytes()), shown);
    }
}

#[test]
fn a_character_cut_in_two_is_whole_again() {
    assert_eq!(decode(b"=?utf-8?Q?caf=C3?= =?UTF-8?B?qQ?= x"), "café x");
    assert_eq!(decode(b"=?iso-2022-jp?B?GyRCRnxLXBsoQg==?= =?us-ascii*en?q?_ok?="), "日本 ok");
}

#[test]
fn broken_words_stay_as_they_are() {
    for broken in [
        "=?utf-8?Q?a b?=",
        "=?utf-8?Q?=G1?=",
        "=?utf-8?B?!?=",
        "=?nope?Q?a?=",
        "=?utf-8?X?a?=",
        "=?utf-8?Q?a",
        "=?=?=?",
        "=?iso-2022-kr?Q?a?=",
    ] {
        assert_eq!(decode(broken.as_bytes()), broken);
    }
    assert_eq!(decode(b"=?=?utf-8?q?=C3=A9?="), "=?é");
    assert_eq!(decode(b"raw \xc3\xa9"), "raw é");
    assert_eq!(decode(b"raw \xe9"), "raw é");
}

#[test]
fn what_is_wrong_is_told() {
    let long = format!("=?utf-8?Q?{}?=", "a".repeat(64));
    for (field, context, text, flaws) in [
        ("=?utf-8?Q?=C3?= =?utf-8?Q?=A9?=", Context::Unstructured, "é", vec![("encoded-word-split-character", 0)]),
        ("=?utf-8?Q?=C3?= x", Context::Unstructured, "\u{fffd} x", vec![("encoded-word-malformed-octets", 0)]),
        ("a =?utf-8?Q?a b?=", Context::Unstructured, "a =?utf-8?Q?a b?=", vec![("encoded-word-broken", 2)]),
        ("a =?nope?Q?a?=", Context::Unstructured, "a =?nope?Q?a?=", vec![("encoded-word-unknown-charset", 2)]),
        ("=?utf-8?Q?what??=", Context::Unstructured, "what?", vec![("encoded-word-question-mark", 0)]),
        ("a=?utf-8?Q?b?= c", Context::Unstructured, "ab c", vec![("encoded-word-not-separated", 1)]),
        (
            "=?utf-8?Q?a?==?utf-8?Q?b?=",
            Context::Unstructured,
            "ab",
            vec![("encoded-word-not-separated", 0), ("encoded-word-not-separated", 13)],
        ),
        (&long, Context::Unstructured, &"a".repeat(64), vec![("encoded-word-too-long", 0)]),
        ("x é", Context::Unstructured, "x é", vec![("raw-utf8-in-header", 2)]),
        (
            "a \"=?utf-8?Q?b?=\" =?utf-8?Q?c?=",
            Context::Phrase,
            "a \"=?utf-8?Q?b?=\" c",
            vec![("encoded-word-in-quoted-string", 3)],
        ),
        ("a (\" =?utf-8?Q?b?=)", Context::Phrase, "a (\" b)", vec![]),
        ("\" =?utf-8?Q?b?= x", Context::Phrase, "\" b x", vec![]),
        ("=?utf-7?Q?+AOk-?=", Context::Unstructured, "é", vec![]),
        ("=?us-ascii?Q?=E9?=", Context::Unstructured, "é", vec![("encoded-word-malformed-octets", 0)]),
        ("=?=", Context::Unstructured, "=?=", vec![]),
    ] {
        let (read, found) = read(field.as_bytes(), context);
        let found: Vec<_> = found.iter().map(|flaw| (flaw.code, flaw.offset)).collect();
        assert_eq!((read.as_str(), found), (text, flaws), "{field}");
    }
    let (text, flaws) = read(b"=?iso-8859-1?Q?J\xfcrgen?=", Context::Unstructured);
    assert_eq!((text.as_str(), flaws[0].code, flaws.len()), ("Jürgen", "encoded-word-raw-octets", 1));
    let (text, flaws) = read(b"caf\xe9", Context::Unstructured);
    assert_eq!((text.as_str(), flaws[0].code, flaws[0].offset), ("café", "raw-8bit-in-header", 3));
}

/// Each of these would take hours if any step were quadratic.
#[test]
fn long_fields_take_linear_time() {
    for piece in
        ["=?", "=?a?b", "=?a?q?b", "=?utf-8?q?a?= ", "=?utf-8?q?=C3?= ", "\"", "(", "\r\n ", "?=", "=?utf-8?b?YQ?="]
    {
        let field = piece.repeat(100_000 / piece.len());
        for context in [Context::Unstructured, Context::Phrase] {
            assert!(read(field.as_bytes(), context).0.len() <= field.len());
        }
    }
    let word = format!("=?utf-8?B?{}?=", "QUFB".repeat(250_000));
    assert_eq!(decode(word.as_bytes()).len(), 750_000);
}

#[test]
fn ascii_stays_readable() {
    assert_eq!(unstructured("plain text, with (signs)"), "plain text, with (signs)");
    assert_eq!(unstructured("el café de hoy"), "el =?utf-8?B?Y2Fmw6k=?= de hoy");
    assert_eq!(unstructured("el café está hoy"), "el =?utf-8?B?Y2Fmw6kgZXN0w6E=?= hoy");
    assert_eq!(unstructured("é x é"), "=?utf-8?B?w6k=?= x =?utf-8?B?w6k=?=");
    assert_eq!(unstructured("日本語"), "=?utf-8?B?5pel5pys6Kqe?=");
    assert_eq!(unstructured("not =?utf-8?Q?decoded?="), "not =?utf-8?B?PT91dGYtOD9RP2RlY29kZWQ/PQ==?=");
    assert_eq!(phrase("Alexandersen, Jørn x"), "=?utf-8?Q?Alexandersen=2C_J=C3=B8rn?= x");
    assert_eq!(unstructured(""), "");
}

#[test]
fn a_long_text_folds() {
    let folded = unstructured(&"palabra ".repeat(30));
    assert!(folded.split("\r\n").all(|line| line.len() <= 76));
    assert_eq!(unstructured(&"añ".repeat(60)).split("\r\n").count(), 5);
    assert!(encode("é", 70, Charset::UTF_8, Context::Unstructured).unwrap().starts_with("\r\n =?"));
}

#[test]
fn a_character_that_the_charset_lacks_is_named() {
    let latin = Charset::parse("iso-8859-15").unwrap();
    assert_eq!(encode("año €", 9, latin, Context::Unstructured).unwrap(), "=?ISO-8859-15?B?YfFvIKQ=?=");
    assert_eq!(encode("año 漢", 9, latin, Context::Unstructured).unwrap_err().character, '漢');
}

fn check(text: &str, charset: Charset, column: usize, context: Context) {
    let Ok(encoded) = encode(text, column, charset, context) else { return };
    let (decoded, flaws) = read(encoded.as_bytes(), Context::Unstructured);
    // No flaw: no character is split over two words, no word is too long or glued to its neighbour.
    assert_eq!((decoded.as_str(), flaws.as_slice()), (text, &[][..]), "{encoded:?}");
    let words = encoded.split([' ', '\t', '\r', '\n']).filter(|word| looks_encoded(word));
    assert!(words.clone().all(|word| word.len() <= MAX_WORD && word.ends_with("?=")), "{encoded:?}");
    for (at, line) in encoded.split("\r\n").enumerate() {
        let length = line.len() + if at == 0 { column } else { 0 };
        assert!(length <= 998 && (length <= MAX_LINE || !looks_encoded(line)), "{encoded:?}");
        assert!(line.chars().all(|c| c == '\t' || c == ' ' || c.is_ascii_graphic()), "{encoded:?}");
        assert!(at == 0 || (line.starts_with(is_blank) && !line.trim().is_empty()), "{encoded:?}");
    }
}

proptest! {
    #[test]
    fn decoding_gives_the_text_back(text in any::<String>(), phrase: bool, column in 0_usize..30) {
        check(&text, Charset::UTF_8, column, if phrase { Context::Phrase } else { Context::Unstructured });
    }

    #[test]
    fn also_words_and_blanks(
        text in "([a-z=?_,.]{0,90}|[ \t]{1,14}|é|=\\?utf-8\\?q\\?|日本){0,40}",
        phrase: bool,
        column in 0_usize..30,
    ) {
        for charset in ["utf-8", "iso-2022-jp", "iso-8859-1", "gb18030"] {
            let context = if phrase { Context::Phrase } else { Context::Unstructured };
            check(&text, Charset::parse(charset).unwrap(), column, context);
        }
    }

    #[test]
    fn decoding_takes_anything(octets: Vec<u8>, text in "[=?utf8QBbq_A \r\n-]{0,80}") {
        decode(&octets);
        decode(text.as_bytes());
    }
}
