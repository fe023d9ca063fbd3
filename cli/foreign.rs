//! Files of other programmes: what holds for all of them.

use crate::asc::{self, AscPart};
use crate::console::Console;
use crate::school::SchoolPart;
use crate::timetable::Listing;
use crate::untis::{self, UntisPart};
use jadwal_io::ReadError;
use jadwal_io::foreign::{Left, LeftOut};

/// A file of another programme that was read.
#[derive(Debug)]
pub(crate) enum Foreign {
    /// Of aSc Timetables.
    Asc(AscPart),
    /// Of Untis.
    Untis(UntisPart),
}

/// The lessons of a file of another programme; none if it is none.
pub(crate) fn listing(
    foreign: Option<&Foreign>,
    bytes: &[u8],
    part: &SchoolPart,
) -> Option<Result<Listing, Vec<ReadError>>> {
    match foreign {
        Some(Foreign::Asc(asc)) => asc.listing(bytes, part),
        Some(Foreign::Untis(untis)) => untis.listing(bytes, part),
        // as we would have written them
        None => {
            asc::listing_of_school(bytes, part).or_else(|| untis::listing_of_school(bytes, part))
        }
    }
}

impl Foreign {
    fn left_out(&self) -> &[LeftOut] {
        match self {
            Self::Asc(asc) => &asc.left_out,
            Self::Untis(untis) => &untis.left_out,
        }
    }

    /// Whether everything counts that the file says.
    pub(crate) fn is_in_full(&self) -> bool {
        self.left_out().is_empty()
    }

    /// What does not count, and what such files never say, in words, after the key.
    pub(crate) fn warnings(&self, console: &Console) -> Vec<(&'static str, String)> {
        let words = &console.words;
        let kinds = self.left_out().iter().map(|left| {
            let table = match &left.what {
                Left::Table(table) => words.isolate(table),
                _ => String::new(),
            };
            let values = [("n", left.count.into()), ("table", table.into())];
            words.say(&format!("left-{}", left.what.name()), &values)
        });
        let kinds: Vec<String> = kinds.collect();
        let mut warnings = Vec::new();
        if !kinds.is_empty() {
            let message = words.say("foreign-left-out", &[("kinds", words.joined(&kinds).into())]);
            warnings.push(("foreign-left-out", message));
        }
        let code = match self {
            Self::Asc(_) => "asc-unsaid",
            Self::Untis(untis) if untis.is_default_week => "untis-default",
            Self::Untis(_) => "untis-unsaid",
        };
        warnings.push((code, words.say(code, &[])));
        warnings
    }
}
