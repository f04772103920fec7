import { BrokenFilesError } from "../config/errors.ts";
import type { Layer } from "../config/layers.ts";
import { chosen, mapOf, metadataOf, type Settings } from "../config/settings.ts";
import type { Io } from "../io/io.ts";
import type { LevelProblem, Levels } from "../judge/levels.ts";
import { floorOf } from "../judge/verdict.ts";
import type { Finding } from "../model/finding.ts";
import type { Note } from "../model/report.ts";
import type { Level } from "../model/rule.ts";
import { ruleCards } from "../rules/cards.ts";
import type { RuleSet } from "../rules/ruleset.ts";

/** What a person decided for the drafts of one file. */
export interface FileSettings {
  /** Metadata that a post has unless it says otherwise. */
  readonly defaults: Readonly<Record<string, string>>;
  /** Which column of a calendar holds what. */
  readonly map: Readonly<Record<string, readonly string[]>>;
  /** The findings at the levels that their rules have here. */
  releveled(findings: readonly Finding[]): readonly Finding[];
}

export interface PerFile {
  of(file: string): FileSettings;
  /** The mildest level that fails the run for what is found in a file, or in none; null where nothing fails it. */
  failsFrom(file: string | null): Level | null;
  readonly notes: readonly Note[];
}

/** Throws a `BrokenFilesError` where a level is given to a rule that can't have it. */
export async function settingsPerFile(
  io: Io,
  { layers, defaults, map, failOn }: Settings,
  ruleset: RuleSet,
): Promise<PerFile> {
  if (layers.length === 0) {
    const same: FileSettings = { defaults, map, releveled: (findings) => findings };
    return { of: () => same, failsFrom: () => floorOf(failOn), notes: [] };
  }
  const cards = ruleCards(ruleset);
  const [{ layersPerFile }, { levelProblem, releveled, leftOn }] = await Promise.all([
    import("../config/per-file.ts"),
    import("../judge/levels.ts"),
  ]);
  const given = layers.flatMap((layer) => entriesOf(layer).map(([rule, level]) => ({ layer, rule, level })));
  const problems = given.map(async ({ layer, rule, level }) => {
    const problem = levelProblem(rule, level, cards);
    return problem === null ? [] : [`${layer.placeOf("levels", rule)}: ${await describe(problem, rule)}`];
  });
  const told = (await Promise.all(problems)).flat();
  if (told.length > 0) throw new BrokenFilesError(told);
  const about = await layersPerFile(layers, io.cwd);
  return {
    of: lastRemembered((file) => {
      const own = about(file);
      const levels = own.flatMap(({ values }) => (values.levels === undefined ? [] : [values.levels]));
      return {
        defaults: metadataOf(own),
        map: mapOf(own),
        releveled: (findings) => releveled(findings, levels, cards),
      };
    }),
    failsFrom: (file) => floorOf((file === null ? null : chosen(about(file), "fail_on")?.value) ?? failOn),
    notes: given.flatMap(({ layer, rule, level }) => noteOn(layer.placeOf("levels", rule), leftOn(rule, level, cards))),
  };
}

/** The posts of a file come one after the other. */
function lastRemembered<T>(make: (file: string) => T): (file: string) => T {
  let last: { readonly file: string; readonly made: T } | undefined;
  return (file) => {
    if (last?.file !== file) last = { file, made: make(file) };
    return last.made;
  };
}

const entriesOf = ({ values }: Layer) => Object.entries(values.levels ?? {}) as [string, Levels[string]][];

function noteOn(place: string, rules: readonly string[]): readonly Note[] {
  if (rules.length === 0) return [];
  const message = `${place} leaves ${rules.join(", ")} as ${rules.length === 1 ? "it is" : "they are"}: what ${rules.length === 1 ? "it finds" : "they find"} must not go out.`;
  return [{ source: null, message }];
}

async function describe({ kind, choices }: LevelProblem, rule: string): Promise<string> {
  switch (kind) {
    case "shape":
    case "unknown": {
      const { didYouMean } = await import("../config/nearest.ts");
      const name = rule.endsWith("/*") ? `no rule begins with ${rule.slice(0, -1)}` : `there is no rule ${rule}`;
      return `${name}.${(await didYouMean(rule, choices)) || " postlint rules list shows the rules."}`;
    }
    case "practice":
      return `${rule} is good practice, which no clause asks for: it can be suggestion or off.`;
    case "learned":
      return `${rule} rests on a resemblance, which is never sure enough for an error: it can be warning, suggestion or off.`;
    case "held":
      return `${rule} can't be made milder or switched off: what it finds must not go out.`;
    default:
      return kind satisfies never;
  }
}
