-app-name = Bookshelf

-library =
    { $case ->
       *[nominative] kütüphane
        [genitive] kütüphanenin
    }

welcome = { -app-name } uygulamasına hoş geldiniz, { $name }!

books-borrowed =
    { $count ->
        [one] { $count } kitap ödünç aldınız.
       *[other] { $count } kitap ödünç aldınız.
    }

place-in-line = Sıradaki yeriniz: { $place }.

due-date = Kitabı { DATETIME($date, month: "long", day: "numeric") } tarihine kadar geri getirin.

member-price = Üyeler { NUMBER($part, style: "percent", maximumFractionDigits: 0) } daha az öder.

file-size = Bu dosyanın boyutu { NUMBER($size, maximumFractionDigits: 1) } MB.

search =
    .placeholder = Bir kitap adı veya yazar arayın
    .title = Kitap ara

open-button = Aç
    .title = Kitabı aç

library-rules = { -library(case: "genitive") } kuralları

help-name = Yardım sayfası

ask-us = “{ help-name }” bağlantısını açın ve bize yazın.

help-link = <strong>Bize yazmadan</strong> önce <a data-l10n-name="help">yardım sayfamızı</a> okuyun.

rules-link = [Kuralları](https://example.org/rules) okuyun ve **saklayın**.

contact = help@example.org adresine yazın veya +1 202-555-0143 numarasını arayın.

website = Tüm kitapları https://www.example.org/books adresinde bulabilirsiniz.

parcel-size = Bir koli en fazla 5 kg ağırlığında ve 60 cm uzunluğunda olabilir.

wait = Yeniden denemeden önce en az 15 dakika bekleyin.

age-limit = 18 yaşından küçük herkesin bir ebeveynin imzasına ihtiyacı vardır.

card-price = Yeni bir kart 12,50 avro tutar.

law = Verileriniz 18 U.S.C. § 2710 uyarınca korunur.

closed = { -library } 24 Aralık 2026 ile 1 Ocak 2027 arasında kapalıdır.

loan-period = Bir kitabı üç hafta tutabilirsiniz.

shelves = Çocuk kitapları üçüncü raftadır.

quiet = İleti görmemek için --quiet ile başlatın.

press-send = “Gönder” düğmesine basın ve yanıt bekleyin.

delete-question = Bu listeyi gerçekten silmek istiyor musunuz?

steps =
    Kitap ödünç almak için:
    1. Kitabı listede bulun.
    2. Yeşil düğmeye basın.
    3. Mesajımızı bekleyin.

privacy = Okuma listenizi hiç kimseyle paylaşmayız.

show-card = Kitap alırken kartınızı göstermeniz gerekir.

about = Kütüphane, şehirde yaşayan herkese kitap ödünç verir. Kitapları eve götürüp rahatça okuyabilirsiniz. Kitabı bekleyen başka kimse yoksa onu daha uzun süre tutabilirsiniz. Çalışanlarımız aradığınızı bulmanıza memnuniyetle yardım eder.

lost-card = Kartınızı kaybettiyseniz bize hemen haber verin. O zaman hiç kimse sizin adınıza kitap alamaz. Yeni kart ertesi gün hazır olur ve onu danışmadan alabilirsiniz.

save-list = Bu listeyi daha sonrası için kaydet

save-list-again = Bu listeyi daha sonrası için kaydet

action-done =
    { $action ->
        [delete] Liste silindi.
       *[save] Liste kaydedildi.
    }
