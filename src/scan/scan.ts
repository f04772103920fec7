import type { Clue, Sign } from "../detectors/detector.ts";
import type { Document, PreparedCopy, Sentence } from "../prepare/document.ts";
import type { Rule } from "../rules/ruleset.ts";

/** The rules worth a closer look, by their index, ascending, each with the sentences that show its clue, in reading order. */
export type Candidates = readonly (readonly [rule: number, sentences: readonly Sentence[]])[];

export type Scan = (document: Document) => Candidates;

/** One pass over the words of a post, with the literals of all rules together. */
export function createScan(rules: readonly Rule[]): Scan {
  const clues = rules.map((rule) => rule.finder.clue);
  const tree = literalTree(clues);
  const bySign = new Map<Sign, readonly number[]>();
  for (const sign of ["digit", "at-sign", "link", "disguise", "meta"] as const) {
    bySign.set(
      sign,
      indexesWhere(clues, (clue) => clue.signs.includes(sign)),
    );
  }
  const always = indexesWhere(clues, (clue) => clue.always);
  return (document) => {
    const found = new Map<number, Sentence[]>();
    const mark = (rule: number, sentence: Sentence) => {
      const sentences = found.get(rule);
      if (sentences === undefined) found.set(rule, [sentence]);
      else if (sentences.at(-1) !== sentence) sentences.push(sentence);
    };
    for (const copy of document.copies) {
      for (const sentence of copy.sentences) {
        for (const rule of always) mark(rule, sentence);
        for (const [sign, ruled] of bySign)
          if (ruled.length > 0 && shows(sign, sentence, document)) for (const rule of ruled) mark(rule, sentence);
        scanWords(tree, copy, sentence, mark);
      }
    }
    // A post without a single sentence still has metadata.
    for (const rule of [...always, ...bySign.get("meta")!])
      if (!found.has(rule) && rules[rule]!.finder.wide) found.set(rule, []);
    return [...found].sort(([a], [b]) => a - b);
  };
}

interface LiteralTree {
  readonly next: Map<string, LiteralTree>;
  readonly rules: number[];
}

function scanWords(
  tree: LiteralTree,
  copy: PreparedCopy,
  sentence: Sentence,
  mark: (rule: number, sentence: Sentence) => void,
): void {
  const { words } = copy;
  for (let at = sentence.firstWord; at < sentence.endWord; at++) {
    let node = tree.next.get(words[at]!.text);
    for (let next = at + 1; node !== undefined; next++) {
      for (const rule of node.rules) mark(rule, sentence);
      if (node.next.size === 0 || next >= sentence.endWord || !words[next]!.tight) break;
      node = node.next.get(words[next]!.text);
    }
    if (words[at]!.within === "hashtag") scanWholeHashtag(tree, copy, sentence, at, mark);
  }
}

/** A pattern sees a hashtag as one word whatever its capitals. */
function scanWholeHashtag(
  tree: LiteralTree,
  copy: PreparedCopy,
  sentence: Sentence,
  at: number,
  mark: (rule: number, sentence: Sentence) => void,
): void {
  const hashtag = copy.marked.find((span) => span.kind === "hashtag" && span.start + 1 === copy.words[at]!.start);
  if (hashtag === undefined) return;
  const whole = copy.plain.text.slice(hashtag.start + 1, hashtag.end).toLowerCase();
  for (const rule of tree.next.get(whole)?.rules ?? []) mark(rule, sentence);
}

function shows(sign: Sign, sentence: Sentence, document: Document): boolean {
  switch (sign) {
    case "digit":
      return /\d/.test(sentence.text);
    case "at-sign":
      return sentence.text.includes("@");
    case "link":
      return sentence.in.marked.some(
        (span) => span.kind === "link" && sentence.start <= span.start && span.end <= sentence.end,
      );
    case "disguise":
      return sentence.in.bare.words.some((word) => sentence.start <= word.start && word.end <= sentence.end);
    case "meta":
      return hasMeta(document);
  }
}

const hasMeta = (document: Document): boolean => {
  for (const _ in document.post.meta) return true;
  return false;
};

function literalTree(clues: readonly Clue[]): LiteralTree {
  const root: LiteralTree = { next: new Map(), rules: [] };
  clues.forEach((clue, rule) => {
    if (clue.always) return;
    for (const literal of clue.literals) {
      let node = root;
      for (const word of literal.split(" ")) {
        let next = node.next.get(word);
        if (next === undefined) {
          next = { next: new Map(), rules: [] };
          node.next.set(word, next);
        }
        node = next;
      }
      node.rules.push(rule);
    }
  });
  return root;
}

const indexesWhere = (clues: readonly Clue[], test: (clue: Clue) => boolean): readonly number[] =>
  clues.flatMap((clue, index) => (test(clue) ? [index] : []));
