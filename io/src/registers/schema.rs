//! The fields of every register, in order: the one table that reading, writing, headings, JSON
//! Schema and documentation follow.

use jadwal_model::school::fault::Register;

/// What a field holds.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum FieldKind {
    /// Any text.
    Text,
    /// Several texts.
    Texts,
    /// The identifier of the row.
    Code,
    /// A whole number, not negative.
    Number,
    /// Yes or no.
    Flag,
    /// A date, such as `2026-09-07`.
    Date,
    /// The clock times of periods, such as `1=08:00-09:00`.
    ClockTimes,
    /// How weekly hours are cut into lessons, such as `2+2+1`, or `1-2` for any lengths from 1 to 2.
    Blocks,
    /// One of these words.
    Choice(&'static [&'static str]),
    /// `hard`, or the cost of one unit of deviation.
    Strength,
    /// The identifier of a row in one of these registers.
    Reference(&'static [Register]),
    /// Identifiers of rows in these registers.
    References(&'static [Register]),
    /// The code of a course, the school's own or `AUDIENCE/SUBJECT`.
    Course,
    /// Codes of courses.
    Courses,
    /// Subjects, or the code of one course: which of them, the kind of the rule says.
    SubjectsOrCourse,
    /// The name of one slot, such as `mon3`.
    Slot,
    /// Names of slots, such as `mon3`, `mon-am`, `mon`, `am`, `*3`, `first`, `last`.
    Slots,
}

/// A field of a register.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Field {
    /// Its name in files.
    pub name: &'static str,
    /// What it holds.
    pub kind: FieldKind,
    /// Whether every row needs it.
    pub required: bool,
}

const fn must(name: &'static str, kind: FieldKind) -> Field {
    Field { name, kind, required: true }
}

const fn may(name: &'static str, kind: FieldKind) -> Field {
    Field { name, kind, required: false }
}

use FieldKind::{
    Blocks, Choice, ClockTimes, Code, Course, Courses, Date, Flag, Number, Reference, References,
    Slot, Slots, Strength, SubjectsOrCourse, Text, Texts,
};
use Register as R;

/// The word for any teacher of the subject.
pub const ANY: &str = "any";
/// The word for a rule that must hold.
pub const HARD: &str = "hard";
/// Words for whether weeks are alike.
pub const WEEKS: &[&str] = &["alike", "ab"];
const PARTS: &[&str] = &["morning", "afternoon"];
const WEEKDAYS: &[&str] =
    &["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];
const CYCLES: &[&str] = &["primary", "college", "lycee"];
const OF: &[&str] = &["classes", "teachers", "rooms", "lessons"];
const PER: &[&str] = &["half-day", "day", "week"];
const TURNS: &[&str] = &["parallel", "swap", "alternate"];

const NAME_AR: Field = may("name_ar", Text);
const NAME_FR: Field = may("name_fr", Text);
const NAME_EN: Field = may("name_en", Text);
const CODE: Field = must("code", Code);

/// The fields of a register, in order.
#[must_use]
pub const fn fields(register: Register) -> &'static [Field] {
    match register {
        R::School => {
            const {
                &[
                    CODE,
                    may("name", Text),
                    may("year", Text),
                    may("remarks", Text),
                    may("weeks", Choice(WEEKS)),
                ]
            }
        }
        R::Periods => const { &[CODE, must("part", Choice(PARTS))] },
        R::Days => {
            const { &[CODE, may("weekday", Choice(WEEKDAYS)), may("periods", References(&[R::Periods]))] }
        }
        R::Bells => {
            const {
                &[
                    CODE,
                    NAME_AR,
                    NAME_FR,
                    NAME_EN,
                    may("from", Date),
                    may("until", Date),
                    may("days", References(&[R::Days])),
                    must("times", ClockTimes),
                ]
            }
        }
        R::Levels => {
            const {
                &[
                    CODE,
                    NAME_AR,
                    NAME_FR,
                    NAME_EN,
                    must("cycle", Choice(CYCLES)),
                    may("stream", Text),
                ]
            }
        }
        R::Subjects => const { &[CODE, NAME_AR, NAME_FR, NAME_EN, may("colour", Text)] },
        R::Buildings | R::RoomTypes => const { &[CODE, NAME_AR, NAME_FR, NAME_EN] },
        R::Rooms => {
            const {
                &[
                    CODE,
                    NAME_AR,
                    NAME_FR,
                    NAME_EN,
                    must("type", Reference(&[R::RoomTypes])),
                    may("capacity", Number),
                    may("building", Reference(&[R::Buildings])),
                    may("equipment", Texts),
                    may("holds", Number),
                ]
            }
        }
        R::Classes => {
            const {
                &[
                    CODE,
                    NAME_AR,
                    NAME_FR,
                    NAME_EN,
                    must("level", Reference(&[R::Levels])),
                    must("size", Number),
                    may("home_room", Reference(&[R::Rooms])),
                ]
            }
        }
        R::Divisions => {
            const { &[CODE, must("sort", Text), must("classes", References(&[R::Classes]))] }
        }
        R::Groups => {
            const {
                &[
                    CODE,
                    NAME_AR,
                    NAME_FR,
                    NAME_EN,
                    must("division", Reference(&[R::Divisions])),
                    may("classes", References(&[R::Classes])),
                    must("size", Number),
                ]
            }
        }
        R::Teachers => {
            const {
                &[
                    CODE,
                    may("name", Text),
                    may("subjects", References(&[R::Subjects])),
                    may("service", Number),
                    may("overtime", Number),
                    may("elsewhere", Number),
                    may("elsewhere_own_subject", Flag),
                ]
            }
        }
        R::Curricula => {
            const {
                &[
                    must("level", Reference(&[R::Levels])),
                    may("classes", References(&[R::Classes])),
                    must("subject", Reference(&[R::Subjects])),
                    must("hours", Number),
                    must("blocks", Blocks),
                    may("divided", Text),
                    may("fortnightly", Flag),
                    may("room", References(&[R::RoomTypes, R::Rooms])),
                    may("verified", Flag),
                    may("source", Text),
                    may("valid_from", Date),
                ]
            }
        }
        R::Assignments => {
            const {
                &[
                    must("teachers", References(&[R::Teachers])),
                    must("subject", Reference(&[R::Subjects])),
                    must("audience", References(&[R::Classes, R::Groups])),
                ]
            }
        }
        R::Courses => {
            const {
                &[
                    CODE,
                    must("subject", Reference(&[R::Subjects])),
                    may("audience", References(&[R::Classes, R::Groups])),
                    may("teachers", References(&[R::Teachers])),
                    must("hours", Number),
                    must("blocks", Blocks),
                    may("fortnightly", Flag),
                    may("room", References(&[R::RoomTypes, R::Rooms])),
                ]
            }
        }
        R::Locks => {
            const {
                &[
                    must("course", Course),
                    must("lesson", Number),
                    may("slot", Slot),
                    may("room", Reference(&[R::Rooms])),
                ]
            }
        }
        R::Rules => {
            const {
                &[
                    CODE,
                    must("kind", Choice(KINDS)),
                    must("strength", Strength),
                    may("levels", References(&[R::Levels])),
                    may("audience", References(&[R::Classes, R::Groups])),
                    may("subjects", References(&[R::Subjects])),
                    may("teachers", References(&[R::Teachers])),
                    may("rooms", References(&[R::Rooms])),
                    may("courses", Courses),
                    may("within", Slots),
                    may("of", Choice(OF)),
                    may("per", Choice(PER)),
                    may("number", Number),
                    may("most", Number),
                    may("times", Slots),
                    may("first", SubjectsOrCourse),
                    may("second", SubjectsOrCourse),
                    may("third", Courses),
                    may("division", Text),
                    may("turns", Choice(TURNS)),
                    may("near", References(&[R::Buildings])),
                    may("among", References(&[R::Rooms])),
                ]
            }
        }
    }
}

/// A field of a register by its name in files.
#[must_use]
pub fn field(register: Register, name: &str) -> Option<&'static Field> {
    fields(register).iter().find(|field| field.name == name)
}

/// A register by its name in files.
#[must_use]
pub fn register(name: &str) -> Option<Register> {
    Register::ALL.into_iter().find(|register| register.name() == name)
}

/// What a kind of rule asks for besides its scope.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Parameters {
    /// The name of the kind.
    pub kind: &'static str,
    /// The fields it needs.
    pub needs: &'static [&'static str],
    /// The fields it may have as well.
    pub takes: &'static [&'static str],
}

const fn kind(kind: &'static str, needs: &'static [&'static str]) -> Parameters {
    Parameters { kind, needs, takes: &[] }
}

/// A kind that may look at some slots only.
const fn counted(kind: &'static str, needs: &'static [&'static str]) -> Parameters {
    Parameters { kind, needs, takes: &["within"] }
}

/// All kinds of rules.
pub const PARAMETERS: &[Parameters] = &[
    kind("unavailable", &["of", "times"]),
    kind("pedagogical-half-day", &["subjects", "times"]),
    kind("half-day-only", &["number"]),
    counted("least-in-half-day", &["of", "number"]),
    counted("gaps", &["of", "per", "number"]),
    counted("gaps-through-day", &["of", "number"]),
    counted("most-hours", &["of", "per", "number"]),
    counted("least-hours", &["of", "number"]),
    counted("most-in-a-row", &["of", "number"]),
    counted("most-days", &["of", "number"]),
    kind("most-afternoons", &["of", "number"]),
    counted("most-half-days", &["of", "number"]),
    kind("rest", &["of", "per", "number"]),
    counted("least-days", &["of", "per", "number"]),
    counted("least-in-day", &["of", "number"]),
    counted("span", &["of", "per", "number"]),
    counted("early-starts", &["of", "per", "number"]),
    kind("most-half-days-in-a-row", &["of", "number"]),
    Parameters { kind: "free-half-days", needs: &["of", "number"], takes: &["times"] },
    kind("different-days", &[]),
    counted("most-lessons", &["per", "number"]),
    kind("days-apart", &["number"]),
    kind("days-within", &["number"]),
    kind("hours-apart", &["number"]),
    kind("adjoining", &[]),
    kind("grouped", &[]),
    kind("not-together", &[]),
    counted("most-at-once", &["number"]),
    kind("same-period", &[]),
    kind("subjects-apart", &["first", "second", "per"]),
    Parameters { kind: "not-all", needs: &["first", "second", "per"], takes: &["third"] },
    kind("only-at", &["times"]),
    kind("not-at", &["times"]),
    kind("starts-at", &["times"]),
    kind("first-of", &["of", "per"]),
    kind("last-of", &["of", "per"]),
    kind("most-first-slots", &["of", "number"]),
    kind("most-last-slots", &["of", "number"]),
    kind("same-start", &[]),
    kind("groups-in-turn", &["division", "subjects", "turns"]),
    kind("alternate", &["first", "second"]),
    kind("before", &["first", "second"]),
    kind("before-within", &["first", "second", "per"]),
    kind("follows", &["first", "second"]),
    kind("home-room", &[]),
    kind("few-rooms", &["of"]),
    kind("in-rooms", &["among"]),
    kind("also-in", &["among"]),
    Parameters { kind: "no-travel", needs: &["of"], takes: &["number", "near"] },
    Parameters { kind: "most-travel", needs: &["of", "per", "number"], takes: &["near", "within"] },
    Parameters { kind: "same-room", needs: &["of"], takes: &["number"] },
    counted("most-room-changes", &["of", "per", "number"]),
    kind("capacity", &[]),
    kind("balanced-days", &["number", "most"]),
];

const KINDS: &[&str] = &{
    let mut names = [""; PARAMETERS.len()];
    let mut index = 0;
    while index < names.len() {
        names[index] = PARAMETERS[index].kind;
        index += 1;
    }
    names
};

/// The fields of a rule that only some kinds use.
pub const OF_SOME_KINDS: &[&str] = &[
    "within", "of", "per", "number", "most", "times", "first", "second", "third", "division",
    "turns", "near", "among",
];

/// What a kind of rule asks for, by its name in files.
#[must_use]
pub fn parameters(kind: &str) -> Option<&'static Parameters> {
    PARAMETERS.iter().find(|parameters| parameters.kind == kind)
}
