//! Times, resources and events, written.

use super::markup::Markup;
use jadwal_model::{
    Event, EventGroupKind, EventResource, Facts, Id, Table, TimeGroupId, TimeGroupKind,
};
use std::io::{self, Write};

type Done = io::Result<()>;

/// What stands inside `Times`.
pub(crate) fn times<W: Write>(out: &mut Markup<W>, facts: &Facts) -> Done {
    out.list("TimeGroups", &all(&facts.time_groups), |out, group| {
        out.element(kind(group.kind), &[("Id", &group.code)], |out| out.text("Name", &group.name))
    })?;
    let mut groups: Vec<Vec<TimeGroupId>> = vec![Vec::new(); facts.times.len()];
    for (id, group) in facts.time_groups.enumerate() {
        for time in &group.times {
            groups[time.index()].push(id);
        }
    }
    for (id, time) in facts.times.enumerate() {
        let mut listed = groups[id.index()].clone();
        // one week and one day have elements of their own
        let mut own = Vec::new();
        for wanted in [TimeGroupKind::Week, TimeGroupKind::Day] {
            let found = listed.iter().position(|&group| facts.time_groups[group].kind == wanted);
            own.extend(found.map(|position| listed.remove(position)));
        }
        out.element("Time", &[("Id", &time.code)], |out| {
            out.text("Name", &time.name)?;
            for group in own {
                let group = &facts.time_groups[group];
                out.reference(kind(group.kind), &group.code)?;
            }
            out.list("TimeGroups", &listed, |out, &group| {
                out.reference("TimeGroup", &facts.time_groups[group].code)
            })
        })?;
    }
    Ok(())
}

const fn kind(kind: TimeGroupKind) -> &'static str {
    match kind {
        TimeGroupKind::Plain => "TimeGroup",
        TimeGroupKind::Day => "Day",
        TimeGroupKind::Week => "Week",
    }
}

/// What stands inside `Resources`.
pub(crate) fn resources<W: Write>(out: &mut Markup<W>, facts: &Facts) -> Done {
    out.list("ResourceTypes", &all(&facts.resource_types), |out, one| {
        out.element("ResourceType", &[("Id", &one.code)], |out| out.text("Name", &one.name))
    })?;
    let type_code = |id| &facts.resource_types[id].code;
    out.list("ResourceGroups", &all(&facts.resource_groups), |out, group| {
        out.element("ResourceGroup", &[("Id", &group.code)], |out| {
            out.text("Name", &group.name)?;
            out.reference("ResourceType", type_code(group.resource_type))
        })
    })?;
    let mut groups = vec![Vec::new(); facts.resources.len()];
    for group in &facts.resource_groups {
        for member in &group.members {
            groups[member.index()].push(&group.code);
        }
    }
    for (id, resource) in facts.resources.enumerate() {
        out.element("Resource", &[("Id", &resource.code)], |out| {
            out.text("Name", &resource.name)?;
            out.reference("ResourceType", type_code(resource.resource_type))?;
            out.list("ResourceGroups", &groups[id.index()], |out, code| {
                out.reference("ResourceGroup", code)
            })
        })?;
    }
    Ok(())
}

/// What stands inside `Events`.
pub(crate) fn events<W: Write>(out: &mut Markup<W>, facts: &Facts) -> Done {
    out.list("EventGroups", &all(&facts.event_groups), |out, group| {
        let name = match group.kind {
            EventGroupKind::Plain => "EventGroup",
            EventGroupKind::Course => "Course",
        };
        out.element(name, &[("Id", &group.code)], |out| out.text("Name", &group.name))
    })?;
    facts.events.iter().try_for_each(|one| event(out, facts, one))
}

fn event<W: Write>(out: &mut Markup<W>, facts: &Facts, event: &Event) -> Done {
    let mut attributes = vec![("Id", event.code.as_str())];
    attributes.extend(event.colour.as_deref().map(|colour| ("Color", colour)));
    out.element("Event", &attributes, |out| {
        out.text("Name", &event.name)?;
        out.number("Duration", event.duration.into())?;
        event.workload.map_or(Ok(()), |workload| out.number("Workload", workload))?;
        if let Some(course) = event.course {
            out.reference("Course", &facts.event_groups[course].code)?;
        }
        if let Some(time) = event.preassigned_time {
            out.reference("Time", &facts.times[time].code)?;
        }
        out.list("Resources", &event.resources, |out, wanted| {
            event_resource(out, facts, wanted, event.total_workload())
        })?;
        out.list("ResourceGroups", &event.resource_groups, |out, &group| {
            out.reference("ResourceGroup", &facts.resource_groups[group].code)
        })?;
        out.list("EventGroups", &event.event_groups, |out, &group| {
            out.reference("EventGroup", &facts.event_groups[group].code)
        })
    })
}

fn event_resource<W: Write>(
    out: &mut Markup<W>,
    facts: &Facts,
    wanted: &EventResource,
    workload: i64,
) -> Done {
    let preassigned = wanted.preassigned.map(|id| ("Reference", &*facts.resources[id].code));
    if let (None, Some((_, code)), true) = (&wanted.role, preassigned, wanted.workload == workload)
    {
        return out.reference("Resource", code);
    }
    out.element("Resource", preassigned.as_slice(), |out| {
        out.some_text("Role", wanted.role.as_deref())?;
        out.reference("ResourceType", &facts.resource_types[wanted.resource_type].code)?;
        if wanted.workload != workload {
            out.number("Workload", wanted.workload)?;
        }
        Ok(())
    })
}

fn all<I: Id, T>(table: &Table<I, T>) -> Vec<&T> {
    table.iter().collect()
}
