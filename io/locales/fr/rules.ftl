# Les règles de l'établissement en phrases simples, et ce qu'un emploi du temps en enfreint.

of-classes = classes
of-teachers = professeurs
of-rooms = salles
of-lessons = séances
per-half-day = demi-journée
per-day = journée
per-week = semaine

rule-unavailable = indisponibles : { $times } ({ $of })
rule-pedagogical-half-day = les professeurs sont libres : { $times }, pour les réunions de leur discipline
rule-half-day-only = un professeur vient le matin ou l'après-midi d'une même journée, pas les deux ; jours d'exception : { $n }
rule-least-in-half-day = qui vient une demi-journée y a au moins { $n } h ({ $of })
rule-gaps = au plus { $n } trou(s) entre les séances par { $per } ({ $of })
rule-most-hours = au plus { $n } h par { $per } ({ $of })
rule-most-in-a-row = au plus { $n } h d'affilée ({ $of })
rule-least-hours = au moins { $n } h dans la semaine ({ $of })
rule-most-days = cours sur { $n } jours au plus ({ $of })
rule-most-afternoons = cours sur { $n } après-midi au plus ({ $of })
rule-free-half-days = au moins { $n } demi-journées libres ({ $of })
rule-free-half-days-among = au moins { $n } demi-journées libres parmi { $times } ({ $of })
rule-different-days = les séances d'une même matière tombent sur des jours différents
rule-most-lessons = au plus { $n } séances d'une même matière par { $per }
rule-days-apart = au moins { $n } jours d'écart entre les séances d'une même matière
rule-days-within = les séances d'une même matière sont à { $n } jours d'écart au plus
rule-hours-apart = au moins { $n } heures d'horloge entre les séances d'une même matière
rule-subjects-apart = une classe n'a pas { $first } et { $second } dans la même { $per }
rule-not-all = aucune { $per } n'a à la fois des séances de chacune de ces listes : { $lists }
rule-only-at = séances seulement : { $times }
rule-not-at = pas de séance : { $times }
rule-most-first-slots = au plus { $n } demi-journées commençant au tout premier créneau ({ $of })
rule-most-last-slots = au plus { $n } demi-journées allant jusqu'au tout dernier créneau ({ $of })
rule-same-start = ces cours ont lieu en même temps
rule-groups-in-turn-parallel = les groupes ({ $division }) ont { $subjects } en même temps et échangent à un autre moment
rule-groups-in-turn-swap = les groupes ({ $division }) ont { $subjects } en même temps et échangent aussitôt, dans la même demi-journée
rule-groups-in-turn-alternate = les groupes ({ $division }) ont { $subjects } en même temps et échangent une semaine sur deux
rule-alternate = { $first } en semaine A et { $second } en semaine B, aux mêmes créneaux
rule-before = { $first } vient avant { $second }
rule-follows = { $second } suit immédiatement { $first }
rule-home-room = chaque classe reste dans sa salle
rule-few-rooms = peu de salles différentes ({ $of })
rule-same-room = la même salle pour les séances qui se suivent ({ $of })
rule-same-room-apart = la même salle pour les séances séparées par moins de { $n } lignes libres ({ $of })
rule-most-room-changes = au plus { $n } changements de salle par { $per } ({ $of })
rule-in-rooms = dans une de ces salles : { $rooms }
rule-also-in = une de ces salles en plus : { $rooms }
rule-no-travel = pas de changement de bâtiment entre deux séances qui se suivent ({ $of })
rule-no-travel-apart = pas de changement de bâtiment entre deux séances séparées par moins de { $n } lignes libres ({ $of })
rule-most-travel = au plus { $n } changements de bâtiment par { $per } ({ $of })
rule-capacity = la salle peut accueillir tous les élèves
rule-balanced-days = de { $n } à { $most } h chaque jour de cours (classes)
rule-gaps-through-day = au plus { $n } créneaux libres de la première séance d'un jour à la dernière, midi compris ({ $of })
rule-most-half-days = cours sur { $n } demi-journées au plus ({ $of })
rule-rest = au moins { $n } h libres de la dernière séance d'un jour à la première du lendemain ({ $of })
rule-rest-half-day = au moins { $n } h libres entre le matin et l'après-midi ({ $of })
rule-least-days-day = cours sur { $n } jours au moins ({ $of })
rule-least-days-half-day = cours sur { $n } demi-journées au moins ({ $of })
rule-least-days-week = cours dans la semaine ({ $of })
rule-least-in-day = qui vient un jour y a au moins { $n } h ({ $of })
rule-span = au plus { $n } créneaux du début de la première séance à la fin de la dernière par { $per } ({ $of })
rule-early-starts = les cours commencent au premier créneau de la { $per }, ou au deuxième, { $n } fois par semaine au plus ({ $of })
rule-most-half-days-in-a-row = au plus { $n } demi-journées de cours consécutives ({ $of })
rule-adjoining = les séances d'une même matière qui tombent le même jour, deux au plus, se suivent
rule-grouped = ces séances se suivent dans une même demi-journée, dans n'importe quel ordre
rule-not-together = ces séances n'ont jamais lieu en même temps
rule-most-at-once = au plus { $n } de ces séances en même temps
rule-same-period = ces séances commencent à la même heure, quel que soit le jour
rule-starts-at = début des séances seulement : { $times }
rule-first-of = ces séances sont les premières de la { $per } ({ $of })
rule-last-of = ces séances sont les dernières de la { $per } ({ $of })
rule-before-within = dans une { $per } qui a les deux, { $first } vient avant { $second }

strength-hard = obligatoire
strength-soft = poids { $n }
scope-all = pour tous
scope-list = { $what } : { $list }
scope-levels = niveaux
scope-audience = classes et groupes
scope-subjects = matières
scope-teachers = professeurs
scope-rooms = salles
scope-courses = cours
scope-within = seulement
rule-line = { $rule } — { $scope } — { $strength }

basic-placed = chaque séance a son horaire
basic-inside-half-day = une séance reste dans une seule demi-journée
basic-cut = les heures sont découpées comme demandé
basic-has-room = chaque séance a sa salle
basic-right-room = la salle convient à la séance
basic-has-teacher = chaque cours a son professeur
basic-right-teacher = le professeur enseigne cette matière
basic-one-teacher = un seul professeur assure toutes les séances d'un cours
basic-service = personne ne dépasse son service et ses heures supplémentaires
basic-pupils-once = un élève n'a jamais deux séances à la fois
basic-teachers-once = un professeur n'a jamais deux séances à la fois
basic-rooms-once = une salle n'accueille pas plus de séances à la fois qu'elle ne peut

someone-class = classe { $code }
someone-part = classe { $code }, élèves de { $groups }
someone-teacher = professeur { $code }
someone-teacher-named = professeur { $name } ({ $code })
someone-room = salle { $code }
someone-lessons = { $n } séances ensemble
someone-courses = { $list }
more-of = et { $n } de plus

unit-slot = { $n ->
    [one] { $n } créneau
   *[other] { $n } créneaux
}
unit-hour = { $n } h
unit-day = { $n ->
    [one] { $n } jour
   *[other] { $n } jours
}
unit-half-day = { $n ->
    [one] { $n } demi-journée
   *[other] { $n } demi-journées
}
unit-lesson = { $n ->
    [one] { $n } séance
   *[other] { $n } séances
}
unit-room = { $n ->
    [one] { $n } salle
   *[other] { $n } salles
}
unit-change = { $n ->
    [one] { $n } changement
   *[other] { $n } changements
}
unit-time = { $n } fois

broken-line = { $who } : { $rule } (écart : { $amount })
