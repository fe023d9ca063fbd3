//! How weekly hours are cut, as a text.

use super::text::plain;
use jadwal_model::school::course::Blocks;

/// No lesson has a length above this; what a half-day allows is checked with the school.
const MAX_LENGTH: u32 = 1000;

/// `2+2+1`, or `1-2`.
pub(super) fn parse(text: &str) -> Option<Blocks> {
    let length = |text: &str| text.trim().parse().ok().filter(|&length| length <= MAX_LENGTH);
    let text = plain(text);
    if let Some((shortest, longest)) = text.split_once(['-', '–']) {
        return Some(Blocks::Between { shortest: length(shortest)?, longest: length(longest)? });
    }
    text.split('+').map(length).collect::<Option<_>>().map(Blocks::Pattern)
}

pub(super) fn show(blocks: &Blocks) -> String {
    match blocks {
        Blocks::Pattern(lengths) => {
            lengths.iter().map(u32::to_string).collect::<Vec<_>>().join("+")
        }
        Blocks::Between { shortest, longest } => format!("{shortest}-{longest}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn blocks_are_read_as_they_are_written() {
        for (text, expected) in [
            ("2+2+1", Some(Blocks::Pattern(vec![2, 2, 1]))),
            ("٢ + ١", Some(Blocks::Pattern(vec![2, 1]))),
            ("3", Some(Blocks::Pattern(vec![3]))),
            ("1-2", Some(Blocks::Between { shortest: 1, longest: 2 })),
            ("2+", None),
            ("-2", None),
            ("4000000000", None),
            ("", None),
        ] {
            assert_eq!(parse(text), expected, "{text}");
            if let Some(blocks) = expected {
                assert_eq!(parse(&show(&blocks)), Some(blocks));
            }
        }
    }
}
