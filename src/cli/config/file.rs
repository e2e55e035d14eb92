//! The file: TOML, in which every key has its place. `mailtool config example` prints one.

use std::fs;
use std::io::{self, Read};
use std::os::unix::fs::{MetadataExt, PermissionsExt};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::account::{Account, unknown};
use super::keys::{KEYS, Key, SECRET, Value};
use super::layer::Given;
use super::location::{Location, is_missing};
use super::origin::{Origin, Place};
use super::told::Service;
use crate::base::escape::escape_str;
use crate::base::nearest::nearest;
use crate::base::{Address, Exit};
use crate::cli::error::Failure;
use crate::cli::terminal::Terminal;
use crate::mime::address_list::{self, Mailbox};
use crate::net::reason;

/// The most octets of a file.
const MAX: u64 = 1 << 20;

/// What stands in the file.
#[derive(Debug)]
pub struct File {
    default: Option<String>,
    /// In their order.
    pub accounts: Vec<Account>,
}

/// One entry of a table.
type Entry<'t, 'i> = (&'t Spanned<std::borrow::Cow<'i, str>>, &'t Spanned<DeValue<'i>>);

/// Whether others than the owner may read it.
pub fn is_open(file: &fs::File) -> bool {
    has_modes(file, |_| 0o077)
}

/// The same of a file for all users of this machine, which root may give to a group.
fn is_open_to_all(file: &fs::File) -> bool {
    has_modes(file, |metadata| if metadata.uid() == 0 { 0o007 } else { 0o077 })
}

/// Whether it is a regular file with one of these permissions.
fn has_modes(file: &fs::File, modes: impl Fn(&fs::Metadata) -> u32) -> bool {
    let regular = file.metadata().ok().filter(fs::Metadata::is_file);
    regular.is_some_and(|metadata| metadata.permissions().mode() & modes(&metadata) != 0)
}

/// The text of a file of a person's settings; `None` if there is none.
///
/// # Errors
/// It cannot be read, is too long, or is no text (78).
pub fn text(path: &Path) -> Result<Option<(fs::File, String)>, Failure> {
    let wrong = |why: &str| Failure::new(Exit::Config, format!("{}: {why}", path.display()));
    let mut file = match fs::File::open(path) {
        Ok(file) => file,
        Err(error) if is_missing(&error) => return Ok(None),
        Err(error) => return Err(wrong(&reason(&error))),
    };
    let mut text = String::new();
    match (&mut file).take(MAX + 1).read_to_string(&mut text) {
        Ok(octets) if octets as u64 > MAX => Err(wrong(&format!("it has more than {MAX} octets"))),
        Ok(_) => Ok(Some((file, text))),
        Err(error) if error.kind() == io::ErrorKind::InvalidData => Err(wrong("it is no UTF-8")),
        Err(error) => Err(wrong(&reason(&error))),
    }
}

impl File {
    /// Reads it; `None` if it is not there, and need not be.
    ///
    /// # Errors
    /// It is not what it should be (78).
    pub fn read(location: &Location, terminal: &Terminal) -> Result<Option<File>, Failure> {
        let Some(path) = &location.path else { return Ok(None) };
        let Some((opened, text)) = text(path)? else {
            let failure = Failure::new(Exit::Config, format!("{}: there is no such file", path.display()));
            return if location.named.is_some() { Err(failure) } else { Ok(None) };
        };
        let reader = Reader { path: Arc::new(path.to_owned()), text: &text };
        let file = reader.file()?;
        let lists = file.accounts.iter().flat_map(|account| {
            std::iter::once(&account.general).chain(account.sections.iter().map(|(_, given)| given))
        });
        let (open, cure) = match location.shared {
            true => (is_open_to_all(&opened), "chmod 640"),
            false => (is_open(&opened), "chmod 600"),
        };
        if open && lists.flatten().any(|given| given.key.name == "password") {
            let text = format!("{} holds a password, and others can read it: {cure}", path.display());
            terminal.warn_once(&escape_str(&text));
        }
        Ok(Some(file))
    }

    /// The name of the default account.
    pub fn default(&self) -> Option<&str> {
        self.default.as_deref()
    }
}

/// A file that is being read.
struct Reader<'a> {
    path: Arc<PathBuf>,
    text: &'a str,
}

impl Reader<'_> {
    fn file(&self) -> Result<File, Failure> {
        let root = DeTable::parse(self.text).map_err(|error| {
            let place = self.place(error.span().map_or(0, |span| span.start));
            place.wrong(error.message().lines().collect::<Vec<_>>().join(", "))
        })?;
        let mut file = File { default: None, accounts: Vec::new() };
        let mut default = None;
        for (key, value) in entries(root.get_ref()) {
            match key.get_ref().as_ref() {
                "default" => default = Some((self.string("default", value)?, self.place(value.span().start))),
                "account" => {
                    for (name, value) in entries(self.table("account", value)?) {
                        let table = self.table(&format!("account.{}", name.get_ref()), value)?;
                        file.accounts.push(self.account(name.get_ref(), table)?);
                    }
                }
                _ => return Err(self.unknown(key, &["default", "account"])),
            }
        }
        if let Some((name, place)) = default {
            if !file.accounts.iter().any(|account| account.name == name) {
                let Failure { message, hint, .. } = unknown(&file.accounts, &name);
                return Err(Failure { hint, ..place.wrong(message) });
            }
            file.default = Some(name);
        }
        Ok(file)
    }

    fn account(&self, name: &str, table: &DeTable<'_>) -> Result<Account, Failure> {
        let mut account = Account { name: name.to_owned(), ..Account::default() };
        let mut rest = Vec::new();
        for (key, value) in entries(table) {
            match key.get_ref().as_ref() {
                "from" => {
                    account.from = Some(self.mailbox(value)?);
                    account.from_place = Some(self.place(key.span().start));
                }
                "local" => account.local = Some(self.address(value)?),
                "match" => account.patterns = self.patterns(value)?,
                _ => rest.push((key, value)),
            }
        }
        for service in Service::ALL {
            let of = |(key, _): &Entry<'_, '_>| key.get_ref() == service.name();
            if let Some((_, value)) = rest.iter().copied().find(of) {
                let given = self.keys(entries(self.table(service.name(), value)?), &[])?;
                account.sections.push((service, given));
            }
            rest.retain(|entry| !of(entry));
        }
        account.general = self.keys(rest, &["from", "local", "match", "send", "pop", "imap"])?;
        Ok(account)
    }

    /// Keys of a connection; `others` can stand beside them.
    fn keys(&self, entries: Vec<Entry<'_, '_>>, others: &[&str]) -> Result<Vec<Given>, Failure> {
        let mut all: Vec<Given> = Vec::new();
        for (name, value) in entries {
            let known = Key::named(name.get_ref());
            let known = known.ok_or_else(|| {
                let names: Vec<&str> = KEYS.iter().map(|key| key.name).chain(others.iter().copied()).collect();
                self.unknown(name, &names)
            })?;
            let place = self.place(name.span().start);
            let rival = all.iter().find(|given| given.key.group == Some(SECRET) && known.group == Some(SECRET));
            if let Some(rival) = rival {
                return Err(place.wrong(format!("{} and {} exclude one another", rival.key.name, known.name)));
            }
            all.push(Given { key: known, value: self.value(known.name, value)?, origin: Origin::File(place) });
        }
        Ok(all)
    }

    fn value(&self, key: &str, value: &Spanned<DeValue<'_>>) -> Result<Value, Failure> {
        match value.get_ref() {
            DeValue::String(text) => Ok(Value::Text(text.clone().into_owned())),
            DeValue::Boolean(truth) => Ok(Value::Truth(*truth)),
            DeValue::Array(array) => {
                array.iter().map(|item| self.string(key, item)).collect::<Result<_, _>>().map(Value::List)
            }
            _ => Err(self.expected(key, value, "a string, true, false or an array of strings")),
        }
    }

    fn string(&self, key: &str, value: &Spanned<DeValue<'_>>) -> Result<String, Failure> {
        match value.get_ref() {
            DeValue::String(text) => Ok(text.clone().into_owned()),
            _ => Err(self.expected(key, value, "a string")),
        }
    }

    fn table<'t, 'i>(&self, key: &str, value: &'t Spanned<DeValue<'i>>) -> Result<&'t DeTable<'i>, Failure> {
        match value.get_ref() {
            DeValue::Table(table) => Ok(table),
            _ => Err(self.expected(key, value, "a table ([account.NAME], [account.NAME.send])")),
        }
    }

    fn patterns(&self, value: &Spanned<DeValue<'_>>) -> Result<Vec<String>, Failure> {
        match self.value("match", value)? {
            Value::List(patterns) => Ok(patterns),
            Value::Text(pattern) => Ok(vec![pattern]),
            Value::Truth(_) | Value::Word(_) => Err(self.expected("match", value, "an array of strings")),
        }
    }

    fn mailbox(&self, value: &Spanned<DeValue<'_>>) -> Result<Mailbox, Failure> {
        let text = self.string("from", value)?;
        let wrong = |why: String| {
            let text = format!("from: a single author is expected, \"Name <address>\": {why}");
            self.place(value.span().start).wrong(text)
        };
        let mut list = address_list::parse(&text).map_err(|error| wrong(error.to_string()))?.into_iter();
        match (list.next(), list.next()) {
            (Some(mailbox), None) => Ok(mailbox),
            (None, _) => Err(wrong("there is none".to_owned())),
            (Some(_), Some(_)) => Err(wrong("there are several".to_owned())),
        }
    }

    fn address(&self, value: &Spanned<DeValue<'_>>) -> Result<Address, Failure> {
        let wrong = |error| self.place(value.span().start).wrong(format!("local: an address is expected: {error}"));
        Address::parse(&self.string("local", value)?).map_err(wrong)
    }

    fn expected(&self, key: &str, value: &Spanned<DeValue<'_>>, what: &str) -> Failure {
        let text = format!("{key}: {what} is expected, not {}", kind(value.get_ref()));
        self.place(value.span().start).wrong(text)
    }

    fn unknown(&self, key: &Spanned<std::borrow::Cow<'_, str>>, known: &[&str]) -> Failure {
        let name = key.get_ref().as_ref();
        let meant = nearest(known.iter().copied(), name);
        let meant = meant.map_or_else(String::new, |meant| format!("; did you mean {meant}?"));
        let failure = self.place(key.span().start).wrong(format!("there is no key {name:?}{meant}"));
        failure.hint(format!("known here: {}", known.join(", ")))
    }

    /// Line and character, from 1 on.
    fn place(&self, offset: usize) -> Place {
        let before = self.text.get(..offset).unwrap_or(self.text);
        let (line, last) = (before.matches('\n').count() + 1, before.rsplit('\n').next().unwrap_or_default());
        Place { path: self.path.clone(), line, column: last.chars().count() + 1 }
    }
}

/// What a value is, in words; what it says may be a secret.
fn kind(value: &DeValue<'_>) -> &'static str {
    match value {
        DeValue::String(_) => "a string",
        DeValue::Integer(_) => "an integer",
        DeValue::Float(_) => "a floating-point number",
        DeValue::Boolean(true) => "true",
        DeValue::Boolean(false) => "false",
        DeValue::Datetime(_) => "a date or time",
        DeValue::Array(_) => "an array",
        DeValue::Table(_) => "a table",
    }
}

/// The entries of a table as they stand in the file.
fn entries<'t, 'i>(table: &'t DeTable<'i>) -> Vec<Entry<'t, 'i>> {
    let mut all: Vec<Entry<'t, 'i>> = table.iter().collect();
    all.sort_by_key(|(key, _)| key.span().start);
    all
}
