### Texts of the page around the FAQ, in Russian. A draft, not yet reviewed; the notes for each message are in the reference file (locales/en-US).

interface-draft-notice = Этот перевод — черновик. Ни один квалифицированный специалист его ещё не проверил.

interface-fallback-notice = Этот вопрос и ответ на него пока недоступны на этом языке.

interface-unofficial-translation = Неофициальный перевод

interface-original-text = Текст оригинала

interface-contents = Вопросы на этой странице

interface-language-menu = Языки

interface-choose-language = Выберите свой язык

interface-other-languages = Этот вопрос на других языках

interface-link-to-question = Ссылка на этот вопрос

interface-skip-to-questions = Перейти к вопросам

interface-back-to-top = Вернуться к началу страницы
