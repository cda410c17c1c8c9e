### The FAQ in Hindi. A draft, not yet reviewed; the notes for each message are in the reference file (locales/en-US).

title = अक्सर पूछे जाने वाले प्रश्न

## मानव तस्करी क्या है?

human-trafficking-question = { -human-trafficking } क्या है?

human-trafficking-definition-attribution = संघीय सरकार की परिभाषा के अनुसार,

# “Induced”: “उकसाया” (incited, led on); “प्रेरित” could mean “inspired”.
human-trafficking-definition = “मानव तस्करी एक अपराध है, जिसमें बल, धोखाधड़ी या ज़बरदस्ती का इस्तेमाल करके जबरन श्रम या व्यावसायिक यौन कृत्य के उद्देश्य से किसी व्यक्ति का शोषण किया जाता है। जब 18 वर्ष से कम उम्र के किसी व्यक्ति को व्यावसायिक यौन कृत्य करने के लिए उकसाया जाता है, तो यह अपराध है, चाहे उसमें किसी भी तरह का बल, धोखाधड़ी या ज़बरदस्ती हो या न हो।”

## बच्चों का व्यावसायिक यौन शोषण क्या है?

csec-question = { -csec } क्या है?

csec-answer = { -csec } ऐसी यौन गतिविधि है जिसमें बच्चे को या किसी अन्य व्यक्ति या व्यक्तियों को कोई मूल्यवान चीज़ देने या देने का वादा करने के बदले सेक्स शामिल होता है। बच्चे के साथ ऐसा व्यवहार किया जाता है मानो वह व्यावसायिक और यौन संपत्ति हो।

## बच्चों के व्यावसायिक शोषण में क्या-क्या शामिल है?

csec-forms-question = बच्चों के व्यावसायिक शोषण में क्या-क्या शामिल है?

csec-forms-list-pornography = पोर्नोग्राफ़ी

# “Undressing show”, with the loan word in brackets; “प्रदर्शन” could be read as a protest.
csec-forms-list-stripping = कपड़े उतारने का शो (स्ट्रिपटीज़)

csec-forms-list-massage = कामुक/नग्न मालिश

# दलाली alone is any brokerage, so the item says what is brokered: sexual exploitation.
csec-forms-list-interfamilial-pimping = परिवार के सदस्यों द्वारा यौन शोषण की दलाली

# “Sex in exchange for what one needs to stay alive”: no set Hindi term was found.
csec-forms-list-survival-sex = ज़िंदा रहने के लिए ज़रूरी चीज़ों के बदले सेक्स

csec-forms-list-private-parties = निजी पार्टियाँ

csec-forms-list-gang-based-prostitution = गिरोहों द्वारा चलाई जाने वाली वेश्यावृत्ति

csec-forms-list-escort-services = एस्कॉर्ट सेवाएँ

csec-forms-list-internet-based-exploitation = इंटरनेट के ज़रिए शोषण

# “Street / corner of prostitution”: the sense of the slang; the Hindi slang words shame the victims.
csec-forms-list-street-prostitution = सड़कों पर वेश्यावृत्ति (“वेश्यावृत्ति वाली सड़क”, “वेश्यावृत्ति वाला नुक्कड़”)

## बच्चों के व्यावसायिक यौन शोषण के पीड़ित कौन हैं?

# The name of the crime stands in the oblique case here and in vulnerability-question, so it is written out.
victims-question = बच्चों के व्यावसायिक यौन शोषण के { -victims } कौन हैं?

victims-answer = बच्चों के शोषण के पीड़ितों की उम्र { $adult-age } वर्ष से कम होती है और वे किसी भी जातीय समूह, नस्ल, धर्म, सामाजिक-आर्थिक वर्ग, लिंग या यौन रुझान के हो सकते हैं।

## बच्चों के व्यावसायिक यौन शोषण का खतरा खास तौर पर किन्हें होता है?

vulnerability-question = बच्चों के व्यावसायिक यौन शोषण का खतरा खास तौर पर किन्हें होता है?

# Foster care: a Hindi rendering, with the loan word in brackets because the Hindi words alone may not be recognised.
vulnerability-answer = शोषण का सबसे ज़्यादा खतरा उन बच्चों को होता है जिनके माता-पिता या अभिभावक ने उनकी उपेक्षा की है। इनमें बेघर किशोर-किशोरियाँ, घर छोड़कर चले गए बच्चे, वे बच्चे जिनके साथ पहले दुर्व्यवहार हुआ है, और वे बच्चे शामिल हैं जो पालन-पोषण देखरेख (फ़ॉस्टर केयर) व्यवस्था में हैं। जो बच्चे कम आय वाले मोहल्लों से आते हैं और ऐसे इलाकों में रहते हैं जहाँ हिंसक अपराध आम हैं, उन्हें भी यौन शोषण का खतरा होता है।

## पीड़ित मदद क्यों नहीं माँगते?

# “माँगते” (do not ask), as in the reference; “माँग पाते” (cannot manage to ask) would be gentler but says something else.
seeking-help-question = { -victims } मदद क्यों नहीं माँगते?

# “Groomed” is spelled out (coaxing step by step, winning trust). “Systems”: सरकारी संस्थाएँ (the state’s institutions). दलाल alone is any broker, so pimps are “यौन शोषण के दलाल”.
seeking-help-answer = यौन शोषण के पीड़ितों को अक्सर लगता है कि उनके पास मदद के लिए जाने की कोई सुरक्षित जगह नहीं है। ज़्यादातर पीड़ित परिवार और दोस्तों से अलग-थलग होते हैं, अपने प्रियजनों को अपनी बात बताने में शर्म या संकोच महसूस कर सकते हैं, या उनके पास ज़रूरी मदद पाने के लिए सहारे की कोई व्यवस्था नहीं होती। कभी-कभी शोषणकर्ता/मानव तस्कर पीड़ितों को कैद करके रखते हैं और पीड़ित धमकियों और/या शारीरिक हिंसा के कारण भाग नहीं पाते। शोषण झेल रहे किशोर-किशोरियों को यौन शोषण के दलाल धीरे-धीरे बहला-फुसलाकर और उनका भरोसा जीतकर उनमें सरकारी संस्थाओं के प्रति अविश्वास भी पैदा कर सकते हैं, और हो सकता है कि इन किशोर-किशोरियों को मौजूदा सेवाओं की जानकारी न हो।

## शोषणकर्ता/मानव तस्कर कौन हैं?

exploiters-question = { -exploiters } कौन हैं?

exploiters-answer = ये वे सभी लोग हैं जो किसी नाबालिग ({ $adult-age } वर्ष से कम उम्र के व्यक्ति) के व्यावसायिक यौन शोषण से फ़ायदा उठाते हैं और/या किसी नाबालिग के व्यावसायिक यौन शोषण में मदद करते हैं। { -exploiters } किसी भी लिंग, उम्र या जातीय समूह का कोई भी व्यक्ति हो सकता है, और वह किसी आपराधिक संगठन का हिस्सा हो भी सकता है और नहीं भी। कभी-कभी वह ऐसा व्यक्ति भी हो सकता है जिसे पीड़ित जानते हैं और जिस पर भरोसा करते हैं, जैसे परिवार का कोई सदस्य।

## सेक्स खरीदने वाले कौन हैं?

buyers-question = { -buyers } कौन हैं?

# “Johns”: “ग्राहक” (customer) is the common Hindi word; the quotation marks keep it at a distance.
buyers-answer = { -buyers } या “ग्राहक” वे लोग हैं जो यौन सेवाएँ लेते हैं, और वे किसी भी उम्र, जातीय समूह या सामाजिक-आर्थिक पृष्ठभूमि के हो सकते हैं। { -buyers } इस अपराध के लिए बराबर के ज़िम्मेदार हैं, भले ही उन्हें पीड़ित की उम्र या स्थिति की जानकारी न हो।
