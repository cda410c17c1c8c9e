### Texts of the page around the FAQ, in Hindi. A draft, not yet reviewed; the notes for each message are in the reference file (locales/en-US).

interface-draft-notice = यह अनुवाद एक मसौदा है। किसी योग्य समीक्षक ने अभी तक इसकी जाँच नहीं की है।

interface-fallback-notice = यह प्रश्न और इसका उत्तर अभी तक इस भाषा में उपलब्ध नहीं हैं।

interface-unofficial-translation = गैर-आधिकारिक अनुवाद

interface-original-text = मूल पाठ

interface-contents = इस पेज के प्रश्न

interface-language-menu = भाषाएँ

interface-choose-language = अपनी भाषा चुनें

interface-other-languages = यह प्रश्न अन्य भाषाओं में

interface-link-to-question = इस प्रश्न का लिंक

interface-skip-to-questions = प्रश्नों पर जाएँ

interface-back-to-top = वापस ऊपर जाएँ
