import type { Sentence } from "../document.ts";
import type { Context } from "./context.ts";
import { cues, neighbour, shows } from "./parts/cues.ts";
import { tidy } from "./parts/reach.ts";

export const joked: Context = {
  describe:
    "Laughing or winking marks the sentence: lol, haha, 😂, 😉, 🙄, jk, /s, asking for a friend. A joke clears nothing.",
  spans: (sentence) => (isJoke(sentence) || isLaughedAtNext(sentence) ? tidy(sentence, [sentence]) : []),
};

const isJoke = (sentence: Sentence): boolean => LAUGH.test(sentence.text) || shows(sentence, JOKE);

/** "He stole it. 😂", "… Only joking!": what follows is a laugh and nothing more. */
function isLaughedAtNext(sentence: Sentence): boolean {
  const next = neighbour(sentence, 1);
  return next !== undefined && next.endWord - next.firstWord <= 4 && isJoke(next);
}

const LAUGH =
  /[\u{1F602}\u{1F923}\u{1F609}\u{1F644}\u{1F921}\u{1F61C}\u{1F61D}\u{1F92A}\u{1F92D}\u{1F605}\u{1F606}\u{1F643}\u{1F60F}\u{1F480}\u{1F648}\u{1F92B}]|(?:^|\s)(?:\/s|\/j|[:;8]-?[)DPp]|xD)(?=\s|[.!?]|$)/u;
const JOKE = cues(
  "(?:lol+|lolz|lmf?ao+|rofl|roflmao|pmsl|ha ?ha(?:ha)*h?|hehe+|hahaha+h?|bahaha+|mwaha\\p{L}*|lulz|kek)",
  "(?:jk|j/k|jks|only joking|just joking|just kidding|only kidding|im joking|i'm joking|i'm kidding|joke!|joking!)",
  "(?:asking|askin) for a (?:friend|mate|colleague)",
  "wink,? wink",
  "nudge,? nudge",
  "(?:ba|bah)[- ]dum[- ]ts+",
  "(?:i'll|il|i will) (?:get|see) (?:my coat|myself out)",
  "(?:no )?pun intended",
  "(?:\\*|\\()?(?:wink|winks|cough|coughs|eye ?roll)(?=\\*|\\))",
  "#(?:justkidding|joking|sarcasm|banter|funny|lol)",
);
