-app-name = Bookshelf

-library = المكتبة

welcome = مرحبًا بك في { -app-name } يا { $name }!

books-borrowed =
    { $count ->
        [zero] لم تستعر أي كتاب.
        [one] استعرت كتابًا واحدًا.
        [two] استعرت كتابين.
        [few] استعرت { $count } كتب.
        [many] استعرت { $count } كتابًا.
       *[other] استعرت { $count } كتاب.
    }

place-in-line = ترتيبك في قائمة الانتظار هو { $place }.

due-date = أعد الكتاب قبل { DATETIME($date, month: "long", day: "numeric") }.

member-price = يدفع الأعضاء أقل بنسبة { NUMBER($part, style: "percent", maximumFractionDigits: 0) }.

file-size = حجم هذا الملف { NUMBER($size, maximumFractionDigits: 1) } ميغابايت.

search =
    .placeholder = ابحث عن عنوان أو مؤلف
    .title = البحث عن الكتب

open-button = فتح
    .title = فتح الكتاب

library-rules = قواعد { -library }

help-name = صفحة المساعدة

ask-us = افتح «{ help-name }» واكتب إلينا.

help-link = اقرأ <a data-l10n-name="help">صفحة المساعدة</a> قبل أن <strong>تكتب إلينا</strong>.

rules-link = اقرأ [القواعد](https://example.org/rules) و**احتفظ بها**.

contact = اكتب إلى help@example.org أو اتصل بالرقم ‎+1 202-555-0143.

website = تجد جميع الكتب على https://www.example.org/books.

parcel-size = يمكن أن يصل وزن الطرد إلى 5 كغ وطوله إلى 60 سم.

wait = انتظر 15 دقيقة على الأقل قبل أن تحاول مرة أخرى.

age-limit = كل من هو دون سن 18 يحتاج إلى توقيع أحد الوالدين.

card-price = تكلفة البطاقة الجديدة 12.50 يورو.

law = بياناتك محمية بموجب 18 U.S.C. § 2710.

closed = { -library } مغلقة من 24 ديسمبر 2026 إلى 1 يناير 2027.

loan-period = يمكنك الاحتفاظ بالكتاب لمدة ثلاثة أسابيع.

shelves = كتب الأطفال على الرف الثالث.

quiet = شغّله مع --quiet لئلا ترى أي رسائل.

press-send = اضغط على «إرسال» وانتظر الرد.

delete-question = هل تريد حقًا حذف هذه القائمة؟

steps =
    لاستعارة كتاب:
    1. ابحث عنه في القائمة.
    2. اضغط على الزر الأخضر.
    3. انتظر رسالتنا.

privacy = لا نشارك قائمة قراءتك مع أحد.

show-card = يجب أن تُظهر بطاقتك عندما تستلم كتابًا.

about = تعير المكتبة الكتب لكل من يسكن في المدينة. يمكنك أن تأخذها إلى البيت وتقرأها بهدوء. إذا لم يكن أحد غيرك ينتظر الكتاب، يمكنك الاحتفاظ به مدة أطول. يسعد موظفونا بمساعدتك في العثور على ما تبحث عنه.

lost-card = أخبرنا فورًا إذا فقدت بطاقتك. لن يستطيع أحد بعد ذلك استعارة الكتب باسمك. تكون البطاقة الجديدة جاهزة في اليوم التالي، ويمكنك استلامها من مكتب الاستقبال.

save-list = حفظ هذه القائمة لوقت لاحق

save-list-again = حفظ هذه القائمة لوقت لاحق

action-done =
    { $action ->
        [delete] تم حذف القائمة.
       *[save] تم حفظ القائمة.
    }
