-app-name = Bookshelf

-library =
    { $case ->
       *[text] biblioteca
        [title] Biblioteca
    }

welcome = Ti diamo il benvenuto in { -app-name }, { $name }!

books-borrowed =
    { $count ->
        [one] Hai preso in prestito { $count } libro.
       *[other] Hai preso in prestito { $count } libri.
    }

place-in-line = Il tuo posto nella fila è il numero { $place }.

due-date = Riporta il libro entro il { DATETIME($date, month: "long", day: "numeric") }.

member-price = I soci pagano il { NUMBER($part, style: "percent", maximumFractionDigits: 0) } in meno.

file-size = Questo file occupa { NUMBER($size, maximumFractionDigits: 1) } MB.

search =
    .placeholder = Cerca un titolo o un autore
    .title = Cerca libri

open-button = Apri
    .title = Apri il libro

library-rules = Regole della { -library(case: "title") }

help-name = Pagina di aiuto

ask-us = Apri «{ help-name }» e scrivici.

help-link = Leggi <a data-l10n-name="help">la nostra pagina di aiuto</a> prima di <strong>scriverci</strong>.

rules-link = Leggi [le regole](https://example.org/rules) e **conservale**.

contact = Scrivi a help@example.org o chiama il numero +1 202-555-0143.

website = Trovi tutti i libri su https://www.example.org/books.

parcel-size = Un pacco può pesare fino a 5 kg ed essere lungo 60 cm.

wait = Aspetta almeno 15 minuti prima di riprovare.

age-limit = Chi ha meno di 18 anni ha bisogno della firma di un genitore.

card-price = Una nuova tessera costa 12,50 euro.

law = I tuoi dati sono protetti da 18 U.S.C. § 2710.

closed = La { -library } è chiusa dal 24 dicembre 2026 al 1 gennaio 2027.

loan-period = Puoi tenere un libro per tre settimane.

shelves = I libri per bambini sono sul terzo scaffale.

quiet = Avvialo con --quiet per non vedere messaggi.

press-send = Premi «Invia» e aspetta una risposta.

delete-question = Vuoi davvero cancellare questa lista?

steps =
    Per prendere in prestito un libro:
    1. Cercalo nella lista.
    2. Premi il pulsante verde.
    3. Aspetta il nostro messaggio.

privacy = Non mostriamo a nessuno la tua lista di letture.

show-card = Devi mostrare la tessera quando ritiri un libro.

about = La biblioteca presta libri a tutte le persone che abitano in città. Puoi portarli a casa e leggerli con calma. Se nessun altro aspetta un libro, puoi tenerlo più a lungo. Il nostro personale ti aiuta volentieri a trovare quello che cerchi.

lost-card = Avvisaci subito se hai perso la tessera. Così nessuno potrà prendere libri a tuo nome. La nuova tessera è pronta il giorno dopo e puoi ritirarla al banco.

save-list = Conserva questa lista per dopo

save-list-again = Conserva questa lista per dopo

action-done =
    { $action ->
        [delete] La lista è stata cancellata.
       *[save] La lista è stata salvata.
    }
