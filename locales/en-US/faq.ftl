### The FAQ: eight questions about human trafficking and the commercial sexual exploitation of children.
### Who reads it: victims, parents, teachers, caseworkers; some of them frightened, some of them children.
### How to translate: plain and respectful words, nothing that blames a victim, nothing added and nothing left out.
### What must not change: every "not", every age and number, and what stands in { braces }.
### The English text was written by the content owner and is kept word for word.

# The title of the page.
title = Frequently Asked Questions

## What is human trafficking?

# A question.
human-trafficking-question = What is { -human-trafficking }?

# Who is quoted. Stands before the quotation and leads into it.
human-trafficking-definition-attribution = As defined by the federal government,

# A quotation of the federal government of the United States, with its quotation marks. Translate it fully and closely,
# with the quotation marks of your language. The age (18) is part of the quotation: write it as a number.
# "Regardless of whether": below 18 it is a crime even without force, fraud or coercion.
human-trafficking-definition = “Human trafficking is a crime that involves the exploitation of a person for the purposes of compelled labor or a commercial sex act through the use of force, fraud, or coercion. When a person younger than 18 is induced to perform a commercial sex act, it is a crime regardless of whether there is any force, fraud, or coercion.”

## What is commercial sexual exploitation of children?

# A question.
csec-question = What is { -csec }?

# "Something of value" is not only money. It may be given to the child or to somebody else, and a promise is enough.
# "Is treated as … property" says what exploiters do, not what a child is.
csec-answer = Commercial sexual exploitation of children is sexual activity involving sex for an exchange for something of value, or promise thereof, to the child or another person or persons. The child is treated as commercial and sexual property.

## What does commercial exploitation of children include?

# A question. The ten items below are its answer: all of them name what is done to children.
# Choose words that name the exploitation, not the child's "work".
csec-forms-question = What does commercial exploitation of children include?

# Item 1 of 10. Pictures and films of the sexual abuse of children.
csec-forms-list-pornography = Pornography

# Item 2 of 10. A child is made to undress in front of others.
csec-forms-list-stripping = Stripping

# Item 3 of 10. Two kinds in one item; the slash means "or".
csec-forms-list-massage = Erotic/nude massage

# Item 4 of 10. A member of the family makes the child available for sex and profits from it.
csec-forms-list-interfamilial-pimping = Interfamilial pimping

# Item 5 of 10. Sex in exchange for what a child needs to live: food, a place to sleep, protection.
csec-forms-list-survival-sex = Survival sex

# Item 6 of 10. Parties at which children are offered for sex.
csec-forms-list-private-parties = Private parties

# Item 7 of 10. Organised by a gang.
csec-forms-list-gang-based-prostitution = Gang-based prostitution

# Item 8 of 10. An ordinary name for offering people for sex; keep the distance that your language has.
csec-forms-list-escort-services = Escort services

# Item 9 of 10. Arranged or carried out over the internet.
csec-forms-list-internet-based-exploitation = Internet-based exploitation

# Item 10 of 10. "The track" and "the blade" are American slang for the streets where people are sold for sex.
# Give the sense in your language; where it has no neutral word, keep it in quotation marks. Do not drop it.
csec-forms-list-street-prostitution = Street prostitution (the track, the blade)

## Who are the victims of CSEC?

# A question.
victims-question = Who are the { -victims } of { -csec-acronym }?

# { $adult-age } becomes the number 18. "Under the age of": younger than, the number itself not included.
# "Can be of any": no child is excluded.
victims-answer = Victims of child exploitation are under the age of { $adult-age } and can be of any ethnicity, race, religion, socioeconomic class, gender, and sexual orientation.

## Who is especially vulnerable to CSEC?

# A question.
vulnerability-question = Who is especially vulnerable to { -csec-acronym }?

# "Neglected by" says what adults failed to do. "Foster care system": children whom the state has placed with other
# families or in homes. "Runaways": children who have left home.
vulnerability-answer = Children most vulnerable to exploitation are those who have been neglected by their parent or guardian. This includes homeless youth, runaways, children who have a history of abuse, and those who are within the foster care system. Children who come from low-income neighborhoods and live in areas where violent crime is prevalent are also vulnerable to sexual exploitation.

## Why don’t victims seek help?

# A question, with a "not" in it. It must not sound like a reproach. @negation
seeking-help-question = Why don’t { -victims } seek help?

# Each "no", "unable" and "not" counts. "May feel ashamed": some do; it does not say that they should.
# "Groomed": led, step by step, into trust and dependence. "Systems": police, courts, child protection. @negation @possibility @choice
seeking-help-answer = Victims of sexual exploitation often feel that they have no safe place to go to for help. Most victims are isolated from family and friends, may feel ashamed or embarrassed to confide in their loved ones, or have no support system in place to get the help they need. Sometimes victims are imprisoned by their exploiter/trafficker and are unable to escape due to threats and/or physical abuse. Exploited youth can also be groomed by pimps to distrust systems and may not be aware of existing services.

## Who are the exploiters/traffickers?

# A question.
exploiters-question = Who are the { -exploiters }?

# { $adult-age } becomes the number 18. "May or may not": both are possible. @negation @possibility @choice
exploiters-answer = They are anyone who benefits from the commercial sexual exploitation of a minor (under { $adult-age } years old) and/or facilitates the commercial sexual exploitation of a minor. Exploiters/traffickers can be anyone of any gender, age, or ethnicity, and may or may not be part of a criminal organization. Sometimes they can also be someone the victim knows and trusts, like a family member.

## Who are the buyers?

# A question.
buyers-question = Who are the { -buyers }?

# “Johns” is American slang for men who pay for sex. Give the sense in your language, in quotation marks; do not drop it.
# "Even if they lack information": not knowing the age does not make a buyer less responsible.
buyers-answer = Buyers or “johns” are recipients of the sexual services and can be of any age, ethnicity, and socioeconomic background. The buyers are equally responsible for the crime even if they lack information of victim’s age or status.
