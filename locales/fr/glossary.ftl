### The French words this FAQ uses for its main ideas. Draft, not yet reviewed.

# Used in official texts: French law, the EU, the Council of Europe. It avoids “trafic”, which suggests the smuggling of migrants (“trafic de migrants”). Feminine singular: la traite.
-human-trafficking = traite des êtres humains

# Used in French texts of international organisations. “Enfants” means everybody younger than 18, as in the Convention on the Rights of the Child. Feminine singular: l’exploitation.
-csec = exploitation sexuelle des enfants à des fins commerciales

# The full name again: no French acronym that readers in general would know was found. Feminine singular, with elision: l’exploitation.
-csec-acronym = exploitation sexuelle des enfants à des fins commerciales

# The word of the law and of services for victims; it carries no blame. Feminine plural for all genders: les victimes.
-victims = victimes

# “D’êtres humains” is needed: “trafiquants” alone suggests drugs or weapons, and French has no common word for the perpetrator made from “traite”. Masculine plural; singular after a possessive: leur exploiteur/trafiquant d’êtres humains.
-exploiters = exploiteurs/trafiquants d’êtres humains

# After the French law of 2016, which prohibits “l’achat d’un acte sexuel”. It avoids “clients”, which sounds like a trade. Masculine plural: les acheteurs d’actes sexuels.
-buyers = acheteurs d’actes sexuels
