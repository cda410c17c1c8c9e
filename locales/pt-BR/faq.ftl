### The FAQ in Brazilian Portuguese; a draft not yet reviewed. Notes for each message are in the reference file (locales/en-US).

title = Perguntas frequentes

## O que é o tráfico de pessoas?

human-trafficking-question = O que é o { -human-trafficking }?

# As in the English, the country is not named; a reader in Brazil may think of the Brazilian government. If the owner allows it: “do governo federal dos Estados Unidos”.
human-trafficking-definition-attribution = De acordo com a definição do governo federal:

human-trafficking-definition = “O tráfico de pessoas é um crime que envolve a exploração de uma pessoa para fins de trabalho forçado ou de ato sexual comercial mediante o uso de força, fraude ou coação. Quando uma pessoa com menos de 18 anos é induzida a realizar um ato sexual comercial, isso é crime independentemente de haver ou não força, fraude ou coação.”

## O que é a exploração sexual comercial de crianças e adolescentes?

csec-question = O que é a { -csec }?

# “É tratado como” says what others do to the child, not what the child is. Not “propriedade comercial”, which would be read as commercial real estate.
csec-answer = A { -csec } é uma atividade sexual que envolve sexo em troca de algo de valor, ou da promessa disso, para a criança ou o adolescente, ou para outra pessoa ou outras pessoas. A criança ou o adolescente é tratado como uma propriedade, para fins comerciais e sexuais.

## O que a exploração comercial de crianças e adolescentes inclui?

csec-forms-question = O que a exploração comercial de crianças e adolescentes inclui?

csec-forms-list-pornography = Pornografia

# The usual Brazilian word, although it comes from English.
csec-forms-list-stripping = Striptease

csec-forms-list-massage = Massagem erótica ou com nudez

# “Cafetinagem” is the plain word; the legal words are “proxenetismo” and “rufianismo”.
csec-forms-list-interfamilial-pimping = Cafetinagem dentro da família

csec-forms-list-survival-sex = Sexo por sobrevivência

csec-forms-list-private-parties = Festas particulares

csec-forms-list-gang-based-prostitution = Prostituição organizada por gangues

csec-forms-list-escort-services = Serviços de acompanhantes

csec-forms-list-internet-based-exploitation = Exploração pela internet

# The slang is rendered by its sense, with two words used in Brazil for the streets where people are sold for sex.
csec-forms-list-street-prostitution = Prostituição de rua (“a pista”, “o ponto”)

## Quem são as vítimas da exploração sexual comercial de crianças e adolescentes?

victims-question = Quem são as { -victims } da { -csec-acronym }?

victims-answer = As { -victims } da exploração de crianças e adolescentes têm menos de { $adult-age } anos e podem ser de qualquer etnia, raça, religião, classe socioeconômica, gênero ou orientação sexual.

## Quem é especialmente vulnerável à exploração sexual comercial de crianças e adolescentes?

vulnerability-question = Quem é especialmente vulnerável à { -csec-acronym }?

# “Acolhimento familiar ou institucional” is the Brazilian official name of foster care. “Maus-tratos ou abuso”: “abuso” alone would be read as sexual abuse only.
vulnerability-answer = As crianças e os adolescentes mais vulneráveis à exploração são aqueles que foram negligenciados por seu pai, sua mãe ou seu responsável. Isso inclui jovens em situação de rua, crianças e adolescentes que fugiram de casa, crianças e adolescentes que já sofreram maus-tratos ou abuso e aqueles que estão no sistema de acolhimento familiar ou institucional. Crianças e adolescentes que vêm de bairros de baixa renda e vivem em áreas onde crimes violentos são frequentes também são vulneráveis à exploração sexual.

## Por que as vítimas não procuram ajuda?

seeking-help-question = Por que as { -victims } não procuram ajuda?

# “Systems” is rendered as “instituições”: police, courts, child protection.
seeking-help-answer = As { -victims } de exploração sexual muitas vezes sentem que não têm nenhum lugar seguro aonde ir em busca de ajuda. A maioria das { -victims } estão isoladas da família e dos amigos, podem sentir vergonha ou constrangimento em se abrir com as pessoas que amam, ou não contam com nenhuma rede de apoio para obter a ajuda de que precisam. Às vezes, as { -victims } são mantidas prisioneiras por seu explorador/traficante de pessoas e não conseguem fugir por causa de ameaças e/ou violência física. Jovens explorados também podem ser manipulados aos poucos por cafetões para que desconfiem das instituições, e esses jovens podem não conhecer os serviços existentes.

## Quem são os exploradores/traficantes de pessoas?

exploiters-question = Quem são os { -exploiters }?

# “Criança ou adolescente” for “minor”: “menor” alone is avoided in Brazilian official texts because it stigmatises.
exploiters-answer = São todas as pessoas que se beneficiam da exploração sexual comercial de uma criança ou de um adolescente (com menos de { $adult-age } anos) e/ou facilitam a exploração sexual comercial de uma criança ou de um adolescente. Os { -exploiters } podem ser pessoas de qualquer gênero, idade ou etnia e podem ou não fazer parte de uma organização criminosa. Às vezes, também pode se tratar de alguém que a vítima conhece e em quem confia, como um familiar.

## Quem são os compradores de sexo?

buyers-question = Quem são os { -buyers }?

# “Clientes”, only here and in quotation marks, renders “johns”: Brazilian Portuguese has no neutral slang word.
buyers-answer = Os { -buyers } ou “clientes” são as pessoas que recebem os serviços sexuais, e podem ser de qualquer idade, etnia ou nível socioeconômico. Os { -buyers } são igualmente responsáveis pelo crime, mesmo que lhes faltem informações sobre a idade ou a situação da vítima.
