use proptest::prelude::*;

use super::*;

/// Each address as `name|mailbox|host`, groups as `name:` and `;`.
fn told(value: &str) -> (Vec<String>, Vec<&'static str>) {
    let (entries, flaws) = read(value.as_bytes());
    let spelt = entries.iter().map(|entry| match entry {
        Entry::Group { name, .. } => format!("{name}:"),
        Entry::GroupEnd => ";".to_owned(),
        Entry::Address(one) => {
            let name = one.name.as_deref().unwrap_or("-");
            format!("{name}|{}|{}", one.mailbox, one.host.as_deref().unwrap_or("-"))
        }
    });
    (spelt.collect(), flaws.iter().map(|flaw| flaw.code).collect())
}

fn check(value: &str, entries: &[&str], codes: &[&str]) {
    let (found, flaws) = told(value);
    let found: Vec<&str> = found.iter().map(String::as_str).collect();
    assert_eq!((found.as_slice(), flaws.as_slice()), (entries, codes), "{value}");
}

/// RFC 5322 A.1.2, A.1.3, A.5, A.6.1, A.6.3.
#[test]
fn the_examples_of_rfc_5322() {
    check("\"Joe Q. Public\" <john.q.public@example.com>", &["Joe Q. Public|john.q.public|example.com"], &[]);
    check(
        "Mary Smith <mary@x.test>, jdoe@example.org, Who? <one@y.test>",
        &["Mary Smith|mary|x.test", "-|jdoe|example.org", "Who?|one|y.test"],
        &[],
    );
    check(
        "<boss@nil.test>, \"Giant; \\\"Big\\\" Box\" <sysservices@example.net>",
        &["-|boss|nil.test", "Giant; \"Big\" Box|sysservices|example.net"],
        &[],
    );
    check(
        "A Group:Ed Jones <c@a.test>,joe@where.test,John <jdoe@one.test>;",
        &["A Group:", "Ed Jones|c|a.test", "-|joe|where.test", "John|jdoe|one.test", ";"],
        &[],
    );
    check("Undisclosed recipients:;", &["Undisclosed recipients:", ";"], &[]);
    check("Pete(A nice \\) chap) <pete(his account)@silly.test(his host)>", &["Pete|pete|silly.test"], &[]);
    check(
        "A Group(Some people)\r\n     :Chris Jones <c@(Chris's host.)public.example>,\r\n         joe@example.org,\r\n  \
         John <jdoe@one.test> (my dear friend); (the end of the group)",
        &["A Group:", "Chris Jones|c|public.example", "-|joe|example.org", "John|jdoe|one.test", ";"],
        &[],
    );
    check("(Empty list)(start)Hidden recipients  :(nobody(that I know))  ;", &["Hidden recipients:", ";"], &[]);
    check("Joe Q. Public <john.q.public@example.com>", &["Joe Q. Public|john.q.public|example.com"], &[]);
    check(
        "Mary Smith <@node.test:mary@example.net>, , jdoe@test  . example",
        &["Mary Smith|mary|example.net", "-|jdoe|test.example"],
        &["address-route", "address-empty-element"],
    );
    check("Mary Smith  <mary @ machine . example>", &["Mary Smith|mary|machine.example"], &[]);
}

#[test]
fn names() {
    check("=?UTF-8?Q?Andr=C3=A9?= Pirard <p@x.test>", &["André Pirard|p|x.test"], &[]);
    check("p@x.test (=?utf-8?B?w6k=?= x)", &["é x|p|x.test"], &[]);
    check("\"=?utf-8?Q?a?=\" <p@x.test>", &["=?utf-8?Q?a?=|p|x.test"], &["encoded-word-in-quoted-string"]);
    check("José <p@x.test>", &["José|p|x.test"], &["raw-utf8-in-header"]);
    check("\"a\" =?utf-8?Q?b?= =?utf-8?Q?c?= <p@x.test>", &["a bc|p|x.test"], &[]);
    check("\"\" <p@x.test>", &["-|p|x.test"], &[]);
    let (entries, _) = read(b"=?UTF-8?Q?A?= \"b\" <p@x.test>");
    let address = addresses(&entries).next().unwrap();
    assert_eq!(address.raw_name.as_deref(), Some(&b"=?UTF-8?Q?A?= b"[..]));
}

#[test]
fn what_careless_writers_make() {
    check("John Doe j@x.test", &["John Doe|j|x.test"], &["address-without-brackets"]);
    check("j@x.test John Doe", &["John Doe|j|x.test"], &["address-without-brackets"]);
    check("root", &["-|root|-"], &["address-without-domain"]);
    check("John <root>", &["John|root|-"], &["address-without-domain"]);
    check("<>", &["-||-"], &["address-empty"]);
    check("a@x.test; b@x.test", &["-|a|x.test", "-|b|x.test"], &["address-stray-semicolon"]);
    check("<a@x.test> <b@x.test>", &["-|a|x.test", "-|b|x.test"], &["address-missing-comma"]);
    check("A <a@x.test> B <b@x.test>", &["A|a|x.test", "B|b|x.test"], &["address-missing-comma"]);
    check("A <a@x.test> via list, b@x.test", &["A|a|x.test", "-|b|x.test"], &["address-junk"]);
    check("A <a@x.test, b@x.test", &["A|a|x.test", "-|b|x.test"], &["address-missing-bracket"]);
    check("A <<a@x.test>>", &["A|a|x.test"], &["address-nested-bracket", "address-junk"]);
    check("A <a b@x.test>", &["A|ab|x.test"], &["address-blank"]);
    check("\"A <a@x.test>", &["A|a|x.test"], &["address-unclosed-quote"]);
    check("A (never closed <a@x.test>", &["A never closed|a|x.test"], &[]);
    check("G: a@x.test", &["G:", "-|a|x.test", ";"], &["address-open-group"]);
    check("a:b:c@x.test;", &["a:", "-|bc|x.test", ";"], &["address-stray-colon"]);
    check("\"a@b\"@x.test", &["-|a@b|x.test"], &[]);
    check("\"a b\" @ x.test", &["-|a b|x.test"], &[]);
    check("a@b@x.test", &["-|a@b|x.test"], &[]);
    check("<a@[IPv6:2001:db8::1]>, b@[IPv6:::1]", &["-|a|[IPv6:2001:db8::1]", "-|b|[IPv6:::1]"], &[]);
    check("", &[], &[]);
}

#[test]
fn where_the_address_ends() {
    for (value, ends) in [
        ("a@b.test", &["a@b.test"][..]),
        (" root (Cron Daemon) , b", &[" root", " root (Cron Daemon) , b"]),
        ("A <a@b.test> (c)", &["A <a@b.test"]),
        ("A < a (x) @ b.test (y) >", &["A < a (x) @ b.test"]),
        ("<@x.test:\"a b\"@b.test>", &["<@x.test:\"a b\"@b.test"]),
        ("g:(x)a(y);,b@[192.0.2.1] ;", &["g:(x)a", "g:(x)a(y);,b@[192.0.2.1]"]),
        ("Pepe a . b @ c.test (x)", &["Pepe a . b @ c.test"]),
    ] {
        let (entries, _) = read(value.as_bytes());
        let found: Vec<&str> = addresses(&entries).map(|address| &value[..address.end as usize]).collect();
        assert_eq!(found, ends, "{value}");
    }
}

#[test]
fn members_know_their_group() {
    let (entries, _) = read(b"x@y.test, =?utf-8?Q?=C3=A9?=: a@b.test;, c@d.test");
    let groups: Vec<_> = addresses(&entries).map(|one| one.group.as_deref()).collect();
    assert_eq!(groups, [None, Some("é"), None]);
    assert_eq!(addresses(&entries).map(|one| one.offset).collect::<Vec<_>>(), [0, 30, 41]);
}

#[test]
fn tens_of_thousands_take_linear_time() {
    for piece in [
        "a@b.test,",
        "<",
        "<a@b.test> ",
        "(",
        "\"",
        "[",
        "a:",
        "a ",
        ";",
        "\"a\"",
        "@",
        "<a> b ",
        "=?utf-8?q?a",
        ">",
        "<@a:",
    ] {
        let (entries, flaws) = read(piece.repeat(20_000).as_bytes());
        assert!(entries.len() <= 100_001 && flaws.len() < 1_000, "{piece}");
    }
}

proptest! {
    #[test]
    fn what_is_written_is_read_back(name in "[^\\p{Cc}]{0,60}", local in "[a-z]{1,9}", utf8: bool) {
        use crate::mime::address_list::{Mailbox, encode};
        use crate::mime::charset::Charset;
        let address = crate::base::Address::parse(&format!("{local}@x.test")).unwrap();
        let mailbox = Mailbox { name: Some(name.clone()), address };
        let written = encode(&[mailbox.clone(), mailbox], 4, utf8, Charset::UTF_8).unwrap();
        let (entries, _) = read(written.as_bytes());
        let read: Vec<_> = addresses(&entries).map(|one| (one.name.clone().unwrap_or_default(), one.mailbox.clone())).collect();
        prop_assert_eq!(read, vec![(name, local); 2], "{}", written);
    }

    #[test]
    fn reading_takes_anything(octets: Vec<u8>, text in "([<>,;:@.()\"\\\\ \\[\\]\r\n]|a|é|=\\?utf-8\\?q\\?a\\?=){0,40}") {
        for octets in [&octets, text.as_bytes()] {
            let (_, flaws) = read(octets);
            prop_assert!(flaws.iter().all(|flaw| flaw.offset <= octets.len() as u64), "{flaws:?}");
        }
    }
}
