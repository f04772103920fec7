import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

/** Makes ready what looks at a text. What comes of it must not be thrown away unseen, so it answers with a number. */
type Prepare = () => Promise<(text: string) => number>;

/** Each as its own documentation has it used on a text. */
const PREPARE: Readonly<Record<string, Prepare>> = {
  async postlint() {
    const { check, loadRuleSet } = await import("../../index.ts");
    const ruleset = await loadRuleSet();
    return (text) => check(text, ruleset).findings.length;
  },
  async alex() {
    const alex = await import("alex");
    return (text) => alex.text(text).messages.length;
  },
  async "bad-words"() {
    const { Filter } = await import("bad-words");
    const filter = new Filter();
    return (text) => Number(filter.isProfane(text));
  },
  async obscenity() {
    const { englishDataset, englishRecommendedTransformers, RegExpMatcher } = await import("obscenity");
    const matcher = new RegExpMatcher({ ...englishDataset.build(), ...englishRecommendedTransformers });
    return (text) => matcher.getAllMatches(text).length;
  },
  async compromise() {
    const nlp = createRequire(import.meta.url)("compromise") as (text: string) => { readonly length: number };
    return (text) => nlp(text).length;
  },
};

/** `node in-process.js NAME FILE COUNT`: prints the milliseconds that one pass over the first COUNT posts takes, after a short run-up. */
async function main([name, file, count]: readonly string[]): Promise<void> {
  const texts = readFileSync(file!, "utf8")
    .split("\n", Number(count))
    .map((line) => (JSON.parse(line) as { text: string }).text);
  const look = await PREPARE[name!]!();
  const pass = (some: readonly string[]) => some.reduce((sum, text) => sum + look(text), 0);
  pass(texts.slice(0, RUN_UP));
  const began = performance.now();
  const seen = pass(texts);
  const time = performance.now() - began;
  if (Number.isNaN(seen)) throw new Error(`${name} saw nothing it could count`);
  console.log(String(time));
}

const RUN_UP = 200;

await main(process.argv.slice(2));
