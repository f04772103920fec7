/** Text between tags, with its lines. Its words have been made visible; what XML 1.0 still can't hold is spelled out. */
export const xmlText = (text: string): string =>
  text
    .replace(/[\ufffe\uffff]/gu, (unit) => `<U+${unit.charCodeAt(0).toString(16).toUpperCase()}>`)
    .replace(/[&<>"']/gu, (character) => ESCAPED[character]!);

const ESCAPED: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&apos;",
};

/** An opening tag's name and attributes, as they stand between `<` and `>`. A line break in a value stays one. */
export function xmlTag(name: string, attributes: Readonly<Record<string, string | number>>): string {
  const pairs = Object.entries(attributes).map(
    ([key, value]) => `${key}="${xmlText(String(value)).replaceAll("\n", "&#10;")}"`,
  );
  return [name, ...pairs].join(" ");
}
