use super::*;

fn parse(field: &str) -> (Disposition, Vec<&'static str>) {
    let (read, flaws) = Disposition::parse(field.as_bytes());
    (read, flaws.iter().map(|flaw| flaw.code).collect())
}

/// RFC 2183 §3.
#[test]
fn the_examples_of_rfc_2183() {
    assert_eq!(parse("inline").0.kind, Kind::Inline);
    let field = " attachment; filename=genome.jpeg;\r\n modification-date=\"Wed, 12 Feb 1997 16:29:51 -0500\"; size=7";
    let (read, codes) = parse(field);
    assert_eq!(
        (read.kind, read.filename(), read.size(), codes.len()),
        (Kind::Attachment, Some("genome.jpeg"), Some(7), 0)
    );
    assert_eq!(read.parameters.value("modification-date"), Some("Wed, 12 Feb 1997 16:29:51 -0500"));
}

#[test]
fn kinds_that_are_none() {
    assert_eq!(parse("filename=a.txt"), {
        let (read, _) = parse("filename=a.txt");
        (Disposition { kind: Kind::Attachment, name: String::new(), ..read }, vec!["disposition-missing"])
    });
    assert_eq!(parse("filename=a.txt").0.filename(), Some("a.txt"));
    let (read, codes) = parse("Form-Data; name=x");
    assert_eq!((read.kind, read.name.as_str(), codes), (Kind::Other, "form-data", vec!["disposition-unknown"]));
    assert_eq!(parse("\"attachment\"; filename=a").0.kind, Kind::Attachment);
    assert_eq!(parse("").1, ["disposition-missing"]);
}

#[test]
fn the_name_that_counts() {
    let name = |disposition: &str, content_type: &str| {
        let disposition = Disposition::parse(disposition.as_bytes()).0;
        let content_type = ContentType::parse(content_type.as_bytes()).0;
        let (name, flaws) = file_name(Some(&disposition), Some(&content_type));
        (name, flaws.into_iter().map(|flaw| flaw.message.into_owned()).collect::<Vec<_>>())
    };
    let some = |name: &str| Some(name.to_owned());
    assert_eq!(name("inline; filename=a; filename*=''b", "a/b; name=b"), (some("b"), vec![]));
    assert_eq!(name("inline; filename=a", "a/b; name=a; name*=''a"), (some("a"), vec![]));
    assert_eq!(name("inline", "a/b; name=c; name*=''d").0, some("d"));
    assert_eq!(name("inline; filename=\"\"", "a/b; name=c").0, some("c"));
    let (first, told) = name("inline; filename=a.txt", "a/b; name=a.exe");
    assert_eq!(first, some("a.txt"));
    assert_eq!(told, ["filename says \"a.txt\", name says \"a.exe\"; the first counts"]);
    assert_eq!(file_name(None, None), (None, vec![]));
}
