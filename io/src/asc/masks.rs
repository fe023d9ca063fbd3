//! Ones and zeros that say which days, weeks or terms are meant.

/// Days of a mask, from 0.
pub(super) fn set_in(mask: &str) -> Vec<usize> {
    mask.chars().enumerate().filter(|(_, digit)| *digit == '1').map(|(at, _)| at).collect()
}

/// The masks of a list.
pub(super) fn masks(text: &str) -> Vec<&str> {
    text.split(',').map(str::trim).filter(|mask| !mask.is_empty()).collect()
}

/// Whether a mask says every one.
pub(super) fn is_all(mask: &str) -> bool {
    mask.chars().all(|digit| digit == '1')
}
