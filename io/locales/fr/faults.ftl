# Les fautes d'un fichier : ce qui ne va pas, et sous le même nom avec `hint-`, que faire.

list-or = ou
list-comma = ,
list-none = rien

term-time = créneau
term-time-group = groupe de créneaux
term-resource = ressource
term-resource-type = type de ressource
term-resource-group = groupe de ressources
term-event = séance
term-event-group = groupe de séances
term-course = cours
term-day = jour
term-week = semaine
term-constraint = contrainte
term-instance = instance
term-solution-group = groupe de solutions
term-a-whole-number = un nombre entier
term-true-or-false = `true` ou `false`
term-a-workload-of = un service de
term-the-weight = le poids
term-a-limit-of = une limite de

fault-io = impossible de lire le fichier : { $found }
fault-not-found = ce fichier n'existe pas
fault-not-allowed = la lecture de ce fichier est interdite
fault-encoding = l'encodage `{ $found }` est inconnu, attendu : UTF-8 ou ISO-8859-1
fault-not-utf8 = l'octet { $found } n'est pas de l'UTF-8
fault-control = le caractère de contrôle { $found } est interdit dans un texte
fault-empty = le fichier est vide, attendu : un élément `{ $expected }`
fault-root = élément racine `{ $found }`, attendu : `{ $expected }`
fault-unclosed = le fichier finit dans `{ $expected }`, attendu : `</{ $expected }>`
fault-mismatched = trouvé `</{ $found }>`, attendu : `</{ $expected }>`
fault-after-end = trouvé `{ $found }` après la fin de l'archive
fault-markup = ce XML n'est pas bien formé : { $found }
fault-entity = l'entité `&{ $found };` est inconnue
fault-too-long = un morceau de texte dépasse { $maximum } octets
fault-too-many = `{ $element }` contient plus de { $maximum } éléments
fault-too-deep = plus de { $maximum } éléments imbriqués
fault-element = `{ $parent }` a un élément `{ $found }`, attendu : { $expected }
fault-twice = `{ $parent }` a deux fois `{ $found }`
fault-text = `{ $parent }` a le texte `{ $found }`, attendu : { $expected }
fault-missing-element = `{ $parent }` n'a pas d'élément `{ $expected }`
fault-missing-attribute = `{ $element }` n'a pas d'attribut `{ $expected }`
fault-value = `{ $element }` vaut `{ $found }`, attendu : { $expected }
fault-range = `{ $element }` vaut { $found }, attendu : { $expected }
fault-reference = pas de { $kind } `{ $found }`
fault-role = la séance `{ $event }` n'a pas de rôle `{ $found }`, attendu : { $expected }
fault-role-twice = le rôle `{ $found }` de la séance `{ $event }` est pourvu deux fois
fault-no-role = la séance `{ $event }` a la ressource `{ $found }` sans rôle
fault-instance = pas d'instance `{ $found }`, attendu : { $expected }
fault-no-instance = l'archive ne contient aucune instance
fault-no-solution = l'archive ne contient aucune solution
fault-other-facts = le fichier contient une autre instance sous le même identifiant

fault-invalid-empty-code = identifiant vide ({ $kind })
fault-invalid-duplicate = { $kind } `{ $found }` : défini deux fois
fault-invalid-no-times = l'instance `{ $instance }` n'a aucun créneau, il en faut au moins un
fault-invalid-duration = la séance `{ $event }` a la durée { $found }, attendu : { $expected }, les créneaux du cycle
fault-invalid-past-end = la séance « { $event } » dure { $duration } créneaux à partir de son horaire fixé « { $found } », ce qui dépasse la fin du cycle
fault-invalid-role-twice = la séance `{ $event }` a deux fois le rôle `{ $found }`
fault-invalid-role-missing = la séance `{ $event }` demande une ressource de type `{ $kind }` sans rôle
fault-invalid-resource-type = `{ $owner }` a la ressource `{ $resource }` de type `{ $found }`, attendu : type `{ $expected }`
fault-invalid-range = `{ $constraint }` a le minimum { $minimum } et le maximum { $maximum }, attendu : minimum <= maximum
fault-invalid-number = `{ $owner }` a { $what } { $found }, attendu : { $expected }
fault-invalid-workload-units = les services de la séance `{ $event }` ne se partagent pas en unités entières sur sa durée, avec ceux qui précèdent

fault-unfit-duration = les morceaux de la séance `{ $event }` durent { $found } créneaux, attendu : { $expected }
fault-unfit-empty = un morceau de la séance `{ $event }` a une durée de 0, attendu : au moins 1
fault-unfit-past-end = un morceau de la séance `{ $event }` commence à `{ $found }` et dure { $duration } créneaux, au-delà de la fin du cycle
fault-unfit-time = un morceau de la séance `{ $event }` commence à `{ $found }`, attendu : son horaire fixe `{ $expected }`
fault-unfit-preassigned = la séance `{ $event }` a `{ $found }` à la place de sa ressource fixe `{ $expected }`
fault-unfit-resource-type = la séance `{ $event }` a la ressource `{ $found }` dans le rôle `{ $role }`, attendu : une ressource de type `{ $expected }`

hint-not-found = peut-être le chemin est-il faux
hint-not-allowed = peut-être demander la permission à son propriétaire
hint-encoding = peut-être enregistrer le fichier en UTF-8
hint-not-utf8 = peut-être est-ce de l'ISO-8859-1 : déclarez `encoding="ISO-8859-1"`, ou enregistrez en UTF-8
hint-control = peut-être supprimer ce caractère
hint-empty = peut-être le fichier a-t-il été coupé ; copiez-le ou téléchargez-le à nouveau
hint-root = peut-être est-ce un fichier d'un autre format
hint-unclosed = peut-être le fichier a-t-il été coupé ; copiez-le ou téléchargez-le à nouveau
hint-mismatched = peut-être une balise a-t-elle été changée à la main ; un éditeur XML montre où
hint-markup = peut-être une balise a-t-elle été changée à la main ; un éditeur XML montre où
hint-entity = peut-être écrire le caractère lui-même, ou `&amp;` pour `&`
hint-too-long = peut-être manque-t-il un guillemet ou une balise de fin
hint-reference = peut-être définir cet élément ({ $kind }) avant cet endroit, ou corriger la référence
hint-reference-nearest = peut-être s'agit-il de `{ $nearest }` ({ $kind })
hint-instance = peut-être ces solutions sont-elles celles d'un autre fichier
hint-no-instance = peut-être ce fichier ne contient-il que des solutions ; donnez celui de l'instance
hint-no-solution = peut-être ce fichier ne contient-il qu'une instance ; donnez celui des solutions
hint-invalid-duplicate = peut-être l'un des deux devrait-il avoir un autre identifiant
hint-invalid-duration = peut-être découper la séance en plusieurs, ou ajouter des créneaux au cycle
hint-unfit-duration = peut-être ces solutions sont-elles d'une ancienne version de l'instance
hint-other-facts = peut-être ces solutions sont-elles d'une ancienne version de l'instance
