### The words that the Filipino FAQ uses for its main ideas (draft, not yet reviewed).

# The English loan, generally known in the Philippines. Avoids “pagpupuslit ng tao” (smuggling) and “pangangalakal ng tao” (sounds like commerce).
-human-trafficking = human trafficking

# The full name, built with “sekswal na pagsasamantala”, the usual words for sexual exploitation. At the start of a sentence the article “Ang” stands before it.
-csec = komersyal na sekswal na pagsasamantala sa mga bata

# There is no established short form of the Filipino name, so the full name is repeated.
-csec-acronym = komersyal na sekswal na pagsasamantala sa mga bata

# The usual word, without blame, with the plural marker “mga”. The singular “biktima” is written out in faq.ftl.
-victims = mga biktima

# “Nagsasamantala” (one who exploits) names the act; “trafficker” is the loan that goes with “human trafficking”. The singular (“ng nagsasamantala sa kanila o ng kanilang trafficker”) is written out in faq.ftl.
-exploiters = mga nagsasamantala/trafficker

# “Those who buy sex”. Avoids “parokyano”, “kostumer” and “mamimili” (customers).
-buyers = mga bumibili ng seks
