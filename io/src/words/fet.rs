//! Faults of a FET file, in words.

use super::{Value, Values};
use crate::error::fet::FetFault;

pub(super) fn fet_fault(fault: FetFault) -> (&'static str, Values) {
    match fault {
        FetFault::UnknownMode { found } => ("fet-unknown-mode", values![found = found]),
        FetFault::Mode { found } => ("fet-mode", values![found = found]),
        FetFault::Behaviour { found } => ("fet-behaviour", values![found = found]),
        FetFault::NameTwice { list, found } => {
            ("fet-name-twice", values![list = list, found = found])
        }
        FetFault::ActivityTwice { found } => ("fet-activity-twice", values![found = number(found)]),
        FetFault::OddDays { found } => ("fet-odd-days", values![found = found]),
        FetFault::NoTime { expected } => ("fet-no-time", values![expected = expected]),
        FetFault::Duration { activity, found, maximum } => (
            "fet-duration",
            values![activity = number(activity), found = found, expected = maximum],
        ),
        FetFault::PlacedTwice { activity, first, second } => (
            "fet-placed-twice",
            values![activity = number(activity), expected = first, found = second],
        ),
        FetFault::NoColumn { expected } => ("fet-no-column", values![expected = expected]),
        FetFault::Cells { found, expected } => {
            ("fet-cells", values![found = found, expected = expected])
        }
        FetFault::NoName { column } => ("fet-no-name", values![column = column]),
        FetFault::Split { found, expected } => {
            ("fet-split", values![found = found, expected = expected])
        }
        FetFault::Parts { column, found, expected } => {
            ("fet-parts", values![column = column, found = found, expected = expected])
        }
        FetFault::TwoFiles { found, expected } => {
            ("fet-two-files", values![found = found, expected = expected])
        }
        FetFault::DoesNotFit { activity, found } => {
            ("fet-does-not-fit", values![activity = number(activity), found = found])
        }
        FetFault::NoActivity { activity } => {
            ("fet-no-activity", values![activity = number(activity)])
        }
        FetFault::Hours { activity, found, expected } => {
            ("fet-hours", values![activity = number(activity), found = found, expected = expected])
        }
        FetFault::NoRoom { found } => ("fet-no-room", values![found = found]),
        FetFault::NoTeacher { found } => ("fet-no-teacher", values![found = found]),
        FetFault::NotAvailable { found } => ("fet-not-available", values![found = found]),
    }
}

/// A number that is a name: it is written without marks between its digits.
fn number(number: u32) -> String {
    number.to_string()
}
