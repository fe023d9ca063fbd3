# Les règles de l'établissement en phrases simples, et ce qu'un emploi du temps en enfreint.

of-classes = classes
of-teachers = professeurs
of-rooms = salles
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
rule-most-days = cours sur { $n } jours au plus ({ $of })
rule-most-afternoons = cours sur { $n } après-midi au plus ({ $of })
rule-free-half-days = au moins { $n } demi-journées libres ({ $of })
rule-free-half-days-among = au moins { $n } demi-journées libres parmi { $times } ({ $of })
rule-different-days = les séances d'une même matière tombent sur des jours différents
rule-days-apart = au moins { $n } jours d'écart entre les séances d'une même matière
rule-hours-apart = au moins { $n } heures d'horloge entre les séances d'une même matière
rule-subjects-apart = une classe n'a pas { $first } et { $second } dans la même { $per }
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
rule-no-travel = pas de changement de bâtiment entre deux séances qui se suivent ({ $of })
rule-capacity = la salle peut accueillir tous les élèves
rule-balanced-days = de { $n } à { $most } h chaque jour de cours (classes)

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
