//! What may be wrong with lines, encodings and texts.

use super::{Code, code};
use crate::mime::flaw::Severity::{Error, Info, Warning};

pub(super) const LINES: &[Code] = &[
    code("bare-cr", Warning, "RFC 5322 §2.3", "CR stands before LF only.", "Make it a CRLF, or encode the body.")
        .mended(),
    code(
        "bare-lf",
        Info,
        "RFC 5321 §2.3.8",
        "Lines end in CRLF on the way; files often have LF alone.",
        "Whatever sends it has to write CRLF.",
    )
    .mended(),
    code(
        "dot-line",
        Info,
        "RFC 5321 §4.5.2",
        "SMTP and POP3 double the dot at the beginning of a line.",
        "Nothing, unless a program of yours does it.",
    ),
    code(
        "eight-bit",
        Warning,
        "RFC 2045 §6.2",
        "A 7bit body has no octets above 127.",
        "Say 8bit, or encode the body.",
    )
    .mended(),
    code(
        "from-line",
        Info,
        "RFC 4155 §A",
        "No line of a signed text begins with `From `, which mailboxes change.",
        "Encode it as quoted-printable.",
    ),
    code("line-long", Info, "RFC 5322 §2.1.1", "A line has at most 78 characters.", "Fold or wrap it."),
    code(
        "line-too-long",
        Error,
        "RFC 5322 §2.1.1",
        "A line has at most 998 octets; servers cut longer ones.",
        "Fold the field, or encode the body.",
    )
    .mended(),
    code(
        "missing-transfer-encoding",
        Warning,
        "RFC 2045 §6.1",
        "A body with octets above 127 has a Content-Transfer-Encoding.",
        "Say 8bit, or encode the body.",
    )
    .mended(),
    code("mixed-line-ends", Warning, "RFC 5321 §2.3.8", "All lines end in CRLF.", "End all of them in CRLF.").mended(),
    code("nul", Warning, "RFC 2045 §2.8", "A text has no NUL octet.", "Encode the body.").mended(),
];

pub(super) const ENCODINGS: &[Code] = &[
    code(
        "base64-extra-padding",
        Warning,
        "RFC 2045 §6.8",
        "`=` fills the last group of four.",
        "Encode the content anew.",
    )
    .mended(),
    code(
        "base64-junk",
        Warning,
        "RFC 2045 §6.8",
        "Base64 has letters, digits, + and / only; some readers stop at anything else.",
        "Encode the content anew.",
    )
    .mended(),
    code(
        "base64-long-line",
        Warning,
        "RFC 2045 §6.8",
        "A line of base64 has at most 76 characters.",
        "Break the lines.",
    )
    .mended(),
    code(
        "base64-nothing",
        Error,
        "RFC 2045 §6.8",
        "A body that is said to be base64 is base64.",
        "Say what the encoding really is.",
    ),
    code(
        "base64-padding",
        Warning,
        "RFC 2045 §6.8",
        "The last group has four characters, `=` for those that are not needed.",
        "Add the `=`.",
    )
    .mended(),
    code("base64-space", Info, "RFC 2045 §6.8", "No white space stands within a line.", "Take it out.").mended(),
    code(
        "base64-trailing-bits",
        Info,
        "RFC 4648 §3.5",
        "The bits that belong to no octet are zero.",
        "Encode the content anew.",
    )
    .mended(),
    code(
        "base64-truncated",
        Error,
        "RFC 2045 §6.8",
        "Groups have four characters; of one alone no octet can be made.",
        "Get the content anew: some is missing.",
    ),
    code(
        "encoding-binary",
        Info,
        "RFC 3030 §3",
        "Binary bodies need BINARYMIME at every server on the way.",
        "Encode it as base64.",
    )
    .mended(),
    code("encoding-junk", Warning, "RFC 2045 §6.1", "Content-Transfer-Encoding is one word.", "Take the rest away.")
        .mended(),
    code(
        "encoding-nonstandard",
        Warning,
        "RFC 2045 §6.3",
        "The encoding is 7bit, 8bit, binary, quoted-printable or base64.",
        "Encode it as base64.",
    )
    .mended(),
    code(
        "encoding-unknown",
        Error,
        "RFC 2045 §6.4",
        "The encoding is 7bit, 8bit, binary, quoted-printable or base64.",
        "Say which of them it is.",
    ),
    code(
        "qp-bad-escape",
        Warning,
        "RFC 2045 §6.7",
        "Two hexadecimal digits or a line end follow `=`.",
        "Write =3D for the sign itself.",
    )
    .mended(),
    code("qp-control", Warning, "RFC 2045 §6.7", "Control characters are encoded.", "Encode the content anew.")
        .mended(),
    code("qp-eight-bit", Warning, "RFC 2045 §6.7", "Octets above 127 are encoded.", "Encode the content anew.")
        .mended(),
    code(
        "qp-long-line",
        Warning,
        "RFC 2045 §6.7",
        "A line of quoted-printable has at most 76 characters.",
        "Break it with `=` at its end.",
    )
    .mended(),
    code(
        "qp-lower-case",
        Info,
        "RFC 2045 §6.7",
        "The hexadecimal digits A to F are capital letters.",
        "Write =C3, not =c3.",
    )
    .mended(),
    code("qp-open-end", Info, "RFC 2045 §6.7", "Text follows a soft line break.", "Take the last `=` out.").mended(),
    code(
        "qp-trailing-space",
        Info,
        "RFC 2045 §6.7",
        "White space at the end of a line is written =20 or =09; what is not was added on the way.",
        "Encode it, or take it out.",
    )
    .mended(),
];

pub(super) const TEXT: &[Code] = &[
    code(
        "charset-guessed",
        Warning,
        "RFC 2046 §4.1.2",
        "Content-Type names the charset of a text that is not ASCII.",
        "Add charset=utf-8, or what it is.",
    )
    .mended(),
    code(
        "charset-malformed",
        Error,
        "RFC 2046 §4.1.2",
        "The octets of a text are characters of its charset.",
        "Name the charset that it is in.",
    ),
    code(
        "charset-unknown",
        Warning,
        "RFC 2046 §4.1.2",
        "The charset is one that readers know.",
        "Write the text in UTF-8.",
    ),
    code(
        "cid-without-part",
        Warning,
        "RFC 2392 §2",
        "A part has the Content-ID that the HTML refers to.",
        "Add the part, or take the reference out.",
    ),
    code(
        "html-charset-differs",
        Info,
        "RFC 2854 §4",
        "HTML says the same charset as Content-Type.",
        "Take the meta element out.",
    ),
    code(
        "html-charset-unknown",
        Warning,
        "RFC 2854 §4",
        "The charset that HTML names is one that readers know.",
        "Take the meta element out.",
    ),
    code(
        "iso-8859-1-read-as-windows-1252",
        Info,
        "RFC 2046 §4.1.2",
        "Octets from 80 to 9F (hexadecimal) are controls in ISO-8859-1.",
        "Say windows-1252, or UTF-8.",
    ),
    code(
        "part-without-reference",
        Info,
        "RFC 2387 §3.2",
        "What is related to an HTML text is referred to in it.",
        "Make it an attachment of a multipart/mixed.",
    ),
    code(
        "us-ascii-8bit",
        Warning,
        "RFC 2046 §4.1.2",
        "A text in US-ASCII has no octets above 127.",
        "Say charset=utf-8, or what it is.",
    )
    .mended(),
    code(
        "utf-16-without-byte-order",
        Info,
        "RFC 2781 §4.3",
        "UTF-16 begins with a byte order mark.",
        "Write the text in UTF-8.",
    ),
];
