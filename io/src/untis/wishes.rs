//! Time wishes: `GPU016.TXT`. From -3, which is certain, to -1 they say when somebody should not be there.

use super::context::Context;
use super::file::{Column, File};
use super::people::People;
use crate::foreign::Left;
use crate::foreign::left_out::Leaving;
use jadwal_model::school::course::Audience;
use jadwal_model::school::id::SlotId;
use jadwal_model::school::rule::{Of, Rule, RuleKind, Scope, Strength};
use jadwal_model::school::school::School;
use std::collections::BTreeMap;

/// The file.
pub(super) const WISHES: &str = "GPU016.TXT";
/// What a slot costs at which somebody should not be there, by the wish: -1, -2.
const COSTS: [u32; 2] = [5, 20];

/// Teachers, classes, rooms and subjects, in the German and in the English Untis.
const KINDS: [&str; 7] = ["L", "K", "R", "F", "T", "C", "S"];
const KIND: Column = Column(1, "kind");
const NAME: Column = Column(2, "name");
const VALUE: Column = Column(5, "wish");

/// Makes rules of the wishes.
pub(super) fn wishes(
    file: &mut File,
    people: &People,
    school: &mut School,
    context: &Context,
    leaving: &mut Leaving,
) {
    let mut all: BTreeMap<(String, String, i32), Vec<SlotId>> = BTreeMap::new();
    for row in file.rows() {
        let Ok(value) = row.cell(VALUE.0 - 1).parse::<i32>() else {
            file.value(&row, VALUE, "a whole number");
            continue;
        };
        let place = |column: usize| row.cell(column - 1).parse::<u32>().ok();
        let slot = place(3).zip(place(4)).and_then(|at| context.slots.get(&at));
        let Some(&slot) = slot else {
            leaving.add(Left::Timeless, usize::from(value != 0), row.place);
            continue;
        };
        if !(-3..=-1).contains(&value) {
            leaving.add(Left::Wishes, usize::from(value != 0), row.place);
            continue;
        }
        let (kind, name) = (row.cell(KIND.0 - 1).to_owned(), row.cell(NAME.0 - 1).to_owned());
        if !KINDS.contains(&kind.to_ascii_uppercase().as_str()) {
            file.unknown(&row, KIND, &kind, KINDS.into_iter());
            continue;
        }
        if scope(&kind, &name, people, context).is_none() {
            file.unknown(&row, NAME, &name, std::iter::empty());
            continue;
        }
        all.entry((kind, name, value)).or_default().push(slot);
    }
    for ((kind, name, value), times) in all {
        let Some((of, scope)) = scope(&kind, &name, people, context) else { continue };
        let what = match of {
            Some(of) => RuleKind::Unavailable { of, times },
            None => RuleKind::NotAt { times },
        };
        let cost = COSTS.get(value.unsigned_abs() as usize - 1);
        let strength = cost.map_or(Strength::Hard, |&cost| Strength::Soft(cost));
        let code = format!("wish {kind} {name} {value}");
        school.rules.push(Rule { code, kind: what, scope, strength });
    }
}

/// Whom a wish means: teachers, classes, rooms, or the lessons of a subject.
fn scope(
    kind: &str,
    name: &str,
    people: &People,
    context: &Context,
) -> Option<(Option<Of>, Scope)> {
    let mut scope = Scope::default();
    let of = match kind.to_ascii_uppercase().as_str() {
        "L" | "T" => {
            scope.teachers.push(*people.teachers.get(name)?);
            Some(Of::Teachers)
        }
        "K" | "C" => {
            scope.audience.push(Audience::Class(*people.classes.get(name)?));
            Some(Of::Classes)
        }
        "R" => {
            scope.rooms.push(*context.rooms.get(name)?);
            Some(Of::Rooms)
        }
        "F" | "S" => {
            scope.subjects.push(*people.subjects.get(name)?);
            None
        }
        _ => return None,
    };
    Some((of, scope))
}
