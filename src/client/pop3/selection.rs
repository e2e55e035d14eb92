//! Which messages are meant: `3`, `1-5`, `5-`, `last`, `last:10`, `all`, `uidl:ABC`, several of them.

use std::collections::HashSet;

use super::maildrop::{Entry, Maildrop};
use crate::base::escape::escape_str;

/// Messages, as they were named.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Selection {
    items: Vec<Item>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
enum Item {
    One(u32),
    /// From here to there, or to the end.
    Range(u32, Option<u32>),
    /// So many at the end.
    Last(usize),
    All,
    UniqueId(Vec<u8>),
}

/// A word that names no messages.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{0:?} is not one of 3, 1-5, 5-, last, last:10, all, uidl:ABC; messages count from 1")]
pub struct BadSelection(pub String);

impl Selection {
    /// Reads words, each with one selector or several between commas.
    ///
    /// # Errors
    /// The first that is none.
    pub fn parse<'a>(words: impl IntoIterator<Item = &'a str>) -> Result<Selection, BadSelection> {
        let words = words.into_iter().flat_map(|word| word.split([',', ' '])).filter(|word| !word.is_empty());
        let items = words.map(|word| item(word).ok_or_else(|| BadSelection(escape_str(word).into_owned())));
        Ok(Selection { items: items.collect::<Result<_, _>>()? })
    }

    /// Nothing was named.
    pub fn is_empty(&self) -> bool {
        self.items.is_empty()
    }

    /// The one message, if it is named by its number and nothing else is.
    pub fn one(&self) -> Option<u32> {
        match self.items.as_slice() {
            [Item::One(number)] => Some(*number),
            _ => None,
        }
    }

    /// Some are named by their unique-ids.
    pub fn needs_unique_ids(&self) -> bool {
        self.items.iter().any(|item| matches!(item, Item::UniqueId(_)))
    }

    /// Those of a maildrop, in the order of the selectors, each once; and the selectors that match none.
    pub fn choose(&self, maildrop: &Maildrop) -> (Vec<Entry>, Vec<String>) {
        let (mut seen, mut chosen, mut missing) = (HashSet::new(), Vec::new(), Vec::new());
        for item in &self.items {
            let before = chosen.len();
            let matching = item.matching(maildrop);
            let known = !matching.is_empty();
            chosen.extend(matching.into_iter().filter(|entry| seen.insert(entry.number)).cloned());
            if chosen.len() == before && !known {
                missing.push(item.to_string());
            }
        }
        (chosen, missing)
    }
}

fn item(word: &str) -> Option<Item> {
    let number = |text: &str| {
        let digits = text.bytes().all(|octet| octet.is_ascii_digit());
        text.parse::<u32>().ok().filter(|&number| digits && number > 0)
    };
    if let Some(id) = word.strip_prefix("uidl:") {
        return (!id.is_empty()).then(|| Item::UniqueId(id.as_bytes().to_vec()));
    }
    if let Some(count) = word.strip_prefix("last:") {
        return number(count).and_then(|count| usize::try_from(count).ok()).map(Item::Last);
    }
    match (word, word.split_once('-')) {
        ("all", _) => Some(Item::All),
        ("last", _) => Some(Item::Last(1)),
        (_, Some((first, ""))) => Some(Item::Range(number(first)?, None)),
        (_, Some((first, last))) => {
            let (first, last) = (number(first)?, number(last)?);
            (first <= last).then_some(Item::Range(first, Some(last)))
        }
        _ => number(word).map(Item::One),
    }
}

impl Item {
    fn matching<'a>(&self, maildrop: &'a Maildrop) -> Vec<&'a Entry> {
        let entries = maildrop.entries();
        let between = |first: u32, last: u32| {
            let start = entries.partition_point(|entry| entry.number < first);
            let end = entries.partition_point(|entry| entry.number <= last);
            entries.get(start..end).unwrap_or_default().iter().collect()
        };
        match self {
            Item::One(number) => between(*number, *number),
            Item::Range(first, last) => between(*first, last.unwrap_or(u32::MAX)),
            Item::Last(count) => entries.iter().skip(entries.len().saturating_sub(*count)).collect(),
            Item::All => entries.iter().collect(),
            Item::UniqueId(id) => entries.iter().filter(|entry| entry.unique_id.as_ref() == Some(id)).collect(),
        }
    }
}

impl std::fmt::Display for Item {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Item::One(number) => write!(f, "{number}"),
            Item::Range(first, Some(last)) => write!(f, "{first}-{last}"),
            Item::Range(first, None) => write!(f, "{first}-"),
            Item::Last(1) => f.write_str("last"),
            Item::Last(count) => write!(f, "last:{count}"),
            Item::All => f.write_str("all"),
            Item::UniqueId(id) => write!(f, "uidl:{}", crate::base::escape::escape(id)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn maildrop(numbers: &[u32]) -> Maildrop {
        let entry = |number: &u32| Entry {
            number: *number,
            octets: Some(1),
            unique_id: Some(format!("id{number}").into_bytes()),
        };
        Maildrop::of(numbers.iter().map(entry).collect())
    }

    fn chosen(words: &[&str], numbers: &[u32]) -> (Vec<u32>, Vec<String>) {
        let selection = Selection::parse(words.iter().copied()).expect("selectors");
        let (entries, missing) = selection.choose(&maildrop(numbers));
        (entries.iter().map(|entry| entry.number).collect(), missing)
    }

    #[test]
    fn each_kind_and_each_message_once() {
        let numbers = [1, 2, 4, 5];
        for (words, wanted) in [
            (&["2"][..], &[2][..]),
            (&["2-4"], &[2, 4]),
            (&["4-"], &[4, 5]),
            (&["last"], &[5]),
            (&["last:3"], &[2, 4, 5]),
            (&["last:99"], &[1, 2, 4, 5]),
            (&["all"], &[1, 2, 4, 5]),
            (&["uidl:id4"], &[4]),
            (&["5,1", "all"], &[5, 1, 2, 4]),
            (&["1 2, 4"], &[1, 2, 4]),
            (&["1-4294967295"], &[1, 2, 4, 5]),
        ] {
            assert_eq!(chosen(words, &numbers), (wanted.to_vec(), vec![]), "{words:?}");
        }
    }

    #[test]
    fn what_matches_nothing_is_told() {
        let (numbers, missing) = chosen(&["3,9-,uidl:x,1,1"], &[1, 2, 4]);
        assert_eq!((numbers, missing), (vec![1], vec!["3".to_owned(), "9-".to_owned(), "uidl:x".to_owned()]));
        assert_eq!(chosen(&["all", "last"], &[]).1, ["all", "last"]);
    }

    #[test]
    fn words_that_name_nothing() {
        for word in ["0", "-1", "a", "5-3", "1-x", "last:0", "last:", "uidl:", "4294967296", "+1", "1--2", "ALL"] {
            assert!(Selection::parse([word]).is_err(), "{word}");
        }
        assert!(Selection::parse(["", ","]).is_ok_and(|selection| selection.is_empty()));
        assert_eq!(Selection::parse(["7"]).map(|selection| selection.one()), Ok(Some(7)));
        assert_eq!(Selection::parse(["7-7"]).map(|selection| selection.one()), Ok(None));
    }
}
