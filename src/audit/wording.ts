import type { Rule } from "../rules/ruleset.ts";
import type { Remark } from "./remark.ts";

/** Messages that give no reason and advice that says too little to act on. */
export function thinWords({ card, at }: Rule): readonly Remark[] {
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
  if (/\b(?:TODO|TBC|FIXME|XXX)\b/u.test(`${card.message} ${card.advice}`)) {
    remarks.push({
      at,
      says: `the message or the advice of ${card.id} is not written yet; put your own words for TODO`,
    });
  }
  return remarks;
}

const wordsIn = (text: string): number => text.split(/\s+/u).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
