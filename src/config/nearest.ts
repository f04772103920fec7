/** The choice that was probably meant, or null where none comes close. */
export async function nearest(word: string, choices: readonly string[]): Promise<string | null> {
  const { nearestName } = await import("../rules/nearest.ts");
  return nearestName(word, choices);
}

/** The rule that was probably meant, as `nearestRule` of the rules has it. */
export async function nearestRule(written: string, choices: readonly string[]): Promise<string | null> {
  const rules = await import("../rules/nearest.ts");
  return rules.nearestRule(written, choices);
}

/** ` Did you mean error?`, with the space before it, or nothing. */
export async function didYouMean(word: string, choices: readonly string[]): Promise<string> {
  const choice = await nearest(word, choices);
  return choice === null ? "" : ` Did you mean ${choice}?`;
}
