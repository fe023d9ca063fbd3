//! A timetable with its cost, behind a handful of basic operations that can be undone.
//!
//! Moves speak only in these operations; monitors only hear them. An operation notes which owners
//! it touched, and [`State::settle`] counts those again. Undo puts old costs back without counting.

mod counting;

use crate::assignment::Assignment;
use crate::compiled::Compiled;
use crate::journal::{Entry, Journal, Mark};
use crate::layout::{Layout, NONE};
use crate::mask::Mask;
use crate::snapshot::Snapshot;
use crate::stubborn::Stubborn;
use jadwal_model::Cost;

/// What a monitor belongs to: units first, then roles, groups and resources, in one numbering.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Owner {
    Unit(usize),
    Role(usize),
    Group(usize),
    Resource(usize),
}

/// A timetable in the making, with its cost.
#[derive(Clone, Debug)]
pub(crate) struct State<'c, const W: usize> {
    pub(crate) compiled: &'c Compiled<W>,
    now: Assignment<W>,
    journal: Journal,
    /// By owner.
    costs: Vec<Cost>,
    total: Cost,
    stubborn: Stubborn,
    /// How often an owner has been touched so far.
    work: u64,
    /// Whether meets may still wait for a time.
    partial: bool,
    touched: Vec<u32>,
    is_touched: Vec<bool>,
    first_role: usize,
    first_group: usize,
    first_resource: usize,
}

impl<'c, const W: usize> State<'c, W> {
    /// Every event whole and unplaced, except where the instance fixes its time.
    pub(crate) fn new(compiled: &'c Compiled<W>) -> Self {
        let layout = &compiled.layout;
        let first_role = layout.units.len();
        let first_group = first_role + layout.roles.len();
        let first_resource = first_group + compiled.by_group.len();
        let owners = first_resource + layout.resources;
        let mut state = Self {
            compiled,
            now: Assignment::new(layout),
            journal: Journal::default(),
            costs: vec![Cost::ZERO; owners],
            total: compiled.constant,
            stubborn: Stubborn::new(owners),
            work: 0,
            partial: false,
            touched: (0..owners as u32).collect(),
            is_touched: vec![true; owners],
            first_role,
            first_group,
            first_resource,
        };
        for unit in &layout.units {
            let meet = unit.meets.start;
            state.now.set_length(layout, meet, unit.duration);
            if let Some(start) = unit.fixed_start {
                state.now.set_start(layout, meet, start);
            }
        }
        state.settle();
        state.commit();
        state
    }

    #[inline]
    pub(crate) const fn layout(&self) -> &'c Layout<W> {
        &self.compiled.layout
    }

    /// Who is where when.
    #[inline]
    pub(crate) const fn now(&self) -> &Assignment<W> {
        &self.now
    }

    /// The cost at the last [`State::settle`].
    #[inline]
    pub(crate) const fn cost(&self) -> Cost {
        self.total
    }

    /// How often an owner that was settled has been touched so far.
    pub(crate) const fn work(&self) -> u64 {
        self.work
    }

    /// Makes the hard cost of these owners weigh more from now on.
    pub(crate) fn insist(&mut self, owners: &[u32]) {
        self.stubborn.insist(owners, &self.costs);
    }

    /// The cost of one owner at the last [`State::settle`].
    #[inline]
    pub(crate) fn cost_of(&self, owner: Owner) -> Cost {
        self.costs[self.number(owner)]
    }

    pub(crate) const fn number(&self, owner: Owner) -> usize {
        match owner {
            Owner::Unit(unit) => unit,
            Owner::Role(role) => self.first_role + role,
            Owner::Group(group) => self.first_group + group,
            Owner::Resource(resource) => self.first_resource + resource,
        }
    }

    pub(crate) const fn owner(&self, number: usize) -> Owner {
        if number < self.first_role {
            Owner::Unit(number)
        } else if number < self.first_group {
            Owner::Role(number - self.first_role)
        } else if number < self.first_resource {
            Owner::Group(number - self.first_group)
        } else {
            Owner::Resource(number - self.first_resource)
        }
    }

    pub(crate) fn owners(&self) -> usize {
        self.costs.len()
    }

    #[inline]
    fn touch(&mut self, number: usize) {
        if !self.is_touched[number] {
            self.is_touched[number] = true;
            self.touched.push(number as u32);
            self.work += 1;
        }
    }

    fn touch_resource(&mut self, resource: u32) {
        let compiled = self.compiled;
        self.touch(self.first_resource + resource as usize);
        for &group in &compiled.resource_groups[resource as usize] {
            self.touch(self.first_group + group as usize);
        }
    }

    fn touch_attendees(&mut self, meet: usize) {
        let layout = self.layout();
        for fixed in &layout.unit(meet).fixed {
            self.touch_resource(fixed.resource);
        }
        for task in layout.tasks(meet) {
            let holder = self.now.holder(task);
            if holder != NONE {
                self.touch_resource(holder);
            }
        }
    }

    fn touch_unit(&mut self, unit: usize) {
        self.touch(unit);
        let compiled = self.compiled;
        for &group in &compiled.unit_groups[unit] {
            self.touch(self.first_group + group as usize);
        }
    }

    /// Starts a meet at a time, or unplaces it with [`NONE`].
    pub(crate) fn assign_time(&mut self, meet: usize, start: u32) {
        let old = self.now.start(meet);
        if old == start {
            return;
        }
        self.journal.push(Entry::Start(meet as u32, old));
        self.now.set_start(self.layout(), meet, start);
        self.touch_attendees(meet);
        self.touch_unit(self.layout().meet_unit[meet] as usize);
    }

    /// Gives a task to a resource, or to none with [`NONE`].
    pub(crate) fn assign_resource(&mut self, task: usize, resource: u32) {
        let old = self.now.holder(task);
        if old == resource {
            return;
        }
        self.journal.push(Entry::Holder(task as u32, old));
        self.now.set_holder(self.layout(), task, resource);
        for holder in [old, resource] {
            if holder != NONE {
                self.touch_resource(holder);
            }
        }
        let role = self.layout().task_role[task] as usize;
        if self.compiled.carries[role] {
            self.touch_carried(self.layout().task_meet[task] as usize);
        }
        self.touch_role(role);
    }

    /// Who is where a meet is, and is counted by its places.
    fn touch_carried(&mut self, meet: usize) {
        let compiled = self.compiled;
        let layout = &compiled.layout;
        for fixed in &layout.unit(meet).fixed {
            if compiled.is_carried[fixed.resource as usize] {
                self.touch_resource(fixed.resource);
            }
        }
        for task in layout.tasks(meet) {
            let holder = self.now.holder(task);
            if holder != NONE && compiled.is_carried[holder as usize] {
                self.touch_resource(holder);
            }
        }
    }

    fn touch_role(&mut self, role: usize) {
        let compiled = self.compiled;
        self.touch(self.first_role + role);
        for &group in &compiled.role_groups[role] {
            self.touch(self.first_group + group as usize);
        }
    }

    /// Unplaces a meet and makes it last longer or shorter; zero frees its slot.
    pub(crate) fn resize(&mut self, meet: usize, length: u32) {
        self.assign_time(meet, NONE);
        let old = self.now.length(meet);
        self.journal.push(Entry::Length(meet as u32, old));
        self.now.set_length(self.layout(), meet, length);
        self.touch_attendees(meet);
        let unit = self.layout().meet_unit[meet] as usize;
        self.touch_unit(unit);
        for role in self.layout().units[unit].roles.clone() {
            self.touch_role(role);
        }
    }

    /// Cuts a meet: it keeps its start and its first `length` times, the rest goes unplaced, with the
    /// same resources, into a free slot, which is returned; none when all slots are used.
    pub(crate) fn split(&mut self, meet: usize, length: u32) -> Option<usize> {
        let unit = self.layout().meet_unit[meet] as usize;
        let mut slots = self.layout().units[unit].meets.clone();
        let rest = slots.find(|&slot| self.now.length(slot) == 0)?;
        let (start, whole) = (self.now.start(meet), self.now.length(meet));
        self.resize(meet, length);
        self.assign_time(meet, start);
        self.resize(rest, whole - length);
        for (to, from) in self.layout().tasks(rest).zip(self.layout().tasks(meet)) {
            self.assign_resource(to, self.now.holder(from));
        }
        Some(rest)
    }

    /// Joins the second meet to the first, which is left unplaced.
    pub(crate) fn merge(&mut self, meet: usize, other: usize) {
        let whole = self.now.length(meet) + self.now.length(other);
        for task in self.layout().tasks(other) {
            self.assign_resource(task, NONE);
        }
        self.resize(other, 0);
        self.resize(meet, whole);
    }

    /// What was done since the last commit.
    pub(crate) fn entries(&self) -> &[Entry] {
        self.journal.entries()
    }

    /// Whether a meet lost its time since the last commit.
    pub(crate) fn sends_away(&self) -> bool {
        let sent = |entry: &Entry| match *entry {
            Entry::Start(meet, old) => {
                old != NONE
                    && self.now.start(meet as usize) == NONE
                    && self.now.length(meet as usize) > 0
            }
            _ => false,
        };
        self.journal.entries().iter().any(sent)
    }

    /// The tasks whose holders changed since the last commit, each with who has it now.
    pub(crate) fn new_holders(&self) -> Vec<(usize, u32)> {
        let mut holders: Vec<(usize, u32)> = Vec::new();
        for entry in self.journal.entries() {
            if let Entry::Holder(task, _) = *entry {
                let task = task as usize;
                if !holders.iter().any(|&(other, _)| other == task) {
                    holders.push((task, self.now.holder(task)));
                }
            }
        }
        holders
    }

    /// The timetable, to come back to.
    pub(crate) fn snapshot(&self) -> Snapshot {
        let mut snapshot = Snapshot::default();
        self.save(&mut snapshot);
        snapshot
    }

    /// The same into an older snapshot, whose memory is used again.
    pub(crate) fn save(&self, snapshot: &mut Snapshot) {
        let (lengths, starts, holders) = self.now.decisions();
        lengths.clone_into(&mut snapshot.lengths);
        starts.clone_into(&mut snapshot.starts);
        holders.clone_into(&mut snapshot.holders);
    }

    /// Comes back to a timetable.
    pub(crate) fn restore(&mut self, snapshot: &Snapshot) {
        for (meet, &length) in snapshot.lengths.iter().enumerate() {
            if self.now.length(meet) != length {
                self.resize(meet, length);
            }
        }
        for (meet, &start) in snapshot.starts.iter().enumerate() {
            self.assign_time(meet, start);
        }
        for (task, &holder) in snapshot.holders.iter().enumerate() {
            self.assign_resource(task, holder);
        }
        self.settle();
        self.commit();
    }

    /// The mark right after the last commit.
    #[inline]
    pub(crate) const fn start(&self) -> Mark {
        Mark::START
    }

    /// A point to go back to. What was done before it has been settled, or going back would forget
    /// to count it.
    #[inline]
    pub(crate) fn mark(&self) -> Mark {
        self.journal.mark()
    }

    /// Puts everything back as it was at the mark.
    pub(crate) fn undo_to(&mut self, mark: Mark) {
        let layout = self.layout();
        while let Some(entry) = self.journal.pop(mark) {
            match entry {
                Entry::Start(meet, start) => self.now.set_start(layout, meet as usize, start),
                Entry::Holder(task, holder) => self.now.set_holder(layout, task as usize, holder),
                Entry::Length(meet, length) => self.now.set_length(layout, meet as usize, length),
                Entry::Price(number, cost) => {
                    let now = std::mem::replace(&mut self.costs[number as usize], cost);
                    self.total.hard += cost.hard - now.hard;
                    self.total.soft += cost.soft - now.soft;
                    self.stubborn.change(number as usize, now.hard, cost.hard);
                }
            }
        }
    }

    /// Keeps what was done; it can no longer be undone.
    #[inline]
    pub(crate) fn commit(&mut self) {
        self.journal.clear();
    }

    /// Calls `f` with every owner whose cost changed since the last commit, and its old cost.
    pub(crate) fn changed(&self, mut f: impl FnMut(usize, Cost, Cost)) {
        for entry in self.journal.entries() {
            if let Entry::Price(number, old) = *entry {
                f(number as usize, old, self.costs[number as usize]);
            }
        }
    }

    /// The hard price of the clashes that a meet would bring at a start, without trying it: a floor,
    /// as other meets do not move. Free tasks are left out, as they may be filled anew.
    #[inline]
    pub(crate) fn new_clashes(&self, meet: usize, start: u32) -> i64 {
        let times = start as usize..(start + self.now.length(meet)) as usize;
        if times.is_empty() {
            return 0;
        }
        let wanted = Mask::span(times.start, times.len()).minus(self.now.span(meet));
        let mut price = 0;
        self.now.companions(self.layout(), meet, |resource| {
            let clashes = self.now.busy(resource).count_common(&wanted, &times);
            if clashes > 0 {
                price += clashes * self.compiled.clash_price[resource];
            }
            Some(())
        });
        price
    }

    /// Those of some starts at which a meet would bring no clash that costs; its own times are free to
    /// it, whoever else is there.
    #[inline]
    pub(crate) fn free_starts<'s>(
        &self,
        meet: usize,
        starts: impl Iterator<Item = &'s u32>,
    ) -> impl Iterator<Item = u32> {
        let mut taken = Mask::default();
        self.now.companions(self.layout(), meet, |resource| {
            if self.compiled.clash_price[resource] > 0 {
                taken = taken.or(self.now.busy(resource));
            }
            Some(())
        });
        let taken = taken.minus(self.now.span(meet));
        let length = self.now.length(meet);
        let is_free =
            move |start: u32| (start..start + length).all(|t| !taken.contains(t as usize));
        starts.copied().filter(move |&start| is_free(start))
    }

    /// The first of some starts where the clashes of a meet cost least; none where there are no starts.
    #[inline]
    pub(crate) fn least_clashing_start<'s>(
        &self,
        meet: usize,
        starts: impl Iterator<Item = &'s u32>,
    ) -> Option<u32> {
        starts.copied().min_by_key(|&start| self.new_clashes(meet, start))
    }
}
