//! When TLS is spoken: one pure table, walked cell by cell by its test.

/// What `--tls` asks for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Wanted {
    /// As the table says.
    #[default]
    Auto,
    /// Clear text.
    Never,
    /// STARTTLS if it is offered and works, unverified.
    May,
    /// STARTTLS, verified, or nothing.
    StartTls,
    /// TLS from the first octet, verified.
    Implicit,
}

/// What the decision rests on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Facts {
    /// What was asked for.
    pub wanted: Wanted,
    /// The port is one of those where TLS begins with the first octet, or the URL's scheme says so.
    pub implicit_port: bool,
    /// A literal loopback address or a unix socket.
    pub local: bool,
    /// There is a password or token to send.
    pub secret: bool,
    /// Only a certain certificate will do.
    pub pinned: bool,
}

/// How a connection begins.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mode {
    /// TLS from the first octet, verified.
    Implicit,
    /// STARTTLS must be offered, work and verify.
    StartTls,
    /// STARTTLS if it is offered; unverified, clear text if it fails.
    May,
    /// Clear text.
    Never,
}

/// What is next once the server has said what it offers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Step {
    /// Say STARTTLS.
    Upgrade,
    /// Go on as it is.
    Proceed,
    /// Say nothing further: TLS is required and not to be had.
    Refuse,
}

/// Ports where TLS begins with the first octet (RFC 8314 §7.3); 585 was withdrawn but is still met.
pub const IMPLICIT_PORTS: [u16; 4] = [465, 993, 995, 585];

/// Whether what is asked for contradicts itself: who is to be known by a certificate must show it.
pub fn contradicts(wanted: Wanted, pinned: bool) -> bool {
    pinned && matches!(wanted, Wanted::Never | Wanted::May)
}

/// The table of the command line's contract, `--tls`. Whoever is pinned is never spoken with in clear text.
pub fn mode(facts: Facts) -> Mode {
    match facts.wanted {
        Wanted::Implicit => Mode::Implicit,
        Wanted::StartTls => Mode::StartTls,
        wanted if contradicts(wanted, facts.pinned) => Mode::StartTls,
        Wanted::May => Mode::May,
        Wanted::Never => Mode::Never,
        Wanted::Auto if facts.implicit_port => Mode::Implicit,
        Wanted::Auto if facts.pinned => Mode::StartTls,
        Wanted::Auto if facts.local => Mode::Never,
        Wanted::Auto if facts.secret => Mode::StartTls,
        Wanted::Auto => Mode::May,
    }
}

/// What to do with the server's offer, in clear text.
pub fn step(mode: Mode, offered: bool) -> Step {
    match (mode, offered) {
        (Mode::StartTls | Mode::May, true) => Step::Upgrade,
        (Mode::StartTls, false) => Step::Refuse,
        (Mode::Implicit | Mode::Never, _) | (Mode::May, false) => Step::Proceed,
    }
}

#[cfg(test)]
mod tests {
    use super::Mode::{Implicit, May, Never, StartTls};
    use super::*;

    /// `auto`: implicit port, local, secret -> mode.
    const AUTO: [(bool, bool, bool, Mode); 8] = [
        (false, false, false, May),
        (false, false, true, StartTls),
        (false, true, false, Never),
        (false, true, true, Never),
        (true, false, false, Implicit),
        (true, false, true, Implicit),
        (true, true, false, Implicit),
        (true, true, true, Implicit),
    ];

    #[test]
    fn every_cell_of_the_table() {
        for (implicit_port, local, secret, auto) in AUTO {
            for (wanted, expected) in [
                (Wanted::Auto, auto),
                (Wanted::Never, Never),
                (Wanted::May, May),
                (Wanted::StartTls, StartTls),
                (Wanted::Implicit, Implicit),
            ] {
                let facts = Facts { wanted, implicit_port, local, secret, pinned: false };
                assert_eq!(mode(facts), expected, "{facts:?}");
                assert!(!contradicts(wanted, false), "{facts:?}");
                let required = if expected == Implicit { Implicit } else { StartTls };
                assert_eq!(mode(Facts { pinned: true, ..facts }), required, "{facts:?}, pinned");
                assert_eq!(contradicts(wanted, true), matches!(wanted, Wanted::Never | Wanted::May), "{facts:?}");
            }
        }
        let steps = [
            (Implicit, Step::Proceed, Step::Proceed),
            (StartTls, Step::Upgrade, Step::Refuse),
            (May, Step::Upgrade, Step::Proceed),
            (Never, Step::Proceed, Step::Proceed),
        ];
        for (mode, offered, not_offered) in steps {
            assert_eq!((step(mode, true), step(mode, false)), (offered, not_offered), "{mode:?}");
        }
    }
}
