import type { Settings } from "../config/settings.ts";
import type { Io } from "../io.ts";
import type { Post } from "../model/post.ts";
import { describeNote, describeProblem } from "../reporters/sentence.ts";
import { findSources } from "../sources/sources.ts";
import { headingsIn } from "./headings.ts";
import { readAll } from "./reading.ts";

/** The posts of the files that a person named. */
export interface Drafts {
  readonly posts: AsyncIterable<Post>;
  /** How many places could not be read so far; each was told on standard error. */
  unread(): number;
}

export async function draftsIn(io: Io, paths: readonly string[], settings: Settings): Promise<Drafts> {
  const { ignore, defaults, map } = settings;
  const { sources, problems, notes } = await findSources(io, paths, { ignore, allowEmpty: false, outputs: [] });
  const headings = headingsIn(io);
  let unread = problems.length;
  for (const problem of problems) io.stderr.write(`${describeProblem(problem)}\n`);
  for (const note of notes) io.stderr.write(`${describeNote(note)}\n`);
  const posts = async function* (): AsyncGenerator<Post> {
    for await (const reading of readAll(sources, () => ({ defaults, headings, map }))) {
      if (reading.kind === "post") yield reading.post;
      else if (reading.kind === "problem" || reading.kind === "refused") {
        unread += 1;
        io.stderr.write(`${describeProblem(reading.problem)}\n`);
      }
    }
  };
  return { posts: posts(), unread: () => unread };
}
