"""One invented piece of news in many languages: a headline, a standfirst and paragraphs each. Nobody in it exists."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Text:
    """What a page of this language tells."""

    language: str
    title: str
    standfirst: str
    paragraphs: tuple[str, ...]


def _text(language: str, title: str, standfirst: str, told: str) -> Text:
    return Text(language, title, standfirst, tuple(line.strip() for line in told.strip().split("\n")))


EN = _text(
    "en",
    "Harbour bridge to stay closed for six weeks",
    "Inspectors found cracks in two cables, the minister says; the operator denies it was warned.",
    """
    The transport minister said on Tuesday that the harbour bridge would stay closed for at least six more weeks after inspectors found cracks in two of its main cables.
    “We will not gamble with people’s lives,” Maria Holt told reporters outside the ministry. “The cables must be replaced. There is no other way.”
    Two engineers with knowledge of the inspection, who asked not to be named, said the company that maintains the bridge had been warned in March.
    The company, Norwell Infrastructure, denied that it had received any warning and said it was considering legal action.
    Shop owners on the east bank say they have lost a third of their customers since the closure, according to a survey by the local chamber of commerce.
    Ms Holt declined to say how much the repair would cost, but a budget document seen by this newspaper puts it at 14 million crowns.
    Ferries will run every ten minutes from Thursday, the port authority said, and the city has asked schools on the island to begin an hour later.
    """,
)
DE = _text(
    "de",
    "Hafenbrücke bleibt sechs Wochen gesperrt",
    "Prüfer fanden Risse in zwei Seilen; die Betreiberin will nicht gewarnt worden sein.",
    """
    Die Hafenbrücke bleibt nach Angaben des Verkehrsministeriums mindestens sechs weitere Wochen gesperrt, weil Prüfer in zwei der Tragseile Risse gefunden haben.
    „Wir spielen nicht mit Menschenleben“, sagte Ministerin Maria Holt am Dienstag vor dem Ministerium. „Die Seile müssen ersetzt werden.“
    Zwei Ingenieure, die ungenannt bleiben wollen, sagten, die Betreiberin der Brücke sei schon im März gewarnt worden.
    Das Unternehmen Norwell wies das zurück. Man habe keine Warnung erhalten und prüfe rechtliche Schritte, hieß es.
    Händler am Ostufer klagen, sie hätten seit der Sperrung ein Drittel ihrer Kunden verloren, so eine Umfrage der Handelskammer.
    Zu den Kosten wollte sich Holt nicht äußern. Ein Haushaltspapier, das dieser Zeitung vorliegt, nennt 14 Millionen Kronen.
    """,
)
FR = _text(
    "fr",
    "Le pont du port reste fermé six semaines",
    "Des fissures ont été trouvées dans deux câbles ; l’exploitant nie avoir été averti.",
    """
    Le pont du port restera fermé au moins six semaines de plus, a annoncé mardi la ministre des transports, après la découverte de fissures dans deux de ses câbles.
    « Nous ne jouerons pas avec la vie des gens », a déclaré Maria Holt devant le ministère. « Les câbles doivent être remplacés. »
    Selon deux ingénieurs qui ont requis l’anonymat, la société chargée de l’entretien du pont avait été avertie dès le mois de mars.
    La société Norwell dément avoir reçu le moindre avertissement et dit étudier une action en justice.
    Les commerçants de la rive est assurent avoir perdu un tiers de leurs clients, d’après une enquête de la chambre de commerce.
    Mme Holt n’a pas voulu dire combien coûteraient les travaux, mais un document budgétaire les évalue à 14 millions de couronnes.
    """,
)
ES = _text(
    "es",
    "El puente del puerto seguirá cerrado seis semanas",
    "Los inspectores hallaron grietas en dos cables; la empresa niega haber sido advertida.",
    """
    El puente del puerto seguirá cerrado al menos seis semanas más, dijo el martes la ministra de Transportes, después de que los inspectores hallaran grietas en dos de sus cables.
    «No vamos a jugar con la vida de la gente», dijo Maria Holt ante el ministerio. «Hay que cambiar los cables».
    Según dos ingenieros que pidieron no ser nombrados, la empresa que mantiene el puente había sido advertida en marzo.
    La empresa Norwell negó haber recibido advertencia alguna y dijo que estudia acudir a los tribunales.
    Los comerciantes de la orilla este dicen que han perdido un tercio de sus clientes, según una encuesta de la cámara de comercio.
    Holt no quiso decir cuánto costará la obra, pero un documento del presupuesto la cifra en 14 millones de coronas.
    """,
)
PT = _text(
    "pt",
    "Ponte do porto fica fechada seis semanas",
    "Inspetores encontraram fissuras em dois cabos; a empresa nega ter sido avisada.",
    """
    A ponte do porto ficará fechada pelo menos mais seis semanas, disse na terça-feira a ministra dos Transportes, depois de os inspetores terem encontrado fissuras em dois dos cabos.
    “Não vamos brincar com a vida das pessoas”, afirmou Maria Holt à porta do ministério. “Os cabos têm de ser substituídos.”
    Segundo dois engenheiros que pediram anonimato, a empresa que mantém a ponte tinha sido avisada em março.
    A empresa Norwell nega ter recebido qualquer aviso e diz que pondera recorrer aos tribunais.
    Os lojistas da margem leste dizem que perderam um terço dos clientes, segundo um inquérito da câmara de comércio.
    """,
)
IT = _text(
    "it",
    "Il ponte del porto resta chiuso sei settimane",
    "Trovate crepe in due cavi; il gestore nega di essere stato avvertito.",
    """
    Il ponte del porto resterà chiuso per almeno altre sei settimane, ha detto martedì la ministra dei Trasporti, dopo che gli ispettori hanno trovato crepe in due dei cavi principali.
    «Non giochiamo con la vita delle persone», ha detto Maria Holt davanti al ministero. «I cavi vanno sostituiti».
    Secondo due ingegneri che hanno chiesto l’anonimato, la società che cura il ponte era stata avvertita a marzo.
    La società Norwell nega di avere ricevuto avvertimenti e dice che sta valutando un’azione legale.
    I negozianti della riva est dicono di avere perso un terzo dei clienti, secondo un sondaggio della camera di commercio.
    """,
)
NL = _text(
    "nl",
    "Havenbrug blijft zes weken dicht",
    "Inspecteurs vonden scheuren in twee kabels; de beheerder zegt niet gewaarschuwd te zijn.",
    """
    De havenbrug blijft nog minstens zes weken dicht, zei de minister van Verkeer dinsdag, nadat inspecteurs scheuren hadden gevonden in twee van de hoofdkabels.
    „We gokken niet met mensenlevens”, zei Maria Holt voor het ministerie. „De kabels moeten worden vervangen.”
    Twee ingenieurs die niet genoemd willen worden, zeggen dat het bedrijf dat de brug onderhoudt in maart al was gewaarschuwd.
    Het bedrijf Norwell ontkent dat het een waarschuwing heeft gekregen en overweegt juridische stappen.
    Winkeliers op de oostoever zeggen dat ze een derde van hun klanten kwijt zijn, volgens een enquête van de kamer van koophandel.
    """,
)
PL = _text(
    "pl",
    "Most portowy zamknięty jeszcze sześć tygodni",
    "Inspektorzy znaleźli pęknięcia w dwóch linach; operator zaprzecza, że był ostrzegany.",
    """
    Most portowy pozostanie zamknięty co najmniej sześć kolejnych tygodni, powiedziała we wtorek minister transportu, po tym jak inspektorzy znaleźli pęknięcia w dwóch linach nośnych.
    „Nie będziemy igrać z ludzkim życiem”, powiedziała Maria Holt przed ministerstwem. „Liny trzeba wymienić.”
    Według dwóch inżynierów, którzy prosili o anonimowość, firma utrzymująca most została ostrzeżona już w marcu.
    Firma Norwell zaprzecza, że otrzymała jakiekolwiek ostrzeżenie, i rozważa kroki prawne.
    Sklepikarze ze wschodniego brzegu mówią, że stracili jedną trzecią klientów, jak wynika z ankiety izby handlowej.
    """,
)
RU = _text(
    "ru",
    "Портовый мост останется закрытым ещё шесть недель",
    "В двух тросах нашли трещины; компания отрицает, что её предупреждали.",
    """
    Портовый мост останется закрытым по меньшей мере ещё шесть недель, сообщила во вторник министр транспорта, после того как инспекторы нашли трещины в двух несущих тросах.
    «Мы не будем рисковать жизнями людей», — сказала Мария Холт журналистам у здания министерства. «Тросы нужно заменить».
    По словам двух инженеров, которые просили не называть их имён, компанию, обслуживающую мост, предупредили ещё в марте.
    Компания «Норвелл» отрицает, что получала какое-либо предупреждение, и говорит, что готовит иск.
    Владельцы магазинов на восточном берегу говорят, что потеряли треть покупателей, следует из опроса торговой палаты.
    """,
)
UK = _text(
    "uk",
    "Портовий міст буде закритий ще шість тижнів",
    "У двох тросах знайшли тріщини; компанія заперечує, що її попереджали.",
    """
    Портовий міст залишиться закритим щонайменше ще шість тижнів, повідомила у вівторок міністерка транспорту, після того як інспектори знайшли тріщини у двох несних тросах.
    «Ми не будемо ризикувати життям людей», — сказала Марія Голт журналістам біля міністерства. «Троси треба замінити».
    За словами двох інженерів, які просили не називати їхніх імен, компанію, що обслуговує міст, попередили ще в березні.
    Компанія «Норвелл» заперечує, що отримувала будь-яке попередження, і каже, що готує позов.
    Власники крамниць на східному березі кажуть, що втратили третину покупців, свідчить опитування торгової палати.
    """,
)
EL = _text(
    "el",
    "Κλειστή για έξι εβδομάδες η γέφυρα του λιμανιού",
    "Βρέθηκαν ρωγμές σε δύο καλώδια· η εταιρεία αρνείται ότι είχε ειδοποιηθεί.",
    """
    Η γέφυρα του λιμανιού θα μείνει κλειστή για τουλάχιστον έξι ακόμη εβδομάδες, δήλωσε την Τρίτη η υπουργός Μεταφορών, αφού οι επιθεωρητές βρήκαν ρωγμές σε δύο από τα καλώδια.
    «Δεν θα παίξουμε με τις ζωές των ανθρώπων», είπε η Μαρία Χολτ έξω από το υπουργείο. «Τα καλώδια πρέπει να αντικατασταθούν.»
    Δύο μηχανικοί που ζήτησαν να μην κατονομαστούν είπαν ότι η εταιρεία είχε ειδοποιηθεί ήδη από τον Μάρτιο.
    Η εταιρεία Νόργουελ αρνείται ότι έλαβε οποιαδήποτε προειδοποίηση και εξετάζει νομικά μέτρα.
    """,
)
TR = _text(
    "tr",
    "Liman köprüsü altı hafta daha kapalı kalacak",
    "İki kabloda çatlak bulundu; işletmeci uyarıldığını yalanlıyor.",
    """
    Ulaştırma bakanı salı günü yaptığı açıklamada, denetçilerin ana kablolardan ikisinde çatlak bulmasının ardından liman köprüsünün en az altı hafta daha kapalı kalacağını söyledi.
    “İnsanların hayatıyla kumar oynamayız” diyen Maria Holt, bakanlık önünde gazetecilere konuştu. “Kablolar değişmeli.”
    Adlarının açıklanmasını istemeyen iki mühendis, köprünün bakımını yapan şirketin mart ayında uyarıldığını söyledi.
    Norwell şirketi herhangi bir uyarı aldığını yalanladı ve dava açmayı düşündüğünü belirtti.
    Doğu yakasındaki esnaf, ticaret odasının anketine göre müşterilerinin üçte birini kaybettiğini söylüyor.
    """,
)
AR = _text(
    "ar",
    "جسر الميناء مغلق ستة أسابيع أخرى",
    "عثر المفتشون على شقوق في كابلين، والشركة تنفي أنها تلقت تحذيرا.",
    """
    قالت وزيرة النقل يوم الثلاثاء إن جسر الميناء سيبقى مغلقا ستة أسابيع أخرى على الأقل بعد أن عثر المفتشون على شقوق في اثنين من كابلاته الرئيسية.
    وقالت ماريا هولت للصحفيين أمام الوزارة: «لن نقامر بحياة الناس. يجب استبدال الكابلات، ولا سبيل آخر».
    وقال مهندسان طلبا عدم الكشف عن اسميهما إن الشركة التي تتولى صيانة الجسر تلقت تحذيرا في آذار.
    ونفت شركة نورويل أنها تلقت أي تحذير، وقالت إنها تدرس اللجوء إلى القضاء.
    ويقول أصحاب المتاجر في الضفة الشرقية إنهم خسروا ثلث زبائنهم، بحسب استطلاع أجرته غرفة التجارة.
    """,
)
HE = _text(
    "he",
    "גשר הנמל יישאר סגור עוד שישה שבועות",
    "סדקים נמצאו בשני כבלים; החברה מכחישה שהוזהרה.",
    """
    שרת התחבורה אמרה ביום שלישי כי גשר הנמל יישאר סגור לפחות שישה שבועות נוספים, לאחר שבודקים מצאו סדקים בשניים מהכבלים הראשיים שלו.
    "לא נהמר על חיי אדם", אמרה מריה הולט לעיתונאים מחוץ למשרד. "את הכבלים חייבים להחליף, ואין דרך אחרת."
    שני מהנדסים שביקשו לא להיחשף בשמם אמרו כי החברה שמתחזקת את הגשר הוזהרה כבר במרץ.
    חברת נורוול הכחישה שקיבלה אזהרה כלשהי ואמרה כי היא שוקלת צעדים משפטיים.
    """,
)
FA = _text(
    "fa",
    "پل بندر شش هفتهٔ دیگر بسته می‌ماند",
    "بازرسان در دو کابل ترک یافتند؛ شرکت می‌گوید هشداری نگرفته است.",
    """
    وزیر راه روز سه‌شنبه گفت پل بندر دست‌کم شش هفتهٔ دیگر بسته می‌ماند، پس از آنکه بازرسان در دو کابل اصلی آن ترک یافتند.
    ماریا هولت بیرون وزارتخانه به خبرنگاران گفت: «با جان مردم قمار نمی‌کنیم. کابل‌ها باید عوض شوند.»
    دو مهندس که نخواستند نامشان فاش شود گفتند شرکتی که پل را نگهداری می‌کند در ماه مارس هشدار گرفته بود.
    شرکت نورول دریافت هرگونه هشدار را تکذیب کرد و گفت که شکایت به دادگاه را بررسی می‌کند.
    """,
)
HI = _text(
    "hi",
    "बंदरगाह का पुल छह हफ़्ते और बंद रहेगा",
    "दो केबलों में दरारें मिलीं; कंपनी चेतावनी मिलने से इनकार करती है।",
    """
    परिवहन मंत्री ने मंगलवार को कहा कि जाँचकर्ताओं को पुल के दो मुख्य केबलों में दरारें मिलने के बाद बंदरगाह का पुल कम से कम छह हफ़्ते और बंद रहेगा।
    मारिया होल्ट ने मंत्रालय के बाहर पत्रकारों से कहा, “हम लोगों की जान से जुआ नहीं खेलेंगे। केबल बदलने ही होंगे।”
    नाम न बताने की शर्त पर दो इंजीनियरों ने कहा कि पुल की देखरेख करने वाली कंपनी को मार्च में ही चेतावनी दी गई थी।
    कंपनी नॉरवेल ने किसी भी चेतावनी से इनकार किया और कहा कि वह क़ानूनी कार्रवाई पर विचार कर रही है।
    """,
)
ZH = _text(
    "zh",
    "港口大桥将再关闭六周",
    "两条主缆发现裂缝，运营公司否认收到警告。",
    """
    交通部长星期二表示，由于检查人员在两条主缆上发现裂缝，港口大桥将至少再关闭六周，期间渡轮将增加班次。
    “我们不会拿人的生命冒险，”玛丽亚·霍尔特在部门外对记者说，“缆索必须更换，没有别的办法。”
    两名不愿透露姓名的工程师说，负责维护大桥的公司早在三月就收到了警告，但没有采取任何措施。
    维护大桥的诺韦尔公司否认收到任何警告，并表示正在考虑采取法律行动，以维护自己的名誉。
    """,
)
JA = _text(
    "ja",
    "港の橋、さらに六週間の通行止め",
    "二本のケーブルに亀裂、管理会社は警告を否定。",
    """
    運輸相は火曜日、検査官が主要なケーブルのうち二本に亀裂を見つけたため、港の橋を少なくともさらに六週間通行止めにすると述べた。
    「人の命を賭けることはしない」とマリア・ホルト氏は省の前で記者団に語った。「ケーブルは交換しなければならない」
    匿名を条件に話した二人の技術者によると、橋を管理する会社は三月に警告を受けていたという。
    管理会社のノーウェルは警告を受けたことを否定し、法的措置を検討していると述べた。
    """,
)
KO = _text(
    "ko",
    "항구 다리 6주 더 통제",
    "케이블 두 곳에서 균열 발견, 운영사는 경고를 받은 적 없다고 부인.",
    """
    교통부 장관은 화요일 점검원들이 주 케이블 두 곳에서 균열을 발견함에 따라 항구 다리를 최소 6주 더 통제한다고 밝혔다.
    마리아 홀트 장관은 부처 앞에서 기자들에게 “사람의 목숨을 걸고 도박하지 않겠다”며 “케이블은 교체해야 한다”고 말했다.
    익명을 요구한 기술자 두 명은 다리를 관리하는 회사가 이미 3월에 경고를 받았다고 말했다.
    관리 회사인 노웰은 어떤 경고도 받은 적이 없다고 부인하며 법적 대응을 검토하고 있다고 밝혔다.
    """,
)
TH = _text(
    "th",
    "สะพานท่าเรือปิดต่ออีกหกสัปดาห์",
    "พบรอยร้าวในสายเคเบิลสองเส้น บริษัทปฏิเสธว่าเคยได้รับคำเตือน",
    """
    รัฐมนตรีคมนาคมกล่าวเมื่อวันอังคารว่าสะพานท่าเรือจะปิดต่อไปอีกอย่างน้อยหกสัปดาห์ หลังจากผู้ตรวจสอบพบรอยร้าวในสายเคเบิลหลักสองเส้น
    “เราจะไม่เสี่ยงกับชีวิตผู้คน” มาเรีย โฮลท์ กล่าวกับผู้สื่อข่าวหน้ากระทรวง “ต้องเปลี่ยนสายเคเบิล ไม่มีทางอื่น”
    วิศวกรสองคนที่ไม่ขอเปิดเผยชื่อกล่าวว่าบริษัทที่ดูแลสะพานได้รับคำเตือนตั้งแต่เดือนมีนาคมแล้ว
    บริษัทนอร์เวลล์ปฏิเสธว่าไม่เคยได้รับคำเตือนใด ๆ และกล่าวว่ากำลังพิจารณาดำเนินคดี
    """,
)
VI = _text(
    "vi",
    "Cầu cảng đóng thêm sáu tuần",
    "Thanh tra phát hiện vết nứt ở hai dây cáp; công ty phủ nhận đã được cảnh báo.",
    """
    Bộ trưởng Giao thông cho biết hôm thứ Ba rằng cầu cảng sẽ tiếp tục đóng ít nhất sáu tuần nữa sau khi thanh tra phát hiện vết nứt ở hai trong số các dây cáp chính.
    “Chúng tôi không đánh cược với mạng sống của người dân,” bà Maria Holt nói với báo giới trước trụ sở bộ. “Phải thay dây cáp.”
    Hai kỹ sư đề nghị không nêu tên nói rằng công ty bảo trì cây cầu đã được cảnh báo từ tháng Ba.
    Công ty Norwell phủ nhận đã nhận được bất kỳ cảnh báo nào và cho biết đang cân nhắc khởi kiện.
    """,
)
SV = _text(
    "sv",
    "Hamnbron stängd i sex veckor till",
    "Sprickor i två vajrar; bolaget förnekar att det varnats.",
    """
    Hamnbron hålls stängd i minst sex veckor till, sade transportministern på tisdagen, sedan inspektörer hittat sprickor i två av huvudvajrarna.
    ”Vi spelar inte med människors liv”, sade Maria Holt till reportrar utanför departementet. ”Vajrarna måste bytas ut.”
    Två ingenjörer som vill vara anonyma säger att bolaget som sköter bron varnades redan i mars.
    Bolaget Norwell förnekar att det fått någon varning och säger att det överväger rättsliga åtgärder.
    """,
)
ID = _text(
    "id",
    "Jembatan pelabuhan ditutup enam pekan lagi",
    "Retakan ditemukan di dua kabel; perusahaan membantah telah diperingatkan.",
    """
    Menteri perhubungan mengatakan pada Selasa bahwa jembatan pelabuhan akan tetap ditutup sedikitnya enam pekan lagi setelah pengawas menemukan retakan pada dua kabel utamanya.
    “Kami tidak akan mempertaruhkan nyawa orang,” kata Maria Holt kepada wartawan di luar kementerian. “Kabel itu harus diganti.”
    Dua insinyur yang meminta namanya tidak disebut mengatakan perusahaan yang merawat jembatan itu sudah diperingatkan pada Maret.
    Perusahaan Norwell membantah menerima peringatan apa pun dan mengatakan sedang mempertimbangkan langkah hukum.
    """,
)
