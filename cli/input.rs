//! What a command reads: a file or stdin, its checksum, and the archive in it.

use crate::asc;
use crate::differences::{self, Difference};
use crate::failure::Failure;
use crate::fault::Fault;
use crate::fet::{self, FetPart};
use crate::foreign::{self, Foreign};
use crate::output;
use crate::school::SchoolPart;
use crate::timetable::{self, Listed, Listing};
use crate::untis;
use jadwal_io::error::Fault as Wrong;
use jadwal_io::error::{Place, ReadError};
use jadwal_io::fet::{Weights, csv};
use jadwal_io::registers::RegisterFault;
use jadwal_io::xhstt::{self, Archive, undeclared_text};
use jadwal_io::{Format, ctt, school_csv, school_toml, workbook};
use jadwal_model::school::compile::{CompileError, Compiled, compile};
use jadwal_model::school::course::{Blocks, Lesson};
use jadwal_model::school::fault::At;
use jadwal_model::school::school::School;
use jadwal_model::{EventId, Facts, Id, Instance, Solution, TimeId};
use sha2::{Digest, Sha256};
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;
use std::io::Read;
use std::path::{Path, PathBuf};

/// An archive, and where it came from.
#[derive(Debug)]
pub(crate) struct Input {
    /// The path as it was given, or `-`.
    pub(crate) name: String,
    /// The checksum of its bytes, in hexadecimal.
    pub(crate) sha256: String,
    /// What it holds; at least one instance.
    pub(crate) archive: Archive,
    /// The school, where the file describes one: then the archive holds what it became.
    pub(crate) school: Option<Box<SchoolPart>>,
    /// The FET file that the school was read from, where it was.
    pub(crate) fet: Option<Box<FetPart>>,
    /// The file of another programme that the school was read from, where it was.
    pub(crate) foreign: Option<Box<Foreign>>,
    /// What the weights of a FET file are worth.
    pub(crate) weights: Weights,
    /// Whether the file is of course timetabling, so that its timetables are too.
    pub(crate) is_ctt: bool,
}

/// A solution, its instance and its group.
#[derive(Debug)]
pub(crate) struct Found<'a> {
    pub(crate) group: String,
    pub(crate) instance: &'a Instance,
    pub(crate) solution: Solution,
    /// Where it disagrees with what the school has settled.
    pub(crate) differences: Vec<Difference>,
}

/// A timetable to begin from.
#[derive(Debug)]
pub(crate) struct Start {
    pub(crate) solution: Solution,
    /// How many rows or values of it the school does not have: they were left out.
    pub(crate) left_out: usize,
}

/// Reads an archive with at least one instance; weights of a FET file are worth so much.
pub(crate) fn read(path: &Path, weights: Weights) -> Result<Input, Failure> {
    let name = output::shown(path);
    if path.is_dir() {
        return folder(path, name, weights);
    }
    if untis::is_one(path) {
        // its neighbours say who and what it names
        let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty());
        return of_untis(folder.unwrap_or(Path::new(".")), name, weights);
    }
    let bytes = bytes(path)?;
    // what its bytes do not say, the name of a file may
    let format = Format::recognise(&bytes).or_else(|| match output::ending(path).as_str() {
        "toml" => Some(Format::SchoolToml),
        "xlsx" => Some(Format::Workbook),
        _ => None,
    });
    let (mut from_fet, mut foreign) = (None, None);
    let school = match format {
        Some(Format::SchoolToml) => Some(school_toml::read(&bytes)),
        Some(Format::Workbook) => Some(workbook::read(&bytes).map_err(in_cells)),
        Some(Format::Fet) => Some(fet::read(&bytes, weights).map(|(school, part)| {
            from_fet = Some(Box::new(part));
            school
        })),
        Some(Format::Asc) => Some(asc::read(&bytes).map(|(school, part)| {
            foreign = Some(Box::new(Foreign::Asc(part)));
            school
        })),
        _ => None,
    };
    let (archive, school) = match school {
        Some(read) => {
            let school = read.map_err(|errors| invalid(&name, &bytes, errors))?;
            of_school(&name, school)?
        }
        None if format == Some(Format::Ctt) => {
            let instance = ctt::read(&bytes).map_err(|errors| invalid(&name, &bytes, errors))?;
            (Archive::of(vec![instance]), None)
        }
        None => (xhstt::read(&bytes[..]).map_err(|errors| invalid(&name, &bytes, errors))?, None),
    };
    if archive.instances.is_empty() {
        let bare = archive.solution_groups.is_empty();
        return Err(empty(&name, if bare { "no-instance" } else { "only-solutions" }));
    }
    let is_ctt = format == Some(Format::Ctt);
    let (sha256, fet) = (checksum(&bytes), from_fet);
    Ok(Input { name, sha256, archive, school, fet, foreign, weights, is_ctt })
}

/// Faults of cells: they have no text of which a line could be shown.
fn in_cells(mut errors: Vec<ReadError>) -> Vec<ReadError> {
    for error in errors.iter_mut().filter(|error| error.sheet().is_none()) {
        error.place = Place::NOWHERE;
    }
    errors
}

/// Faults of several files of a folder.
fn in_files(folder: &Path, wrong: Vec<csv::Wrong>) -> Failure {
    let faults = wrong.into_iter().flat_map(|csv::Wrong { file, text, errors }| {
        let name = output::shown(&folder.join(file));
        let fault = move |error| Fault::new(&name, &text, error);
        errors.into_iter().map(fault)
    });
    Failure::Invalid(faults.collect())
}

/// The files of a folder that are meant, each with its name, in the order of their names.
fn files_of(
    folder: &Path,
    meant: impl Fn(&Path) -> bool,
) -> Result<Vec<(String, Vec<u8>)>, Failure> {
    let mut paths: Vec<PathBuf> = Vec::new();
    for entry in std::fs::read_dir(folder)? {
        let path = entry?.path();
        if meant(&path) {
            paths.push(path);
        }
    }
    paths.sort();
    let mut files = Vec::new();
    for path in &paths {
        let file = path.file_name().map(|file| file.to_string_lossy().into_owned());
        files.push((file.unwrap_or_default(), bytes(path)?));
    }
    Ok(files)
}

fn checksum_of(files: &[(String, Vec<u8>)]) -> String {
    let all = files.iter().flat_map(|(file, bytes)| [file.as_bytes(), bytes]);
    checksum(&all.flatten().copied().collect::<Vec<u8>>())
}

/// A school that the files of Untis in a folder describe.
fn of_untis(path: &Path, name: String, weights: Weights) -> Result<Input, Failure> {
    let files = files_of(path, untis::is_one)?;
    let sha256 = checksum_of(&files);
    let (school, part) = untis::read(files).map_err(|wrong| in_files(path, wrong))?;
    let (archive, school) = of_school(&name, school)?;
    let foreign = Some(Box::new(Foreign::Untis(part)));
    Ok(Input { name, sha256, archive, school, fet: None, foreign, weights, is_ctt: false })
}

/// A school whose registers are the CSV files of a folder, or the files of Untis in it.
fn folder(path: &Path, name: String, weights: Weights) -> Result<Input, Failure> {
    let files = files_of(path, |file| output::ending(file) == "csv")?;
    if files.is_empty() && !files_of(path, untis::is_one)?.is_empty() {
        return of_untis(path, name, weights);
    }
    if files.is_empty() {
        return Err(empty(&name, "no-csv"));
    }
    let mut from_fet = None;
    let school = if csv::is_export(&files) {
        let read = fet::read_csv(&files, weights);
        let (school, part) = read.map_err(|wrong| in_files(path, wrong))?;
        from_fet = Some(Box::new(part));
        school
    } else {
        school_csv::read(&files).map_err(|errors| invalid(&name, b"", in_cells(errors)))?
    };
    let (archive, school) = of_school(&name, school)?;
    let sha256 = checksum_of(&files);
    let (foreign, is_ctt) = (None, false);
    Ok(Input { name, sha256, archive, school, fet: from_fet, foreign, weights, is_ctt })
}

/// A school as every command needs it, and the archive of what it became.
fn of_school(name: &str, school: School) -> Result<(Archive, Option<Box<SchoolPart>>), Failure> {
    let Compiled { instance, origin } = compiled(name, &school)?;
    Ok((Archive::of(vec![instance]), Some(Box::new(SchoolPart { school, origin }))))
}

fn checksum(bytes: &[u8]) -> String {
    let mut sha256 = String::new();
    for byte in Sha256::digest(bytes) {
        let _ = write!(sha256, "{byte:02x}");
    }
    sha256
}

/// What a school becomes. Its data has been checked by the reader, so that only its size is in the way.
fn compiled(name: &str, school: &School) -> Result<Compiled, Failure> {
    compile(school).map_err(|error| {
        let place = Place::NOWHERE;
        let faults: Vec<Wrong> = match error {
            CompileError::Faults(faults) => faults
                .into_iter()
                .map(|fault| {
                    let At { register, field, .. } = fault.at;
                    Wrong::from(RegisterFault::School { register, field, what: fault.what })
                })
                .collect(),
            CompileError::Instance(errors) => errors.into_iter().map(Wrong::Invalid).collect(),
        };
        let errors = faults.into_iter().map(|fault| ReadError { place, fault });
        invalid(name, b"", errors.collect())
    })
}

/// Reads the solutions of a file for the instances of another; at least one.
pub(crate) fn solutions<'a>(path: &Path, input: &'a Input) -> Result<Vec<Found<'a>>, Failure> {
    let name = output::shown(path);
    let bytes = bytes(path)?;
    let instances = &input.archive.instances;
    if let Some(part) = &input.school {
        let instance = &instances[0];
        let listing = listing(&name, &bytes, part, input)?;
        if !listing.faults.is_empty() {
            return Err(invalid(&name, &bytes, listing.faults));
        }
        let solution = of_rows(part, &instance.facts, &listing.rows);
        let differences = differences::of(part, &instance.facts, &listing.rows, &solution);
        return Ok(vec![Found { group: "jadwal".to_owned(), instance, solution, differences }]);
    }
    if input.is_ctt {
        let instance = &instances[0];
        let solution = ctt::read_solution(instance, &bytes)
            .map_err(|errors| invalid(&name, &bytes, errors))?;
        let differences = Vec::new();
        return Ok(vec![Found { group: "jadwal".to_owned(), instance, solution, differences }]);
    }
    let archive =
        xhstt::read_with(instances, &bytes[..]).map_err(|errors| invalid(&name, &bytes, errors))?;
    let mut found = Vec::new();
    for group in archive.solution_groups {
        for solution in group.solutions {
            let mut known = instances.iter();
            let Some(instance) = known.find(|instance| instance.code == solution.instance) else {
                let known = instances.iter().map(|instance| instance.code.clone()).collect();
                let place = reference(&jadwal_io::text(&bytes), solution.line, &solution.instance);
                let fault = Wrong::Instance { found: solution.instance, known };
                return Err(invalid(&name, &bytes, vec![ReadError { place, fault }]));
            };
            let (group, solution) = (group.code.clone(), solution.solution);
            found.push(Found { group, instance, solution, differences: Vec::new() });
        }
    }
    if found.is_empty() { Err(empty(&name, "no-solution")) } else { Ok(found) }
}

/// An earlier timetable of a school that may have changed since: what it no longer has is left out,
/// and what it has locked is moved there. None if nothing of it is left.
pub(crate) fn start(
    path: &Path,
    part: &SchoolPart,
    input: &Input,
    instance: &Instance,
) -> Result<Option<Start>, Failure> {
    let (name, bytes) = (output::shown(path), bytes(path)?);
    let listing = listing(&name, &bytes, part, input)?;
    if listing.rows.is_empty() {
        return Ok(None);
    }
    let mut solution = of_rows(part, &instance.facts, &listing.rows);
    for meet in &mut solution.meets {
        let fixed = instance.facts.events[meet.event].preassigned_time;
        meet.time = fixed.or(meet.time);
    }
    solution.sort();
    if let Err(faults) = solution.validate(&instance.facts) {
        let place = Place::NOWHERE;
        let errors = faults.into_iter().map(|fault| ReadError { place, fault: fault.into() });
        return Err(invalid(&name, b"", errors.collect()));
    }
    Ok(Some(Start { solution, left_out: listing.faults.len() }))
}

/// The lessons of a document of ours, of a FET file where the school came from one, or of a file of another
/// programme.
fn listing(name: &str, bytes: &[u8], part: &SchoolPart, input: &Input) -> Result<Listing, Failure> {
    let fet = || input.fet.as_ref().and_then(|fet| fet.listing(bytes, part));
    if let Some(listing) = foreign::listing(input.foreign.as_deref(), bytes, part).or_else(fet) {
        // tables declare no encoding: their places are those in the text as we decode it
        return listing.map_err(|errors| match Format::recognise(bytes) {
            Some(_) => invalid(name, bytes, errors),
            None => invalid(name, undeclared_text(bytes).as_bytes(), errors),
        });
    }
    let text = jadwal_io::text(bytes);
    timetable::read(&text, part)
        .map_err(|(key, place)| Failure::Invalid(vec![Fault::keyed(name, &text, key, place)]))
}

/// What rows make of an instance. Rows that repeat others are passed over, and an event that the
/// search cuts stays unplaced where its lessons do not make up its hours.
fn of_rows(part: &SchoolPart, facts: &Facts, rows: &[Listed]) -> Solution {
    let mut seen = BTreeSet::new();
    let mut lessons: Vec<Lesson> = Vec::new();
    for Listed { lesson, .. } in rows {
        let split = matches!(part.origin.courses[lesson.course].blocks, Blocks::Between { .. });
        if split || seen.insert((lesson.course, lesson.block)) {
            lessons.push(lesson.clone());
        }
    }
    let mut solution = part.origin.solution(facts, &lessons);
    let mut total: BTreeMap<EventId, u64> = BTreeMap::new();
    for meet in &solution.meets {
        *total.entry(meet.event).or_default() += u64::from(meet.duration);
    }
    solution.meets.retain(|meet| {
        total.get(&meet.event) == Some(&u64::from(facts.events[meet.event].duration))
            && meet.duration > 0
    });
    for meet in &mut solution.meets {
        let end = |time: TimeId| time.index() + meet.duration as usize;
        meet.time = meet.time.filter(|&time| end(time) <= facts.times.len());
    }
    solution.complete(facts);
    solution.sort();
    solution
}

/// Fails if two inputs, named as the command line does, are both standard input.
pub(crate) fn stdin_once(
    first: &str,
    first_path: &Path,
    second: &str,
    second_path: &Path,
) -> Result<(), Failure> {
    if output::is_dash(first_path) && output::is_dash(second_path) {
        return Err(Failure::usage("stdin-twice", first, second));
    }
    Ok(())
}

impl Input {
    /// The instance meant: the one named, or the first.
    pub(crate) fn instance(&self, id: Option<&str>) -> Result<&Instance, Failure> {
        let mut instances = self.archive.instances.iter();
        let known = || {
            let codes = self.archive.instances.iter().map(|instance| instance.code.as_str());
            codes.collect::<Vec<_>>().join(", ")
        };
        let found = instances.find(|instance| id.is_none_or(|id| instance.code == id));
        found.ok_or_else(|| Failure::usage("instance-unknown", id.unwrap_or_default(), &known()))
    }
}

/// Where an element of a line refers to this identifier; the start of the line if it is not seen.
fn reference(text: &str, line: usize, code: &str) -> Place {
    let lines = text.split_inclusive('\n').take(line.saturating_sub(1));
    let offset = lines.map(str::len).sum();
    let shown = text[offset..].lines().next().unwrap_or_default();
    let start = shown.find(&format!("\"{code}\"")).and_then(|at| shown[..at].rfind('<'));
    let start = start.unwrap_or(0);
    let length = shown[start..].find('>').map_or(0, |end| end + 1);
    let column = shown[..start].chars().count() + 1;
    Place { line, column, offset: offset + start, length }
}

fn bytes(path: &Path) -> Result<Vec<u8>, Failure> {
    let mut bytes = Vec::new();
    let read = if output::is_dash(path) {
        std::io::stdin().lock().read_to_end(&mut bytes).map(|_| ())
    } else {
        std::fs::read(path).map(|read| bytes = read)
    };
    read.map_err(|error| {
        let place = Place::NOWHERE;
        let fault = Wrong::Io { kind: error.kind() };
        invalid(&output::shown(path), b"", vec![ReadError { place, fault }])
    })?;
    Ok(bytes)
}

/// Fails because a whole file has not what is wanted of it: the end of the key of the sentence.
pub(crate) fn empty(name: &str, key: &'static str) -> Failure {
    Failure::Invalid(vec![Fault::keyed(name, "", key, Place::NOWHERE)])
}

pub(crate) fn invalid(name: &str, bytes: &[u8], errors: Vec<ReadError>) -> Failure {
    let text = jadwal_io::text(bytes);
    let faults = errors.into_iter().map(|error| Fault::new(name, &text, error));
    Failure::Invalid(faults.collect())
}
