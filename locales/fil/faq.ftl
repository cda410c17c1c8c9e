### The FAQ in Filipino: a draft, not yet reviewed. Notes for each message are in the reference file (locales/en-US).

title = Mga Madalas Itanong

## Ano ang human trafficking?

human-trafficking-question = Ano ang { -human-trafficking }?

human-trafficking-definition-attribution = Ayon sa depinisyon ng pederal na pamahalaan,

# “Mayroon man o walang anumang …”: whether there is any of them or none; it is a crime in both cases.
human-trafficking-definition = “Ang human trafficking ay isang krimen na kinasasangkutan ng pagsasamantala sa isang tao para sa layunin ng sapilitang pagtatrabaho o ng isang komersyal na sekswal na gawain sa pamamagitan ng paggamit ng puwersa, panlilinlang, o pamimilit. Kapag ang isang taong wala pang 18 taong gulang ay inudyukang gumawa ng isang komersyal na sekswal na gawain, ito ay isang krimen, mayroon man o walang anumang puwersa, panlilinlang, o pamimilit.”

## Ano ang komersyal na sekswal na pagsasamantala sa mga bata?

csec-question = Ano ang { -csec }?

csec-answer = Ang { -csec } ay sekswal na gawaing kinasasangkutan ng seks kapalit ng isang bagay na may halaga, o ng pangako ng ganoong bagay, para sa bata o para sa isa o higit pang ibang tao. Tinatrato ang bata na parang komersyal at sekswal na pag-aari.

## Ano-ano ang kabilang sa komersyal na pagsasamantala sa mga bata?

csec-forms-question = Ano-ano ang kabilang sa komersyal na pagsasamantala sa mga bata?

csec-forms-list-pornography = Pornograpiya

# The loan is generally understood; “paghuhubad” means any undressing, and “pagpapahubad” (having somebody undress) does not name a performance.
csec-forms-list-stripping = Striptease

csec-forms-list-massage = Erotikong masahe/masaheng nakahubad

csec-forms-list-interfamilial-pimping = Pambubugaw sa loob ng pamilya

csec-forms-list-survival-sex = Seks upang mabuhay

csec-forms-list-private-parties = Mga pribadong party

csec-forms-list-gang-based-prostitution = Prostitusyong inoorganisa ng gang

csec-forms-list-escort-services = Mga serbisyong escort

csec-forms-list-internet-based-exploitation = Pagsasamantala sa pamamagitan ng internet

# “The street corner” and “the sidewalk”: everyday Filipino words for such places, standing for the two English slang words.
csec-forms-list-street-prostitution = Prostitusyon sa kalye (“kanto”, “bangketa”)

## Sino-sino ang mga biktima ng komersyal na sekswal na pagsasamantala sa mga bata?

victims-question = Sino-sino ang { -victims } ng { -csec-acronym }?

victims-answer = Ang { -victims } ng pagsasamantala sa mga bata ay wala pang { $adult-age } taong gulang at maaaring may anumang etnisidad, lahi, relihiyon, uring sosyo-ekonomiko, kasarian, o oryentasyong sekswal.

## Sino-sino ang partikular na bulnerable sa komersyal na sekswal na pagsasamantala sa mga bata?

vulnerability-question = Sino-sino ang partikular na bulnerable sa { -csec-acronym }?

# “Foster care” is the term of Philippine law (Foster Care Act of 2012); the loan is kept, since a Filipino coinage would be less clear.
vulnerability-answer = Ang mga batang pinakabulnerable sa pagsasamantala ay ang mga pinabayaan ng kanilang magulang o tagapangalaga. Kabilang dito ang mga kabataang walang tirahan, mga batang naglayas, mga batang nakaranas na ng pang-aabuso, at ang mga nasa sistema ng foster care. Bulnerable rin sa sekswal na pagsasamantala ang mga batang mula sa mga komunidad na mababa ang kita at naninirahan sa mga lugar na laganap ang mararahas na krimen.

## Bakit hindi humihingi ng tulong ang mga biktima?

seeking-help-question = Bakit hindi humihingi ng tulong ang { -victims }?

# “Unti-unting manipulahin” is for “groomed”; “mga institusyon” is for “systems”. “Magbukas ng loob” for “confide”: “magtapat” can also mean “confess”.
seeking-help-answer = Madalas na nararamdaman ng mga biktima ng sekswal na pagsasamantala na wala silang ligtas na lugar na mapupuntahan upang humingi ng tulong. Karamihan sa mga biktima ay inihiwalay sa pamilya at mga kaibigan, maaaring nakararamdam ng hiya o pagkaasiwa na magbukas ng loob sa kanilang mga mahal sa buhay, o walang sistema ng suporta upang makuha ang tulong na kailangan nila. Minsan, ang mga biktima ay ikinukulong ng nagsasamantala sa kanila o ng kanilang trafficker, at hindi sila makatakas dahil sa mga banta at/o pisikal na pang-aabuso. Maaari ding unti-unting manipulahin ng mga bugaw ang mga kabataang pinagsasamantalahan upang hindi sila magtiwala sa mga institusyon, at maaaring hindi alam ng mga kabataang ito ang mga umiiral na serbisyo.

## Sino-sino ang mga nagsasamantala/trafficker?

exploiters-question = Sino-sino ang { -exploiters }?

exploiters-answer = Sila ay sinumang nakikinabang sa komersyal na sekswal na pagsasamantala sa isang menor de edad (wala pang { $adult-age } taong gulang) at/o nagpapadali sa komersyal na sekswal na pagsasamantala sa isang menor de edad. Ang { -exploiters } ay maaaring maging sinuman, anuman ang kasarian, edad, o etnisidad, at maaaring bahagi o hindi bahagi ng isang organisasyong kriminal. Minsan, maaari din silang maging isang taong kilala at pinagkakatiwalaan ng biktima, gaya ng isang kapamilya.

## Sino-sino ang mga bumibili ng seks?

buyers-question = Sino-sino ang { -buyers }?

# “Mga lalaking nagbabayad” (the men who pay) gives the sense of the slang word without “parokyano” or “kostumer” (customer).
buyers-answer = Ang { -buyers }, o “mga lalaking nagbabayad”, ay ang mga tumatanggap ng mga sekswal na serbisyo at maaaring may anumang edad, etnisidad, o katayuang sosyo-ekonomiko. Ang { -buyers } ay may pantay na pananagutan sa krimen, kahit kulang sila sa impormasyon tungkol sa edad o kalagayan ng biktima.
