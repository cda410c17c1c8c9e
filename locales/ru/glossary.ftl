### The words the Russian FAQ uses for its main ideas. A term is used in other messages as { -term-name }.
### Draft, not yet reviewed. What each term stands for is explained in locales/en-US/glossary.ftl.

# The term of the Palermo Protocol in Russian and of the UN bodies. Avoids “незаконный ввоз мигрантов”, which is smuggling.
-human-trafficking = торговля людьми

# A close rendering of the full name; official texts also say “сексуальная эксплуатация детей в коммерческих целях”. Other cases: “коммерческой сексуальной эксплуатации детей” (genitive), “коммерческой сексуальной эксплуатацией детей” (instrumental); “Коммерческая …” at the start of a sentence.
-csec = коммерческая сексуальная эксплуатация детей

# Some organisations write “КСЭД”, but the general public does not know it, so the full name is repeated (in faq.ftl written out in the case needed).
-csec-acronym = коммерческая сексуальная эксплуатация детей

# The word of the Palermo Protocol in Russian; it leaves no doubt that the children are victims. “Пострадавшие” would be gentler, but can mean anyone hurt. Forms: жертв; singular жертва, жертвы (genitive).
-victims = жертвы

# “Торговцы людьми” goes with “торговля людьми” and always means criminals; never “торговцы” alone. Spaces round the slash, because one side has two words. Forms: эксплуататор / торговец людьми; эксплуататором / торговцем людьми.
-exploiters = эксплуататоры / торговцы людьми

# “Покупатели” alone would sound like shoppers, so the word names what is bought. Avoids “клиенты” (only in quotation marks, for “johns”) and “заказчики”.
-buyers = покупатели секса
