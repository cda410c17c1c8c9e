### The FAQ in Korean; a draft not yet reviewed. Notes for each message are in the reference file (locales/en-US).

title = 자주 묻는 질문

## 인신매매란 무엇입니까?

human-trafficking-question = { -human-trafficking }란 무엇입니까?

# As in the English, the country is not named. If the owner allows it: “미국 연방 정부의 정의에 따르면,”.
human-trafficking-definition-attribution = 연방 정부의 정의에 따르면,

# “만 … 미만” means strictly younger than, in international age; “만” keeps out the older Korean way of counting years. The second sentence makes the inducing (“유인하는 것”) the crime, so that the child’s act cannot be read as one.
human-trafficking-definition = “인신매매는 무력, 사기 또는 강압을 사용하여 강제 노동이나 상업적 성행위를 목적으로 사람을 착취하는 행위를 수반하는 범죄입니다. 만 18세 미만인 사람이 상업적 성행위를 하도록 유인하는 것은 무력, 사기 또는 강압이 있었는지와 관계없이 범죄입니다.”

## 아동 대상 상업적 성착취란 무엇입니까?

csec-question = { -csec }란 무엇입니까?

# “취급당합니다” says what others do to the child, not what the child is.
csec-answer = { -csec }란 해당 아동 또는 한 명 이상의 다른 사람에게 가치 있는 것을 주거나 주기로 약속하는 대가로 이루어지며 성행위를 수반하는 성적 활동을 말합니다. 아동은 상업적·성적 소유물로 취급당합니다.

## 아동 대상 상업적 착취에는 무엇이 포함됩니까?

csec-forms-question = 아동 대상 상업적 착취에는 무엇이 포함됩니까?

# The word of Korean law since 2020 for pornography with children (성착취물); the older “음란물” is avoided because it hides the exploitation.
csec-forms-list-pornography = 성착취물

csec-forms-list-stripping = 스트립쇼

csec-forms-list-massage = 성적/나체 마사지

# “성매매 알선” is the legal word for pimping.
csec-forms-list-interfamilial-pimping = 가족 구성원에 의한 성매매 알선

csec-forms-list-survival-sex = 생존에 필요한 것을 얻기 위한 성행위

csec-forms-list-private-parties = 사적인 파티

# “성매매” is the word of Korean law for prostitution; the older “매춘” and “윤락” put the blame on the person sold.
csec-forms-list-gang-based-prostitution = 갱단이 조직하는 성매매

# In quotation marks, because the word alone could mean harmless company or protection.
csec-forms-list-escort-services = “에스코트” 서비스

csec-forms-list-internet-based-exploitation = 인터넷을 통한 착취

# The slang is rendered by its sense, with two names for such streets.
csec-forms-list-street-prostitution = 길거리 성매매(“홍등가”, “성매매 거리”)

## 아동 대상 상업적 성착취의 피해자는 누구입니까?

victims-question = { -csec-acronym }의 { -victims }는 누구입니까?

victims-answer = 아동 착취의 { -victims }는 만 { $adult-age }세 미만이며, 어떤 민족, 인종, 종교, 사회경제적 계층, 성별 또는 성적 지향의 아동이든 해당될 수 있습니다.

## 누가 아동 대상 상업적 성착취에 특히 취약합니까?

vulnerability-question = 누가 { -csec-acronym }에 특히 취약합니까?

# “방임” is the word of Korean child welfare law for neglect. “집을 나온 아동” (children who left home) avoids “가출”, which tends to blame the child.
vulnerability-answer = 착취에 가장 취약한 아동은 부모나 보호자에게 방임을 당한 아동입니다. 여기에는 집이 없는 청소년, 집을 나온 아동, 학대를 당한 적이 있는 아동, 위탁 보호 제도에 속해 있는 아동이 포함됩니다. 저소득 지역 출신으로 폭력 범죄가 만연한 지역에 사는 아동도 성착취에 취약합니다.

## 피해자는 왜 도움을 구하지 않을까요?

# The softer ending “-을까요” is chosen here: “않습니까?” would sound like a reproach.
seeking-help-question = { -victims }는 왜 도움을 구하지 않을까요?

# “그루밍” is the word in general use for grooming; “길들이기” in brackets is its usual Korean equivalent, for readers who do not know the loanword. “Systems” is rendered as “공공 기관”: police, courts, child protection.
seeking-help-answer = 성착취 { -victims }는 도움을 청하러 갈 안전한 곳이 없다고 느끼는 경우가 많습니다. 대부분의 { -victims }는 가족과 친구로부터 고립되어 있거나, 가까운 사람들에게 털어놓는 것을 부끄럽거나 창피하게 여길 수도 있고, 혹은 필요한 도움을 받을 지원 체계가 없습니다. 때로는 { -victims }가 { -exploiters }에게 감금되어, 위협 및/또는 신체적 학대 때문에 벗어나지 못하기도 합니다. 또한 착취당한 청소년은 포주에게 그루밍(길들이기)을 당하여 공공 기관을 불신하게 될 수 있으며, 이용할 수 있는 서비스가 있다는 것을 모를 수도 있습니다.

## 착취자/인신매매범은 누구입니까?

exploiters-question = { -exploiters }은 누구입니까?

# “미성년자” is younger than 19 in Korean law; the age in brackets is the one that counts here.
exploiters-answer = 미성년자(만 { $adult-age }세 미만) 대상 상업적 성착취로 이익을 얻는 사람 및/또는 미성년자 대상 상업적 성착취가 쉽게 이루어지도록 돕는 사람은 누구나 이에 해당합니다. 어떤 성별, 나이 또는 민족의 사람이든 { -exploiters }일 수 있으며, 범죄 조직의 일원일 수도 있고 아닐 수도 있습니다. 때로는 가족 구성원과 같이 피해자가 알고 신뢰하는 사람일 수도 있습니다.

## 성매수자는 누구입니까?

buyers-question = { -buyers }는 누구입니까?

# “성매수남”, only here and in quotation marks, renders “johns”; the usual slang “손님” (guest) would sound like a trade.
buyers-answer = { -buyers } 또는 “성매수남”은 성적 서비스를 받는 사람이며, 어떤 나이, 민족 또는 사회경제적 배경의 사람이든 해당될 수 있습니다. { -buyers }는 피해자의 나이나 상황에 관한 정보가 없더라도 그 범죄에 대해 똑같은 책임이 있습니다.
