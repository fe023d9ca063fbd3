//! The grid of weekly hours: recalled figures, close to what Moroccan schools teach.

use crate::catalogue::Place;
use crate::rng::Rng;
use Place::{Computers, Ground, Life, Ordinary, Physics, Workshop};
use jadwal_model::school::Cycle;

/// What every line says of itself.
pub(crate) const SOURCE: &str = "recalled grid, for tests; not confirmed";

/// Sorts of divisions.
pub(crate) const HALVES: &str = "halves";
pub(crate) const TRIOS: &str = "trios";
pub(crate) const LANGUAGE: &str = "language";

/// One line of the grid.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Line {
    pub(crate) subject: &'static str,
    pub(crate) pattern: &'static [u32],
    pub(crate) place: Place,
    pub(crate) divided: Option<&'static str>,
    pub(crate) fortnightly: bool,
}

/// What a school chose where the official grid leaves a choice.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Mix {
    /// Which arts its collège teaches.
    arts: &'static [&'static str],
    /// Whether the first year of a large collège has six hours of Arabic.
    six_arabic: bool,
    /// Whether the third year has two hours of sport in place of three.
    short_sport: bool,
    /// Whether history and geography is cut into single hours.
    single_history: bool,
    /// Whether Islamic education is one double hour in the lycée.
    double_islamic: bool,
}

impl Mix {
    /// A choice.
    pub(crate) fn draw(arts: &[&'static [&'static str]], rng: &mut Rng) -> Self {
        let arts = rng.pick(arts).unwrap_or(&[]);
        Self {
            arts,
            six_arabic: rng.chance(50),
            short_sport: arts.len() == 1 && rng.chance(30),
            single_history: rng.chance(30),
            double_islamic: rng.chance(40),
        }
    }
}

/// The lines of a level.
pub(crate) fn lines(level: &str, cycle: Cycle, trio: bool, mix: &Mix) -> Vec<Line> {
    match cycle {
        Cycle::Primary => primary(),
        Cycle::College if level.ends_with("AC") => rural(trio, mix),
        Cycle::College => college(level, trio, mix),
        Cycle::Lycee => lycee(level, mix),
    }
}

const fn whole(subject: &'static str, pattern: &'static [u32], place: Place) -> Line {
    Line { subject, pattern, place, divided: None, fortnightly: false }
}

const fn ordinary(subject: &'static str, pattern: &'static [u32]) -> Line {
    whole(subject, pattern, Ordinary)
}

const fn split(
    subject: &'static str,
    pattern: &'static [u32],
    place: Place,
    sort: &'static str,
) -> Line {
    Line { divided: Some(sort), ..whole(subject, pattern, place) }
}

fn primary() -> Vec<Line> {
    vec![
        ordinary("AR", &[2, 2, 1, 1]),
        ordinary("ISL", &[1, 1]),
        ordinary("HG", &[1]),
        ordinary("FR", &[2, 1, 1, 1, 1]),
        ordinary("MATH", &[1, 1, 1, 1, 1]),
        ordinary("SCI", &[1, 1]),
        ordinary("EN", &[1, 1]),
        ordinary("ART", &[1]),
        whole("INFO", &[1], Computers),
        whole("EPS", &[1, 1], Ground),
    ]
}

/// What all years of every collège have.
fn core(mix: &Mix) -> Vec<Line> {
    vec![
        ordinary("EN", &[1, 1]),
        ordinary("HG", if mix.single_history { &[1, 1, 1] } else { &[2, 1] }),
        ordinary("ISL", &[1, 1]),
        ordinary("MATH", &[2, 2, 1]),
    ]
}

/// Physics and life sciences in groups, and what the third of three groups does meanwhile.
fn sciences(lines: &mut Vec<Line>, trio: bool, workshop: Place) {
    let sort = if trio { TRIOS } else { HALVES };
    lines.push(split("PC", &[2], Physics, sort));
    lines.push(split("SVT", &[2], Life, sort));
    if trio {
        lines.push(split("TECH", &[2], workshop, sort));
    }
}

/// A collège without computers and workshop: technology in an ordinary room.
fn rural(trio: bool, mix: &Mix) -> Vec<Line> {
    let mut lines = vec![
        ordinary("AR", &[2, 2, 1]),
        ordinary("FR", if trio { &[2, 2, 2] } else { &[2, 2, 1] }),
    ];
    lines.extend(core(mix));
    sciences(&mut lines, trio, Ordinary);
    if !trio {
        lines.push(ordinary("TECH", &[2]));
    }
    lines.push(ordinary("ART", &[1, 1]));
    lines.push(whole("EPS", &[2, 1], Ground));
    lines
}

fn college(level: &str, trio: bool, mix: &Mix) -> Vec<Line> {
    // more of the languages in place of computing, for which trios have no turn
    let mut lines = vec![
        ordinary("AR", if trio && mix.six_arabic { &[2, 2, 2] } else { &[2, 2, 1] }),
        ordinary("FR", if trio { &[2, 2, 2] } else { &[2, 2, 1] }),
    ];
    lines.extend(core(mix));
    sciences(&mut lines, trio, Workshop);
    if !trio {
        for (subject, place) in [("INFO", Computers), ("TECH", Workshop)] {
            lines.push(Line { fortnightly: true, ..split(subject, &[2], place, HALVES) });
        }
    }
    lines.extend(mix.arts.iter().map(|&art| ordinary(art, &[1])));
    let short = mix.short_sport && level.starts_with('3');
    lines.push(whole("EPS", if short { &[2] } else { &[2, 1] }, Ground));
    lines
}

fn lycee(level: &str, mix: &Mix) -> Vec<Line> {
    let letters = level.ends_with("LSH");
    let (common, last) = (level.starts_with("TC"), level.starts_with('2'));
    let mut lines = vec![
        ordinary("AR", if letters { &[2, 2, 1] } else { &[2] }),
        ordinary("FR", if letters && !last { &[2, 2, 1] } else { &[2, 2] }),
        ordinary("EN", if letters { &[2, 2] } else { &[2, 1] }),
        ordinary(
            "ISL",
            if last {
                &[1]
            } else if mix.double_islamic {
                &[2]
            } else {
                &[1, 1]
            },
        ),
        ordinary(
            "PHI",
            if letters && last {
                &[2, 2]
            } else if letters && !common {
                &[2, 1]
            } else {
                &[2]
            },
        ),
        ordinary(
            "MATH",
            if letters {
                &[2]
            } else if level.ends_with("SM") {
                &[2, 2, 2, 1]
            } else {
                &[2, 2, 1]
            },
        ),
    ];
    if letters {
        lines.push(ordinary("HG", &[2, 2]));
    } else if !last {
        lines.push(ordinary("HG", &[2]));
    }
    if letters && !last {
        lines.push(ordinary("SVT", &[1]));
    }
    if common {
        lines.push(whole("INFO", &[2], Computers));
    }
    if !common && !letters {
        lines.push(ordinary("TRAD", &[2]));
    }
    laboratories(&mut lines, level);
    lines.push(whole("EPS", &[2], Ground));
    lines
}

/// Lessons of physics and life sciences for the whole class, and practicals in halves.
fn laboratories(lines: &mut Vec<Line>, level: &str) {
    let (physics, life, practicals): (&'static [u32], &'static [u32], &'static [u32]) = match level
    {
        "TCSF" => (&[2], &[1], &[2]),
        "1BACSEF" => (&[], &[], &[2, 2]),
        "1BACSM" => (&[2, 1], &[], &[2]),
        "2BACSPF" => (&[2], &[], &[2, 2]),
        "2BACSVTF" => (&[], &[2], &[2, 2]),
        "2BACSM" => (&[2, 2], &[], &[2]),
        _ => return,
    };
    for (subject, pattern) in [("PC", physics), ("SVT", life)] {
        if !pattern.is_empty() {
            lines.push(ordinary(subject, pattern));
        }
    }
    lines.push(split("PC", practicals, Physics, HALVES));
    lines.push(split("SVT", practicals, Life, HALVES));
}
