import { gathered } from "../containers/bytes.ts";
import type { Problem } from "../model/report.ts";
import { type CopyStart, copyStart, reviewCsv } from "./csv/review-csv.ts";
import { runMask } from "./parts/mask.ts";
import { type Review, reviewer } from "./parts/review.ts";
import type { CopyKind } from "./reporter.ts";

/** The CSV file handed back: every byte of it, with three cells added to each row. */
export const csv: CopyKind = {
  describe: "the CSV file itself, handed back with a verdict, clauses and what to do in each row",
  handsBack: [".csv", ".tsv"],
  open(head, sink, settings, original) {
    const review = reviewer(head);
    const mask = runMask(settings.mask);
    const reviews: Review[] = [];
    const starts: CopyStart[] = [];
    const problems: Problem[] = [];
    return {
      post(result) {
        reviews.push(review(result, mask.of(result)));
        if (starts.length < ENOUGH) starts.push(...copyStart(result.post));
      },
      problem: (problem) => void problems.push(problem),
      note() {},
      async end() {
        const masked = problems.map((problem) => ({ ...problem, message: mask.hide(problem.message) }));
        sink.write(await reviewCsv(await gathered(original.bytes()), { reviews, problems: masked, starts }));
      },
    };
  },
};

/** Posts by which the sign between the cells is found again. */
const ENOUGH = 50;
