### The words that the Filipino FAQ uses for its main ideas (draft, not yet reviewed).

# The loan that IACAT and the Department of Justice use in Filipino texts and that the public knows. Avoids “pagpupuslit ng tao” (smuggling) and “pangangalakal ng tao” (sounds like commerce).
-human-trafficking = human trafficking

# The full name with the words that Philippine agencies use in Filipino: “sekswal na pagsasamantala” (sexual exploitation). At the start of a sentence the article “Ang” stands before it.
-csec = komersyal na sekswal na pagsasamantala sa mga bata

# There is no established short form of the Filipino name, so the full name is repeated.
-csec-acronym = komersyal na sekswal na pagsasamantala sa mga bata

# The neutral word of law and social work, with the plural marker “mga”. The singular “biktima” is written out in faq.ftl.
-victims = mga biktima

# “Nagsasamantala” (one who exploits) names the act; “trafficker” is the loan that Philippine agencies use in Filipino texts. The singular (“ng nagsasamantala sa kanila/ng kanilang trafficker”) is written out in faq.ftl.
-exploiters = mga nagsasamantala/trafficker

# “Those who buy sex”. Avoids “parokyano”, “kostumer” and “mamimili” (customers).
-buyers = mga bumibili ng seks
