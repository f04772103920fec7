import { readFileSync } from "node:fs";
import fc from "fast-check";
import { nearly } from "./mutations.ts";
import { mustReadWhole } from "./readings.ts";
import type { Target } from "./target.ts";

/** A reader of text, by the name of a source that it reads: seeds are files of the repository. */
export function readerTarget(
  name: string,
  seeds: readonly string[],
  own: readonly string[],
): Target<readonly [Uint8Array, number]> {
  const bytes = nearly(seeds.map(fixture), [...own, ...ANYWHERE]);
  return {
    inputs: fc.tuple(bytes, fc.constantFrom(17, 500, 65_536, 65_536)),
    run: ([content, size]) => mustReadWhole(name, content, size),
  };
}

const fixture = (path: string): Uint8Array => readFileSync(new URL(`../../../fixtures/${path}`, import.meta.url));

/** What stands in any draft, and what should stand in none. */
const ANYWHERE = [
  ..."\n|\r\n|\r|\t| |a|é|🎅|👩‍⚕️|\u202e|\u200b|\ufeff|\u0000|\u0085|\u2028|\ud7ff|,|;|:|\\|\"|'|“|`".split("|"),
  ...[
    "__proto__",
    "constructor",
    "toString",
    "postlint_ignore",
    "text",
    "copy",
    "channel",
    "publish_at",
    "meta",
    "posts",
  ],
  ...[
    "5 May 2026",
    "2026-02-30",
    "00:01",
    "46573",
    "1e999",
    "-1",
    "null",
    "true",
    "TBC",
    "999 000 0018",
    "#SpotTheSigns",
  ],
  ...["postlint-ignore privacy/home-address -- a reason, by B (until 2027-01-01)", "OFFICIAL-SENSITIVE"],
];
