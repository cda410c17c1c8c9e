### The Brazilian Portuguese words this FAQ uses for its main ideas. Draft, not yet reviewed.

# Used in official texts: Brazilian law (Lei 13.344/2016). Not “contrabando de migrantes”, which is smuggling. Masculine singular: o tráfico de pessoas.
-human-trafficking = tráfico de pessoas

# Brazilian official texts name children and adolescents together, because “criança” alone means younger than 12 in Brazilian law. Feminine singular: a exploração.
-csec = exploração sexual comercial de crianças e adolescentes

# The full name again: no Brazilian acronym that readers in general would know was found. Feminine singular: a exploração.
-csec-acronym = exploração sexual comercial de crianças e adolescentes

# The word of the law and of services for victims; it carries no blame. Feminine plural for all genders: as vítimas.
-victims = vítimas

# “De pessoas” is needed: “traficantes” alone means drug dealers in Brazil, and “exploradores” alone can mean explorers. Masculine plural; singular: explorador/traficante de pessoas.
-exploiters = exploradores/traficantes de pessoas

# “Compradores” alone sounds like ordinary shoppers, and “clientes” like a trade; “compradores de sexo” says what is paid for. Masculine plural: os compradores de sexo.
-buyers = compradores de sexo
