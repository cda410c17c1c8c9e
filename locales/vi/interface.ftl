### Texts of the page around the FAQ in Vietnamese: a draft, not yet reviewed. Notes for each message are in the reference file (locales/en-US).

interface-draft-notice = Bản dịch này là bản nháp. Bản dịch này chưa được người hiệu đính có chuyên môn nào kiểm tra.

interface-fallback-notice = Câu hỏi này và câu trả lời chưa có bản dịch bằng ngôn ngữ này.

interface-unofficial-translation = Bản dịch không chính thức

interface-original-text = Văn bản gốc

interface-contents = Các câu hỏi trên trang này

interface-language-menu = Ngôn ngữ

interface-choose-language = Chọn ngôn ngữ của bạn

interface-other-languages = Câu hỏi này bằng các ngôn ngữ khác

interface-link-to-question = Liên kết đến câu hỏi này

interface-skip-to-questions = Chuyển thẳng đến các câu hỏi

interface-back-to-top = Về đầu trang
