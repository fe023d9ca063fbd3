//! Subjects, levels and types of rooms as Moroccan schools call them.

use jadwal_model::school::{Cycle, Names, RoomType, Subject};

/// Code, names in Arabic, French and English, and colour.
const SUBJECTS: &[(&str, [&str; 3], &str)] = &[
    ("AR", ["اللغة العربية", "Arabe", "Arabic"], "#8dd3c7"),
    ("FR", ["اللغة الفرنسية", "Français", "French"], "#bebada"),
    ("EN", ["اللغة الإنجليزية", "Anglais", "English"], "#fccde5"),
    ("ES", ["اللغة الإسبانية", "Espagnol", "Spanish"], "#ffed6f"),
    ("HG", ["الاجتماعيات", "Histoire-géographie", "History and geography"], "#d9b38c"),
    ("ISL", ["التربية الإسلامية", "Éducation islamique", "Islamic education"], "#b3de69"),
    ("PHI", ["الفلسفة", "Philosophie", "Philosophy"], "#cab2d6"),
    ("MATH", ["الرياضيات", "Mathématiques", "Mathematics"], "#80b1d3"),
    ("SCI", ["النشاط العلمي", "Activité scientifique", "Science"], "#a6cee3"),
    ("PC", ["الفيزياء والكيمياء", "Physique-chimie", "Physics and chemistry"], "#fb8072"),
    ("SVT", ["علوم الحياة والأرض", "Sciences de la vie et de la Terre", "Life sciences"], "#66c2a5"),
    ("TECH", ["التكنولوجيا", "Technologie", "Technology"], "#d9d9d9"),
    ("INFO", ["المعلوميات", "Informatique", "Computing"], "#bc80bd"),
    ("ART", ["التربية التشكيلية", "Arts plastiques", "Art"], "#fdb462"),
    ("MUS", ["التربية الموسيقية", "Éducation musicale", "Music"], "#e5c494"),
    ("TRAD", ["الترجمة", "Traduction", "Translation"], "#ccebc5"),
    ("EPS", ["التربية البدنية", "Éducation physique", "Sport"], "#ffffb3"),
    ("ASS", ["الجمعية الرياضية", "Association sportive", "Sport association"], "#fff2ae"),
    ("COORD", ["التنسيق", "Coordination", "Coordination"], "#e0e0e0"),
];

/// Code, cycle, stream, names in Arabic and French.
const LEVELS: &[(&str, Cycle, Option<&str>, [&str; 2])] = &[
    ("1AEP", Cycle::Primary, None, ["الأولى ابتدائي", "1re année primaire"]),
    ("2AEP", Cycle::Primary, None, ["الثانية ابتدائي", "2e année primaire"]),
    ("3AEP", Cycle::Primary, None, ["الثالثة ابتدائي", "3e année primaire"]),
    ("4AEP", Cycle::Primary, None, ["الرابعة ابتدائي", "4e année primaire"]),
    ("5AEP", Cycle::Primary, None, ["الخامسة ابتدائي", "5e année primaire"]),
    ("6AEP", Cycle::Primary, None, ["السادسة ابتدائي", "6e année primaire"]),
    ("1AC", Cycle::College, None, ["الأولى إعدادي", "1re année collège"]),
    ("2AC", Cycle::College, None, ["الثانية إعدادي", "2e année collège"]),
    ("3AC", Cycle::College, None, ["الثالثة إعدادي", "3e année collège"]),
    (
        "1APIC",
        Cycle::College,
        Some("international"),
        ["الأولى إعدادي مسار دولي", "1re année collège, parcours international"],
    ),
    (
        "2APIC",
        Cycle::College,
        Some("international"),
        ["الثانية إعدادي مسار دولي", "2e année collège, parcours international"],
    ),
    (
        "3APIC",
        Cycle::College,
        Some("international"),
        ["الثالثة إعدادي مسار دولي", "3e année collège, parcours international"],
    ),
    ("TCSF", Cycle::Lycee, Some("sciences"), ["جذع مشترك علمي", "Tronc commun scientifique"]),
    (
        "TCLSH",
        Cycle::Lycee,
        Some("lettres"),
        ["جذع مشترك آداب وعلوم إنسانية", "Tronc commun lettres et sciences humaines"],
    ),
    (
        "1BACSEF",
        Cycle::Lycee,
        Some("sciences expérimentales"),
        ["الأولى باك علوم تجريبية", "1re bac sciences expérimentales"],
    ),
    (
        "1BACSM",
        Cycle::Lycee,
        Some("sciences mathématiques"),
        ["الأولى باك علوم رياضية", "1re bac sciences mathématiques"],
    ),
    (
        "1BACLSH",
        Cycle::Lycee,
        Some("lettres"),
        ["الأولى باك آداب وعلوم إنسانية", "1re bac lettres et sciences humaines"],
    ),
    (
        "2BACSPF",
        Cycle::Lycee,
        Some("sciences physiques"),
        ["الثانية باك علوم فيزيائية", "2e bac sciences physiques"],
    ),
    (
        "2BACSVTF",
        Cycle::Lycee,
        Some("sciences de la vie et de la Terre"),
        ["الثانية باك علوم الحياة والأرض", "2e bac sciences de la vie et de la Terre"],
    ),
    (
        "2BACSM",
        Cycle::Lycee,
        Some("sciences mathématiques"),
        ["الثانية باك علوم رياضية", "2e bac sciences mathématiques"],
    ),
    (
        "2BACLSH",
        Cycle::Lycee,
        Some("lettres"),
        ["الثانية باك آداب وعلوم إنسانية", "2e bac lettres et sciences humaines"],
    ),
];

/// Where a subject is taught.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub(crate) enum Place {
    Ordinary,
    Physics,
    Life,
    Computers,
    Workshop,
    Ground,
}

impl Place {
    /// The code of the type, what codes of its rooms begin with, its names, what its rooms have.
    const fn words(
        self,
    ) -> (&'static str, &'static str, [&'static str; 3], &'static [&'static str]) {
        match self {
            Self::Ordinary => {
                ("SALLE", "S", ["قاعة عادية", "Salle ordinaire", "Ordinary room"], &[])
            }
            Self::Physics => (
                "LABO-PC",
                "PC",
                [
                    "مختبر الفيزياء والكيمياء",
                    "Laboratoire de physique-chimie",
                    "Physics laboratory",
                ],
                &["hotte"],
            ),
            Self::Life => (
                "LABO-SVT",
                "SVT",
                ["مختبر علوم الحياة والأرض", "Laboratoire de SVT", "Life sciences laboratory"],
                &["microscopes"],
            ),
            Self::Computers => (
                "INFO",
                "INFO",
                ["قاعة الإعلاميات", "Salle multimédia", "Computer room"],
                &["ordinateurs", "projecteur"],
            ),
            Self::Workshop => (
                "TECHNO",
                "TECH",
                ["قاعة التكنولوجيا", "Salle de technologie", "Workshop"],
                &["établis"],
            ),
            Self::Ground => ("TERRAIN", "T", ["ملعب", "Terrain de sport", "Sports ground"], &[]),
        }
    }

    /// The type of room.
    pub(crate) fn room_type(self) -> RoomType {
        let (code, _, called, _) = self.words();
        RoomType { code: code.into(), names: names(called) }
    }

    /// What codes of its rooms begin with.
    pub(crate) const fn prefix(self) -> &'static str {
        self.words().1
    }

    /// What its rooms have.
    pub(crate) const fn equipment(self) -> &'static [&'static str] {
        self.words().3
    }
}

/// All subjects, each with its code.
pub(crate) fn subjects() -> impl Iterator<Item = (&'static str, Subject)> {
    SUBJECTS.iter().map(|&(code, called, colour)| {
        (code, Subject { code: code.into(), names: names(called), colour: Some(colour.into()) })
    })
}

/// The level of a code.
pub(crate) fn level(code: &str) -> Option<(Cycle, Option<String>, Names)> {
    let &(_, cycle, stream, [arabic, french]) = LEVELS.iter().find(|level| level.0 == code)?;
    let names = Names { arabic: Some(arabic.into()), french: Some(french.into()), english: None };
    Some((cycle, stream.map(String::from), names))
}

/// Names in all three languages.
pub(crate) fn names([arabic, french, english]: [&str; 3]) -> Names {
    Names {
        arabic: Some(arabic.into()),
        french: Some(french.into()),
        english: Some(english.into()),
    }
}
