### The Spanish words this FAQ uses for its main ideas. Draft, not yet reviewed.

# Used in official texts: the UN protocol, public bodies in Latin America and the United States. It avoids “tráfico de personas”, which often means migrant smuggling. Feminine singular: la trata de personas.
-human-trafficking = trata de personas

# Used in official texts in Latin America. Naming girls, boys and adolescents makes clear that everybody younger than 18 is meant. Feminine singular: la explotación.
-csec = explotación sexual comercial de niñas, niños y adolescentes

# The full name again: the acronym ESCNNA is a specialists’ word that many readers would not know. Feminine singular: la explotación.
-csec-acronym = explotación sexual comercial de niñas, niños y adolescentes

# The word of the law and of services for victims; it carries no blame. Feminine plural for all genders: las víctimas.
-victims = víctimas

# “Tratante”, used in official texts, is somebody who commits trata; it avoids “traficante”, which suggests drugs or smuggling. Masculine plural: los explotadores/tratantes; singular: el explotador/tratante.
-exploiters = explotadores/tratantes

# “Compradores” alone sounds like ordinary shoppers, and “clientes” like a trade; “compradores de sexo” says what is paid for. Masculine plural: los compradores de sexo.
-buyers = compradores de sexo
