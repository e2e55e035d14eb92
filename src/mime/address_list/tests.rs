use proptest::prelude::*;

use super::*;

fn mailbox(name: &str, address: &str) -> Mailbox {
    let name = Some(name.to_owned()).filter(|name| !name.is_empty());
    Mailbox { name, address: Address::parse(address).unwrap() }
}

fn one(text: &str) -> Mailbox {
    let mut all = parse(text).unwrap();
    assert_eq!(all.len(), 1, "{text}");
    all.remove(0)
}

#[test]
fn forms_of_a_mailbox() {
    for (text, name, address) in [
        ("a@b.test", "", "a@b.test"),
        (" <a@b.test> ", "", "a@b.test"),
        ("Pepe Pérez <a@b.test>", "Pepe Pérez", "a@b.test"),
        ("Joe Q. Public <a@b.test>", "Joe Q. Public", "a@b.test"),
        ("\"Doe, John\" <a@b.test>", "Doe, John", "a@b.test"),
        ("\"Giant; \\\"Big\\\" Box\" <a@b.test>", "Giant; \"Big\" Box", "a@b.test"),
        ("a@b.test (Name (nested) \\) x)", "Name (nested) ) x", "a@b.test"),
        ("Pete(A nice \\) chap) <pete(his account)@silly.test(his host)>", "Pete", "pete@silly.test"),
        ("=?utf-8?Q?Jos=C3=A9?= =?utf-8?Q?_P?= x <a@b.test>", "José P x", "a@b.test"),
        ("\"A\" =?utf-8?Q?=C3=A9?= \"=?utf-8?Q?b?=\" <a@b.test>", "A é =?utf-8?Q?b?=", "a@b.test"),
        ("a@b.test (=?utf-8?Q?Jos=C3=A9?=)", "José", "a@b.test"),
        ("\"a, b\"@b.test", "", "\"a, b\"@b.test"),
        ("X <josé@españa.test>", "X", "josé@españa.test"),
        ("x@[IPv6:2001:db8::1]", "", "x@[IPv6:2001:db8::1]"),
        ("Folded\r\n Name\n\t<a@b.test>", "Folded Name", "a@b.test"),
        ("\"Folded\r\n Name\" <a@b.test>", "Folded Name", "a@b.test"),
    ] {
        assert_eq!(one(text), mailbox(name, address), "{text}");
    }
}

#[test]
fn lists_groups_and_empty_elements() {
    let addresses = |text| parse(text).unwrap().iter().map(|m| m.address.to_string()).collect::<Vec<_>>().join(" ");
    assert_eq!(addresses("a@x, B <b@x>,, c@x ,"), "a@x b@x c@x");
    assert_eq!(addresses("A Group(Some people):Chris <c@x>, joe@x;, z@x"), "c@x joe@x z@x");
    assert_eq!(addresses("Undisclosed recipients:;"), "");
    assert_eq!(addresses(" , (nobody) ,"), "");
    assert_eq!(addresses(""), "");
}

#[test]
fn errors_say_where_and_what() {
    for (text, shown) in [
        ("a b@x", "at offset 2: expected angle brackets around an address behind a name"),
        ("José", "at offset 5: expected an @ or an address in angle brackets"),
        ("a@x b@x", "at offset 4: expected a comma between addresses"),
        ("a@x; b@x", "at offset 3: expected a comma between addresses"),
        ("<a@x", "at offset 4: expected a > behind the address"),
        ("<a>", "at offset 2: expected an @"),
        ("<>", "at offset 1: expected an address"),
        ("a@", "at offset 2: expected a domain"),
        ("@x", "at offset 0: expected a name or an address"),
        ("a@x, \"b", "at offset 5: expected a \" that ends the quoted text"),
        ("a@x (b", "at offset 4: expected a ) that ends the comment"),
        ("g: a@x", "at offset 6: expected a ; that ends the group"),
        ("a@x\r\nBcc: b@x", "at offset 3: expected no control character"),
        ("\"a\rb\" <a@x>", "at offset 2: expected no control character"),
        ("x, a..b@x", "at offset 1: expected an @ or an address in angle brackets"),
        ("y@x, a..b@x", "at offset 5: a dot too many before the @"),
    ] {
        assert_eq!(parse(text).unwrap_err().to_string(), shown, "{text:?}");
    }
}

#[test]
fn names_are_written_so_that_they_are_read_back() {
    let write = |name| encode(&[mailbox(name, "a@b.test")], 4, false, Charset::UTF_8).unwrap();
    assert_eq!(write("John Doe"), "John Doe <a@b.test>");
    assert_eq!(write("Doe, John"), "\"Doe, John\" <a@b.test>");
    assert_eq!(write("Doe, José"), "=?utf-8?Q?Doe=2C_Jos=C3=A9?= <a@b.test>");
    assert_eq!(write("=?x?="), "=?utf-8?B?PT94Pz0=?= <a@b.test>");
    assert_eq!(mailbox("Doe, José", "a@b.test").to_string(), "\"Doe, José\" <a@b.test>");
}

#[test]
fn utf8_only_where_it_may_stand() {
    let list = [mailbox("José", "a@españa.test")];
    assert_eq!(encode(&list, 4, false, Charset::UTF_8).unwrap(), "=?utf-8?B?Sm9zw6k=?= <a@xn--espaa-rta.test>");
    assert_eq!(encode(&list, 4, true, Charset::UTF_8).unwrap(), "José <a@españa.test>");
    let list = [mailbox("", "josé@x")];
    assert!(matches!(encode(&list, 4, false, Charset::UTF_8), Err(Error::NeedsSmtpUtf8(_))));
    assert_eq!(encode(&list, 4, true, Charset::UTF_8).unwrap(), "josé@x");
    assert_eq!(encode(&[mailbox("a\r\nBcc: b", "a@x")], 4, true, Charset::UTF_8), Err(Error::Control('\r')));
}

#[test]
fn sixty_recipients_beyond_ascii() {
    let list: Vec<_> = (0..60).map(|n| mailbox(&format!("Ñandú, número {n} ü"), &format!("r{n}@x.test"))).collect();
    let encoded = encode(&list, 4, false, Charset::UTF_8).unwrap();
    assert!(encoded.split("\r\n").all(|line| line.len() <= 76));
    assert_eq!(parse(&encoded).unwrap(), list);
}

#[test]
fn hostile_lists_take_linear_time() {
    for text in ["(", "\"", "<", "a,", "a@b,", "=?", "(a)", "[", "a ", ":", "\\", "=?u?q?a?= "] {
        let _ = parse(&text.repeat(200_000));
        let _ = parse(&format!("{} <a@b>", text.repeat(200_000)));
    }
}

proptest! {
    #[test]
    fn a_list_comes_back(
        names in proptest::collection::vec("(\\PC{0,20}|[ -~]{0,90}|[a-z ,é.]{0,200})", 1..8),
        utf8: bool,
        column in 3_usize..30,
    ) {
        let list: Vec<_> = names.iter().map(|name| mailbox(name, "someone@example.test")).collect();
        let encoded = encode(&list, column, utf8, Charset::UTF_8).unwrap();
        prop_assert_eq!(&parse(&encoded).unwrap(), &list, "{}", encoded);
        for (at, line) in encoded.split("\r\n").enumerate() {
            let length = line.len() + if at == 0 { column } else { 0 };
            prop_assert!(length <= 76, "{}", encoded);
        }
        let shown: Vec<_> = list.iter().map(Mailbox::to_string).collect();
        prop_assert_eq!(&parse(&shown.join(", ")).unwrap(), &list, "{:?}", shown);
    }

    #[test]
    fn any_text_is_read_or_refused(text: String, hostile in "[a@<>:;,()\\\\\" =?.\\[\\]\r\n]{0,60}") {
        let _ = parse(&text);
        if let Ok(list) = parse(&hostile) {
            let shown: Vec<_> = list.iter().map(Mailbox::to_string).collect();
            prop_assert_eq!(parse(&shown.join(",")).unwrap(), list);
        }
    }
}
