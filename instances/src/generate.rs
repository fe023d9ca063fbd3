//! From a profile and a seed to a school.

use crate::catalogue;
use crate::draft::Draft;
use crate::flaw::{Flaw, Reason};
use crate::locks;
use crate::meetings;
use crate::names;
use crate::people;
use crate::profile::Profile;
use crate::rng::{Rng, Stream};
use crate::rooms;
use crate::rules;
use crate::spoil::spoil;
use crate::staffing;
use crate::week::{YEAR, week};
use jadwal_model::school::{HalfDayId, School, Weeks};
use std::collections::BTreeMap;

/// A school, and what makes it impossible.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct Generated {
    /// The school.
    pub school: School,
    /// What is to blame; none: there is a timetable.
    pub reason: Option<Reason>,
}

/// Why there is no such school.
#[derive(Clone, Copy, PartialEq, Eq, Debug, thiserror::Error)]
pub enum GenerateError {
    /// Schools of this profile cannot have this flaw.
    #[error("a school of profile `{}` cannot have the flaw `{}`", profile.name(), flaw.name())]
    FlawDoesNotSuit {
        /// The profile.
        profile: Profile,
        /// The flaw.
        flaw: Flaw,
    },
    /// No post can give some course of this seed's school.
    #[error("seed {seed}: a course is more than one post of profile `{}` can give", profile.name())]
    CourseTooLarge {
        /// The profile.
        profile: Profile,
        /// The seed.
        seed: u64,
    },
}

/// The school of a profile and a seed, with a flaw if one is asked for. The same call gives the same
/// school on every platform, and the school with a flaw is the one without it, changed in one thing.
///
/// # Errors
/// [`Flaw::suits`] says no, or a course is too large for one post.
pub fn generate(
    profile: Profile,
    seed: u64,
    flaw: Option<Flaw>,
) -> Result<Generated, GenerateError> {
    if let Some(flaw) = flaw.filter(|flaw| !flaw.suits(profile)) {
        return Err(GenerateError::FlawDoesNotSuit { profile, flaw });
    }
    let mut draft = found(profile, seed);
    people::enrol(&mut draft);
    rooms::build(&mut draft);
    if !staffing::staff(&mut draft) {
        return Err(GenerateError::CourseTooLarge { profile, seed });
    }
    meetings::arrange(&mut draft);
    rules::write(&mut draft);
    locks::lock(&mut draft);
    let reason = match flaw {
        None => None,
        Some(flaw) => match spoil(&mut draft, flaw) {
            None => return Err(GenerateError::FlawDoesNotSuit { profile, flaw }),
            reason => reason,
        },
    };
    Ok(Generated { school: draft.school, reason })
}

/// A school with a name, a week and subjects, and nobody in it.
fn found(profile: Profile, seed: u64) -> Draft {
    let shape = profile.shape();
    let mut rng = Rng::new(seed, Stream::Week);
    let closed = rng.pick(shape.closed).unwrap_or(0);
    let weeks = match profile {
        Profile::College | Profile::Urban | Profile::Private => Weeks::AB,
        Profile::Rural | Profile::Lycee | Profile::Xl => Weeks::Alike,
    };
    let mut school = School {
        code: format!("{}-{seed}", profile.name()),
        name: names::school(shape.title, &mut rng),
        year: YEAR.into(),
        remarks: "An invented school: no real school, person or timetable was used.".into(),
        calendar: week(closed, weeks, &mut rng),
        ..School::default()
    };
    let mut subjects = BTreeMap::new();
    for (code, subject) in catalogue::subjects() {
        subjects.insert(code, school.subjects.push(subject));
    }
    let mut draft = Draft {
        profile,
        seed,
        shape,
        school,
        subjects,
        places: BTreeMap::new(),
        inspections: Vec::new(),
    };
    inspections(&mut draft, &mut rng);
    draft
}

/// Some subjects have a half-day free for their inspector, each another one, on days with a morning
/// and an afternoon.
fn inspections(draft: &mut Draft, rng: &mut Rng) {
    let calendar = &draft.school.calendar;
    let whole = |&half_day: &HalfDayId| {
        let day = calendar.half_days[half_day].day;
        calendar.half_days.iter().filter(|other| other.day == day).count() == 2
    };
    let mut half_days: Vec<_> = draft.half_days().into_iter().filter(whole).collect();
    let mut inspected = draft.shape.inspected.to_vec();
    rng.shuffle(&mut half_days);
    rng.shuffle(&mut inspected);
    let (low, high) = draft.shape.inspections;
    inspected.truncate(rng.within(low..=high) as usize);
    for (subjects, half_day) in inspected.into_iter().zip(half_days) {
        draft.inspections.extend(subjects.iter().map(|&subject| (subject, half_day)));
    }
}
