//! The part of JSON Schema that our schema uses, checked by hand.

use serde_json::Value;

/// All the ways in which a document does not follow a schema.
pub(crate) fn faults(schema: &Value, document: &Value) -> Vec<String> {
    let mut faults = Vec::new();
    check(schema, schema, document, "$", &mut faults);
    faults
}

fn check(root: &Value, schema: &Value, value: &Value, path: &str, faults: &mut Vec<String>) {
    for (key, rule) in schema.as_object().into_iter().flatten() {
        match key.as_str() {
            "$ref" => {
                let pointer = rule.as_str().unwrap().trim_start_matches('#');
                check(root, root.pointer(pointer).unwrap(), value, path, faults);
            }
            "oneOf" => {
                let fits = |schema: &&Value| {
                    let mut faults = Vec::new();
                    check(root, schema, value, path, &mut faults);
                    faults.is_empty()
                };
                let number = rule.as_array().unwrap().iter().filter(fits).count();
                if number != 1 {
                    faults.push(format!("{path}: fits {number} of the forms, expected 1"));
                }
            }
            "type" => {
                let kinds = rule.as_array().map_or_else(|| vec![rule], |all| all.iter().collect());
                if !kinds.iter().any(|kind| is(kind.as_str().unwrap(), value)) {
                    faults.push(format!("{path}: {value} is not {rule}"));
                }
            }
            "const" if rule != value => faults.push(format!("{path}: {value} is not {rule}")),
            "enum" if !rule.as_array().unwrap().contains(value) => {
                faults.push(format!("{path}: {value} is none of {rule}"));
            }
            "required" => {
                for name in rule.as_array().unwrap() {
                    if value.is_object() && value.get(name.as_str().unwrap()).is_none() {
                        faults.push(format!("{path}: no {name}"));
                    }
                }
            }
            "properties" => {
                for (name, schema) in rule.as_object().unwrap() {
                    if let Some(value) = value.get(name) {
                        check(root, schema, value, &format!("{path}.{name}"), faults);
                    }
                }
            }
            "additionalProperties" => {
                assert_eq!(rule, false, "only closed objects are understood");
                for name in value.as_object().into_iter().flatten().map(|(name, _)| name) {
                    if schema["properties"].get(name).is_none() {
                        faults.push(format!("{path}: {name} is not in the schema"));
                    }
                }
            }
            "items" => {
                for (index, value) in value.as_array().into_iter().flatten().enumerate() {
                    check(root, rule, value, &format!("{path}[{index}]"), faults);
                }
            }
            "minimum" => {
                if value.as_f64() < rule.as_f64() && value.is_number() {
                    faults.push(format!("{path}: {value} is below {rule}"));
                }
            }
            "const" | "enum" | "$schema" | "$id" | "$defs" | "title" | "description" => {}
            other => panic!("the schema uses `{other}`, which this test does not understand"),
        }
    }
}

fn is(kind: &str, value: &Value) -> bool {
    match kind {
        "object" => value.is_object(),
        "array" => value.is_array(),
        "string" => value.is_string(),
        "integer" => value.is_i64() || value.is_u64(),
        "number" => value.is_number(),
        "boolean" => value.is_boolean(),
        "null" => value.is_null(),
        other => panic!("the schema has a type `{other}`"),
    }
}
