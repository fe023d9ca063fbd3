# Ce qui figure sur les emplois du temps imprimés, affichés ou envoyés aux agendas.

sheets-title = Emplois du temps
sheets-index = Sommaire
sheets-summary = Constats
sheets-load = La semaine d’un coup d’œil
sheets-top = Sommaire
sheets-show = Afficher
sheets-show-all = tout
sheets-filter = Chercher un nom

sheet-class = Classe { $name }
sheet-teacher = Professeur : { $name }
sheet-room = Salle : { $name }
sheet-all-classes = Toutes les classes
sheet-all-teachers = Tous les professeurs
sheet-all-rooms = Toutes les salles

sheets-classes = Classes
sheets-teachers = Professeurs
sheets-rooms = Salles

sheet-pupils = Effectif : { $n }
sheet-places = Places : { $n }
sheet-hours = Heures par semaine : { $n }
sheet-unplaced = Séances non placées
sheet-locked = fixe
sheet-closed = fermé
sheet-time = Heure
sheet-length = { $n ->
    [one] { $n } heure
   *[other] { $n } heures
}
sheet-bells = Horaires des autres périodes de l’année
sheet-from-until = du { $from } au { $until }
sheet-from = à partir du { $from }
sheet-until = jusqu’au { $until }

day-monday = Lundi
day-tuesday = Mardi
day-wednesday = Mercredi
day-thursday = Jeudi
day-friday = Vendredi
day-saturday = Samedi
day-sunday = Dimanche
part-morning = Matin
part-afternoon = Après-midi
week-a = semaine A
week-b = semaine B
week-a-sign = A
week-b-sign = B

heat-lessons = Séances tenues en même temps
heat-rooms = Salles occupées : { $name } ({ $n } en tout)
heat-few = peu
heat-many = beaucoup

column-day = Jour
column-period = Séance
column-clock = Horaire
column-audience = Classe ou groupe
column-subject = Matière
column-teacher = Professeur
column-room = Salle
column-week = Semaine
column-length = Durée
