//! Invented names of people and places, put together from common ones.

use crate::rng::Rng;
use std::collections::BTreeSet;

const FIRST: [&str; 32] = [
    "Ahmed", "Aicha", "Amina", "Anas", "Asmae", "Brahim", "Driss", "Fatima", "Hamza", "Hanane",
    "Hassan", "Hicham", "Imane", "Jamal", "Karim", "Khadija", "Laila", "Latifa", "Mehdi",
    "Mohamed", "Mustapha", "Nadia", "Naima", "Omar", "Rachid", "Rachida", "Said", "Salma",
    "Samira", "Soukaina", "Youssef", "Zineb",
];

const LAST: [&str; 36] = [
    "Alaoui",
    "Amrani",
    "Azizi",
    "Baraka",
    "Belhaj",
    "Benali",
    "Benjelloun",
    "Bennani",
    "Berrada",
    "Bouazza",
    "Bouzidi",
    "Chafik",
    "Cherkaoui",
    "Chraibi",
    "Daoudi",
    "El Fassi",
    "El Idrissi",
    "El Khattabi",
    "El Mansouri",
    "Filali",
    "Ghazi",
    "Hajji",
    "Hamdaoui",
    "Jabri",
    "Kabbaj",
    "Kadiri",
    "Lahlou",
    "Lamrani",
    "Mernissi",
    "Naciri",
    "Ouazzani",
    "Rami",
    "Sabri",
    "Tazi",
    "Yacoubi",
    "Ziani",
];

const SCHOOLS: [&str; 20] = [
    "Al Amal",
    "Al Atlas",
    "Al Fath",
    "Al Farabi",
    "Al Khawarizmi",
    "Al Massira",
    "Al Wahda",
    "Annajah",
    "Arrazi",
    "Ennahda",
    "Ibn Battouta",
    "Ibn Khaldoun",
    "Ibn Rochd",
    "Ibn Sina",
    "Ibn Toumert",
    "Oued Eddahab",
    "Sidi Ahmed Bennacer",
    "Tarik Ibn Ziad",
    "Youssef Ibn Tachfine",
    "Zerktouni",
];

/// Names of people, each once.
#[derive(Debug, Default)]
pub(crate) struct People(BTreeSet<String>);

impl People {
    /// A name that nobody has yet.
    pub(crate) fn next(&mut self, rng: &mut Rng) -> String {
        let first = FIRST[rng.below(FIRST.len())];
        let start = rng.below(LAST.len());
        let names = (0..LAST.len()).map(|i| format!("{first} {}", LAST[(start + i) % LAST.len()]));
        let name = names.into_iter().find(|name| !self.0.contains(name));
        let name = name.unwrap_or_else(|| format!("{first} {} {}", LAST[start], self.0.len()));
        self.0.insert(name.clone());
        name
    }
}

/// The name of a school.
pub(crate) fn school(title: &str, rng: &mut Rng) -> String {
    format!("{title} {}", SCHOOLS[rng.below(SCHOOLS.len())])
}
