//! Faults of files of other programmes, in words.

use super::{Value, Values};
use crate::error::foreign::ForeignFault;

pub(super) fn foreign_fault(fault: ForeignFault) -> (&'static str, Values) {
    match fault {
        ForeignFault::NoRows { expected } => ("foreign-no-rows", values![expected = expected]),
        ForeignFault::IdTwice { table, found } => {
            ("foreign-id-twice", values![table = table, found = found])
        }
        ForeignFault::Mask { attribute, found, expected } => {
            ("foreign-mask", values![attribute = attribute, found = found, expected = expected])
        }
        ForeignFault::Duration { lesson, found, maximum } => {
            ("foreign-duration", values![lesson = lesson, found = found, expected = maximum])
        }
        ForeignFault::TooMany { lesson, found, maximum } => {
            ("foreign-too-many", values![lesson = lesson, found = found, expected = maximum])
        }
        ForeignFault::Pieces { lesson, found, maximum } => {
            ("foreign-pieces", values![lesson = lesson, found = found, expected = maximum])
        }
        ForeignFault::DoesNotFit { lesson, found } => {
            ("foreign-does-not-fit", values![lesson = lesson, found = found])
        }
        ForeignFault::OtherWeeks { lesson, found, expected } => {
            ("foreign-other-weeks", values![lesson = lesson, found = found, expected = expected])
        }
    }
}
