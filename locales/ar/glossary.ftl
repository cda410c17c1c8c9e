### The words the Arabic FAQ uses for its main ideas. A term is used in other messages as { -term-name }.
### Draft, not yet reviewed. What each term stands for is explained in locales/en-US/glossary.ftl.

# The term of UN bodies, Arab laws and ministries for the general public (treaties also say الاتجار بالأشخاص). Avoids تهريب, which is smuggling.
-human-trafficking = الاتجار بالبشر

# A close rendering of the full name; official texts also say الاستغلال الجنسي للأطفال لأغراض تجارية. The same form serves in every case.
-csec = الاستغلال الجنسي التجاري للأطفال

# Arabic has no established acronym, so the full name is repeated.
-csec-acronym = الاستغلال الجنسي التجاري للأطفال

# The word of the Palermo Protocol in Arabic. Forms: ضحايا before the name of the crime; singular الضحية.
-victims = الضحايا

# The short vowel in المستغِلّون keeps it apart from “the exploited”; المتاجرون بالبشر always means criminals. Singular: المستغِلّ/المتاجر بالبشر.
-exploiters = المستغِلّون/المتاجرون بالبشر

# “Buyers of sex”: المشترون alone would sound like shoppers. Avoids زبائن (only in quotation marks, for “johns”) and عملاء (customers, clients).
-buyers = مشترو الجنس
