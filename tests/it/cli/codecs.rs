//! `mailtool mime encode` and `decode`: filters that stand beside base64(1), qprint(1), uuencode(1) and their kin.

use std::process::{Command, Stdio};
use std::time::Duration;
use std::{fs, thread};

use super::run::PROGRAM;
use super::{Mailtool, Outcome, Room};
use crate::peers::{corpus, need};

/// All octets, in no order that a codec could like.
fn octets(size: usize) -> Vec<u8> {
    let mut state = 0x2545_f491_4f6c_dd1d_u64;
    let mut next = || {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        state as u8
    };
    (0..size).map(|_| next()).collect()
}

fn mime<const N: usize>(args: [&str; N], input: impl AsRef<[u8]>) -> Outcome {
    Mailtool::new(["mime"]).args(args).stdin(input).run()
}

/// One of other people's samples, if they are here.
fn sample(name: &str) -> Option<Vec<u8>> {
    corpus().map(|corpus| fs::read(corpus.join("mimekit").join(name)).expect("a sample"))
}

/// Another program as a judge; where it is not here, the test says so.
fn judge(program: &str, args: &[&str], input: &[u8]) -> Option<Vec<u8>> {
    if let Err(skip) = need(&[program]) {
        skip.report();
        return None;
    }
    let mut command = Command::new(program);
    command.args(args).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::null());
    let mut child = command.spawn().expect("a judge");
    let (mut stdin, input) = (child.stdin.take().expect("a pipe"), input.to_vec());
    let feeder = thread::spawn(move || std::io::Write::write_all(&mut stdin, &input));
    let output = child.wait_with_output().expect("a judge");
    let _ = feeder.join();
    assert!(output.status.success(), "{program} {args:?}: {}", output.status);
    Some(output.stdout)
}

#[test]
fn every_encoding_is_read_back() {
    let input = octets(300_000);
    let text = b"a line with \xc3\xa9, = and a blank \n\n.\nFrom me\nno end";
    for (kind, flags, input) in [
        ("base64", &[][..], &input[..]),
        ("base64", &["-w", "0"], &input),
        ("base64", &["--crlf"], &input),
        ("qp", &["--binary"], &input),
        ("qp", &[], text),
        ("uu", &["--crlf"], &input),
        ("yenc", &[], &input),
    ] {
        let encoded = Mailtool::new(["mime", "encode", kind]).args(flags).stdin(input).run().expect(0);
        assert_eq!(encoded.err(), "", "{kind}");
        let decoded = mime(["decode", kind], &encoded.stdout).expect(0);
        assert!(decoded.stdout == input, "{kind} {flags:?}");
    }
}

#[test]
fn base64_is_that_of_coreutils() {
    let input = octets(100_001);
    for (ours, theirs) in
        [(&["-w", "76"][..], &["-w", "76"][..]), (&["-w", "0"], &["-w", "0"]), (&["-w", "7"], &["-w", "7"])]
    {
        let encoded = Mailtool::new(["mime", "encode", "base64"]).args(ours).stdin(&input).run().expect(0).stdout;
        let Some(wanted) = judge("base64", theirs, &input) else { return };
        assert!(encoded == wanted, "{ours:?}");
        assert!(judge("base64", &["-d"], &encoded).as_deref() == Some(&input));
        assert!(mime(["decode", "base64"], &wanted).expect(0).stdout == input);
    }
}

#[test]
fn python_reads_what_is_written() {
    let input = octets(50_000);
    for (args, program) in [
        (
            &["qp", "--binary"][..],
            "import quopri,sys; sys.stdout.buffer.write(quopri.decodestring(sys.stdin.buffer.read()))",
        ),
        (
            &["uu"],
            "import binascii,sys; [sys.stdout.buffer.write(binascii.a2b_uu(l)) for l in sys.stdin.buffer.read().split(b'\\n')[1:-3]]",
        ),
        (&["base64"], "import base64,sys; sys.stdout.buffer.write(base64.b64decode(sys.stdin.buffer.read()))"),
    ] {
        let encoded = Mailtool::new(["mime", "encode"]).args(args).stdin(&input).run().expect(0).stdout;
        let Some(decoded) = judge("python3", &["-c", program], &encoded) else { return };
        assert!(decoded == input, "{args:?}");
    }
    if let Some(decoded) = judge("uudecode", &["-o", "/dev/stdout"], &mime(["encode", "uu"], &input).stdout) {
        assert!(decoded == input);
    }
}

#[test]
fn flaws_are_told_with_their_places_and_what_is_left_is_written() {
    let outcome = mime(["decode", "base64"], "aG9s\nYQ*==\n").expect(0).says(&["offset 7, line 2"]);
    assert_eq!(outcome.out(), "hola", "{outcome}");
    let outcome = mime(["decode", "base64"], "aG9sY").expect(65).says(&["offset 5, line 1", "rfc 2045 §6.8"]);
    assert_eq!(outcome.out(), "hol");
    assert_eq!(mime(["decode", "base64"], "*!*").expect(65).out(), "");
    assert_eq!(mime(["decode", "base64"], "").expect(0).out(), "");
    let outcome = mime(["decode", "base64", "-i"], "a*G9s").expect(0);
    assert_eq!((outcome.out(), outcome.err()), ("hol".into(), String::new()));
    assert_eq!(mime(["decode", "qp", "-qq"], "a=zz").expect(0).err(), "");
    let outcome = mime(["decode", "uu"], "begin 640 x\u{1b}[2J\n#0V%T\n").expect(65).says(&["mode 640"]);
    assert_eq!(outcome.out(), "Cat");
    assert!(!outcome.err().contains('\u{1b}'), "{outcome}");
    let damaged = "=ybegin line=128 size=1 name=x\n[\n=yend size=1 crc32=00000000\n";
    assert_eq!(mime(["decode", "yenc"], damaged).expect(65).says(&["checksum"]).out(), "1");
}

#[test]
fn line_numbers_hold_far_into_a_stream() {
    let mut body = mime(["encode", "base64"], octets(1_000_000)).stdout;
    let lines = body.iter().take(700_000).filter(|octet| **octet == b'\n').count();
    body[700_000] = b'!';
    mime(["decode", "base64"], &body).says(&[&format!("offset 700000, line {}:", lines + 1)]);
}

#[test]
fn files_names_and_wrong_usage() {
    let room = Room::new();
    let (input, output) = (room.path().join("a b.bin"), room.path().join("out"));
    fs::write(&input, "Cat").expect("a file");
    let paths = |verb: &str, kind: &str| Mailtool::new(["mime", verb, kind]).args([&input]);
    let encoded = paths("encode", "uu").args(["--mode", "600"]).run().expect(0);
    assert_eq!(encoded.out(), "begin 600 a b.bin\n#0V%T\n`\nend\n");
    let encoded = paths("encode", "yenc").args(["--name", "x\r\ny"]).run().expect(0);
    assert!(encoded.out().starts_with("=ybegin line=128 size=3 name=x__y\n"), "{encoded}");
    paths("encode", "base64").args(["-o".as_ref(), output.as_os_str()]).run().expect(0);
    assert_eq!(fs::read_to_string(&output).expect("a file"), "Q2F0\n");
    paths("encode", "base64").args(["-o".as_ref(), input.as_os_str()]).run().expect(64);
    assert_eq!(fs::read_to_string(&input).expect("a file"), "Cat");
    paths("encode", "base64").args(["-o", "/nowhere/at/all"]).run().expect(73);
    mime(["decode", "qp", "/nowhere/at/all"], "").expect(66);
    mime(["decode", "qp", "/"], "").expect(66);
    mime(["encode", "uu", "--mode", "999"], "").expect(64);
    mime(["encode", "rot13"], "").expect(64);
    mime(["encode"], "").expect(64);
}

#[test]
fn memory_stays_small_and_a_closed_pipe_is_quiet() {
    let outcome = mime(["encode", "base64", "-w", "0"], octets(40_000_000)).expect(0);
    assert!(outcome.peak < 32 * 1024, "{} KiB", outcome.peak);
    let back = mime(["decode", "base64"], &outcome.stdout).expect(0).says(&["more than 76"]);
    assert!(back.peak < 32 * 1024 && back.stdout.len() == 40_000_000, "{} KiB", back.peak);
    for kind in ["base64", "qp", "uu", "yenc"] {
        let script = format!("head -c 20000000 /dev/zero | {PROGRAM} mime encode {kind} | head -c 1000 | wc -c");
        let output = Command::new("sh").args(["-c", &script]).output().expect("a shell");
        assert_eq!((output.stdout, output.stderr), (b"1000\n".to_vec(), vec![]), "{kind}");
    }
}

#[test]
fn hostile_input_takes_linear_time() {
    for (kind, piece) in [("base64", "A"), ("base64", "="), ("qp", "="), ("qp", " "), ("uu", "M"), ("yenc", "=")] {
        let start = match kind {
            "uu" => "begin 644 x\n",
            "yenc" => "=ybegin size=1 name=x\n",
            _ => "",
        };
        // What is wrong at every octet takes longest, where nothing is optimized.
        let octets = if kind != "yenc" && piece == "=" { 5_000_000 } else { 50_000_000 };
        let input = start.to_owned() + &piece.repeat(octets);
        let outcome = Mailtool::new(["mime", "decode", kind]).stdin(input).limit(Duration::from_secs(90)).run();
        assert!(matches!(outcome.code, Some(0 | 65)) && outcome.peak < 32 * 1024, "{kind}: {outcome}");
    }
}

#[test]
fn the_corpus_is_decoded() {
    let Some(photo) = sample("encoders/photo.jpg") else { return };
    for (kind, name) in [("base64", "photo.b64"), ("uu", "photo.uu"), ("uu", "photo.uu-states")] {
        let Some(encoded) = sample(&format!("encoders/{name}")) else { return };
        assert!(mime(["decode", kind], encoded).expect(0).stdout == photo, "{name}");
    }
    let Some((encoded, text)) = sample("encoders/wikipedia.qp").zip(sample("encoders/wikipedia.txt")) else { return };
    assert_eq!(mime(["decode", "qp"], encoded).expect(0).out(), String::from_utf8(text).expect("UTF-8"));
    for name in ["yenc/simple.msg", "yenc/state-changes.ntx"] {
        let Some(encoded) = sample(name) else { return };
        assert_eq!(mime(["decode", "yenc"], encoded).expect(0).stdout.len(), 584, "{name}");
    }
    let parts = [sample("yenc/00000020.ntx"), sample("yenc/00000021.ntx"), sample("yenc/joystick.jpg")];
    let [Some(one), Some(two), Some(joystick)] = parts else { return };
    assert!(mime(["decode", "yenc"], [&one[..], &two].concat()).expect(0).stdout == joystick);
    mime(["decode", "yenc"], two).expect(0).says(&["what comes before is missing"]);
}
