### The FAQ in Vietnamese: a draft, not yet reviewed. Notes for each message are in the reference file (locales/en-US).

title = Câu hỏi thường gặp

## Thế nào là mua bán người?

human-trafficking-question = Thế nào là { -human-trafficking }?

human-trafficking-definition-attribution = Theo định nghĩa của chính phủ liên bang:

# “Tội ác” for “crime”: “tội phạm” can also mean “criminal”, and the second sentence must not be read as calling the young person one. “Bị lôi kéo” (drawn in) for “induced”: “dụ dỗ” (enticed) hints at the child’s yielding.
human-trafficking-definition = “Mua bán người là một tội ác liên quan đến việc bóc lột một người nhằm cưỡng bức lao động hoặc thực hiện hành vi tình dục vì mục đích thương mại, thông qua việc sử dụng vũ lực, gian dối hoặc ép buộc. Khi một người dưới 18 tuổi bị lôi kéo thực hiện hành vi tình dục vì mục đích thương mại, đó là một tội ác, bất kể có hay không có vũ lực, gian dối hoặc ép buộc.”

## Thế nào là bóc lột tình dục trẻ em vì mục đích thương mại?

csec-question = Thế nào là { -csec }?

csec-answer = Bóc lột tình dục trẻ em vì mục đích thương mại là hoạt động tình dục có quan hệ tình dục để đổi lấy một thứ có giá trị, hoặc lời hứa về một thứ như vậy, dù thứ đó dành cho chính trẻ hay cho một hoặc nhiều người khác. Trẻ bị đối xử như tài sản thương mại và tình dục.

## Bóc lột trẻ em vì mục đích thương mại bao gồm những gì?

csec-forms-question = Bóc lột trẻ em vì mục đích thương mại bao gồm những gì?

csec-forms-list-pornography = Nội dung khiêu dâm

csec-forms-list-stripping = Trình diễn thoát y

csec-forms-list-massage = Mát-xa kích dục/khỏa thân

# “Chăn dắt” is the everyday word for what a pimp does; “môi giới” (brokering) would sound like a trade.
csec-forms-list-interfamilial-pimping = Chăn dắt mại dâm do người trong gia đình thực hiện

# “Sinh tồn” (survival), not “mưu sinh” (making a living), which would sound like work.
csec-forms-list-survival-sex = Quan hệ tình dục để sinh tồn

csec-forms-list-private-parties = Tiệc riêng

# “Mại dâm” covers the buying and the selling of sex in Vietnamese law; “bán dâm” (selling sex) would name only the child’s part.
csec-forms-list-gang-based-prostitution = Mại dâm do băng đảng tổ chức

# In quotation marks, since “hộ tống” by itself is an ordinary word for accompanying or guarding somebody.
csec-forms-list-escort-services = Dịch vụ “hộ tống”

csec-forms-list-internet-based-exploitation = Bóc lột qua mạng internet

# “Red-light street” and “sidewalk” give the sense of the two slang words; “đứng đường” (standing on the street) is avoided because it demeans the victims.
csec-forms-list-street-prostitution = Mại dâm đường phố (“phố đèn đỏ”, “vỉa hè”)

## Ai là nạn nhân của nạn bóc lột tình dục trẻ em vì mục đích thương mại?

victims-question = Ai là { -victims } của nạn { -csec-acronym }?

victims-answer = Nạn nhân của nạn bóc lột trẻ em là người dưới { $adult-age } tuổi và có thể thuộc bất kỳ sắc tộc, chủng tộc, tôn giáo, tầng lớp kinh tế - xã hội, giới hay xu hướng tính dục nào.

## Ai đặc biệt dễ bị tổn thương trước nạn bóc lột tình dục trẻ em vì mục đích thương mại?

vulnerability-question = Ai đặc biệt dễ bị tổn thương trước nạn { -csec-acronym }?

# “Chăm sóc thay thế” (alternative care) is the term of the Vietnamese Law on Children for care by other families or in homes.
vulnerability-answer = Những trẻ em dễ bị tổn thương nhất trước nạn bóc lột là những em đã bị cha mẹ hoặc người giám hộ bỏ mặc. Trong số này có thanh thiếu niên vô gia cư, trẻ em bỏ nhà đi, trẻ em từng bị xâm hại và những em đang ở trong hệ thống chăm sóc thay thế. Trẻ em đến từ các khu dân cư có thu nhập thấp và sống ở những khu vực mà tội phạm bạo lực xảy ra phổ biến cũng dễ bị tổn thương trước nạn bóc lột tình dục.

## Vì sao nạn nhân không tìm kiếm sự giúp đỡ?

seeking-help-question = Vì sao { -victims } không tìm kiếm sự giúp đỡ?

# “Từng bước thao túng” is for “groomed”; “các cơ quan chức năng” (the competent authorities) is for “systems”. “Kẻ bóc lột/kẻ mua bán mình”: “their” exploiter/trafficker, with “mình” in the place of “người”.
seeking-help-answer = Nạn nhân của nạn bóc lột tình dục thường cảm thấy mình không có nơi an toàn nào để tìm đến nhờ giúp đỡ. Hầu hết nạn nhân bị cô lập khỏi gia đình và bạn bè, có thể cảm thấy xấu hổ hoặc ngượng ngập nếu tâm sự với những người thân yêu, hoặc không có hệ thống hỗ trợ nào để nhận được sự giúp đỡ mà họ cần. Đôi khi nạn nhân bị kẻ bóc lột/kẻ mua bán mình giam giữ và không thể trốn thoát do bị đe dọa và/hoặc bị bạo hành thể chất. Thanh thiếu niên bị bóc lột cũng có thể bị những kẻ chăn dắt mại dâm từng bước thao túng để các em không tin tưởng các cơ quan chức năng, và các em có thể không biết đến các dịch vụ hiện có.

## Những kẻ bóc lột/kẻ mua bán người là ai?

exploiters-question = Những { -exploiters } là ai?

exploiters-answer = Đó là bất kỳ ai hưởng lợi từ việc bóc lột tình dục người chưa thành niên (dưới { $adult-age } tuổi) vì mục đích thương mại và/hoặc tạo điều kiện cho việc bóc lột tình dục người chưa thành niên vì mục đích thương mại. Kẻ bóc lột/kẻ mua bán người có thể là bất kỳ ai, thuộc bất kỳ giới, độ tuổi hay sắc tộc nào, và có thể thuộc hoặc không thuộc một tổ chức tội phạm. Đôi khi đó cũng có thể là người mà nạn nhân quen biết và tin tưởng, chẳng hạn như một thành viên trong gia đình.

## Những kẻ mua dâm là ai?

buyers-question = Những { -buyers } là ai?

# “Những gã trả tiền” (the guys who pay) gives the sense of the slang word without “khách” (customer).
buyers-answer = Kẻ mua dâm, hay “những gã trả tiền”, là những kẻ nhận dịch vụ tình dục và có thể ở bất kỳ độ tuổi nào, thuộc bất kỳ sắc tộc nào và có bất kỳ hoàn cảnh kinh tế - xã hội nào. Kẻ mua dâm cũng chịu trách nhiệm ngang bằng đối với tội ác này, ngay cả khi họ thiếu thông tin về tuổi hoặc tình trạng của nạn nhân.
