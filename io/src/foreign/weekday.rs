//! Weekdays by the names that files give to their days.

use jadwal_model::school::calendar::Weekday;
use std::collections::BTreeSet;

/// The codes of days by what they may be called, the first their own name: as weekdays, if they follow
/// one another as the weekdays do by which they are called; else by their names alone. So days that follow
/// one another are one day apart. `rows` is how many periods a day has.
pub(crate) fn days(called: &[[&str; 2]], rows: usize) -> Vec<(String, Option<Weekday>)> {
    let known = |names: &[&str; 2]| names.iter().find_map(|name| weekday(name));
    let weekdays: Option<Vec<Weekday>> = called.iter().map(known).collect();
    let follows = |two: &[Weekday]| (two[0] as usize + 1) % 7 == two[1] as usize;
    match weekdays.filter(|all| all.len() <= Weekday::ALL.len() && all.windows(2).all(follows)) {
        Some(all) => all.into_iter().map(|day| (day.name()[..3].to_owned(), Some(day))).collect(),
        None => {
            let names: Vec<&str> = called.iter().map(|names| names[0]).collect();
            codes(&names, rows).into_iter().map(|code| (code, None)).collect()
        }
    }
}

/// The names, if no slot is called as another slot or as a day; else numbers of one length.
fn codes(names: &[&str], rows: usize) -> Vec<String> {
    let slots = names.iter().flat_map(|name| (1..=rows).map(move |row| format!("{name}{row}")));
    let all: Vec<String> = slots.chain(names.iter().map(|&name| name.to_owned())).collect();
    let different: BTreeSet<&String> = all.iter().collect();
    if different.len() == all.len() && !names.contains(&"") {
        return names.iter().map(|&name| name.to_owned()).collect();
    }
    let digits = names.len().to_string().len();
    (1..=names.len()).map(|day| format!("d{day:0digits$}")).collect()
}

/// What weekdays are called, Monday first: words with which the name of a day may begin.
const NAMES: [&[&str]; 7] = [
    &["monday", "mon", "lundi", "lun", "الاثنين", "الإثنين", "اثنين"],
    &["tuesday", "tue", "mardi", "mar", "الثلاثاء", "ثلاثاء"],
    &["wednesday", "wed", "mercredi", "mer", "الأربعاء", "الاربعاء", "أربعاء"],
    &["thursday", "thu", "jeudi", "jeu", "الخميس", "خميس"],
    &["friday", "fri", "vendredi", "ven", "الجمعة", "الجمعه", "جمعة"],
    &["saturday", "sat", "samedi", "sam", "السبت", "سبت"],
    &["sunday", "sun", "dimanche", "dim", "الأحد", "الاحد", "أحد"],
];

/// The weekday that a name begins with, as a whole word.
pub(crate) fn weekday(name: &str) -> Option<Weekday> {
    let name = name.trim().to_lowercase();
    let is = |word: &str| {
        let rest = name.strip_prefix(word);
        rest.is_some_and(|rest| !rest.starts_with(char::is_alphabetic))
    };
    let found = NAMES.iter().position(|words| words.iter().any(|word| is(word)));
    found.map(|index| Weekday::ALL[index])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn weekdays_by_their_names() {
        for (name, expected) in [
            ("Monday", Some(Weekday::Monday)),
            ("Lundi matin", Some(Weekday::Monday)),
            ("الأحد2", Some(Weekday::Sunday)),
            ("SAMEDI-AM", Some(Weekday::Saturday)),
            ("Mariage", None),
            ("D1", None),
            ("", None),
        ] {
            assert_eq!(weekday(name), expected, "{name}");
        }
    }
}
