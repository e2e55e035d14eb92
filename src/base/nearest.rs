//! The name that was meant, where one was written that nobody knows.

/// Octets of a name that are looked at.
const LONGEST: usize = 20;

/// Of these names the one that is most like `name`, if one is, whatever the case.
pub fn nearest<'a>(known: impl IntoIterator<Item = &'a str>, name: &str) -> Option<&'a str> {
    let name = name.to_ascii_lowercase();
    let near = known.into_iter().map(|known| (distance(known, &name), known));
    let (distance, known) = near.min_by_key(|(distance, _)| *distance)?;
    (distance <= 1 + name.len() / 4).then_some(known)
}

/// How many letters have to be put in, taken out, changed or swapped with their neighbour. `name` is cut:
/// no name that is known is that long.
fn distance(key: &str, name: &str) -> usize {
    let (key, name): (Vec<u8>, Vec<u8>) = (key.bytes().collect(), name.bytes().take(LONGEST).collect());
    let mut before: Vec<usize> = Vec::new();
    let mut row: Vec<usize> = (0..=name.len()).collect();
    for (k, letter) in key.iter().enumerate() {
        let mut next = vec![k + 1];
        for (n, other) in name.iter().enumerate() {
            let at = |row: &[usize], n: usize| row.get(n).copied().unwrap_or(usize::MAX - 1);
            let changed = at(&row, n) + usize::from(letter != other);
            let mut least = changed.min(at(&row, n + 1) + 1).min(at(&next, n) + 1);
            let swapped = k > 0 && n > 0 && key.get(k - 1) == Some(other) && name.get(n - 1) == Some(letter);
            if swapped {
                least = least.min(at(&before, n - 1) + 1);
            }
            next.push(least);
        }
        before = std::mem::replace(&mut row, next);
    }
    row.last().copied().unwrap_or(usize::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn slips() {
        let known = ["user", "password-cmd", "password-file"];
        let meant = ["usr", "User", "passwrod-cmd", "password_file", "port"].map(|name| nearest(known, name));
        assert_eq!(meant, [Some("user"), Some("user"), Some("password-cmd"), Some("password-file"), None]);
    }
}
