//! What searches found: SEARCH, SORT and ESEARCH (RFC 9051 §7.3, RFC 4731, RFC 5256, RFC 7162).

use super::super::set::SequenceSet;
use super::super::token::Reader;
use super::data::{Data, Odd, octets};

/// What ESEARCH tells (RFC 4731 §3.1).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ExtendedSearch {
    /// The tag of the command that it answers.
    pub tag: Option<Vec<u8>>,
    /// Its numbers are UIDs.
    pub uid: bool,
    /// `MIN`.
    pub min: Option<u32>,
    /// `MAX`.
    pub max: Option<u32>,
    /// `ALL`.
    pub all: Option<SequenceSet>,
    /// `COUNT`.
    pub count: Option<u32>,
    /// `MODSEQ`.
    pub modseq: Option<u64>,
    /// `PARTIAL`: the range that was asked for, and what is in it (RFC 9394 §3.1).
    pub partial: Option<(Vec<u8>, Option<SequenceSet>)>,
}

/// `*(SP nz-number) [SP search-sort-mod-seq]` (RFC 7162 §7), of SEARCH and SORT alike.
pub(super) fn search(reader: &mut Reader<'_>, sorted: bool, mut odd: Odd<'_>) -> Option<Data> {
    let (mut numbers, mut modseq) = (Vec::new(), None);
    loop {
        reader.space();
        let at = reader.at();
        match reader.peek() {
            None => return Some(Data::Search { sorted, numbers, modseq }),
            Some(b'(') => {
                let range = reader.skip()?;
                let text = reader.octets(range.clone()).trim_ascii();
                modseq = modseq_in(text);
                if modseq.is_none() {
                    odd.note(text);
                }
            }
            _ => match reader.number() {
                Some(number) if matches!(reader.peek(), None | Some(b' ')) => numbers.push(number),
                _ => {
                    reader.back(at);
                    let range = reader.skip()?;
                    odd.note(reader.octets(range));
                }
            },
        }
    }
}

/// `(MODSEQ 917162500)`.
fn modseq_in(text: &[u8]) -> Option<u64> {
    let text = std::str::from_utf8(text.strip_prefix(b"(")?.strip_suffix(b")")?).ok()?;
    let (name, number) = text.trim().split_once(' ')?;
    name.eq_ignore_ascii_case("MODSEQ").then_some(())?;
    number.trim().parse().ok()
}

/// `[search-correlator] [SP "UID"] *(SP search-return-data)`.
pub(super) fn extended_search(reader: &mut Reader<'_>, mut odd: Odd<'_>) -> Option<ExtendedSearch> {
    let mut found = ExtendedSearch::default();
    if reader.peek() == Some(b'(') {
        let range = reader.skip()?;
        let mut within = reader.clone();
        within.back(range.start + 1);
        if within.word("TAG").is_some() && within.space().is_some() {
            found.tag = octets(&mut within);
        }
    }
    loop {
        reader.space();
        let Some(name) = reader.keyword() else { break };
        if name == "UID" {
            found.uid = true;
            continue;
        }
        reader.space();
        let at = reader.at();
        if returned(&name, reader, &mut found).is_none() {
            reader.back(at);
            let Some(range) = reader.skip() else { break };
            odd.note(&[name.as_bytes(), b" ", reader.octets(range)].concat());
        }
    }
    Some(found)
}

fn returned(name: &str, reader: &mut Reader<'_>, found: &mut ExtendedSearch) -> Option<()> {
    match name {
        "MIN" => found.min = Some(reader.number()?),
        "MAX" => found.max = Some(reader.number()?),
        "COUNT" => found.count = Some(reader.number()?),
        "MODSEQ" => found.modseq = Some(reader.number()?),
        "ALL" => found.all = Some(SequenceSet::parse(reader.atom()?)?),
        "PARTIAL" => {
            reader.take(b'(')?;
            let range = reader.atom()?.to_vec();
            reader.space()?;
            let set = reader.atom()?;
            found.partial = Some((range, SequenceSet::parse(set)));
            reader.take(b')')?;
        }
        _ => return None,
    }
    Some(())
}
