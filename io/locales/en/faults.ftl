# Faults of a file: what is wrong, and under the same name with `hint-`, what to do.

list-or = or
list-comma = ,
list-none = nothing

term-time = time
term-time-group = time group
term-resource = resource
term-resource-type = resource type
term-resource-group = resource group
term-event = event
term-event-group = event group
term-course = course
term-day = day
term-week = week
term-constraint = constraint
term-instance = instance
term-solution-group = solution group
term-a-whole-number = a whole number
term-true-or-false = `true` or `false`
term-a-workload-of = a workload of
term-the-weight = the weight
term-a-limit-of = a limit of

fault-io = the file cannot be read: { $found }
fault-not-found = there is no such file
fault-not-allowed = you may not read this file
fault-encoding = the encoding `{ $found }` is unknown, expected UTF-8 or ISO-8859-1
fault-not-utf8 = the byte { $found } is not UTF-8
fault-control = the control character { $found } may not stand in a text
fault-empty = the file is empty, expected an element `{ $expected }`
fault-root = found the root element `{ $found }`, expected `{ $expected }`
fault-unclosed = the file ends inside `{ $expected }`, expected `</{ $expected }>`
fault-mismatched = found `</{ $found }>`, expected `</{ $expected }>`
fault-after-end = found `{ $found }` after the end of the archive
fault-markup = this is not well-formed XML: { $found }
fault-entity = the entity `&{ $found };` is unknown
fault-too-long = one piece of text is longer than { $maximum } bytes
fault-too-many = `{ $element }` has more than { $maximum } elements inside
fault-too-deep = elements are nested more than { $maximum } deep
fault-element = `{ $parent }` has an element `{ $found }`, expected { $expected }
fault-twice = `{ $parent }` has `{ $found }` twice
fault-text = `{ $parent }` has the text `{ $found }`, expected { $expected }
fault-missing-element = `{ $parent }` has no element `{ $expected }`
fault-missing-attribute = `{ $element }` has no attribute `{ $expected }`
fault-value = `{ $element }` is `{ $found }`, expected { $expected }
fault-range = `{ $element }` is { $found }, expected { $expected }
fault-reference = there is no { $kind } `{ $found }`
fault-role = event `{ $event }` has no role `{ $found }`, expected { $expected }
fault-role-twice = the role `{ $found }` of event `{ $event }` is filled twice
fault-no-role = event `{ $event }` has resource `{ $found }` without a role
fault-instance = there is no instance `{ $found }`, expected { $expected }
fault-no-instance = the archive holds no instance
fault-no-solution = the archive holds no solution
fault-other-facts = the file holds another instance under the same identifier

fault-invalid-empty-code = a { $kind } has an empty identifier
fault-invalid-duplicate = { $kind } `{ $found }` is defined twice
fault-invalid-no-times = the instance `{ $instance }` has no times, expected at least one
fault-invalid-duration = event `{ $event }` has duration { $found }, expected { $expected }, the times of the cycle
fault-invalid-past-end = event `{ $event }` lasts { $duration } times from its fixed time `{ $found }`, which is past the end of the cycle
fault-invalid-role-twice = event `{ $event }` has the role `{ $found }` twice
fault-invalid-role-missing = event `{ $event }` asks for a resource of type `{ $kind }` without a role
fault-invalid-resource-type = `{ $owner }` has resource `{ $resource }` of type `{ $found }`, expected type `{ $expected }`
fault-invalid-range = `{ $constraint }` has minimum { $minimum } and maximum { $maximum }, expected minimum <= maximum
fault-invalid-number = `{ $owner }` has { $what } { $found }, expected { $expected }
fault-invalid-workload-units = the workloads of event `{ $event }` cannot be shared out over its duration in whole units together with those before it

fault-unfit-duration = the meets of event `{ $event }` last { $found } times, expected { $expected }
fault-unfit-empty = a meet of event `{ $event }` has duration 0, expected at least 1
fault-unfit-past-end = a meet of event `{ $event }` starts at `{ $found }` and lasts { $duration } times, which is past the end of the cycle
fault-unfit-time = a meet of event `{ $event }` starts at `{ $found }`, expected its fixed time `{ $expected }`
fault-unfit-preassigned = event `{ $event }` has `{ $found }` in place of its fixed resource `{ $expected }`
fault-unfit-resource-type = event `{ $event }` has resource `{ $found }` in role `{ $role }`, expected one of type `{ $expected }`

hint-not-found = maybe the path is wrong
hint-not-allowed = maybe ask its owner for the permission
hint-encoding = maybe save the file as UTF-8
hint-not-utf8 = maybe it is ISO-8859-1: declare `encoding="ISO-8859-1"`, or save it as UTF-8
hint-control = maybe delete the character
hint-empty = maybe the file was cut off; copy or download it again
hint-root = maybe this is a file of another format
hint-unclosed = maybe the file was cut off; copy or download it again
hint-mismatched = maybe a tag was changed by hand; an XML editor shows where
hint-markup = maybe a tag was changed by hand; an XML editor shows where
hint-entity = maybe write the character itself, or `&amp;` for `&`
hint-too-long = maybe a quotation mark or an end tag is missing
hint-reference = maybe define the { $kind } before this place, or correct the reference
hint-reference-nearest = maybe the { $kind } `{ $nearest }` is meant
hint-instance = maybe these are solutions of another file
hint-no-instance = maybe this file holds solutions only; give the file of the instance
hint-no-solution = maybe this file holds an instance only; give the file of the solutions
hint-invalid-duplicate = maybe one of the two should have another identifier
hint-invalid-duration = maybe the event should be cut into several, or the cycle should have more times
hint-unfit-duration = maybe these are solutions of an older version of the instance
hint-other-facts = maybe these are solutions of an older version of the instance
