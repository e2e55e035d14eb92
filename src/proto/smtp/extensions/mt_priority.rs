//! MT-PRIORITY (RFC 6710).

use super::Extension;
use crate::proto::explain::Entry;

/// A message may be more urgent than others, or less.
pub const MT_PRIORITY: Extension = Extension {
    keyword: "MT-PRIORITY",
    note: Entry::new(
        "RFC 6710",
        "messages may bear a priority; the name behind it is the policy that assigns them.",
        "los mensajes pueden llevar una prioridad; el nombre que sigue es la política que las asigna.",
    ),
    mail: &["MT-PRIORITY"],
    rcpt: &[],
};
