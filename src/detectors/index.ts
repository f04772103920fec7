import { absence } from "./absence.ts";
import { all } from "./all.ts";
import { any } from "./any.ts";
import { calendar } from "./calendar.ts";
import { combination } from "./combination.ts";
import { date } from "./date.ts";
import type { Detector } from "./detector.ts";
import { grammar } from "./grammar.ts";
import { hold } from "./hold.ts";
import { identifier } from "./identifier.ts";
import { limit } from "./limit.ts";
import { meta } from "./meta.ts";
import { near } from "./near.ts";
import { pattern } from "./pattern.ts";
import { phrase } from "./phrase.ts";
import { resembles } from "./resembles.ts";
import { terms } from "./terms.ts";
import { vocabulary } from "./vocabulary.ts";

/** Every kind of looking, under the key that a rule names it by. */
export const detectors = {
  any,
  all,
  near,
  absence,
  terms,
  vocabulary,
  phrase,
  pattern,
  grammar,
  identifier,
  meta,
  date,
  limit,
  calendar,
  hold,
  combination,
  resembles,
} satisfies Record<string, Detector>;
