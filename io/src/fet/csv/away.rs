//! Which teachers are not there, and when: a line an hour of each, a column a day.

use super::lines::Lines;
use super::week::Week;
use crate::error::fet::FetFault;
use crate::fet::document::Constraint;
use crate::fet::element::Element;
use crate::fet::writing::{CERTAIN, constraint, text};

/// Teachers in the order of the file, each with the days and hours at which they are not there.
#[derive(Default)]
pub(super) struct Away(Vec<(String, Vec<(String, String)>)>);

/// What a cell says of somebody who is not there; nothing, or a zero, of somebody who is.
const NOT_THERE: [&str; 4] = ["x", "-x-", "×", "1"];
const THERE: [&str; 2] = ["", "0"];

impl Away {
    /// What a file says of teachers who are known.
    pub(super) fn of(lines: &mut Lines, week: &Week, mut knows: impl FnMut(&str) -> bool) -> Self {
        let mut away = Self::default();
        let head = lines.head();
        for row in lines.rows() {
            let Some(teacher) = lines.name(&row, "Teacher Name") else { continue };
            if !knows(&teacher) {
                let fault = FetFault::NoTeacher { found: teacher };
                lines.fault_at(&row, "Teacher Name", fault.into());
                continue;
            }
            let Some(hour) = lines.name(&row, "Hour") else { continue };
            for (column, day) in head.iter().enumerate().filter(|(_, day)| week.days.contains(*day))
            {
                let said = row.cell(column).to_lowercase();
                if NOT_THERE.contains(&said.as_str()) {
                    away.add(&teacher, (day.clone(), hour.clone()));
                } else if !THERE.contains(&said.as_str()) {
                    let fault = FetFault::NotAvailable { found: row.cell(column).to_owned() };
                    lines.fault_in(&row, column, fault.into());
                }
            }
        }
        away
    }

    fn add(&mut self, teacher: &str, time: (String, String)) {
        match self.0.iter_mut().find(|(known, _)| known == teacher) {
            Some((_, times)) => times.push(time),
            None => self.0.push((teacher.to_owned(), vec![time])),
        }
    }

    /// A constraint for each of them.
    pub(super) fn constraints(&self) -> impl Iterator<Item = Constraint> + '_ {
        self.0.iter().map(|(teacher, times)| {
            let number = text("Number_of_Not_Available_Times", times.len());
            let mut fields = vec![text("Teacher", teacher), number];
            fields.extend(times.iter().map(|(day, hour)| {
                Element::of("Not_Available_Time", vec![text("Day", day), text("Hour", hour)])
            }));
            constraint("TeacherNotAvailableTimes", CERTAIN, fields)
        })
    }
}
