### Texts of the page around the FAQ in Haitian Creole: a draft, not yet reviewed. Notes for each message are in the reference file (locales/en-US).

interface-draft-notice = Tradiksyon sa a se yon vèsyon pwovizwa. Okenn revizè kalifye poko verifye li.

interface-fallback-notice = Kesyon sa a ak repons li poko disponib nan lang sa a.

interface-unofficial-translation = Tradiksyon ki pa ofisyèl

interface-original-text = Tèks orijinal

interface-contents = Kesyon ki sou paj sa a

interface-language-menu = Lang

interface-choose-language = Chwazi lang ou

interface-other-languages = Kesyon sa a nan lòt lang

interface-link-to-question = Lyen pou kesyon sa a

interface-skip-to-questions = Ale dirèkteman nan kesyon yo

interface-back-to-top = Tounen anlè paj la
