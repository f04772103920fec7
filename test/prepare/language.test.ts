import { expect, test } from "vitest";
import { ORDINARY } from "../../src/model/circumstances.ts";
import { prepare } from "../../src/prepare/document.ts";
import { postOf } from "../judge-text.ts";

const noGrammar = () => {
  throw new Error("no grammar is needed");
};

const languageOf = (text: string) => prepare(postOf(text), noGrammar, ORDINARY).language;
const isEnglish = (text: string): boolean => languageOf(text).kind === "english";

test.each([
  ["English", "We are glad to see you all at the open day in May", true],
  ["too short to tell", "Mae yn dda iawn", true],
  ["a note in telegram style", "Mrs Jones bed 6: para 2, NG tube, nil PO, pod 2, aspirin OD, stroke last night", true],
  [
    "an advert in telegram style",
    "Vacancy: Pre-reg pharmacist, SE London, pro rata, open till 8pm, see Jones et al",
    true,
  ],
  ["Welsh", "Mae ein cwrs newydd yn agor ym mis Mai ar gyfer nyrsys ac mae croeso i bawb", false],
  ["Welsh with few little words", "Bydd y gweminar nesaf yn Gymraeg: dewch i glywed am yrfaoedd mewn nyrsio", false],
  ["French", "Nous sommes heureux de vous voir pour la visite dans les jardins avec votre famille", false],
  ["German", "Wir sind froh und freuen uns auf den Tag der offenen Tür mit Ihnen im Mai", false],
  ["Spanish", "Estamos muy contentos con los resultados de las pruebas para el curso nuevo", false],
  ["Polish", "Nasz nowy kurs jest już otwarty i nie trzeba się do niego zapisywać na miejscu", false],
  ["Dutch", "Wij zijn blij dat het nieuwe jaar weer begint en wij zien jullie graag bij deze dag", false],
  ["Portuguese", "Estamos felizes por ver você na nossa escola para os dias com seu filho", false],
  ["Italian", "Siamo molto felici per questo anno e anche per gli studenti della scuola", false],
  [
    "Polish, full of little words that English has too",
    "Zapraszamy na dzień otwarty w sobotę w naszym szpitalu. Nasza oddziałowa to złodziejka i wszyscy o tym wiedzą.",
    false,
  ],
  [
    "Polish without its accents",
    "Zapraszamy na dzien otwarty w sobote w naszym szpitalu, nie trzeba sie zapisywac",
    false,
  ],
  ["Somali", "Maamulkeena waa hal oo dadka oo dhan way og yihiin.", false],
  ["Scottish Gaelic", "Tha fàilte air a h-uile duine gu latha fosgailte, agus bidh tì is cèic ann", false],
  ["Irish", "Beidh lá oscailte againn san ospidéal Dé Sathairn agus tá fáilte roimh gach duine", false],
  ["Turkish", "Hastanemizde cumartesi günü açık gün var, herkes için çay ve kek olacak", false],
  ["Lithuanian", "Kviečiame visus į atvirų durų dieną šeštadienį, bus arbatos ir pyrago", false],
  ["Hungarian", "Várjuk a nyílt napunkra szombaton a kórházban, lesz tea és sütemény mindenkinek", false],
  ["Albanian", "Ju ftojmë në ditën e hapur të shtunën në spitalin tonë, do të ketë çaj për të gjithë", false],
  ["Tagalog", "Iniimbitahan namin kayo sa open day ng ospital sa Sabado, may tsaa at cake para sa lahat", false],
  ["a language known by its letters alone", "Chúng tôi mời mọi người đến ngày mở cửa vào thứ bảy", false],
  ["Romanian", "Suntem bucuroși pentru acest curs și sunt locuri în spital, dar nu prin telefon", false],
  ["Greek", "Καλώς ήρθατε στην ημέρα μας", false],
  ["Hebrew", "ברוכים הבאים ליום הפתוח שלנו", false],
  ["Hindi", "हमारे खुले दिन में आपका स्वागत है", false],
  ["Bengali", "আমাদের খোলা দিনে স্বাগতম", false],
  ["Punjabi", "ਸਾਡੇ ਖੁੱਲ੍ਹੇ ਦਿਨ ਵਿੱਚ ਸੁਆਗਤ ਹੈ", false],
  ["Tamil", "எங்கள் திறந்த நாளுக்கு வரவேற்கிறோம்", false],
  ["Japanese in hiragana", "ようこそみなさんおまちしています", false],
  ["Japanese in katakana", "オープンキャンパスヘヨウコソ", false],
  ["Korean", "우리 대학교에 오신 것을 환영합니다", false],
  ["Thai", "ยินดีต้อนรับสู่วันเปิดบ้านของเรา", false],
  ["Russian", "Добро пожаловать на день открытых дверей", false],
  ["eight letters of another script", "Спасибоо", false],
  ["seven letters of another script", "Спасибо", true],
  ["half of its letters of another script", "Nursing Спасибо", true],
  [
    "English with a few foreign words",
    "The chef made a tarte des pommes et la crème, and it was the best of all",
    true,
  ],
  ["Arabic", "مرحبا بكم في اليوم المفتوح في الجامعة", false],
  ["Chinese", "欢迎大家来参加我们的开放日活动", false],
  ["English with one word in another script", "We say спасибо to all of you who came to the open day", true],
  ["a few letters of another script", "Ж д я", true],
  ["names with accents", "José, Zoë, Siân, Łukasz and Seán won prizes, congratulations one and all", true],
  ["names with little words in them", "Maria de la Cruz del Rey meets Juan de la Torre and el Capitan", true],
  [
    "words with accents that English took over",
    "Café crème, naïve clichés, à la carte, sautéed pâté: very résumé",
    true,
  ],
  ["dialect", "Dinnae fash yersel, the wee bairns are awa tae their beds", true],
  ["spelling of text messages", "u r da best n ur gr8 luv ya xx c u l8r hun", true],
  ["names of medicines", "Co-amoxiclav, metronidazole, levothyroxine, amitriptyline, ramipril daily", true],
  ["syllables", "Gonna get ma da tae sing la la la na na na na hey hey", true],
  ["foreign words in links and tags alone", "See you there #la #les #des https://le.fr/la/les/des and come", true],
])("%s: English %s", (_, text, answer) => {
  expect(isEnglish(text)).toBe(answer);
});

const foreignIn = (text: string): readonly string[] => {
  const language = languageOf(text);
  return language.kind === "mixed" ? language.foreign.map((sentence) => sentence.text) : [];
};

const POLISH = "Nasza oddziałowa to złodziejka i wszyscy o tym wiedzą.";
const WELSH = "Mae ein diwrnod agored ddydd Sadwrn yn yr ysbyty.";

test.each([
  ["an English line first", `Our matron is away. Join us on Saturday.\n\n${WELSH} Croeso!`, [WELSH, "Croeso!"]],
  ["an English line last", `${WELSH} Croeso!\r\nJoin us on Saturday, it is free.`, [WELSH, "Croeso!"]],
  ["more English than not", `We are glad to see you all at the open day, and there is tea.\n\n${POLISH}`, [POLISH]],
  ["an English sentence in a paragraph that is not", `Our matron is a saint. ${POLISH} ${POLISH}`, [POLISH, POLISH]],
  ["a line of another script", "ہمارے اوپن ڈے میں خوش آمدید\nJoin us at our open day", ["ہمارے اوپن ڈے میں خوش آمدید"]],
  ["nothing but hashtags beside", `${WELSH}\n#OpenDay #Leeds`, []],
])("of a post in two languages the sentences are known that are not in English: %s", (_, text, foreign) => {
  expect(foreignIn(text)).toEqual(foreign);
});

test("a line of notes beside a paragraph in another language is read", () => {
  const welsh = "Mae ein cwrs newydd yn agor ym mis Mai ar gyfer nyrsys ac mae croeso i bawb.";
  const { language } = prepare(
    postOf(`${welsh}\n\nMrs Jones, bed 6, stroke last night, silly cow.`),
    noGrammar,
    ORDINARY,
  );
  expect(language.kind === "mixed" && language.foreign.map(({ text }) => text)).toEqual([welsh]);
});
