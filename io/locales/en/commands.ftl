# What the commands say. $what and $found are names, paths or messages of the system.

config-file = `{ $what }` is not valid: { $found }
config-value = `{ $what }` has a value that is not valid: { $found }
setting = `{ $what }` is out of its range: { $found }
too-many-times = the instance has { $found } times; at most { $what } can be searched
output-unwritable = cannot write `{ $what }`: { $found }
output-folder = `{ $what }` is a folder; give the name of a file in it
output-no-folder = cannot write `{ $what }`: there is no folder `{ $found }`
output-not-allowed = cannot write `{ $what }`: you may not write there
json-and-data = `{ $what }` and `{ $found }` both want standard output; choose one
stdin-twice = `{ $what }` and `{ $found }` are both standard input; name a file for one of them
show-unknown = no resource `{ $what }` to show; expected a code of the instance, or { $found }
show-nobody = there is no class, teacher or room `{ $what }` to show; expected a code of the school, or { $found }
start-empty = `{ $what }` holds no solution for instance `{ $found }`
instance-unknown = no instance `{ $what }` in the file; it holds { $found }
suite = the suite `{ $what }` is not valid: { $found }
suite-unknown = the suite `{ $what }` has no instance named `{ $found }`
suite-twice = the suite `{ $what }` has two instances named `{ $found }`; give one of them another name
baseline = `{ $what }` is not a recorded campaign: { $found }
bench-no-limit = `{ $what }` has no limit; give --time-limit or --max-steps, or write one in the suite
bench-not-trend = `{ $what }` is not a file of campaigns: { $found }
system-error = the system refused: { $found }
internal-error = an internal error: this is a fault of jadwal, not of the input

phase-construct = placing
phase-search = searching
phase-polish = polishing
phase-prove = proving
phase-finish = finishing

status-optimal = optimal: no timetable costs less
status-feasible = complete: no hard constraint is violated
status-infeasible = not complete: hard constraints are violated
status-impossible = impossible: no timetable satisfies all hard constraints; this is the best found
stopped-steps = all planned steps done
stopped-time = time limit reached
stopped-target = target reached
stopped-cancel = stopped on request
stopped-optimal = nothing left to improve

summary-status = { $instance }: { $status } (hard { $hard }, soft { $soft })
summary-run = { $stopped }: { $steps } steps in { $seconds } s
summary-unplaced = { $n ->
    [one] { $n } lesson lacks a time or a resource
   *[other] { $n } lessons lack a time or a resource
}
summary-bound = no timetable costs less than { $bound }
summary-bound-gap = no timetable costs less than { $bound } (gap { $gap })
summary-way-joint = { $type }: up to { $percent } % wanted at once, so chosen together with the times
summary-way-each-step = { $type }: up to { $percent } % wanted at once, matched with the lessons of each time at every step
summary-way-afterwards = { $type }: up to { $percent } % wanted at once, so matched exactly once more after the times
bound-arithmetic = by counting: { $bound } ({ $seconds } s)
bound-linear = by a linear programme of { $columns } columns and { $rows } rows: { $bound } ({ $seconds } s)
bound-integer = by the integer programme: { $bound } ({ $seconds } s)
bound-optimal = { $cost } is optimal: no timetable costs less
summary-constraints = Cost by constraint
summary-worst = Worst violations
summary-more = { $n ->
    [one]   and { $n } more
   *[other]   and { $n } more
}
summary-repeat = The same timetable again:
table-hard = hard
table-soft = soft
table-points = times
table-constraint = constraint

written = written: { $file }
not-written = nothing was placed, so `{ $file }` was not written
fet-left-out = { $n ->
    [one] one rule or course is not said in full in the FET file: { $codes }
   *[other] { $n } rules and courses are not said in full in the FET file: { $codes }
}
fet-kept = { $n ->
    [one] one constraint has no meaning here and does not count; it is kept and written again: { $kinds }
   *[other] { $n } constraints have no meaning here and do not count; they are kept and written again: { $kinds }
}
fet-csv-week = FET's CSV files say nothing of constraints other than the days between parts of one activity: who is absent but teachers in `_teacher_not_available.csv`, rooms and wishes are not counted here; days and hours are those that the files name
fet-csv-default = FET's CSV files say nothing of constraints other than the days between parts of one activity, and these say nothing of days and hours: 5 days of 8 hours are taken; put the timetable that FET exports (`_timetable.csv`) beside them, or take the `.fet` file
fet-kept-kind = { $kind } ({ $n })
foreign-left-out = not everything in the file counts here as it does there: { $kinds }
asc-unsaid = the XML of aSc Timetables says nothing of who is absent when, nor of any other wish or limit: those do not count here; `jadwal convert` makes a school.toml of the file, to which they can be added
asc-left-out = { $n ->
    [one] one rule, course or room is not said in full in the file of aSc: { $codes }
   *[other] { $n } rules, courses and rooms are not said in full in the file of aSc: { $codes }
}
left-terms = lessons of some terms, here held all year ({ $n })
left-weeks = lessons of some weeks of more than two, here held every week ({ $n })
left-fraction = lessons whose periods a week are no whole number, here rounded up ({ $n })
left-short = lessons with fewer periods than one card has, here one card ({ $n })
left-no-periods = lessons without periods, here not held ({ $n })
left-days-together = lessons on several days at once, here on any of them ({ $n })
left-seminars = lessons for those who chose them, here for whole groups ({ $n })
left-choices = choices of pupils ({ $n })
left-groups = groups that attend no lesson ({ $n })
left-unplaced = placed lessons without a day or a period ({ $n })
left-day-bells = clock times of single days ({ $n })
left-table = rows of `{ $table }` ({ $n })
left-ignored = lessons that are to be ignored, here not held ({ $n })
left-coupled = lessons in several subjects at once, here one lesson in all of them ({ $n })
left-lesson-groups = lessons of a lesson group, here held every week ({ $n })
left-limits = classes and teachers with limits of hours, free periods or lunch ({ $n })
left-wishes = wishes to have lessons at a time ({ $n })
left-second-week = lessons of week B that take turns with no other, here shown in week A ({ $n })
left-lines = lines of a lesson with other periods, blocks or double periods than its first line, which counts here ({ $n })
left-blocks = blocks and double periods beyond the periods of their lesson, here not formed ({ $n })
left-timeless = time wishes without a day or a period, here not counted ({ $n })
untis-unsaid = Untis's files do not have the time grid: days and periods are those that the files name, from Monday on and without a lunch break; weights and other wishes than those for times do not count here
untis-default = Untis's files do not have the time grid, and no lesson of these is placed: Monday to Friday with 8 periods are taken, and more where wishes name them; put the timetable (GPU001.TXT) beside them
untis-left-out = { $n ->
    [one] one rule, course or room is not said in full in Untis's files: { $codes }
   *[other] { $n } rules, courses and rooms are not said in full in Untis's files: { $codes }
}
other-instances = { $n ->
    [one] the file holds { $n } other instance, which was not solved
   *[other] the file holds { $n } other instances, which were not solved
}

check-instance = { $instance }: valid
check-name = name: { $name }
check-times = times: { $times }, days: { $days }
check-resources = { $type }: { $n }
check-events = events: { $events }, together { $slots } slots
check-open = open: { $times } events without a fixed time, { $roles } roles without a fixed resource
check-constraints = constraints: { $hard } hard, { $soft } soft
check-kind = { $kind }: { $hard } hard, { $soft } soft
check-fet-weights = weights below 100 % cost by `{ $name }` (--fet-weights)
check-solutions = { $group }: { $n ->
    [one] { $n } solution
   *[other] { $n } solutions
}
check-warning-events = `{ $instance }` has no events: there is nothing to timetable
check-warning-constraints = `{ $instance }` has no constraints: every timetable costs nothing
check-warning-weight = constraint `{ $constraint }` has weight 0 and costs nothing

bench-row = { $instance }, seed { $seed }: { $cost } ({ $steps } steps, { $seconds } s)
bench-missing = no file `{ $file }`
bench-skipped = skipped: { $instance } ({ $found })
bench-miscounted = FALSE: { $instance }: the solver claims { $found }, counting gives { $expected }
bench-bound-cost = FALSE: { $instance }: bound { $found } is above the cost found, { $expected }
bench-bound-known = FALSE: { $instance }: bound { $found } is above the best known cost, { $expected }
bench-target = target missed: { $instance }: median { $found }, expected { $expected }
bench-worse = WORSE: { $instance }: median { $found }, the baseline has { $expected }
bench-absent = not compared: { $instance } is in the baseline ({ $expected }) but was not run
bench-incomparable = not compared: { $instance } was run with other limits, lanes or threads than the baseline
bench-head-instance = instance
bench-head-known = best known
bench-head-target = target
bench-head-runs = runs
bench-head-min = min
bench-head-median = median
bench-head-max = max
bench-head-gap = median to known
bench-head-hard-0 = hard 0 after
bench-head-best = best after
bench-head-speed = steps/s
bench-limit-time = { $seconds } s
bench-limit-steps = { $steps } steps
bench-head-limit = limit
bench-head-reference = reference
bench-head-lower = lower quartile
bench-head-upper = upper quartile
bench-head-primal-gap = gap
bench-head-primal = primal integral
bench-head-memory = memory
bench-head-before = before
bench-head-after = after
bench-head-difference = difference
bench-head-seeds = seeds better / worse / equal
bench-head-outcome = outcome
bench-head-date = date
bench-head-commit = commit
bench-head-lanes = lanes / threads
bench-report = Campaign: { $suite }
bench-report-machine = { $lanes } lanes on { $threads } threads.
bench-report-costs = Costs and times
bench-report-costs-note = Costs are hard/soft; quartiles are over the seeds. `*`: the suite names no best known cost, so the best of this campaign is the reference. The time to hard 0 is the median of the runs that reached it, with their number. The primal integral is the mean gap over the whole limit: median (quartiles).
bench-report-gaps = Distance to the reference
bench-report-fall = Best cost over time
bench-report-moves = Moves
bench-report-moves-note = For each kind of move: how many were tried a second, how many of them were kept, and its share of all improvements.
bench-chart-gap = primal gap: median and quartiles of the seeds; a hollow point still has hard cost above the reference
bench-chart-time = seconds (logarithmic)
bench-chart-steps = steps of each lane (logarithmic)
bench-chart-hard = hard cost: median, with the band of the quartiles
bench-chart-soft = soft cost, once the hard cost is { $hard }
bench-chart-known = best known { $cost }
bench-chart-found = best found { $cost }
bench-compare-machine = Note: the two campaigns were run with different lanes or threads.
bench-compare-unpaired = Not compared: nothing was run within { $limit } in both campaigns.
bench-compare-absent = LOST: { $instance } was run before and not after.
bench-test = Signed-rank test of Wilcoxon over the { $n } instances whose medians differ: ranks for better { $better }, for worse { $worse }; two-sided p = { $p } ({ $how }).
bench-test-exact = exact
bench-test-normal = normal approximation
bench-accepted = ACCEPTED: { $wins } won, { $losses } lost, { $ties } equal; at most { $most } may be lost.
bench-refused = REFUSED: { $wins } won, { $losses } lost, { $ties } equal; at most { $most } may be lost.
bench-win = won
bench-loss = LOST
bench-tie = equal
bench-trend = Medians, campaign by campaign
bench-trend-note = Costs are hard/soft; ↓ is better than the campaign before, ↑ worse.

output-needs-school = `{ $what }` needs a school, and `{ $found }` is not one; give a school.toml
output-needs-ctt = `{ $what }` needs an instance of course timetabling, and `{ $found }` is not one; give a .ctt file
output-no-pdf = `{ $what }`: this build writes no PDF; build it with `{ $found }`
not-in-xhstt = `{ $what }`: XHSTT cannot say the rule { $found }; write .json or .html instead
start-part = { $n ->
    [one] { $file }: { $n } thing in it is not in the school any more and was left out
   *[other] { $file }: { $n } things in it are not in the school any more and were left out
}
row-other = course { $course }, lesson { $lesson }: { $column } is { $found }, but the school has { $expected }
row-locked = course { $course }, lesson { $lesson }: { $column } is { $found }, but the lesson is fixed at { $expected }
row-hours = course { $course }: its lessons make up { $found } slots, but the school has { $expected }
row-twice = course { $course }, lesson { $lesson } stands twice
row-unknown = course { $course } has no lesson { $lesson }
output-ending = `{ $what }`: expected a file that ends in { $found }
output-is-input = `{ $what }` is not written: it is what was read; give the file to write another name
calendar-flags = a calendar needs { $what }
calendar-reversed = the calendar would begin on { $what } and end before it, on { $found }
calendar-week-a = weeks A and B take turns in this school: give { $what } with any date in a week A
calendar-no-clock = slot { $what } has no clock time; give the school a bell schedule
format-other = `{ $what }` names another format than `{ $found }` has
profile-unknown = no profile `{ $what }`; expected { $found }
profile-failed = the profile `{ $what }` gave no school: { $found }
flaw-unknown = no kind of impossibility `{ $what }`; expected { $found }
flaw-unsuitable = this impossibility does not suit the profile `{ $what }`; expected { $found }

check-nothing = nothing was found that cannot work
check-proved = IMPOSSIBLE: { $finding }
check-likely = tight: { $finding }
check-because =   because: { $rule }
check-repair =   would help: { $repair }
sheets-rules = What the rules cost
sheets-total = All together
sheets-cost = hard { $hard }, soft { $soft }
