/** An object with keys, as opposed to a list, a text or nothing. */
export const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** A value of the object's own: a key such as `constructor` that every object inherits is no value. */
export const own = (record: Readonly<Record<string, unknown>>, key: string): unknown =>
  Object.hasOwn(record, key) ? record[key] : undefined;

/** The sort of a value, in words that fit "should be text, not …". */
export function kindOf(value: unknown): string {
  if (value === null || value === undefined) return "empty";
  if (Array.isArray(value)) return "a list";
  switch (typeof value) {
    case "number":
    case "bigint":
      return "a number";
    case "boolean":
      return `${value}`;
    case "string":
      return "text";
    default:
      return "an object";
  }
}

/** What there is to say about metadata, in sentences that name the key. */
export interface Tell {
  problem(message: string): void;
  note(message: string): void;
  /** About a word under `path` that the vocabulary lacks: a problem in a key of ours, a note in a column whose name we guessed. */
  unknownWord(path: string, message: string): void;
  /** About a channel under `path` that is not known: a note, as there are others than ours. */
  unknownChannel(path: string, message: string): void;
}

/** A text, or undefined where it is blank, absent or told of as something else. */
export function readText(value: unknown, path: string, tell: Tell): string | undefined {
  if (value === null || value === undefined) return undefined;
  if (typeof value === "string") return value.trim() === "" ? undefined : value;
  tell.problem(`${path} should be text, not ${kindOf(value)}`);
  return undefined;
}
