//! The result document: what `--json` prints; its schema is `docs/result.schema.json`.

use crate::input::Input;
use crate::school::SchoolPart;
use crate::tool::{TOOL, Tool};
use crate::{deliver, timetable};
use jadwal_io::words::Words;
use jadwal_model::school::compile::Source;
use jadwal_model::school::figures::{Figures, RoomUse, Spread};
use jadwal_model::{Cost, CostFunction, EventResource, Facts, Instance, Meet, Report, Solution};
use jadwal_solver::{
    Generation, Limits, MoveCount, Outcome, Settings, Status, StoppedBy, TypeWay, Way,
};
use serde::Serialize;

/// The name of the schema that documents of this version follow.
pub(crate) const RESULT: &str = "jadwal/result/1";

/// Which input, and which instance of it.
#[derive(Serialize)]
pub(crate) struct InputPart {
    sha256: String,
    name: String,
    instance: String,
}

impl InputPart {
    pub(crate) fn new(input: &Input, instance: &Instance) -> Self {
        let (sha256, name) = (input.sha256.clone(), input.name.clone());
        Self { sha256, name, instance: instance.code.clone() }
    }
}

#[derive(Serialize)]
pub(crate) struct LimitsPart {
    time_s: Option<f64>,
    max_steps: Vec<Generation>,
    stop_after: Option<u64>,
    target: Option<Cost>,
}

impl From<&Limits> for LimitsPart {
    fn from(limits: &Limits) -> Self {
        Self {
            time_s: limits.time.map(|time| time.as_secs_f64()),
            max_steps: limits.steps.clone(),
            stop_after: limits.stop_after,
            target: limits.target,
        }
    }
}

#[derive(Serialize)]
struct RunPart {
    seed: u64,
    threads: usize,
    lanes: usize,
    limits: LimitsPart,
    steps: u64,
    planned_steps: Vec<Generation>,
    /// Rounds of polishing after each generation.
    polish_rounds: Vec<u64>,
    resource_types: Vec<TypePart>,
    wall_s: f64,
    cpu_s: Option<f64>,
    reproducible: bool,
    repeat: String,
    stopped_by: StoppedBy,
    moves: Vec<MoveCount>,
}

/// How a resource type got its resources.
#[derive(Serialize)]
struct TypePart {
    resource_type: String,
    tightness_per_mille: u32,
    way: Way,
}

#[derive(Serialize)]
pub(crate) struct CostPart {
    hard: i64,
    soft: i64,
    by_constraint: Vec<ConstraintPart>,
}

#[derive(Serialize)]
struct ConstraintPart {
    id: String,
    name: String,
    kind: &'static str,
    required: bool,
    weight: i64,
    function: CostFunction,
    points: usize,
    deviation: i64,
    cost: i64,
}

#[derive(Serialize)]
struct Unplaced {
    event: String,
    duration: u32,
    missing: Vec<String>,
}

#[derive(Serialize)]
struct Lesson {
    event: String,
    duration: u32,
    time: Option<String>,
    resources: Vec<RolePart>,
}

#[derive(Serialize)]
struct RolePart {
    role: Option<String>,
    resource: Option<String>,
}

/// A note that hinders nothing, by its key, in the reader's words.
#[derive(Serialize)]
pub(crate) struct Warning {
    pub(crate) code: &'static str,
    pub(crate) message: String,
}

#[derive(Serialize)]
pub(crate) struct Document {
    schema: &'static str,
    tool: Tool,
    input: InputPart,
    run: RunPart,
    status: Status,
    cost: CostPart,
    bound: Cost,
    gap: Option<f64>,
    unplaced: Vec<Unplaced>,
    warnings: Vec<Warning>,
    lessons: Vec<Lesson>,
    /// The same in the school's words, where the input is a school.
    #[serde(skip_serializing_if = "Option::is_none")]
    timetable: Option<Vec<timetable::Row>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    by_rule: Option<Vec<RulePart>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    figures: Option<FiguresPart>,
    #[serde(skip_serializing_if = "Option::is_none")]
    fairness: Option<FairnessPart>,
}

/// The week of a school in figures.
#[derive(Serialize)]
struct FiguresPart {
    unplaced: u32,
    teacher_gaps: SpreadPart,
    teacher_days: SpreadPart,
    class_gaps: SpreadPart,
    class_afternoons: SpreadPart,
    rooms: Vec<RoomPart>,
}

#[derive(Serialize)]
struct SpreadPart {
    total: u32,
    worst: u32,
}

#[derive(Serialize)]
struct RoomPart {
    room_type: String,
    used: u32,
    there: u32,
}

/// Jain's index of each burden.
#[derive(Serialize)]
struct FairnessPart {
    teacher_gaps: f64,
    teacher_days: f64,
    class_gaps: f64,
    class_afternoons: f64,
}

/// What one rule of a school costs.
#[derive(Serialize)]
struct RulePart {
    rule: String,
    sentence: String,
    hard: i64,
    soft: i64,
}

/// What a run was asked for and how it is repeated.
pub(crate) struct Asked<'a> {
    pub(crate) input: &'a Input,
    pub(crate) instance: &'a Instance,
    pub(crate) settings: &'a Settings,
    pub(crate) limits: &'a Limits,
    pub(crate) repeat: String,
    pub(crate) cpu_s: Option<f64>,
}

impl Document {
    pub(crate) fn new(
        asked: &Asked<'_>,
        outcome: &Outcome,
        warnings: Vec<Warning>,
        words: &Words,
    ) -> Self {
        let facts = &asked.instance.facts;
        let school = asked.input.school.as_deref();
        let lessons = school.map(|part| deliver::lessons(part, asked.instance, &outcome.solution));
        let week = school.zip(lessons.as_deref());
        let figures =
            week.map(|(part, lessons)| part.school.figures(&part.origin.courses, lessons));
        Self {
            schema: RESULT,
            tool: TOOL,
            input: InputPart::new(asked.input, asked.instance),
            run: RunPart {
                seed: asked.settings.seed,
                threads: asked.settings.threads,
                lanes: asked.settings.lanes,
                limits: asked.limits.into(),
                steps: outcome.steps,
                planned_steps: outcome.plan.clone(),
                polish_rounds: outcome.polish.clone(),
                resource_types: outcome.ways.iter().map(|way| TypePart::new(facts, way)).collect(),
                wall_s: outcome.seconds,
                cpu_s: asked.cpu_s,
                reproducible: true,
                repeat: asked.repeat.clone(),
                stopped_by: outcome.stopped_by,
                moves: outcome.moves.clone(),
            },
            status: outcome.status,
            cost: CostPart::new(asked.instance, &outcome.report),
            bound: outcome.lower_bound,
            gap: outcome.gap(),
            unplaced: unplaced(asked.input, facts, &outcome.solution),
            warnings,
            lessons: outcome.solution.meets.iter().map(|meet| lesson(facts, meet)).collect(),
            timetable: week.map(|(part, lessons)| timetable::rows(part, lessons)),
            fairness: figures.as_ref().map(FairnessPart::from),
            figures: school.zip(figures.as_ref()).map(|(part, all)| FiguresPart::new(part, all)),
            by_rule: school.map(|part| by_rule(part, &outcome.report, words)),
        }
    }
}

impl TypePart {
    fn new(facts: &Facts, chosen: &TypeWay) -> Self {
        let resource_type = facts.resource_types[chosen.resource_type].code.clone();
        Self { resource_type, tightness_per_mille: chosen.tightness, way: chosen.way }
    }
}

impl CostPart {
    pub(crate) fn new(instance: &Instance, report: &Report) -> Self {
        let part = |(id, cost): (_, Cost)| {
            let constraint = &instance.constraints[id];
            let here = || report.violations.iter().filter(|other| other.constraint == id);
            ConstraintPart {
                id: constraint.code.clone(),
                name: constraint.name.clone(),
                kind: constraint.kind.name(),
                required: constraint.required,
                weight: constraint.weight,
                function: constraint.function,
                points: here().count(),
                deviation: here().map(|violation| violation.deviation).sum(),
                cost: if constraint.required { cost.hard } else { cost.soft },
            }
        };
        let by_constraint = report.by_constraint().into_iter().map(part).collect();
        Self { hard: report.cost.hard, soft: report.cost.soft, by_constraint }
    }
}

impl FiguresPart {
    fn new(part: &SchoolPart, figures: &Figures) -> Self {
        let spread = |s: &Spread| SpreadPart { total: s.total, worst: s.worst };
        let room = |room: &RoomUse| RoomPart {
            room_type: part.school.room_types[room.room_type].code.clone(),
            used: room.used,
            there: room.there,
        };
        Self {
            unplaced: figures.unplaced,
            teacher_gaps: spread(&figures.teacher_gaps),
            teacher_days: spread(&figures.teacher_days),
            class_gaps: spread(&figures.class_gaps),
            class_afternoons: spread(&figures.class_afternoons),
            rooms: figures.rooms.iter().map(room).collect(),
        }
    }
}

impl From<&Figures> for FairnessPart {
    fn from(figures: &Figures) -> Self {
        Self {
            teacher_gaps: figures.teacher_gaps.fairness,
            teacher_days: figures.teacher_days.fairness,
            class_gaps: figures.class_gaps.fairness,
            class_afternoons: figures.class_afternoons.fairness,
        }
    }
}

fn by_rule(part: &SchoolPart, report: &Report, words: &Words) -> Vec<RulePart> {
    let costs = deliver::by_source(part, report).into_iter();
    let row = |(source, cost): (Source, Cost)| RulePart {
        rule: match source {
            Source::Basic(basic) => basic.name().to_owned(),
            Source::Rule(rule) => part.school.rules[rule].code.clone(),
        },
        sentence: words.source(&part.school, source),
        hard: cost.hard,
        soft: cost.soft,
    };
    costs.map(row).collect()
}

/// How many meets lack a time or a resource.
pub(crate) fn unplaced_meets(input: &Input, facts: &Facts, solution: &Solution) -> usize {
    unplaced(input, facts, solution).len()
}

fn unplaced(input: &Input, facts: &Facts, solution: &Solution) -> Vec<Unplaced> {
    let optional =
        |event, at| input.school.as_ref().is_some_and(|part| part.origin.is_optional(event, at));
    let mut all = Vec::new();
    for meet in &solution.meets {
        let event = &facts.events[meet.event];
        let mut missing: Vec<String> = Vec::new();
        if meet.time.is_none() {
            missing.push("time".to_owned());
        }
        for (at, (role, resource)) in roles(&event.resources, meet).enumerate() {
            let lacks = resource.is_none() && !optional(meet.event, at);
            missing.extend(role.role.clone().filter(|_| lacks));
        }
        if !missing.is_empty() {
            all.push(Unplaced { event: event.code.clone(), duration: meet.duration, missing });
        }
    }
    all
}

fn lesson(facts: &Facts, meet: &Meet) -> Lesson {
    let event = &facts.events[meet.event];
    let resources = roles(&event.resources, meet).map(|(role, resource)| RolePart {
        role: role.role.clone(),
        resource: resource.map(|id| facts.resources[id].code.clone()),
    });
    Lesson {
        event: event.code.clone(),
        duration: meet.duration,
        time: meet.time.map(|time| facts.times[time].code.clone()),
        resources: resources.collect(),
    }
}

fn roles<'a>(
    roles: &'a [EventResource],
    meet: &'a Meet,
) -> impl Iterator<Item = (&'a EventResource, Option<jadwal_model::ResourceId>)> {
    roles.iter().zip(&meet.tasks).map(|(role, &task)| (role, role.preassigned.or(task)))
}
