//! Threads as THREAD tells them (RFC 5256 §4, rule `thread-list`).

/// A message in a thread.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Member {
    /// Its number or UID.
    pub number: u32,
    /// What it answers, if that is there.
    pub parent: Option<u32>,
    /// How many are above it.
    pub depth: usize,
}

/// The messages of `(2)(3 6 (4 23)(44 7 96))`, each behind what it answers. What is no number is passed over. Nothing
/// recurses.
pub fn members(text: &[u8]) -> Vec<Member> {
    let (mut members, mut open, mut at) = (Vec::new(), Vec::new(), (None, 0));
    for word in text.split_inclusive(|octet| b"() ".contains(octet)) {
        let (number, end) = match word.split_last() {
            Some((end, number)) if b"() ".contains(end) => (number, Some(*end)),
            _ => (word, None),
        };
        let number = std::str::from_utf8(number).ok().and_then(|number| number.parse().ok());
        if let Some(number) = number {
            let (parent, depth) = at;
            members.push(Member { number, parent, depth });
            at = (Some(number), depth + 1);
        }
        match end {
            Some(b'(') => open.push(at),
            Some(b')') => at = open.pop().unwrap_or((None, 0)),
            _ => {}
        }
    }
    members
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(text: &str) -> Vec<(u32, Option<u32>, usize)> {
        members(text.as_bytes()).into_iter().map(|member| (member.number, member.parent, member.depth)).collect()
    }

    #[test]
    fn the_example_of_the_rfc() {
        let expected = [
            (2, None, 0),
            (3, None, 0),
            (6, Some(3), 1),
            (4, Some(6), 2),
            (23, Some(4), 3),
            (44, Some(6), 2),
            (7, Some(44), 3),
            (96, Some(7), 4),
        ];
        assert_eq!(told("(2)(3 6 (4 23)(44 7 96))"), expected);
        // What they answer is not there.
        assert_eq!(told("((3)(5))"), [(3, None, 0), (5, None, 0)]);
    }

    #[test]
    fn nonsense() {
        assert_eq!(told(""), []);
        assert_eq!(told(")) x -1 (7"), [(7, None, 0)]);
        assert_eq!(told(&"(1 ".repeat(100_000)).len(), 100_000);
    }
}
