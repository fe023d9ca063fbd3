//! Findings about events at once, spread over groups, and workloads.

use super::*;

#[test]
fn cuts_that_do_not_add_up() {
    for (duration, expected) in [(3, &["NoCut 1/0"][..]), (4, &[])] {
        let mut draft = Draft::new(2, 3);
        let events = draft.lessons(&[duration], &[], 0);
        draft.hard(pieces(&events, (2, 2), (1, 9)));
        assert_eq!(told(&check(&draft.done(&events, true))), expected, "{duration}");
    }
}

#[test]
fn roles_and_those_who_can_fill_them() {
    hold(
        2,
        2,
        &[
            (
                "nobody",
                |d| {
                    d.rooms(1);
                    let e = d.lessons(&[1], &[], 1);
                    d.only_in(e[0], &[]);
                },
                &["NoCandidate 1/0"],
            ),
            (
                "away at the only time",
                |d| {
                    let rooms = d.rooms(2);
                    let e = d.lessons(&[1], &[], 1);
                    d.only_in(e[0], &rooms[..1]);
                    d.only_at(e[0], &[0]);
                    d.away(rooms[0], &[0]);
                },
                &["NoCandidate 1/0"],
            ),
            (
                "another is there",
                |d| {
                    let rooms = d.rooms(2);
                    let e = d.lessons(&[1], &[], 1);
                    d.only_at(e[0], &[0]);
                    d.away(rooms[0], &[0]);
                },
                &[],
            ),
            (
                "nine in two rooms",
                |d| {
                    d.rooms(2);
                    d.lessons(&[1; 9], &[], 1);
                },
                &["Supply 9/8"],
            ),
            (
                "eight in two rooms",
                |d| {
                    d.rooms(2);
                    d.lessons(&[1; 8], &[], 1);
                },
                &["?Supply 8/8"],
            ),
            (
                "seven in two rooms",
                |d| {
                    d.rooms(2);
                    d.lessons(&[1; 7], &[], 1);
                },
                &[],
            ),
            (
                "five in one of two rooms",
                |d| {
                    let rooms = d.rooms(2);
                    d.lessons(&[1], &[], 1);
                    for event in d.lessons(&[1; 5], &[], 1) {
                        d.only_in(event, &rooms[..1]);
                    }
                },
                &["Supply 5/4"],
            ),
            (
                "three at once in two rooms",
                |d| {
                    d.rooms(2);
                    for event in d.lessons(&[1; 3], &[], 1) {
                        d.only_at(event, &[1]);
                    }
                },
                &["SupplyAtTimes 3/2"],
            ),
            (
                "two at once in two rooms",
                |d| {
                    d.rooms(2);
                    for event in d.lessons(&[1; 2], &[], 1) {
                        d.only_at(event, &[1]);
                    }
                },
                &[],
            ),
            (
                "two rooms at once of one",
                |d| {
                    d.rooms(1);
                    d.lessons(&[1], &[], 2);
                },
                &["TooManyAtOnce 2/1"],
            ),
            (
                "two rooms at once of two",
                |d| {
                    d.rooms(2);
                    d.lessons(&[1], &[], 2);
                },
                &[],
            ),
        ],
    );
}

#[test]
fn events_at_once() {
    hold(
        2,
        3,
        &[
            (
                "of one teacher",
                |d| {
                    let t = d.teacher();
                    let e = d.lessons(&[1, 1], &[t], 0);
                    d.link(&e);
                },
                &["SharedResource 2/1"],
            ),
            (
                "of two teachers",
                |d| {
                    let (s, t) = (d.teacher(), d.teacher());
                    let e = [d.lessons(&[1], &[s], 0), d.lessons(&[1], &[t], 0)].concat();
                    d.link(&e);
                },
                &[],
            ),
            (
                "at no common time",
                |d| {
                    let e = d.lessons(&[1, 1], &[], 0);
                    d.only_at(e[0], &[0]);
                    d.only_at(e[1], &[1]);
                    d.link(&e);
                },
                &["NoCommonTimes 1/0"],
            ),
            (
                "at a common time",
                |d| {
                    let e = d.lessons(&[1, 1], &[], 0);
                    d.only_at(e[0], &[0, 1]);
                    d.only_at(e[1], &[1]);
                    d.link(&e);
                },
                &[],
            ),
            (
                "one longer than the other",
                |d| {
                    let (s, t) = (d.teacher(), d.teacher());
                    let e = [d.lessons(&[1], &[s], 0), d.lessons(&[2], &[t], 0)].concat();
                    d.link(&e);
                },
                &["UnequalDurations 2/1"],
            ),
            (
                "three in two rooms, by two links",
                |d| {
                    d.rooms(2);
                    let e = d.lessons(&[1; 3], &[], 1);
                    d.link(&e[..2]);
                    d.link(&e[1..]);
                },
                &["TooManyAtOnce 3/2"],
            ),
            (
                "two in two rooms",
                |d| {
                    d.rooms(2);
                    let e = d.lessons(&[1; 3], &[], 1);
                    d.link(&e[..2]);
                },
                &[],
            ),
            (
                "two in two rooms that are never there together",
                |d| {
                    let rooms = d.rooms(2);
                    let e = d.lessons(&[1; 2], &[], 1);
                    d.link(&e);
                    d.away(rooms[0], &[0, 1, 2]);
                    d.away(rooms[1], &[3, 4, 5]);
                },
                &["TooManyAtOnce 2/1"],
            ),
        ],
    );
}

#[test]
fn meets_spread_over_groups() {
    hold(
        2,
        3,
        &[
            (
                "three, one in each",
                |d| {
                    let e = d.lessons(&[1; 3], &[], 0);
                    d.spread(&e, 0, 1);
                },
                &["Spread 3/2"],
            ),
            (
                "two, one in each",
                |d| {
                    let e = d.lessons(&[1; 2], &[], 0);
                    d.spread(&e, 0, 1);
                },
                &[],
            ),
            (
                "two in the same",
                |d| {
                    let e = d.lessons(&[1; 2], &[], 0);
                    d.only_at(e[0], &[0, 1]);
                    d.only_at(e[1], &[2]);
                    d.spread(&e, 0, 1);
                },
                &["Spread 2/1"],
            ),
            (
                "three, two in each",
                |d| {
                    let e = d.lessons(&[1; 3], &[], 0);
                    d.spread(&e, 2, 3);
                },
                &["SpreadLeast 4/3"],
            ),
            (
                "four, two in each",
                |d| {
                    let e = d.lessons(&[1; 4], &[], 0);
                    d.spread(&e, 2, 3);
                },
                &[],
            ),
        ],
    );
}

#[test]
fn workloads() {
    hold(
        2,
        3,
        &[
            (
                "three of two",
                |d| {
                    let t = d.teacher();
                    d.lessons(&[1; 3], &[t], 0);
                    d.workload(t, 0, 2);
                },
                &["Workload 3/2"],
            ),
            (
                "three of three",
                |d| {
                    let t = d.teacher();
                    d.lessons(&[1; 3], &[t], 0);
                    d.workload(t, 3, 3);
                },
                &[],
            ),
            (
                "three, at least four",
                |d| {
                    let t = d.teacher();
                    d.lessons(&[1; 3], &[t], 0);
                    d.workload(t, 4, 6);
                },
                &["WorkloadLeast 4/3"],
            ),
            (
                "five for two with two each",
                |d| {
                    for room in d.rooms(2) {
                        d.workload(room, 0, 2);
                    }
                    d.lessons(&[1; 5], &[], 1);
                },
                &["WorkloadSupply 5/4"],
            ),
            (
                "four for two with two each",
                |d| {
                    for room in d.rooms(2) {
                        d.workload(room, 0, 2);
                    }
                    d.lessons(&[1; 4], &[], 1);
                },
                &[],
            ),
        ],
    );
}

#[test]
fn proofs_come_first_and_name_their_constraints() {
    let mut draft = Draft::new(2, 2);
    let (first, second) = (draft.teacher(), draft.teacher());
    draft.lessons(&[1; 5], &[first], 0);
    draft.lessons(&[1; 7], &[second], 0);
    draft.rooms(1);
    draft.lessons(&[1; 4], &[], 1);
    draft.away(first, &[3]);
    let instance = draft.done(&[], true);
    let findings = check(&instance);
    assert_eq!(told(&findings), ["Load 7/4", "Load 5/3", "?Supply 4/4"]);
    let code = |id| instance.constraints[id].kind.name();
    let names: Vec<_> = findings[1].constraints.iter().map(|&id| code(id)).collect();
    assert_eq!(names, ["AvoidUnavailableTimes", "AssignTime", "AvoidClashes"]);
    let free = Repair::FreeTimes { resource: first, number: 2, times: vec![TimeId::new(3)] };
    assert_eq!(findings[1].repairs, [free, Repair::LessDemand { resource: first, times: 2 }]);
}
