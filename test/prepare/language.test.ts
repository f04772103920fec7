import { expect, test } from "vitest";
import { prepare } from "../../src/prepare/document.ts";
import { postOf } from "../judge-text.ts";

const isEnglish = (text: string): boolean =>
  prepare(postOf(text), () => {
    throw new Error("no grammar is needed");
  }).english;

test.each([
  ["English", "We are glad to see you all at the open day in May", true],
  ["too short to tell", "Mae yn dda iawn", true],
  ["Welsh", "Mae ein cwrs newydd yn agor ym mis Mai ar gyfer nyrsys ac mae croeso i bawb", false],
  ["French", "Nous sommes heureux de vous voir pour la visite dans les jardins avec votre famille", false],
  ["German", "Wir sind froh und freuen uns auf den Tag der offenen Tür mit Ihnen im Mai", false],
  ["Spanish", "Estamos muy contentos con los resultados de las pruebas para el curso nuevo", false],
  ["Polish", "Nasz nowy kurs jest już otwarty i nie trzeba się do niego zapisywać na miejscu", false],
  ["Dutch", "Wij zijn blij dat het nieuwe jaar weer begint en wij zien jullie graag bij deze dag", false],
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
