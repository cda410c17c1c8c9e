### Texts of the page around the FAQ, in Simplified Chinese; a draft not yet reviewed. Notes for each message are in the reference file (locales/en-US).

interface-draft-notice = 本译文为草稿，尚未经任何合格的审校人员核对。

interface-fallback-notice = 此问题及其回答目前还没有此语言的版本。

interface-unofficial-translation = 非官方译文

interface-original-text = 原文

interface-contents = 本页问题

interface-language-menu = 语言

interface-choose-language = 请选择您的语言

interface-other-languages = 此问题的其他语言版本

interface-link-to-question = 此问题的链接

interface-skip-to-questions = 跳到问题部分

interface-back-to-top = 返回页面顶部
