//! Texts as people type them, made plain.

/// Marks of direction, which are invisible.
const MARKS: [char; 12] = [
    '\u{200e}', '\u{200f}', '\u{061c}', '\u{202a}', '\u{202b}', '\u{202c}', '\u{202d}', '\u{202e}',
    '\u{2066}', '\u{2067}', '\u{2068}', '\u{2069}',
];

/// Without spaces of any sort and marks of direction around it.
pub(super) fn trimmed(text: &str) -> &str {
    text.trim_matches(|letter: char| {
        letter.is_whitespace() || letter == '\u{feff}' || MARKS.contains(&letter)
    })
}

/// A code or a number: trimmed, its spaces ordinary and its digits western.
pub(super) fn plain(text: &str) -> String {
    let text = trimmed(text);
    if text.is_ascii() {
        return text.to_owned();
    }
    let letters = text.chars().filter(|letter| !MARKS.contains(letter));
    letters.map(plain_letter).collect()
}

fn plain_letter(letter: char) -> char {
    let digit = match letter {
        '٠'..='٩' => letter as u32 - '٠' as u32,
        '۰'..='۹' => letter as u32 - '۰' as u32,
        _ if letter.is_whitespace() => return ' ',
        _ => return letter,
    };
    char::from_digit(digit, 10).unwrap_or(letter)
}

/// The parts of a list in one text.
pub(super) fn parts(text: &str) -> impl Iterator<Item = &str> {
    text.split([',', '،', ';', '؛', '\n']).map(trimmed).filter(|part| !part.is_empty())
}

/// The first characters of a text, for a message.
pub(super) fn short(text: &str) -> String {
    match text.char_indices().nth(40) {
        Some((end, _)) => format!("{}...", &text[..end]),
        None => text.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_people_type_is_made_plain() {
        for (typed, expected) in [
            (" 1AC-3\u{a0}", "1AC-3"),
            ("\u{200f}٠٨:٣٠\u{200e}", "08:30"),
            ("۲+۲+۱", "2+2+1"),
            ("قسم\u{a0}٢", "قسم 2"),
            ("", ""),
        ] {
            assert_eq!(plain(typed), expected, "{typed}");
        }
        assert_eq!(parts("a, ب، c;; d\n").collect::<Vec<_>>(), ["a", "ب", "c", "d"]);
    }
}
