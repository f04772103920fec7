import { visible } from "../parts/visible.ts";

/**
 * Words as a SARIF message holds them: braces doubled, since single ones are placeholders (section 3.11.5 of the standard), and
 * brackets before a parenthesis parted from it, since together they are a link (3.11.6) and a draft must not make one.
 */
export const sarifText = (words: string): string =>
  visible(words)
    .replace(/[{}]/gu, (brace) => brace + brace)
    .replaceAll("](", "] (");
