### The Korean words this FAQ uses for its main ideas. Draft, not yet reviewed.

# The word of Korean law (인신매매등방지법). It avoids “밀입국 알선” and “밀수”, which mean smuggling. Ends in a vowel: 는, 를, 란.
-human-trafficking = 인신매매

# “성착취” is used in Korean law and by child protection bodies. “아동 대상” makes clear that the child is the one exploited; “아동” means everybody younger than 18, as in the Convention on the Rights of the Child. Ends in a vowel: 란, 를, 에.
-csec = 아동 대상 상업적 성착취

# Korean has no established acronym, so the full name is repeated.
-csec-acronym = 아동 대상 상업적 성착취

# The word of the law; it carries no blame. Ends in a vowel: 는, 가, 를. Plural, where needed: 피해자들.
-victims = 피해자

# “착취자” condemns; “인신매매범” is the usual word for a trafficker. Ends in a consonant: 은, 이, 을.
-exploiters = 착취자/인신매매범

# From “성매수” (paying for sex), a word that names the act. Avoids “손님”, “고객” and “구매자”, which sound like a trade. Ends in a vowel: 는, 가, 를.
-buyers = 성매수자
