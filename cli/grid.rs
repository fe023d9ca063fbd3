//! A timetable as text: days are columns, slots are rows; a list where the instance has no days.

use crate::console::Console;
use crate::failure::Failure;
use jadwal_model::{
    Facts, Id, Meet, ResourceId, ResourceTypeId, Solution, TimeGroupId, TimeGroupKind, TimeId,
};
use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

/// The widest a column may grow.
const WIDEST: usize = 18;
/// Days in one row of tables.
const DAYS: usize = 7;
/// How many timetables `some` means.
const SOME: usize = 2;

/// The resources that `--show` means: codes, `all`, `some` or `none`.
pub(crate) fn chosen(
    facts: &Facts,
    solution: &Solution,
    show: &[String],
) -> Result<Vec<ResourceId>, Failure> {
    let mut chosen = Vec::new();
    for word in show {
        let code = |id: &ResourceId| facts.resources[*id].code == *word;
        match (facts.resources.ids().find(code), word.as_str()) {
            (Some(id), _) => chosen.push(id),
            (None, "none") => {}
            (None, "all") => chosen.extend(facts.resources.ids()),
            (None, "some") => chosen.extend(some(facts, solution)),
            (None, _) => return Err(Failure::usage("show-unknown", word, "some, all, none")),
        }
    }
    Ok(chosen)
}

/// The first two resources of the type that is busiest on average: usually classes.
fn some(facts: &Facts, solution: &Solution) -> Vec<ResourceId> {
    let mut busy = vec![0u64; facts.resources.len()];
    for meet in &solution.meets {
        for resource in attending(facts, meet) {
            busy[resource.index()] += u64::from(meet.duration);
        }
    }
    let members = |kind: ResourceTypeId| {
        facts.resources.ids().filter(move |&id| facts.resources[id].resource_type == kind)
    };
    let load = |&kind: &ResourceTypeId| {
        let total: u64 = members(kind).map(|id| busy[id.index()]).sum();
        total * 1000 / members(kind).count().max(1) as u64
    };
    let busiest = facts.resource_types.ids().min_by_key(|kind| std::cmp::Reverse(load(kind)));
    let busiest = busiest.into_iter().flat_map(members);
    busiest.filter(|id| busy[id.index()] > 0).take(SOME).collect()
}

/// Everyone who attends a meet.
fn attending<'a>(facts: &'a Facts, meet: &'a Meet) -> impl Iterator<Item = ResourceId> + 'a {
    let event = &facts.events[meet.event];
    let roles = event.resources.iter().zip(&meet.tasks);
    let roles = roles.filter_map(|(role, task)| role.preassigned.or(*task));
    roles.chain(event.attendees.iter().copied())
}

/// Writes the timetable of one resource.
pub(crate) fn write(
    console: &Console,
    facts: &Facts,
    solution: &Solution,
    resource: ResourceId,
) -> std::io::Result<()> {
    let mut cells = vec![Vec::new(); facts.times.len()];
    for meet in &solution.meets {
        let (Some(start), true) =
            (meet.time, attending(facts, meet).any(|other| other == resource))
        else {
            continue;
        };
        for slot in cells.iter_mut().skip(start.index()).take(meet.duration as usize) {
            slot.push(lines(facts, meet, resource));
        }
    }
    console.line("")?;
    console.line(&title(console, facts, resource))?;
    let day = |id: &TimeGroupId| facts.time_groups[*id].kind == TimeGroupKind::Day;
    let days: Vec<_> = facts.time_groups.ids().filter(day).collect();
    if days.is_empty() {
        return list(console, facts, &cells);
    }
    for week in days.chunks(DAYS) {
        table(console, facts, week, &cells)?;
    }
    Ok(())
}

fn title(console: &Console, facts: &Facts, resource: ResourceId) -> String {
    let resource = &facts.resources[resource];
    let kind = &facts.resource_types[resource.resource_type].name;
    let name = console.words.isolate(&format!("{kind} {}", resource.name));
    if resource.name == resource.code {
        return name;
    }
    format!("{name} ({})", console.words.isolate(&resource.code))
}

/// What one cell says: the event, and who else attends by role; a whole class of pupils is not named.
fn lines(facts: &Facts, meet: &Meet, resource: ResourceId) -> [String; 2] {
    let event = &facts.events[meet.event];
    let roles = event.resources.iter().zip(&meet.tasks);
    let others = roles.filter_map(|(role, task)| role.preassigned.or(*task));
    let others = others.filter(|&other| other != resource);
    let codes: Vec<_> = others.map(|other| facts.resources[other].code.as_str()).collect();
    let own = [facts.resources[resource].code.as_str(), facts.resources[resource].name.as_str()];
    [without(&event.name, own).to_owned(), codes.join(" ")]
}

/// A name without the code that heads the whole table.
fn without<'a>(name: &'a str, heads: [&str; 2]) -> &'a str {
    for head in heads.into_iter().filter(|head| !head.is_empty()) {
        let rest =
            name.strip_prefix(head).map(|rest| rest.trim_start_matches([' ', '-', '_', ':']));
        if let Some(rest) =
            rest.filter(|rest| !rest.is_empty() && name.len() > head.len() + rest.len())
        {
            return rest;
        }
    }
    name
}

type Cells = [Vec<[String; 2]>];

fn list(console: &Console, facts: &Facts, cells: &Cells) -> std::io::Result<()> {
    for (time, here) in facts.times.iter().zip(cells) {
        for [event, others] in here {
            console.line(&format!("  {}: {event}  {others}", time.name))?;
        }
    }
    Ok(())
}

fn table(
    console: &Console,
    facts: &Facts,
    days: &[TimeGroupId],
    cells: &Cells,
) -> std::io::Result<()> {
    let columns: Vec<&[TimeId]> =
        days.iter().map(|&day| facts.time_groups[day].times.as_slice()).collect();
    let most = columns.iter().map(|times| times.len()).max().unwrap_or(0);
    let text = |time: TimeId, line: usize| {
        let parts: Vec<_> = cells[time.index()].iter().map(|cell| cell[line].as_str()).collect();
        parts.join(" + ")
    };
    let heads: Vec<_> = days.iter().map(|&day| facts.time_groups[day].name.clone()).collect();
    let at = |times: &[TimeId], slot: usize| match times.get(slot) {
        Some(&time) => [text(time, 0), text(time, 1)],
        None => [String::new(), String::new()],
    };
    let rows: Vec<Row> = (0..most)
        .map(|slot| {
            let here = columns.iter().map(|times| at(times, slot)).collect();
            ((slot + 1).to_string(), here)
        })
        .collect();
    draw(console, &heads, &rows)
}

/// The label of a row, and two lines for each of its cells.
pub(crate) type Row = (String, Vec<[String; 2]>);

/// Draws a table with lines between its cells.
pub(crate) fn draw(console: &Console, heads: &[String], rows: &[Row]) -> std::io::Result<()> {
    let widths: Vec<usize> = heads
        .iter()
        .enumerate()
        .map(|(column, head)| {
            let all = rows.iter().flat_map(|(_, cells)| &cells[column]);
            let widest = all.map(|text| text.width()).max().unwrap_or(0);
            widest.max(head.width()).clamp(4, WIDEST)
        })
        .collect();
    let label = rows.iter().map(|(label, _)| label.width()).max().unwrap_or(0);
    let row = |head: &str, texts: Vec<&str>| {
        let cells = texts.iter().zip(&widths).map(|(text, &width)| fit(text, width));
        let padding = " ".repeat(label.saturating_sub(head.width()));
        let line = format!("{padding}{head} │ {}", cells.collect::<Vec<_>>().join(" │ "));
        line.trim_end().to_owned()
    };
    let dashes = widths.iter().map(|width| "─".repeat(width + 2)).collect::<Vec<_>>().join("┼");
    let rule = format!("{}┼{dashes}", "─".repeat(label + 1));
    console.line(&row("", heads.iter().map(String::as_str).collect()))?;
    for (name, cells) in rows {
        console.line(&rule)?;
        for line in 0..2 {
            let head = if line == 0 { name.as_str() } else { "" };
            console.line(&row(head, cells.iter().map(|cell| cell[line].as_str()).collect()))?;
        }
    }
    Ok(())
}

/// A text cut or padded to a width, and isolated where it would turn its neighbours round.
fn fit(text: &str, width: usize) -> String {
    let mut cut = String::new();
    let mut used = 0;
    let whole = text.width() <= width;
    for letter in text.chars() {
        let wide = letter.width().unwrap_or(0);
        if used + wide > if whole { width } else { width - 1 } {
            break;
        }
        used += wide;
        cut.push(letter);
    }
    if !whole {
        cut.push('…');
        used += 1;
    }
    let padding = " ".repeat(width - used);
    if text.chars().any(|letter| ('\u{590}'..='\u{8ff}').contains(&letter)) {
        return format!("\u{2068}{cut}\u{2069}{padding}");
    }
    cut + &padding
}
