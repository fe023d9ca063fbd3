//! Names of registers and headings of columns, in the form of files or in one of our languages.

use super::schema::{Field, fields};
use super::text::plain;
use crate::words::{Language, Words};
use jadwal_model::school::fault::Register;
use std::collections::BTreeMap;
use std::sync::OnceLock;

/// What a title or a heading is told by: case, marks and common variants of letters do not count.
#[must_use]
pub fn folded(text: &str) -> String {
    let lower = plain(text).to_lowercase();
    let letters: String = lower.chars().filter_map(folded_letter).collect();
    letters.split_whitespace().collect::<Vec<_>>().join(" ")
}

const fn folded_letter(letter: char) -> Option<char> {
    Some(match letter {
        'أ' | 'إ' | 'آ' | 'ٱ' => 'ا',
        'ة' => 'ه',
        'ى' => 'ي',
        'à' | 'â' => 'a',
        'é' | 'è' | 'ê' | 'ë' => 'e',
        'î' | 'ï' => 'i',
        'ô' => 'o',
        'ù' | 'û' => 'u',
        'ç' => 'c',
        '_' | '-' | '\'' | '’' => ' ',
        // tatweel, vowel signs, and what people put after a heading
        'ـ' | '\u{64b}'..='\u{652}' | '\u{670}' | '\u{300}'..='\u{36f}' | ':' | '*' => {
            return None;
        }
        other => other,
    })
}

/// All that we go by.
struct Known {
    registers: BTreeMap<String, Register>,
    fields: BTreeMap<Register, BTreeMap<String, &'static Field>>,
}

fn known() -> &'static Known {
    static KNOWN: OnceLock<Known> = OnceLock::new();
    KNOWN.get_or_init(|| {
        let spoken = [Language::Arabic, Language::French, Language::English].map(Words::new);
        let mut known = Known { registers: BTreeMap::new(), fields: BTreeMap::new() };
        for register in Register::ALL {
            let titles = spoken.iter().map(|words| words.register(register));
            for title in titles.chain([register.name().to_owned()]) {
                known.registers.entry(folded(&title)).or_insert(register);
            }
            let labels = known.fields.entry(register).or_default();
            // the names in files first: no other heading may take them
            for field in fields(register) {
                labels.insert(folded(field.name), field);
            }
            for (field, words) in fields(register)
                .iter()
                .flat_map(|field| spoken.iter().map(move |words| (field, words)))
            {
                labels.entry(folded(&words.field(field.name))).or_insert(field);
            }
        }
        // a title in the singular, where no register has it in the plural
        for (register, words) in
            Register::ALL.into_iter().flat_map(|register| spoken.iter().map(move |w| (register, w)))
        {
            known.registers.entry(folded(&words.row_of(register))).or_insert(register);
        }
        known
    })
}

/// The register of a title.
#[must_use]
pub fn register(title: &str) -> Option<Register> {
    known().registers.get(&folded(title)).copied()
}

/// The title that was probably meant.
#[must_use]
pub fn nearest_register(title: &str) -> Option<String> {
    let titles = known().registers.keys().map(String::as_str);
    jadwal_model::nearest::nearest(&folded(title), titles)
}

/// The field of a heading.
#[must_use]
pub fn field(register: Register, heading: &str) -> Option<&'static Field> {
    known().fields.get(&register)?.get(&folded(heading)).copied()
}

/// The heading that was probably meant.
#[must_use]
pub fn nearest_field(register: Register, heading: &str) -> Option<String> {
    let headings = known().fields.get(&register)?.keys().map(String::as_str);
    jadwal_model::nearest::nearest(&folded(heading), headings)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn titles_and_headings_are_known_however_they_are_typed() {
        for (typed, expected) in [
            ("teacher", Some(Register::Teachers)),
            (" Professeurs\u{a0}", Some(Register::Teachers)),
            ("الاساتذه", Some(Register::Teachers)),
            ("الأســاتذة", Some(Register::Teachers)),
            ("TYPES OF ROOMS", Some(Register::RoomTypes)),
            ("matieres", Some(Register::Subjects)),
            ("Budget", None),
        ] {
            assert_eq!(register(typed), expected, "{typed}");
        }
        for (typed, expected) in [
            ("الرّمز:", Some("code")),
            ("NAME_AR", Some("name_ar")),
            ("Nom francais *", Some("name_fr")),
            ("الاسم بالعربيه", Some("name_ar")),
            ("Salary", None),
        ] {
            let found = field(Register::Subjects, typed).map(|field| field.name);
            assert_eq!(found, expected, "{typed}");
        }
    }

    #[test]
    fn no_two_registers_or_fields_share_a_name_in_one_language() {
        for words in [Language::Arabic, Language::French, Language::English].map(Words::new) {
            for known in Register::ALL {
                assert_eq!(register(&words.register(known)), Some(known), "{}", known.name());
                for one in fields(known) {
                    let found = field(known, &words.field(one.name)).map(|field| field.name);
                    assert_eq!(found, Some(one.name), "{} {}", known.name(), one.name);
                }
            }
        }
    }
}
