//! What things are called in a reader's language: the name, else one in another language, else the
//! code.

use crate::words::Words;
use jadwal_model::school::{
    Audience, ClassId, DayId, GroupId, Names, Part, RoomId, RoomTypeId, School, SubjectId,
    TeacherId, Week,
};

/// A name or a code. Codes such as `2BAC-PC-1` are written from left to right in every language.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub struct Label {
    /// The text.
    pub text: String,
    /// Whether it is a code.
    pub is_code: bool,
}

impl Label {
    /// Both of them as one.
    #[must_use]
    pub fn and(self, other: Self) -> Self {
        let text = format!("{} + {}", self.text, other.text);
        Self { text, is_code: self.is_code && other.is_code }
    }

    /// A code.
    #[must_use]
    pub fn code(code: &str) -> Self {
        Self { text: code.to_owned(), is_code: true }
    }

    /// A name.
    #[must_use]
    pub fn name(name: &str) -> Self {
        Self { text: name.to_owned(), is_code: false }
    }
}

/// The names of a school's things.
#[derive(Clone, Copy, Debug)]
pub struct Naming<'a> {
    /// The school.
    pub school: &'a School,
    /// The reader's language.
    pub words: &'a Words,
}

impl Naming<'_> {
    /// The best name there is, else the code.
    #[must_use]
    pub fn best(&self, names: &Names, code: &str) -> Label {
        match self.words.name(names).filter(|name| !name.is_empty()) {
            Some(name) if name != code => Label::name(name),
            _ => Label::code(code),
        }
    }

    /// A subject.
    #[must_use]
    pub fn subject(&self, id: SubjectId) -> Label {
        let subject = &self.school.subjects[id];
        self.best(&subject.names, &subject.code)
    }

    /// A class.
    #[must_use]
    pub fn class(&self, id: ClassId) -> Label {
        let class = &self.school.classes[id];
        self.best(&class.names, &class.code)
    }

    /// A group.
    #[must_use]
    pub fn group(&self, id: GroupId) -> Label {
        let group = &self.school.groups[id];
        self.best(&group.names, &group.code)
    }

    /// The classes and the groups of an audience. A group that says its class by its name stands alone.
    #[must_use]
    pub fn audience(&self, audience: &[Audience]) -> (Vec<Label>, Vec<Label>) {
        let (mut classes, mut groups) = (Vec::new(), Vec::new());
        for member in audience {
            let of_member = self.school.classes_of(member).iter().map(|&class| self.class(class));
            let mut of_member: Vec<Label> = of_member.collect();
            if let Audience::Group(group) = *member {
                let group = self.group(group);
                of_member.retain(|class| !group.text.contains(&class.text));
                groups.push(group);
            }
            of_member.retain(|class| !classes.contains(class));
            classes.append(&mut of_member);
        }
        (classes, groups)
    }

    /// A room.
    #[must_use]
    pub fn room(&self, id: RoomId) -> Label {
        let room = &self.school.rooms[id];
        self.best(&room.names, &room.code)
    }

    /// A type of room.
    #[must_use]
    pub fn room_type(&self, id: RoomTypeId) -> Label {
        let room_type = &self.school.room_types[id];
        self.best(&room_type.names, &room_type.code)
    }

    /// A teacher, or a post.
    #[must_use]
    pub fn teacher(&self, id: TeacherId) -> Label {
        let teacher = &self.school.teachers[id];
        match teacher.name.as_deref() {
            Some(name) if !name.is_empty() => Label::name(name),
            _ => Label::code(&teacher.code),
        }
    }

    /// A day.
    #[must_use]
    pub fn day(&self, id: DayId) -> String {
        let day = &self.school.calendar.days[id];
        match day.weekday {
            Some(weekday) => self.words.say(&format!("day-{}", weekday.name()), &[]),
            None => day.code.clone(),
        }
    }

    /// A part of the day.
    #[must_use]
    pub fn part(&self, part: Part) -> String {
        self.words.say(&format!("part-{}", part.name()), &[])
    }

    /// The sign of one of two weeks, such as `A`.
    #[must_use]
    pub fn week_sign(&self, week: Week) -> String {
        let key = match week {
            Week::A => "week-a-sign",
            Week::B => "week-b-sign",
        };
        self.words.say(key, &[])
    }

    /// One of two weeks.
    #[must_use]
    pub fn week(&self, week: Week) -> String {
        let key = match week {
            Week::A => "week-a",
            Week::B => "week-b",
        };
        self.words.say(key, &[])
    }
}

/// A number of half hours, such as `4` or `4½`.
#[must_use]
pub fn halves(halves: u32) -> String {
    match (halves / 2, halves % 2) {
        (whole, 0) => whole.to_string(),
        (0, _) => "½".to_owned(),
        (whole, _) => format!("{whole}½"),
    }
}
