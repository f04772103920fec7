import type { Settings } from "../config/settings.ts";
import { type Io, type OutputFile, readText } from "../io/io.ts";
import type { RunHead } from "../model/report.ts";
import { reporters } from "../reporters/index.ts";
import type { Reporter, ReporterSettings, Sink } from "../reporters/reporter.ts";

/** What a run in GitHub Actions shows besides what it was asked for. */
export interface OnGitHub {
  readonly reporters: readonly Reporter[];
  readonly files: readonly OutputFile[];
}

const NOTHING: OnGitHub = { reporters: [], files: [] };

/**
 * In a workflow: annotations in the log and a report on the page of the step, unless another format was chosen, as that may
 * be for a program. Elsewhere nothing.
 */
export async function onGitHub(
  io: Io,
  head: RunHead,
  { format, formatIsChosen, formatShown }: Settings,
  settings: ReporterSettings,
): Promise<OnGitHub> {
  if (io.env.GITHUB_ACTIONS !== "true" || (formatIsChosen && format !== "github")) return NOTHING;
  const annotating = formatShown === "github" ? [] : [await annotations(head, io.stdout, settings)];
  const page = await summaryPage(io);
  if (page === null) return { ...NOTHING, reporters: annotating };
  const markdown = await reporters.markdown();
  return { reporters: [...annotating, markdown.open(head, shortened(page), settings)], files: [page] };
}

async function annotations(head: RunHead, sink: Sink, settings: ReporterSettings): Promise<Reporter> {
  const { annotations } = await import("../reporters/github/annotations.ts");
  return annotations.open(head, sink, settings);
}

/** The file that GitHub shows on the page of the step, with what earlier commands of the step wrote to it. */
async function summaryPage(io: Io): Promise<OutputFile | null> {
  const path = io.env.GITHUB_STEP_SUMMARY;
  if (!path) return null;
  const earlier = (await io.kindOf(path)) === "file" ? await readText(io, path) : "";
  const file = io.createFile(path);
  file.write(earlier);
  return file;
}

/** GitHub refuses a page of more than 1 MiB, whole. */
const MOST = 900_000;

/** As much as GitHub takes, to the end of a post. */
function shortened(sink: Sink): Sink {
  let left = MOST;
  return {
    write(chunk) {
      const text = typeof chunk === "string" ? chunk : new TextDecoder().decode(chunk);
      const size = new TextEncoder().encode(text).length;
      if (left > 0) sink.write(size <= left ? text : `${text.slice(0, text.lastIndexOf("\n#", left / 4))}${REST}`);
      left = size <= left ? left - size : 0;
    },
  };
}

const REST = "\n\n---\n\nThe rest is too long for this page. The log has it.\n";
