import { expect, test } from "vitest";
import { ORDINARY } from "../../src/model/circumstances.ts";
import { prepare } from "../../src/prepare/document.ts";
import { postOf } from "../judge-text.ts";

const noGrammar = () => {
  throw new Error("no grammar is needed");
};

const isEnglish = (text: string): boolean => prepare(postOf(text), noGrammar, ORDINARY).english;

test.each([
  ["English", "We are glad to see you all at the open day in May", true],
  ["too short to tell", "Mae yn dda iawn", true],
  ["Welsh", "Mae ein cwrs newydd yn agor ym mis Mai ar gyfer nyrsys ac mae croeso i bawb", false],
  ["French", "Nous sommes heureux de vous voir pour la visite dans les jardins avec votre famille", false],
  ["German", "Wir sind froh und freuen uns auf den Tag der offenen Tür mit Ihnen im Mai", false],
  ["Spanish", "Estamos muy contentos con los resultados de las pruebas para el curso nuevo", false],
  ["Polish", "Nasz nowy kurs jest już otwarty i nie trzeba się do niego zapisywać na miejscu", false],
  ["Dutch", "Wij zijn blij dat het nieuwe jaar weer begint en wij zien jullie graag bij deze dag", false],
  ["Portuguese", "Estamos felizes por ver você na nossa escola para os dias com seu filho", false],
  ["Italian", "Siamo molto felici per questo anno e anche per gli studenti della scuola", false],
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
  ["foreign words in links and tags alone", "See you there #la #les #des https://le.fr/la/les/des and come", true],
])("%s: English %s", (_, text, answer) => {
  expect(isEnglish(text)).toBe(answer);
});
