//! Rules with the strengths that directors give them. Hard ones leave some slack: `jadwal solve`
//! should meet them all.

mod classes;
mod teachers;
mod turns;

use crate::draft::Draft;
use crate::rng::Stream;

/// Writes all rules but those about single teachers' absence.
pub(crate) fn write(draft: &mut Draft) {
    let mut rng = draft.rng(Stream::Rules);
    turns::write(draft);
    classes::write(draft, &mut rng);
    teachers::write(draft, &mut rng);
}
