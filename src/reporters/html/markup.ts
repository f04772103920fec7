/** Text that is HTML already. Only `html` and `raw` make it. */
export interface Markup {
  readonly markup: string;
}

/** What may stand in a template: text is escaped, markup is not, a list is joined, nothing is nothing. */
export type Part = string | number | Markup | null | false | readonly Part[];

/** HTML in which every value is escaped, in elements and between the quotes of attributes. */
export function html(strings: TemplateStringsArray, ...parts: readonly Part[]): Markup {
  return { markup: strings.reduce((page, text, index) => page + shown(parts[index - 1] ?? null) + text) };
}

/** Our own text that is markup as it stands (a style sheet); never a draft's. */
export const raw = (markup: string): Markup => ({ markup });

function shown(part: Part): string {
  if (part === null || part === false) return "";
  if (typeof part === "number") return String(part);
  if (typeof part === "string") return part.replace(/[&<>"'`]/gu, (sign) => `&#${sign.charCodeAt(0)};`);
  return "markup" in part ? part.markup : part.map(shown).join("");
}
