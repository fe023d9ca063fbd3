//! A small file, a constraint, and the rules that it becomes, in plain sentences.

use crate::fet::{self, Weights};
use crate::words::{Language, Words};

/// A file of three days (or half-days, and one that is over) of three hours, at 10 on Tu a break. Teacher
/// T is not there on We at 10. Class A has the halves A1 and A2. Activities: 1 and 2 are an hour of M with
/// T for A, 3 two hours of S with U for A1, 4 an hour of M with T for B, 5 is not active.
fn file(mode: &str, version: &str, constraint: &str) -> String {
    let list = |name: &str, inside: &str, names: &[&str]| {
        let all: String =
            names.iter().map(|one| format!("<{inside}><Name>{one}</Name></{inside}>")).collect();
        format!("<{name}>{all}</{name}>")
    };
    let days: &[&str] =
        if mode == "Official" { &["Mo", "Tu", "We"] } else { &["Mo", "Tu", "We", "Th"] };
    let activity = |id: u32, group: u32, students: &str, subject: &str, rest: &str| {
        let teacher = if subject == "M" { "T" } else { "U" };
        let duration = if subject == "M" { 1 } else { 2 };
        format!(
            "<Activity><Teacher>{teacher}</Teacher><Subject>{subject}</Subject>{rest}\
             <Students>{students}</Students><Duration>{duration}</Duration><Id>{id}</Id>\
             <Activity_Group_Id>{group}</Activity_Group_Id><Active>{}</Active></Activity>",
            id != 5
        )
    };
    let activities = [
        activity(1, 1, "A", "M", "<Activity_Tag>N1</Activity_Tag>"),
        activity(2, 1, "A", "M", "<Activity_Tag>N2</Activity_Tag>"),
        activity(3, 0, "A1", "S", "<Activity_Tag>LAB</Activity_Tag>"),
        activity(4, 0, "B", "M", "<Activity_Tag>N3</Activity_Tag>"),
        activity(5, 0, "B", "S", ""),
    ]
    .concat();
    let away = "<ConstraintTeacherNotAvailableTimes><Weight_Percentage>100</Weight_Percentage>\
                <Teacher>T</Teacher><Not_Available_Time><Day>We</Day><Hour>10</Hour></Not_Available_Time>\
                </ConstraintTeacherNotAvailableTimes>";
    let breaks = "<ConstraintBreakTimes><Weight_Percentage>100</Weight_Percentage>\
                  <Break_Time><Day>Tu</Day><Hour>10</Hour></Break_Time></ConstraintBreakTimes>";
    let sets = "<Students_List><Year><Name>1</Name><Group><Name>A</Name><Subgroup><Name>A1</Name>\
                </Subgroup><Subgroup><Name>A2</Name></Subgroup></Group><Group><Name>B</Name></Group>\
                </Year></Students_List>";
    // S is always in R, M in none
    let rooms_of = "<ConstraintSubjectPreferredRoom><Weight_Percentage>100</Weight_Percentage>\
                    <Subject>S</Subject><Room>R</Room></ConstraintSubjectPreferredRoom>";
    let room = |name: &str| {
        format!(
            "<Room><Name>{name}</Name><Building>of {name}</Building><Capacity>30</Capacity></Room>"
        )
    };
    let rooms = list("Buildings_List", "Building", &["of Q", "of R"])
        + "<Rooms_List>"
        + &room("Q")
        + &room("R")
        + "</Rooms_List>";
    format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?><fet version=\"{version}\"><Mode>{mode}</Mode>\
         <Institution_Name>S</Institution_Name>{}{}{}{}{}{}{sets}\
         <Activities_List>{activities}</Activities_List>\
         <Time_Constraints_List>{breaks}{away}{constraint}</Time_Constraints_List>\
         <Space_Constraints_List>{rooms_of}</Space_Constraints_List></fet>",
        list("Days_List", "Day", days),
        list("Hours_List", "Hour", &["8", "9", "10"]),
        list("Subjects_List", "Subject", &["M", "S"]),
        list("Activity_Tags_List", "Activity_Tag", &["LAB", "N1", "N2", "N3"]),
        list("Teachers_List", "Teacher", &["T", "U"]),
        rooms,
    )
}

/// The rules of a constraint, given as its type, its weight, and its fields; `kept` where there is none.
fn rules(mode: &str, version: &str, kind: &str, weight: &str, fields: &str) -> Vec<String> {
    let inside: String = fields
        .split_whitespace()
        .map(|field| {
            let (name, text) = field.split_once('=').expect("a field has a name and a text");
            // a time is its day and its hour
            let text = match text.split_once('@') {
                Some((day, hour)) => {
                    let [d, h] = match name {
                        "Selected_Time_Slot" => ["Selected_Day", "Selected_Hour"],
                        "Preferred_Starting_Time" => {
                            ["Preferred_Starting_Day", "Preferred_Starting_Hour"]
                        }
                        _ => ["Preferred_Day", "Preferred_Hour"],
                    };
                    format!("<{d}>{day}</{d}><{h}>{hour}</{h}>")
                }
                None => text.to_owned(),
            };
            format!("<{name}>{text}</{name}>")
        })
        .collect();
    let constraint = format!(
        "<Constraint{kind}><Weight_Percentage>{weight}</Weight_Percentage>{inside}</Constraint{kind}>"
    );
    let text = file(mode, version, &constraint);
    let document = fet::read(text.as_bytes()).expect("the file is sound");
    let imported = fet::school(&document, Weights::default()).expect("it becomes a school");
    assert_eq!(imported.school.faults(), [], "{kind}");
    if !imported.kept.is_empty() {
        return vec!["kept".to_owned()];
    }
    let school = &imported.school;
    let words = Words::new(Language::English);
    // the first one says when T is not there
    let all = school.rules.iter().skip(1).map(|rule| words.rule(school, rule));
    all.map(|said| said.replace(['\u{2068}', '\u{2069}'], "")).collect()
}

#[test]
fn what_constraints_become() {
    for (kind, weight, fields, expected) in CASES {
        assert_eq!(rules("Official", "7.0.8", kind, weight, fields), *expected, "{kind} {fields}");
    }
}

#[test]
fn where_days_are_halves() {
    for (version, kind, fields, expected) in HALVES {
        let found = rules("Mornings_Afternoons", version, kind, "100", fields);
        assert_eq!(found, *expected, "{version} {kind} {fields}");
    }
}

type Case = (&'static str, &'static str, &'static str, &'static [&'static str]);

const CASES: &[Case] = &[
    (
        "ActivitiesMaxSimultaneousInSelectedTimeSlots",
        "100",
        "Activity_Id=1 Activity_Id=2 Activity_Id=4 Max_Number_of_Simultaneous_Activities=2 \
         Selected_Time_Slot=Mo@8 Selected_Time_Slot=Mo@9",
        &[
            "at most 2 of these lessons at the same time — courses: A/M, B/M; only at: Mo1, Mo2 — must hold",
        ],
    ),
    (
        "ActivitiesMaxSimultaneousInSelectedTimeSlots",
        "100",
        "Activity_Id=1 Activity_Id=2 Activity_Id=3 Max_Number_of_Simultaneous_Activities=2 \
         Selected_Time_Slot=Mo@8",
        &["kept"],
    ),
    (
        "MaxDaysBetweenActivities",
        "100",
        "Activity_Id=1 Activity_Id=2 MaxDays=1",
        &["lessons of one course are on days at most 1 apart — courses: A/M — must hold"],
    ),
    ("MaxDaysBetweenActivities", "100", "Activity_Id=1 Activity_Id=5 MaxDays=1", &[]),
    (
        "MaxDaysBetweenActivities",
        "95",
        "Activity_Id=1 Activity_Id=4 MaxDays=0",
        &["lessons of one course are on days at most 0 apart — courses: A/M#1, B/M#1 — weight 19"],
    ),
    (
        "ActivitiesSameRoomIfConsecutive",
        "100",
        "Activity_Id=1 Activity_Id=2 Activity_Id=4",
        &["the same room in lessons in a row (lessons) — courses: A/M, B/M — must hold"],
    ),
    (
        "TeacherMinGapsBetweenRoomChanges",
        "100",
        "Teacher=T Min_Gaps_Between_Room_Changes=1",
        &["the same room in lessons in a row (teachers) — teachers: T — must hold"],
    ),
    (
        "TeacherMinGapsBetweenRoomChanges",
        "100",
        "Teacher=T Min_Gaps_Between_Room_Changes=2",
        &[
            "the same room in lessons with fewer than 2 free rows between them (teachers) — teachers: T — must hold",
        ],
    ),
    (
        "ActivitiesOccupyMinTimeSlotsFromSelection",
        "100",
        "Activity_Id=1 Activity_Id=2 Selected_Time_Slot=Mo@8 Selected_Time_Slot=Mo@9 \
         Min_Number_of_Occupied_Time_Slots=1",
        &["at least 1 h in the week (lessons) — courses: A/M; only at: Mo1, Mo2 — must hold"],
    ),
    (
        "TeacherMaxHoursDaily",
        "100",
        "Teacher=T Maximum_Hours_Daily=2",
        &["at most 2 h in a day (teachers) — teachers: T — must hold"],
    ),
    (
        "TeachersMaxHoursContinuously",
        "95",
        "Maximum_Hours_Continuously=2",
        &["at most 2 h in a row (teachers) — everyone — weight 19"],
    ),
    (
        "StudentsSetMaxDaysPerWeek",
        "100",
        "Students=A Max_Days_Per_Week=2",
        &["lessons on at most 2 days (classes) — classes and groups: A — must hold"],
    ),
    (
        "StudentsMaxGapsPerWeek",
        "100",
        "Max_Gaps=0",
        &["at most 0 free slots between lessons in a week (classes) — everyone — must hold"],
    ),
    (
        "TeachersMaxGapsPerWeek",
        "100",
        "Max_Gaps=1",
        &["at most 1 free slots between lessons in a week (teachers) — everyone — must hold"],
    ),
    (
        "TeacherMaxGapsPerDay",
        "100",
        "Teacher=T Max_Gaps=1",
        &["at most 1 free slots between lessons in a day (teachers) — teachers: T — must hold"],
    ),
    (
        "StudentsMinHoursDaily",
        "100",
        "Minimum_Hours_Daily=2 Allow_Empty_Days=false",
        &[
            "whoever comes on a day has at least 2 h on it (classes) — everyone — must hold",
            "lessons on at least 3 days (classes) — everyone — must hold",
        ],
    ),
    (
        "TeachersMinDaysPerWeek",
        "100",
        "Minimum_Days_Per_Week=2",
        &["lessons on at least 2 days (teachers) — everyone — must hold"],
    ),
    (
        "StudentsEarlyMaxBeginningsAtSecondHour",
        "100",
        "Max_Beginnings_At_Second_Hour=1",
        &[
            "lessons begin with the first slot of a day, or with the second at most 1 times a week (classes) — everyone — must hold",
        ],
    ),
    (
        "TeacherIntervalMaxDaysPerWeek",
        "100",
        "Teacher=U Interval_Start_Hour=9 Interval_End_Hour= Max_Days_Per_Week=1",
        &[
            "lessons on at most 1 days (teachers) — teachers: U; only at: Mo2, Mo3, Tu2, We2, We3 — must hold",
        ],
    ),
    (
        "StudentsSetMaxSpanPerDay",
        "100",
        "Students=B Max_Span=2",
        &[
            "at most 2 slots from the first lesson of a day to the end of the last (classes) — classes and groups: B — must hold",
        ],
    ),
    (
        "TeacherMinRestingHours",
        "100",
        "Teacher=T Minimum_Resting_Hours=1 Circular=false",
        &[
            "at least 1 h free from the last lesson of a day to the first of the next (teachers) — teachers: T — must hold",
        ],
    ),
    ("TeacherMinRestingHours", "100", "Teacher=T Minimum_Resting_Hours=1 Circular=true", &["kept"]),
    (
        "StudentsSetActivityTagMaxHoursDaily",
        "100",
        "Students=A Activity_Tag=LAB Maximum_Hours_Daily=1",
        &["at most 1 h in a day (lessons) — courses: A1/S — must hold"],
    ),
    ("StudentsActivityTagMaxHoursDaily", "100", "Activity_Tag=LAB Maximum_Hours_Daily=2", &[]),
    (
        "MinDaysBetweenActivities",
        "95",
        "Consecutive_If_Same_Day=true Activity_Id=1 Activity_Id=2 MinDays=1",
        &[
            "lessons of one course are on different days — courses: A/M — weight 19",
            "lessons of one course that fall on one day, two at most, follow one another — courses: A/M — must hold",
        ],
    ),
    (
        "MinDaysBetweenActivities",
        "100",
        "Consecutive_If_Same_Day=true Activity_Id=1 Activity_Id=2 MinDays=2",
        &["lessons of one course are at least 2 days apart — courses: A/M — must hold"],
    ),
    (
        "MinDaysBetweenActivities",
        "100",
        "Consecutive_If_Same_Day=false Activity_Id=1 Activity_Id=4 MinDays=1",
        &["lessons of one course are on different days — courses: A/M#1, B/M#1 — must hold"],
    ),
    (
        "MinDaysBetweenActivities",
        "95",
        "Consecutive_If_Same_Day=false Activity_Id=1 Activity_Id=2 Activity_Id=4 MinDays=1",
        &[
            "lessons of one course are on different days — courses: A/M#1, A/M#2, B/M#1 — weight 19",
            "at most 2 lessons of one course in a day — courses: A/M#1, A/M#2, B/M#1 — must hold",
        ],
    ),
    (
        "MinDaysBetweenActivities",
        "95",
        "Consecutive_If_Same_Day=true Activity_Id=4 Activity_Id=5 MinDays=1",
        &[],
    ),
    (
        "MinGapsBetweenActivities",
        "100",
        "Activity_Id=1 Activity_Id=2 MinGaps=1",
        &["lessons of one course are at least 1 clock hours apart — courses: A/M — must hold"],
    ),
    (
        "ActivitiesSameStartingTime",
        "100",
        "Activity_Id=1 Activity_Id=3",
        &["these courses are held at the same time — courses: A/M#1, A1/S#1 — must hold"],
    ),
    (
        "ActivitiesSameStartingDay",
        "100",
        "Activity_Id=1 Activity_Id=2",
        &["lessons on at most 1 days (lessons) — courses: A/M — must hold"],
    ),
    (
        "ActivitiesSameStartingHour",
        "100",
        "Activity_Id=1 Activity_Id=2",
        &["these lessons begin with the same period, on whatever day — courses: A/M — must hold"],
    ),
    ("ActivitiesSameStartingHour", "100", "Activity_Id=1 Activity_Id=3", &["kept"]),
    (
        "TeacherMaxTwoActivityTagsPerDayFromN1N2N3",
        "100",
        "Teacher=T",
        &[
            "no day has lessons of each of these lists: (A/M#1), (A/M#2), (B/M) — everyone — must hold",
        ],
    ),
    ("StudentsMaxTwoActivityTagsPerDayFromN1N2N3", "100", "", &[]),
    (
        "StudentsSetMaxActivityTagsPerRealDayFromSet",
        "100",
        "Students=A Maximum_Allowed_Activity_Tags=1 Number_of_Activity_Tags=3 Activity_Tag=LAB Activity_Tag=N1 Activity_Tag=N3",
        &["no day has lessons of each of these lists: (A1/S), (A/M#1) — everyone — must hold"],
    ),
    (
        "TeachersMaxActivityTagsPerDayFromSet",
        "100",
        "Maximum_Allowed_Activity_Tags=2 Number_of_Activity_Tags=2 Activity_Tag=N1 Activity_Tag=N3",
        &[],
    ),
    (
        "StudentsSetMaxActivityTagsPerDayFromSet",
        "100",
        "Students=A Maximum_Allowed_Activity_Tags=1 Number_of_Activity_Tags=2 Activity_Tag=N1 Activity_Tag=N1",
        &[],
    ),
    (
        "TeachersMaxActivityTagsPerDayFromSet",
        "100",
        "Maximum_Allowed_Activity_Tags=4000000000 Number_of_Activity_Tags=1 Activity_Tag=N1",
        &[],
    ),
    (
        "TeachersMaxActivityTagsPerDayFromSet",
        "100",
        "Maximum_Allowed_Activity_Tags=0 Number_of_Activity_Tags=2 Activity_Tag=N1 Activity_Tag=N3",
        &["kept"],
    ),
    (
        "TeacherRoomNotAvailableTimes",
        "100",
        "Teacher=U Room=R Not_Available_Time=Mo@8 Not_Available_Time=Mo@9",
        &["lessons are not held at Mo1, Mo2 — courses: A1/S — must hold"],
    ),
    ("TeacherRoomNotAvailableTimes", "100", "Teacher=U Room=Q Not_Available_Time=Mo@8", &[]),
    ("TeacherRoomNotAvailableTimes", "100", "Teacher=T Room=R Not_Available_Time=Mo@8", &["kept"]),
    (
        "ActivitiesNotOverlapping",
        "100",
        "Activity_Id=1 Activity_Id=2 Activity_Id=3",
        &["these lessons are never at the same time — courses: A/M, A1/S — must hold"],
    ),
    (
        "ActivitiesOccupyMaxTimeSlotsFromSelection",
        "100",
        "Activity_Id=1 Activity_Id=3 Selected_Time_Slot=Mo@8 Selected_Time_Slot=Mo@9 Max_Number_of_Occupied_Time_Slots=1",
        &["at most 1 h in a week (lessons) — courses: A1/S, A/M#1; only at: Mo1, Mo2 — must hold"],
    ),
    (
        "TwoActivitiesConsecutive",
        "100",
        "First_Activity_Id=1 Second_Activity_Id=2",
        &["A/M#2 follows A/M#1 at once — everyone — must hold"],
    ),
    ("TwoActivitiesConsecutive", "100", "First_Activity_Id=1 Second_Activity_Id=5", &[]),
    (
        "TwoActivitiesOrdered",
        "50",
        "First_Activity_Id=1 Second_Activity_Id=3",
        &["A/M#1 comes before A1/S#1 — everyone — weight 1"],
    ),
    (
        "TwoActivitiesOrderedIfSameDay",
        "100",
        "First_Activity_Id=1 Second_Activity_Id=3",
        &["in a day with both, A/M#1 comes before A1/S#1 — everyone — must hold"],
    ),
    (
        "TwoActivitiesGrouped",
        "100",
        "First_Activity_Id=1 Second_Activity_Id=3",
        &[
            "these lessons follow one another in one half-day, in any order — courses: A1/S, A/M#1 — must hold",
        ],
    ),
    (
        "ActivitiesPreferredTimeSlots",
        "100",
        "Teacher=T Preferred_Time_Slot=Mo@8 Preferred_Time_Slot=Tu@8",
        &["lessons are held only at Mo1, Tu1 — courses: A/M, B/M — must hold"],
    ),
    (
        "ActivitiesPreferredStartingTimes",
        "99",
        "Activity_Tag=LAB Preferred_Starting_Time=Mo@8",
        &["lessons begin only at Mo1 — courses: A1/S — weight 99"],
    ),
    (
        "SubactivitiesPreferredStartingTimes",
        "100",
        "Component_Number=2 Subject=M Preferred_Starting_Time=Mo@8",
        &["lessons begin only at Mo1 — courses: A/M#2 — must hold"],
    ),
    (
        "ActivityPreferredStartingTime",
        "95",
        "Activity_Id=4 Preferred_Day=Tu Preferred_Hour=9",
        &["lessons begin only at Tu2 — courses: B/M — weight 19"],
    ),
    (
        "ActivityPreferredDay",
        "100",
        "Activity_Id=4 Preferred_Day=Tu",
        &["lessons are held only at Tu — courses: B/M — must hold"],
    ),
    (
        "ActivityEndsStudentsDay",
        "100",
        "Activity_Id=3",
        &["these lessons are the last of the day (classes) — courses: A1/S — must hold"],
    ),
    (
        "ActivitiesBeginTeachersDay",
        "100",
        "Subject=S",
        &["these lessons are the first of the day (teachers) — courses: A1/S — must hold"],
    ),
    (
        "ActivitiesOccupyMaxDifferentRooms",
        "100",
        "Activity_Id=1 Activity_Id=2 Max_Number_of_Different_Rooms=1",
        &["few different rooms (lessons) — courses: A/M — must hold"],
    ),
    (
        "ActivitiesOccupyMaxDifferentRooms",
        "100",
        "Activity_Id=1 Activity_Id=2 Max_Number_of_Different_Rooms=2",
        &["kept"],
    ),
    ("ActivityTagsNotOverlapping", "100", "Activity_Tag=LAB", &["kept"]),
    (
        "TeachersMaxBuildingChangesPerDay",
        "100",
        "Max_Building_Changes_Per_Day=0",
        &["at most 0 changes of building in a day (teachers) — everyone — must hold"],
    ),
    (
        "StudentsSetMaxBuildingChangesPerWeek",
        "100",
        "Students=A Max_Building_Changes_Per_Week=3",
        &["at most 3 changes of building in a week (classes) — classes and groups: A — must hold"],
    ),
    (
        "StudentsMinGapsBetweenBuildingChanges",
        "100",
        "Min_Gaps_Between_Building_Changes=1",
        &["no change of building between two lessons in a row (classes) — everyone — must hold"],
    ),
    (
        "TeacherMaxBuildingChangesPerDayInInterval",
        "100",
        "Teacher=T Interval_Start_Hour=8 Interval_End_Hour=10 Max_Building_Changes_Per_Day=1",
        &[
            "at most 1 changes of building in a day (teachers) — teachers: T; only at: Mo1, Mo2, Tu, We1, We2 — must hold",
        ],
    ),
    (
        "TeacherMaxRoomChangesPerWeek",
        "100",
        "Teacher=T Max_Room_Changes_Per_Week=2",
        &["at most 2 changes of room in a week (teachers) — teachers: T — must hold"],
    ),
    (
        "MinDaysBetweenActivities",
        "0",
        "Consecutive_If_Same_Day=true Activity_Id=1 Activity_Id=2 MinDays=1",
        &[
            "lessons of one course that fall on one day, two at most, follow one another — courses: A/M — must hold",
        ],
    ),
    ("SomethingNew", "100", "", &["kept"]),
];

const HALVES: &[Case] = &[
    (
        "5.27.3-ma3",
        "TeachersMaxHoursDaily",
        "Maximum_Hours_Daily=4",
        &["at most 4 h in a day (teachers) — everyone — must hold"],
    ),
    (
        "6.0.0",
        "TeachersMaxHoursDaily",
        "Maximum_Hours_Daily=4",
        &["at most 4 h in a half-day (teachers) — everyone — must hold"],
    ),
    (
        "5.27.3-ma3",
        "TeacherMaxDaysPerWeek",
        "Teacher=U Max_Days_Per_Week=1",
        &["lessons on at most 1 days (teachers) — teachers: U — must hold"],
    ),
    (
        "6.0.0",
        "TeacherMaxDaysPerWeek",
        "Teacher=U Max_Days_Per_Week=1",
        &["lessons in at most 1 half-days (teachers) — teachers: U — must hold"],
    ),
    (
        "6.0.0",
        "TeacherMaxRealDaysPerWeek",
        "Teacher=U Max_Days_Per_Week=1",
        &["lessons on at most 1 days (teachers) — teachers: U — must hold"],
    ),
    (
        "6.0.0",
        "TeachersMaxAfternoonsPerWeek",
        "Max_Afternoons_Per_Week=1",
        &["lessons on at most 1 afternoons (teachers) — everyone — must hold"],
    ),
    (
        "6.0.0",
        "StudentsMaxMorningsPerWeek",
        "Max_Mornings_Per_Week=1",
        &["lessons on at most 1 days (classes) — only at: Mo-am, We-am — must hold"],
    ),
    (
        "6.0.0",
        "StudentsMinHoursDaily",
        "Minimum_Hours_Daily=2 Allow_Empty_Days=false",
        &[
            "whoever comes for a half-day has at least 2 h in it (classes) — everyone — must hold",
            "lessons on at least 2 days (classes) — everyone — must hold",
        ],
    ),
    (
        "6.0.0",
        "TeacherMaxZeroGapsPerAfternoon",
        "Teacher=U",
        &[
            "at most 0 free slots between lessons in a week (teachers) — teachers: U; only at: Mo-pm, We-pm — must hold",
        ],
    ),
    (
        "6.0.0",
        "TeachersMaxThreeConsecutiveDays",
        "Allow_Afternoon_Morning_Afternoon_Morning_Exception=false",
        &["at most 3 half-days with lessons one after another (teachers) — everyone — must hold"],
    ),
    (
        "6.0.0",
        "TeacherMaxTwoActivityTagsPerDayFromN1N2N3",
        "Teacher=T",
        &[
            "no half-day has lessons of each of these lists: (A/M#1), (A/M#2), (B/M) — everyone — must hold",
        ],
    ),
    (
        "6.0.0",
        "TeacherMaxTwoActivityTagsPerRealDayFromN1N2N3",
        "Teacher=T",
        &[
            "no day has lessons of each of these lists: (A/M#1), (A/M#2), (B/M) — everyone — must hold",
        ],
    ),
    (
        "6.0.0",
        "TeachersMaxThreeConsecutiveDays",
        "Allow_Afternoon_Morning_Afternoon_Morning_Exception=true",
        &["at least 1 half-days free among Mo, We (teachers) — everyone — must hold"],
    ),
    (
        "6.0.0",
        "TeachersMinRestingHoursBetweenMorningAndAfternoon",
        "Minimum_Resting_Hours=1",
        &["at least 1 h free between morning and afternoon (teachers) — everyone — must hold"],
    ),
    (
        "6.0.0",
        "TeacherMaxGapsPerRealDay",
        "Teacher=U Max_Gaps=0 Allow_One_Day_Exception_of_Plus_One=false",
        &[
            "at most 0 free slots from the first lesson of a day to the last, lunch included (teachers) — teachers: U — must hold",
        ],
    ),
    (
        "6.0.0",
        "MinDaysBetweenActivities",
        "Consecutive_If_Same_Day=false Activity_Id=1 Activity_Id=2 MinDays=1",
        &["lessons of one course are on different days — courses: A/M — must hold"],
    ),
    (
        "6.0.0",
        "ActivitiesSameStartingDay",
        "Activity_Id=1 Activity_Id=2",
        &["lessons in at most 1 half-days (lessons) — courses: A/M — must hold"],
    ),
    (
        "6.0.0",
        "ActivityEndsStudentsDay",
        "Activity_Id=3",
        &["these lessons are the last of the half-day (classes) — courses: A1/S — must hold"],
    ),
];
