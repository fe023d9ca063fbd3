# What a timetable breaks, in words. $who, $role, $resource and the like are codes or names;
# $n is the deviation.

slots = { $n ->
    [one] { $n } slot
   *[other] { $n } slots
}

who-event = event { $event }
who-role = event { $event } ({ $role })
who-group = event group { $group }
who-pair = events { $first } and { $second }
who-groups = event groups { $first } and { $second }
who-three-groups = event groups { $first }, { $second } and { $third }
who-resource = { $type } { $resource }

violation-line = { $sentence }; constraint { $constraint } ({ $code })

hard-cost = hard { $cost }
soft-cost = soft { $cost }

violation-AssignTime = { $who }: { slots } without a time
violation-AssignResource = { $who }: { slots } without a resource
violation-SplitEvents = { $who }: cut into wrong pieces, off by { $n }
violation-DistributeSplitEvents = { $who }: number of pieces of duration { $duration } off by { $n }
violation-PreferTimes = { $who }: { slots } start outside the preferred times
violation-PreferResources = { $who }: { slots } with a resource that is not preferred
violation-AvoidSplitAssignments = { $who }: { $n ->
        [one] { $n } resource
       *[other] { $n } resources
    } too many share it
violation-SpreadEvents = { $who }: badly spread over the week, off by { $n }
violation-LinkEvents = { $who }: { slots } at which only some of its events run
violation-OrderEvents = { $who }: wrong order or distance, off by { slots }
violation-AvoidClashes = { $who }: { slots } too many at the same time
violation-AvoidUnavailableTimes = { $who }: busy in { slots } that should be free
violation-LimitIdleTimes = { $who }: idle time off its limit by { slots }
violation-ClusterBusyTimes = { $who }: number of busy days off its limit by { $n }
violation-LimitBusyTimes = { $who }: lessons on busy days off their limit by { slots }
violation-LimitWorkload = { $who }: workload off its limit by { $n }
violation-LimitBusyPairs = { $who }: busy in both parts, off by { $n }
violation-SeparateEvents = { $who }: too close together, off by { $n }
violation-AvoidTogether = { $who }: together where they should not be, { $n } times
violation-OrderWithin = { $who }: in the wrong order, { $n } times
violation-LimitTravel = { $who }: changes of place beyond those allowed: { $n }
violation-LimitCrowding = { $who }: too many for the place, { $n } without a seat
violation-AvoidIsolatedTimes = { $who }: { slots } with nothing right before or after
violation-WorstOf = { $who }: the worst of several parts is off by { $n }

kind-AssignTime = give every lesson a time
kind-AssignResource = give every lesson its resources
kind-SplitEvents = cut events into pieces
kind-DistributeSplitEvents = pieces of one duration
kind-PreferTimes = preferred times
kind-PreferResources = preferred resources
kind-AvoidSplitAssignments = one resource for the whole event
kind-SpreadEvents = spread over the week
kind-LinkEvents = together at the same times
kind-OrderEvents = one after the other
kind-AvoidClashes = never two at once
kind-AvoidUnavailableTimes = unavailable times
kind-LimitIdleTimes = idle times
kind-ClusterBusyTimes = number of busy days
kind-LimitBusyTimes = lessons on a busy day
kind-LimitWorkload = workload
kind-LimitBusyPairs = one of two parts only
kind-SeparateEvents = events far apart
kind-AvoidTogether = never together
kind-OrderWithin = order within a day
kind-LimitTravel = few changes of place
kind-LimitCrowding = a place for everybody
kind-AvoidIsolatedTimes = no lesson on its own
kind-WorstOf = counted at the worst part
