//! A small school made by hand, and a timetable of it, for the tests of what is printed.

use jadwal_model::school::{
    Audience, BellSchedule, Blocks, Building, Calendar, Class, ClassId, ClockRange, Course,
    CourseId, Cycle, Day, Division, Group, GroupId, Lesson, Level, Lock, Names, Part, Period,
    PeriodId, Room, RoomId, RoomNeed, RoomType, RoomTypeId, School, SlotId, Subject, SubjectId,
    Teacher, TeacherId, Teaching, Week, Weekday, Weeks,
};
use jadwal_model::{Id, Table};

/// A school with its courses and a timetable; the last lesson has no slot.
pub(crate) struct Fixture {
    pub(crate) school: School,
    pub(crate) courses: Table<CourseId, Course>,
    pub(crate) lessons: Vec<Lesson>,
}

fn named(arabic: &str, french: &str) -> Names {
    let name = |text: &str| (!text.is_empty()).then(|| text.to_owned());
    Names { arabic: name(arabic), french: name(french), english: None }
}

fn range(text: &str) -> ClockRange {
    text.parse().expect("a range of times")
}

fn calendar() -> Calendar {
    let mut periods = Table::default();
    for code in 1..=8 {
        let part = if code <= 4 { Part::Morning } else { Part::Afternoon };
        periods.push(Period { code: code.to_string(), part });
    }
    let mut days = Table::default();
    for weekday in &Weekday::ALL[..6] {
        let last = if *weekday == Weekday::Saturday { 4 } else { 8 };
        let code = weekday.name()[..3].to_owned();
        days.push(Day {
            code,
            weekday: Some(*weekday),
            periods: (0..last).map(PeriodId::new).collect(),
        });
    }
    let mut calendar = Calendar::new(periods, days);
    calendar.weeks = Weeks::AB;
    let layer = |code: &str, names, first: usize, times: &[&str]| BellSchedule {
        code: code.into(),
        names,
        from: None,
        until: None,
        days: Vec::new(),
        times: (first..).map(PeriodId::new).zip(times.iter().map(|text| range(text))).collect(),
    };
    let usual = [
        "08:00-09:00",
        "09:00-10:00",
        "10:00-11:00",
        "11:00-12:00",
        "14:00-15:00",
        "15:00-16:00",
        "16:00-17:00",
        "17:00-18:00",
    ];
    calendar.bells.push(layer("base", named("التوقيت العادي", "Horaire normal"), 0, &usual));
    let friday = ["14:30-15:25", "15:25-16:20", "16:20-17:10", "17:10-18:00"];
    let mut friday = layer("friday", named("مساء الجمعة", "Vendredi après-midi"), 4, &friday);
    friday.days = calendar.days.ids().skip(4).take(1).collect();
    calendar.bells.push(friday);
    let times = [
        "08:40-09:25",
        "09:30-10:15",
        "10:25-11:10",
        "11:15-12:00",
        "12:30-13:15",
        "13:20-14:05",
        "14:15-15:00",
        "15:05-15:50",
    ];
    let mut ramadan = layer("ramadan", named("رمضان", "Ramadan"), 0, &times);
    ramadan.from = "2027-02-08".parse().ok();
    ramadan.until = "2027-03-09".parse().ok();
    calendar.bells.push(ramadan);
    calendar
}

fn places(school: &mut School) {
    let block = school.buildings.push(Building {
        code: "B".into(),
        names: named("الجناح العلمي", "Bâtiment des sciences"),
    });
    for (code, arabic, french) in [
        ("general", "قاعة عادية", "Salle ordinaire"),
        ("lab", "مختبر", "Laboratoire"),
        ("field", "ملعب", "Terrain"),
    ] {
        school.room_types.push(RoomType { code: code.into(), names: named(arabic, french) });
    }
    for (code, names, room_type, capacity, holds) in [
        ("S-01", Names::default(), 0, Some(40), 1),
        ("S-02", Names::default(), 0, Some(40), 1),
        ("S-03", named("القاعة متعددة الوسائط", "Salle multimédia"), 0, Some(24), 1),
        ("LAB-PC", named("مختبر الفيزياء", "Labo de physique-chimie"), 1, Some(24), 1),
        ("LAB-SVT", named("مختبر علوم الحياة والأرض", "Labo SVT"), 1, Some(24), 1),
        ("T1", named("الملعب", "Terrain de sport"), 2, None, 2),
    ] {
        let building = (room_type == 1).then_some(block);
        let room_type = RoomTypeId::new(room_type);
        let equipment = Vec::new();
        let code = code.into();
        school.rooms.push(Room { code, names, room_type, capacity, building, equipment, holds });
    }
}

fn people(school: &mut School) {
    for (code, arabic, french, cycle) in [
        ("1AC", "السنة الأولى إعدادي", "1re année collège", Cycle::College),
        ("2BACPC", "الثانية باكالوريا علوم فيزيائية", "2e bac sciences physiques", Cycle::Lycee),
    ] {
        let (code, names) = (code.into(), named(arabic, french));
        school.levels.push(Level { code, names, cycle, stream: None });
    }
    for (code, level, size) in [("1AC-1", 0, 38), ("1AC-2", 0, 36), ("2BAC-PC-1", 1, 31)] {
        let level = school.levels.ids().nth(level).expect("there are two");
        let (code, names) = (String::from(code), Names::default());
        let class = school.classes.push(Class { code, names, level, size, home_room: None });
        let code = school.classes[class].code.clone();
        let division = Division { code: code.clone(), sort: "halves".into(), classes: vec![class] };
        let division = school.divisions.push(division);
        for (half, arabic, french) in [(1, "الفوج 1", "Groupe 1"), (2, "الفوج 2", "Groupe 2")]
        {
            let (code, names) = (format!("{code}/{half}"), named(arabic, french));
            let size = size / 2;
            school.groups.push(Group { code, names, division, classes: Vec::new(), size });
        }
    }
    let teachers = [
        ("AR1", "فاطمة الزهراء العلوي"),
        ("FR1", "Nadia Bennani"),
        ("MA1", "محمد أمين بن عبد الجليل"),
        ("PC1", "Youssef El Idrissi"),
        ("SV1", "خديجة الإدريسي"),
        ("EP1", "عبد الله السوسي"),
        ("EP2", ""),
        ("HG1", "سعيد <المنصوري> & \"الابن\""),
        ("IN1", "Salma Tazi"),
    ];
    for (index, (code, name)) in teachers.into_iter().enumerate() {
        school.teachers.push(Teacher {
            code: code.into(),
            name: (!name.is_empty()).then(|| name.into()),
            subjects: vec![SubjectId::new(if index > 5 { index - 1 } else { index })],
            service: 24,
            overtime: 0,
            elsewhere: None,
        });
    }
}

fn subjects(school: &mut School) {
    for (code, arabic, french, colour) in [
        ("AR", "اللغة العربية", "Arabe", None),
        ("FR", "اللغة الفرنسية", "Français", None),
        ("MATH", "الرياضيات", "Mathématiques", None),
        ("PC", "الفيزياء والكيمياء", "Physique-chimie", Some("#ffd500")),
        ("SVT", "علوم الحياة والأرض", "Sciences de la vie et de la Terre", None),
        ("EPS", "التربية البدنية", "Éducation physique et sportive", None),
        ("HG", "الاجتماعيات", "Histoire-géographie", None),
        ("INFO", "", "Informatique", None),
        ("CONS", "مجلس المؤسسة", "Conseil pédagogique", Some("#000000")),
    ] {
        let colour = colour.map(String::from);
        school.subjects.push(Subject { code: code.into(), names: named(arabic, french), colour });
    }
}

/// Subject, teacher, lengths, room type, whether by halves, whether every other week.
type Line = (usize, usize, &'static [u32], usize, bool, bool);

fn courses(school: &School) -> Table<CourseId, Course> {
    let mut courses = Table::default();
    let lines: [Line; 8] = [
        (2, 2, &[2, 1, 1], 0, false, false),
        (0, 0, &[2, 1, 1], 0, false, false),
        (1, 1, &[2, 2, 1], 0, false, false),
        (3, 3, &[2], 1, true, false),
        (4, 4, &[2], 1, true, false),
        (5, 5, &[2, 1], 2, false, false),
        (6, 7, &[1, 1, 1], 0, false, false),
        (7, 8, &[1], 0, true, true),
    ];
    for class in school.classes.ids() {
        for &(subject, teacher, lengths, room, halves, fortnightly) in &lines {
            let groups = [0, 1].map(|half| Audience::Group(GroupId::new(2 * class.index() + half)));
            let whole = [Audience::Class(class)];
            let audiences = if halves { &groups[..] } else { &whole[..] };
            for (half, &audience) in audiences.iter().enumerate() {
                let subject = SubjectId::new(subject);
                // the second field teacher is a post, and takes the last class
                let teacher = teacher + usize::from(teacher == 5 && class.index() == 2);
                courses.push(Course {
                    code: format!(
                        "{}/{}",
                        school.audience_code(audience),
                        school.subjects[subject].code
                    ),
                    subject,
                    audience: vec![audience],
                    teaching: Teaching::By(vec![TeacherId::new(teacher)]),
                    hours: lengths.iter().sum(),
                    blocks: Blocks::Pattern(lengths.to_vec()),
                    fortnightly,
                    room: if fortnightly {
                        RoomNeed::OneOf(vec![RoomId::new(2 - half)])
                    } else {
                        RoomNeed::OfType(RoomTypeId::new(room))
                    },
                });
            }
        }
    }
    let meeting = |code: &str, audience: Vec<Audience>, teachers: &[usize], length| Course {
        code: code.into(),
        subject: SubjectId::new(8),
        audience,
        teaching: Teaching::By(teachers.iter().copied().map(TeacherId::new).collect()),
        hours: length,
        blocks: Blocks::Pattern(vec![length]),
        fortnightly: false,
        room: RoomNeed::Nowhere,
    };
    courses.push(meeting("meeting", vec![], &[0, 1, 2, 3], 2));
    courses.push(meeting(
        "assembly",
        [0, 1].map(ClassId::new).map(Audience::Class).into(),
        &[7],
        1,
    ));
    courses.push(meeting("lost", vec![Audience::Class(ClassId::new(2))], &[7], 2));
    courses
}

/// The school, its courses, and a timetable made by taking the first slot that is free.
pub(crate) fn fixture() -> Fixture {
    let mut school = School {
        code: "COL-ATLAS".into(),
        name: "ثانوية الأطلس التأهيلية".into(),
        year: "2026/2027".into(),
        calendar: calendar(),
        ..School::default()
    };
    places(&mut school);
    subjects(&mut school);
    people(&mut school);
    let courses = courses(&school);
    let mut lessons: Vec<Lesson> = Vec::new();
    for (id, course) in courses.enumerate() {
        let Blocks::Pattern(lengths) = &course.blocks else { continue };
        let Teaching::By(teachers) = &course.teaching else { continue };
        for (block, &length) in lengths.iter().enumerate() {
            let second =
                matches!(course.audience[..], [Audience::Group(group)] if group.index() % 2 == 1);
            let turn = if second { Week::B } else { Week::A };
            let mut lesson = Lesson {
                course: id,
                block: block as u32,
                length,
                slot: None,
                week: course.fortnightly.then_some(turn),
                teachers: teachers.clone(),
                room: None,
                further_rooms: Vec::new(),
            };
            place(&school, &courses, &lessons, &mut lesson);
            lessons.push(lesson);
        }
    }
    let last = lessons.last_mut().expect("there are lessons");
    (last.slot, last.room) = (None, None);
    let lock = |course: &str, slot| Lock { course: course.into(), block: 0, slot, room: None };
    school.locks.push(lock("meeting", lessons[lessons.len() - 3].slot));
    school.locks.push(lock("1AC-1/MATH", lessons[0].slot));
    Fixture { school, courses, lessons }
}

/// Spreads over the days: the search begins on another day for each lesson, but at one time for all
/// groups of a class, so that they are taught side by side.
fn place(
    school: &School,
    courses: &Table<CourseId, Course>,
    placed: &[Lesson],
    lesson: &mut Lesson,
) {
    let calendar = &school.calendar;
    let begin = match courses[lesson.course].audience[..] {
        [Audience::Group(group)] => group.index() / 2 * 12 + 6,
        _ => placed.len() * 17,
    };
    let slots = (begin..begin + calendar.slots.len()).map(|at| at % calendar.slots.len());
    for slot in slots.map(SlotId::new).filter(|&slot| calendar.fits(slot, lesson.length)) {
        let overlapping = |other: &&Lesson| {
            let span =
                |lesson: &Lesson, at: SlotId| (at.index(), at.index() + lesson.length as usize);
            let ours = span(lesson, slot);
            other.slot.map(|at| span(other, at)).is_some_and(|theirs| {
                let apart =
                    lesson.week.is_some() && other.week.is_some() && lesson.week != other.week;
                ours.0 < theirs.1 && theirs.0 < ours.1 && !apart
            })
        };
        let here: Vec<&Lesson> = placed.iter().filter(overlapping).collect();
        let course = &courses[lesson.course];
        let clash = here.iter().any(|other| {
            let shared = |a: &Audience, b: &Audience| match (a, b) {
                (Audience::Group(a), Audience::Group(b)) => a == b,
                _ => school.classes_of(a).iter().any(|class| school.classes_of(b).contains(class)),
            };
            let theirs = &courses[other.course].audience;
            course.audience.iter().any(|a| theirs.iter().any(|b| shared(a, b)))
                || lesson.teachers.iter().any(|teacher| other.teachers.contains(teacher))
        });
        let free = |room: &RoomId| {
            let used = here.iter().filter(|other| other.room == Some(*room)).count();
            used < school.rooms[*room].holds as usize
        };
        let rooms: Vec<RoomId> = match &course.room {
            RoomNeed::Nowhere => Vec::new(),
            RoomNeed::OneOf(rooms) => rooms.clone(),
            RoomNeed::OfType(wanted) => {
                let of_type = |room: &RoomId| school.rooms[*room].room_type == *wanted;
                school.rooms.ids().filter(of_type).collect()
            }
        };
        lesson.room = rooms.iter().copied().find(free);
        if !clash && (rooms.is_empty() || lesson.room.is_some()) {
            lesson.slot = Some(slot);
            return;
        }
    }
}
