-app-name = Bookshelf

-library =
    { $case ->
       *[text] ספרייה
        [title] הספרייה
    }

welcome = ברוכים הבאים אל { -app-name }, { $name }!

books-borrowed =
    { $count ->
        [one] שאלת ספר אחד.
        [two] שאלת שני ספרים.
       *[other] שאלת { $count } ספרים.
    }

place-in-line = מקומך בתור הוא { $place }.

due-date = יש להחזיר את הספר עד { DATETIME($date, month: "long", day: "numeric") }.

member-price = חברים משלמים { NUMBER($part, style: "percent", maximumFractionDigits: 0) } פחות.

file-size = גודל הקובץ הזה הוא { NUMBER($size, maximumFractionDigits: 1) } מ״ב.

search =
    .placeholder = חיפוש כותר או מחבר
    .title = חיפוש ספרים

open-button = פתיחה
    .title = פתיחת הספר

library-rules = כללי { -library(case: "title") }

help-name = דף העזרה

ask-us = אפשר לפתוח את ”{ help-name }“ ולכתוב לנו.

help-link = כדאי לקרוא את <a data-l10n-name="help">דף העזרה שלנו</a> לפני ש<strong>כותבים לנו</strong>.

rules-link = כדאי לקרוא את [הכללים](https://example.org/rules) ו**לשמור אותם**.

contact = אפשר לכתוב אל help@example.org או להתקשר אל ‎+1 202-555-0143.

website = כל הספרים נמצאים בכתובת https://www.example.org/books.

parcel-size = חבילה יכולה לשקול עד 5 ק״ג ואורכה יכול להיות 60 ס״מ.

wait = יש להמתין לפחות 15 דקות לפני שמנסים שוב.

age-limit = כל מי שגילו פחות מ־18 זקוק לחתימה של אחד ההורים.

card-price = כרטיס חדש עולה 12.50 אירו.

law = הנתונים שלך מוגנים לפי 18 U.S.C. § 2710.

closed = ה{ -library } סגורה מ־24 בדצמבר 2026 עד 1 בינואר 2027.

loan-period = אפשר להחזיק ספר שלושה שבועות.

shelves = ספרי הילדים נמצאים על המדף השלישי.

quiet = אפשר להפעיל עם --quiet כדי לא לראות הודעות.

press-send = יש ללחוץ על ”שליחה“ ולהמתין לתשובה.

delete-question = האם באמת למחוק את הרשימה הזאת?

steps =
    כדי לשאול ספר:
    1. מוצאים אותו ברשימה.
    2. לוחצים על הכפתור הירוק.
    3. מחכים להודעה שלנו.

privacy = איננו מראים את רשימת הקריאה שלך לאיש.

show-card = חובה להציג את הכרטיס כשאוספים ספר.

about = הספרייה משאילה ספרים לכל מי שגר בעיר. אפשר לקחת אותם הביתה ולקרוא בנחת. אם אף אחד אחר לא מחכה לספר, אפשר להשאיר אותו זמן רב יותר. הצוות שלנו ישמח לעזור לך למצוא את מה שחיפשת.

lost-card = יש להודיע לנו מיד אם הכרטיס אבד. אז אף אחד לא יוכל לשאול ספרים בשמך. הכרטיס החדש יהיה מוכן למחרת, ואפשר לקבל אותו בדלפק.

save-list = שמירת הרשימה הזאת לאחר כך

save-list-again = שמירת הרשימה הזאת לאחר כך

action-done =
    { $action ->
        [delete] הרשימה נמחקה.
       *[save] הרשימה נשמרה.
    }
