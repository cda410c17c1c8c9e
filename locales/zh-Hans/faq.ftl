### The FAQ in Simplified Chinese; a draft not yet reviewed. Notes for each message are in the reference file (locales/en-US).

title = 常见问题

## 什么是人口贩运？

human-trafficking-question = 什么是{ -human-trafficking }？

# As in the English, the country is not named. If the owner allows it: “根据美国联邦政府的定义：”.
human-trafficking-definition-attribution = 根据联邦政府的定义：

# “未满” means strictly younger than. The second sentence opens with the inducing (“诱使”), so that the child’s act cannot be read as the crime. “商业性性行为” has a doubled 性 on purpose: “商业性行为” can be read as “commercial act”.
human-trafficking-definition = “人口贩运是一种犯罪，涉及以强迫劳动或商业性性行为为目的，使用武力、欺诈或胁迫手段剥削他人。诱使未满 18 周岁的人进行商业性性行为，无论是否存在任何武力、欺诈或胁迫，都是犯罪。”

## 什么是儿童商业性性剥削？

csec-question = 什么是{ -csec }？

# “被当作” says what others do to the child, not what the child is.
csec-answer = { -csec }是指涉及性行为的性活动，其交换条件是向该儿童或者另外一人或多人给予或承诺给予有价值的东西。儿童被当作商业财产和性财产来对待。

## 对儿童的商业剥削包括哪些形式？

csec-forms-question = 对儿童的商业剥削包括哪些形式？

csec-forms-list-pornography = 色情制品

csec-forms-list-stripping = 脱衣表演

csec-forms-list-massage = 色情/裸体按摩

# “皮条客” as in seeking-help-answer. The family member is the one who acts.
csec-forms-list-interfamilial-pimping = 家庭成员充当皮条客

csec-forms-list-survival-sex = 为换取生存所需而发生的性行为

csec-forms-list-private-parties = 私人派对

# “操纵” (controlled by) makes the gang the one who acts. “卖淫” is as blunt as the English; “性交易” would sound like a trade.
csec-forms-list-gang-based-prostitution = 帮派操纵的卖淫

# In quotation marks, because the word alone could mean a harmless travel companion.
csec-forms-list-escort-services = “伴游”服务

csec-forms-list-internet-based-exploitation = 通过互联网进行的剥削

# The slang is rendered by its sense, with two names for such streets. “站街”, the slang for those who stand there, is avoided.
csec-forms-list-street-prostitution = 街头卖淫（“红灯区”、“卖淫街”）

## 儿童商业性性剥削的受害者是哪些人？

victims-question = { -csec-acronym }的{ -victims }是哪些人？

victims-answer = 儿童剥削的{ -victims }未满 { $adult-age } 周岁，可能是任何族裔、种族、宗教、社会经济阶层、性别或性取向的人。

## 哪些人特别容易遭受儿童商业性性剥削？

vulnerability-question = 哪些人特别容易遭受{ -csec-acronym }？

# “忽视” is the word for neglect in the Chinese text of the Convention on the Rights of the Child; “遭受” shows that it is a harm done to the child. “寄养安置体系” covers both foster families and homes.
vulnerability-answer = 最容易遭受剥削的儿童，是那些遭受父母或监护人忽视的儿童。其中包括无家可归的青少年、离家出走的儿童、曾经遭受虐待的儿童，以及身处寄养安置体系中的儿童。来自低收入社区并生活在暴力犯罪多发地区的儿童，也容易遭受性剥削。

## 受害者为什么不寻求帮助？

seeking-help-question = { -victims }为什么不寻求帮助？

# “诱骗操控” is grooming. “Systems” is rendered as “公共机构”: police, courts, child protection; “体制” would sound political.
seeking-help-answer = 遭受性剥削的{ -victims }常常觉得，没有安全的地方可以去求助。大多数{ -victims }与家人和朋友隔绝，可能因为感到羞耻或难堪而难以向亲近的人倾诉，或者没有支持系统让他们获得所需的帮助。有时，{ -victims }被{ -exploiters }囚禁，由于威胁和/或身体虐待而无法逃脱。遭受剥削的青少年还可能被皮条客逐步诱骗操控，变得不信任公共机构，并且可能不知道现有的服务。

## 剥削者/贩运者是哪些人？

exploiters-question = { -exploiters }是哪些人？

exploiters-answer = 凡是从对未成年人（未满 { $adult-age } 周岁）的商业性性剥削中获益和/或为对未成年人的商业性性剥削提供便利的人，都是{ -exploiters }。{ -exploiters }可能是任何性别、年龄或族裔的人，可能属于也可能不属于某个犯罪组织。有时，他们也可能是受害者认识并信任的人，例如家庭成员。

## 性购买者是哪些人？

buyers-question = { -buyers }是哪些人？

# “嫖客”, only here and in quotation marks, renders “johns”; it is the usual condemning word, although it contains 客 (guest).
buyers-answer = { -buyers }或“嫖客”是性服务的接受者，可能是任何年龄、族裔或社会经济背景的人。即使{ -buyers }缺乏有关受害者年龄或状况的信息，他们对这一犯罪也负有同等责任。
