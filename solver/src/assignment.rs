//! Who is where when, and the occupancy derived from it.

use crate::layout::{Layout, NONE};
use crate::mask::Mask;
use crate::supply::Supply;

/// One resource at one time.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
struct Cell {
    uses: u32,
    /// The meets that use it, by exclusive or: with one use, that meet.
    meets: u32,
}

/// One resource at all times; what a move needs of it lies side by side.
#[derive(Clone, PartialEq, Eq, Debug)]
struct Occupancy<const W: usize> {
    busy: Mask<W>,
    /// Uses beyond the first, over all times.
    excess: i64,
    /// In the facts' units.
    workload: i64,
    /// Its number among those that are matched, or [`NONE`].
    matched: u32,
}

/// A timetable in the making.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) struct Assignment<const W: usize> {
    /// By meet: how many times it takes; zero for an unused slot.
    length: Vec<u32>,
    /// By meet: where it starts, or [`NONE`].
    start: Vec<u32>,
    /// By task: the resource, or [`NONE`].
    holder: Vec<u32>,
    cells: Vec<Cell>,
    times: usize,
    /// By resource.
    occupancy: Vec<Occupancy<W>>,
    supply: Supply,
}

impl<const W: usize> Occupancy<W> {
    fn new(matched: u32) -> Self {
        Self { busy: Mask::default(), excess: 0, workload: 0, matched }
    }
}

impl<const W: usize> Assignment<W> {
    /// All slots unused.
    pub(crate) fn new(layout: &Layout<W>) -> Self {
        Self {
            length: vec![0; layout.meets()],
            start: vec![NONE; layout.meets()],
            holder: vec![NONE; layout.task_meet.len()],
            cells: vec![Cell::default(); layout.resources * layout.times],
            times: layout.times,
            occupancy: layout
                .matched
                .numbers
                .iter()
                .map(|&number| Occupancy::new(number))
                .collect(),
            supply: Supply::new(layout),
        }
    }

    /// Who is free when, and who waits.
    #[inline]
    pub(crate) const fn supply(&self) -> &Supply {
        &self.supply
    }

    #[inline]
    pub(crate) fn length(&self, meet: usize) -> u32 {
        self.length[meet]
    }

    #[inline]
    pub(crate) fn start(&self, meet: usize) -> u32 {
        self.start[meet]
    }

    #[inline]
    pub(crate) fn holder(&self, task: usize) -> u32 {
        self.holder[task]
    }

    /// All that was decided: lengths, starts and holders.
    pub(crate) fn decisions(&self) -> (&[u32], &[u32], &[u32]) {
        (&self.length, &self.start, &self.holder)
    }

    /// The times at which a resource is busy.
    #[inline]
    pub(crate) fn busy(&self, resource: usize) -> Mask<W> {
        self.occupancy[resource].busy
    }

    /// The uses of a resource beyond the first, over all times.
    #[inline]
    pub(crate) fn excess(&self, resource: usize) -> i64 {
        self.occupancy[resource].excess
    }

    /// The workload of a resource, in the facts' units.
    #[inline]
    pub(crate) fn workload(&self, resource: usize) -> i64 {
        self.occupancy[resource].workload
    }

    /// How often a resource is used at a time.
    #[inline]
    pub(crate) fn uses(&self, resource: usize, time: usize) -> u32 {
        self.cells[resource * self.times + time].uses
    }

    /// The meet that uses a resource at a time, if it is exactly one.
    #[inline]
    pub(crate) fn occupant(&self, resource: usize, time: usize) -> Option<usize> {
        let cell = self.cells[resource * self.times + time];
        (cell.uses == 1).then_some(cell.meets as usize)
    }

    /// Who uses a resource at a time beside a meet that does: [`NONE`], one, or none if it cannot be
    /// told as there are several.
    #[inline]
    pub(crate) fn other(&self, resource: usize, time: usize, meet: usize) -> Option<u32> {
        let cell = self.cells[resource * self.times + time];
        match cell.uses {
            0 | 1 => Some(NONE),
            2 => Some(cell.meets ^ meet as u32),
            _ => None,
        }
    }

    /// The times that a meet takes; none while it is unplaced.
    #[inline]
    pub(crate) fn span(&self, meet: usize) -> Mask<W> {
        match self.start[meet] {
            NONE => Mask::default(),
            start => Mask::span(start as usize, self.length[meet] as usize),
        }
    }

    /// The meets of a unit that are in use.
    #[inline]
    pub(crate) fn active<'a>(
        &'a self,
        layout: &Layout<W>,
        unit: usize,
    ) -> impl Iterator<Item = usize> + use<'a, W> {
        layout.units[unit].meets.clone().filter(|&meet| self.length[meet] > 0)
    }

    /// The meets of a unit that are in use and have no time.
    pub(crate) fn unplaced<'a>(
        &'a self,
        layout: &Layout<W>,
        unit: usize,
    ) -> impl Iterator<Item = usize> + use<'a, W> {
        self.active(layout, unit).filter(|&meet| self.start[meet] == NONE)
    }

    /// How many times of the meets that a resource attends have no place yet.
    pub(crate) fn open(&self, layout: &Layout<W>, resource: usize) -> i64 {
        let unplaced = self.meets_of(layout, resource).filter(|&meet| self.start[meet] == NONE);
        unplaced.map(|meet| i64::from(self.length[meet])).sum()
    }

    /// Every resource at a meet, as often as it attends.
    #[inline]
    pub(crate) fn attendees(&self, layout: &Layout<W>, meet: usize, mut f: impl FnMut(usize)) {
        for fixed in &layout.unit(meet).fixed {
            f(fixed.resource as usize);
        }
        for task in layout.tasks(meet) {
            if self.holder[task] != NONE {
                f(self.holder[task] as usize);
            }
        }
    }

    /// The resources that come along wherever a meet goes: the fixed ones, and who holds its tasks for
    /// a whole group. Who fills a free task may stay behind. Stops at the first none. Loops and not an
    /// iterator: those cost the search one step in twenty.
    #[inline]
    pub(crate) fn companions(
        &self,
        layout: &Layout<W>,
        meet: usize,
        mut f: impl FnMut(usize) -> Option<()>,
    ) -> Option<()> {
        for fixed in &layout.unit(meet).fixed {
            f(fixed.resource as usize)?;
        }
        for task in layout.tasks(meet) {
            let holder = self.holder[task];
            if holder != NONE && layout.roles[layout.task_role[task] as usize].bound {
                f(holder as usize)?;
            }
        }
        Some(())
    }

    /// The meets that a resource attends: those of its units, then those of whose tasks it has.
    pub(crate) fn meets_of<'a>(
        &'a self,
        layout: &'a Layout<W>,
        resource: usize,
    ) -> impl Iterator<Item = usize> + 'a {
        let attended = layout.attends[resource].iter();
        let attended = attended.flat_map(|&unit| self.active(layout, unit as usize));
        let filled = layout.fills[resource].iter().flat_map(move |&role| {
            let unit = layout.roles[role as usize].unit;
            let offset = role as usize - layout.units[unit].roles.start;
            let task = move |meet: usize| layout.first_task[meet] as usize + offset;
            let holds = move |&meet: &usize| self.holder[task(meet)] == resource as u32;
            self.active(layout, unit).filter(holds)
        });
        attended.chain(filled)
    }

    #[inline]
    fn occupy(&mut self, resource: usize, meet: usize, start: u32) {
        let (start, length) = (start as usize, self.length[meet] as usize);
        let occupancy = &mut self.occupancy[resource];
        let cells = &mut self.cells[resource * self.times + start..][..length];
        for (time, cell) in (start..).zip(cells) {
            cell.meets ^= meet as u32;
            cell.uses += 1;
            if cell.uses == 1 {
                occupancy.busy.insert(time);
                self.supply.flip(occupancy.matched, time);
            } else {
                occupancy.excess += 1;
            }
        }
    }

    #[inline]
    fn vacate(&mut self, resource: usize, meet: usize, start: u32) {
        let (start, length) = (start as usize, self.length[meet] as usize);
        let occupancy = &mut self.occupancy[resource];
        let cells = &mut self.cells[resource * self.times + start..][..length];
        for (time, cell) in (start..).zip(cells) {
            cell.meets ^= meet as u32;
            cell.uses -= 1;
            if cell.uses == 0 {
                occupancy.busy.remove(time);
                self.supply.flip(occupancy.matched, time);
            } else {
                occupancy.excess -= 1;
            }
        }
    }

    #[inline]
    fn shift(&mut self, resource: usize, meet: usize, from: u32, to: u32) {
        if from != NONE {
            self.vacate(resource, meet, from);
        }
        if to != NONE {
            self.occupy(resource, meet, to);
        }
    }

    /// Starts a meet elsewhere, or nowhere.
    #[inline]
    pub(crate) fn set_start(&mut self, layout: &Layout<W>, meet: usize, start: u32) {
        let from = std::mem::replace(&mut self.start[meet], start);
        for fixed in &layout.unit(meet).fixed {
            self.shift(fixed.resource as usize, meet, from, start);
        }
        for task in layout.tasks(meet) {
            if self.holder[task] != NONE {
                self.shift(self.holder[task] as usize, meet, from, start);
            } else if layout.roles[layout.task_role[task] as usize].by_time {
                self.supply.set_waiting(task, start != NONE);
            }
        }
    }

    /// Gives a task to another resource, or to none.
    #[inline]
    pub(crate) fn set_holder(&mut self, layout: &Layout<W>, task: usize, resource: u32) {
        let meet = layout.task_meet[task] as usize;
        let role = &layout.roles[layout.task_role[task] as usize];
        let share = role.share * i64::from(self.length[meet]);
        let start = self.start[meet];
        if role.by_time {
            self.supply.set_waiting(task, start != NONE && resource == NONE);
        }
        let from = std::mem::replace(&mut self.holder[task], resource);
        if from != NONE {
            self.occupancy[from as usize].workload -= share;
            self.shift(from as usize, meet, start, NONE);
        }
        if resource != NONE {
            self.occupancy[resource as usize].workload += share;
            self.shift(resource as usize, meet, NONE, start);
        }
    }

    /// Makes an unplaced meet last longer or shorter; zero frees its slot.
    pub(crate) fn set_length(&mut self, layout: &Layout<W>, meet: usize, length: u32) {
        debug_assert_eq!(self.start[meet], NONE, "only unplaced meets change their length");
        let change = i64::from(length) - i64::from(self.length[meet]);
        self.length[meet] = length;
        for fixed in &layout.unit(meet).fixed {
            self.occupancy[fixed.resource as usize].workload += fixed.share * change;
        }
        for task in layout.tasks(meet) {
            if self.holder[task] != NONE {
                let share = layout.roles[layout.task_role[task] as usize].share;
                self.occupancy[self.holder[task] as usize].workload += share * change;
            }
        }
    }
}
