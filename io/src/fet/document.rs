//! A file as it is: what we understand of it in types, and every element word for word.

use super::element::Element;
use crate::error::Place;

/// What sort of week a file has.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Default)]
pub enum Mode {
    /// A day is a day.
    #[default]
    Official,
    /// Days are half-days by turns: a morning, then the afternoon of the same day.
    MorningsAfternoons,
    /// Days are teachers or sections, hours are blocks.
    BlockPlanning,
    /// Several terms of several days.
    Terms,
}

impl Mode {
    /// All of them.
    pub const ALL: [Self; 4] =
        [Self::Official, Self::MorningsAfternoons, Self::BlockPlanning, Self::Terms];

    /// The name in files.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Official => "Official",
            Self::MorningsAfternoons => "Mornings_Afternoons",
            Self::BlockPlanning => "Block_Planning",
            Self::Terms => "Terms",
        }
    }

    /// By the element `Mode`, or where there is none by the version: before 6.0 each sort of week had
    /// a programme of its own.
    #[must_use]
    pub fn of(mode: Option<&str>, version: &str) -> Option<Self> {
        if let Some(mode) = mode {
            return Self::ALL.into_iter().find(|known| known.name() == mode.trim());
        }
        let build = version.split_once('-').map_or("", |(_, build)| build);
        let half_days = ["morocco", "algeria", "ma"];
        let digits = |rest: &str| rest.is_empty() || rest.starts_with(|c: char| !c.is_alphabetic());
        let is = |word: &str| build.strip_prefix(word).is_some_and(digits);
        Some(match () {
            () if half_days.into_iter().any(is) => Self::MorningsAfternoons,
            () if is("bp") => Self::BlockPlanning,
            () if is("mathmake") => Self::Terms,
            () => Self::Official,
        })
    }
}

/// A thing that has only a name.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Named {
    /// What everything refers to.
    pub name: String,
    /// The longer name, since 7.0; often empty.
    pub long_name: String,
}

/// On how many days a teacher may come both in the morning and in the afternoon.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Behaviour {
    /// On any.
    Unrestricted,
    /// On so many: none, or up to five.
    Exclusive {
        /// The days of exception.
        exceptions: u32,
    },
}

impl Behaviour {
    /// By the name in files.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        let exceptions = match name.trim() {
            "Unrestricted" => return Some(Self::Unrestricted),
            "Exclusive" => 0,
            "One day exception" => 1,
            "Two days exception" => 2,
            "Three days exception" => 3,
            "Four days exception" => 4,
            "Five days exception" => 5,
            _ => return None,
        };
        Some(Self::Exclusive { exceptions })
    }
}

/// A teacher.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Teacher {
    /// The name.
    pub name: Named,
    /// Both halves of a day, where days are half-days; none: nothing is said.
    pub behaviour: Option<Behaviour>,
    /// Weekly hours owed; 0: nothing is said.
    pub target: u32,
    /// Subjects that this teacher is said to have.
    pub subjects: Vec<String>,
}

/// A students set: a year, a group or a subgroup, with the sets inside it.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Students {
    /// The name.
    pub name: Named,
    /// How many pupils; 0: nothing is said.
    pub size: u32,
    /// Of a year its groups, of a group its subgroups. The same name is the same set.
    pub inside: Vec<Students>,
}

/// An activity: one lesson a week. Two are equal if they say the same, wherever they stand.
#[derive(Clone, Debug)]
pub struct Activity {
    /// Its number.
    pub id: u32,
    /// The number of the first of the activities that were split from one; 0: it was not split.
    pub group: u32,
    /// The names of its teachers.
    pub teachers: Vec<String>,
    /// The name of its subject.
    pub subject: String,
    /// The names of its tags.
    pub tags: Vec<String>,
    /// The names of its students sets.
    pub students: Vec<String>,
    /// How many hours it takes.
    pub duration: u32,
    /// How many pupils attend, where the sets do not say.
    pub size: Option<u32>,
    /// Whether it is to be placed.
    pub active: bool,
    /// Where it stands.
    pub place: Place,
}

impl PartialEq for Activity {
    fn eq(&self, other: &Self) -> bool {
        let key = |one: &Self| (one.id, one.group, one.duration, one.size, one.active);
        key(self) == key(other)
            && self.subject == other.subject
            && [&self.teachers, &self.tags, &self.students]
                == [&other.teachers, &other.tags, &other.students]
    }
}

impl Eq for Activity {}

/// A room.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Room {
    /// The name.
    pub name: Named,
    /// The name of its building; empty: none.
    pub building: String,
    /// How many pupils it takes.
    pub capacity: u32,
    /// Of a virtual room the sets of real rooms, of each of which it stands for one; a real room has
    /// none.
    pub sets: Option<Vec<Vec<String>>>,
}

/// A constraint: its kind by name, and its element.
#[derive(Clone, PartialEq, Debug)]
pub struct Constraint {
    /// Its name without the leading `Constraint`.
    pub kind: String,
    /// The weight in percent; 100: it must hold.
    pub weight: f64,
    /// Whether it counts.
    pub active: bool,
    /// The comments.
    pub comments: String,
    /// All of it, word for word.
    pub element: Element,
}

impl Constraint {
    /// What an element says.
    #[must_use]
    pub fn new(element: Element) -> Self {
        let kind = element.name.strip_prefix("Constraint").unwrap_or(&element.name).to_owned();
        Self {
            kind,
            weight: element.number("Weight_Percentage").unwrap_or(100.0),
            active: element.flag("Active", true),
            comments: element.text("Comments").unwrap_or_default().to_owned(),
            element,
        }
    }

    /// Whether it must hold.
    #[must_use]
    pub fn is_hard(&self) -> bool {
        self.weight >= 100.0
    }

    /// Where it stands.
    #[must_use]
    pub const fn place(&self) -> Place {
        self.element.place
    }

    /// The text of a field; none if it has no such field.
    #[must_use]
    pub fn text(&self, field: &str) -> Option<&str> {
        self.element.text(field)
    }

    /// The text of the first of these fields that it has: versions differ in names.
    #[must_use]
    pub fn text_of(&self, fields: &[&str]) -> Option<&str> {
        fields.iter().find_map(|field| self.text(field))
    }

    /// The name of the teacher of whom it speaks, by all the names that versions gave the field.
    #[must_use]
    pub fn teacher(&self) -> Option<&str> {
        self.text_of(&["Teacher", "Teacher_Name"])
    }

    /// The name of the students set of which it speaks, by all the names that versions gave the field.
    #[must_use]
    pub fn students(&self) -> Option<&str> {
        self.text_of(&["Students", "Students_Name"])
    }

    /// The number of a field; none if it has no such field, or no number in it.
    #[must_use]
    pub fn number<N: std::str::FromStr>(&self, field: &str) -> Option<N> {
        self.element.number(field)
    }

    /// The texts of all fields of this name, such as each `Activity_Id`.
    pub fn texts<'a>(&'a self, field: &'a str) -> impl Iterator<Item = &'a str> {
        self.element.texts(field)
    }

    /// The activities of all fields of this name.
    #[must_use]
    pub fn activities(&self, field: &str) -> Vec<u32> {
        self.element.numbers(field).collect()
    }

    /// Every pair of a day and an hour in fields of this name, such as `Not_Available_Time`.
    #[must_use]
    pub fn times<'a>(&'a self, field: &'a str) -> Vec<(&'a str, &'a str)> {
        let fields = |time: &'a Element| {
            let day = ["Day", "Preferred_Day", "Preferred_Starting_Day", "Selected_Day"];
            let hour = ["Hour", "Preferred_Hour", "Preferred_Starting_Hour", "Selected_Hour"];
            let find = |names: [&str; 4]| names.into_iter().find_map(|name| time.text(name));
            Some((find(day)?, find(hour)?))
        };
        self.element.all(field).filter_map(fields).collect()
    }
}

/// A file.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Document {
    /// The version of the programme that wrote it.
    pub version: String,
    /// What sort of week it has.
    pub mode: Mode,
    /// The name of the school.
    pub institution: String,
    /// The comments.
    pub comments: String,
    /// The days, or the half-days.
    pub days: Vec<Named>,
    /// The real days, where days are half-days and the file names them (since 7.0).
    pub real_days: Vec<Named>,
    /// The hours, the same on each day.
    pub hours: Vec<Named>,
    /// The hours of real days, where the file names them (since 7.0).
    pub real_hours: Vec<Named>,
    /// The subjects.
    pub subjects: Vec<Named>,
    /// The tags of activities.
    pub tags: Vec<Named>,
    /// The teachers.
    pub teachers: Vec<Teacher>,
    /// The years, each with its groups, each with its subgroups.
    pub years: Vec<Students>,
    /// The activities.
    pub activities: Vec<Activity>,
    /// The buildings.
    pub buildings: Vec<Named>,
    /// The rooms.
    pub rooms: Vec<Room>,
    /// The constraints about times, in their order.
    pub time_constraints: Vec<Constraint>,
    /// The constraints about rooms, in their order.
    pub space_constraints: Vec<Constraint>,
    /// Every element of the file in its order, word for word; the two lists of constraints stand
    /// empty in their places.
    pub elements: Vec<Element>,
}

/// The list of the constraints about times.
pub const TIME_CONSTRAINTS: &str = "Time_Constraints_List";
/// The list of the constraints about rooms.
pub const SPACE_CONSTRAINTS: &str = "Space_Constraints_List";

impl Document {
    /// All constraints: those about times, then those about rooms.
    pub fn constraints(&self) -> impl Iterator<Item = &Constraint> {
        self.time_constraints.iter().chain(&self.space_constraints)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn modes_by_name_or_by_version() {
        use Mode::{BlockPlanning, MorningsAfternoons, Official, Terms};
        for (mode, version, expected) in [
            (Some("Official"), "6.8.5", Some(Official)),
            (Some(" Mornings_Afternoons\n"), "6.8.5", Some(MorningsAfternoons)),
            (Some("Something"), "6.8.5", None),
            (None, "5.44.6", Some(Official)),
            (None, "5.44.6-snapshot-3", Some(Official)),
            (None, "5.27.3-morocco33", Some(MorningsAfternoons)),
            (None, "5.27.3-algeria40-snapshot-3-jul", Some(MorningsAfternoons)),
            (None, "5.27.3-ma10", Some(MorningsAfternoons)),
            (None, "5.42.2-mathmake", Some(Terms)),
            (None, "5.44.2-bp", Some(BlockPlanning)),
            (None, "", Some(Official)),
        ] {
            assert_eq!(Mode::of(mode, version), expected, "{mode:?} {version}");
        }
    }
}
