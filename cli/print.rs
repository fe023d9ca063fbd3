//! `jadwal print`: the sheets of a timetable that is already there, or one person's calendar.

use crate::arguments::Print;
use crate::config::Config;
use crate::console::Console;
use crate::deliver::{self, Target};
use crate::failure::{End, Failure};
use crate::input;
use crate::output;
use crate::school::SchoolPart;
use crate::school_grid;
use jadwal_io::ics::{self, Feed, FeedError};
use jadwal_io::sheet::Printed;
use jadwal_model::evaluate;
use jadwal_model::school::calendar::{Week, Weeks};
use jadwal_model::school::course::Lesson;
use jadwal_model::school::date::{ClockTime, Date};

/// Reads a school and its timetable, and writes what the file's ending asks for.
pub(crate) fn run(flags: &Print, console: &Console, config: &Config) -> Result<End, Failure> {
    output::is_not_input(&flags.output, &flags.input)?;
    output::is_not_input(&flags.output, &flags.result)?;
    output::check(&flags.output)?;
    input::stdin_once("INPUT", &flags.input, "RESULT", &flags.result)?;
    let input = input::read(&flags.input, config.weights(None)?)?;
    let name = output::shown(&flags.output);
    let Some(part) = &input.school else {
        return Err(Failure::usage("output-needs-school", &name, &input.name));
    };
    let ending = || Failure::usage("output-ending", &name, "html, pdf, xlsx, csv, svg, ics");
    let found = input::solutions(&flags.result, &input)?;
    let Some(found) = found.first() else {
        return Err(Failure::usage(
            "start-empty",
            &output::shown(&flags.result),
            &part.school.code,
        ));
    };
    for difference in &found.differences {
        console.error(&difference.said(console));
    }
    let lessons = deliver::lessons(part, found.instance, &found.solution);
    if output::ending(&flags.output) == "ics" {
        calendar(flags, console, part, &lessons)?;
    } else {
        let target = match Target::of(&flags.output, &input).map_err(|_| ending())? {
            Target::Json | Target::Xhstt | Target::Sol | Target::Fet => return Err(ending()),
            target => target,
        };
        target.check(&flags.output, &input, found.instance)?;
        let path = &flags.output;
        match target {
            Target::FetCsv => deliver::in_fet(target, &input, part, &lessons, path, console)?,
            Target::Asc => deliver::in_asc(&input, part, &lessons, path, console)?,
            Target::Untis => deliver::in_untis(&input, part, &lessons, path, console)?,
            _ => {
                let report = evaluate(found.instance, &found.solution);
                let summary = deliver::summary(&console.words, part, &report);
                output::write(path, |out| {
                    deliver::sheets(target, &console.words, part, &lessons, &summary, out)
                })?;
            }
        }
    }
    if !output::is_dash(&flags.output) {
        console.say("written", &[("file", name.into())])?;
    }
    Ok(End::Done)
}

/// The weekly lessons of one class, teacher or room, between two dates.
fn calendar(
    flags: &Print,
    console: &Console,
    part: &SchoolPart,
    lessons: &[Lesson],
) -> Result<(), Failure> {
    let (Some(who), Some(from), Some(until)) = (&flags.who, flags.from, flags.until) else {
        return Err(Failure::usage("calendar-flags", "--who --from --until", ""));
    };
    if from > until {
        return Err(Failure::usage("calendar-reversed", &from.to_string(), &until.to_string()));
    }
    let first_week = match (part.school.calendar.weeks, flags.week_a) {
        (Weeks::Alike, _) => Week::A,
        (Weeks::AB, Some(date)) => week_of(from, date),
        (Weeks::AB, None) => return Err(Failure::usage("calendar-week-a", "--week-a", "")),
    };
    let whose = school_grid::by_code(&part.school, who)
        .ok_or_else(|| Failure::usage("show-nobody", who, "--who CODE"))?;
    let feed = Feed {
        from,
        until,
        first_week,
        closed: flags.closed.clone(),
        // the same timetable gives the same bytes: it is stamped with the day on which it begins
        stamp: (from, ClockTime(0)),
        revision: flags.revision,
    };
    let (school, courses) = (&part.school, &part.origin.courses);
    let printed = Printed { school, courses, lessons, summary: None };
    let mut bytes = Vec::new();
    ics::write(&printed, console.words.language(), whose, &feed, &mut bytes).map_err(|error| {
        match error {
            FeedError::NoClock { slot } => {
                Failure::usage("calendar-no-clock", &school.calendar.slot_code(slot), "")
            }
            FeedError::Io(error) => Failure::System(error),
        }
    })?;
    output::write(&flags.output, |out| out.write_all(&bytes))?;
    Ok(())
}

/// The week of a date, by a date in a week A; weeks begin on Mondays.
fn week_of(date: Date, in_week_a: Date) -> Week {
    let monday = |date: Date| date.number() - date.weekday() as i64;
    let even = (monday(date) - monday(in_week_a)) / 7 % 2 == 0;
    if even { Week::A } else { Week::B }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn weeks_take_turns_from_a_date_in_week_a() {
        let date = |text: &str| text.parse::<Date>().unwrap();
        for (day, expected) in [
            ("2026-09-07", Week::A),
            ("2026-09-13", Week::A),
            ("2026-09-14", Week::B),
            ("2026-09-21", Week::A),
            ("2026-09-06", Week::B),
            ("2026-08-30", Week::A),
            ("2027-01-04", Week::B),
        ] {
            assert_eq!(week_of(date(day), date("2026-09-09")), expected, "{day}");
        }
    }
}
