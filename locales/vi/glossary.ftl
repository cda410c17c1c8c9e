### The words that the Vietnamese FAQ uses for its main ideas (draft, not yet reviewed).

# The term of the Vietnamese law on preventing and combating human trafficking (Luật Phòng, chống mua bán người). Not “đưa người di cư trái phép” (migrant smuggling).
-human-trafficking = mua bán người

# The usual Vietnamese rendering in child protection texts. At the start of a sentence faq.ftl writes out “Bóc lột tình dục trẻ em vì mục đích thương mại”.
-csec = bóc lột tình dục trẻ em vì mục đích thương mại

# Vietnamese has no established short form, so the full name is repeated.
-csec-acronym = bóc lột tình dục trẻ em vì mục đích thương mại

# The neutral word of law and child protection, without blame; no plural form is needed. “Nạn nhân” is written out at the start of a sentence.
-victims = nạn nhân

# “Kẻ” marks an offender and keeps both words from sounding like a trade. “Kẻ bóc lột/kẻ mua bán người” is written out at the start of a sentence.
-exploiters = kẻ bóc lột/kẻ mua bán người

# The word of Vietnamese law for a person who buys sex. Avoids “khách” and “khách mua dâm” (customer). “Người mua dâm” is written out at the start of a sentence.
-buyers = người mua dâm
