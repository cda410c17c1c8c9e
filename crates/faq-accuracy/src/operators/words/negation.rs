//! Texts that say the opposite, or leave free what has to be done. Which words to drop for that is different in every language.

use crate::{operators::Seeded, random::Random, scene::Scene};

/// What `privacy` says without its "not".
const NEGATIONS: [(&str, &str); 17] = [
    ("es", "Compartimos tu lista de lecturas con todos."),
    ("fr", "Nous partageons votre liste de lecture avec tous."),
    ("de", "Wir geben Ihre Leseliste an andere weiter."),
    ("pt-BR", "Mostramos sua lista de leitura a todos."),
    ("it", "Mostriamo a tutti la tua lista di letture."),
    ("ru", "Мы всем показываем ваш список книг."),
    ("uk", "Ми всім показуємо ваш список книжок."),
    ("pl", "Pokazujemy wszystkim Twoją listę lektur."),
    ("ar", "نشارك قائمة قراءتك مع الجميع."),
    ("he", "אנו מראים את רשימת הקריאה שלך לכולם."),
    ("hi", "हम आपकी पढ़ने की सूची सबको दिखाते हैं।"),
    ("zh-Hans", "我们会与所有人分享您的阅读列表。"),
    ("ja", "あなたの読書リストをみんなに見せます。"),
    ("ko", "읽은 책 목록을 모두에게 보여 줍니다."),
    ("th", "เราเปิดเผยรายการอ่านของคุณให้ทุกคนทราบ"),
    ("el", "Δείχνουμε σε όλους τη λίστα των βιβλίων σας."),
    ("tr", "Okuma listenizi herkesle paylaşırız."),
];

/// What `show-card` says without its "must".
const OBLIGATIONS: [(&str, &str); 17] = [
    ("es", "Puedes enseñar tu tarjeta cuando recojas un libro."),
    ("fr", "Vous pouvez montrer votre carte quand vous venez chercher un livre."),
    ("de", "Sie können Ihre Karte zeigen, wenn Sie ein Buch abholen."),
    ("pt-BR", "Você pode mostrar seu cartão quando buscar um livro."),
    ("it", "Puoi mostrare la tessera quando ritiri un libro."),
    ("ru", "Вы можете показать билет, когда забираете книгу."),
    ("uk", "Ви можете показати квиток, коли забираєте книжку."),
    ("pl", "Możesz pokazać kartę, gdy odbierasz książkę."),
    ("ar", "يمكن أن تُظهر بطاقتك عندما تستلم كتابًا."),
    ("he", "אפשר להציג את הכרטיס כשאוספים ספר."),
    ("hi", "किताब लेते समय आप अपना कार्ड दिखा सकते हैं।"),
    ("zh-Hans", "取书时您可以出示借书卡。"),
    ("ja", "本を受け取るときは、カードを見せることができます。"),
    ("ko", "책을 받을 때 카드를 보여 줄 수 있습니다."),
    ("th", "คุณแสดงบัตรได้เมื่อมารับหนังสือ"),
    ("el", "Μπορείτε να δείξετε την κάρτα σας όταν παραλαμβάνετε ένα βιβλίο."),
    ("tr", "Kitap alırken kartınızı gösterebilirsiniz."),
];

/// What `show-card` says with a "not".
const NEGATED: [(&str, &str); 15] = [
    ("es", "No debes enseñar tu tarjeta cuando recojas un libro."),
    ("fr", "Vous ne devez pas montrer votre carte quand vous venez chercher un livre."),
    ("de", "Sie müssen Ihre Karte nicht zeigen, wenn Sie ein Buch abholen."),
    ("pt-BR", "Você não deve mostrar seu cartão quando buscar um livro."),
    ("it", "Non devi mostrare la tessera quando ritiri un libro."),
    ("ru", "Вы не должны показывать билет, когда забираете книгу."),
    ("uk", "Ви не повинні показувати квиток, коли забираєте книжку."),
    ("pl", "Nie musisz pokazywać karty, gdy odbierasz książkę."),
    ("ar", "لا يجب أن تُظهر بطاقتك عندما تستلم كتابًا."),
    ("he", "לא חובה להציג את הכרטיס כשאוספים ספר."),
    ("hi", "किताब लेते समय आपको अपना कार्ड नहीं दिखाना चाहिए।"),
    ("zh-Hans", "取书时您不必出示借书卡。"),
    ("ko", "책을 받을 때 카드를 보여 줄 필요가 없습니다."),
    ("th", "คุณไม่ต้องแสดงบัตรเมื่อมารับหนังสือ"),
    ("el", "Δεν πρέπει να δείξετε την κάρτα σας όταν παραλαμβάνετε ένα βιβλίο."),
];

pub(super) fn add_negation(scene: &Scene, _: &mut Random) -> Option<Seeded> {
    take(scene, "show-card", &NEGATED)
}

pub(super) fn drop_negation(scene: &Scene, _: &mut Random) -> Option<Seeded> {
    take(scene, "privacy", &NEGATIONS)
}

pub(super) fn drop_obligation(scene: &Scene, _: &mut Random) -> Option<Seeded> {
    take(scene, "show-card", &OBLIGATIONS)
}

fn take(scene: &Scene, message: &str, texts: &[(&str, &str)]) -> Option<Seeded> {
    let (_, text) = texts.iter().find(|(locale, _)| *locale == scene.locale)?;
    if scene.message == message { scene.edit(scene.plain_value()?, text) } else { None }
}
