### Texts of Bookshelf, a small program of a library. It was made up for the corpus of seeded defects.

# The name of the program. It stays as it is.
-app-name = Bookshelf

# The place. $case (text): "title" where a capital letter is needed.
-library =
    { $case ->
       *[text] library
        [title] Library
    }

# $name (text): the person who reads.
welcome = Welcome to { -app-name }, { $name }!

# $count (number): how many books somebody has borrowed.
books-borrowed =
    { $count ->
        [one] You have borrowed { $count } book.
       *[other] You have borrowed { $count } books.
    }

# $place (number): the place in the line of those who wait for a book.
place-in-line =
    { NUMBER($place, type: "ordinal") ->
        [one] You are { $place }st in line.
        [two] You are { $place }nd in line.
        [few] You are { $place }rd in line.
       *[other] You are { $place }th in line.
    }

# $date (date): the last day.
due-date = Bring the book back by { DATETIME($date, month: "long", day: "numeric") }.

# $part (number): the part of the price that members save, such as 0.1.
member-price = Members pay { NUMBER($part, style: "percent", maximumFractionDigits: 0) } less.

# $size (number): in megabytes.
file-size = This file has { NUMBER($size, maximumFractionDigits: 1) } MB.

search =
    .placeholder = Search for a title or an author
    .title = Search for books

open-button = Open
    .title = Open the book

library-rules = Rules of the { -library(case: "title") }

help-name = Help page

ask-us = Open “{ help-name }” and write to us.

help-link = Read <a data-l10n-name="help">our help page</a> before you <strong>write to us</strong>.

rules-link = Read [the rules](https://example.org/rules) and **keep them**.

contact = Write to help@example.org or call +1 202-555-0143.

website = You will find all books at https://www.example.org/books.

parcel-size = A parcel may weigh up to 5 kg and be 60 cm long.

wait = Wait at least 15 minutes before you try again.

age-limit = Everyone under 18 needs the signature of a parent.

card-price = A new card costs 12.50 euros.

law = Your data is protected under 18 U.S.C. § 2710.

closed = The { -library } is closed from 24 December 2026 to 1 January 2027.

loan-period = You can keep a book for three weeks.

shelves = The books for children are on the third shelf.

quiet = Start it with --quiet to see no messages.

press-send = Press “Send” and wait for an answer.

delete-question = Do you really want to delete this list?

steps =
    To borrow a book:
    1. Find it in the list.
    2. Press the green button.
    3. Wait for our message.

# @negation
privacy = We do not share your reading list with anybody.

# @obligation, and nothing is forbidden: @no-negation
show-card = You must show your card when you collect a book.

about = The library lends books to everyone who lives in the town. You can take them home and read them in peace. If nobody else is waiting for a book, you can keep it longer. Our staff is happy to help you find what you are looking for.

lost-card = Tell us at once when you have lost your card. Nobody can then borrow books in your name. The new card is ready on the next day, and you can collect it at the desk.

save-list = Save this list for later

save-list-again = Save this list for later

# $action (text): what was done with the list.
action-done =
    { $action ->
        [delete] The list was deleted.
       *[save] The list was saved.
    }
