//! `--csv`: one letter a row, all of them checked before the first one goes.

mod files;
mod form;
mod scan;
mod table;
mod template;

use std::cell::RefCell;
use std::path::PathBuf;

use self::form::Form;
use self::table::{Row, Table};
use self::template::Values;
use super::{Addresses, Send, finished};
use crate::base::{Address, Exit};
use crate::cli::chance;
use crate::cli::compose::{Stamp, Stock, author, fields, message_id};
use crate::cli::error::Failure;
use crate::client::deliver::{Job, Letter, Source};
use crate::mime::address_list::Mailbox;

/// A table and what each of its rows becomes. What stays in memory is one row.
pub struct Merge {
    table: Table,
    form: Form,
    stock: Stock,
    binary: bool,
    rows: usize,
    /// What the Message-IDs begin with.
    token: String,
    /// Who writes where nobody says.
    author: Option<Mailbox>,
}

impl Merge {
    /// Makes the letter of each row once, to see that it can be made.
    ///
    /// # Errors
    /// What the flags get wrong is usage; a row from which no letter can be made is bad data, and named.
    pub fn read(args: &Send, author: Option<Mailbox>) -> Result<Merge, Failure> {
        let content = &args.message.content;
        let path = args.many.csv.as_deref().unwrap_or("-".as_ref());
        let table = Table::open(path, args.many.csv_delimiter)?;
        let mut fixed = content.clone();
        let form = Form::parse(&mut fixed, &args.message, &args.envelope, table.columns())?;
        let (stock, binary) = (Stock::read(&fixed)?, content.is_binary());
        let mut merge = Merge { table, form, stock, binary, rows: 0, token: chance::token(), author };
        merge.rows = merge.check().map_err(|failure| match failure.hint {
            None => failure.hint("all rows are checked first: nothing was sent"),
            Some(_) => failure,
        })?;
        Ok(merge)
    }

    /// All that its letters are made of, but for what the command line says itself.
    pub fn survey(&self, job: &mut Job) -> std::io::Result<()> {
        job.text(&self.form.texts());
        job.source(self.table.source())?;
        self.stock.sources().iter().try_for_each(|source| job.source(source))?;
        // Rows and files were looked at a moment ago.
        let gone = |failure: Failure| std::io::Error::other(failure.message);
        for row in self.table.rows() {
            for file in row.and_then(|row| self.files(&row)).map_err(gone)? {
                job.source(&Source::named(&file).map_err(|error| gone(error.into()))?)?;
            }
        }
        Ok(())
    }

    /// The Message-IDs begin with this token, and go on with the number of the row.
    pub fn stamp(&mut self, token: &str) {
        token.clone_into(&mut self.token);
    }

    /// Who writes all of them, if the flags say it.
    pub fn author(&self) -> Option<Address> {
        self.form.author().map(|mailbox| mailbox.address.clone())
    }

    /// How many rows there are.
    pub fn len(&self) -> usize {
        self.rows
    }

    /// The letter of each row in turn; `failure` gets what stops it early, as `over` does.
    pub fn letters<'a>(
        &'a self,
        failure: &'a RefCell<Option<Failure>>,
        over: impl Fn() -> bool + 'a,
    ) -> impl Iterator<Item = Letter> + 'a {
        self.table.rows().map_while(move |row| {
            let letter = row.and_then(|row| match over() {
                true => Err(interrupted(&row)),
                false => self.letter(&row).map_err(|failure| self.table.in_row(&row, failure)),
            });
            letter.map_err(|new| *failure.borrow_mut() = Some(new)).ok()
        })
    }

    fn check(&self) -> Result<usize, Failure> {
        let mut rows = 0;
        for row in self.table.rows() {
            let row = row?;
            self.letter(&row).map_err(|failure| self.table.in_row(&row, failure))?;
            rows = row.n;
        }
        match rows {
            0 => Err(self.table.at(Failure::new(Exit::Data, "there is no row below the header"))),
            rows => Ok(rows),
        }
    }

    /// The files of a row.
    fn files(&self, row: &Row) -> Result<Vec<PathBuf>, Failure> {
        let date = day(&Stamp::new());
        let values = Values { row, date: &date, to: "", message_id: "" };
        let to = first(&self.form.addresses(&values)?);
        self.form.files(&Values { to: &to, ..values })
    }

    fn letter(&self, row: &Row) -> Result<Letter, Failure> {
        let mut stamp = Stamp { author: self.author.clone(), ..Stamp::new() };
        let date = day(&stamp);
        let values = Values { row, date: &date, to: "", message_id: "" };
        let mut addresses = self.form.addresses(&values)?;
        let to = first(&addresses);
        let author = match addresses.people.from.first() {
            Some(author) => author.clone(),
            None => author(&fields(&self.form.header(&values))?, &stamp)?,
        };
        let id = message_id(&format!("{}.{}", self.token, row.n), &author);
        let values = Values { to: &to, message_id: &id, ..values };
        addresses.mail_from = self.form.reverse_path(&values)?;
        stamp.message_id = Some(id.clone());
        let (composed, author) = self.stock.compose(self.form.words(addresses.people.clone(), &values)?, stamp)?;
        finished(row.n, composed, author, &addresses, self.binary)
    }
}

/// Today.
fn day(stamp: &Stamp) -> String {
    stamp.date.strftime("%Y-%m-%d").to_string()
}

/// The first recipient.
fn first(addresses: &Addresses) -> String {
    addresses.recipients().first().map(ToString::to_string).unwrap_or_default()
}

fn interrupted(row: &Row) -> Failure {
    Failure::new(Exit::TempFail, format!("interrupted: row {} and those behind it were not tried", row.n))
}
