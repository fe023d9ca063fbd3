//! A file of aSc Timetables that was read, as every command needs it: what to write its timetable into, and
//! what of it does not count.

use crate::school::SchoolPart;
use crate::timetable::Listing;
use jadwal_io::asc::{self, Context, Document, Exported, Imported};
use jadwal_io::foreign::LeftOut;
use jadwal_io::{Format, ReadError};
use jadwal_model::school::course::Lesson;
use jadwal_model::school::school::School;
use std::io::Write;

/// The document of a school, and what its identifiers mean there.
#[derive(Debug)]
pub(crate) struct AscPart {
    document: Document,
    context: Context,
    pub(crate) left_out: Vec<LeftOut>,
}

/// A school that a file of aSc describes.
pub(crate) fn read(bytes: &[u8]) -> Result<(School, AscPart), Vec<ReadError>> {
    let document = asc::read(bytes)?;
    let Imported { school, context, left_out } = asc::school(&document)?;
    Ok((school, AscPart { document, context, left_out }))
}

/// A school that came from elsewhere, as a file of aSc, and the codes of what that does not say.
pub(crate) fn of_school(part: &SchoolPart, lessons: &[Lesson]) -> (AscPart, Vec<String>) {
    let made = asc::from_school(&part.school, &part.origin.courses, lessons);
    let Exported { document, context, left_out } = made;
    (AscPart { document, context, left_out: Vec::new() }, left_out)
}

/// The lessons of a file that was made of a school from elsewhere; none if it is no file of aSc.
pub(crate) fn listing_of_school(
    bytes: &[u8],
    part: &SchoolPart,
) -> Option<Result<Listing, Vec<ReadError>>> {
    is_asc(bytes).then(|| {
        let document = asc::read(bytes)?;
        let context = asc::read_back(&document, &part.school, &part.origin.courses)?;
        cards(&document, &context, part)
    })
}

fn is_asc(bytes: &[u8]) -> bool {
    Format::recognise(bytes) == Some(Format::Asc)
}

fn cards(
    document: &Document,
    context: &Context,
    part: &SchoolPart,
) -> Result<Listing, Vec<ReadError>> {
    let lessons = asc::lessons(document, context, &part.school, &part.origin.courses)?.lessons;
    Ok(Listing::of(part, lessons))
}

impl AscPart {
    /// The lessons of another file, a timetable of the same data; none if it is no file of aSc.
    pub(crate) fn listing(
        &self,
        bytes: &[u8],
        part: &SchoolPart,
    ) -> Option<Result<Listing, Vec<ReadError>>> {
        is_asc(bytes).then(|| cards(&asc::read(bytes)?, &self.context, part))
    }

    /// Writes the data again, with the cards that it had.
    pub(crate) fn write(&self, out: &mut dyn Write) -> std::io::Result<()> {
        asc::write(&self.document, out)
    }

    /// Writes the data with a timetable as its cards.
    pub(crate) fn write_timetable(
        &self,
        part: &SchoolPart,
        lessons: &[Lesson],
        out: &mut dyn Write,
    ) -> std::io::Result<()> {
        let courses = &part.origin.courses;
        let document =
            asc::with_timetable(&self.document, &self.context, &part.school, courses, lessons);
        asc::write(&document, out)
    }
}
