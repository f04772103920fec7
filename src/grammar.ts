import { createRequire } from "node:module";
import type { Grammar } from "./prepare/grammar.ts";

let loaded: Grammar | undefined;

/** The compromise library. Loading it costs several hundred milliseconds, so nothing asks before a rule needs it. */
export function compromise(): Grammar {
  loaded ??= createRequire(import.meta.url)("compromise") as Grammar;
  return loaded;
}
