import type { Rule } from "../rules/ruleset.ts";
import { scaffoldWords } from "../rules/scaffold.ts";
import type { Remark } from "./remark.ts";

/** Messages that give no reason, advice that says too little to act on, and what was begun and not written yet. */
export function thinWords({ card, spec, examples, at }: Rule): readonly Remark[] {
  const remarks: Remark[] = [];
  if (wordsIn(card.message.replaceAll("{match}", "")) < 3) {
    remarks.push({
      at,
      says: `the message of ${card.id} gives no reason; say in a sentence why these words may breach the clause`,
    });
  }
  if (wordsIn(card.advice) < 3) {
    remarks.push({
      at,
      says: `the advice of ${card.id} says too little; say what to write instead, or whom to ask`,
    });
  }
  const open = Object.entries({ message: card.message, advice: card.advice, find: spec, examples })
    .filter(([, written]) => isBegun(JSON.stringify(written), card.id))
    .map(([key]) => key);
  if (open.length > 0) {
    remarks.push({ at, says: `${card.id} still says TODO in its ${open.join(", ")}; put your own words there` });
  }
  return remarks;
}

/** What people write of a to-do list is none of ours. */
const isBegun = (written: string, id: string): boolean =>
  /\bTODO\b/u.test(written) || written.includes(scaffoldWords(id));

const wordsIn = (text: string): number => text.split(/\s+/u).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
