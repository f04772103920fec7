import { fileURLToPath } from "node:url";
import { processIo } from "../../io/process-io.ts";
import { openRuleSet } from "../../rule-sets/ruleset.ts";
import type { RuleSet } from "../../rules/ruleset.ts";
import { postTarget } from "./check-posts.ts";
import { ruleTarget } from "./load-rules.ts";
import { bytesOf } from "./mutations.ts";
import { packageTarget } from "./read-packages.ts";
import { readerTarget } from "./read-text.ts";
import type { Target } from "./target.ts";
import { reportTarget } from "./write-reports.ts";
import { stored } from "./zip.ts";

// biome-ignore lint/suspicious/noExplicitAny: each target takes what its own inputs are.
type AnyTarget = Target<any>;

/** Everything that is fuzzed, by the name that a person gives to `--target`; each is made when it is its turn. */
export const targets: Readonly<Record<string, () => AnyTarget | Promise<AnyTarget>>> = {
  text: () => readerTarget("a.txt", ["drafts/screening-week.txt", "drafts/week-49.txt"], ["---\n", "- -", "-----"]),
  markdown: () => readerTarget("a.md", ["calendars/campaign.md", "drafts/results-day.md"], MARKDOWN),
  csv: () =>
    readerTarget("a.csv", ["calendars/plan.csv", "calendars/calendrier.csv", "calendars/redaktionsplan.csv"], TABLE),
  tsv: () => readerTarget("a.tsv", ["calendars/unicode.tsv", "calendars/plan.csv"], TABLE),
  jsonl: () => readerTarget("a.jsonl", ["drafts/takeover.jsonl"], JSON_PIECES),
  json: () => readerTarget("a.json", ["drafts/alumni.json"], JSON_PIECES),
  yaml: () => readerTarget("a.yaml", ["calendars/week.yaml"], YAML),
  ics: () => readerTarget("a.ics", ["calendars/events.ics"], ICS),
  "standard input": () =>
    readerTarget("-", ["drafts/takeover.jsonl", "drafts/alumni.json", "drafts/ward-round.txt"], JSON_PIECES),
  xlsx: () => packageTarget("a.xlsx", SMALL_WORKBOOK, SHEET),
  docx: () => packageTarget("a.docx", "calendars/campaign.docx", DOCUMENT),
  rules: () => ruleTarget(SMALL_RULES),
  posts: async () => postTarget(await shippedRules()),
  reports: async () => reportTarget(await shippedRules()),
};

/** As the build left it: read from its YAML, its word lists would grow with each new input. */
const shippedRules = (): Promise<RuleSet> => openRuleSet(processIo(ROOT), null);

const ROOT = fileURLToPath(new URL("../../..", import.meta.url));

const MARKDOWN = [
  ..."# |## Post 1\n|## Post 2\n|```\n|```js\n|~~~|<!--|-->|<!-- postlint-ignore a/b -- c -->|---\n|split: h2\n|: |- |&a |*a ".split(
    "|",
  ),
];
const TABLE = [
  ...'Copy,Date,Channel\n|sep=;\n|""|","|"\n"|,,,,|\t\t|;;|Tweet|LinkedIn copy|Publish date|=1+1|Time\n|Day'.split("|"),
];
const JSON_PIECES = [
  ...'{|}|[|]|{}|[]|"text":|"Hi"|{"text":"Hi"}\n|"meta":{|"media":[{"alt":|\\u0000|\\ud800|1E400|[[[[[[[[|"id":'.split(
    "|",
  ),
];
const YAML = [
  ..."- |: | &a | *a |<<: *a|--- \n|...\n|!!binary |!!set |? |\\|\n|>-\n|{|}|[|]|%TAG ! x\n|text: |  - ".split("|"),
];
const ICS = [
  ...'BEGIN:VCALENDAR\n|END:VCALENDAR\n|BEGIN:VEVENT\n|END:VEVENT\n|BEGIN:VALARM\n|BEGIN:VTODO\n|END:VTODO\n|DESCRIPTION:a\n|DESCRIPTION;ALTREP="x:y":a\\, b\n'.split(
    "|",
  ),
  ..."DTSTART:20261130T090000Z\n|DTSTART;VALUE=DATE:20261130\n|DTSTART;TZID=Mars:20261130T090000\n|RRULE:FREQ=YEARLY\n|RDATE:x\n|BEGIN:VTIMEZONE\n|\n |\\n|\\".split(
    "|",
  ),
];
const SHEET = [
  ...'<row>|</row>|<c>|</c>|<v>|</v>|<c t="s"><v>0</v></c>|<c r="XFD1048576">|<c t="inlineStr"><is><t>Copy</t></is></c>|<f>1</f>|0|-1|1e9|46573|NaN'.split(
    "|",
  ),
  '<mergeCell ref="A1:XFD1048576"/>',
  '<col min="1" max="16384" hidden="1"/>',
];
const DOCUMENT = [
  ...'<w:p>|</w:p>|<w:r>|</w:r>|<w:t>|</w:t>|<w:t>Hi</w:t>|<w:tbl>|<w:tr><w:tc>|<w:br/>|<w:tab/>|<w:pStyle w:val="Heading1"/>|<w:del>|<w:ins>'.split(
    "|",
  ),
  ...'<w:footnoteReference w:id="1"/>|<w:hyperlink r:id="x">|<w:fldChar w:fldCharType="begin"/>|<w:instrText> HYPERLINK "x"</w:instrText>'.split(
    "|",
  ),
];

const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships";

/** A calendar with a sheet, a shared text, a date, a merged cell and a formula, as small as it can be. */
const SMALL_WORKBOOK = stored(
  new Map(
    Object.entries({
      "_rels/.rels": `<Relationships xmlns="${PACKAGE}"><Relationship Id="r" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
      "xl/workbook.xml": `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><workbookPr date1904="0"/><sheets><sheet name="July" sheetId="1" r:id="a"/></sheets></workbook>`,
      "xl/_rels/workbook.xml.rels": `<Relationships xmlns="${PACKAGE}"><Relationship Id="a" Type="${OFFICE}/worksheet" Target="sheet1.xml"/><Relationship Id="b" Type="${OFFICE}/sharedStrings" Target="strings.xml"/><Relationship Id="c" Type="${OFFICE}/styles" Target="styles.xml"/></Relationships>`,
      "xl/strings.xml": `<sst xmlns="${MAIN}"><si><t>Copy</t></si><si><r><t>Open </t></r><r><t>evening_x000D_</t></r></si></sst>`,
      "xl/styles.xml": `<styleSheet xmlns="${MAIN}"><numFmts><numFmt numFmtId="164" formatCode="dd/mm/yyyy"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="164"/></cellXfs></styleSheet>`,
      "xl/sheet1.xml": `<worksheet xmlns="${MAIN}"><cols><col min="3" max="3" hidden="1"/></cols><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>Date</t></is></c><c r="B1" t="s"><v>0</v></c></row><row r="2" hidden="1"><c r="A2" s="1"><v>46573.5</v></c><c r="B2" t="s"><v>1</v></c></row><row r="3"><c r="A3" s="1"><v>46574</v></c><c r="B3" t="str"><f>A1</f><v>b</v></c></row></sheetData><mergeCells><mergeCell ref="B2:B3"/></mergeCells></worksheet>`,
    }).map(([name, text]): [string, Uint8Array] => [name, bytesOf(text)]),
  ),
);

/** A rule set that has one of each, small enough to be loaded some hundred times a second. */
const SMALL_RULES = [
  {
    path: "a/ruleset.yaml",
    text: `name: small
version: "1"
review_by: 2027-01-01
policy:
  title: A policy
  publisher: A house
  clauses: [{ id: P2, title: Disrepute, summary: Nothing that harms., citation: Section 1 }]
contacts: { press: the press desk }
`,
  },
  {
    path: "a/vocabularies/words.yaml",
    text: "colour: { describe: Colours., words: [red, sky blue] }\nshade: { describe: More., words: [pink], includes: [colour] }\n",
  },
  {
    path: "a/pack.yaml",
    text: `- id: a/red
  clauses: [P2]
  level: warning
  confidence: likely
  message: '"{match}" is red.'
  advice: Ask {contact.press}.
  find: { any: [{ terms: [=red, very red] }, { pattern: '\\bre+d\\b' }, { phrase: "[colour] ..2 (wall|door)" }, { vocabulary: shade }] }
  unless: [negated, { near: { terms: [green], within: 5 words } }]
  examples:
    breach: ["A [[red]] wall.", { text: "[[reed]]", meta: { channel: x } }]
    fine: [Nothing., "Not here."]
`,
  },
];
