//! A small school, as a file; tests spoil it where they need a fault.

use std::fmt::Write;

/// Two classes, three teachers and ten slots over two days; everything fits.
pub(crate) fn small() -> String {
    let mut times = String::new();
    for day in ["Mo", "Tu"] {
        for slot in 1..=5 {
            let _ = writeln!(
                times,
                r#"<Time Id="{day}{slot}"><Name>{day} {slot}</Name><Day Reference="{day}"/></Time>"#
            );
        }
    }
    let mut resources = String::new();
    for (code, kind) in
        [("1A", "Class"), ("1B", "Class"), ("Amal", "T"), ("Badr", "T"), ("Chama", "T")]
    {
        let _ = writeln!(
            resources,
            r#"<Resource Id="{code}"><Name>{code}</Name><ResourceType Reference="{kind}"/>
            <ResourceGroups><ResourceGroup Reference="All{kind}"/></ResourceGroups></Resource>"#
        );
    }
    let mut events = String::new();
    for class in ["1A", "1B"] {
        for (subject, teacher) in [("Maths", "Amal"), ("French", "Badr"), ("Arabic", "Chama")] {
            let _ = writeln!(
                events,
                r#"<Event Id="{class}-{subject}"><Name>{subject}</Name><Duration>2</Duration>
                <Resources>
                <Resource Reference="{class}"><ResourceType Reference="Class"/></Resource>
                <Resource Reference="{teacher}"><ResourceType Reference="T"/></Resource>
                </Resources><EventGroups><EventGroup Reference="All"/></EventGroups></Event>"#
            );
        }
    }
    let all_events = r#"<EventGroups><EventGroup Reference="All"/></EventGroups>"#;
    let all_people = r#"<ResourceGroups><ResourceGroup Reference="AllClass"/>
        <ResourceGroup Reference="AllT"/></ResourceGroups>"#;
    let constraint = |kind: &str, required: bool, applies_to: &str, rest: &str| {
        format!(
            r#"<{kind}Constraint Id="{kind}"><Name>{kind}</Name><Required>{required}</Required>
            <Weight>1</Weight><CostFunction>Linear</CostFunction>
            <AppliesTo>{applies_to}</AppliesTo>{rest}</{kind}Constraint>"#
        )
    };
    let days = r#"<TimeGroups><TimeGroup Reference="Mo"/><TimeGroup Reference="Tu"/></TimeGroups>
        <Minimum>0</Minimum><Maximum>0</Maximum>"#;
    format!(
        r#"<?xml version="1.0" encoding="UTF-8"?>
<HighSchoolTimetableArchive><Instances><Instance Id="small">
<MetaData><Name>Small</Name><Contributor/><Date/><Country/><Description/></MetaData>
<Times><TimeGroups><Day Id="Mo"><Name>Monday</Name></Day><Day Id="Tu"><Name>Tuesday</Name></Day>
</TimeGroups>
{times}</Times>
<Resources><ResourceTypes><ResourceType Id="Class"><Name>Class</Name></ResourceType>
<ResourceType Id="T"><Name>Teacher</Name></ResourceType></ResourceTypes>
<ResourceGroups>
<ResourceGroup Id="AllClass"><Name>c</Name><ResourceType Reference="Class"/></ResourceGroup>
<ResourceGroup Id="AllT"><Name>t</Name><ResourceType Reference="T"/></ResourceGroup>
</ResourceGroups>
{resources}</Resources>
<Events><EventGroups><EventGroup Id="All"><Name>All</Name></EventGroup></EventGroups>
{events}</Events>
<Constraints>{}{}{}</Constraints>
</Instance></Instances></HighSchoolTimetableArchive>"#,
        constraint("AssignTime", true, all_events, ""),
        constraint("AvoidClashes", true, all_people, ""),
        constraint("LimitIdleTimes", false, all_people, days),
    )
}

/// The same, but a hard constraint wants the lessons of two slots in pieces of three: impossible.
pub(crate) fn uncuttable() -> String {
    small().replace(
        "</Constraints>",
        r#"<SplitEventsConstraint Id="Split"><Name>Split</Name><Required>true</Required>
        <Weight>1</Weight><CostFunction>Linear</CostFunction>
        <AppliesTo><EventGroups><EventGroup Reference="All"/></EventGroups></AppliesTo>
        <MinimumDuration>3</MinimumDuration><MaximumDuration>4</MaximumDuration>
        <MinimumAmount>1</MinimumAmount><MaximumAmount>1</MaximumAmount>
        </SplitEventsConstraint></Constraints>"#,
    )
}

/// The same with ten slots of lessons more for one class than there are slots: impossible.
pub(crate) fn overfull() -> String {
    small().replace("<Duration>2</Duration>", "<Duration>4</Duration>")
}
