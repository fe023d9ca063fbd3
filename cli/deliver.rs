//! What a timetable is written as: an archive, a document, or sheets to hold, by the file's ending.

use crate::asc::{self, AscPart};
use crate::console::Console;
use crate::failure::Failure;
use crate::fet::{self, FetPart};
use crate::foreign::Foreign;
use crate::input::{self, Input};
use crate::output;
use crate::school::SchoolPart;
use crate::untis::{self, UntisPart};
use jadwal_io::fet::Weights;
use jadwal_io::sheet::{Printed, Summary};
use jadwal_io::svg::{self, Measure};
use jadwal_io::words::Words;
use jadwal_io::{html, lessons_csv, sheets_xlsx, xhstt};
use jadwal_model::school::compile::Source;
use jadwal_model::school::course::Lesson;
use jadwal_model::{Cost, Instance, Report, Solution};
use std::collections::BTreeMap;
use std::io::Write;
use std::path::Path;

/// The endings of what a school's timetable is written as.
const ENDINGS: &str = "json, html, pdf, xlsx, csv, svg, xml, fet, asc.xml, GPU001.TXT";

/// A way to write a timetable.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Target {
    /// An XHSTT archive.
    Xhstt,
    /// The result document.
    Json,
    /// All sheets as one page.
    Html,
    /// All sheets on paper.
    Pdf,
    /// All classes, teachers and rooms, and each class, as a workbook.
    Xlsx,
    /// One row a lesson.
    Csv,
    /// The load of the week.
    Svg,
    /// A line a lecture, as the competition of course timetabling has it.
    Sol,
    /// The FET file that was read, with the timetable in it.
    Fet,
    /// One row an hour of each lesson, as FET exports it.
    FetCsv,
    /// The file of aSc that was read, or one made of the school, with the timetable as its cards.
    Asc,
    /// The timetable as Untis exports it.
    Untis,
}

/// How FET ends the name of a timetable that it exports.
const FET_CSV: &str = "_timetable.csv";

impl Target {
    /// By the ending of a file. A stream has none: it is given an archive, or a document where the
    /// input is a school, or lines where it is of course timetabling.
    pub(crate) fn of(path: &Path, input: &Input) -> Result<Self, Failure> {
        Ok(match output::ending(path).as_str() {
            "json" => Self::Json,
            "html" | "htm" => Self::Html,
            "pdf" => Self::Pdf,
            "xlsx" => Self::Xlsx,
            "csv" if output::shown(path).to_lowercase().ends_with(FET_CSV) => Self::FetCsv,
            "csv" => Self::Csv,
            "svg" => Self::Svg,
            "txt" if untis::is_timetable(path) => Self::Untis,
            "xml" if is_asc(path, input) => Self::Asc,
            "xml" => Self::Xhstt,
            "sol" => Self::Sol,
            "fet" => Self::Fet,
            _ if !output::is_stream(path) => {
                let known = match input {
                    _ if input.school.is_some() => ENDINGS,
                    _ if input.is_ctt => "sol, json",
                    _ => "xml, json",
                };
                return Err(Failure::usage("output-ending", &output::shown(path), known));
            }
            _ if input.school.is_some() => Self::Json,
            _ if input.is_ctt => Self::Sol,
            _ => Self::Xhstt,
        })
    }

    /// Refuses, before a search, what could not be written after it.
    pub(crate) fn check(
        self,
        path: &Path,
        input: &Input,
        instance: &Instance,
    ) -> Result<(), Failure> {
        let name = output::shown(path);
        match self {
            Self::Html
            | Self::Xlsx
            | Self::Csv
            | Self::Svg
            | Self::Pdf
            | Self::Fet
            | Self::FetCsv
            | Self::Asc
            | Self::Untis
                if input.school.is_none() =>
            {
                Err(Failure::usage("output-needs-school", &name, &input.name))
            }
            Self::Sol if !input.is_ctt => {
                Err(Failure::usage("output-needs-ctt", &name, &input.name))
            }
            Self::Pdf if !cfg!(feature = "pdf") => {
                Err(Failure::usage("output-no-pdf", &name, "cargo build --release --features pdf"))
            }
            Self::Xhstt => match xhstt::unwritable(instance).first() {
                Some(&id) => {
                    let constraint = &instance.constraints[id];
                    let found = format!("{} ({})", constraint.name, constraint.kind.name());
                    Err(Failure::usage("not-in-xhstt", &name, &found))
                }
                None => Ok(()),
            },
            _ => Ok(()),
        }
    }
}

/// Writes the sheets of a school's timetable.
pub(crate) fn sheets(
    target: Target,
    words: &Words,
    part: &SchoolPart,
    lessons: &[Lesson],
    summary: &Summary,
    out: &mut dyn Write,
) -> std::io::Result<()> {
    let (school, courses) = (&part.school, &part.origin.courses);
    let printed = Printed { school, courses, lessons, summary: Some(summary) };
    match target {
        Target::Html => html::write(&printed, words.language(), out),
        Target::Xlsx => sheets_xlsx::write(&printed, words.language(), out),
        Target::Csv => lessons_csv::write(&printed, words.language(), out),
        Target::Svg => svg::write(&printed, words, Measure::Lessons, out),
        #[cfg(feature = "pdf")]
        Target::Pdf => jadwal_io::pdf::write(&printed, words.language(), out)
            .map_err(|error| std::io::Error::other(error.to_string())),
        _ => Err(std::io::ErrorKind::Unsupported.into()),
    }
}

/// Writes a timetable in FET's words: into the file that the school was read from, or one made of it.
pub(crate) fn in_fet(
    target: Target,
    input: &Input,
    part: &SchoolPart,
    lessons: &[Lesson],
    path: &Path,
    console: &Console,
) -> Result<(), Failure> {
    let made;
    let fet = match input.fet.as_deref() {
        Some(fet) => fet,
        None => {
            made = as_fet(part, input.weights, path, console)?;
            &made
        }
    };
    output::write(path, |out| match target {
        Target::FetCsv => fet.write_csv(part, lessons, out),
        _ => fet.write_timetable(part, lessons, out),
    })?;
    Ok(())
}

/// How the name of a file of aSc ends, where the school did not come from one.
const ASC: &str = ".asc.xml";

/// Whether an archive of this name is one of aSc: it says so, or the school came from one.
pub(crate) fn is_asc(path: &Path, input: &Input) -> bool {
    let from_asc = matches!(input.foreign.as_deref(), Some(Foreign::Asc(_)));
    from_asc || output::shown(path).to_lowercase().ends_with(ASC)
}

/// Writes a timetable as cards of aSc: into the file that the school was read from, or one made of it.
pub(crate) fn in_asc(
    input: &Input,
    part: &SchoolPart,
    lessons: &[Lesson],
    path: &Path,
    console: &Console,
) -> Result<(), Failure> {
    let made;
    let asc = match input.foreign.as_deref() {
        Some(Foreign::Asc(asc)) => asc,
        _ => {
            made = as_asc(part, lessons, console);
            &made
        }
    };
    output::write(path, |out| asc.write_timetable(part, lessons, out))?;
    Ok(())
}

/// A school that came from elsewhere as a file of aSc; what that does not say is told.
pub(crate) fn as_asc(part: &SchoolPart, lessons: &[Lesson], console: &Console) -> AscPart {
    let (asc, left_out) = asc::of_school(part, lessons);
    tell_left_out("asc-left-out", &left_out, console);
    asc
}

/// Writes a timetable as Untis exports it.
pub(crate) fn in_untis(
    input: &Input,
    part: &SchoolPart,
    lessons: &[Lesson],
    path: &Path,
    console: &Console,
) -> Result<(), Failure> {
    let text = match input.foreign.as_deref() {
        Some(Foreign::Untis(untis)) => untis.timetable(part, lessons),
        _ => as_untis(part, lessons, console).timetable(part, lessons),
    };
    output::write(path, |out| out.write_all(text.as_bytes()))?;
    Ok(())
}

/// A school that came from elsewhere, for Untis; what its files do not say is told.
pub(crate) fn as_untis(part: &SchoolPart, lessons: &[Lesson], console: &Console) -> UntisPart {
    let (untis, left_out) = untis::of_school(part, lessons);
    tell_left_out("untis-left-out", &left_out, console);
    untis
}

fn tell_left_out(key: &str, left_out: &[String], console: &Console) {
    if !left_out.is_empty() {
        let words = &console.words;
        let codes: Vec<String> = left_out.iter().map(|code| words.isolate(code)).collect();
        let values = [("n", left_out.len().into()), ("codes", words.joined(&codes).into())];
        console.error(&words.say(key, &values));
    }
}

/// A school that came from elsewhere as a FET file; what that does not say is told.
pub(crate) fn as_fet(
    part: &SchoolPart,
    weights: Weights,
    path: &Path,
    console: &Console,
) -> Result<FetPart, Failure> {
    let (fet, left_out) = fet::of_school(part, weights)
        .map_err(|errors| input::invalid(&output::shown(path), b"", errors))?;
    tell_left_out("fet-left-out", &left_out, console);
    Ok(fet)
}

/// The lessons of a solution.
pub(crate) fn lessons(part: &SchoolPart, instance: &Instance, solution: &Solution) -> Vec<Lesson> {
    part.origin.lessons(&instance.facts, solution)
}

/// What the rules cost, for the head of the sheets: the sum, then each broken rule, hard ones first.
pub(crate) fn summary(words: &Words, part: &SchoolPart, report: &Report) -> Summary {
    let mut lines = vec![(
        words.say("sheets-total", &[]),
        words.say(
            "sheets-cost",
            &[("hard", report.cost.hard.into()), ("soft", report.cost.soft.into())],
        ),
    )];
    let costs = by_source(part, report);
    lines.extend(costs.into_iter().map(|(source, cost)| {
        let (key, amount) = part_of(cost);
        let amount = words.say(key, &[("cost", amount.into())]);
        (words.source(&part.school, source), amount)
    }));
    Summary { title: words.say("sheets-rules", &[]), lines }
}

/// The hard part of a cost, or the soft one where there is no hard one.
pub(crate) const fn part_of(cost: Cost) -> (&'static str, i64) {
    if cost.hard > 0 { ("hard-cost", cost.hard) } else { ("soft-cost", cost.soft) }
}

/// The cost of each rule that is broken, the dearest first.
pub(crate) fn by_source(part: &SchoolPart, report: &Report) -> Vec<(Source, Cost)> {
    let mut costs: BTreeMap<Source, Cost> = BTreeMap::new();
    for violation in &report.violations {
        *costs.entry(part.origin.source(violation)).or_default() += violation.cost;
    }
    let mut costs: Vec<_> = costs.into_iter().filter(|(_, cost)| *cost != Cost::ZERO).collect();
    costs.sort_by_key(|&(_, cost)| std::cmp::Reverse(cost));
    costs
}
