//! All sheets in one HTML file that needs nothing else: no network, and no script to be read.
//!
//! The file is well-formed XML too. A script of a few lines adds a filter and a choice of one sheet.
//! In Arabic days flow from right to left; codes and clock times are isolated and stay left to right.

mod overview;
mod single;
mod text;

#[cfg(test)]
mod tests;

use crate::sheet::{Printed, Sheet, SheetKind, Sheets, Summary};
use crate::svg::{self, Measure};
use crate::words::{Language, Words};
use jadwal_model::Id;
use jadwal_model::school::{BellSchedule, School};
use std::io::{self, Write};
use text::{Html, clock, escaped, isolated, label};

const STYLE: &str = include_str!("style.css");
const SCRIPT: &str = include_str!("script.js");

/// Writes all sheets of a timetable as one file.
///
/// # Errors
/// What the writer reports.
pub fn write(printed: &Printed<'_>, language: Language, out: &mut dyn Write) -> io::Result<()> {
    let words = Words::new(language);
    let sheets = Sheets::new(*printed, &words);
    let all = sheets.all();
    let direction = if language.right_to_left() { "rtl" } else { "ltr" };
    let mut html = Html::new(&words);
    let title = format!("{} · {}", words.say("sheets-title", &[]), printed.school.name);
    html.push(&format!(
        "<!DOCTYPE html>\n<html lang=\"{}\" dir=\"{direction}\">\n<head>\n<meta charset=\"utf-8\"/>\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>\n\
         <title>{}</title>\n<style>\n{STYLE}",
        language.code(),
        escaped(&title),
    ));
    for (index, colour) in crate::sheet::colour::of_subjects(printed.school).iter().enumerate() {
        html.push(&format!(".s{index}{{--tint:{};--edge:{}}}\n", colour.tint, colour.edge));
    }
    html.push("</style>\n</head>\n<body>\n");
    index(&mut html, printed, &all);
    for sheet in &all {
        let head = |html: &mut Html<'_>| heading(html, printed.school, sheet);
        if sheet.kind.is_overview() {
            overview::section(&mut html, sheet, head);
        } else {
            single::section(&mut html, sheet, head);
        }
    }
    html.push(&format!("<script>\n{SCRIPT}</script>\n</body>\n</html>\n"));
    out.write_all(html.text().as_bytes())
}

/// The first page: what there is, what was found, and the load of the week.
fn index(html: &mut Html<'_>, printed: &Printed<'_>, all: &[Sheet]) {
    let school = printed.school;
    html.push(&format!("<header id=\"top\">\n<h1>{}</h1>\n", isolated(&school.name)));
    html.push(&format!(
        "<p class=\"sub\">{} <bdi dir=\"ltr\">{}</bdi></p>\n",
        html.say("sheets-title"),
        escaped(&school.year)
    ));
    html.push(&format!(
        "<form id=\"tools\" hidden=\"hidden\"><label>{} <select id=\"only\"><option value=\"\">{}</option>",
        html.say("sheets-show"),
        html.say("sheets-show-all"),
    ));
    for sheet in all {
        let (anchor, text) = (&sheet.anchor, escaped(&sheet.label.text));
        html.push(&format!("<option value=\"{anchor}\">{text}</option>"));
    }
    html.push(&format!(
        "</select></label> <label>{} <input id=\"find\" type=\"search\" autocomplete=\"off\"/></label></form>\n",
        html.say("sheets-filter")
    ));
    if let Some(summary) = printed.summary {
        findings(html, summary);
    }
    html.push(&format!("<nav aria-label=\"{}\">\n", html.say("sheets-index")));
    links(html, None, all.iter().filter(|sheet| sheet.kind.is_overview()));
    let kinds = [
        (SheetKind::Class, "sheets-classes"),
        (SheetKind::Teacher, "sheets-teachers"),
        (SheetKind::Room, "sheets-rooms"),
    ];
    for (kind, key) in kinds {
        links(html, Some(key), all.iter().filter(|sheet| sheet.kind == kind));
    }
    html.push("</nav>\n");
    html.push(&format!("<section class=\"load\">\n<h2>{}</h2>\n", html.say("sheets-load")));
    html.push(&svg::draw(printed, html.words(), Measure::Lessons));
    for id in school.room_types.ids() {
        let measure = Measure::RoomType(id);
        if svg::is_worth_drawing(printed, measure) {
            html.push(&svg::draw(printed, html.words(), measure));
        }
    }
    html.push("</section>\n");
    bells(html, school);
    html.push("</header>\n");
}

fn links<'s>(html: &mut Html<'_>, title: Option<&str>, sheets: impl Iterator<Item = &'s Sheet>) {
    let mut sheets = sheets.filter(|sheet| !sheet.rows.is_empty()).peekable();
    if sheets.peek().is_none() {
        return;
    }
    if let Some(key) = title {
        html.push(&format!("<h2>{}</h2>\n", html.say(key)));
    }
    html.push("<ul>\n");
    for sheet in sheets {
        let (anchor, text) = (&sheet.anchor, label(&sheet.label));
        html.push(&format!("<li><a href=\"#{anchor}\">{text}</a></li>\n"));
    }
    html.push("</ul>\n");
}

fn findings(html: &mut Html<'_>, summary: &Summary) {
    html.push(&format!(
        "<section class=\"findings\"><h2>{}</h2>\n<table>\n",
        isolated(&summary.title)
    ));
    for (sentence, figure) in &summary.lines {
        html.push(&format!(
            "<tr><th scope=\"row\">{}</th><td>{}</td></tr>\n",
            isolated(sentence),
            isolated(figure)
        ));
    }
    html.push("</table></section>\n");
}

/// The clock times of layers that hold only for a part of the year.
fn bells(html: &mut Html<'_>, school: &School) {
    let calendar = &school.calendar;
    let dated: Vec<&BellSchedule> =
        calendar.bells.iter().filter(|bell| bell.from.is_some() || bell.until.is_some()).collect();
    if dated.is_empty() {
        return;
    }
    let words = html.words();
    let naming = crate::sheet::names::Naming { school, words };
    html.push(&format!(
        "<section class=\"bells\"><h2>{}</h2>\n<div class=\"scroll\"><table>\n<tr><td></td>",
        html.say("sheet-bells")
    ));
    for period in &calendar.periods {
        html.push(&format!(
            "<th scope=\"col\"><bdi dir=\"ltr\">{}</bdi></th>",
            escaped(&period.code)
        ));
    }
    html.push("</tr>\n");
    for bell in dated {
        let date = |date: jadwal_model::school::Date| date.to_string().into();
        let when = match (bell.from, bell.until) {
            (Some(from), Some(until)) => {
                words.say("sheet-from-until", &[("from", date(from)), ("until", date(until))])
            }
            (Some(from), None) => words.say("sheet-from", &[("from", date(from))]),
            (None, Some(until)) => words.say("sheet-until", &[("until", date(until))]),
            (None, None) => String::new(),
        };
        let days: Vec<String> = bell.days.iter().map(|&day| naming.day(day)).collect();
        html.push(&format!(
            "<tr><th scope=\"row\">{} <small>{} {}</small></th>",
            label(&naming.best(&bell.names, &bell.code)),
            escaped(&when),
            escaped(&days.join(" · "))
        ));
        for period in calendar.periods.ids() {
            let named = bell.times.iter().find(|(named, _)| named.index() == period.index());
            let text = named.map(|&(_, range)| clock(range)).unwrap_or_default();
            html.push(&format!("<td>{text}</td>"));
        }
        html.push("</tr>\n");
    }
    html.push("</table></div></section>\n");
}

/// What stands above a sheet's table.
fn heading(html: &mut Html<'_>, school: &School, sheet: &Sheet) {
    html.push(&format!(
        "<div class=\"head\"><p class=\"school\">{} <bdi dir=\"ltr\">{}</bdi></p>\n<h2>{}</h2>\n",
        isolated(&school.name),
        escaped(&school.year),
        escaped(&sheet.title)
    ));
    let pieces: Vec<String> =
        sheet.subtitle.iter().map(|piece| format!("<span>{}</span>", escaped(piece))).collect();
    html.push(&format!(
        "<p class=\"sub\">{}</p><a class=\"up\" href=\"#top\">{}</a></div>\n",
        pieces.join(" · "),
        html.say("sheets-top")
    ));
}
