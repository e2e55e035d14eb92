//! What may be wrong with types, parameters and parts.

use super::{Code, code};
use crate::mime::flaw::Severity::{Error, Info, Warning};

pub(super) const PARAMETERS: &[Code] = &[
    code(
        "content-type-bad-name",
        Warning,
        "RFC 6838 §4.2",
        "A type has letters, digits and few marks in its name.",
        "Correct it.",
    ),
    code("content-type-empty", Warning, "RFC 2045 §5.2", "Content-Type names a type.", "Name it.").mended(),
    code("content-type-missing", Warning, "RFC 2045 §5.1", "A type stands before the parameters.", "Put it there.")
        .mended(),
    code("content-type-quoted", Warning, "RFC 2045 §5.1", "A type stands without quotes.", "Take them away.").mended(),
    code("content-type-without-subtype", Error, "RFC 2045 §5.1", "A type has a slash and a subtype.", "Complete it."),
    code(
        "disposition-missing",
        Warning,
        "RFC 2183 §2",
        "Content-Disposition says inline or attachment before its parameters.",
        "Say which.",
    )
    .mended(),
    code(
        "disposition-unknown",
        Info,
        "RFC 2183 §2.8",
        "Content-Disposition says inline or attachment; others are taken for the latter.",
        "Say which.",
    ),
    code(
        "parameter-backslash",
        Warning,
        "RFC 5322 §3.2.4",
        "A backslash quotes the octet behind it, and is doubled to mean itself.",
        "Double it.",
    )
    .mended(),
    code("parameter-bad-name", Warning, "RFC 2045 §5.1", "The name of a parameter is a token.", "Correct it."),
    code(
        "parameter-bad-percent",
        Warning,
        "RFC 2231 §7",
        "Two hexadecimal digits follow a percent sign.",
        "Write %25 for the sign itself.",
    )
    .mended(),
    code("parameter-duplicate", Info, "RFC 2045 §5.1", "A parameter stands once.", "Leave one of them.").mended(),
    code(
        "parameter-extended-quoted",
        Warning,
        "RFC 2231 §4",
        "A value with percent signs stands without quotes.",
        "Take them away.",
    )
    .mended(),
    code(
        "parameter-extended-unmarked",
        Warning,
        "RFC 2231 §4.1",
        "A section with percent signs has a * behind its number.",
        "Put it there.",
    )
    .mended(),
    code(
        "parameter-extended-without-charset",
        Warning,
        "RFC 2231 §4",
        "Charset and language stand before the value: utf-8''…",
        "Put them there.",
    )
    .mended(),
    code("parameter-junk", Warning, "RFC 2045 §5.1", "Only parameters stand behind the type.", "Take it out.").mended(),
    code(
        "parameter-malformed-octets",
        Error,
        "RFC 2231 §4",
        "The octets of a value are text in its charset.",
        "Encode it anew.",
    ),
    code(
        "parameter-missing-semicolon",
        Warning,
        "RFC 2045 §5.1",
        "A semicolon stands before each parameter.",
        "Put it there.",
    )
    .mended(),
    code("parameter-raw-8bit", Error, "RFC 5322 §2.2", "A parameter is ASCII.", "Write name*=utf-8''…").mended(),
    code(
        "parameter-raw-utf8",
        Info,
        "RFC 6532 §3.2",
        "UTF-8 in a header needs SMTPUTF8 at every server on the way.",
        "Write name*=utf-8''…",
    )
    .mended(),
    code(
        "parameter-section-duplicate",
        Warning,
        "RFC 2231 §3",
        "Each section of a value stands once.",
        "Leave one of them.",
    )
    .mended(),
    code(
        "parameter-section-gap",
        Warning,
        "RFC 2231 §3",
        "Sections are numbered from 0 without gaps; some readers stop at a gap.",
        "Number them anew.",
    )
    .mended(),
    code(
        "parameter-section-number",
        Warning,
        "RFC 2231 §3",
        "The number of a section is decimal and has no leading zero.",
        "Correct it.",
    )
    .mended(),
    code("parameter-stray-semicolon", Info, "RFC 2045 §5.1", "A parameter follows each semicolon.", "Take it out.")
        .mended(),
    code("parameter-unclosed-quote", Error, "RFC 5322 §3.2.4", "A quoted string is closed.", "Close it.").mended(),
    code(
        "parameter-unknown-charset",
        Warning,
        "RFC 2231 §4",
        "The charset of a value is one that readers know.",
        "Write it in UTF-8.",
    ),
    code(
        "parameter-unquoted",
        Warning,
        "RFC 2045 §5.1",
        "A value with blanks or special characters stands in quotes.",
        "Put them there.",
    )
    .mended(),
    code("parameter-without-name", Warning, "RFC 2045 §5.1", "A parameter has a name.", "Name it.").mended(),
    code("parameter-without-value", Warning, "RFC 2045 §5.1", "A parameter has a value.", "Give it one.").mended(),
    code("unclosed-comment", Warning, "RFC 5322 §3.2.2", "A comment is closed.", "Close it.").mended(),
];

pub(super) const PARTS: &[Code] = &[
    code(
        "alternative-of-one",
        Info,
        "RFC 2046 §5.1.4",
        "A multipart/alternative has at least two parts.",
        "Add a plain text, or leave the multipart out.",
    ),
    code(
        "boundary-bad-character",
        Info,
        "RFC 2046 §5.1.1",
        "A boundary has letters, digits and '()+_,-./:=? in it.",
        "Choose another.",
    )
    .mended(),
    code(
        "boundary-never-used",
        Error,
        "RFC 2046 §5.1.1",
        "The delimiter that Content-Type names stands before each part.",
        "Name the boundary that is used.",
    ),
    code("boundary-too-long", Warning, "RFC 2046 §5.1.1", "A boundary has at most 70 octets.", "Shorten it.").mended(),
    code(
        "boundary-trailing-space",
        Warning,
        "RFC 2046 §5.1.1",
        "A boundary does not end with a blank, which is lost on the way.",
        "Take it out.",
    )
    .mended(),
    code(
        "container-encoded",
        Error,
        "RFC 2045 §6.4",
        "A multipart or message is 7bit, 8bit or binary; its parts are encoded.",
        "Encode the parts instead.",
    )
    .mended(),
    code(
        "epilogue-text",
        Info,
        "RFC 2046 §5.1.1",
        "Nothing stands behind the closing delimiter.",
        "Put the text in a part.",
    ),
    code(
        "limit-reached",
        Warning,
        "RFC 2046 §5.1",
        "Messages have few levels and few parts.",
        "Be careful with it: others stop at other limits.",
    ),
    code("multipart-empty", Error, "RFC 2046 §5.1.1", "A multipart has a part.", "Add one."),
    code(
        "multipart-not-closed",
        Error,
        "RFC 2046 §5.1.1",
        "The last part is followed by the closing delimiter, which ends with two hyphens.",
        "Add it; if the message was cut short, ask for it anew.",
    )
    .mended(),
    code(
        "multipart-without-boundary",
        Error,
        "RFC 2046 §5.1.1",
        "The Content-Type of a multipart has a boundary.",
        "Add it.",
    ),
    code(
        "part-in-preamble",
        Warning,
        "RFC 2046 §5.1.1",
        "Parts stand behind the first delimiter; what is before it is for readers that know no MIME.",
        "Put the delimiter before it.",
    ),
];
