# The rules of a school in plain sentences, and what a timetable breaks of them.

of-classes = classes
of-teachers = teachers
of-rooms = rooms
of-lessons = lessons
per-half-day = half-day
per-day = day
per-week = week

rule-unavailable = not there at { $times } ({ $of })
rule-pedagogical-half-day = teachers are free at { $times } for meetings of their subject
rule-half-day-only = teachers come in the morning or in the afternoon of a day, not both; days of exception: { $n }
rule-least-in-half-day = whoever comes for a half-day has at least { $n } h in it ({ $of })
rule-gaps = at most { $n } free slots between lessons in a { $per } ({ $of })
rule-most-hours = at most { $n } h in a { $per } ({ $of })
rule-most-in-a-row = at most { $n } h in a row ({ $of })
rule-least-hours = at least { $n } h in the week ({ $of })
rule-most-days = lessons on at most { $n } days ({ $of })
rule-most-afternoons = lessons on at most { $n } afternoons ({ $of })
rule-free-half-days = at least { $n } half-days free ({ $of })
rule-free-half-days-among = at least { $n } half-days free among { $times } ({ $of })
rule-different-days = lessons of one course are on different days
rule-most-lessons = at most { $n } lessons of one course in a { $per }
rule-days-apart = lessons of one course are at least { $n } days apart
rule-days-within = lessons of one course are on days at most { $n } apart
rule-hours-apart = lessons of one course are at least { $n } clock hours apart
rule-subjects-apart = a class does not have { $first } and { $second } in the same { $per }
rule-not-all = no { $per } has lessons of each of these lists: { $lists }
rule-only-at = lessons are held only at { $times }
rule-not-at = lessons are not held at { $times }
rule-most-first-slots = at most { $n } half-days begin at the very first slot ({ $of })
rule-most-last-slots = at most { $n } half-days last to the very last slot ({ $of })
rule-same-start = these courses are held at the same time
rule-groups-in-turn-parallel = groups ({ $division }) have { $subjects } at the same time and exchange them at another
rule-groups-in-turn-swap = groups ({ $division }) have { $subjects } at the same time and exchange them at once, in the same half-day
rule-groups-in-turn-alternate = groups ({ $division }) have { $subjects } at the same time and exchange them every other week
rule-alternate = { $first } in week A and { $second } in week B, in the same slots
rule-before = { $first } comes before { $second }
rule-follows = { $second } follows { $first } at once
rule-home-room = classes stay in their home room
rule-few-rooms = few different rooms ({ $of })
rule-same-room = the same room in lessons in a row ({ $of })
rule-same-room-apart = the same room in lessons with fewer than { $n } free rows between them ({ $of })
rule-most-room-changes = at most { $n } changes of room in a { $per } ({ $of })
rule-in-rooms = held in one of these rooms: { $rooms }
rule-also-in = one of these rooms besides: { $rooms }
rule-no-travel = no change of building between two lessons in a row ({ $of })
rule-no-travel-apart = no change of building between two lessons with fewer than { $n } free rows between them ({ $of })
rule-most-travel = at most { $n } changes of building in a { $per } ({ $of })
rule-capacity = the room takes all pupils
rule-balanced-days = { $n } to { $most } h on each day with lessons (classes)
rule-gaps-through-day = at most { $n } free slots from the first lesson of a day to the last, lunch included ({ $of })
rule-most-half-days = lessons in at most { $n } half-days ({ $of })
rule-rest = at least { $n } h free from the last lesson of a day to the first of the next ({ $of })
rule-rest-half-day = at least { $n } h free between morning and afternoon ({ $of })
rule-least-days-day = lessons on at least { $n } days ({ $of })
rule-least-days-half-day = lessons in at least { $n } half-days ({ $of })
rule-least-days-week = lessons in the week ({ $of })
rule-least-in-day = whoever comes on a day has at least { $n } h on it ({ $of })
rule-span = at most { $n } slots from the first lesson of a { $per } to the end of the last ({ $of })
rule-early-starts = lessons begin with the first slot of a { $per }, or with the second at most { $n } times a week ({ $of })
rule-most-half-days-in-a-row = at most { $n } half-days with lessons one after another ({ $of })
rule-adjoining = lessons of one course that fall on one day, two at most, follow one another
rule-grouped = these lessons follow one another in one half-day, in any order
rule-not-together = these lessons are never at the same time
rule-most-at-once = at most { $n } of these lessons at the same time
rule-same-period = these lessons begin with the same period, on whatever day
rule-starts-at = lessons begin only at { $times }
rule-first-of = these lessons are the first of the { $per } ({ $of })
rule-last-of = these lessons are the last of the { $per } ({ $of })
rule-before-within = in a { $per } with both, { $first } comes before { $second }

strength-hard = must hold
strength-soft = weight { $n }
scope-all = everyone
scope-list = { $what }: { $list }
scope-levels = levels
scope-audience = classes and groups
scope-subjects = subjects
scope-teachers = teachers
scope-rooms = rooms
scope-courses = courses
scope-within = only at
rule-line = { $rule } — { $scope } — { $strength }

basic-placed = every lesson has its time
basic-inside-half-day = a lesson stays inside one half-day
basic-cut = hours are cut into lessons as asked for
basic-has-room = every lesson has its room
basic-right-room = the room is one that the lesson may have
basic-has-teacher = every course has its teacher
basic-right-teacher = the teacher has the subject
basic-one-teacher = one teacher gives all lessons of a course
basic-service = nobody teaches more than the service and the overtime
basic-pupils-once = no pupil has two lessons at once
basic-teachers-once = no teacher has two lessons at once
basic-rooms-once = a room holds no more lessons at once than it can

someone-class = class { $code }
someone-part = class { $code }, pupils of { $groups }
someone-teacher = teacher { $code }
someone-teacher-named = teacher { $name } ({ $code })
someone-room = room { $code }
someone-lessons = { $n } lessons together
someone-courses = { $list }
more-of = and { $n } more

unit-slot = { $n ->
    [one] { $n } slot
   *[other] { $n } slots
}
unit-hour = { $n } h
unit-day = { $n ->
    [one] { $n } day
   *[other] { $n } days
}
unit-half-day = { $n ->
    [one] { $n } half-day
   *[other] { $n } half-days
}
unit-lesson = { $n ->
    [one] { $n } lesson
   *[other] { $n } lessons
}
unit-room = { $n ->
    [one] { $n } room
   *[other] { $n } rooms
}
unit-change = { $n ->
    [one] { $n } change
   *[other] { $n } changes
}
unit-time = { $n ->
    [one] { $n } time
   *[other] { $n } times
}

broken-line = { $who }: { $rule } (off by { $amount })
