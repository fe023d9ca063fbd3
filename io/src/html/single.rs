//! The sheet of one class, teacher or room: days across, periods down.

use super::text::{Html, clock, label};
use crate::sheet::names::Label;
use crate::sheet::{Cell, Entry, Sheet, SheetKind};
use jadwal_model::school::{Part, Week};

pub(super) fn section(html: &mut Html<'_>, sheet: &Sheet, head: impl Fn(&mut Html<'_>)) {
    let kind = match sheet.kind {
        SheetKind::Class => "class",
        SheetKind::Teacher => "teacher",
        _ => "room",
    };
    html.push(&format!(
        "<section class=\"sheet one {kind}{}\" id=\"{}\" style=\"--count:{}\">\n",
        if sheet.unplaced.is_empty() { "" } else { " part" },
        sheet.anchor,
        sheet.rows.len().max(1)
    ));
    head(html);
    html.push(&format!(
        "<div class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"{0}\"><table class=\"grid\">\n\
         <caption>{0}</caption>\n<thead><tr><th scope=\"col\" class=\"time\">{1}</th>",
        super::escaped(&sheet.title),
        html.say("sheet-time"),
    ));
    for column in &sheet.columns {
        html.push(&format!("<th scope=\"col\">{}</th>", super::escaped(&column.day)));
    }
    html.push("</tr></thead>\n");
    let mut part: Option<Option<Part>> = None;
    for (index, row) in sheet.rows.iter().enumerate() {
        if part != Some(row.part) {
            html.push(if part.is_some() { "</tbody>\n<tbody>\n" } else { "<tbody>\n" });
            part = Some(row.part);
        }
        html.push(&format!("<tr><th scope=\"row\" class=\"time\">{}", label(&row.label)));
        if let Some(range) = row.clock {
            html.push(&format!("<small>{}</small>", clock(range)));
        }
        html.push("</th>");
        for column in 0..sheet.columns.len() {
            cell(html, sheet, index, column);
        }
        html.push("</tr>\n");
    }
    html.push(if part.is_some() { "</tbody>\n" } else { "" });
    html.push("</table></div>\n");
    html.unplaced(&sheet.unplaced);
    html.push("</section>\n");
}

fn cell(html: &mut Html<'_>, sheet: &Sheet, row: usize, column: usize) {
    let over =
        |cell: &&Cell| cell.column == column && (cell.row..cell.row + cell.length).contains(&row);
    match sheet.cells.iter().find(over) {
        Some(cell) if cell.row == row => lessons(html, sheet.kind, cell),
        Some(_) => {}
        None if sheet.closed.contains(&(row, column)) => {
            let closed = html.say("sheet-closed");
            html.push(&format!("<td class=\"closed\" title=\"{closed}\"></td>"));
        }
        None => html.push("<td></td>"),
    }
}

/// The longest word, in letters, for which half a cell has room.
const LONGEST_WORD: usize = 9;

/// Where a lesson stands in its cell: its first row, its column, how many rows it takes.
type Place = (usize, usize, usize);

fn lessons(html: &mut Html<'_>, kind: SheetKind, cell: &Cell) {
    let whole = |entry: &Entry| entry.offset == 0 && entry.length == cell.length;
    // more than two in full length side by side are too narrow to be read: they stand in two rows
    let folded = cell.lanes > 2 && cell.entries.iter().all(whole);
    let columns = if folded { cell.lanes.div_ceil(2) } else { cell.lanes };
    html.push(&format!(
        "<td rowspan=\"{}\" class=\"full\"><div class=\"cell{}\" style=\"--rows:{};--lanes:{}\">",
        cell.length,
        if cell.lanes > 1 { " shared" } else { "" },
        if folded { cell.length.max(2) } else { cell.length },
        columns
    ));
    for entry in &cell.entries {
        let place = if folded {
            (entry.lane / columns + 1, entry.lane % columns + 1, 1)
        } else {
            (entry.offset + 1, entry.lane + 1, entry.length)
        };
        lesson(html, kind, entry, place, columns);
    }
    html.push("</div></td>");
}

/// What stands where a cell is too narrow for a name: its longest word would be broken.
fn short(entry: &Entry, kind: SheetKind, columns: usize) -> Option<Label> {
    let [code, _] = &entry.codes;
    let longest = entry.subject.text.split_whitespace().map(|word| word.chars().count()).max();
    let narrow = columns > 1 && longest > Some(LONGEST_WORD);
    let code = code.as_ref().filter(|_| narrow && kind == SheetKind::Class)?;
    Some(Label::code(code))
}

fn lesson(
    html: &mut Html<'_>,
    kind: SheetKind,
    entry: &Entry,
    (row, column, rows): Place,
    columns: usize,
) {
    html.push(&format!(
        "<div class=\"lesson s{}{}\" data-lesson=\"{}\" style=\"grid-area:{}/{}/span {}/auto\">",
        entry.subject_index,
        if entry.locked { " locked" } else { "" },
        entry.lesson,
        row,
        column,
        rows
    ));
    let audience: Vec<String> = entry.audience().map(label).collect();
    let subject = match short(entry, kind, columns) {
        Some(code) => {
            let whole = super::escaped(&entry.subject.text);
            format!("<span title=\"{whole}\">{}</span>", label(&code))
        }
        None => label(&entry.subject),
    };
    // what the reader of this sheet does not know yet comes first
    if kind == SheetKind::Class || audience.is_empty() {
        html.push(&format!("<b>{subject}</b>"));
        for group in audience {
            html.push(&format!("<span class=\"group\">{group}</span>"));
        }
    } else {
        html.push(&format!("<b>{}</b><span>{subject}</span>", audience.join(" · ")));
    }
    if let Some(week) = entry.week {
        let key = if week == Week::A { "week-a" } else { "week-b" };
        let week = html.say(key);
        html.push(&format!("<span class=\"week\">{week}</span>"));
    }
    for teacher in &entry.teachers {
        html.push(&format!("<span>{}</span>", label(teacher)));
    }
    if let Some(place) = &entry.place {
        html.push(&format!("<span class=\"place\">{}</span>", label(place)));
    }
    if let Some(range) = entry.clock {
        html.push(&format!("<span class=\"clock\">{}</span>", clock(range)));
    }
    if entry.locked {
        let locked = html.say("sheet-locked");
        html.push(&format!("<span class=\"lock\">{locked}</span>"));
    }
    html.push("</div>");
}
