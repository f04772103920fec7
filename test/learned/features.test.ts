import { describe, expect, test } from "vitest";
import { featuresOf } from "../../src/learned/features.ts";
import { NO_WORD_LISTS, type WordLists } from "../../src/learned/word-lists.ts";
import { mayBeOrdinary, WordSigns } from "../../src/learned/word-signs.ts";
import { documentOf } from "../../src/workshop/fairness.ts";

const anyWord = () => new WordSigns(mayBeOrdinary);

function read(text: string, words = anyWord()) {
  const sentence = documentOf(text).copies[0]!.sentences[0]!;
  const { keys, first, end, length } = featuresOf(sentence, words);
  return Array.from({ length }, (_, place) => ({ key: keys[place]!, first: first[place]!, end: end[place]! }));
}

const keysIn = (text: string, words?: WordSigns) => read(text, words).map(({ key }) => key);

describe("features of a sentence", () => {
  test("words alone, pairs, threes and pairs with a word between, and where each stands", () => {
    const places = read("Wards close soon").map(({ first, end }) => [first, end]);
    const whole = [0, 3];
    expect(places).toEqual([
      ...[
        [0, 1],
        [0, 1],
      ],
      ...[
        [1, 2],
        [0, 2],
        [0, 2],
      ],
      ...[[2, 3], [1, 3], whole, whole],
      [2, 3],
    ]);
  });

  test("little words are none alone", () => {
    const [the, ward] = [read("the"), read("ward")];
    expect(ward.length - the.length).toBe(1);
  });

  test("what the model has not read is a name with a capital, else nothing; a name of two words is one", () => {
    const strange = new WordSigns(() => false);
    expect(keysIn("Priya sang", strange)).toEqual(keysIn("Dwayne Okafor hums", strange));
    expect(keysIn("Priya sang", strange)).not.toEqual(keysIn("priya sang", strange));
  });

  test("every emoji, however many", () => {
    const places = read(`Wow ${"\u{1F389}\u2764".repeat(250)}`);
    const alone = places.filter(({ first, end }) => first === end);
    expect(alone).toHaveLength(500);
    expect(new Set(alone.map(({ key }) => key)).size).toBe(2);
  });

  test("an emoji of one sentence is none of the next", () => {
    const [with_, without] = documentOf("Wow \u{1F389}! Wow!").copies[0]!.sentences;
    const words = anyWord();
    const count = (sentence: typeof with_) => featuresOf(sentence!, words).length;
    expect(count(with_) - count(without)).toBe(1);
  });
});

describe("words that have numbers", () => {
  /** Every word has the number of its length; another object is another numbering. */
  const numbering = (shift: number): Pick<WordLists, "numbersOf" | "words" | "sets"> => {
    const sets = { setAt: [0], setLists: [] };
    return {
      numbersOf: ({ words }) => Int32Array.from(words, ({ text }) => text.length + shift),
      words: () => 30,
      sets: () => sets,
    };
  };

  test("are read as those without", () => {
    const text = "My old ward opens again, and Priya at @mill sings";
    const isOrdinary = (sign: number) => sign % 2 === 0;
    const numbered = new WordSigns(isOrdinary, {
      ...NO_WORD_LISTS,
      numbersOf: ({ words }) => Int32Array.from(words, (_, at) => at - (at % 3 === 0 ? 99 : 0)),
      words: () => 30,
    });
    const plain = keysIn(text, new WordSigns(isOrdinary));
    expect(keysIn(text, numbered)).toEqual(plain);
    expect(keysIn(text, numbered)).toEqual(plain);
  });

  test("are read anew where lists were added", () => {
    let current = numbering(0);
    const words = new WordSigns(mayBeOrdinary, {
      ...NO_WORD_LISTS,
      numbersOf: (copy) => current.numbersOf(copy),
      words: () => current.words(),
      sets: () => current.sets(),
    });
    keysIn("my old ward", words);
    current = numbering(1);
    expect(keysIn("old mill", words)).toEqual(keysIn("old mill"));
    current = numbering(0);
    expect(keysIn("ward", words)).toEqual(keysIn("ward"));
  });
});
