import type { Reporter, Sink } from "../reporters/reporter.ts";
import { describeNote, describeProblem } from "../reporters/sentence.ts";
import { guarded, type Hide } from "./secrets.ts";

/**
 * Tells a person, a sentence a line, what of the drafts could not be checked and what else there is to say of them. `hide` hides
 * what is secret; null where nothing comes from a draft, or a person at a terminal asked to see everything.
 */
export function tellingOn(sink: Sink, hide: Hide | null): Reporter {
  const telling: Reporter = {
    post: () => {},
    problem: (problem) => sink.write(`${describeProblem(problem)}\n`),
    note: (note) => sink.write(`${describeNote(note)}\n`),
    end: () => {},
  };
  return hide === null ? telling : guarded(telling, hide);
}
