### The FAQ in Simplified Chinese; a draft not yet reviewed. Notes for each message are in the reference file (locales/en-US).

title = 常见问题

## 什么是人口贩运？

human-trafficking-question = 什么是{ -human-trafficking }？

# As in the English, the country is not named. If the owner allows it: “根据美国联邦政府的定义：”.
human-trafficking-definition-attribution = 根据联邦政府的定义：

# “未满” means strictly younger than. “商业性性行为” has a doubled 性 on purpose: “商业性行为” can be read as “commercial act”.
human-trafficking-definition = “人口贩运是一种犯罪，涉及使用武力、欺诈或胁迫手段，为强迫劳动或商业性性行为的目的而剥削他人。当未满 18 周岁的人被诱使进行商业性性行为时，无论是否存在任何武力、欺诈或胁迫，都是犯罪。”

## 什么是儿童商业性性剥削？

csec-question = 什么是{ -csec }？

# “被当作” says what others do to the child, not what the child is.
csec-answer = { -csec }是指以向该儿童、另一人或另外多人给予有价值之物或承诺给予有价值之物作为交换，涉及性行为的性活动。儿童被当作商业财产和性财产来对待。

## 对儿童的商业剥削包括哪些形式？

csec-forms-question = 对儿童的商业剥削包括哪些形式？

csec-forms-list-pornography = 色情制品

csec-forms-list-stripping = 脱衣表演

csec-forms-list-massage = 色情/裸体按摩

# Here and in the two items on prostitution the sentence makes the exploiter the one who acts: “卖淫” alone would sound as if the child did.
csec-forms-list-interfamilial-pimping = 家庭成员操纵儿童卖淫

csec-forms-list-survival-sex = 为换取生存所需而发生的性行为

csec-forms-list-private-parties = 私人派对

# “利用儿童卖淫” (using children in prostitution) is close to UN wording.
csec-forms-list-gang-based-prostitution = 帮派利用儿童卖淫

# In quotation marks, because the word alone could mean a harmless travel companion.
csec-forms-list-escort-services = “伴游”服务

csec-forms-list-internet-based-exploitation = 通过互联网进行的剥削

# The slang is rendered by its sense, with two names for streets of prostitution.
csec-forms-list-street-prostitution = 利用儿童在街头卖淫（“红灯街”、“站街路段”）

## 儿童商业性性剥削的受害者是哪些人？

victims-question = { -csec-acronym }的{ -victims }是哪些人？

victims-answer = 儿童剥削的{ -victims }未满 { $adult-age } 周岁，可能属于任何族裔、种族、宗教、社会经济阶层、性别和性取向。

## 哪些人特别容易遭受儿童商业性性剥削？

vulnerability-question = 哪些人特别容易遭受{ -csec-acronym }？

# “寄养安置体系” covers both foster families and homes.
vulnerability-answer = 最容易遭受剥削的儿童，是那些被父母或监护人忽视的儿童。其中包括无家可归的青少年、离家出走的儿童、曾经遭受虐待的儿童，以及身处寄养安置体系中的儿童。来自低收入社区并生活在暴力犯罪多发地区的儿童，也容易遭受性剥削。

## 受害者为什么不寻求帮助？

seeking-help-question = { -victims }为什么不寻求帮助？

# “诱骗操控” is grooming. “Systems” is rendered as “公共机构”: police, courts, child protection; “体制” would sound political.
seeking-help-answer = 遭受性剥削的{ -victims }常常觉得，没有安全的地方可以去求助。大多数{ -victims }与家人和朋友隔绝，可能因为感到羞耻或难堪而难以向亲近的人倾诉，或者没有任何支持系统来获得所需的帮助。有时，{ -victims }被{ -exploiters }囚禁，由于威胁和/或身体虐待而无法逃脱。遭受剥削的青少年还可能被皮条客逐步诱骗操控，变得不信任公共机构，并且可能不知道现有的服务。

## 剥削者/贩运者是哪些人？

exploiters-question = { -exploiters }是哪些人？

exploiters-answer = 他们是任何从对未成年人（未满 { $adult-age } 周岁）的商业性性剥削中获益，和/或为对未成年人的商业性性剥削提供便利的人。{ -exploiters }可能是任何性别、年龄或族裔的任何人，可能属于也可能不属于某个犯罪组织。有时，他们也可能是受害者认识并信任的人，例如家庭成员。

## 性购买者是哪些人？

buyers-question = { -buyers }是哪些人？

# “嫖客”, only here and in quotation marks, renders “johns”; it is the usual condemning word, although it contains 客 (guest).
buyers-answer = { -buyers }或“嫖客”是性服务的接受者，可能是任何年龄、族裔和社会经济背景的人。即使{ -buyers }缺乏有关受害者年龄或状况的信息，他们对这一犯罪也负有同等责任。
