-app-name = Bookshelf

-library =
    { $case ->
       *[nominative] biblioteka
        [genitive] biblioteki
    }

welcome = Witamy w { -app-name }, { $name }!

books-borrowed =
    { $count ->
        [one] Masz wypożyczoną { $count } książkę.
        [few] Masz wypożyczone { $count } książki.
       *[many] Masz wypożyczonych { $count } książek.
    }

place-in-line = Twoje miejsce w kolejce: { $place }.

due-date = Zwróć książkę do { DATETIME($date, month: "long", day: "numeric") }.

member-price = Członkowie płacą o { NUMBER($part, style: "percent", maximumFractionDigits: 0) } mniej.

file-size = Ten plik ma { NUMBER($size, maximumFractionDigits: 1) } MB.

search =
    .placeholder = Szukaj tytułu lub autora
    .title = Szukaj książek

open-button = Otwórz
    .title = Otwórz książkę

library-rules = Zasady { -library(case: "genitive") }

help-name = Strona pomocy

ask-us = Otwórz „{ help-name }” i napisz do nas.

help-link = Przeczytaj <a data-l10n-name="help">naszą stronę pomocy</a>, zanim <strong>do nas napiszesz</strong>.

rules-link = Przeczytaj [zasady](https://example.org/rules) i **zachowaj je**.

contact = Napisz na help@example.org lub zadzwoń pod numer +1 202-555-0143.

website = Wszystkie książki znajdziesz na https://www.example.org/books.

parcel-size = Paczka może ważyć do 5 kg i mieć 60 cm długości.

wait = Odczekaj co najmniej 15 minut, zanim spróbujesz ponownie.

age-limit = Każdy, kto ma mniej niż 18 lat, potrzebuje podpisu rodzica.

card-price = Nowa karta kosztuje 12,50 euro.

law = Twoje dane są chronione na mocy 18 U.S.C. § 2710.

closed = Nasza { -library } jest zamknięta od 24 grudnia 2026 do 1 stycznia 2027 roku.

loan-period = Książkę możesz zatrzymać na trzy tygodnie.

shelves = Książki dla dzieci stoją na trzeciej półce.

quiet = Uruchom go z --quiet, aby nie widzieć komunikatów.

press-send = Naciśnij „Wyślij” i poczekaj na odpowiedź.

delete-question = Czy na pewno chcesz usunąć tę listę?

steps =
    Aby wypożyczyć książkę:
    1. Znajdź ją na liście.
    2. Naciśnij zielony przycisk.
    3. Poczekaj na naszą wiadomość.

privacy = Nie pokazujemy nikomu Twojej listy lektur.

show-card = Musisz pokazać kartę, gdy odbierasz książkę.

about = Biblioteka wypożycza książki wszystkim, którzy mieszkają w mieście. Możesz zabrać je do domu i spokojnie przeczytać. Jeśli nikt inny nie czeka na książkę, możesz zatrzymać ją dłużej. Nasi pracownicy chętnie pomogą Ci znaleźć to, czego szukasz.

lost-card = Powiedz nam od razu, jeśli zgubisz kartę. Wtedy nikt nie będzie mógł wypożyczać książek w Twoim imieniu. Nowa karta będzie gotowa następnego dnia i możesz ją odebrać przy ladzie.

save-list = Zachowaj tę listę na później

save-list-again = Zachowaj tę listę na później

action-done =
    { $action ->
        [delete] Lista została usunięta.
       *[save] Lista została zapisana.
    }
