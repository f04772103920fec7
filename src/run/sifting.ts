import { resolve } from "node:path";
import { type Sifted, sift } from "../changes/sift.ts";
import type { Checked } from "../check.ts";
import type { Io } from "../io/io.ts";
import type { Post } from "../model/post.ts";
import type { PostResult } from "../model/report.ts";
import type { ReaderSettings } from "../readers/reader.ts";
import { tableOf } from "../scan/table.ts";
import { sourceBefore } from "../sources/changed-sources.ts";
import type { Changes } from "../sources/changes.ts";
import { readAll } from "./reading.ts";
import { type StandingSettings, standing } from "./standing.ts";

/** Parts what a change brought into one source from what was there before. */
export async function siftSource(
  io: Io,
  walk: StandingSettings & { readonly checkPost: (post: Post) => Checked },
  settingsFor: (file: string) => ReaderSettings,
  changes: Changes,
  name: string,
  results: readonly PostResult[],
): Promise<Sifted> {
  const change = changes.files.get(resolve(io.cwd, name));
  const source = sourceBefore(io, changes, name);
  const before = standing(walk);
  const { bySign, lookRules } = tableOf(walk.ruleset);
  const ofCalendars = new Set(Array.from(bySign.calendar, (look) => walk.ruleset.rules[lookRules[look]!]!.card.id));
  const posts: Post[] = [];
  // What could not be read then is told of as it is now.
  for await (const reading of readAll(source === null ? [] : [source], settingsFor)) {
    if (reading.kind !== "post") continue;
    await before.prepare(reading.post);
    posts.push(reading.post);
  }
  return sift(results, {
    lines: change?.lines ?? null,
    before: source === null ? null : posts,
    restsOnOthers: ({ rule }) => ofCalendars.has(rule),
    check: (post) => before.settle({ post, findings: walk.checkPost(post).findings }),
  });
}
