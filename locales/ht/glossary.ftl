### The words that the Haitian Creole FAQ uses for its main ideas (draft, not yet reviewed). IPN orthography, no apostrophes.

# The common Creole name of the crime in information from public bodies for Haitian readers. “Trèt moun” (from French “traite”) is the word
# of Haitian law but less known to the public; smuggling would be “kontrebann migran” or “vwayaj klandesten”, which is avoided.
-human-trafficking = trafik moun

# The full name, after the French “exploitation sexuelle commerciale des enfants”. At the start of a sentence faq.ftl writes out “Eksplwatasyon seksyèl komèsyal timoun”.
-csec = eksplwatasyon seksyèl komèsyal timoun

# Creole has no established short form, so the full name is repeated.
-csec-acronym = eksplwatasyon seksyèl komèsyal timoun

# The neutral word, without blame. The plural marker “yo” stands in the message; faq.ftl writes out “Viktim” at the start of a sentence.
-victims = viktim

# “Eksplwatè” for those who profit, “trafikan” for those who traffic people. The plural marker “yo” stands in the message; “Eksplwatè/trafikan” is written out at the start of a sentence.
-exploiters = eksplwatè/trafikan

# Those who buy sex. Avoids “kliyan” (customer), and “achtè” alone, which sounds like a shopper. “Achtè sèks” is written out at the start of a sentence.
-buyers = achtè sèks
