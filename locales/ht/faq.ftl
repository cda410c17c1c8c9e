### The FAQ in Haitian Creole: a draft, not yet reviewed. Notes for each message are in the reference file (locales/en-US).

title = Kesyon Yo Poze Souvan

## Kisa trafik moun ye?

human-trafficking-question = Kisa { -human-trafficking } ye?

human-trafficking-definition-attribution = Dapre definisyon gouvènman federal la:

# “Kit gen … kit pa gen okenn ladan yo”: whether there is any of them or none; it is a crime in both cases.
human-trafficking-definition = “Trafik moun se yon krim ki enplike eksplwatasyon yon moun pou travay fòse oswa pou yon zak seksyèl komèsyal, avèk itilizasyon fòs, fwod oswa kontrent. Lè yo pouse yon moun ki gen mwens pase 18 an fè yon zak seksyèl komèsyal, sa se yon krim, kit gen fòs, fwod oswa kontrent, kit pa gen okenn ladan yo.”

## Kisa eksplwatasyon seksyèl komèsyal timoun ye?

csec-question = Kisa { -csec } ye?

csec-answer = Eksplwatasyon seksyèl komèsyal timoun se aktivite seksyèl ki gen sèks ladan l, an echanj yon bagay ki gen valè, oswa pwomès yon bagay konsa, kit se pou timoun nan, kit se pou yon lòt moun oswa plizyè lòt moun. Yo trete timoun nan tankou yon pwopriyete komèsyal ak seksyèl.

## Kisa ki fè pati eksplwatasyon komèsyal timoun?

csec-forms-question = Kisa ki fè pati eksplwatasyon komèsyal timoun?

csec-forms-list-pornography = Pònografi

csec-forms-list-stripping = Estriptiz

csec-forms-list-massage = Masaj ewotik/toutouni

# “Makwo” is the everyday word for a pimp, used again below; “pwoksenetis” (French “proxénétisme”) would be known to few readers.
csec-forms-list-interfamilial-pimping = Zak makwo andedan fanmi

csec-forms-list-survival-sex = Sèks pou siviv

csec-forms-list-private-parties = Fèt prive

csec-forms-list-gang-based-prostitution = Pwostitisyon anba kontwòl gang

# In quotation marks, since “eskòt” by itself is first of all a guard or police escort.
csec-forms-list-escort-services = Sèvis “eskòt”

csec-forms-list-internet-based-exploitation = Eksplwatasyon sou entènèt

# “The concrete” and “the sidewalk”: everyday Creole words for the street, standing for the two English slang words.
csec-forms-list-street-prostitution = Pwostitisyon nan lari (“beton an”, “twotwa a”)

## Ki moun ki viktim eksplwatasyon seksyèl komèsyal timoun?

victims-question = Ki moun ki { -victims } { -csec-acronym }?

# Gender is “sèks”: the word “jan” after “nenpòt” would read as “in any way”.
victims-answer = Viktim eksplwatasyon timoun gen mwens pase { $adult-age } an, epi yo ka gen nenpòt etnisite, ras, relijyon, klas sosyoekonomik, sèks oswa oryantasyon seksyèl.

## Ki moun ki espesyalman vilnerab fas ak eksplwatasyon seksyèl komèsyal timoun?

vulnerability-question = Ki moun ki espesyalman vilnerab fas ak { -csec-acronym }?

# “Fanmi dakèy” (foster family) follows the French “famille d’accueil”.
vulnerability-answer = Timoun ki pi vilnerab fas ak eksplwatasyon se timoun ki te sibi neglijans nan men paran yo oswa responsab legal yo. Pami yo, gen jèn ki san kay, timoun ki sove kite lakay yo, timoun ki te sibi abi nan pase yo, ak timoun ki nan sistèm fanmi dakèy la. Timoun ki soti nan katye kote moun pa gen anpil revni epi k ap viv nan zòn kote gen anpil krim vyolan, yo menm tou yo vilnerab fas ak eksplwatasyon seksyèl.

## Poukisa viktim yo pa chèche èd?

seeking-help-question = Poukisa { -victims } yo pa chèche èd?

# “Manipile … ti kras pa ti kras” is for “groomed”; “enstitisyon yo” is for “systems”. In “eksplwatè/trafikan moun yo” the word “yo” also carries “their”.
seeking-help-answer = Souvan, viktim eksplwatasyon seksyèl santi yo pa gen okenn kote ki an sekirite pou y al chèche èd. Pifò viktim izole lwen fanmi yo ak zanmi yo, yo ka santi yo wont oswa jennen pou yo louvri kè yo bay moun yo renmen, oswa yo pa gen okenn sistèm sipò anplas pou yo jwenn èd yo bezwen an. Pafwa, eksplwatè/trafikan moun yo kenbe viktim yo prizonye, epi viktim yo pa kapab chape akoz menas ak/oswa abi fizik. Makwo yo kapab tou manipile jèn ki anba eksplwatasyon, ti kras pa ti kras, pou jèn sa yo pa fè enstitisyon yo konfyans, epi li posib jèn sa yo pa konnen sèvis ki egziste yo.

## Ki moun eksplwatè/trafikan moun yo ye?

exploiters-question = Ki moun { -exploiters } yo ye?

exploiters-answer = Se nenpòt moun ki tire pwofi nan eksplwatasyon seksyèl komèsyal yon minè (ki gen mwens pase { $adult-age } an) ak/oswa ki fasilite eksplwatasyon seksyèl komèsyal yon minè. Eksplwatè/trafikan moun yo kapab nenpòt ki moun, kèlkeswa sèks yo, laj yo oswa etnisite yo, epi yo ka fè pati yon òganizasyon kriminèl oswa yo ka pa fè pati youn. Pafwa tou, sa kapab yon moun viktim nan konnen epi li fè konfyans, tankou yon manm fanmi li.

## Ki moun achtè sèks yo ye?

buyers-question = Ki moun { -buyers } yo ye?

# “Gason k ap peye pou sèks” (men who pay for sex) gives the sense of the slang word without “kliyan” (customer) or the polite “mesye” (gentlemen).
buyers-answer = Achtè sèks yo, oswa “gason k ap peye pou sèks”, se moun ki resevwa sèvis seksyèl yo, epi yo ka gen nenpòt laj, etnisite oswa orijin sosyoekonomik. Achtè sèks yo responsab krim nan egalego, menm si yo manke enfòmasyon sou laj oswa sitiyasyon viktim nan.
