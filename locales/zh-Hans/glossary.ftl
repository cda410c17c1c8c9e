### The Simplified Chinese words this FAQ uses for its main ideas. Draft, not yet reviewed.

# The word of the Chinese text of the UN protocol. It avoids “拐卖” (narrower: abduction and sale) and “偷运” (migrant smuggling).
-human-trafficking = 人口贩运

# The doubled 性 is intended: the common shorter form “商业性剥削” can also be read as merely “commercial exploitation”. “儿童” means everybody younger than 18, as in the Convention on the Rights of the Child.
-csec = 儿童商业性性剥削

# Chinese has no established acronym, so the full name is repeated.
-csec-acronym = 儿童商业性性剥削

# The usual word for a person harmed by a crime; it carries no blame. No change of form.
-victims = 受害者

# “剥削者” condemns; “贩运者” matches “人口贩运”. Avoids “老板” and other words of trade. No change of form.
-exploiters = 剥削者/贩运者

# Chosen, though not an everyday word, because it names the act (paying for sex). Avoids “客人”, “顾客” and “买家”, which sound like an ordinary trade. No change of form.
-buyers = 性购买者
