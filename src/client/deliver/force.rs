//! Extensions that are used though the server does not offer them, to see what it makes of that.

use std::sync::Arc;
use std::sync::atomic::{AtomicU16, Ordering};

use crate::client::Smtp;
use crate::proto::smtp::Capabilities;
use crate::proto::smtp::extensions::{
    AUTH, BINARYMIME, CHUNKING, DELIVERBY, DSN, EIGHTBITMIME, Extension, FUTURERELEASE, MT_PRIORITY, PIPELINING, PRDR,
    REQUIRETLS, SIZE, SMTPUTF8, STARTTLS, SizeLimit, limit,
};
use crate::transcript::Weight;

/// What is used all the same.
#[derive(Clone, Debug, Default)]
pub struct Force {
    extensions: Vec<&'static Extension>,
    /// The mechanisms that AUTH is taken to be offered with.
    mechanisms: Vec<String>,
    /// Which of the extensions were asked for, a bit each.
    used: Arc<AtomicU16>,
}

impl Force {
    /// What can be forced: what is used only where it is offered.
    pub const KNOWN: [&'static Extension; 14] = [
        &AUTH,
        &STARTTLS,
        &PIPELINING,
        &CHUNKING,
        &BINARYMIME,
        &EIGHTBITMIME,
        &SMTPUTF8,
        &SIZE,
        &DSN,
        &PRDR,
        &REQUIRETLS,
        &DELIVERBY,
        &FUTURERELEASE,
        &MT_PRIORITY,
    ];

    /// By their keywords, in letters of any case. `mechanisms`: those to try with AUTH, if that is forced; without any,
    /// the two that every server with AUTH has.
    ///
    /// # Errors
    /// The name that is none of [`Force::KNOWN`].
    pub fn parse(names: &[String], mechanisms: &[String]) -> Result<Force, String> {
        let mut extensions = Vec::new();
        for name in names {
            let found = Force::KNOWN.iter().find(|known| known.keyword.eq_ignore_ascii_case(name));
            let extension = *found.ok_or_else(|| name.clone())?;
            if !extensions.contains(&extension) {
                extensions.push(extension);
            }
        }
        let usual = || ["PLAIN", "LOGIN"].map(str::to_owned).to_vec();
        let mechanisms = if mechanisms.is_empty() { usual() } else { mechanisms.to_vec() };
        Ok(Force { extensions, mechanisms, used: Arc::default() })
    }

    /// What nothing asked for until now: it changed nothing.
    pub fn idle(&self) -> impl Iterator<Item = &'static str> + '_ {
        let used = self.used.load(Ordering::Relaxed);
        let idle = self.extensions.iter().enumerate().filter(move |(n, _)| used & (1 << n) == 0);
        idle.map(|(_, extension)| extension.keyword)
    }

    /// What the server says to be the largest message, as far as that is heeded.
    pub(super) fn size(&self, offered: &Capabilities) -> SizeLimit {
        if self.extensions.contains(&&SIZE) { SizeLimit::NotOffered } else { limit(offered) }
    }

    /// Takes all of it for offered, behind each EHLO.
    pub(super) fn apply(&self, smtp: &mut Smtp) {
        for extension in &self.extensions {
            let parameters = if **extension == AUTH { self.mechanisms.as_slice() } else { &[] };
            smtp.pretend(extension, parameters);
        }
    }

    /// This is about to be used: where the server does not offer it that is told, once behind each EHLO.
    pub(super) fn uses(&self, extension: &Extension, smtp: &mut Smtp) {
        let Some(place) = self.extensions.iter().position(|forced| *forced == extension) else { return };
        self.used.fetch_or(1 << place, Ordering::Relaxed);
        if smtp.admits(extension) {
            let text = format!("the server does not offer {}: it is used all the same, by --force", extension.keyword);
            smtp.session().note(Weight::Warning, text);
        }
    }

    /// So many octets are about to be sent: where the server takes less that is told.
    pub(super) fn sends(&self, size: u64, smtp: &mut Smtp) {
        match limit(smtp.capabilities()) {
            SizeLimit::Octets(limit) if size > limit && self.extensions.contains(&&SIZE) => {
                let text =
                    format!("the server takes {limit} octets at most (SIZE): more is sent all the same, by --force");
                smtp.session().note(Weight::Warning, text);
            }
            _ => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_any_case() {
        let names = |text: &str| text.split(',').map(str::to_owned).collect::<Vec<_>>();
        let force = Force::parse(&names("auth,8BITMIME,AUTH,mt-priority"), &[]).expect("names");
        assert_eq!(force.extensions, [&AUTH, &EIGHTBITMIME, &MT_PRIORITY]);
        assert_eq!(force.mechanisms, ["PLAIN", "LOGIN"]);
        assert_eq!(Force::parse(&names("size,limits"), &[]).expect_err("no such name"), "limits");
    }
}
