//! Files become a school.

use super::context::Context;
use super::file::{Column, File, TIMETABLE};
use super::people::people;
use super::rooms::rooms;
use super::teaching::teaching;
use super::timetable::lessons_of;
use super::wishes::{WISHES, wishes};
use crate::error::Place;
use crate::error::foreign::ForeignFault;
use crate::fet::csv::Wrong;
use crate::foreign::left_out::Leaving;
use crate::foreign::service::serve;
use crate::foreign::spread::spread;
use crate::foreign::{Left, LeftOut};
use jadwal_model::school::calendar::{Calendar, Day, Part, Period, Weekday};
use jadwal_model::school::course::Course;
use jadwal_model::school::id::{CourseId, DayId, PeriodId};
use jadwal_model::school::school::School;
use jadwal_model::{Id, Table};

/// The file of lessons.
const LESSONS: &str = "GPU002.TXT";
/// The days and periods of a week in which no lesson is placed.
const USUAL: (u32, u32) = (5, 8);
/// No week has more days, and no day more periods.
const MOST: (u32, u32) = (14, 30);

/// The school of some files, and what of the files is not in it.
#[derive(Clone, PartialEq, Debug)]
pub struct Imported {
    /// The school.
    pub school: School,
    /// What numbers and names mean in it.
    pub context: Context,
    /// What does not count, or not as it does there.
    pub left_out: Vec<LeftOut>,
    /// Whether no lesson is placed, so that a usual week was taken.
    pub is_default_week: bool,
}

/// Whether files are an export: one of them has the name of one.
#[must_use]
pub fn is_export(files: &[(String, Vec<u8>)]) -> bool {
    files.iter().any(|(name, _)| is_name(name))
}

/// Whether a file is called as Untis calls its own.
fn is_name(name: &str) -> bool {
    let name = name.to_ascii_uppercase();
    let digits = name.strip_prefix("GPU").and_then(|rest| rest.strip_suffix(".TXT"));
    digits.is_some_and(|digits| digits.len() == 3 && digits.chars().all(|d| d.is_ascii_digit()))
}

/// Whether bytes look like a timetable: a number of a lesson, four names, and numbers of day and period.
#[must_use]
pub fn is_timetable(bytes: &[u8]) -> bool {
    let rows = File::read(TIMETABLE, bytes).rows();
    let number = |cell: &str| cell.is_empty() || cell.parse::<u32>().is_ok();
    rows.first().is_some_and(|row| {
        row.cells.len() >= 7 && [0, 5, 6].into_iter().all(|column| number(row.cell(column)))
    })
}

/// What files say of a school, each with its name.
///
/// Lists that are missing are made of what the lessons name;
/// then nothing tells a wrong name from a right one. Lessons that are fixed stay where the timetable has them.
///
/// # Errors
/// All faults that can be found, file by file.
pub fn school(files: &[(String, Vec<u8>)]) -> Result<Imported, Vec<Wrong>> {
    let mut school = School { code: "untis".to_owned(), ..School::default() };
    let mut leaving = Leaving::default();
    let (mut context, mut wrong) = (Context::default(), Vec::new());
    let mut lessons = File::of(files, LESSONS);
    if lessons.rows().is_empty() {
        lessons.name = LESSONS.to_owned();
        lessons.fault_at(Place::NOWHERE, ForeignFault::NoRows { expected: LESSONS }.into());
    }
    let mut placed = File::of(files, TIMETABLE);
    let mut wished = File::of(files, WISHES);
    let is_default_week = week(&mut school, &mut context, &mut placed, &mut wished);
    wrong.extend(rooms(files, &lessons, &mut school, &mut context));
    let (named, more) = people(files, &lessons, &mut school, &mut context, &mut leaving);
    wrong.extend(more);
    teaching(&mut lessons, &named, &mut school, &mut context, &mut leaving);
    wishes(&mut wished, &named, &mut school, &context, &mut leaving);
    let is_good = lessons.faults.is_empty() && wrong.is_empty();
    if is_good && placed.is_there() {
        let mut courses: Table<CourseId, Course> = Table::default();
        for course in &school.own_courses {
            courses.push(course.clone());
        }
        let found = lessons_of(&mut placed, &context, &school, &courses);
        leaving.add(Left::Unplaced, found.unplaced, found.first_unplaced);
        school.locks = found.locks;
    }
    // a file that is missing has nothing wrong with it but that
    wrong.extend([lessons, placed, wished].into_iter().filter_map(File::into_wrong));
    if !wrong.is_empty() {
        return Err(wrong);
    }
    serve(&mut school);
    spread(&mut school);
    Ok(Imported { school, context, left_out: leaving.into_sorted(), is_default_week })
}

/// Makes the calendar of the days and periods that the files name, of no fewer than usual if no lesson is
/// placed; true then.
fn week(school: &mut School, context: &mut Context, placed: &mut File, wishes: &mut File) -> bool {
    let columns = [
        (placed, Column(6, "day"), Column(7, "period")),
        (wishes, Column(3, "day"), Column(4, "period")),
    ];
    let (mut days, mut first, mut last) = (0, 1, 0);
    let mut is_placed = false;
    for (at, (file, day, period)) in columns.into_iter().enumerate() {
        for row in file.rows() {
            let (Some(d), Some(p)) = (file.whole(&row, day), file.whole(&row, period)) else {
                continue;
            };
            if d > MOST.0 {
                file.range(&row, day, 0, MOST.0);
                continue;
            }
            if p > MOST.1 {
                file.range(&row, period, 0, MOST.1);
                continue;
            }
            days = days.max(d);
            // the lesson before the first is called nought; without a day it is nowhere
            if d > 0 && !row.cell(period.0 - 1).is_empty() {
                is_placed |= at == 0;
                first = first.min(p);
                last = last.max(p);
            }
        }
    }
    // wishes alone do not say how many periods there are
    let least = if is_placed { 1 } else { USUAL.1 };
    let (days, last) = (days.max(USUAL.0), last.max(least));
    let mut periods: Table<PeriodId, Period> = Table::default();
    for number in first..=last {
        periods.push(Period { code: number.to_string(), part: Part::Morning });
    }
    let all: Vec<PeriodId> = periods.ids().collect();
    let mut table: Table<DayId, Day> = Table::default();
    for day in 0..days as usize {
        let weekday =
            Weekday::ALL.get(day).copied().filter(|_| days as usize <= Weekday::ALL.len());
        let code =
            weekday.map_or_else(|| format!("d{:02}", day + 1), |day| day.name()[..3].to_owned());
        table.push(Day { code, weekday, periods: all.clone() });
    }
    school.calendar = Calendar::new(periods, table);
    for (id, slot) in school.calendar.slots.enumerate() {
        let place = (slot.day.index() as u32 + 1, slot.period.index() as u32 + first);
        context.slots.insert(place, id);
        context.places.insert(id, place);
    }
    !is_placed
}
