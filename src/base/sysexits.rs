//! Exit codes: they say what a script must do next (sysexits.h), and how several outcomes become one.

/// How a command ended. The number is the process's exit code.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[repr(u8)]
pub enum Exit {
    /// Done.
    Ok = 0,
    /// Nothing found, or a condition not met.
    NotFound = 1,
    /// Partly done: some recipients or messages went through, others did not.
    Partial = 3,
    /// The command line is wrong.
    Usage = 64,
    /// The message or the input is bad, or was refused for its content or size.
    Data = 65,
    /// An input file is missing or cannot be read.
    NoInput = 66,
    /// The recipient or mailbox is unknown.
    NoUser = 67,
    /// The host or mail domain is unknown, or takes no mail.
    NoHost = 68,
    /// Refused for good, for another reason.
    Unavailable = 69,
    /// A bug of ours.
    Software = 70,
    /// An output cannot be created.
    CantCreate = 73,
    /// Local input or output failed.
    Io = 74,
    /// Temporary: try again later.
    TempFail = 75,
    /// The peer broke the protocol.
    Protocol = 76,
    /// Not allowed: authentication, certificate, TLS or policy.
    NoPermission = 77,
    /// The configuration is wrong or missing.
    Config = 78,
}

impl Exit {
    /// Every code there is, in order.
    pub const ALL: [Exit; 16] = [
        Exit::Ok,
        Exit::NotFound,
        Exit::Partial,
        Exit::Usage,
        Exit::Data,
        Exit::NoInput,
        Exit::NoUser,
        Exit::NoHost,
        Exit::Unavailable,
        Exit::Software,
        Exit::CantCreate,
        Exit::Io,
        Exit::TempFail,
        Exit::Protocol,
        Exit::NoPermission,
        Exit::Config,
    ];

    /// The number that the process ends with.
    pub fn code(self) -> u8 {
        self as u8
    }

    /// One exit for several outcomes (recipients, messages, names).
    ///
    /// All done: [`Exit::Ok`]. Some done: [`Exit::Partial`]. None done: [`Exit::TempFail`] if any may still
    /// succeed later, else the exit they share, else [`Exit::Unavailable`]. Nothing to do is done.
    pub fn of_all(outcomes: impl IntoIterator<Item = Exit>) -> Exit {
        let mut outcomes = outcomes.into_iter();
        let Some(first) = outcomes.next() else { return Exit::Ok };
        outcomes.fold(first, Exit::and)
    }

    /// The rule of [`Exit::of_all`], for one outcome after the other.
    pub fn and(self, other: Exit) -> Exit {
        use Exit::{Ok, Partial, TempFail, Unavailable};
        match (self, other) {
            (a, b) if a == b => a,
            (Ok | Partial, _) | (_, Ok | Partial) => Partial,
            (TempFail, _) | (_, TempFail) => TempFail,
            _ => Unavailable,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The rule of [`Exit::of_all`] said once more, in its own words, for a whole list.
    fn rule(outcomes: &[Exit]) -> Exit {
        let done = outcomes.iter().filter(|&&o| o == Exit::Ok).count();
        let partly = outcomes.contains(&Exit::Partial);
        match () {
            () if done == outcomes.len() => Exit::Ok,
            () if done > 0 || partly => Exit::Partial,
            () if outcomes.iter().all(|o| *o == outcomes[0]) => outcomes[0],
            () if outcomes.contains(&Exit::TempFail) => Exit::TempFail,
            () => Exit::Unavailable,
        }
    }

    #[test]
    fn every_cell_of_the_table_for_up_to_three_outcomes() {
        assert_eq!(Exit::of_all([]), Exit::Ok);
        for a in Exit::ALL {
            assert_eq!(Exit::of_all([a]), a);
            for b in Exit::ALL {
                assert_eq!(Exit::of_all([a, b]), rule(&[a, b]), "{a:?} {b:?}");
                for c in Exit::ALL {
                    assert_eq!(Exit::of_all([a, b, c]), rule(&[a, b, c]), "{a:?} {b:?} {c:?}");
                }
            }
        }
    }
}
