use super::*;
use crate::proto::explain::walk;

/// One line a range, joined where the cuts of the input show.
fn told(message: &[u8], octets: usize) -> Vec<(u64, String, Kind, Option<Means>, String)> {
    let mut all = Vec::new();
    let mut at = 0;
    let mut tell = |range: Range<'_>| {
        assert_eq!(range.offset, at, "{range:?}");
        assert!(!range.octets.is_empty());
        at += range.octets.len() as u64;
        let text = String::from_utf8_lossy(&range.octets).into_owned();
        all.push((range.offset, text, range.kind, range.means, range.part.to_string()));
    };
    let mut annotator = Annotator::new(Limits::default());
    message.chunks(octets).for_each(|piece| annotator.push(piece, &mut tell));
    annotator.finish(&mut tell);
    assert_eq!(at, message.len() as u64);
    all
}

fn shown(message: &str) -> Vec<String> {
    let whole = told(message.as_bytes(), usize::MAX);
    for octets in 1..9 {
        assert_eq!(told(message.as_bytes(), octets), whole, "in pieces of {octets}");
    }
    let line = |(_, text, kind, means, part): &(u64, String, Kind, Option<Means>, String)| {
        let means = means.as_ref().map(|means| format!(" {}", means.sentence(Language::En))).unwrap_or_default();
        format!("{part} {} {text:?}{means}", kind.name())
    };
    whole.iter().map(line).collect()
}

#[test]
fn every_note_is_in_both_languages() {
    walk::judge(notes::all());
}

#[test]
fn a_header() {
    let lines = shown(
        "Subject: =?utf-8?Q?=C3=A9?= a\r\n b\r\nContent-Type: text/plain; charset=utf-8;\r\n name*=utf-8''%C3%A9\r\n\r\n",
    );
    let expected = [
        r#"HEADER field-name "Subject:""#,
        r#"HEADER field-body " ""#,
        r#"HEADER encoded-word "=?utf-8?Q?=C3=A9?=" It reads "é"."#,
        r#"HEADER field-body " a""#,
        r#"HEADER fold "\r\n ""#,
        r#"HEADER field-body "b""#,
        r#"HEADER line-end "\r\n""#,
        r#"HEADER field-name "Content-Type:""#,
        r#"HEADER field-body " text/plain; ""#,
        r#"HEADER parameter "charset=utf-8""#,
        r#"HEADER field-body ";""#,
        r#"HEADER fold "\r\n ""#,
        r#"HEADER parameter "name*=utf-8''%C3%A9" It reads "name=é"."#,
        r#"HEADER line-end "\r\n""#,
        r#"HEADER empty-line "\r\n""#,
    ];
    assert_eq!(lines, expected);
}

#[test]
fn parts_and_their_encodings() {
    let lines = shown(
        "Content-Type: multipart/mixed; boundary=b\n\npre\n--b\nContent-Transfer-Encoding: quoted-printable\n\n\
         =C2=BFx=\ny\n--b\nContent-Transfer-Encoding: base64\n\nYQ==\n--b--\nepi\n",
    );
    let expected = [
        r#"TEXT preamble "pre""#,
        r#"TEXT boundary-line-end "\n""#,
        r#"TEXT boundary "--b\n" Here part 1 begins."#,
        r#"1.MIME field-name "Content-Transfer-Encoding:""#,
        r#"1.MIME field-body " quoted-printable""#,
        r#"1.MIME line-end "\n""#,
        r#"1.MIME empty-line "\n""#,
        r#"1 escape "=C2=BF" It reads "¿"."#,
        r#"1 literally "x""#,
        r#"1 soft-break "=\n""#,
        r#"1 literally "y""#,
        r#"TEXT boundary-line-end "\n""#,
    ];
    let found: Vec<&str> = lines.iter().skip_while(|line| !line.contains("preamble")).map(String::as_str).collect();
    assert_eq!(&found[..11], &expected[..11]);
    let end = [
        r#"2 base64 "YQ""#,
        r#"2 padding "==""#,
        r#"TEXT boundary-line-end "\n""#,
        r#"TEXT boundary-close "--b--" Here the parts of TEXT end."#,
        r#"TEXT line-end "\n""#,
        r#"TEXT epilogue "epi\n""#,
    ];
    assert_eq!(&found[found.len() - end.len()..], &end);
}

#[test]
fn what_is_no_field() {
    let lines = shown("From a@b Mon\nX: y\njunk\n\nbody");
    assert!(lines.contains(&r#"HEADER mbox-line "From a@b Mon\n""#.to_owned()), "{lines:#?}");
    assert!(lines.contains(&r#"HEADER not-a-field "junk\n""#.to_owned()), "{lines:#?}");
    assert!(lines.contains(&r#"1 text "body""#.to_owned()), "{lines:#?}");
}

#[test]
fn base64_that_was_joined() {
    let lines = shown("Content-Transfer-Encoding: base64\n\nYQ==Yg==\r\n");
    let kinds: Vec<&str> = lines.iter().skip(4).filter_map(|line| line.split(' ').nth(1)).collect();
    assert_eq!(kinds, ["base64", "padding", "base64", "padding", "line-end"]);
}
