# What a check found, and what would help.

finding-no-cut = { $lessons }: its hours cannot be cut into lessons as asked for
finding-no-start = { $lessons }: there is no time at which it can be held (away at some of them: { $who })
finding-no-candidate = { $lessons }: nobody and no room is right for it (right but away: { $who })
finding-no-teacher = { $lessons }: no teacher can give { $subject }: { $hours } h a week have nobody (right but away: { $who })
finding-no-room = { $lessons }: no room is right for it (right but taken: { $who })
finding-fixed-clash = { $who }: fixed lessons overlap at { $times }: { $lessons }
finding-load = { $who }: { $needed } h to attend, but only { $available } h when possible
finding-crowded = { $who }: { $lessons } need { $needed } h, but can only be at { $times }: { $available } h
finding-long-meets = { $who }: { $needed } lessons of { $length } h or longer, room for { $available }: { $lessons }
finding-lengths = { $who }: the lengths of the lessons do not fill the free hours: { $needed } h needed, { $available } h usable
finding-limits = { $who }: { $needed } h to attend, but the rules leave { $available } h
finding-too-little = { $who }: { $available } h in all, but whoever comes has to have at least { $needed } h
finding-too-few-groups = { $who }: has to come { $needed } times, can only { $available } times: { $times }
finding-spread = { $lessons }: { $needed } lessons, but at most { $available } may start in { $times }
finding-spread-least = { $lessons }: { $available } lessons, but at least { $needed } have to start in { $times }
finding-shared = { $who } would be needed in several lessons at once: { $lessons }
finding-no-common-times = { $lessons }: held at once, but they have only { $available } h in common of { $needed }
finding-unequal = { $lessons }: held at once, but not equally long
finding-at-once = { $lessons }: held at once and need { $needed }, there are { $available }: { $who }
finding-supply = { $needed } h wanted of { $available } h there are: { $who }; by { $lessons }
finding-supply-at = at { $times } { $needed } h are wanted of { $available } h there are: { $who }; by { $lessons }
finding-workload = { $who }: { $needed } to give, { $available } allowed
finding-workload-least = { $who }: has to give { $needed }, there is only { $available }
finding-workload-supply = teachers are missing: { $needed } wanted, { $available } left: { $who }; for { $lessons }

repair-exceptions = allow { $n } more days of exception to { $who }
repair-free-times = free { $n } h of { $who } among { $times }
repair-allow-times = let { $lessons } be held at other times
repair-move-fixed = unlock { $lessons }
repair-add = { $n } more like { $who }
repair-candidates = let others take { $lessons }
repair-less = take { $n } h away from { $who }
repair-cut = cut { $lessons } into other lessons
repair-ease = ease the rule: { $rule }
