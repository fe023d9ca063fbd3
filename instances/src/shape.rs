//! What a profile's schools have in common, before any number is drawn. The difficulty is set here.

use crate::profile::Profile;
use std::ops::RangeInclusive;

/// The constants of a profile.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Shape {
    /// What the school is, in its name.
    pub(crate) title: &'static str,
    /// How many classes each level has.
    pub(crate) levels: &'static [(&'static str, usize)],
    /// Between which of them a class may move, level to level.
    pub(crate) moves: &'static [(&'static str, &'static str)],
    /// Levels where two classes make three groups for sciences.
    pub(crate) trios: &'static [&'static str],
    /// Levels where the classes choose among languages together.
    pub(crate) languages: &'static [&'static str],
    /// Levels whose half-groups swap laboratories at once; in the others they meet again later.
    pub(crate) swaps: &'static [&'static str],
    /// How many half-days may be closed: one of these numbers.
    pub(crate) closed: &'static [usize],
    /// Pupils in a class.
    pub(crate) pupils: (u32, u32),
    /// Hours above their service that posts may be given.
    pub(crate) overtime: u32,
    /// Which arts its collège may teach: one of these choices.
    pub(crate) arts: &'static [&'static [&'static str]],
    /// How full ordinary rooms may be, in per cent.
    pub(crate) fullest: u32,
    /// How many lessons share a sports ground.
    pub(crate) ground: u32,
    /// Subjects of which some leave a half-day free for their inspector; those of one entry together.
    pub(crate) inspected: &'static [&'static [&'static str]],
    /// How many of them do.
    pub(crate) inspections: (u32, u32),
    /// Of a hundred schools, how many have two buildings.
    pub(crate) two_buildings: usize,
    /// Whether teachers come in the morning or in the afternoon of a day, not both.
    pub(crate) half_day_only: bool,
}

impl Shape {
    /// Classes of a level's pupils, as a range to draw from.
    pub(crate) const fn sizes(&self) -> RangeInclusive<u32> {
        self.pupils.0..=self.pupils.1
    }
}

const COLLEGE: Shape = Shape {
    title: "Collège",
    levels: &[("1APIC", 8), ("2APIC", 8), ("3APIC", 8)],
    moves: &[("1APIC", "2APIC"), ("3APIC", "1APIC"), ("2APIC", "3APIC")],
    trios: &[],
    languages: &[],
    swaps: &["1APIC", "2APIC", "3APIC"],
    closed: &[1],
    pupils: (31, 42),
    overtime: 0,
    arts: &[&["ART"], &["MUS"], &["ART", "MUS"]],
    fullest: 90,
    ground: 3,
    inspected: &[&["MATH"], &["AR"], &["FR"], &["HG"], &["PC", "SVT"]],
    inspections: (3, 5),
    two_buildings: 40,
    half_day_only: true,
};

const LYCEE: Shape = Shape {
    title: "Lycée",
    levels: &[
        ("TCSF", 6),
        ("TCLSH", 2),
        ("1BACSEF", 6),
        ("1BACSM", 1),
        ("1BACLSH", 2),
        ("2BACSPF", 3),
        ("2BACSVTF", 3),
        ("2BACSM", 1),
        ("2BACLSH", 2),
    ],
    moves: &[("2BACSPF", "2BACSVTF"), ("2BACSVTF", "2BACSPF"), ("TCSF", "1BACSEF")],
    languages: &["TCLSH", "1BACLSH", "2BACLSH"],
    swaps: &[],
    pupils: (30, 42),
    inspected: &[&["MATH"], &["AR"], &["FR"], &["PHI"], &["EN"], &["PC", "SVT"]],
    inspections: (3, 6),
    ..COLLEGE
};

impl Profile {
    /// What its schools have in common.
    pub(crate) const fn shape(self) -> Shape {
        match self {
            Self::Rural => Shape {
                title: "Collège rural",
                levels: &[("1AC", 3), ("2AC", 4), ("3AC", 2)],
                moves: &[("1AC", "2AC"), ("2AC", "1AC")],
                trios: &["3AC"],
                swaps: &["1AC", "2AC"],
                pupils: (26, 40),
                overtime: 2,
                inspected: &[&["MATH"], &["AR"], &["FR"]],
                inspections: (1, 2),
                two_buildings: 0,
                ..COLLEGE
            },
            Self::College => COLLEGE,
            Self::Lycee => LYCEE,
            Self::Urban => Shape {
                title: "Collège urbain",
                levels: &[("1APIC", 12), ("2APIC", 13), ("3APIC", 13)],
                moves: &[("2APIC", "3APIC"), ("3APIC", "2APIC")],
                trios: &["1APIC"],
                swaps: &["3APIC"],
                closed: &[0],
                pupils: (34, 44),
                overtime: 2,
                arts: &[&["ART", "MUS"]],
                fullest: 92,
                ground: 4,
                two_buildings: 100,
                ..COLLEGE
            },
            Self::Xl => Shape {
                title: "Grand lycée",
                levels: &[
                    ("TCSF", 13),
                    ("TCLSH", 2),
                    ("1BACSEF", 13),
                    ("1BACSM", 2),
                    ("1BACLSH", 2),
                    ("2BACSPF", 8),
                    ("2BACSVTF", 8),
                    ("2BACSM", 2),
                    ("2BACLSH", 2),
                ],
                swaps: &["TCSF"],
                closed: &[0, 0, 1],
                pupils: (32, 44),
                ground: 4,
                two_buildings: 100,
                ..LYCEE
            },
            Self::Private => Shape {
                title: "Groupe scolaire",
                levels: &[
                    ("1AEP", 3),
                    ("2AEP", 3),
                    ("3AEP", 3),
                    ("4AEP", 3),
                    ("5AEP", 3),
                    ("6AEP", 3),
                    ("1APIC", 5),
                    ("2APIC", 5),
                    ("3APIC", 5),
                    ("TCSF", 3),
                    ("1BACSEF", 3),
                    ("1BACSM", 1),
                    ("2BACSPF", 2),
                    ("2BACSVTF", 2),
                    ("2BACSM", 1),
                ],
                moves: &[("3APIC", "1APIC"), ("1AEP", "6AEP"), ("5AEP", "2AEP")],
                trios: &[],
                languages: &["TCSF"],
                swaps: &[],
                closed: &[1, 2],
                pupils: (20, 30),
                two_buildings: 70,
                inspected: &[&["MATH"], &["AR"], &["FR"], &["EN"]],
                inspections: (1, 2),
                half_day_only: false,
                ..COLLEGE
            },
        }
    }
}
