-app-name = Bookshelf

-library =
    { $case ->
       *[nominative] Bücherei
        [genitive] Bücherei
    }

welcome = Willkommen bei { -app-name }, { $name }!

books-borrowed =
    { $count ->
        [one] Sie haben { $count } Buch ausgeliehen.
       *[other] Sie haben { $count } Bücher ausgeliehen.
    }

place-in-line = Sie stehen auf Platz { $place } der Warteliste.

due-date = Bringen Sie das Buch bis zum { DATETIME($date, month: "long", day: "numeric") } zurück.

member-price = Mitglieder zahlen { NUMBER($part, style: "percent", maximumFractionDigits: 0) } weniger.

file-size = Diese Datei hat { NUMBER($size, maximumFractionDigits: 1) } MB.

search =
    .placeholder = Nach Titel oder Verfasser suchen
    .title = Bücher suchen

open-button = Öffnen
    .title = Das Buch öffnen

library-rules = Regeln der { -library(case: "genitive") }

help-name = Hilfeseite

ask-us = Öffnen Sie „{ help-name }“ und schreiben Sie uns.

help-link = Lesen Sie <a data-l10n-name="help">unsere Hilfeseite</a>, bevor Sie <strong>uns schreiben</strong>.

rules-link = Lesen Sie [die Regeln](https://example.org/rules) und **behalten Sie sie**.

contact = Schreiben Sie an help@example.org oder rufen Sie +1 202-555-0143 an.

website = Alle Bücher finden Sie unter https://www.example.org/books.

parcel-size = Ein Paket darf bis zu 5 kg wiegen und 60 cm lang sein.

wait = Warten Sie mindestens 15 Minuten, bevor Sie es erneut versuchen.

age-limit = Wer unter 18 ist, braucht die Unterschrift eines Elternteils.

card-price = Eine neue Karte kostet 12,50 Euro.

law = Ihre Daten sind nach 18 U.S.C. § 2710 geschützt.

closed = Die { -library } ist vom 24. Dezember 2026 bis zum 1. Januar 2027 geschlossen.

loan-period = Sie können ein Buch drei Wochen behalten.

shelves = Die Bücher für Kinder stehen auf dem dritten Regalbrett.

quiet = Starten Sie es mit --quiet, um keine Meldungen zu sehen.

press-send = Drücken Sie „Senden“ und warten Sie auf eine Antwort.

delete-question = Möchten Sie diese Liste wirklich löschen?

steps =
    So leihen Sie ein Buch aus:
    1. Suchen Sie es in der Liste.
    2. Drücken Sie den grünen Knopf.
    3. Warten Sie auf unsere Nachricht.

privacy = Wir geben Ihre Leseliste nicht an andere weiter.

show-card = Sie müssen Ihre Karte zeigen, wenn Sie ein Buch abholen.

about = Die Bücherei verleiht Bücher an alle, die in der Stadt wohnen. Sie können sie mit nach Hause nehmen und in Ruhe lesen. Wenn niemand sonst auf ein Buch wartet, können Sie es länger behalten. Unsere Mitarbeiter helfen Ihnen gern, das zu finden, was Sie suchen.

lost-card = Sagen Sie uns sofort Bescheid, wenn Sie Ihre Karte verloren haben. Dann kann niemand in Ihrem Namen Bücher ausleihen. Die neue Karte ist am nächsten Tag fertig, und Sie können sie am Schalter abholen.

save-list = Diese Liste für später merken

save-list-again = Diese Liste für später merken

action-done =
    { $action ->
        [delete] Die Liste wurde gelöscht.
       *[save] Die Liste wurde gespeichert.
    }
