//! From the flags of the extensions to what is asked of the server.

use crate::cli::args::Extensions;
use crate::cli::compose::one;
use crate::cli::error::Failure;
use crate::client::deliver::{Force, Letter, Wishes};
use crate::proto::smtp::Parameter;
use crate::proto::smtp::extensions::attribute::Attribute;
use crate::proto::smtp::extensions::{
    DeliverBy, Dsn, DsnError, Extension, Hold, Notify, OfRecipient, Otherwise, Return, XCLIENT, XFORWARD,
};

/// What the flags ask for.
pub fn wishes(args: &Extensions, mechanisms: &[String]) -> Result<Wishes, Failure> {
    let mut wishes = Wishes {
        mail: parameters("--mail-param", &args.mail_param)?,
        rcpt: parameters("--rcpt-param", &args.rcpt_param)?,
        require_tls: args.require_tls,
        deliver_by: args.deliver_by.as_deref().map(deliver_by).transpose()?,
        hold: hold(args)?,
        priority: args.mt_priority,
        prdr: args.prdr,
        force: force(&args.force, mechanisms)?,
        xclient: attributes("--xclient", &XCLIENT, &args.xclient)?,
        xforward: attributes("--xforward", &XFORWARD, &args.xforward)?,
        dsn: None,
    };
    for words in &args.dsn {
        dsn(words, wishes.dsn.get_or_insert_default())?;
    }
    Ok(wishes)
}

fn force(names: &[String], mechanisms: &[String]) -> Result<Force, Failure> {
    Force::parse(names, mechanisms).map_err(|unknown| {
        let known = Force::KNOWN.map(|extension| extension.keyword.to_ascii_lowercase()).join(", ");
        Failure::usage("--force", format!("{unknown:?} is none of {known}"))
    })
}

fn attributes(flag: &str, extension: &Extension, texts: &[String]) -> Result<Vec<Attribute>, Failure> {
    let attribute = |text: &String| {
        let form = || Failure::usage(flag, format!("{text:?} is no NAME=VALUE that fits into a command"));
        Attribute::parse(extension, text).ok_or_else(form)
    };
    texts.iter().map(attribute).collect()
}

fn deliver_by(text: &str) -> Result<DeliverBy, Failure> {
    let form = || {
        let failure = Failure::usage("--deliver-by", format!("{text:?} is not SECONDS[,return|notify][,trace]"));
        failure.hint("within at most 999999999 seconds; it can only be returned after more than none (RFC 2852 §4)")
    };
    let mut words = text.split(',');
    let seconds = words.next().and_then(|seconds| seconds.parse().ok()).ok_or_else(form)?;
    let mut by = DeliverBy { seconds, otherwise: Otherwise::Return, trace: false };
    for word in words {
        match word {
            "return" => by.otherwise = Otherwise::Return,
            "notify" => by.otherwise = Otherwise::Notify,
            "trace" => by.trace = true,
            _ => return Err(form()),
        }
    }
    let least = if by.otherwise == Otherwise::Return { 1 } else { -DeliverBy::MAX };
    if (least..=DeliverBy::MAX).contains(&seconds) { Ok(by) } else { Err(form()) }
}

fn hold(args: &Extensions) -> Result<Option<Hold>, Failure> {
    let until = args.hold_until.as_ref().map(|text| {
        let form = |_| Failure::usage("--hold-until", format!("{text:?} is no time")).hint("2026-12-24T18:00:00Z");
        text.parse().map(Hold::Until).map_err(form)
    });
    until.transpose().map(|until| until.or(args.hold_for.map(Hold::For)))
}

/// Whoever is named must be a recipient.
pub fn check(wishes: &Wishes, letter: &Letter) -> Result<(), Failure> {
    let named = wishes.dsn.iter().flat_map(|dsn| dsn.of.keys());
    match named.into_iter().find(|address| !letter.recipients.contains(address)) {
        None => Ok(()),
        Some(address) => Err(Failure::usage("--dsn rcpt", format!("{address} is no recipient of this letter"))),
    }
}

fn parameters(flag: &str, texts: &[String]) -> Result<Vec<Parameter>, Failure> {
    let parameter = |text: &String| {
        let form = || Failure::usage(flag, format!("{text:?} is no KEYWORD[=VALUE] (RFC 5321 §4.1.2)"));
        Parameter::parse(text).ok_or_else(form)
    };
    texts.iter().map(parameter).collect()
}

/// One `--dsn`: `name=value` with commas between; a word without a name goes on with the last value.
fn dsn(text: &str, dsn: &mut Dsn) -> Result<(), Failure> {
    let mut fields: Vec<(&str, Vec<&str>)> = Vec::new();
    for word in text.split(',') {
        match (word.split_once('='), fields.last_mut()) {
            (Some((name, value)), _) => fields.push((name, vec![value])),
            (None, Some(("notify", values))) => values.push(word),
            (None, _) => return Err(form(word)),
        }
    }
    let of = fields.iter().find(|(name, _)| *name == "rcpt").map(|(_, values)| values.concat());
    match of {
        None => fields.iter().try_for_each(|(name, values)| for_all(name, values, dsn)),
        Some(address) => {
            let own = dsn.of.entry(one("--dsn rcpt", &address)?).or_default();
            fields.iter().try_for_each(|(name, values)| for_one(name, values, own))
        }
    }
}

fn for_all(name: &str, values: &[&str], dsn: &mut Dsn) -> Result<(), Failure> {
    let text = values.concat();
    match name {
        "notify" => dsn.notify = Some(Notify::parse(values.iter().copied()).map_err(wrong)?),
        "ret" => dsn.ret = Some(Return::parse(&text).map_err(wrong)?),
        "envid" => dsn.set_envid(&text).map_err(wrong)?,
        _ => return Err(form(name)),
    }
    Ok(())
}

fn for_one(name: &str, values: &[&str], own: &mut OfRecipient) -> Result<(), Failure> {
    match name {
        "rcpt" => {}
        "notify" => own.notify = Some(Notify::parse(values.iter().copied()).map_err(wrong)?),
        "orcpt" => own.set_orcpt(&values.concat()).map_err(wrong)?,
        _ => return Err(form(name).hint("with rcpt= only notify= and orcpt= go: the others hold for the letter")),
    }
    Ok(())
}

fn wrong(error: DsnError) -> Failure {
    Failure::usage("--dsn", error)
}

fn form(word: &str) -> Failure {
    let failure = Failure::usage("--dsn", format!("{word:?} is neither notify=, ret= nor envid="));
    failure.hint("--dsn notify=success,failure,ret=hdrs,envid=QQ314159; --dsn rcpt=pepe@example.org,notify=never")
}
