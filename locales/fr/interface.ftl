### Texts of the page around the FAQ, in French; a draft not yet reviewed. Notes for each message are in the reference file (locales/en-US).

interface-draft-notice = Cette traduction est une version provisoire. Aucune personne qualifiée ne l’a encore vérifiée.

interface-fallback-notice = Cette question et sa réponse ne sont pas encore disponibles dans cette langue.

interface-unofficial-translation = Traduction non officielle

interface-original-text = Texte original

interface-contents = Questions sur cette page

interface-language-menu = Langues

interface-choose-language = Choisissez votre langue

interface-other-languages = Cette question dans d’autres langues

interface-link-to-question = Lien vers cette question

interface-skip-to-questions = Aller directement aux questions

interface-back-to-top = Retour en haut de la page
