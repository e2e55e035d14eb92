//! Which fields of a header are kept (RFC 5322 §3.6).

/// What a field is kept as.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Keep {
    From,
    Sender,
    To,
    Cc,
    Bcc,
    Resent,
    Subject,
    MessageId,
    Date,
    /// Addresses of whom only the place is told.
    Addresses,
}

impl Keep {
    /// By the name of the field, in letters of any case.
    pub(super) fn of(name: &[u8]) -> Option<Self> {
        let fields = [
            (&b"from"[..], Self::From),
            (b"sender", Self::Sender),
            (b"to", Self::To),
            (b"cc", Self::Cc),
            (b"bcc", Self::Bcc),
            (b"resent-to", Self::Resent),
            (b"resent-cc", Self::Resent),
            (b"resent-bcc", Self::Resent),
            (b"reply-to", Self::Addresses),
            (b"resent-from", Self::Addresses),
            (b"resent-sender", Self::Addresses),
            (b"resent-reply-to", Self::Addresses),
            (b"subject", Self::Subject),
            (b"message-id", Self::MessageId),
            (b"date", Self::Date),
        ];
        fields.into_iter().find(|(field, _)| field.eq_ignore_ascii_case(name)).map(|(_, keep)| keep)
    }

    /// Whether addresses stand in it.
    pub(super) fn names(self) -> bool {
        !matches!(self, Self::Subject | Self::MessageId | Self::Date)
    }
}
