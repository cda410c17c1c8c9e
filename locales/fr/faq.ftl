### The FAQ in French; a draft not yet reviewed. Notes for each message are in the reference file (locales/en-US).

title = Questions fréquentes

## Qu’est-ce que la traite des êtres humains ?

human-trafficking-question = Qu’est-ce que la { -human-trafficking } ?

# As in the English, the country is not named. If the owner allows it: “du gouvernement fédéral des États-Unis”.
human-trafficking-definition-attribution = Selon la définition du gouvernement fédéral :

# “Contrainte” is the word of the French text of the UN protocol for coercion.
human-trafficking-definition = « La traite des êtres humains est un crime qui implique l’exploitation d’une personne à des fins de travail forcé ou d’acte sexuel à caractère commercial, par le recours à la force, à la fraude ou à la contrainte. Lorsqu’une personne de moins de 18 ans est incitée à accomplir un acte sexuel à caractère commercial, il s’agit d’un crime, qu’il y ait ou non recours à la force, à la fraude ou à la contrainte. »

## Qu’est-ce que l’exploitation sexuelle des enfants à des fins commerciales ?

csec-question = Qu’est-ce que l’{ -csec } ?

# “Est traité comme” says what others do to the child, not what the child is. Not “propriété commerciale”, which is a term of the law of commercial leases.
csec-answer = L’{ -csec } est une activité sexuelle impliquant des actes sexuels en échange d’une chose de valeur, ou de la promesse d’une telle chose, pour l’enfant ou pour une ou plusieurs autres personnes. L’enfant est traité comme une propriété, à des fins commerciales et sexuelles.

## Que comprend l’exploitation commerciale des enfants ?

csec-forms-question = Que comprend l’exploitation commerciale des enfants ?

csec-forms-list-pornography = Pornographie

# The usual French word, although it comes from English.
csec-forms-list-stripping = Strip-tease

csec-forms-list-massage = Massages érotiques ou avec nudité

csec-forms-list-interfamilial-pimping = Proxénétisme au sein de la famille

csec-forms-list-survival-sex = Sexe de survie

csec-forms-list-private-parties = Soirées privées

csec-forms-list-gang-based-prostitution = Prostitution organisée par des gangs

csec-forms-list-escort-services = Services d’escorte

csec-forms-list-internet-based-exploitation = Exploitation par Internet

# The slang is rendered by its sense, with two French words for the street as the place of prostitution.
csec-forms-list-street-prostitution = Prostitution de rue (« le trottoir », « le bitume »)

## Qui sont les victimes de l’exploitation sexuelle des enfants à des fins commerciales ?

victims-question = Qui sont les { -victims } de l’{ -csec-acronym } ?

victims-answer = Les { -victims } de l’exploitation d’enfants ont moins de { $adult-age } ans et peuvent être de toute appartenance ethnique, de toute race, de toute religion, de toute classe socio-économique, de tout genre et de toute orientation sexuelle.

## Qui est particulièrement vulnérable à l’exploitation sexuelle des enfants à des fins commerciales ?

vulnerability-question = Qui est particulièrement vulnérable à l’{ -csec-acronym } ?

# “Foster care system” is described in the words of French child protection (protection de l’enfance); France has no single name for it. “Ont fui leur domicile” avoids “en fugue”, which sounds like misbehaviour.
vulnerability-answer = Les enfants les plus vulnérables à l’exploitation sont ceux qui ont été négligés par leur père, leur mère, leur tuteur ou leur tutrice. Cela comprend les jeunes sans abri, les enfants qui ont fui leur domicile, les enfants qui ont subi des maltraitances par le passé et ceux qui sont placés par la protection de l’enfance, en famille d’accueil ou en foyer. Les enfants qui viennent de quartiers à faibles revenus et vivent dans des zones où les crimes violents sont fréquents sont eux aussi vulnérables à l’exploitation sexuelle.

## Pourquoi les victimes ne cherchent-elles pas d’aide ?

seeking-help-question = Pourquoi les { -victims } ne cherchent-elles pas d’aide ?

# “Systems” is rendered as “institutions”: police, courts, child protection.
seeking-help-answer = Les { -victims } d’exploitation sexuelle ont souvent le sentiment de n’avoir aucun lieu sûr où aller chercher de l’aide. La plupart des { -victims } sont isolées de leur famille et de leurs amis, peuvent éprouver de la honte ou de la gêne à se confier à leurs proches, ou n’ont aucun réseau de soutien pour obtenir l’aide dont elles ont besoin. Parfois, les { -victims } sont retenues prisonnières par leur exploiteur/trafiquant d’êtres humains et ne peuvent pas s’échapper en raison de menaces et/ou de violences physiques. Des proxénètes peuvent aussi manipuler peu à peu les jeunes exploités pour les amener à se méfier des institutions, et il se peut que ces jeunes ne connaissent pas les services existants.

## Qui sont les exploiteurs/trafiquants d’êtres humains ?

exploiters-question = Qui sont les { -exploiters } ?

exploiters-answer = Il s’agit de toute personne qui tire profit de l’exploitation sexuelle à des fins commerciales d’une personne mineure (de moins de { $adult-age } ans) et/ou qui facilite l’exploitation sexuelle à des fins commerciales d’une personne mineure. Les { -exploiters } peuvent être des personnes de tout genre, de tout âge et de toute appartenance ethnique, et peuvent faire partie ou non d’une organisation criminelle. Parfois, il peut aussi s’agir de quelqu’un que la victime connaît et en qui elle a confiance, comme un membre de sa famille.

## Qui sont les acheteurs d’actes sexuels ?

buyers-question = Qui sont les { -buyers } ?

# « Clients », only here and in quotation marks, renders “johns”: French has no neutral slang word.
buyers-answer = Les { -buyers } ou « clients » sont les personnes qui reçoivent les services sexuels, et ils peuvent être de tout âge, de toute appartenance ethnique et de tout milieu socio-économique. Les { -buyers } sont tout autant responsables du crime, même lorsqu’il leur manque des informations sur l’âge ou la situation de la victime.
