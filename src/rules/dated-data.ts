import type { KnownNames } from "../detectors/detector.ts";
import type { Dated, DatedData, Period } from "../model/dated.ts";
import { dayAfter, londonInstant, londonMidnight, sayDay } from "../model/london.ts";
import { type DataFile, dataFileSchema } from "./data-schema.ts";
import { type ParsedFile, placeOfKey, validated } from "./parsed-file.ts";
import { startOfPeriod } from "./polls.ts";
import type { RuleProblem } from "./problem.ts";
import type { Position } from "./ruleset.ts";

type Entry = DataFile[string];
type Poll = NonNullable<Entry["polls"]>[number];

/** The data sets in these files, and those of the rule set that they add to; one of one's own takes the place of its. */
export function datedDataIn(files: readonly ParsedFile[], base: Facts, problems: RuleProblem[]): Facts {
  const places = new Map<string, Position>();
  const own = files.flatMap((file) =>
    Object.entries(validated<DataFile>(file, dataFileSchema, problems) ?? {}).map(([name, entry]) => {
      const at = placeOfKey(file, [name]);
      const first = places.get(name);
      if (first !== undefined) problems.push({ kind: "twice", what: "data set", id: name, first, at });
      else places.set(name, at);
      return [name, datedDataOf(entry, at)] as const;
    }),
  );
  return { ...base, ...Object.fromEntries(own) };
}

/** Dated data as rules ask for it: what the file says by formula is worked out. */
function datedDataOf(entry: Entry, at: Position): DatedData {
  const { bodies = {}, polls = [], periods = [], limits = [] } = entry;
  return {
    describe: entry.describe,
    source: entry.source ?? null,
    validTo: entry.valid_to ?? null,
    at,
    periods: [
      ...polls.flatMap((poll) => periodsBefore(poll, bodies)),
      ...periods.map(({ name, for: body, starts, ends }) => ({
        name,
        for: body ?? null,
        start: londonMidnight(starts),
        end: londonMidnight(dayAfter(ends, 1)),
      })),
    ],
    limits: limits.map(({ field, from, until, confidence, ...limit }) => ({
      ...limit,
      field: field ?? "text",
      from: from ?? null,
      until: until ?? null,
      confidence: confidence ?? "certain",
    })),
  };
}

type Facts = Readonly<Record<string, DatedData>>;

/** What a rule may ask of dated data. */
export const askable = (facts: Facts): KnownNames["data"] =>
  Object.fromEntries(
    Object.entries(facts).map(([name, { periods, limits }]) => [
      name,
      {
        periodsFor: periods.length === 0 ? null : [...new Set(periods.flatMap((period) => period.for ?? []))],
        limits: limits.length > 0,
      },
    ]),
  );

/** Of lists by name, those that are known until a day, by name. */
export const validity = (...lists: Readonly<Record<string, { readonly validTo: string | null }>>[]): readonly Dated[] =>
  lists
    .flatMap((list) => Object.entries(list))
    .flatMap(([name, { validTo }]) => (validTo === null ? [] : [{ name, validTo }]))
    .sort((a, b) => (a.name < b.name ? -1 : 1));

/** One for each body. */
function periodsBefore({ name, day, bodies = [], starts = {}, ends }: Poll, leads: Readonly<Record<string, string>>) {
  const byFormula = bodies.map((body) => [body, londonMidnight(startOfPeriod(leads[body]!, day))] as const);
  const said = Object.entries(starts).map(([body, start]) => [body, instantOf(start)] as const);
  const end = ends === undefined ? londonMidnight(dayAfter(day, 1)) : instantOf(ends);
  return Object.entries(Object.fromEntries([...byFormula, ...said])).map(
    ([body, start]): Period => ({ name: `${name} of ${sayDay(day)}`, for: body, start, end }),
  );
}

/** A date with or without a time of day; a time that the clocks jump over is as good as an hour later. */
function instantOf(written: string): number {
  const [day = "", time = "00:00"] = written.split(" ");
  const [hours = 0, minutes = 0] = time.split(":").map(Number);
  return londonInstant(day, hours * 60 + minutes) ?? londonMidnight(day) + (hours * 60 + minutes) * 60_000;
}
