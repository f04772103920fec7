/**
 * The ids that the posts of a file were given, as far as they are remembered: at least the last `SPAN` of them, so that a file may be
 * of any size.
 */
export class RecentIds {
  readonly #span: number;
  /** Whether each was used more than once. */
  #newer = new Map<string, boolean>();
  #older = new Map<string, boolean>();

  constructor(span = SPAN) {
    this.#span = span;
  }

  /** Takes in the id of the next post, and answers whether it is the second one with it: a third is not told of again. */
  isSecondUse(id: string): boolean {
    const repeated = this.#newer.get(id) ?? this.#older.get(id);
    this.#newer.set(id, repeated !== undefined);
    if (this.#newer.size >= this.#span) {
      this.#older = this.#newer;
      this.#newer = new Map();
    }
    return repeated === false;
  }
}

/** Some MB of ids. Whoever mistook one post for another finds it among more posts than a plan has. */
const SPAN = 50_000;
