-app-name = Bookshelf

-library = 図書館

welcome = { $name }さん、{ -app-name } へようこそ！

books-borrowed = 借りている本は { $count } 冊です。

place-in-line = あなたの順番は { $place } 番目です。

due-date = { DATETIME($date, month: "long", day: "numeric") }までに本をお返しください。

member-price = 会員は { NUMBER($part, style: "percent", maximumFractionDigits: 0) } 安くなります。

file-size = このファイルの大きさは { NUMBER($size, maximumFractionDigits: 1) } MB です。

search =
    .placeholder = 書名または著者名で検索
    .title = 本を検索

open-button = 開く
    .title = この本を開く

library-rules = { -library }の規則

help-name = ヘルプページ

ask-us = 「{ help-name }」を開いて、私たちにご連絡ください。

help-link = <strong>ご連絡の前に</strong>、<a data-l10n-name="help">ヘルプページ</a>をお読みください。

rules-link = [規則](https://example.org/rules)を読み、**保管してください**。

contact = help@example.org に書くか、+1 202-555-0143 に電話してください。

website = すべての本は https://www.example.org/books にあります。

parcel-size = 小包は重さ 5 キログラム、長さ 60 センチメートルまでです。

wait = もう一度試す前に、少なくとも 15 分お待ちください。

age-limit = 18 歳未満の方は保護者の署名が必要です。

card-price = 新しいカードは 12.50 ユーロです。

law = あなたのデータは 18 U.S.C. § 2710 によって保護されています。

closed = { -library }は 2026 年 12 月 24 日から 2027 年 1 月 1 日まで休館します。

loan-period = 本は 3 週間借りられます。

shelves = 子ども向けの本は三番目の棚にあります。

quiet = メッセージを表示しないようにするには、--quiet を付けて起動します。

press-send = 「送信」を押して、返事をお待ちください。

delete-question = 本当にこのリストを削除しますか？

steps =
    本を借りるには：
    1. リストで本を見つけます。
    2. 緑のボタンを押します。
    3. こちらからの連絡を待ちます。

privacy = あなたの読書リストを誰にも見せません。

show-card = 本を受け取るときは、必ずカードを見せなければなりません。

about = 図書館は、この町に住むすべての人に本を貸し出しています。本を家に持ち帰って、ゆっくり読むことができます。ほかに待っている人がいなければ、もっと長く借りることができます。お探しの本を見つけるお手伝いを、職員が喜んでいたします。

lost-card = カードをなくしたときは、すぐにお知らせください。そうすれば、誰もあなたの名前で本を借りることができません。新しいカードは次の日にできあがり、窓口で受け取ることができます。

save-list = このリストをあとで使うために保存

save-list-again = このリストをあとで使うために保存

action-done =
    { $action ->
        [delete] リストを削除しました。
       *[save] リストを保存しました。
    }
