# Ce qu'un emploi du temps enfreint, en mots.

slots = { $n ->
    [one] { $n } créneau
   *[other] { $n } créneaux
}

who-event = séance { $event }
who-role = séance { $event } ({ $role })
who-group = groupe de séances { $group }
who-pair = séances { $first } et { $second }
who-groups = groupes de séances { $first } et { $second }
who-three-groups = groupes de séances { $first }, { $second } et { $third }
who-resource = { $type } { $resource }

violation-line = { $sentence } ; contrainte { $constraint } ({ $code })

hard-cost = dur { $cost }
soft-cost = souple { $cost }

violation-AssignTime = { $who } : { slots } sans horaire
violation-AssignResource = { $who } : { slots } sans ressource
violation-SplitEvents = { $who } : mal découpée, écart de { $n }
violation-DistributeSplitEvents = { $who } : nombre de morceaux de durée { $duration }, écart de { $n }
violation-PreferTimes = { $who } : { slots } hors des horaires préférés
violation-PreferResources = { $who } : { slots } avec une ressource non préférée
violation-AvoidSplitAssignments = { $who } : partagée entre trop de ressources, { $n } de trop
violation-SpreadEvents = { $who } : mal répartis sur la semaine, écart de { $n }
violation-LinkEvents = { $who } : { slots } où une partie seulement des séances a lieu
violation-OrderEvents = { $who } : ordre ou distance non respectés, écart de { slots }
violation-AvoidClashes = { $who } : { slots } de trop au même moment
violation-AvoidUnavailableTimes = { $who } : pris pendant { slots } qui devraient être libres
violation-LimitIdleTimes = { $who } : trous hors limite, écart de { slots }
violation-ClusterBusyTimes = { $who } : nombre de jours occupés hors limite, écart de { $n }
violation-LimitBusyTimes = { $who } : charge des jours occupés hors limite, écart de { slots }
violation-LimitWorkload = { $who } : service hors limite, écart de { $n }
violation-LimitBusyPairs = { $who } : occupé dans les deux parties, écart de { $n }
violation-SeparateEvents = { $who } : trop rapprochées, écart de { $n }
violation-AvoidTogether = { $who } : réunis où ils ne devraient pas l'être, { $n } fois
violation-OrderWithin = { $who } : dans le mauvais ordre, { $n } fois
violation-LimitTravel = { $who } : changements de lieu en trop : { $n }
violation-LimitCrowding = { $who } : trop de monde pour le lieu, { $n } sans place
violation-AvoidIsolatedTimes = { $who } : { slots } sans rien juste avant ni juste après
violation-WorstOf = { $who } : la pire de plusieurs parties a un écart de { $n }

kind-AssignTime = un horaire pour chaque séance
kind-AssignResource = des ressources pour chaque séance
kind-SplitEvents = découpage des séances
kind-DistributeSplitEvents = morceaux d'une même durée
kind-PreferTimes = horaires préférés
kind-PreferResources = ressources préférées
kind-AvoidSplitAssignments = une seule ressource par séance
kind-SpreadEvents = répartition sur la semaine
kind-LinkEvents = ensemble aux mêmes moments
kind-OrderEvents = l'une après l'autre
kind-AvoidClashes = jamais deux à la fois
kind-AvoidUnavailableTimes = indisponibilités
kind-LimitIdleTimes = trous
kind-ClusterBusyTimes = nombre de jours occupés
kind-LimitBusyTimes = charge d'un jour occupé
kind-LimitWorkload = service
kind-LimitBusyPairs = une seule de deux parties
kind-SeparateEvents = séances espacées
kind-AvoidTogether = jamais réunis
kind-OrderWithin = ordre dans la journée
kind-LimitTravel = peu de changements de lieu
kind-LimitCrowding = une place pour chacun
kind-AvoidIsolatedTimes = aucune séance isolée
kind-WorstOf = compté à la pire partie
