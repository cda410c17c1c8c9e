### Texts of the page around the FAQ, in Arabic. A draft, not yet reviewed; the notes for each message are in the reference file (locales/en-US).

interface-draft-notice = هذه الترجمة مسوّدة. ولم يتحقق منها بعد أي مُراجِع مؤهَّل.

interface-fallback-notice = هذا السؤال وجوابه غير متاحين بعد بهذه اللغة.

interface-unofficial-translation = ترجمة غير رسمية

interface-original-text = النص الأصلي

interface-contents = الأسئلة في هذه الصفحة

interface-language-menu = اللغات

# A verbal noun (“choosing your language”) instead of an imperative, which would address a man or a woman.
interface-choose-language = اختيار لغتك

interface-other-languages = هذا السؤال بلغات أخرى

interface-link-to-question = رابط هذا السؤال

interface-skip-to-questions = الانتقال إلى الأسئلة

interface-back-to-top = العودة إلى أعلى الصفحة
