//! A FET file that was read, as every command needs it: what to write its timetable into, and what of
//! it does not count.

use crate::console::Console;
use crate::school::SchoolPart;
use crate::timetable::{self, Listed, Listing};
use jadwal_io::fet::csv::{self, Data, Wrong};
use jadwal_io::fet::{self, Context, Document, Exported, Imported, Kept, Placements, Weights};
use jadwal_io::{Format, ReadError};
use jadwal_model::school::course::Lesson;
use jadwal_model::school::school::School;
use std::io::Write;

/// The document of a school, and what its names mean there.
#[derive(Debug)]
pub(crate) struct FetPart {
    document: Document,
    context: Context,
    kept: Vec<Kept>,
    /// Where it was read from CSV files: whether those name days and hours.
    csv: Option<bool>,
}

/// Files that FET exports, their school, and what is wrong with them.
pub(crate) fn read_csv(
    files: &[(String, Vec<u8>)],
    weights: Weights,
) -> Result<(School, FetPart), Vec<Wrong>> {
    let Data { document, is_default_week, file, text } = csv::read(files)?;
    match fet::school(&document, weights) {
        Ok(Imported { school, context, kept }) => {
            Ok((school, FetPart { document, context, kept, csv: Some(!is_default_week) }))
        }
        Err(errors) => Err(vec![Wrong { file, text, errors }]),
    }
}

/// A school that came from elsewhere, as a FET file.
pub(crate) fn of_school(
    part: &SchoolPart,
    weights: Weights,
) -> Result<(FetPart, Vec<String>), Vec<ReadError>> {
    let made = fet::from_school(&part.school, &part.origin.courses, weights)?;
    let Exported { document, context, left_out } = made;
    Ok((FetPart { document, context, kept: Vec::new(), csv: None }, left_out))
}

/// A school that a FET file describes.
pub(crate) fn read(bytes: &[u8], weights: Weights) -> Result<(School, FetPart), Vec<ReadError>> {
    let document = fet::read(bytes)?;
    let Imported { school, context, kept } = fet::school(&document, weights)?;
    Ok((school, FetPart { document, context, kept, csv: None }))
}

impl FetPart {
    /// The lessons of another FET file, a timetable of the same data, or of one that FET exports as CSV;
    /// none if it is neither.
    pub(crate) fn listing(
        &self,
        bytes: &[u8],
        part: &SchoolPart,
    ) -> Option<Result<Listing, Vec<ReadError>>> {
        let is_csv = csv::is_timetable(bytes);
        (is_csv || Format::recognise(bytes) == Some(Format::Fet)).then(|| {
            let document = if is_csv {
                csv::with_placements(&self.document, bytes)?
            } else {
                fet::read(bytes)?
            };
            let placements = Placements::of(&document, &self.context, &part.school)?;
            let lessons = fet::timetable::lessons(&placements, &self.context, &part.origin.courses);
            let rows = timetable::rows(part, &lessons).into_iter().zip(lessons);
            let rows = rows.map(|(row, lesson)| Listed { row, lesson }).collect();
            Ok(Listing { rows, faults: Vec::new() })
        })
    }

    /// Writes the data again, with nothing lost.
    pub(crate) fn write(&self, out: &mut dyn Write) -> std::io::Result<()> {
        fet::write(&self.document, out)
    }

    /// Writes the data with a timetable in it.
    pub(crate) fn write_timetable(
        &self,
        part: &SchoolPart,
        lessons: &[Lesson],
        out: &mut dyn Write,
    ) -> std::io::Result<()> {
        fet::write(&self.with_timetable(part, lessons), out)
    }

    fn with_timetable(&self, part: &SchoolPart, lessons: &[Lesson]) -> Document {
        let courses = &part.origin.courses;
        fet::with_timetable(&self.document, &self.context, &part.school, courses, lessons)
    }

    /// The files that FET exports of the data, with the timetable in it.
    pub(crate) fn csv(&self, name: &str) -> Vec<(String, Vec<u8>)> {
        csv::write(&self.document, name)
    }

    /// Writes a timetable as FET exports it.
    pub(crate) fn write_csv(
        &self,
        part: &SchoolPart,
        lessons: &[Lesson],
        out: &mut dyn Write,
    ) -> std::io::Result<()> {
        out.write_all(&csv::timetable(&self.with_timetable(part, lessons)))
    }

    /// Whether it was read from CSV files.
    pub(crate) const fn is_csv(&self) -> bool {
        self.csv.is_some()
    }

    /// What CSV files cannot say, in words, after its key.
    pub(crate) fn unsaid(&self, console: &Console) -> Option<(&'static str, String)> {
        let key = if self.csv? { "fet-csv-week" } else { "fet-csv-default" };
        Some((key, console.words.say(key, &[])))
    }

    /// What does not count, in words; none if everything does.
    pub(crate) fn warning(&self, console: &Console) -> Option<String> {
        let words = &console.words;
        let kinds = self.kept.iter().map(|kept| {
            let kind = words.isolate(&kept.kind).into();
            words.say("fet-kept-kind", &[("kind", kind), ("n", kept.count.into())])
        });
        let kinds: Vec<String> = kinds.collect();
        let all: usize = self.kept.iter().map(|kept| kept.count).sum();
        let values = [("n", all.into()), ("kinds", words.joined(&kinds).into())];
        (all > 0).then(|| words.say("fet-kept", &values))
    }
}
