/** What keeps answers about itself for as long as it is there: a sentence, a copy. */
export interface Remembering {
  readonly known: Map<unknown, unknown>;
}

/** The same function, but what it answers for a sentence or a copy is worked out once. */
export function remembered<Of extends Remembering, Answer extends NonNullable<unknown>>(
  work: (of: Of) => Answer,
): (of: Of) => Answer {
  return (of) => {
    let answer = of.known.get(work) as Answer | undefined;
    if (answer === undefined) {
      answer = work(of);
      of.known.set(work, answer);
    }
    return answer;
  };
}
