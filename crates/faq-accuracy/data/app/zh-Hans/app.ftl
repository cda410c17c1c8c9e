-app-name = Bookshelf

-library = 图书馆

welcome = { $name }，欢迎使用 { -app-name }！

books-borrowed = 您借了 { $count } 本书。

place-in-line = 您排在第 { $place } 位。

due-date = 请在 { DATETIME($date, month: "long", day: "numeric") } 之前还书。

member-price = 会员少付 { NUMBER($part, style: "percent", maximumFractionDigits: 0) }。

file-size = 此文件大小为 { NUMBER($size, maximumFractionDigits: 1) } MB。

search =
    .placeholder = 搜索书名或作者
    .title = 搜索图书

open-button = 打开
    .title = 打开这本书

library-rules = { -library }规则

help-name = 帮助页面

ask-us = 请打开“{ help-name }”并写信给我们。

help-link = 在<strong>写信给我们</strong>之前，请阅读<a data-l10n-name="help">我们的帮助页面</a>。

rules-link = 请阅读[规则](https://example.org/rules)并**妥善保存**。

contact = 请写信至 help@example.org 或致电 +1 202-555-0143。

website = 您可以在 https://www.example.org/books 找到所有图书。

parcel-size = 包裹重量不超过 5 公斤，长度不超过 60 厘米。

wait = 请至少等待 15 分钟再重试。

age-limit = 未满 18 岁的人需要家长签字。

card-price = 新卡价格为 12.50 欧元。

law = 您的数据受 18 U.S.C. § 2710 保护。

closed = { -library }于 2026 年 12 月 24 日至 2027 年 1 月 1 日闭馆。

loan-period = 一本书可以借 3 周。

shelves = 儿童读物在第三个书架上。

quiet = 用 --quiet 启动它，就不会看到消息。

press-send = 请按“发送”并等待回复。

delete-question = 您真的要删除此列表吗？

steps =
    借书步骤：
    1. 在列表中找到它。
    2. 按绿色按钮。
    3. 等待我们的消息。

privacy = 我们不会与任何人分享您的阅读列表。

show-card = 取书时您必须出示借书卡。

about = 图书馆向所有住在本市的人出借图书。您可以把书带回家安静地阅读。如果没有别人在等这本书，您可以多借一段时间。我们的工作人员很乐意帮您找到您想要的书。

lost-card = 如果您的借书卡丢失，请立即告诉我们。这样就没有人能以您的名义借书。新卡第二天就能办好，您可以到服务台领取。

save-list = 保存此列表以备日后使用

save-list-again = 保存此列表以备日后使用

action-done =
    { $action ->
        [delete] 列表已删除。
       *[save] 列表已保存。
    }
