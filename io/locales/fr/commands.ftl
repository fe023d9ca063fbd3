# Ce que disent les commandes.

config-file = `{ $what }` n'est pas valide : { $found }
config-value = `{ $what }` a une valeur non valide : { $found }
setting = « { $what } » est hors de son intervalle : { $found }
too-many-times = l’instance compte { $found } créneaux ; on peut en traiter { $what } au plus
output-unwritable = impossible d'écrire `{ $what }` : { $found }
output-folder = `{ $what }` est un dossier ; donnez le nom d'un fichier
output-no-folder = impossible d'écrire `{ $what }` : il n'y a pas de dossier `{ $found }`
output-not-allowed = impossible d'écrire `{ $what }` : l'accès est refusé
json-and-data = `{ $what }` et `{ $found }` veulent tous deux la sortie standard ; choisissez
stdin-twice = `{ $what }` et `{ $found }` sont tous deux l'entrée standard ; donnez un fichier pour l'un des deux
show-unknown = aucune ressource `{ $what }` à montrer ; attendu : un code de l'instance, ou { $found }
show-nobody = pas de classe, de professeur ni de salle « { $what } » à montrer ; attendu un code de l'établissement, ou { $found }
start-empty = `{ $what }` ne contient aucune solution pour l'instance `{ $found }`
instance-unknown = pas d'instance `{ $what }` dans le fichier ; il contient { $found }
suite = la suite `{ $what }` n'est pas valide : { $found }
suite-unknown = la suite `{ $what }` n'a pas d'instance nommée `{ $found }`
suite-twice = la suite `{ $what }` a deux instances nommées `{ $found }` ; donnez un autre nom à l'une d'elles
baseline = `{ $what }` n'est pas une campagne enregistrée : { $found }
bench-no-limit = `{ $what }` n'a pas de limite ; donnez --time-limit ou --max-steps, ou écrivez-en une dans la suite
bench-not-trend = `{ $what }` n'est pas un fichier de campagnes : { $found }
system-error = le système a refusé : { $found }
internal-error = erreur interne : la faute est à jadwal, pas aux données

phase-construct = placement
phase-search = recherche
phase-polish = polissage
phase-prove = preuve
phase-finish = achèvement

status-optimal = optimal : aucun emploi du temps ne coûte moins
status-feasible = complet : aucune contrainte dure n'est enfreinte
status-infeasible = incomplet : des contraintes dures sont enfreintes
status-impossible = impossible : aucun emploi du temps ne respecte toutes les contraintes dures ; voici le meilleur trouvé
stopped-steps = toutes les étapes prévues sont faites
stopped-time = limite de temps atteinte
stopped-target = objectif atteint
stopped-cancel = arrêté sur demande
stopped-optimal = plus rien à améliorer

summary-status = { $instance } : { $status } (dur { $hard }, souple { $soft })
summary-run = { $stopped } : { $steps } étapes en { $seconds } s
summary-unplaced = { $n ->
    [one] { $n } séance n'a pas d'horaire ou de ressource
   *[other] { $n } séances n'ont pas d'horaire ou de ressource
}
summary-bound = aucun emploi du temps ne coûte moins de { $bound }
summary-bound-gap = aucun emploi du temps ne coûte moins de { $bound } (écart { $gap })
summary-way-joint = { $type } : demande de { $percent } % au plus fort, choix fait en même temps que les horaires
summary-way-each-step = { $type } : demande de { $percent } % au plus fort, répartition refaite à chaque pas pour chaque créneau
summary-way-afterwards = { $type } : demande de { $percent } % au plus fort, choix repris exactement une fois les horaires fixés
bound-arithmetic = par simple compte : { $bound } ({ $seconds } s)
bound-linear = par un programme linéaire de { $columns } colonnes et { $rows } lignes : { $bound } ({ $seconds } s)
bound-integer = par le programme en nombres entiers : { $bound } ({ $seconds } s)
bound-optimal = { $cost } est optimal : aucun emploi du temps ne coûte moins
summary-constraints = Coût par contrainte
summary-worst = Infractions les plus graves
summary-more = { $n ->
    [one]   et { $n } autre
   *[other]   et { $n } autres
}
summary-repeat = Pour obtenir le même emploi du temps :
table-hard = dur
table-soft = souple
table-points = fois
table-constraint = contrainte

written = écrit : { $file }
not-written = rien n'a été placé, donc `{ $file }` n'a pas été écrit
fet-left-out = { $n ->
    [one] une règle ou un cours n'est pas dit en entier dans le fichier FET : { $codes }
   *[other] { $n } règles et cours ne sont pas dits en entier dans le fichier FET : { $codes }
}
fet-kept = { $n ->
    [one] une contrainte n'a pas de sens ici et ne compte pas ; elle est gardée et sera réécrite telle quelle : { $kinds }
   *[other] { $n } contraintes n'ont pas de sens ici et ne comptent pas ; elles sont gardées et seront réécrites telles quelles : { $kinds }
}
fet-csv-week = les fichiers CSV de FET ne disent rien des contraintes, sauf les jours entre les parties d'une activité : absences (sauf celles de `_teacher_not_available.csv`), salles et souhaits ne comptent pas ici ; les jours et les heures sont ceux que les fichiers nomment
fet-csv-default = les fichiers CSV de FET ne disent rien des contraintes, sauf les jours entre les parties d'une activité, et ceux-ci ne disent rien des jours et des heures : 5 jours de 8 heures sont pris ; ajoutez l'emploi du temps exporté par FET (`_timetable.csv`), ou prenez le fichier `.fet`
fet-kept-kind = { $kind } ({ $n })
foreign-left-out = tout ce que dit le fichier ne compte pas ici comme là-bas : { $kinds }
asc-unsaid = le XML d'aSc Timetables ne dit rien des absences, ni d'aucun autre souhait ou limite : ils ne comptent pas ici ; `jadwal convert` fait du fichier un school.toml, où l'on peut les ajouter
asc-left-out = { $n ->
    [one] une règle, un cours ou une salle n'est pas dit en entier dans le fichier d'aSc : { $codes }
   *[other] { $n } règles, cours et salles ne sont pas dits en entier dans le fichier d'aSc : { $codes }
}
left-terms = séances de certains trimestres, tenues ici toute l'année ({ $n })
left-weeks = séances de certaines semaines parmi plus de deux, tenues ici chaque semaine ({ $n })
left-fraction = séances dont le nombre de périodes par semaine n'est pas entier, ici arrondi au-dessus ({ $n })
left-short = séances qui ont moins de périodes qu'une carte, ici une carte ({ $n })
left-no-periods = séances sans période, ici non tenues ({ $n })
left-days-together = séances tenues plusieurs jours à la fois, ici l'un de ces jours ({ $n })
left-seminars = séances pour ceux qui les ont choisies, ici pour des groupes entiers ({ $n })
left-choices = choix des élèves ({ $n })
left-groups = groupes sans aucune séance ({ $n })
left-unplaced = séances placées sans jour ou sans période ({ $n })
left-day-bells = horaires de certains jours ({ $n })
left-table = lignes de `{ $table }` ({ $n })
left-ignored = séances à ignorer, ici non tenues ({ $n })
left-coupled = séances en plusieurs matières à la fois, ici une séance en toutes ({ $n })
left-lesson-groups = séances d'un groupe de séances, tenues ici chaque semaine ({ $n })
left-limits = classes et enseignants avec des limites d'heures, de trous ou de pause ({ $n })
left-wishes = souhaits d'avoir cours à un moment ({ $n })
left-second-week = séances de la semaine B qui n'alternent avec aucune autre, montrées ici en semaine A ({ $n })
left-lines = lignes d'une séance qui ont d'autres périodes, blocs ou périodes doubles que sa première ligne, qui seule compte ici ({ $n })
left-blocks = blocs et périodes doubles au-delà des périodes de leur séance, non formés ici ({ $n })
left-timeless = souhaits d'horaire sans jour ou sans période, non comptés ici ({ $n })
untis-unsaid = les fichiers d'Untis n'ont pas la grille horaire : les jours et les périodes sont ceux que les fichiers nomment, à partir du lundi et sans pause de midi ; les pondérations et les souhaits autres que d'horaire ne comptent pas ici
untis-default = les fichiers d'Untis n'ont pas la grille horaire, et aucune séance de ceux-ci n'est placée : du lundi au vendredi avec 8 périodes sont pris, et plus là où des souhaits en nomment ; ajoutez l'emploi du temps (GPU001.TXT)
untis-left-out = { $n ->
    [one] une règle, un cours ou une salle n'est pas dit en entier dans les fichiers d'Untis : { $codes }
   *[other] { $n } règles, cours et salles ne sont pas dits en entier dans les fichiers d'Untis : { $codes }
}
other-instances = { $n ->
    [one] le fichier contient { $n } autre instance, qui n'a pas été résolue
   *[other] le fichier contient { $n } autres instances, qui n'ont pas été résolues
}

check-instance = { $instance } : valide
check-name = nom : { $name }
check-times = créneaux : { $times }, jours : { $days }
check-resources = { $type } : { $n }
check-events = séances : { $events }, soit { $slots } créneaux
check-open = à fixer : { $times } séances sans horaire fixe, { $roles } rôles sans ressource fixe
check-constraints = contraintes : { $hard } dures, { $soft } souples
check-kind = { $kind } : { $hard } dures, { $soft } souples
check-fet-weights = les poids sous 100 % coûtent selon `{ $name }` (--fet-weights)
check-solutions = { $group } : { $n ->
    [one] { $n } solution
   *[other] { $n } solutions
}
check-warning-events = `{ $instance }` n'a aucune séance : il n'y a rien à placer
check-warning-constraints = `{ $instance }` n'a aucune contrainte : tout emploi du temps coûte zéro
check-warning-weight = la contrainte `{ $constraint }` a un poids de 0 et ne coûte rien

bench-row = { $instance }, graine { $seed } : { $cost } ({ $steps } étapes, { $seconds } s)
bench-missing = pas de fichier `{ $file }`
bench-skipped = passée : { $instance } ({ $found })
bench-miscounted = FAUX : { $instance } : le solveur annonce { $found }, le décompte donne { $expected }
bench-bound-cost = FAUX : { $instance } : la borne { $found } dépasse le coût trouvé, { $expected }
bench-bound-known = FAUX : { $instance } : la borne { $found } dépasse le meilleur coût connu, { $expected }
bench-target = objectif manqué : { $instance } : médiane { $found }, attendu { $expected }
bench-worse = PIRE : { $instance } : médiane { $found }, la référence a { $expected }
bench-absent = non comparée : { $instance } est dans la référence ({ $expected }) mais n'a pas été résolue
bench-incomparable = non comparée : { $instance } a d'autres limites, voies ou fils que la référence
bench-head-instance = instance
bench-head-known = meilleur connu
bench-head-target = objectif
bench-head-runs = essais
bench-head-min = min
bench-head-median = médiane
bench-head-max = max
bench-head-gap = médiane / connu
bench-head-hard-0 = dur 0 après
bench-head-best = meilleur après
bench-head-speed = étapes/s
bench-limit-time = { $seconds } s
bench-limit-steps = { $steps } étapes
bench-head-limit = limite
bench-head-reference = référence
bench-head-lower = premier quartile
bench-head-upper = troisième quartile
bench-head-primal-gap = écart
bench-head-primal = intégrale primale
bench-head-memory = mémoire
bench-head-before = avant
bench-head-after = après
bench-head-difference = différence
bench-head-seeds = graines meilleures / pires / égales
bench-head-outcome = issue
bench-head-date = date
bench-head-commit = révision
bench-head-lanes = voies / fils
bench-report = Campagne : { $suite }
bench-report-machine = { $lanes } voies sur { $threads } fils.
bench-report-costs = Coûts et durées
bench-report-costs-note = Les coûts sont dur/souple ; les quartiles portent sur les graines. `*` : la suite ne donne pas de meilleur coût connu, la référence est donc le meilleur de cette campagne. La durée jusqu'à dur 0 est la médiane des essais qui l'ont atteint, suivie de leur nombre. L'intégrale primale est l'écart moyen sur toute la limite : médiane (quartiles).
bench-report-gaps = Écart à la référence
bench-report-fall = Meilleur coût au fil du temps
bench-report-moves = Mouvements
bench-report-moves-note = Pour chaque sorte de mouvement : combien sont essayés par seconde, quelle part en est gardée, et sa part de toutes les améliorations.
bench-chart-gap = écart primal : médiane et quartiles des graines ; un point creux garde un coût dur au-dessus de la référence
bench-chart-time = secondes (échelle logarithmique)
bench-chart-steps = étapes de chaque voie (échelle logarithmique)
bench-chart-hard = coût dur : médiane et bande des quartiles
bench-chart-soft = coût souple, une fois le coût dur à { $hard }
bench-chart-known = meilleur connu { $cost }
bench-chart-found = meilleur trouvé { $cost }
bench-compare-machine = Remarque : les deux campagnes n'ont pas les mêmes voies ou fils.
bench-compare-unpaired = Non comparé : rien n'a été résolu en { $limit } dans les deux campagnes.
bench-compare-absent = PERDU : { $instance } a été résolue avant, mais pas après.
bench-test = Test des rangs signés de Wilcoxon sur les { $n } instances dont les médianes diffèrent : rangs en mieux { $better }, en pire { $worse } ; p bilatéral = { $p } ({ $how }).
bench-test-exact = exact
bench-test-normal = approximation normale
bench-accepted = ACCEPTÉ : { $wins } gagnées, { $losses } perdues, { $ties } égales ; { $most } au plus peuvent être perdues.
bench-refused = REFUSÉ : { $wins } gagnées, { $losses } perdues, { $ties } égales ; { $most } au plus peuvent être perdues.
bench-win = gagné
bench-loss = PERDU
bench-tie = égal
bench-trend = Médianes, campagne par campagne
bench-trend-note = Les coûts sont dur/souple ; ↓ est meilleur que la campagne précédente, ↑ pire.

output-needs-school = « { $what } » demande un établissement, et « { $found } » n'en est pas un ; donnez un school.toml
output-needs-ctt = « { $what } » demande une instance de planification de cours, et « { $found } » n'en est pas une ; donnez un fichier .ctt
output-no-pdf = « { $what } » : cette version n'écrit pas de PDF ; compilez avec « { $found } »
not-in-xhstt = « { $what } » : XHSTT ne sait pas exprimer la règle { $found } ; écrivez plutôt en .json ou .html
start-part = { $n ->
    [one] { $file } : { $n } élément n'est plus dans l'établissement et a été laissé de côté
   *[other] { $file } : { $n } éléments ne sont plus dans l'établissement et ont été laissés de côté
}
row-other = cours { $course }, séance { $lesson } : { $column } : { $found }, mais l'établissement a { $expected }
row-locked = cours { $course }, séance { $lesson } : { $column } : { $found }, mais la séance est fixée à { $expected }
row-hours = cours { $course } : ses séances font { $found } créneaux, mais l'établissement en a { $expected }
row-twice = cours { $course } : la séance { $lesson } figure deux fois
row-unknown = cours { $course } : il n'a pas de séance { $lesson }
output-ending = « { $what } » : attendu un fichier qui se termine par { $found }
output-is-input = « { $what } » n'est pas écrit : c'est ce qui est lu ; donnez un autre nom au fichier à écrire
calendar-flags = un agenda demande { $what }
calendar-reversed = l'agenda commencerait le { $what } et finirait avant, le { $found }
calendar-week-a = les semaines A et B alternent dans cet établissement : donnez { $what } avec une date d'une semaine A
calendar-no-clock = le créneau { $what } n'a pas d'horaire ; donnez une sonnerie à l'établissement
format-other = « { $what } » nomme un autre format que celui de « { $found } »
profile-unknown = pas de profil « { $what } » ; attendu : { $found }
profile-failed = le profil « { $what } » n'a pas donné d'établissement : { $found }
flaw-unknown = pas d'impossibilité de type « { $what } » ; attendu : { $found }
flaw-unsuitable = cette impossibilité ne convient pas au profil « { $what } » ; attendu : { $found }

check-nothing = rien d'irréalisable n'a été trouvé
check-proved = IMPOSSIBLE : { $finding }
check-likely = tendu : { $finding }
check-because =   à cause de : { $rule }
check-repair =   aiderait : { $repair }
sheets-rules = Ce que coûtent les règles
sheets-total = Au total
sheets-cost = dur { $hard }, souple { $soft }
