### Texts of the page around the FAQ, in Korean; a draft not yet reviewed. Notes for each message are in the reference file (locales/en-US).

interface-draft-notice = 이 번역은 초안입니다. 자격을 갖춘 검토자가 아직 확인하지 않았습니다.

interface-fallback-notice = 이 질문과 답변은 아직 이 언어로 제공되지 않습니다.

interface-unofficial-translation = 비공식 번역

interface-original-text = 원문

interface-contents = 이 페이지의 질문

interface-language-menu = 언어

interface-choose-language = 언어를 선택하세요

interface-other-languages = 다른 언어로 이 질문 보기

interface-link-to-question = 이 질문의 링크

interface-skip-to-questions = 질문으로 건너뛰기

interface-back-to-top = 맨 위로
