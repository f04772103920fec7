/** The choice that was probably meant, or null where none comes close: at most a third of the letters may differ. */
export async function nearest(word: string, choices: readonly string[]): Promise<string | null> {
  const { distance } = await import("fastest-levenshtein");
  const close = choices
    .map((choice) => ({ choice, apart: distance(word.toLowerCase(), choice.toLowerCase()) }))
    .filter(({ choice, apart }) => apart <= Math.max(1, Math.floor(Math.max(word.length, choice.length) / 3)))
    .sort((a, b) => a.apart - b.apart);
  return close[0]?.choice ?? null;
}

/** ` Did you mean "error"?`, with the space before it, or nothing. */
export async function didYouMean(word: string, choices: readonly string[]): Promise<string> {
  const choice = await nearest(word, choices);
  return choice === null ? "" : ` Did you mean ${choice}?`;
}
