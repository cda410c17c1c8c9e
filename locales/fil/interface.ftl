### Texts of the page around the FAQ in Filipino: a draft, not yet reviewed. Notes for each message are in the reference file (locales/en-US).

interface-draft-notice = Burador pa lamang ang saling ito. Hindi pa ito nasusuri ng sinumang kuwalipikadong tagasuri.

interface-fallback-notice = Wala pa sa wikang ito ang tanong na ito at ang sagot nito.

interface-unofficial-translation = Di-opisyal na salin

interface-original-text = Orihinal na teksto

interface-contents = Mga tanong sa pahinang ito

interface-language-menu = Mga wika

interface-choose-language = Piliin ang iyong wika

interface-other-languages = Ang tanong na ito sa ibang mga wika

interface-link-to-question = Link sa tanong na ito

interface-skip-to-questions = Dumiretso sa mga tanong

interface-back-to-top = Bumalik sa itaas
