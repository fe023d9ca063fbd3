//! The first sheet: how to fill the others.

use crate::registers::grid::choices;
use crate::registers::schema::{Field, FieldKind, HARD, fields};
use crate::words::{Value, Words};
use jadwal_model::school::fault::Register;
use rust_xlsxwriter::{Format, Worksheet, XlsxError};

const LINES: [&str; 7] = ["rows", "example", "codes", "lists", "merged", "own", "check"];
const COLUMNS: [(&str, u32); 4] = [("sheet", 22), ("column", 26), ("required", 12), ("holds", 70)];

pub(super) fn write(sheet: &mut Worksheet, words: &Words) -> Result<(), XlsxError> {
    let bold = Format::new().set_bold();
    sheet.set_name(words.say("workbook-help", &[]))?;
    sheet.set_right_to_left(words.language().right_to_left());
    sheet.write_string_with_format(0, 0, words.say("workbook-help-title", &[]), &bold)?;
    let mut row = 1;
    for line in LINES {
        sheet.write_string(row, 0, words.say(&format!("workbook-help-{line}"), &[]))?;
        row += 1;
    }
    row += 1;
    for (column, (name, width)) in (0..).zip(COLUMNS) {
        let heading = words.say(&format!("workbook-{name}"), &[]);
        sheet.write_string_with_format(row, column, heading, &bold)?;
        sheet.set_column_width(column, width)?;
    }
    for (register, field) in
        Register::ALL.into_iter().flat_map(|one| fields(one).iter().map(move |field| (one, field)))
    {
        row += 1;
        sheet.write_string(row, 0, words.register(register))?;
        sheet.write_string(row, 1, words.field(field.name))?;
        if field.required {
            sheet.write_string(row, 2, words.choice(crate::registers::choices::YES))?;
        }
        sheet.write_string(row, 3, holds(field, words))?;
    }
    Ok(())
}

/// What goes into the cells of a field.
fn holds(field: &Field, words: &Words) -> String {
    let sheets = |registers: &[Register]| {
        let names: Vec<String> = registers.iter().map(|&one| words.register(one)).collect();
        vec![("sheets", Value::from(words.joined(&names)))]
    };
    let (key, values) = match field.kind {
        FieldKind::Text => ("text", vec![]),
        FieldKind::Texts => ("texts", vec![]),
        FieldKind::Code => ("code", vec![]),
        FieldKind::Number => ("number", vec![]),
        FieldKind::Flag => ("flag", vec![]),
        FieldKind::Date => ("date", vec![]),
        FieldKind::ClockTimes => ("clock-times", vec![]),
        FieldKind::Blocks => ("blocks", vec![]),
        FieldKind::Choice(_) => {
            ("choice", vec![("words", Value::from(words.joined(&choices(field, words))))])
        }
        FieldKind::Strength => ("strength", vec![("word", Value::from(words.choice(HARD)))]),
        FieldKind::Reference(registers) => ("reference", sheets(registers)),
        FieldKind::References(registers) => ("references", sheets(registers)),
        FieldKind::Course => ("course", vec![]),
        FieldKind::Courses => ("courses", vec![]),
        FieldKind::SubjectsOrCourse => ("subjects-or-course", vec![]),
        FieldKind::Slot => ("slot", vec![]),
        FieldKind::Slots => ("slots", vec![]),
    };
    words.say(&format!("workbook-holds-{key}"), &values)
}
