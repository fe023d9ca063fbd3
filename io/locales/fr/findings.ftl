# Ce qu'un contrôle a trouvé, et ce qui aiderait.

finding-no-cut = { $lessons } : les heures ne peuvent pas être découpées comme demandé
finding-no-start = { $lessons } : aucun horaire possible (absents à certains : { $who })
finding-no-candidate = { $lessons } : personne et aucune salle ne convient (conviendraient, mais absents : { $who })
finding-no-teacher = { $lessons } : aucun professeur ne peut assurer { $subject } : { $hours } h par semaine sont sans personne (conviendraient, mais absents : { $who })
finding-no-room = { $lessons } : aucune salle ne convient (conviendraient, mais prises : { $who })
finding-fixed-clash = { $who } : des séances fixes se chevauchent, { $times } : { $lessons }
finding-load = { $who } : { $needed } h à assurer, mais seulement { $available } h possibles
finding-crowded = { $who } : { $lessons } demandent { $needed } h, mais ne peuvent être que : { $times }, soit { $available } h
finding-long-meets = { $who } : { $needed } séances de { $length } h ou plus, place pour { $available } : { $lessons }
finding-lengths = { $who } : les durées des séances ne remplissent pas les heures libres : { $needed } h nécessaires, { $available } h utilisables
finding-limits = { $who } : { $needed } h à assurer, mais les règles en laissent { $available }
finding-too-little = { $who } : { $available } h en tout, mais qui vient doit avoir au moins { $needed } h
finding-too-few-groups = { $who } : doit venir { $needed } fois, ne le peut que { $available } fois : { $times }
finding-spread = { $lessons } : { $needed } séances, mais { $available } au plus peuvent commencer dans { $times }
finding-spread-least = { $lessons } : { $available } séances, mais { $needed } au moins doivent commencer dans { $times }
finding-shared = { $who } serait dans plusieurs séances à la fois : { $lessons }
finding-no-common-times = { $lessons } : en même temps, mais seulement { $available } h en commun sur { $needed }
finding-unequal = { $lessons } : en même temps, mais de durées différentes
finding-at-once = { $lessons } : en même temps, il en faut { $needed }, il y en a { $available } : { $who }
finding-supply = { $needed } h demandées pour { $available } h disponibles : { $who } ; par { $lessons }
finding-supply-at = { $times } : { $needed } h demandées pour { $available } h disponibles : { $who } ; par { $lessons }
finding-workload = { $who } : { $needed } à assurer, { $available } permis
finding-workload-least = { $who } : doit assurer { $needed }, il n'y a que { $available }
finding-workload-supply = il manque des professeurs : { $needed } demandés, { $available } restants : { $who } ; pour { $lessons }

repair-exceptions = accorder { $n } jours d'exception de plus : { $who }
repair-free-times = libérer { $n } h parmi { $times } : { $who }
repair-allow-times = permettre d'autres horaires à { $lessons }
repair-move-fixed = déverrouiller { $lessons }
repair-add = { $n } de plus, comme : { $who }
repair-candidates = confier { $lessons } à d'autres
repair-less = retirer { $n } h : { $who }
repair-cut = découper { $lessons } autrement
repair-ease = assouplir la règle : { $rule }
