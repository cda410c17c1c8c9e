### Texts of the page around the FAQ, in Spanish; a draft not yet reviewed. Notes for each message are in the reference file (locales/en-US).

interface-draft-notice = Esta traducción es un borrador. Ninguna persona calificada la ha revisado todavía.

interface-fallback-notice = Esta pregunta y su respuesta aún no están disponibles en este idioma.

interface-unofficial-translation = Traducción no oficial

interface-original-text = Texto original

interface-contents = Preguntas de esta página

interface-language-menu = Idiomas

interface-choose-language = Elija su idioma

interface-other-languages = Esta pregunta en otros idiomas

interface-link-to-question = Enlace a esta pregunta

interface-skip-to-questions = Ir directamente a las preguntas

interface-back-to-top = Volver al inicio de la página
