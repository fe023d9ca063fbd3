//! Files of Untis that were read, as every command needs them: what their numbers mean, and what of them does
//! not count.

use crate::school::SchoolPart;
use crate::timetable::Listing;
use jadwal_io::ReadError;
use jadwal_io::fet::csv::Wrong;
use jadwal_io::foreign::LeftOut;
use jadwal_io::untis::{self, Context, Imported};
use jadwal_io::xhstt::undeclared_text;
use jadwal_model::school::course::Lesson;
use jadwal_model::school::school::School;
use std::path::Path;

/// What the numbers of a school mean, and its files.
#[derive(Debug)]
pub(crate) struct UntisPart {
    context: Context,
    /// The files that were read; none of a school that came from elsewhere.
    files: Vec<(String, Vec<u8>)>,
    pub(crate) left_out: Vec<LeftOut>,
    /// Whether the week is none of the files'.
    pub(crate) is_default_week: bool,
}

/// Whether a file is called as the timetable of Untis.
pub(crate) fn is_timetable(path: &Path) -> bool {
    let name = path.file_name().map(|name| name.to_string_lossy().to_ascii_uppercase());
    name.is_some_and(|name| name == untis::TIMETABLE)
}

/// Whether a file is called as one of Untis.
pub(crate) fn is_one(path: &Path) -> bool {
    let name = path.file_name().map(|name| name.to_string_lossy().into_owned());
    name.is_some_and(|name| untis::is_export(&[(name, Vec::new())]))
}

/// A school that files of Untis describe.
pub(crate) fn read(files: Vec<(String, Vec<u8>)>) -> Result<(School, UntisPart), Vec<Wrong>> {
    let Imported { school, context, left_out, is_default_week } = untis::school(&files)?;
    Ok((school, UntisPart { context, files, left_out, is_default_week }))
}

/// A school that came from elsewhere, and the codes of what files of Untis do not say.
pub(crate) fn of_school(part: &SchoolPart, lessons: &[Lesson]) -> (UntisPart, Vec<String>) {
    let (context, left_out) = untis::from_school(&part.school, &part.origin.courses, lessons);
    let (files, none) = (Vec::new(), Vec::new());
    (UntisPart { context, files, left_out: none, is_default_week: false }, left_out)
}

/// The lessons of a timetable that was made of a school from elsewhere; none if it does not look like one.
pub(crate) fn listing_of_school(
    bytes: &[u8],
    part: &SchoolPart,
) -> Option<Result<Listing, Vec<ReadError>>> {
    untis::is_timetable(bytes).then(|| {
        let context = untis::read_back(bytes, &part.school, &part.origin.courses);
        lines(bytes, &context, part)
    })
}

fn lines(bytes: &[u8], context: &Context, part: &SchoolPart) -> Result<Listing, Vec<ReadError>> {
    let lessons = untis::lessons(bytes, context, &part.school, &part.origin.courses)?.lessons;
    Ok(Listing::of(part, lessons))
}

impl UntisPart {
    /// The lessons of a timetable of the same data; none if it does not look like one.
    pub(crate) fn listing(
        &self,
        bytes: &[u8],
        part: &SchoolPart,
    ) -> Option<Result<Listing, Vec<ReadError>>> {
        untis::is_timetable(bytes).then(|| lines(bytes, &self.context, part))
    }

    /// The timetable of these lessons.
    pub(crate) fn timetable(&self, part: &SchoolPart, lessons: &[Lesson]) -> String {
        untis::timetable(&self.context, &part.school, &part.origin.courses, lessons)
    }

    /// The files of the data: those that were read, in UTF-8, or such as we make.
    pub(crate) fn data(&self, part: &SchoolPart) -> Vec<(String, Vec<u8>)> {
        if self.files.is_empty() {
            return untis::data(&self.context, &part.school, &part.origin.courses);
        }
        let text = |(name, bytes): &(String, Vec<u8>)| {
            let text = undeclared_text(bytes);
            (name.clone(), text.trim_start_matches('\u{feff}').as_bytes().to_vec())
        };
        self.files.iter().map(text).collect()
    }
}
