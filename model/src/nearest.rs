//! The spelling that was probably meant.

/// The identifier that looks most like this one, if one does.
#[must_use]
pub fn nearest<'a>(code: &str, codes: impl Iterator<Item = &'a str>) -> Option<String> {
    let plain = |text: &str| text.trim().to_lowercase();
    let wanted = plain(code);
    let limit = 1 + wanted.chars().count() / 6;
    let distances = codes.take(5000).map(|other| (distance(&wanted, &plain(other), limit), other));
    distances.filter(|(distance, _)| *distance <= limit).min().map(|(_, code)| code.to_owned())
}

/// How many characters must be added, taken away or changed; more than the limit is not counted out.
fn distance(a: &str, b: &str, limit: usize) -> usize {
    if a.len().abs_diff(b.len()) > 4 * limit || a.len() > 200 {
        return limit + 1;
    }
    let b: Vec<char> = b.chars().collect();
    let mut row: Vec<usize> = (0..=b.len()).collect();
    for (i, x) in a.chars().enumerate() {
        let mut diagonal = std::mem::replace(&mut row[0], i + 1);
        for (j, y) in b.iter().enumerate() {
            let changed = diagonal + usize::from(x != *y);
            diagonal = row[j + 1];
            row[j + 1] = changed.min(row[j] + 1).min(diagonal + 1);
        }
    }
    row[b.len()]
}

#[cfg(test)]
mod tests {
    use super::nearest;

    #[test]
    fn the_nearest_identifier() {
        let codes = || ["Mon1", "Mon2", "Laboratory"].into_iter();
        for (code, expected) in [
            ("mon1", Some("Mon1")),
            ("Mon2 ", Some("Mon2")),
            ("Labratory", Some("Laboratory")),
            ("Friday", None),
        ] {
            assert_eq!(nearest(code, codes()).as_deref(), expected, "{code}");
        }
    }
}
