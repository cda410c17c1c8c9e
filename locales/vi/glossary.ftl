### The words that the Vietnamese FAQ uses for its main ideas (draft, not yet reviewed).

# The term of the Vietnamese law on preventing and combating human trafficking (Luật Phòng, chống mua bán người). Not “đưa người di cư trái phép” (migrant smuggling).
-human-trafficking = mua bán người

# The words of Vietnamese child protection (“bóc lột tình dục trẻ em”) with “vì mục đích thương mại” (for commercial purposes). At the start of a sentence faq.ftl writes out “Bóc lột tình dục trẻ em vì mục đích thương mại”.
-csec = bóc lột tình dục trẻ em vì mục đích thương mại

# Vietnamese has no established short form, so the full name is repeated.
-csec-acronym = bóc lột tình dục trẻ em vì mục đích thương mại

# The usual word of law and child protection, without blame; no plural form is needed. “Nạn nhân” is written out at the start of a sentence.
-victims = nạn nhân

# “Kẻ” marks an offender and keeps both words from sounding like a trade. “Kẻ bóc lột/kẻ mua bán người” is written out at the start of a sentence, “kẻ bóc lột/kẻ mua bán mình” (their exploiter/trafficker) inside one.
-exploiters = kẻ bóc lột/kẻ mua bán người

# “Mua dâm” (to buy sex) is the verb of Vietnamese law; “kẻ” marks an offender, as in the term for exploiters, since both are equally responsible. Avoids “khách” and “khách mua dâm” (customer). “Kẻ mua dâm” is written out at the start of a sentence.
-buyers = kẻ mua dâm
