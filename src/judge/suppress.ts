import type { Finding, Suppression } from "../model/finding.ts";
import { isDay } from "../model/london.ts";
import type { Marker, Post } from "../model/post.ts";
import type { Note, PostResult } from "../model/report.ts";
import { isUpkeep } from "../model/rule.ts";
import { overlaps } from "../model/span.ts";
import type { RuleCards } from "../rules/cards.ts";
import { type UpkeepKind, upkeep } from "./upkeep.ts";

/** Lets findings stand for which a person gave a reason, and says which suppressions somebody has to look after. */
export interface Suppressor {
  /** Findings that may stand are marked, never dropped; what is wrong with a marker is a finding of its own, behind the others. */
  settle(result: PostResult): PostResult;
  /** What only shows at the end: a suppression for all posts of a file that none of them needed. */
  notes(): readonly Note[];
}

/** `asOf` is the ISO date that stands for today. */
export function createSuppressor(cards: RuleCards, asOf: string): Suppressor {
  const shared = new Map<string, Shared>();
  const settle = (result: PostResult): PostResult => {
    const { post } = result;
    if (post.markers === undefined) return result;
    let findings = result.findings;
    const told: Finding[] = [];
    for (const [index, marker] of post.markers.entries()) {
      const place = marker.shared ? sharedAt(shared, post, index, marker) : null;
      const mistake = mistakeIn(marker, cards, asOf);
      if (mistake !== null) {
        if (place === null || !place.told) {
          told.push(upkeep(mistake, marker, index, { all: cards.ids, meant: meantBy(marker, result.findings, cards) }));
        }
        if (place !== null) place.told = true;
        continue;
      }
      const suppressed = suppressedBy(findings, marker);
      if (suppressed !== findings) {
        if (place !== null) place.used = true;
        findings = suppressed;
      } else if (place === null) told.push(upkeep("unused-suppression", marker, index, { all: cards.ids, meant: [] }));
    }
    return { post, findings: [...findings, ...told] };
  };
  return { settle, notes: () => [...shared.values()].flatMap(unusedNote) };
}

/** A marker of front matter above several posts. */
interface Shared {
  readonly post: Post;
  readonly index: number;
  readonly marker: Marker;
  used: boolean;
  /** A mistake in it was told of with the first post. */
  told: boolean;
}

function sharedAt(all: Map<string, Shared>, post: Post, index: number, marker: Marker): Shared {
  const key = `${index} ${post.source.file}`;
  const known = all.get(key) ?? { post, index, marker, used: false, told: false };
  all.set(key, known);
  return known;
}

function unusedNote({ post, index, marker, used, told }: Shared): readonly Note[] {
  if (used || told) return [];
  const { message } = upkeep("unused-suppression", marker, index, { all: [], meant: [] });
  return [
    { source: { ...post.source, line: post.lines?.[`postlint_ignore[${index}]`] ?? null }, message, upkeep: true },
  ];
}

/** Null where the marker holds, if it meets a finding. */
function mistakeIn({ rule, reason, by, until }: Marker, cards: RuleCards, asOf: string): UpkeepKind | null {
  if (rule === null) return "nameless-suppression";
  if (isUpkeep(rule)) return "refused-suppression";
  const card = cards.cardOf(rule);
  if (card === undefined) return "unknown-rule";
  if (!card.suppressible) return "refused-suppression";
  if (reason === null || by === null) return "unexplained-suppression";
  if (until !== null && !isDay(until)) return "undated-suppression";
  return until !== null && until < asOf ? "expired-suppression" : null;
}

/** The same list where the marker meets no finding. */
function suppressedBy(findings: readonly Finding[], marker: Marker): readonly Finding[] {
  const suppressed: Suppression = {
    kind: marker.kind,
    reason: marker.reason ?? "",
    by: marker.by,
    until: marker.until,
  };
  const meets = (finding: Finding) => finding.rule === marker.rule && isCovered(finding, marker);
  if (!findings.some(meets)) return findings;
  return findings.map((finding) =>
    meets(finding) && finding.suppressed === null ? { ...finding, suppressed } : finding,
  );
}

/** The rules behind the findings that a marker would hide if it could name a subject (`disrepute/*`) or a clause; each once. */
function meantBy(marker: Marker, findings: readonly Finding[], cards: RuleCards): readonly string[] {
  const named = marker.rule?.toLowerCase().replace(/\/?\*$/u, "");
  const meets = ({ rule, clause }: Finding) => rule.startsWith(`${named}/`) || clause?.toLowerCase() === named;
  const meant = findings.filter(
    (finding) => meets(finding) && isCovered(finding, marker) && cards.cardOf(finding.rule)?.suppressible === true,
  );
  return [...new Set(meant.map(({ rule }) => rule))];
}

function isCovered({ passage }: Finding, { covers }: Marker): boolean {
  if (covers === null) return true;
  return passage.field === "text" && passage.span !== null && overlaps(passage.span, covers);
}
