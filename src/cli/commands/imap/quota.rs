//! `mailtool imap quota`: how much may be kept, and how much is.

use clap::Args;
use serde_json::json;

use super::Imap;
use super::conversation::{At, Need, converse};
use crate::base::Exit;
use crate::base::escape::{escape, escape_str};
use crate::cli::error::Failure;
use crate::client::imap::only_data;
use crate::proto::imap::{Data, Request, Verb};
use crate::transcript::text::thousands;

/// How much may be kept where --mailbox is, and how much is (GETQUOTAROOT, RFC 9208)
///
/// STORAGE is counted in units of 1024 octets.
///
/// With --json one object a line: {"root","resource","used","limit"}. Exit code 1: there is no limit.
#[derive(Debug, Args)]
#[command(after_help = "Example:\n  mailtool imap quota -s pepe@imap.example.org")]
pub struct Quota {}

/// GETQUOTAROOT.
pub fn run(_: &Quota, imap: &Imap, at: At<'_>) -> Result<Exit, Failure> {
    let terminal = at.1;
    converse(imap, at, Need::Login, async |client| {
        let request = Request::new(Verb::GetQuotaRoot).mailbox(&imap.mailbox, client.names());
        let mut any = false;
        let mut take = |told: crate::client::imap::Told<'_>| {
            let Some(Data::Quota { root, resources }) = only_data(told)? else { return Ok(()) };
            for (resource, used, limit) in resources {
                any = true;
                let root = String::from_utf8_lossy(root);
                if terminal.json {
                    terminal.json(&json!({ "root": root, "resource": resource, "used": used, "limit": limit }));
                    continue;
                }
                let percent = used.saturating_mul(100).checked_div(*limit).unwrap_or(100);
                let (used, limit) = (thousands(*used), thousands(*limit));
                let name = escape_str(resource);
                terminal.result(&format!("{}  {name}  {used} of {limit} ({percent} %)", escape(root.as_bytes())));
            }
            Ok(())
        };
        client.run(&request, &mut take).await?;
        Ok(if any { Exit::Ok } else { Exit::NotFound })
    })
}
