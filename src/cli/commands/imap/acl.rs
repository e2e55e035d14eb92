//! `mailtool imap acl`: who may do what with a mailbox (RFC 4314).

use clap::{Args, Subcommand};
use serde_json::json;

use super::Imap;
use super::conversation::{At, Need, converse};
use super::mailboxes::{Dry, would};
use crate::base::Exit;
use crate::base::escape::escape_str;
use crate::cli::error::Failure;
use crate::client::imap::{Told, ignore, only_data};
use crate::proto::imap::{Data, Request, Verb};

/// Who may do what with --mailbox (ACL, RFC 4314)
///
/// Rights: l see it, r read, s keep seen, w write flags, i insert, p post, k create below, x delete it,
/// t mark as deleted, e expunge, a administer.
///
/// Whoever is given l and r finds the mailbox below the prefix that `mailtool imap namespace` tells,
/// and reads it by that name; with s, what is seen is kept.
#[derive(Debug, Args)]
#[command(after_help = "Examples:
  mailtool imap acl get -m Casa -s alicia@imap.example.org
  mailtool imap acl set pepe lrs -m Casa -s alicia@imap.example.org
  mailtool imap list 'shared/*' -s pepe@imap.example.org
  mailtool imap acl rights -m shared/alicia/Casa -s pepe@imap.example.org
  mailtool imap fetch last:10 -m shared/alicia/Casa -s pepe@imap.example.org")]
pub struct Acl {
    #[command(subcommand)]
    verb: AclVerb,
}

#[derive(Debug, Subcommand)]
enum AclVerb {
    /// Who has which rights (GETACL); with --json one object a line: {"identifier","rights"}
    Get,
    /// Give rights: all of them, or more (+), or fewer (-, behind --) (SETACL)
    Set {
        /// Whom: a user, anyone, $group
        #[arg(value_name = "ID")]
        identifier: String,
        /// Which: lrs, +w, -t
        #[arg(value_name = "RIGHTS", allow_hyphen_values = true)]
        rights: String,
        #[command(flatten)]
        dry: Dry,
    },
    /// Take all rights away (DELETEACL)
    Delete {
        /// From whom
        #[arg(value_name = "ID")]
        identifier: String,
        #[command(flatten)]
        dry: Dry,
    },
    /// One's own rights (MYRIGHTS), or those that somebody may be given (LISTRIGHTS)
    Rights {
        /// Whom
        #[arg(value_name = "ID")]
        identifier: Option<String>,
    },
}

/// GETACL and its kin.
pub fn run(acl: &Acl, imap: &Imap, at: At<'_>) -> Result<Exit, Failure> {
    let terminal = at.1;
    converse(imap, at, Need::Login, async |client| {
        let on = |verb| Request::new(verb).mailbox(&imap.mailbox, client.names());
        let request = match &acl.verb {
            AclVerb::Get => on(Verb::GetAcl),
            AclVerb::Set { identifier, rights, .. } => on(Verb::SetAcl).astring(identifier).astring(rights),
            AclVerb::Delete { identifier, .. } => on(Verb::DeleteAcl).astring(identifier),
            AclVerb::Rights { identifier: Some(identifier) } => on(Verb::ListRights).astring(identifier),
            AclVerb::Rights { identifier: None } => on(Verb::MyRights),
        };
        if let AclVerb::Set { dry: Dry { dry_run: true }, .. } | AclVerb::Delete { dry: Dry { dry_run: true }, .. } =
            &acl.verb
        {
            would(request.verb(), &imap.mailbox, terminal);
            return Ok(Exit::Ok);
        }
        if matches!(acl.verb, AclVerb::Set { .. } | AclVerb::Delete { .. }) {
            client.run(&request, &mut ignore).await?;
            return Ok(Exit::Ok);
        }
        let text = |octets: &[u8]| String::from_utf8_lossy(octets).into_owned();
        let tell = |identifier: &str, rights: &str| match terminal.json {
            true => terminal.json(&json!({ "identifier": identifier, "rights": rights })),
            false => terminal.result(&format!("{:<20}  {}", escape_str(identifier), escape_str(rights))),
        };
        let mut take = |told: Told<'_>| {
            match only_data(told)? {
                Some(Data::Acl { rights, .. }) => {
                    rights.iter().for_each(|(identifier, rights)| tell(&text(identifier), &text(rights)));
                }
                Some(Data::MyRights { rights, .. }) => tell("me", &text(rights)),
                Some(Data::ListRights { identifier, rights, .. }) => {
                    let rights: Vec<_> = rights.iter().map(|rights| text(rights)).collect();
                    tell(&text(identifier), &rights.join(" "));
                }
                _ => {}
            }
            Ok(())
        };
        client.run(&request, &mut take).await?;
        Ok(Exit::Ok)
    })
}
