import { type Hint, SIGNS, type Sign } from "../detectors/detector.ts";
import type { Document, Sentence } from "../prepare/document.ts";
import type { Rule } from "../rules/ruleset.ts";

/** The rules worth a closer look, by their index, ascending, each with the sentences that show its clue, in reading order. */
export type Candidates = readonly (readonly [rule: number, sentences: readonly Sentence[]])[];

export type Scan = (document: Document) => Candidates;

/** One pass over the words of a post, with the literals of all rules together. */
export function createScan(rules: readonly Rule[]): Scan {
  const clues = rules.map((rule) => rule.finder.clue);
  const indexesWhere = (test: (rule: number) => boolean) => rules.flatMap((_, rule) => (test(rule) ? [rule] : []));
  const always = indexesWhere((rule) => clues[rule]!.always);
  const bySign = SIGNS.map((sign) => [sign, indexesWhere((rule) => clues[rule]!.signs.includes(sign))] as const).filter(
    ([, ruled]) => ruled.length > 0,
  );
  // A post without a single sentence still has metadata, and may still lack something.
  const withoutSentence = indexesWhere(
    (rule) => rules[rule]!.finder.wide && (clues[rule]!.always || clues[rule]!.signs.includes("meta")),
  );
  const tree = literalTree(clues.map(({ hints, always }) => (always ? [] : hints)));
  return (document) => {
    const found = new Map<number, Sentence[]>();
    for (const copy of document.copies) {
      for (const sentence of copy.sentences) {
        const mark = marker(found, sentence);
        for (const rule of always) mark(rule);
        for (const [sign, ruled] of bySign) if (shows(sign, sentence, document)) for (const rule of ruled) mark(rule);
        scanWords(tree, sentence, found, mark);
      }
    }
    for (const rule of withoutSentence) if (!found.has(rule)) found.set(rule, []);
    return [...found].sort(([a], [b]) => a - b);
  };
}

const marker = (found: Map<number, Sentence[]>, sentence: Sentence) => (rule: number) => {
  const sentences = found.get(rule);
  if (sentences === undefined) found.set(rule, [sentence]);
  else if (sentences.at(-1) !== sentence) sentences.push(sentence);
};

/** A hint of a rule, at the node where one of its literals ends. */
interface RuleHint {
  readonly rule: number;
  readonly beside: Hint["beside"];
}

interface LiteralTree {
  readonly next: Map<string, LiteralTree>;
  readonly hints: RuleHint[];
}

/** Every literal at every place is seen: a short one never hides a longer one, nor one of another rule. */
function scanWords(
  tree: LiteralTree,
  sentence: Sentence,
  found: ReadonlyMap<number, readonly Sentence[]>,
  mark: (rule: number) => void,
): void {
  const { words } = sentence.in;
  const see = (node: LiteralTree) => {
    for (const { rule, beside } of node.hints) {
      if (found.get(rule)?.at(-1) !== sentence && beside.every((others) => sentence.holdsOne(others))) mark(rule);
    }
  };
  for (let at = sentence.firstWord; at < sentence.endWord; at++) {
    let node = tree.next.get(words[at]!.text);
    for (let next = at + 1; node !== undefined; next++) {
      see(node);
      if (node.next.size === 0 || next >= sentence.endWord || !words[next]!.tight) break;
      node = node.next.get(words[next]!.text);
    }
    const whole = wholeHashtag(sentence, at);
    const hashtag = whole === null ? undefined : tree.next.get(whole);
    if (hashtag !== undefined) see(hashtag);
  }
}

/** A pattern sees a hashtag as one word, whatever its capitals: here it is, if one begins at the word. */
function wholeHashtag({ in: copy }: Sentence, at: number): string | null {
  const word = copy.words[at]!;
  if (word.within !== "hashtag") return null;
  const hashtag = copy.marked.find((span) => span.kind === "hashtag" && span.start + 1 === word.start);
  return hashtag === undefined ? null : copy.plain.text.slice(word.start, hashtag.end).toLowerCase();
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

function literalTree(hintsByRule: readonly (readonly Hint[])[]): LiteralTree {
  const root: LiteralTree = { next: new Map(), hints: [] };
  hintsByRule.forEach((hints, rule) => {
    for (const { literals, beside } of hints) {
      const hint = { rule, beside: beside.toSorted((a, b) => a.size - b.size) };
      for (const literal of literals) nodeAt(root, literal).hints.push(hint);
    }
  });
  return root;
}

function nodeAt(root: LiteralTree, literal: string): LiteralTree {
  let node = root;
  for (const word of literal.split(" ")) {
    let next = node.next.get(word);
    if (next === undefined) {
      next = { next: new Map(), hints: [] };
      node.next.set(word, next);
    }
    node = next;
  }
  return node;
}
