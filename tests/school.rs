//! Generated schools from end to end: what is spoilt is found before any search, what is not is
//! solved, and comes back in the school's words.

use jadwal_instances::{Flaw, Profile, generate};
use jadwal_io::school_toml;
use jadwal_io::words::{Language, Words};
use jadwal_model::school::compile::{Compiled, compile};
use jadwal_model::school::school::School;
use jadwal_model::{Cost, evaluate};
use jadwal_solver::check::{check, proves_impossible};
use jadwal_solver::{Limits, Settings, Silent, solve};

fn school(profile: Profile, seed: u64, flaw: Option<Flaw>) -> School {
    generate(profile, seed, flaw).expect("the flaw suits the profile").school
}

fn compiled(school: &School) -> Compiled {
    assert_eq!(school.faults(), [], "the data of {} holds together", school.code);
    compile(school).expect("a generated school is not too large")
}

#[test]
fn check_proves_every_flaw_and_nothing_else() {
    for profile in Profile::ALL {
        for seed in [1, 2, 3] {
            let whole = compiled(&school(profile, seed, None));
            let findings = check(&whole.instance);
            assert!(!proves_impossible(&findings), "{} {seed}: {findings:?}", profile.name());
            for flaw in Flaw::ALL.into_iter().filter(|flaw| flaw.suits(profile)) {
                let spoilt = compiled(&school(profile, seed, Some(flaw)));
                let proved = proves_impossible(&check(&spoilt.instance));
                assert!(proved, "{} {seed}: {} is not found", profile.name(), flaw.name());
            }
        }
    }
}

#[test]
fn generated_schools_survive_their_file() {
    let words = Words::new(Language::Arabic);
    for profile in Profile::ALL {
        let school = school(profile, 4, None);
        let mut written = Vec::new();
        school_toml::write(&school, &words, &mut written).expect("memory takes all bytes");
        assert_eq!(school_toml::read(&written), Ok(school), "{}", profile.name());
    }
}

#[test]
fn a_rural_school_is_solved_and_counted_in_its_own_words() {
    let school = school(Profile::Rural, 1, None);
    let Compiled { instance, origin } = compiled(&school);
    let limits = Limits { steps: vec![1_500_000.into()], ..Limits::default() };
    let settings = Settings::default();
    let outcome = solve(&instance, &settings, &limits, None, &mut Silent).expect("they are valid");
    assert_eq!(outcome.cost().hard, 0);
    let lessons = origin.lessons(&instance.facts, &outcome.solution);
    assert!(lessons.iter().all(|lesson| lesson.slot.is_some()), "every lesson has its slot");
    let again = origin.solution(&instance.facts, &lessons);
    let cost = evaluate(&instance, &again).cost;
    assert_eq!(cost, outcome.cost(), "the lessons say all that the solution says");
    assert_ne!(cost, Cost::ZERO, "wishes are never all kept: something was counted");
}

#[test]
fn the_schools_of_the_suite_follow_from_their_profiles() {
    let words = Words::new(Language::English);
    for profile in Profile::ALL {
        let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR"));
        let path = root.join(format!("instances/schools/{}.toml", profile.name()));
        let mut written = Vec::new();
        school_toml::write(&school(profile, 1, None), &words, &mut written).expect("memory");
        if std::env::var_os("JADWAL_RENEW").is_some() {
            std::fs::write(&path, &written).expect("the folder is there");
        }
        let kept = std::fs::read(&path).expect("it is kept with the instances");
        assert!(kept == written, "{} is out of date: set JADWAL_RENEW", profile.name());
    }
}
