import type { Note, Problem, RunHead, Summary } from "../model/report.ts";
import { bars } from "./html/bars.ts";
import { filter, filterRules } from "./html/filter.ts";
import { foot } from "./html/foot.ts";
import { type Gathered, gather } from "./html/gathered.ts";
import { type Markup, html as markup } from "./html/markup.ts";
import { monthView } from "./html/month.ts";
import { figures, masthead, nameOf } from "./html/overview.ts";
import { page } from "./html/page.ts";
import { flaggedPosts, improvablePosts } from "./html/posts.ts";
import { remarks } from "./html/remarks.ts";
import { style } from "./html/style/index.ts";
import { suppressedSection } from "./html/suppressed.ts";
import { runMask } from "./parts/mask.ts";
import type { ReportKind } from "./reporter.ts";

/** One page to look at and to hand round. Its overviews come first and need every post, so it is written at the end. */
export const html: ReportKind = {
  describe: "a page to look at, to print and to hand round, in one file",
  open(head, sink, settings) {
    const mask = runMask(settings.mask);
    const gathered = gather(head);
    const problems: Problem[] = [];
    const notes: Note[] = [];
    return {
      post: (result) => gathered.add(result, mask.of(result)),
      problem: (problem) => void problems.push(problem),
      note: (note) => void notes.push(note),
      end: (summary) => sink.write(report(head, gathered, remarks(problems, notes, mask), summary)),
    };
  },
};

function report(head: RunHead, gathered: Gathered, remarked: Markup, summary: Summary): string {
  const { digests, byClause, facets, stood } = gathered;
  const { clauses } = head.policy;
  const title = `Review of ${nameOf(digests, summary)} – possible breaches of the ${head.policy.title}`;
  const body = markup`${masthead(head, digests, summary)}
<main id="content" tabindex="-1">
${figures(head, digests, summary)}
${remarked}
${digests.length === 0 ? null : monthView(digests)}
${byClause.size === 0 ? null : bars(byClause, digests, clauses)}
${flaggedPosts(gathered.flagged, filter(facets, clauses))}
${improvablePosts(gathered.improvable)}
${suppressedSection(stood)}
</main>
${foot(head)}`;
  return page(title, `${style}${filterRules(facets)}\n`, body);
}
