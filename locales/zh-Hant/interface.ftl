### Texts of the page around the FAQ, in Traditional Chinese; a draft not yet reviewed. Notes for each message are in the reference file (locales/en-US).

interface-draft-notice = 本譯文為草稿，尚未經任何合格的審校人員核對。

interface-fallback-notice = 這個問題及其回答目前還沒有此語言的版本。

interface-unofficial-translation = 非官方譯文

interface-original-text = 原文

interface-contents = 本頁問題

interface-language-menu = 語言

interface-choose-language = 請選擇您的語言

interface-other-languages = 這個問題的其他語言版本

interface-link-to-question = 這個問題的連結

interface-skip-to-questions = 跳到問題部分

interface-back-to-top = 回到頁首
