//! Levels and classes, how classes are divided, and the grid of every level.

use crate::catalogue::{self, Place};
use crate::draft::Draft;
use crate::grid::{self, HALVES, LANGUAGE, Line, Mix, SOURCE, TRIOS};
use crate::rng::{Rng, Stream};
use jadwal_model::school::{
    Audience, Blocks, Class, ClassId, Course, Curriculum, Division, Group, GroupId, Level, LevelId,
    Names, RoomNeed, Teaching,
};

/// Classes above this size are halved for sciences.
const WHOLE: u32 = 24;

/// Makes the levels, their classes and divisions, and the grid.
pub(crate) fn enrol(draft: &mut Draft) {
    let (mut sizes, mut grid) = (draft.rng(Stream::Classes), draft.rng(Stream::Grid));
    let mix = Mix::draw(draft.shape.arts, &mut grid);
    let mut levels = draft.shape.levels.to_vec();
    if sizes.chance(70)
        && let Some((from, to)) = sizes.pick(draft.shape.moves)
    {
        for (code, classes) in &mut levels {
            if *code == from {
                *classes -= 1;
            } else if *code == to {
                *classes += 1;
            }
        }
    }
    for (code, classes) in levels {
        let Some((cycle, stream, names)) = catalogue::level(code) else { continue };
        let level = Level { code: code.into(), names, cycle, stream };
        let level = draft.school.levels.push(level);
        let trio = draft.shape.trios.contains(&code);
        let mut lines = grid::lines(code, cycle, trio, &mix);
        let least = if partly_divided(&lines) { WHOLE + 1 } else { 0 };
        let classes = new_classes(draft, level, (classes, least), &mut sizes);
        if draft.shape.languages.contains(&code) {
            choose_languages(draft, &classes, &mut lines);
        }
        if trio {
            for pair in classes.chunks(2) {
                divide(draft, pair, TRIOS, 3);
            }
        } else if lines.iter().any(|line| line.divided == Some(HALVES)) {
            for class in classes.iter().copied() {
                if draft.school.classes[class].size > WHOLE {
                    divide(draft, &[class], HALVES, 2);
                }
            }
        }
        write_grid(draft, level, &lines);
        if code == "1APIC" && !trio && grid.chance(50) {
            pioneers(draft, level, &classes);
        }
    }
}

/// Whether a subject has a line for the class and one for its groups: then every class has groups.
fn partly_divided(lines: &[Line]) -> bool {
    let whole =
        |line: &Line| lines.iter().any(|l| l.subject == line.subject && l.divided.is_none());
    lines.iter().any(|line| line.divided.is_some() && whole(line))
}

fn new_classes(
    draft: &mut Draft,
    level: LevelId,
    (count, least): (usize, u32),
    rng: &mut Rng,
) -> Vec<ClassId> {
    let code = draft.school.levels[level].code.clone();
    let mut one = |number| {
        let size = rng.within(draft.shape.sizes()).max(least);
        let code = format!("{code}-{number}");
        draft.school.classes.push(Class {
            code,
            names: Names::default(),
            level,
            size,
            home_room: None,
        })
    };
    (1..=count).map(&mut one).collect()
}

/// Divides classes together into groups of nearly the same size.
fn divide(draft: &mut Draft, classes: &[ClassId], sort: &str, groups: u32) -> Vec<GroupId> {
    let school = &mut draft.school;
    let pupils: u32 = classes.iter().map(|&class| school.classes[class].size).sum();
    let first = school.classes[classes[0]].code.clone();
    // a pair of classes is called after both, a language division after its sort as well
    let mut code = first;
    for &class in &classes[1..] {
        let number = school.classes[class].code.rsplit('-').next().unwrap_or_default();
        code = format!("{code}+{number}");
    }
    if sort == LANGUAGE {
        code.push_str("/LV");
    }
    let division = Division { code: code.clone(), sort: sort.into(), classes: classes.to_vec() };
    let division = school.divisions.push(division);
    let group = |number: u32| Group {
        code: format!("{code}/{}", number + 1),
        names: Names::default(),
        division,
        classes: Vec::new(),
        size: (pupils + groups - 1 - number) / groups,
    };
    (0..groups).map(|number| school.groups.push(group(number))).collect()
}

/// Two or three classes choose among English and Spanish at the same hours: the language leaves the
/// grid, and each group has a course of its own.
fn choose_languages(draft: &mut Draft, classes: &[ClassId], lines: &mut Vec<Line>) {
    let Some(index) = lines.iter().position(|line| line.subject == "EN") else { return };
    let line = lines.remove(index);
    let together = if classes.len().is_multiple_of(2) { 2 } else { 3 };
    for classes in classes.chunks(together) {
        let groups = divide(draft, classes, LANGUAGE, classes.len() as u32);
        for (index, &group) in groups.iter().enumerate() {
            let subject = if index > 0 && index + 1 == groups.len() { "ES" } else { "EN" };
            let course = Course {
                code: format!("{}/{subject}", draft.school.groups[group].code),
                subject: draft.subject(subject),
                audience: vec![Audience::Group(group)],
                teaching: Teaching::AnyOfSubject,
                hours: line.pattern.iter().sum(),
                blocks: Blocks::Pattern(line.pattern.to_vec()),
                fortnightly: false,
                room: need(draft, line.place),
            };
            draft.school.own_courses.push(course);
        }
    }
}

fn write_grid(draft: &mut Draft, level: LevelId, lines: &[Line]) {
    for line in lines {
        let room = need(draft, line.place);
        draft.school.curricula.push(Curriculum {
            level,
            classes: Vec::new(),
            subject: draft.subject(line.subject),
            hours: line.pattern.iter().sum(),
            blocks: Blocks::Pattern(line.pattern.to_vec()),
            divided: line.divided.map(String::from),
            fortnightly: line.fortnightly,
            room,
            verified: false,
            source: SOURCE.into(),
            valid_from: None,
        });
    }
}

/// A type of room; it exists from the first line that asks for it.
fn need(draft: &mut Draft, place: Place) -> RoomNeed {
    let types = &mut draft.school.room_types;
    RoomNeed::OfType(*draft.places.entry(place).or_insert_with(|| types.push(place.room_type())))
}

/// Two classes of the first year have a third hour of English: grids differ inside a level.
fn pioneers(draft: &mut Draft, level: LevelId, classes: &[ClassId]) {
    let english = draft.subject("EN");
    let line = draft
        .school
        .curricula
        .iter()
        .find(|line| line.level == level && line.subject == english)
        .cloned();
    let Some(line) = line else { return };
    draft.school.curricula.push(Curriculum {
        classes: classes.iter().copied().take(2).collect(),
        hours: 3,
        blocks: Blocks::Pattern(vec![2, 1]),
        ..line
    });
}
