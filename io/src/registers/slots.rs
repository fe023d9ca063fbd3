//! Names of slots, each looked up once.

use super::entry::Entry;
use super::raw::Spot;
use super::text::plain;
use crate::error::registers::RegisterFault;
use jadwal_model::nearest::nearest;
use jadwal_model::school::calendar::{Calendar, Part};
use jadwal_model::school::id::SlotId;
use std::collections::BTreeMap;

/// What names of slots mean in a calendar.
pub(super) struct Slots<'a> {
    calendar: &'a Calendar,
    known: BTreeMap<String, Option<Vec<SlotId>>>,
}

impl<'a> Slots<'a> {
    pub(super) const fn new(calendar: &'a Calendar) -> Self {
        Self { calendar, known: BTreeMap::new() }
    }

    /// The slots that a list names, in order.
    pub(super) fn many(&mut self, entry: &mut Entry<'_>, field: &'static str) -> Vec<SlotId> {
        let mut slots = Vec::new();
        for (item, at) in entry.items(field) {
            slots.extend(self.named(entry, field, &item, at).unwrap_or_default());
        }
        slots.sort_unstable();
        slots.dedup();
        slots
    }

    /// The slot that a field names.
    pub(super) fn one(&mut self, entry: &mut Entry<'_>, field: &'static str) -> Option<SlotId> {
        let cell = entry.value(field)?;
        let name = entry.text(field)?;
        let slots = self.named(entry, field, &name, cell.at.clone())?;
        if let [slot] = slots[..] {
            return Some(slot);
        }
        let fault = RegisterFault::SeveralSlots { field, found: plain(&name), slots: slots.len() };
        entry.fault(cell.at.clone(), fault);
        None
    }

    fn named(
        &mut self,
        entry: &mut Entry<'_>,
        field: &'static str,
        name: &str,
        at: Spot,
    ) -> Option<Vec<SlotId>> {
        let name = plain(name);
        let calendar = self.calendar;
        // a week without slots is told once, not at each name of one
        if calendar.slots.is_empty() {
            entry.found.cells.insert((entry.row.register, entry.number, field));
            return None;
        }
        let slots = self.known.entry(name.clone()).or_insert_with(|| calendar.named(&name));
        if slots.is_none() {
            let nearest = nearest(&name, self.names().iter().map(String::as_str));
            entry.fault(at, RegisterFault::Slot { field, found: name, nearest });
            return None;
        }
        slots.clone()
    }

    fn names(&self) -> Vec<String> {
        let calendar = self.calendar;
        let days = calendar.days.iter().map(|day| day.code.clone());
        let half_days = calendar.half_days.ids().map(|id| calendar.half_day_code(id));
        let slots = calendar.slots.ids().map(|id| calendar.slot_code(id));
        let parts = Part::ALL.into_iter().map(|part| part.code().to_owned());
        days.chain(half_days).chain(slots).chain(parts).collect()
    }
}
