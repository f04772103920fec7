import { type Measured, NOTHING_TAKEN, STAGES, type Stage, type Taken } from "./meter.ts";

/** Times are in milliseconds. */
export interface MeasuredRun {
  readonly measured: Measured;
  readonly posts: number;
  /** Since the process began. */
  readonly whole: number;
  /** Since the rules were open. */
  readonly checking: number;
}

/** What a run spent its time on, for a person, in lines; at most `most` rules, slowest first. */
export function describeMeasured(run: MeasuredRun, most: number): string {
  const parts = [
    headline(run),
    stageLines(run),
    ...grammarLine(run.measured),
    detectorLines(run),
    ruleLines(run, most),
  ];
  return `\n${parts.filter((part) => part !== "").join("\n\n")}\n\n${CAUTION}\n`;
}

const CAUTION = "Looking at the clock takes time too: without --stats the run is shorter.";

function headline({ measured, posts, whole, checking }: MeasuredRun): string {
  const megabytes = measured.bytes / 1_000_000;
  const size = `${counted(posts, "post")}, ${measured.bytes < 10_000 ? counted(measured.bytes, "byte") : `${decimal(megabytes)} MB`}`;
  const pace =
    checking > 0
      ? `: ${number(posts / (checking / 1000))} posts and ${decimal(megabytes / (checking / 1000))} MB a second`
      : "";
  return `Time: ${milliseconds(whole)} in all, of which ${milliseconds(checking)} for ${size}${pace}.`;
}

function stageLines({ measured, whole }: MeasuredRun): string {
  const detectors = sum(measured.detectors.values());
  const time = (stage: Stage) =>
    (measured.stages.get(stage) ?? NOTHING_TAKEN).time + (stage === "detectors" ? detectors : 0);
  const named = STAGES.map((stage) => ({ name: stage as string, time: time(stage) }));
  const rest = whole - named.reduce((total, stage) => total + stage.time, 0);
  const shown = [...named, { name: "all else", time: Math.max(0, rest) }];
  return shown
    .map((stage) => [stage.name.padEnd(WIDEST), right(milliseconds(stage.time)), right(percent(stage.time, whole))])
    .map((cells) => `  ${cells.join("")}`)
    .join("\n");
}

const WIDEST = Math.max(...STAGES.map(({ length }) => length));

function grammarLine({ stages }: Measured): readonly string[] {
  const parses = stages.get("parsing with it")?.times ?? 0;
  return stages.has("loading the grammar")
    ? [`The grammar was loaded, and parsed ${counted(parses, "sentence")}.`]
    : ["The grammar was not needed."];
}

function detectorLines({ measured }: MeasuredRun): string {
  const lines = slowest(measured.detectors).map(([kind, taken]) => row(taken, `${kind}`));
  return lines.length === 0
    ? ""
    : ["Detectors, by the time of each itself, and how often it looked:", ...lines].join("\n");
}

function ruleLines({ measured }: MeasuredRun, most: number): string {
  const all = slowest(measured.rules);
  if (all.length === 0) return "";
  const shown = all.slice(0, most);
  const which = shown.length < all.length ? `The ${shown.length} slowest of ${all.length}` : `All ${all.length}`;
  const heading = `${which} rules that looked closer, and at how many posts:`;
  return [heading, ...shown.map(([id, taken]) => row(taken, id))].join("\n");
}

const row = ({ time, times }: Taken, name: string): string =>
  `${right(milliseconds(time))}${right(`${number(times)} ×`)}${right(`${decimal((time / times) * 1000)} µs`)}  ${name}`;

/** Of equal times the first by name. */
const slowest = (taken: ReadonlyMap<string, Taken>): readonly (readonly [string, Taken])[] =>
  [...taken].sort(([nameA, a], [nameB, b]) => b.time - a.time || (nameA < nameB ? -1 : 1));

const sum = (all: Iterable<Taken>): number => [...all].reduce((total, { time }) => total + time, 0);

const right = (text: string): string => text.padStart(13);
const milliseconds = (time: number): string => `${decimal(time)} ms`;
const percent = (time: number, whole: number): string => (whole > 0 ? `${Math.round((time / whole) * 100)} %` : "");
const counted = (count: number, what: string): string => `${number(count)} ${what}${count === 1 ? "" : "s"}`;
const number = (value: number): string => Math.round(value).toLocaleString("en-GB");

/** In three digits, or more where it is large. */
const decimal = (value: number): string =>
  value.toLocaleString("en-GB", value >= 100 ? { maximumFractionDigits: 0 } : { maximumSignificantDigits: 3 });
