//! All classes, teachers or rooms on one sheet: slots across, one row each, two codes a lesson.

use super::text::{Html, clock, code, escaped, label};
use crate::sheet::{Cell, Column, Entry, Sheet};
use jadwal_model::school::Week;

pub(super) fn section(html: &mut Html<'_>, sheet: &Sheet, head: impl Fn(&mut Html<'_>)) {
    if sheet.rows.is_empty() {
        return;
    }
    html.push(&format!("<section class=\"sheet all\" id=\"{}\">\n", sheet.anchor));
    head(html);
    html.push(&format!(
        "<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"{0}\"><table class=\"grid\">\n\
         <caption>{0}</caption>\n<colgroup><col class=\"who\"/></colgroup>",
        escaped(&sheet.title)
    ));
    let days = days(&sheet.columns);
    for &(_, length) in &days {
        html.push(&format!("<colgroup span=\"{length}\"></colgroup>"));
    }
    html.push("\n<thead><tr><td rowspan=\"2\" class=\"who\"></td>");
    for &(start, length) in &days {
        html.push(&format!(
            "<th scope=\"colgroup\" colspan=\"{length}\" class=\"day\">{}</th>",
            escaped(&sheet.columns[start].day)
        ));
    }
    html.push("</tr>\n<tr>");
    for (index, column) in sheet.columns.iter().enumerate() {
        let edge = edge(&sheet.columns, index);
        let period = code(column.period.as_deref().unwrap_or_default());
        html.push(&format!("<th scope=\"col\" class=\"{edge}\">{period}"));
        if let Some(range) = column.clock {
            html.push(&format!("<small>{}</small>", clock(range).replace('–', "<br/>")));
        }
        html.push("</th>");
    }
    html.push("</tr></thead>\n<tbody>\n");
    for (index, row) in sheet.rows.iter().enumerate() {
        let name = label(&row.label);
        html.push("<tr><th scope=\"row\" class=\"who\">");
        match &row.link {
            Some(anchor) => html.push(&format!("<a href=\"#{anchor}\">{name}</a></th>")),
            None => html.push(&format!("{name}</th>")),
        }
        let mut cells = sheet.cells.iter().filter(|cell| cell.row == index).peekable();
        let mut column = 0;
        while column < sheet.columns.len() {
            let edge = edge(&sheet.columns, column);
            match cells.next_if(|cell| cell.column == column) {
                Some(cell) => {
                    lessons(html, cell, edge);
                    column += cell.length;
                }
                None => {
                    html.push(&format!("<td class=\"{edge}\"></td>"));
                    column += 1;
                }
            }
        }
        html.push("</tr>\n");
    }
    html.push("</tbody>\n</table></div>\n");
    html.unplaced(&sheet.unplaced);
    html.push("</section>\n");
}

/// Where each day begins, and how many slots it has.
fn days(columns: &[Column]) -> Vec<(usize, usize)> {
    let mut days: Vec<(usize, usize)> = Vec::new();
    for index in 0..columns.len() {
        match days.last_mut() {
            Some((_, length)) if edge(columns, index) != "day" => *length += 1,
            _ => days.push((index, 1)),
        }
    }
    days
}

/// Whether a new day or half-day begins.
fn edge(columns: &[Column], index: usize) -> &'static str {
    let here = &columns[index];
    match index.checked_sub(1).map(|before| &columns[before]) {
        Some(before) if before.day == here.day && before.part == here.part => "slot",
        Some(before) if before.day == here.day => "half",
        _ => "day",
    }
}

fn lessons(html: &mut Html<'_>, cell: &Cell, edge: &str) {
    html.push(&format!(
        "<td colspan=\"{0}\" class=\"full {edge}\"><div class=\"cell\" style=\"--cols:{0}\">",
        cell.length
    ));
    for entry in &cell.entries {
        lesson(html, entry);
    }
    html.push("</div></td>");
}

fn lesson(html: &mut Html<'_>, entry: &Entry) {
    let who = entry.audience().chain(&entry.teachers).chain(&entry.place);
    let full: Vec<&str> =
        std::iter::once(&entry.subject).chain(who).map(|label| label.text.as_str()).collect();
    html.push(&format!(
        "<div class=\"lesson s{}\" data-lesson=\"{}\" title=\"{}\" style=\"grid-area:{}/{}/auto/span {}\">",
        entry.subject_index,
        entry.lesson,
        escaped(&full.join(" · ")),
        entry.lane + 1,
        entry.offset + 1,
        entry.length
    ));
    let [first, second] = &entry.codes;
    if let Some(first) = first {
        html.push(&format!("<b>{}</b>", code(first)));
    }
    if let Some(second) = second {
        html.push(&format!("<span>{}</span>", code(second)));
    }
    if let Some(week) = entry.week {
        let key = if week == Week::A { "week-a-sign" } else { "week-b-sign" };
        let week = html.say(key);
        html.push(&format!("<span class=\"week\">{week}</span>"));
    }
    html.push("</div>");
}
