import type { Marker } from "../model/post.ts";
import { isRecord, kindOf, own, readText, type Tell } from "./values.ts";

/** The key, and the column, under which a post says which findings may stand. */
export const IGNORE_KEY = "postlint_ignore";

/** What a marker says, apart from where it stands. */
export type MarkerWords = Pick<Marker, "rule" | "reason" | "by" | "until">;

/** Reads `subject/rule -- reason, by NAME (until 2027-03-31)`; rules that share a reason are listed with commas. */
export function markersIn(written: string): readonly MarkerWords[] {
  const [rules, said] = halves(written);
  const names = rules.split(/[\s,]+/u).filter((name) => name !== "");
  // Several words of which none is a rule's are a reason that somebody wrote without its rule.
  const isNamed = names.length === 1 || names.some((name) => name.includes("/"));
  const words = decisionIn(said);
  return isNamed ? names.map((rule) => ({ rule, ...words })) : [{ rule: null, ...words }];
}

/** The value of `postlint_ignore`: a text (one marker a line), an object with `rule`, `reason`, `by` and `until`, or a list of either. */
export function markersFrom(value: unknown, path: string, tell: Tell): readonly MarkerWords[] {
  if (value === null || value === undefined || value === false) return [];
  if (typeof value === "string") return linesWritten(value).flatMap(markersIn);
  if (Array.isArray(value)) return value.flatMap((item, index) => markersFrom(item, `${path}[${index}]`, tell));
  if (isRecord(value)) return [markerFrom(value, path, tell)];
  tell.problem(
    `${path} should be "rule -- reason, by NAME", or have rule, reason, by and until, not be ${kindOf(value)}`,
  );
  return [];
}

/** Word processors make one dash of two. */
const DASH = /\s(?:--|–|—)\s/u;

function halves(written: string): readonly [rules: string, said: string] {
  const found = DASH.exec(written);
  if (found === null) return [written.replace(/\s(?:--|–|—)\s*$/u, ""), ""];
  return [written.slice(0, found.index), written.slice(found.index + found[0].length)];
}

function decisionIn(said: string): Omit<MarkerWords, "rule"> {
  const until = /\(until\s([^()]*)\)[\s.]*$/u.exec(said);
  const rest = until === null ? said : said.slice(0, until.index);
  // The last "by": a reason may hold one of its own.
  const by = /(?:^|,)\s*by\s((?:(?!,\s*by\s).)*)$/su.exec(rest);
  return {
    reason: filled(by === null ? rest : rest.slice(0, by.index)),
    by: filled(by?.[1] ?? null),
    until: filled(until?.[1] ?? null),
  };
}

function markerFrom(value: Readonly<Record<string, unknown>>, path: string, tell: Tell): MarkerWords {
  const text = (key: string) => filled(readText(own(value, key), `${path}.${key}`, tell) ?? null);
  return { rule: text("rule"), reason: text("reason"), by: text("by"), until: text("until") };
}

const linesWritten = (text: string): readonly string[] =>
  text.split(/\r\n|\r|\n/u).filter((line) => line.trim() !== "");

const filled = (words: string | null): string | null => {
  const trimmed = words?.trim() ?? "";
  return trimmed === "" ? null : trimmed;
};
