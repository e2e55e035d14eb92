//! A large item of one message, window by window (RFC 9051 §6.4.5, `partial`), so that a transfer which broke off can go
//! on.

use super::{Contents, Error, Got, Imap, protocol};

/// Octets of a window.
pub const WINDOW: u64 = 4 << 20;

/// Takes the octets of windows.
pub trait Windows {
    /// The next octets.
    ///
    /// # Errors
    /// They cannot be written.
    fn octets(&mut self, octets: &[u8]) -> Result<(), Error>;

    /// A window is over.
    ///
    /// # Errors
    /// It cannot be kept.
    fn end(&mut self) -> Result<(), Error>;
}

/// One window.
struct Window<'a> {
    windows: &'a mut dyn Windows,
    octets: u64,
    got: Got,
}

impl Imap {
    /// An item of a message, `BODY.PEEK[1]`, from an octet on to its end; what `announced` says of the end is not
    /// believed. How many octets it has, or why there are none.
    ///
    /// # Errors
    /// The connection's, and the first of `windows`.
    pub async fn windows(
        &mut self,
        uid: u32,
        item: &str,
        from: u64,
        announced: Option<u64>,
        windows: &mut dyn Windows,
    ) -> Result<Got, Error> {
        let mut at = from;
        loop {
            let mut window = Window { windows, octets: 0, got: Got::Missing };
            self.contents(&[uid], &format!("{item}<{at}.{WINDOW}>"), &mut window).await?;
            let Window { octets, got, .. } = window;
            at += octets;
            match got {
                Got::Octets(_) if octets == 0 || octets < WINDOW && announced == Some(at) => {
                    return Ok(Got::Octets(at));
                }
                Got::Octets(_) => windows.end()?,
                // Behind the end there is nothing.
                Got::Nil if at > 0 => return Ok(Got::Octets(at)),
                other => return Ok(other),
            }
        }
    }
}

impl Contents for Window<'_> {
    fn begin(&mut self, _: u32) -> Result<(), Error> {
        Ok(())
    }

    fn octets(&mut self, octets: &[u8]) -> Result<(), Error> {
        self.octets += octets.len() as u64;
        if self.octets > WINDOW {
            let text = format!("the server sends more than the {WINDOW} octets that were asked for");
            return Err(protocol(text, "RFC 9051 §6.4.5").into());
        }
        self.windows.octets(octets)
    }

    fn end(&mut self, _: u32, got: Got) -> Result<(), Error> {
        self.got = got;
        Ok(())
    }
}
