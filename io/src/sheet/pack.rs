//! Lessons that overlap in time share a cell, side by side in lanes.

use super::{Cell, Entry};
use std::cmp::Reverse;

/// A lesson on its line of slots: a day, or a row of an overview.
pub(super) struct Placed {
    pub(super) start: usize,
    pub(super) length: usize,
    /// What comes first among those that start together.
    pub(super) order: (Vec<usize>, usize),
    pub(super) entry: Entry,
}

/// The cells of one line; `at` says which row and column a slot of the line is.
pub(super) fn pack(
    mut line: Vec<Placed>,
    at: impl Fn(usize) -> (usize, usize),
    cells: &mut Vec<Cell>,
) {
    line.sort_by(|a, b| {
        (a.start, &a.order, Reverse(a.length)).cmp(&(b.start, &b.order, Reverse(b.length)))
    });
    let mut line = line.into_iter().peekable();
    while let Some(first) = line.next() {
        let (start, mut end) = (first.start, first.start + first.length);
        let mut together = vec![first];
        while let Some(next) = line.next_if(|next| next.start < end) {
            end = end.max(next.start + next.length);
            together.push(next);
        }
        let (row, column) = at(start);
        let (lanes, entries) = lanes(start, together);
        cells.push(Cell { row, column, length: end - start, lanes, entries });
    }
}

/// Gives each the first lane that is free.
fn lanes(start: usize, together: Vec<Placed>) -> (usize, Vec<Entry>) {
    let mut ends: Vec<usize> = Vec::new();
    let mut entries = Vec::new();
    for Placed { start: from, length, mut entry, .. } in together {
        let lane = ends.iter().position(|&end| end <= from).unwrap_or(ends.len());
        if lane == ends.len() {
            ends.push(0);
        }
        ends[lane] = from + length;
        (entry.offset, entry.length, entry.lane) = (from - start, length, lane);
        entries.push(entry);
    }
    (ends.len(), entries)
}
