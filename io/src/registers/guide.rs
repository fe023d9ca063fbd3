//! The page that says what may stand in a school's file, made from the schema.

use super::schema::{Field, FieldKind, PARAMETERS, fields};
use crate::words::{Value, Words};
use jadwal_model::school::fault::Register;
use std::fmt::Write;

/// The page, in Markdown, with an example at its end.
#[must_use]
pub fn guide(words: &Words, example: &str) -> String {
    let mut page = String::new();
    // a String takes everything
    let _ = all(&mut page, words, example);
    page
}

fn all(page: &mut String, words: &Words, example: &str) -> std::fmt::Result {
    writeln!(page, "# {}\n\n{}", words.say("guide-title", &[]), words.say("guide-about", &[]))?;
    let headings = ["guide-field", "guide-called", "guide-needed", "guide-holds"]
        .map(|key| words.say(key, &[]));
    for register in Register::ALL {
        let name = register.name();
        let brackets =
            if register == Register::School { "[school]".into() } else { format!("[[{name}]]") };
        writeln!(page, "\n## {}: `{brackets}`\n", words.register(register))?;
        if let Some(about) = words.find(&format!("about-{name}"), &[]) {
            writeln!(page, "{about}\n")?;
        }
        writeln!(page, "| {} |\n| --- | --- | --- | --- |", headings.join(" | "))?;
        for field in fields(register) {
            let needed = words.choice(if field.required { "yes" } else { "no" });
            let (called, holds) = (words.field(field.name), holds(words, field));
            let about = words.find(&format!("about-{name}-{}", field.name), &[]);
            let about = about.map(|about| format!(". {about}")).unwrap_or_default();
            writeln!(page, "| `{}` | {called} | {needed} | {holds}{about} |", field.name)?;
        }
    }
    kinds(page, words)?;
    writeln!(
        page,
        "\n## {}\n\n```toml\n{}\n```",
        words.say("guide-example", &[]),
        example.trim_end()
    )
}

fn kinds(page: &mut String, words: &Words) -> std::fmt::Result {
    writeln!(
        page,
        "\n## {}\n\n{}\n",
        words.say("guide-kinds", &[]),
        words.say("guide-kinds-about", &[])
    )?;
    let headings = ["guide-kind", "guide-needs", "guide-meaning"].map(|key| words.say(key, &[]));
    writeln!(page, "| {} |\n| --- | --- | --- |", headings.join(" | "))?;
    for parameters in PARAMETERS {
        let optional = words.say("guide-optional", &[]);
        let needs = parameters.needs.iter().map(|field| format!("`{field}`"));
        let takes = parameters.takes.iter().map(|field| format!("`{field}` ({optional})"));
        let fields = needs.chain(takes).collect::<Vec<_>>().join(", ");
        let meaning = words.say(&format!("about-kind-{}", parameters.kind), &[]);
        writeln!(page, "| `{}` | {fields} | {meaning} |", parameters.kind)?;
    }
    Ok(())
}

/// What a field holds, in words.
fn holds(words: &Words, field: &Field) -> String {
    let list = |names: Vec<String>| names.join(", ");
    let rows = |registers: &[Register]| {
        list(registers.iter().map(|register| format!("`{}`", register.name())).collect())
    };
    let with = |key: &str, what: String| words.say(key, &[("what", Value::from(what))]);
    match field.kind {
        FieldKind::Text => words.say("holds-text", &[]),
        FieldKind::Texts => words.say("holds-texts", &[]),
        FieldKind::Code => words.say("holds-code", &[]),
        FieldKind::Number => words.say("holds-number", &[]),
        FieldKind::Flag => words.say("holds-flag", &[]),
        FieldKind::Date => words.say("holds-date", &[]),
        FieldKind::ClockTimes => words.say("holds-clock-times", &[]),
        FieldKind::Blocks => words.say("holds-blocks", &[]),
        FieldKind::Strength => words.say("holds-strength", &[]),
        FieldKind::Course => words.say("holds-course", &[]),
        FieldKind::Courses => words.say("holds-courses", &[]),
        FieldKind::SubjectsOrCourse => words.say("holds-subjects-or-course", &[]),
        FieldKind::Slot => words.say("holds-slot", &[]),
        FieldKind::Slots => words.say("holds-slots", &[]),
        FieldKind::Reference(registers) => with("holds-reference", rows(registers)),
        FieldKind::References(registers) => with("holds-references", rows(registers)),
        FieldKind::Choice(_) if field.name == "kind" => words.say("holds-kind", &[]),
        FieldKind::Choice(choices) => {
            let choices = choices.iter().map(|word| format!("`{word}`")).collect();
            with("holds-choice", list(choices))
        }
    }
}
