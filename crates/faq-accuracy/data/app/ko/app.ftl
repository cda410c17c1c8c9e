-app-name = Bookshelf

-library = 도서관

welcome = { $name } 님, { -app-name }에 오신 것을 환영합니다!

books-borrowed = 책을 { $count }권 빌리셨습니다.

place-in-line = 대기 순서는 { $place }번째입니다.

due-date = { DATETIME($date, month: "long", day: "numeric") }까지 책을 반납해 주세요.

member-price = 회원은 { NUMBER($part, style: "percent", maximumFractionDigits: 0) } 적게 냅니다.

file-size = 이 파일의 크기는 { NUMBER($size, maximumFractionDigits: 1) } MB입니다.

search =
    .placeholder = 제목이나 지은이 찾기
    .title = 책 찾기

open-button = 열기
    .title = 책 열기

library-rules = { -library } 규칙

help-name = 도움말 페이지

ask-us = “{ help-name }”를 열고 저희에게 글을 보내 주세요.

help-link = <strong>저희에게 글을 보내기</strong> 전에 <a data-l10n-name="help">도움말 페이지</a>를 읽어 주세요.

rules-link = [규칙](https://example.org/rules)을 읽고 **보관해 주세요**.

contact = help@example.org로 글을 보내거나 +1 202-555-0143으로 전화해 주세요.

website = 모든 책은 https://www.example.org/books 에 있습니다.

parcel-size = 소포는 무게 5킬로그램, 길이 60센티미터까지 보낼 수 있습니다.

wait = 다시 시도하기 전에 적어도 15분 동안 기다려 주세요.

age-limit = 18세 미만인 사람은 부모의 서명이 필요합니다.

card-price = 새 카드의 값은 12.50유로입니다.

law = 귀하의 정보는 18 U.S.C. § 2710에 따라 보호됩니다.

closed = { -library }은 2026년 12월 24일부터 2027년 1월 1일까지 문을 닫습니다.

loan-period = 책은 3주 동안 빌릴 수 있습니다.

shelves = 어린이 책은 세 번째 책장에 있습니다.

quiet = 메시지를 보지 않으려면 --quiet 옵션으로 시작하세요.

press-send = “보내기”를 누르고 답장을 기다려 주세요.

delete-question = 정말로 이 목록을 지우시겠습니까?

steps =
    책을 빌리는 방법:
    1. 목록에서 책을 찾습니다.
    2. 초록색 단추를 누릅니다.
    3. 저희 연락을 기다립니다.

privacy = 읽은 책 목록을 아무에게도 보여 주지 않습니다.

show-card = 책을 받을 때 반드시 카드를 보여 주어야 합니다.

about = 도서관은 이 도시에 사는 모든 사람에게 책을 빌려줍니다. 책을 집으로 가져가서 편안하게 읽을 수 있습니다. 그 책을 기다리는 사람이 없으면 더 오래 빌릴 수 있습니다. 찾으시는 책을 발견하도록 저희 직원이 기꺼이 도와드립니다.

lost-card = 카드를 잃어버리면 바로 알려 주세요. 그러면 아무도 귀하의 이름으로 책을 빌릴 수 없습니다. 새 카드는 다음 날 준비되며 안내대에서 받을 수 있습니다.

save-list = 나중을 위해 이 목록 저장하기

save-list-again = 나중을 위해 이 목록 저장하기

action-done =
    { $action ->
        [delete] 목록을 지웠습니다.
       *[save] 목록을 저장했습니다.
    }
