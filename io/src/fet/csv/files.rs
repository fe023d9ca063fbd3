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
