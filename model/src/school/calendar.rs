//! The school's time: real days, half-days, slots, and the bells that give them clock times.
//!
//! A slot is one period of one real day. Periods are rows of the bell plan, the same on every day; a
//! period that a day does not have is simply no slot. Lessons are placed on slots; when exactly a
//! slot begins is the business of bell schedules, layers with dates that may change during the year
//! (winter, Ramadan) or on one weekday (Friday) without moving a lesson.

use super::date::{ClockRange, Date};
use super::id::{DayId, HalfDayId, PeriodId, SlotId};
use super::names::Names;
use crate::id::Id;
use crate::table::Table;

/// A day of the week.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Weekday {
    /// Monday.
    Monday,
    /// Tuesday.
    Tuesday,
    /// Wednesday.
    Wednesday,
    /// Thursday.
    Thursday,
    /// Friday.
    Friday,
    /// Saturday.
    Saturday,
    /// Sunday.
    Sunday,
}

impl Weekday {
    /// All seven, Monday first.
    pub const ALL: [Self; 7] = [
        Self::Monday,
        Self::Tuesday,
        Self::Wednesday,
        Self::Thursday,
        Self::Friday,
        Self::Saturday,
        Self::Sunday,
    ];

    /// The name in files.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Monday => "monday",
            Self::Tuesday => "tuesday",
            Self::Wednesday => "wednesday",
            Self::Thursday => "thursday",
            Self::Friday => "friday",
            Self::Saturday => "saturday",
            Self::Sunday => "sunday",
        }
    }
}

/// Before or after the lunch break.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Part {
    /// Before it.
    Morning,
    /// After it.
    Afternoon,
}

impl Part {
    /// Both, in order.
    pub const ALL: [Self; 2] = [Self::Morning, Self::Afternoon];

    /// The name in files.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Morning => "morning",
            Self::Afternoon => "afternoon",
        }
    }

    /// The short name in names of half-days.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Morning => "am",
            Self::Afternoon => "pm",
        }
    }
}

/// A real day on which the school is open.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Day {
    /// The identifier that files use, such as `mon`.
    pub code: String,
    /// Which day of the week it is; none: it is a day of a cycle that is no week.
    pub weekday: Option<Weekday>,
    /// The periods it has, in order.
    pub periods: Vec<PeriodId>,
}

/// A row of the bell plan.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Period {
    /// The identifier that files use, such as `1`.
    pub code: String,
    /// On which side of the lunch break it is.
    pub part: Part,
}

/// A morning or an afternoon of a day.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct HalfDay {
    /// The day.
    pub day: DayId,
    /// Which part of it.
    pub part: Part,
}

/// One period of one day.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Slot {
    /// The day.
    pub day: DayId,
    /// The period.
    pub period: PeriodId,
    /// The half-day it belongs to.
    pub half_day: HalfDayId,
}

/// Whether all weeks are alike.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum Weeks {
    /// They are.
    #[default]
    Alike,
    /// Weeks A and B take turns.
    AB,
}

/// One of two weeks that take turns.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Week {
    /// The first.
    A,
    /// The second.
    B,
}

/// A layer of clock times over the periods.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct BellSchedule {
    /// The identifier that files use.
    pub code: String,
    /// What it is called.
    pub names: Names,
    /// The first date on which it holds; none: always.
    pub from: Option<Date>,
    /// The last date on which it holds; none: always.
    pub until: Option<Date>,
    /// The days on which it holds; empty: all.
    pub days: Vec<DayId>,
    /// The clock times that it gives; periods that are not named keep those of the layer below.
    pub times: Vec<(PeriodId, ClockRange)>,
}

impl BellSchedule {
    /// Whether it holds on a day at a date, or in the ordinary week where there is none.
    #[must_use]
    pub fn holds(&self, date: Option<Date>, day: DayId) -> bool {
        let dated = match date {
            Some(date) => {
                self.from.is_none_or(|from| from <= date)
                    && self.until.is_none_or(|until| date <= until)
            }
            None => self.from.is_none() && self.until.is_none(),
        };
        dated && (self.days.is_empty() || self.days.contains(&day))
    }
}

/// The school's time.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Calendar {
    /// The rows of the bell plan, in order.
    pub periods: Table<PeriodId, Period>,
    /// The days, in order.
    pub days: Table<DayId, Day>,
    /// The half-days that have slots, in order.
    pub half_days: Table<HalfDayId, HalfDay>,
    /// The slots, in order.
    pub slots: Table<SlotId, Slot>,
    /// Whether weeks take turns.
    pub weeks: Weeks,
    /// The bells: later layers cover earlier ones.
    pub bells: Vec<BellSchedule>,
}

impl Calendar {
    /// A calendar of these periods and days, with the half-days and slots that follow from them.
    #[must_use]
    pub fn new(periods: Table<PeriodId, Period>, days: Table<DayId, Day>) -> Self {
        let mut calendar = Self { periods, days, ..Self::default() };
        for day in calendar.days.ids() {
            for part in Part::ALL {
                let mut here: Vec<_> = calendar.days[day]
                    .periods
                    .iter()
                    .copied()
                    .filter(|&period| calendar.periods[period].part == part)
                    .collect();
                here.sort_unstable();
                here.dedup();
                if here.is_empty() {
                    continue;
                }
                let half_day = calendar.half_days.push(HalfDay { day, part });
                for period in here {
                    calendar.slots.push(Slot { day, period, half_day });
                }
            }
        }
        calendar
    }

    /// The slots of a half-day, in order.
    pub fn slots_of(&self, half_day: HalfDayId) -> impl Iterator<Item = SlotId> + '_ {
        self.slots.enumerate().filter(move |(_, slot)| slot.half_day == half_day).map(|(id, _)| id)
    }

    /// The slots of a day, in order.
    pub fn slots_on(&self, day: DayId) -> impl Iterator<Item = SlotId> + '_ {
        self.slots.enumerate().filter(move |(_, slot)| slot.day == day).map(|(id, _)| id)
    }

    /// How many days after the first one it is: by their weekdays, or one by one where a day has none.
    #[must_use]
    pub fn days_from_first(&self, day: DayId) -> i64 {
        let weekday = |day: &Day| day.weekday.map(|weekday| weekday as i64);
        let all: Option<Vec<i64>> = self.days.iter().map(weekday).collect();
        match all {
            Some(all) => (all[day.index()] - all[0]).rem_euclid(Weekday::ALL.len() as i64),
            None => day.index() as i64,
        }
    }

    /// The slot of a day and a period.
    #[must_use]
    pub fn slot(&self, day: DayId, period: PeriodId) -> Option<SlotId> {
        let found = self.slots.enumerate().find(|(_, s)| s.day == day && s.period == period);
        found.map(|(id, _)| id)
    }

    /// The half-day of a day and a part.
    #[must_use]
    pub fn half_day(&self, day: DayId, part: Part) -> Option<HalfDayId> {
        let found = self.half_days.enumerate().find(|(_, h)| h.day == day && h.part == part);
        found.map(|(id, _)| id)
    }

    /// The slot as files name it, such as `mon3`: the code of the day, then that of the period.
    #[must_use]
    pub fn slot_code(&self, slot: SlotId) -> String {
        let Slot { day, period, .. } = self.slots[slot];
        format!("{}{}", self.days[day].code, self.periods[period].code)
    }

    /// The half-day as files name it, such as `mon-am`.
    #[must_use]
    pub fn half_day_code(&self, half_day: HalfDayId) -> String {
        let HalfDay { day, part } = self.half_days[half_day];
        format!("{}-{}", self.days[day].code, part.code())
    }

    /// Whether a lesson of this many slots may start here: it stays inside the half-day.
    #[must_use]
    pub fn fits(&self, slot: SlotId, length: u32) -> bool {
        let half_day = self.slots[slot].half_day;
        let last = slot.index() + (length as usize).max(1) - 1;
        last < self.slots.len()
            && self.slots[SlotId::new(last)].half_day == half_day
            && (slot.index()..=last).all(|index| self.follows(slot, index))
    }

    /// Whether the slots from one to another are neighbouring rows of the bell plan.
    fn follows(&self, first: SlotId, index: usize) -> bool {
        let row = |slot: SlotId| self.slots[slot].period.index();
        row(SlotId::new(index)) - row(first) == index - first.index()
    }

    /// The clock times of a slot on a date, or in the ordinary week where there is none: the last
    /// layer that holds then and names the period.
    #[must_use]
    pub fn clock(&self, slot: SlotId, date: Option<Date>) -> Option<ClockRange> {
        let Slot { day, period, .. } = self.slots[slot];
        self.bells.iter().rev().filter(|bell| bell.holds(date, day)).find_map(|bell| {
            bell.times.iter().find(|(named, _)| *named == period).map(|&(_, range)| range)
        })
    }

    /// Slots by name: a day (`mon`), a half-day (`mon-am`), a slot (`mon3`), all mornings (`am`), all
    /// afternoons (`pm`), a period on all days (`*3`), the first or the last slot of each half-day
    /// (`first`, `last`), or everything (`*`). None if it is none of these.
    #[must_use]
    pub fn named(&self, name: &str) -> Option<Vec<SlotId>> {
        let which = |keep: &dyn Fn(SlotId, Slot) -> bool| {
            let slots = self.slots.enumerate().filter(|&(id, &slot)| keep(id, slot));
            let slots: Vec<_> = slots.map(|(id, _)| id).collect();
            (!slots.is_empty()).then_some(slots)
        };
        let part = |slot: Slot| self.periods[slot.period].part;
        match name {
            "*" => return which(&|_, _| true),
            "am" => return which(&|_, slot| part(slot) == Part::Morning),
            "pm" => return which(&|_, slot| part(slot) == Part::Afternoon),
            "first" => return which(&|id, _| self.is_first(id)),
            "last" => return which(&|id, _| self.is_last(id)),
            _ => {}
        }
        if let Some(code) = name.strip_prefix('*') {
            return which(&|_, slot| self.periods[slot.period].code == code);
        }
        if let Some((day, part_code)) = name.rsplit_once('-')
            && let Some(wanted) = Part::ALL.into_iter().find(|part| part.code() == part_code)
        {
            return which(&|_, slot| self.days[slot.day].code == day && part(slot) == wanted);
        }
        which(&|_, slot| self.days[slot.day].code == name)
            .or_else(|| which(&|id, _| self.slot_code(id) == name))
    }

    /// Whether a slot is the first of its half-day.
    #[must_use]
    pub fn is_first(&self, slot: SlotId) -> bool {
        self.slots_of(self.slots[slot].half_day).next() == Some(slot)
    }

    /// Whether a slot is the last of its half-day.
    #[must_use]
    pub fn is_last(&self, slot: SlotId) -> bool {
        self.slots_of(self.slots[slot].half_day).last() == Some(slot)
    }

    /// The shortest names of a set of slots, such as [`Calendar::named`] reads them: days first,
    /// then half-days, then slots.
    #[must_use]
    pub fn names_of(&self, slots: &[SlotId]) -> Vec<String> {
        let mut names = Vec::new();
        for day in self.days.ids() {
            let all: Vec<_> = self.slots_on(day).collect();
            if !all.is_empty() && all.iter().all(|slot| slots.contains(slot)) {
                names.push(self.days[day].code.clone());
                continue;
            }
            for part in Part::ALL {
                let Some(half_day) = self.half_day(day, part) else { continue };
                let all: Vec<_> = self.slots_of(half_day).collect();
                if all.iter().all(|slot| slots.contains(slot)) {
                    names.push(self.half_day_code(half_day));
                } else {
                    let some = all.into_iter().filter(|slot| slots.contains(slot));
                    names.extend(some.map(|slot| self.slot_code(slot)));
                }
            }
        }
        names
    }
}
