-app-name = Bookshelf

-library =
    { $case ->
       *[text] bibliothèque
        [title] Bibliothèque
    }

welcome = Bienvenue dans { -app-name }, { $name } !

books-borrowed =
    { $count ->
        [one] Vous avez emprunté { $count } livre.
       *[other] Vous avez emprunté { $count } livres.
    }

place-in-line =
    { NUMBER($place, type: "ordinal") ->
        [one] Vous êtes { $place }er dans la file.
       *[other] Vous êtes { $place }e dans la file.
    }

due-date = Rendez le livre avant le { DATETIME($date, month: "long", day: "numeric") }.

member-price = Les membres paient { NUMBER($part, style: "percent", maximumFractionDigits: 0) } de moins.

file-size = Ce fichier fait { NUMBER($size, maximumFractionDigits: 1) } Mo.

search =
    .placeholder = Chercher un titre ou un auteur
    .title = Chercher des livres

open-button = Ouvrir
    .title = Ouvrir le livre

library-rules = Règlement de la { -library(case: "title") }

help-name = Page d’aide

ask-us = Ouvrez « { help-name } » et écrivez-nous.

help-link = Lisez <a data-l10n-name="help">notre page d’aide</a> avant de <strong>nous écrire</strong>.

rules-link = Lisez [le règlement](https://example.org/rules) et **gardez-le**.

contact = Écrivez à help@example.org ou appelez le +1 202-555-0143.

website = Vous trouverez tous les livres sur https://www.example.org/books.

parcel-size = Un colis peut peser jusqu’à 5 kg et mesurer 60 cm de long.

wait = Attendez au moins 15 minutes avant de réessayer.

age-limit = Toute personne de moins de 18 ans a besoin de la signature d’un parent.

card-price = Une nouvelle carte coûte 12,50 euros.

law = Vos données sont protégées par 18 U.S.C. § 2710.

closed = La { -library } est fermée du 24 décembre 2026 au 1er janvier 2027.

loan-period = Vous pouvez garder un livre trois semaines.

shelves = Les livres pour enfants sont sur la troisième étagère.

quiet = Lancez-le avec --quiet pour ne voir aucun message.

press-send = Appuyez sur « Envoyer » et attendez une réponse.

delete-question = Voulez-vous vraiment supprimer cette liste ?

steps =
    Pour emprunter un livre :
    1. Trouvez-le dans la liste.
    2. Appuyez sur le bouton vert.
    3. Attendez notre message.

privacy = Nous ne partageons votre liste de lecture avec personne.

show-card = Vous devez montrer votre carte quand vous venez chercher un livre.

about = La bibliothèque prête des livres à toutes les personnes qui habitent la ville. Vous pouvez les emporter et les lire tranquillement. Si personne d’autre n’attend un livre, vous pouvez le garder plus longtemps. Notre personnel vous aide volontiers à trouver ce que vous cherchez.

lost-card = Prévenez-nous tout de suite si vous avez perdu votre carte. Personne ne pourra alors emprunter de livres à votre nom. La nouvelle carte est prête le lendemain et vous pouvez la retirer au comptoir.

save-list = Garder cette liste pour plus tard

save-list-again = Garder cette liste pour plus tard

action-done =
    { $action ->
        [delete] La liste a été supprimée.
       *[save] La liste a été enregistrée.
    }
