//! Every type of constraint that FET has had from 6.8.5 to 7.12.0, and what becomes of it.
//!
//! This is the one table: constraints are looked up in it, and `docs/fet.md` shows it.

use super::case::{Case, Rules, Whose};
use super::{changes, lessons, people, tags};
use crate::fet::document::Mode;

/// What becomes of a type of constraint.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Coverage {
    /// It becomes rules, where it says nothing that no rule can say.
    Rules,
    /// It is in the calendar, the courses, their rooms, the locks, or says who is not there.
    Data,
    /// It is kept word for word and does not count.
    Kept,
    /// It belongs to a mode that has no week, in which no school is read.
    Refused(Mode),
}

/// The rules of one constraint; none where no rule says it.
pub(super) type Means = fn(&Case<'_>) -> Option<Rules>;

/// Types that differ only in whom they speak of.
#[derive(Debug)]
pub struct Family {
    /// Their names, without the leading `Constraint` and the words of their prefix (teacher, students, ...).
    pub name: &'static str,
    /// Of whom they speak.
    pub whose: &'static [Whose],
    /// What becomes of them.
    pub coverage: Coverage,
    /// The kinds of rules that they become, one after another with commas between them.
    pub into: &'static str,
    means: Option<Means>,
    /// What is certain of it, whatever its weight.
    certain: Option<Means>,
}

impl Family {
    const fn with_certain(self, certain: Means) -> Self {
        Self { certain: Some(certain), ..self }
    }

    /// The names of the types, as [`Constraint::kind`](super::super::document::Constraint::kind).
    pub fn kinds(&self) -> impl Iterator<Item = String> + '_ {
        self.whose.iter().map(|whose| format!("{}{}", whose.prefix(), self.name))
    }
}

/// What becomes of a type; none if we have never heard of it: then it is kept.
#[must_use]
pub fn coverage(kind: &str) -> Option<Coverage> {
    find(kind).map(|(_, family)| family.coverage)
}

/// Of whom constraints of a type speak, what they mean, and what is certain of it whatever their
/// weight.
pub(super) fn means(kind: &str) -> Option<(Whose, Means, Option<Means>)> {
    find(kind).and_then(|(whose, family)| Some((whose, family.means?, family.certain)))
}

fn find(kind: &str) -> Option<(Whose, &'static Family)> {
    FAMILIES.iter().find_map(|family| {
        let prefix = kind.strip_suffix(family.name)?;
        let whose = family.whose.iter().find(|whose| whose.prefix() == prefix)?;
        Some((*whose, family))
    })
}

const fn rule(
    whose: &'static [Whose],
    name: &'static str,
    into: &'static str,
    means: Means,
) -> Family {
    Family { name, whose, coverage: Coverage::Rules, into, means: Some(means), certain: None }
}

const fn data(whose: &'static [Whose], name: &'static str) -> Family {
    Family { name, whose, coverage: Coverage::Data, into: "", means: None, certain: None }
}

/// What is certain is in the data, and what is not becomes rules.
const fn data_or(whose: &'static [Whose], name: &'static str, into: &'static str) -> Family {
    Family { into, ..data(whose, name) }
}

const fn kept(whose: &'static [Whose], name: &'static str) -> Family {
    Family { name, whose, coverage: Coverage::Kept, into: "", means: None, certain: None }
}

const fn refused(whose: &'static [Whose], name: &'static str, mode: Mode) -> Family {
    Family { name, whose, coverage: Coverage::Refused(mode), into: "", means: None, certain: None }
}

const SINGLE: &[Whose] = &[Whose::Nobody];
const TEACHER: &[Whose] = &[Whose::Teacher];
const TEACHERS: &[Whose] = &[Whose::Teacher, Whose::Teachers];
const STUDENTS: &[Whose] = &[Whose::StudentsSet, Whose::Students];
const EACH: &[Whose] = &[Whose::Teacher, Whose::StudentsSet];
const GROUPS: &[Whose] = &[Whose::Teachers, Whose::Students];
const ALL: &[Whose] = &[Whose::Teacher, Whose::Teachers, Whose::StudentsSet, Whose::Students];

/// The table.
pub const FAMILIES: &[Family] = &[
    data(SINGLE, "BasicCompulsoryTime"),
    data(EACH, "NotAvailableTimes"),
    rule(SINGLE, "ActivitiesSameStartingTime", "same-start", lessons::same_starting_time),
    rule(SINGLE, "ActivitiesNotOverlapping", "not-together", lessons::not_overlapping),
    kept(SINGLE, "ActivityTagsNotOverlapping"),
    rule(
        SINGLE,
        "MinDaysBetweenActivities",
        "different-days, days-apart, adjoining, most-lessons",
        lessons::min_days,
    )
    .with_certain(lessons::on_one_day),
    rule(SINGLE, "MaxDaysBetweenActivities", "days-within", lessons::max_days),
    kept(SINGLE, "ActivitiesMaxHourlySpan"),
    rule(SINGLE, "MinGapsBetweenActivities", "hours-apart", lessons::min_gaps),
    refused(SINGLE, "MaxGapsBetweenActivities", Mode::BlockPlanning),
    rule(ALL, "MaxHoursDaily", "most-hours", people::max_hours_daily),
    rule(ALL, "MaxHoursDailyHalfDays", "most-hours", people::max_hours_half_day),
    rule(ALL, "MaxHoursContinuously", "most-in-a-row", people::max_hours_continuously),
    rule(ALL, "ActivityTagMaxHoursContinuously", "most-in-a-row", tags::max_hours_continuously),
    rule(ALL, "MaxDaysPerWeek", "most-days, most-half-days", people::max_days),
    rule(ALL, "MaxGapsPerWeek", "gaps", people::max_gaps_week),
    rule(ALL, "MaxGapsPerDay", "gaps", people::max_gaps_day),
    kept(TEACHERS, "MaxGapsPerMorningAndAfternoon"),
    data(SINGLE, "BreakTimes"),
    rule(STUDENTS, "EarlyMaxBeginningsAtSecondHour", "early-starts", people::early),
    rule(
        ALL,
        "MinHoursDaily",
        "least-in-day, least-in-half-day, least-days",
        people::min_hours_daily,
    ),
    rule(SINGLE, "ActivityPreferredStartingTime", "starts-at", lessons::preferred_start),
    rule(SINGLE, "ActivityPreferredTimeSlots", "only-at", lessons::preferred_slots),
    rule(SINGLE, "ActivitiesPreferredTimeSlots", "only-at", lessons::preferred_slots),
    rule(SINGLE, "SubactivitiesPreferredTimeSlots", "only-at", lessons::preferred_slots),
    rule(SINGLE, "ActivityPreferredStartingTimes", "starts-at", lessons::preferred_starts),
    rule(SINGLE, "ActivitiesPreferredStartingTimes", "starts-at", lessons::preferred_starts),
    rule(SINGLE, "SubactivitiesPreferredStartingTimes", "starts-at", lessons::preferred_starts),
    rule(SINGLE, "ActivitiesSameStartingHour", "same-period", lessons::same_starting_hour),
    rule(
        SINGLE,
        "ActivitiesSameStartingDay",
        "most-days, most-half-days",
        lessons::same_starting_day,
    ),
    rule(SINGLE, "TwoActivitiesConsecutive", "follows", lessons::consecutive),
    rule(SINGLE, "TwoActivitiesGrouped", "grouped", lessons::two_grouped),
    rule(SINGLE, "ThreeActivitiesGrouped", "grouped", lessons::three_grouped),
    rule(SINGLE, "TwoActivitiesOrdered", "before", lessons::ordered),
    kept(SINGLE, "TwoSetsOfActivitiesOrdered"),
    rule(SINGLE, "TwoActivitiesOrderedIfSameDay", "before-within", lessons::ordered_on_a_day),
    rule(SINGLE, "ActivityEndsStudentsDay", "last-of", lessons::ends_students),
    rule(TEACHERS, "MinDaysPerWeek", "least-days", people::min_days),
    rule(ALL, "IntervalMaxDaysPerWeek", "most-days, most-half-days", people::interval_days),
    rule(SINGLE, "ActivitiesEndStudentsDay", "last-of", lessons::ends_students),
    rule(SINGLE, "ActivityEndsTeachersDay", "last-of", lessons::ends_teachers),
    rule(SINGLE, "ActivitiesEndTeachersDay", "last-of", lessons::ends_teachers),
    rule(ALL, "ActivityTagMaxHoursDaily", "most-hours", tags::max_hours_daily),
    rule(ALL, "ActivityTagMinHoursDaily", "least-in-day, least-in-half-day", tags::min_hours_daily),
    rule(SINGLE, "ActivitiesOccupyMaxTimeSlotsFromSelection", "most-hours", lessons::occupy_most),
    rule(SINGLE, "ActivitiesOccupyMinTimeSlotsFromSelection", "least-hours", lessons::occupy_least),
    rule(
        SINGLE,
        "ActivitiesMaxSimultaneousInSelectedTimeSlots",
        "not-together, most-at-once",
        lessons::at_once,
    ),
    kept(SINGLE, "ActivitiesMinSimultaneousInSelectedTimeSlots"),
    refused(SINGLE, "MaxTotalActivitiesFromSetInSelectedTimeSlots", Mode::BlockPlanning),
    refused(SINGLE, "ActivitiesMaxInATerm", Mode::Terms),
    refused(SINGLE, "ActivitiesOccupyMaxTerms", Mode::Terms),
    rule(ALL, "MaxSpanPerDay", "span", people::span),
    rule(ALL, "MinRestingHours", "rest", people::rest),
    kept(ALL, "MinGapsBetweenOrderedPairOfActivityTags"),
    kept(ALL, "MinGapsBetweenActivityTag"),
    kept(ALL, "MinGapsBetweenOrderedPairOfActivityTagsPerRealDay"),
    kept(ALL, "MinGapsBetweenActivityTagPerRealDay"),
    kept(ALL, "MinGapsBetweenOrderedPairOfActivityTagsBetweenMorningAndAfternoon"),
    kept(ALL, "MinGapsBetweenActivityTagBetweenMorningAndAfternoon"),
    rule(ALL, "MaxHoursDailyRealDays", "most-hours", people::max_hours_real_day),
    rule(ALL, "MaxRealDaysPerWeek", "most-days", people::max_real_days),
    rule(ALL, "MaxGapsPerRealDay", "gaps-through-day", people::max_gaps_real_day),
    rule(ALL, "MinHoursPerMorning", "least-in-half-day, least-days", people::min_hours_morning),
    rule(TEACHERS, "MinHoursDailyRealDays", "least-in-day, least-days", people::min_hours_real_day),
    rule(TEACHERS, "MinRealDaysPerWeek", "least-days", people::min_real_days),
    rule(ALL, "MorningIntervalMaxDaysPerWeek", "most-days", people::morning_interval_days),
    rule(ALL, "AfternoonIntervalMaxDaysPerWeek", "most-days", people::afternoon_interval_days),
    rule(ALL, "ActivityTagMaxHoursDailyRealDays", "most-hours", tags::max_hours_real_day),
    rule(ALL, "MaxSpanPerRealDay", "span", people::span_real_day),
    rule(ALL, "MaxAfternoonsPerWeek", "most-afternoons", people::max_afternoons),
    rule(ALL, "MaxMorningsPerWeek", "most-days", people::max_mornings),
    rule(ALL, "MaxActivityTagsPerDayFromSet", "not-all", tags::max_from_set_a_day),
    rule(ALL, "MinMorningsPerWeek", "least-days", people::min_mornings),
    rule(ALL, "MinAfternoonsPerWeek", "least-days", people::min_afternoons),
    kept(TEACHERS, "MaxTwoConsecutiveMornings"),
    kept(TEACHERS, "MaxTwoConsecutiveAfternoons"),
    rule(ALL, "AfternoonsEarlyMaxBeginningsAtSecondHour", "early-starts", people::early_afternoons),
    rule(TEACHERS, "MaxZeroGapsPerAfternoon", "gaps", people::no_gaps_in_afternoons),
    rule(ALL, "MaxHoursPerAllAfternoons", "most-hours", people::max_hours_all_afternoons),
    rule(ALL, "MinRestingHoursBetweenMorningAndAfternoon", "rest", people::rest_at_noon),
    rule(ALL, "MaxGapsPerWeekForRealDays", "gaps", people::max_gaps_week),
    rule(ALL, "MorningsEarlyMaxBeginningsAtSecondHour", "early-starts", people::early_mornings),
    rule(
        ALL,
        "MaxThreeConsecutiveDays",
        "most-half-days-in-a-row, free-half-days",
        people::three_half_days,
    ),
    kept(SINGLE, "MinHalfDaysBetweenActivities"),
    rule(SINGLE, "ActivityPreferredDay", "only-at", lessons::preferred_day),
    refused(SINGLE, "ActivitiesMinInATerm", Mode::Terms),
    refused(SINGLE, "MaxTermsBetweenActivities", Mode::Terms),
    rule(ALL, "MaxActivityTagsPerRealDayFromSet", "not-all", tags::max_from_set_a_real_day),
    kept(SINGLE, "MaxHalfDaysBetweenActivities"),
    rule(SINGLE, "ActivityBeginsStudentsDay", "first-of", lessons::begins_students),
    rule(SINGLE, "ActivitiesBeginStudentsDay", "first-of", lessons::begins_students),
    rule(SINGLE, "ActivityBeginsTeachersDay", "first-of", lessons::begins_teachers),
    rule(SINGLE, "ActivitiesBeginTeachersDay", "first-of", lessons::begins_teachers),
    rule(ALL, "MinHoursPerAfternoon", "least-in-half-day, least-days", people::min_hours_afternoon),
    rule(ALL, "MaxHoursDailyInInterval", "most-hours", people::max_hours_in_interval),
    kept(TEACHERS, "NoTwoConsecutiveDays"),
    data(SINGLE, "BasicCompulsorySpace"),
    data(SINGLE, "RoomNotAvailableTimes"),
    rule(SINGLE, "TeacherRoomNotAvailableTimes", "not-at", lessons::teacher_not_in_room),
    data_or(SINGLE, "ActivityPreferredRoom", "in-rooms, also-in"),
    data_or(SINGLE, "ActivityPreferredRooms", "in-rooms, also-in"),
    data_or(EACH, "HomeRoom", "in-rooms, also-in"),
    data_or(EACH, "HomeRooms", "in-rooms, also-in"),
    data_or(SINGLE, "SubjectPreferredRoom", "in-rooms, also-in"),
    data_or(SINGLE, "SubjectPreferredRooms", "in-rooms, also-in"),
    data_or(SINGLE, "SubjectActivityTagPreferredRoom", "in-rooms, also-in"),
    data_or(SINGLE, "SubjectActivityTagPreferredRooms", "in-rooms, also-in"),
    data_or(SINGLE, "ActivityTagPreferredRoom", "in-rooms, also-in"),
    data_or(SINGLE, "ActivityTagPreferredRooms", "in-rooms, also-in"),
    rule(ALL, "MaxBuildingChangesPerDay", "most-travel", changes::buildings_a_day),
    rule(ALL, "MaxBuildingChangesPerWeek", "most-travel", changes::buildings_a_week),
    rule(ALL, "MinGapsBetweenBuildingChanges", "no-travel", changes::building_gaps),
    rule(ALL, "MaxRoomChangesPerDay", "most-room-changes", changes::rooms_a_day),
    rule(ALL, "MaxRoomChangesPerWeek", "most-room-changes", changes::rooms_a_week),
    rule(ALL, "MinGapsBetweenRoomChanges", "same-room", changes::room_gaps),
    rule(SINGLE, "ActivitiesOccupyMaxDifferentRooms", "few-rooms", lessons::one_room),
    rule(SINGLE, "ActivitiesSameRoomIfConsecutive", "same-room", lessons::same_room),
    rule(ALL, "MaxRoomChangesPerRealDay", "most-room-changes", changes::rooms_a_real_day),
    rule(ALL, "MaxBuildingChangesPerRealDay", "most-travel", changes::buildings_a_real_day),
    rule(ALL, "MaxBuildingChangesPerDayInInterval", "most-travel", changes::buildings_in_interval),
    kept(ALL, "MaxBuildingChangesPerRealDayInInterval"),
    rule(ALL, "MaxRoomChangesPerDayInInterval", "most-room-changes", changes::rooms_in_interval),
    kept(ALL, "MaxRoomChangesPerRealDayInInterval"),
    kept(SINGLE, "RoomMaxActivityTagsPerDayFromSet"),
    kept(SINGLE, "RoomMaxActivityTagsPerRealDayFromSet"),
    kept(SINGLE, "RoomMaxActivityTagsPerWeekFromSet"),
    kept(SINGLE, "ActivitiesBeginOrEndStudentsDay"),
    kept(SINGLE, "ActivitiesBeginOrEndTeachersDay"),
    kept(SINGLE, "ActivitiesMaxActivityTagsFromSetInSelectedTimeSlots"),
    kept(SINGLE, "ActivitiesMaxTotalNumberOfStudentsInSelectedTimeSlots"),
    kept(SINGLE, "ActivitiesOccupyMaxSetsOfTimeSlotsFromSelection"),
    kept(SINGLE, "ActivitiesOverlapCompletelyOrDoNotOverlap"),
    kept(SINGLE, "ActivitiesPairOfMutuallyExclusiveSetsOfTimeSlots"),
    kept(SINGLE, "ActivitiesPairOfMutuallyExclusiveTimeSlots"),
    kept(SINGLE, "ActivityBeginsOrEndsStudentsDay"),
    kept(SINGLE, "ActivityBeginsOrEndsTeachersDay"),
    kept(SINGLE, "BuildingMinOneActivityInEachAvailableTimeSlot"),
    kept(SINGLE, "BuildingsMinOneActivityInEachAvailableTimeSlot"),
    kept(SINGLE, "MaxDaysBetweenEachPairOfConsecutiveActivities"),
    kept(SINGLE, "RoomMaxActivitiesPerTeacher"),
    kept(SINGLE, "RoomOccupiesMaxSetsOfTimeSlotsFromSelection"),
    kept(SINGLE, "RoomPairOfMutuallyExclusiveSetsOfTimeSlots"),
    kept(SINGLE, "RoomPairOfMutuallyExclusiveTimeSlots"),
    kept(SINGLE, "RoomsMaxActivitiesPerTeacher"),
    kept(SINGLE, "RoomsMaxActivityTagsPerDayFromSet"),
    kept(SINGLE, "RoomsMaxActivityTagsPerRealDayFromSet"),
    kept(SINGLE, "RoomsMaxActivityTagsPerWeekFromSet"),
    kept(SINGLE, "RoomsOccupyMaxSetsOfTimeSlotsFromSelection"),
    kept(SINGLE, "RoomsPairOfMutuallyExclusiveSetsOfTimeSlots"),
    kept(SINGLE, "RoomsPairOfMutuallyExclusiveTimeSlots"),
    kept(ALL, "MaxActivityTagChangesPerDay"),
    kept(ALL, "MaxActivityTagChangesPerWeek"),
    kept(STUDENTS, "MaxHoursContinuouslyRealDays"),
    kept(STUDENTS, "MaxSingleEarlyAfternoonGaps"),
    kept(ALL, "MaxSingleEarlyGaps"),
    kept(STUDENTS, "MaxSingleEarlyMorningGaps"),
    kept(STUDENTS, "MaxSingleGapsBetweenMorningAndAfternoon"),
    kept(ALL, "MaxSingleGapsInSelectedTimeSlots"),
    rule(ALL, "MaxTwoActivityTagsPerDayFromN1N2N3", "not-all", tags::two_levels_a_day),
    rule(ALL, "MaxTwoActivityTagsPerRealDayFromN1N2N3", "not-all", tags::two_levels_a_real_day),
    kept(GROUPS, "OccupyMaxSetsOfTimeSlotsFromSelection"),
    kept(ALL, "PairOfMutuallyExclusiveSetsOfTimeSlots"),
    kept(ALL, "PairOfMutuallyExclusiveTimeSlots"),
    kept(EACH, "OccupiesMaxSetsOfTimeSlotsFromSelection"),
    kept(TEACHER, "MaxActivitiesInRoom"),
    refused(TEACHERS, "MaxHoursPerTerm", Mode::Terms),
    refused(SINGLE, "TwoSetsOfActivitiesSameSections", Mode::BlockPlanning),
];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::registers::schema::PARAMETERS;
    use std::collections::BTreeSet;
    use std::path::Path;

    #[test]
    fn every_type_stands_once() {
        let kinds: Vec<String> = FAMILIES.iter().flat_map(Family::kinds).collect();
        let once: BTreeSet<&String> = kinds.iter().collect();
        assert_eq!(once.len(), kinds.len());
        for kind in &kinds {
            let (_, family) = find(kind).expect("it is in the table");
            assert!(family.kinds().any(|one| one == *kind), "{kind} is found as {}", family.name);
        }
        assert_eq!(coverage("TeacherLikesTea"), None);
    }

    #[test]
    fn they_become_rules_that_there_are() {
        for family in FAMILIES.iter().filter(|family| !family.into.is_empty()) {
            for kind in family.into.split(", ") {
                let known = PARAMETERS.iter().any(|known| known.kind == kind);
                assert!(known, "{}: {kind}", family.name);
            }
        }
    }

    /// The table as the guide shows it.
    fn shown() -> String {
        let mut rows =
            vec!["| type | of whom | becomes |".to_owned(), "| --- | --- | --- |".to_owned()];
        for family in FAMILIES {
            let whose: Vec<&str> = family.whose.iter().map(|whose| whose.prefix()).collect();
            let kinds: Vec<String> =
                family.into.split(", ").map(|kind| format!("`{kind}`")).collect();
            let becomes = match family.coverage {
                Coverage::Rules => kinds.join(", "),
                Coverage::Data if !family.into.is_empty() => format!("data, {}", kinds.join(", ")),
                Coverage::Data => "data".to_owned(),
                Coverage::Kept => "kept".to_owned(),
                Coverage::Refused(mode) => format!("only in `{}`", mode.name()),
            };
            rows.push(format!("| {} | {} | {becomes} |", family.name, whose.join(", ")));
        }
        rows.join("\n")
    }

    #[test]
    fn the_guide_shows_the_table() {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../docs/fet.md");
        let page = std::fs::read_to_string(&path).expect("the guide has a page about FET");
        let from = page.find("| type |").expect("it has the table");
        let until = page[from..].find("\n\n").map_or(page.len(), |end| from + end);
        let made = format!("{}{}{}", &page[..from], shown(), &page[until..]);
        if std::env::var_os("JADWAL_RENEW").is_some() {
            std::fs::write(&path, &made).expect("the guide can be written");
        } else {
            assert!(page == made, "docs/fet.md is out of date: run the tests with JADWAL_RENEW=1");
        }
    }
}
