### The words the Hindi FAQ uses for its main ideas. A term is used in other messages as { -term-name }.
### Draft, not yet reviewed. What each term stands for is explained in locales/en-US/glossary.ftl.

# The term in everyday use, known to most readers. The legal “मानव दुर्व्यापार” is known to few; “तस्करी” alone can mean smuggling, so “मानव” is never left out.
-human-trafficking = मानव तस्करी

# A close rendering of the full name. Oblique form, written out in faq.ftl: बच्चों के व्यावसायिक यौन शोषण.
-csec = बच्चों का व्यावसायिक यौन शोषण

# Hindi has no established acronym, so the full name is repeated (in faq.ftl written out in the oblique form). “बाल यौन शोषण” is avoided: it means child sexual abuse of any kind.
-csec-acronym = बच्चों का व्यावसायिक यौन शोषण

# The usual word, respectful and without blame. Oblique plural: पीड़ितों.
-victims = पीड़ित

# “Those who exploit / traffickers in people”; मानव stands with तस्कर, which alone can mean a smuggler of goods. Singular and plural are alike.
-exploiters = शोषणकर्ता/मानव तस्कर

# “Those who buy sex”: खरीदार alone would sound like a shopper. Avoids ग्राहक (customer; only in quotation marks, for “johns”).
-buyers = सेक्स खरीदने वाले
