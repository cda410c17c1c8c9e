### The French words this FAQ uses for its main ideas. Draft, not yet reviewed.

# The term of French law, the EU and the Council of Europe. It avoids “trafic”, which suggests the smuggling of migrants (“trafic de migrants”). Feminine singular: la traite.
-human-trafficking = traite des êtres humains

# The name of the Stockholm Declaration, used by the UN and ECPAT. “Enfants” means everybody younger than 18, as in the Convention on the Rights of the Child. Feminine singular: l’exploitation.
-csec = exploitation sexuelle des enfants à des fins commerciales

# The established French acronym of the name above (ECPAT). Feminine, with elision: l’ESEC.
-csec-acronym = ESEC

# The word of the law and of services for victims; it carries no blame. Feminine plural for all genders: les victimes.
-victims = victimes

# The usual words of French and EU bodies for the perpetrators of “traite”. Masculine plural; singular: l’exploiteur/le trafiquant, after a possessive: leur exploiteur/trafiquant.
-exploiters = exploiteurs/trafiquants

# After the French law of 2016, which punishes “l’achat d’actes sexuels”. It avoids “clients”, which sounds like a trade. Masculine plural: les acheteurs d’actes sexuels.
-buyers = acheteurs d’actes sexuels
