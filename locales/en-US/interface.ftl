### Texts of the page around the FAQ.

# At the top of every page whose translation no qualified person has reviewed. @negation
interface-draft-notice = This translation is a draft. No qualified reviewer has checked it yet.

# Above a question and answer that stand in another language. @negation
interface-fallback-notice = This question and its answer are not yet available in this language.

# Label of a translated quotation.
interface-unofficial-translation = Unofficial translation

# Label above the same quotation as it was written, in English.
interface-original-text = Original text

# Heading of the list of questions.
interface-contents = Questions on this page

# Name of the list of all languages.
interface-language-menu = Languages

# Heading of the start page.
interface-choose-language = Choose your language

# Opens a list of links to the same question in the other languages.
interface-other-languages = This question in other languages

# Name of the link that holds the address of one question.
interface-link-to-question = Link to this question

# The first link of the page, for people who use a keyboard or a screen reader.
interface-skip-to-questions = Skip to the questions

# A link at the end of the page.
interface-back-to-top = Back to top
