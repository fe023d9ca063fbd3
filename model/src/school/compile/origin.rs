//! The way back: what resources, events and constraints of a compiled school stand for.

use crate::constraint::Point;
use crate::facts::Facts;
use crate::id::{ConstraintId, EventGroupId, EventId, Id, ResourceId, TimeId};
use crate::report::Violation;
use crate::school::calendar::Week;
use crate::school::course::{Course, Lesson};
use crate::school::id::{ClassId, CourseId, GroupId, RoomId, RuleId, SlotId, TeacherId};
use crate::school::scope::LessonId;
use crate::solution::{Meet, Solution};
use crate::table::Table;
use std::collections::BTreeMap;

/// Whom a resource stands for.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Who {
    /// Pupils of a class who are always together, and the groups they are in; none: the whole class.
    Pupils(ClassId, Vec<GroupId>),
    /// A teacher.
    Teacher(TeacherId),
    /// A room.
    Room(RoomId),
    /// Lessons that a rule takes together.
    Lessons(Vec<LessonId>),
}

/// What every timetable has to keep, whatever the rules.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Basic {
    /// Every lesson has a slot.
    Placed,
    /// A lesson stays inside one half-day.
    InsideHalfDay,
    /// The hours of a course are cut as asked for.
    Cut,
    /// Every lesson that needs a room has one.
    HasRoom,
    /// The room is of the type asked for, or among those named.
    RightRoom,
    /// Every course that needs a teacher has one.
    HasTeacher,
    /// The teacher has the subject.
    RightTeacher,
    /// One teacher gives all lessons of a course.
    OneTeacher,
    /// Nobody has more hours than the service and the overtime.
    Service,
    /// No pupil has two lessons at once.
    PupilsOnce,
    /// No teacher has two lessons at once.
    TeachersOnce,
    /// No room has two lessons at once, or more than it holds.
    RoomsOnce,
}

impl Basic {
    /// All of them.
    pub const ALL: [Self; 12] = [
        Self::Placed,
        Self::InsideHalfDay,
        Self::Cut,
        Self::HasRoom,
        Self::RightRoom,
        Self::HasTeacher,
        Self::RightTeacher,
        Self::OneTeacher,
        Self::Service,
        Self::PupilsOnce,
        Self::TeachersOnce,
        Self::RoomsOnce,
    ];

    /// A name for files and messages.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Placed => "placed",
            Self::InsideHalfDay => "inside-half-day",
            Self::Cut => "cut",
            Self::HasRoom => "has-room",
            Self::RightRoom => "right-room",
            Self::HasTeacher => "has-teacher",
            Self::RightTeacher => "right-teacher",
            Self::OneTeacher => "one-teacher",
            Self::Service => "service",
            Self::PupilsOnce => "pupils-once",
            Self::TeachersOnce => "teachers-once",
            Self::RoomsOnce => "rooms-once",
        }
    }
}

/// Why a constraint is there.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Source {
    /// Every timetable has to keep it.
    Basic(Basic),
    /// A rule of the school.
    Rule(RuleId),
}

/// One lesson in an event.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Part {
    /// The course.
    pub course: CourseId,
    /// Which of its lessons; the first of them where the event is split by the search.
    pub block: u32,
    /// How many slots after the event it starts.
    pub offset: u32,
    /// How many slots it takes; 0 where the event is split: as many as each meet.
    pub length: u32,
    /// The week, where it is held every other week.
    pub week: Option<Week>,
    /// Who teaches, where that is given.
    pub teachers: Vec<TeacherId>,
    /// The position, among the event's resources, of a teacher to be chosen.
    pub teacher_at: Option<usize>,
    /// The position of its room.
    pub room_at: Option<usize>,
    /// The positions of the rooms that rules have it in besides.
    pub further_at: Vec<usize>,
    /// Which of the positions of its rooms may stay empty.
    pub optional: Vec<usize>,
}

/// The way back.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Origin {
    /// The courses of the school.
    pub courses: Table<CourseId, Course>,
    /// Whom each resource stands for.
    pub resources: Table<ResourceId, Who>,
    /// The lessons in each event.
    pub events: Table<EventId, Vec<Part>>,
    /// Why each constraint is there.
    pub constraints: Table<ConstraintId, Source>,
    /// By constraint: what one unit costs, as the school counts units.
    pub units: Table<ConstraintId, i64>,
}

impl Origin {
    /// A solution in the school's words: every lesson of every course, in the order of courses.
    #[must_use]
    pub fn lessons(&self, facts: &Facts, solution: &Solution) -> Vec<Lesson> {
        let mut whole = solution.clone();
        whole.complete(facts);
        // the pieces of an event that the search cuts are numbered as the week goes
        whole.meets.sort_by_key(|meet| (meet.event, meet.time, meet.duration));
        let mut lessons: Vec<Lesson> = Vec::new();
        let (mut last, mut number) = (None, 0);
        for meet in &whole.meets {
            number = if last == Some(meet.event) { number + 1 } else { 0 };
            last = Some(meet.event);
            for part in &self.events[meet.event] {
                lessons.push(self.lesson(facts, meet, part, number));
            }
        }
        lessons.sort();
        lessons
    }

    fn lesson(&self, facts: &Facts, meet: &Meet, part: &Part, number: u32) -> Lesson {
        let holder = |at: Option<usize>| {
            let at = at?;
            let fixed = facts.events[meet.event].resources[at].preassigned;
            let resource = fixed.or_else(|| meet.tasks.get(at).copied().flatten())?;
            Some(&self.resources[resource])
        };
        let mut teachers = part.teachers.clone();
        if let Some(Who::Teacher(teacher)) = holder(part.teacher_at) {
            teachers.push(*teacher);
        }
        let room = |at: Option<usize>| match holder(at) {
            Some(Who::Room(room)) => Some(*room),
            _ => None,
        };
        let further_rooms = part.further_at.iter().map(|&at| room(Some(at))).collect();
        Lesson {
            course: part.course,
            block: part.block + number,
            length: if part.length == 0 { meet.duration } else { part.length },
            slot: meet.time.map(|time| SlotId::new(time.index() + part.offset as usize)),
            week: part.week,
            teachers,
            room: room(part.room_at),
            further_rooms,
        }
    }

    /// Lessons as a solution, the other way round. Lessons of courses that the school does not have
    /// are left out; events without lessons stay unplaced, and so do those whose lessons disagree
    /// about when they are.
    #[must_use]
    pub fn solution(&self, facts: &Facts, lessons: &[Lesson]) -> Solution {
        let mut solution = Solution::default();
        for (event, parts) in self.events.enumerate() {
            let Some(first) = parts.first() else { continue };
            let all = facts.events[event].duration;
            let of = |part: &Part| {
                let (course, block, split) = (part.course, part.block, part.length == 0);
                lessons.iter().filter(move |l| l.course == course && (split || l.block == block))
            };
            for lesson in of(first) {
                let mut meet = Solution::unplaced(facts, event);
                meet.duration = if first.length == 0 { lesson.length } else { all };
                let mut starts = Vec::new();
                for part in parts {
                    let same = if part.length == 0 { Some(lesson) } else { of(part).next() };
                    let slot = same.and_then(|lesson| lesson.slot).map(Id::index);
                    starts.push(slot.and_then(|slot| slot.checked_sub(part.offset as usize)));
                    if let Some(lesson) = same {
                        self.fill(facts, &mut meet, part, lesson);
                    }
                }
                // lessons that belong together and are apart are not placed
                let together = starts.iter().all(|start| *start == starts[0]);
                meet.time = starts[0].filter(|_| together).map(TimeId::new);
                solution.meets.push(meet);
            }
        }
        self.seat(facts, &mut solution);
        solution.complete(facts);
        solution.sort();
        solution
    }

    fn fill(&self, facts: &Facts, meet: &mut Meet, part: &Part, lesson: &Lesson) {
        let resources = &facts.events[meet.event].resources;
        let find = |at: usize, who: Who| {
            if let Some(fixed) = resources[at].preassigned {
                return Some(fixed);
            }
            // of a room that holds several lessons any will do here: `seat` tells them apart
            self.resources.enumerate().find(|(_, other)| **other == who).map(|(id, _)| id)
        };
        if let (Some(at), Some(&teacher)) = (part.teacher_at, lesson.teachers.last()) {
            meet.tasks[at] = find(at, Who::Teacher(teacher));
        }
        if let (Some(at), Some(room)) = (part.room_at, lesson.room) {
            meet.tasks[at] = find(at, Who::Room(room));
        }
        for (&at, &room) in part.further_at.iter().zip(&lesson.further_rooms) {
            meet.tasks[at] = room.and_then(|room| find(at, Who::Room(room)));
        }
    }

    /// Gives lessons that share a room at the same time different ones of its resources, as far as
    /// there are any.
    fn seat(&self, facts: &Facts, solution: &mut Solution) {
        let mut seats: BTreeMap<&Who, Vec<ResourceId>> = BTreeMap::new();
        for (resource, who) in self.resources.enumerate() {
            if matches!(who, Who::Room(_)) {
                seats.entry(who).or_default().push(resource);
            }
        }
        seats.retain(|_, resources| resources.len() > 1);
        solution.sort();
        let mut order: Vec<usize> = (0..solution.meets.len()).collect();
        order.sort_by_key(|&index| solution.meets[index].time);
        let mut free_from: BTreeMap<ResourceId, usize> = BTreeMap::new();
        for index in order {
            let meet = &mut solution.meets[index];
            let Some(start) = meet.time.map(Id::index) else { continue };
            let event = &facts.events[meet.event];
            for (task, wanted) in meet.tasks.iter_mut().zip(&event.resources) {
                let Some(holder) = *task else { continue };
                let Some(all) = seats.get(&self.resources[holder]) else { continue };
                let free = |seat: &&ResourceId| free_from.get(*seat).is_none_or(|&at| at <= start);
                let seat = match wanted.preassigned {
                    Some(fixed) => fixed,
                    None => all.iter().find(free).copied().unwrap_or(holder),
                };
                *task = Some(seat);
                free_from.insert(seat, start + meet.duration as usize);
            }
        }
    }

    /// Whether an event may be without its resource at a position.
    #[must_use]
    pub fn is_optional(&self, event: EventId, position: usize) -> bool {
        let mut parts = self.events[event].iter();
        parts.any(|part| part.optional.contains(&position))
    }

    /// Whom a point of application speaks of; nobody where it speaks of events alone.
    #[must_use]
    pub fn who(&self, point: Point) -> Option<&Who> {
        match point {
            Point::Resource(resource) => Some(&self.resources[resource]),
            _ => None,
        }
    }

    /// The courses that a point of application speaks of, each once, in order.
    #[must_use]
    pub fn courses_at(&self, facts: &Facts, point: Point) -> Vec<CourseId> {
        let members = |groups: &[EventGroupId]| {
            groups.iter().flat_map(|&group| facts.event_groups[group].members.clone()).collect()
        };
        let events: Vec<EventId> = match point {
            Point::Event(event) | Point::EventResource(event, _) => vec![event],
            Point::EventGroup(group) => members(&[group]),
            Point::EventPair(first, second) => vec![first, second],
            Point::EventGroupPair(first, second) => members(&[first, second]),
            Point::EventGroupTriple(first, second, third) => members(&[first, second, third]),
            Point::Resource(_) => Vec::new(),
        };
        let parts = events.into_iter().flat_map(|event| &self.events[event]);
        let mut courses: Vec<_> = parts.map(|part| part.course).collect();
        courses.sort_unstable();
        courses.dedup();
        courses
    }

    /// How far off it is, in the units that the school's rules are counted in.
    #[must_use]
    pub fn amount(&self, violation: &Violation) -> i64 {
        (violation.cost.hard + violation.cost.soft) / self.units[violation.constraint].max(1)
    }

    /// Why a violation counts.
    #[must_use]
    pub fn source(&self, violation: &Violation) -> Source {
        self.constraints[violation.constraint]
    }
}
