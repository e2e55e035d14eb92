//! `mime build --from-dir`: any tree, from a manifest.

use super::{build, clean, hex, judged, mime, part, text, types};
use crate::cli::{Mailtool, Outcome, Room};
use crate::peers::{need, or_skip};

/// A picture as far as its first octets go.
const PICTURE: &[u8] = b"\xff\xd8\xff\xe0\0\x10JFIF\0\r\n\n\r\xff\xd9";

const OLD: &str = "From: pepe@gmail.com\nTo: alicia@unavarra.es\nDate: Mon, 23 Nov 2026 08:00:00 +0100\n\
    Message-ID: <0@gmail.com>\nSubject: =?utf-8?B?wr8/?=\nMIME-Version: 1.0\nContent-Type: text/plain\n\nhola\n";

/// What a message of text beyond ASCII says of it.
const RAW: &str = "text/plain; charset=utf-8\nContent-Transfer-Encoding: 8bit";

/// A directory with this manifest, and files of every kind.
fn directory(manifest: &str) -> Room {
    let room = Room::new();
    room.directory("sub");
    room.file("manifest.toml", manifest);
    room.file("text.txt", "¿Te gusta la salsa?\n");
    room.file("plain.txt", "salsa\n");
    room.file("latin.txt", b"se\xf1al\n");
    room.file("page.html", "<p>ñ <img src=\"cid:crepe@unavarra.es\">\n");
    room.file("sub/crepe.jpg", PICTURE);
    room.file("old.eml", OLD);
    room.file("raw.eml", OLD.replace("hola", "¡hola!").replace("text/plain", RAW));
    room.file("empty", "");
    room.file("nul.txt", [0; 3000]);
    room.file("long.txt", "y".repeat(3000));
    room
}

fn run(manifest: &str, args: &[&str]) -> Outcome {
    let room = directory(manifest);
    build(&["--from-dir", &room.at("")]).args(args).run()
}

#[track_caller]
fn built(manifest: &str, args: &[&str]) -> Vec<u8> {
    clean(run(manifest, args).expect(0).stdout)
}

const WHOLE: &str = r#"
header = ["From: Alicia <alicia@unavarra.es>", "To: pepe@gmail.com", "Subject: crêpe", "X-Note: año 🥞"]
type = "multipart/mixed"
preamble = "This is a message\nin MIME format."
epilogue = "That was it."
[[parts]]
type = "text/plain"
file = "text.txt"
[[parts]]
type = "multipart/related"
description = "La página"
header = ["X-Part: señal"]
[[parts.parts]]
type = "text/html"
file = "page.html"
[[parts.parts]]
type = "image/jpeg"
file = "sub/crepe.jpg"
name = "crêpe 🥞.jpg"
disposition = "inline"
id = "crepe@unavarra.es"
[[parts]]
type = "message/rfc822"
file = "old.eml"
[[parts]]
file = "latin.txt"
charset = "iso-8859-1"
name = "señal.txt"
"#;

#[test]
fn the_whole_tree() {
    or_skip!(need(&["python3"]));
    let message = built(WHOLE, &[]);
    let expected = [
        "Alicia <alicia@unavarra.es>|pepe@gmail.com|crêpe|Mon, 23 Nov 2026 09:00:00 +0100".to_owned(),
        "multipart/mixed|-|-|-|-|-".to_owned(),
        format!(">text/plain|-|-|-|utf-8|{}", hex("¿Te gusta la salsa?\r\n")),
        ">multipart/related|-|-|-|-|-".to_owned(),
        format!(">>text/html|-|-|-|utf-8|{}", hex("<p>ñ <img src=\"cid:crepe@unavarra.es\">\r\n")),
        format!(">>image/jpeg|inline|crêpe 🥞.jpg|<crepe@unavarra.es>|-|{}", hex(PICTURE)),
        ">message/rfc822|-|-|-|-|-".to_owned(),
        format!(">>text/plain|-|-|-|-|{}", hex("hola\r\n")),
        format!(">text/plain|attachment|señal.txt|-|iso-8859-1|{}", hex(b"se\xf1al\n")),
    ];
    assert_eq!(judged(&message), expected, "{}", text(&message));
    for field in [
        "\r\nMessage-ID: <1@unavarra.es>\r\nX-Note: =?utf-8?B?YcOxbyDwn6We?=\r\nMIME-Version: 1.0\r\n",
        "\r\nContent-Type: multipart/mixed; boundary=frontera_1\r\n\r\nThis is a message\r\nin MIME format.\r\n\r\n--fron",
        "\r\nContent-Type: multipart/related; type=\"text/html\"; boundary=frontera_2\r\nContent-Description: La =?utf-8?",
        "\r\n--frontera_1--\r\nThat was it.\r\n",
        "\r\nX-Part: =?utf-8?",
    ] {
        assert!(text(&message).contains(field), "{field}\n{}", text(&message));
    }
    assert_eq!(message, built(WHOLE, &[]), "the same directory makes the same octets");
}

#[test]
fn a_single_part_is_a_message() {
    let message = built("header = [\"From: a@x.org\"]\nfile = \"plain.txt\"\n", &[]);
    let expected = "Date: Mon, 23 Nov 2026 09:00:00 +0100\r\nFrom: a@x.org\r\nMessage-ID: <1@unavarra.es>\r\n\
        MIME-Version: 1.0\r\nContent-Type: text/plain; charset=us-ascii\r\nContent-Transfer-Encoding: 7bit\r\n\r\nsalsa\r\n";
    assert_eq!(text(&message), expected);
    let room = directory("file = \"plain.txt\"\n");
    let dir = Mailtool::new(["mime", "build", "--from-dir", &room.at("")]);
    let outcome = dir.env("EMAIL", "Eva <eva@x.org>").run().expect(0);
    assert!(outcome.out().contains("From: Eva <eva@x.org>\r\n") && outcome.out().contains("@x.org>\r\n"), "{outcome}");
}

#[test]
fn fields_that_are_there_are_not_made() {
    let header =
        "header = [\"from: a@x.org\", \"date: Tue, 1 Jul 2003 10:52:37 +0200\", \"message-id: <own@x.org>\"]\n";
    let message = text(&built(&format!("{header}file = \"plain.txt\"\n"), &[]));
    let head =
        "date: Tue, 1 Jul 2003 10:52:37 +0200\r\nfrom: a@x.org\r\nmessage-id: <own@x.org>\r\nMIME-Version: 1.0\r\n";
    assert!(message.starts_with(head), "{message}");
}

/// A manifest with a header and this one part.
fn with(part: &str) -> String {
    format!("header = [\"From: a@x.org\"]\n[[parts]]\n{part}\n")
}

#[test]
fn text_under_each_transport() {
    let word = |part: &str, way: &str| {
        let message = built(&with(part), &["--transport", way]);
        let text = text(&message);
        text.rsplit("Content-Transfer-Encoding: ").next().and_then(|rest| rest.split("\r\n").next()).unwrap().to_owned()
    };
    let all = |part| ["7bit", "8bitmime", "binarymime"].map(|way| word(part, way));
    assert_eq!(all("file = \"text.txt\""), ["quoted-printable", "8bit", "8bit"]);
    assert_eq!(all("file = \"plain.txt\""), ["7bit"; 3]);
    assert_eq!(all("file = \"text.txt\"\ndisposition = \"attachment\""), ["base64", "base64", "binary"]);
    assert_eq!(all("file = \"sub/crepe.jpg\""), ["base64", "base64", "binary"]);
    assert_eq!(all("file = \"plain.txt\"\nencoding = \"Base64\""), ["base64"; 3]);
    assert_eq!(all("file = \"empty\"\ntype = \"text/plain\""), ["7bit"; 3]);
    assert_eq!(all("file = \"nul.txt\""), ["base64"; 3]);
    assert_eq!(all("file = \"long.txt\""), ["quoted-printable"; 3]);
    let raw = with("file = \"raw.eml\"");
    run(&raw, &[]).expect(65).says(&["the part (part 1) cannot be sent as 8bit"]);
    for way in ["8bitmime", "binarymime"] {
        let message = built(&raw, &["--transport", way]);
        assert_eq!(part(&message, "1.1"), "¡hola!\r\n".as_bytes());
    }
}

#[test]
fn contents_come_back() {
    let parts = ["empty", "nul.txt", "long.txt", "sub/crepe.jpg", "text.txt"];
    let listed: String = parts.iter().map(|file| format!("[[parts]]\nfile = \"{file}\"\nname = \"x\"\n")).collect();
    let manifest = format!("header = [\"From: a@x.org\"]\n{listed}");
    let room = directory(&manifest);
    for way in ["7bit", "8bitmime", "binarymime"] {
        let message = built(&manifest, &["--transport", way]);
        for (n, file) in parts.iter().enumerate() {
            assert_eq!(part(&message, &(n + 1).to_string()), room.read(file), "{file} over {way}");
        }
    }
}

#[test]
fn names_in_every_writing() {
    or_skip!(need(&["python3"]));
    let long = "ñandú-".repeat(40);
    let quoted = "a \\\"b\\\" c.txt";
    for name in ["crêpe 🥞 漢字.jpg", &long, quoted, "percent%20.txt", "a;b=c.txt"] {
        let message = built(&with(&format!("file = \"sub/crepe.jpg\"\nname = \"{name}\"")), &[]);
        let expected = format!(">image/jpeg|attachment|{}|-|-|{}", name.replace('\\', ""), hex(PICTURE));
        assert_eq!(judged(&message)[2], expected, "{}", text(&message));
        let shown = mime(&["tree", "--json", "-"], &message).expect(0).field("name");
        assert_eq!(shown[1], name.replace('\\', ""));
    }
}

#[test]
fn trees_of_any_depth() {
    let depth = 60;
    let mut manifest = "header = [\"From: a@x.org\"]\n".to_owned();
    for n in 1..depth {
        manifest += &format!("[[parts{}]]\ndescription = \"{n}\"\n", ".parts".repeat(n - 1));
    }
    // Readers, our own lint among them, follow fewer levels than can be built.
    let message = run(&(manifest.clone() + "file = \"plain.txt\"\n"), &[]).expect(0).out();
    assert_eq!(message.matches("Content-Type: multipart/mixed;").count(), depth - 1);
    assert!(message.contains("boundary=frontera_01\r\n") && message.contains("boundary=frontera_59\r\n"), "{message}");
    run(&format!("{manifest}[[parts{}]]\n", ".parts".repeat(100_000)), &[]).expect(65).says(&["recursion limit"]);
    let inline = format!("parts = {}{}", "[{parts=".repeat(50_000), "}]".repeat(50_000));
    run(&inline, &[]).expect(65).says(&["manifest.toml:1: "]);
}

#[test]
fn manifests_that_are_wrong() {
    for (manifest, code, words) in [
        ("", 65, "manifest.toml:1: neither a file nor parts"),
        ("file = \"plain.txt\"\ncolour = \"red\"\n", 65, "manifest.toml:2: unknown field `colour`"),
        ("\nheader = [\"From: a@x.org\"]\n[[parts]]\nfile = \"none.txt\"", 66, "manifest.toml:3: "),
        ("\n\n[[parts]]\nfile = \"../plain.txt\"", 65, "manifest.toml:3: \"../plain.txt\" is no path within"),
        ("file = \"sub/../plain.txt\"", 65, "no path within"),
        ("file = \"/etc/passwd\"", 65, "no path within"),
        ("file = \"\"", 65, "no path within"),
        ("file = \"sub\"", 66, "directory"),
        ("type = \"multipart/mixed\"\n", 65, "neither a file nor parts"),
        ("parts = []", 65, "at least one part"),
        ("[[parts]]\ntype = \"text/plain\"", 65, "manifest.toml:1: neither a file nor parts"),
        ("file = \"plain.txt\"\nparts = [{file = \"plain.txt\"}]", 65, "exclude one another"),
        ("type = \"text/plain\"\n[[parts]]\nfile = \"plain.txt\"", 65, "not in \"text/plain\""),
        ("type = \"multipart/mixed\"\nfile = \"plain.txt\"", 65, "is not the type of a file"),
        ("type = \"multipart/mixed; boundary=x\"\n[[parts]]\nfile = \"plain.txt\"", 65, "without its boundary"),
        ("type = \"plain\"\nfile = \"plain.txt\"", 65, "is not the type of a file"),
        ("disposition = \"below\"\nfile = \"plain.txt\"", 65, "manifest.toml:1: unknown variant `below`"),
        ("encoding = \"gzip\"\nfile = \"plain.txt\"", 65, "\"gzip\" is not"),
        ("charset = \"klingon\"\nfile = \"plain.txt\"", 65, "is not a charset"),
        ("charset = \"utf-8\"\ntype = \"text/plain; charset=utf-8\"\nfile = \"plain.txt\"", 65, "already"),
        ("file = \"latin.txt\"", 65, "say its charset"),
        ("encoding = \"8bit\"\n[[parts]]\nfile = \"plain.txt\"", 65, "those of a file"),
        ("preamble = \"x\"\nfile = \"plain.txt\"", 65, "those of a multipart"),
        ("preamble = \"ñ\"\n[[parts]]\nfile = \"plain.txt\"", 65, "must be ASCII"),
        ("header = [\"no field\"]\nfile = \"plain.txt\"", 65, "no colon"),
        ("header = [\"From: a@x.org\", \"Bcc: b@x.org\"]\nfile = \"plain.txt\"", 65, "send --bcc"),
        ("header = [\"From: a@x.org\", \"Content-Type: x/y\"]\nfile = \"plain.txt\"", 65, "made to match"),
        ("id = \"a b\"\nheader = [\"From: a@x.org\"]\nfile = \"plain.txt\"", 65, "Content-ID"),
        ("name = \"a\\u0007\"\nheader = [\"From: a@x.org\"]\nfile = \"plain.txt\"", 65, "control character"),
        ("file = \"old.eml\"\nencoding = \"base64\"\nheader = [\"From: a@x.org\"]", 65, "RFC 2046 §5.2.1"),
        ("file = ", 65, "manifest.toml:1: "),
        ("x = \"\\u001b[31m\"", 65, "unknown field"),
    ] {
        let room = directory(manifest);
        let outcome = build(&["--from-dir", &room.at("")]).env("EMAIL", "a@x.org").run();
        assert!(outcome.stdout.is_empty(), "{manifest}");
        outcome.expect(code).says(&[words]);
    }
    run("file = \"plain.txt\"", &[]).expect(78).says(&["no author"]);
}

#[test]
fn a_directory_without_a_manifest() {
    let room = Room::new();
    build(&["--from-dir", &room.at("")]).run().expect(66).says(&["manifest.toml"]);
    build(&["--from-dir", &room.at("none")]).run().expect(66);
    room.file("manifest.toml", b"file = \"\xff\"");
    build(&["--from-dir", &room.at("")]).run().expect(65).says(&["utf-8"]);
    room.file("manifest.toml", vec![b'#'; (1 << 20) + 1]);
    build(&["--from-dir", &room.at("")]).run().expect(65).says(&["more than"]);
    for beside in [["--body", "x"], ["--from", "a@x.org"], ["--charset", "utf-8"], ["--attach", "x"]] {
        build(&["--from-dir", &room.at("")]).args(beside).run().expect(64);
    }
    let wrong = directory("header = [\"From: a@x.org\"]\nfile = \"plain.txt\"");
    Mailtool::new(["mime", "build", "--boundary", "a b", "--from-dir", &wrong.at("")]).run().expect(64);
}

#[test]
fn types_are_guessed() {
    let files = ["plain.txt", "page.html", "sub/crepe.jpg", "old.eml", "empty"];
    let listed: String = files.iter().map(|file| format!("[[parts]]\nfile = \"{file}\"\n")).collect();
    let message = run(&format!("header = [\"From: a@x.org\"]\n{listed}"), &[]).expect(0).stdout;
    let expected =
        ["multipart/mixed", "text/plain", "text/html", "image/jpeg", "message/rfc822", "text/plain", "text/plain"];
    assert_eq!(types(&message), expected);
}

#[test]
fn the_example_of_the_help_is_one() {
    let help = Mailtool::new(["mime", "build", "--help"]).run().expect(0).out();
    let start = help.find("  header = [").expect("an example");
    let end = help[start..].find("\n\n  header  ").expect("its end");
    let manifest: String = help[start..start + end].lines().map(|line| format!("{}\n", line.trim())).collect();
    let room = directory(&manifest);
    room.file("crepe.jpg", PICTURE);
    let message = clean(build(&["--from-dir", &room.at("")]).run().expect(0).stdout);
    let related = ["multipart/related", "text/html", "image/jpeg"];
    let expected = [&["multipart/mixed", "text/plain"][..], &related, &["message/rfc822", "text/plain"]].concat();
    assert_eq!(types(&message), expected);
}

#[test]
fn links_lead_nowhere_else() {
    let room = directory(&with("file = \"link\""));
    let outside = room.file("../outside-of-it", "secret");
    for (target, code) in [(outside.as_str(), 65), ("sub/crepe.jpg", 0)] {
        let link = room.path().join("link");
        let _ = std::fs::remove_file(&link);
        std::os::unix::fs::symlink(target, &link).expect("a link");
        let dir = room.path().display().to_string();
        Mailtool::new(["mime", "build", "--from-dir", &dir]).run().expect(code);
    }
    std::fs::remove_file(outside).expect("it was there");
}

#[test]
fn what_is_built_does_not_replace_what_it_is_built_from() {
    let room = Room::new();
    let file = room.file("crepe.jpg", PICTURE);
    let args = ["mime", "build", "--from", "a@x.org", "--attach", &file, "-o", &file];
    Mailtool::new(args).run().expect(64).says(&["--output", "would be lost"]);
    assert_eq!(room.read("crepe.jpg"), PICTURE);
    let message = room.file("m.eml", OLD);
    Mailtool::new(["mime", "part", &message, "1", "-o", &message]).run().expect(64);
    assert_eq!(room.read("m.eml"), OLD.as_bytes());
}
