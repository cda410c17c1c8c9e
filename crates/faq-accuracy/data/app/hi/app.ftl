-app-name = Bookshelf

-library =
    { $case ->
       *[direct] पुस्तकालय
        [oblique] पुस्तकालय
    }

welcome = { -app-name } में आपका स्वागत है, { $name }!

books-borrowed =
    { $count ->
        [one] आपने { $count } किताब उधार ली है।
       *[other] आपने { $count } किताबें उधार ली हैं।
    }

place-in-line = कतार में आपका स्थान { $place } है।

due-date = किताब { DATETIME($date, month: "long", day: "numeric") } तक लौटाएँ।

member-price = सदस्य { NUMBER($part, style: "percent", maximumFractionDigits: 0) } कम देते हैं।

file-size = इस फ़ाइल का आकार { NUMBER($size, maximumFractionDigits: 1) } MB है।

search =
    .placeholder = शीर्षक या लेखक खोजें
    .title = किताबें खोजें

open-button = खोलें
    .title = किताब खोलें

library-rules = { -library(case: "oblique") } के नियम

help-name = सहायता पृष्ठ

ask-us = “{ help-name }” खोलें और हमें लिखें।

help-link = <strong>हमें लिखने</strong> से पहले <a data-l10n-name="help">हमारा सहायता पृष्ठ</a> पढ़ें।

rules-link = [नियम](https://example.org/rules) पढ़ें और **उन्हें सँभालकर रखें**।

contact = help@example.org पर लिखें या +1 202-555-0143 पर कॉल करें।

website = सभी किताबें आपको https://www.example.org/books पर मिलेंगी।

parcel-size = पार्सल का वज़न 5 किलोग्राम तक और लंबाई 60 सेंटीमीटर हो सकती है।

wait = फिर से कोशिश करने से पहले कम से कम 15 मिनट रुकें।

age-limit = 18 साल से कम उम्र के हर व्यक्ति को माता या पिता के हस्ताक्षर चाहिए।

card-price = नए कार्ड की कीमत 12.50 यूरो है।

law = आपका डेटा 18 U.S.C. § 2710 के तहत सुरक्षित है।

closed = { -library } 24 दिसंबर 2026 से 1 जनवरी 2027 तक बंद है।

loan-period = आप एक किताब तीन सप्ताह तक रख सकते हैं।

press-send = “भेजें” दबाएँ और जवाब का इंतज़ार करें।

delete-question = क्या आप वाकई यह सूची हटाना चाहते हैं?

steps =
    किताब उधार लेने के लिए:
    1. उसे सूची में खोजें।
    2. हरा बटन दबाएँ।
    3. हमारे संदेश का इंतज़ार करें।

privacy = हम आपकी पढ़ने की सूची किसी को नहीं दिखाते।

show-card = किताब लेते समय आपको अपना कार्ड दिखाना चाहिए।

about = पुस्तकालय शहर में रहने वाले हर व्यक्ति को किताबें उधार देता है। आप उन्हें घर ले जाकर आराम से पढ़ सकते हैं। अगर कोई और उस किताब की राह नहीं देख रहा है, तो आप उसे ज़्यादा समय तक रख सकते हैं। हमारे कर्मचारी आपकी मनचाही किताब खोजने में खुशी से मदद करते हैं।

lost-card = कार्ड खो जाने पर हमें तुरंत बताएँ। तब आपके नाम पर कोई किताब उधार नहीं ले सकेगा। नया कार्ड अगले दिन तैयार हो जाता है, और आप उसे काउंटर से ले सकते हैं।

save-list = यह सूची बाद के लिए सहेजें

save-list-again = यह सूची बाद के लिए सहेजें

action-done =
    { $action ->
        [delete] सूची हटा दी गई।
       *[save] सूची सहेज ली गई।
    }
