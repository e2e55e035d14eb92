use proptest::prelude::*;

use super::*;

fn through(mut transform: impl Transform, pieces: &[&[u8]]) -> String {
    let mut output = Vec::new();
    pieces.iter().for_each(|piece| transform.push(piece, &mut output));
    transform.finish(&mut output);
    String::from_utf8_lossy(&output).into_owned()
}

fn decode(text: &str, delsp: bool) -> String {
    through(Decoder::new(Flowed { delsp }), &[text.as_bytes()])
}

fn encode(text: &str, delsp: bool, quotes: bool) -> String {
    through(Encoder::new(Flowed { delsp }, quotes), &[text.as_bytes()])
}

/// RFC 3676 §4.2 and §4.5.
#[test]
fn the_examples_of_rfc_3676() {
    let sent = "`Take some more tea,' the March Hare said to Alice, very \r\nearnestly.\r\n\
        `I've had nothing yet,' Alice replied in an offended tone, `so \r\nI can't take more.'\r\n";
    let meant = "`Take some more tea,' the March Hare said to Alice, very earnestly.\r\n\
        `I've had nothing yet,' Alice replied in an offended tone, `so I can't take more.'\r\n";
    assert_eq!(decode(sent, false), meant);
    let quoted = ">>>Take some more tea.\r\n>>T've had nothing yet, so I can't take more.\r\n\
        >You mean you can't take less, said the Hatter: it's very \r\n>easy to take more than nothing.\r\n";
    let meant = ">>> Take some more tea.\r\n>> T've had nothing yet, so I can't take more.\r\n\
        > You mean you can't take less, said the Hatter: it's very easy to take more than nothing.\r\n";
    assert_eq!(decode(quoted, false), meant);
}

#[test]
fn paragraphs() {
    for (sent, meant, delsp) in [
        ("a \r\nb\r\n", "a b\r\n", false),
        ("a \r\nb\r\n", "ab\r\n", true),
        ("a  \r\nb\r\n", "a b\r\n", true),
        ("a \nb \nc", "a b c", false),
        ("a\r\nb \r\n", "a\r\nb \r\n", false),
        // A quote depth that changes ends the paragraph (§4.5).
        ("> a \r\nb\r\n", "> a \r\nb\r\n", false),
        ("> a \r\n>> b \r\n>> c\r\n", "> a \r\n>> b c\r\n", false),
        // Stuffed spaces (§4.4).
        (" From me\r\n  x\r\n >y\r\n", "From me\r\n x\r\n>y\r\n", false),
        ("> > a\r\n", "> > a\r\n", false),
        (">\r\n> \r\n\r\n", ">\r\n>\r\n\r\n", false),
        // The signature neither flows nor ends a paragraph that does (§4.3).
        ("a \r\n-- \r\nme \r\nyou\r\n", "a \r\n-- \r\nme you\r\n", false),
        ("a\r\n-- \r\nme", "a\r\n-- \r\nme", true),
        ("> -- \r\n> me\r\n", "> -- \r\n> me\r\n", false),
        ("-- x \r\ny\r\n", "-- x y\r\n", false),
        ("a \r\n--\r\n", "a --\r\n", false),
        ("a \r\n\r\nb", "a \r\nb", false),
        ("a\rb\r\n\r", "a\rb\r\n\r", false),
        ("", "", false),
    ] {
        assert_eq!(decode(sent, delsp), meant, "{sent:?}");
    }
}

#[test]
fn long_lines_are_broken() {
    let text = "word ".repeat(40).trim_end().to_owned() + "\r\n";
    for delsp in [false, true] {
        let sent = encode(&text, delsp, true);
        assert!(sent.split_terminator("\r\n").count() == 3, "{sent}");
        assert!(sent.split_terminator("\r\n").all(|line| line.len() <= WIDTH + 1), "{sent}");
        assert_eq!(decode(&sent, delsp), text);
        let sent = encode(&format!(">> {text}"), delsp, true);
        assert!(sent.split_terminator("\r\n").all(|line| line.starts_with(">> word") && line.len() <= WIDTH + 1));
        assert_eq!(decode(&sent, delsp), format!(">> {text}"));
    }
    let japanese = "日本語".repeat(40) + "\r\n";
    assert_eq!(encode(&japanese, false, true), japanese);
    let sent = encode(&japanese, true, true);
    assert!(sent.split_terminator("\r\n").all(|line| line.chars().count() <= WIDTH), "{sent}");
    assert_eq!(decode(&sent, true), japanese);
}

#[test]
fn lines_that_could_be_taken_for_something_else() {
    for (text, sent) in [
        ("From me\r\n", " From me\r\n"),
        (" x\r\n", "  x\r\n"),
        (">x\r\n", " >x\r\n"),
        ("a  \r\n", "a\r\n"),
        ("-- \r\n", "-- \r\n"),
        ("--  \r\n", "--\r\n"),
        ("   \r\n", "\r\n"),
        ("a\nb", "a\r\nb\r\n"),
        ("\r\n", "\r\n"),
    ] {
        assert_eq!(encode(text, false, false), sent, "{text:?}");
    }
    assert_eq!(encode(">>x\r\n>\r\n> -- \r\n", false, true), ">> x\r\n>\r\n> -- \r\n");
    let dashes = format!("-- {}\r\n", "x".repeat(80));
    assert_eq!(decode(&encode(&dashes, false, false), false), dashes);
}

/// Without blanks at the end of lines, which are not kept.
fn texts() -> impl Strategy<Value = String> {
    "(([a-c]{1,12}|日本|é|--|From|x{90}|>)( {0,3})([a-z>]{1,9} ){0,30}([a-z]{1,4}|日{1,90})(\r\n){1,2}|-- \r\n|[ >]{0,4}q\r\n){0,5}"
}

proptest! {
    #[test]
    fn decoding_gives_the_text_back(text in texts(), cut in 0_usize..400) {
        for delsp in [false, true] {
            let sent = encode(&text, delsp, false);
            prop_assert_eq!(decode(&sent, delsp), text.as_str(), "{:?}", sent);
            let (head, tail) = text.as_bytes().split_at(cut.min(text.len()));
            let cut_sent = through(Encoder::new(Flowed { delsp }, false), &[head, tail]);
            prop_assert_eq!(&cut_sent, &sent);
            let (head, tail) = sent.as_bytes().split_at(cut.min(sent.len()));
            prop_assert_eq!(through(Decoder::new(Flowed { delsp }), &[head, tail]), text.as_str());
            for line in sent.split_terminator("\r\n") {
                prop_assert!(line.chars().count() <= WIDTH + 1 || line.contains('x') || line.contains('日'), "{line:?}");
            }
        }
    }

    #[test]
    fn quotes_come_back(depth in 0_usize..4, words in "[a-z]{1,9}( [a-z]{1,9}){0,40}", delsp: bool) {
        let text = format!("{}{}{words}\r\n", ">".repeat(depth), if depth > 0 { " " } else { "" });
        prop_assert_eq!(decode(&encode(&text, delsp, true), delsp), text);
    }

    #[test]
    fn anything_goes(text in "[> \r\na-]{0,40}", delsp: bool, quotes: bool, cut in 0_usize..40) {
        let whole = decode(&text, delsp);
        let (head, tail) = text.as_bytes().split_at(cut.min(text.len()));
        prop_assert_eq!(through(Decoder::new(Flowed { delsp }), &[head, tail]), whole);
        let sent = encode(&text, delsp, quotes);
        prop_assert_eq!(through(Encoder::new(Flowed { delsp }, quotes), &[head, tail]), sent);
    }
}
