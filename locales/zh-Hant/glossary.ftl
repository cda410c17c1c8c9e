### The Traditional Chinese words this FAQ uses for its main ideas, neutral between Taiwan and Hong Kong. Draft, not yet reviewed.

# The word of Taiwan’s Human Trafficking Prevention Act (人口販運防制法), also understood in Hong Kong. It avoids “人口走私” and “偷渡”, which mean smuggling.
-human-trafficking = 人口販運

# The doubled 性 is intended: the common shorter form “商業性剝削” can also be read as merely “commercial exploitation”. “兒童” means everybody younger than 18, as in the Convention on the Rights of the Child; “性剝削” (Taiwan’s law) avoids “性交易”, which sounds like a trade.
-csec = 兒童商業性性剝削

# Chinese has no established acronym, so the full name is repeated.
-csec-acronym = 兒童商業性性剝削

# The usual word in Taiwan and Hong Kong (Taiwan’s law also writes “被害人”); it carries no blame. No change of form.
-victims = 受害者

# “剝削者” condemns; “販運者” matches “人口販運”. No change of form.
-exploiters = 剝削者/販運者

# Chosen, though not an everyday word, because it names the act (paying for sex). Avoids “客人”, “顧客”, “買家” and “性消費者”, which sound like an ordinary trade. No change of form.
-buyers = 性購買者
