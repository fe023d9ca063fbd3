//! Writing an archive, with the elements in the order that other tools ask for.

use super::archive::{Archive, ArchiveSolution, SolutionGroup};
use super::markup::Markup;
use super::read::ROOT;
use super::write_constraints::constraint;
use super::write_facts::{events, resources, times};
use jadwal_model::{Facts, Instance, Meet, MetaData};
use std::io::{self, BufWriter, Write};

/// Writes an archive whose solutions are of its own instances.
///
/// # Errors
/// The output fails, a solution's instance is not in the archive, or a constraint is one of
/// [`unwritable`](super::unwritable).
pub fn write(archive: &Archive, output: impl Write) -> io::Result<()> {
    write_with(&[], archive, output)
}

/// Writes an archive whose solutions are of its own instances or of these.
///
/// # Errors
/// The output fails, or a solution's instance is in neither.
pub fn write_with(instances: &[Instance], archive: &Archive, output: impl Write) -> io::Result<()> {
    let mut out = Markup::new(BufWriter::new(output))?;
    let code = archive.code.as_deref().map(|code| ("Id", code));
    out.element(ROOT, code.as_slice(), |out| {
        if let Some(described) = &archive.meta {
            meta(out, described)?;
        }
        out.list("Instances", &archive.instances, instance)?;
        out.list("SolutionGroups", &archive.solution_groups, |out, one| {
            group(out, one, archive, instances)
        })
    })?;
    out.finish()
}

fn meta<W: Write>(out: &mut Markup<W>, meta: &MetaData) -> io::Result<()> {
    out.element("MetaData", &[], |out| {
        out.text("Name", &meta.name)?;
        out.text("Contributor", &meta.contributor)?;
        out.text("Date", &meta.date)?;
        out.text("Country", &meta.country)?;
        out.text("Description", &meta.description)?;
        out.some_text("Remarks", meta.remarks.as_deref())
    })
}

fn instance<W: Write>(out: &mut Markup<W>, instance: &Instance) -> io::Result<()> {
    let facts = &instance.facts;
    out.element("Instance", &[("Id", &instance.code)], |out| {
        meta(out, &instance.meta)?;
        out.element("Times", &[], |out| times(out, facts))?;
        out.element("Resources", &[], |out| resources(out, facts))?;
        out.element("Events", &[], |out| events(out, facts))?;
        out.element("Constraints", &[], |out| {
            instance.constraints.iter().try_for_each(|one| constraint(out, facts, one))
        })
    })
}

fn group<W: Write>(
    out: &mut Markup<W>,
    group: &SolutionGroup,
    archive: &Archive,
    given: &[Instance],
) -> io::Result<()> {
    out.element("SolutionGroup", &[("Id", &group.code)], |out| {
        out.element("MetaData", &[], |out| {
            out.text("Contributor", &group.meta.contributor)?;
            out.text("Date", &group.meta.date)?;
            out.text("Description", &group.meta.description)?;
            out.some_text("Publication", group.meta.publication.as_deref())?;
            out.some_text("Remarks", group.meta.remarks.as_deref())
        })?;
        group.solutions.iter().try_for_each(|one| {
            let mut known = archive.instances.iter().chain(given);
            let instance = known.find(|instance| instance.code == one.instance);
            let unknown = || format!("there is no instance `{}`", one.instance);
            let invalid = || io::Error::new(io::ErrorKind::InvalidInput, unknown());
            solution(out, one, &instance.ok_or_else(invalid)?.facts)
        })
    })
}

fn solution<W: Write>(
    out: &mut Markup<W>,
    solution: &ArchiveSolution,
    facts: &Facts,
) -> io::Result<()> {
    out.element("Solution", &[("Reference", &solution.instance)], |out| {
        out.some_text("Description", solution.description.as_deref())?;
        out.some_text("RunningTime", solution.running_time.as_deref())?;
        out.element("Events", &[], |out| {
            solution.solution.meets.iter().try_for_each(|one| meet(out, one, facts))
        })
    })
}

/// A meet; its fixed resources are left to the instance.
fn meet<W: Write>(out: &mut Markup<W>, meet: &Meet, facts: &Facts) -> io::Result<()> {
    let event = &facts.events[meet.event];
    let open = event.resources.iter().zip(&meet.tasks).filter_map(|(wanted, task)| {
        let role = wanted.role.as_deref().filter(|_| wanted.preassigned.is_none())?;
        Some((role, (*task)?))
    });
    let tasks: Vec<_> = open.collect();
    out.element("Event", &[("Reference", &event.code)], |out| {
        out.number("Duration", meet.duration.into())?;
        if let Some(time) = meet.time {
            out.reference("Time", &facts.times[time].code)?;
        }
        out.list("Resources", &tasks, |out, &(role, resource)| {
            let code = &facts.resources[resource].code;
            out.element("Resource", &[("Reference", code)], |out| out.text("Role", role))
        })
    })
}
