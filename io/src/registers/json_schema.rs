//! The fields of every register as JSON Schema, for editors that complete and check while one types.

use super::schema::{FieldKind, HARD, PARAMETERS, fields};
use jadwal_model::school::fault::Register;
use serde_json::{Map, Value, json};

/// The schema of `school.toml`, draft 2020-12.
///
/// It asks for the form that is written; what people may type besides, such as words in their own
/// language, it does not know.
#[must_use]
pub fn json_schema() -> Value {
    let mut properties = Map::new();
    for register in Register::ALL {
        let row = row(register);
        let rows = match register {
            Register::School => row,
            _ => json!({ "type": "array", "items": row }),
        };
        properties.insert(register.name().to_owned(), rows);
    }
    json!({
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "school.toml",
        "type": "object",
        "properties": properties,
        "required": [Register::School.name()],
        "additionalProperties": false,
    })
}

fn row(register: Register) -> Value {
    let properties: Map<String, Value> =
        fields(register).iter().map(|field| (field.name.to_owned(), value(field.kind))).collect();
    let required = fields(register).iter().filter(|field| field.required).map(|field| field.name);
    let mut row = json!({
        "type": "object",
        "properties": properties,
        "required": required.collect::<Vec<_>>(),
        "additionalProperties": false,
    });
    if register == Register::Rules {
        let needs = PARAMETERS.iter().map(|parameters| {
            json!({
                "if": { "properties": { "kind": { "const": parameters.kind } } },
                "then": { "required": parameters.needs },
            })
        });
        row["allOf"] = needs.collect();
    }
    row
}

fn value(kind: FieldKind) -> Value {
    let code = || json!({ "type": ["string", "integer"] });
    let codes = || json!({ "type": ["array", "string", "integer"], "items": code() });
    match kind {
        FieldKind::Text | FieldKind::Slot => json!({ "type": "string" }),
        FieldKind::Texts | FieldKind::Slots => {
            json!({ "type": ["array", "string"], "items": { "type": "string" } })
        }
        FieldKind::Code | FieldKind::Reference(_) | FieldKind::Course => code(),
        FieldKind::References(_) | FieldKind::Courses | FieldKind::SubjectsOrCourse => codes(),
        FieldKind::Number => json!({ "type": "integer", "minimum": 0 }),
        FieldKind::Flag => json!({ "type": "boolean" }),
        FieldKind::Date => json!({ "type": "string", "format": "date" }),
        FieldKind::ClockTimes => {
            let time = "([01]?[0-9]|2[0-3]):[0-5]?[0-9]";
            let pattern = format!("^.+= *{time} *[-–] *{time}$");
            json!({ "type": "array", "items": { "type": "string", "pattern": pattern } })
        }
        FieldKind::Blocks => json!({
            "type": ["string", "integer"],
            "pattern": r"^[0-9]+( *\+ *[0-9]+)*$|^[0-9]+ *[-–] *[0-9]+$",
        }),
        FieldKind::Choice(words) => json!({ "enum": words }),
        FieldKind::Strength => {
            json!({ "anyOf": [{ "const": HARD }, { "type": "integer", "minimum": 1 }] })
        }
    }
}
