import { type Archive, BrokenArchiveError, openArchive } from "../containers/archive.ts";
import { gathered } from "../containers/bytes.ts";
import { MOST_UNPACKED } from "../containers/package.ts";
import { BrokenXmlError } from "../containers/xml.ts";
import type { Note, Problem } from "../model/report.ts";
import { runMask } from "./parts/mask.ts";
import { type Review, reviewer } from "./parts/review.ts";
import { type CopyKind, NoReportError, type Original } from "./reporter.ts";
import { reviewWorkbook } from "./xlsx/review-workbook.ts";

/** The workbook handed back: the same file with comments, a verdict a row, and a sheet that lists what was found. */
export const xlsx: CopyKind = {
  describe: "the workbook itself, handed back with comments, a verdict a row and a summary sheet",
  handsBack: [".xlsx"],
  open(head, sink, settings, original) {
    const review = reviewer(head);
    const mask = runMask(settings.mask);
    const reviews: Review[] = [];
    const problems: Problem[] = [];
    const notes: Note[] = [];
    const masked = <T extends Problem | Note>(remark: T): T => ({ ...remark, message: mask.hide(remark.message) });
    return {
      post: (result) => void reviews.push(review(result, mask.of(result))),
      problem: (problem) => void problems.push(problem),
      note: (note) => void notes.push(note),
      async end(summary) {
        const account = {
          ...{ file: original.name, head, summary, reviews },
          problems: problems.map(masked),
          notes: notes.map(masked),
        };
        sink.write(await copyOf(original, (archive) => reviewWorkbook(archive, account)));
      },
    };
  },
};

async function copyOf(
  original: Original,
  edit: (archive: Archive) => Promise<ReadonlyMap<string, Uint8Array>>,
): Promise<Uint8Array> {
  try {
    const archive = await openArchive(await gathered(original.bytes()), MOST_UNPACKED);
    return await archive.rewrite(await edit(archive));
  } catch (error) {
    if (!EXPECTED.some((kind) => error instanceof kind)) throw error;
    throw new NoReportError(`${original.name} ${(error as Error).message}`, { cause: error });
  }
}

const EXPECTED = [BrokenArchiveError, BrokenXmlError, NoReportError];
