//! What may be wrong in a header.

use super::{Code, code};
use crate::mime::flaw::Severity::{Error, Info, Warning};

pub(super) const HEADER: &[Code] = &[
    code("field-duplicate", Warning, "RFC 5322 §3.6", "This field may stand once in a header.", "Leave one of them.")
        .mended(),
    code("field-empty", Warning, "RFC 5322 §3.6", "The field has a value.", "Fill it in or leave the field out.")
        .mended(),
    code("field-too-long", Error, "RFC 5322 §2.1.1", "A field has less than a mebibyte.", "Shorten it."),
    code(
        "fold-blank",
        Warning,
        "RFC 5322 §3.2.2",
        "Every line of a folded field holds more than white space.",
        "Fold the field elsewhere.",
    )
    .mended(),
    code("header-empty", Info, "RFC 2046 §5.1", "A header has fields.", "Say at least Content-Type."),
    code(
        "header-missing",
        Error,
        "RFC 5322 §2.1",
        "A message begins with its header; to some readers all of this is body, others skip the line.",
        "Put an empty line before the text.",
    )
    .mended(),
    code("header-without-end", Warning, "RFC 5322 §2.1", "An empty line ends the header.", "Put it there.").mended(),
    code(
        "mbox-line",
        Info,
        "RFC 4155 §A",
        "A message begins with its header; the line `From …` belongs to an mbox.",
        "Take the line away.",
    )
    .mended(),
    code(
        "message-without-fields",
        Warning,
        "RFC 2046 §5.2.1",
        "A message within has at least one of From, Subject and Date.",
        "Add one.",
    ),
    code("mime-version-unknown", Warning, "RFC 2045 §4", "MIME-Version is 1.0.", "Write 1.0.").mended(),
    code(
        "missing-content-type",
        Info,
        "RFC 2045 §5.2",
        "Content-Type says what the content is; without it, it is taken for text in US-ASCII.",
        "Add it.",
    ),
    code("missing-date", Warning, "RFC 5322 §3.6.1", "There is a Date.", "Add the time at which it was written."),
    code("missing-from", Error, "RFC 5322 §3.6.2", "There is a From.", "Say who wrote it."),
    code("missing-message-id", Info, "RFC 5322 §3.6.4", "There should be a Message-ID.", "Add one that is unique."),
    code(
        "missing-mime-version",
        Warning,
        "RFC 2045 §4",
        "A message with fields of MIME has MIME-Version.",
        "Add `MIME-Version: 1.0`.",
    )
    .mended(),
    code(
        "missing-sender",
        Warning,
        "RFC 5322 §3.6.2",
        "Where From has several authors, Sender names the one who sent it.",
        "Add Sender.",
    ),
    code(
        "not-a-field",
        Error,
        "RFC 5322 §2.2",
        "Every line of a header is a field, a name and a colon, or its fold.",
        "Put the empty line before it, if it begins the text; else take it out.",
    )
    .mended(),
    code(
        "raw-8bit-in-header",
        Error,
        "RFC 5322 §2.2",
        "A header is ASCII; what is beyond it stands in encoded words or is UTF-8.",
        "Write encoded words.",
    )
    .mended(),
    code(
        "raw-utf8-in-header",
        Info,
        "RFC 6532 §3.2",
        "UTF-8 in a header needs SMTPUTF8 at every server on the way.",
        "Write encoded words.",
    )
    .mended(),
    code(
        "space-before-colon",
        Warning,
        "RFC 5322 §4.5",
        "The colon follows the name of the field directly; some readers do not know the field otherwise.",
        "Take the white space out.",
    )
    .mended(),
];

pub(super) const VALUES: &[Code] = &[
    code("address-blank", Warning, "RFC 5322 §4.4", "No white space stands within an address.", "Take it out.")
        .mended(),
    code("address-empty", Info, "RFC 5322 §3.4", "Angle brackets hold an address.", "Fill it in."),
    code("address-empty-element", Info, "RFC 5322 §4.4", "An address stands between two commas.", "Take one out.")
        .mended(),
    code("address-junk", Warning, "RFC 5322 §3.4", "A comma or the end follows an address.", "Take the words out.")
        .mended(),
    code("address-missing-bracket", Warning, "RFC 5322 §3.4", "An angle bracket is closed.", "Close it.").mended(),
    code("address-missing-comma", Warning, "RFC 5322 §3.4", "A comma stands between addresses.", "Put it there.")
        .mended(),
    code(
        "address-nested-bracket",
        Warning,
        "RFC 5322 §3.4",
        "One pair of angle brackets stands around an address.",
        "Take the others out.",
    )
    .mended(),
    code("address-open-group", Warning, "RFC 5322 §3.4", "A group ends with a semicolon.", "Put it there.").mended(),
    code("address-route", Info, "RFC 5322 §4.4", "An address names no hosts on the way.", "Take the route out.")
        .mended(),
    code("address-stray-colon", Warning, "RFC 5322 §3.4", "A colon begins a group.", "Put the name in quotes.")
        .mended(),
    code(
        "address-stray-semicolon",
        Warning,
        "RFC 5322 §3.4",
        "A comma stands between addresses; a semicolon ends a group.",
        "Make it a comma.",
    )
    .mended(),
    code("address-unclosed-quote", Warning, "RFC 5322 §3.2.4", "A quoted string is closed.", "Close it.").mended(),
    code(
        "address-without-brackets",
        Warning,
        "RFC 5322 §3.4",
        "An address behind a name stands in angle brackets.",
        "Put them there.",
    )
    .mended(),
    code("address-without-domain", Warning, "RFC 5322 §3.4.1", "An address has an @ and a domain.", "Add it."),
    code(
        "date-bad-form",
        Warning,
        "RFC 5322 §3.3",
        "A date is written as `Mon, 23 Nov 2026 00:13:19 +0000`.",
        "Write it so.",
    )
    .mended(),
    code("date-bad-zone", Warning, "RFC 5322 §3.3", "A zone is a sign and four digits, at most ±9959.", "Write it so.")
        .mended(),
    code("date-empty", Error, "RFC 5322 §3.3", "Date holds a date.", "Fill it in."),
    code("date-incomplete", Error, "RFC 5322 §3.3", "A date has day, month, year and time.", "Complete it."),
    code("date-junk", Warning, "RFC 5322 §3.3", "Nothing else stands in a date.", "Take it out.").mended(),
    code("date-leap-second", Info, "RFC 5322 §3.3", "A minute has 60 seconds but for leap seconds.", "Check it."),
    code("date-obsolete-zone", Info, "RFC 5322 §4.3", "A zone is a sign and four digits.", "Write +0000 for GMT.")
        .mended(),
    code("date-out-of-range", Error, "RFC 5322 §3.3", "The day and the time exist.", "Correct it."),
    code("date-short-year", Warning, "RFC 5322 §4.3", "A year has four digits.", "Write all of them.").mended(),
    code("date-wrong-weekday", Warning, "RFC 5322 §3.3", "The weekday is that of the date.", "Correct one of them.")
        .mended(),
    code("message-id-blank", Warning, "RFC 5322 §3.6.4", "No white space stands in an identifier.", "Take it out.")
        .mended(),
    code("message-id-phrase", Info, "RFC 5322 §4.5.4", "Identifiers alone stand in the field.", "Take words out.")
        .mended(),
    code("message-id-unclosed", Warning, "RFC 5322 §3.6.4", "An identifier ends with `>`.", "Close it.").mended(),
    code("message-id-without-at", Info, "RFC 5322 §3.6.4", "An identifier has an @.", "Write <left@right>."),
    code(
        "message-id-without-brackets",
        Warning,
        "RFC 5322 §3.6.4",
        "An identifier stands in angle brackets.",
        "Put them there.",
    )
    .mended(),
];

pub(super) const WORDS: &[Code] = &[
    code(
        "encoded-word-broken",
        Warning,
        "RFC 2047 §6.3",
        "The text of an encoded word is base64, or has hexadecimal digits behind each `=`.",
        "Encode the text anew.",
    )
    .mended(),
    code(
        "encoded-word-in-parameter",
        Warning,
        "RFC 2047 §5",
        "Parameters beyond ASCII are written as in RFC 2231.",
        "Write name*=utf-8''…",
    )
    .mended(),
    code(
        "encoded-word-in-quoted-string",
        Warning,
        "RFC 2047 §5",
        "No encoded word stands in a quoted string: it means itself there.",
        "Take the quotes away.",
    )
    .mended(),
    code(
        "encoded-word-malformed-octets",
        Error,
        "RFC 2047 §6.3",
        "The octets of an encoded word are text in its charset.",
        "Encode the text anew in the charset that is named.",
    ),
    code(
        "encoded-word-not-separated",
        Warning,
        "RFC 2047 §5",
        "A blank stands between an encoded word and what is beside it.",
        "Encode what is beside it too.",
    )
    .mended(),
    code(
        "encoded-word-question-mark",
        Warning,
        "RFC 2047 §4.2",
        "A question mark in an encoded word is written =3F.",
        "Write it so.",
    )
    .mended(),
    code(
        "encoded-word-raw-octets",
        Warning,
        "RFC 2047 §4.2",
        "An encoded word is ASCII: what is beyond it is encoded.",
        "Encode the text anew.",
    )
    .mended(),
    code(
        "encoded-word-split-character",
        Warning,
        "RFC 2047 §5",
        "An encoded word holds whole characters.",
        "Split the text between characters.",
    )
    .mended(),
    code(
        "encoded-word-too-long",
        Warning,
        "RFC 2047 §2",
        "An encoded word has at most 75 octets.",
        "Split the text into several.",
    )
    .mended(),
    code(
        "encoded-word-unknown-charset",
        Warning,
        "RFC 2047 §6.2",
        "The charset of an encoded word is one that readers know.",
        "Encode the text in UTF-8.",
    ),
];
