### The FAQ in Arabic. A draft, not yet reviewed; the notes for each message are in the reference file (locales/en-US).

title = الأسئلة الشائعة

## ما هو الاتجار بالبشر؟

human-trafficking-question = ما هو { -human-trafficking }؟

human-trafficking-definition-attribution = وفقًا لتعريف الحكومة الاتحادية:

human-trafficking-definition = «الاتجار بالبشر جريمة تنطوي على استغلال شخص لغرض العمل القسري أو لغرض فعل جنسي تجاري من خلال استخدام القوة أو الاحتيال أو الإكراه. وعندما يُحمَل شخص يقل عمره عن 18 عامًا على القيام بفعل جنسي تجاري، فإن ذلك جريمة بغض النظر عما إذا كانت هناك أي قوة أو احتيال أو إكراه.»

## ما هو الاستغلال الجنسي التجاري للأطفال؟

csec-question = ما هو { -csec }؟

csec-answer = { -csec } هو نشاط جنسي يتضمن الجنس مقابل تقديم شيء ذي قيمة، أو الوعد بتقديمه، إلى الطفل أو إلى شخص آخر أو أشخاص آخرين. ويُعامَل الطفل كما لو كان مِلكًا تجاريًا وجنسيًا.

## ماذا يشمل الاستغلال التجاري للأطفال؟

csec-forms-question = ماذا يشمل الاستغلال التجاري للأطفال؟

csec-forms-list-pornography = المواد الإباحية

csec-forms-list-stripping = عروض التعري

csec-forms-list-massage = التدليك الجنسي/التدليك مع التعري

# The short vowel in القِوادة (pimping) keeps it apart from the word for a woman who pimps.
csec-forms-list-interfamilial-pimping = القِوادة من جانب أفراد الأسرة

csec-forms-list-survival-sex = الجنس من أجل البقاء على قيد الحياة

csec-forms-list-private-parties = الحفلات الخاصة

csec-forms-list-gang-based-prostitution = البغاء الذي تنظمه العصابات

csec-forms-list-escort-services = خدمات المرافقة

csec-forms-list-internet-based-exploitation = الاستغلال عبر الإنترنت

# No slang for such streets is understood in all Arab countries, so the sense is given: “prostitution street”, “prostitution pavement”, in quotation marks.
csec-forms-list-street-prostitution = بغاء الشوارع («شارع البغاء»، «رصيف البغاء»)

## من هم ضحايا الاستغلال الجنسي التجاري للأطفال؟

# The word for victims stands without article before the name of the crime, so it is written out.
victims-question = من هم ضحايا { -csec-acronym }؟

victims-answer = تقل أعمار ضحايا استغلال الأطفال عن { $adult-age } عامًا، ويمكن أن يكونوا من أي أصل إثني أو عرق أو دين أو طبقة اجتماعية واقتصادية، وأيًّا كان جنسهم أو ميلهم الجنسي.

## من هم المعرَّضون بوجه خاص لخطر الاستغلال الجنسي التجاري للأطفال؟

vulnerability-question = من هم المعرَّضون بوجه خاص لخطر { -csec-acronym }؟

# Foster care: الرعاية البديلة (alternative care), the UN word, covers both foster families and homes.
vulnerability-answer = أكثر الأطفال عرضةً للاستغلال هم الذين أهملهم أحد والديهم أو الوصي عليهم. ويشمل ذلك اليافعين الذين لا مأوى لهم، والأطفال الذين تركوا منازلهم، والأطفال الذين سبق أن تعرضوا للإيذاء، والأطفال الموجودين في نظام الرعاية البديلة. والأطفال الذين يأتون من أحياء منخفضة الدخل ويعيشون في مناطق تنتشر فيها جرائم العنف معرَّضون أيضًا للاستغلال الجنسي.

## لماذا لا يطلب الضحايا المساعدة؟

seeking-help-question = لماذا لا يطلب { -victims } المساعدة؟

# “Groomed”: استدرج (lure on, step by step) with تدريجيًا (gradually). “Systems”: الجهات الرسمية (official bodies).
seeking-help-answer = كثيرًا ما يشعر ضحايا الاستغلال الجنسي بأنه ليس لديهم مكان آمن يلجؤون إليه طلبًا للمساعدة. ومعظم الضحايا معزولون عن الأسرة والأصدقاء، أو قد يشعرون بالخجل أو الحرج من مصارحة أحبائهم، أو ليست لديهم شبكة دعم تتيح لهم الحصول على المساعدة التي يحتاجون إليها. وفي بعض الأحيان يحتجز المستغِلّ/المتاجر بالبشر الضحايا، فلا يستطيعون الهرب بسبب التهديدات و/أو الإيذاء الجسدي. ويمكن أيضًا أن يستدرج القوادون تدريجيًا اليافعين الذين يتعرضون للاستغلال وأن يزرعوا فيهم عدم الثقة بالجهات الرسمية، وقد لا يكون هؤلاء اليافعون على علم بالخدمات الموجودة.

## من هم المستغِلّون/المتاجرون بالبشر؟

exploiters-question = من هم { -exploiters }؟

exploiters-answer = هم كل من يستفيد من الاستغلال الجنسي التجاري لقاصر (يقل عمره عن { $adult-age } عامًا) و/أو يسهّل الاستغلال الجنسي التجاري لقاصر. ويمكن أن يكون المستغِلّ/المتاجر بالبشر أي شخص من أي جنس أو عمر أو أصل إثني، وقد يكون جزءًا من منظمة إجرامية وقد لا يكون كذلك. وفي بعض الأحيان يمكن أن يكون أيضًا شخصًا تعرفه الضحية وتثق به، مثل أحد أفراد الأسرة.

## من هم مشترو الجنس؟

buyers-question = من هم { -buyers }؟

# “Johns”: «الزبائن» (customers) is the usual word for such men; the quotation marks keep it at a distance.
buyers-answer = { -buyers }، أو «الزبائن»، هم متلقو الخدمات الجنسية، ويمكن أن يكونوا من أي عمر أو أصل إثني أو خلفية اجتماعية واقتصادية. و{ -buyers } مسؤولون بالقدر نفسه عن الجريمة حتى وإن لم تكن لديهم معلومات عن عمر الضحية أو وضعها.
