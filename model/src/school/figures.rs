//! What a week looks like in figures: gaps, afternoons, rooms, and how evenly the burden lies.

use super::calendar::Part;
use super::course::{Audience, Course, Lesson};
use super::id::{CourseId, RoomId, RoomTypeId, SlotId};
use super::school::School;
use crate::id::Id;
use crate::table::Table;
use std::collections::BTreeSet;

/// How much of something everybody has.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Spread {
    /// All together.
    pub total: u32,
    /// The most that anybody has.
    pub worst: u32,
    /// Jain's index of fairness: 1 if all have the same, 1 / n if one has everything. Source: Jain,
    /// Chiu and Hawe (1984).
    pub fairness: f64,
}

/// How much the rooms of one type are used.
#[derive(Clone, PartialEq, Debug)]
pub struct RoomUse {
    /// The type.
    pub room_type: RoomTypeId,
    /// Slots of rooms taken.
    pub used: u32,
    /// Slots of rooms there are; a room that holds several lessons counts as often.
    pub there: u32,
}

/// A timetable in figures. What is held every other week counts as if it were held every week.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Figures {
    /// Lessons without a slot.
    pub unplaced: u32,
    /// Free slots between two lessons of one half-day, of teachers who teach.
    pub teacher_gaps: Spread,
    /// Days on which teachers come.
    pub teacher_days: Spread,
    /// The same gaps of classes, as the pupils see them who have most.
    pub class_gaps: Spread,
    /// Afternoons on which classes have lessons.
    pub class_afternoons: Spread,
    /// The use of rooms, by type.
    pub rooms: Vec<RoomUse>,
}

type Busy = BTreeSet<SlotId>;

impl School {
    /// Counts the figures of placed lessons.
    #[must_use]
    pub fn figures(&self, courses: &Table<CourseId, Course>, lessons: &[Lesson]) -> Figures {
        let busy = |attends: &dyn Fn(&Lesson) -> bool| -> Busy {
            lessons.iter().filter(|lesson| attends(lesson)).flat_map(slots).collect()
        };
        let teachers: Vec<Busy> = self
            .teachers
            .ids()
            .map(|teacher| busy(&|lesson| lesson.teachers.contains(&teacher)))
            .filter(|busy| !busy.is_empty())
            .collect();
        // by class: the weeks of its parts
        let classes: Vec<Vec<Busy>> = self
            .classes
            .ids()
            .map(|class| {
                let parts = self.parts_of(class).into_iter();
                let week = |groups: Vec<Audience>| {
                    busy(&|lesson| {
                        let audience = &courses[lesson.course].audience;
                        audience.iter().any(|member| {
                            *member == Audience::Class(class) || groups.contains(member)
                        })
                    })
                };
                parts.map(week).collect()
            })
            .collect();
        let worst = |figure: &dyn Fn(&Busy) -> u32| {
            spread(classes.iter().map(|parts| parts.iter().map(figure).max().unwrap_or(0)))
        };
        Figures {
            unplaced: lessons.iter().filter(|lesson| lesson.slot.is_none()).count() as u32,
            teacher_gaps: spread(teachers.iter().map(|busy| self.gaps(busy))),
            teacher_days: spread(teachers.iter().map(|busy| self.days_of(busy))),
            class_gaps: worst(&|busy| self.gaps(busy)),
            class_afternoons: worst(&|busy| self.afternoons_of(busy)),
            rooms: self.room_types.ids().map(|kind| self.room_use(kind, lessons)).collect(),
        }
    }

    fn gaps(&self, busy: &Busy) -> u32 {
        let calendar = &self.calendar;
        let gaps = calendar.half_days.ids().map(|half_day| {
            let taken: Vec<usize> = calendar
                .slots_of(half_day)
                .enumerate()
                .filter(|(_, slot)| busy.contains(slot))
                .map(|(row, _)| row)
                .collect();
            match (taken.first(), taken.last()) {
                (Some(first), Some(last)) => (last - first + 1 - taken.len()) as u32,
                _ => 0,
            }
        });
        gaps.sum()
    }

    fn days_of(&self, busy: &Busy) -> u32 {
        let days: BTreeSet<_> = busy.iter().map(|&slot| self.calendar.slots[slot].day).collect();
        days.len() as u32
    }

    fn afternoons_of(&self, busy: &Busy) -> u32 {
        let half_days = busy.iter().map(|&slot| self.calendar.slots[slot].half_day);
        let afternoon = |id: &_| self.calendar.half_days[*id].part == Part::Afternoon;
        half_days.filter(afternoon).collect::<BTreeSet<_>>().len() as u32
    }

    fn room_use(&self, room_type: RoomTypeId, lessons: &[Lesson]) -> RoomUse {
        let ours = |room: &RoomId| self.rooms[*room].room_type == room_type;
        // two lessons that take turns by the week are in one slot of the room
        let taken: BTreeSet<_> = lessons
            .iter()
            .flat_map(|lesson| lesson.rooms().filter(ours).map(move |room| (lesson, room)))
            .flat_map(|(lesson, room)| {
                let key = if lesson.week.is_some() { None } else { Some(lesson.course) };
                slots(lesson).map(move |slot| (room, slot, key))
            })
            .collect();
        let rooms = self.rooms.iter().filter(|room| room.room_type == room_type);
        let places: u32 = rooms.map(|room| room.holds).sum();
        let there = places * self.calendar.slots.len() as u32;
        RoomUse { room_type, used: taken.len() as u32, there }
    }
}

/// The slots of a lesson; none where it has none.
fn slots(lesson: &Lesson) -> impl Iterator<Item = SlotId> + use<> {
    let length = lesson.length as usize;
    let start = lesson.slot.map(Id::index);
    start.into_iter().flat_map(move |start| (start..start + length).map(SlotId::new))
}

fn spread(figures: impl Iterator<Item = u32>) -> Spread {
    let all: Vec<u32> = figures.collect();
    let total: u32 = all.iter().sum();
    let squares: f64 = all.iter().map(|&x| f64::from(x) * f64::from(x)).sum();
    let fairness = if total == 0 {
        1.0
    } else {
        f64::from(total) * f64::from(total) / (all.len() as f64 * squares)
    };
    Spread { total, worst: all.into_iter().max().unwrap_or(0), fairness }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fairness_of_a_spread() {
        for (name, all, total, worst, fairness) in [
            ("nobody", vec![], 0, 0, 1.0),
            ("nothing", vec![0, 0], 0, 0, 1.0),
            ("all the same", vec![2, 2, 2], 6, 2, 1.0),
            ("one has everything", vec![4, 0, 0, 0], 4, 4, 0.25),
        ] {
            let found = spread(all.into_iter());
            assert_eq!((found.total, found.worst), (total, worst), "{name}");
            assert!((found.fairness - fairness).abs() < 1e-9, "{name}: {}", found.fairness);
        }
    }
}
