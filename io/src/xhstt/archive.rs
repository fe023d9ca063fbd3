//! Archives: what one XHSTT file holds.

use jadwal_model::{Instance, MetaData, Solution};

/// What one XHSTT file holds.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct Archive {
    /// Its identifier.
    pub code: Option<String>,
    /// What it says about itself.
    pub meta: Option<MetaData>,
    /// The problems.
    pub instances: Vec<Instance>,
    /// The timetables, by who made them.
    pub solution_groups: Vec<SolutionGroup>,
}

impl Archive {
    /// An archive of these problems, without timetables.
    #[must_use]
    pub fn of(instances: Vec<Instance>) -> Self {
        Self { instances, ..Self::default() }
    }

    /// An archive of one problem and one timetable of it.
    #[must_use]
    pub fn solved(instance: Instance, solution: Solution) -> Self {
        let code = instance.code.clone();
        let solution = ArchiveSolution { instance: code, solution, ..ArchiveSolution::default() };
        let meta = GroupMeta { contributor: "Jadwal".to_owned(), ..GroupMeta::default() };
        let group = SolutionGroup { code: "Jadwal".to_owned(), meta, solutions: vec![solution] };
        Self { instances: vec![instance], solution_groups: vec![group], ..Self::default() }
    }

    /// Leaves out all other instances, and the solutions of all others.
    pub fn keep_instance(&mut self, code: &str) {
        self.instances.retain(|instance| instance.code == code);
        for group in &mut self.solution_groups {
            group.solutions.retain(|solution| solution.instance == code);
        }
        self.solution_groups.retain(|group| !group.solutions.is_empty());
    }
}

/// What a file says about a group of solutions; for readers only.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct GroupMeta {
    /// Who made them.
    pub contributor: String,
    /// When, as written.
    pub date: String,
    /// How they were made.
    pub description: String,
    /// Where this was published.
    pub publication: Option<String>,
    /// Anything else.
    pub remarks: Option<String>,
}

/// Solutions that were made together, of one instance or of several.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub struct SolutionGroup {
    /// Its identifier.
    pub code: String,
    /// What it says about itself.
    pub meta: GroupMeta,
    /// The solutions.
    pub solutions: Vec<ArchiveSolution>,
}

/// One solution, and what its file says about it.
///
/// Two are equal wherever they stand: the line is not compared.
#[derive(Clone, Debug, Default)]
pub struct ArchiveSolution {
    /// The identifier of its instance.
    pub instance: String,
    /// The timetable; it fits its instance.
    pub solution: Solution,
    /// How it was made.
    pub description: Option<String>,
    /// How long that took, as written.
    pub running_time: Option<String>,
    /// The line at which it begins; 0 if it was not read from a file.
    pub line: usize,
}

impl PartialEq for ArchiveSolution {
    fn eq(&self, other: &Self) -> bool {
        let told = |solution: &Self| (solution.description.clone(), solution.running_time.clone());
        self.instance == other.instance
            && self.solution == other.solution
            && told(self) == told(other)
    }
}

impl Eq for ArchiveSolution {}
