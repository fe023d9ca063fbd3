//! How long a lesson may be.

use jadwal_model::school::id::SlotId;
use jadwal_model::school::school::School;

/// The longest lesson that fits anywhere.
pub(crate) fn longest(school: &School) -> u32 {
    let calendar = &school.calendar;
    let most = calendar.slots.len() as u32;
    let mut longest = 0;
    let slots: Vec<SlotId> = calendar.slots.ids().collect();
    for slot in slots {
        while longest < most && calendar.fits(slot, longest + 1) {
            longest += 1;
        }
    }
    longest
}
