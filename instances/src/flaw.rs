//! Flaws: the ways in which a generated school can be impossible, and what is then to blame.

use crate::profile::Profile;
use jadwal_model::school::{Audience, ClassId, RoomTypeId, SlotId, SubjectId, TeacherId};

/// One way to make a school impossible.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Flaw {
    /// A teacher may come on half-days that do not hold the hours taught.
    HalfDays,
    /// A class has more hours than slots.
    ClassHours,
    /// Laboratories of one type hold fewer hours than are asked of them.
    Rooms,
    /// Several courses of a class, each of which would fit, may only be held at too few slots.
    OnlyAt,
    /// Groups are to take turns in two subjects that the same teacher gives.
    SharedTeacher,
    /// A post is missing, and the other teachers of the subject cannot take over its hours.
    Posts,
    /// A lesson is longer than every stretch of time it may be held in.
    Block,
    /// A class is larger than every room of a type that it needs.
    Capacity,
    /// A lesson is locked at a time when its teacher is not there.
    Lock,
    /// Who comes has two hours at least, but a teacher has one in all.
    OddHour,
}

impl Flaw {
    /// All of them.
    pub const ALL: [Self; 10] = [
        Self::HalfDays,
        Self::ClassHours,
        Self::Rooms,
        Self::OnlyAt,
        Self::SharedTeacher,
        Self::Posts,
        Self::Block,
        Self::Capacity,
        Self::Lock,
        Self::OddHour,
    ];

    /// The name on command lines.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::HalfDays => "half-days",
            Self::ClassHours => "class-hours",
            Self::Rooms => "rooms",
            Self::OnlyAt => "only-at",
            Self::SharedTeacher => "shared-teacher",
            Self::Posts => "posts",
            Self::Block => "block",
            Self::Capacity => "capacity",
            Self::Lock => "lock",
            Self::OddHour => "odd-hour",
        }
    }

    /// The flaw of this name.
    #[must_use]
    pub fn by_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|flaw| flaw.name() == name)
    }

    /// Whether schools of a profile can have it: the small one has a single laboratory of each type
    /// and no subject of a single hour; the private one does not ask for morning or afternoon, nor
    /// are its laboratories full.
    #[must_use]
    pub const fn suits(self, profile: Profile) -> bool {
        match self {
            Self::HalfDays => !matches!(profile, Profile::Private),
            Self::Rooms => !matches!(profile, Profile::Rural | Profile::Private),
            Self::OddHour => !matches!(profile, Profile::Rural),
            _ => true,
        }
    }
}

/// What is to blame in a school with a flaw, and by how much.
#[derive(Clone, PartialEq, Eq, Debug)]
pub enum Reason {
    /// The half-days on which a teacher may come do not hold the hours taught.
    HalfDays {
        /// The codes of the rules that say so.
        rules: Vec<String>,
        /// The teacher.
        teacher: TeacherId,
        /// Weekly hours.
        hours: u32,
        /// What the half-days hold.
        places: u32,
    },
    /// A class has too few slots.
    ClassHours {
        /// The code of the rule that takes slots away.
        rule: String,
        /// The class.
        class: ClassId,
        /// Weekly hours.
        hours: u32,
        /// Slots that are left.
        slots: u32,
    },
    /// A type of room holds too few hours.
    Rooms {
        /// The type.
        room_type: RoomTypeId,
        /// Hours asked for.
        hours: u32,
        /// Hours that its rooms hold.
        slots: u32,
    },
    /// Courses of a class may only be held at too few slots.
    OnlyAt {
        /// The code of the rule.
        rule: String,
        /// The class.
        class: ClassId,
        /// Hours of all the courses in the rule's scope.
        hours: u32,
        /// Slots that it leaves.
        slots: u32,
    },
    /// Two subjects that must be held at once have one teacher.
    SharedTeacher {
        /// The code of the rule that makes groups take turns.
        rule: String,
        /// The teacher.
        teacher: TeacherId,
        /// The class, or the groups.
        audience: Vec<Audience>,
        /// The subject that was given to the teacher of the other.
        subject: SubjectId,
    },
    /// Hours that nobody is there to give.
    Posts {
        /// The subject.
        subject: SubjectId,
        /// Hours without a teacher.
        hours: u32,
        /// Hours that all teachers of the subject could still take.
        spare: u32,
    },
    /// A lesson is too long.
    Block {
        /// The code of the rule.
        rule: String,
        /// The code of the course.
        course: String,
        /// The lesson's length.
        length: u32,
        /// The longest stretch.
        longest: u32,
    },
    /// A class is too large.
    Capacity {
        /// The class.
        class: ClassId,
        /// The type of room.
        room_type: RoomTypeId,
        /// Its pupils.
        size: u32,
        /// How many the largest room takes.
        largest: u32,
    },
    /// A lock and an absence contradict each other.
    Lock {
        /// The code of the rule that keeps the teacher away.
        rule: String,
        /// The code of the course.
        course: String,
        /// The teacher.
        teacher: TeacherId,
        /// Where the lesson is locked.
        slot: SlotId,
    },
    /// A teacher has fewer hours in all than are asked for in a half-day.
    OddHour {
        /// The code of the rule.
        rule: String,
        /// The teacher.
        teacher: TeacherId,
        /// Weekly hours.
        hours: u32,
        /// The least in a half-day.
        least: u32,
    },
}
