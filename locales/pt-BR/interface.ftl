### Texts of the page around the FAQ, in Brazilian Portuguese; a draft not yet reviewed. Notes for each message are in the reference file (locales/en-US).

interface-draft-notice = Esta tradução é um rascunho. Nenhuma pessoa qualificada a verificou ainda.

interface-fallback-notice = Esta pergunta e sua resposta ainda não estão disponíveis neste idioma.

interface-unofficial-translation = Tradução não oficial

interface-original-text = Texto original

interface-contents = Perguntas desta página

interface-language-menu = Idiomas

interface-choose-language = Escolha seu idioma

interface-other-languages = Esta pergunta em outros idiomas

interface-link-to-question = Link para esta pergunta

interface-skip-to-questions = Ir direto para as perguntas

interface-back-to-top = Voltar ao início da página
