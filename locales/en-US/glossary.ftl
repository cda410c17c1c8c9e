### The words this FAQ uses for its main ideas. A term is used in other messages as { -term-name }.
### Each language has its own glossary: decide here once which word stands for which idea,
### and use that word everywhere. Readers may be victims: the words must be respectful and blame nobody.

# The crime. Not smuggling of people across a border: nobody has to be moved.
-human-trafficking = human trafficking

# Children used for sex or sexual images in exchange for something of value. The full name, as in official texts.
-csec = commercial sexual exploitation of children

# The short form of the name above. A language without an established short form repeats the full name here.
-csec-acronym = CSEC

# The children who are exploited. The word must carry no blame, and no doubt that they are victims.
-victims = victims

# Those who profit from the exploitation, whether or not they take part in it.
-exploiters = exploiters/traffickers

# Those who pay, with money or anything else. Not "clients" or "customers": the word must not make it sound like a trade.
-buyers = buyers
