import { describe, expect, test } from "vitest";
import { explainRule, traceRule } from "../src/explain/explain.ts";
import { explainPost } from "../src/explain/post.ts";
import { ORDINARY } from "../src/model/circumstances.ts";
import { postOf, ruleFinding } from "./judge-text.ts";
import { HOME } from "./memory-io.ts";
import { run } from "./run.ts";

describe("the card says in plain words what a rule looks for", () => {
  test.each([
    ["{ terms: [red, =blue] }", "- “red” or “blue”"],
    ["{ vocabulary: colour }", "- a word of the list colour (“red”, “green”, “sky blue”)"],
    ["{ phrase: 'paint ..2 [colour] (wall|door)?' }", "- “paint … ‹colour› (wall/door)”"],
    ["{ phrase: '(a1|b1|c1|d1|e1) {name}' }", "- “a1/b1/c1/etc. ‹name›”"],
    ["{ pattern: 'gr[ae]y' }", "- text of a certain form (the pattern gr[ae]y)"],
    ["{ any: [{ terms: [red] }, { terms: [blue] }] }", "- one of these\n    - “red”\n    - “blue”"],
    [
      "{ all: [{ terms: [red] }, { near: { terms: [blue], within: 3 words } }] }",
      "- all of these, in one sentence\n    - “red”\n    - “blue”, within 3 words",
    ],
    ["{ all: [{ terms: [red] }, { absence: { terms: [blue] } }], within: post }", "- that this is missing: “blue”"],
    ["{ terms: [red], unless: [{ terms: [red carpet] }] }", "- “red”; except for “red carpet”"],
    [
      "{ combination: { at_least: 2, facts: [{ name: a, points: 1, find: { terms: [red] } }, { name: b, points: 1, find: { terms: [blue] } }] } }",
      "- signs that together weigh 2 or more\n    - a (weighs 1): “red”",
    ],
  ])("%s", (find, words) => {
    expect(explainRule(ruleFinding(find), "test/rule")).toContain(words);
  });
});

describe("the trace says what is here, what is not, and what follows", () => {
  test.each([
    [
      "what counts",
      "{ terms: [red] }",
      "",
      "A red wall",
      "“red” counts, and this rule lets nothing of the kind stand.\nSo it reports a possible breach of C1 (warning: check with someone).",
    ],
    [
      "what may stand",
      "{ terms: [red] }",
      "unless: [negated]",
      "It is not red",
      "“red” would count, but may stand here: it is negated (what a negation takes\nback).\nAll that it saw may stand, so it says nothing.",
    ],
    [
      "what is missing",
      "{ all: [{ terms: [red] }, { terms: [wall] }] }",
      "",
      "A red door",
      "  ✗ all of these in one sentence\n    ✓ “red”\n    ✗ “wall”\n\nWhat it looks for is not all here, so it says nothing.",
    ],
    [
      "of choices the one that is here",
      "{ any: [{ terms: [red] }, { terms: [blue] }, { terms: [green] }] }",
      "",
      "A red door",
      "is not)\n  ✓ “red”\n\n",
    ],
    ["a choice of one as that one", "{ any: [{ terms: [red] }] }", "", "A door", "is not)\n  ✗ “red”\n\n"],
    [
      "of choices that are not here a few, and the number of the others",
      "{ any: [{ terms: [red] }, { terms: [blue] }, { vocabulary: colour }, { terms: [grey] }, { terms: [pink] }] }",
      "",
      "A door",
      "  ✗ one of 5 things\n    ✗ “red”\n    ✗ “blue”\n    ✗ a word of the list colour, such as “red” or “green”\n    ✗ nor 2 more",
    ],
    [
      "what a part of the find lets stand itself",
      "{ any: [{ terms: [red], unless: [{ terms: [red carpet] }] }, { terms: [blue] }] }",
      "",
      "A red carpet",
      "    ✗ “red” is here, but may stand: “red carpet”",
    ],
    [
      "what a turn of phrase means",
      "{ phrase: ['paint ..2 [colour]', 'brush ..2 [colour]'] }",
      "",
      "A door",
      "‹…› stands for a word of that list",
    ],
    [
      "what a sum comes to",
      "{ combination: { at_least: 3, facts: [{ name: a, points: 1, find: { terms: [red] } }, { name: b, points: 2, find: { terms: [blue] } }] } }",
      "",
      "A red door",
      "✗ signs that add up: 1 point here, and it takes 3\n    ✓ a (1 point): “red”\n    ✗ 1 other sign is not here",
    ],
  ])("%s", (_, find, more, text, words) => {
    expect(traceRule(ruleFinding(find, more), "test/rule", text, ORDINARY)).toContain(words);
  });
});

describe("a post explained", () => {
  test.each([
    [
      "what may stand",
      "{ terms: [red] }",
      "unless: [negated]",
      "It is not red",
      { cleared: ["negated (what a negation takes back)"], nearly: [] },
    ],
    [
      "what lacks one thing",
      "{ all: [{ terms: [red] }, { terms: [door] }, { terms: [wall] }] }",
      "",
      "A red door",
      { cleared: [], nearly: ["“wall”"] },
    ],
    [
      "nothing that lacks more",
      "{ all: [{ terms: [red] }, { terms: [gate] }, { terms: [wall] }] }",
      "",
      "A red door",
      { cleared: [], nearly: [] },
    ],
  ])("%s", (_, find, more, text, expected) => {
    const { found, cleared, nearly } = explainPost(ruleFinding(find, more), postOf(text), ORDINARY);
    expect(found).toEqual([]);
    expect({ cleared: cleared.map(({ reason }) => reason), nearly: nearly.map(({ lacks }) => lacks) }).toEqual(
      expected,
    );
  });

  const files = { "drafts.txt": "All dodgy, says bluebottle\n---\nFine\n" };
  test("from its file, with no secret", async () => {
    const { code, out } = await run(["explain", "--post", "drafts.txt#post-1"], { files });
    expect(code).toBe(0);
    expect(out).toContain("  - All “dodgy”, says [masked]: possible breach of P2 (conduct/grumble,\n    warning)");
    expect(out).not.toContain("bluebottle");
  });

  test.each([
    ["drafts.txt", "drafts.txt holds 2 posts: say which, as drafts.txt#post-1."],
    ["drafts.txt#post-3", "drafts.txt holds no post post-3.\nDid you mean drafts.txt#post-1?"],
    ["none.txt#a", "There is no post in none.txt."],
  ])("%s is refused", async (named, words) => {
    const { code, err } = await run(["explain", "--post", named], { files });
    expect(code).toBe(2);
    expect(err).toContain(words);
  });
});

describe("as of today, and under a hold that is on", () => {
  const rule = (id: string, find: string) => `- id: ${id}
  clauses: [P2]
  level: warning
  confidence: certain
  message: It has to wait for another day.
  advice: Wait for another day.
  find: ${find}
  examples:
    breach: [{ text: One, meta: { publish_at: 2025-12-31 } }, { text: Two, meta: { publish_at: 2025-12-30 } }]
    fine: [{ text: One, meta: { publish_at: 2030-12-31, status: released } }, { text: Two, meta: { publish_at: 2030-12-30, status: released } }]
`;
  const files = {
    [`${HOME}/rules/hee-social-media/more.yaml`]: [
      rule("conduct/late", "{ meta: { field: publish_at, before: today } }"),
      rule("conduct/held", "{ hold: true }\n  unless: [{ meta: { field: status, is: released } }]"),
    ].join(""),
    "postlint.config.yaml": "hold: { on: true }\n",
    "post.md": "---\npublish_at: 2026-01-01\n---\nFine\n",
  };

  test.each(["conduct/late", "conduct/held"])("a post is explained as it is checked: %s", async (id) => {
    const checked = await run(["post.md", "-f", "unix"], { files });
    expect(checked.out).toContain(id);
    const all = await run(["explain", "--post", "post.md"], { files });
    expect(all.out).toContain(`possible breach of P2 (${id}`);
    const one = await run(["explain", id, "--post", "post.md"], { files });
    expect(one.out).toContain("So it reports a possible breach of P2");
  });

  test("words are looked at under the hold, too", async () => {
    const { out } = await run(["explain", "conduct/held", "--text", "Fine"], { files });
    expect(out).toContain("So it reports a possible breach of P2");
  });
});
