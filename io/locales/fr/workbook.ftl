# Le classeur d'un établissement : sa page de consignes, et ce qui ne va pas dans ses feuilles.

workbook-help = _Aide
workbook-lists = _Listes
workbook-help-title = Comment remplir ce classeur
workbook-help-rows = Chaque feuille est un registre ; chaque ligne sous les titres est une entrée. Commencez par la première feuille : les suivantes renvoient aux codes des précédentes.
workbook-help-example = Les lignes déjà présentes sont un exemple : remplacez-les ou supprimez-les.
workbook-help-codes = Un code est un nom court que vous choisissez, par exemple 1AC-2 ou MATH. Les autres feuilles désignent la ligne par son code.
workbook-help-lists = Là où une cellule reçoit plusieurs codes, séparez-les par des virgules.
workbook-help-merged = Ne fusionnez pas de cellules : répétez la valeur dans chaque ligne.
workbook-help-own = Les feuilles et les colonnes dont le nom commence par _ sont à vous : elles ne sont pas lues.
workbook-help-check = Vérifiez le classeur avant de le résoudre : chaque erreur est signalée avec sa feuille et sa cellule.
workbook-sheet = Feuille
workbook-column = Colonne
workbook-required = Obligatoire
workbook-holds = Ce qu'on y met

workbook-holds-text = du texte
workbook-holds-texts = des textes, séparés par des virgules
workbook-holds-code = un code, différent à chaque ligne
workbook-holds-number = un nombre entier
workbook-holds-flag = oui ou non
workbook-holds-date = une date comme 2026-09-07
workbook-holds-clock-times = les séances et leurs heures, comme 1=08:00-09:00, 2=09:00-10:00
workbook-holds-blocks = les durées des leçons, comme 2+2+1, ou 1-2 pour des durées de 1 à 2
workbook-holds-choice = au choix : { $words }
workbook-holds-strength = { $word }, ou un nombre : ce que coûte une unité d'écart
workbook-holds-reference = un code de : { $sheets }
workbook-holds-references = des codes de : { $sheets }
workbook-holds-course = le code d'un cours, comme 1AC-2/MATH
workbook-holds-courses = des codes de cours, comme 1AC-2/MATH
workbook-holds-subjects-or-course = des codes de matières ou de cours, ou le code d'un seul cours
workbook-holds-slot = un créneau, comme mon3
workbook-holds-slots = des créneaux, comme mon3, mon-am, mon, am, *3, first, last

fault-register-not-a-workbook = ce n'est pas un classeur au format xlsx, ou il est abîmé
fault-register-no-headings = { $row } : aucune ligne ne porte les titres de cette feuille
fault-register-no-heading = cette valeur n'est sous aucun titre
fault-register-merged = les cellules { $found } sont fusionnées

hint-register-not-a-workbook = ouvrez-le peut-être dans un tableur et enregistrez-le en .xlsx
hint-register-no-headings = reprenez peut-être les titres d'un classeur vide
hint-register-no-heading = donnez peut-être un titre à la colonne, commençant par _ si elle est à vous
hint-register-merged = défusionnez-les peut-être et répétez la valeur dans chaque ligne
