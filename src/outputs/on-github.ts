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
  return { reporters: [...annotating, markdown.open(head, page.sink, settings)], files: [page.file] };
}

async function annotations(head: RunHead, sink: Sink, settings: ReporterSettings): Promise<Reporter> {
  const { annotations } = await import("../reporters/github/annotations.ts");
  return annotations.open(head, sink, settings);
}

interface SummaryPage {
  readonly file: OutputFile;
  readonly sink: Sink;
}

/** The file that GitHub shows on the page of the step, with what earlier commands of the step wrote to it. */
async function summaryPage(io: Io): Promise<SummaryPage | null> {
  const path = io.env.GITHUB_STEP_SUMMARY;
  if (!path) return null;
  const earlier = (await io.kindOf(path)) === "file" ? await readText(io, path) : "";
  const file = io.createFile(path);
  file.write(earlier);
  return { file, sink: limited(file, MOST - Buffer.byteLength(earlier) - Buffer.byteLength(REST)) };
}

/** In bytes. GitHub refuses a page of more than 1 MiB, whole; later commands of the step may have something to add. */
const MOST = 1_000_000;
const REST = "\n---\n\nThe rest is too long for this page. The log has it.\n";

/** Hands on what fits into so many bytes, to the end of a piece, and says that there is more. */
function limited(sink: Sink, bytes: number): Sink {
  let left = bytes;
  let isFull = false;
  return {
    write(piece) {
      if (isFull) return;
      left -= Buffer.byteLength(piece);
      isFull = left < 0;
      sink.write(isFull ? REST : piece);
    },
  };
}
