//! A document while it is read, and how its rows are looked up.

use super::context::Context;
use super::document::{Document, ids};
use crate::error::{Fault, Place};
use crate::fet::element::Element;
use crate::foreign::left_out::Leaving;
use crate::xhstt::faults::{Faults, short};
use jadwal_model::school::id::{BuildingId, ClassId, GroupId, RoomId, SubjectId, TeacherId};
use jadwal_model::school::school::School;
use std::collections::BTreeMap;

/// What is made of a document while it is read.
pub(super) struct Reading<'d> {
    pub(super) document: &'d Document,
    pub(super) school: School,
    pub(super) context: Context,
    pub(super) leaving: Leaving,
    pub(super) faults: Faults,
    pub(super) subjects: BTreeMap<&'d str, SubjectId>,
    pub(super) teachers: BTreeMap<&'d str, TeacherId>,
    pub(super) buildings: BTreeMap<&'d str, BuildingId>,
    pub(super) classes: BTreeMap<&'d str, ClassId>,
    /// Groups that are parts of classes, as far as lessons name them: each one group here, or several in a
    /// class with very many divisions.
    pub(super) groups: BTreeMap<&'d str, Vec<GroupId>>,
}

impl<'d> Reading<'d> {
    pub(super) fn fault(&mut self, place: Place, fault: Fault) {
        self.faults.push(place, fault);
    }

    /// An attribute is not what it should be.
    pub(super) fn value(&mut self, row: &Element, name: &str, found: &str, expected: &'static str) {
        let (element, found) = (name.to_owned(), short(found));
        self.fault(row.place, Fault::Value { element, found, expected });
    }

    /// An attribute names something that is not there.
    pub(super) fn unknown<'k>(
        &mut self,
        row: &Element,
        kind: &'static str,
        id: &str,
        known: impl Iterator<Item = &'k str>,
    ) {
        self.faults.unknown(row.place, kind, id, known);
    }

    /// Everything that an attribute names; what is not there is a fault.
    pub(super) fn named<T: Copy>(
        &mut self,
        row: &'d Element,
        attribute: &str,
        kind: &'static str,
        known: &BTreeMap<&'d str, T>,
    ) -> Vec<T> {
        let mut found = Vec::new();
        for id in ids(row, attribute) {
            match known.get(id) {
                Some(&thing) => found.push(thing),
                None => self.unknown(row, kind, id, known.keys().copied()),
            }
        }
        found
    }

    /// The rooms that an attribute names.
    pub(super) fn rooms_of(&mut self, row: &'d Element, attribute: &str) -> Vec<RoomId> {
        let mut found = Vec::new();
        for id in ids(row, attribute) {
            match self.context.rooms.get(id) {
                Some(&room) if !found.contains(&room) => found.push(room),
                Some(_) => {}
                None => {
                    let known = self.context.rooms.keys().map(String::as_str);
                    self.faults.unknown(row.place, "classroom", id, known);
                }
            }
        }
        found
    }
}
