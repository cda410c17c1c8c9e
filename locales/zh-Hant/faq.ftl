### The FAQ in Traditional Chinese; a draft not yet reviewed. Notes for each message are in the reference file (locales/en-US).

title = 常見問題

## 什麼是人口販運？

human-trafficking-question = 什麼是{ -human-trafficking }？

# As in the English, the country is not named. If the owner allows it: 「根據美國聯邦政府的定義：」.
human-trafficking-definition-attribution = 根據聯邦政府的定義：

# “未滿” means strictly younger than. The second sentence opens with the inducing (“誘使”), so that the child’s act cannot be read as the crime. “商業性性行為” has a doubled 性 on purpose: “商業性行為” can be read as “commercial act”. Fraud: “詐欺” in Taiwan’s law, “欺詐” in Hong Kong; both are understood.
human-trafficking-definition = 「人口販運是一種犯罪，涉及以強迫勞動或商業性性行為為目的，使用武力、欺詐或脅迫手段剝削他人。誘使未滿 18 歲的人進行商業性性行為，不論是否有任何武力、欺詐或脅迫，都是犯罪。」

## 什麼是兒童商業性性剝削？

csec-question = 什麼是{ -csec }？

# “被當成” says what others do to the child, not what the child is.
csec-answer = { -csec }是指涉及性行為的性活動，其交換條件是向該名兒童或者另外一人或多人給予或承諾給予有價值的東西。兒童被當成商業財產和性財產來對待。

## 對兒童的商業剝削包括哪些形式？

csec-forms-question = 對兒童的商業剝削包括哪些形式？

csec-forms-list-pornography = 色情製品

csec-forms-list-stripping = 脫衣表演

csec-forms-list-massage = 色情/裸體按摩

# “皮條客” as in seeking-help-answer. The family member is the one who acts.
csec-forms-list-interfamilial-pimping = 家庭成員充當皮條客

csec-forms-list-survival-sex = 為換取生存所需而發生的性行為

csec-forms-list-private-parties = 私人派對

# “操縱” (controlled by) makes the gang the one who acts. “賣淫” is as blunt as the English; “性交易” would sound like a trade.
csec-forms-list-gang-based-prostitution = 幫派操縱的賣淫

# In quotation marks, because the word alone could mean a harmless travel companion.
csec-forms-list-escort-services = 「伴遊」服務

# “網上” is understood everywhere; “網路” and “網絡” are regional.
csec-forms-list-internet-based-exploitation = 在網上進行的剝削

# The slang is rendered by its sense, with two names for such streets, understood in Taiwan and Hong Kong alike.
csec-forms-list-street-prostitution = 街頭賣淫（「紅燈區」、「賣淫街」）

## 哪些人是兒童商業性性剝削的受害者？

victims-question = 哪些人是{ -csec-acronym }的{ -victims }？

victims-answer = 兒童剝削的{ -victims }未滿 { $adult-age } 歲，可能是任何族裔、種族、宗教、社會經濟階層、性別或性傾向的人。

## 哪些人特別容易遭受兒童商業性性剝削？

vulnerability-question = 哪些人特別容易遭受{ -csec-acronym }？

# “疏忽照顧” is the term for neglect in child protection in Hong Kong, and clear in Taiwan. “寄養安置體系” covers both foster families and homes.
vulnerability-answer = 最容易遭受剝削的兒童，是那些遭父母或監護人疏忽照顧的兒童。其中包括無家可歸的青少年、離家出走的兒童、曾經遭受虐待的兒童，以及身處寄養安置體系的兒童。來自低收入社區並生活在暴力犯罪頻繁地區的兒童，也容易遭受性剝削。

## 受害者為什麼不尋求幫助？

seeking-help-question = { -victims }為什麼不尋求幫助？

# “誘騙操控” is grooming. “Systems” is rendered as “公共機構”: police, courts, child protection; “體制” would sound political.
seeking-help-answer = 遭受性剝削的{ -victims }常常覺得，沒有安全的地方可以去求助。大多數{ -victims }與家人和朋友隔絕，可能因為感到羞恥或難堪而難以向親近的人傾訴，或者沒有支援系統讓他們獲得所需的幫助。有時，{ -victims }遭{ -exploiters }囚禁，因為威脅和/或身體虐待而無法逃脫。遭受剝削的青少年也可能被皮條客一步步誘騙操控，變得不信任公共機構，而且可能不知道現有的服務。

## 哪些人是剝削者/販運者？

exploiters-question = 哪些人是{ -exploiters }？

exploiters-answer = 凡是從對未成年人（未滿 { $adult-age } 歲）的商業性性剝削中獲益和/或為對未成年人的商業性性剝削提供便利的人，都是{ -exploiters }。{ -exploiters }可能是任何性別、年齡或族裔的人，可能屬於也可能不屬於某個犯罪組織。有時，他們也可能是受害者認識並信任的人，例如家庭成員。

## 哪些人是性購買者？

buyers-question = 哪些人是{ -buyers }？

# 「嫖客」, only here and in quotation marks, renders “johns”; it is the usual condemning word, although it contains 客 (guest).
buyers-answer = { -buyers }或「嫖客」是性服務的接受者，可能是任何年齡、族裔或社會經濟背景的人。即使{ -buyers }缺乏有關受害者年齡或狀況的資訊，他們對這項犯罪也負有同等責任。
