import type { Evidence, Finding } from "../../src/model/finding.ts";
import type { ClauseId, Policy } from "../../src/model/policy.ts";
import type { Copy, Post, Source, Stretch } from "../../src/model/post.ts";
import type { Note, PostResult, Problem, RunHead } from "../../src/model/report.ts";
import type { RuleId } from "../../src/model/rule.ts";
import type { Span } from "../../src/model/span.ts";

const clauseTitles = {
  P3: "Official information in confidence",
  P5: "Other policies and standards of conduct",
  "M3.2": "Offensive, obscene, criminal, discriminatory, derogatory or embarrassing material",
  "M3.3": "Confidential information about the organisation, its staff or its clients",
  "M3.4": "Any other statement that creates liability",
};

const policy: Policy = {
  title: "Health Education England social media policy",
  publisher: "Health Education England",
  published: "2016-06",
  updated: "2017-06",
  url: null,
  clauses: Object.entries(clauseTitles).map(([id, title]) => ({
    id: id as ClauseId,
    title,
    summary: `${title}, in short.`,
    citation: id,
    grossMisconduct: id.startsWith("M"),
  })),
};

export const head: RunHead = {
  tool: { name: "postlint", version: "0.1.0" },
  ruleset: { name: "hee-social-media", version: "1.0.0", digest: `sha256:${"0".repeat(64)}` },
  policy,
  asOf: "2026-11-22",
};

/** Where the nth (first: 0) `passage` of a text stands. */
export function spanOf(text: string, passage: string, nth = 0): Span {
  let start = text.indexOf(passage);
  for (let count = 0; count < nth; count++) start = text.indexOf(passage, start + 1);
  if (start === -1) throw new Error(`“${passage}” is not in “${text}”`);
  return { start, end: start + passage.length };
}

export function sourceOf(file: string, place: Partial<Source> = {}): Source {
  return { file, line: null, sheet: null, row: null, cell: null, ...place };
}

export function postOf(text: string, more: Partial<Post> & { stretches?: readonly Stretch[] } = {}): Post {
  const { stretches = [{ start: 0, line: 1, column: 1, breaks: true }], ...rest } = more;
  const copy: readonly [Copy, ...Copy[]] = [{ field: "text", text, stretches }];
  return { id: "post-1", named: false, source: sourceOf("draft.txt", { line: 1 }), copy, meta: {}, ...rest };
}

type Told = Partial<Omit<Finding, "rule" | "clause" | "also">> & {
  rule?: string;
  clause?: string | null;
  also?: string[];
};

/** A finding about `span` of a post's text, or about what a passage of its own says. */
export function findingOf(span: Span | null, { rule, clause, also, ...told }: Told = {}): Finding {
  return {
    passage: { field: "text", span },
    evidence: [],
    rule: (rule ?? "confidential/patient-in-place") as RuleId,
    clause: (clause === undefined ? "M3.3" : clause) as ClauseId | null,
    also: (also ?? []) as ClauseId[],
    level: "error",
    confidence: "likely",
    message: "This tells something about a patient.",
    advice: "Leave the patient out.",
    rewrite: null,
    mask: false,
    suppressed: null,
    ...told,
  };
}

const fact = (text: string, passage: string, shows: string): Evidence => ({
  field: "text",
  span: spanOf(text, passage),
  shows,
});

function emojiBeforeThePassage(): PostResult {
  const text = "Long night on the ward 👩🏽‍⚕️🏴󠁧󠁢󠁥󠁮󠁧󠁿 My patient in bed 4 cried till morning 😢\r\n#NightShift";
  const post = postOf(text);
  const passage = spanOf(text, "My patient in bed 4");
  return {
    post,
    findings: [
      findingOf(passage, {
        also: ["P3"],
        message: "“My patient in bed 4” places one patient: whoever knows the ward or the day can tell who it is.",
        advice:
          "Leave the patient and the bed out, and write about your own night. A story about a patient needs their recorded consent (communications@example.org).",
        rewrite: "Long night on the ward, and a hard one.",
      }),
      findingOf(spanOf(text, "bed 4"), { rule: "privacy/bed-number", level: "warning", confidence: "hint" }),
      findingOf(spanOf(text, "#NightShift"), {
        rule: "practice/alt-words",
        clause: null,
        level: "suggestion",
        confidence: "hint",
        message: "A hashtag alone on its line is read out as a sentence of its own.",
        advice: "Put it at the end of the sentence before.",
      }),
    ],
  };
}

function wideCharactersAndTabs(): PostResult {
  const text = "健康教育\tｆｕｌｌ width,\tcafe\u0301 한국어: what a bloody shambles この部署は";
  return {
    post: postOf(text, {
      source: sourceOf("posts/wide.md", { line: 7 }),
      id: "launch-day",
      named: true,
      stretches: [{ start: 0, line: 7, column: 3, breaks: true }],
    }),
    findings: [
      findingOf(spanOf(text, "bloody shambles"), {
        rule: "offence/swearing",
        clause: "M3.2",
        level: "warning",
        confidence: "certain",
        message: "“bloody shambles” is a mild swear word aimed at a team, and may embarrass the organisation.",
        advice: "Say what went wrong without it, or leave it out.",
      }),
    ],
  };
}

function veryLongLine(): PostResult {
  const filler = "Applications for the autumn intake of our leadership programme are open to every profession. ";
  const text = `${filler.repeat(3)}We guarantee every applicant a place. ${filler.repeat(3)}And everyone will certainly pass, promised.`;
  return {
    post: postOf(text, { source: sourceOf("posts/long.txt", { line: 1 }) }),
    findings: [
      findingOf(spanOf(text, "guarantee every applicant a place"), {
        rule: "liability/guarantee",
        clause: "M3.4",
        level: "warning",
        evidence: [
          fact(text, "guarantee every applicant a place", "a promise of an outcome"),
          fact(text, "everyone will certainly pass", "a promise of a result"),
        ],
        message: "This promises an outcome that nobody can promise, and the organisation may be held to it.",
        advice: "Turn the promise into a condition, or name the scheme that holds it.",
      }),
    ],
  };
}

function combinationOfThreeFacts(): PostResult {
  const text = "Our lad in bay 4 is doing well.\nThe python bite will be in Saturday's paper,\nsays his mum Keithleen.";
  const parts = [
    fact(text, "lad in bay 4", "a person and a place on a ward"),
    fact(text, "python bite", "a rare event"),
    fact(text, "mum Keithleen", "a name of the family"),
  ];
  return {
    post: postOf(text, {
      source: sourceOf("july.csv", { line: 31, row: 12, cell: "D12" }),
      id: "row-12",
      stretches: [{ start: 0, line: 31, column: null, breaks: true }],
    }),
    findings: [
      findingOf(
        { start: parts[0]!.span!.start, end: parts[2]!.span!.end },
        {
          rule: "confidential/identifiable-together",
          evidence: parts,
          also: ["P3", "M3.4"],
          message: "Each of these is harmless alone; together they point to one patient.",
          advice: "Take two of the three out, or record the consent that the patient gave.",
        },
      ),
    ],
  };
}

function maskedNumberTwice(): PostResult {
  const text = "Bed 9, NHS number 999 000 0018, is asleep.\nAsk for 999 000 0018 at the desk. Ref 9990000018.";
  const number = spanOf(text, "999 000 0018");
  return {
    post: postOf(text, {
      id: "draft-9990000018",
      named: true,
      source: sourceOf("drafts.jsonl", { line: 3 }),
      stretches: [{ start: 0, line: 3, column: null, breaks: false }],
    }),
    findings: [
      findingOf(number, {
        rule: "confidential/nhs-number",
        also: ["P3"],
        confidence: "certain",
        mask: true,
        message: "This is an NHS number: it identifies one person for life.",
        advice: "Take the number out, and tell whoever it belongs to if it was ever online.",
      }),
      findingOf(spanOf(text, "NHS number 999 000 0018, is asleep"), {
        rule: "privacy/patient-state",
        clause: "M3.4",
        level: "warning",
        message: "“NHS number 999 000 0018, is asleep” says how a patient is.",
        advice: "Leave it out.",
      }),
    ],
  };
}

function absentAltText(): PostResult {
  const text = "Meet our new cohort!";
  const title: Copy = { field: "title", text: "Guaranteed places", stretches: [] };
  return {
    post: postOf(text, {
      source: sourceOf("july.xlsx", { sheet: "Week 29", row: 7, cell: "C7" }),
      id: "row-7",
      copy: [{ field: "text", text, stretches: [] }, title],
    }),
    findings: [
      findingOf(spanOf(title.text, "Guaranteed places"), {
        passage: { field: "title", span: spanOf(title.text, "Guaranteed places") },
        rule: "liability/guarantee",
        clause: "M3.4",
        level: "warning",
        message: "“Guaranteed places” promises an outcome.",
        advice: "Name the condition.",
      }),
      findingOf(null, {
        passage: { field: "media[0].alt", span: null },
        rule: "conduct/missing-alt-text",
        clause: "P5",
        level: "suggestion",
        confidence: "certain",
        message: "The image has no alternative text, which official accounts owe to people who can't see it.",
        advice: "Say in a sentence what the image shows.",
      }),
    ],
  };
}

function suppressedFinding(): PostResult {
  const text = "Never post anything marked OFFICIAL-SENSITIVE.";
  return {
    post: postOf(text, { source: sourceOf("training.md", { line: 4 }) }),
    findings: [
      findingOf(spanOf(text, "OFFICIAL-SENSITIVE"), {
        rule: "confidential/protective-marking",
        clause: "P3",
        suppressed: { kind: "comment", reason: "teaches the marking", by: "comms desk", until: "2027-03-31" },
      }),
    ],
  };
}

function hostileCharacters(): PostResult {
  const text =
    "\u001b[2Jclear\u0007 \u202Eevil\u202C zero\u200Bwidth \u001b]8;;http://x.example\u0007idiots\u009b31m ##[error] ::stop::\rx";
  return {
    post: postOf(text, { source: sourceOf("ho\u001bstile.txt", { line: 1 }), id: "\u202Eid", named: true }),
    findings: [
      findingOf(spanOf(text, "idiots"), {
        rule: "offence/insult",
        clause: "M3.2",
        message: "“\u001b[31midiots\u001b[0m” insults people. ::error::\n##vso[task.complete]",
        advice: "Leave it out.",
      }),
    ],
  };
}

const cleanPost: PostResult = {
  post: postOf("Good morning.", { source: sourceOf("clean.txt", { line: 1 }) }),
  findings: [],
};

export const results: readonly PostResult[] = [
  emojiBeforeThePassage(),
  wideCharactersAndTabs(),
  veryLongLine(),
  combinationOfThreeFacts(),
  maskedNumberTwice(),
  absentAltText(),
  suppressedFinding(),
  hostileCharacters(),
  cleanPost,
];

export const problems: readonly Problem[] = [
  { source: sourceOf("broken.xlsx"), message: "the workbook needs a password; save a copy without one" },
  {
    source: sourceOf("july.csv", { line: 40, row: 15, cell: "E15" }),
    message: "“tomorrow” is no date; write it as 2026-07-31",
  },
];

export const notes: readonly Note[] = [
  { source: null, message: "no account is known for 3 posts, so rules on accounts did not apply to them" },
  { source: sourceOf("drafts.jsonl", { line: 9 }), message: "the id draft-9990000018 is used twice" },
];
