//! Checks a school's data: every fault that can be found, not the first.

mod rules;
mod teaching;
mod week;

use super::fault::{At, Register, SchoolFault, What};
use super::parts::MAX_PARTS;
use super::people::Group;
use super::school::School;
use crate::id::Id;
use std::collections::{BTreeMap, BTreeSet};

/// No number of hours, lessons or days in a week is above this.
pub const MAX_WEEKLY: u32 = 200;
/// No class, group or room is larger than this.
pub const MAX_PUPILS: u32 = 5_000;

/// Faults, as they are found.
#[derive(Default)]
struct Faults(Vec<SchoolFault>);

impl Faults {
    fn add(&mut self, register: Register, row: usize, field: &'static str, what: What) {
        self.0.push(SchoolFault { at: At { register, row, field }, what });
    }

    fn range(
        &mut self,
        (register, row, field): (Register, usize, &'static str),
        found: u32,
        (minimum, maximum): (u32, u32),
    ) {
        if !(minimum..=maximum).contains(&found) {
            self.add(register, row, field, What::Range { found, minimum, maximum });
        }
    }
}

impl School {
    /// Everything that is wrong with the data, in the order of the registers; empty if nothing is.
    #[must_use]
    pub fn faults(&self) -> Vec<SchoolFault> {
        let mut faults = Faults::default();
        if self.calendar.slots.is_empty() {
            faults.add(Register::Days, 0, "periods", What::NoSlots);
        }
        self.check_codes(&mut faults);
        week::check(self, &mut faults);
        self.check_people(&mut faults);
        teaching::check(self, &mut faults);
        rules::check(self, &mut faults);
        let mut faults = faults.0;
        faults.sort_by_key(|fault| fault.at);
        faults
    }

    fn check_codes(&self, faults: &mut Faults) {
        let mut check = |registers: &[(Register, Vec<&str>)]| {
            let mut taken = BTreeSet::new();
            for (register, codes) in registers {
                for (row, code) in codes.iter().enumerate() {
                    if code.is_empty() {
                        faults.add(*register, row, "code", What::EmptyCode);
                    } else if !taken.insert(*code) {
                        let what = What::Duplicate { code: (*code).to_owned() };
                        faults.add(*register, row, "code", what);
                    }
                }
            }
        };
        macro_rules! codes {
            ($table:expr) => {
                $table.iter().map(|row| row.code.as_str()).collect()
            };
        }
        check(&[(Register::Periods, codes!(self.calendar.periods))]);
        check(&[(Register::Days, codes!(self.calendar.days))]);
        check(&[(Register::Bells, codes!(self.calendar.bells))]);
        check(&[(Register::Levels, codes!(self.levels))]);
        check(&[(Register::Subjects, codes!(self.subjects))]);
        check(&[(Register::Buildings, codes!(self.buildings))]);
        // what a course asks for may be a type or a room, and who attends it a class or a group
        check(&[
            (Register::RoomTypes, codes!(self.room_types)),
            (Register::Rooms, codes!(self.rooms)),
        ]);
        check(&[
            (Register::Classes, codes!(self.classes)),
            (Register::Groups, codes!(self.groups)),
        ]);
        check(&[(Register::Divisions, codes!(self.divisions))]);
        check(&[(Register::Teachers, codes!(self.teachers))]);
        check(&[(Register::Courses, codes!(self.own_courses))]);
        check(&[(Register::Rules, codes!(self.rules))]);
    }

    fn check_people(&self, faults: &mut Faults) {
        for (row, room) in self.rooms.iter().enumerate() {
            faults.range((Register::Rooms, row, "holds"), room.holds, (1, 50));
            if let Some(capacity) = room.capacity {
                faults.range((Register::Rooms, row, "capacity"), capacity, (1, MAX_PUPILS));
            }
        }
        for (class, form) in self.classes.enumerate() {
            faults.range((Register::Classes, class.index(), "size"), form.size, (1, MAX_PUPILS));
            let found = self.parts_of(class).len();
            if found > MAX_PARTS {
                let (class_code, maximum) = (form.code.clone(), MAX_PARTS);
                let what = What::TooManyDivisions { class: class_code, found, maximum };
                faults.add(Register::Classes, class.index(), "code", what);
            }
        }
        for (row, division) in self.divisions.iter().enumerate() {
            if division.classes.is_empty() {
                faults.add(Register::Divisions, row, "classes", What::Nothing);
            }
        }
        self.check_groups(faults);
        for (row, group) in self.groups.iter().enumerate() {
            faults.range((Register::Groups, row, "size"), group.size, (1, MAX_PUPILS));
            let division = &self.divisions[group.division];
            for &class in group.classes.iter().filter(|class| !division.classes.contains(class)) {
                let (group, class) = (group.code.clone(), self.classes[class].code.clone());
                let what = What::GroupOutsideDivision { group, class };
                faults.add(Register::Groups, row, "classes", what);
            }
        }
        for (row, teacher) in self.teachers.iter().enumerate() {
            let range = (0, MAX_WEEKLY);
            faults.range((Register::Teachers, row, "service"), teacher.service, range);
            faults.range((Register::Teachers, row, "overtime"), teacher.overtime, range);
            if let Some(elsewhere) = teacher.elsewhere {
                faults.range((Register::Teachers, row, "elsewhere"), elsewhere.hours, range);
            }
        }
    }
}

impl School {
    /// Every pupil is in exactly one group of a division.
    fn check_groups(&self, faults: &mut Faults) {
        for (id, division) in self.divisions.enumerate() {
            for &class in &division.classes {
                let mut groups = self.groups.ids().filter(|&group| {
                    self.groups[group].division == id
                        && self.classes_of_group(group).contains(&class)
                });
                let class = &self.classes[class];
                let code = class.code.clone();
                let Some(only) = groups.next() else {
                    let what = What::NoGroup { division: division.code.clone(), class: code };
                    faults.add(Register::Divisions, id.index(), "classes", what);
                    continue;
                };
                let Group { code: group, size: found, .. } = self.groups[only].clone();
                if groups.next().is_none() && found < class.size {
                    let what = What::OnlyGroup { group, class: code, found, expected: class.size };
                    faults.add(Register::Groups, only.index(), "size", what);
                }
            }
        }
    }
}

/// Rows by a code, so that faults of derived things can be told where they were written.
fn rows_by_code<'a>(codes: impl Iterator<Item = &'a str>) -> BTreeMap<&'a str, usize> {
    codes.enumerate().map(|(row, code)| (code, row)).collect()
}
