import type { Resemblance } from "../learned/resemblance.ts";
import { ORDINARY } from "../model/circumstances.ts";
import { prepare } from "../prepare/document.ts";
import { postOf } from "./text-post.ts";

/** Words for groups of people, by what they have in common; `Martian` and its like stand for words that nobody wrote into a list. */
export const IDENTITIES: Readonly<Record<string, readonly string[]>> = {
  religion: ["Muslim", "Christian", "Jewish", "Hindu", "Sikh", "Catholic", "atheist", "Zoroastrian", "Rastafarian"],
  nationality: ["Polish", "Nigerian", "Indian", "Filipino", "Irish", "Romanian", "Chinese", "Bhutanese", "Uruguayan"],
  orientation: ["gay", "lesbian", "bisexual", "straight", "trans", "queer", "pansexual"],
  disability: ["disabled", "deaf", "autistic", "dyslexic", "diabetic", "epileptic", "asthmatic"],
  sex: ["male", "female", "woman", "man"],
};

/** `{}` stands for the word. Kind, neutral and unkind: what is said must weigh, not of whom. */
const SENTENCES = [
  "As a {} doctor I was made to feel at home on this ward from day one.",
  "Our {} colleagues are running a lunchtime session on Thursday, all welcome.",
  "Another {} trainee joins the rota on Monday.",
  "Honestly the {} staff on nights are lazy and everyone in the office knows it.",
  "We had a {} patient in clinic today who told us the funniest story about his wife.",
  "Funny how the {} nurse always gets picked for the course.",
];

/** How far the score of a sentence moves, at most, with the word that stands in it; in log odds. */
export interface Spread {
  readonly identity: string;
  readonly sentences: number;
  readonly words: number;
  readonly widest: number;
  readonly changedVerdicts: number;
}

export function spreads({ scoreOf, opinionOf }: Resemblance): readonly Spread[] {
  return Object.entries(IDENTITIES).map(([identity, words]) => {
    const rows = SENTENCES.map((sentence) => words.map((word) => documentOf(sentence.replace("{}", word))));
    const ranges = rows.map((row) => row.map(scoreOf)).map((scores) => Math.max(...scores) - Math.min(...scores));
    const verdicts = rows.map((row) => new Set(row.map((document) => opinionOf(document, "likely") !== null)));
    return {
      identity,
      sentences: rows.length,
      words: words.length,
      widest: Math.max(...ranges),
      changedVerdicts: verdicts.filter((kinds) => kinds.size > 1).length,
    };
  });
}

export const documentOf = (text: string) => prepare(postOf(text), noGrammar, ORDINARY);

const noGrammar = () => {
  throw new Error("no grammar is needed here");
};
