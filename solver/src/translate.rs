//! Solutions out of a state and into it.

use crate::layout::NONE;
use crate::state::State;
use jadwal_model::{Facts, Id, Meet, ResourceId, Solution, TimeId};

impl<const W: usize> State<'_, W> {
    /// The timetable as a solution, one meet for each event of a unit's meet.
    pub(crate) fn solution(&self, facts: &Facts) -> Solution {
        let layout = self.layout();
        let mut solution = Solution::default();
        for (index, unit) in layout.units.iter().enumerate() {
            for meet in self.now().active(layout, index) {
                let start = self.now().start(meet);
                let time = (start != NONE).then(|| TimeId::new(start as usize));
                for &event in &unit.events {
                    let resources = &facts.events[event].resources;
                    let mut tasks: Vec<_> = resources.iter().map(|r| r.preassigned).collect();
                    for (task, role) in layout.tasks(meet).zip(unit.roles.clone()) {
                        let role = &layout.roles[role];
                        let holder = self.now().holder(task);
                        if role.event == event && holder != NONE {
                            tasks[role.index] = Some(ResourceId::new(holder as usize));
                        }
                    }
                    let duration = self.now().length(meet);
                    solution.meets.push(Meet { event, duration, time, tasks });
                }
            }
        }
        solution.sort();
        solution
    }

    /// Takes over a solution as far as the units can show it: of events that are placed by one
    /// decision, the first one's meets count.
    pub(crate) fn load(&mut self, solution: &Solution) {
        let layout = self.layout();
        let mut taken = vec![false; solution.meets.len()];
        for (index, unit) in layout.units.iter().enumerate() {
            let leader: Vec<&Meet> =
                solution.meets.iter().filter(|meet| meet.event == unit.events[0]).collect();
            if leader.is_empty() || leader.len() > unit.meets.len() {
                continue;
            }
            for meet in unit.meets.clone() {
                self.resize(meet, 0);
            }
            for (slot, wanted) in unit.meets.clone().zip(&leader) {
                self.resize(slot, wanted.duration);
                self.assign_time(slot, wanted.time.map_or(NONE, |time| time.index() as u32));
                for &event in &unit.events {
                    let alike = |&index: &usize| {
                        let meet = &solution.meets[index];
                        let at_once = meet.time == wanted.time && meet.duration == wanted.duration;
                        meet.event == event && at_once && !taken[index]
                    };
                    // of several meets alike, each brings its own resources
                    let source = (0..solution.meets.len()).find(alike);
                    source.into_iter().for_each(|index| taken[index] = true);
                    for task in layout.tasks(slot) {
                        let role = &layout.roles[layout.task_role[task] as usize];
                        if role.event == event {
                            let holder = source.and_then(|i| solution.meets[i].tasks[role.index]);
                            self.assign_resource(task, holder.map_or(NONE, |r| r.index() as u32));
                        }
                    }
                }
            }
            debug_assert_eq!(
                self.now().active(layout, index).map(|m| self.now().length(m)).sum::<u32>(),
                unit.duration
            );
        }
        self.settle();
        self.commit();
    }
}
