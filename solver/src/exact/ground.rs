//! What the rows of a programme stand on: the columns of the meets, and who is busy when.
//!
//! For each block of events, each length and each start, a column says how many meets of the block are
//! so; lengths add up to the duration. Everything else follows from these.

use super::blocks::Blocks;
use super::linear::Linear;
use super::programme::{Hard, Programme};
use jadwal_model::{EventId, Id, Instance, Kind};

/// Meets of a block that are alike.
#[derive(Clone, Debug)]
pub(super) struct Meets {
    pub(super) length: u32,
    /// None for meets without a time.
    pub(super) start: Option<u32>,
    /// How many there are.
    pub(super) number: Linear,
}

/// The programme, and what its columns stand for.
#[derive(Clone, Debug)]
pub(super) struct Ground<'a> {
    pub(super) instance: &'a Instance,
    pub(super) blocks: Blocks,
    pub(super) programme: Programme,
    /// By block.
    pub(super) meets: Vec<Vec<Meets>>,
    /// By block and time: how many meets run then.
    running: Vec<Vec<Linear>>,
    /// By block: whether its meets surely never overlap.
    apart: Vec<bool>,
    /// By resource: the blocks it attends, as often as it does.
    attends: Vec<Vec<usize>>,
    /// By resource: whether it surely never attends two meets at once.
    alone: Vec<bool>,
    /// By resource: whether it depends on the columns when it is busy. What does not costs the same
    /// whatever they are, and may be left out where a part of a timetable is looked at.
    pub(super) depends: Vec<bool>,
    /// By resource: the times at which it is used besides, as often as it is.
    besides: Vec<Vec<usize>>,
    /// By resource and time, once asked for: whether it is busy.
    busy: Vec<Vec<Option<Linear>>>,
}

impl<'a> Ground<'a> {
    /// Cuts and places the blocks.
    pub(super) fn new(instance: &'a Instance, blocks: Blocks, hard: Hard) -> Self {
        let facts = &instance.facts;
        let (times, resources) = (facts.times.len(), facts.resources.len());
        let mut this = Self {
            instance,
            programme: Programme::new(hard),
            meets: Vec::new(),
            running: vec![vec![Linear::default(); times]; blocks.list.len()],
            apart: blocks.list.iter().map(|block| block.duration == 1).collect(),
            attends: vec![Vec::new(); resources],
            alone: vec![false; resources],
            depends: vec![blocks.are_whole(); resources],
            besides: vec![Vec::new(); resources],
            busy: vec![vec![None; times]; resources],
            blocks,
        };
        this.attend();
        for block in 0..this.blocks.list.len() {
            this.place(block);
        }
        this
    }

    /// Notes who attends what, and who is never at two places at once.
    fn attend(&mut self) {
        for (block, all) in self.blocks.list.iter().enumerate() {
            for &resource in &all.attending {
                self.attends[resource].push(block);
                self.depends[resource] |= all.is_open();
            }
        }
        for &(resource, time) in &self.blocks.besides {
            self.besides[resource].push(time);
        }
        if self.programme.hard == Hard::Costs {
            return;
        }
        for constraint in self.instance.constraints.iter().filter(|c| c.required && c.weight > 0) {
            let Kind::AvoidClashes(k) = &constraint.kind else { continue };
            for resource in k.applies_to.resources(&self.instance.facts).map(Id::index) {
                self.alone[resource] = true;
                self.attends[resource].iter().for_each(|&block| self.apart[block] = true);
            }
        }
    }

    /// The columns of a block: how it is cut and placed.
    fn place(&mut self, index: usize) {
        let block = &self.blocks.list[index];
        let number = Linear::constant(1);
        let held = block.held.iter();
        let mut meets: Vec<Meets> =
            held.map(|&(length, start)| Meets { length, start, number: number.clone() }).collect();
        let free = block.duration - block.held.iter().map(|&(length, _)| length).sum::<u32>();
        let lengths = (0u32..).zip(&block.starts).skip(1);
        for (length, starts) in lengths.filter(|&(length, _)| length <= free) {
            let most = i64::from(free / length);
            let placed = if self.apart[index] { 1 } else { most };
            for start in starts.iter().map(|&start| Some(start)).chain([None]) {
                let upper = if start.is_some() { placed } else { most };
                let number = Linear::column(self.programme.column(0, upper));
                meets.push(Meets { length, start, number });
            }
        }
        let mut cover = Linear::default();
        let mut number = Linear::default();
        for all in &meets {
            cover.add(i64::from(all.length), &all.number);
            number.add(1, &all.number);
        }
        self.programme.equal(cover, i64::from(block.duration));
        self.programme.row(number, None, Some(i64::from(block.most)));
        for all in &meets {
            let Some(start) = all.start else { continue };
            for time in start..start + all.length {
                self.running[index][time as usize].add(1, &all.number);
            }
        }
        self.meets.push(meets);
    }

    /// How often a resource is used at a time.
    pub(super) fn uses(&self, resource: usize, time: usize) -> Linear {
        let besides = self.besides[resource].iter().filter(|&&other| other == time).count();
        let mut uses = Linear::constant(besides as i64);
        self.attends[resource].iter().for_each(|&block| uses.add(1, &self.running[block][time]));
        uses
    }

    /// Whether a resource is busy at a time.
    pub(super) fn busy(&mut self, resource: usize, time: usize) -> Linear {
        if let Some(known) = &self.busy[resource][time] {
            return known.clone();
        }
        let mut uses = self.uses(resource, time);
        uses.tidy();
        let busy = if self.alone[resource] { uses } else { self.programme.presence(uses) };
        self.busy[resource][time] = Some(busy.clone());
        busy
    }

    /// Whether a block runs at a time.
    pub(super) fn runs(&mut self, block: usize, time: usize) -> Linear {
        let running = self.running[block][time].clone();
        if self.apart[block] { running } else { self.programme.presence(running) }
    }

    /// Adds up something of the meets of an event.
    pub(super) fn sum(&self, event: EventId, each: impl Fn(&Meets) -> i64) -> Linear {
        self.sum_block(self.blocks.of[event.index()], each)
    }

    pub(super) fn sum_block(&self, block: usize, each: impl Fn(&Meets) -> i64) -> Linear {
        let mut sum = Linear::default();
        for all in &self.meets[block] {
            let times = each(all);
            if times != 0 {
                sum.add(times, &all.number);
            }
        }
        sum
    }
}
