//! XCLIENT (Postfix XCLIENT_README).

use super::Extension;
use crate::proto::explain::Entry;

/// A trusted proxy may say whom it speaks for.
pub const XCLIENT: Extension = Extension {
    keyword: "XCLIENT",
    note: Entry::new(
        "Postfix XCLIENT_README",
        "a trusted proxy may say whom it speaks for; the attributes that it may give stand behind it.",
        "un intermediario de confianza puede decir por quién habla; siguen los atributos que puede dar.",
    ),
    mail: &[],
    rcpt: &[],
};
