/**
 * A pattern in the form that a text allows, which matches the same in it. General categories such as `\p{L}` and the `u` flag make an
 * expression ten times as long to compile, and a run with a single draft compiles dozens; most drafts have no letter beyond ASCII.
 */
export function fitted(pattern: RegExp, text: string): RegExp {
  if (!pattern.unicode) return pattern;
  const letters = lettersOf(text);
  if (letters === "foreign") return pattern;
  let forms = known.get(pattern);
  if (forms === undefined) {
    forms = {};
    known.set(pattern, forms);
  }
  forms[letters] ??= formOf(pattern, letters);
  return forms[letters];
}

/** Whether a letter, digit or mark beyond ASCII stands in the text, or a sign made of letters such as ™; marks on emoji do not count. */
export const hasForeignLetters = (text: string): boolean => lettersOf(text) === "foreign";

/** `plain`: none beyond ASCII, and nothing that takes two units. `paired`: emoji and the like, but no letters. */
type Letters = "plain" | "paired" | "foreign";

const known = new WeakMap<RegExp, { plain?: RegExp; paired?: RegExp }>();
let lastText = "";
let lastLetters: Letters = "plain";

function lettersOf(text: string): Letters {
  if (text !== lastText) {
    lastText = text;
    lastLetters = !BEYOND_ASCII.test(text) ? "plain" : FOREIGN_LETTER.test(text) ? "foreign" : kindOfSigns(text);
  }
  return lastLetters;
}

const kindOfSigns = (text: string): Letters => (IN_PAIRS.test(text) ? "paired" : "plain");

function formOf(pattern: RegExp, letters: "plain" | "paired"): RegExp {
  const source = withAsciiLetters(pattern);
  const { flags } = pattern;
  if (letters === "plain" && !NEEDS_UNICODE.test(source)) return new RegExp(source, flags.replace("u", ""));
  return source === pattern.source ? pattern : new RegExp(source, flags);
}

/** What only the `u` flag gives a meaning: categories, signs of two units however written, and the two that it takes for k and s. */
const NEEDS_UNICODE = /\\[pP]\{|\\u(?:\{|d[89a-f]|212a|017f)|[\uD800-\uDFFF\u212A\u017F]/i;
const IN_PAIRS = /[\uD800-\uDFFF]/;

const ASCII: Readonly<Record<string, string>> = { L: "A-Za-z", Lu: "A-Z", Ll: "a-z", N: "0-9", Nd: "0-9" };

/** The source with categories as ranges of ASCII. Another category, or a class with the contrary of one, stays. */
function withAsciiLetters({ source, ignoreCase }: RegExp): string {
  return source.replace(/\[(?:\\.|[^\]\\])*\]|\\([pP])\{(\w+)\}|\\./gsu, (part, contrary, category) => {
    if (part.startsWith("[")) return part.replace(/\\p\{(\w+)\}|\\./gsu, (inner, name) => ASCII[name] ?? inner);
    const range = ASCII[category];
    if (range === undefined) return part;
    if (contrary === "p") return `[${range}]`;
    // Where upper and lower case are alike, what is no capital is anything.
    return ignoreCase && category.length > 1 && category !== "Nd" ? part : `[^${range}]`;
  });
}

const BEYOND_ASCII = /[^\0-\x7F]/;
/**
 * Letters, digits and marks beyond ASCII, by the blocks of Unicode that hold them and little else: the general categories take ten times
 * as long to compile and four times as long to run. Emoji, quotation marks, dashes and currency signs are outside.
 */
export const FOREIGN = String.raw`\u00AA\u00B2\u00B3\u00B5\u00B9\u00BA\u00BC-\u00BE\u00C0-\u00D6\u00D8-\u00F6\u00F8-\u1FFF\u2C00-\u2DFF\u3005-\uD7FF\uF900-\uFDFF\uFE20-\uFE2F\uFE70-\uFEFE\uFF10-\uFFDC\u{10000}-\u{1EFFF}\u{20000}-\u{3FFFF}`;
/** Among signs: superscripts, letters as symbols, Roman and circled numerals. */
const AMONG_SIGNS = String.raw`\u2070-\u209C\u2102-\u218B\u2460-\u24FF\u2776-\u2793\u2E2F\u{1F100}-\u{1F10C}\u{1FBF0}-\u{1FBF9}`;
const FOREIGN_LETTER = new RegExp(`[${FOREIGN}${AMONG_SIGNS}]`, "u");
