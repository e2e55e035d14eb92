use proptest::prelude::*;

use super::*;

fn check(field: &str, essence: &str, parameters: &[(&str, &str)], codes: &[&str]) {
    let (read, flaws) = ContentType::parse(field.as_bytes());
    let pairs: Vec<(&str, &str)> = read.parameters.iter().map(|one| (one.name.as_str(), one.value.as_str())).collect();
    let found: Vec<&str> = flaws.iter().map(|flaw| flaw.code).collect();
    assert_eq!(
        (read.essence().as_str(), pairs.as_slice(), found.as_slice()),
        (essence, parameters, codes),
        "{field}: {flaws:?}"
    );
}

#[test]
fn types_and_what_is_made_of_them() {
    check(" Text/HTML ;\r\n\tcharset=utf-8\r\n", "text/html", &[("charset", "utf-8")], &[]);
    check("text / plain", "text/plain", &[], &[]);
    check("(a) text (b) / (c) plain (d)", "text/plain", &[], &[]);
    check("", "text/plain", &[], &["content-type-empty"]);
    check("text", "text/plain", &[], &["content-type-without-subtype"]);
    check("text/; charset=a", "text/plain", &[("charset", "a")], &["content-type-without-subtype"]);
    check("/plain", "text/plain", &[], &["content-type-without-subtype"]);
    check("pdf; name=a.pdf", "text/plain", &[("name", "a.pdf")], &["content-type-without-subtype"]);
    check("multipart; boundary=a", "multipart/mixed", &[("boundary", "a")], &["content-type-without-subtype"]);
    check("; charset=utf-8", "text/plain", &[("charset", "utf-8")], &["content-type-missing"]);
    check("charset=utf-8; a=b", "text/plain", &[("charset", "utf-8"), ("a", "b")], &["content-type-missing"]);
    check("\"text/html\"; a=b", "text/html", &[("a", "b")], &["content-type-quoted"]);
    check("text/plain charset=utf-8", "text/plain", &[("charset", "utf-8")], &["parameter-missing-semicolon"]);
    check("text/html/x; a=b", "text/html", &[("a", "b")], &["parameter-junk"]);
    check("text/plain, image/png", "text/plain", &[], &["parameter-junk"]);
    check("text/pl%in", "text/pl%in", &[], &["content-type-bad-name"]);
    check("\u{e9}", "text/plain", &[], &["content-type-missing", "parameter-junk"]);
}

#[test]
fn what_a_type_tells() {
    let parse = |field: &str| ContentType::parse(field.as_bytes()).0;
    assert!(parse("multipart/mixed; boundary=a").is_multipart());
    assert!(parse("message/rfc822").is_message() && parse("Message/Global").is_message());
    assert!(!parse("message/delivery-status").is_message());
    assert_eq!(parse("text/plain; charset='Latin1'").charset(), Some("Latin1"));
    assert_eq!(parse("text/plain; charset=\"\"").charset(), None);
    assert_eq!(parse("text/plain; format=Flowed").format_flowed(), Some(Flowed { delsp: false }));
    assert_eq!(parse("text/plain; format=flowed; DelSp=Yes").format_flowed(), Some(Flowed { delsp: true }));
    assert_eq!(parse("text/html; format=flowed").format_flowed(), None);
    let digest = parse("multipart/digest; boundary=a");
    assert_eq!(ContentType::default_for(Some(&digest)).essence(), "message/rfc822");
    let usual = ContentType::default_for(Some(&parse("multipart/mixed; boundary=a")));
    assert_eq!((usual.essence().as_str(), usual.charset()), ("text/plain", Some("us-ascii")));
    assert_eq!(ContentType::default_for(None), usual);
}

#[test]
fn boundaries() {
    let (read, flaws) = ContentType::parse(b"multipart/mixed; boundary=\"gc0p4Jq0M2Yt08jU534c0p: x\"");
    assert_eq!((read.boundary(), flaws.len()), (Some(&b"gc0p4Jq0M2Yt08jU534c0p: x"[..]), 0));
    let (read, flaws) = ContentType::parse(b"multipart/mixed; boundary=\"a \"");
    assert_eq!((read.boundary(), flaws[0].code), (Some(&b"a"[..]), "boundary-trailing-space"));
    let (read, flaws) = ContentType::parse(b"multipart/mixed; boundary=\"\"");
    assert_eq!((read.boundary(), flaws[0].code), (None, "multipart-without-boundary"));
    assert_eq!(ContentType::parse(b"multipart/mixed").1[0].code, "multipart-without-boundary");
    let (read, flaws) = ContentType::parse(b"multipart/mixed; boundary=\"\xe9!\"");
    assert_eq!(read.boundary(), Some(&b"\xe9!"[..]));
    assert!(flaws.iter().any(|flaw| flaw.code == "boundary-bad-character"));
    let long = format!("multipart/mixed; boundary={}", "a".repeat(71));
    assert_eq!(ContentType::parse(long.as_bytes()).1[0].code, "boundary-too-long");
    let split = b"multipart/mixed; boundary*0=ab; boundary*1=cd";
    assert_eq!(ContentType::parse(split).0.boundary(), Some(&b"abcd"[..]));
}

proptest! {
    #[test]
    fn reading_takes_anything(octets: Vec<u8>, text in "([;=\"\\\\() /\r\n]|text|multipart|boundary=|a){0,40}") {
        for octets in [&octets, text.as_bytes()] {
            let (read, flaws) = ContentType::parse(octets);
            prop_assert!(!read.kind().is_empty() && !read.subtype().is_empty());
            prop_assert!(flaws.iter().all(|flaw| flaw.offset <= octets.len() as u64));
        }
    }
}
