### The FAQ in Filipino: a draft, not yet reviewed. Notes for each message are in the reference file (locales/en-US).

title = Mga Madalas Itanong

## Ano ang human trafficking?

human-trafficking-question = Ano ang { -human-trafficking }?

human-trafficking-definition-attribution = Ayon sa depinisyon ng pederal na pamahalaan,

# “Mayroon man o walang anumang …”: whether there is any of them or none; it is a crime in both cases.
human-trafficking-definition = “Ang human trafficking ay isang krimen na kinasasangkutan ng pagsasamantala sa isang tao para sa layunin ng sapilitang pagtatrabaho o ng isang komersyal na gawaing sekswal sa pamamagitan ng paggamit ng puwersa, panlilinlang, o pamimilit. Kapag ang isang taong wala pang 18 taong gulang ay inudyukang gumawa ng isang komersyal na gawaing sekswal, ito ay isang krimen mayroon man o walang anumang puwersa, panlilinlang, o pamimilit.”

## Ano ang komersyal na sekswal na pagsasamantala sa mga bata?

csec-question = Ano ang { -csec }?

csec-answer = Ang { -csec } ay sekswal na gawaing kinasasangkutan ng seks kapalit ng isang bagay na may halaga, o ng pangako nito, para sa bata o para sa iba pang tao o mga tao. Tinatrato ang bata na parang komersyal at sekswal na pag-aari.

## Ano-ano ang kabilang sa komersyal na pagsasamantala sa mga bata?

csec-forms-question = Ano-ano ang kabilang sa komersyal na pagsasamantala sa mga bata?

csec-forms-list-pornography = Pornograpiya

# “Pagpapahubad” (having somebody undress) names what is done to the child; “paghuhubad” would name what the child does.
csec-forms-list-stripping = Pagpapahubad

csec-forms-list-massage = Erotiko/hubad na masahe

csec-forms-list-interfamilial-pimping = Pambubugaw sa loob ng pamilya

csec-forms-list-survival-sex = Seks upang mabuhay

csec-forms-list-private-parties = Mga pribadong party

csec-forms-list-gang-based-prostitution = Prostitusyong pinatatakbo ng gang

csec-forms-list-escort-services = Mga serbisyong escort

csec-forms-list-internet-based-exploitation = Pagsasamantala sa pamamagitan ng internet

# “The street corner” and “the sidewalk”: the Filipino street words for the same places as the two English slang words.
csec-forms-list-street-prostitution = Prostitusyon sa kalye (“kanto”, “bangketa”)

## Sino ang mga biktima ng komersyal na sekswal na pagsasamantala sa mga bata?

victims-question = Sino ang { -victims } ng { -csec-acronym }?

victims-answer = Ang { -victims } ng pagsasamantala sa bata ay wala pang { $adult-age } taong gulang at maaaring mula sa anumang etnisidad, lahi, relihiyon, uring sosyo-ekonomiko, kasarian, at oryentasyong sekswal.

## Sino ang lalong bulnerable sa komersyal na sekswal na pagsasamantala sa mga bata?

vulnerability-question = Sino ang lalong bulnerable sa { -csec-acronym }?

# “Foster care” is the term of Philippine law (Foster Care Act) and stays in English in Filipino texts of the agencies.
vulnerability-answer = Ang mga batang pinakabulnerable sa pagsasamantala ay ang mga pinabayaan ng kanilang magulang o tagapangalaga. Kabilang dito ang mga kabataang walang tirahan, mga batang naglayas, mga batang nakaranas na ng pang-aabuso, at ang mga nasa sistema ng foster care. Bulnerable rin sa sekswal na pagsasamantala ang mga batang mula sa mga komunidad na mababa ang kita at nakatira sa mga lugar kung saan laganap ang mararahas na krimen.

## Bakit hindi humihingi ng tulong ang mga biktima?

seeking-help-question = Bakit hindi humihingi ng tulong ang { -victims }?

# “Unti-unting kunin … ang loob … at turuan” is for “groomed”; “mga institusyon” is for “systems”.
seeking-help-answer = Madalas na nararamdaman ng mga biktima ng sekswal na pagsasamantala na wala silang ligtas na lugar na mapupuntahan upang humingi ng tulong. Karamihan sa mga biktima ay nakahiwalay sa pamilya at mga kaibigan, maaaring nahihiya o naaasiwang magtapat sa kanilang mga mahal sa buhay, o walang sistema ng suporta upang makuha ang tulong na kailangan nila. Minsan, ang mga biktima ay ikinukulong ng nagsasamantala sa kanila/ng kanilang trafficker, at hindi sila makatakas dahil sa mga banta at/o pisikal na pang-aabuso. Maaari ding unti-unting kunin ng mga bugaw ang loob ng mga kabataang pinagsasamantalahan at turuan silang huwag magtiwala sa mga institusyon, at maaaring hindi alam ng mga kabataang ito ang mga umiiral na serbisyo.

## Sino ang mga nagsasamantala/trafficker?

exploiters-question = Sino ang { -exploiters }?

exploiters-answer = Sila ang sinumang nakikinabang sa komersyal na sekswal na pagsasamantala sa isang menor de edad (wala pang { $adult-age } taong gulang) at/o nagpapadali sa komersyal na sekswal na pagsasamantala sa isang menor de edad. Ang { -exploiters } ay maaaring sinuman, anuman ang kasarian, edad, o etnisidad, at maaaring bahagi o hindi bahagi ng isang organisasyong kriminal. Minsan, maaari din silang isang taong kilala at pinagkakatiwalaan ng biktima, gaya ng isang kapamilya.

## Sino ang mga bumibili ng seks?

buyers-question = Sino ang { -buyers }?

# “Mga lalaking nagbabayad” (the men who pay) gives the sense of the slang word without “parokyano” or “kostumer” (customer).
buyers-answer = Ang { -buyers }, o “mga lalaking nagbabayad”, ay ang mga tumatanggap ng mga sekswal na serbisyo at maaaring may anumang edad, etnisidad, at katayuang sosyo-ekonomiko. Ang { -buyers } ay may pantay na pananagutan sa krimen kahit kulang sila sa impormasyon tungkol sa edad o kalagayan ng biktima.
