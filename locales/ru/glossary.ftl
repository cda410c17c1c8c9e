### The words the Russian FAQ uses for its main ideas. A term is used in other messages as { -term-name }.
### Draft, not yet reviewed. What each term stands for is explained in locales/en-US/glossary.ftl.

# The term of the Palermo Protocol in Russian and of the UN bodies. Avoids “незаконный ввоз мигрантов”, which is smuggling.
-human-trafficking = торговля людьми

# The name used by the UN, the ILO and ECPAT. Other case: “коммерческой сексуальной эксплуатации детей” (genitive); “Коммерческая …” at the start of a sentence.
-csec = коммерческая сексуальная эксплуатация детей

# The Russian acronym of the name above, used by ECPAT and partner organisations. It does not inflect.
-csec-acronym = КСЭД

# The word of the Palermo Protocol and the UN conventions in Russian; it leaves no doubt that the children are victims. “Пострадавшие” would be gentler, but can mean anyone hurt. Forms: жертв, жертвам; singular жертва, жертвы (genitive).
-victims = жертвы

# “Торговцы людьми” is the UN word and always means criminals; never “торговцы” alone. Forms: эксплуататор/торговец людьми; эксплуататором/торговцем людьми.
-exploiters = эксплуататоры/торговцы людьми

# “Покупатели” alone would sound like shoppers, so the word names what is bought. Avoids “клиенты” and “заказчики”.
-buyers = покупатели секса
