### The words that the Haitian Creole FAQ uses for its main ideas (draft, not yet reviewed). IPN orthography, no apostrophes.

# The plain Creole name of the crime. Haitian law, in French, says “traite des personnes”; “trèt moun” after it would be understood by fewer readers.
# Smuggling would be “kontrebann migran” or “vwayaj klandesten”, which is avoided.
-human-trafficking = trafik moun

# The full name, after the French “exploitation sexuelle commerciale des enfants”. At the start of a sentence faq.ftl writes out “Eksplwatasyon seksyèl komèsyal timoun”.
-csec = eksplwatasyon seksyèl komèsyal timoun

# Creole has no established short form, so the full name is repeated.
-csec-acronym = eksplwatasyon seksyèl komèsyal timoun

# The neutral word, without blame. The plural marker “yo” stands in the message; faq.ftl writes out “Viktim” at the start of a sentence.
-victims = viktim

# “Eksplwatè” for those who profit, “trafikan moun” for those who traffic people (“trafikan” alone suggests drug dealing). The plural marker “yo” stands in the message; “Eksplwatè/trafikan moun” is written out at the start of a sentence.
-exploiters = eksplwatè/trafikan moun

# Those who buy sex. Avoids “kliyan” (customer), and “achtè” alone, which sounds like a shopper. “Achtè sèks” is written out at the start of a sentence.
-buyers = achtè sèks
