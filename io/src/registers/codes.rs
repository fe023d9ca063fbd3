//! Where each code stands, register by register.

use super::raw::{Row, Value};
use super::text::plain;
use jadwal_model::nearest::nearest;
use jadwal_model::school::fault::Register;
use std::cell::Cell;
use std::collections::BTreeMap;

/// How often the nearest spelling is looked for: the first faults explain the rest.
const MAX_LOOKED_FOR: usize = 200;

/// The rows of each register by their codes; of two with the same code, the first.
pub(super) struct Codes {
    rows: BTreeMap<Register, BTreeMap<String, usize>>,
    looked_for: Cell<usize>,
}

impl Codes {
    pub(super) fn new(rows: &BTreeMap<Register, Vec<Row>>) -> Self {
        let mut all = BTreeMap::new();
        for (&register, rows) in rows {
            let mut codes = BTreeMap::new();
            for (number, row) in rows.iter().enumerate() {
                if let Some(code) = row.cell("code").and_then(|cell| code(&cell.value)) {
                    codes.entry(code).or_insert(number);
                }
            }
            all.insert(register, codes);
        }
        Self { rows: all, looked_for: Cell::new(0) }
    }

    /// The row of this code, in the first of these registers that has it.
    pub(super) fn find(&self, registers: &[Register], code: &str) -> Option<(Register, usize)> {
        registers
            .iter()
            .find_map(|&register| Some((register, *self.rows.get(&register)?.get(code)?)))
    }

    /// The spelling that was probably meant.
    pub(super) fn nearest(&self, registers: &[Register], code: &str) -> Option<String> {
        let looked_for = self.looked_for.get();
        if looked_for >= MAX_LOOKED_FOR {
            return None;
        }
        self.looked_for.set(looked_for + 1);
        let rows = registers.iter().filter_map(|register| self.rows.get(register));
        nearest(code, rows.flat_map(BTreeMap::keys).map(String::as_str))
    }
}

/// A value as a code.
pub(super) fn code(value: &Value) -> Option<String> {
    match value {
        Value::Text(text) => Some(plain(text)),
        Value::Number(number) => Some(number.to_string()),
        Value::List(items) => match &items[..] {
            [(item, _)] => Some(plain(item)),
            _ => None,
        },
        Value::Flag(_) | Value::Unreadable => None,
    }
}
