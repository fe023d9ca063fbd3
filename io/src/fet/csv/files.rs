//! How the files are called, and what stands over their columns.

/// What the name of a file ends with after the name of the data, and its headings.
pub(super) struct File {
    pub(super) ending: &'static str,
    pub(super) headings: &'static [&'static str],
}

pub(super) const ACTIVITIES: File = File {
    ending: "_activities.csv",
    headings: &[
        "Students Sets",
        "Subject",
        "Teachers",
        "Activity Tags",
        "Total Duration",
        "Split Duration",
        "Min Days",
        "Weight",
        "Consecutive",
        "Comments",
    ],
};

pub(super) const STUDENTS: File = File {
    ending: "_students.csv",
    headings: &[
        "Year",
        "Number of Students per Year",
        "Group",
        "Number of Students per Group",
        "Subgroup",
        "Number of Students per Subgroup",
        "Comments",
    ],
};

pub(super) const TEACHERS: File =
    File { ending: "_teachers.csv", headings: &["Teacher", "Comments"] };

pub(super) const SUBJECTS: File =
    File { ending: "_subjects.csv", headings: &["Subject", "Comments"] };

pub(super) const TAGS: File =
    File { ending: "_activity_tags.csv", headings: &["Activity Tag", "Comments"] };

pub(super) const ROOMS: File = File {
    ending: "_rooms_and_buildings.csv",
    headings: &["Room", "Room Capacity", "Building", "Comments"],
};

pub(super) const TIMETABLE: File = File {
    ending: "_timetable.csv",
    headings: &[
        "Activity Id",
        "Day",
        "Hour",
        "Students Sets",
        "Subject",
        "Teachers",
        "Activity Tags",
        "Room",
        "Comments",
    ],
};

/// Who is not there when: its columns are named by the days, between those that are named here.
pub(super) const NOT_AVAILABLE: File =
    File { ending: "_teacher_not_available.csv", headings: &["Teacher Name", "Hour", "Comments"] };

/// Counts of hours, whose name ends as that of [`ACTIVITIES`].
const STATISTICS: &str = "_statistics_activities.csv";

impl File {
    /// The name of the data, where a file of this name is one of these.
    pub(super) fn data<'n>(&self, name: &'n str) -> Option<&'n str> {
        let at = name.len().checked_sub(self.ending.len())?;
        let (data, ending) = name.split_at_checked(at)?;
        let other = name.to_ascii_lowercase().ends_with(STATISTICS);
        (ending.eq_ignore_ascii_case(self.ending) && !other).then_some(data)
    }
}
