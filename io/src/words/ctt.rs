//! Faults of a file of course timetabling, in words.

use super::{Value, Values};
use crate::error::ctt::CttFault;

pub(super) fn ctt_fault(fault: CttFault) -> (&'static str, Values) {
    match fault {
        CttFault::NoHead { expected } => ("ctt-no-head", values![expected = expected]),
        CttFault::UnknownHead { found, nearest } => {
            let mut values = values![found = found];
            values.extend(nearest.map(|nearest| ("nearest", Value::from(nearest))));
            ("ctt-unknown-head", values)
        }
        CttFault::NoSection { expected } => ("ctt-no-section", values![expected = expected]),
        CttFault::Twice { found } => ("ctt-twice", values![found = found]),
        CttFault::NoEnd => ("ctt-no-end", values![]),
        CttFault::AfterEnd { found } => ("ctt-after-end", values![found = found]),
        CttFault::Words { found, expected } => {
            ("ctt-words", values![found = found, expected = expected])
        }
        CttFault::Lines { section, found, expected } => {
            ("ctt-lines", values![section = section, found = found, expected = expected])
        }
        CttFault::Members { curriculum, found, expected } => {
            ("ctt-members", values![curriculum = curriculum, found = found, expected = expected])
        }
        CttFault::Lectures { course, expected } => {
            ("ctt-lectures", values![course = course, expected = expected])
        }
    }
}
