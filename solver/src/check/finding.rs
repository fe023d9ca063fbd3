//! What a check can find: typed data, to be put into words elsewhere.

use jadwal_model::{ConstraintId, EventGroupId, EventId, ResourceId, TimeGroupId, TimeId};
use serde::Serialize;

/// How sure a finding is.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize)]
pub enum Certainty {
    /// No timetable keeps all hard constraints.
    Proved,
    /// Nothing is left over: a timetable may exist, but is hard to find.
    Likely,
}

/// A role of an event, by its position among the event's resources.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Serialize)]
pub struct Role {
    /// The event.
    pub event: EventId,
    /// Which of its resources.
    pub position: usize,
}

/// Something that cannot work, or hardly.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
pub struct Finding {
    /// Whether it is a proof.
    pub certainty: Certainty,
    /// Who and where.
    pub what: FindingKind,
    /// How much is needed; each kind says of what.
    pub needed: i64,
    /// How much there is of it.
    pub available: i64,
    /// The hard constraints that bring it about, in order, each once.
    pub constraints: Vec<ConstraintId>,
    /// What would help, the mildest first; one is enough only where it says so by its numbers.
    pub repairs: Vec<Repair>,
}

/// Who lacks what. All lists are in order, each entry once.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug, Serialize)]
pub enum FindingKind {
    /// The legal pieces of an event do not add up to it. Needed: one cut; available: none.
    NoCut {
        /// The event.
        event: EventId,
    },
    /// An event has nowhere to start. Needed: one start; available: none.
    NoStart {
        /// The event.
        event: EventId,
        /// Its start, where that is fixed.
        fixed: Option<TimeId>,
        /// Those attending who are away at some of the times in question.
        away: Vec<ResourceId>,
    },
    /// A role that nobody can fill at any start of its event. Needed: one; available: none.
    NoCandidate {
        /// The role.
        role: Role,
        /// Who could fill it if they were there; empty if nobody could.
        away: Vec<ResourceId>,
    },
    /// Events with fixed starts overlap. Needed: the times they last; available: those they cover.
    FixedClash {
        /// Who would attend them at once.
        resource: ResourceId,
        /// The events.
        events: Vec<EventId>,
        /// When.
        times: Vec<TimeId>,
    },
    /// More to attend than there are times. Counts times.
    Load {
        /// Who.
        resource: ResourceId,
        /// What it attends.
        events: Vec<EventId>,
        /// When it could.
        times: Vec<TimeId>,
    },
    /// Events that can only be at some times are too many for them. Counts times.
    Crowded {
        /// Who attends them all.
        resource: ResourceId,
        /// The events.
        events: Vec<EventId>,
        /// All the times at which they can be.
        times: Vec<TimeId>,
    },
    /// Long meets are too many for the runs of free times. Counts meets.
    LongMeets {
        /// Who attends them.
        resource: ResourceId,
        /// So long, or longer.
        length: u32,
        /// The events.
        events: Vec<EventId>,
    },
    /// The lengths of the meets do not fill the runs of free times. Counts times.
    Lengths {
        /// Who attends them.
        resource: ResourceId,
        /// The events.
        events: Vec<EventId>,
    },
    /// The limits on time groups leave too few times, or, if only likely, not one more than needed.
    /// Counts times.
    Limits {
        /// Who.
        resource: ResourceId,
        /// What it attends.
        events: Vec<EventId>,
        /// How many pairs of time groups may both be busy, where that is limited.
        exceptions: Option<i64>,
    },
    /// No number of busy time groups fits both the least and the most of each. Needed: the least
    /// that fits; available: what there is to attend. Counts times.
    TooLittle {
        /// Who.
        resource: ResourceId,
        /// What it attends.
        events: Vec<EventId>,
    },
    /// Too few time groups in which to be busy. Counts time groups.
    TooFewGroups {
        /// Who.
        resource: ResourceId,
        /// Those left.
        groups: Vec<TimeGroupId>,
    },
    /// More meets than may start in the time groups. Counts meets.
    Spread {
        /// The event group that is spread.
        group: EventGroupId,
        /// The events of it that are too many.
        events: Vec<EventId>,
        /// The time groups in which they can start.
        time_groups: Vec<TimeGroupId>,
    },
    /// Fewer meets than have to start in time groups. Counts meets.
    SpreadLeast {
        /// The event group that is spread.
        group: EventGroupId,
        /// The time groups.
        time_groups: Vec<TimeGroupId>,
    },
    /// Events that should run at once share a resource. Needed: of it; available: one.
    SharedResource {
        /// Who.
        resource: ResourceId,
        /// The events; one, if it is listed twice in that.
        events: Vec<EventId>,
    },
    /// Events that should run at once have too few times in common. Counts times.
    NoCommonTimes {
        /// The events.
        events: Vec<EventId>,
        /// The times that they do have in common.
        times: Vec<TimeId>,
    },
    /// Events that should run at once do not last equally long. Needed: the longest; available: the
    /// shortest.
    UnequalDurations {
        /// The events.
        events: Vec<EventId>,
    },
    /// Roles to be filled at once are more than the resources for them. Counts resources.
    TooManyAtOnce {
        /// The roles.
        roles: Vec<Role>,
        /// All who can fill them.
        candidates: Vec<ResourceId>,
    },
    /// Roles take more times than the resources for them have. Counts times of resources.
    Supply {
        /// The roles.
        roles: Vec<Role>,
        /// All who can fill them.
        candidates: Vec<ResourceId>,
    },
    /// At some times more roles have to be filled than there are resources. Counts times of
    /// resources.
    SupplyAtTimes {
        /// The roles.
        roles: Vec<Role>,
        /// The events that one of the candidates attends anyway.
        events: Vec<EventId>,
        /// All who can fill them.
        candidates: Vec<ResourceId>,
        /// The times.
        times: Vec<TimeId>,
    },
    /// What a resource has to attend is above its greatest workload. Counts workload, rounded up.
    Workload {
        /// Who.
        resource: ResourceId,
        /// What it attends.
        events: Vec<EventId>,
    },
    /// All that a resource could attend is below its least workload. Counts workload.
    WorkloadLeast {
        /// Who.
        resource: ResourceId,
    },
    /// Roles bring more workload than the resources for them may have. Counts workload, rounded up.
    WorkloadSupply {
        /// The roles.
        roles: Vec<Role>,
        /// All who can fill them.
        candidates: Vec<ResourceId>,
    },
}

/// One thing that would help.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug, Serialize)]
pub enum Repair {
    /// Let both groups of so many more pairs be busy.
    AllowExceptions {
        /// Whose.
        resource: ResourceId,
        /// How many more.
        more: i64,
    },
    /// Let a resource attend at some of the times at which it is away.
    FreeTimes {
        /// Who.
        resource: ResourceId,
        /// At least so many.
        number: i64,
        /// Of these.
        times: Vec<TimeId>,
    },
    /// Let an event start at more times.
    AllowTimes {
        /// The event.
        event: EventId,
    },
    /// Give up the fixed start of an event.
    MoveFixed {
        /// The event.
        event: EventId,
    },
    /// Add resources.
    AddResource {
        /// Of the same kind as this one.
        like: ResourceId,
        /// At least so many.
        number: i64,
    },
    /// Let others fill a role.
    AllowCandidates {
        /// The role.
        role: Role,
    },
    /// Have a resource attend less.
    LessDemand {
        /// Who.
        resource: ResourceId,
        /// At least so many times less.
        times: i64,
    },
    /// Cut an event into other pieces.
    CutOtherwise {
        /// The event.
        event: EventId,
    },
    /// Do without a constraint, or ease it.
    RemoveConstraint(ConstraintId),
}

impl Finding {
    /// A proof.
    pub(super) fn proved(what: FindingKind, needed: i64, available: i64) -> Self {
        let (constraints, repairs) = (Vec::new(), Vec::new());
        Self { certainty: Certainty::Proved, what, needed, available, constraints, repairs }
    }

    /// A suspicion.
    pub(super) fn likely(what: FindingKind, needed: i64, available: i64) -> Self {
        Self { certainty: Certainty::Likely, ..Self::proved(what, needed, available) }
    }

    /// With the constraints behind it.
    pub(super) fn because(mut self, of: impl IntoIterator<Item = ConstraintId>) -> Self {
        self.constraints.extend(of);
        self.constraints.sort_unstable();
        self.constraints.dedup();
        self
    }

    /// With repairs.
    pub(super) fn repaired_by(mut self, repairs: impl IntoIterator<Item = Repair>) -> Self {
        for repair in repairs {
            if !self.repairs.contains(&repair) {
                self.repairs.push(repair);
            }
        }
        self
    }

    /// How much is lacking.
    #[must_use]
    pub const fn shortage(&self) -> i64 {
        self.needed.saturating_sub(self.available)
    }
}
