//! PRDR (draft-hall-prdr).

use super::Extension;
use crate::proto::explain::Entry;

/// Behind the final dot there may be an answer for each recipient.
pub const PRDR: Extension = Extension {
    keyword: "PRDR",
    note: Entry::new(
        "draft-hall-prdr",
        "behind the final dot the server can answer for each recipient apart.",
        "tras el punto final, el servidor puede responder por cada destinatario por separado.",
    ),
    mail: &["PRDR"],
    rcpt: &[],
};
