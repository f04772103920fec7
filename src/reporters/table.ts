import type { Finding } from "../model/finding.ts";
import type { PostResult } from "../model/report.ts";
import { LEVELS } from "../model/rule.ts";
import type { Colours } from "./colours.ts";
import { type Block, blocksOf } from "./parts/blocks.ts";
import { channelName } from "./parts/channel-name.ts";
import { column, cut, cutAtStart } from "./parts/columns.ts";
import { letStand } from "./parts/let-stand.ts";
import { type Mask, maskOf } from "./parts/mask.ts";
import { sayMoment } from "./parts/moment.ts";
import { standingOf, VERDICT_WORDS, type Verdict, verdictOf } from "./parts/verdict.ts";
import { visible } from "./parts/visible.ts";
import { wrap } from "./parts/wrap.ts";
import type { ReporterSettings, ReportKind } from "./reporter.ts";
import { describePlaceInFile, describeSummary } from "./sentence.ts";

/** Every post, those with nothing found too: the calendar at one glance. */
export const table: ReportKind = {
  describe: "one line for each post: verdict, place, channel, date, clauses, why",
  open(head, sink, settings) {
    const page = pageOf(settings);
    const write = (lines: readonly string[]) => sink.write(lines.map((line) => `${line}\n`).join(""));
    let file: string | null = null;
    return {
      post(result) {
        const mask = maskOf(result, settings.mask);
        const own = result.post.source.file;
        if (own !== file) write([...(file === null ? [] : [""]), ...headingLines(mask.hide(own), page)]);
        write([rowLine(result, mask, page)]);
        file = own;
      },
      problem() {},
      note() {},
      end(summary) {
        write([...(file === null ? [] : [""]), ...wrap(describeSummary(summary, head.policy), page.width)]);
      },
    };
  },
};

interface Page {
  readonly width: number;
  readonly widths: Widths;
  readonly colour: Colours;
}

/** Columns of a terminal. What has none is left out. */
interface Widths {
  readonly verdict: number;
  readonly place: number;
  readonly channel: number;
  readonly date: number;
  readonly time: number;
  readonly clauses: number;
  readonly message: number;
}

const GAP = 2;
const NARROWEST = 40;

function pageOf({ width, colour }: ReporterSettings): Page {
  const room = Math.max(NARROWEST, width);
  return { width: room, widths: widthsFor(room), colour };
}

/** A narrow terminal leaves out what helps least to find the post; the message has what is left. */
function widthsFor(room: number): Widths {
  const fixed = {
    verdict: "Do not publish".length,
    place: room < 100 ? "row 1000".length : 16,
    channel: room < 70 ? 0 : "Instagram".length,
    date: room < 60 ? 0 : "Thu 31 Dec".length,
    time: room < 100 ? 0 : "09:00".length,
    clauses: "B2.3 +2".length,
  };
  const taken = Object.values(fixed).reduce((sum, one) => sum + (one === 0 ? 0 : one + GAP), 0);
  return { ...fixed, message: room - taken };
}

function headingLines(file: string, { width, widths, colour }: Page): readonly string[] {
  const name = cut(file === "-" ? "Standard input" : visible(file), width);
  return [colour.bold(name), colour.dim(inColumns(HEADINGS, widths))];
}

const HEADINGS: Readonly<Record<keyof Widths, string>> = {
  verdict: "Verdict",
  place: "Place",
  channel: "Channel",
  date: "Date",
  time: "Time",
  clauses: "Clause",
  message: "Why",
};

function rowLine({ post, findings }: PostResult, mask: Mask, { widths, colour }: Page): string {
  const verdict = verdictOf(findings);
  const when = post.meta.publish_at === undefined ? null : sayMoment(post.meta.publish_at);
  const told = verdict === "let-stand" ? findings : standingOf(findings);
  const blocks = blocksOf(told).toSorted((a, b) => gravity(b) - gravity(a));
  const clauses = [...new Set(blocks.flatMap(({ lead }) => (lead.clause === null ? [] : [lead.clause])))];
  const lead = blocks[0]?.lead;
  const line = inColumns(
    {
      verdict: VERDICT_WORDS[verdict],
      place: cutAtStart(visible(mask.hide(describePlaceInFile(post.source))), widths.place),
      channel: channelName(mask.hide(post.meta.channel ?? "")),
      date: when?.short ?? "",
      time: when?.time ?? "",
      clauses: clauses.length > 1 ? `${clauses[0]} +${clauses.length - 1}` : (clauses[0] ?? ""),
      message: lead === undefined ? "" : whyOf(lead, mask),
    },
    widths,
  );
  const [word, rest] = [line.slice(0, widths.verdict), line.slice(widths.verdict)];
  return paints(colour)[verdict](word) + (verdict === "none" || verdict === "let-stand" ? colour.dim(rest) : rest);
}

/** Why it was found or, where it was let stand, why that. */
const whyOf = (finding: Finding, mask: Mask): string =>
  visible(finding.suppressed === null ? mask.words(finding, finding.message) : letStand(finding.suppressed, mask));

const gravity = ({ lead }: Block): number => LEVELS.indexOf(lead.level);

const paints = (colour: Colours): Record<Verdict, Colours> => ({
  error: colour.red.bold,
  warning: colour.yellow.bold,
  suggestion: colour.blue,
  "let-stand": colour.dim,
  none: colour.dim,
});

function inColumns(cells: Readonly<Record<keyof Widths, string>>, widths: Widths): string {
  return (Object.keys(HEADINGS) as (keyof Widths)[])
    .filter((name) => widths[name] > 0)
    .map((name) => column(cells[name], widths[name]))
    .join(" ".repeat(GAP))
    .trimEnd();
}
