### The FAQ in Spanish; a draft not yet reviewed. Notes for each message are in the reference file (locales/en-US).

title = Preguntas frecuentes

## ¿Qué es la trata de personas?

human-trafficking-question = ¿Qué es la { -human-trafficking }?

# As in the English, the country is not named. If the owner allows it: “del gobierno federal de los Estados Unidos”.
human-trafficking-definition-attribution = Según la definición del gobierno federal:

# “Fuerza, fraude o coerción” and “acto sexual comercial” are the usual words of United States public bodies in Spanish.
human-trafficking-definition = “La trata de personas es un delito que implica la explotación de una persona con fines de trabajo forzado o de un acto sexual comercial mediante el uso de la fuerza, el fraude o la coerción. Cuando se induce a una persona menor de 18 años a realizar un acto sexual comercial, es un delito independientemente de que haya o no fuerza, fraude o coerción”.

## ¿Qué es la explotación sexual comercial de niñas, niños y adolescentes?

csec-question = ¿Qué es la { -csec }?

# “Se le trata como” says what others do to the child, not what the child is. Not “propiedad comercial”, which would be read as commercial real estate.
csec-answer = La { -csec } es una actividad sexual que implica sexo a cambio de algo de valor, o de la promesa de ello, para la niña, el niño o adolescente, o para otra u otras personas. A la niña, al niño o adolescente se le trata como una propiedad, con fines comerciales y sexuales.

## ¿Qué incluye la explotación comercial de niñas, niños y adolescentes?

csec-forms-question = ¿Qué incluye la explotación comercial de niñas, niños y adolescentes?

csec-forms-list-pornography = Pornografía

csec-forms-list-stripping = Estriptis

csec-forms-list-massage = Masajes eróticos o con desnudez

csec-forms-list-interfamilial-pimping = Proxenetismo dentro de la familia

csec-forms-list-survival-sex = Sexo por supervivencia

csec-forms-list-private-parties = Fiestas privadas

csec-forms-list-gang-based-prostitution = Prostitución organizada por pandillas

csec-forms-list-escort-services = Servicios de acompañantes

csec-forms-list-internet-based-exploitation = Explotación por internet

# The slang is rendered by its sense, with two words for the streets where people are sold for sex. “La zona” is understood in this sense mostly in Mexico and Central America.
csec-forms-list-street-prostitution = Prostitución en la calle (“la zona”, “la esquina”)

## ¿Quiénes son las víctimas de la explotación sexual comercial de niñas, niños y adolescentes?

victims-question = ¿Quiénes son las { -victims } de la { -csec-acronym }?

victims-answer = Las { -victims } de la explotación de niñas, niños y adolescentes tienen menos de { $adult-age } años y pueden ser de cualquier etnia, raza, religión, clase socioeconómica, género u orientación sexual.

## ¿Quiénes son especialmente vulnerables a la explotación sexual comercial de niñas, niños y adolescentes?

vulnerability-question = ¿Quiénes son especialmente vulnerables a la { -csec-acronym }?

# “Maltrato o abuso”: “abuso” alone would be read as sexual abuse only. “Han huido de su casa” avoids “fugados”, which sounds like an offence.
vulnerability-answer = Las niñas, niños y adolescentes más vulnerables a la explotación son quienes han sufrido negligencia por parte de su padre, madre, tutor o tutora. Esto incluye a jóvenes sin hogar, a quienes han huido de su casa, a niñas, niños y adolescentes que han sufrido maltrato o abuso y a quienes están en el sistema de cuidado de crianza temporal. Las niñas, niños y adolescentes que provienen de vecindarios de bajos ingresos y viven en zonas donde los delitos violentos son frecuentes también son vulnerables a la explotación sexual.

## ¿Por qué las víctimas no buscan ayuda?

seeking-help-question = ¿Por qué las { -victims } no buscan ayuda?

# “Systems” is rendered as “instituciones”: the literal “sistemas” would not be understood as police, courts and child protection.
seeking-help-answer = Las { -victims } de explotación sexual a menudo sienten que no tienen ningún lugar seguro al que acudir en busca de ayuda. La mayoría de las { -victims } están aisladas de su familia y sus amistades, pueden sentirse avergonzadas o cohibidas para sincerarse con sus seres queridos, o no cuentan con ninguna red de apoyo para obtener la ayuda que necesitan. A veces, su explotador/tratante mantiene encerradas a las { -victims }, y estas no pueden escapar debido a amenazas y/o violencia física. Las y los jóvenes explotados también pueden ser manipulados poco a poco por proxenetas para que desconfíen de las instituciones, y es posible que no conozcan los servicios existentes.

## ¿Quiénes son los explotadores/tratantes?

exploiters-question = ¿Quiénes son los { -exploiters }?

exploiters-answer = Son todas las personas que se benefician de la explotación sexual comercial de una persona menor de edad (de menos de { $adult-age } años) y/o facilitan la explotación sexual comercial de una persona menor de edad. Los { -exploiters } pueden ser personas de cualquier género, edad o etnia, y pueden formar parte o no de una organización delictiva. A veces también puede tratarse de alguien a quien la víctima conoce y en quien confía, como un familiar.

## ¿Quiénes son los compradores de sexo?

buyers-question = ¿Quiénes son los { -buyers }?

# “Clientes”, only here and in quotation marks, renders “johns”: Spanish slang such as “puteros” would insult the victims.
buyers-answer = Los { -buyers } o “clientes” son quienes reciben los servicios sexuales, y pueden ser de cualquier edad, etnia o nivel socioeconómico. Los { -buyers } son igualmente responsables del delito, incluso si les falta información sobre la edad o la situación de la víctima.
